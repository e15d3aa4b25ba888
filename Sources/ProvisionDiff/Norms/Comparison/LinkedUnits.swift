import RegulationModel

/// Paragraphs and points that are linked to a unit which answers another one first, or that only the words before a list
/// answer: what they say may stand nowhere.
struct LinkedUnits {
    let base: NormComparison.Side
    let other: NormComparison.Side

    /// One of them.
    struct Linked {
        let row: Int
        /// As if nothing answered it.
        let told: NormDifference
        /// What it is linked to.
        let facing: TextUnit
    }

    /// All of them, within one language.
    func all(_ rows: FacingUnits) -> [Linked] {
        guard base.regulation.language == other.regulation.language else { return [] }
        return rows.pairs.flatMap { pair -> [Linked] in
            guard let head = pair.base.first, let answer = pair.other.first else { return [] }
            func told(_ unit: TextUnit, isBase: Bool) -> Linked {
                let isItem = unit.isItem
                let difference = NormDifference(
                    kind: isItem
                        ? isBase ? .itemRemoved : .itemAdded : isBase ? .paragraphRemoved : .paragraphAdded,
                    reason: isItem ? .item : .paragraph, baseProvision: isBase ? unit.eId : head.eId,
                    base: isBase ? unit.stretches : [],
                    otherProvision: isBase ? answer.eId : unit.eId, other: isBase ? [] : unit.stretches,
                    isDoubtful: false)
                return Linked(row: pair.row, told: difference, facing: isBase ? answer : head)
            }
            func besides(_ units: [TextUnit]) -> [TextUnit] {
                units.dropFirst().filter { $0.level >= .paragraph && $0.part == .text }
            }
            // A paragraph that the words before a list answer says what some point may say, or none.
            let opens = (base.regulation.opensList(head.eId), other.regulation.opensList(answer.eId))
            let beside =
                !opens.0 && opens.1 && isApart(head, base, answer, other)
                ? [told(head, isBase: true)]
                : opens.0 && !opens.1 && isApart(answer, other, head, base) ? [told(answer, isBase: false)] : []
            return beside + besides(pair.base).map { told($0, isBase: true) }
                + besides(pair.other).map { told($0, isBase: false) }
        }
    }

    /// Share of a paragraph that stands in a list, so that the two say the same in another shape.
    private static let listed = 0.35

    /// Whether a list with the words before it says little of a paragraph.
    private func isApart(_ unit: TextUnit, _ own: NormComparison.Side, _ list: TextUnit, _ facing: NormComparison.Side)
        -> Bool
    {
        guard own.regulation.language == .chinese, unit.level == .paragraph, unit.part == .text,
            let whole = facing.regulation.provision(at: list.eId)
        else { return false }
        return NeighbourLetters.held(Sentences.pairs(unit.stretches, own), in: Sentences.pairs(whole.stretches, facing))
            < Self.listed
    }

    /// Share of a linked paragraph that stands in what it is linked to, so that it is only a part of that.
    private static let part = 0.6

    /// A linked paragraph of which no sentence is answered, beside what it is linked to, as doubtful; nil where it is a part
    /// of that.
    func beside(_ linked: Linked) -> NormDifference? {
        let difference = linked.told
        let (own, facing) = difference.isInBase ? (base, other) : (other, base)
        let spans = difference.own.spans
        // 其他情形 at the end of a list is like any other such.
        if difference.reason == .item,
            own.reader.norms(at: difference.own.provision).first.map({ Sayings.leavesOpen($0, own) }) ?? false
        {
            return nil
        }
        // The words before a list answer nothing; what one of its points says is looked for as anything else.
        if facing.regulation.opensList(linked.facing.eId) { return difference }
        guard own.regulation.language == .chinese, !spans.isEmpty,
            NeighbourLetters.held(Sentences.pairs(spans, own), in: Sentences.pairs(linked.facing.stretches, facing))
                < Self.part
        else { return nil }
        let text = linked.facing.stretches
        return NormDifference(
            kind: .other, reason: .saidOtherwise, baseProvision: difference.baseProvision,
            base: difference.isInBase ? spans : text, otherProvision: difference.otherProvision,
            other: difference.isInBase ? text : spans, isDoubtful: true)
    }
}
