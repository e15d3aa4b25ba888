import RegulationModel

extension UnitComparison {
    /// Words of duty, power and ban. Two texts that differ in 应当, 可以, 不得 are never called the same; a duty that only
    /// a translation has is doubtful, since translators write “shall” for plain Chinese statements.
    func modality() -> [NormDifference] {
        // A word of a description that one side alone has orders nothing: 负有责任的领导人员, 禁止吸烟场所的经营者.
        let described = Set(
            (first + second).flatMap(\.cues).filter { $0.isSubordinate || repeatsLead($0) }.map(\.span)
                + boundCues(first, base) + boundCues(second, other))
        return words().filter { difference in
            !(difference.base.isEmpty != difference.other.isEmpty
                && described.isSuperset(of: difference.base + difference.other))
        }.map(withClauses)
    }

    /// 不得低于, beside 不低于: the value says it.
    private func boundCues(_ norms: [Norm], _ side: NormComparison.Side) -> [ByteSpan] {
        guard side.regulation.language == .chinese else { return [] }
        return norms.flatMap(\.cues).filter { $0.modality == .must && text($0.span, side).has("不得", at: 0) }.map(\.span)
    }

    /// In the points of lists that both demand something, another word of duty adds none: 应当具备下列条件：……勤务辅警应当具有…….
    private func repeatsLead(_ cue: ModalCue) -> Bool {
        [first, second].allSatisfy { norms in
            norms.contains { $0.inheritedFrom != nil && $0.modality == cue.modality }
        }
    }

    /// A word that one side alone has is quoted with what it orders, to the end of its clause.
    private func withClauses(_ difference: NormDifference) -> NormDifference {
        guard !isAcross, difference.base.isEmpty != difference.other.isEmpty else { return difference }
        return self.difference(
            difference.kind, difference.reason, difference.base.map { clause(from: $0, first, base) },
            difference.other.map { clause(from: $0, second, other) }, doubtful: difference.isDoubtful)
    }

    private func clause(from cue: ByteSpan, _ norms: [Norm], _ side: NormComparison.Side) -> ByteSpan {
        guard let norm = norms.first(where: { $0.span.contains(cue) }) else { return cue }
        let text = text(norm.span, side)
        guard let index = text.starts.lastIndex(where: { $0 <= cue.start }) else { return cue }
        let clause = text.clause(around: index)
        return clause.isEmpty ? cue : ByteSpan(cue.start, max(cue.end, text.span(clause).end))
    }

    private func words() -> [NormDifference] {
        let isPoint = first.contains { $0.inheritedFrom != nil } && second.contains { $0.inheritedFrom != nil }
        let (a, b) = (counts(first), counts(second))
        let hasBoth = !a.isEmpty && !b.isEmpty
        // “which may affect”: inside a list item of another language a lone word of power is part of the wording.
        if isAcross && isPoint && !hasBoth { return lead() }
        let verbs = verbs()
        if verbs.isComplete { return verbs.differences + lead() }
        let kinds: [Modality] = [.mustNot, .may, .must]
        let differing = kinds.filter { (a[$0] != nil) != (b[$0] != nil) }
        let isEqualLength = a.values.reduce(0, +) == b.values.reduce(0, +)
        var result = oneSided(differing.filter { $0 != .must }, differing)
        if differing == [.must], hasBoth, !(isAcross && !isEqualLength) { result += oneSided([.must], differing) }
        if differing == [.must], !hasBoth, !isAcross || isMachine, hasMust(a) != hasMust(b) {
            // Plain statement on one side.
            result.append(
                difference(
                    .modality, isAcross ? .dutyOfTranslation : .duty, spans(first, .must), spans(second, .must),
                    doubtful: isDoubtfulForm))
        }
        if differing.isEmpty, verbs.differences.isEmpty, isEqualLength, order(first) != order(second) {
            // The same words in another order, or more of one and fewer of another.
            result.append(
                difference(
                    .modality, isAcross ? .dutyOfTranslation : .duty, spans(first, nil), spans(second, nil),
                    doubtful: isAcross))
        }
        let said = Set(verbs.differences.flatMap { $0.base + $0.other })
        return verbs.differences + result.filter { !said.isSuperset(of: $0.base + $0.other) } + lead()
    }

