import RegulationModel

/// Which unit answers which, one by one.
struct UnitMatching {
    /// A unit as it is matched.
    struct Candidate {
        let unit: TextUnit
        let tokens: TokenizedText
        let stance: Stance
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

    // These numbers are set by reading acts on auxiliaries, dogs, lifts, property management, volunteers and blood donation;
    // there is no gold of paragraphs that would measure them.

    /// Words shared, from which on two units of one language answer each other without a link: half of both.
    private static let alike = 0.5
    /// The same for paragraphs, which say more than points.
    private static let alikeParagraphs = 0.4
    /// From this share of the shorter one on, a unit stands within another: 开除公职的 in 被国家机关开除公职或者辞退的.
    private static let within = 0.6
    /// Tokens of the shortest unit that is looked for in another.
    private static let fewestWithin = 4
    /// What the share of the shorter one counts for beside that of both.
    private static let shorterCounts = 0.25
    /// What a link adds to the words shared.
    private static let linked = 0.25
    /// Least that two linked units must share.
    private static let leastShared = 0.12
    /// The same of paragraphs whose articles answer each other less surely than `sureArticles`: of 23 such pairs that shared
    /// less in ten pairs of acts every second one was on different matters.
    private static let leastSharedInDoubt = 0.33
    fileprivate static let sureArticles = 0.8
    /// Pairs that are weighed in one article and level: those of lists with 500 points each. In longer ones only units in
    /// like places are weighed.
    private static let mostPairs = 250_000
    /// What an only paragraph, or the same paragraph above, adds.
    private static let samePlace = 0.15

    /// Pairs in order of the base; each unit is in one at most.
    func pairs() -> [Pair] {
        var pairs: [Pair] = []
        let addresses = Addresses(base: base, other: other, links: links)
        var above: Set<UInt64> = []
        let kinds = (base.map { Self.kind(of: $0.unit) }, other.map { Self.kind(of: $0.unit) })
        for kind in Self.kinds.indices {
            let rows = base.indices.filter { kinds.0[$0] == kind }
            let columns = other.indices.filter { kinds.1[$0] == kind }
            guard !rows.isEmpty, !columns.isEmpty else { continue }
            let weighed = matched(rows, columns, addresses, above)
            let found = weighed + (comparesWords ? [] : inOrder(rows, columns, weighed, addresses, above))
            for pair in found { above.insert(addresses.own(pair)) }
            pairs += found
        }
        return pairs.sorted { ($0.base, $0.other) < ($1.base, $1.other) }
    }

    /// Units are matched with units of their kind only, the wider ones first.
    private static let kinds: [(level: Level, part: TextUnit.Part)] =
        [Level.section, .article, .paragraph, .point, .subpoint].flatMap { level in
            [(level, TextUnit.Part.text), (level, .wrapUp)]
        }

    private static func kind(of unit: TextUnit) -> Int? {
        kinds.firstIndex { $0.level == unit.level && $0.part == unit.part }
    }

    /// Across languages, lists and paragraphs of which no link is known answer each other in their order, where both sides
    /// have as many.
    private func inOrder(
        _ rows: [Int], _ columns: [Int], _ matched: [Pair], _ addresses: Addresses, _ above: Set<UInt64>
    ) -> [Pair] {
        let taken = (Set(matched.map(\.base)), Set(matched.map(\.other)))
        let lists = (
            Dictionary(grouping: rows) { addresses.base[$0].above },
            Dictionary(grouping: columns) { addresses.other[$0].above }
        )
        var pairs: [Pair] = []
        for list in lists.0.values.sorted(by: { $0[0] < $1[0] }) {
            for facing in lists.1.values.sorted(by: { $0[0] < $1[0] }) where facing.count == list.count {
                let first = Pair(base: list[0], other: facing[0])
                let isParagraph = base[first.base].unit.level <= .paragraph
                let isBelow =
                    isParagraph ? lists.0.count == 1 && lists.1.count == 1 : above.contains(addresses.above(first))
                guard isBelow, taken.0.isDisjoint(with: list), taken.1.isDisjoint(with: facing) else { continue }
                pairs += zip(list, facing).map { Pair(base: $0, other: $1) }
            }
        }
        return pairs
    }

    private struct Weighed {
        let pair: Pair
        let score: Double
        let distance: Int
    }

