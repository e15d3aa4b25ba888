import ProvisionDiff
import RegulationModel

/// Questions on the lists of an act: what they name, and what they do not.
struct ListCards {
    let act: ActMaterial

    /// So many questions of each form are made of one list.
    private static let perList = 2
    private static let fewestWrong = 2
    private static let mostWrong = 3
    /// Longer items make an option nobody reads: characters of Chinese, and of English.
    private static let longest = (chinese: 60, english: 170)

    /// Rights, and conduct that every law forbids, can be told from tasks by common sense: one question is enough.
    private static func count(of kind: StudyKind) -> Int {
        [.rights, .discipline].contains(kind) ? 1 : perList
    }

    func cards() -> [StudyCard] {
        act.rules.filter { $0.items.count > 1 && $0.norm.modality != .statement }.flatMap(cards)
    }

    private func cards(of rule: StudyRule) -> [StudyCard] {
        guard !act.isDamaged(rule.lead.spans) else { return [] }
        let items = rule.ownItems(in: act.regulation).map(\.quote).filter(isUsable)
        let wrong = wrongItems(for: rule)
        guard !items.isEmpty else { return [] }
        let asked = spread(items, Self.count(of: rule.kind))
        var used: Set<StudyQuote> = []
        var result: [StudyCard] = []
        for (number, item) in asked.enumerated() {
            let options = nearest(to: item, wrong, avoiding: used)
            used.formUnion(options)
            guard options.count >= Self.fewestWrong else { continue }
            result.append(
                act.card(
                    .singleChoice, rule, "listed-\(number + 1)", .listed(lead: rule.lead),
                    options: [StudyCard.Option(content: .quote(item), isRight: true)]
                        + options.map { StudyCard.Option(content: .quote($0), isRight: false) },
                    proof: [rule.lead, item]))
        }
        // What every law forbids is no question of right or wrong.
        guard rule.kind != .discipline else { return result }
        return result
            + truths(
                rule, items.filter { !asked.contains($0) },
                wrong.filter { $0.witness == act.witness.id && !used.contains($0) })
    }

    /// One item that the list names, and one that it does not.
    private func truths(_ rule: StudyRule, _ items: [StudyQuote], _ wrong: [StudyQuote]) -> [StudyCard] {
        func card(_ item: StudyQuote, _ isRight: Bool, _ proof: [StudyQuote]) -> StudyCard {
            act.card(
                .trueFalse, rule, isRight ? "names" : "names-not", .belongs(item: item, lead: rule.lead),
                options: Self.truth(isRight), proof: proof)
        }
        var result: [StudyCard] = []
        if let item = items.first { result.append(card(item, true, [rule.lead, item])) }
        // Lists that have the same wrong items ask about different ones.
        if !wrong.isEmpty {
            let item = wrong[rule.lead.start % wrong.count]
            if let lead = lead(of: item) { result.append(card(item, false, [lead, item])) }
        }
        return result
    }

    /// Right and wrong, the one that holds marked.
    static func truth(_ isRight: Bool) -> [StudyCard.Option] {
        [true, false].map { StudyCard.Option(content: .truth($0), isRight: $0 == isRight) }
    }

    private func lead(of item: StudyQuote) -> StudyQuote? {
        act.rules.first { $0.items.contains { $0.quote == item } }?.lead
    }

    private func isUsable(_ item: StudyQuote) -> Bool {
        let count = act.text(item.spans).count
        let longest = act.regulation.language == .chinese ? Self.longest.chinese : Self.longest.english
        return count > 1 && count <= longest && !act.isDamaged(item.spans)
    }

    /// Items spread over a list, so that questions do not all ask for its first lines.
    private func spread(_ items: [StudyQuote], _ count: Int) -> [StudyQuote] {
        let count = min(count, items.count)
        return (0..<count).map { items[(2 * $0 + 1) * items.count / (2 * count)] }
    }

    // MARK: Wrong options

