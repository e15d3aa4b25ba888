import RegulationModel

/// How much of two linked provisions answers each other.
public enum LinkStrength: String, Sendable, CaseIterable {
    /// The shared matter is a main rule of both.
    case main
    /// Only a paragraph, a point or a clause answers.
    case part
}

/// What became of a provision on the other side.
public enum Relation: String, Sendable, CaseIterable {
    /// Same words, apart from form.
    case same
    /// Same matter, other words or content.
    case changed
    /// The base provision is spread over several of the other text.
    case split
    /// Several base provisions stand in one of the other text.
    case merged
    /// Same matter in another place of the act.
    case moved
    /// Only the other text has it.
    case added
    /// Only the base has it.
    case missing

    /// The relation seen from the other side.
    public var mirrored: Relation {
        switch self {
        case .split: .merged
        case .merged: .split
        case .added: .missing
        case .missing: .added
        case .same, .changed, .moved: self
        }
    }
}

/// Who says that two provisions answer each other.
public enum LinkOrigin: Sendable, Hashable {
    /// The alignment found it.
    case computed
    /// A person decided so; the decision outranks what was computed.
    case decided(Decision)

    /// What is noted of a person's decision.
    public struct Decision: Sendable, Hashable {
        /// Who decided.
        public let author: String
        /// When, as the person noted it.
        public let date: CalendarDate
        /// Why; empty where no reason was given.
        public let note: String

        /// Makes a note of a decision.
        public init(author: String, date: CalendarDate, note: String) {
            self.author = author
            self.date = date
            self.note = note
        }

        /// `decided by NAME on 2026-01-31: note`
        public var text: String { "decided by \(author) on \(date.text)" + (note.isEmpty ? "" : ": \(note)") }
    }
}

/// One asserted pair 对应: a provision of the base answers one of the other text.
public struct Link: Sendable, Hashable {
    /// Address in the base.
    public let base: EId
    /// Address in the other text.
    public let other: EId
    /// Main or part.
    public let strength: LinkStrength
    /// What became of the provision.
    public let relation: Relation
    /// Confidence, 0 … 1; of paragraphs by the rule of points, unchecked for want of gold.
    public let score: Double
    /// Why, in words for a drafter ("shares 强制措施, 武器"; "both lists of 9"; "by way of lianyungang").
    public let reasons: [String]
    /// Who says so.
    public let origin: LinkOrigin

    /// Makes a link.
    public init(
        base: EId, other: EId, strength: LinkStrength, relation: Relation, score: Double, reasons: [String],
        origin: LinkOrigin = .computed
    ) {
        self.base = base
        self.other = other
        self.strength = strength
        self.relation = relation
        self.score = score
        self.reasons = reasons
        self.origin = origin
    }

    /// True where a person decided that the two answer each other.
    public var isDecided: Bool { decision != nil }

    /// The person's decision, where there is one.
    public var decision: LinkOrigin.Decision? {
        switch origin {
        case .computed: nil
        case .decided(let decision): decision
        }
    }

    /// The link seen from the other side.
    public var mirrored: Link {
        Link(
            base: other, other: base, strength: strength, relation: relation.mirrored, score: score, reasons: reasons,
            origin: origin)
    }
}

/// A pair that a person parted: the two do not answer each other, whatever their words say.
public struct PartedPair: Sendable, Hashable {
    /// Address in the base.
    public let base: EId
    /// Address in the other text.
    public let other: EId
    /// Who decided so.
    public let decision: LinkOrigin.Decision

    /// Makes a parted pair.
    public init(base: EId, other: EId, decision: LinkOrigin.Decision) {
        self.base = base
        self.other = other
        self.decision = decision
    }

    /// The pair seen from the other side.
    public var mirrored: PartedPair { PartedPair(base: other, other: base, decision: decision) }
}

/// The links of one pair of texts at one level.
public struct Alignment: Sendable {
    /// Id of the base text.
    public let base: String
    /// Id of the other text.
    public let other: String
    /// Level of the linked provisions: `.article`, `.paragraph` or `.point`.
    public let level: Level
    /// All links, in order of the base, then of the other text.
    public let links: [Link]
    /// Pairs that a person parted, in the same order; none of them is among the links.
    public let parted: [PartedPair]

    /// Makes an alignment.
    public init(base: String, other: String, level: Level, links: [Link], parted: [PartedPair] = []) {
        self.base = base
        self.other = other
        self.level = level
        self.links = links
        self.parted = parted
    }

    /// The links of one base provision.
    public func links(fromBase eId: EId) -> [Link] { links.filter { $0.base == eId } }
}
