import RegulationModel

extension UnitComparison {
    /// Words of duty, power and ban. Two texts that differ in 应当, 可以, 不得 are never called the same; a duty that only
    /// a translation has is doubtful, since translators write “shall” for plain Chinese statements.
    func modality() -> [NormDifference] {
        guard !isAcross else { return words() }
        let duties = DutyComparison(unit: self)
        return duties.differences() + lead()
    }

    /// Across languages: which words each side has; where they stand is the translator's.
    private func words() -> [NormDifference] {
        let isPoint = first.contains { $0.inheritedFrom != nil } && second.contains { $0.inheritedFrom != nil }
        let (a, b) = (counts(first), counts(second))
        let hasBoth = !a.isEmpty && !b.isEmpty
        // “which may affect”: inside a list item of another language a lone word of power is part of the wording.
        if isPoint && !hasBoth { return lead() }
        let kinds: [Modality] = [.mustNot, .may, .must]
        let differing = kinds.filter { (a[$0] != nil) != (b[$0] != nil) }
        let isEqualLength = a.values.reduce(0, +) == b.values.reduce(0, +)
        var result = oneSided(differing.filter { $0 != .must }, differing)
        if differing == [.must], hasBoth, isEqualLength { result += oneSided([.must], differing) }
        if differing == [.must], !hasBoth, isMachine, hasMust(a) != hasMust(b) {
            // Plain statement on one side.
            result.append(
                difference(
                    .modality, .dutyOfTranslation, spans(first, .must), spans(second, .must), doubtful: isDoubtfulForm))
        }
        if differing.isEmpty, isEqualLength, order(first) != order(second) {
            // The same words in another order, or more of one and fewer of another.
            result.append(
                difference(.modality, .dutyOfTranslation, spans(first, nil), spans(second, nil), doubtful: true))
        }
        return result + lead()
    }

    /// The words of duty, power and ban of the unit, in order.
    private func order(_ norms: [Norm]) -> [Modality] {
        norms.filter { $0.modality != .purpose && $0.modality != .definition }.flatMap(\.cues).map(\.modality)
            .filter { [.must, .may, .mustNot].contains($0) }
    }

    /// What the lead-in hands down, where the two differ.
    private func lead() -> [NormDifference] {
        guard let x = first.first(where: { $0.inheritedFrom != nil }),
            let y = second.first(where: { $0.inheritedFrom != nil }),
            x.modality != y.modality, [x.modality, y.modality].allSatisfy({ [.must, .may, .mustNot].contains($0) })
        else { return [] }
        // Under 应当遵守下列规定 each point orders or bans by itself.
        guard isAcross || !(opensRules(x, base) || opensRules(y, other)) else { return [] }
        // 可以申报 beside 应当具备下列条件: other things, not another word for one.
        let (a, b) = (order(x, base), order(y, other))
        guard isAcross || a.isEmpty || b.isEmpty || !a.isDisjoint(with: b) else { return [] }
        // Said of the words of the lead-ins, so that it is one difference, not one for each point.
        return [difference(.modality, .duty, handedDown(x, base), handedDown(y, other))]
    }

    /// What stands behind the words by which a lead-in hands down its modality, as neighbouring letters without 下列.
    private func order(_ norm: Norm, _ side: NormComparison.Side) -> Set<UInt64> {
        guard let lead = lead(of: norm, side) else { return [] }
        let words = text(lead.span, side)
        let empty = Set("下列以应当可不得".unicodeScalars.map(\.value))
        return handedDown(norm, side).reduce(into: []) { order, cue in
            guard let end = words.starts.firstIndex(where: { $0 >= cue.end }) else { return }
            let clause = words.clause(around: end)
            let pairs = Sentences.pairs(words.span(end..<max(end, clause.upperBound)), side)
            order.formUnion(
                pairs.filter { !empty.contains(UInt32($0 >> 32)) && !empty.contains(UInt32($0 & 0xFFFF_FFFF)) })
        }
    }

