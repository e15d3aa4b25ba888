import ProvisionAlignment
import RegulationModel

/// A person's decision 人工改判 on one pair of provisions: it outranks what the alignment finds.
public struct Override: Sendable, Hashable {
    /// What is decided.
    public enum Action: Sendable, Hashable {
        /// The two answer each other, as main or part; with what became of the provision, where that is said too.
        case link(LinkStrength, Relation?)
        /// The two do not answer each other.
        case unlink
        /// The two answer each other, and this is what became of the provision. The strength is that of the link found,
        /// main where none was.
        case relation(Relation)
    }

    /// A provision of a document.
    public struct Place: Sendable, Hashable {
        /// Id of the document.
        public let document: String
        /// Address of an article, paragraph or point.
        public let provision: EId

        /// Names a provision.
        public init(document: String, provision: EId) {
            self.document = document
            self.provision = provision
        }
    }

    /// What is decided.
    public let action: Action
    /// The provision the relation is seen from.
    public let base: Place
    /// The provision of the other document.
    public let other: Place
    /// Who decided, when and why.
    public let decision: LinkOrigin.Decision
    /// The file and line it stands in; line 0 where it stands in none yet.
    public let file: String
    /// See `file`.
    public let line: Int

    /// Makes a decision.
    public init(
        action: Action, base: Place, other: Place, decision: LinkOrigin.Decision, file: String = "", line: Int = 0
    ) {
        self.action = action
        self.base = base
        self.other = other
        self.decision = decision
        self.file = file
        self.line = line
    }

    /// The decision seen from the other side.
    var mirrored: Override {
        Override(
            action: action.mirrored, base: other, other: base, decision: decision, file: file, line: line)
    }

    /// The same pair from whichever side it is named.
    var pair: Set<Place> { [base, other] }
}

extension Override.Action {
    /// The decision seen from the other side.
    var mirrored: Override.Action {
        switch self {
        case .link(let strength, let relation): .link(strength, relation?.mirrored)
        case .unlink: .unlink
        case .relation(let relation): .relation(relation.mirrored)
        }
    }

    /// False where both can hold at once: a relation beside a link that says none, or the same one.
    func contradicts(_ other: Override.Action) -> Bool {
        switch (self, other) {
        case (.unlink, .unlink): false
        case (.unlink, _), (_, .unlink): true
        case (.link(let strength, let relation), .link(let otherStrength, let otherRelation)):
            strength != otherStrength || Self.differ(relation, otherRelation)
        case (.link(_, let relation), .relation(let other)), (.relation(let other), .link(_, let relation)):
            Self.differ(relation, other)
        case (.relation(let relation), .relation(let other)): relation != other
        }
    }

    private static func differ(_ a: Relation?, _ b: Relation?) -> Bool {
        guard let a, let b else { return false }
        return a != b
    }
}
