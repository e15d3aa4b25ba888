/// Direct evidence of two texts together with ways through other texts and with neighbours.
struct JointEvidence: Sendable {
    /// Probability of a link for every pair of articles.
    let probabilities: Grid
    /// How much each pair says alike; see `PairEvidence`.
    let likeness: Grid
    /// What the best sentences share that others do not, as a margin; nil but for two Chinese texts: across languages
    /// one rendering stands for many words, and between English texts there was nothing to measure it by.
    let distinctSentences: Grid?
    /// What sanctions say of the offence; nil where nothing is known of sanctions.
    let offences: OffenceEvidence?
    private let direct: Grid
    private let bridges: [(id: String, way: Grid)]

    init(
        _ evidence: PairEvidence, distinctSentences: Grid?, offences: OffenceEvidence?, probabilities: Grid,
        bridges: [(id: String, way: Grid)], mayLower: Bool
    ) {
        let ways = Self.agreed(bridges.map(\.way), rows: probabilities.rows, columns: probabilities.columns)
        var known = probabilities
        known.formMaximum(ways)
        let grids = evidence.grids + [ways, known.neighbourSupport()]
        let reach = min(1, Self.coverage(ways) / Self.fullCoverage)
        self.probabilities = Self.blended(grids, reach, mayLower: mayLower)
        self.bridges = bridges
        likeness = evidence.likeness
        self.distinctSentences = distinctSentences
        self.offences = offences
        direct = probabilities
    }

    /// Probabilities from all evidence; the more is reached through other texts, the more ways count.
    ///
    /// - Parameter mayLower: whether a missing way may take a link away that two texts have by themselves. It does so only
    ///   between English texts, where it takes away more wrong links than right ones.
    private static func blended(_ grids: [Grid], _ reach: Float, mayLower: Bool) -> Grid {
        guard reach > 0 else { return LinkModel.alone.probabilities(grids) }
        let alone = LinkModel.alone.probabilities(grids)
        var blend = alone.map { $0 * (1 - reach) }
        blend.add(LinkModel.joint.probabilities(grids), weight: reach)
        if !mayLower { blend.formMaximum(alone) }
        return blend
    }

    /// What the ways through all other texts say together: halfway between the best and their mean. The best alone
    /// says more the more texts there are, whether they are right or not; the mean alone is lowered by each text that
    /// lacks the matter.
    private static func agreed(_ ways: [Grid], rows: Int, columns: Int) -> Grid {
        var best = Grid(rows: rows, columns: columns)
        guard !ways.isEmpty else { return best }
        var sum = best
        for way in ways {
            best.formMaximum(way)
            sum.add(way, weight: 1)
        }
        best = best.map { $0 / 2 }
        best.add(sum, weight: 0.5 / Float(ways.count))
        return best
    }

    /// How much of the smaller text the other texts lead from: the mean of the best way of each provision.
    private static func coverage(_ ways: Grid) -> Float {
        let rows = ways.rowMaxima
        let columns = ways.columnMaxima
        guard !rows.isEmpty, !columns.isEmpty else { return 0 }
        return max(rows.reduce(0, +) / Float(rows.count), columns.reduce(0, +) / Float(columns.count))
    }

    /// From here on a missing way tells against a link. Acts on one subject reach 0.7 to 0.95 through each other;
    /// where little or nothing is reached, a missing way says nothing.
    private static let fullCoverage: Float = 0.5

    /// The text through which a pair is best reached, where that way is likelier than what the pair shows by itself.
    func bridge(_ row: Int, _ column: Int) -> String? {
        var best: (id: String, weight: Float)?
        for bridge in bridges where bridge.way[row, column] > best?.weight ?? direct[row, column] {
            best = (bridge.id, bridge.way[row, column])
        }
        return best?.id
    }
}

extension Grid {
    /// How well neighbours answer each other: mean of the pair before and the pair after, in the order of both texts.
    func neighbourSupport() -> Grid {
        values.withUnsafeBufferPointer { values in
            mapCells { _, row, column in
                let place = row * columns + column
                let before = row > 0 && column > 0 ? values[place - columns - 1] : 0
                let after = row + 1 < rows && column + 1 < columns ? values[place + columns + 1] : 0
                return (before + after) / 2
            }
        }
    }

    /// The best way from a unit of this grid's base to a unit of another grid's other text: the product of the two
    /// steps through the text they share. Steps below `weakestStep` are not taken.
    func composed(with next: Grid) -> Grid {
        var result = Grid(rows: rows, columns: next.columns)
        next.values.withUnsafeBufferPointer { nexts in
            result.values.withUnsafeMutableBufferPointer { best in
                for row in 0..<rows {
                    for middle in 0..<columns where self[row, middle] >= Self.weakestStep {
                        let step = self[row, middle]
                        for column in 0..<next.columns {
                            let place = row * next.columns + column
                            best[place] = max(best[place], step * nexts[middle * next.columns + column])
                        }
                    }
                }
            }
        }
        return result
    }

    /// A tenth: what is less likely adds nothing that a decision could see.
    private static let weakestStep: Float = 0.1
}
