import ComparisonMatrix
import RegulationModel

/// How wide the columns of texts are, so that the table takes few pages, and how long a row becomes. With even widths the
/// two tables of the embedded corpus that were measured take 33 pages each, so 30.
struct WordColumnWidths {
    /// The least share of an even width that a column keeps, so that a text with little to say stays readable.
    private static let leastShare = 0.55
    /// Width of half an ideograph at 9 points, in twentieths of a point.
    private static let halfIdeograph = 90
    /// Mean width of a character of English in Times at 9 points, over 39,792 characters of translated acts.
    private static let letter = 71
    /// What a line of English leaves empty at its end, where a word did not fit, in characters.
    private static let lineRest = 4
    /// White at both sides of a cell.
    private static let cellMargin = 140
    /// Widths are moved from column to column in steps of so many twentieths of a point (1 mm).
    private static let step = 57
    /// Steps after which a table stays as it is: enough to carry any width from one end of a page to the other.
    private static let mostSteps = 400

    /// One for each column of texts.
    let widths: [Int]
    private let lengths: [[Length]]

    /// What a cell holds: its length without a line break, and what each line cannot use.
    private struct Length {
        let width: Int
        let paragraphs: Int
        let rest: Int

        init(_ cell: Cell, _ language: Language) {
            let lines = cell.quotations.flatMap(\.lines)
            let columns = lines.reduce(0) { $0 + TerminalText.width($1.marked) }
            paragraphs = lines.count + cell.quotations.count
            switch language {
            case .chinese: (width, rest) = (columns * halfIdeograph, halfIdeograph)
            case .english: (width, rest) = (columns * letter, letter * lineRest)
            }
        }

        /// About how many lines it takes; a paragraph ends in the middle of a line on average.
        func lines(_ column: Int) -> Double {
            let room = max(letter, column - cellMargin - rest)
            return Double(width) / Double(room) + Double(paragraphs) / 2
        }
    }

    /// Widths that together are `total`: from even ones, width goes to where it makes the table shortest, while it does.
    /// A row is as high as its longest cell, so that the sum of the longest cells is what counts.
    init(_ matrix: Matrix, columns: [Int], total: Int) {
        lengths = matrix.rows.map { row in
            columns.map { Length(row.cells[$0], matrix.columns[$0].regulation.language) }
        }
        guard let last = columns.indices.last else {
            widths = []
            return
        }
        let even = total / columns.count
        var found = columns.map { _ in even }
        found[last] = total - even * last
        let least = Int(Double(even) * Self.leastShare)
        for _ in 0..<Self.mostSteps {
            guard let better = Self.improved(found, least: least, lengths) else { break }
            found = better
        }
        widths = found
    }

    /// About how many lines the longest cell of a row has.
    func lines(_ row: Int) -> Int { Int(Self.lines(lengths[row], widths)) + 1 }

    /// The best move of one step from a column to another; nil where none makes the table shorter.
    private static func improved(_ widths: [Int], least: Int, _ lengths: [[Length]]) -> [Int]? {
        var best = height(widths, lengths)
        var result: [Int]?
        for from in widths.indices where widths[from] - step >= least {
            for target in widths.indices where target != from {
                var moved = widths
                moved[from] -= step
                moved[target] += step
                let height = height(moved, lengths)
                if height < best { (best, result) = (height, moved) }
            }
        }
        return result
    }

    private static func height(_ widths: [Int], _ lengths: [[Length]]) -> Double {
        lengths.reduce(0) { $0 + lines($1, widths) }
    }

    private static func lines(_ row: [Length], _ widths: [Int]) -> Double {
        zip(row, widths).reduce(0) { max($0, $1.0.lines($1.1)) }
    }
}
