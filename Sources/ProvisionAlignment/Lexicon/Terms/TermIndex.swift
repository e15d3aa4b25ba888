import RegulationModel

/// Finds the terms of a table in Chinese text by their characters and in English text by their stems.
///
/// A term is searched once it is read: its renderings are stemmed, and it is put in the trees. What is found of terms
/// that are read does not depend on when they were.
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
    /// Stems of each rendering of each term that is read, function words left out.
    private(set) var renderings: StemmedRenderings
    private let entries: [TermTable.Entry]
    private var isRead: [Bool]
    private var chinese = SymbolTree()
    private var english = SymbolTree()
    /// The folded ideographs of all terms, one behind the other.
    private let characters: [UInt32]
    /// Where those of each term begin, then the end.
    private let characterStarts: [Int32]
    /// The beginnings of all renderings, those of a term one behind the other.
    private let beginnings: [RenderingBeginnings]
    /// Where those of each term begin, then the end.
    private let beginningStarts: [Int32]

    /// The whole index of a table.
    init(_ table: TermTable) { self = table.index.whole }

    /// An index of nothing.
    static let empty = TermIndex(unread: [])

    /// An index of entries none of which is read.
    init(unread unsorted: [TermTable.Entry]) {
        entries = Self.sorted(unsorted)
        var characters: [UInt32] = []
        var characterStarts: [Int32] = [0]
        var beginnings: [RenderingBeginnings] = []
        var beginningStarts: [Int32] = [0]
        for entry in entries {
            Self.forEachCharacter(entry.chinese) { characters.append($0) }
            characterStarts.append(Int32(truncatingIfNeeded: characters.count))
            for rendering in entry.english { beginnings.append(RenderingBeginnings(rendering)) }
            beginningStarts.append(Int32(truncatingIfNeeded: beginnings.count))
        }
        terms = entries.map(\.chinese)
        isRead = [Bool](repeating: false, count: entries.count)
        renderings = StemmedRenderings(terms: entries.count)
        self.characters = characters
        self.characterStarts = characterStarts
        self.beginnings = beginnings
        self.beginningStarts = beginningStarts
    }

    /// Reads terms that were not read.
    mutating func read(_ isAsked: [Bool]) {
        for term in terms.indices where isAsked[term] && !isRead[term] {
            let range = Int(characterStarts[term])..<Int(characterStarts[term + 1])
            if range.count > 1 { chinese.insert(characters[range], term) }
            renderings.add(entries[term].english, of: term)
            for sequence in renderings.sequences(ofTerm: term) { english.insert(sequence, term) }
            isRead[term] = true
        }
    }

    /// For each term whether a sieve lets it through.
    func isKept(by sieve: TermSieve) -> [Bool] {
        characters.withUnsafeBufferPointer { characters in
            beginnings.withUnsafeBufferPointer { beginnings in
                terms.indices.map { term in
                    let range = Int(characterStarts[term])..<Int(characterStarts[term + 1])
                    if sieve.mayStand(UnsafeBufferPointer(rebasing: characters[range])) { return true }
                    return (Int(beginningStarts[term])..<Int(beginningStarts[term + 1]))
                        .contains { sieve.mayBeInHeading(beginnings[$0]) }
                }
            }
        }
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
        forEachCharacter(term) { characters.append($0) }
        return characters
    }

    private static func forEachCharacter(_ term: String, _ body: (UInt32) -> Void) {
        for scalar in term.unicodeScalars {
            let folded = Folding.folded(scalar)
            if folded.isHan { body(folded.value) }
        }
    }
}

// MARK: - Search

extension TermIndex {
    /// All terms in a run of ideographs, overlapping ones too, in order of place and length.
    func matches(chinese run: [Unicode.Scalar]) -> [Match] { chinese.matches(run.map(\.value)) }

    /// The same, one by one.
    @inline(__always)
    func forEachMatch(
        chinese run: UnsafeBufferPointer<Unicode.Scalar>, _ body: (_ term: Int, _ range: Range<Int>) -> Void
    ) {
        chinese.forEachMatch(run.count, { run[$0].value }, body)
    }

    /// All terms whose rendering stands in a sequence of content stems.
    func matches(english sequence: [String]) -> [Match] { english.matches(sequence.map(renderings.number(ofStem:))) }

    /// The symbol by which a stem is searched.
    func symbol(ofStem stem: UnsafeBufferPointer<UInt8>) -> UInt32 { renderings.number(ofStem: stem) }

    /// As `matches(english:)`, one by one, for stems whose symbols are known.
    @inline(__always)
    func forEachMatch(symbols: UnsafeBufferPointer<UInt32>, _ body: (_ term: Int, _ range: Range<Int>) -> Void) {
        english.forEachMatch(symbols.count, { symbols[$0] }, body)
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