    /// The words of duty, power and ban of the unit, in order.
    private func order(_ norms: [Norm]) -> [Modality] {
        norms.filter { $0.modality != .purpose && $0.modality != .definition }.flatMap(\.cues).map(\.modality)
            .filter { [.must, .may, .mustNot].contains($0) }
    }

    /// Within one language: what one text demands and the other allows or bans with the same verb (应当公示, 可以公示).
    /// Complete where each such word of both sides has its verb on the other.
    private func verbs() -> (differences: [NormDifference], isComplete: Bool) {
        guard !isAcross else { return ([], false) }
        var matched = 0
        let asked = demands(first, base)
        var open = demands(second, other)
        var result: [NormDifference] = []
        for demand in asked {
            guard let place = open.firstIndex(where: { $0.verb == demand.verb }) else { continue }
            let answer = open.remove(at: place)
            matched += 1
            guard answer.cue.modality != demand.cue.modality else { continue }
            result.append(difference(.modality, .duty, [demand.cue.span], [answer.cue.span]))
        }
        let words = [first, second].map { order($0).count }
        return (result, open.isEmpty && words == [matched, matched])
    }

    /// Each word of duty with the verb behind it: two characters in Chinese, two words in English.
    private func demands(_ norms: [Norm], _ side: NormComparison.Side) -> [(cue: ModalCue, verb: [UInt32])] {
        norms.filter { $0.modality != .purpose && $0.modality != .definition }.flatMap { norm in
            norm.cues.filter { [.must, .may, .mustNot].contains($0.modality) }.compactMap { cue in
                let behind = text(ByteSpan(cue.span.end, max(cue.span.end, norm.span.end)), side)
                let verb = behind.scalars.prefix(side.regulation.language == .chinese ? 2 : 12)
                return verb.count < 2 ? nil : (cue, Array(verb))
            }
        }
    }

    /// What the lead-in hands down, where the two differ.
    private func lead() -> [NormDifference] {
        guard let x = first.first(where: { $0.inheritedFrom != nil }),
            let y = second.first(where: { $0.inheritedFrom != nil }),
            x.modality != y.modality, [x.modality, y.modality].allSatisfy({ [.must, .may, .mustNot].contains($0) })
        else { return [] }
        // Said of the words of the lead-ins, so that it is one difference, not one for each point.
        return [difference(.modality, .duty, handedDown(x, base), handedDown(y, other))]
    }

    /// The words of the lead-in by which a point has its modality; the point's own bytes where it has none.
    private func handedDown(_ norm: Norm, _ side: NormComparison.Side) -> [ByteSpan] {
        guard let place = norm.inheritedFrom else { return [norm.span] }
        let lead = side.reader.norms(at: place).last { $0.provision == place && $0.span.start < norm.span.start }
        let cues = (lead?.cues ?? []).filter { $0.modality == norm.modality }.map(\.span)
        return cues.isEmpty ? [lead?.span ?? norm.span] : cues
    }

    private func hasMust(_ counts: [Modality: Int]) -> Bool { counts[.must] != nil }

