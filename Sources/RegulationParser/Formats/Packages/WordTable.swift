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

    private func joined(_ line: ExtractedText) -> ExtractedText {
        var line = line
        for index in line.bytes.indices where line.bytes[index] == 0x0A { line.bytes[index] = 0x20 }
        return line
    }
}
