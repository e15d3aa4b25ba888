import RegulationModel

/// Says once which levels of government act otherwise in provisions that were compared at once: where an act names the
/// level in each of five paragraphs and the other in none, a reader learns it from one line.
struct LevelSummary {
    let base: Regulation
    let other: Regulation
    /// All levels that the provisions compared name.
    let named: (base: Set<GovernmentLevel>, other: Set<GovernmentLevel>)

    init(_ base: NormComparison.Side, _ baseIds: [EId], _ other: NormComparison.Side, _ otherIds: [EId]) {
        self.base = base.regulation
        self.other = other.regulation
        named = (Self.levels(base, baseIds), Self.levels(other, otherIds))
    }

    private static func levels(_ side: NormComparison.Side, _ eIds: [EId]) -> Set<GovernmentLevel> {
        eIds.flatMap { side.reader.norms(at: $0) }.flatMap(\.levels).reduce(into: []) { $0.formUnion($1.levels) }
    }

    /// Words that only relate to a level named elsewhere.
    private static let relative: Set<GovernmentLevel> = [.same, .nextHigher, .every]

    /// True where two sets name the same levels; words that only relate to a level (同级, 各级) name none.
    static func areAlike(_ one: Set<GovernmentLevel>, _ two: Set<GovernmentLevel>, isAcross: Bool = false) -> Bool {
        isAcross ? one.subtracting(relative) == two.subtracting(relative) : absolute(one) == absolute(two)
    }

    /// The levels that a set names: 县级以上 are cities and counties, which other acts name one by one.
    private static func absolute(_ levels: Set<GovernmentLevel>) -> Set<GovernmentLevel> {
        let named = levels.subtracting(relative)
        guard named.contains(.countyAndAbove) else { return named }
        return named.subtracting([.countyAndAbove, .provinceAndAbove, .cityAndAbove, .province])
            .union([.city, .county])
    }

    /// The differences, those of levels said once: each pair of levels where it comes first, and those that one side alone
    /// names together.
    func summed(_ differences: [NormDifference]) -> [NormDifference] {
        let isOneLanguage = base.language == other.language
        var rest = differences.filter { $0.reason != .levels || $0.isDoubtful }
        let levels = differences.filter { $0.reason == .levels && !$0.isDoubtful }
        guard isOneLanguage else { return rest + [together(levels)].compactMap(\.self) }
        // An act that names no level, or 本级 and 同级, leaves it to the rules on competence: no other level acts by that.
        func isNamed(_ difference: NormDifference) -> Bool {
            !Self.absolute(read(difference.base, base)).isEmpty && !Self.absolute(read(difference.other, other)).isEmpty
        }
        var said: Set<[Set<GovernmentLevel>]> = []
        // The first of each pair of levels, by both texts alike.
        func place(_ difference: NormDifference) -> Int {
            (difference.base.first?.start ?? 0) + (difference.other.first?.start ?? 0)
        }
        rest += levels.filter(isNamed).sorted { place($0) < place($1) }.filter { difference in
            let told = (read(difference.base, base), read(difference.other, other))
            return !stands(told) && said.insert([Self.absolute(told.0), Self.absolute(told.1)]).inserted
        }.map { $0.quoting(named($0.base, base), named($0.other, other)) }
        return rest + [together(levels.filter { !isNamed($0) })].compactMap(\.self)
    }

    /// One paragraph names it here, another one there: the provisions name the same levels.
    private func stands(_ told: (Set<GovernmentLevel>, Set<GovernmentLevel>)) -> Bool {
        Self.absolute(told.0).isSubset(of: Self.absolute(named.other))
            && Self.absolute(told.1).isSubset(of: Self.absolute(named.base))
    }

    /// Several differences as one; nil where there are none, or where both sides name the same after all.
    private func together(_ levels: [NormDifference]) -> NormDifference? {
        guard let first = levels.first else { return nil }
        let told = (read(levels.flatMap(\.base), base), read(levels.flatMap(\.other), other))
        let isOneLanguage = base.language == other.language
        guard !Self.areAlike(told.0, told.1, isAcross: !isOneLanguage), !(isOneLanguage && stands(told)) else {
            return nil
        }
        let isNamedOnce = isOneLanguage && Self.absolute(told.0).isEmpty != Self.absolute(told.1).isEmpty
        return NormDifference(
            kind: first.kind, reason: isNamedOnce ? .namedOnOneSide : first.reason,
            baseProvision: first.baseProvision, base: named(levels.flatMap(\.base), base),
            otherProvision: first.otherProvision, other: named(levels.flatMap(\.other), other),
            isDoubtful: isNamedOnce)
    }

    private func read(_ spans: [ByteSpan], _ regulation: Regulation) -> Set<GovernmentLevel> {
        spans.reduce(into: []) { levels, span in
            let text = NormText(regulation.source, [span], language: regulation.language)
            for phrase in LevelReader(text: text).named() { levels.formUnion(phrase) }
        }
    }

    /// Each name once, the whole of it where another one is its beginning.
    private func named(_ spans: [ByteSpan], _ regulation: Regulation) -> [ByteSpan] {
        // 同级 and 各级 are quoted only where nothing else is.
        let absolute = spans.filter { !Self.absolute(read([$0], regulation)).isEmpty }
        let named = absolute.isEmpty ? spans : absolute
        let outer = named.filter { span in !named.contains { $0 != span && $0.contains(span) } }
        var said: Set<String> = []
        return outer.sorted().filter { said.insert(regulation.source.flowed([$0])).inserted }
    }
}
