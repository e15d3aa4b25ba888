import RegulationModel

/// Compares two paragraphs or points, rule by rule.
struct UnitComparison {
    let pair: NormComparison.Pair
    let base: NormComparison.Side
    let other: NormComparison.Side
    let first: [Norm]
    let second: [Norm]

    var isAcross: Bool { base.regulation.language != other.regulation.language }
    var isMachine: Bool { base.isMachine || other.isMachine }
    /// Across languages where one side is some translation; a word of form may be the translator's.
    var isDoubtfulForm: Bool { isAcross && isMachine }

    func all() -> [NormDifference] {
        let asked = encouragement()
        // An order that the other side only encourages is told with that.
        let duties = modality().filter { duty in
            guard duty.reason == .duty, duty.isOneSided else { return true }
            return !asked.contains { duty.isInBase ? $0.base == duty.base : $0.other == duty.other }
        }
        return levels() + bodies() + makers() + roles() + rules() + acts() + territories()
            + sanctions()
            + deferral() + duties + asked + repeals() + conditions() + aims() + procedures()
    }

    func difference(
        _ kind: DifferenceKind, _ reason: DifferenceReason, _ base: [ByteSpan], _ other: [ByteSpan],
        doubtful: Bool = false
    ) -> NormDifference {
        NormDifference(
            kind: kind, reason: reason, baseProvision: pair.base, base: base, otherProvision: pair.other, other: other,
            isDoubtful: doubtful)
    }

    func text(_ span: ByteSpan, _ side: NormComparison.Side) -> NormText {
        NormText(side.regulation.source, [span], language: side.regulation.language)
    }

    // MARK: Who

    /// Levels of government of those who are named.
    private func levels() -> [NormDifference] {
        let (a, b) = (first.flatMap(\.levels), second.flatMap(\.levels))
        let (x, y) = (union(a), union(b))
        guard x != y, !(x.isEmpty && y.isEmpty), isAcross || !LevelSummary.areAlike(x, y), !tellsScope else {
            return []
        }
        // Translators name a level that the other language leaves to the context, or leave it out.
        let isOneSided = isAcross && (x.isEmpty || y.isEmpty)
        guard !isAcross, !x.isEmpty, !y.isEmpty else {
            let reason: DifferenceReason = isOneSided ? .namedOnOneSide : .levels
            return [difference(.actor, reason, a.map(\.span), b.map(\.span), doubtful: isOneSided)]
        }
        let (one, two) = (acting(a, first, base), acting(b, second, other))
        var candidates: [ScoredPair] = []
        for (index, act) in one.prefix(Self.mostActing).enumerated() {
            for (place, answer) in two.prefix(Self.mostActing).enumerated() {
                let score = NeighbourLetters.alike(act.matter, answer.matter)
                if score >= Self.sameAct { candidates.append(ScoredPair(score: score, base: index, other: place)) }
            }
        }
        let pairs = BestPairs.chosen(candidates)
        guard !pairs.isEmpty else {
            return [difference(.actor, .levels, a.map(\.span), b.map(\.span), doubtful: true)]
        }
        let unlike = pairs.filter { !LevelSummary.areAlike(one[$0.base].levels, two[$0.other].levels) }
        guard unlike.isEmpty else {
            return unlike.map { difference(.actor, .levels, one[$0.base].spans, two[$0.other].spans) }
        }
        // 县人民政府组织实施 beside a clause that names nobody.
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        let rest = (
            one.indices.filter { !taken.contains($0) }.flatMap { one[$0].spans },
            two.indices.filter { !answered.contains($0) }.flatMap { two[$0].spans }
        )
        return rest.0.isEmpty && rest.1.isEmpty
            ? [] : [difference(.actor, .namedOnOneSide, rest.0, rest.1, doubtful: true)]
    }

    /// A clause in which somebody of a level acts.
    private struct Acting {
        var levels: Set<GovernmentLevel> = []
        var spans: [ByteSpan] = []
        /// Neighbouring letters of the clause without the names of those who act.
        var matter: Set<UInt64>
    }

    /// Least share of what two clauses say besides who acts, so that they are about one act.
    private static let sameAct = 0.3
    /// Clauses of a unit that are looked at: no paragraph of an act has so many.
    private static let mostActing = 60

    /// The levels of each clause that names any.
    private func acting(_ mentions: [LevelMention], _ norms: [Norm], _ side: NormComparison.Side) -> [Acting] {
        var clauses: [(span: ByteSpan, acting: Acting)] = []
        for mention in mentions {
            let span = whole(mention.span, norms, side)
            let place =
                clauses.firstIndex { $0.span.contains(mention.span) || $0.span == span }
                ?? {
                    clauses.append((span, Acting(matter: Sentences.pairs(span, side))))
                    return clauses.count - 1
                }()
            clauses[place].acting.levels.formUnion(mention.levels)
            clauses[place].acting.spans.append(mention.span)
            clauses[place].acting.matter.subtract(Sentences.pairs(mention.span, side))
        }
        return clauses.map(\.acting)
    }

