import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Finds what each text has otherwise than those that answer it.
struct StudyContrasts {
    let material: StudyMaterial

    /// One for each act, in the order of the columns.
    func contrasts() -> [StudyContrast] {
        material.columns.filter { $0.regulation.authority != .explainer }.map { witness in
            let items = OwnItems(material).items(of: witness)
            return StudyContrast(
                witness: witness.id, items: items, values: values(of: witness.id), articles: alone(witness))
        }
    }

    private func values(of witness: String) -> [StudyContrast.Value] {
        let acts = Set(material.columns.filter { $0.regulation.authority != .explainer }.map(\.id))
        return material.parameters.parameters.flatMap { parameter -> [StudyContrast.Value] in
            guard parameter.differs, !parameter.attribute.isList, parameter.attribute.isComparable else { return [] }
            let named = parameter.values.filter { acts.contains($0.witness) && $0.isReadable }
            // A value that one provision names twice is told once.
            var told: Set<String> = []
            return named.filter {
                $0.witness == witness && told.insert("\($0.provision.text) \($0.normalised)").inserted
            }
            .compactMap { value in
                let alike = Set(named.filter { parameter.compared($0) == parameter.compared(value) }.map(\.witness))
                let others = named.filter { !alike.contains($0.witness) }
                let without = parameter.without.filter { !says(value, parameter.attribute, $0) }
                guard !others.isEmpty || !without.isEmpty else { return nil }
                return StudyContrast.Value(
                    attribute: parameter.attribute, value: value, others: others, without: without)
            }
        }
    }

    /// Whether a text says the same in provisions that answer others. A number may be the same by chance.
    private func says(_ value: ParameterValue, _ attribute: ParameterAttribute, _ witness: String) -> Bool {
        guard [.limit, .control, .funding].contains(attribute) else { return false }
        return material.parameters.parameters.contains { parameter in
            parameter.attribute == attribute
                && parameter.values.contains {
                    $0.witness == witness && parameter.compared($0) == parameter.compared(value)
                }
        }
    }

    /// Articles that stand alone against every text they were compared with.
    private func alone(_ witness: Witness) -> [EId] {
        let compared = material.differences.compactMap { pair -> Set<EId>? in
            let texts = [pair.base.id, pair.other.id]
            guard texts.contains(witness.id),
                [pair.base, pair.other].allSatisfy({ $0.regulation.authority != .explainer })
            else { return nil }
            return Set(pair.base.id == witness.id ? pair.onlyBase : pair.onlyOther)
        }
        guard let first = compared.first else { return [] }
        let common = compared.dropFirst().reduce(first) { $0.intersection($1) }
        return witness.regulation.articles.map(\.eId).filter(common.contains)
    }
}

/// Items and paragraphs of an act that the answering provisions of others lack, of articles whose links are sure.
struct OwnItems {
    private let differences: [ActDifferences]
    private let renderings: Renderings

    init(_ material: StudyMaterial) {
        renderings = material.renderings
        differences = material.differences.filter { pair in
            [pair.base, pair.other].allSatisfy { $0.regulation.authority != .explainer }
        }
    }

    /// In reading order.
    func items(of witness: Witness) -> [StudyContrast.Item] {
        var quotes: [StudyQuote] = []
        var lacking: [StudyQuote: [StudyContrast.Lacking]] = [:]
        for pair in differences where [pair.base.id, pair.other.id].contains(witness.id) {
            let isBase = pair.base.id == witness.id
            let other = isBase ? pair.other : pair.base
            for group in pair.groups where !group.isPart {
                let answering = isBase ? group.comparison.other : group.comparison.base
                let sure = Set(
                    group.links.filter(ComparedProvisions.isSure).map { isBase ? $0.base.article : $0.other.article })
                for unit in group.comparison.rows.compactMap({ Self.own($0, isBase: isBase) }) {
                    let quote = StudyQuote(witness: witness.id, provision: unit.eId, spans: unit.text)
                    guard sure.contains(unit.eId.article), Self.isOfWeight(unit, in: witness.regulation),
                        lacks(other.regulation, answering, witness.regulation, unit)
                    else { continue }
                    if lacking[quote] == nil { quotes.append(quote) }
                    lacking[quote, default: []].append(
                        StudyContrast.Lacking(witness: other.id, answering: answering))
                }
            }
        }
        return quotes.sorted { $0.start < $1.start }.map { StudyContrast.Item(quote: $0, lacking: lacking[$0] ?? []) }
    }

    /// Links say that no unit answers; the words must say so too, since one item may hold what two of another list say.
    private func lacks(_ other: Regulation, _ answering: [EId], _ own: Regulation, _ unit: ProvisionDiff.TextUnit)
        -> Bool
    {
        let words = own.source.flowed(unit.text)
        let provisions = answering.compactMap { other.provision(at: $0) }
        guard own.language == other.language else {
            let text = provisions.map(other.fullText).joined(separator: " ")
            let share =
                own.language == .chinese
                ? renderings.answeredShare(of: words, in: text) : renderings.explainedShare(of: words, by: text)
            return (share ?? 1) < SaidIndex.mostShared
        }
        let features = SaidIndex.features(words, own.language)
        return provisions.flatMap { ProvisionDiff.TextUnit.units(of: $0) }.allSatisfy { unit in
            SaidIndex.share(features, SaidIndex.features(other.source.flowed(unit.text), other.language))
                < SaidIndex.mostShared
        }
    }

    /// The unit that one side alone has, and that stands nowhere else on the other side.
    private static func own(_ row: ComparisonRow, isBase: Bool) -> ProvisionDiff.TextUnit? {
        guard row.elsewhere.isEmpty else { return nil }
        switch row.state {
        case .removed: return isBase ? row.base : nil
        case .added: return isBase ? nil : row.other
        case .equal, .changed, .counterpart: return nil
        }
    }

    /// A catch-all that another list lacks says nothing of it.
    private static func isOfWeight(_ unit: ProvisionDiff.TextUnit, in regulation: Regulation) -> Bool {
        let text = regulation.source.flowed(unit.text)
        return !text.isEmpty && !(unit.level >= .point && ListNoun.isCatchAll(text))
    }
}
