import RegulationModel

/// A way of linking that needs no engine, measured beside it so that its gain is visible.
///
/// Both compare TF-IDF vectors by their cosine (`TextVectors`) and know nothing else: no margin, no structure, no
/// threshold above 0.
public enum Baseline: String, Sendable, CaseIterable {
    /// Nearest neighbour: each provision of the base with the most similar one of the other text.
    case nearest
    /// Mutual best: only pairs in which each side is the most similar one to the other.
    case mutual
}

/// Links two texts the simple way.
///
/// Vectors hold characters and pairs of characters for two Chinese texts, stems of words for two English ones. Across
/// languages the Chinese text is turned into stems first: each longest term of the term table gives the stems of its
/// renderings, together as much as one word; what the table does not know is lost.
public struct Baselines: Sendable {
    private let terms: TermIndex

    /// Takes the renderings used across languages.
    public init(terms: TermTable) { self.terms = TermIndex(terms) }

    /// Links of articles with their cosines, in order of the base; of equally similar ones the first is taken.
    public func articles(_ baseline: Baseline, _ base: Regulation, _ other: Regulation) -> [ScoredPair] {
        let vectors = TextVectors(units(base, \.self), units(other, \.self), features: features(base, other))
        return links(baseline, vectors) { _, _ in true }
    }

    /// Links of points with their cosines. Points are compared inside the article pairs given only, which an aligner
    /// has to find by itself; those pairs are what gold calls linked.
    public func points(_ baseline: Baseline, _ base: Regulation, _ other: Regulation, within pairs: Set<Gold.Pair>)
        -> [ScoredPair]
    {
        let vectors = TextVectors(
            units(base) { $0.flatMap(Self.points) }, units(other) { $0.flatMap(Self.points) },
            features: features(base, other))
        return links(baseline, vectors) { pairs.contains(Gold.Pair(base: $0, other: $1).ofArticles) }
    }

    private static func points(_ provision: Provision) -> [Provision] {
        provision.level == .point ? [provision] : provision.children.flatMap(points)
    }

    private func units(_ regulation: Regulation, _ select: ([Provision]) -> [Provision]) -> [TextVectors.Unit] {
        select(regulation.provisions).map {
            TextVectors.Unit(
                address: Gold.address(of: $0.eId), language: regulation.language,
                text: Folding.fold(regulation.fullText($0)).scalars)
        }
    }

    private func features(_ base: Regulation, _ other: Regulation) -> (TextVectors.Unit) -> [String: Double] {
        switch (base.language, other.language) {
        case (.chinese, .chinese): { Self.characters($0.text) }
        case (.english, .english): { Self.stems($0.text) }
        case (.chinese, .english), (.english, .chinese):
            { $0.language == .english ? Self.stems($0.text) : renderings($0.text) }
        }
    }

    private static func characters(_ text: [Unicode.Scalar]) -> [String: Double] {
        var counts: [String: Double] = [:]
        for run in Words.ideographRuns(text) {
            for (place, scalar) in run.enumerated() {
                counts[String(scalar), default: 0] += 1
                if place > 0 { counts[String(run[place - 1]) + String(scalar), default: 0] += 1 }
            }
        }
        return counts
    }

    private static func stems(_ text: [Unicode.Scalar]) -> [String: Double] {
        Words.contentStems(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func renderings(_ text: [Unicode.Scalar]) -> [String: Double] {
        var counts: [String: Double] = [:]
        for run in Words.ideographRuns(text) {
            for match in TermIndex.longest(terms.matches(chinese: run)) {
                let stems = terms.renderings[match.term].flatMap(\.self)
                for stem in stems { counts[stem, default: 0] += 1 / Double(stems.count) }
            }
        }
        return counts
    }

    private func links(
        _ baseline: Baseline, _ vectors: TextVectors, where isAllowed: (String, String) -> Bool
    ) -> [ScoredPair] {
        var rowBest = [(column: Int, cosine: Double)?](repeating: nil, count: vectors.base.count)
        var columnBest = [(row: Int, cosine: Double)?](repeating: nil, count: vectors.other.count)
        for row in vectors.base.indices {
            for (column, cosine) in vectors.cosines(ofBase: row).enumerated() where cosine > 0 {
                guard isAllowed(vectors.base[row], vectors.other[column]) else { continue }
                if cosine > rowBest[row]?.cosine ?? 0 { rowBest[row] = (column, cosine) }
                if cosine > columnBest[column]?.cosine ?? 0 { columnBest[column] = (row, cosine) }
            }
        }
        return rowBest.enumerated().compactMap { row, best in
            guard let best, baseline == .nearest || columnBest[best.column]?.row == row else { return nil }
            return ScoredPair(
                Gold.Pair(base: vectors.base[row], other: vectors.other[best.column]), score: best.cosine)
        }
    }
}
