extension Grid {
    /// How far each pair stands out from its rivals: its number divided by the mean of the four largest of its row and
    /// of its column.
    ///
    /// Similarities of boilerplate are high with everything and those of rare matter low with everything; the margin
    /// makes them comparable. It was the largest single gain of all that was tried. Four neighbours were measured
    /// best by others too (Artetxe and Schwenk, "Margin-based parallel corpus mining", 2019). A text with fewer than
    /// four units is filled up with the mean of the grid, so that an excerpt's units do not only meet each other.
    func margins() -> Grid {
        guard !values.isEmpty else { return self }
        let mean = values.reduce(0, +) / Float(values.count)
        let rowLevels = (0..<rows).map { row in
            Self.level(values[row * columns..<(row + 1) * columns], fill: mean)
        }
        let flipped = transposed
        let columnLevels = (0..<columns).map { column in
            Self.level(flipped.values[column * rows..<(column + 1) * rows], fill: mean)
        }
        var result = self
        for row in 0..<rows {
            for column in 0..<columns {
                let level = (rowLevels[row] + columnLevels[column]) / 2
                result[row, column] = self[row, column] / max(level, .leastNormalMagnitude)
            }
        }
        return result
    }

    private static let neighbours = 4

    /// Mean of the four largest numbers.
    private static func level(_ numbers: ArraySlice<Float>, fill: Float) -> Float {
        var largest = [Float](repeating: -1, count: neighbours)
        for number in numbers where number > largest[neighbours - 1] {
            var place = neighbours - 1
            while place > 0, largest[place - 1] < number {
                largest[place] = largest[place - 1]
                place -= 1
            }
            largest[place] = number
        }
        return largest.reduce(0) { $0 + ($1 < 0 ? fill : $1) } / Float(neighbours)
    }

    /// How near each pair is to the best of its row and to the best of its column, the lower of the two: 1 where both
    /// sides choose each other.
    func mutualRatios() -> Grid {
        let best = rowMaxima
        let bestOfColumn = columnMaxima
        var result = self
        for row in 0..<rows {
            for column in 0..<columns {
                let highest = max(best[row], bestOfColumn[column])
                result[row, column] = highest > 0 ? self[row, column] / highest : 0
            }
        }
        return result
    }
}
