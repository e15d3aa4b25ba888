import RegulationModel

/// The stems of the English texts under comparison, numbered from 1 in alphabetical order.
struct StemVocabulary: Sendable {
    /// How many stems there are.
    var count: Int { order.count }
    /// Stems by when they were first met.
    private var stems = NumberedTexts()
    /// The place of each number, less 1, in the order in which the stems were first met.
    private var order: [Int32] = []
    /// The words met, each known by its hash.
    private var words: KeyNumbers
    /// The UTF-8 of the words met, one behind the other.
    private var letters: [UInt8] = []
    /// Where each word begins in `letters`, then the end.
    private var starts = [0]
    /// Number of the stem of each word; 0 for a word that carries no matter.
    private var stemsOfWords: [Int32] = []
    /// The word that shows each stem, by the number of the stem less 1.
    private var shownWords: [Int32] = []

    init(_ witnesses: [WitnessUnits]) {
        words = KeyNumbers(capacity: 1 << 11)
        for units in witnesses where units.language == .english {
            for article in units.articles { add(article.scalars) }
            for heading in units.headings { add(heading) }
        }
        number()
        show()
    }

    /// The UTF-8 of the stem of a number.
    func withStem<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        stems.withText(Int(order[number - 1]), body)
    }

    /// A word for a stem, as it is shown: the shortest of those met, the first in the alphabet among them.
    func shownWord(_ number: Int) -> String { String(decoding: letters(Int(shownWords[number - 1])), as: UTF8.self) }

    /// The numbers of the stems of a text in order, words that carry no matter left out.
    @inline(__always)
    func forEachStem(_ text: [Unicode.Scalar], _ body: (Int) -> Void) {
        stemsOfWords.withUnsafeBufferPointer { stemsOfWords in
            Self.forEachWord(text) { hash, _ in
                guard let word = words.number(of: hash), stemsOfWords[word] != 0 else { return }
                body(Int(stemsOfWords[word]))
            }
        }
    }

    // MARK: Reading

    private mutating func add(_ text: [Unicode.Scalar]) {
        Self.forEachWord(text) { hash, range in
            guard words.number(adding: hash).isNew else { return }
            for scalar in text[range] { letters += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
            starts.append(letters.count)
        }
    }

    private func letters(_ word: Int) -> ArraySlice<UInt8> { letters[starts[word]..<starts[word + 1]] }

    /// Stems the words, and numbers the stems by their bytes: the order of the alphabet for small letters.
    private mutating func number() {
        var word: [UInt8] = []
        let metAt = (0..<starts.count - 1).map { place -> Int32 in
            word.removeAll(keepingCapacity: true)
            word += letters(place)
            guard Words.toContentStem(&word) else { return -1 }
            return Int32(truncatingIfNeeded: word.withUnsafeBufferPointer { stems.number(adding: $0) }.number)
        }
        order = stems.ascendingOrder()
        var numbers = [Int32](repeating: 0, count: order.count)
        for (place, stem) in order.enumerated() { numbers[Int(stem)] = Int32(truncatingIfNeeded: place + 1) }
        stemsOfWords = metAt.map { $0 < 0 ? 0 : numbers[Int($0)] }
    }

    private mutating func show() {
        shownWords = [Int32](repeating: -1, count: order.count)
        for (word, stem) in stemsOfWords.enumerated() where stem > 0 {
            let known = Int(shownWords[Int(stem) - 1])
            guard known < 0 || isShownRather(word, than: known) else { continue }
            shownWords[Int(stem) - 1] = Int32(truncatingIfNeeded: word)
        }
    }

    private func isShownRather(_ word: Int, than known: Int) -> Bool {
        let (letters, others) = (letters(word), letters(known))
        guard letters.count == others.count else { return letters.count < others.count }
        return letters.lexicographicallyPrecedes(others)
    }

    /// Words of Latin letters as `Words.latin` cuts them, each with a hash (FNV-1a, 64 bits, over its letters).
    @inline(__always)
    private static func forEachWord(_ text: [Unicode.Scalar], _ body: (UInt64, Range<Int>) -> Void) {
        text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                guard Words.isLatinLetter(text[place]) else {
                    place += 1
                    continue
                }
                let start = place
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                while place < text.count, Words.isLatinLetter(text[place]) || text[place] == "'" {
                    hash = (hash ^ UInt64(text[place].value)) &* 0x0000_0100_0000_01B3
                    place += 1
                }
                body(hash, start..<place)
            }
        }
    }
}
