import ComparisonMatrix
import RegulationModel

/// Terms as tab-separated values: a record for each form of each term in each text.
struct TermsTable {
    let list: TermList

    static let header = [
        "term", "field", "origins", "form", "language", "role", "text", "count", "eId", "citation", "inconsistent",
    ]

    var text: String {
        let records = list.terms.flatMap { term in
            term.name.places.map { record(term, term.name, "term", $0) }
                + term.renderings.flatMap { form in form.places.map { record(term, form, "rendering", $0) } }
        }
        return ([Self.header] + records).map { $0.map(Self.field).joined(separator: "\t") + "\n" }.joined()
    }

    private func record(_ term: Term, _ form: Term.Form, _ role: String, _ place: Term.Place) -> [String] {
        let language = list.columns.first { $0.id == place.witness }?.regulation.language ?? .english
        let isSeveral = role == "rendering" && term.inconsistent.contains(place.witness)
        return [
            term.name.text, term.field,
            Term.Origin.allCases.filter(term.origins.contains).map(\.rawValue).joined(separator: " "), form.text,
            form.language.rawValue, role, place.witness, String(place.count), place.first.provision.text,
            list.citation(of: place.first).text(language), isSeveral ? "1" : "0",
        ]
    }

    /// A tab or a line break inside a value would part it; a formula would run in a spreadsheet.
    private static func field(_ value: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in VisibleText.scalars(value) {
            view.append(scalar.properties.isWhitespace && scalar != "\u{3000}" ? " " : scalar)
        }
        return CSVText.defused(String(view))
    }
}
