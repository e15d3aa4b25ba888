import RegulationModel

/// Compares what two linked provisions demand, in one language or across the two.
///
/// It speaks of the same rows that a reader sees side by side; of wording only where one side has words of weight more, or
/// others in their place. What is probably the translator's is marked doubtful; it never stands among the certain
/// differences. Exchanging base and other mirrors the result, apart from the order of what one side alone has.
package struct NormComparison: Sendable {
    /// One side of the comparison.
    package struct Side: Sendable {
        let regulation: Regulation
        let isMachine: Bool
        let reader: NormReader
        /// Full names of acts, without the state's, by what is short for them.
        let shortTitles: [String: String]

        /// Takes a text; `isMachine` where it is a machine translation.
        package init(_ regulation: Regulation, isMachine: Bool) {
            self.regulation = regulation
            self.isMachine = isMachine
            reader = NormReader(regulation)
            let titles = ShortForms(of: regulation).definitions.filter(\.isTitle)
            shortTitles = Dictionary(titles.map { ($0.short, $0.full) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Two provisions that answer each other.
    package struct Pair: Sendable, Hashable {
        let base: EId
        let other: EId

        package init(base: EId, other: EId) {
            self.base = base
            self.other = other
        }
    }

    let base: Side
    let other: Side
    let renderings: Renderings
    /// What both acts say, in one language.
    private let said: WordsElsewhere.Acts?
    private let sayings: Sayings?

    /// Takes both sides and the terms that tie the two languages; none are needed for texts in one language.
    package init(base: Side, other: Side, renderings: Renderings) {
        self.base = base
        self.other = other
        self.renderings = renderings
        let isOneLanguage = base.regulation.language == other.regulation.language
        said = isOneLanguage ? WordsElsewhere.Acts(base: base, other: other) : nil
        sayings = isOneLanguage ? Sayings(base: base, other: other) : nil
    }

    /// The differences of provisions that were compared unit by unit, each said once. What one unit lacks and another one
    /// has is no difference.
    ///
    /// - Parameters:
    ///   - comparison: their rows.
    ///   - links: paragraphs and points that answer each other, any of the two acts.
    package func differences(_ comparison: ProvisionComparison, links: [UnitLink]) -> [NormDifference] {
        let rows = FacingUnits(comparison, links)
        let elsewhere = WordsElsewhere(
            (base.regulation, other.regulation), base: comparison.base, other: comparison.other, said)
        let found = found(rows, comparison)
        var said: Set<Said> = []
        // What is looked for in all sentences costs more than all else: only where something is to be looked for.
        let besides = LinkedUnits(base: base, other: other)
        let linked = besides.all(rows)
        let isLookedFor =
            !linked.isEmpty || found.contains { [.paragraph, .duty, .ban].contains($0.difference.reason) }
        let sentences = (
            Sentences(base, isLookedFor ? comparison.base : []), Sentences(other, isLookedFor ? comparison.other : [])
        )
        let answered = AnsweredSentences(base: sentences.0, other: sentences.1)
        let orders = OrderWords(base: sentences.0, other: sentences.1)
        let reach = (comparison.base + cited(comparison.base, base), comparison.other + cited(comparison.other, other))
        let alike = comparison.rows.filter { $0.state == .equal }
        let answering = (Set(alike.compactMap { $0.base?.eId }), Set(alike.compactMap { $0.other?.eId }))
        let partly = linked.compactMap { item in
            answered.open(item.told).flatMap { $0 == item.told ? besides.beside(item) : $0 }.map { (item.row, $0) }
        }
        let told = (found + partly).enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
            .map(\.element.difference).compactMap(answered.open)
            .filter { !elsewhere.answers($0) && said.insert(Said($0)).inserted }
            .flatMap { sayings.map { NearestSayings(sayings: $0, settled: answering) }?.told($0, reach) ?? [$0] }
        let quoted = LevelSummary(base, comparison.base, other, comparison.other).summed(told).compactMap(
            orders.quoted
        )
        guard let sayings else { return quoted.map(located) }
        let settled = quoted.map { SettledDemands(sayings: sayings).settled($0, reach) }
        let once = SaidOnce(base: base, other: other)
        let demands = Self.together(once.told(JoinedSayings(sayings: sayings).joined(settled)).map(located))
        let words = AddedWords(base: base, other: other, acts: self.said).differences(comparison, besides: demands)
        let shown = demands.filter { !SaidOnce.names($0, shownIn: demands + words) }
        let pointing = shown.map { NearestPointers(sayings: sayings).pointing($0, reach) }
        return SaidOnce.joined(pointing) + words.map(located)
    }

    /// The articles that some articles refer to: 有前条第四项行为的 says what stands there.
    private func cited(_ articles: [EId], _ side: Side) -> [EId] {
        guard sayings != nil else { return [] }
        let targets = articles.flatMap { side.reader.norms(at: $0) }.flatMap(\.references).compactMap { reference in
            if case .provision(let place) = reference.target { place.article } else { nil }
        }
        return Set(targets).subtracting(articles).sorted()
    }

    /// With the provisions that its words stand in: a row may face several.
    private func located(_ difference: NormDifference) -> NormDifference {
        NormDifference(
            kind: difference.kind, reason: difference.reason,
            baseProvision: base.place(of: difference.base, near: difference.baseProvision), base: difference.base,
            otherProvision: other.place(of: difference.other, near: difference.otherProvision),
            other: difference.other, isDoubtful: difference.isDoubtful, nearest: difference.nearest)
    }

    /// Values and words of duty that one paragraph or point has alone, as one difference: 十人以下的……不得超过三人 is one rule.
    private static func together(_ differences: [NormDifference]) -> [NormDifference] {
        var result: [NormDifference] = []
        for difference in differences {
            let place = result.firstIndex { $0.isJoined(with: difference) }
            guard let place else {
                result.append(difference)
                continue
            }
            result[place] = result[place].with((result[place].own.spans + difference.own.spans).sorted())
        }
        return result
    }

    private func found(_ rows: FacingUnits, _ comparison: ProvisionComparison) -> [QuantityComparison.Told] {
        var found: [QuantityComparison.Told] = []
        var values = QuantityComparison.Sides()
        for pair in rows.pairs { found += unit(pair, &values, rows.answered) }
        values.base += rows.baseOnly.flatMap { absentValues($0, base, rows.facing($0.unit, isBase: true)) }
        values.other += rows.otherOnly.flatMap { absentValues($0, other, rows.facing($0.unit, isBase: false)) }
        found += QuantityComparison(base: base, other: other).across(values, said?.values)
        return found + absent(rows, comparison)
    }

    /// What a reader sees of a difference.
    private struct Said: Hashable {
        let kind: DifferenceKind
        let reason: DifferenceReason
        let base: [ByteSpan]
        let other: [ByteSpan]

        init(_ difference: NormDifference) {
            kind = difference.kind
            reason = difference.reason
            base = difference.base
            other = difference.other
        }
    }

    // MARK: What stands on one side only

    private func absent(
        _ rows: FacingUnits, _ comparison: ProvisionComparison
    ) -> [(row: Int, difference: NormDifference)] {
        rows.baseOnly.filter { !isHeading($0.unit, base) }.map { alone in
            let unit = alone.unit
            let difference = NormDifference(
                kind: unit.isItem ? .itemRemoved : .paragraphRemoved,
                reason: unit.isItem ? .item : .paragraph,
                baseProvision: unit.eId, base: quoted(unit, rows.answered.base, base),
                otherProvision: rows.facing(unit, isBase: true) ?? comparison.other.first ?? unit.eId, other: [],
                isDoubtful: false)
            return (alone.row, difference)
        }
            + rows.otherOnly.filter { !isHeading($0.unit, other) }.map { alone in
                let unit = alone.unit
                let difference = NormDifference(
                    kind: unit.isItem ? .itemAdded : .paragraphAdded,
                    reason: unit.isItem ? .item : .paragraph,
                    baseProvision: rows.facing(unit, isBase: false) ?? comparison.base.first ?? unit.eId, base: [],
                    otherProvision: unit.eId, other: quoted(unit, rows.answered.other, other), isDoubtful: false)
                return (alone.row, difference)
            }
    }

    /// Letters of the longest heading without a number: 生态治理 between two articles demands nothing.
    private static let longestHeading = 20

    /// A paragraph of a few letters that ends without a mark.
    private func isHeading(_ unit: TextUnit, _ side: Side) -> Bool {
        guard side.regulation.language == .chinese, unit.level == .paragraph,
            side.regulation.provision(at: unit.eId)?.children.isEmpty ?? true
        else { return false }
        let scalars = side.regulation.source.flowedScalars(unit.text)
        return scalars.count <= Self.longestHeading
            && !(scalars.last.map { "。；：！？;:.".unicodeScalars.contains($0) } ?? true)
    }

    /// A provision as printed with all below it; without its list where points of that have their answers.
    private func quoted(_ unit: TextUnit, _ answered: Set<EId>, _ side: Side) -> [ByteSpan] {
        let hasAnswers = answered.contains { $0 != unit.eId && $0.isInside(unit.eId) }
        guard !hasAnswers, let whole = side.regulation.provision(at: unit.eId)?.span else { return unit.stretches }
        return [whole]
    }

    // MARK: Two units

    /// The differences of what answers each other in one row.
    private func unit(
        _ pair: FacingUnits.Pair, _ values: inout QuantityComparison.Sides,
        _ answered: (base: Set<EId>, other: Set<EId>)
    ) -> [QuantityComparison.Told] {
        guard let head = pair.base.first?.eId, let answer = pair.other.first?.eId else { return [] }
        var first = pair.base.flatMap { norms($0, base) }
        var second = pair.other.flatMap { norms($0, other) }
        guard !first.isEmpty, !second.isEmpty else { return [] }
        let fines = (first.contains(where: \.fines), second.contains(where: \.fines))
        if !fines.0, fines.1 { first += PointFines(base).handedDown(to: head) }
        if fines.0, !fines.1 { second += PointFines(other).handedDown(to: answer) }
        let unit = UnitComparison(
            pair: Pair(base: head, other: answer), base: base, other: other, first: first, second: second)
        let own = QuantityComparison.Sides(
            base: ValueReader(side: base, isAcross: unit.isAcross).items(
                first, of: head, facing: answer, row: pair.row),
            other: ValueReader(side: other, isAcross: unit.isAcross)
                .items(second, of: answer, facing: head, row: pair.row))
        let compared = QuantityComparison(base: base, other: other).compared(own)
        values.base += compared.rest.base
        values.other += compared.rest.other
        var result = compared.told.map(\.difference) + unit.all()
        if base.regulation.language != other.regulation.language {
            result += LostWords(unit: unit, renderings: renderings).all()
        }
        // A fine of the lead-in, where the other act fines point by point, is told of each point.
        let below = (PointFines(base).stand(below: head), PointFines(other).stand(below: answer))
        if below.1 { values.base.removeAll { $0.row == pair.row && $0.isPenalty } }
        if below.0 { values.other.removeAll { $0.row == pair.row && $0.isPenalty } }
        // Where it fines in a sentence, and the points answer none, the list stands beside the sentence.
        let listed = ListedFines(unit: unit).difference(answered)
        // A sentence quoted beside one that punishes may leave that to its points.
        let lacks = (!first.contains(where: \.fines), !second.contains(where: \.fines))
        return result.filter { difference in
            guard difference.kind == .penalty else { return true }
            let isSanction = difference.reason == .sanctions
            let isBelowBase = below.0 && (difference.base.isEmpty || isSanction && lacks.0)
            let isBelowOther = below.1 && (difference.other.isEmpty || isSanction && lacks.1)
            return !(isBelowBase || isBelowOther)
        }.map { (pair.row, $0) } + (listed.map { [(pair.row, $0)] } ?? [])
    }

    /// The values of a unit that stands on one side only, with those below it. Across languages they are told with it alone.
    private func absentValues(_ alone: FacingUnits.Alone, _ side: Side, _ facing: EId?) -> [ValueItem] {
        guard base.regulation.language == other.regulation.language else { return [] }
        return ValueReader(side: side, isAcross: false).items(
            side.reader.norms(at: alone.unit.eId), of: alone.unit.eId, facing: facing ?? alone.unit.eId, row: alone.row,
            isToldWithUnit: true)
    }

    /// The norms of the words of a unit, and of none below it.
    private func norms(_ unit: TextUnit, _ side: Side) -> [Norm] {
        ([unit.eId] + unit.merged).flatMap { eId in side.reader.norms(at: eId).filter { $0.provision == eId } }
            .filter { norm in unit.text.contains { $0.start <= norm.span.start && norm.span.start < $0.end } }
            .sorted { $0.span < $1.span }
    }
}
