import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Compares two texts along their links.
public struct DifferenceBuilder: Sendable {
    private let base: Witness
    private let other: Witness
    private let links: [Link]
    private let unitLinks: [UnitLink]
    private let near: [Link]
    private let comparer: ProvisionComparer
    private let norms: NormComparison

    /// Takes the links of two texts.
    ///
    /// - Parameters:
    ///   - base: the base text.
    ///   - other: the text it is compared with.
    ///   - articles: their links at the level of articles; they decide what is compared with what.
    ///   - units: their links at the levels of paragraphs and points; they help to match what lies in linked articles.
    ///   - near: pairs of articles that are no links, though something speaks for them.
    ///   - renderings: terms that tie two languages.
    package init(
        base: Witness, other: Witness, articles: Alignment, units: [Alignment], near: [Link] = [],
        renderings: Renderings = .none
    ) {
        self.base = base
        self.other = other
        links = articles.links
        self.near = near
        let scores = Dictionary(
            articles.links.map { ([$0.base, $0.other], $0.score) }, uniquingKeysWith: { first, _ in first })
        unitLinks = units.flatMap(\.links).map { link in
            UnitLink(
                base: link.base, other: link.other, score: link.score,
                ofArticles: scores[[link.base.article, link.other.article]] ?? 1)
        }
        comparer = ProvisionComparer(
            base: base.regulation, other: other.regulation, articles: Self.single(articles.links))
        norms = NormComparison(base: Self.side(base), other: Self.side(other), renderings: renderings)
    }

    private static func side(_ witness: Witness) -> NormComparison.Side {
        NormComparison.Side(witness.regulation, isMachine: witness.translation == .machine)
    }

    /// Main links of provisions that have no other.
    private static func single(_ links: [Link]) -> [(base: EId, other: EId)] {
        let main = links.filter { $0.strength == .main }
        let counts = (
            Dictionary(main.map { ($0.base, 1) }, uniquingKeysWith: +),
            Dictionary(main.map { ($0.other, 1) }, uniquingKeysWith: +)
        )
        return main.filter { counts.0[$0.base] == 1 && counts.1[$0.other] == 1 }.map { ($0.base, $0.other) }
    }

    /// What differs, in the order of the base.
    public func differences() -> ActDifferences {
        let order = Order(base.regulation, other.regulation)
        let sets = LinkedProvisions(links.filter { $0.strength == .main })
        let whole = sets.groups.map { links in
            let comparison = compared(links, order)
            return ComparedProvisions(
                links: links, comparison: comparison, isPart: false,
                demands: Self.judged(norms.differences(comparison, links: unitLinks), links))
        }
        // Of a link beside the groups only the units that answer each other are shown, where some do.
        let parts = (links.filter { $0.strength == .part } + sets.besides).map { link in
            ComparedProvisions(
                links: [link], comparison: compared([link], order).matchedOnly, isPart: true, demands: [])
        }.filter { !$0.comparison.rows.isEmpty }
        let linked = (Set(links.map(\.base)), Set(links.map(\.other)))
        let only = (
            base.regulation.provisions.map(\.eId).filter { !linked.0.contains($0) },
            other.regulation.provisions.map(\.eId).filter { !linked.1.contains($0) }
        )
        return ActDifferences(
            base: base, other: other,
            groups: (whole + parts).sorted { order.place($0) < order.place($1) },
            onlyBase: only.0, onlyOther: only.1, nearest: nearest(only.0, only.1))
    }

    /// Differences as they are; those of provisions that only a doubtful link ties to the others, as doubtful.
    private static func judged(_ demands: [NormDifference], _ links: [Link]) -> [NormDifference] {
        let sure = links.filter(ComparedProvisions.isSure)
        let (bases, others) = (Set(sure.map(\.base)), Set(sure.map(\.other)))
        return demands.map { demand in
            let isSure =
                (demand.base.isEmpty || bases.contains(demand.baseProvision.article))
                && (demand.other.isEmpty || others.contains(demand.otherProvision.article))
            return isSure ? demand : demand.doubted
        }
    }

    /// The best of the pairs near the threshold for each provision without an answer, in their order.
    private func nearest(_ onlyBase: [EId], _ onlyOther: [EId]) -> [NearPair] {
        let asserted = Set(links.map { [$0.base, $0.other] })
        let open = near.filter { !asserted.contains([$0.base, $0.other]) }
        func best(_ eIds: [EId], _ side: KeyPath<Link, EId>) -> Set<[EId]> {
            eIds.reduce(into: []) { best, eId in
                let candidates = open.filter { $0[keyPath: side] == eId }
                guard let top = candidates.map(\.score).max() else { return }
                candidates.first { $0.score == top }.map { _ = best.insert([$0.base, $0.other]) }
            }
        }
        let chosen = best(onlyBase, \.base).union(best(onlyOther, \.other))
        return open.filter { chosen.contains([$0.base, $0.other]) }.map {
            NearPair(base: $0.base, other: $0.other, score: $0.score)
        }
    }

    private func compared(_ links: [Link], _ order: Order) -> ProvisionComparison {
        comparer.compare(
            order.inBase(links.map(\.base)), order.inOther(links.map(\.other)), links: unitLinks)
    }
}

/// Places of provisions in their texts.
private struct Order {
    private let base: [EId: Int]
    private let other: [EId: Int]

    init(_ base: Regulation, _ other: Regulation) {
        self.base = Self.places(base)
        self.other = Self.places(other)
    }

    private static func places(_ regulation: Regulation) -> [EId: Int] {
        Dictionary(regulation.provisions.enumerated().map { ($1.eId, $0) }) { first, _ in first }
    }

    func inBase(_ eIds: [EId]) -> [EId] { Self.sorted(eIds, by: base) }

    func inOther(_ eIds: [EId]) -> [EId] { Self.sorted(eIds, by: other) }

    private static func sorted(_ eIds: [EId], by places: [EId: Int]) -> [EId] {
        Set(eIds).sorted { (places[$0, default: 0], $0) < (places[$1, default: 0], $1) }
    }

    /// By the base's provision; whole answers before those of a clause; then by the other's.
    func place(_ group: ComparedProvisions) -> (Int, Int, Int) {
        let (one, two) = (group.comparison.base.first, group.comparison.other.first)
        return (
            one.map { base[$0, default: 0] } ?? 0, group.isPart ? 1 : 0, two.map { other[$0, default: 0] } ?? 0
        )
    }
}
