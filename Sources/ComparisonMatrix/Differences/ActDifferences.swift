import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What differs between two texts, provision by provision: a result without any format.
public struct ActDifferences: Sendable {
    /// The base text.
    public let base: Witness
    /// The text it is compared with.
    public let other: Witness
    /// Provisions that answer each other, in the order of the base.
    public let groups: [ComparedProvisions]
    /// Provisions of the base that nothing answers, in its order.
    public let onlyBase: [EId]
    /// Provisions of the other text that answer nothing, in its order.
    public let onlyOther: [EId]
    /// What comes nearest to those provisions without being called an answer, each once; in the order of the base.
    public let nearest: [NearPair]

    /// The pair that comes nearest to an answer of a provision that has none; nil where nothing comes near.
    public func nearest(to eId: EId, isBase: Bool) -> NearPair? {
        nearest.filter { (isBase ? $0.base : $0.other) == eId }.max { ($0.score, $1.base) < ($1.score, $0.base) }
    }

    /// True where the two texts are in one language, so that their words are compared.
    public var comparesWords: Bool { base.regulation.language == other.regulation.language }

    /// True where nothing differs: every provision has its counterpart, with the same words. Never across languages.
    public var isEqual: Bool { onlyBase.isEmpty && onlyOther.isEmpty && groups.allSatisfy { $0.comparison.isEqual } }

    /// What was passed over as no difference in all of them.
    public var notItemised: NotItemised { groups.reduce(NotItemised()) { $0 + $1.comparison.notItemised } }

    /// The groups that do not differ left out, and within one language the units in them that do not. Across languages a
    /// group differs where it demands otherwise, or where a unit has no counterpart.
    public var changesOnly: ActDifferences {
        let changed = groups.filter { group in
            guard !comparesWords else { return !group.comparison.isEqual }
            return !group.demands.isEmpty || group.comparison.count(.added) + group.comparison.count(.removed) > 0
        }
        return ActDifferences(
            base: base, other: other, groups: comparesWords ? changed.map(\.changesOnly) : changed,
            onlyBase: onlyBase, onlyOther: onlyOther, nearest: nearest)
    }

    /// The groups that hold one of the base's provisions, and what else is said of them.
    public func about(_ eIds: Set<EId>) -> ActDifferences {
        ActDifferences(
            base: base, other: other, groups: groups.filter { !eIds.isDisjoint(with: $0.comparison.base) },
            onlyBase: onlyBase.filter(eIds.contains), onlyOther: [],
            nearest: nearest.filter { eIds.contains($0.base) })
    }
}

/// Two provisions of which too little speaks for an answer.
public struct NearPair: Sendable, Hashable {
    /// Address in the base.
    public let base: EId
    /// Address in the other text.
    public let other: EId
    /// How sure it would be, 0 up to the 0.5 from which on a link is asserted.
    public let score: Double
}

/// Provisions of two texts that answer each other, with the links that say so.
public struct ComparedProvisions: Sendable {
    /// The links between them.
    public let links: [Link]
    /// Unit by unit.
    public let comparison: ProvisionComparison
    /// True where only a clause of each answers the other: rows are the units that do, and nothing else.
    public let isPart: Bool
    /// What they demand otherwise, apart from wording; empty where only a clause answers.
    package let demands: [NormDifference]

    /// Address of the group on a page: that of its first provisions.
    public var id: String {
        (comparison.base.first?.text ?? "") + "-" + (comparison.other.first?.text ?? "")
    }

    /// The weakest of its links.
    public var score: Double { links.map(\.score).min() ?? 0 }

    /// True where no link is so sure that what differs under it is certain.
    public var isDoubtful: Bool { !links.contains(where: Self.isSure) }

    /// From this score on what differs between two provisions is called certain. Of links below, a quarter is wrong on
    /// subjects that nothing was fitted on, and two provisions that do not answer each other differ in everything.
    private static let sure = 0.6

    static func isSure(_ link: Link) -> Bool { link.isDecided || link.score >= sure }

    /// What became of the base's provisions; `changed` where several answer several.
    public var relation: Relation {
        if comparison.base.count > 1, comparison.other.count > 1 { return .changed }
        let relations = Set(links.map(\.relation))
        if relations.count == 1, let relation = relations.first { return relation }
        return [Relation.split, .merged, .moved].first(where: relations.contains) ?? .changed
    }

    fileprivate var changesOnly: ComparedProvisions {
        ComparedProvisions(
            links: links, comparison: comparison.changesOnly, isPart: isPart, demands: demands)
    }
}
