/// Which pairs are linked, decided over all pairs at once from their probabilities.
struct LinkDecision: Sendable {
    /// A linked pair.
    struct Pair: Sendable, Hashable {
        let row: Int
        let column: Int
        let probability: Float
        let strength: LinkStrength
    }

    /// The floor: no pair is linked below this score, however far it is ahead of its rivals.
    static let linked: Float = 0.5

    /// All pairs from a score on, row by row.
    static func pairs(_ probabilities: Grid, from least: Float = linked) -> [Pair] {
        let rowBest = probabilities.rowMaxima
        let columnBest = probabilities.columnMaxima
        var pairs: [Pair] = []
        for row in 0..<probabilities.rows {
            for column in 0..<probabilities.columns {
                let probability = probabilities[row, column]
                guard probability >= least else { continue }
                let isBest = probability >= rowBest[row] || probability >= columnBest[column]
                pairs.append(
                    Pair(
                        row: row, column: column, probability: probability,
                        strength: isBest || probability >= main ? .main : .part))
            }
        }
        return pairs.count > most * (probabilities.rows + probabilities.columns) ? thinned(pairs) : pairs
    }

    /// Where articles are all alike, as in a table of tariffs, each would be linked to each: of more than `most` links
    /// a provision keeps the likeliest, and of equal ones the nearest in place.
    private static func thinned(_ pairs: [Pair]) -> [Pair] {
        var kept: Set<[Int]> = []
        for side in [\Pair.row, \Pair.column] {
            for (_, links) in Dictionary(grouping: pairs, by: { $0[keyPath: side] }) {
                let order = links.sorted { a, b in
                    let (near, far) = (abs(a.row - a.column), abs(b.row - b.column))
                    return (b.probability, near, a.row, a.column) < (a.probability, far, b.row, b.column)
                }
                for pair in order.prefix(most) { kept.insert([pair.row, pair.column]) }
            }
        }
        return pairs.filter { kept.contains([$0.row, $0.column]) }
    }

    /// No provision of the gold has more than six links.
    private static let most = 12

    /// A pair that is the best of neither side is a main link from here on: gold has such links mostly as `part`.
    private static let main: Float = 0.8
}
