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

    private func joined(_ line: ExtractedText) -> ExtractedText {
        var line = line
        for index in line.bytes.indices where line.bytes[index] == 0x0A { line.bytes[index] = 0x20 }
        return line
    }
}

/// The rows of a table.
struct WordTable {
    var rows: [WordRow] = []

    /// A line, or what a tracked change took away at its place.
    enum Line {
        case text(ExtractedText)
        case deletedRow
    }

    /// The lines of the table: rows of data as one line each, or the act that the table sets beside something.
    func lines() -> [Line] {
        let held = rows.filter { !$0.isDeleted }.map { row in row.cells.filter { !$0.isDeleted } }
        let cells = held.map { row in
            row.map { ArticleTable.Cell(first: $0.visible.first?.bytes, isLayout: $0.holdsTable) }
        }
        let table = ArticleTable(rows: cells)
        var index = 0
        var told = false
        var lines: [Line] = []
        for row in rows {
            guard !row.isDeleted else {
                lines.append(.deletedRow)
                continue
            }
            if let table, let fates = table.fates(ofRow: index) {
                var own = Self.lines(of: held[index], fates)
                if table.hasOtherVersion, !told, !own.isEmpty {
                    own[0].findings.append(table.finding(at: ByteSpan(0, 0)))
                    told = true
                }
                lines += own.map(Line.text)
            } else if let fates = ArticleTable(rows: [cells[index]], fewestRows: 1)?.fates(ofRow: 0) {
                lines += Self.lines(of: held[index], fates).map(Line.text)
            } else {
                lines += row.lines().map(Line.text)
            }
            index += 1
        }
        return lines
    }

    /// The lines of a row of a table of articles: first those of the act, then those beside it.
    private static func lines(of cells: [WordSink], _ fates: [ArticleTable.Fate]) -> [ExtractedText] {
        func visible(_ fate: ArticleTable.Fate) -> [ExtractedText] {
            zip(cells, fates).filter { $0.1 == fate }.flatMap(\.0.visible)
        }
        var act = visible(.act)
        if var mark = visible(.mark).first, let first = act.first {
            mark.bytes.append(0x09)
            mark.append(first)
            act[0] = mark
        }
        let beside = zip(cells, fates).flatMap { cell, fate -> [ExtractedText] in
            guard case .beside(let kind) = fate else { return [] }
            return cell.visible.map { line in
                var line = line
                if let kind { line.outside = [DocumentPart(kind, ByteSpan(0, line.bytes.count))] }
                return line
            }
        }
        return act + beside
    }
}
