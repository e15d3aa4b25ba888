import RegulationModel

/// Compares provisions of two acts that answer each other.
public struct ProvisionComparer: Sendable {
    private let base: Regulation
    private let other: Regulation
    private let baseLexis: Lexis
    private let otherLexis: Lexis
    private let cohesion: Cohesion
    /// Where words stand in the whole acts; nil across languages.
    private let whole: UnitsElsewhere?

    /// Reads what both acts shorten and which words they use.
    ///
    /// - Parameters:
    ///   - base: the base text.
    ///   - other: the text it is compared with.
    ///   - articles: pairs of articles that answer each other, each article in one pair at most: a reference to the one
    ///     in the base and to the other in the other text say the same. Nil where references are compared as printed.
    public init(base: Regulation, other: Regulation, articles: [(base: EId, other: EId)]? = nil) {
        self.base = base
        self.other = other
        let forms = (ShortForms(of: base), ShortForms(of: other))
        let numbers = articles.map { Self.numbers($0, base, other) }
        baseLexis = Lexis(own: forms.0, other: forms.1, articles: numbers?.base)
        otherLexis = Lexis(own: forms.1, other: forms.0, articles: numbers?.other)
        let isOneLanguage = base.language == other.language
        cohesion = isOneLanguage ? Cohesion(of: [base, other]) : Cohesion()
        whole = isOneLanguage ? UnitsElsewhere(base: base, other: other) : nil
    }

    /// Keys of references to paired articles, by printed number.
    private static func numbers(
        _ pairs: [(base: EId, other: EId)], _ base: Regulation, _ other: Regulation
    ) -> (base: [String: String], other: [String: String]) {
        var numbers: (base: [String: String], other: [String: String]) = ([:], [:])
        for pair in pairs {
            guard let one = base.provision(at: pair.base)?.number.text,
                let two = other.provision(at: pair.other)?.number.text
            else { continue }
            numbers.base[one] = "\(one) is \(two)"
            numbers.other[two] = "\(one) is \(two)"
        }
        return numbers
    }

    /// True where words are compared.
    public var comparesWords: Bool { base.language == other.language }

    /// Compares provisions.
    ///
    /// - Parameters:
    ///   - baseIds: addresses of articles or sections of the base that answer the others, in its order.
    ///   - otherIds: addresses of the others, in the order of their text.
    ///   - links: which paragraphs and points answer each other; also such as lead out of these articles.
    public func compare(_ baseIds: [EId], _ otherIds: [EId], links: [UnitLink]) -> ProvisionComparison {
        var keys = KeyTable()
        let units = (
            candidates(baseIds, in: base, baseLexis, &keys), candidates(otherIds, in: other, otherLexis, &keys)
        )
        let found = UnitMatching(base: units.0, other: units.1, links: links, comparesWords: comparesWords).pairs()
        let (first, second, pairs) = merged(units.0, units.1, found, &keys)
        let moved = MovedUnits.moved(pairs, first, second)
        var partners: [Int: Int] = [:]
        for pair in pairs { partners[pair.base] = pair.other }
        var notItemised = NotItemised()
        let order = RowOrder.rows(base: first.count, other: second.count, partners: partners)
        let rows = order.map { ends -> ComparisonRow in
            let (one, two) = (ends.base.map { first[$0] }, ends.other.map { second[$0] })
            let comparison = one.flatMap { one in two.flatMap { self.comparison(one, $0) } }
            if let one, let two { notItemised = notItemised + passedOver(one.unit, two.unit, comparison) }
            return ComparisonRow(
                base: one?.unit, other: two?.unit, state: Self.state(ends, comparison),
                isMoved: ends.base.map { moved.contains($0) } ?? false, comparison: comparison,
                elsewhere: elsewhere(one?.unit, two?.unit, baseIds, otherIds, links))
        }
        return ProvisionComparison(base: baseIds, other: otherIds, rows: rows, notItemised: notItemised)
    }

    private typealias Units = [UnitMatching.Candidate]

    /// The units with paragraphs taken together that the other text prints as one, and their pairs.
    private func merged(
        _ units: Units, _ others: Units, _ pairs: [UnitMatching.Pair], _ keys: inout KeyTable
    ) -> (Units, Units, [UnitMatching.Pair]) {
        guard comparesWords, pairs.count < max(units.count, others.count) else { return (units, others, pairs) }
        let answers = Dictionary(uniqueKeysWithValues: pairs.map { ($0.base, $0.other) })
        let turned = Dictionary(uniqueKeysWithValues: pairs.map { ($0.other, $0.base) })
        let groups = (
            MergedUnits(own: units, facing: others, answers: answers).groups(),
            MergedUnits(own: others, facing: units, answers: turned).groups()
        )
        guard !groups.0.isEmpty || !groups.1.isEmpty else { return (units, others, pairs) }
        let (first, places) = joined(units, groups.0, base.source, baseLexis, &keys)
        let (second, otherPlaces) = joined(others, groups.1, other.source, otherLexis, &keys)
        let moved = pairs.map { UnitMatching.Pair(base: places[$0.base], other: otherPlaces[$0.other]) }
        return (first, second, moved.sorted { ($0.base, $0.other) < ($1.base, $1.other) })
    }