    /// The best pairs first; ties go to those that stand in like places. No tie depends on which text is the base.
    private func matched(
        _ rows: [Int], _ columns: [Int], _ addresses: Addresses, _ above: Set<UInt64>
    ) -> [Pair] {
        // The only paragraphs of linked articles answer each other, whatever they share.
        if let row = rows.first, let column = columns.first, rows.count == 1, columns.count == 1,
            comparesWords, base[row].unit.level <= .paragraph, base[row].unit.part == .text
        {
            return [Pair(base: row, other: column)]
        }
        let same = sameWords(rows, columns, addresses, above)
        return same.pairs + weighedPairs(rows[same.rows], columns[same.columns], addresses, above)
    }

    /// Pairs at both ends of a list, or of the paragraphs of an article, that say the same in the same words; and the
    /// rows and columns between.
    private func sameWords(
        _ rows: [Int], _ columns: [Int], _ addresses: Addresses, _ above: Set<UInt64>
    ) -> (pairs: [Pair], rows: Range<Int>, columns: Range<Int>) {
        guard comparesWords else { return ([], rows.indices, columns.indices) }
        func pair(_ row: Int, _ column: Int) -> Pair? {
            let pair = Pair(base: rows[row], other: columns[column])
            let (one, two) = (base[pair.base].tokens.tokens, other[pair.other].tokens.tokens)
            guard one.count == two.count,
                base[pair.base].unit.level <= .paragraph || above.contains(addresses.above(pair)),
                zip(one, two).allSatisfy({ $0.key == $1.key })
            else { return nil }
            return pair
        }
        var pairs: [Pair] = []
        var first = 0
        while first < min(rows.count, columns.count), let pair = pair(first, first) {
            pairs.append(pair)
            first += 1
        }
        var (rowEnd, columnEnd) = (rows.count, columns.count)
        while rowEnd > first, columnEnd > first, let pair = pair(rowEnd - 1, columnEnd - 1) {
            pairs.append(pair)
            (rowEnd, columnEnd) = (rowEnd - 1, columnEnd - 1)
        }
        return (pairs, first..<rowEnd, first..<columnEnd)
    }

