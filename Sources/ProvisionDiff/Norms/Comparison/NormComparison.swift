import RegulationModel

/// Compares what two linked provisions demand, in one language or across the two.
///
/// The caller says which paragraphs and points answer each other. Nothing is said of wording. What is probably the
/// translator's is marked doubtful; it never stands among the certain differences. Exchanging base and other mirrors
/// the result.
package struct NormComparison: Sendable {
    /// One side of the comparison.
    package struct Side: Sendable {
        let regulation: Regulation
        let isMachine: Bool
        let reader: NormReader

        /// Takes a text; `isMachine` where it is a machine translation.
        package init(_ regulation: Regulation, isMachine: Bool) {
            self.regulation = regulation
            self.isMachine = isMachine
            reader = NormReader(regulation)
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

    /// Takes both sides and the terms that tie the two languages; none are needed for texts in one language.
    package init(base: Side, other: Side, renderings: Renderings) {
        self.base = base
        self.other = other
        self.renderings = renderings
    }

    /// The differences of two linked articles. `matched`: paragraphs and points that answer each other, any of the act.
    package func differences(_ articles: Pair, matched: [Pair]) -> [NormDifference] {
        guard let first = base.regulation.provision(at: articles.base),
            let second = other.regulation.provision(at: articles.other)
        else { return [] }
        let inside = matched.filter { $0.base.isInside(articles.base) && $0.other.isInside(articles.other) }
        var result: [NormDifference] = []
        let paragraphs = children(first, second, inside, isList: false)
        result += absent(paragraphs, .paragraphRemoved, .paragraphAdded, .paragraph, articles, matched)
        for pair in paragraphs.pairs {
            result += unit(pair)
            guard let baseParagraph = first.provision(at: pair.base),
                let otherParagraph = second.provision(at: pair.other)
            else { continue }
            let points = children(baseParagraph, otherParagraph, inside, isList: true)
            result += absent(points, .itemRemoved, .itemAdded, .item, pair, matched)
            for point in points.pairs { result += unit(point) }
        }
        return result
    }

    /// The differences of articles that answer each other all at once, each said once. What one pair lacks and another
    /// has is no difference.
    package func differences(
        _ pairs: [Pair], matched: [Pair]
    ) -> [NormDifference] {
        let elsewhere = WordsElsewhere(
            (base.regulation, other.regulation), base: Self.each(pairs.map(\.base)),
            other: Self.each(pairs.map(\.other)))
        var said: Set<Said> = []
        return pairs.flatMap { differences($0, matched: matched) }.filter { difference in
            !elsewhere.answers(difference) && said.insert(Said(difference)).inserted
        }
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

    private static func each(_ eIds: [EId]) -> [EId] {
        var seen: Set<EId> = []
        return eIds.filter { seen.insert($0).inserted }
    }

    private struct Children {
        var pairs: [Pair] = []
        var baseOnly: [Provision] = []
        var otherOnly: [Provision] = []
    }

    /// Which children answer each other. Where nothing was matched and both sides have as many, they answer in order.
    private func children(_ first: Provision, _ second: Provision, _ matched: [Pair], isList: Bool) -> Children {
        var result = Children()
        let bases = Set(first.children.map(\.eId))
        let others = Set(second.children.map(\.eId))
        result.pairs = matched.filter { bases.contains($0.base) && others.contains($0.other) }
        if result.pairs.isEmpty, first.children.count == second.children.count {
            result.pairs = zip(first.children, second.children).map { Pair(base: $0.eId, other: $1.eId) }
        }
        if !isList, first.children.count == 1, second.children.count == 1 { return result }
        // A paragraph that answers another one only together with a third is not absent: a pair of any kind counts.
        result.baseOnly = first.children.filter { child in !result.pairs.contains { $0.base == child.eId } }
        result.otherOnly = second.children.filter { child in !result.pairs.contains { $0.other == child.eId } }
        return result
    }

    private func absent(
        _ children: Children, _ removed: DifferenceKind, _ added: DifferenceKind, _ reason: DifferenceReason,
        _ pair: Pair, _ matched: [Pair]
    ) -> [NormDifference] {
        // What answers a provision of another article stands in another place; it is not absent.
        children.baseOnly.filter { child in !matched.contains { $0.base == child.eId } }.map { child in
            NormDifference(
                kind: removed, reason: reason, baseProvision: child.eId, base: [child.span], otherProvision: pair.other,
                other: [], isDoubtful: false)
        }
            + children.otherOnly.filter { child in !matched.contains { $0.other == child.eId } }.map { child in
                NormDifference(
                    kind: added, reason: reason, baseProvision: pair.base, base: [], otherProvision: child.eId,
                    other: [child.span], isDoubtful: false)
            }
    }

    /// The differences of two paragraphs or points by themselves, without what stands below them.
    private func unit(_ pair: Pair) -> [NormDifference] {
        let first = base.reader.norms(at: pair.base).filter { $0.provision == pair.base }
        let second = other.reader.norms(at: pair.other).filter { $0.provision == pair.other }
        guard !first.isEmpty, !second.isEmpty else { return [] }
        let unit = UnitComparison(pair: pair, base: base, other: other, first: first, second: second)
        var result = unit.all()
        if base.regulation.language != other.regulation.language {
            result += LostWords(unit: unit, renderings: renderings).all()
        }
        return result
    }
}
