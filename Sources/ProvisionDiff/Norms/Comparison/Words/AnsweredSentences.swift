import RegulationModel

/// Sentences of paragraphs that no paragraph answers: what a sentence of the other side says is not told as lost, though the
/// two stand in paragraphs of other shape.
struct AnsweredSentences {
    private let base: [Set<UInt64>]
    private let other: [Set<UInt64>]
    private let sides: (base: NormComparison.Side, other: NormComparison.Side)

    // By reading acts on volunteers, blood donation, lifts and property management.

    /// Share of both sentences' pairs of letters from which on they say the same.
    private static let alike = 0.45
    /// Share of a sentence that stands in a longer one.
    private static let held = 0.7
    private static let fewestPairs = 8

    init(_ norms: NormComparison, _ comparison: ProvisionComparison) {
        sides = (norms.base, norms.other)
        base = Self.sentences(norms.base, comparison.base)
        other = Self.sentences(norms.other, comparison.other)
    }

    private static func sentences(_ side: NormComparison.Side, _ eIds: [EId]) -> [Set<UInt64>] {
        eIds.flatMap { side.reader.norms(at: $0) }.map { pairs($0.span, side) }
    }

    private static func pairs(_ span: ByteSpan, _ side: NormComparison.Side) -> Set<UInt64> {
        Set(NeighbourLetters.pairs(NeighbourLetters.letters([span], side.regulation)))
    }

    /// A difference without the sentences that are answered; nil where all of them are. Items and other differences stay.
    func open(_ difference: NormDifference) -> NormDifference? {
        guard difference.reason == .paragraph, sides.base.regulation.language == sides.other.regulation.language else {
            return difference
        }
        let isInBase = !difference.base.isEmpty
        let (side, facing, place) =
            isInBase ? (sides.base, other, difference.baseProvision) : (sides.other, base, difference.otherProvision)
        let norms = side.reader.norms(at: place).filter { $0.provision == place }
        guard norms.count > 1 else { return difference }
        let left = norms.map(\.span).filter { !isAnswered(Self.pairs($0, side), facing) }
        guard left.count < norms.count else { return difference }
        guard !left.isEmpty else { return nil }
        return NormDifference(
            kind: difference.kind, reason: difference.reason, baseProvision: difference.baseProvision,
            base: isInBase ? left : [], otherProvision: difference.otherProvision, other: isInBase ? [] : left,
            isDoubtful: difference.isDoubtful)
    }

    private func isAnswered(_ sentence: Set<UInt64>, _ facing: [Set<UInt64>]) -> Bool {
        guard sentence.count >= Self.fewestPairs else { return false }
        return facing.contains { candidate in
            let common = Double(sentence.intersection(candidate).count)
            return 2 * common >= Self.alike * Double(sentence.count + candidate.count)
                || common >= Self.held * Double(sentence.count)
        }
    }
}
