import RegulationModel

/// How much one text says in a matrix: the number of its cells in each state.
public struct Coverage: Sendable, Hashable {
    /// Id of the text.
    public let witness: String
    /// The number of cells in each state; states without a cell are left out.
    public let counts: [CellState: Int]

    /// Makes a summary.
    public init(witness: String, counts: [CellState: Int]) {
        self.witness = witness
        self.counts = counts
    }

    /// The number of cells in a state.
    public func count(_ state: CellState) -> Int { counts[state] ?? 0 }

    /// The number of all cells: that of the rows.
    public var total: Int { counts.values.reduce(0, +) }
}

extension Matrix {
    /// One summary for each column, in the columns' order.
    public var coverage: [Coverage] {
        columns.indices.map { column in
            var counts: [CellState: Int] = [:]
            for row in rows { counts[row.cells[column].state, default: 0] += 1 }
            return Coverage(witness: columns[column].id, counts: counts)
        }
    }
}
