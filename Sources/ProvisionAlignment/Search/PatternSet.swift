import RegulationModel

/// One thing that a question asks for, and the ways in which texts of one language say it.
struct SearchConcept: Sendable {
    /// How much of the question it is: its rarity in statutes at large.
    var weight: Float
    /// Ways to say it, each as the symbols that stand one behind the other.
    var ways: [Way]

    /// One way to say it.
    struct Way: Sendable {
        /// Characters of a Chinese text; words of an English one.
        var symbols: [SearchSymbol]
        /// How surely it says that, 0 … 1.
        var strength: Float
    }
}

/// What texts are searched by.
enum SearchSymbol: Hashable, Sendable {
    /// One folded character.
    case character(UInt32)
    /// The stem of a word, or a number in digits.
    case stem(String)
}

/// All ways to say what a question asks for, ready to be found in texts of one language.
struct PatternSet: Sendable {
    /// What was found of one concept.
    struct Found {
        /// Strength of the surest way found; 0 where none was.
        var best: Float = 0
        /// How often it stands there, ways counted by their strength.
        var count: Float = 0
    }

    private struct Pattern: Sendable {
        let concept: Int
        let symbols: [UInt32]
        let strength: Float
    }

    private let weights: [Float]
    private let total: Float
    /// Patterns by their first symbol; of one symbol the longest first.
    private let patterns: [UInt32: [Pattern]]
    /// Numbers of stems and digits, from 1.
    let numbers: [String: UInt32]
    /// True at the first two letters of a stem that is looked for, as `SearchText` counts them.
    let beginnings: [Bool]
    /// True at the first characters of patterns that lie in the first plane.
    private let firsts: [Bool]

    var isEmpty: Bool { patterns.isEmpty }

    init(_ concepts: [SearchConcept]) {
        var numbers: [String: UInt32] = [:]
        var beginnings = [Bool](repeating: false, count: SearchText.beginnings)
        var patterns: [UInt32: [Pattern]] = [:]
        var firsts = [Bool](repeating: false, count: 0x1_0000)
        let known = concepts.filter { !$0.ways.isEmpty && $0.weight > 0 }
        for (index, concept) in known.enumerated() {
            for way in concept.ways where !way.symbols.isEmpty {
                let symbols = way.symbols.map { symbol -> UInt32 in
                    switch symbol {
                    case .character(let value): return value
                    case .stem(let stem):
                        beginnings[SearchText.beginning(Array(stem.unicodeScalars)[...])] = true
                        let number = numbers[stem] ?? UInt32(numbers.count + 1)
                        numbers[stem] = number
                        return number
                    }
                }
                patterns[symbols[0], default: []].append(
                    Pattern(concept: index, symbols: symbols, strength: way.strength))
                if symbols[0] < 0x1_0000 { firsts[Int(symbols[0])] = true }
            }
        }
        weights = known.map(\.weight)
        total = weights.reduce(0, +)
        self.patterns = patterns
        self.numbers = numbers
        self.beginnings = beginnings
        self.firsts = firsts
    }

    // MARK: Finding

    /// What of each concept stands in a text.
    func found(in text: SearchText) -> [Found] {
        var found = [Found](repeating: Found(), count: weights.count)
        forEachMatch(in: text) { pattern, _ in
            found[pattern.concept].best = max(found[pattern.concept].best, pattern.strength)
            found[pattern.concept].count += pattern.strength
        }
        return found
    }

    /// Where anything stands that is looked for: ranges of folded characters.
    func places(in text: SearchText) -> [Range<Int>] {
        var places: [Range<Int>] = []
        forEachMatch(in: text) { pattern, place in
            guard pattern.strength >= Self.leastShown else { return }
            places.append(text.range(place..<place + pattern.symbols.count))
        }
        return places
    }

    /// A way that says it less surely is no match that a person would mark.
    private static let leastShown: Float = 0.3

    private func forEachMatch(in text: SearchText, _ body: (Pattern, Int) -> Void) {
        let symbols = text.symbols
        for place in symbols.indices {
            let first = symbols[place]
            guard first >= 0x1_0000 || firsts[Int(first)], let candidates = patterns[first] else { continue }
            for pattern in candidates where place + pattern.symbols.count <= symbols.count {
                guard pattern.symbols.indices.allSatisfy({ symbols[place + $0] == pattern.symbols[$0] }) else {
                    continue
                }
                body(pattern, place)
            }
        }
    }

    // MARK: Weighing

    /// BM25: how fast a further occurrence counts less.
    private static let saturation: Float = 1.2
    /// BM25: how much a long provision must have more of it.
    private static let lengthShare: Float = 0.75
    /// What the title of the act or a heading says counts for its provisions this much.
    private static let contextShare: Float = 0.3

    /// The share of the question that a text answers; 0 where it has nothing of it by itself.
    ///
    /// - Parameters:
    ///   - context: strengths of what stands in the title and the headings above.
    ///   - length: the text's length in the length of a usual article.
    func score(_ found: [Found], context: [Float], length: Float) -> Float {
        guard total > 0, found.contains(where: { $0.best > 0 }) else { return 0 }
        let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length)
        var sum: Float = 0
        for (index, one) in found.enumerated() {
            let own = one.best * one.count * (1 + Self.saturation) / (one.count + norm)
            // A concept that stands there often is answered, not answered twice.
            sum +=
                weights[index] * max(min(own, 1 + Self.saturation) / (1 + Self.saturation), contextual(context[index]))
        }
        return sum / total
    }

    private func contextual(_ strength: Float) -> Float { strength * Self.contextShare }

    /// The share of the question that is met at all.
    func coverage(_ found: [Found]) -> Float {
        zip(found, weights).reduce(0) { $0 + $1.0.best * $1.1 }
    }
}
