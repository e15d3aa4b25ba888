import RegulationModel

/// Where the lines of a stretch of a Word document go: the document itself, a cell, a text box, a note.
struct WordSink {
    var lines: [ExtractedText] = []
    /// True where a table stands inside.
    var holdsTable = false
    /// A paragraph whose end a tracked change took away.
    var carried: WordParagraph?
    /// True for a cell that a tracked change took away.
    var isDeleted = false

    /// Lines with anything visible.
    var visible: [ExtractedText] {
        lines.filter { line in !Scanner(copying: line.bytes).trimmed(ByteSpan(0, line.bytes.count)).isEmpty }
    }
}

/// A row of a table.
struct WordRow {
    var cells: [WordSink] = []
    /// True where a tracked change took the row away.
    var isDeleted = false

    /// Most paragraphs of a cell of a table that is read as rows. A cell with more, or with a table of its own, belongs
    /// to a table that only lays out a page: its text flows.
    static let mostParagraphs = 8

    /// A row of data is one line, its cells apart by tabs; the cells of a layout follow each other.
    func lines() -> [ExtractedText] {
        let cells = cells.filter { !$0.isDeleted }
        let visible = cells.filter { !$0.visible.isEmpty }
        let flows =
            visible.count <= 1 || cells.contains { $0.holdsTable || $0.visible.count > Self.mostParagraphs }
        if let articles = articles(in: visible) { return articles }
        if flows { return cells.flatMap(\.lines) }
        if visible.count == 2, isMark(visible[0]), visible[1].visible.count > 1 {
            var first = ExtractedText(bytes: [])
            first.append(joined(visible[0].visible[0]))
            first.bytes.append(0x09)
            first.append(joined(visible[1].visible[0]))
            return [first] + visible[1].visible.dropFirst()
        }
        var row = ExtractedText()
        for (index, cell) in cells.enumerated() {
            if index > 0 { row.bytes.append(0x09) }
            for (place, line) in cell.visible.enumerated() {
                if place > 0 { row.bytes.append(0x20) }
                row.append(joined(line))
            }
        }
        return [row]
    }

    // MARK: Tables of articles

    /// A row of a table that sets an act beside something: the lines of the cell that holds articles, one for each
    /// paragraph, and those of the others as what they are: another version of the same articles, or words about them.
    /// Versions in two languages are told apart when the whole text is known. Nil for other rows, also where a cell holds
    /// the number alone and the next one its text.
    private func articles(in cells: [WordSink]) -> [ExtractedText]? {
        let languages = cells.map(articleLanguage)
        guard cells.count > 1, let own = languages.firstIndex(where: { $0 != nil }) else { return nil }
        return cells[own].visible
            + cells.indices.filter { $0 != own }.flatMap { index in
                let kind: PartKind? = languages[index].map { $0 == languages[own] ? .furtherAct : nil } ?? .commentary
                return cells[index].visible.map { line in
                    var line = line
                    if let kind { line.outside = [DocumentPart(kind, ByteSpan(0, line.bytes.count))] }
                    return line
                }
            }
    }

    /// True for a cell that holds the number of an article or of a point alone: the paragraphs beside it are its own.
    private func isMark(_ cell: WordSink) -> Bool {
        guard cell.visible.count == 1, let line = cell.visible.first else { return false }
        let scanner = Scanner(copying: line.bytes)
        let content = scanner.trimmed(scanner.span)
        return [.article, .point].contains(ActMarks(scanner: scanner).kind(of: content))
            && content.length <= Self.longestMark
    }

    /// 第一百二十三条, in bytes.
    private static let longestMark = 27

    /// The language of a cell that begins as an article and says something.
    private func articleLanguage(_ cell: WordSink) -> Language? {
        guard let first = cell.visible.first, !cell.holdsTable else { return nil }
        let scanner = Scanner(copying: first.bytes)
        guard ActMarks(scanner: scanner).kind(of: scanner.span) == .article,
            scanner.endsSentence(scanner.trimmed(scanner.span))
        else { return nil }
        return LanguageDetector(scanner: scanner).language(of: scanner.span)
    }

    private func joined(_ line: ExtractedText) -> ExtractedText {
        var line = line
        for index in line.bytes.indices where line.bytes[index] == 0x0A { line.bytes[index] = 0x20 }
        return line
    }
}
