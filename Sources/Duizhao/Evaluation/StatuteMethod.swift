import ProvisionAlignment
import RegulationModel

/// A way of linking the Chinese text of a statute (0) with its English one (1), measured on parallel statutes.
public struct StatuteMethod: Sendable {
    /// Its name in the report.
    public let name: String
    /// Links of articles with their scores.
    public let links: @Sendable (Comparison) -> [ScoredPair]

    /// Makes a method.
    public init(name: String, links: @escaping @Sendable (Comparison) -> [ScoredPair]) {
        self.name = name
        self.links = links
    }

    /// The whole engine, as `duizhao align` runs it.
    public static let engine = StatuteMethod(name: "engine") { comparison in
        comparison.alignment(0, 1).links.map { ScoredPair(Gold.pair(of: $0), score: $0.score) }
    }

    /// The likeliest candidate of each article by its words, whether it would be linked or not: neither order nor numbers
    /// nor neighbours tell.
    public static let withoutOrder = StatuteMethod(name: "engine, order and numbers unused") { comparison in
        comparison.candidates(0, 1).map { candidate in
            ScoredPair(
                Gold.Pair(base: Gold.address(of: candidate.base), other: Gold.address(of: candidate.other)),
                score: candidate.probability)
        }
    }

    /// The nearest neighbour by TF-IDF from either side.
    static func nearest(_ baselines: Baselines) -> StatuteMethod {
        StatuteMethod(name: Baseline.nearest.rawValue) { comparison in
            let texts = comparison.witnesses.map(\.regulation)
            let back = baselines.articles(.nearest, texts[1], texts[0]).map {
                ScoredPair($0.pair.mirrored, score: $0.score)
            }
            return baselines.articles(.nearest, texts[0], texts[1]) + back
        }
    }
}

extension Gold {
    /// A link in the addresses of gold.
    static func pair(of link: Link) -> Pair { Pair(base: address(of: link.base), other: address(of: link.other)) }
}
