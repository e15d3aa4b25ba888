import ComparisonMatrix
import RegulationModel

/// The JSON contract of parameters. Field names are stable.
struct ParameterJSON: Encodable, Sendable {
    let texts: [Text]
    let parameters: [Item]

    struct Text: Encodable, Sendable {
        let id: String
        let name: JSONLabel
        let title: String
        let language: String
        let translation: String
        let file: String
        let sha256: String
    }

    struct Item: Encodable, Sendable {
        let id: String
        let matter: JSONLabel
        let attribute: String
        let label: JSONLabel
        let differs: Bool
        let values: [Value]
        let without: [String]
    }

    struct Value: Encodable, Sendable {
        let text: String
        let eId: String
        let citation: JSONLabel
        let written: String
        let normalised: String
        let isReadable: Bool
        @OrNull var minimum: Double?
        @OrNull var maximum: Double?
        @OrNull var unit: String?
        let start: Int
        let end: Int
    }

    init(_ table: ParameterTable) {
        texts = table.columns.map { witness in
            Text(
                id: witness.id, name: JSONLabel(witness.name), title: witness.regulation.title,
                language: witness.regulation.language.rawValue, translation: witness.translation.rawValue,
                file: witness.file, sha256: witness.sha256)
        }
        parameters = table.parameters.map { parameter in
            Item(
                id: parameter.id, matter: JSONLabel(parameter.matter.withOwnEnglish),
                attribute: parameter.attribute.rawValue,
                label: JSONLabel(parameter.attribute.label), differs: parameter.differs,
                values: parameter.values.map { value in
                    Value(
                        text: value.witness, eId: value.provision.text, citation: JSONLabel(table.citation(of: value)),
                        written: value.written, normalised: value.normalised, isReadable: value.isReadable,
                        minimum: value.magnitude?.minimum, maximum: value.magnitude?.maximum,
                        unit: value.magnitude?.unit,
                        start: value.span.start, end: value.span.end)
                }, without: parameter.without)
        }
    }
}
