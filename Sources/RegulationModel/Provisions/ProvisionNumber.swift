/// The normalised number of a provision: an ordinal and, for inserted provisions, its branches.
///
/// 第十六条 is `16`; 第十六条之一 is `16-1`; 第十六条之一之二 is `16-1-2`. Order is reading order.
public struct ProvisionNumber: Hashable, Sendable, Comparable {
    /// The ordinal, from 1 (0 where a text prints it).
    public let ordinal: Int
    /// The branches in one word, so that numbers are copied as plain bytes: each plus one, the outermost highest.
    private let packed: UInt64

    /// Branches a number can have; no act has more than two.
    public static let mostBranches = 3
    private static let bits = 21
    private static let largestBranch = (1 << bits) - 2

    /// Makes a number. Of more branches than `mostBranches` the further ones are left out; each lies between 0 and
    /// 2,097,150.
    public init(_ ordinal: Int, branches: [Int] = []) {
        self.ordinal = ordinal
        var packed: UInt64 = 0
        for place in 0..<(branches.isEmpty ? 0 : Self.mostBranches) {
            let branch = place < branches.count ? min(max(branches[place], 0), Self.largestBranch) + 1 : 0
            packed = packed << Self.bits | UInt64(branch)
        }
        self.packed = packed
    }

    /// Branch numbers (之一, 之二 …), outermost first.
    public var branches: [Int] {
        guard packed != 0 else { return [] }
        let places = (0..<Self.mostBranches).reversed().map { packed >> (Self.bits * $0) & ((1 << Self.bits) - 1) }
        return places.prefix { $0 > 0 }.map { Int($0) - 1 }
    }

    /// True where the number has a branch.
    package var isBranch: Bool { packed != 0 }

    /// `16` or `16-1`: Western digits only, fit for an eId.
    public var text: String {
        isBranch ? ([ordinal] + branches).map(String.init).joined(separator: "-") : String(ordinal)
    }

    /// Reading order: 16 < 16-1 < 16-2 < 17.
    public static func < (a: ProvisionNumber, b: ProvisionNumber) -> Bool {
        a.ordinal == b.ordinal ? a.packed < b.packed : a.ordinal < b.ordinal
    }
}
