import RegulationModel

/// Writes JSON into bytes, as `JSONText` does for values: keys come in the order in which they are given, slashes are
/// plain, and what a terminal would obey is escaped. Nothing is built in between, so that a folder of texts is written
/// faster than it is read.
struct JSONBytes: ~Copyable {
    private var output: ByteBuffer
    private let isIndented: Bool
    private var depth = 0
    /// False where the next element of the open array or object is the first.
    private var needsComma = false
    /// Room for text that is flowed before it is escaped.
    private var flowed: [UInt8] = []

    /// - Parameter isIndented: several lines, or one.
    init(isIndented: Bool, output: consuming ByteBuffer = ByteBuffer()) {
        self.isIndented = isIndented
        self.output = output
    }

    /// The buffer with what was written.
    consuming func finish() -> ByteBuffer { output }

    /// What was written so far.
    var bytes: [UInt8] { output.bytes }

    // MARK: Structure

    /// An object as the value of a key, or as an element.
    @inline(__always)
    mutating func object(_ key: StaticString? = nil, _ body: (inout JSONBytes) -> Void) {
        value(key, most: 1) { $0.append(UInt8(ascii: "{")) }
        enclosed(body)
        output.append(UInt8(ascii: "}"))
    }

    /// An array as the value of a key.
    @inline(__always)
    mutating func array(_ key: StaticString, _ body: (inout JSONBytes) -> Void) {
        value(key, most: 1) { $0.append(UInt8(ascii: "[")) }
        enclosed(body)
        output.append(UInt8(ascii: "]"))
    }

    /// A line break after the whole value.
    mutating func endLine() { output.append(0x0A) }

    @inline(__always)
    private mutating func enclosed(_ body: (inout JSONBytes) -> Void) {
        depth &+= 1
        needsComma = false
        body(&self)
        depth &-= 1
        if isIndented { breakLastLine() }
        needsComma = true
    }

    /// A value with what stands before it; `write` puts so many bytes at most.
    @inline(__always)
    private mutating func value(_ key: StaticString?, most: Int, _ write: (inout ByteRoom) -> Void) {
        let follows = needsComma
        needsComma = true
        guard !isIndented else {
            beginLine(key, follows)
            return output.append(most: most, write)
        }
        // A comma, two quotation marks and a colon.
        output.append(most: (key?.utf8CodeUnitCount ?? 0) &+ 4 &+ most) { room in
            if follows { room.append(UInt8(ascii: ",")) }
            if let key {
                room.append(UInt8(ascii: "\""))
                room.append(key)
                room.append("\":")
            }
            write(&room)
        }
    }

    @inline(never)
    private mutating func beginLine(_ key: StaticString?, _ follows: Bool) {
        if follows { output.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        guard let key else { return }
        output.append(UInt8(ascii: "\""))
        output.append(key)
        output.append("\" : ")
    }

    private mutating func breakLine() {
        output.append(0x0A)
        output.appendSpaces(depth * 2)
    }

    /// Before a closing bracket; an empty array or object has an empty line in it.
    @inline(never)
    private mutating func breakLastLine() {
        if !needsComma { output.append(0x0A) }
        breakLine()
    }

    // MARK: Values

    /// A string, or `null`.
    @inline(__always)
    mutating func string(_ key: StaticString, _ text: String?) {
        guard let text else { return null(key) }
        value(key, most: 0) { _ in }
        append(text)
    }

    /// A string as an element of an array.
    mutating func element(_ text: String) {
        value(nil, most: 0) { _ in }
        append(text)
    }

    /// The flowed text of a span, or `null`.
    @inline(__always)
    mutating func flowed(_ key: StaticString, _ span: ByteSpan?, of source: SourceText) {
        guard let span else { return null(key) }
        text(key, span, of: source)
    }

    /// The flowed text of a first span and further ones, empty where there is none.
    @inline(__always)
    mutating func flowed(_ key: StaticString, _ first: ByteSpan?, _ more: [ByteSpan], of source: SourceText) {
        if more.isEmpty, let first { return text(key, first, of: source) }
        value(key, most: 0) { _ in }
        flow((first.map { [$0] } ?? []) + more, of: source)
    }

    /// The flowed text of a span: most texts are written as they stand.
    private mutating func text(_ key: StaticString, _ span: ByteSpan, of source: SourceText) {
        let isWritten = source.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[span.range])
            guard PlainText.fills(text) else { return false }
            value(key, most: text.count &+ 2) { room in
                room.append(UInt8(ascii: "\""))
                room.append(text)
                room.append(UInt8(ascii: "\""))
            }
            return true
        }
        guard !isWritten else { return }
        value(key, most: 0) { _ in }
        flow([span], of: source)
    }

    private mutating func flow(_ spans: [ByteSpan], of source: SourceText) {
        var piece: [UInt8] = []
        swap(&piece, &flowed)
        piece.removeAll(keepingCapacity: true)
        source.appendFlowed(spans, to: &piece)
        piece.withUnsafeBufferPointer { escape($0) }
        swap(&piece, &flowed)
    }

    /// An address: it holds nothing that is escaped unless it is held as text.
    @inline(__always)
    mutating func address(_ key: StaticString, _ eId: EId) {
        guard eId.isPacked else { return string(key, eId.text) }
        value(key, most: EId.longestPacked &+ 2) { room in
            room.append(UInt8(ascii: "\""))
            room.append(most: EId.longestPacked) { eId.writePacked(to: $0) }
            room.append(UInt8(ascii: "\""))
        }
    }

    /// A span with the place of its start, as an object.
    @inline(__always)
    mutating func span(_ key: StaticString, _ span: JSONSpan) {
        guard !isIndented else {
            return object(key) { json in
                json.integer("column", span.column)
                json.integer("end", span.end)
                json.integer("line", span.line)
                json.integer("start", span.start)
            }
        }
        // Four integers, and less than 60 bytes around them.
        value(key, most: 4 &* ByteRoom.longestInteger &+ 60) { room in
            room.append("{\"column\":")
            room.append(integer: span.column)
            room.append(",\"end\":")
            room.append(integer: span.end)
            room.append(",\"line\":")
            room.append(integer: span.line)
            room.append(",\"start\":")
            room.append(integer: span.start)
            room.append(UInt8(ascii: "}"))
        }
    }

    /// An integer.
    @inline(__always)
    mutating func integer(_ key: StaticString, _ number: Int) {
        value(key, most: ByteRoom.longestInteger) { $0.append(integer: number) }
    }

    /// An integer, or `null`.
    @inline(__always)
    mutating func integer(_ key: StaticString, _ number: Int?) {
        if let number { integer(key, number) } else { null(key) }
    }

    /// An integer as an element of an array.
    mutating func element(_ number: Int) {
        value(nil, most: ByteRoom.longestInteger) { $0.append(integer: number) }
    }

    /// `true` or `false`.
    @inline(__always)
    mutating func boolean(_ key: StaticString, _ isTrue: Bool) {
        value(key, most: 5) { room in
            if isTrue { room.append("true") } else { room.append("false") }
        }
    }

    @inline(__always)
    private mutating func null(_ key: StaticString) { value(key, most: 4) { $0.append("null") } }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    // MARK: Escaping

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
