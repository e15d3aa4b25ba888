import ComparisonMatrix
import RegulationModel

/// How high rows of a large table will be, before anything of them is laid out.
///
/// A browser lays out a cell of a large table when it comes near the window (`content-visibility`), and until then keeps
/// room for it. The nearer that room is to the cell, the less the page moves under a reader who scrolls.
struct RowHeights {
    /// Cells from which a table is large. A page of 30 acts and 63 rows took 3.3 s of processor time in headless
    /// Chromium without this and 1.2 s with it; one of 5 acts and 52 rows opens in 0.6 s as it is, and is spared the guesses.
    static let largeTable = 600

    /// Half-width columns of shown words before a quotation folds.
    let budget: Int

    /// What the script keeps room for, in rem: a height has the class `h` and its number (`room.js`).
    static let steps = [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 56, 64, 80, 96, 128, 160]

    /// Of a column at its usual width, in rem: half-width columns in a line, the height of a line, and what a quotation has
    /// around its words (citation, source, distance). Of the 46 rows up to 44 rem of a page of 30 acts, 35 came out within a
    /// tenth in Chromium and 45 within a quarter.
    private static let columnsInLine = 29
    private static let line = 1.6
    private static let frame = 3.6

    /// True where a table has so many cells that those out of sight are not laid out.
    static func isLarge(_ matrix: Matrix) -> Bool { matrix.columns.count * matrix.rows.count >= largeTable }

    /// The class of a row.
    func style(_ row: Row) -> String {
        let height = row.cells.map { $0.quotations.reduce(Self.line) { $0 + self.height($1) } }.max() ?? 0
        let nearest = Self.steps.min { abs(Double($0) - height) < abs(Double($1) - height) } ?? 0
        return "h\(nearest)"
    }

    private func height(_ quotation: Quotation) -> Double {
        let shown = FoldedQuotation(quotation.lines, budget: budget).shown
        let lines = shown.reduce(0) { $0 + (TerminalText.width($1.marked) / Self.columnsInLine) + 1 }
        return Double(lines) * Self.line + Self.frame
    }
}
