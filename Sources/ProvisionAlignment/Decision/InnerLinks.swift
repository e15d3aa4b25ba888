/// Links of paragraphs or points inside linked articles.
///
/// Inside an article pair the choice is small: what tells its units apart is what is rare among them, and where both
/// sides choose each other the choice is right nearly always. The score of such a link is that likeness itself,
/// from 0 to 1; unlike the score of articles it is not calibrated.
struct InnerLinks: Sendable {
    /// Where both sides choose each other, this margin over rivals suffices.
    private static let mutualMargin: Float = 0.6
    /// A unit that only one side chooses needs this margin …
    private static let singleMargin: Float = 1.5
    /// … and this share of the best margin on the other side.
    private static let singleRatio: Float = 0.6

    private let base: [FeatureBag]
    private let other: [FeatureBag]
    private let rowOwners: [Int]
    private let columnOwners: [Int]
    private let rarity: Rarity
    private let kind: FeatureKind

    /// - Parameters:
    ///   - base: features of all units of the base, in order; their articles are `rowOwners`.
    ///   - other: features of all units of the other text; their articles are `columnOwners`.
    init(
        kind: FeatureKind, base: [FeatureBag], rowOwners: [Int], other: [FeatureBag], columnOwners: [Int],
        rarity: Rarity
    ) {
        self.base = base
        self.other = other
        self.rowOwners = rowOwners
        self.columnOwners = columnOwners
        self.rarity = rarity
        self.kind = kind
    }

    /// No units are linked that are less alike, even where nothing else is left for them.
    private var leastLikeness: Float {
        switch kind {
        case .characters: 0.1
        case .stems, .terms: 0.02
        }
    }

    /// Linked pairs among the units of linked articles.
    func pairs(_ articles: [LinkDecision.Pair]) -> [LinkDecision.Pair] {
        let likeness = likeness(articles)
        let choice = likeness.choice
        let least = leastLikeness
        let margins = choice.margins()
        let ratios = margins.mutualRatios()
        let rowBest = margins.rowMaxima
        let columnBest = margins.columnMaxima
        var result: [LinkDecision.Pair] = []
        for row in 0..<choice.rows {
            for column in 0..<choice.columns where likeness.overlaps[row, column] >= least {
                let margin = margins[row, column]
                let isMutual = margin >= rowBest[row] && margin >= columnBest[column]
                let isSingle = margin >= rowBest[row] || margin >= columnBest[column]
                guard
                    (isMutual && margin >= Self.mutualMargin)
                        || (isSingle && margin >= Self.singleMargin && ratios[row, column] >= Self.singleRatio)
                else { continue }
                result.append(
                    LinkDecision.Pair(
                        row: row, column: column, probability: min(1, likeness.overlaps[row, column]),
                        strength: isMutual ? .main : .part))
            }
        }
        return result
    }

    private struct Likeness {
        /// Overlaps of units of linked articles; 0 elsewhere.
        var overlaps: Grid
        /// The overlaps with a hair for the place in the list, so that equal ones are told apart.
        var choice: Grid
    }

    private static let placeShare: Float = 0.001

    private func likeness(_ articles: [LinkDecision.Pair]) -> Likeness {
        let empty = Grid(rows: base.count, columns: other.count)
        var result = Likeness(overlaps: empty, choice: empty)
        let rowsOf = Self.units(rowOwners)
        let columnsOf = Self.units(columnOwners)
        for pair in articles {
            let rows = rowsOf[pair.row] ?? []
            let columns = columnsOf[pair.column] ?? []
            guard !rows.isEmpty, !columns.isEmpty else { continue }
            let block = overlaps(rows, columns)
            for (place, row) in rows.enumerated() {
                for (otherPlace, column) in columns.enumerated() {
                    let overlap = block[place, otherPlace]
                    guard overlap > 0 else { continue }
                    let distance = Float(abs(place - otherPlace)) / Float(max(rows.count, columns.count))
                    result.overlaps[row, column] = overlap
                    result.choice[row, column] = overlap + Self.placeShare * (1 - distance)
                }
            }
        }
        return result
    }

    /// How alike the units of one article pair are.
    ///
    /// Chinese ones by their overlap, each feature weighed by its rarity among them too (F1 of points 0.905 → 0.915).
    /// Terms and stems are few, and rarity among so few leaves too little of them (1.000 → 0.985, 0.941 → 0.880):
    /// they are compared by cosine.
    private func overlaps(_ rows: [Int], _ columns: [Int]) -> Grid {
        var numbers: [Int32: Int32] = [:]
        let ids = Set((rows.map { base[$0] } + columns.map { other[$0] }).flatMap(\.ids)).sorted()
        for (number, id) in ids.enumerated() { numbers[id] = Int32(number) }
        func bags(_ units: [Int], _ all: [FeatureBag]) -> [FeatureBag] {
            units.map { FeatureBag(ids: all[$0].ids.compactMap { numbers[$0] }, counts: all[$0].counts) }
        }
        let weights = ids.map { rarity.weights[Int($0)] }
        let rowBags = bags(rows, base)
        let columnBags = bags(columns, other)
        guard kind == .characters else {
            let wide = Rarity(weights: weights)
            return Grid(
                cosinesOf: WeightedUnits(rowBags, wide), WeightedUnits(columnBags, wide), features: ids.count)
        }
        return Grid(overlapsOf: rowBags, columnBags, Rarity(among: rowBags, columnBags, within: weights))
    }

    private static func units(_ owners: [Int]) -> [Int: [Int]] {
        var units: [Int: [Int]] = [:]
        for (unit, owner) in owners.enumerated() { units[owner, default: []].append(unit) }
        return units
    }
}

extension Grid {
    /// The weight of what two units share, as a share of the lighter unit and of the mean of both: halfway between,
    /// since a short point is often a clause of a long one.
    fileprivate init(overlapsOf base: [FeatureBag], _ other: [FeatureBag], _ rarity: Rarity) {
        self.init(rows: base.count, columns: other.count)
        func weight(_ bag: FeatureBag) -> Float { bag.ids.reduce(0) { $0 + rarity.weights[Int($1)] } }
        let columnWeights = other.map(weight)
        for row in 0..<rows {
            let rowWeight = weight(base[row])
            let known = Set(base[row].ids)
            for column in 0..<columns {
                var shared: Float = 0
                for id in other[column].ids where known.contains(id) { shared += rarity.weights[Int(id)] }
                guard shared > 0 else { continue }
                let ofLighter = shared / min(rowWeight, columnWeights[column])
                let ofBoth = 2 * shared / (rowWeight + columnWeights[column])
                self[row, column] = (ofLighter + ofBoth) / 2
            }
        }
    }
}
