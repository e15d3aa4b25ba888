/// Numbers for every pair of a unit of the base (rows) and a unit of the other text (columns).
struct Grid: Sendable, Equatable {
    let rows: Int
    let columns: Int
    /// Row after row.
    var values: [Float]

    init(rows: Int, columns: Int, filledWith value: Float = 0) {
        self.rows = rows
        self.columns = columns
        self.values = [Float](repeating: value, count: rows * columns)
    }

    subscript(row: Int, column: Int) -> Float {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// Rows and columns changed over.
    var transposed: Grid {
        var result = Grid(rows: columns, columns: rows)
        result.values.withUnsafeMutableBufferPointer { flipped in
            for row in 0..<rows {
                for column in 0..<columns { flipped[column * rows + row] = values[row * columns + column] }
            }
        }
        return result
    }

    /// Each number changed by a rule.
    func map(_ rule: (Float) -> Float) -> Grid {
        var result = self
        for index in result.values.indices { result.values[index] = rule(values[index]) }
        return result
    }

    /// The largest number of each row; 0 for a row without any.
    var rowMaxima: [Float] {
        (0..<rows).map { row in values[row * columns..<(row + 1) * columns].max() ?? 0 }
    }

    /// The largest number of each column; 0 for a column without any.
    var columnMaxima: [Float] {
        var maxima = [Float](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { maxima[column] = max(maxima[column], self[row, column]) }
        }
        return maxima
    }

    /// Adds another grid of the same shape, weighted.
    mutating func add(_ other: Grid, weight: Float) {
        for index in values.indices { values[index] += weight * other.values[index] }
    }

    /// Keeps the larger of two numbers everywhere.
    mutating func formMaximum(_ other: Grid) {
        for index in values.indices { values[index] = max(values[index], other.values[index]) }
    }

    /// The largest number among the units of each pair of owners.
    func lifted(rowOwners: [Int], columnOwners: [Int], rows: Int, columns: Int) -> Grid {
        var result = Grid(rows: rows, columns: columns)
        result.values.withUnsafeMutableBufferPointer { best in
            for row in 0..<self.rows {
                let start = rowOwners[row] * columns
                for column in 0..<self.columns {
                    let target = start + columnOwners[column]
                    best[target] = max(best[target], self[row, column])
                }
            }
        }
        return result
    }
}
