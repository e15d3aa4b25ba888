import RegulationModel

/// One place where two texts differ: tokens of the base that were removed, and tokens of the other text that stand for
/// them. One of the two ranges may be empty, never both.
public struct Hunk: Sendable, Hashable {
    /// Indices of tokens of the base.
    public let base: Range<Int>
    /// Indices of tokens of the other text.
    public let other: Range<Int>

    /// Makes a hunk.
    public init(base: Range<Int>, other: Range<Int>) {
        self.base = base
        self.other = other
    }

    /// The hunk with base and other exchanged.
    public var mirrored: Hunk { Hunk(base: other, other: base) }
}

/// What makes the other text of the base: all hunks, ascending in both texts; what lies between them is alike.
public struct EditScript: Sendable, Hashable {
    /// The differences; empty where the texts say the same.
    public let hunks: [Hunk]

    /// Makes a script of hunks that ascend.
    public init(hunks: [Hunk]) { self.hunks = hunks }

    /// The script that makes the base of the other text.
    public var mirrored: EditScript { EditScript(hunks: hunks.map(\.mirrored)) }

    /// The other text's keys, made of the base's: what every script must give.
    package func applied(to base: [UInt32], from other: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var next = 0
        for hunk in hunks {
            result += base[next..<hunk.base.lowerBound]
            result += other[hunk.other]
            next = hunk.base.upperBound
        }
        return result + base[next...]
    }

    /// The script that keeps some runs of texts of given lengths.
    init(keeping runs: [CommonRun], base: Int, other: Int) {
        var hunks: [Hunk] = []
        var (next, otherNext) = (0, 0)
        for run in runs + [CommonRun(base: base, other: other, count: 0)] {
            if run.base > next || run.other > otherNext {
                hunks.append(Hunk(base: next..<run.base, other: otherNext..<run.other))
            }
            (next, otherNext) = (run.baseEnd, run.otherEnd)
        }
        self.hunks = hunks
    }

    /// The runs that the script keeps of texts of given lengths.
    func runs(base: Int, other: Int) -> [CommonRun] {
        var runs: [CommonRun] = []
        var (next, otherNext) = (0, 0)
        for hunk in hunks + [Hunk(base: base..<base, other: other..<other)] {
            let count = hunk.base.lowerBound - next
            if count > 0 { runs.append(CommonRun(base: next, other: otherNext, count: count)) }
            (next, otherNext) = (hunk.base.upperBound, hunk.other.upperBound)
        }
        return runs
    }
}
