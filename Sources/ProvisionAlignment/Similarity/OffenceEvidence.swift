/// What two provisions that only sanction say of the offence: their own words, with those of the provisions they say to
/// be violated.
///
/// One act tells the offence in words, another by number alone: 违反本条例第十三条第一款规定的. Sanctions are compared by their
/// paragraphs, and only with one another: what each shares with the rule itself is another function.
struct OffenceEvidence: Sendable {
    /// How far the best paragraphs of two sanctions stand out from their rivals among all sanctions of both texts; 0
    /// for other pairs.
    private let margins: Grid
    /// The cosine of the likest paragraphs.
    private let likeness: Grid
    /// The articles each article of the base, of the other text, says to be violated.
    private let rowRules: [[Int]]
    private let columnRules: [[Int]]
    /// Whether each article says of an offence what it is: 违反其他法律、法规的 does not.
    private let rowIsTold: [Bool]
    private let columnIsTold: [Bool]

    /// What a pair of Chinese texts shows; nil where one of them has no sanction.
    init?(_ pair: ComparedPair) {
        let base = OffenceUnits(pair.base)
        let other = OffenceUnits(pair.other)
        guard !base.bags.isEmpty, !other.bags.isEmpty else { return nil }
        let cosines = Grid(
            cosinesOf: WeightedUnits(base.bags, pair.rarity), WeightedUnits(other.bags, pair.rarity),
            features: pair.space.count)
        let (rows, columns) = (pair.base.units.articles.count, pair.other.units.articles.count)
        func lifted(_ grid: Grid) -> Grid {
            grid.lifted(rowOwners: base.owners, columnOwners: other.owners, rows: rows, columns: columns)
        }
        margins = lifted(cosines.margins())
        likeness = lifted(cosines)
        rowRules = base.rules
        columnRules = other.rules
        rowIsTold = base.isTold
        columnIsTold = other.isTold
    }

    /// The evidence that two articles answer each other; nil where one of them tells no offence.
    ///
    /// - Parameters:
    ///   - evidence: what the articles show as all articles do.
    ///   - probabilities: links of all articles: sanctions of rules that answer each other do too.
    func evidence(_ row: Int, _ column: Int, beside evidence: Double, _ probabilities: Grid) -> Double? {
        guard rowIsTold[row], columnIsTold[column] else { return nil }
        let margin = Elementary.ln(Double(max(margins[row, column], Self.leastMargin)))
        let alike = Elementary.ln(Double(max(likeness[row, column], Self.leastLikeness) / Self.alike))
        let answered = answeredRules(row, column, probabilities).map { Double($0) - Self.halfAnswered } ?? 0
        let held = min(max(evidence, -Self.mostEvidence), Self.mostEvidence)
        return Weight.constant + Weight.articles * held + Weight.margin * margin + Weight.likeness * alike
            + Weight.rules * answered
    }

    /// The likeliest link between the rules that two sanctions cite; nil where one of them cites none.
    private func answeredRules(_ row: Int, _ column: Int, _ probabilities: Grid) -> Float? {
        guard !rowRules[row].isEmpty, !columnRules[column].isEmpty else { return nil }
        var best: Float = 0
        for rule in rowRules[row] {
            for other in columnRules[column] { best = max(best, probabilities[rule, other]) }
        }
        return best
    }

    /// As a logistic regression gives them on 258 pairs of sanctions of 13 pairs of acts on 12 subjects, 30 of them
    /// linked by reading, rounded. With each pair of acts left out in turn 21 of the 30 are found and 3 of 228 others;
    /// by articles alone 19 and 11.
    private enum Weight {
        static let constant = 0.3
        static let articles = 0.3
        static let margin = 1.0
        static let likeness = 3.2
        static let rules = 1.0
    }

    private static let mostEvidence = 5.0
    private static let leastMargin: Float = 0.2
    private static let leastLikeness: Float = 0.03
    private static let alike: Float = 0.2
    private static let halfAnswered = 0.4
}

/// The paragraphs of the sanctions of one text.
private struct OffenceUnits {
    /// The article of each paragraph.
    var owners: [Int] = []
    /// Its features with those of the paragraphs it says to be violated.
    var bags: [FeatureBag] = []
    /// The articles that each article says to be violated, ascending.
    var rules: [[Int]]
    /// Whether some paragraph of each article tells an offence.
    var isTold: [Bool]

    init(_ witness: ComparedWitness) {
        let units = witness.units
        rules = units.articles.map { _ in [] }
        isTold = units.articles.map { _ in false }
        for (place, offence) in units.offences.enumerated() {
            let violated = units.violated[place]
            owners.append(offence.owner)
            let bag = violated.reduce(witness.features.offences[place]) {
                $0.joined($1, of: witness.features.paragraphs)
            }
            if bag.counts.reduce(0, +) >= Self.leastTold { isTold[offence.owner] = true }
            bags.append(bag)
            rules[offence.owner] += violated.map { units.paragraphs[$0].owner }
        }
        rules = rules.map { Set($0).sorted() }
    }
}

extension OffenceUnits {
    /// Characters and pairs that tell something, phrases of all statutes counting little.
    private static let leastTold: Float = 6
}

extension FeatureBag {
    /// The features of this unit and of another.
    fileprivate func joined(_ unit: Int, of units: [FeatureBag]) -> FeatureBag {
        let other = units[unit]
        var ids: [Int32] = []
        var counts: [Float] = []
        ids.reserveCapacity(self.ids.count + other.ids.count)
        counts.reserveCapacity(self.ids.count + other.ids.count)
        var (place, otherPlace) = (0, 0)
        while place < self.ids.count || otherPlace < other.ids.count {
            let next = place < self.ids.count ? self.ids[place] : .max
            let otherNext = otherPlace < other.ids.count ? other.ids[otherPlace] : .max
            var count: Float = 0
            if next <= otherNext {
                count += self.counts[place]
                place += 1
            }
            if otherNext <= next {
                count += other.counts[otherPlace]
                otherPlace += 1
            }
            ids.append(min(next, otherNext))
            counts.append(count)
        }
        return FeatureBag(ids: ids, counts: counts)
    }
}
