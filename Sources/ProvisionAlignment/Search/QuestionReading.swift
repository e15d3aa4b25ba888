import RegulationModel

/// Takes a question apart into what it asks for, in the words of both languages.
struct QuestionReading {
    private(set) var chinese: [SearchConcept] = []
    private(set) var english: [SearchConcept] = []
    private let index: TermIndex
    private let lexicon = BilingualLexicon.shipped
    private let inverse: InverseGlosses

    init(terms: TermTable) {
        index = TermIndex(terms)
        inverse = InverseGlosses(BilingualLexicon.shipped)
    }

    /// Reads a folded question.
    mutating func read(_ question: [Unicode.Scalar]) {
        var seen: Set<[Unicode.Scalar]> = []
        for run in Words.ideographRuns(question) where seen.insert(run).inserted {
            readChinese(run)
            readAcross(chinese: run)
        }
        var words: [ArraySlice<Unicode.Scalar>] = []
        SearchText.forEachWord(question) { words.append(question[$0]) }
        guard !words.isEmpty else { return }
        readEnglish(words)
        readAcross(english: words)
    }

    // MARK: In its own language

    /// A whole phrase counts this much beside the sum of its parts.
    private static let phraseShare: Float = 0.5

    /// Every two neighbours, and the run as a whole.
    private mutating func readChinese(_ run: [Unicode.Scalar]) {
        guard run.count > 1 else { return add(single: run[0]) }
        var sum: Float = 0
        var seen: Set<[UInt32]> = []
        for place in run.indices.dropLast() {
            let weight = lexicon.rarity(ofPair: run[place], run[place + 1])
            let symbols = run[place...place + 1].map(\.value)
            guard seen.insert(symbols).inserted else { continue }
            sum += weight
            chinese.append(Self.concept(weight, symbols))
        }
        guard run.count > 2 else { return }
        chinese.append(Self.concept(sum * Self.phraseShare, run.map(\.value)))
    }

    private mutating func add(single character: Unicode.Scalar) {
        chinese.append(Self.concept(lexicon.rarity(ofCharacter: character), [character.value]))
    }

    private static func concept(_ weight: Float, _ symbols: [UInt32]) -> SearchConcept {
        SearchConcept(
            weight: weight, ways: [.init(symbols: symbols.map(SearchSymbol.character), strength: 1)])
    }

    private mutating func readEnglish(_ words: [ArraySlice<Unicode.Scalar>]) {
        let stems = words.compactMap(SearchText.stem)
        var seen: Set<String> = []
        var sum: Float = 0
        for stem in stems where seen.insert(stem).inserted {
            let weight = rarity(stem)
            sum += weight
            english.append(SearchConcept(weight: weight, ways: [.init(symbols: [.stem(stem)], strength: 1)]))
        }
        guard stems.count > 1 else { return }
        english.append(
            SearchConcept(
                weight: sum * Self.phraseShare, ways: [.init(symbols: stems.map(SearchSymbol.stem), strength: 1)]))
    }

    private func rarity(_ stem: String) -> Float { lexicon.number(ofStem: stem).map(lexicon.rarity(ofStem:)) ?? 1 }

    // MARK: Across

    /// One word of a rendering of several says this much of it.
    private static let wordOfRendering: Float = 0.4
    /// A gloss that is less likely than this share of the likeliest one is left out.
    private static let leastGloss: Float = 0.25

    /// The terms of the table, and for what they leave over the glosses of every two neighbours.
    private mutating func readAcross(chinese run: [Unicode.Scalar]) {
        var covered = [Bool](repeating: false, count: run.count)
        for match in TermIndex.longest(index.matches(chinese: run)) {
            for place in match.range { covered[place] = true }
            let weight = match.range.dropLast().reduce(Float(0)) {
                $0 + lexicon.rarity(ofPair: run[$1], run[$1 + 1])
            }
            english.append(SearchConcept(weight: weight, ways: renderings(ofTerm: match.term)))
        }
        for place in run.indices.dropLast() where !(covered[place] && covered[place + 1]) {
            let text = Self.string(run[place...place + 1])
            let ways = glosses(text)
            guard !ways.isEmpty else { continue }
            english.append(SearchConcept(weight: lexicon.rarity(ofPair: run[place], run[place + 1]), ways: ways))
        }
        guard run.count == 1 else { return }
        english.append(SearchConcept(weight: lexicon.rarity(ofCharacter: run[0]), ways: glosses(Self.string(run[...]))))
    }

    private func renderings(ofTerm term: Int) -> [SearchConcept.Way] {
        var ways: [SearchConcept.Way] = []
        for rendering in index.renderings.stems(ofTerm: term) {
            ways.append(.init(symbols: rendering.map(SearchSymbol.stem), strength: 1))
            guard rendering.count > 1 else { continue }
            ways += rendering.map { .init(symbols: [.stem($0)], strength: Self.wordOfRendering * rarity($0)) }
        }
        return ways
    }

    private func glosses(_ text: String) -> [SearchConcept.Way] {
        let glosses = lexicon.glosses(of: text)
        guard let likeliest = glosses.first?.weight, likeliest > 0 else { return [] }
        return glosses.filter { $0.weight >= likeliest * Self.leastGloss }.map { gloss in
            .init(symbols: [.stem(lexicon.stem(gloss.stem))], strength: gloss.weight / likeliest)
        }
    }

    /// The terms of the table whose renderings are asked for, and for other words what the lexicon renders by them.
    private mutating func readAcross(english words: [ArraySlice<Unicode.Scalar>]) {
        let stems = words.compactMap(SearchText.stem)
        var covered = [Bool](repeating: false, count: stems.count)
        for group in Self.longest(index.matches(english: stems)) {
            for place in group.range { covered[place] = true }
            let ways = group.terms.map { term in
                SearchConcept.Way(
                    symbols: TermIndex.characters(index.terms[term]).map(SearchSymbol.character), strength: 1)
            }
            chinese.append(
                SearchConcept(weight: group.range.reduce(0) { $0 + rarity(stems[$1]) }, ways: ways))
        }
        var seen: Set<String> = []
        for (place, stem) in stems.enumerated() where !covered[place] && seen.insert(stem).inserted {
            // A name or a number may stand in a Chinese text as it is.
            var ways = [SearchConcept.Way(symbols: stem.unicodeScalars.map { .character($0.value) }, strength: 1)]
            ways += inverse.ways(toSay: stem)
            chinese.append(SearchConcept(weight: rarity(stem), ways: ways))
        }
    }

    /// The longest renderings from the beginning onward, without overlap, with all terms that have them.
    private static func longest(_ matches: [TermIndex.Match]) -> [(range: Range<Int>, terms: [Int])] {
        var groups: [(range: Range<Int>, terms: [Int])] = []
        let sorted = matches.sorted {
            ($0.range.lowerBound, -$0.range.count, $0.term) < ($1.range.lowerBound, -$1.range.count, $1.term)
        }
        for match in sorted {
            if let last = groups.last, last.range == match.range {
                groups[groups.count - 1].terms.append(match.term)
            } else if match.range.lowerBound >= groups.last?.range.upperBound ?? 0 {
                groups.append((match.range, [match.term]))
            }
        }
        return groups
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
