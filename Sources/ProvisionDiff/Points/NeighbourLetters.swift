import RegulationModel

/// Words as pairs of neighbours, folded, without marks and white space: letters of Chinese, words of English. What stands
/// beside what tells matter apart better than what occurs.
enum NeighbourLetters {
    /// The letters of a text, or the words of an English one.
    static func letters(_ spans: [ByteSpan], _ regulation: Regulation) -> [UInt32] {
        letters(Folding.scalars(of: regulation.source.flowedScalars(spans)), regulation.language)
    }

    /// The same of folded characters.
    static func letters(_ folded: [Unicode.Scalar], _ language: Language) -> [UInt32] {
        switch language {
        case .chinese:
            return Folding.letters(folded).map { $0.value }
        case .english:
            return folded.split(whereSeparator: { !$0.isWordCharacter }).map { word in
                // FNV-1a, 32 bits: two words are taken for one by chance only.
                word.reduce(2_166_136_261) { ($0 ^ $1.value) &* 16_777_619 }
            }
        }
    }

    /// What pieces of a text speak of: neighbouring letters of Chinese, words of English with their neighbours.
    static func matter(_ pieces: [ByteSpan], _ regulation: Regulation) -> Set<UInt64> {
        pieces.reduce(into: []) { matter, piece in
            let letters = letters([piece], regulation)
            matter.formUnion(pairs(letters))
            if regulation.language == .english { matter.formUnion(letters.map(UInt64.init)) }
        }
    }

    /// Share of both that both have, 0 … 1; two without anything are alike.
    static func alike(_ one: Set<UInt64>, _ two: Set<UInt64>) -> Double {
        guard !one.isEmpty, !two.isEmpty else { return one.isEmpty && two.isEmpty ? 1 : 0 }
        let (fewer, more) = one.count < two.count ? (one, two) : (two, one)
        return Double(2 * fewer.count(where: more.contains)) / Double(one.count + two.count)
    }

    /// Share of one that stands in another, 0 … 1.
    static func held(_ one: Set<UInt64>, in two: Set<UInt64>) -> Double {
        one.isEmpty ? 0 : Double(one.count(where: two.contains)) / Double(one.count)
    }

    /// Whether a text has some letters one after the other.
    static func contains(_ letters: [UInt32], _ words: [UInt32]) -> Bool {
        guard let first = words.first, words.count <= letters.count else { return words.isEmpty }
        return (0...(letters.count - words.count)).contains { place in
            letters[place] == first && letters[place..<(place + words.count)].elementsEqual(words)
        }
    }

    /// Each letter with the one behind it.
    static func pairs(_ letters: [UInt32]) -> [UInt64] {
        zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
    }
}
