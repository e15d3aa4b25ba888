import RegulationModel

/// Writes JSON into bytes, as `JSONText` does for values: keys come in the order in which they are given, slashes are
/// plain, and what a terminal would obey is escaped. Nothing is built in between, so that a folder of texts is written
/// about as fast as it is read.
struct JSONBytes: ~Copyable {
    private var output: ByteBuffer
    private let isIndented: Bool
    private var depth = 0
    /// False where the next element of the open array or object is the first.
    private var needsComma = false
    private var text: [UInt8] = []

    /// - Parameter isIndented: several lines, or one.
    init(isIndented: Bool, capacity: Int = 0) {
        self.isIndented = isIndented
        output = ByteBuffer(capacity: capacity)
    }

    /// What was written so far.
    var bytes: [UInt8] { output.bytes }

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
    mutating func endLine() { output.append(0x0A) }

    private mutating func enclosed(
        _ key: StaticString?, open: Unicode.Scalar, close: Unicode.Scalar, _ body: (inout JSONBytes) -> Void
    ) {
        begin(key)
        output.append(UInt8(ascii: open))
        depth += 1
        needsComma = false
        body(&self)
        depth -= 1
        if isIndented, !needsComma { output.append(0x0A) }
        breakLine()
        output.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { output.append(UInt8(ascii: ",")) }
        if isIndented, depth > 0 { breakLine() }
        needsComma = true
        guard let key else { return }
        output.append(UInt8(ascii: "\""))
        output.append(key)
        output.append(isIndented ? "\" : " : "\":")
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        output.append(0x0A)
        output.appendSpaces(depth * 2)
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
        flow(spans, of: source)
    }

    /// The flowed text of a span, or `null`.
    mutating func flowed(_ key: StaticString, _ span: ByteSpan?, of source: SourceText) {
        begin(key)
        guard let span else { return null() }
        if !appendPlain(span, of: source) { flow([span], of: source) }
    }

    /// The own text of a provision.
    mutating func text(_ key: StaticString, of provision: Provision, in source: SourceText) {
        if let only = provision.onlyText { return flowed(key, only, of: source) }
        flowed(key, provision.text, of: source)
    }

    private mutating func flow(_ spans: [ByteSpan], of source: SourceText) {
        text.removeAll(keepingCapacity: true)
        source.appendFlowed(spans, to: &text)
        let piece = text
        piece.withUnsafeBufferPointer { escape($0) }
        text = piece
    }

    /// An address: it holds nothing that is escaped unless it was given as text.
    mutating func address(_ key: StaticString, _ eId: EId) {
        begin(key)
        eId.withUTF8 { escape($0) }
    }

    /// A span with the place of its start, as an object.
    mutating func span(_ key: StaticString, _ span: JSONSpan) {
        guard !isIndented else {
            return object(key) { json in
                json.integer("column", span.column)
                json.integer("end", span.end)
                json.integer("line", span.line)
                json.integer("start", span.start)
            }
        }
        begin(key)
        output.append("{\"column\":")
        output.append(integer: span.column)
        output.append(",\"end\":")
        output.append(integer: span.end)
        output.append(",\"line\":")
        output.append(integer: span.line)
        output.append(",\"start\":")
        output.append(integer: span.start)
        output.append(UInt8(ascii: "}"))
    }

    /// An integer, or `null`.
    mutating func integer(_ key: StaticString, _ value: Int?) {
        begin(key)
        guard let value else { return null() }
        output.append(integer: value)
    }

    /// An integer as an element of an array.
    mutating func element(_ value: Int) {
        begin(nil)
        output.append(integer: value)
    }

    /// `true` or `false`.
    mutating func boolean(_ key: StaticString, _ value: Bool) {
        begin(key)
        output.append(value ? "true" : "false")
    }

    private mutating func null() { output.append("null") }

    private mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { escape($0) }
    }

    // MARK: Escaping

    /// Writes a span as a string where its bytes are written as they stand, as most are; false where they may not be.
    private mutating func appendPlain(_ span: ByteSpan, of source: SourceText) -> Bool {
        source.bytes.withUnsafeBufferPointer { text in
            let piece = UnsafeBufferPointer(rebasing: text[span.range])
            guard PlainText.fills(piece) else { return false }
            output.append(UInt8(ascii: "\""))
            output.append(piece)
            output.append(UInt8(ascii: "\""))
            return true
        }
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        var place = 0
        while place < text.count {
            guard Self.isSuspect(text[place]), let scalar = Self.escaped(text, at: place) else {
                place += 1
                continue
            }
            output.append(UnsafeBufferPointer(rebasing: text[start..<place]))
            appendEscape(scalar.value)
            place += scalar.length
            start = place
        }
        output.append(UnsafeBufferPointer(rebasing: text[start...]))
        output.append(UInt8(ascii: "\""))
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
        output.append(UInt8(ascii: "\\"))
        switch value {
        case 0x22, 0x5C: output.append(UInt8(value))
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        default:
            output.append(UInt8(ascii: "u"))
            for shift: UInt32 in [12, 8, 4, 0] {
                let digit = UInt8(value >> shift & 0xF)
                output.append(digit + (digit < 10 ? 0x30 : 0x57))
            }
        }
    }
}

/// Text that is written in JSON as it stands: no white space that is folded, nothing that is escaped.
private enum PlainText {
    /// True where a text holds such characters only; false where that is not sure.
    @inline(__always)
    static func fills(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let lead = text[place]
            if lead >= 0xE4, lead <= 0xE9 {
                place &+= 3
                continue
            }
            guard place + 2 < text.count || lead < 0x80 else { return false }
            switch lead {
            case 0x21, 0x23...0x5B, 0x5D...0x7E: place &+= 1
            // General punctuation without white space, separators and controls of direction: dashes, quotation marks, …
            case 0xE2 where text[place &+ 1] == 0x80 && (0x90...0xA7).contains(text[place &+ 2]): place &+= 3
            // All but the ideographic space.
            case 0xE3 where text[place &+ 1] != 0x80 || text[place &+ 2] != 0x80: place &+= 3
            // All but a byte order mark.
            case 0xEF where text[place &+ 1] != 0xBB: place &+= 3
            default: return false
            }
        }
        return true
    }
}
