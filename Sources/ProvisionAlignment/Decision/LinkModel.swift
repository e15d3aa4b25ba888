/// How the kinds of evidence are weighed: one weight for each, the same for every text, subject and language.
///
/// The weights are those of a logistic regression over all cells of 70 article grids: eight of the gold; twelve between
/// Chinese acts on police auxiliaries, volunteers, smoking, blood donation, bravery, legal aid and dogs, read in the
/// same way while building; nine read between the five sources and other acts; ten of the same readings with one act
/// in English; 31 acts with their full revisions, each counted 0.3. Weights are held at 0 or above, links of strength
/// `part` count half, borderline ones are left out. A kind weighs more the surer it is: paragraphs and sentences that
/// stand out among their rivals lead; headings and functions only tip the scale. Figures with whole subjects left out
/// are in the decision on linking.
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
        bias: -7.67,
        [
            .margin: 1.65, .mutual: 2.22, .function: 1.11, .heading: 1.51, .paragraphMargin: 0.03,
            .sentenceMargin: 3.53, .paragraphMutual: 3.7, .openingMutual: 1.2,
        ])
    /// Together with neighbours, where no other text is at hand.
    static let alone = LinkModel(
        bias: -7.75,
        [
            .margin: 1.34, .mutual: 1.84, .function: 1.18, .heading: 1.24, .paragraphMargin: 0.11,
            .sentenceMargin: 3.38, .paragraphMutual: 3.98, .openingMutual: 0.99, .neighbours: 2.82,
        ])
    /// Together with ways through other texts and with neighbours. Numbers tell among texts that share much; they are
    /// held at 1, since acts also share them by chance.
    static let joint = LinkModel(
        bias: -8.51,
        [
            .margin: 0.78, .function: 1.44, .heading: 1.57, .paragraphMargin: 1.32, .sentenceMargin: 2.23,
            .quantities: 1, .paragraphMutual: 3.76, .openingMutual: 1.81, .bridge: 7.28, .neighbours: 3.11,
        ])

    /// The probability of a link for every pair of articles, from grids in the order of `EvidenceKind`.
    func probabilities(_ evidence: [Grid]) -> Grid {
        guard let first = evidence.first else { return Grid(rows: 0, columns: 0) }
        var sums = [Double](repeating: bias, count: first.values.count)
        sums.withUnsafeMutableBufferPointer { sums in
            for (grid, weight) in zip(evidence, weights) where weight != 0 {
                grid.values.withUnsafeBufferPointer { values in
                    for place in sums.indices { sums[place] += weight * Double(values[place]) }
                }
            }
        }
        var result = first
        result.values = sums.map { Float(Elementary.probability($0)) }
        return result
    }
}
