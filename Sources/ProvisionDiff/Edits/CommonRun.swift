/// A run of tokens that both texts have, at some place of each.
package struct CommonRun: Sendable, Hashable {
    /// Index of its first token in the base.
    package var base: Int
    /// Index of its first token in the other text.
    package var other: Int
    /// Number of tokens, at least 1.
    package var count: Int

    package init(base: Int, other: Int, count: Int) {
        self.base = base
        self.other = other
        self.count = count
    }

    /// Index behind its last token in the base.
    package var baseEnd: Int { base + count }
    /// Index behind its last token in the other text.
    package var otherEnd: Int { other + count }

    /// The run with base and other exchanged.
    package var mirrored: CommonRun { CommonRun(base: other, other: base, count: count) }
}

/// Two ranges still to be compared.
struct Region {
    var base: Range<Int>
    var other: Range<Int>

    var isOpen: Bool { !base.isEmpty && !other.isEmpty }
    var size: Int { base.count + other.count }
}
