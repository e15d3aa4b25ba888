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
        return pairs
    }

    /// A pair that is the best of neither side is a main link from here on: gold has such links mostly as `part`.
    private static let main: Float = 0.8
}