    /// 本省公安机关……适用本条例 beside 本市公安机关……: each act names its own territory, and nobody acts.
    private var tellsScope: Bool {
        let words: Phrase = "适用本"
        return !isAcross && first.contains { text($0.span, base).contains(words) }
            && second.contains { text($0.span, other).contains(words) }
    }

    private func union(_ mentions: [LevelMention]) -> Set<GovernmentLevel> {
        mentions.reduce(into: []) { $0.formUnion($1.levels) }
    }

    /// A rule to be made: by somebody named on one side, by nobody named on the other.
    private func makers() -> [NormDifference] {
        let (a, b) = (first.filter { $0.modality == .delegation }, second.filter { $0.modality == .delegation })
        guard !a.isEmpty, !b.isEmpty else { return [] }
        let (x, y) = (a.compactMap { maker($0, base) }, b.compactMap { maker($0, other) })
        guard x.isEmpty != y.isEmpty else { return [] }
        // Within one language whoever decides in another clause of the rule (由……确定，报……公布) is its maker too.
        let silent = x.isEmpty ? a : b
        guard isAcross || !silent.contains(where: { $0.actors.contains(where: \.isAgent) }) else { return [] }
        return [difference(.actor, .agentMissing, x.isEmpty ? a.map(\.span) : x, y.isEmpty ? b.map(\.span) : y)]
    }

    /// The agent in the clause in which a rule is to be made.
    private func maker(_ norm: Norm, _ side: NormComparison.Side) -> ByteSpan? {
        let verbs: [Phrase] = [
            "制定", "规定", "订定", "定之", "公布", "formulated", "prescribed", "stipulated", "determined", "made",
            "established", "enacted", "drawn up", "set", "decided", "promulgated", "specified",
        ]
        let text = text(norm.span, side)
        let clauses = verbs.compactMap { text.all($0).last }.map { text.span(text.clause(around: $0.lowerBound)) }
        return norm.actors.first { actor in
            actor.isAgent
                && clauses.contains {
                    $0.contains(actor.span) || actor.span.contains($0)
                        || $0.start <= actor.span.start && actor.span.start < $0.end
                }
        }?.span
    }

    /// A role that acts on the English side and stands nowhere on the Chinese one.
    private func roles() -> [NormDifference] {
        guard isAcross else { return [] }
        let isBaseEnglish = base.regulation.language == .english
        let (english, chinese) = isBaseEnglish ? (first, second) : (second, first)
        let (englishSide, chineseSide) = isBaseEnglish ? (base, other) : (other, base)
        let stands = chinese.map { text($0.span, chineseSide) }
        for actor in english.flatMap(\.actors) where !actor.isAgent {
            let subject = text(actor.span, englishSide)
            for role in ActorRules.roles where role.english.contains(where: { subject.contains($0) }) {
                guard subject.count < 30,
                    !stands.contains(where: { text in role.chinese.contains { text.contains($0) } })
                else { continue }
                let spans = chinese.map(\.span)
                return [
                    difference(
                        .actor, .role, isBaseEnglish ? [actor.span] : spans, isBaseEnglish ? spans : [actor.span])
                ]
            }
        }
        return []
    }

    // MARK: References

    private func rules() -> [NormDifference] {
        func read(_ norms: [Norm]) -> (levels: Set<GovernmentLevel>, spans: [ByteSpan]) {
            var levels: Set<GovernmentLevel> = []
            var spans: [ByteSpan] = []
            for reference in norms.flatMap(\.references) {
                guard case .rules(let named) = reference.target else { continue }
                levels.formUnion(named)
                spans.append(reference.span)
            }
            return (levels, spans)
        }
        let (a, b) = (read(first), read(second))
        guard a.levels != b.levels else { return [] }
        let isLost = (a.levels.isEmpty && base.isMachine) || (b.levels.isEmpty && other.isMachine)
        // Between Chinese acts 国家有关规定 on one side alone stands for what the other side writes out, or for nothing: the
        // words themselves are marked.
        let isAlone = !isAcross && base.regulation.language == .chinese && a.levels.isEmpty != b.levels.isEmpty
        return isAlone ? [] : [difference(.reference, .rulesOf, a.spans, b.spans, doubtful: isAcross && isLost)]
    }

