/// The decoded text of one document: UTF-8 bytes that never change, and where its lines begin.
///
/// A line ends with LF, CR LF or a lone CR. The bytes are valid UTF-8; whoever decodes marks bad bytes with U+FFFD.
public struct SourceText: Sendable {
    /// Name shown in diagnostics (a file name as the user gave it, or `-`).
    public let name: String
    /// The text, valid UTF-8.
    public let bytes: [UInt8]
    /// Offset of the first byte of each line; line 1 begins at 0. Never empty.
    public let lineStarts: [Int]

    /// Where stretches of the text stand in the file they were taken from; empty where the text is the file.
    package let anchors: [TextAnchor]

    /// Takes decoded bytes and finds their lines.
    public init(name: String, bytes: [UInt8]) { self.init(name: name, bytes: bytes, anchors: []) }

    /// Takes a text that was made out of a file of another form, such as a web page. `anchors` are ascending by offset.
    package init(name: String, bytes: [UInt8], anchors: [TextAnchor]) {
        self.name = name
        self.bytes = bytes
        self.anchors = anchors
        var starts: [Int] = []
        starts.reserveCapacity(bytes.count / Self.bytesPerLine + 1)
        starts.append(0)
        bytes.withUnsafeBytes { Self.addLineStarts(of: $0, to: &starts) }
        self.lineStarts = starts
    }

    /// Room is made for lines of so many bytes; those of real acts have 160.
    private static let bytesPerLine = 128

    /// The high bit of each byte below 0x10 of a word, the first such byte for certain; of several words, zero or not.
    @inline(__always)
    private static func low(_ bytes: UnsafeRawBufferPointer, _ index: Int, words: Int) -> UInt64 {
        var low: UInt64 = 0
        for place in 0..<words {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + place * 8, as: UInt64.self))
            low |= (word &- 0x1010_1010_1010_1010) & ~word
        }
        return low & 0x8080_8080_8080_8080
    }

    private static func addLineStarts(of bytes: UnsafeRawBufferPointer, to starts: inout [Int]) {
        let count = bytes.count
        var index = 0
        while index < count {
            // Many bytes at a time, while none of them is below 0x10 as line breaks are.
            while index + 32 <= count, low(bytes, index, words: 4) == 0 { index += 32 }
            guard index < count else { break }
            if index + 8 <= count {
                let low = low(bytes, index, words: 1)
                if low == 0 {
                    index += 8
                    continue
                }
                index += low.trailingZeroBitCount / 8
            }
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < count, bytes[index] == 0x0A { index += 1 }
            starts.append(index)
        }
    }

    /// The whole text as a span.
    public var span: ByteSpan { ByteSpan(0, bytes.count) }

    /// Number of lines that hold at least one byte (a final line break opens no further line).
    public var lineCount: Int {
        lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count
    }

    /// The line (from 1) that holds the byte at `offset`.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// Line and column of a byte offset, in the file the text was taken from. A byte order mark takes no column.
    public func position(at offset: Int) -> TextPosition {
        if let anchor = anchor(at: offset) {
            var column = Int(anchor.column)
            for byte in bytes[Int(anchor.offset)..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 { column += 1 }
            return TextPosition(line: Int(anchor.line), column: column)
        }
        let line = line(at: offset)
        var column = 1
        var index = lineStarts[line - 1]
        if index == 0, hasByteOrderMark { index = 3 }
        while index < min(offset, bytes.count) {
            if bytes[index] & 0xC0 != 0x80 { column += 1 }
            index += 1
        }
        return TextPosition(line: line, column: column)
    }

    /// The line (from 1) which people find the byte at `offset` on: that of the file the text was taken from.
    package func shownLine(at offset: Int) -> Int {
        anchor(at: offset).map { Int($0.line) } ?? line(at: offset)
    }

    /// The last anchor at or before an offset; the first one for what stands before it.
    private func anchor(at offset: Int) -> TextAnchor? {
        guard let first = anchors.first else { return nil }
        var low = 0
        var high = anchors.count
        while low < high {
            let middle = (low + high) / 2
            if Int(anchors[middle].offset) <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? anchors[low - 1] : TextAnchor(offset: 0, line: Int(first.line), column: Int(first.column))
    }

    /// True where the text begins with U+FEFF.
    public var hasByteOrderMark: Bool {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    }

    /// The bytes of a span as they are printed.
    public func string(_ span: ByteSpan) -> String {
        String(decoding: bytes[span.range], as: UTF8.self)
    }

    /// Printed text of several spans: each run of white space becomes one space, and none stands between two
    /// ideographs or full-width marks, so that a sentence broken over lines reads as one. A tab, which keeps the cells of
    /// a table apart, is one space between any two.
    public func flowed(_ spans: [ByteSpan]) -> String {
        if spans.count == 1, !mayHoldSpace(spans[0]) { return string(spans[0]) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: flowedScalars(spans))
        return String(view)
    }

    /// False where no byte of a span can begin white space or a byte order mark.
    private func mayHoldSpace(_ span: ByteSpan) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            for index in span.range {
                switch bytes[index] {
                case ...0x20, 0xC2, 0xE1, 0xE2: return true
                case 0xE3 where index + 2 < span.end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80:
                    return true
                case 0xEF where index + 1 < span.end && bytes[index + 1] == 0xBB: return true
                default: continue
                }
            }
            return false
        }
    }

    /// Printed text of spans that follow each other, flowed as one text and given back in as many pieces: joined they are
    /// what `flowed` gives. White space between two pieces begins the later one. A span that begins where the one before
    /// it ends goes on with it.
    package func flowedRuns(_ runs: [[ByteSpan]]) -> [String] {
        var flow = TextFlow()
        var end: Int?
        return runs.map { run in
            let first = flow.scalars.count
            for span in run {
                if let end, end != span.start { flow.breakPiece() }
                bytes.withUnsafeBufferPointer { flow.append(UnsafeBufferPointer(rebasing: $0[span.range])) }
                end = span.end
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: flow.scalars[first...])
            return String(view)
        }
    }

    /// The characters of `flowed`.
    package func flowedScalars(_ spans: [ByteSpan]) -> [Unicode.Scalar] {
        var flow = TextFlow()
        flow.scalars.reserveCapacity(spans.reduce(0) { $0 + $1.range.count } / 2)
        for span in spans {
            bytes.withUnsafeBufferPointer { flow.append(UnsafeBufferPointer(rebasing: $0[span.range])) }
            flow.breakPiece()
        }
        return flow.scalars
    }
}

