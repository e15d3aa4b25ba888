import RegulationModel

/// The lexicon read backwards: which Chinese words an English word renders.
struct InverseGlosses: Sendable {
    private let lexicon: BilingualLexicon

    init(_ lexicon: BilingualLexicon) { self.lexicon = lexicon }

    /// At most so many words are taken for one stem.
    private static let most = 12
    /// A word whose gloss is less likely than this says something else as well as not.
    private static let leastProbability: Float = 0.3
    /// A word that is less likely than this share of the likeliest one is left out.
    private static let leastShare: Float = 0.5

    /// Pairs of characters that the stem renders, the likeliest first; single characters where there is no pair.
    func ways(toSay stem: String) -> [SearchConcept.Way] {
        guard let number = lexicon.number(ofStem: stem) else { return [] }
        var found: [(symbols: [UInt32], weight: Float)] = []
        lexicon.forEachPair { symbols, glosses in
            if let weight = glosses(number), weight >= Self.leastProbability { found.append((symbols, weight)) }
        }
        if found.isEmpty {
            lexicon.forEachCharacter { symbols, glosses in
                if let weight = glosses(number), weight >= Self.leastProbability { found.append((symbols, weight)) }
            }
        }
        found.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.symbols.lexicographicallyPrecedes($1.symbols) }
        guard let likeliest = found.first?.weight else { return [] }
        return found.prefix(Self.most).filter { $0.weight >= likeliest * Self.leastShare }.map { word in
            SearchConcept.Way(symbols: word.symbols.map(SearchSymbol.character), strength: word.weight / likeliest)
        }
    }
}

extension BilingualLexicon {
    /// All pairs of characters with a way to ask how likely a stem renders them; nil where it does not.
    func forEachPair(_ body: (_ pair: [UInt32], _ probability: (Int) -> Float?) -> Void) {
        let characters = characters
        for (first, scalar) in characters.enumerated() {
            for pair in bytes.pairStarts.range(first, limit: bytes.pairSeconds.count) {
                let second = Int(bytes.pairSeconds[pair])
                guard characters.indices.contains(second) else { continue }
                body([scalar, characters[second]]) { probability($0, bytes.pairGlosses, pair) }
            }
        }
    }

    /// The same for single characters.
    func forEachCharacter(_ body: (_ character: [UInt32], _ probability: (Int) -> Float?) -> Void) {
        for (number, scalar) in characters.enumerated() {
            body([scalar]) { probability($0, bytes.characterGlosses, number) }
        }
    }

    /// The characters that are known, by their numbers.
    private var characters: [UInt32] {
        var characters: [UInt32] = []
        for place in 0..<bytes.characterNumbers.count {
            let number = bytes.characterNumbers[place]
            guard number != LexiconLayout.noCharacter, Int(number) == characters.count else { continue }
            characters.append(LexiconLayout.firstIdeograph + UInt32(place))
        }
        return characters
    }

    private func probability(_ stem: Int, _ starts: LexiconColumn<UInt32>, _ index: Int) -> Float? {
        for place in starts.range(index, limit: bytes.glossWeights.count) where Int(bytes.glossStems[place]) == stem {
            let root = Float(bytes.glossWeights[place]) / 255
            return root * root
        }
        return nil
    }
}
