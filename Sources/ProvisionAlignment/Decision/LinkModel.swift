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
        bias: -6.99, weights: [1.4, 2.24, 0.89, 1.49, 2.8, 3.09, 1.0, 1.93, 2.11])
    /// Together with ways through other texts and with neighbours.
    static let joint = LinkModel(
        bias: -6.91, weights: [1.1, 0.8, 0.43, 1.39, 1.61, 2.03, 1.0, 1.54, 1.82, 4.37, 2.41])

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
