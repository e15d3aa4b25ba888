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

    /// The terms in the order of their bytes, so that a term's index does not depend on the order of the table.
    let terms: [String]
    /// Stems of each rendering of each term, function words left out.
    let renderings: StemmedRenderings
    private let chinese: SymbolTree
    private let english: SymbolTree

    init(_ table: TermTable) { self.init(table.entries) }

    /// What of a table can matter for some texts.
    init(_ table: TermTable, _ sieve: @autoclosure () -> TermSieve) {
        self.init(table.entries.isEmpty ? [] : sieve().entries(of: table))
    }

    private init(_ unsorted: [TermTable.Entry]) {
        let entries = Self.sorted(unsorted)
        var chinese = SymbolTree()
        var english = SymbolTree()
        var renderings = StemmedRenderings()
        for (index, entry) in entries.enumerated() {
            let characters = Self.characters(entry.chinese)
            if characters.count > 1 { chinese.insert(characters, index) }
            renderings.append(entry.english)
            for sequence in renderings.sequences(ofTerm: index) { english.insert(sequence, index) }
        }
        self.terms = entries.map(\.chinese)
        self.renderings = renderings
        self.chinese = chinese
        self.english = english
    }

    /// Entries by the bytes of their terms; of equal ones the first of the table stands first.
    private static func sorted(_ entries: [TermTable.Entry]) -> [TermTable.Entry] {
        // The first eight bytes decide nearly always, and numbers are compared fast.
        let keys = entries.map { entry in
            var term = entry.chinese
            return term.withUTF8 { bytes in
                (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
            }
        }
        let order = entries.indices.sorted { a, b in
            if keys[a] != keys[b] { return keys[a] < keys[b] }
            let (first, second) = (entries[a].chinese.utf8, entries[b].chinese.utf8)
            if first.elementsEqual(second) { return a < b }
            return first.lexicographicallyPrecedes(second)
        }
        return order.map { entries[$0] }
    }

    /// The folded ideographs of a term.
    static func characters(_ term: String) -> [UInt32] {
        var characters: [UInt32] = []
        for scalar in term.unicodeScalars {
            let folded = Folding.folded(scalar)
            if folded.isHan { characters.append(folded.value) }
        }
        return characters
    }

    /// All terms in a run of ideographs, overlapping ones too, in order of place and length.
    func matches(chinese run: [Unicode.Scalar]) -> [Match] { chinese.matches(run.map(\.value)) }

    /// All terms whose rendering stands in a sequence of content stems.
    func matches(english sequence: [String]) -> [Match] { english.matches(sequence.map(renderings.number(ofStem:))) }

    /// The symbol by which a stem is searched.
    func symbol(ofStem stem: String) -> UInt32 { renderings.number(ofStem: stem) }

    /// As `matches(english:)`, for stems whose symbols are known.
    func forEachMatch(symbols: [UInt32], _ body: (Match) -> Void) { english.forEachMatch(symbols, body) }

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
