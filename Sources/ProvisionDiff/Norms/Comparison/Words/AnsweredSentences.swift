import RegulationModel

/// Sentences of paragraphs that no paragraph answers: what a sentence of the other side says is not told as lost, though the
/// two stand in paragraphs of other shape.
struct AnsweredSentences {
    let base: Sentences
    let other: Sentences

    // By reading acts on volunteers, blood donation, lifts and property management.

    /// Share of both sentences' pairs of letters from which on they say the same.
    private static let alike = 0.45
    /// Share of a sentence that stands in a longer one.
    private static let held = 0.7
    private static let fewestPairs = 8

    /// A difference without the sentences that are answered; nil where all of them are. Items and other differences stay, and
    /// so do paragraphs with a list, whose sentence says nothing by itself.
    func open(_ difference: NormDifference) -> NormDifference? {
        guard difference.reason == .paragraph, base.side.regulation.language == other.side.regulation.language else {
            return difference
        }
        let isInBase = !difference.base.isEmpty
        let (side, facing, place) =
            isInBase
            ? (base.side, other, difference.baseProvision) : (other.side, base, difference.otherProvision)
        let norms = side.reader.norms(at: place)
        guard norms.count > 1, norms.allSatisfy({ $0.provision == place }) else { return difference }
        let left = norms.map(\.span).filter { !isAnswered(Sentences.pairs($0, side), facing) }
        guard left.count < norms.count else { return difference }
        guard !left.isEmpty else { return nil }
        return NormDifference(
            kind: difference.kind, reason: difference.reason, baseProvision: difference.baseProvision,
            base: isInBase ? left : [], otherProvision: difference.otherProvision, other: isInBase ? [] : left,
            isDoubtful: difference.isDoubtful)
    }

    private func isAnswered(_ sentence: Set<UInt64>, _ facing: Sentences) -> Bool {
        guard sentence.count >= Self.fewestPairs else { return false }
        return facing.all.contains { candidate in
            NeighbourLetters.alike(sentence, candidate.pairs) >= Self.alike
                || NeighbourLetters.held(sentence, in: candidate.pairs) >= Self.held
        }
    }
}
