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
        if isPerfect(marks) { return Array(marks.indices) }
        var best = [Double](repeating: 0, count: marks.count)
        var previous = [Int](repeating: -1, count: marks.count)
        var held = BestMarks(marks)
        var leader: Int?
        for index in marks.indices {
            let number = marks[index].number
            let rank = held.rank(of: number.ordinal)
            var chosen = (score: number.ordinal <= 1 ? 0 : costs.lateStart, from: -1)
            func offer(_ from: Int?, _ cost: Double) {
                guard let from, best[from] + cost > chosen.score else { return }
                chosen = (best[from] + cost, from)
            }
            if let last = number.branches.last {
                let stem = ProvisionNumber(
                    number.ordinal, branches: number.branches.dropLast() + (last > 1 ? [last - 1] : []))
                let ofStem = held.byNumber(stem, rank)
                offer(ofStem, costs.successor)
                if ofStem == nil { offer(held.byOrdinal[rank], costs.gap) }
            } else if rank > 0, held.ordinals[rank - 1] == number.ordinal - 1 {
                offer(held.byOrdinal[rank - 1], costs.successor)
            }
            offer(held.prefix.best(below: rank, scores: best), costs.gap)
            offer(held.byNumber(number, rank), costs.duplicate)
            offer(leader, number.ordinal == 1 && !number.isBranch ? costs.restart : costs.backward)
            best[index] = chosen.score + marks[index].strength
            previous[index] = chosen.from
            held.update(number, rank, index, best)
            if leader.map({ best[index] > best[$0] }) ?? true { leader = index }
        }
        guard let leader, best[leader] > 0 else { return [] }
        return chain(endingAt: leader, previous)
    }

    /// True for 1, 2, 3 … without anything beside: every mark is worth taking and every step the best one.
    private func isPerfect(_ marks: [Mark]) -> Bool {
        for index in marks.indices {
            guard marks[index].number.ordinal == index + 1, !marks[index].number.isBranch,
                marks[index].strength > 0
            else { return false }
        }
        return true
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

/// The best mark so far for each ordinal and number.
private struct BestMarks {
    /// The ordinals that occur, ascending.
    let ordinals: [Int]
    /// Best mark of each ordinal, by rank.
    private(set) var byOrdinal: [Int?]
    /// Best mark of each number without branches, by rank.
    private var plain: [Int?]
    private var branched: [ProvisionNumber: Int] = [:]
    private(set) var prefix: PrefixBest

    init(_ marks: [Mark]) {
        var sorted = marks.map(\.number.ordinal)
        sorted.sort()
        var distinct: [Int] = []
        for ordinal in sorted where distinct.last != ordinal { distinct.append(ordinal) }
        ordinals = distinct
        byOrdinal = Array(repeating: nil, count: distinct.count)
        plain = byOrdinal
        prefix = PrefixBest(count: distinct.count)
    }

    /// Place of an ordinal that occurs.
    func rank(of ordinal: Int) -> Int {
        var low = 0
        var high = ordinals.count
        while low < high {
            let middle = (low + high) / 2
            if ordinals[middle] < ordinal { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Parameter rank: that of the number's ordinal.
    func byNumber(_ number: ProvisionNumber, _ rank: Int) -> Int? {
        !number.isBranch ? plain[rank] : branched[number]
    }

    mutating func update(_ number: ProvisionNumber, _ rank: Int, _ index: Int, _ best: [Double]) {
        if byOrdinal[rank].map({ best[$0] < best[index] }) ?? true { byOrdinal[rank] = index }
        if byNumber(number, rank).map({ best[$0] < best[index] }) ?? true {
            if !number.isBranch { plain[rank] = index } else { branched[number] = index }
        }
        prefix.offer(index, at: rank, scores: best)
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
