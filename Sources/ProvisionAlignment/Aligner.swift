import RegulationModel

/// Finds which provision of one regulation answers which of another, in Chinese, in English, and across the two.
///
/// The result depends on the texts, the term table and nothing else: exchanging base and other mirrors the links, and
/// the order of the witnesses does not matter. Everything is weighed at once; no provision is given away because an
/// earlier one came first. Ids of witnesses should differ; witnesses with the same id and the same bytes are alike.
public struct Aligner: Sendable {
    private let engine: AlignmentEngine

    /// Takes the texts under comparison and computes their features, once.
    ///
    /// - Parameters:
    ///   - witnesses: any regulations, empty ones too. Acts that are not aligned are bridges between texts on their own
    ///     subject: an English act reaches a Chinese one by way of a third text. They change nothing between others.
    ///   - terms: renderings of Chinese terms, beside those of the lexicon that comes with the program.
    public init(witnesses: [Regulation], terms: TermTable) {
        engine = AlignmentEngine(witnesses: witnesses, terms: terms)
    }

    /// Links the provisions of two witnesses.
    ///
    /// - Parameters:
    ///   - base: index of the base among the witnesses.
    ///   - other: index of the other text among the witnesses.
    ///   - level: `.article` (also for an explainer's sections), `.paragraph` or `.point`; the levels above are
    ///     treated as `.article`, `.subpoint` as `.point`.
    /// - Returns: links in order of the base, then of the other text; scores go from 0 to 1. Those of
    ///   articles and points are probabilities of 0.5 and more; those of paragraphs follow the rule of points, which is
    ///   unchecked for them.
    public func align(_ base: Int, _ other: Int, level: Level) -> Alignment {
        engine.align(base, other, level: level)
    }

    /// Pairs of articles that a person should look at: the score is near that from which on a link is asserted.
    ///
    /// - Parameters:
    ///   - base: index of the base among the witnesses.
    ///   - other: index of the other text among the witnesses.
    ///   - margin: how far the score may lie from 0.5, on both sides.
    /// - Returns: asserted links and pairs that are none, in order of the base, then of the other text; a pair is
    ///   asserted where its score is 0.5 or more. Strength and reasons of a pair that is not asserted are those it
    ///   would have; its relation says nothing.
    public func doubtful(_ base: Int, _ other: Int, margin: Double = 0.2) -> [Link] {
        engine.doubtful(base, other, margin: margin)
    }

    /// How probably each two articles answer each other by what the two texts say, without their order, their numbers,
    /// their neighbours and other texts.
    ///
    /// - Parameters:
    ///   - base: index of the base among the witnesses.
    ///   - other: index of the other text among the witnesses.
    /// - Returns: all pairs of articles, row by row, with probabilities from 0 to 1 that rank candidates; no threshold
    ///   belongs to them. Empty where one of the texts has no article.
    public func candidates(_ base: Int, _ other: Int) -> [Candidate] { engine.candidates(base, other) }
}

/// Two articles that may answer each other.
public struct Candidate: Sendable, Hashable {
    /// The article of the base.
    public let base: EId
    /// The article of the other text.
    public let other: EId
    /// From 0 to 1.
    public let probability: Double
}
