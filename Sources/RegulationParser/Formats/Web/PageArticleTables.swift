import RegulationModel

/// The tables of a page that set articles beside something; see `ArticleTable`.
struct PageArticleTables {
    /// A table, with the place of each of its rows by the number of the row.
    private struct Table {
        let content: ArticleTable
        let rows: [Int32: Int]
    }

    private let text: PageText
    private let tables: [Int32: Table]

    private static let fewestArticles = 2

    init(text: PageText) {
        self.text = text
        guard !text.tables.isEmpty else {
            tables = [:]
            return
        }
        let scanner = Scanner(copying: text.bytes)
        let marks = ActMarks(scanner: scanner)
        var articles: [Int32: Int] = [:]
        for line in text.lines where line.table >= 0 && line.row > 0 && !text.tables[Int(line.table)].holdsTable {
            if marks.kind(of: line.span) == .article { articles[line.table, default: 0] += 1 }
        }
        let candidates = Set(articles.filter { $0.value >= Self.fewestArticles }.keys)
        guard !candidates.isEmpty else {
            tables = [:]
            return
        }
        let lines = Dictionary(
            grouping: text.lines.lazy.filter { candidates.contains($0.table) && $0.row > 0 }, by: \.table)
        tables = lines.compactMapValues { Self.table(of: $0, text, scanner) }
    }

    private static func table(of lines: [PageLine], _ text: PageText, _ scanner: Scanner) -> Table? {
        var rows: [Int32: Int] = [:]
        var cells: [[[UInt8]?]] = []
        for line in lines where !scanner.trimmed(line.span).isEmpty {
            if rows[line.row] == nil {
                rows[line.row] = cells.count
                cells.append(Array(repeating: nil, count: Int(text.widthsOfRows[Int(line.row)])))
            }
            guard let row = rows[line.row], let place = place(of: line, text), cells[row].indices.contains(place),
                cells[row][place] == nil
            else { continue }
            cells[row][place] = Array(scanner.bytes[scanner.trimmed(line.span).range])
        }
        let content = ArticleTable(rows: cells.map { $0.map { ArticleTable.Cell(first: $0) } })
        return content.map { Table(content: $0, rows: rows) }
    }

    private static func place(of line: PageLine, _ text: PageText) -> Int? {
        line.cell > 0 ? Int(text.columnsOfCells[Int(line.cell)]) : nil
    }

    /// What becomes of a line; nil outside of such tables.
    func fate(of line: PageLine) -> ArticleTable.Fate? {
        guard line.table >= 0, line.row > 0, let table = tables[line.table], let row = table.rows[line.row],
            let place = Self.place(of: line, text), let fates = table.content.fates(ofRow: row),
            fates.indices.contains(place)
        else { return nil }
        return fates[place]
    }

    /// The first table that holds another version.
    var versions: (table: ArticleTable, offset: Int)? {
        guard let (number, table) = tables.filter(\.value.content.hasOtherVersion).min(by: { $0.key < $1.key }),
            let line = text.lines.first(where: { $0.table == number && fate(of: $0) == .act })
        else { return nil }
        return (table.content, line.span.start)
    }
}
