import RegulationModel

/// Puts the parameters of provisions that answer each other together.
public enum ParameterBuilder {
    /// The parameters of some texts.
    ///
    /// - Parameters:
    ///   - witnesses: the texts, which decide the order of values and nothing else.
    ///   - families: their matrix of families; without it each article stands for itself.
    public static func table(_ witnesses: [Witness], families: Matrix?) -> ParameterTable {
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
        return ParameterTable(columns: witnesses, parameters: parameters)
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
            let attribute = item.attribute == .age && hasMinimum ? .minimumAge : item.attribute
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
