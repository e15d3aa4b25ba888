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
    /// Offset of the first NUL; eight bytes at a time.
    var firstNul: Int? {
        withUnsafeBytes { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            return bytes[index...].firstIndex(of: 0)
        }
    }
}
