import RegulationModel

/// What a sentence does in law.
///
/// Words of duty, power and ban: 《立法技术规范（试行）（一）》 part 4 (应当, 必须, 不得, 禁止); powers and rights:
/// 《立法技术规范（试行）（二）》; their English counterparts as the official translations of statutes have them.
package enum Modality: String, Sendable, Hashable, CaseIterable {
    /// 应当
    case must
    /// 可以
    case may
    /// 不得
    case mustNot = "must-not"
    /// 有权, 享有
    case right
    /// 本办法所称……是指
    case definition
    /// 为了……，制定本办法
    case purpose
    /// 由……另行制定; 依照……执行: another act or body rules.
    case delegation
    /// A consequence of breach: 罚款, 处分, 追究责任.
    case sanction
    /// None of these: a plain statement.
    case statement
}

/// A word that states a modality, with its bytes.
package struct ModalCue: Sendable, Hashable {
    /// What it states.
    package let modality: Modality
    /// Where it stands.
    package let span: ByteSpan
    /// True where it stands in a condition or describes a noun, and orders nothing itself: 应当公开而未公开的, 负有责任的.
    package let isSubordinate: Bool
}

/// What kind of thing a norm names: its value can be compared with one of the same kind and unit.
package enum QuantityKind: String, Sendable, Hashable, CaseIterable {
    case age, education, money, multiple, fraction, percentage, period, date, area, length, weight, volume, points,
        level
    case times, people, count
    /// A floor or ceiling given by comparison: "not lower than the average wage of the preceding year".
    case comparison
}

/// Which side of a value is allowed.
package enum Bound: String, Sendable, Hashable, CaseIterable {
    case exactly, atLeast = "at-least", moreThan = "more-than", atMost = "at-most", lessThan = "less-than"

    /// True for a minimum.
    package var isFloor: Bool { self == .atLeast || self == .moreThan }
    /// True for a maximum.
    package var isCeiling: Bool { self == .atMost || self == .lessThan }

    /// The sign it is written with.
    package var sign: String {
        switch self {
        case .exactly: ""
        case .atLeast: ">= "
        case .moreThan: "> "
        case .atMost: "<= "
        case .lessThan: "< "
        }
    }
}

/// A value read from a text: an exact fraction, a name, or nothing where the text cannot be read.
package enum NormValue: Sendable, Hashable {
    /// A number.
    case number(Ratio)
    /// From one number to another, both allowed.
    case range(Ratio, Ratio)
    /// A calendar date; parts that are unknown are nil.
    case date(year: Int, month: Int?, day: Int?)
    /// A name of the rules' own vocabulary: `high-school`, `wage average previous-year`.
    case name(String)
    /// Printed, but not readable: debris. Nothing is made up.
    case unknown
}

/// A quantity with its unit and bound.
package struct Quantity: Sendable, Hashable {
    /// Kind.
    package let kind: QuantityKind
    /// Unit in the rules' own vocabulary: `year`, `day`, `CNY`; empty where the kind has none.
    package let unit: String
    /// Which side is allowed.
    package let bound: Bound
    /// The value.
    package let value: NormValue
    /// The bytes that say so.
    package let span: ByteSpan

    /// The value written the same whatever the language: `>= 18`, `1000..5000 CNY`, `2021-12-31`, `?`.
    package var normalised: String {
        let number: String
        switch value {
        case .number(let ratio): number = bound.sign + ratio.text
        case .range(let low, let high): number = low.text + ".." + high.text
        case .date(let year, let month, let day):
            func two(_ part: Int?) -> String { part.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "??" }
            return "\(year)-\(two(month))-\(two(day))"
        case .name(let name): number = bound.sign + name
        case .unknown: return "?"
        }
        return unit.isEmpty ? number : number + " " + unit
    }
}

