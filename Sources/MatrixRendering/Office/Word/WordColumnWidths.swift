import ComparisonMatrix
import RegulationModel

/// How wide the columns of texts are, and how long a row becomes.
enum WordColumnWidths {
    /// A column's width lies between these shares of an even one, so that a text with little to say stays readable.
    private static let shares = 0.62...1.45
    /// Width of a half-width column of type at 9 points, in twentieths of a point.
    private static let characterWidth = 90
    /// White at both sides of a cell.
    private static let cellMargin = 140

    /// Widths that together are `total`. A column grows with the root of its words: by their number alone the widest
    /// would leave nothing to the others.
    static func widths(_ matrix: Matrix, columns: [Int], total: Int) -> [Int] {
        guard !columns.isEmpty else { return [] }
        let even = Double(total) / Double(columns.count)
        let roots = columns.map { column in
            Double(matrix.rows.reduce(1) { $0 + length($1.cells[column]) }).squareRoot()
        }
        let mean = roots.reduce(0, +) / Double(roots.count)
        let wished = roots.map { even * min(max($0 / mean, shares.lowerBound), shares.upperBound) }
        let sum = wished.reduce(0, +)
        var widths = wished.map { Int($0 / sum * Double(total)) }
        widths[widths.count - 1] += total - widths.reduce(0, +)
        return widths
    }

    /// About how many lines the longest cell of a row has; `widths` begins with 序号 and 事项.
    static func lines(_ row: Row, columns: [Int], widths: [Int]) -> Int {
        columns.enumerated().map { index, column in
            let room = max(1, (widths[index + 2] - cellMargin) / characterWidth)
            let lines = row.cells[column].quotations.flatMap(\.lines).reduce(0) {
                $0 + TerminalText.width($1.marked) / room + 1
            }
            return lines + row.cells[column].quotations.count + 1
        }.max() ?? 0
    }

    private static func length(_ cell: Cell) -> Int {
        cell.quotations.flatMap(\.lines).reduce(0) { $0 + TerminalText.width($1.marked) }
    }
}
