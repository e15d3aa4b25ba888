import RegulationModel

/// Reads scalars, white space and literals out of UTF-8 bytes. All offsets are bytes of one text.
struct Scanner {
    let bytes: TextBytes

    /// Reads lent bytes.
    init(bytes: TextBytes) { self.bytes = bytes }

    /// Reads a copy of bytes.
    init(copying bytes: some Collection<UInt8>) { self.bytes = TextBytes(copying: bytes) }

    /// The scalar at `index` and its length in bytes; the bytes are valid UTF-8.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }

    /// Length of the scalar at `index`.
    @inline(__always)
    func length(at index: Int) -> Int { Self.length(of: bytes[index]) }

    /// Length of the scalar that begins with a byte.
    @inline(__always)
    static func length(of first: UInt8) -> Int {
        switch first {
        case 0..<0x80: 1
        case 0x80..<0xE0: 2
        case 0xE0..<0xF0: 3
        default: 4
        }
    }

    /// The scalar that ends before `index`, not before `start`.
    @inline(__always)
    func scalar(before index: Int, from start: Int) -> (value: UInt32, length: Int)? {
        var begin = index - 1
        guard begin >= start else { return nil }
        while begin > start, bytes[begin] & 0xC0 == 0x80 { begin -= 1 }
        return scalar(at: begin)
    }

    /// True for white space as copied texts have it: ASCII blanks, no-break, en and em spaces, ideographic space,
    /// and what has no width: zero-width spaces and joiners, soft hyphens, marks of direction, byte order marks.
    @inline(__always)
    static func isSpace(_ value: UInt32) -> Bool {
        if value > 0x3000 { return value == 0xFEFF }
        switch value {
        case 0x20, 0x09, 0x0B, 0x0C, 0x0A, 0x0D, 0x85, 0xA0, 0xAD, 0x1680, 0x3000: return true
        case 0x2000...0x200F, 0x2028...0x202F, 0x2060...0x2069: return true
        default: return false
        }
    }

    /// A scanner of bytes that are not decoded yet, for what is written in ASCII: other bytes are question marks.
    static func ofASCII(_ bytes: some Sequence<UInt8>) -> Scanner {
        Scanner(copying: bytes.map { $0 < 0x80 ? $0 : 0x3F })
    }

    /// A lower-case ASCII copy of the span, for what is written in Latin letters; other bytes stay.
    func lowercased(_ span: ByteSpan) -> Scanner { Scanner(copying: bytes[span.range].map(Self.folded)) }

    /// First offset from `index` on that is no white space; at most `end`.
    @inline(__always)
    func skipSpace(_ index: Int, _ end: Int) -> Int {
        var position = index
        while position < end {
            // Most text is ideographs, which begin with these bytes as no white space does.
            if (0xE4...0xE9).contains(bytes[position]) { break }
            let (value, length) = scalar(at: position)
            guard Self.isSpace(value) else { break }
            position += length
        }
        return position
    }

    /// Offset after the last byte before `index` that is no white space; at least `start`.
    @inline(__always)
    func skipSpaceBack(_ index: Int, _ start: Int) -> Int {
        var position = index
        // Ideographs and full-width marks end most pieces of text.
        if position - 3 >= start, Self.isVisible(bytes[position - 3], bytes[position - 2], bytes[position - 1]) {
            return position
        }
        while let (value, length) = scalar(before: position, from: start), Self.isSpace(value) { position -= length }
        return position
    }

    /// True for three bytes that are an ideograph or a mark of CJK or full-width forms: no white space, but not all that
    /// is none.
    @inline(__always)
    private static func isVisible(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        case 0xE4...0xE9: true
        // E3 80 80 is the ideographic space, EF BB BF a byte order mark; E3 cannot follow a first byte.
        case 0xE3: second == 0x80 && third != 0x80
        case 0xEF: second == 0xBC
        default: false
        }
    }

    /// The span without white space at both ends.
    func trimmed(_ span: ByteSpan) -> ByteSpan {
        let start = skipSpace(span.start, span.end)
        return ByteSpan(start, skipSpaceBack(span.end, start))
    }

    /// A string of the span.
    func string(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// The whole text.
    var span: ByteSpan { ByteSpan(0, bytes.count) }
}

// MARK: Literals

extension Scanner {
    /// True where `literal` stands at `index`.
    @inline(__always)
    func has(_ literal: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + literal.count <= bytes.count else { return false }
        for offset in 0..<literal.count where bytes[index + offset] != literal[offset] { return false }
        return true
    }

    /// The first of `literals` that stands at `index`.
    func first(of literals: [[UInt8]], at index: Int) -> Int? {
        literals.firstIndex { has($0, at: index) }
    }

    /// Offset of `literal` in `span`, from the start.
    func find(_ literal: [UInt8], in span: ByteSpan) -> Int? {
        guard let lead = literal.first, literal.count <= span.length else { return nil }
        var index = span.start
        let last = span.end - literal.count
        while index <= last {
            if bytes[index] == lead, has(literal, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// True where one of `words` stands in `span`.
    func contains(_ words: [[UInt8]], in span: ByteSpan) -> Bool {
        words.contains { find($0, in: span) != nil }
    }

    /// True where `literal`, which is in small letters, stands at `index` and ends at `end` or before; ASCII letters of
    /// the text count as small ones.
    @inline(__always)
    func hasFolded(_ literal: [UInt8], at index: Int, before end: Int) -> Bool {
        guard index >= 0, index + literal.count <= end else { return false }
        for offset in 0..<literal.count where Self.folded(bytes[index + offset]) != literal[offset] { return false }
        return true
    }

    /// The first of `literals` that stands at `index`, case-blind.
    func firstFolded(of literals: [[UInt8]], at index: Int, before end: Int) -> Int? {
        literals.firstIndex { hasFolded($0, at: index, before: end) }
    }

    /// Offset of `literal` in `span`, case-blind.
    func findFolded(_ literal: [UInt8], in span: ByteSpan) -> Int? {
        guard let lead = literal.first, literal.count <= span.length else { return nil }
        var index = span.start
        let last = span.end - literal.count
        while index <= last {
            if Self.folded(bytes[index]) == lead, hasFolded(literal, at: index, before: span.end) { return index }
            index += 1
        }
        return nil
    }

    /// A capital ASCII letter as a small one.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// UTF-8 of a word, for literals in rules.
func utf8(_ word: String) -> [UInt8] { Array(word.utf8) }

/// UTF-8 of words, for literals in rules.
func utf8(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

extension UInt32 {
    /// ASCII letter.
    @inline(__always)
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    /// ASCII capital.
    @inline(__always)
    var isCapital: Bool { (0x41...0x5A).contains(self) }
    /// ASCII or full-width digit.
    @inline(__always)
    var digit: Int? {
        switch self {
        case 0x30...0x39: Int(self) - 0x30
        case 0xFF10...0xFF19: Int(self) - 0xFF10
        default: nil
        }
    }
    /// Han ideograph, with 〇; see `Unicode.Scalar.isHan`.
    @inline(__always)
    var isHan: Bool {
        switch self {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3007: true
        default: false
        }
    }
}