/// An exact fraction; `denominator` is positive and the two have no common divisor.
package struct Ratio: Sendable, Hashable, Comparable {
    package let numerator: Int
    package let denominator: Int

    /// A whole number.
    package init(_ whole: Int) {
        numerator = whole
        denominator = 1
    }

    /// A fraction; nil where it cannot be held.
    package init?(_ numerator: Int, _ denominator: Int) {
        guard denominator > 0, numerator >= 0 else { return nil }
        var (a, b) = (numerator, denominator)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = max(a, 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The product; nil where it cannot be held.
    package func times(_ factor: Int) -> Ratio? {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
        return overflow ? nil : Ratio(product, denominator)
    }

    /// `12` or `2/3`.
    package var text: String { denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)" }

    /// The nearest number with a binary fraction.
    package var decimal: Double { Double(numerator) / Double(denominator) }

    package static func < (a: Ratio, b: Ratio) -> Bool { a.decimal < b.decimal }
}

/// What a text refers to.
package enum ReferenceTarget: Sendable, Hashable {
    /// Another act by its title as printed.
    case act(ByteSpan)
    /// A provision of the same act.
    case provision(EId)
    /// A provision of the same act that is not there, or that the text held does not reach.
    case unresolved
    /// The act itself: 本条例, these Regulations.
    case ownAct
    /// Unnamed rules of some levels of government: 国家和省有关规定.
    case rules(Set<GovernmentLevel>)
    /// Laws or regulations in general: 有关法律、法规.
    case laws
}

/// A reference with its bytes.
package struct Reference: Sendable, Hashable {
    /// To what.
    package let target: ReferenceTarget
    /// Where it stands.
    package let span: ByteSpan

    /// Whether it names another act.
    var isOfAct: Bool {
        if case .act = target { true } else { false }
    }
}

/// A consequence of breach.
package enum SanctionKind: String, Sendable, Hashable, CaseIterable {
    case correction, warning, criticism, fine, confiscation, suspension, revocation, detention, demolition
    case disciplinary, publicOrder = "public-order", criminal, civil, general
}

/// A sanction with its bytes.
package struct Sanction: Sendable, Hashable {
    /// Kind.
    package let kind: SanctionKind
    /// Where it stands.
    package let span: ByteSpan
}

/// Who acts, as printed.
package struct Actor: Sendable, Hashable {
    /// The words that name it.
    package let span: ByteSpan
    /// Levels of government in it.
    package let levels: Set<GovernmentLevel>
    /// True where it is named as the one by whom something is done (由……, by …), not as the subject.
    package let isAgent: Bool
    /// True for governments, their departments, and other public bodies.
    package let isBody: Bool
}

/// A condition that governs the provision, or one that its lead-in hands down.
package struct Condition: Sendable, Hashable {
    /// Its kind.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 在……的带领下: under the leadership.
        case led
        /// 在……的指挥下: under the command.
        case commanded
        /// 在……的监督下: under the supervision.
        case supervised
        /// 在……范围内: within the scope.
        case scope
    }
    /// Kinds of control named, or the scope; 指挥或者带领 has two.
    package let kinds: Set<Kind>
    /// Where it stands.
    package let span: ByteSpan
}

/// What one sentence, or one point with its lead-in, demands.
package struct Norm: Sendable, Hashable {
    /// The provision it stands in.
    package let provision: EId
    /// Its bytes.
    package let span: ByteSpan
    /// What it does; for a point without a word of its own, what its lead-in does.
    package let modality: Modality
    /// All words of duty, power, ban and right in it, in order.
    package let cues: [ModalCue]
    /// The lead-in the modality was inherited from.
    package let inheritedFrom: EId?
    /// Who acts.
    package let actors: [Actor]
    /// Conditions, with those handed down.
    package let conditions: [Condition]
    /// Quantities.
    package let quantities: [Quantity]
    /// References.
    package let references: [Reference]
    /// Sanctions.
    package let sanctions: [Sanction]
    /// The words that repeal other acts (同时废止).
    package let repeal: ByteSpan?
    /// Levels of government of those who are named in it.
    package let levels: [LevelMention]
    /// The words that speak of the act's own territory (本省, this city), with its level.
    package let territories: [Territory]
    /// What else can be checked: things named one by one, approval, filing, budgets, how often.
    package let particulars: [Particular]
}

extension Norm {
    /// The public body that is the subject of a duty or power, where the sentence begins with one.
    package var responsibleBody: ByteSpan? { actors.first { !$0.isAgent && $0.isBody }?.span }
}

/// Levels of government of a body that a sentence names.
package struct LevelMention: Sendable, Hashable {
    /// The levels, of one body.
    package let levels: Set<GovernmentLevel>
    /// The words.
    package let span: ByteSpan
}

/// Words that name the territory of the act itself.
package struct Territory: Sendable, Hashable {
    /// Its level.
    package let level: GovernmentLevel
    /// Where they stand.
    package let span: ByteSpan
}
