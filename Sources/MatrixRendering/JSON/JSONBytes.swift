import RegulationModel

/// Writes JSON into bytes, as `JSONText` does for values: keys come in the order in which they are given, slashes are
/// plain, and what a terminal would obey is escaped. Nothing is built in between, so that a folder of texts is written
/// about as fast as it is read.
struct JSONBytes {
    /// What was written so far.
    private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0
    /// False where the next element of the open array or object is the first.
    private var needsComma = false
    private var text: [UInt8] = []

    /// - Parameter isIndented: several lines, or one.
    init(isIndented: Bool, capacity: Int = 0) {
        self.isIndented = isIndented
        bytes.reserveCapacity(capacity)
    }

    // MARK: Structure

    /// An object as the value of a key, or as an element.
    mutating func object(_ key: StaticString? = nil, _ body: (inout JSONBytes) -> Void) {
        enclosed(key, open: "{", close: "}", body)
    }

    /// An array as the value of a key.
    mutating func array(_ key: StaticString, _ body: (inout JSONBytes) -> Void) {
        enclosed(key, open: "[", close: "]", body)
    }

    /// A line break after the whole value.
    mutating func endLine() { bytes.append(0x0A) }

    private mutating func enclosed(
        _ key: StaticString?, open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONBytes) -> Void
    ) {
        begin(key)
        bytes.append(UInt8(ascii: open))
        depth += 1
        needsComma = false
        body(&self)
        depth -= 1
        if isIndented, !needsComma { bytes.append(0x0A) }
        breakLine()
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        if isIndented { bytes.append(0x20) }
        bytes.append(UInt8(ascii: ":"))
        if isIndented { bytes.append(0x20) }
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(0x0A)
        for _ in 0..<depth * 2 { bytes.append(0x20) }
    }

    // MARK: Values

    /// A string, or `null`.
    mutating func string(_ key: StaticString, _ value: String?) {
        begin(key)
        guard let value else { return null() }
        append(value)
    }

    /// A string as an element of an array.
    mutating func element(_ value: String) {
        begin(nil)
        append(value)
    }

    /// The flowed text of spans.
    mutating func flowed(_ key: StaticString, _ spans: [ByteSpan], of source: SourceText) {
        begin(key)
        if spans.count == 1, appendPlain(spans[0], of: source) { return }
        text.removeAll(keepingCapacity: true)
        source.appendFlowed(spans, to: &text)
        let piece = text
        piece.withUnsafeBufferPointer { escape($0) }
        text = piece
    }

    /// The flowed text of a span, or `null`.
    mutating func flowed(_ key: StaticString, _ span: ByteSpan?, of source: SourceText) {
        guard let span else { return string(key, nil) }
        flowed(key, [span], of: source)
    }

    /// An integer, or `null`.
    mutating func integer(_ key: StaticString, _ value: Int?) {
        begin(key)
        guard let value else { return null() }
        append(value)
    }

    /// An integer as an element of an array.
    mutating func element(_ value: Int) {
        begin(nil)
        append(value)
    }

    /// `true` or `false`.
    mutating func boolean(_ key: StaticString, _ value: Bool) {
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    private mutating func null() { bytes.append(contentsOf: "null".utf8) }

    private mutating func append(_ value: Int) {
        guard (0..<100_000_000).contains(value) else { return bytes.append(contentsOf: String(value).utf8) }
        // Eight digits at most, the last one in the highest byte that is used.
        var rest = UInt32(value)
        var digits: UInt64 = 0
        repeat {
            digits = digits << 8 | UInt64(0x30 + rest % 10)
            rest /= 10
        } while rest > 0
        while digits > 0 {
            bytes.append(UInt8(truncatingIfNeeded: digits))
            digits >>= 8
        }
    }

    private mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { escape($0) }
    }

    // MARK: Escaping

    /// What can begin white space, or something that is escaped: a byte of which neither is sure is one too.
    private static let isNotPlain: [Bool] = (0..<256).map { (byte: Int) in
        byte <= 0x20 || [0x22, 0x5C, 0x7F, 0xC2, 0xE1, 0xE2].contains(byte)
    }

    /// Writes a span as a string where its bytes are written as they stand, as most are; false where they may not be.
    private mutating func appendPlain(_ span: ByteSpan, of source: SourceText) -> Bool {
        let isNotPlain = Self.isNotPlain
        return source.bytes.withUnsafeBufferPointer { text in
            let piece = UnsafeBufferPointer(rebasing: text[span.range])
            for (place, byte) in piece.enumerated() {
                if isNotPlain[Int(byte)] { return false }
                // An ideographic space, or a byte order mark.
                guard byte == 0xE3 || byte == 0xEF, place + 2 < piece.count else { continue }
                if byte == 0xE3 ? piece[place + 1] == 0x80 && piece[place + 2] == 0x80 : piece[place + 1] == 0xBB {
                    return false
                }
            }
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: piece)
            bytes.append(UInt8(ascii: "\""))
            return true
        }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var place = 0
        while place < text.count {
            guard Self.isSuspect(text[place]), let scalar = Self.escaped(text, at: place) else {
                place += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            appendEscape(scalar.value)
            place += scalar.length
            start = place
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(UInt8(ascii: "\""))
    }

    /// True where something that must be escaped can begin: a control character, a mark of JSON, or the first byte of
    /// a C1 control, a separator or a bidirectional control.
    @inline(__always)
    private static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    private static func escaped(
        _ text: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> (value: UInt32, length: Int)? {
        let lead = UInt32(text[place])
        if lead < 0x80 { return (lead, 1) }
        func tail(_ offset: Int) -> UInt32 { place + offset < text.count ? UInt32(text[place + offset] & 0x3F) : 0 }
        let value = lead == 0xC2 ? 0x80 | tail(1) : 0x2000 | tail(1) << 6 | tail(2)
        guard let scalar = Unicode.Scalar(value), TerminalText.isUnsafe(scalar) else { return nil }
        return (value, lead == 0xC2 ? 2 : 3)
    }

    private mutating func appendEscape(_ value: UInt32) {
        bytes.append(UInt8(ascii: "\\"))
        switch value {
        case 0x22, 0x5C: bytes.append(UInt8(value))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let digits = String(value, radix: 16)
            bytes.append(contentsOf: ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        }
    }
}
