import RegulationModel

extension UnitComparison {
    /// Words of duty, power and ban. Two texts that differ in 应当, 可以, 不得 are never called the same; a duty that only
    /// a translation has is doubtful, since translators write “shall” for plain Chinese statements.
    func modality() -> [NormDifference] {
        let isPoint = first.contains { $0.inheritedFrom != nil } && second.contains { $0.inheritedFrom != nil }
        let (a, b) = (counts(first), counts(second))
        var result: [NormDifference] = []
        let hasBoth = !a.isEmpty && !b.isEmpty
        // “which may affect”: inside a list item of another language a lone word of power is part of the wording.
        if isAcross && isPoint && !hasBoth { return lead() }
        let kinds: [Modality] = [.mustNot, .may, .must]
        let differing = kinds.filter { (a[$0] != nil) != (b[$0] != nil) }
        let isEqualLength = a.values.reduce(0, +) == b.values.reduce(0, +)
        for kind in differing where kind != .must { result.append(oneSided(kind)) }
        if differing == [.must], hasBoth, !(isAcross && !isEqualLength) { result.append(oneSided(.must)) }
        if differing == [.must], !hasBoth, !isAcross || isMachine, hasMust(a) != hasMust(b) {
            // Plain statement on one side.
            result.append(
                difference(
                    .modality, isAcross ? .dutyOfTranslation : .duty, spans(first, .must), spans(second, .must),
                    doubtful: isDoubtfulForm))
        }
        if differing.isEmpty, isEqualLength, a != b, !isAcross {
            result.append(difference(.modality, .duty, spans(first, nil), spans(second, nil)))
        }
        return result + lead()
    }

    /// What the lead-in hands down, where the two differ.
    private func lead() -> [NormDifference] {
        guard let x = first.first(where: { $0.inheritedFrom != nil }),
            let y = second.first(where: { $0.inheritedFrom != nil }),
            x.modality != y.modality, [x.modality, y.modality].allSatisfy({ [.must, .may, .mustNot].contains($0) })
        else { return [] }
        return [difference(.modality, .duty, [x.span], [y.span])]
    }

    private func hasMust(_ counts: [Modality: Int]) -> Bool { counts[.must] != nil }

    private func oneSided(_ kind: Modality) -> NormDifference {
        let (a, b) = (spans(first, kind), spans(second, kind))
        let more = sentences(first) != sentences(second)
        // A ban in a sentence of its own is a rule more, no other word for the same rule.
        let isRule = kind == .mustNot && more
        // Where one language states and the other allows or bans, the word may be the translator's.
        if isAcross, counts(first).isEmpty || counts(second).isEmpty {
            return difference(.modality, .dutyOfTranslation, a, b, doubtful: true)
        }
        return difference(isRule ? .other : .modality, isRule ? .ban : .duty, a, b)
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
