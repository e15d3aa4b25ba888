import RegulationModel

/// The stems of the English texts under comparison, numbered from 1 in alphabetical order.
struct StemVocabulary: Sendable {
    /// The stems; the number of each is its place and one more.
    let stems: [String]
    /// A word for each stem, as it is shown: the shortest of those met, the first in the alphabet among them.
    let shownWords: [String]
    /// Numbers of the words met, each known by its hash.
    private let words: KeyNumbers
    /// Number of the stem of each word; 0 for a word that carries no matter.
    private let stemsOfWords: [UInt64]

    init(_ witnesses: [WitnessUnits]) {
        var words = KeyNumbers(capacity: 1 << 10)
        var texts: [String] = []
        for units in witnesses where units.language == .english {
            for text in units.articles.map(\.scalars) + units.headings {
                Self.forEachWord(text) { hash, range in
                    if words.number(adding: hash).isNew { texts.append(Self.string(text[range])) }
                }
            }
        }
        let stemmed = texts.map(Words.contentStem)
        let stems = Set(stemmed.compactMap(\.self)).sorted()
        var places: [String: Int] = [:]
        for (place, stem) in stems.enumerated() { places[stem] = place }
        var shown = [String](repeating: "", count: stems.count)
        for (word, stem) in zip(texts, stemmed) {
            guard let stem, let place = places[stem] else { continue }
            let known = shown[place].isEmpty ? word : shown[place]
            shown[place] = (word.utf8.count, word) < (known.utf8.count, known) ? word : known
        }
        self.words = words
        self.stems = stems
        shownWords = shown
        stemsOfWords = stemmed.map { stem in stem.flatMap { places[$0] }.map { UInt64($0 + 1) } ?? 0 }
    }

    /// The numbers of the stems of a text in order, words that carry no matter left out.
    @inline(__always)
    func forEachStem(_ text: [Unicode.Scalar], _ body: (UInt64) -> Void) {
        Self.forEachWord(text) { hash, _ in
            guard let word = words.number(of: hash), stemsOfWords[word] != 0 else { return }
            body(stemsOfWords[word])
        }
    }

    /// Words of Latin letters as `Words.latin` cuts them, each with a hash (FNV-1a, 64 bits, over its letters).
    @inline(__always)
    private static func forEachWord(_ text: [Unicode.Scalar], _ body: (UInt64, Range<Int>) -> Void) {
        var start: Int?
        var hash: UInt64 = 0
        for place in text.indices {
            if Words.isLatinLetter(text[place]) || (start != nil && text[place] == "'") {
                if start == nil {
                    start = place
                    hash = 0xCBF2_9CE4_8422_2325
                }
                hash = (hash ^ UInt64(text[place].value)) &* 0x0000_0100_0000_01B3
            } else if let begin = start {
                body(hash, begin..<place)
                start = nil
            }
        }
        if let begin = start { body(hash, begin..<text.count) }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
