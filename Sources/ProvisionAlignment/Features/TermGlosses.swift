/// The stems of each term's renderings, each weighted by the share of renderings that have it; found when a term is
/// first met.
struct TermGlosses {
    private let renderings: StemmedRenderings
    /// For each symbol in the index of terms the number of its stem in a tally; -1 where no English text has it.
    private let stems: [Int32]
    /// Where the gloss of each term begins and ends; -1 for one that was not met.
    private var starts: [Int32]
    private var ends: [Int32]
    private var glosses: [(number: Int32, weight: Float)] = []

    /// - Parameter symbols: the symbol in the index of terms of each stem, which has its place for its number.
    init(_ renderings: StemmedRenderings, _ symbols: [UInt32]) {
        var stems = [Int32](repeating: -1, count: renderings.stemCount)
        for (place, symbol) in symbols.enumerated() where stems.indices.contains(Int(symbol)) {
            stems[Int(symbol)] = Int32(truncatingIfNeeded: place)
        }
        self.renderings = renderings
        self.stems = stems
        starts = [Int32](repeating: -1, count: renderings.count)
        ends = starts
    }

    /// Notes the gloss of a term as features of a phrase.
    mutating func note(_ term: Int, _ tally: inout FeatureTally) {
        if starts[term] < 0 { find(term) }
        for place in Int(starts[term])..<Int(ends[term]) {
            tally.note(number: Int(glosses[place].number), glosses[place].weight)
        }
    }

    private mutating func find(_ term: Int) {
        let first = glosses.count
        let sequences = renderings.sequences(ofTerm: term)
        let share = 1 / Float(sequences.count)
        for sequence in sequences {
            for (place, symbol) in sequence.enumerated() where !sequence.prefix(place).contains(symbol) {
                let stem = stems[Int(symbol)]
                guard stem >= 0 else { continue }
                if let known = glosses[first...].firstIndex(where: { $0.number == stem }) {
                    glosses[known].weight += share
                } else {
                    glosses.append((stem, share))
                }
            }
        }
        starts[term] = Int32(truncatingIfNeeded: first)
        ends[term] = Int32(truncatingIfNeeded: glosses.count)
    }
}
