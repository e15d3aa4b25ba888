import RegulationModel

/// The first place where a term stands in a text.
struct EvidenceMatch: Hashable {
    /// Index of the term.
    let term: Int
    /// True where it stands early enough to be what the text is about.
    let isEarly: Bool
}

/// Finds the terms of one language in a text, all in one pass.
protocol EvidenceFinder {
    /// Indexes terms; the index of a term is its position.
    init(terms: [String])
    /// The terms that stand in the text, each once, at their first place.
    mutating func matches(in text: String) -> [EvidenceMatch]
    /// The sentences of a text.
    func sentences(of text: String) -> [String]
}

/// Chinese terms: substrings, found by their first two characters.
struct ChineseEvidenceFinder: EvidenceFinder {
    /// A term that ends within so many characters is what a paragraph without points is about. On the labelled articles
    /// of Lianyungang the main topic is right in 52 of 52 with any value from 20 to 60; F1 of all topics is .983 with
    /// 20, .957 with 40, .974 with 60.
    static let earlyCharacters = 40

    private var terms: [[UInt32]] = []
    private var byStart: [UInt64: [Int]] = [:]

    init(terms: [String]) {
        self.terms = terms.map { $0.unicodeScalars.map(\.value) }
        for (index, term) in self.terms.enumerated() where !term.isEmpty {
            byStart[Self.key(term, 0, single: term.count == 1), default: []].append(index)
        }
    }

    func matches(in text: String) -> [EvidenceMatch] {
        let scalars = text.unicodeScalars.map(\.value)
        var found: [Int: Int] = [:]
        for start in scalars.indices {
            for single in [false, true] {
                for term in byStart[Self.key(scalars, start, single: single)] ?? [] where found[term] == nil {
                    guard scalars[start...].starts(with: terms[term]) else { continue }
                    found[term] = start + terms[term].count
                }
            }
        }
        return found.map { EvidenceMatch(term: $0.key, isEarly: $0.value <= Self.earlyCharacters) }
    }

    func sentences(of text: String) -> [String] {
        text.split(separator: "。").filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
    }

    /// The first two characters as one number; the first alone where `single` or at the end.
    private static func key(_ scalars: [UInt32], _ index: Int, single: Bool) -> UInt64 {
        let first = UInt64(scalars[index]) << 32
        return single || index + 1 == scalars.count ? first : first | UInt64(scalars[index + 1])
    }
}
