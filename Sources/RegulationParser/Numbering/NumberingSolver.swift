import RegulationModel

/// Chooses, out of all places where a provision may begin, the best consistent sequence over the whole document.
///
/// Each chosen mark gives its strength; each step from one chosen mark to the next gives or costs what the step is
/// worth: a successor is rewarded, a gap, a repeated number and a step back cost. So an ordinal word starts an article
/// only where the sequence wants one, and a printed mark at a line's start survives a fault of the source's numbering.
/// Time is O(n log n) in the number of marks.
struct NumberingSolver {
    /// What a step between two chosen marks is worth.
    struct Costs {
        /// Next number, or next branch.
        var successor = 2.0
        /// A number left out.
        var gap = -2.5
        /// The same number again.
        var duplicate = -2.0
        /// A lower number that is not 1.
        var backward = -5.0
        /// 1 again: an annex, or a level that restarts by its nature.
        var restart = -3.5
        /// A sequence that begins with another number than 1.
        var lateStart = -1.0
    }

    var costs = Costs()

    /// Indices of the chosen marks, ascending; none where no sequence is worth more than nothing. Ties go to the earlier
    /// mark.
    func solve(_ marks: [Mark]) -> [Int] {
        guard !marks.isEmpty else { return [] }
        var best = [Double](repeating: 0, count: marks.count)
        var previous = [Int](repeating: -1, count: marks.count)
        let ordinals = Set(marks.map(\.number.ordinal)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: ordinals.enumerated().map { ($1, $0) })
        var byOrdinal: [Int: Int] = [:]
        var byNumber: [ProvisionNumber: Int] = [:]
        var prefix = PrefixBest(count: ordinals.count)
        var leader: Int?
        for index in marks.indices {
            let number = marks[index].number
            var chosen = (score: number.ordinal <= 1 ? 0 : costs.lateStart, from: -1)
            func offer(_ from: Int?, _ cost: Double) {
                guard let from, best[from] + cost > chosen.score else { return }
                chosen = (best[from] + cost, from)
            }
            if let last = number.branches.last {
                let stem = ProvisionNumber(
                    number.ordinal, branches: number.branches.dropLast() + (last > 1 ? [last - 1] : []))
                offer(byNumber[stem], costs.successor)
                if byNumber[stem] == nil { offer(byOrdinal[number.ordinal], costs.gap) }
            } else {
                offer(byOrdinal[number.ordinal - 1], costs.successor)
            }
            let rank = ranks[number.ordinal] ?? 0
            offer(prefix.best(below: rank, scores: best), costs.gap)
            offer(byNumber[number], costs.duplicate)
            offer(leader, number.ordinal == 1 && number.branches.isEmpty ? costs.restart : costs.backward)
            best[index] = chosen.score + marks[index].strength
            previous[index] = chosen.from
            update(&byOrdinal, number.ordinal, index, best)
            update(&byNumber, number, index, best)
            prefix.offer(index, at: rank, scores: best)
            if leader.map({ best[index] > best[$0] }) ?? true { leader = index }
        }
        guard let leader, best[leader] > 0 else { return [] }
        return chain(endingAt: leader, previous)
    }

    private func update<Key: Hashable>(_ table: inout [Key: Int], _ key: Key, _ index: Int, _ best: [Double]) {
        if let held = table[key], best[held] >= best[index] { return }
        table[key] = index
    }

    private func chain(endingAt last: Int, _ previous: [Int]) -> [Int] {
        var chain: [Int] = []
        var index = last
        while index >= 0 {
            chain.append(index)
            index = previous[index]
        }
        return chain.reversed()
    }
}

/// The best index among all with a lower rank (a Fenwick tree of maxima).
private struct PrefixBest {
    private var tree: [Int]

    init(count: Int) { tree = Array(repeating: -1, count: count + 1) }

    func best(below rank: Int, scores: [Double]) -> Int? {
        var result = -1
        var node = rank
        while node > 0 {
            if tree[node] >= 0, result < 0 || scores[tree[node]] > scores[result] { result = tree[node] }
            node -= node & -node
        }
        return result < 0 ? nil : result
    }

    mutating func offer(_ index: Int, at rank: Int, scores: [Double]) {
        var node = rank + 1
        while node < tree.count {
            if tree[node] < 0 || scores[index] > scores[tree[node]] { tree[node] = index }
            node += node & -node
        }
    }
}
