/// A link with its score, to choose the best one by.
public struct ScoredPair: Sendable, Hashable {
    /// Address in the base and in the other text.
    public let pair: Gold.Pair
    /// Higher is surer.
    public let score: Double

    /// Makes a link.
    public init(_ pair: Gold.Pair, score: Double) {
        self.pair = pair
        self.score = score
    }
}

/// How many articles of a parallel statute find their own counterpart: the article of the same number.
///
/// An article's best link is the one with the highest score; of several the first, in the order of the links. Articles
/// without a link have found nothing.
public struct CounterpartCounts: Sendable, Hashable {
    /// Articles of the statute.
    public let articles: Int
    /// Articles of the base whose best link leads to their counterpart.
    public let fromBase: Int
    /// Articles of the other text whose best link leads to their counterpart.
    public let fromOther: Int
    /// Articles of which both holds.
    public let mutual: Int

    /// Articles that no link leads from or to.
    public let unlinked: Int

    /// Nothing counted.
    public static let none = CounterpartCounts(pooling: [])

    /// Counts the articles with these numbers.
    public init(_ links: some Sequence<ScoredPair>, numbers: some Collection<String>) {
        var fromBase: [String: ScoredPair] = [:]
        var fromOther: [String: ScoredPair] = [:]
        for link in links {
            if link.score > fromBase[link.pair.base]?.score ?? -.infinity { fromBase[link.pair.base] = link }
            if link.score > fromOther[link.pair.other]?.score ?? -.infinity { fromOther[link.pair.other] = link }
        }
        let foundFromBase = Set(numbers.filter { fromBase[$0]?.pair.other == $0 })
        let foundFromOther = Set(numbers.filter { fromOther[$0]?.pair.base == $0 })
        articles = numbers.count
        self.fromBase = foundFromBase.count
        self.fromOther = foundFromOther.count
        mutual = foundFromBase.intersection(foundFromOther).count
        unlinked = numbers.count { fromBase[$0] == nil && fromOther[$0] == nil }
    }

    /// Several statutes as one: articles are pooled, not averaged.
    public init(pooling counts: some Sequence<CounterpartCounts>) {
        var sums = [0, 0, 0, 0, 0]
        for one in counts {
            let counts = [one.articles, one.fromBase, one.fromOther, one.mutual, one.unlinked]
            for index in sums.indices { sums[index] += counts[index] }
        }
        articles = sums[0]
        fromBase = sums[1]
        fromOther = sums[2]
        mutual = sums[3]
        unlinked = sums[4]
    }

    /// Share of the articles; 1 where there is none.
    public func share(_ count: Int) -> Double { articles > 0 ? Double(count) / Double(articles) : 1 }
}
