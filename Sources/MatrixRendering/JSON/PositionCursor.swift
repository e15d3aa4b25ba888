import RegulationModel

/// A span with its place: bytes of the decoded text, line and column from 1.
struct JSONSpan: Encodable, Sendable {
    let start: Int
    let end: Int
    let line: Int
    let column: Int
}

/// Lines and columns of offsets that mostly ascend: each line is stepped over once and each byte counted once, where
/// `SourceText.position` would search for the line and count from its start each time.
struct PositionCursor {
    private let source: SourceText
    /// The line last asked for, from 1, and the offsets where it begins and where the next one does.
    private var line = 1
    private var start = 0
    private var next = 0
    /// The offset last asked for, and its column.
    private var offset = 0
    private var column = 1

    /// How many lines are stepped over before the line is searched for.
    private static let mostSteps = 8

    init(_ source: SourceText) {
        self.source = source
        enter(1)
    }

    /// The span with the place of its start.
    mutating func span(_ span: ByteSpan) -> JSONSpan {
        let position = position(at: span.start)
        return JSONSpan(start: span.start, end: span.end, line: position.line, column: position.column)
    }

    /// First and last line of a span as people find them.
    mutating func lines(of span: ByteSpan) -> ClosedRange<Int> {
        guard source.anchors.isEmpty else { return source.lines(of: span) }
        find(span.start)
        let first = line
        find(max(span.start, span.end - 1))
        return first...line
    }

    private mutating func position(at target: Int) -> TextPosition {
        guard source.anchors.isEmpty else { return source.position(at: target) }
        find(target)
        if target < offset { enter(line) }
        let end = min(target, source.bytes.count)
        if offset < end {
            column += source.bytes.withUnsafeBytes {
                Self.characters(in: UnsafeRawBufferPointer(rebasing: $0[offset..<end]))
            }
            offset = end
        }
        return TextPosition(line: line, column: column)
    }

    /// Goes to the line that holds an offset; stays where it is on the line already.
    @inline(__always)
    private mutating func find(_ target: Int) {
        if target < start || target >= next { search(target) }
    }

    @inline(never)
    private mutating func search(_ target: Int) {
        var steps = 0
        while target >= next, steps < Self.mostSteps {
            enter(line + 1)
            steps += 1
        }
        if target < start || target >= next { enter(source.line(at: target)) }
    }

    /// Goes to the start of a line. A byte order mark takes no column.
    private mutating func enter(_ line: Int) {
        self.line = line
        start = source.lineStarts[line - 1]
        next = line < source.lineStarts.count ? source.lineStarts[line] : .max
        offset = start == 0 && source.hasByteOrderMark ? 3 : start
        column = 1
    }

    /// Number of bytes that do not go on with a character.
    private static func characters(in text: UnsafeRawBufferPointer) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var further: UInt64 = 0
        var place = 0
        while place + 8 <= text.count {
            let word = text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            // The high bit set and the next one not, in each byte; the sum of eight such bits stands in the highest byte.
            further += ((word >> 7 & ~(word >> 6) & ones) &* ones) >> 56
            place += 8
        }
        while place < text.count {
            if text[place] & 0xC0 == 0x80 { further += 1 }
            place += 1
        }
        return text.count - Int(further)
    }
}
