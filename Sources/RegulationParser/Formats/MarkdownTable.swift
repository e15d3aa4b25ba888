import RegulationModel

/// A table of a Markdown file: rows of cells between bars, below the first a row of hyphens (GitHub Flavored Markdown
/// 0.29, §4.10).
struct MarkdownTable {
    /// A piece of a cell: its place in the file, and the column it begins in, from 1.
    struct Piece {
        let span: ByteSpan
        let column: Int
    }

    /// The pieces of each cell, by rows, without the row of hyphens; a cell breaks at `<br>`.
    private(set) var rows: [[[Piece]]] = []
    /// The line of each row, counted from that of the first.
    private(set) var lines: [Int] = []
    /// Where the line behind the table begins, and how many lines it has.
    private(set) var end: Int
    private(set) var lineCount = 0

    private static let bar: UInt8 = 0x7C

    /// The table that begins at a line; nil where none does.
    init?(_ file: [UInt8], at start: Int) {
        end = start
        while end < file.count {
            let stop = file[end...].firstIndex(of: 0x0A) ?? file.count
            let content = Self.trimmed(ByteSpan(end, stop), file)
            guard !content.isEmpty, file[content.start] == Self.bar else { break }
            if lineCount == 1 {
                guard Self.isDelimiter(file[content.range]) else { return nil }
            } else {
                rows.append(Self.placed(Self.cells(content, file), inLineAt: end, file))
                lines.append(lineCount)
            }
            lineCount += 1
            end = min(file.count, stop + 1)
        }
        guard lineCount > 1 else { return nil }
    }

    /// True where a cell of a row begins as an article, which is what a table of articles is looked for by.
    static func mayHoldArticle(_ scanner: Scanner, _ line: ByteSpan) -> Bool {
        let marks = ActMarks(scanner: scanner)
        var start = line.start
        while start < line.end {
            guard scanner.bytes[start] == bar else {
                start += 1
                continue
            }
            start += 1
            if marks.kind(of: ByteSpan(start, line.end)) == .article { return true }
        }
        return false
    }

    private static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(0x2D) && line.allSatisfy { [bar, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
    }

    private static func cells(_ content: ByteSpan, _ file: [UInt8]) -> [[ByteSpan]] {
        var cells: [[ByteSpan]] = []
        var start = content.start + 1
        for index in start..<max(start, content.end) where file[index] == bar && file[index - 1] != 0x5C {
            cells.append(pieces(ByteSpan(start, index), file))
            start = index + 1
        }
        if start < content.end { cells.append(pieces(ByteSpan(start, content.end), file)) }
        return cells
    }

    private static func placed(_ cells: [[ByteSpan]], inLineAt start: Int, _ file: [UInt8]) -> [[Piece]] {
        var (place, column) = (start, 1)
        return cells.map { cell in
            cell.map { span in
                column += file[place..<span.start].count { $0 & 0xC0 != 0x80 }
                place = span.start
                return Piece(span: span, column: column)
            }
        }
    }

    private static let breaks = ["<br>", "<br/>", "<br />", "<BR>"].map(utf8)

    private static func pieces(_ cell: ByteSpan, _ file: [UInt8]) -> [ByteSpan] {
        var pieces: [ByteSpan] = []
        var start = cell.start
        var index = cell.start
        while index < cell.end {
            if file[index] == 0x3C, let found = breaks.first(where: { file[index..<cell.end].starts(with: $0) }) {
                pieces.append(ByteSpan(start, index))
                index += found.count
                start = index
            } else {
                index += 1
            }
        }
        pieces.append(ByteSpan(start, cell.end))
        return pieces.map { trimmed($0, file) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ span: ByteSpan, _ file: [UInt8]) -> ByteSpan {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        var (start, end) = (span.start, span.end)
        while start < end, isBlank(file[start]) { start += 1 }
        while end > start, isBlank(file[end - 1]) { end -= 1 }
        return ByteSpan(start, end)
    }
}
