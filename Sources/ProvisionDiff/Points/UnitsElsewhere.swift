import RegulationModel

/// Finds where else in the other act the words of a paragraph or point stand that nothing answers in the articles
/// compared: a ban that one act lists and the other gives a paragraph of its own went somewhere, it is not lost.
struct UnitsElsewhere {
    private let base: [Entry]
    private let other: [Entry]

    /// The words of a unit as pairs of neighbouring letters.
    private struct Entry {
        let eId: EId
        let article: EId
        let letters: [UInt32]
        let pairs: Set<UInt64>
    }

    // By reading acts on auxiliaries, dogs, smoking, lifts and property management: what moved keeps nearly all of its words;
    // from four fifths on no unit of other matter was found.

    /// Share of a unit's pairs of letters that stand in another one.
    private static let leastHeld = 0.8
    /// Pairs of the shortest unit that is looked for.
    private static let fewestPairs = 7

    init(base: Regulation, other: Regulation) {
        self.base = Self.entries(base)
        self.other = Self.entries(other)
    }

    private static func entries(_ regulation: Regulation) -> [Entry] {
        regulation.provisions.flatMap { provision in
            TextUnit.units(of: provision).map { unit in
                let letters = NeighbourLetters.letters(unit.text, regulation)
                return Entry(
                    eId: unit.eId, article: provision.eId, letters: letters,
                    pairs: Set(NeighbourLetters.pairs(letters)))
            }
        }
    }

    /// The unit of the other act that holds a unit's words, outside of the articles named; nil where none does, or where the
    /// act itself says the same more than once, as closing words of lists do.
    ///
    /// - Parameter isInBase: true for a unit of the base.
    func place(of eId: EId, isInBase: Bool, outside articles: [EId]) -> EId? {
        let (own, facing) = isInBase ? (base, other) : (other, base)
        guard let entry = own.first(where: { $0.eId == eId }), entry.pairs.count >= Self.fewestPairs else { return nil }
        let isRepeated = own.contains { $0.eId != eId && Self.held(entry, by: $0) >= Self.leastHeld }
        guard !isRepeated else { return nil }
        var best: (held: Double, eId: EId)?
        for candidate in facing where !articles.contains(candidate.article) {
            let held = Self.held(entry, by: candidate)
            if held >= Self.leastHeld, held > best?.held ?? 0 { best = (held, candidate.eId) }
        }
        return best?.eId
    }

    /// Share of a unit's pairs of letters that stand in a unit of the articles compared, which answers another one.
    private static let leastHeldBeside = 0.7
    /// Pairs of the shortest unit for which that is enough; shorter ones keep more.
    private static let fewestPairsBeside = 12
    /// Letters of the shortest unit that is looked for there as it is: 体检 in a row of steps.
    private static let fewestLetters = 2

    /// The unit of the articles compared that holds the words of a unit that nothing answers by itself: a list against a
    /// sentence, a sentence that is a paragraph of its own in the other act.
    func place(of eId: EId, isInBase: Bool, within articles: [EId]) -> EId? {
        let (own, facing) = isInBase ? (base, other) : (other, base)
        guard let entry = own.first(where: { $0.eId == eId }), entry.letters.count >= Self.fewestLetters else {
            return nil
        }
        let isShort = entry.pairs.count < Self.fewestPairs
        let least = entry.pairs.count < Self.fewestPairsBeside ? Self.leastHeld : Self.leastHeldBeside
        var best: (held: Double, eId: EId)?
        for candidate in facing
        where articles.contains(candidate.article) && candidate.letters.count > entry.letters.count {
            let held =
                isShort
                ? NeighbourLetters.contains(candidate.letters, entry.letters) ? 1 : 0 : Self.held(entry, by: candidate)
            if held >= least, held > best?.held ?? 0 { best = (held, candidate.eId) }
        }
        return best?.eId
    }

    private static func held(_ entry: Entry, by candidate: Entry) -> Double {
        NeighbourLetters.held(entry.pairs, in: candidate.pairs)
    }
}
