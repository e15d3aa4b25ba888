import RegulationModel

/// Compares the quantities of two provisions, each with one of its kind.
struct QuantityComparison {
    let unit: UnitComparison

    private struct Item {
        let quantity: Quantity
        let isPenalty: Bool
    }

    func all() -> [NormDifference] {
        var left = items(unit.second, unit.other)
        var open: [Item] = []
        for item in items(unit.first, unit.base) {
            if let at = left.firstIndex(where: { Self.areAlike($0.quantity, item.quantity) }) {
                left.remove(at: at)
            } else {
                open.append(item)
            }
        }
        var result: [NormDifference] = []
        for item in open {
            guard let at = left.firstIndex(where: { Self.areOfOneMatter($0, item) }) else {
                result.append(missing(item, isBase: true))
                continue
            }
            result.append(changed(item, left.remove(at: at)))
        }
        return result + left.map { missing($0, isBase: false) }
    }

    private func items(_ norms: [Norm], _ side: NormComparison.Side) -> [Item] {
        norms.flatMap { norm in
            norm.quantities.map { quantity in
                let isPenalty =
                    norm.modality == .sanction
                    && (![.money, .multiple, .fraction, .percentage].contains(quantity.kind)
                        || FineClause.holds(quantity, of: norm, in: side.regulation))
                return Item(quantity: quantity, isPenalty: isPenalty)
            }
        }
    }

    /// Values of one kind that may stand for each other: both amounts of penalties or neither, and not a floor for a
    /// ceiling (满三个月, 十日内).
    private static func areOfOneMatter(_ a: Item, _ b: Item) -> Bool {
        let (x, y) = (a.quantity.bound, b.quantity.bound)
        return a.quantity.kind == b.quantity.kind && a.isPenalty == b.isPenalty
            && !(x.isFloor && y.isCeiling) && !(x.isCeiling && y.isFloor)
    }

    private func kind(_ item: Item) -> DifferenceKind {
        switch item.quantity.kind {
        case .date: .date
        case .age, .education, .money, .multiple, .fraction, .percentage, .period, .area, .length, .weight, .points,
            .level, .times,
            .people, .count, .comparison:
            item.isPenalty ? .penalty : .threshold
        }
    }

    private func missing(_ item: Item, isBase: Bool) -> NormDifference {
        let spans = [item.quantity.span]
        // A count of things is often wording (“a”, 一个); across languages its loss says nothing.
        let isSlight = unit.isAcross && [.count, .people, .times].contains(item.quantity.kind)
        // “a fine of 1000 yuan” of a machine may have lost its 以下: fines are ceilings as a rule (行政处罚法 art. 9).
        let side = isBase ? unit.base : unit.other
        if item.isPenalty, side.isMachine, unit.isAcross, item.quantity.bound == .exactly,
            case .number = item.quantity.value
        {
            return unit.difference(kind(item), .boundMissing, isBase ? spans : [], isBase ? [] : spans, doubtful: true)
        }
        return unit.difference(
            kind(item), .valueMissing, isBase ? spans : [], isBase ? [] : spans,
            doubtful: isSlight || item.quantity.value == .unknown)
    }

    private func changed(_ a: Item, _ b: Item) -> NormDifference {
        let isBoundLost =
            Self.isBoundLost(a.quantity, b.quantity) || Self.isBoundLost(b.quantity, a.quantity)
        let isUnreadable = a.quantity.value == .unknown || b.quantity.value == .unknown
        return unit.difference(
            kind(a), isBoundLost ? .boundMissing : .value, [a.quantity.span], [b.quantity.span],
            doubtful: isBoundLost && unit.isAcross || isUnreadable)
    }

    /// A machine's “aged 18” beside 年满十八周岁: the same number, and the bound is gone.
    private static func isBoundLost(_ a: Quantity, _ b: Quantity) -> Bool {
        a.bound == .exactly && b.bound != .exactly && a.value == b.value
    }

    /// Same value. Across languages “more than” stands for 以上 in translations, so that inclusion is no difference.
    static func areAlike(_ a: Quantity, _ b: Quantity) -> Bool {
        let (x, y) = (yearly(a), yearly(b))
        guard a.kind == b.kind, x.value == y.value else { return false }
        let sameUnit = x.unit == y.unit || a.kind == .money && [x.unit, y.unit].contains("dollar")
        return sameUnit
            && (a.bound == b.bound || a.bound.isFloor && b.bound.isFloor || a.bound.isCeiling && b.bound.isCeiling)
    }

    /// 十二个月 is a year.
    private static func yearly(_ quantity: Quantity) -> (value: NormValue, unit: String) {
        guard quantity.unit == "month", case .number(let months) = quantity.value, months.denominator == 1,
            months.numerator % 12 == 0, months.numerator > 0
        else { return (quantity.value, quantity.unit) }
        return (.number(Ratio(months.numerator / 12)), "year")
    }
}
