import RegulationModel

/// A value of a provision, with what is said of it.
struct ValueItem {
    let quantity: Quantity
    let isPenalty: Bool
    /// What is said of the value: neighbouring letters of its part of the sentence, without the value; nil where the
    /// lead-in says it of all points.
    let matter: Set<UInt64>?
    /// What a fine is for; nothing for other values.
    let offence: Offence
    /// The words directly around it in its clause.
    let frame: ValueFrame
    /// The unit it is told of, and what faces that.
    let place: EId
    let facing: EId
    /// The row it is told of.
    let row: Int
    /// True where the whole unit is told as standing on one side only.
    let isToldWithUnit: Bool
}

/// Reads the values of norms of one side.
struct ValueReader {
    let side: NormComparison.Side
    /// True where words of the other side are in another language and no guide.
    let isAcross: Bool

    /// The values of norms, as values of a unit.
    ///
    /// - Parameter isPaired: false where they are only looked for, and what they are for and what stands around them is not
    ///   read.
    func items(
        _ norms: [Norm], of place: EId, facing: EId, row: Int, isToldWithUnit: Bool = false, isPaired: Bool = true
    ) -> [ValueItem] {
        norms.flatMap { norm -> [ValueItem] in
            let isHandedDown = place != norm.provision && place.isInside(norm.provision)
            return quantities(norm).map { quantity in
                let isPenalty = isPenalty(quantity, norm)
                let isChinese = isPaired && !isAcross && side.regulation.language == .chinese
                return ValueItem(
                    quantity: quantity, isPenalty: isPenalty,
                    matter: isAcross ? [] : isHandedDown ? nil : matter(of: quantity, norm),
                    offence: isChinese && isPenalty ? Offence(of: quantity, norm, side) : .none,
                    frame: isChinese && !isPenalty ? ValueFrame(of: quantity, norm, side) : .none,
                    place: place, facing: facing, row: row, isToldWithUnit: isToldWithUnit)
            }
        }
    }

    /// The quantities of a norm; 每三年至少一次 is one value, and none of three years and of one time.
    private func quantities(_ norm: Norm) -> [Quantity] {
        let often = norm.particulars.filter { $0.kind == .frequency && $0.value != Self.regular }
        let own = norm.quantities.filter { quantity in
            // 献血一次, 组织一次: wording.
            !(quantity.kind == .times && quantity.bound == .exactly && quantity.value == .number(Ratio(1)) && !isAcross)
                && !often.contains { $0.span.start < quantity.span.end && quantity.span.start < $0.span.end }
        }
        let frequencies =
            isAcross
            ? []
            : often.map { item in
                Quantity(kind: .times, unit: "", bound: .exactly, value: .name(item.value ?? ""), span: item.span)
            }
        guard !isAcross else { return norm.quantities }
        // When an act that is repealed was adopted and took effect is no rule.
        let isPast = { (quantity: Quantity) in
            guard quantity.kind == .date, let repeal = norm.repeal else { return false }
            return repeal.contains(quantity.span) || !takesEffect(quantity, norm)
        }
        return (own.filter { !isPast($0) } + frequencies).sorted { $0.span < $1.span }
    }

    /// True where the clause of a date says that something takes effect.
    private func takesEffect(_ quantity: Quantity, _ norm: Norm) -> Bool {
        let text = NormText(around: quantity.span, in: norm.span, of: side.regulation)
        guard let place = text.starts.firstIndex(where: { $0 >= quantity.span.start }) else { return true }
        let clause = text.clause(around: place)
        return ["施行", "生效", "实施", "起执行", "effect", "force", "effective"].contains { (word: Phrase) in
            text.contains(word, in: clause)
        }
    }

    /// 定期 gives no number.
    private static let regular = "regular"

    private func isPenalty(_ quantity: Quantity, _ norm: Norm) -> Bool {
        guard norm.modality == .sanction || norm.sanctions.contains(where: { $0.kind == .fine }) else { return false }
        return ![.money, .multiple, .fraction, .percentage].contains(quantity.kind)
            || FineClause.holds(quantity, of: norm, in: side.regulation)
    }

    /// The part of the sentence between semicolons that a value stands in.
    private func matter(of quantity: Quantity, _ norm: Norm) -> Set<UInt64> {
        let text = NormText(around: quantity.span, in: norm.span, of: side.regulation)
        let inside = text.starts.indices.filter {
            quantity.span.start <= text.starts[$0] && text.starts[$0] < quantity.span.end
        }
        guard let first = inside.first, let last = inside.last else { return [] }
        func isBorder(_ index: Int) -> Bool { [0xFF1B, 0x3B, 0x3002].contains(text.scalars[index]) }
        let start = (0..<first).last(where: isBorder).map { $0 + 1 } ?? 0
        let end = ((last + 1)..<text.count).first(where: isBorder) ?? text.count
        let pieces = [start..<first, (last + 1)..<end].filter { !$0.isEmpty }.map { text.span($0) }
        return NeighbourLetters.matter(pieces, side.regulation)
    }
}
