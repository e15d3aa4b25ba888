import ProvisionDiff
import RegulationModel

/// Questions that put several acts side by side.
struct CompareCards {
    let material: StudyMaterial
    let acts: [ActMaterial]

    /// So many questions of one answer are made of one pair of articles.
    private static let perGroup = 2

    func cards() -> [StudyCard] { acts.flatMap(shared) + values() }

    // MARK: What another act has too

    private func shared(_ act: ActMaterial) -> [StudyCard] {
        let lacking = OwnItems(material).items(of: act.witness).filter { isAskable($0.quote, act) }
        let absent = lacking.flatMap { item in
            item.lacking.filter { answers($0, item.quote) }.map { absence(act, item.quote, $0) }
        }.compactMap(\.self)
        return absent + present(act, beside: absent)
    }

    private func isAskable(_ quote: StudyQuote, _ act: ActMaterial) -> Bool {
        quote.provision.text.contains("point_") && !act.isDamaged(quote.spans)
    }

    /// Two lists answer each other where at least this many of their items do: else one of them is about other things,
    /// and that it lacks something is no news.
    private static let fewestPairs = 2

    /// Whether the articles hold lists that answer each other. What an excerpt holds is held: of the answering provision
    /// it can be said what it lacks.
    private func answers(_ lacking: StudyContrast.Lacking, _ quote: StudyQuote) -> Bool {
        material.differences.contains { pair in
            let isBase = pair.base.id == quote.witness && pair.other.id == lacking.witness
            guard isBase || pair.other.id == quote.witness && pair.base.id == lacking.witness else { return false }
            return pair.groups.contains { group in
                let own = isBase ? group.comparison.base : group.comparison.other
                return !group.isPart && own.contains(quote.provision.article)
                    && pairs(group, isBase: isBase, list: quote.provision) >= Self.fewestPairs
            }
        }
    }

    /// Items of the list around an item that have a counterpart.
    private func pairs(_ group: ComparedProvisions, isBase: Bool, list item: EId) -> Int {
        let list = item.text.split(separator: "_", omittingEmptySubsequences: false).dropLast().joined(separator: "_")
        return group.comparison.rows.count { row in
            guard let own = isBase ? row.base : row.other, let other = isBase ? row.other : row.base else {
                return false
            }
            return own.level == .point && other.level == .point && own.eId.text.hasPrefix(list)
        }
    }

    private func rule(of item: StudyQuote, _ act: ActMaterial) -> StudyRule? {
        act.rules.first { rule in rule.items.contains { $0.quote == item } }
    }

    private func absence(_ act: ActMaterial, _ item: StudyQuote, _ lacking: StudyContrast.Lacking) -> StudyCard? {
        guard let rule = rule(of: item, act), let other = acts.first(where: { $0.witness.id == lacking.witness }),
            act.regulation.language != other.regulation.language || other.said.lacks(act.text(item.spans)),
            !mayBeSaid(item, act, by: lacking, other)
        else { return nil }
        let proof = lacking.answering.compactMap { eId -> StudyQuote? in
            other.regulation.provision(at: eId).map {
                StudyQuote(witness: other.witness.id, provision: eId, spans: $0.allText)
            }
        }
        return act.card(
            .compare, rule, "lacks-\(lacking.witness)-\(item.start)",
            .shared(item: item, other: lacking.witness, answering: lacking.answering),
            options: ListCards.truth(false), proof: [item] + proof)
    }

    // MARK: What may be the same in other words

    /// True where something of the other side that answers nothing either may be the item in other words: it shares words
    /// that few provisions of both acts have (涉及境外人员, 涉外活动).
    private func mayBeSaid(
        _ item: StudyQuote, _ act: ActMaterial, by lacking: StudyContrast.Lacking, _ other: ActMaterial
    ) -> Bool {
        let words = act.text(item.spans)
        let units = unmatched(beside: item, lacking, of: other)
        guard act.regulation.language == other.regulation.language else {
            let isChinese = act.regulation.language == .chinese
            return units.contains { unit in
                let share =
                    isChinese
                    ? material.renderings.answeredShare(of: words, in: unit)
                    : material.renderings.explainedShare(of: words, by: unit)
                return (share ?? 1) > Self.mostAnsweredAbroad
            }
        }
        let telling = RareLetters([act.regulation, other.regulation])
        return units.contains { telling.shared(words, $0) >= Self.fewestShared }
    }

    /// Two rare ideographs make a word, or two words begin with them.
    private static let fewestShared = 2
    /// Where a fifth of an item's terms stands in a unit of another language, it may say it.
    private static let mostAnsweredAbroad = 0.2

    /// The words of units of the answering provisions that nothing answers.
    private func unmatched(
        beside item: StudyQuote, _ lacking: StudyContrast.Lacking, of other: ActMaterial
    ) -> [String] {
        material.differences.flatMap { pair -> [String] in
            let isBase = pair.base.id == item.witness && pair.other.id == lacking.witness
            guard isBase || pair.other.id == item.witness && pair.base.id == lacking.witness else { return [] }
            let groups = pair.groups.filter { group in
                (isBase ? group.comparison.base : group.comparison.other).contains(item.provision.article)
            }
            return groups.flatMap(\.comparison.rows).compactMap { row in
                guard (isBase ? row.base : row.other) == nil, let unit = isBase ? row.other : row.base else {
                    return nil
                }
                return other.text(unit.text)
            }
        }
    }

