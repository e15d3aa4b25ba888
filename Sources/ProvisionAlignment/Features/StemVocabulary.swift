import RegulationModel

/// The stems of the English texts under comparison, numbered from 1 in alphabetical order.
struct StemVocabulary: Sendable {
    /// The stems; the number of each is its place and one more.
    let stems: [String]
    /// A word for each number, as it is shown: the shortest of those met, the first in the alphabet among them.
    let shownWords: [UInt64: String]
    /// Number of the stem of each word by the word's hash; 0 for a word that carries no matter.
    private let numbers: [UInt64: UInt64]
    private let places: [String: UInt64]

    init(_ witnesses: [WitnessUnits]) {
        var words: [UInt64: String] = [:]
        for units in witnesses where units.language == .english {
            for text in units.articles.map(\.scalars) + units.headings {
                Self.forEachWord(text) { hash, range in
                    if words[hash] == nil { words[hash] = Self.string(text[range]) }
                }
            }
        }
        let stemmed = words.compactMapValues(Words.contentStem)
        stems = Set(stemmed.values).sorted()
        var places: [String: UInt64] = [:]
        for (place, stem) in stems.enumerated() { places[stem] = UInt64(place + 1) }
        var shown: [UInt64: String] = [:]
        for (hash, stem) in stemmed {
            guard let number = places[stem], let word = words[hash] else { continue }
            let known = shown[number] ?? word
            shown[number] = (word.utf8.count, word) < (known.utf8.count, known) ? word : known
        }
        self.places = places
        shownWords = shown
        numbers = words.mapValues { _ in 0 }.merging(stemmed.mapValues { places[$0] ?? 0 }) { _, number in number }
    }

    /// The number of a stem; nil where no text has it.
    func number(ofStem stem: String) -> UInt64? { places[stem] }

    /// The numbers of the stems of a text in order, words that carry no matter left out.
    func forEachStem(_ text: [Unicode.Scalar], _ body: (UInt64) -> Void) {
        Self.forEachWord(text) { hash, _ in
            if let number = numbers[hash], number != 0 { body(number) }
        }
    }

    /// Words of Latin letters as `Words.latin` cuts them, each with a hash (FNV-1a, 64 bits, over its letters).
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
