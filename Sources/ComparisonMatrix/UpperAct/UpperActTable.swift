import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What a lower act does with a rule of the act it implements.
///
/// A lower act may make concrete what the upper one rules and may not contradict it (立法法 2023, art. 82, 107); where it
/// repeats, adds or leaves out is for its drafter to know.
public enum ImplementationKind: String, Sendable, CaseIterable {
    /// Says the same.
    case repeated
    /// Fits the rule to its own level: its own organs, further rules to go by, its own territory.
    case concrete
    /// Asks more, or allows less.
    case stricter
    /// Asks less, or allows more.
    case looser
    /// Rules otherwise, neither more nor less.
    case changed
    /// Rules on what the upper act leaves open.
    case added
    /// Lacks what the upper act rules.
    case omitted
    /// Refers to the upper act, or to another one, instead of ruling.
    case deferred

    /// What readers see.
    public var label: BilingualText {
        switch self {
        case .repeated: BilingualText(chinese: "重复", english: "repeated")
        case .concrete: BilingualText(chinese: "细化", english: "made concrete")
        case .stricter: BilingualText(chinese: "更严", english: "stricter")
        case .looser: BilingualText(chinese: "更宽", english: "looser")
        case .changed: BilingualText(chinese: "不同", english: "otherwise")
        case .added: BilingualText(chinese: "增加", english: "added")
        case .omitted: BilingualText(chinese: "未载", english: "left out")
        case .deferred: BilingualText(chinese: "援引", english: "deferred")
        }
    }
}

/// One thing that a lower act does with a rule.
public struct ImplementationFinding: Sendable {
    /// What it does.
    public let kind: ImplementationKind
    /// In what it differs; nil where whole articles are repeated, added or left out.
    package let difference: NormDifference?
    /// True where it is probably the translator's and none of the acts, or where words of duty of other actions stand
    /// beside each other.
    public let isDoubtful: Bool

    /// Makes a finding.
    package init(_ kind: ImplementationKind, _ difference: NormDifference? = nil, isUnsure: Bool = false) {
        self.kind = kind
        self.difference = difference
        isDoubtful = isUnsure || difference?.isDoubtful ?? false
    }
}

/// Provisions of the two acts that answer each other, or those of one that nothing answers.
public struct ImplementationRow: Sendable {
    /// Articles of the upper act.
    public let upper: [EId]
    /// Articles of the lower act.
    public let lower: [EId]
    /// How sure the links are, 0 … 1; nil where there is none.
    public let score: Double?
    /// What the lower act does, in reading order; doubtful findings last.
    public let findings: [ImplementationFinding]

    /// Kinds of findings that are not doubtful, each once, in the order of `ImplementationKind`.
    public var kinds: [ImplementationKind] {
        let found = Set(findings.filter { !$0.isDoubtful }.map(\.kind))
        return ImplementationKind.allCases.filter(found.contains)
    }
}

/// A lower act beside the act it implements 上位法对照.
public struct UpperActTable: Sendable {
    /// The act implemented.
    public let upper: Witness
    /// The act that implements it.
    public let lower: Witness
    /// In the order of the lower act; what only the upper act has stands last.
    public let rows: [ImplementationRow]

    /// What the differences of two acts say of the lower one.
    ///
    /// - Parameter differences: of the upper act, as base, and the lower one.
    public init(_ differences: ActDifferences) { self = UpperActCheck(differences).table() }

    init(upper: Witness, lower: Witness, rows: [ImplementationRow]) {
        self.upper = upper
        self.lower = lower
        self.rows = rows
    }

    /// In how many rows the lower act does something.
    public func count(_ kind: ImplementationKind) -> Int { rows.count { $0.kinds.contains(kind) } }
}
