/// A half-open range of UTF-8 bytes of one `SourceText`: `start ..< end`.
///
/// Spans are the only way provisions, parts and diagnostics hold text; strings are made from them late.
public struct ByteSpan: Hashable, Sendable, Comparable {
    // Half a word each: an act has thousands of spans.
    private let first: UInt32
    private let past: UInt32

    /// Offset of the first byte, counted from 0.
    public var start: Int { Int(first) }
    /// Offset after the last byte; never less than `start`.
    public var end: Int { Int(past) }

    /// Makes a span; an `end` before `start` gives the empty span at `start`. Offsets lie below 4 GB.
    public init(_ start: Int, _ end: Int) {
        first = UInt32(clamping: start)
        past = UInt32(clamping: max(start, end))
    }

    /// Number of bytes.
    public var length: Int { end - start }

    /// True where the span holds no byte.
    public var isEmpty: Bool { start == end }

    /// The bytes' offsets.
    public var range: Range<Int> { start..<end }

    /// True where every byte of `other` lies in this span.
    public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

    /// True where the byte at `offset` lies in this span.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    /// Order by start, then by end.
    public static func < (a: ByteSpan, b: ByteSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A place in a text as people name it: both numbers count from 1; the column counts Unicode scalars.
public struct TextPosition: Hashable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column in Unicode scalars, from 1.
    public let column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
