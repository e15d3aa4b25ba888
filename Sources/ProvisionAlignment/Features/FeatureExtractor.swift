import RegulationModel

/// Turns folded text into features.
///
/// A feature is a number: a character is its code point, two characters or stems are packed into one, a term is its
/// index with the highest bit set. Stems are numbered in alphabetical order over all English texts, from 1.
struct FeatureExtractor {
    private let index: TermIndex
    private let vocabulary: StemVocabulary
    /// Known stems of each term's renderings, each weighted by the share of renderings that have it.
    private var glosses: [Int: [(stem: UInt64, weight: Float)]] = [:]
    /// The symbol of each stem in the index of terms.
    private let termSymbols: [UInt32]
    /// Number here of each stem of the lexicon; 0 where no English text has it.
    private let lexiconStems: [UInt64]
    private let lexicon = BilingualLexicon.shipped
    /// Features of runs of ideographs by their hash (FNV-1a, 64 bits): a sentence has the runs its article has.
    private var runs: [UInt64: [(key: UInt64, weight: Float)]] = [:]
    private var reader = BilingualLexicon.Reader(BilingualLexicon.shipped)

    init(witnesses: [WitnessUnits], index: TermIndex) {
        let vocabulary = StemVocabulary(witnesses)
        var lexiconStems = [UInt64](repeating: 0, count: lexicon.stemCount)
        for (place, stem) in vocabulary.stems.enumerated() {
            if let known = lexicon.number(ofStem: stem) { lexiconStems[known] = UInt64(place + 1) }
        }
        self.index = index
        termSymbols = vocabulary.stems.map(index.symbol(ofStem:))
        self.vocabulary = vocabulary
        self.lexiconStems = lexiconStems
    }

    /// Counts the features of a text.
    mutating func count(
        _ scalars: [Unicode.Scalar], _ language: Language, _ kind: FeatureKind, into tally: inout FeatureTally
    ) {
        switch (kind, language) {
        case (.characters, _): countCharacters(scalars, &tally)
        case (.stems, _): countStems(scalars, &tally)
        case (.terms, .chinese): countTerms(chinese: scalars, &tally)
        case (.terms, .english): countTerms(english: scalars, &tally)
        }
    }

    private mutating func gloss(_ term: Int) -> [(stem: UInt64, weight: Float)] {
        if let known = glosses[term] { return known }
        let renderings = index.renderings[term]
        var weights: [UInt64: Float] = [:]
        for rendering in renderings {
            for stem in Set(rendering).compactMap({ vocabulary.number(ofStem: $0) }) {
                weights[stem, default: 0] += 1 / Float(renderings.count)
            }
        }
        let gloss = weights.sorted { $0.key < $1.key }.map { (stem: $0.key, weight: $0.value) }
        glosses[term] = gloss
        return gloss
    }

    /// A word for each stem, as it is shown.
    var stemWords: [UInt64: String] { vocabulary.shownWords }

    private static func term(_ index: Int) -> UInt64 { 1 << 63 | UInt64(index) }

    /// Characters and pairs of neighbours. What stands in a phrase that statutes repeat counts little; a pair counts
    /// as the lesser of its two characters.
    private func countCharacters(_ scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        let weights = lexicon.weights(ofCharactersIn: scalars)
        var previous: UInt64 = 0
        var previousWeight: Float = 0
        for (scalar, weight) in zip(scalars, weights) {
            guard scalar.isHan else {
                previous = 0
                continue
            }
            let character = UInt64(scalar.value)
            tally.add(character, weight)
            if previous != 0 { tally.add(previous << 32 | character, min(weight, previousWeight)) }
            previous = character
            previousWeight = weight
        }
    }

    private func countStems(_ scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        var previous: UInt64 = 0
        vocabulary.forEachStem(scalars) { number in
            tally.add(number, 1)
            if previous != 0 { tally.add(previous << 32 | number, 1) }
            previous = number
        }
    }

    private mutating func countTerms(chinese scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        var start = 0
        while start < scalars.count {
            guard scalars[start].isHan else {
                start += 1
                continue
            }
            var end = start
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            while end < scalars.count, scalars[end].isHan {
                hash = (hash ^ UInt64(scalars[end].value)) &* 0x0000_0100_0000_01B3
                end += 1
            }
            if runs[hash] == nil { runs[hash] = features(ofRun: Array(scalars[start..<end])) }
            for feature in runs[hash] ?? [] { tally.add(feature.key, feature.weight) }
            start = end
        }
    }

    /// The terms in a run of ideographs, the stems of the longest ones' renderings, and those of the lexicon. What the
    /// lexicon expects counts with its square root: it spreads over many stems.
    private mutating func features(ofRun run: [Unicode.Scalar]) -> [(key: UInt64, weight: Float)] {
        let matches = index.matches(chinese: run)
        var features = matches.map { (key: Self.term($0.term), weight: Float(1)) }
        for match in TermIndex.longest(matches) {
            features += gloss(match.term).map { (key: $0.stem, weight: $0.weight) }
        }
        for gloss in reader.stems(chinese: run)
        where gloss.weight >= Self.leastGloss && lexiconStems[gloss.stem] != 0 {
            features.append((key: lexiconStems[gloss.stem], weight: gloss.weight.squareRoot()))
        }
        return features
    }

    /// What is expected less than this in a run of ideographs is chance.
    private static let leastGloss: Float = 0.1

    private func countTerms(english scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        var sequence: [UInt32] = []
        vocabulary.forEachStem(scalars) { number in
            tally.add(number, 1)
            sequence.append(termSymbols[Int(number) - 1])
        }
        // Matches come by their beginnings; a term counts once where several of its renderings begin.
        var start = -1
        var seen: [Int] = []
        for match in index.matches(symbols: sequence) {
            if match.range.lowerBound != start {
                start = match.range.lowerBound
                seen.removeAll(keepingCapacity: true)
            }
            guard !seen.contains(match.term) else { continue }
            seen.append(match.term)
            tally.add(Self.term(match.term), 1)
        }
    }
}

// MARK: - Rarity in statutes at large

extension FeatureExtractor {
    /// How rare a feature is in statutes at large, 0 … 1; 1 for terms, which are found by what they are.
    func background(_ key: UInt64, _ kind: FeatureKind) -> Float {
        guard key >> 63 == 0 else { return 1 }
        let first = key >> 32
        let last = key & 0xFFFF_FFFF
        guard kind == .characters else {
            return first == 0 ? rarity(ofStem: last) : (rarity(ofStem: first) + rarity(ofStem: last)) / 2
        }
        guard let second = Unicode.Scalar(UInt32(last)) else { return 1 }
        guard first > 0, let first = Unicode.Scalar(UInt32(first)) else { return lexicon.rarity(ofCharacter: second) }
        return lexicon.rarity(ofPair: first, second)
    }

    private func rarity(ofStem number: UInt64) -> Float {
        lexicon.number(ofStem: vocabulary.stems[Int(number) - 1]).map(lexicon.rarity(ofStem:)) ?? 1
    }
}
