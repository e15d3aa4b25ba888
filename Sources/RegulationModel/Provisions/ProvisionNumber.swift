/// The normalised number of a provision: an ordinal and, for inserted provisions, its branches.
///
/// 第十六条 is `16`; 第十六条之一 is `16-1`; 第十六条之一之二 is `16-1-2`. Order is reading order.
public struct ProvisionNumber: Hashable, Sendable {
    // Two words, so that numbers are copied and compared as plain bytes. A branch is held plus one, 0 where there is none.
    /// The ordinal and two branches.
    private let high: UInt64
    /// Further branches.
    private let low: UInt64

    /// Branches a number can have; no act has more than two.
    public static let mostBranches = 5
    /// Largest branch.
    public static let largestBranch = (1 << branchBits) - 2
    private static let branchBits = 17
    private static let branchesInHigh = 2
    private static let largestOrdinal = (1 << (64 - branchesInHigh * branchBits)) - 1
    private static let branchMask: UInt64 = (1 << UInt64(branchBits)) - 1

    /// Makes a number without branches. Ordinals lie between 0 and 1,073,741,823.
    public init(_ ordinal: Int) {
        let held = UInt64(min(max(ordinal, 0), Self.largestOrdinal))
        high = held << UInt64(Self.branchesInHigh * Self.branchBits)
        low = 0
    }

    /// Makes a number. Each branch lies between 0 and `largestBranch`. Of more branches than `mostBranches` the further
    /// ones are left out: whoever reads a text must not take such a mark for a number.
    public init(_ ordinal: Int, branches: [Int]) {
        var high = ProvisionNumber(ordinal).high
        var low: UInt64 = 0
        for (place, branch) in branches.prefix(Self.mostBranches).enumerated() {
            let held = UInt64(min(max(branch, 0), Self.largestBranch)) + 1
            if place < Self.branchesInHigh {
                high |= held << Self.shift(place)
            } else {
                low |= held << Self.shift(place)
            }
        }
        self.high = high
        self.low = low
    }

    /// How far a branch stands from the end of its word.
    private static func shift(_ place: Int) -> UInt64 {
        let last = place < branchesInHigh ? branchesInHigh - 1 : mostBranches - 1
        return UInt64((last - place) * branchBits)
    }

    /// The ordinal, from 1 (0 where a text prints it).
    public var ordinal: Int { Int(high >> UInt64(Self.branchesInHigh * Self.branchBits)) }

    /// Branch numbers (之一, 之二 …), outermost first.
    public var branches: [Int] {
        guard isBranch else { return [] }
        return (0..<Self.mostBranches).lazy.map { place in
            (place < Self.branchesInHigh ? high : low) >> Self.shift(place) & Self.branchMask
        }.prefix { $0 > 0 }.map { Int($0) - 1 }
    }

    /// True where the number has a branch.
    package var isBranch: Bool { high >> Self.shift(0) & Self.branchMask != 0 }

    /// `16` or `16-1`: Western digits only, fit for an eId.
    public var text: String {
        isBranch ? ([ordinal] + branches).map(String.init).joined(separator: "-") : String(ordinal)
    }
}

extension ProvisionNumber: Comparable {
    /// Reading order: 16 < 16-1 < 16-2 < 17.
    public static func < (a: ProvisionNumber, b: ProvisionNumber) -> Bool {
        a.high == b.high ? a.low < b.low : a.high < b.high
    }
}
