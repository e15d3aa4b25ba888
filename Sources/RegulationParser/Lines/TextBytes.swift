/// The bytes of a text while it is read: a view that costs nothing to copy and checks each access.
///
/// A lent one is valid only inside the call that lends it (`lend`), and no value that outlives reading holds one; a copy
/// keeps its bytes itself.
struct TextBytes {
    private let base: UnsafeBufferPointer<UInt8>
    /// Holds the bytes of a copy; nil where they are lent.
    private let owner: Owner?

    /// Lends a view of `bytes` to `body`.
    static func lend<Result>(_ bytes: [UInt8], _ body: (TextBytes) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(TextBytes(base: $0)) }
    }

    private init(base: UnsafeBufferPointer<UInt8>) {
        self.base = base
        owner = nil
    }

    /// A copy of `bytes`, for small texts that are looked at here and there.
    init(copying bytes: some Collection<UInt8>) {
        let owner = Owner(bytes)
        base = UnsafeBufferPointer(owner.bytes)
        self.owner = owner
    }

    private final class Owner {
        let bytes: UnsafeMutableBufferPointer<UInt8>

        init(_ source: some Collection<UInt8>) {
            bytes = .allocate(capacity: source.count)
            _ = bytes.initialize(from: source)
        }

        deinit { bytes.deallocate() }
    }

    /// Number of bytes.
    @inline(__always)
    var count: Int { base.count }

    /// The byte at an offset; traps outside the text, in every build.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: base.count))
        return base[index]
    }

    /// Four bytes from an offset on, the first the highest; zeros stand behind the end.
    @inline(__always)
    func four(at index: Int) -> UInt32 {
        guard index >= 0, index <= base.count &- 4 else { return fewer(at: index) }
        return UInt32(bigEndian: UnsafeRawBufferPointer(base).loadUnaligned(fromByteOffset: index, as: UInt32.self))
    }

    /// Eight bytes from an offset on, and eight that begin `apart` bytes behind it, the first the highest; nil where
    /// fewer stand before the end.
    @inline(__always)
    func eightTwice(at index: Int, apart: Int) -> (UInt64, UInt64)? {
        guard index >= 0, index <= base.count &- apart &- 8 else { return nil }
        let bytes = UnsafeRawBufferPointer(base)
        return (
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index &+ apart, as: UInt64.self))
        )
    }

    private func fewer(at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 8 | (index + $1 < count ? UInt32(self[index + $1]) : 0) }
    }

    /// The bytes of a range.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= base.count)
        return UnsafeBufferPointer(rebasing: base[range])
    }
}

extension [UInt8] {
    /// Offset of the first NUL.
    var firstNul: Int? { withUnsafeBytes { $0.firstNul } }
}

extension UnsafeRawBufferPointer {
    /// Bytes that are looked at in one step where nothing is found among them.
    private static let stride = 32

    /// Eight bytes from an offset on, the first the lowest.
    @inline(__always)
    func eight(at index: Int) -> UInt64 { UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self)) }

    /// The high bit of each byte below `limit`, which is at most 0x80, the first such byte for certain; zero where none is.
    @inline(__always)
    private static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 {
        (word &- limit &* 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Offset of the first NUL.
    var firstNul: Int? { first(0, from: 0) }

    /// Offset of the first `byte` from an offset on; many bytes at a time.
    func first(_ byte: UInt8, from start: Int) -> Int? {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        var index = start
        while index + Self.stride <= count {
            var found: UInt64 = 0
            for place in 0..<4 { found |= Self.below(1, eight(at: index + place * 8) ^ pattern) }
            if found != 0 { break }
            index += Self.stride
        }
        while index + 8 <= count {
            let found = Self.below(1, eight(at: index) ^ pattern)
            // The lowest one found is one for certain.
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < count {
            if self[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// How many bytes are control characters other than white space.
    var controlCount: Int {
        var controls = 0
        var index = 0
        while index + Self.stride <= count {
            var found: UInt64 = 0
            for place in 0..<4 {
                let word = eight(at: index + place * 8)
                found |= Self.below(0x20, word) | Self.below(1, word ^ Self.deletes)
            }
            // Most pieces hold none.
            if found != 0 {
                for place in 0..<4 {
                    let word = eight(at: index + place * 8)
                    if Self.below(0x20, word) | Self.below(1, word ^ Self.deletes) != 0 {
                        controls += Self.controlCount(word)
                    }
                }
            }
            index += Self.stride
        }
        for byte in self[index...] where byte < 0x09 || (0x0E..<0x20).contains(byte) || byte == 0x7F { controls += 1 }
        return controls
    }

    private static let deletes: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    @inline(__always)
    private static func controlCount(_ word: UInt64) -> Int {
        let others = exactlyBelow(0x20, word) & ~exactlyBelow(0x0E, word)
        return (exactlyBelow(0x09, word) | others | exactlyBelow(1, word ^ deletes)).nonzeroBitCount
    }

    /// The high bit of each byte below `limit`, which is at most 0x80, and of no other.
    @inline(__always)
    private static func exactlyBelow(_ limit: UInt64, _ word: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        return ~((word | high) &- limit &* 0x0101_0101_0101_0101) & ~word & high
    }
}
