import RegulationModel

/// Compares the quantities of two provisions, each with one of its kind.
struct QuantityComparison {
    let unit: UnitComparison

    private struct Item {
        let quantity: Quantity
        let isPenalty: Bool
        /// What is said of the value: neighbouring letters of its part of the sentence, without the value; nil where the
        /// lead-in says it of all points.
        let matter: Set<UInt64>?
    }

    /// Least share of what is said of two values, so that one stands for the other: below, they measure other things.
    /// With 0.2 and 0.25 the differences found on the pairs of the corpus are the same.
    private static let leastShare = 0.25
    /// The same for the only two fines of a kind, of which little else can be meant.
    private static let leastShareOfOnly = 0.1

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
        let pairs = paired(open, left)
        let answers = Dictionary(uniqueKeysWithValues: pairs.map { ($0.base, $0.other) })
        let answered = Set(pairs.map(\.other))
        return open.indices.map { index in
            answers[index].map { changed(open[index], left[$0]) } ?? missing(open[index], isBase: true)
        } + left.indices.filter { !answered.contains($0) }.map { missing(left[$0], isBase: false) }
    }

    /// Which values stand for each other: those of which most alike is said first. Across languages words are no guide, and
    /// the order decides.
    private func paired(_ open: [Item], _ left: [Item]) -> [(base: Int, other: Int)] {
        var candidates: [(share: Double, base: Int, other: Int)] = []
        for (base, item) in open.enumerated() {
            for (other, answer) in left.enumerated() {
                let share = unit.isAcross ? 1 : Self.share(item.matter, answer.matter)
                // A fine in another measure (a multiple, an amount) is still the fine for the same act.
                let isFine = item.isPenalty && answer.isPenalty && !unit.isAcross && share >= 2 * Self.leastShare
                let isOnly =
                    item.isPenalty && Self.areOfOneMatter(item, answer) && !unit.isAcross
                    && share >= Self.leastShareOfOnly
                    && [open, left].allSatisfy { items in
                        items.count { $0.quantity.kind == item.quantity.kind && $0.isPenalty } == 1
                    }
                guard isOnly || share >= Self.leastShare, Self.areOfOneMatter(item, answer) || isFine else { continue }
                candidates.append((isOnly ? 1 : share, base, other))
            }
        }
        candidates.sort { one, two in
            one.share != two.share
                ? one.share > two.share : (one.base + one.other, one.base) < (two.base + two.other, two.base)
        }
        var pairs: [(base: Int, other: Int)] = []
        for candidate in candidates
        where !pairs.contains(where: { $0.base == candidate.base || $0.other == candidate.other }) {
            pairs.append((candidate.base, candidate.other))
        }
        return pairs.sorted { $0.base < $1.base }
    }

    private static func share(_ one: Set<UInt64>?, _ two: Set<UInt64>?) -> Double {
        guard let one, let two else { return leastShareOfOnly }
        guard !one.isEmpty, !two.isEmpty else { return one.isEmpty == two.isEmpty ? 1 : 0 }
        return Double(2 * one.intersection(two).count) / Double(one.count + two.count)
    }

    private func items(_ norms: [Norm], _ side: NormComparison.Side) -> [Item] {
        norms.flatMap { norm in
            norm.quantities.map { quantity in
                let isSanction = norm.modality == .sanction || norm.sanctions.contains { $0.kind == .fine }
                let isPenalty =
                    isSanction
                    && (![.money, .multiple, .fraction, .percentage].contains(quantity.kind)
                        || FineClause.holds(quantity, of: norm, in: side.regulation))
                let matter = unit.isAcross ? [] : matter(of: quantity, norm, side)
                return Item(quantity: quantity, isPenalty: isPenalty, matter: matter)
            }
        }
    }

    /// The part of the sentence between semicolons that a value stands in.
    private func matter(of quantity: Quantity, _ norm: Norm, _ side: NormComparison.Side) -> Set<UInt64>? {
        let isHandedDown = [unit.pair.base, unit.pair.other].contains {
            $0 != norm.provision && $0.isInside(norm.provision)
        }
        if isHandedDown { return nil }
        let text = unit.text(norm.span, side)
        let inside = text.starts.indices.filter {
            quantity.span.start <= text.starts[$0] && text.starts[$0] < quantity.span.end
        }
        guard let first = inside.first, let last = inside.last else { return [] }
        func isBorder(_ index: Int) -> Bool { [0xFF1B, 0x3B, 0x3002].contains(text.scalars[index]) }
        let start = (0..<first).last(where: isBorder).map { $0 + 1 } ?? 0
        let end = ((last + 1)..<text.count).first(where: isBorder) ?? text.count
        var neighbours: Set<UInt64> = []
        for part in [start..<first, (last + 1)..<end] {
            let letters = part.filter { Unicode.Scalar(text.scalars[$0])?.isWordCharacter ?? false }.map {
                text.scalars[$0]
            }
            neighbours.formUnion(NeighbourLetters.pairs(letters))
        }
        return neighbours
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