/// A place from which on a text stands in its file as it does here, character after character, up to the next anchor.
package struct TextAnchor: Sendable, Hashable {
    /// Offset in the text.
    package let offset: Int32
    /// Line in the file, from 1.
    package let line: Int32
    /// Column in the file in Unicode scalars, from 1.
    package let column: Int32

    /// Makes an anchor; what exceeds 31 bits stays at the largest number.
    package init(offset: Int, line: Int, column: Int) {
        self.offset = Int32(clamping: offset)
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }
}

/// Joins pieces of text with white space folded; see `SourceText.flowed`.
private struct TextFlow {
    var scalars: [Unicode.Scalar] = []
    private var pending = false
    private var keepsApart = false

    /// Adds UTF-8.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < piece.count {
            let (scalar, length) = Self.scalar(at: place, of: piece)
            guard length > 0 else {
                for scalar in String(decoding: piece[place...], as: UTF8.self).unicodeScalars { append(scalar) }
                return
            }
            append(scalar)
            place += length
        }
    }

    /// A character of one or three bytes, as nearly all are, and its length; 0 for anything else.
    @inline(__always)
    private static func scalar(at place: Int, of piece: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, length: Int) {
        let lead = piece[place]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        guard lead & 0xF0 == 0xE0, place + 2 < piece.count, piece[place + 1] & 0xC0 == 0x80,
            piece[place + 2] & 0xC0 == 0x80
        else { return ("\u{FFFD}", 0) }
        let head = UInt32(lead & 0x0F) << 12 | UInt32(piece[place + 1] & 0x3F) << 6
        guard head >= 0x800, let scalar = Unicode.Scalar(head | UInt32(piece[place + 2] & 0x3F)) else {
            return ("\u{FFFD}", 0)
        }
        return (scalar, 3)
    }

    @inline(__always)
    private mutating func append(_ scalar: Unicode.Scalar) {
        // Most characters are these, and no white space stands before them.
        if !pending, (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) {
            return scalars.append(scalar)
        }
        if scalar.isWhiteSpace || scalar == "\u{FEFF}" {
            pending = true
            if scalar == "\t" { keepsApart = true }
            return
        }
        if pending, let last = scalars.last, keepsApart || !(last.isWide && scalar.isWide) { scalars.append(" ") }
        pending = false
        keepsApart = false
        scalars.append(scalar)
    }

    /// Two pieces are never glued together.
    mutating func breakPiece() { pending = true }
}

extension Unicode.Scalar {
    /// True for ideographs, kana, CJK marks and full-width forms: text in which no spaces separate words.
    package var isWide: Bool {
        switch value {
        case 0x20...0x7E: false
        case 0x2E80...0x303F, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
        case 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF: true
        case 0x2018...0x201D, 0x2014, 0x2026: true
        default: false
        }
    }

    /// True for the characters with the property White_Space (Unicode 15, PropList), told without a look-up.
    package var isWhiteSpace: Bool {
        switch value {
        case 0x21...0x84, 0x3001...: false
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// True for Han ideographs.
    package var isHan: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }
}
