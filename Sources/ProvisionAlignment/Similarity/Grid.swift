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
        values.withUnsafeBufferPointer { values in
            result.values.withUnsafeMutableBufferPointer { flipped in
                for row in 0..<rows {
                    for column in 0..<columns { flipped[column * rows + row] = values[row * columns + column] }
                }
            }
        }
        return result
    }

    /// Each number changed by a rule.
    @inline(__always)
    func map(_ rule: (Float) -> Float) -> Grid {
        var result = self
        result.values.withUnsafeMutableBufferPointer { values in
            for index in values.indices { values[index] = rule(values[index]) }
        }
        return result
    }

    /// Each number changed by a rule that knows its row and column.
    @inline(__always)
    func mapCells(_ rule: (_ number: Float, _ row: Int, _ column: Int) -> Float) -> Grid {
        var result = self
        result.values.withUnsafeMutableBufferPointer { values in
            for row in 0..<rows {
                let start = row * columns
                for column in 0..<columns { values[start + column] = rule(values[start + column], row, column) }
            }
        }
        return result
    }

    /// The largest number of each row; 0 for a row without any.
    var rowMaxima: [Float] {
        values.withUnsafeBufferPointer { values in
            (0..<rows).map { row in
                guard columns > 0 else { return 0 }
                var largest = values[row * columns]
                for place in row * columns + 1..<(row + 1) * columns { largest = max(largest, values[place]) }
                return largest
            }
        }
    }

    /// The largest number of each column; 0 for a column without any.
    var columnMaxima: [Float] {
        var maxima = [Float](repeating: 0, count: columns)
        values.withUnsafeBufferPointer { values in
            maxima.withUnsafeMutableBufferPointer { maxima in
                for row in 0..<rows {
                    for column in 0..<columns { maxima[column] = max(maxima[column], values[row * columns + column]) }
                }
            }
        }
        return maxima
    }

    /// Adds another grid of the same shape, weighted.
    mutating func add(_ other: Grid, weight: Float) {
        combine(with: other) { $0 + weight * $1 }
    }

    /// Keeps the larger of two numbers everywhere.
    mutating func formMaximum(_ other: Grid) {
        combine(with: other) { max($0, $1) }
    }

    @inline(__always)
    private mutating func combine(with other: Grid, _ rule: (Float, Float) -> Float) {
        precondition(values.count == other.values.count, "Grids of different shapes.")
        values.withUnsafeMutableBufferPointer { values in
            other.values.withUnsafeBufferPointer { others in
                for index in values.indices { values[index] = rule(values[index], others[index]) }
            }
        }
    }

    /// The largest number among the units of each pair of owners.
    func lifted(rowOwners: [Int], columnOwners: [Int], rows: Int, columns: Int) -> Grid {
        var result = Grid(rows: rows, columns: columns)
        values.withUnsafeBufferPointer { values in
            columnOwners.withUnsafeBufferPointer { columnOwners in
                result.values.withUnsafeMutableBufferPointer { best in
                    for row in 0..<self.rows {
                        let start = rowOwners[row] * columns
                        for column in 0..<self.columns {
                            let target = start + columnOwners[column]
                            best[target] = max(best[target], values[row * self.columns + column])
                        }
                    }
                }
            }
        }
        return result
    }
}