    /// Items that the list does not name: those of other acts that this one lacks, then those of its own lists that do
    /// the opposite. None of them is said by a rule of the kind of this list.
    private func wrongItems(for rule: StudyRule) -> [StudyQuote] {
        let foreign = (act.foreignItems[rule.lead.provision.article] ?? []).filter { isForeignUsable($0) }
        let own = act.rules.filter { isOpposed($0, to: rule) }.flatMap { $0.ownItems(in: act.regulation).map(\.quote) }
            .filter(isUsable)
        let kinds = Self.excluded(by: rule.kind)
        let listed = rule.items.map { SaidIndex.features(act.text($0.quote.spans), act.regulation.language) }
        var seen: Set<[Unicode.Scalar]> = []
        return (foreign + own).filter { item in
            let text = words(item)
            // Two options with the same words would be one.
            guard seen.insert(Folding.letters(Folding.fold(text).scalars)).inserted else { return false }
            let features = SaidIndex.features(text, act.regulation.language)
            return !act.said.isSaid(text, in: kinds)
                && !listed.contains { SaidIndex.share(features, $0) >= SaidIndex.mostShared }
        }
    }

    /// Only whole acts show that something is said nowhere.
    private func isForeignUsable(_ item: StudyQuote) -> Bool {
        item.provision.text.contains("point_") && act.said.lacks(words(item))
    }

    private func words(_ quote: StudyQuote) -> String { act.anyText(quote) }

    /// Lists whose items can be wrong for another list: permitted for forbidden and the other way round; other cases,
    /// other offences, other things that must be met or handed in.
    private func isOpposed(_ other: StudyRule, to rule: StudyRule) -> Bool {
        guard other.lead != rule.lead, other.items.count > 1 else { return false }
        switch rule.kind {
        case .bans, .discipline: return [.powers, .controlled, .rights].contains(other.kind)
        case .powers, .controlled: return other.kind == .bans
        case .rights: return [.controlled, .powers].contains(other.kind)
        case .disqualifications: return other.kind == .cases
        case .cases:
            return other.kind == .disqualifications || other.kind == .cases && other.norm.modality != rule.norm.modality
        case .liability, .duties, .conditions: return other.kind == rule.kind
        case .subject, .referrals, .encouraged: return false
        }
    }

    /// Rules by which an option could be right although the list does not name it.
    private static func excluded(by kind: StudyKind) -> Set<StudyKind> {
        switch kind {
        case .bans, .discipline: [.bans, .discipline, .liability]
        case .powers, .controlled: [.powers, .controlled, .rights, .duties]
        case .rights: [.rights]
        case .disqualifications: [.disqualifications]
        case .cases, .liability, .duties, .conditions, .subject, .referrals, .encouraged: []
        }
    }

    /// The wrong options whose length is nearest to the right one's, so that length tells nothing; from as many lists as
    /// can be, so that the one that stands apart is not the right one.
    private func nearest(
        to item: StudyQuote, _ wrong: [StudyQuote], avoiding used: Set<StudyQuote>
    ) -> [StudyQuote] {
        let length = act.text(item.spans).count
        let foreign = wrong.first { $0.witness != act.witness.id && !used.contains($0) }
        var chosen = foreign.map { [$0] } ?? []
        while chosen.count < Self.mostWrong {
            let lists = chosen.map(Self.list)
            let ranked = wrong.enumerated().filter { !chosen.contains($0.element) }.map { place, quote in
                (
                    lists.count { $0 == Self.list(of: quote) }, used.contains(quote) ? 1 : 0,
                    abs(words(quote).count - length), place
                )
            }
            guard let next = ranked.min(by: { $0 < $1 }) else { break }
            chosen.append(wrong[next.3])
        }
        return chosen
    }

    /// Text and article of an item's list.
    private static func list(of item: StudyQuote) -> String { "\(item.witness) \(item.provision.article)" }
}
