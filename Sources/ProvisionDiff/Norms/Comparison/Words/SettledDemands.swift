import RegulationModel

/// Looks for a demand of one side, a ban, a duty or a sanction, in what the other side says, within Chinese.
struct SettledDemands {
    let sayings: Sayings

    // By a strict reading of 308 certain differences in four pairs of acts (place names, weather, manners, archives): where
    // the other side's sentences hold this share of the words of one side, 11 of 12 bans, 10 of 13 words of duty and all 7
    // sanctions were said there or wrongly told; below it 1 of 1, 12 of 16 and none were differences.

    /// From which share on a demand of one side is doubtful, by its reason.
    private static let held: [DifferenceReason: Double] = [.ban: 0.15, .duty: 0.2, .sanctions: 0.2, .actsCited: 0.5]

    /// A demand that one side alone seems to have, beside the sentence of the other side that holds most of its words, as
    /// doubtful where that holds enough; as certain where the other side has the very words without the word of duty; any other
    /// difference as it is.
    func settled(_ difference: NormDifference, _ articles: (base: [EId], other: [EId])) -> NormDifference {
        guard let least = Self.held[difference.reason], !difference.isDoubtful, difference.isOneSided,
            sayings.language == .chinese
        else { return difference }
        let spans = difference.own.spans
        let view = sayings.facing(difference.isInBase, articles)
        let beside = view.sayings.filter(view.isBeside)
        let clauses = spans.flatMap { Sayings.parts($0, view.own, at: Sayings.semicolons + Sayings.commas) }
            .map { clause in
                Self.withoutDuties(clause, view.own)
                    .reduce(into: Set<UInt64>()) { $0.formUnion(Sayings.pairs($1, view.own)) }
            }
        let weight = clauses.reduce(0) { $0 + sayings.weight($1) }
        guard weight > 0 else { return difference }
        func share(_ clause: Set<UInt64>, _ saying: Saying) -> Double {
            sayings.weight(clause.intersection(saying.pairs))
        }
        let all = clauses.reduce(0) { sum, clause in sum + (beside.map { share(clause, $0) }.max() ?? 0) }
        guard all >= least * weight else { return elsewhere(difference, clauses, weight, view) }
        let best = beside.map { saying in (saying: saying, held: clauses.reduce(0) { $0 + share($1, saying) }) }
            .filter { $0.held > 0 }.firstHighest(by: \.held)
        guard let saying = best?.saying else { return difference }
        let whole = ByteSpan(covering: spans)
        if difference.reason == .duty, encourages(saying, view.facing) { return difference }
        guard all >= Self.same * weight, isOtherOrder(whole, saying, view) else {
            return difference.said(whole, otherwise: saying)
        }
        // 可以参照本条例执行 → 参照本条例执行: the other side says it without the word.
        return difference.beside(saying)
    }

    /// From which share on a ban of one side stands in an article of the other side that is not compared: as a point of a list
    /// 不得有下列行为, say.
    private static let heldElsewhere = 0.6

    private func elsewhere(
        _ difference: NormDifference, _ clauses: [Set<UInt64>], _ weight: Double, _ view: FacingSayings
    ) -> NormDifference {
        guard difference.reason == .ban else { return difference }
        func held(_ saying: Saying) -> Double {
            clauses.reduce(0) { $0 + sayings.weight($1.intersection(saying.pairs)) }
        }
        let best = view.sayings.map { (saying: $0, held: held($0)) }.firstHighest(by: \.held)
        guard let best, best.held >= Self.heldElsewhere * weight else { return difference }
        return difference.said(ByteSpan(covering: difference.own.spans), otherwise: best.saying)
    }

    /// From this share on the other side has the same words, and only the word of duty can differ.
    private static let same = 0.8

    /// Whether words say 不得 or 可以 where the other side has the same words without it: then that is the difference.
    private func isOtherOrder(_ own: ByteSpan, _ answer: Saying, _ view: FacingSayings) -> Bool {
        let (one, two) = (view.own, view.facing)
        let (words, saying) = (
            NormText(one.regulation.source, [own], language: one.regulation.language),
            NormText(two.regulation.source, [answer.span], language: two.regulation.language)
        )
        func has(_ phrases: [Phrase], _ text: NormText) -> Bool { phrases.contains { text.contains($0) } }
        // 可以从事下列工作 beside 协助从事下列工作 or 从事工作，主要包括: the lists are compared.
        if has(["下列"], words), has(["下列"], saying) || answer.opensList { return false }
        // 其他组织不得编印 beside 宗教团体可以编印: what one may do and others must not.
        if has(PlainWords.bans, words) { return !has(PlainWords.bans + ["不", "防止", "可以"], saying) }
        return has(["可以"], words) && !has(["可以", "有权", "可"] + PlainWords.bans, saying)
    }

    /// 应当 and 鼓励 are two things, however alike the rest.
    private func encourages(_ saying: Saying, _ side: NormComparison.Side) -> Bool {
        let text = NormText(side.regulation.source, [saying.span], language: side.regulation.language)
        return PlainWords.encouraging.contains { text.contains($0) }
    }

    /// What stands before, between and behind the words of duty of a clause.
    private static func withoutDuties(_ clause: ByteSpan, _ side: NormComparison.Side) -> [ByteSpan] {
        let text = NormText(side.regulation.source, [clause], language: side.regulation.language)
        let places = duties.flatMap(text.all).sorted { $0.lowerBound < $1.lowerBound }
        var start = 0
        var parts: [ByteSpan] = []
        for place in places where place.lowerBound >= start {
            if place.lowerBound > start { parts.append(text.span(start..<place.lowerBound)) }
            start = place.upperBound
        }
        if start < text.count { parts.append(text.span(start..<text.count)) }
        return parts
    }

    private static let duties = (PlainWords.bans + PlainWords.duties + PlainWords.powers).filter {
        $0.scalars.count > 1
    }
}
