import RegulationModel

/// The sentences and points of provisions that are compared at once, as pairs of neighbouring letters.
struct Sentences {
    struct Sentence {
        let span: ByteSpan
        let pairs: Set<UInt64>
    }

    let side: NormComparison.Side
    let all: [Sentence]

    init(_ side: NormComparison.Side, _ eIds: [EId]) {
        self.side = side
        all = eIds.flatMap { side.reader.norms(at: $0) }.map {
            Sentence(span: $0.span, pairs: Self.pairs($0.span, side))
        }
    }

    /// The pairs of letters of some words.
    static func pairs(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        Set(NeighbourLetters.pairs(NeighbourLetters.letters([span], side.regulation)))
    }

    /// Those of several stretches.
    static func pairs(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Set<UInt64> {
        spans.reduce(into: []) { $0.formUnion(pairs($1, side)) }
    }

    /// The words of a span.
    func text(_ span: ByteSpan) -> NormText {
        NormText(side.regulation.source, [span], language: side.regulation.language)
    }
}
