import RegulationModel

/// Which unit answers which, one by one.
struct UnitMatching {
    /// A unit as it is matched.
    struct Candidate {
        let unit: TextUnit
        let tokens: TokenizedText
    }

    /// Two units that answer each other, as indices.
    struct Pair: Hashable {
        let base: Int
        let other: Int
    }

    let base: [Candidate]
    let other: [Candidate]
    let links: [UnitLink]
    /// True where the words of both are in one language and can be weighed.
    let comparesWords: Bool

    // The five numbers are set by reading acts on police auxiliaries and on dogs; there is no gold of paragraphs that
    // would measure them.

    /// Words shared, from which on two units of one language answer each other without a link: half of both.
    private static let alike = 0.5
    /// What a link adds to the words shared.
    private static let linked = 0.5
    /// Least that two linked units must share.
    private static let leastShared = 0.08
    /// Pairs that are weighed in one article and level: those of lists with 500 points each. In longer ones only units in
    /// like places are weighed.
    private static let mostPairs = 250_000
    /// What an only paragraph, or the same paragraph above, adds.
    private static let samePlace = 0.15

    /// Pairs in order of the base; each unit is in one at most.
    func pairs() -> [Pair] {
        var pairs: [Pair] = []
        let linkScores = Dictionary(links.map { (Ends(base: $0.base, other: $0.other), $0.score) }) { max($0, $1) }
        for (level, part) in Self.classes {
            let rows = base.indices.filter { base[$0].unit.level == level && base[$0].unit.part == part }
            let columns = other.indices.filter { other[$0].unit.level == level && other[$0].unit.part == part }
            let above = Set(pairs.map { Ends(base: base[$0.base].unit.eId, other: other[$0.other].unit.eId) })
            pairs += matched(rows, columns, linkScores, above)
        }
        return pairs.sorted { ($0.base, $0.other) < ($1.base, $1.other) }
    }

    /// Units are matched with units of their kind only, the wider ones first.
    private static let classes: [(Level, TextUnit.Part)] =
        [Level.section, .article, .paragraph, .point, .subpoint].flatMap { level in
            [(level, TextUnit.Part.text), (level, .wrapUp)]
        }

    private struct Ends: Hashable {
        let base: EId
        let other: EId
    }

    private struct Weighed {
        let pair: Pair
        let score: Double
        let distance: Int
    }

    /// The best pairs first; ties go to those that stand in like places. No tie depends on which text is the base.
    private func matched(
        _ rows: [Int], _ columns: [Int], _ linkScores: [Ends: Double], _ above: Set<Ends>
    ) -> [Pair] {
        // The only paragraphs of linked articles answer each other, whatever they share.
        if let row = rows.first, let column = columns.first, rows.count == 1, columns.count == 1,
            comparesWords, base[row].unit.level <= .paragraph, base[row].unit.part == .text
        {
            return [Pair(base: row, other: column)]
        }
        let bags = (rows.map { TokenBag(base[$0].tokens) }, columns.map { TokenBag(other[$0].tokens) })
        let isOnly = rows.count == 1 && columns.count == 1
        var weighed: [Weighed] = []
        let reach = max(1, Self.mostPairs / max(1, max(rows.count, columns.count)))
        for (row, baseBag) in zip(rows.indices, bags.0) {
            for (column, otherBag) in zip(columns.indices, bags.1) where abs(row - column) <= reach {
                let pair = Pair(base: rows[row], other: columns[column])
                let score = score(pair, baseBag, otherBag, isOnly, linkScores, above)
                if let score { weighed.append(Weighed(pair: pair, score: score, distance: abs(row - column))) }
            }
        }
        weighed.sort { one, two in
            if one.score != two.score { return one.score > two.score }
            if one.distance != two.distance { return one.distance < two.distance }
            return one.pair.base + one.pair.other < two.pair.base + two.pair.other
        }
        var (takenRows, takenColumns): (Set<Int>, Set<Int>) = ([], [])
        return weighed.map(\.pair).filter { pair in
            guard !takenRows.contains(pair.base), !takenColumns.contains(pair.other) else { return false }
            takenRows.insert(pair.base)
            takenColumns.insert(pair.other)
            return true
        }
    }

    /// What speaks for a pair; nil where not enough does.
    private func score(
        _ pair: Pair, _ baseBag: TokenBag, _ otherBag: TokenBag, _ isOnly: Bool, _ linkScores: [Ends: Double],
        _ above: Set<Ends>
    ) -> Double? {
        let (one, two) = (base[pair.base].unit, other[pair.other].unit)
        let link = linkScores[Ends(base: one.eId, other: two.eId)]
        let isBelow = above.contains(Ends(base: one.eId.above, other: two.eId.above))
        let isSameWrapUp = one.part == .wrapUp && above.contains(Ends(base: one.eId, other: two.eId))
        let place = (isBelow || isSameWrapUp || isOnly && one.level <= .paragraph) ? Self.samePlace : 0
        guard comparesWords else {
            if let link { return link + place }
            return isSameWrapUp || (isOnly && one.level <= .paragraph) ? place : nil
        }
        let shared = baseBag.shared(with: otherBag)
        let isSupported = link != nil || isSameWrapUp || (isOnly && one.level <= .paragraph)
        guard shared >= (isSupported ? Self.leastShared : Self.alike) else { return nil }
        return shared + (link.map { $0 * Self.linked } ?? 0) + place
    }
}

/// Tokens and neighbours of a text, to tell how much two share.
struct TokenBag {
    private var counts: [UInt64: Int] = [:]
    private var total = 0

    init(_ text: TokenizedText) {
        var before: UInt64 = 0
        for token in text.tokens {
            counts[UInt64(token.key), default: 0] += 1
            counts[before << 32 | UInt64(token.key) | 1 << 63, default: 0] += 1
            before = UInt64(token.key)
            total += 2
        }
    }

    /// Share of both texts that both have, 0 … 1; two texts without a word are alike.
    func shared(with other: TokenBag) -> Double {
        guard total > 0, other.total > 0 else { return total == other.total ? 1 : 0 }
        let (small, large) = counts.count < other.counts.count ? (self, other) : (other, self)
        let common = small.counts.reduce(0) { $0 + min($1.value, large.counts[$1.key, default: 0]) }
        return Double(2 * common) / Double(total + other.total)
    }
}

extension EId {
    /// The address of the provision above, past the `list` a point stands in.
    var above: EId {
        var parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
        while let last = parts.popLast(), !last.isEmpty {}
        let above = parts.joined(separator: "_")
        guard above.hasSuffix("__list_1") else { return EId(above) }
        return EId(String(above.dropLast("__list_1".count)))
    }
}
