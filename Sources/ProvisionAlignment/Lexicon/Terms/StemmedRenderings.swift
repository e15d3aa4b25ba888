import RegulationModel

/// The renderings of terms as stems of their words, function words left out: for each term the different ones among
/// its renderings. Each different word is stemmed once, and stems are kept as numbers.
struct StemmedRenderings: Sendable {
    private var stemNumbers = NumberedTexts()
    private var words = NumberedTexts()
    /// Number of the stem of each word met; `unknown` for a word that carries no matter.
    private var stemsOfWords: [UInt32] = []
    /// Stems of all renderings, one behind the other.
    private var numbers: [UInt32] = []
    /// Where each rendering begins in `numbers`, then the end.
    private var renderingStarts = [0]
    /// Where the renderings of each term stand in `renderingStarts`; none of a term that was not added.
    private var ranges: [Range<Int32>]
    private var word: [UInt8] = []

    /// Renderings of some terms, none of which is added.
    init(terms: Int) { ranges = [Range<Int32>](repeating: 0..<0, count: terms) }

    /// How many stems have a number.
    var stemCount: Int { stemNumbers.count }

    /// The number of a stem that no rendering has.
    private static let unknown = UInt32.max

    /// The number of a stem.
    func number(ofStem stem: String) -> UInt32 { stemNumbers.number(of: stem).map { UInt32($0) } ?? Self.unknown }

    /// The number of a stem.
    func number(ofStem stem: UnsafeBufferPointer<UInt8>) -> UInt32 {
        stemNumbers.number(of: stem).map { UInt32($0) } ?? Self.unknown
    }

    /// Adds the renderings of a term.
    mutating func add(_ renderings: [String], of term: Int) {
        let first = renderingStarts.count - 1
        for rendering in renderings {
            let start = numbers.count
            appendStems(rendering)
            if isNew(start, after: first) {
                renderingStarts.append(numbers.count)
            } else {
                numbers.removeLast(numbers.count - start)
            }
        }
        ranges[term] = Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: renderingStarts.count - 1)
    }

    /// Whether stems from a place on are none of the renderings from `first` on.
    private func isNew(_ start: Int, after first: Int) -> Bool {
        let added = numbers[start...]
        return !added.isEmpty && !(first..<renderingStarts.count - 1).contains { sequence($0) == added }
    }

    /// The renderings of a term, each as the numbers of its stems.
    func sequences(ofTerm term: Int) -> some Collection<ArraySlice<UInt32>> {
        (Int(ranges[term].lowerBound)..<Int(ranges[term].upperBound)).lazy.map(sequence)
    }

    /// The renderings of a term, each as its stems.
    func stems(ofTerm term: Int) -> [[String]] {
        sequences(ofTerm: term).map { sequence in sequence.map { stemNumbers.text(Int($0)) } }
    }

    private func sequence(_ rendering: Int) -> ArraySlice<UInt32> {
        numbers[renderingStarts[rendering]..<renderingStarts[rendering + 1]]
    }

    private mutating func appendStems(_ rendering: String) {
        var text = rendering
        let isRead = text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
            var place = 0
            while place < bytes.count {
                // Most words are small letters and nothing else.
                let start = place
                while place < bytes.count, Self.isSmallLetter(bytes[place]) { place += 1 }
                if word.isEmpty, place > start, place == bytes.count || bytes[place] == UInt8(ascii: " ") {
                    endWord(UnsafeBufferPointer(rebasing: bytes[start..<place]))
                } else {
                    for byte in bytes[start..<place] { word.append(byte) }
                }
                guard place < bytes.count else { break }
                read(bytes[place])
                place += 1
            }
            endWord()
            return true
        }
        guard !isRead else { return }
        for word in Words.latin(Folding.fold(rendering).scalars) {
            self.word = Array(word.utf8)
            endWord()
        }
    }

    @inline(__always)
    private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    /// What `Words.latin` makes of a folded text, for ASCII.
    private mutating func read(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): word.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): if !word.isEmpty { word.append(UInt8(ascii: "'")) }
        default: endWord()
        }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        let ended = word
        word.removeAll(keepingCapacity: true)
        ended.withUnsafeBufferPointer { endWord($0) }
    }

    private mutating func endWord(_ letters: UnsafeBufferPointer<UInt8>) {
        let (number, isNew) = words.number(adding: letters)
        if isNew { stemsOfWords.append(stem(of: Array(letters))) }
        if stemsOfWords[number] != Self.unknown { numbers.append(stemsOfWords[number]) }
    }

    private mutating func stem(of letters: [UInt8]) -> UInt32 {
        var word = letters
        guard Words.toContentStem(&word) else { return Self.unknown }
        return UInt32(word.withUnsafeBufferPointer { stemNumbers.number(adding: $0) }.number)
    }
}

extension StemmedRenderings: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { ranges.count }

    /// The renderings of a term, each as its stems.
    subscript(term: Int) -> [[String]] { stems(ofTerm: term) }
}
