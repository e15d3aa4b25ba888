import RegulationModel

/// Finds the provisions that speak of a matter, in Chinese and English texts from a question in either language.
///
/// A question is taken apart into what it asks for (`SearchConcept`); in texts of the other language each of these is
/// looked for by its renderings in the term table and in the lexicon. A provision scores the share of the question that
/// it answers, each part weighed by how rare it is in statutes at large and by how often it stands there for the
/// provision's length (BM25). No index is made and no text is compared with others, so that a score depends on the
/// question and the provision alone, and texts can come one by one.
public struct ProvisionSearch: Sendable {
    private let chinese: PatternSet
    private let english: PatternSet

    /// Takes a question; nil where it holds nothing that can be looked for.
    ///
    /// - Parameters:
    ///   - question: words, a phrase, a sentence; Chinese, English or both.
    ///   - terms: renderings of Chinese terms, beside those of the lexicon that comes with the program.
    public init?(_ question: String, terms: TermTable = .empty) {
        var reading = QuestionReading(terms: terms)
        reading.read(Folding.fold(question).scalars)
        chinese = PatternSet(reading.chinese)
        english = PatternSet(reading.english)
        guard !chinese.isEmpty || !english.isEmpty else { return nil }
    }

    /// The best provisions of a text, at most `limit`, the best first; equal ones in the order of the text.
    public func hits(in regulation: Regulation, limit: Int) -> [SearchHit] {
        let patterns = patterns(regulation.language)
        guard !patterns.isEmpty, limit > 0 else { return [] }
        let title = patterns.found(in: SearchText(Folding.fold(regulation.title).scalars, for: patterns))
        let headings = regulation.groupings.map { grouping -> (range: Range<Int>, found: [Float]) in
            let text = Folding.scalars(of: regulation.source.flowedScalars([grouping.heading]))
            return (grouping.articles, patterns.found(in: SearchText(text, for: patterns)).map(\.best))
        }
        var hits: [(place: Int, hit: SearchHit)] = []
        for (place, provision) in regulation.provisions.enumerated() {
            var context = title.map(\.best)
            for heading in headings where heading.range.contains(place) {
                context = Self.larger(context, heading.found)
            }
            let text = Self.text(provision, of: regulation, patterns)
            let found = patterns.found(in: text)
            let score = patterns.score(found, context: context, length: text.length)
            guard score >= Self.leastScore else { continue }
            let narrow = narrowest(provision, of: regulation, having: patterns.coverage(found), patterns)
            hits.append((place, SearchHit(provision: narrow.eId, score: Self.rounded(score))))
        }
        return hits.sorted { ($1.hit.score, $0.place) < ($0.hit.score, $1.place) }.prefix(limit).map(\.hit)
    }

    /// Where a printed text answers the question: ranges of its UTF-8, ascending, apart from each other.
    public func matches(in printed: String, _ language: Language) -> [Range<Int>] {
        let patterns = patterns(language)
        let folded = Folding.fold(printed)
        let places = patterns.places(in: SearchText(folded.scalars, for: patterns))
        var joined: [Range<Int>] = []
        for place in places.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, place.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                joined.append(place)
            }
        }
        return joined.map(folded.printedRange)
    }

    private func patterns(_ language: Language) -> PatternSet {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// What answers less than this of a question shares a common word with it.
    private static let leastScore: Float = 0.05

    /// Four decimals: what lies behind them is noise.
    private static func rounded(_ score: Float) -> Double { (Double(score) * 10_000).rounded() / 10_000 }

    private static func larger(_ first: [Float], _ second: [Float]) -> [Float] { zip(first, second).map(max) }

    private static func text(_ provision: Provision, of regulation: Regulation, _ patterns: PatternSet) -> SearchText {
        let spans = (provision.heading.map { [$0] } ?? []) + provision.allText
        return SearchText(Folding.scalars(of: regulation.source.flowedScalars(spans)), for: patterns)
    }

    /// The narrowest provision that has all that was found.
    private func narrowest(
        _ provision: Provision, of regulation: Regulation, having coverage: Float, _ patterns: PatternSet
    ) -> Provision {
        for child in provision.children {
            let found = patterns.found(in: Self.text(child, of: regulation, patterns))
            guard patterns.coverage(found) >= coverage else { continue }
            return narrowest(child, of: regulation, having: coverage, patterns)
        }
        return provision
    }
}

/// A provision that answers a question.
public struct SearchHit: Sendable, Hashable {
    /// The narrowest provision that has all that was found: an article, a paragraph, a point.
    public let provision: EId
    /// The share of the question that its article answers, 0 … 1.
    public let score: Double

    /// Makes a hit.
    public init(provision: EId, score: Double) {
        self.provision = provision
        self.score = score
    }
}
