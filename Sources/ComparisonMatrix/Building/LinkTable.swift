import ProvisionAlignment
import RegulationModel

/// Links between articles, found by pair of texts and base article, from whichever side they were made.
struct LinkTable {
    private struct Pair: Hashable {
        let base: String
        let other: String
    }

    private let links: [Pair: [EId: [Link]]]
    private let partedPairs: [Pair: [PartedPair]]
    private let nearPairs: [Pair: [EId: Link]]

    /// Takes the alignments of articles; those of other levels are left out. Where a pair was aligned from both
    /// sides, each side keeps its own links.
    ///
    /// - Parameter near: pairs of articles that are no links, though something speaks for them.
    init(_ alignments: [Alignment], near: [Alignment] = []) {
        var links: [Pair: [EId: [Link]]] = [:]
        let ofArticles = alignments.filter { $0.level == .article }
        for alignment in ofArticles {
            let pair = Pair(base: alignment.base, other: alignment.other)
            if links[pair] == nil { links[pair] = Dictionary(grouping: alignment.links, by: \.base) }
        }
        for alignment in ofArticles {
            let pair = Pair(base: alignment.other, other: alignment.base)
            if links[pair] == nil { links[pair] = Dictionary(grouping: alignment.links.map(\.mirrored), by: \.base) }
        }
        self.links = links
        var parted: [Pair: [PartedPair]] = [:]
        for alignment in ofArticles where !alignment.parted.isEmpty {
            parted[Pair(base: alignment.base, other: alignment.other)] = alignment.parted
            parted[Pair(base: alignment.other, other: alignment.base)] = alignment.parted.map(\.mirrored)
        }
        self.partedPairs = parted
        nearPairs = near.reduce(into: [:]) { pairs, alignment in
            let ends = (alignment.base, alignment.other)
            pairs[Pair(base: ends.0, other: ends.1)] = Self.best(alignment.links)
            pairs[Pair(base: ends.1, other: ends.0)] = Self.best(alignment.links.map(\.mirrored))
        }
    }

    private static func best(_ links: [Link]) -> [EId: Link] {
        Dictionary(links.map { ($0.base, $0) }) { $1.score > $0.score ? $1 : $0 }
    }

    /// What comes nearest in another text to one of these articles, without being linked to it; nil where nothing does.
    func nearest(
        to articles: [(provision: EId, witness: String)], in other: TextColumn
    ) -> (citation: Citation, score: Double)? {
        let found = articles.compactMap { nearPairs[Pair(base: $0.witness, other: other.witness.id)]?[$0.provision] }
        guard let link = found.max(by: { ($0.score, $1.other) < ($1.score, $0.other) }) else { return nil }
        return Citation(link.other, in: other.regulation).map { ($0, link.score) }
    }

    /// The provisions of another text that a person parted from an article of the base, with the decisions.
    func parted(
        from article: EId, of base: String, in other: TextColumn
    ) -> [(citation: Citation, decision: LinkOrigin.Decision)] {
        let pairs = partedPairs[Pair(base: base, other: other.witness.id)] ?? []
        return pairs.filter { $0.base == article }.compactMap { pair in
            Citation(pair.other, in: other.regulation).map { ($0, pair.decision) }
        }
    }

    /// True where the two texts were aligned, whether links were found or not.
    func compares(_ base: String, with other: String) -> Bool { links[Pair(base: base, other: other)] != nil }

    /// The links from an article of the base to another text.
    func links(from article: EId, of base: String, to other: String) -> [Link] {
        links[Pair(base: base, other: other)]?[article] ?? []
    }
}
