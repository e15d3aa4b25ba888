import RegulationModel

/// Turns folded text into features.
///
/// A feature is a number: a character is its code point, two characters or stems are packed into one, a term is its
/// index with the highest bit set. Stems are numbered in alphabetical order over all English texts, from 1.
struct FeatureExtractor {
    private let index: TermIndex
    private let vocabulary: StemVocabulary
    /// Known stems of each term's renderings, each weighted by the share of renderings that have it.
    private var glosses: [[(key: UInt64, weight: Float)]?]
    /// The symbol of each stem in the index of terms.
    private let termSymbols: [UInt32]
    /// Number here of each symbol in the index of terms; 0 where no English text has it.
    private let symbolStems: [UInt64]
    private let lexicon = BilingualLexicon.shipped
    /// Number in the lexicon of each stem; nil where statutes do not have it.
    private let lexiconNumbers: [Int?]
    /// Number here of each stem of the lexicon; 0 where no English text has it.
    private let lexiconStems: [UInt64]
    private var reader = BilingualLexicon.Reader(BilingualLexicon.shipped)
    private var symbols: [UInt32] = []

    init(vocabulary: StemVocabulary, index: TermIndex) {
        let lexiconNumbers = vocabulary.stems.map(lexicon.number(ofStem:))
        var lexiconStems = [UInt64](repeating: 0, count: lexicon.stemCount)
        for (place, known) in lexiconNumbers.enumerated() {
            if let known { lexiconStems[known] = UInt64(place + 1) }
        }
        let termSymbols = vocabulary.stems.map(index.symbol(ofStem:))
        var symbolStems = [UInt64](repeating: 0, count: index.renderings.stemCount)
        for (place, symbol) in termSymbols.enumerated() where symbolStems.indices.contains(Int(symbol)) {
            symbolStems[Int(symbol)] = UInt64(place + 1)
        }
        glosses = [[(key: UInt64, weight: Float)]?](repeating: nil, count: index.terms.count)
        self.index = index
        self.vocabulary = vocabulary
        self.lexiconNumbers = lexiconNumbers
        self.lexiconStems = lexiconStems
        self.termSymbols = termSymbols
        self.symbolStems = symbolStems
    }

    /// Counts the features of a text. A tally counts features of one kind.
    mutating func count(
        _ scalars: [Unicode.Scalar], _ language: Language, _ kind: FeatureKind, into tally: inout FeatureTally
    ) {
        switch (kind, language) {
        case (.characters, _): countRuns(scalars, &tally) { $0.characters(in: $1) }
        case (.stems, _): countStems(scalars, &tally)
        case (.terms, .chinese): countRuns(scalars, &tally) { $0.terms(in: $1) }
        case (.terms, .english): countTerms(english: scalars, &tally)
        }
    }

    /// Counts what runs of ideographs show, each known by a hash (FNV-1a, 64 bits).
    private mutating func countRuns(
        _ scalars: [Unicode.Scalar], _ tally: inout FeatureTally,
        _ features: (inout FeatureExtractor, [Unicode.Scalar]) -> [(key: UInt64, weight: Float)]
    ) {
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
            if !tally.addAgain(hash) { tally.add(hash, features(&self, Array(scalars[start..<end]))) }
            start = end
        }
    }

    private static func term(_ index: Int) -> UInt64 { 1 << 63 | UInt64(index) }

    /// Characters and pairs of neighbours. What stands in a phrase that statutes repeat, and what tells the consequence
    /// of an offence, counts little; a pair counts as the lesser of its two characters.
    private func characters(in run: [Unicode.Scalar]) -> [(key: UInt64, weight: Float)] {
        let inFormulas = lexicon.weights(ofCharactersIn: run)
        let weights = Consequence.isTold(in: run) ? inFormulas.map { $0 * Consequence.share } : inFormulas
        var features: [(key: UInt64, weight: Float)] = []
        features.reserveCapacity(run.count * 2)
        for (place, weight) in weights.enumerated() {
            let character = UInt64(run[place].value)
            features.append((character, weight))
            guard place > 0 else { continue }
            features.append((UInt64(run[place - 1].value) << 32 | character, min(weight, weights[place - 1])))
        }
        return features
    }

    private func countStems(_ scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        var previous: UInt64 = 0
        vocabulary.forEachStem(scalars) { number in
            tally.add(number, 1)
            if previous != 0 { tally.add(previous << 32 | number, 1) }
            previous = number
        }
    }

    /// The terms in a run of ideographs, the stems of the longest ones' renderings, and those of the lexicon. What the
    /// lexicon expects counts with its square root: it spreads over many stems.
    private mutating func terms(in run: [Unicode.Scalar]) -> [(key: UInt64, weight: Float)] {
        let matches = index.matches(chinese: run)
        var features = matches.map { (key: Self.term($0.term), weight: Float(1)) }
        for match in TermIndex.longest(matches) { features += gloss(match.term) }
        let lexiconStems = lexiconStems
        reader.forEachStem(chinese: run) { stem, weight in
            guard weight >= Self.leastGloss, lexiconStems[stem] != 0 else { return }
            features.append((key: lexiconStems[stem], weight: weight.squareRoot()))
        }
        return features
    }

    /// What is expected less than this in a run of ideographs is chance.
    private static let leastGloss: Float = 0.1

    private mutating func gloss(_ term: Int) -> [(key: UInt64, weight: Float)] {
        if let known = glosses[term] { return known }
        var gloss: [(key: UInt64, weight: Float)] = []
        let renderings = index.renderings.sequences(ofTerm: term)
        let share = 1 / Float(renderings.count)
        for rendering in renderings {
            for (place, symbol) in rendering.enumerated() where !rendering.prefix(place).contains(symbol) {
                let stem = symbolStems[Int(symbol)]
                guard stem != 0 else { continue }
                if let known = gloss.firstIndex(where: { $0.key == stem }) {
                    gloss[known].weight += share
                } else {
                    gloss.append((key: stem, weight: share))
                }
            }
        }
        gloss.sort { $0.key < $1.key }
        glosses[term] = gloss
        return gloss
    }

    private mutating func countTerms(english scalars: [Unicode.Scalar], _ tally: inout FeatureTally) {
        symbols.removeAll(keepingCapacity: true)
        vocabulary.forEachStem(scalars) { number in
            tally.add(number, 1)
            symbols.append(termSymbols[Int(number) - 1])
        }
        // Matches come by their beginnings; a term counts once where several of its renderings begin.
        var start = -1
        var seen: [Int] = []
        index.forEachMatch(symbols: symbols) { match in
            if match.range.lowerBound != start {
                start = match.range.lowerBound
                seen.removeAll(keepingCapacity: true)
            }
            guard !seen.contains(match.term) else { return }
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
        lexiconNumbers[Int(number) - 1].map(lexicon.rarity(ofStem:)) ?? 1
    }
}
