/// What became of provisions, told from all main links of two texts together.
struct Relations: Sendable {
    private let rowDegrees: [Int: Int]
    private let columnDegrees: [Int: Int]
    private let inOrder: Set<Int>

    /// Looks at the linked pairs, which come row by row.
    init(_ pairs: [LinkDecision.Pair]) {
        var rowDegrees: [Int: Int] = [:]
        var columnDegrees: [Int: Int] = [:]
        for pair in pairs where pair.strength == .main {
            rowDegrees[pair.row, default: 0] += 1
            columnDegrees[pair.column, default: 0] += 1
        }
        let single = pairs.filter {
            $0.strength == .main && rowDegrees[$0.row] == 1 && columnDegrees[$0.column] == 1
        }
        self.rowDegrees = rowDegrees
        self.columnDegrees = columnDegrees
        let longest = Self.longestAscent(single.map(\.column))
        inOrder = Set(longest.map { single[$0].row })
    }

    /// The relation of one linked pair.
    func relation(of pair: LinkDecision.Pair, sameWords: Bool) -> Relation {
        guard pair.strength == .main else { return .changed }
        let others = rowDegrees[pair.row, default: 0]
        let bases = columnDegrees[pair.column, default: 0]
        if others > 1, bases == 1 { return .split }
        if bases > 1, others == 1 { return .merged }
        if others == 1, bases == 1, !inOrder.contains(pair.row) { return .moved }
        return sameWords ? .same : .changed
    }

    /// Indices of a longest ascending sequence: the provisions that kept their order. What is left was moved.
    static func longestAscent(_ numbers: [Int]) -> [Int] {
        var tails: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for index in numbers.indices {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] < numbers[index] { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tails[low - 1] : nil
            if low < tails.count { tails[low] = index } else { tails.append(index) }
        }
        var result: [Int] = []
        var next = tails.last
        while let index = next {
            result.append(index)
            next = before[index]
        }
        return result.reversed()
    }
}
