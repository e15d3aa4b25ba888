/// The bytes of a text while it is read: a view that costs nothing to copy and checks each access.
///
/// It is valid only inside the call that lends it (`lend`); no value that outlives reading holds one.
struct TextBytes {
    private let base: UnsafeBufferPointer<UInt8>

    /// Lends a view of `bytes` to `body`.
    static func lend<Result>(_ bytes: [UInt8], _ body: (TextBytes) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(TextBytes(base: $0)) }
    }

    private init(base: UnsafeBufferPointer<UInt8>) { self.base = base }

    /// Number of bytes.
    @inline(__always)
    var count: Int { base.count }

    /// The byte at an offset; traps outside the text, in every build.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: base.count))
        return base[index]
    }

    /// The bytes of a range.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= base.count)
        return UnsafeBufferPointer(rebasing: base[range])
    }
}
