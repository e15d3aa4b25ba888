/// Precision, recall and F1 of predicted links against gold.
///
/// A predicted link is right where gold marks it `main` or `part`; `borderline` ones are left out. Recall is taken over
/// the `main` gold links alone and over `main` and `part`. So "main F1" is the harmonic mean of the precision of the
/// predicted links and the recall of main gold links, "all F1" that of the same precision and the recall of all.
public struct Evaluation: Sendable, Hashable {
    /// Predicted links that gold has as main or part.
    public let right: Int
    /// Predicted links that gold does not have.
    public let wrong: Int
    /// Predicted links that are neither right nor wrong: gold calls them borderline, or says nothing of their article.
    public let skipped: Int
    /// Main gold links, found and in all.
    public let mainFound: Int
    /// Main gold links in all.
    public let main: Int
    /// Main and part gold links found.
    public let allFound: Int
    /// Main and part gold links in all.
    public let all: Int

    /// Compares predicted pairs, each counted once, with gold.
    ///
    /// - Parameter skipped: further predicted links that are neither right nor wrong.
    public init(predicted: some Sequence<Gold.Pair>, gold: Gold, skipped passedOver: Int = 0) {
        let pairs = Set(predicted)
        let found = pairs.compactMap { gold.marks[$0] }
        right = found.count { $0 != .borderline }
        wrong = pairs.count - found.count
        skipped = found.count - right + passedOver
        mainFound = found.count { $0 == .main }
        main = gold.marks.values.count { $0 == .main }
        allFound = right
        all = gold.marks.values.count { $0 != .borderline }
    }

    /// Compares the links of an alignment with gold.
    ///
    /// - Parameter strength: only links of this strength are taken as predicted; nil takes all.
    public init(_ alignment: Alignment, gold: Gold, strength: LinkStrength? = nil) {
        let links = alignment.links.filter { strength == nil || $0.strength == strength }
        self.init(
            predicted: links.map {
                Gold.Pair(base: Gold.address(of: $0.base), other: Gold.address(of: $0.other))
            }, gold: gold)
    }

    /// Several evaluations as one: links are pooled, not averaged.
    public init(pooling evaluations: some Sequence<Evaluation>) {
        var sums = [Int](repeating: 0, count: 7)
        for one in evaluations {
            let counts = [one.right, one.wrong, one.mainFound, one.main, one.allFound, one.all, one.skipped]
            for index in sums.indices { sums[index] += counts[index] }
        }
        right = sums[0]
        wrong = sums[1]
        mainFound = sums[2]
        main = sums[3]
        allFound = sums[4]
        all = sums[5]
        skipped = sums[6]
    }

    /// All predicted links.
    public var predicted: Int { right + wrong + skipped }

    /// Share of predicted links that are right; 1 where none was predicted and none wanted, 0 where none was found.
    public var precision: Double { share(right, of: right + wrong) }
    /// Share of right links where the skipped ones count as wrong.
    public var strictPrecision: Double { share(right, of: predicted) }
    /// Share of main gold links found.
    public var mainRecall: Double { share(mainFound, of: main) }
    /// Share of main and part gold links found.
    public var allRecall: Double { share(allFound, of: all) }
    /// Harmonic mean of precision and main recall.
    public var mainF1: Double { harmonicMean(precision, mainRecall) }
    /// Harmonic mean of precision and recall of all.
    public var allF1: Double { harmonicMean(precision, allRecall) }

    private func share(_ part: Int, of whole: Int) -> Double {
        guard whole > 0 else { return all == 0 ? 1 : 0 }
        return Double(part) / Double(whole)
    }

    private func harmonicMean(_ a: Double, _ b: Double) -> Double { a + b > 0 ? 2 * a * b / (a + b) : 0 }
}