    /// Acts cited by title: by their words in one language, by their number across two.
    private func acts() -> [NormDifference] {
        func titles(_ norms: [Norm]) -> [ByteSpan] {
            norms.filter { $0.repeal == nil }.flatMap(\.references).compactMap {
                if case .act(let title) = $0.target { title } else { nil }
            }
        }
        let (a, b) = (titles(first), titles(second))
        if isAcross {
            guard a.count != b.count, !citesWithoutMarks(first, base), !citesWithoutMarks(second, other) else {
                return []
            }
            return [difference(.reference, .actsCited, a, b)]
        }
        // 《中华人民共和国消费者权益保护法》 and what is short for it in the act are one.
        func words(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Set<String> {
            let state: Phrase = "中华人民共和国"
            return Set(
                spans.map { span in
                    let title = text(span, side)
                    let start = title.first(state).map { $0.lowerBound <= 1 ? $0.upperBound : 0 } ?? 0
                    let name = title.string(start..<title.count).trimmingBrackets
                    return side.shortTitles[name] ?? name
                })
        }
        return words(a, base) == words(b, other) ? [] : [difference(.reference, .actsCited, a, b)]
    }

    /// Chinese that names acts without 《》, as statutes of Taiwan do: their number cannot be told.
    private func citesWithoutMarks(_ norms: [Norm], _ side: NormComparison.Side) -> Bool {
        guard side.regulation.language == .chinese else { return false }
        let nouns: [Phrase] = ["法", "条例", "办法", "规则", "细则", "标准", "准则"]
        let mark: UInt32 = 0x300A
        return norms.contains { norm in
            let text = text(norm.span, side)
            guard !text.scalars.contains(mark) else { return false }
            let own = FunctionRules.ownNames.flatMap(text.all)
            let formal: [Phrase] = [
                "依法", "法律", "法规", "违法", "合法", "方法", "法人", "司法", "法院", "执法", "法定", "办法由", "具体办法", "守法", "非法",
            ]
            let taken = own + formal.flatMap(text.all)
            return nouns.flatMap(text.all).contains { place in !taken.contains { $0.overlaps(place) } }
        }
    }

    /// 本省 beside 本市 where an act says what it is for and what it applies to; elsewhere the two cannot but differ in it.
    private func territories() -> [NormDifference] {
        guard speaksOfScope(first, base), speaksOfScope(second, other) else { return [] }
        func read(_ norms: [Norm]) -> [Territory] {
            norms.flatMap { norm in
                norm.territories.filter { place in
                    !norm.references.contains { reference in
                        if case .rules = reference.target { reference.span.contains(place.span) } else { false }
                    }
                }
            }
        }
        let (a, b) = (read(first), read(second))
        guard Set(a.map(\.level)) != Set(b.map(\.level)), !a.isEmpty, !b.isEmpty else { return [] }
        return [difference(.other, .territory, a.map(\.span), b.map(\.span))]
    }

    private static let scope: [Phrase] = [
        "适用", "遵守", " apply", " applies", " applied", "applicable", "application of", "abide",
    ]

    private func speaksOfScope(_ norms: [Norm], _ side: NormComparison.Side) -> Bool {
        norms.contains { norm in
            let text = text(norm.span, side)
            return norm.modality == .purpose || Self.scope.contains { text.contains($0) }
        }
    }

    // MARK: Consequences

    /// One side lays down the consequence, the other leaves it to another act.
    private func deferral() -> [NormDifference] {
        func defers(_ norms: [Norm]) -> [ByteSpan] {
            norms.filter { norm in
                norm.modality == .sanction && Set(norm.sanctions.map(\.kind)).isDisjoint(with: SanctionClause.named)
                    && norm.references.contains(where: \.isOfAct)
            }.map(\.span)
        }
        let (a, b) = (defers(first), defers(second))
        let (x, y) = (sanctionClauses(first, base), sanctionClauses(second, other))
        if !a.isEmpty, b.isEmpty, !y.isEmpty { return [difference(.deferral, .act, a, y.map(\.span))] }
        if !b.isEmpty, a.isEmpty, !x.isEmpty { return [difference(.deferral, .act, x.map(\.span), b)] }
        return []
    }

    private func repeals() -> [NormDifference] {
        let (a, b) = (first.compactMap(\.repeal), second.compactMap(\.repeal))
        return a.isEmpty == b.isEmpty ? [] : [difference(.other, .repeal, a, b)]
    }
}

extension String {
    /// Without 《 and 》 at the ends.
    fileprivate var trimmingBrackets: String {
        var name = self[...]
        if name.first == "《" { name.removeFirst() }
        if name.last == "》" { name.removeLast() }
        return String(name)
    }
}
