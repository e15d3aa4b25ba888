/// How the kinds of evidence are weighed: one weight for each, the same for every text, subject and language.
///
/// The weights are those of a logistic regression over the cells of all gold grids, held at 0 or above, with links of
/// strength `part` counted half and borderline ones left out. Leaving out the pair that is measured changes main-link
/// F1 by less than 0.01.
struct LinkModel: Sendable {
    private let bias: Double
    /// In the order of `EvidenceKind`.
    private let weights: [Double]

    /// Two texts by themselves.
    static let direct = LinkModel(
        bias: -7.3, weights: [0.87, 2.51, 1.23, 1.31, 2.71, 2.82, 5.99, 2.16, 1.96])
    /// Together with ways through other texts and with neighbours.
    static let joint = LinkModel(
        bias: -7.04, weights: [0.68, 1.05, 0.5, 1.25, 1.58, 1.86, 5.86, 1.68, 1.74, 4.5, 2.48])

    /// The probability of a link for every pair of articles.
    func probabilities(_ evidence: [Grid]) -> Grid {
        guard let first = evidence.first else { return Grid(rows: 0, columns: 0) }
        var result = Grid(rows: first.rows, columns: first.columns)
        for index in result.values.indices {
            var sum = bias
            for (grid, weight) in zip(evidence, weights) { sum += weight * Double(grid.values[index]) }
            result.values[index] = Float(Elementary.probability(sum))
        }
        return result
    }
}