    /// The sentence that opens the list of a point.
    private func lead(of norm: Norm, _ side: NormComparison.Side) -> Norm? {
        norm.inheritedFrom.flatMap { place in
            side.reader.norms(at: place).last { $0.provision == place && $0.span.start < norm.span.start }
        }
    }

    private func opensRules(_ norm: Norm, _ side: NormComparison.Side) -> Bool {
        guard let lead = lead(of: norm, side) else { return false }
        let words = text(lead.span, side)
        return PlainWords.lists.contains { words.contains($0) }
    }

    /// The words of the lead-in by which a point has its modality; the point's own bytes where it has none.
    private func handedDown(_ norm: Norm, _ side: NormComparison.Side) -> [ByteSpan] {
        guard norm.inheritedFrom != nil else { return [norm.span] }
        let lead = lead(of: norm, side)
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
        let isDoubtful = (counts(first).isEmpty || counts(second).isEmpty)
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
        // 在各自职责范围内 and 按照各自职责 are the same limit.
        func limits(_ norms: [Norm], _ side: NormComparison.Side) -> [Condition] {
            own(norms, true).filter { isAcross || !text($0.span, side).contains("职责") }
        }
        let (a, b) = (limits(first, base), limits(second, other))
        if a.isEmpty != b.isEmpty {
            // In one language most are places (在河道管理范围内) that the other side names in another way.
            result.append(difference(.other, .scope, a.map(\.span), b.map(\.span), doubtful: !isAcross))
        }
        let (x, y) = (own(first, false), own(second, false))
        if Set(x.flatMap(\.kinds)) != Set(y.flatMap(\.kinds)) {
            let isLost = (x.isEmpty && base.isMachine) || (y.isEmpty && other.isMachine)
            result.append(difference(.other, .control, x.map(\.span), y.map(\.span), doubtful: isLost && isAcross))
        }
        return result
    }

    /// Aims of a clause of purpose that only one side names. What an act cited is called aims at nothing here: 《……污染环境防治法》.
    func aims() -> [NormDifference] {
        guard let x = first.first(where: { $0.modality == .purpose }),
            let y = second.first(where: { $0.modality == .purpose })
        else { return [] }
        func read(_ norm: Norm, _ side: NormComparison.Side) -> [String: ByteSpan] {
            let text = text(norm.span, side)
            let acts = norm.references.filter(\.isOfAct).map(\.span)
            var result: [String: ByteSpan] = [:]
            for rule in AimRules.all where isAcross || !AimRules.degrees.contains(rule.name) {
                for phrase in side.regulation.language == .chinese ? rule.chinese : rule.english {
                    let place = text.all(phrase).map(text.span).first { span in !acts.contains { $0.contains(span) } }
                    if let place { result[rule.name] = result[rule.name] ?? place }
                }
            }
            return result
        }
        let (a, b) = (read(x, base), read(y, other))
        guard Set(a.keys) != Set(b.keys) else { return [] }
        let one = a.filter { b[$0.key] == nil }.map(\.value).sorted()
        let two = b.filter { a[$0.key] == nil }.map(\.value).sorted()
        // Within one language an aim is seldom left out; mostly another word of it is not in the list.
        return [difference(.other, .aims, one, two, doubtful: !isAcross && one.isEmpty != two.isEmpty)]
    }
}

/// Words for what an act is to achieve that drafters choose with care.
enum AimRules {
    /// What is aimed at stays the same with and without these: within one language they are wording.
    static let degrees: Set<String> = ["further", "strengthen"]
    static let all: [(name: String, chinese: [Phrase], english: [Phrase], example: String, source: RuleSource)] = [
        ("further", ["进一步"], ["further"], "为进一步规范……", .draftingNorms1),
        (
            "strengthen", ["加强", "强化"], ["strengthen", "strengthening", "reinforce", "enhance"], "为了加强……管理",
            .draftingNorms1
        ),
        ("prevent", ["预防", "防止"], ["prevent", "preventing", "prevention"], "预防和减少火灾危害", .draftingNorms1),
    ]
}
