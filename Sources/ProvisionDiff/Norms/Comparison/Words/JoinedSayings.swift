import RegulationModel

/// Joins what only one side has with what only the other has, where the two speak of one matter.
struct JoinedSayings {
    let sayings: Sayings

    /// One difference in place of two, within one language.
    func joined(_ differences: [NormDifference]) -> [NormDifference] { ofOneMatter(sanctions(differences)) }

    /// The only sanction that one side has alone, beside the only one of the other side: read apart, each side in turn seems
    /// to punish nothing.
    private func sanctions(_ differences: [NormDifference]) -> [NormDifference] {
        let open = differences.indices.filter { index in
            let difference = differences[index]
            return difference.reason == .sanctions && !difference.isDoubtful && difference.isOneSided
        }
        guard open.count == 2, differences[open[0]].isInBase != differences[open[1]].isInBase else {
            return differences
        }
        let (one, two) = (differences[open[0]], differences[open[1]])
        let (base, other) = one.isInBase ? (one, two) : (two, one)
        var result = differences
        result[open[0]] = NormDifference(
            kind: base.kind, reason: .sanctions, baseProvision: base.baseProvision, base: base.base,
            otherProvision: other.otherProvision, other: other.other, isDoubtful: false)
        result.remove(at: open[1])
        return result
    }

    private func ofOneMatter(_ differences: [NormDifference]) -> [NormDifference] {
        let own: Set<DifferenceReason> = [.item, .paragraph]
        let open = differences.indices.filter {
            own.contains(differences[$0].reason) && !differences[$0].isDoubtful && differences[$0].isOneSided
                && !leavesOpen(differences[$0])
        }
        let (asked, given) = (open.filter { differences[$0].isInBase }, open.filter { !differences[$0].isInBase })
        guard !asked.isEmpty, !given.isEmpty, sayings.language == .chinese else { return differences }
        let sides = (sayings.facing(true, ([], [])).own, sayings.facing(false, ([], [])).own)
        func pairs(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Set<UInt64> {
            spans.reduce(into: []) { $0.formUnion(Sayings.pairs($1, side)) }
        }
        let first = asked.map { pairs(differences[$0].base, sides.0) }
        let second = given.map { pairs(differences[$0].other, sides.1) }
        let candidates = first.indices.flatMap { base in
            second.indices.compactMap { other -> ScoredPair? in
                let shared = first[base].intersection(second[other])
                let all = sayings.weight(first[base]) + sayings.weight(second[other])
                let share = 2 * sayings.weight(shared) / max(all, .leastNonzeroMagnitude)
                guard shared.count >= Self.fewestShared, share >= Self.oneMatter else { return nil }
                return ScoredPair(score: share, base: base, other: other)
            }
        }
        var result = differences.map(Optional.some)
        for pair in BestPairs.chosen(candidates) {
            let (base, other) = (differences[asked[pair.base]], differences[given[pair.other]])
            result[asked[pair.base]] = NormDifference(
                kind: .other, reason: .ruledOtherwise, baseProvision: base.baseProvision, base: base.base,
                otherProvision: other.otherProvision, other: other.other, isDoubtful: false)
            result[given[pair.other]] = nil
        }
        return result.compactMap(\.self)
    }

    /// 其他造成严重损害的 at the end of a list is on no matter of its own.
    private func leavesOpen(_ difference: NormDifference) -> Bool {
        let side = sayings.facing(difference.isInBase, ([], [])).own
        return difference.reason == .item
            && side.reader.norms(at: difference.own.provision).first.map { Sayings.leavesOpen($0, side) } ?? false
    }

    private static let fewestShared = NearestSayings.fewestPairs - 1
    /// Of 308 differences in four pairs of acts, read one by one, four such pairs share this or more; three of them were on
    /// one matter.
    private static let oneMatter = 0.145
}
