import RegulationModel

/// One paragraph of a Word document on its way into a line of text.
struct WordParagraph {
    /// The text, with a line feed at each break.
    private(set) var text = ExtractedText()
    private var breaks: [Int] = []
    var style: String?
    var list: String?
    var level: Int?
    var isCentred: Bool?
    /// True where a tracked change takes the paragraph's end away: it goes on with the next one.
    var isEndDeleted = false
    /// Lines of text boxes that hang on the paragraph.
    var boxes: [ExtractedText] = []
    private var hidden: [UInt8] = []
    private var hiddenAt = 0

    var length: Int { text.bytes.count }

    /// Adds text; line breaks and tabs inside of it are layout of the XML.
    mutating func write(_ bytes: [UInt8]) {
        text.bytes += bytes.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }
    }

    /// Adds a character of the document itself, a tab for instance.
    mutating func write(_ character: String) { text.bytes += Array(character.utf8) }

    mutating func breakLine() {
        breaks.append(text.bytes.count)
        text.bytes.append(0x0A)
    }

    /// Keeps hidden text for the message that names it.
    mutating func hide(_ bytes: [UInt8]) {
        if hidden.isEmpty { hiddenAt = text.bytes.count }
        hidden += bytes
    }

    mutating func note(_ id: DiagnosticID, from start: Int, _ message: String) {
        text.findings.append(Diagnostic(id, ByteSpan(start, text.bytes.count), message))
    }

    /// Puts the text of a paragraph in front whose end a tracked change took away.
    mutating func continues(_ before: WordParagraph) {
        let offset = before.text.bytes.count
        var joined = before.text
        joined.append(text)
        text = joined
        breaks = before.breaks + breaks.map { $0 + offset }
        boxes = before.boxes + boxes
        if !before.hidden.isEmpty {
            hiddenAt = before.hiddenAt
            hidden = before.hidden + hidden
        }
    }

    /// The line, or the lines, with the paragraph's number in front.
    func lines(label: WordCounters.Label?, isCentred: Bool) -> ExtractedText {
        var result = text
        if !hidden.isEmpty {
            let message = "Hidden text “\(ExtractedText.excerpt(hidden))” was left out: the document does not show it."
            result.findings.append(Diagnostic(.textHidden, ByteSpan(hiddenAt, hiddenAt), message))
        }
        let scanner = Scanner(copying: text.bytes)
        for (index, position) in breaks.enumerated() {
            let start = index > 0 ? breaks[index - 1] + 1 : 0
            let end = index + 1 < breaks.count ? breaks[index + 1] : text.bytes.count
            let isInside = WordLineBreak(scanner: scanner, isCentred: isCentred)
                .isInsideSentence(ByteSpan(start, position), ByteSpan(position + 1, end))
            if isInside { result.bytes[position] = 0x20 }
        }
        guard let label else { return result }
        // A label that nothing parts from the text is still no part of its first sentence: 第二条 and 规定的行为….
        let isOpen = label.suffix.isEmpty && ["条", "條", "章", "节", "節"].contains { label.text.hasSuffix($0) }
        var labelled = ExtractedText(bytes: Array((label.text + (isOpen ? "\u{3000}" : label.suffix)).utf8))
        labelled.append(result)
        return labelled
    }
}

/// Tells a line break that only keeps a long line within a width from one that ends a line of its own.
struct WordLineBreak {
    let scanner: Scanner
    let isCentred: Bool

    /// Shortest line, in bytes, of which a break without an end of a sentence can be a matter of width: twenty
    /// ideographs, half a line of a page.
    private static let shortestFullLine = 60

    /// True where a sentence or a title goes on behind the break.
    func isInsideSentence(_ before: ByteSpan, _ after: ByteSpan) -> Bool {
        let first = scanner.trimmed(before)
        let second = scanner.trimmed(after)
        guard !first.isEmpty, !second.isEmpty, !scanner.endsSentence(first), !beginsLine(second) else { return false }
        return isCentred || first.length >= Self.shortestFullLine
    }

    /// True where text begins that has a line of its own: a provision, a point, a date, a bracketed note.
    func beginsLine(_ span: ByteSpan) -> Bool {
        if ListMarks(scanner: scanner).mark(at: span.start, span.end) != nil { return true }
        let (value, length) = scanner.scalar(at: span.start)
        switch value {
        case 0x28, 0xFF08: return true
        case 0x7B2C: return scanner.anyNumeral(at: span.start + length, span.end) != nil
        default:
            return scanner.anyNumeral(at: span.start, span.end) != nil
                || scanner.first(of: Self.provisionWords, at: span.start) != nil
        }
    }

    private static let provisionWords = utf8(["Article ", "Chapter ", "Section ", "Part "])
}
