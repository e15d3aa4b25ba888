import RegulationModel

/// Finds the terms of a table in Chinese text by their characters and in English text by their stems.
struct TermIndex: Sendable {
    /// One term met in a text.
    struct Match: Sendable, Hashable {
        /// Index of the term.
        let term: Int
        /// Place in the sequence of symbols that was searched.
        let range: Range<Int>
    }

    /// The terms in text order, so that a term's index does not depend on the order of the table.
    let terms: [String]
    /// Stems of each rendering of each term, function words left out.
    let renderings: [[[String]]]
    private let chinese: SymbolTree
    private let english: SymbolTree
    private let stems: [String: Int]

    init(_ table: TermTable) {
        let entries = table.entries.sorted { $0.chinese < $1.chinese }
        var chinese = SymbolTree()
        var english = SymbolTree()
        var stems: [String: Int] = [:]
        var renderings: [[[String]]] = []
        for (index, entry) in entries.enumerated() {
            let characters = Folding.fold(entry.chinese).scalars.filter(\.isHan).map { Int($0.value) }
            if characters.count > 1 { chinese.insert(characters, index) }
            var sequences: [[String]] = []
            for rendering in entry.english {
                let words = Words.contentStems(Folding.fold(rendering).scalars)
                guard !words.isEmpty, !sequences.contains(words) else { continue }
                sequences.append(words)
                english.insert(words.map { Self.intern($0, &stems) }, index)
            }
            renderings.append(sequences)
        }
        self.terms = entries.map(\.chinese)
        self.renderings = renderings
        self.chinese = chinese
        self.english = english
        self.stems = stems
    }

    private static func intern(_ stem: String, _ stems: inout [String: Int]) -> Int {
        if let known = stems[stem] { return known }
        stems[stem] = stems.count
        return stems.count - 1
    }

    /// All terms in a run of ideographs, overlapping ones too, in order of place and length.
    func matches(chinese run: [Unicode.Scalar]) -> [Match] {
        self.chinese.matches(run.map { Int($0.value) })
    }

    /// All terms whose rendering stands in a sequence of content stems.
    func matches(english sequence: [String]) -> [Match] {
        english.matches(sequence.map { stems[$0] ?? -1 })
    }

    /// The longest terms from the beginning of a run of ideographs onward, without overlap.
    static func longest(_ matches: [Match]) -> [Match] {
        var result: [Match] = []
        var end = 0
        var index = 0
        while index < matches.count {
            var last = index
            while last + 1 < matches.count, matches[last + 1].range.lowerBound == matches[index].range.lowerBound {
                last += 1
            }
            let longest = matches[last]
            if longest.range.lowerBound >= end {
                result.append(longest)
                end = longest.range.upperBound
            }
            index = last + 1
        }
        return result
    }
}

/// A tree of symbol sequences; finds all sequences that stand in a text.
private struct SymbolTree: Sendable {
    private struct Edge: Hashable, Sendable {
        let node: Int
        let symbol: Int
    }

    private var edges: [Edge: Int] = [:]
    private var terms: [[Int]] = [[]]

    mutating func insert(_ symbols: [Int], _ term: Int) {
        var node = 0
        for symbol in symbols {
            let edge = Edge(node: node, symbol: symbol)
            if let next = edges[edge] {
                node = next
            } else {
                terms.append([])
                edges[edge] = terms.count - 1
                node = terms.count - 1
            }
        }
        if terms[node].last != term { terms[node].append(term) }
    }

    func matches(_ symbols: [Int]) -> [TermIndex.Match] {
        var result: [TermIndex.Match] = []
        for start in symbols.indices {
            var node = 0
            var place = start
            while place < symbols.count, let next = edges[Edge(node: node, symbol: symbols[place])] {
                node = next
                place += 1
                result += terms[node].map { TermIndex.Match(term: $0, range: start..<place) }
            }
        }
        return result
    }
}
