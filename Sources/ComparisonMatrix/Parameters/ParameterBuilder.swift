import ProvisionAlignment
import RegulationModel

/// Puts the parameters of provisions that answer each other together.
public enum ParameterBuilder {
    /// The parameters of some texts.
    ///
    /// - Parameters:
    ///   - witnesses: the texts, which decide the order of values and nothing else.
    ///   - families: their matrix of families; without it each article stands for itself.
    ///   - alignments: their links: an article that is linked to a row and stands in another one gives its value there, and
    ///     its act is not called without it.
    public static func table(
        _ witnesses: [Witness], families: Matrix?, alignments: [Alignment] = []
    ) -> ParameterTable {
        let readers = witnesses.map(ParameterReader.init)
        var parameters: [Parameter] = []
        for row in rows(witnesses, families) {
            var found: [(attribute: ParameterAttribute, value: ParameterValue)] = []
            for (column, articles) in row.articles.enumerated() {
                for article in articles {
                    guard let provision = witnesses[column].regulation.provision(at: article) else { continue }
                    found += readers[column].values(of: provision).map { ($0.attribute, $0.value) }
                }
            }
            parameters += grouped(found, matter: row.matter, acts: acts(witnesses, row))
        }
        let links = LinkTable(alignments)
        let holders = parameters.reduce(into: Set<Holder>()) { holders, parameter in
            for value in parameter.values {
                holders.insert(
                    Holder(
                        witness: value.witness, article: value.provision.article, attribute: parameter.attribute.asked))
            }
        }
        let answered = parameters.map { parameter in
            parameter.without { act in
                parameter.values.contains { value in
                    links.links(from: value.provision.article, of: value.witness, to: act).contains {
                        holders.contains(Holder(witness: act, article: $0.other, attribute: parameter.attribute.asked))
                    }
                }
            }
        }
        return ParameterTable(columns: witnesses, parameters: answered)
    }

    /// An article that gives a value.
    private struct Holder: Hashable {
        let witness: String
        let article: EId
        let attribute: ParameterAttribute
    }

    /// Acts with a provision in the row. Of an explainer nothing can be said to be absent.
    private static func acts(_ witnesses: [Witness], _ row: FamilyRow) -> [String] {
        zip(witnesses, row.articles).filter { $0.regulation.authority != .explainer && !$1.isEmpty }.map(\.0.id)
    }

    private struct FamilyRow {
        let matter: BilingualText
        let articles: [[EId]]
    }

    private static func rows(_ witnesses: [Witness], _ families: Matrix?) -> [FamilyRow] {
        guard let families else {
            return witnesses.enumerated().flatMap { column, witness in
                witness.regulation.provisions.map { provision in
                    let citation = Citation(provision.eId, in: witness.regulation)
                    let matter = BilingualText(
                        chinese: citation?.chinese ?? provision.eId.text,
                        english: citation?.english ?? provision.eId.text)
                    return FamilyRow(
                        matter: matter, articles: witnesses.indices.map { $0 == column ? [provision.eId] : [] })
                }
            }
        }
        // A section of an explainer stands in the family of each article it speaks of; its values are listed once.
        var taken: Set<String> = []
        return families.rows.map { row in
            let articles = witnesses.map { witness -> [EId] in
                guard let column = families.columns.firstIndex(where: { $0.id == witness.id }) else { return [] }
                return row.cells[column].quotations.map(\.eId.article)
                    .filter { taken.insert("\(witness.id) \($0)").inserted }
            }
            return FamilyRow(matter: row.heading, articles: articles)
        }
    }

    /// One parameter for each attribute; a text that gives several values for one keeps them all, in order. Ages whose
    /// bound was lost stand with the minimum ages, the only reading the words “aged 18” have beside 年满.
    private static func grouped(
        _ found: [(attribute: ParameterAttribute, value: ParameterValue)], matter: BilingualText,
        acts: [String]
    ) -> [Parameter] {
        let hasMinimum = found.contains { $0.attribute == .minimumAge }
        var order: [ParameterAttribute] = []
        var values: [ParameterAttribute: [ParameterValue]] = [:]
        for item in found {
            let isLostBound = item.attribute == .age && hasMinimum && !item.value.normalised.contains("..")
            let attribute = isLostBound ? .minimumAge : item.attribute
            if values[attribute] == nil { order.append(attribute) }
            values[attribute, default: []].append(item.value)
        }
        return order.compactMap { attribute in
            guard let all = values[attribute], let first = all.first else { return nil }
            let id = "\(first.witness)-\(first.provision.text)-\(attribute.rawValue)"
            // What only an explainer counts is lacking in no act.
            let isStated = attribute.isComparable && !attribute.isList && all.contains { acts.contains($0.witness) }
            let without = acts.filter { act in isStated && !all.contains { $0.witness == act } }
            return Parameter(id: id, matter: matter, attribute: attribute, values: all, without: without)
        }
    }
}

extension ParameterAttribute {
    /// Ages of any bound are one question.
    fileprivate var asked: ParameterAttribute { self == .age ? .minimumAge : self }
}

extension Parameter {
    /// The same without the acts that a value of another row answers.
    fileprivate func without(_ isAnswered: (String) -> Bool) -> Parameter {
        guard !without.isEmpty else { return self }
        return Parameter(
            id: id, matter: matter, attribute: attribute, values: values, without: without.filter { !isAnswered($0) },
            elsewhere: without.filter(isAnswered))
    }
}
