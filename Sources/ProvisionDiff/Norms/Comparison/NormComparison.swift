import RegulationModel

/// Compares what two linked provisions demand, in one language or across the two.
///
/// It speaks of the same rows that a reader sees side by side; of wording only where one side has words of weight more, or
/// others in their place. What is probably the
/// translator's is marked doubtful; it never stands among the certain differences. Exchanging base and other mirrors
/// the result, apart from the order of what one side alone has.
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
        let linked = linked(rows)
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
            answered.open(item.told).flatMap { $0 == item.told ? beside(item) : $0 }.map { (item.row, $0) }
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
        let demands = Self.together(saidOnce(JoinedSayings(sayings: sayings).joined(settled)).map(located))
        let words = AddedWords(base: base, other: other, acts: self.said).differences(comparison, besides: demands)
        let shown = demands.filter { !isNamedInAnother($0, of: demands + words) }
        let pointing = shown.map { NearestPointers(sayings: sayings).pointing($0, reach) }
        return Self.facing(pointing) + words.map(located)
    }

    /// The articles that some articles refer to: 有前条第四项行为的 says what stands there.
    private func cited(_ articles: [EId], _ side: Side) -> [EId] {
        guard sayings != nil else { return [] }
        let targets = articles.flatMap { side.reader.norms(at: $0) }.flatMap(\.references).compactMap { reference in
            if case .provision(let place) = reference.target { place.article } else { nil }
        }
        return Set(targets).subtracting(articles).sorted()
    }

    /// A paragraph or point of each side that is nearest to the other: one line in place of two, and for the reader to compare.
    private static func facing(_ differences: [NormDifference]) -> [NormDifference] {
        var result = differences.map(Optional.some)
        for (index, one) in differences.enumerated() where isOfUnit(one) && one.isInBase {
            let place = differences.indices.first { place in
                let two = differences[place]
                return result[place] != nil && isOfUnit(two) && !two.isInBase
                    && one.nearest?.provision == two.otherProvision && two.nearest?.provision == one.baseProvision
            }
            guard let place else { continue }
            let two = differences[place]
            result[index] = NormDifference(
                kind: .other, reason: .saidOtherwise, baseProvision: one.baseProvision, base: one.base,
                otherProvision: two.otherProvision, other: two.other, isDoubtful: true)
            result[place] = nil
        }
        return result.compactMap(\.self)
    }

    /// Whether bodies that one side names stand in what is told besides, so that a reader sees them there with what they do.
    private func isNamedInAnother(_ difference: NormDifference, of all: [NormDifference]) -> Bool {
        guard difference.reason == .namedOnOneSide, difference.isDoubtful else { return false }
        let others = all.filter { $0.reason != .namedOnOneSide }
        func isShown(_ span: ByteSpan, _ side: KeyPath<NormDifference, [ByteSpan]>) -> Bool {
            others.contains { told in told[keyPath: side].contains { $0.contains(span) } }
        }
        return difference.base.allSatisfy { isShown($0, \.base) }
            && difference.other.allSatisfy { isShown($0, \.other) }
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

    /// Without what another difference quotes already: the amount of a fine that is told as a sanction more, a ban within
    /// the clause of another one.
    private func saidOnce(_ differences: [NormDifference]) -> [NormDifference] {
        let quoting: Set<DifferenceReason> = [
            .sanctions, .duty, .ban, .repeal, .paragraph, .item, .saidOtherwise, .ruledOtherwise,
        ]
        func isHeld(_ spans: [ByteSpan], _ holder: [ByteSpan]) -> Bool {
            spans.allSatisfy { span in holder.contains { $0.contains(span) && $0 != span } }
        }
        func isWithin(_ spans: [ByteSpan], _ holder: [ByteSpan]) -> Bool {
            spans.allSatisfy { span in holder.contains { $0.contains(span) } }
        }
        // 甲 → 乙 as what the base lost and as what the other side added, with the mark of a point or without.
        var beside: [NormDifference] = []
        let once = differences.filter { difference in
            guard difference.reason == .saidOtherwise else { return true }
            let isTold = beside.contains { told in
                (isWithin(difference.base, told.base) || isWithin(told.base, difference.base))
                    && (isWithin(difference.other, told.other) || isWithin(told.other, difference.other))
            }
            beside.append(difference)
            return !isTold
        }.compactMap { Self.isOfUnit($0) ? open($0, beside) : $0 }
        return once.filter { difference in
            // 处一千元以下罚款 → 处警告或者五百元以下罚款 tells the amounts too.
            if difference.kind == .penalty, difference.reason == .value {
                return !differences.contains { holder in
                    holder.reason == .sanctions && !holder.isDoubtful && isHeld(difference.base, holder.base)
                        && isHeld(difference.other, holder.other)
                }
            }
            // 并处 beside 可以并处 stands in what is told of the sanctions.
            if difference.reason == .duty, !difference.isOneSided {
                return !differences.contains { holder in
                    holder.reason == .sanctions && !holder.isDoubtful && isHeld(difference.base, holder.base)
                        && isHeld(difference.other, holder.other)
                }
            }
            // An order in what is shown beside something of the other side, or told as lost as a whole, is told with it.
            if [.duty, .ban].contains(difference.reason), difference.isOneSided {
                let isTold = differences.contains { holder in
                    let shows = [.saidOtherwise, .ruledOtherwise].contains(holder.reason)
                    let loses = Self.isOfUnit(holder) && holder.isInBase == difference.isInBase
                    let (own, words) = (difference.own.spans, difference.isInBase ? holder.base : holder.other)
                    return (loses || shows && Self.covered(words, by: own) >= Self.mostOfShown)
                        && Self.covered(own, by: words) >= Self.mostCovered
                }
                if isTold { return false }
            }
            guard [.valueMissing, .duty, .ban].contains(difference.reason), difference.isOneSided else { return true }
            let isInBase = !difference.base.isEmpty
            return !differences.contains { holder in
                let isOfKind = difference.reason == .valueMissing || holder.reason == difference.reason
                return isOfKind && quoting.contains(holder.reason) && holder.isLost(fromBase: isInBase)
                    && (!holder.isDoubtful || holder.reason == .saidOtherwise)
                    && isHeld(isInBase ? difference.base : difference.other, isInBase ? holder.base : holder.other)
            }
        }
    }

    /// A paragraph or point that one side is told to have alone.
    private static func isOfUnit(_ difference: NormDifference) -> Bool {
        [.item, .paragraph].contains(difference.reason) && difference.isOneSided && !difference.isDoubtful
    }

    private static let mostCovered = 0.6
    /// Share of what is shown beside something of the other side that an order makes up, so that it is told with it.
    private static let mostOfShown = 0.4
    /// Share of a paragraph or point from which on what is shown beside the other side is cut out of it.
    private static let leastCovered = 0.2
    /// Bytes of three characters: what is less is a mark or a joint.
    private static let fewestBytes = 9
    private static let marks = ["，", "；", "。"].map { Array($0.utf8) }

    /// A paragraph or point without what stands beside something near it on the other side; nil where that is most of it.
    private func open(_ difference: NormDifference, _ beside: [NormDifference]) -> NormDifference? {
        let shown = beside.flatMap { difference.isInBase ? $0.base : $0.other }
        let own = difference.own.spans
        let share = Self.covered(own, by: shown)
        guard share >= Self.leastCovered else { return difference }
        let bytes = (difference.isInBase ? base : other).regulation.source.bytes
        let left = own.flatMap { span in
            shown.filter { $0.start < span.end && span.start < $0.end }.sorted().reduce([span]) { rest, cut in
                rest.flatMap { piece -> [ByteSpan] in
                    guard cut.start < piece.end, piece.start < cut.end else { return [piece] }
                    return [
                        ByteSpan(piece.start, max(piece.start, cut.start)),
                        ByteSpan(min(piece.end, cut.end), piece.end),
                    ]
                }
            }
        }.map { piece in
            let isMark = Self.marks.contains { bytes[piece.range].starts(with: $0) }
            return isMark ? ByteSpan(piece.start + 3, piece.end) : piece
        }.filter { $0.length >= Self.fewestBytes }
        return share >= Self.mostCovered || left.isEmpty ? nil : difference.with(left)
    }

    /// Share of some words that others hold.
    private static func covered(_ spans: [ByteSpan], by others: [ByteSpan]) -> Double {
        let held = spans.reduce(0) { sum, span in
            sum + others.reduce(0) { $0 + max(0, min(span.end, $1.end) - max(span.start, $1.start)) }
        }
        return Double(held) / Double(max(1, spans.reduce(0) { $0 + $1.length }))
    }

    private func found(_ rows: FacingUnits, _ comparison: ProvisionComparison) -> [QuantityComparison.Told] {
        var found: [QuantityComparison.Told] = []
        var values = QuantityComparison.Sides()
        for pair in rows.pairs { found += unit(pair, &values) }
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
                kind: Self.isItem(unit) ? .itemRemoved : .paragraphRemoved,
                reason: Self.isItem(unit) ? .item : .paragraph,
                baseProvision: unit.eId, base: quoted(unit, rows.answered.base, base),
                otherProvision: rows.facing(unit, isBase: true) ?? comparison.other.first ?? unit.eId, other: [],
                isDoubtful: false)
            return (alone.row, difference)
        }
            + rows.otherOnly.filter { !isHeading($0.unit, other) }.map { alone in
                let unit = alone.unit
                let difference = NormDifference(
                    kind: Self.isItem(unit) ? .itemAdded : .paragraphAdded,
                    reason: Self.isItem(unit) ? .item : .paragraph,
                    baseProvision: rows.facing(unit, isBase: false) ?? comparison.base.first ?? unit.eId, base: [],
                    otherProvision: unit.eId, other: quoted(unit, rows.answered.other, other), isDoubtful: false)
                return (alone.row, difference)
            }
    }

    /// A paragraph or point that is linked to a unit which answers another one first.
    private struct Linked {
        let row: Int
        /// As if nothing answered it.
        let told: NormDifference
        /// What it is linked to.
        let facing: TextUnit
    }

    /// Such paragraphs, within one language: what some of their sentences say may stand nowhere.
    private func linked(_ rows: FacingUnits) -> [Linked] {
        guard base.regulation.language == other.regulation.language else { return [] }
        return rows.pairs.flatMap { pair -> [Linked] in
            guard let head = pair.base.first, let answer = pair.other.first else { return [] }
            func told(_ unit: TextUnit, isBase: Bool) -> Linked {
                let isItem = Self.isItem(unit)
                let difference = NormDifference(
                    kind: isItem
                        ? isBase ? .itemRemoved : .itemAdded : isBase ? .paragraphRemoved : .paragraphAdded,
                    reason: isItem ? .item : .paragraph, baseProvision: isBase ? unit.eId : head.eId,
                    base: isBase ? unit.text : [],
                    otherProvision: isBase ? answer.eId : unit.eId, other: isBase ? [] : unit.text, isDoubtful: false)
                return Linked(row: pair.row, told: difference, facing: isBase ? answer : head)
            }
            func besides(_ units: [TextUnit]) -> [TextUnit] {
                units.dropFirst().filter { $0.level >= .paragraph && $0.part == .text }
            }
            // A paragraph that the words before a list answer says what some point may say, or none.
            let opens = (opensList(head, base), opensList(answer, other))
            let beside =
                !opens.0 && opens.1 && isApart(head, base, answer, other)
                ? [told(head, isBase: true)]
                : opens.0 && !opens.1 && isApart(answer, other, head, base) ? [told(answer, isBase: false)] : []
            return beside + besides(pair.base).map { told($0, isBase: true) }
                + besides(pair.other).map { told($0, isBase: false) }
        }
    }

    private func opensList(_ unit: TextUnit, _ side: Side) -> Bool {
        side.regulation.provision(at: unit.eId)?.children.contains { $0.level >= .point } ?? false
    }

    /// Share of a paragraph that stands in a list, so that the two say the same in another shape.
    private static let listed = 0.35

    /// Whether a list with the words before it says little of a paragraph.
    private func isApart(_ unit: TextUnit, _ own: Side, _ list: TextUnit, _ facing: Side) -> Bool {
        guard own.regulation.language == .chinese, unit.level == .paragraph, unit.part == .text,
            let whole = facing.regulation.provision(at: list.eId)
        else { return false }
        func pairs(_ spans: [ByteSpan], _ side: Side) -> Set<UInt64> {
            spans.reduce(into: []) { $0.formUnion(Sentences.pairs($1, side)) }
        }
        return NeighbourLetters.held(pairs(unit.text, own), in: pairs(whole.allText, facing)) < Self.listed
    }

    /// Share of a linked paragraph that stands in what it is linked to, so that it is only a part of that.
    private static let part = 0.6

    /// A linked paragraph of which no sentence is answered, beside what it is linked to, as doubtful; nil where it is a part
    /// of that.
    private func beside(_ linked: Linked) -> NormDifference? {
        let difference = linked.told
        let (own, facing) = difference.isInBase ? (base, other) : (other, base)
        func pairs(_ spans: [ByteSpan], _ side: Side) -> Set<UInt64> {
            spans.reduce(into: []) { $0.formUnion(Sentences.pairs($1, side)) }
        }
        let spans = difference.own.spans
        // 其他情形 at the end of a list is like any other such.
        if difference.reason == .item,
            own.reader.norms(at: difference.own.provision).first.map({ Sayings.leavesOpen($0, own) }) ?? false
        {
            return nil
        }
        // The words before a list answer nothing; what one of its points says is looked for as anything else.
        if opensList(linked.facing, facing) { return difference }
        guard own.regulation.language == .chinese, !spans.isEmpty,
            NeighbourLetters.held(pairs(spans, own), in: pairs(linked.facing.text, facing)) < Self.part
        else { return nil }
        let text = linked.facing.text
        return NormDifference(
            kind: .other, reason: .saidOtherwise, baseProvision: difference.baseProvision,
            base: difference.isInBase ? spans : text, otherProvision: difference.otherProvision,
            other: difference.isInBase ? text : spans, isDoubtful: true)
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

    private static func isItem(_ unit: TextUnit) -> Bool { unit.level >= .point }

    /// A provision as printed with all below it; without its list where points of that have their answers.
    private func quoted(_ unit: TextUnit, _ answered: Set<EId>, _ side: Side) -> [ByteSpan] {
        let hasAnswers = answered.contains { $0 != unit.eId && $0.isInside(unit.eId) }
        guard !hasAnswers, let whole = side.regulation.provision(at: unit.eId)?.span else { return unit.text }
        return [whole]
    }

    // MARK: Two units

    /// The differences of what answers each other in one row.
    private func unit(
        _ pair: FacingUnits.Pair, _ values: inout QuantityComparison.Sides
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
        // A sentence quoted beside one that punishes may leave that to its points.
        let lacks = (!first.contains(where: \.fines), !second.contains(where: \.fines))
        return result.filter { difference in
            guard difference.kind == .penalty else { return true }
            let isSanction = difference.reason == .sanctions
            let isBelowBase = below.0 && (difference.base.isEmpty || isSanction && lacks.0)
            let isBelowOther = below.1 && (difference.other.isEmpty || isSanction && lacks.1)
            return !(isBelowBase || isBelowOther)
        }.map { (pair.row, $0) }
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