    /// Kinds of words that one side alone has; each is quoted beside what the other side has instead.
    private func oneSided(_ kinds: [Modality], _ differing: [Modality]) -> [NormDifference] {
        let onlyBase = differing.filter { !spans(first, $0).isEmpty }
        let onlyOther = differing.filter { !spans(second, $0).isEmpty }
        guard !kinds.isEmpty else { return [] }
        // Where one language states and the other allows or bans, the word may be the translator's.
        let isDoubtful = isAcross && (counts(first).isEmpty || counts(second).isEmpty)
        if !onlyBase.isEmpty, !onlyOther.isEmpty, !isDoubtful {
            return [
                difference(
                    .modality, .duty, onlyBase.flatMap { spans(first, $0) }.sorted(),
                    onlyOther.flatMap { spans(second, $0) }.sorted())
            ]
        }
        let more = sentences(first) != sentences(second)
        return kinds.map { kind in
            let (a, b) = (spans(first, kind), spans(second, kind))
            if isDoubtful { return difference(.modality, .dutyOfTranslation, a, b, doubtful: true) }
            // A ban in a sentence of its own is a rule more, no other word for the same rule.
            let isRule = kind == .mustNot && more
            return difference(isRule ? .other : .modality, isRule ? .ban : .duty, a, b)
        }
    }

    private func sentences(_ norms: [Norm]) -> Int { norms.filter { !$0.cues.isEmpty }.count }

    private func counts(_ norms: [Norm]) -> [Modality: Int] {
        var result: [Modality: Int] = [:]
        for norm in norms where norm.modality != .purpose && norm.modality != .definition {
            for cue in norm.cues where [.must, .may, .mustNot].contains(cue.modality) {
                result[cue.modality, default: 0] += 1
            }
        }
        return result
    }

    private func spans(_ norms: [Norm], _ kind: Modality?) -> [ByteSpan] {
        norms.flatMap(\.cues).filter { kind == nil || $0.modality == kind }.map(\.span)
    }

    /// Under whom and within what.
    func conditions() -> [NormDifference] {
        func own(_ norms: [Norm], _ isScope: Bool) -> [Condition] {
            norms.filter { $0.inheritedFrom == nil }.flatMap(\.conditions).filter {
                $0.kinds.contains(.scope) == isScope
            }
        }
        var result: [NormDifference] = []
        let (a, b) = (own(first, true), own(second, true))
        if a.isEmpty != b.isEmpty { result.append(difference(.other, .scope, a.map(\.span), b.map(\.span))) }
        let (x, y) = (own(first, false), own(second, false))
        if Set(x.flatMap(\.kinds)) != Set(y.flatMap(\.kinds)) {
            let isLost = (x.isEmpty && base.isMachine) || (y.isEmpty && other.isMachine)
            result.append(difference(.other, .control, x.map(\.span), y.map(\.span), doubtful: isLost && isAcross))
        }
        return result
    }

    /// Aims of a clause of purpose that only one side names.
    func aims() -> [NormDifference] {
        guard let x = first.first(where: { $0.modality == .purpose }),
            let y = second.first(where: { $0.modality == .purpose })
        else { return [] }
        func read(_ norm: Norm, _ side: NormComparison.Side) -> [String: ByteSpan] {
            let text = text(norm.span, side)
            var result: [String: ByteSpan] = [:]
            for rule in AimRules.all {
                for phrase in side.regulation.language == .chinese ? rule.chinese : rule.english {
                    if let place = text.first(phrase) { result[rule.name] = result[rule.name] ?? text.span(place) }
                }
            }
            return result
        }
        let (a, b) = (read(x, base), read(y, other))
        guard Set(a.keys) != Set(b.keys) else { return [] }
        let one = a.filter { b[$0.key] == nil }.map(\.value).sorted()
        let two = b.filter { a[$0.key] == nil }.map(\.value).sorted()
        return [difference(.other, .aims, one, two)]
    }
}

/// Words for what an act is to achieve that drafters choose with care.
enum AimRules {
    static let all: [(name: String, chinese: [Phrase], english: [Phrase], example: String, source: RuleSource)] = [
        ("further", ["进一步"], ["further"], "为进一步规范……", .draftingNorms1),
        (
            "strengthen", ["加强", "强化"], ["strengthen", "strengthening", "reinforce", "enhance"], "为了加强……管理",
            .draftingNorms1
        ),
        ("prevent", ["预防", "防止"], ["prevent", "preventing", "prevention"], "预防和减少火灾危害", .draftingNorms1),
    ]
}
