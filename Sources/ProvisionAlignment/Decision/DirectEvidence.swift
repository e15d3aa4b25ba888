/// What two texts show by themselves.
struct DirectEvidence: Sendable {
    /// Probability of a link for every pair of articles.
    let probabilities: Grid
    /// How much each pair of articles says alike; see `PairEvidence`.
    let likeness: Grid

    init(_ evidence: PairEvidence) {
        probabilities = LinkModel.direct.probabilities(evidence.grids)
        likeness = evidence.likeness
    }

    private init(probabilities: Grid, likeness: Grid) {
        self.probabilities = probabilities
        self.likeness = likeness
    }

    /// The same seen from the other text.
    var transposed: DirectEvidence {
        DirectEvidence(probabilities: probabilities.transposed, likeness: likeness.transposed)
    }

    /// How near the subjects of the two texts are: the mean likeness of the articles of the shorter text to their
    /// likest in the other. Texts of one length are measured both ways, so that neither comes first.
    var nearness: Float {
        let rows = likeness.rows <= likeness.columns ? Self.unlikest(likeness.rowMaxima) : []
        let columns = likeness.columns <= likeness.rows ? Self.unlikest(likeness.columnMaxima) : []
        let count = rows.count + columns.count
        return count > 0 ? (rows.reduce(0, +) + columns.reduce(0, +)) / Float(count) : 0
    }

    /// All but the two likest articles: purpose and entry into force are alike in all acts. At most a third is left
    /// out, so that an excerpt keeps what it has.
    private static func unlikest(_ best: [Float]) -> [Float] {
        Array(best.sorted().dropLast(min(2, best.count / 3)))
    }
}
