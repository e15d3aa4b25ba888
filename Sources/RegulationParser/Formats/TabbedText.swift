import RegulationModel

/// A plain text in which a table that sets articles beside something was pasted: cells between tabs, a row on each line.
///
/// What stands in the column that is read goes into lines of its own, the rest outside: see `ArticleTable`.
struct TabbedText {
    private(set) var text: MovedText
    private(set) var outside: [DocumentPart] = []
    private(set) var findings: [Diagnostic] = []

    private static let tab: UInt8 = 0x09
    private static let fewestRows = 3

    /// A line and its cells, trimmed, each with its offset in the file.
    private struct Row {
        let range: Range<Int>
        let cells: [Range<Int>]
        var isTabbed: Bool { cells.count > 1 && cells.count { !$0.isEmpty } > 0 }
        var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
    }

    /// Nil where no table of a file sets articles beside something.
    init?(_ file: [UInt8]) {
        guard file.count <= PagedText.largest, file.contains(Self.tab) else { return nil }
        let rows = Self.rows(of: file)
        guard rows.count(where: \.isTabbed) >= Self.fewestRows else { return nil }
        text = MovedText(file)
        var hasTable = false
        var index = 0
        while index < rows.count {
            let end = rows[index].isTabbed ? Self.endOfTable(from: index, rows) : index + 1
            if let table = Self.table(rows[index..<end], file) {
                add(rows[index..<end], table, file)
                hasTable = true
            } else {
                // Rows that make no table are looked at once.
                for row in index..<end { text.copy(rows[row].range, line: row + 1, column: 1) }
            }
            index = end
        }
        guard hasTable else { return nil }
        text.finish()
    }

    private static func rows(of file: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var start = 0
        while start < file.count {
            let stop = file[start...].firstIndex(of: 0x0A) ?? file.count
            rows.append(Row(range: start..<min(file.count, stop + 1), cells: cells(start..<stop, file)))
            start = stop + 1
        }
        return rows
    }

    private static func cells(_ line: Range<Int>, _ file: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = line.lowerBound
        for index in line where file[index] == tab {
            cells.append(trimmed(start..<index, file))
            start = index + 1
        }
        cells.append(trimmed(start..<line.upperBound, file))
        return cells
    }

    private static func trimmed(_ range: Range<Int>, _ file: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, file[start] <= 0x20 { start += 1 }
        while end > start, file[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    /// The row behind the last one of a table; blank lines inside belong to it.
    private static func endOfTable(from first: Int, _ rows: [Row]) -> Int {
        var end = first + 1
        var index = first + 1
        while index < rows.count, rows[index].isTabbed || rows[index].isBlank {
            index += 1
            if rows[index - 1].isTabbed { end = index }
        }
        return end
    }

    private static func table(_ rows: ArraySlice<Row>, _ file: [UInt8]) -> ArticleTable? {
        guard rows.count(where: \.isTabbed) >= fewestRows else { return nil }
        return ArticleTable(
            rows: rows.map { row in row.cells.map { ArticleTable.Cell(first: $0.isEmpty ? nil : Array(file[$0])) } },
            fewestRows: fewestRows - 1)
    }

    private mutating func add(_ rows: ArraySlice<Row>, _ table: ArticleTable, _ file: [UInt8]) {
        var isTold = !table.hasOtherVersion
        for (place, index) in rows.indices.enumerated() {
            guard let fates = table.fates(ofRow: place) else {
                add(rows[index].cells[...], line: index + 1, rows[index].range.lowerBound, file)
                continue
            }
            let act = zip(rows[index].cells, fates).filter { $0.1 == .act || $0.1 == .mark }.map(\.0)
            if !isTold, !act.isEmpty {
                findings.append(table.finding(at: ByteSpan(text.bytes.count, text.bytes.count)))
                isTold = true
            }
            add(act[...], line: index + 1, rows[index].range.lowerBound, file)
            for (cell, fate) in zip(rows[index].cells, fates) {
                guard case .beside(let kind) = fate else { continue }
                let start = text.bytes.count
                add([cell], line: index + 1, rows[index].range.lowerBound, file)
                if let kind, text.bytes.count > start {
                    outside.join(DocumentPart(kind, ByteSpan(start, text.bytes.count)))
                }
            }
        }
    }

    /// Adds cells as lines of their own.
    private mutating func add(_ cells: ArraySlice<Range<Int>>, line: Int, _ start: Int, _ file: [UInt8]) {
        for cell in cells where !cell.isEmpty {
            let column = file[start..<cell.lowerBound].count { $0 & 0xC0 != 0x80 } + 1
            text.copy(cell, line: line, column: column)
            text.add([0x0A])
        }
    }
}
