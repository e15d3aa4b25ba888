import RegulationModel

/// Compares the values of provisions that answer each other, each with one of its kind: first within a row, then what is
/// left over in all rows, since one act says in one paragraph what the other says in two.
struct QuantityComparison {
    let base: NormComparison.Side
    let other: NormComparison.Side

    private var isAcross: Bool { base.regulation.language != other.regulation.language }

    /// Least share of what is said of two values, so that one stands for the other: below, they measure other things.
    /// With 0.2 and 0.25 the differences found on the pairs of the corpus are the same.
    private static let leastShare = 0.25
    /// The same where one of them stands in a paragraph or point that nothing answers: 放宽至高中 of veterans stands for no 高中以上
    /// of everybody.
    private static let leastShareOfAlone = 0.5
    /// The same for equal values, which need not be told where anything speaks for their being one: 自受理之日起三十日内办结 and
    /// 在接收之日起三十日内办理完毕.
    private static let leastShareOfSame = 0.15
    /// The same for the only two fines of a kind, of which little else can be meant.
    private static let leastShareOfOnly = 0.1

    /// A difference with the row it is told of.
    typealias Told = (row: Int, difference: NormDifference)

    /// Values with what is said of them.
    struct Sides {
        var base: [ValueItem] = []
        var other: [ValueItem] = []
    }

    /// The differences of the values of one row; values without counterpart are left over.
    func compared(_ sides: Sides) -> (told: [Told], rest: Sides) {
        var left = sides.other
        var open: [ValueItem] = []
        for item in sides.base {
            if let at = left.firstIndex(where: { Self.areAlike($0.quantity, item.quantity) }) {
                left.remove(at: at)
            } else {
                open.append(item)
            }
        }
        let pairs = paired(open, left, beside: sides)
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        return (
            pairs.map { changed(open[$0.base], left[$0.other], isBeside: true) },
            Sides(
                base: open.indices.filter { !taken.contains($0) }.map { open[$0] },
                other: left.indices.filter { !answered.contains($0) }.map { left[$0] })
        )
    }

    /// The differences of what was left over in all rows. Equal values of one matter are none; a value that the other act
    /// has elsewhere is not lost; those of units told as lost are not told again.
    ///
    /// - Parameter acts: all values of both acts; nil across languages.
    func across(_ sides: Sides, _ acts: Sides?) -> [Told] {
        guard !isAcross else { return missing(sides) }
        var sides = sides
        for item in sides.base {
            guard let at = sides.other.firstIndex(where: { Self.isSame(item, $0) }),
                let own = sides.base.firstIndex(where: { $0.quantity.span == item.quantity.span })
            else { continue }
            sides.other.remove(at: at)
            sides.base.remove(at: own)
        }
        let pairs = paired(sides.base, sides.other)
        let (taken, answered) = (Set(pairs.map(\.base)), Set(pairs.map(\.other)))
        let rest = Sides(
            base: sides.base.indices.filter { !taken.contains($0) }.map { sides.base[$0] }
                .filter { item in !(acts?.other.contains { Self.isSame(item, $0) } ?? false) },
            other: sides.other.indices.filter { !answered.contains($0) }.map { sides.other[$0] }
                .filter { item in !(acts?.base.contains { Self.isSame(item, $0) } ?? false) })
        // Equal values of one matter that stand in units of other shape are no difference.
        return pairs.filter { !Self.areAlike(sides.base[$0.base].quantity, sides.other[$0.other].quantity) }
            .map { changed(sides.base[$0.base], sides.other[$0.other], isBeside: false) } + missing(rest)
    }

    private func missing(_ sides: Sides) -> [Told] {
        sides.base.filter { !$0.isToldWithUnit && !isYearly($0, base) }.map { missing($0, isBase: true) }
            + sides.other.filter { !$0.isToldWithUnit && !isYearly($0, other) }.map { missing($0, isBase: false) }
    }

    /// 年度考核 names a thing; that it is done each year is told where the other side says how often.
    private func isYearly(_ item: ValueItem, _ side: NormComparison.Side) -> Bool {
        guard !isAcross, side.regulation.language == .chinese else { return false }
        return NormText(side.regulation.source, [item.quantity.span], language: .chinese).has("年度", at: 0)
    }

