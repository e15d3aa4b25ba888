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
        var sum: Float = 0
        var ofRows = [FourLargest](repeating: FourLargest(), count: rows)
        var ofColumns = [FourLargest](repeating: FourLargest(), count: columns)
        values.withUnsafeBufferPointer { values in
            ofColumns.withUnsafeMutableBufferPointer { ofColumns in
                for row in 0..<rows {
                    var ofRow = FourLargest()
                    for column in 0..<columns {
                        let number = values[row * columns + column]
                        sum += number
                        ofRow.meet(number)
                        ofColumns[column].meet(number)
                    }
                    ofRows[row] = ofRow
                }
            }
        }
        let mean = sum / Float(values.count)
        let rowLevels = ofRows.map { $0.mean(fill: mean) }
        let columnLevels = ofColumns.map { $0.mean(fill: mean) }
        return mapCells { number, row, column in
            number / max((rowLevels[row] + columnLevels[column]) / 2, .leastNormalMagnitude)
        }
    }

    /// The four largest of the numbers met, none of them below 0, the largest first.
    private struct FourLargest {
        private var first: Float = -1
        private var second: Float = -1
        private var third: Float = -1
        private var fourth: Float = -1

        @inline(__always)
        mutating func meet(_ number: Float) {
            guard number > fourth else { return }
            if number <= third {
                fourth = number
            } else if number <= second {
                (third, fourth) = (number, third)
            } else if number <= first {
                (second, third, fourth) = (number, second, third)
            } else {
                (first, second, third, fourth) = (number, first, second, third)
            }
        }

        /// Their mean; `fill` stands for those that are missing.
        func mean(fill: Float) -> Float {
            [first, second, third, fourth].reduce(0) { $0 + ($1 < 0 ? fill : $1) } / 4
        }
    }

    /// How near each pair is to the best of its row and to the best of its column, the lower of the two: 1 where both
    /// sides choose each other.
    func mutualRatios() -> Grid {
        let best = rowMaxima
        let bestOfColumn = columnMaxima
        return mapCells { number, row, column in
            let highest = max(best[row], bestOfColumn[column])
            return highest > 0 ? number / highest : 0
        }
    }
}