    /// Items of the same articles that the other act does have, so that the answer is not always no.
    private func present(_ act: ActMaterial, beside absent: [StudyCard]) -> [StudyCard] {
        var result: [StudyCard] = []
        for pair in material.differences where pair.base.id == act.witness.id || pair.other.id == act.witness.id {
            let isBase = pair.base.id == act.witness.id
            let other = isBase ? pair.other.id : pair.base.id
            for group in pair.groups where !group.isPart && hasAbsence(group, isBase, other, absent) {
                let rows = group.comparison.rows.filter { [.counterpart, .changed].contains($0.state) }
                let found = rows.compactMap { presence(act, $0, isBase: isBase, other: other, group) }
                result += found.prefix(Self.perGroup)
            }
        }
        return result
    }

    private func hasAbsence(_ group: ComparedProvisions, _ isBase: Bool, _ other: String, _ absent: [StudyCard]) -> Bool
    {
        let own = isBase ? group.comparison.base : group.comparison.other
        return absent.contains { card in
            guard case .shared(let item, let asked, _) = card.task else { return false }
            return asked == other && own.contains(item.provision.article)
        }
    }

    private func presence(
        _ act: ActMaterial, _ row: ComparisonRow, isBase: Bool, other: String, _ group: ComparedProvisions
    ) -> StudyCard? {
        guard let own = isBase ? row.base : row.other, let facing = isBase ? row.other : row.base,
            own.level == .point, facing.level == .point, !own.text.isEmpty, !facing.text.isEmpty
        else { return nil }
        let item = StudyQuote(witness: act.witness.id, provision: own.eId, spans: own.text)
        let counterpart = StudyQuote(witness: other, provision: facing.eId, spans: facing.text)
        guard let rule = rule(of: item, act), !act.isDamaged(item.spans), agrees(act, item, counterpart),
            let answer = acts.first(where: { $0.witness.id == other }).flatMap({ self.rule(of: counterpart, $0) }),
            // What one act orders and another allows is not the same.
            answer.norm.modality == rule.norm.modality,
            !ListNoun.isCatchAll(act.text(item.spans))
        else { return nil }
        let answering = isBase ? group.comparison.other : group.comparison.base
        return act.card(
            .compare, rule, "has-\(other)-\(item.start)", .shared(item: item, other: other, answering: answering),
            options: ListCards.truth(true), proof: [item, counterpart])
    }

    /// A link says that two items answer each other; their words must say so too.
    private func agrees(_ act: ActMaterial, _ item: StudyQuote, _ counterpart: StudyQuote) -> Bool {
        let (one, two) = (act.text(item.spans), act.anyText(counterpart))
        let language = acts.first { $0.witness.id == counterpart.witness }?.regulation.language
        switch (act.regulation.language, language) {
        case (.chinese, .chinese), (.english, .english):
            let (a, b) = (features(one, act.regulation.language), features(two, act.regulation.language))
            return 2 * a.intersection(b).count >= max(a.count, b.count)
        case (.chinese, _): return agrees(chinese: one, english: two)
        case (.english, _): return agrees(chinese: two, english: one)
        }
    }

    private func features(_ text: String, _ language: Language) -> Set<String> { SaidIndex.features(text, language) }

    private func agrees(chinese: String, english: String) -> Bool {
        (material.renderings.answeredShare(of: chinese, in: english) ?? 0) >= Self.leastAnswered
            && (material.renderings.explainedShare(of: english, by: chinese) ?? 0) >= SaidIndex.mostShared
    }

    /// Terms of a Chinese item that must stand in the English one.
    private static let leastAnswered = 0.75

    // MARK: Values

    /// Which value an act sets, the others' values as wrong options; only of acts in one language, whose words do not
    /// tell which act they are from.
    private func values() -> [StudyCard] {
        material.parameters.parameters.flatMap { parameter -> [StudyCard] in
            guard parameter.differs, Self.asked.contains(parameter.attribute) else { return [] }
            return acts.compactMap { value(of: $0, parameter) }
        }
    }

    /// Values that an act sets once, so that their name tells what is asked: of time limits and fines one matter has many.
    private static let asked: Set<ParameterAttribute> = [.minimumAge, .maximumAge, .age, .education, .inForce]

    private func value(of act: ActMaterial, _ parameter: Parameter) -> StudyCard? {
        let readable = parameter.values.filter(\.isReadable)
        let own = readable.filter { $0.witness == act.witness.id }
        guard let first = own.first, own.count == 1,
            let rule = act.rules.first(where: { $0.lead.provision.article == first.provision.article })
        else { return nil }
        var seen: Set<String> = [parameter.compared(first)]
        let others = readable.filter { value in
            guard let other = acts.first(where: { $0.witness.id == value.witness }),
                other.witness.id != act.witness.id, other.regulation.language == act.regulation.language
            else { return false }
            return seen.insert(parameter.compared(value)).inserted && value.written != first.written
        }
        guard !others.isEmpty else { return nil }
        func quote(_ value: ParameterValue) -> StudyQuote {
            StudyQuote(witness: value.witness, provision: value.provision, spans: [value.span])
        }
        let options =
            [StudyCard.Option(content: .quote(quote(first)), isRight: true)]
            + others.prefix(3).map { StudyCard.Option(content: .quote(quote($0)), isRight: false) }
        let sentence = act.rules.first { rule in
            ([rule.lead] + rule.items.map(\.quote)).contains { $0.spans.contains { $0.contains(first.span) } }
        }
        let proof = sentence.flatMap { rule in
            ([rule.lead] + rule.items.map(\.quote)).first { $0.spans.contains { $0.contains(first.span) } }
        }
        return act.card(
            .compare, rule, "value-\(parameter.attribute.rawValue)-\(first.span.start)",
            .valued(attribute: parameter.attribute, matter: parameter.matter), options: options,
            proof: [proof ?? quote(first)] + others.prefix(3).map(quote))
    }
}
