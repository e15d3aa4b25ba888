import RegulationModel

/// What a file says of its own encoding: a byte order mark, an XML declaration, a `meta` element.
struct DeclaredEncoding {
    let bytes: [UInt8]

    /// Where declarations are looked for. The HTML standard (§13.2.3.2) asks for the first 1,024 bytes; saved pages put
    /// comments and scripts before it.
    private static let reach = 8_192

    /// The encoding of a byte order mark.
    func mark() -> TextEncoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32Little }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32Big }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16Little }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16Big }
        return nil
    }

    /// The label of `<?xml … encoding="…"?>`, `<meta charset=…>` or `<meta http-equiv=… content="…charset=…">`.
    func label() -> String? {
        guard mayDeclare else { return nil }
        let start = Scanner.ofASCII(bytes.prefix(Self.reach))
        let head = start.lowercased(start.span)
        if head.has(utf8("<?xml"), at: head.skipSpace(0, head.bytes.count)),
            let end = head.find(utf8("?>"), in: head.span),
            let label = value(of: utf8("encoding"), in: ByteSpan(0, end), head)
        {
            return label
        }
        var from = 0
        while let start = head.find(utf8("<meta"), in: ByteSpan(from, head.bytes.count)) {
            let end = head.find(utf8(">"), in: ByteSpan(start, head.bytes.count)) ?? head.bytes.count
            if let label = value(of: utf8("charset"), in: ByteSpan(start, end), head) { return label }
            from = max(end, start + 1)
        }
        return nil
    }

    /// False where no tag in reach begins as a declaration does.
    private var mayDeclare: Bool {
        bytes.withUnsafeBytes { bytes in
            let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.reach))
            var index = 0
            while let found = head.first(UInt8(ascii: "<"), from: index) {
                index = found + 1
                guard index < head.count else { break }
                if head[index] == UInt8(ascii: "?") || head[index] | 0x20 == UInt8(ascii: "m") { return true }
            }
            return false
        }
    }

    /// What stands behind `key` and an equals sign, with or without quotation marks.
    private func value(of key: [UInt8], in span: ByteSpan, _ head: Scanner) -> String? {
        guard let found = head.find(key, in: span) else { return nil }
        var index = head.skipSpace(found + key.count, span.end)
        guard index < span.end, head.bytes[index] == 0x3D else { return nil }
        index = head.skipSpace(index + 1, span.end)
        while index < span.end, head.bytes[index] == 0x22 || head.bytes[index] == 0x27 { index += 1 }
        let start = index
        while index < span.end, Self.isLabelByte(head.bytes[index]) { index += 1 }
        return index > start ? head.string(ByteSpan(start, index)) : nil
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        UInt32(byte).isLetter || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
    }
}
