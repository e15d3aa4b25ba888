import RegulationModel

/// Differences without what another one tells already, and without claims that another one contradicts.
struct SaidOnce {
    let base: NormComparison.Side
    let other: NormComparison.Side

    /// Without what another difference quotes already: the amount of a fine that is told as a sanction more, a ban within
    /// the clause of another one.
    func told(_ differences: [NormDifference]) -> [NormDifference] {
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
                let isTold = once.contains { holder in
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
    private static let sentenceMarks = Sayings.semicolons + [0x3002]

    /// The sentences of a paragraph or point that do not stand beside something near them on the other side; nil where all
    /// do.
    private func open(_ difference: NormDifference, _ beside: [NormDifference]) -> NormDifference? {
        let shown = beside.flatMap { difference.isInBase ? $0.base : $0.other }
        let side = difference.isInBase ? base : other
        let sentences = difference.own.spans.flatMap { Sayings.parts($0, side, at: Self.sentenceMarks) }
        let left = sentences.filter { Self.covered([$0], by: shown) < Self.mostCovered }
        guard left.count < sentences.count else { return difference }
        return left.isEmpty ? nil : difference.with(left)
    }

    /// Share of some words that others hold.
    private static func covered(_ spans: [ByteSpan], by others: [ByteSpan]) -> Double {
        let held = spans.reduce(0) { sum, span in
            sum + others.reduce(0) { $0 + max(0, min(span.end, $1.end) - max(span.start, $1.start)) }
        }
        return Double(held) / Double(max(1, spans.reduce(0) { $0 + $1.length }))
    }

    /// A paragraph or point of each side that is nearest to the other: one line in place of two, and for the reader to compare.
    static func joined(_ differences: [NormDifference]) -> [NormDifference] {
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

    /// Whether a difference names bodies of one side that stand in what is told besides: a reader sees them there with what they
    /// do.
    static func names(_ difference: NormDifference, shownIn all: [NormDifference]) -> Bool {
        guard difference.reason == .namedOnOneSide, difference.isDoubtful else { return false }
        let others = all.filter { $0.reason != .namedOnOneSide }
        func isShown(_ span: ByteSpan, _ side: KeyPath<NormDifference, [ByteSpan]>) -> Bool {
            others.contains { told in told[keyPath: side].contains { $0.contains(span) } }
        }
        return difference.base.allSatisfy { isShown($0, \.base) }
            && difference.other.allSatisfy { isShown($0, \.other) }
    }
}
