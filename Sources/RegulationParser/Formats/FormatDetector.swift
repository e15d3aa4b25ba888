import RegulationModel

/// Tells the format of a file by its bytes; the ending of the name decides where they leave it open.
struct FormatDetector {
    let file: SourceFile

    private var bytes: [UInt8] { file.bytes }

    /// What stands at the beginning, where signatures and opening tags are looked for.
    private static let head = 4_096

    func format() -> SourceFormat {
        if has(Self.pdf, within: 1_024) { return .pdf }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .docx
        }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .legacyWord }
        if let first = plainStart() { return unmarked(isMarkdown: first == UInt8(ascii: "#")) }
        let opening = opening()
        if MessageHeader.opens(opening) { return .mht }
        if AkomaNtosoReader.isAkomaNtoso(bytes) { return .akn }
        if let format = markup(opening) { return format }
        return unmarked(isMarkdown: isMarkdown(opening))
    }

    /// The format of a text that no markup opens.
    private func unmarked(isMarkdown: Bool) -> SourceFormat {
        switch file.ending {
        case "html", "htm", "xhtml", "shtml": .html
        case "md", "markdown": .markdown
        default: isMarkdown ? .markdown : .text
        }
    }

    private static let pdf = utf8("%PDF-")

    private func has(_ signature: [UInt8], within reach: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(reach))
            var index = 0
            while let found = head.first(signature[0], from: index) {
                if head[found...].starts(with: signature) { return true }
                index = found + 1
            }
            return false
        }
    }

    /// The first visible byte of a text of which it alone shows that no markup and no message header opens it, as of
    /// nearly all texts: `#` or an ideograph. Nil where more must be looked at.
    private func plainStart() -> UInt8? {
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { return nil }
        return bytes.withUnsafeBytes { bytes in
            var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
            guard index < bytes.count, index < Self.head, bytes[index] == 0x23 || (0xE4...0xE9).contains(bytes[index]),
                UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.head)).firstNul == nil
            else { return nil }
            return bytes[index]
        }
    }

    /// The first characters in small letters, without a byte order mark; of UTF-16 the low bytes.
    private func opening() -> Scanner {
        let isWide =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || EncodingStatistics(bytes: Array(bytes.prefix(Self.head))).utf16() != nil
        let head = bytes.prefix(isWide ? 2 * Self.head : Self.head)
        let plain = isWide ? head.filter { $0 != 0 && $0 < 0x80 } : Array(head)
        let scanner = Scanner.ofASCII(plain.starts(with: [0xEF, 0xBB, 0xBF]) ? plain.dropFirst(3) : plain[...])
        return scanner.lowercased(scanner.span)
    }

    private func isMarkdown(_ opening: Scanner) -> Bool {
        opening.bytes[opening.span.range].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == 0x23
    }

    // MARK: Markup

    /// Elements a page or a piece of one begins with.
    private static let pageOpenings = [
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<table", "<center",
    ].map(utf8)

    /// HTML, or XML of another kind, where the text begins with their first tag behind comments and declarations.
    private func markup(_ opening: Scanner) -> SourceFormat? {
        var index = opening.skipSpace(0, opening.bytes.count)
        var isXML = false
        while index < opening.bytes.count {
            if opening.has(utf8("<?xml"), at: index) {
                isXML = true
                index = behind("?>", from: index, opening)
            } else if opening.has(utf8("<!--"), at: index) {
                index = behind("-->", from: index, opening)
            } else {
                break
            }
            index = opening.skipSpace(index, opening.bytes.count)
        }
        // A collection's Markdown may begin with a comment or a division and goes on as Markdown.
        let isNamedOtherwise = ["md", "markdown"].contains(file.ending)
        let openings = isNamedOtherwise ? Array(Self.pageOpenings.prefix(2)) : Self.pageOpenings
        if opening.first(of: openings, at: index) != nil { return .html }
        return isXML && ["akn", "xml"].contains(file.ending) ? .akn : nil
    }

    private func behind(_ end: String, from index: Int, _ opening: Scanner) -> Int {
        guard let found = opening.find(utf8(end), in: ByteSpan(index, opening.bytes.count)) else {
            return opening.bytes.count
        }
        return found + end.utf8.count
    }

    // MARK: Files that hold no text

    private static let signatures: [(bytes: [UInt8], kind: String)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (utf8("GIF87a"), "a GIF picture"), (utf8("GIF89a"), "a GIF picture"), ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"), (utf8("BZh9"), "a bzip2 archive"),
        (utf8("Rar!\u{1A}\u{07}"), "a RAR archive"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (utf8("{\\rtf"), "a Rich Text file; save it as .docx"),
        (utf8("SQLite format 3\0"), "a database"),
    ]

    /// First bytes of the signatures, a bit each: no text of ideographs begins with one.
    private static let signatureStarts = signatures.reduce(into: [Bool](repeating: false, count: 256)) { starts, one in
        starts[Int(one.bytes[0])] = true
    }

    private static func beginsSignature(_ byte: UInt8) -> Bool { signatureStarts[Int(byte)] }

    /// Share of control characters from which bytes are no text. Damaged texts have single ones.
    private static let controlShare = 0.1

    /// What a file is that holds no text; nil for anything that may be one.
    func binary() -> String? {
        if let first = bytes.first, Self.beginsSignature(first) {
            for signature in Self.signatures where bytes.starts(with: signature.bytes) {
                return "The file is no text but \(signature.kind)."
            }
        }
        let length = min(bytes.count, Self.head)
        let controls = bytes.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[..<length]).controlCount }
        guard controls > 8, Double(controls) > Self.controlShare * Double(length) else { return nil }
        let format = format()
        guard format == .text || format == .html || format == .markdown else { return nil }
        let statistics = EncodingStatistics(bytes: bytes)
        guard file.options.encoding == nil, DeclaredEncoding(bytes: bytes).mark() == nil, statistics.utf16() == nil
        else {
            return nil
        }
        return "The file is no text: \(controls) of its first \(length) bytes are control characters."
    }
}
