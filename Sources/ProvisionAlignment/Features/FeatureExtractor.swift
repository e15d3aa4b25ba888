import RegulationModel

/// Turns folded text into features.
///
/// A feature is a number: a character is its code point, two characters or stems are packed into one, a term is its
/// index with the highest bit set. Stems are numbered in alphabetical order over all English texts.
struct FeatureExtractor {
    private let index: TermIndex
    private let stemNumbers: [String: UInt64]
    /// Known stems of each term's renderings, each weighted by the share of renderings that have it.
    private let glosses: [[(stem: UInt64, weight: Float)]]
    /// Stem of each word met; empty for a word that carries no matter.
    private var stems: [String: String]

    init(witnesses: [WitnessUnits], index: TermIndex) {
        var stems: [String: String] = [:]
        for units in witnesses where units.language == .english {
            for unit in units.articles.map(\.scalars) + units.headings {
                for word in Words.latin(unit) where stems[word] == nil { stems[word] = Words.contentStem(word) ?? "" }
            }
        }
        var numbers: [String: UInt64] = [:]
        for stem in Set(stems.values).sorted() where !stem.isEmpty { numbers[stem] = UInt64(numbers.count + 1) }
        self.index = index
        self.stems = stems
        self.stemNumbers = numbers
        self.glosses = index.renderings.map { Self.gloss($0, numbers) }
    }

    /// The features of a text, and how often each stands in it.
    mutating func features(_ scalars: [Unicode.Scalar], _ language: Language, _ kind: FeatureKind) -> [UInt64: Float] {
        switch (kind, language) {
        case (.characters, _): characterFeatures(scalars)
        case (.stems, _): stemFeatures(scalars)
        case (.terms, .chinese): termFeatures(chinese: scalars)
        case (.terms, .english): termFeatures(english: scalars)
        }
    }

    private static func gloss(_ renderings: [[String]], _ numbers: [String: UInt64]) -> [(UInt64, Float)] {
        var weights: [UInt64: Float] = [:]
        for rendering in renderings {
            for stem in Set(rendering).compactMap({ numbers[$0] }) {
                weights[stem, default: 0] += 1 / Float(renderings.count)
            }
        }
        return weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// A word for each stem, as it is shown: the shortest of those met, the first in the alphabet among them.
    var stemWords: [UInt64: String] {
        var words: [UInt64: String] = [:]
        for (word, stem) in stems {
            guard let number = stemNumbers[stem] else { continue }
            let known = words[number] ?? word
            let isShorter = (word.utf8.count, word) < (known.utf8.count, known)
            words[number] = isShorter ? word : known
        }
        return words
    }

    private static func term(_ index: Int) -> UInt64 { 1 << 63 | UInt64(index) }

    private func characterFeatures(_ scalars: [Unicode.Scalar]) -> [UInt64: Float] {
        var features: [UInt64: Float] = [:]
        var previous: UInt64?
        for scalar in scalars {
            guard scalar.isHan else {
                previous = nil
                continue
            }
            let character = UInt64(scalar.value)
            features[character, default: 0] += 1
            if let previous { features[previous << 32 | character, default: 0] += 1 }
            previous = character
        }
        return features
    }

    private mutating func contentStems(_ scalars: [Unicode.Scalar]) -> [String] {
        var result: [String] = []
        for word in Words.latin(scalars) {
            let stem = stems[word] ?? Words.contentStem(word) ?? ""
            stems[word] = stem
            if !stem.isEmpty { result.append(stem) }
        }
        return result
    }

    private mutating func stemFeatures(_ scalars: [Unicode.Scalar]) -> [UInt64: Float] {
        var features: [UInt64: Float] = [:]
        var previous: UInt64?
        for stem in contentStems(scalars) {
            guard let number = stemNumbers[stem] else {
                previous = nil
                continue
            }
            features[number, default: 0] += 1
            if let previous { features[previous << 32 | number, default: 0] += 1 }
            previous = number
        }
        return features
    }

    private func termFeatures(chinese scalars: [Unicode.Scalar]) -> [UInt64: Float] {
        var features: [UInt64: Float] = [:]
        for run in Words.ideographRuns(scalars) {
            let matches = index.matches(chinese: run)
            for match in matches { features[Self.term(match.term), default: 0] += 1 }
            for match in TermIndex.longest(matches) {
                for (stem, weight) in glosses[match.term] { features[stem, default: 0] += weight }
            }
        }
        return features
    }

    private mutating func termFeatures(english scalars: [Unicode.Scalar]) -> [UInt64: Float] {
        let sequence = contentStems(scalars)
        var features: [UInt64: Float] = [:]
        for stem in sequence.compactMap({ stemNumbers[$0] }) { features[stem, default: 0] += 1 }
        for match in Set(index.matches(english: sequence).map { TermPlace(term: $0.term, start: $0.range.lowerBound) })
        {
            features[Self.term(match.term), default: 0] += 1
        }
        return features
    }

    /// A term counts once where several of its renderings begin.
    private struct TermPlace: Hashable {
        let term: Int
        let start: Int
    }
}
