/// The normalised number of a provision: an ordinal and, for inserted provisions, its branches.
///
/// 第十六条 is `16`; 第十六条之一 is `16-1`; 第十六条之一之二 is `16-1-2`. Order is reading order.
public struct ProvisionNumber: Hashable, Sendable, Comparable {
    /// The ordinal, from 1 (0 where a text prints it).
    public let ordinal: Int
    /// Branch numbers (之一, 之二 …), outermost first.
    public let branches: [Int]

    /// Makes a number.
    public init(_ ordinal: Int, branches: [Int] = []) {
        self.ordinal = ordinal
        self.branches = branches
    }

    /// `16` or `16-1`: Western digits only, fit for an eId.
    public var text: String {
        branches.isEmpty ? String(ordinal) : ([ordinal] + branches).map(String.init).joined(separator: "-")
    }

    /// Reading order: 16 < 16-1 < 16-2 < 17.
    public static func < (a: ProvisionNumber, b: ProvisionNumber) -> Bool {
        a.ordinal == b.ordinal ? a.branches.lexicographicallyPrecedes(b.branches) : a.ordinal < b.ordinal
    }
}