    /// The same value said of the same matter.
    private static func isSame(_ one: ValueItem, _ two: ValueItem) -> Bool {
        guard areAlike(one.quantity, two.quantity) else { return false }
        // “a penalty of suspension for two months” is what the other act calls a disciplinary action.
        let least = one.isPenalty == two.isPenalty ? leastShareOfSame : leastShare
        return share(one.matter, two.matter)
            >= (one.isToldWithUnit || two.isToldWithUnit ? leastShareOfAlone : least)
    }

    /// Which values stand for each other: those of which most alike is said first. Across languages words are no guide, and
    /// the order decides.
    ///
    /// - Parameter beside: all values of the row that they stand in; nil where they stand in several.
    private func paired(
        _ open: [ValueItem], _ left: [ValueItem], beside row: Sides? = nil
    ) -> [(base: Int, other: Int)] {
        var candidates: [ScoredPair] = []
        for (base, item) in open.enumerated() {
            for (other, answer) in left.enumerated() where !(item.isToldWithUnit && answer.isToldWithUnit) {
                let share = isAcross ? 1 : Self.share(item.matter, answer.matter)
                guard isAcross || !Self.areOfTwoOffences(item, answer, isBeside: row != nil) else { continue }
                // A fine in another measure (a multiple, an amount) is still the fine for the same act.
                let isFine = item.isPenalty && answer.isPenalty && !isAcross && share >= 2 * Self.leastShare
                let isOnly =
                    item.isPenalty && Self.areOfOneMatter(item, answer) && !isAcross
                    // A fine by the value of the goods is rare enough to be the same one, however its band is worded.
                    && (item.quantity.kind == .multiple || share >= Self.leastShareOfOnly)
                    && [open, left].allSatisfy { items in
                        items.count { $0.quantity.kind == item.quantity.kind && $0.isPenalty } == 1
                    }
                let isOfKind = Self.areOfOneMatter(item, answer)
                let isFramed = !isAcross && isOfKind && item.frame.isOneLimit(as: answer.frame)
                let isLone = isOfKind && row.map { Self.areLoneFines(item, answer, $0) } ?? false
                guard isOnly || isFramed || isLone || share >= Self.leastShare, isOfKind || isFine else { continue }
                // A multiple stands for a multiple, where there is one, before it stands for an amount.
                let score = share + (isOfKind ? 1 : 0)
                candidates.append(ScoredPair(score: isOnly || isLone ? 2 : score, base: base, other: other))
            }
        }
        return BestPairs.chosen(candidates)
    }

    /// Fines for the plain and for the graver case, or of paragraphs that do not stand beside each other and punish other
    /// things.
    private static func areOfTwoOffences(_ one: ValueItem, _ two: ValueItem, isBeside: Bool) -> Bool {
        guard one.isPenalty, two.isPenalty else { return false }
        if one.offence.isGrave != two.offence.isGrave { return true }
        guard !isBeside, let share = Offence.alike(one.offence.matter, two.offence.matter) else { return false }
        return share < Offence.leastApart
    }

    /// The only fines of two paragraphs that stand beside each other, whatever words they stand in.
    private static func areLoneFines(_ one: ValueItem, _ two: ValueItem, _ row: Sides) -> Bool {
        guard one.isPenalty, two.isPenalty else { return false }
        return [row.base, row.other].allSatisfy { items in
            items.count { $0.quantity.kind == one.quantity.kind && $0.isPenalty } == 1
        }
    }

    private static func share(_ one: Set<UInt64>?, _ two: Set<UInt64>?) -> Double {
        guard let one, let two else { return leastShareOfOnly }
        return NeighbourLetters.alike(one, two)
    }

    /// Values of one kind that may stand for each other: both amounts of penalties or neither, and not a floor for a
    /// ceiling (满三个月, 十日内).
    private static func areOfOneMatter(_ a: ValueItem, _ b: ValueItem) -> Bool {
        let (x, y) = (a.quantity.bound, b.quantity.bound)
        return kind(a.quantity) == kind(b.quantity) && a.isPenalty == b.isPenalty
            && !(x.isFloor && y.isCeiling) && !(x.isCeiling && y.isFloor)
    }

    /// 百分之五十 and 二分之一 are shares both.
    private static func kind(_ quantity: Quantity) -> QuantityKind {
        quantity.kind == .percentage ? .fraction : quantity.kind
    }

