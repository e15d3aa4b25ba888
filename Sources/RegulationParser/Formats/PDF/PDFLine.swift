import RegulationModel

/// One line of a page as it is laid out in columns, with the spaces taken away that only spread its characters.
struct PDFLine {
    /// The text without layout around it.
    let text: [UInt8]
    /// Columns before the text; a wide character takes two.
    let indent: Int
    /// The column after the text.
    let end: Int
    /// Columns that the text takes without the spaces that spread it.
    let width: Int
    /// True where a wide gap parts the line in two pieces of text, as columns and tables do.
    let isParted: Bool

    /// Columns of the first word, or of the first wide character.
    var firstWord: Int {
        let word = String(decoding: text, as: UTF8.self).unicodeScalars.prefix { $0 != " " && !$0.isWide }
        return word.isEmpty ? 2 : word.count
    }

    /// True where the line begins with a small letter.
    var beginsSmall: Bool { text.first.map { (0x61...0x7A).contains($0) } ?? false }

    var isBlank: Bool { text.isEmpty }
    var scanner: Scanner { Scanner(copying: text) }
    var span: ByteSpan { ByteSpan(0, text.count) }

    /// A character and the blanks in front of it.
    private struct Cell {
        let scalar: Unicode.Scalar
        let gap: Int
    }

    private init(text: [UInt8], like line: PDFLine) {
        self.text = text
        indent = line.indent
        end = line.end
        width = line.width
        isParted = false
    }

    /// A line that stands where this one does.
    func withText(_ text: [UInt8]) -> PDFLine { PDFLine(text: text, like: self) }

    init(_ line: ArraySlice<UInt8>) {
        var cells: [Cell] = []
        var gap = 0
        var column = 0
        var indent = 0
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            let width = scalar.isWide ? 2 : 1
            if Scanner.isSpace(scalar.value) {
                gap += width
            } else if scalar.value >= 0x20 {
                if cells.isEmpty { indent = column }
                cells.append(Cell(scalar: scalar, gap: cells.isEmpty ? 0 : gap))
                gap = 0
            }
            column += width
        }
        self.indent = indent
        end = column - gap
        let closed = Self.closedUp(cells)
        text = Array(String(closed).utf8)
        width = closed.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
        isParted = Self.isParted(cells)
    }

    /// Narrowest gap between two columns, and fewest characters of a piece of text beside it. A number of an article and a
    /// sentence behind it are no such pieces.
    private static let narrowestGutter = 3
    private static let shortestPiece = 8

    private static func isParted(_ cells: [Cell]) -> Bool {
        let gaps = cells.indices.filter { cells[$0].gap >= narrowestGutter }
        guard gaps.count == 1 else { return false }
        return gaps[0] >= shortestPiece && cells.count - gaps[0] >= shortestPiece
    }

    /// Share of the places between two wide characters that are blank above which a line counts as spread.
    private static let spreadShare = 0.5
    /// A gap of a spread line is a gap of the text where it is so many columns wider than the usual one.
    private static let widerGap = 3

    /// Gaps between wide characters are layout in a line that is spread; a gap that stands out stays.
    private static func closedUp(_ cells: [Cell]) -> String.UnicodeScalarView {
        let gaps = zip(cells, cells.dropFirst()).filter { $0.scalar.isWide && $1.scalar.isWide }.map(\.1.gap)
        let blank = gaps.filter { $0 > 0 }.sorted()
        let isSpread = !gaps.isEmpty && Double(blank.count) >= spreadShare * Double(gaps.count)
        let usual = blank.isEmpty ? 0 : blank[blank.count / 2]
        var result = String.UnicodeScalarView()
        for (index, cell) in cells.enumerated() {
            let touchesWide = cell.scalar.isWide || (index > 0 && cells[index - 1].scalar.isWide)
            let isLayout = isSpread && touchesWide && cell.gap < usual + widerGap
            if cell.gap > 0, !isLayout { result.append(" ") }
            result.append(cell.scalar)
        }
        return result
    }
}