    private func weighedPairs(
        _ rows: ArraySlice<Int>, _ columns: ArraySlice<Int>, _ addresses: Addresses, _ above: Set<UInt64>
    ) -> [Pair] {
        guard !rows.isEmpty, !columns.isEmpty else { return [] }
        let bags = WeighedBags(rows.map { TokenBag(base[$0].tokens) }, columns.map { TokenBag(other[$0].tokens) })
        let isOnly = rows.count == 1 && columns.count == 1
        var weighed: [Weighed] = []
        let reach = max(1, Self.mostPairs / max(1, max(rows.count, columns.count)))
        for (row, baseBag) in zip(rows.indices, bags.base) {
            for (column, otherBag) in zip(columns.indices, bags.other) where abs(row - column) <= reach {
                let pair = Pair(base: rows[row], other: columns[column])
                let score = score(pair, baseBag, otherBag, isOnly, addresses, above)
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

    private func leastAlike(_ unit: TextUnit) -> Double { unit.level <= .paragraph ? Self.alikeParagraphs : Self.alike }

    /// What speaks for a pair; nil where not enough does.
    private func score(
        _ pair: Pair, _ baseBag: WeighedBags.Bag, _ otherBag: WeighedBags.Bag, _ isOnly: Bool, _ addresses: Addresses,
        _ above: Set<UInt64>
    ) -> Double? {
        let one = base[pair.base].unit
        // 鼓励……禁止吸烟 and 禁止吸烟 share their words; a link says no more.
        let isContrary = base[pair.base].stance.contradicts(other[pair.other].stance)
        let link = isContrary ? nil : addresses.scores[addresses.own(pair)]
        let isBelow = above.contains(addresses.above(pair))
        let isSameWrapUp = one.part == .wrapUp && above.contains(addresses.own(pair))
        let place = (isBelow || isSameWrapUp || isOnly && one.level <= .paragraph) ? Self.samePlace : 0
        guard comparesWords else {
            if let link { return link + place }
            return isSameWrapUp || (isOnly && one.level <= .paragraph) ? place : nil
        }
        let shared = baseBag.bag.shared(with: otherBag.bag)
        let isSupported = link != nil || isSameWrapUp || (isOnly && one.level <= .paragraph)
        let weighed = baseBag.shared(with: otherBag)
        let count = min(base[pair.base].tokens.tokens.count, other[pair.other].tokens.tokens.count)
        let isWithin = weighed.shorter >= Self.within && count >= Self.fewestWithin
        let isInDoubt = addresses.doubtful.contains(addresses.own(pair)) && one.level <= .paragraph
        let least = isSupported ? isInDoubt ? Self.leastSharedInDoubt : Self.leastShared : leastAlike(one)
        guard isWithin || shared >= least else { return nil }
        let words = (1 - Self.shorterCounts) * weighed.both + Self.shorterCounts * weighed.shorter
        return words + (link.map { $0 * Self.linked } ?? 0) + place
    }
}

/// Addresses of units, and of what stands above them, as numbers: a pair of them is looked up for each pair of units.
private struct Addresses {
    let base: [(own: UInt32, above: UInt32)]
    let other: [(own: UInt32, above: UInt32)]
    /// Scores of links, by their two addresses.
    let scores: [UInt64: Double]
    /// Those of units whose articles do not surely answer each other.
    let doubtful: Set<UInt64>

    init(base: [UnitMatching.Candidate], other: [UnitMatching.Candidate], links: [UnitLink]) {
        var numbers: [EId: UInt32] = [:]
        func number(_ eId: EId) -> UInt32 {
            let next = UInt32(numbers.count)
            if let known = numbers[eId] { return known }
            numbers[eId] = next
            return next
        }
        self.base = base.map { (number($0.unit.eId), number($0.unit.eId.above)) }
        self.other = other.map { (number($0.unit.eId), number($0.unit.eId.above)) }
        var scores: [UInt64: Double] = [:]
        var doubtful: Set<UInt64> = []
        for link in links {
            guard let one = numbers[link.base], let two = numbers[link.other] else { continue }
            let ends = Self.ends(one, two)
            scores[ends] = max(scores[ends] ?? link.score, link.score)
            if link.ofArticles < UnitMatching.sureArticles { doubtful.insert(ends) }
        }
        self.scores = scores
        self.doubtful = doubtful
    }

    private static func ends(_ base: UInt32, _ other: UInt32) -> UInt64 { UInt64(base) << 32 | UInt64(other) }

    /// The addresses of two units.
    func own(_ pair: UnitMatching.Pair) -> UInt64 { Self.ends(base[pair.base].own, other[pair.other].own) }

    /// The addresses above two units.
    func above(_ pair: UnitMatching.Pair) -> UInt64 { Self.ends(base[pair.base].above, other[pair.other].above) }
}

/// Tokens and neighbours of a text, to tell how much two share.
struct TokenBag {
    /// Ascending; one that occurs twice stands there twice.
    private var keys: [UInt64] = []

    init(_ text: TokenizedText) { self.init(of: [text]) }

    /// Of several texts together.
    init(of texts: [TokenizedText]) {
        keys.reserveCapacity(2 * texts.reduce(0) { $0 + $1.tokens.count })
        for text in texts {
            var before: UInt64 = 0
            for token in text.tokens {
                keys.append(UInt64(token.key))
                keys.append(before << 32 | UInt64(token.key) | 1 << 63)
                before = UInt64(token.key)
            }
        }
        keys.sort()
    }

    /// Share of both texts that both have, 0 … 1; two texts without a word are alike.
    func shared(with counterpart: TokenBag) -> Double {
        guard !keys.isEmpty, !counterpart.keys.isEmpty else { return keys.isEmpty == counterpart.keys.isEmpty ? 1 : 0 }
        return Double(2 * common(with: counterpart)) / Double(keys.count + counterpart.keys.count)
    }

    /// Share of this text that another one has too, 0 … 1.
    func held(by counterpart: TokenBag) -> Double {
        keys.isEmpty ? 1 : Double(common(with: counterpart)) / Double(keys.count)
    }

    /// Every key of the bag once for each time it occurs.
    func forEach(_ body: (UInt64) -> Void) { keys.forEach(body) }

    private func common(with counterpart: TokenBag) -> Int {
        var (place, facing, common) = (0, 0, 0)
        while place < keys.count, facing < counterpart.keys.count {
            let (one, two) = (keys[place], counterpart.keys[facing])
            if one == two { common += 1 }
            if one <= two { place += 1 }
            if two <= one { facing += 1 }
        }
        return common
    }
}

extension EId {
    /// The address of the provision above, past the `list` a point stands in; an empty one above an article.
    package var above: EId {
        guard let end = lastJoint(in: text[...]) else { return EId("") }
        let above = text[..<end]
        guard above.hasSuffix("__list_1"), let list = lastJoint(in: above) else { return EId(String(above)) }
        return EId(String(text[..<list]))
    }

    /// Where the last `__` of an address begins.
    private func lastJoint(in address: Substring) -> String.Index? {
        let bytes = address.utf8
        var end = bytes.endIndex
        var follows = false
        while end > bytes.startIndex {
            end = bytes.index(before: end)
            let isLine = bytes[end] == 0x5F
            if isLine, follows { return end }
            follows = isLine
        }
        return nil
    }
}