    /// Groups of units as one each, and where every unit is then.
    private func joined(
        _ units: Units, _ groups: [Int: ClosedRange<Int>], _ source: SourceText, _ lexis: Lexis,
        _ keys: inout KeyTable
    ) -> (Units, places: [Int]) {
        var heads: [Int: (head: Int, range: ClosedRange<Int>)] = [:]
        for (head, range) in groups { for unit in range { heads[unit] = (head, range) } }
        var result: Units = []
        var places: [Int] = []
        for unit in units.indices {
            guard let group = heads[unit] else {
                places.append(result.count)
                result.append(units[unit])
                continue
            }
            if unit == group.range.lowerBound {
                let whole = units[group.head].unit.merging(group.range.map { units[$0].unit })
                let tokens = Tokenizer(lexis).tokens(of: whole.text, in: source, &keys)
                result.append(UnitMatching.Candidate(unit: whole, tokens: tokens, stance: units[group.head].stance))
            }
            places.append(result.count - 1)
        }
        return (result, places)
    }

    private func candidates(
        _ eIds: [EId], in regulation: Regulation, _ lexis: Lexis, _ keys: inout KeyTable
    ) -> [UnitMatching.Candidate] {
        let tokenizer = Tokenizer(lexis)
        return eIds.compactMap { regulation.provision(at: $0) }.flatMap(TextUnit.units(of:)).map { unit in
            UnitMatching.Candidate(
                unit: unit, tokens: tokenizer.tokens(of: unit.text, in: regulation.source, &keys),
                stance: unit.level == .paragraph && comparesWords
                    ? Stance(of: unit.text, in: regulation.source) : .neither)
        }
    }

    private func comparison(_ one: UnitMatching.Candidate, _ two: UnitMatching.Candidate) -> TextComparison? {
        comparesWords ? TextComparison.compare(one.tokens, two.tokens, cohesion) : nil
    }

    private static func state(_ ends: RowOrder.Ends, _ comparison: TextComparison?) -> ComparisonRow.State {
        guard ends.base != nil else { return .added }
        guard ends.other != nil else { return .removed }
        guard let comparison else { return .counterpart }
        return comparison.isEqual ? .equal : .changed
    }

    /// Marks that only moved on, and what the words write in other ways.
    private func passedOver(_ one: TextUnit, _ two: TextUnit, _ comparison: TextComparison?) -> NotItemised {
        guard let comparison else { return NotItemised() }
        var counts = comparison.notItemised(base: base.source, other: other.source)
        guard one.level >= .point, one.part == .text else { return counts }
        if base.provision(at: one.eId)?.number != other.provision(at: two.eId)?.number { counts.renumbered += 1 }
        return counts
    }

    /// Where the words of a unit without counterpart stand in the other text, in the articles compared first.
    private func place(of eId: EId, isInBase: Bool, beside articles: [EId]) -> [EId] {
        let place =
            whole?.place(of: eId, isInBase: isInBase, within: articles)
            ?? whole?.place(of: eId, isInBase: isInBase, outside: articles)
        return place.map { [$0] } ?? []
    }

    /// Score of a link from which on a unit is said to stand in what it is linked to, apart from the provisions compared. Of
    /// seven such links between five pairs of acts (smoking, dogs, blood, volunteers, lifts) four from 0.73 on were right,
    /// three of 0.51 to 0.60 wrong; what is linked less surely is looked for by its words. Across languages there are none to
    /// look for, and a score says less.
    private static let sure = 0.65

    /// Where a unit without counterpart is answered apart from its row.
    private func elsewhere(
        _ one: TextUnit?, _ two: TextUnit?, _ baseIds: [EId], _ otherIds: [EId], _ links: [UnitLink]
    ) -> [EId] {
        var found: [EId] = []
        let links = links.filter { whole == nil || $0.score >= Self.sure }
        if two == nil, let one {
            found = links.filter { $0.base == one.eId && !otherIds.contains($0.other.article) }.map(\.other)
            if found.isEmpty { found = place(of: one.eId, isInBase: true, beside: otherIds) }
        } else if one == nil, let two {
            found = links.filter { $0.other == two.eId && !baseIds.contains($0.base.article) }.map(\.base)
            if found.isEmpty { found = place(of: two.eId, isInBase: false, beside: baseIds) }
        }
        var seen: Set<EId> = []
        return found.filter { seen.insert($0).inserted }
    }
}
