import RegulationModel

extension ExtractedText {
    /// Adds what another reader made of a piece of the same file; its spans move with its bytes.
    /// Where that piece stands in a file of its own is not kept: positions are those of the whole text.
    mutating func append(_ other: ExtractedText) {
        let offset = bytes.count
        bytes += other.bytes
        outside += other.outside.map { DocumentPart($0.kind, $0.span.moved(by: offset)) }
        findings += other.findings.map { $0.moved(by: offset) }
        for replaced in other.replacedOffsets { replacedOffsets.insert(replaced + offset) }
    }

    /// True where something of the text is not known to lie outside an act.
    var holdsAct: Bool {
        let known = outside.reduce(0) { $0 + $1.span.length }
        return !isRefused && bytes.count > known
    }

    /// Adds a line break, unless the text is empty or ends with one.
    mutating func endLine() {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    }

    /// Notes something at the end of what is there.
    mutating func note(_ id: DiagnosticID, _ message: String) {
        findings.append(Diagnostic(id, ByteSpan(bytes.count, bytes.count), message))
    }

    /// Adds lines of which the file's form shows that they lie outside the act.
    mutating func append(_ lines: [ExtractedText], outside kind: PartKind) {
        guard !lines.isEmpty else { return }
        endLine()
        let start = bytes.count
        for line in lines {
            append(line)
            endLine()
        }
        if bytes.count > start { outside.append(DocumentPart(kind, ByteSpan(start, bytes.count))) }
    }

    /// The first words of a text, for a message.
    static func excerpt(_ bytes: [UInt8]) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let words = String(String.UnicodeScalarView(scalars.prefix(longestExcerpt)))
        return scalars.count > longestExcerpt ? words + "…" : words
    }

    private static let longestExcerpt = 40
}

extension ByteSpan {
    fileprivate func moved(by offset: Int) -> ByteSpan { ByteSpan(start + offset, end + offset) }
}

extension Diagnostic {
    fileprivate func moved(by offset: Int) -> Diagnostic {
        Diagnostic(id, span.moved(by: offset), message, provision: provision)
    }
}

extension [DocumentPart] {
    /// Adds a part behind the others; straight behind one of its kind it goes on with that.
    mutating func join(_ part: DocumentPart) {
        guard let last, last.kind == part.kind, last.span.end == part.span.start else { return append(part) }
        self[count - 1] = DocumentPart(part.kind, ByteSpan(last.span.start, part.span.end))
    }
}