    private func kind(_ item: ValueItem) -> DifferenceKind {
        switch item.quantity.kind {
        case .date: .date
        case .age, .education, .money, .multiple, .fraction, .percentage, .period, .area, .length, .weight, .volume,
            .points,
            .level, .times,
            .people, .count, .comparison:
            item.isPenalty ? .penalty : .threshold
        }
    }

    private func missing(_ item: ValueItem, isBase: Bool) -> Told {
        let spans = [item.quantity.span]
        // A count of things is often wording (“a”, 一个); across languages its loss says nothing.
        let isSlight = isAcross && [.count, .people, .times].contains(item.quantity.kind)
        // “a fine of 1000 yuan” of a machine may have lost its 以下: fines are ceilings as a rule (行政处罚法 art. 9).
        let side = isBase ? base : other
        var reason = DifferenceReason.valueMissing
        var isDoubtful = isSlight || item.quantity.value == .unknown
        if item.isPenalty, side.isMachine, isAcross, item.quantity.bound == .exactly, case .number = item.quantity.value
        {
            (reason, isDoubtful) = (.boundMissing, true)
        }
        let difference = NormDifference(
            kind: kind(item), reason: reason, baseProvision: isBase ? item.place : item.facing,
            base: isBase ? spans : [], otherProvision: isBase ? item.facing : item.place, other: isBase ? [] : spans,
            isDoubtful: isDoubtful)
        return (item.row, difference)
    }

    private func changed(_ a: ValueItem, _ b: ValueItem, isBeside: Bool) -> Told {
        let isBoundLost =
            Self.isBoundLost(a.quantity, b.quantity) || Self.isBoundLost(b.quantity, a.quantity)
        let isUnreadable = a.quantity.value == .unknown || b.quantity.value == .unknown
        let difference = NormDifference(
            kind: kind(a), reason: isBoundLost ? .boundMissing : .value, baseProvision: a.place,
            base: [a.quantity.span],
            otherProvision: b.place, other: [b.quantity.span],
            isDoubtful: isBoundLost || isUnreadable || !isAcross && !Self.isSure(a, b, isBeside: isBeside))
        return (a.row, difference)
    }

    /// Whether what is said of two values, or what they punish, tells that the one stands for the other.
    private static func isSure(_ a: ValueItem, _ b: ValueItem, isBeside: Bool) -> Bool {
        let share = share(a.matter, b.matter)
        guard a.isPenalty, b.isPenalty else { return share >= leastShare }
        let offence = Offence.alike(a.offence.matter, b.offence.matter)
        guard isBeside else { return offence.map { $0 >= Offence.leastApart } ?? (share >= leastShareOfAlone) }
        return share >= leastShareOfOnly || offence.map { $0 >= Offence.leastBeside } ?? false
    }

    /// A machine's “aged 18” beside 年满十八周岁: the same number, and the bound is gone.
    private static func isBoundLost(_ a: Quantity, _ b: Quantity) -> Bool {
        a.bound == .exactly && b.bound != .exactly && a.value == b.value
    }

    /// Same value. Across languages “more than” stands for 以上 in translations, so that inclusion is no difference.
    static func areAlike(_ a: Quantity, _ b: Quantity) -> Bool {
        let (x, y) = (common(a), common(b))
        guard kind(a) == kind(b), x.value == y.value else { return false }
        let sameUnit = x.unit == y.unit || a.kind == .money && [x.unit, y.unit].contains("dollar")
        return sameUnit
            && (a.bound == b.bound || a.bound.isFloor && b.bound.isFloor || a.bound.isCeiling && b.bound.isCeiling)
    }

    /// 十二个月 is a year, 百分之五十 is 二分之一.
    private static func common(_ quantity: Quantity) -> (value: NormValue, unit: String) {
        guard case .number(let number) = quantity.value else { return (quantity.value, quantity.unit) }
        if quantity.kind == .percentage, let share = Ratio(number.numerator, number.denominator * 100) {
            return (.number(share), "")
        }
        guard quantity.unit == "month", number.denominator == 1, number.numerator % 12 == 0, number.numerator > 0 else {
            return (quantity.value, quantity.unit)
        }
        return (.number(Ratio(number.numerator / 12)), "year")
    }
}
