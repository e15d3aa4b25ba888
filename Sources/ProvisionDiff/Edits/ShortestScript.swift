/// The shortest edit script of a region, in linear space: the middle of a shortest path, then both halves (after E. Myers,
/// "An O(ND) difference algorithm and its variations", 1986). A region that needs a long script is left whole: its texts
/// share nothing that a reader would see.
struct ShortestScript {
    let base: [Int32]
    let other: [Int32]
    /// Work done so far.
    private(set) var steps = 0
    private var runs: [CommonRun] = []
    /// Farthest point on each diagonal: of paths from the start, and of paths from the end.
    private var reached: [[Int]]

    /// Longest half of a script that is looked for.
    private static let longestHalf = 256
    private static let zero = longestHalf + 1

    /// One of the two ends that paths start from.
    private enum End: Int {
        case start, finish
    }

    init(base: [Int32], other: [Int32]) {
        self.base = base
        self.other = other
        reached = [[Int]](repeating: [Int](repeating: 0, count: 2 * Self.longestHalf + 3), count: 2)
    }

    /// The runs that the script keeps, ascending.
    mutating func runs(in region: Region) -> [CommonRun] {
        runs = []
        var open = [region]
        while var next = open.popLast() {
            trim(&next)
            guard next.isOpen, let snake = middle(of: next) else { continue }
            if snake.count > 0 { runs.append(snake) }
            let before = Region(
                base: next.base.lowerBound..<snake.base, other: next.other.lowerBound..<snake.other)
            let behind = Region(
                base: snake.baseEnd..<next.base.upperBound, other: snake.otherEnd..<next.other.upperBound)
            // A part as large as the whole would never get smaller.
            for part in [behind, before] where part.isOpen && part.size < next.size { open.append(part) }
        }
        return CommonRuns.joined(runs.sorted { $0.base < $1.base })
    }

    private mutating func trim(_ region: inout Region) {
        var (low, otherLow) = (region.base.lowerBound, region.other.lowerBound)
        var (high, otherHigh) = (region.base.upperBound, region.other.upperBound)
        while low < high, otherLow < otherHigh, base[low] == other[otherLow] {
            (low, otherLow) = (low + 1, otherLow + 1)
        }
        while low < high, otherLow < otherHigh, base[high - 1] == other[otherHigh - 1] {
            (high, otherHigh) = (high - 1, otherHigh - 1)
        }
        let before = CommonRun(
            base: region.base.lowerBound, other: region.other.lowerBound, count: low - region.base.lowerBound)
        let behind = CommonRun(base: high, other: otherHigh, count: region.base.upperBound - high)
        runs += [before, behind].filter { $0.count > 0 }
        region = Region(base: low..<high, other: otherLow..<otherHigh)
    }

    /// The run in the middle of a shortest path, perhaps empty; nil where the path is too long.
    private mutating func middle(of region: Region) -> CommonRun? {
        let half = min(Self.longestHalf, (region.size + 1) / 2)
        for end in [End.start, .finish] { reached[end.rawValue][Self.zero + 1] = 0 }
        for depth in 0...half {
            for end in [End.start, .finish] {
                if let found = step(depth, from: end, region) { return found }
            }
        }
        return nil
    }

    /// One more edit from one end on all diagonals; the run where paths from both ends meet.
    private mutating func step(_ depth: Int, from end: End, _ region: Region) -> CommonRun? {
        let (n, m) = (region.base.count, region.other.count)
        let (own, facing) = (end.rawValue, 1 - end.rawValue)
        let delta = n - m
        let lowest = -(depth - 2 * max(0, depth - m))
        let highest = depth - 2 * max(0, depth - n)
        guard lowest <= highest else { return nil }
        for diagonal in stride(from: lowest, through: highest, by: 2) {
            let start = self.start(depth, diagonal, own)
            var x = start
            while x < n, x - diagonal < m, isAlike(x, x - diagonal, region, end) { x += 1 }
            steps += x - start + 1
            reached[own][Self.zero + diagonal] = x
            let opposite = delta - diagonal
            guard (delta % 2 != 0) == (end == .start), abs(opposite) <= (end == .start ? depth - 1 : depth),
                x + reached[facing][Self.zero + opposite] >= n
            else { continue }
            let first = end == .start ? start : n - x
            let offset = end == .start ? diagonal : opposite
            return CommonRun(
                base: region.base.lowerBound + first, other: region.other.lowerBound + first - offset, count: x - start)
        }
        return nil
    }

    /// Where a path enters a diagonal: by a token added or one removed, whichever leads farther.
    private func start(_ depth: Int, _ diagonal: Int, _ own: Int) -> Int {
        let below = reached[own][Self.zero + diagonal + 1]
        guard diagonal != -depth else { return below }
        let above = reached[own][Self.zero + diagonal - 1]
        return diagonal != depth && above < below ? below : above + 1
    }

    private func isAlike(_ x: Int, _ y: Int, _ region: Region, _ end: End) -> Bool {
        switch end {
        case .start: base[region.base.lowerBound + x] == other[region.other.lowerBound + y]
        case .finish: base[region.base.upperBound - 1 - x] == other[region.other.upperBound - 1 - y]
        }
    }
}
