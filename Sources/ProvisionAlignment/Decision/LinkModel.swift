/// How the kinds of evidence are weighed: one weight for each, the same for every text, subject and language.
///
/// The weights are those of a logistic regression over all cells of seventeen article grids (eight of the gold, nine
/// that were read in the same way while building), held at 0 or above, with links of strength `part` counted half and
/// borderline ones left out. A kind weighs more the surer it is: paragraphs and sentences that stand out among their
/// rivals lead; headings and functions only tip the scale. Numbers are held at 1: they are rare, and acts share them
/// by chance.
///
/// With the measured pair left out of the regression, mean main-link F1 (all F1) is 0.95 (0.91) for Chinese pairs,
/// 0.95 (0.89) for Chinese–English ones, 0.97 (0.88) for Jilin–Jiangsu.
struct LinkModel: Sendable {
    private let bias: Double
    /// In the order of `EvidenceKind`.
    private let weights: [Double]

    private init(bias: Double, _ weights: KeyValuePairs<EvidenceKind, Double>) {
        self.bias = bias
        var ordered = [Double](repeating: 0, count: EvidenceKind.allCases.count)
        for (kind, weight) in weights { ordered[kind.rawValue] = weight }
        self.weights = ordered
    }

    /// Two texts by themselves.
    static let direct = LinkModel(
        bias: -6.99,
        [
            .margin: 1.4, .mutual: 2.24, .function: 0.89, .heading: 1.49, .paragraphMargin: 2.8, .sentenceMargin: 3.09,
            .quantities: 1, .paragraphMutual: 1.93, .openingMutual: 2.11,
        ])
    /// Together with neighbours, where no other text is at hand. Its bias is lowered by 0.3, to where its F1 is best at
    /// the thresholds of `LinkDecision`.
    static let alone = LinkModel(
        bias: -7.35,
        [
            .margin: 1.33, .mutual: 1.74, .function: 0.99, .heading: 1.17, .paragraphMargin: 2.61,
            .sentenceMargin: 2.98, .quantities: 1, .paragraphMutual: 2.23, .openingMutual: 1.95, .neighbours: 2.54,
        ])
    /// Together with ways through other texts and with neighbours.
    static let joint = LinkModel(
        bias: -6.91,
        [
            .margin: 1.1, .mutual: 0.8, .function: 0.43, .heading: 1.39, .paragraphMargin: 1.61, .sentenceMargin: 2.03,
            .quantities: 1, .paragraphMutual: 1.54, .openingMutual: 1.82, .bridge: 4.37, .neighbours: 2.41,
        ])

    /// The probability of a link for every pair of articles, from grids in the order of `EvidenceKind`.
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
