import RegulationModel

/// A folded text as the symbols that are searched: the characters of a Chinese text, the words of an English one.
struct SearchText {
    /// Characters, or the numbers of stems; 0 for a word that is not looked for.
    let symbols: [UInt32]
    /// Length in the length of a usual article.
    let length: Float
    /// For words, where each stands among the folded characters; empty for characters.
    private let words: [Range<Int>]

    /// Characters of an average article: 127 in 13,785 articles of every tenth of 3,423 acts.
    private static let usualCharacters: Float = 127
    /// Words of an average article, function words left out: 63 in 30,000 articles of statutes in English.
    private static let usualWords: Float = 63

    init(_ scalars: [Unicode.Scalar], for patterns: PatternSet) {
        guard !patterns.numbers.isEmpty else {
            symbols = scalars.map(\.value)
            words = []
            length = Float(scalars.count) / Self.usualCharacters
            return
        }
        var symbols: [UInt32] = []
        var words: [Range<Int>] = []
        Self.forEachWord(scalars) { range in
            let number = Self.number(scalars[range], patterns)
            // Function words stand in no phrase that is looked for.
            guard let number else { return }
            symbols.append(number)
            words.append(range)
        }
        self.symbols = symbols
        self.words = words
        length = Float(symbols.count) / Self.usualWords
    }

    /// Where symbols stand among the folded characters.
    func range(_ places: Range<Int>) -> Range<Int> {
        guard !words.isEmpty else { return places }
        return words[places.lowerBound].lowerBound..<words[places.upperBound - 1].upperBound
    }

    /// The number of a word's stem, 0 where it is not looked for; nil for a word that carries no matter.
    private static func number(_ word: ArraySlice<Unicode.Scalar>, _ patterns: PatternSet) -> UInt32? {
        guard patterns.beginnings[beginning(word)] else { return isFunctionWord(word) ? nil : 0 }
        guard let stem = stem(word) else { return nil }
        return patterns.numbers[stem] ?? 0
    }

    /// The stem of a word in American spelling, the digits of a number; nil for a word that carries no matter.
    static func stem(_ word: ArraySlice<Unicode.Scalar>) -> String? {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word)
        let text = String(view)
        return word.first.map(isDigit) == true ? text : Words.contentStem(Spelling.american(text))
    }

    private static let functionWords = Set(Words.functionWords.map { Array($0.unicodeScalars)[...] })

    private static func isFunctionWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.count <= longestFunctionWord && functionWords.contains(word)
    }

    private static let longestFunctionWord = Words.functionWords.map(\.unicodeScalars.count).max() ?? 0

    /// Words of Latin letters and numbers in digits.
    static func forEachWord(_ scalars: [Unicode.Scalar], _ body: (Range<Int>) -> Void) {
        var place = 0
        while place < scalars.count {
            let start = place
            if Words.isLatinLetter(scalars[place]) {
                while place < scalars.count, Words.isLatinLetter(scalars[place]) || scalars[place] == "'" { place += 1 }
            } else if isDigit(scalars[place]) {
                while place < scalars.count, isDigit(scalars[place]) { place += 1 }
            } else {
                place += 1
                continue
            }
            body(start..<place)
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    // MARK: Beginnings

    /// How many beginnings are told apart.
    static let beginnings = 1 << 10

    /// A number for the first two characters of a word, which stemming does not change: most words that are not looked
    /// for are told by it.
    @inline(__always)
    static func beginning(_ word: ArraySlice<Unicode.Scalar>) -> Int {
        guard let first = word.first else { return 0 }
        let second = word.count > 1 ? word[word.startIndex + 1].value : 0
        return Int((first.value &* 31 &+ second) & UInt32(beginnings - 1))
    }
}
