import ProvisionAlignment
import RegulationModel

/// English terms: sequences of stems with gaps, found by their first stem.
struct EnglishEvidenceFinder: EvidenceFinder {
    /// A term that begins among so many words is what a paragraph without points is about. Values from 4 to 24 give
    /// the same F1 on the labelled articles of Jiangsu (.991) and Jilin (.970).
    static let earlyWords = 12
    /// `*` in a term stands for at most so many words.
    static let longestGap = 2

    private enum Step: Hashable {
        case stem(Int)
        case gap
    }

    private var patterns: [[Step]] = []
    private var byFirstStem: [Int: [Int]] = [:]
    private var stems: [String: Int] = [:]
    private var stemOfWord: [String: Int] = [:]

    init(terms: [String]) {
        for (index, term) in terms.enumerated() {
            let pattern = addPattern(term)
            patterns.append(pattern)
            if case .stem(let first)? = pattern.first { byFirstStem[first, default: []].append(index) }
        }
    }

    mutating func matches(in text: String) -> [EvidenceMatch] {
        let words = EnglishWords.words(of: text).map { stem($0) }
        var found: [Int: Int] = [:]
        for start in words.indices {
            for term in byFirstStem[words[start]] ?? [] where found[term] == nil {
                if Self.matches(patterns[term][...], words[start...]) { found[term] = start }
            }
        }
        return found.map { EvidenceMatch(term: $0.key, isEarly: $0.value < Self.earlyWords) }
    }

    func sentences(of text: String) -> [String] {
        text.split(separator: ". ").filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
    }

    /// The steps of a term; gaps at its ends say nothing and are left out.
    private mutating func addPattern(_ term: String) -> [Step] {
        var pattern: [Step] = []
        for piece in term.split(separator: "*", omittingEmptySubsequences: false) {
            if !pattern.isEmpty { pattern.append(.gap) }
            for word in EnglishWords.words(of: String(piece)) {
                let stem = PorterStemmer.stem(word)
                let number = stems[stem] ?? stems.count
                stems[stem] = number
                pattern.append(.stem(number))
            }
        }
        while pattern.last == .gap { pattern.removeLast() }
        return pattern
    }

    /// The number of a word's stem; -1 for a stem in no term.
    private mutating func stem(_ word: String) -> Int {
        if let known = stemOfWord[word] { return known }
        let number = stems[PorterStemmer.stem(word)] ?? -1
        stemOfWord[word] = number
        return number
    }

    private static func matches(_ pattern: ArraySlice<Step>, _ words: ArraySlice<Int>) -> Bool {
        guard let step = pattern.first else { return true }
        switch step {
        case .stem(let stem):
            return words.first == stem && matches(pattern.dropFirst(), words.dropFirst())
        case .gap:
            return (0...min(longestGap, words.count)).contains { matches(pattern.dropFirst(), words.dropFirst($0)) }
        }
    }
}

/// The words of an English text for matching: lower case, genitive `'s` dropped, letters a–z and digits only.
enum EnglishWords {
    /// The words in order.
    static func words(of text: String) -> [String] {
        let scalars = text.unicodeScalars.map { $0 == "’" ? "'" : lowercased($0) }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if isWordScalar(scalar), !(scalar == "s" && isGenitive(at: index, in: scalars)) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// True for an `s` after an apostrophe and before anything but a letter or a digit.
    private static func isGenitive(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard index > 0, scalars[index - 1] == "'" else { return false }
        guard index + 1 < scalars.count else { return true }
        let next = scalars[index + 1]
        return !(isWordScalar(next) || next == "_" || next.properties.isAlphabetic)
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("A"..."Z").contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value) + 32)
    }
}
