import RegulationModel

/// What a checkable parameter is about. The names are stable codes of the results.
public enum ParameterAttribute: String, Sendable, Hashable, CaseIterable {
    case minimumAge = "minimum-age", maximumAge = "maximum-age", age
    case education
    case fine, fineMultiple = "fine-multiple", money, multiple
    case deadline, duration, date
    case inForce = "in-force", repeal
    case share
    case floor, ceiling
    case size
    case listOfDuties = "list-of-duties", listOfPowers = "list-of-powers", listOfBans = "list-of-bans"
    case listOfRights = "list-of-rights", listOfCases = "list-of-cases"
    case control, decider, responsible
    case approval, audit, filing, funding, frequency, classes, enumeration, limit
    case priority, analogy
    case penaltyUnder = "penalty-under"

    /// How it is named in both languages.
    public var label: BilingualText {
        switch self {
        case .minimumAge: BilingualText(chinese: "最低年龄", english: "minimum age")
        case .maximumAge: BilingualText(chinese: "最高年龄", english: "maximum age")
        case .age: BilingualText(chinese: "年龄", english: "age")
        case .education: BilingualText(chinese: "学历", english: "education")
        case .fine: BilingualText(chinese: "罚款数额", english: "fine")
        case .fineMultiple: BilingualText(chinese: "罚款倍数或比例", english: "fine as a multiple or share")
        case .money: BilingualText(chinese: "金额", english: "money")
        case .multiple: BilingualText(chinese: "倍数", english: "multiple")
        case .deadline: BilingualText(chinese: "期限（以内）", english: "time limit")
        case .duration: BilingualText(chinese: "期间", english: "period")
        case .date: BilingualText(chinese: "日期", english: "date")
        case .inForce: BilingualText(chinese: "施行日期", english: "in force from")
        case .repeal: BilingualText(chinese: "废止", english: "repeal")
        case .share: BilingualText(chinese: "比例", english: "share")
        case .floor: BilingualText(chinese: "下限（比较）", english: "floor by comparison")
        case .ceiling: BilingualText(chinese: "上限（比较）", english: "ceiling by comparison")
        case .size: BilingualText(chinese: "数量", english: "number or size")
        case .listOfDuties: BilingualText(chinese: "应当事项数", english: "items required")
        case .listOfPowers: BilingualText(chinese: "可为事项数", english: "items allowed")
        case .listOfBans: BilingualText(chinese: "禁止事项数", english: "items banned")
        case .listOfRights: BilingualText(chinese: "权利数", english: "rights listed")
        case .listOfCases: BilingualText(chinese: "列举项数", english: "items listed")
        case .control: BilingualText(chinese: "指挥、带领或监督", english: "under whose control")
        case .decider: BilingualText(chinese: "由谁办理", english: "by whom")
        case .responsible: BilingualText(chinese: "责任主体", english: "body responsible")
        case .approval: BilingualText(chinese: "报谁批准", english: "approved by")
        case .audit: BilingualText(chinese: "经谁审核", english: "examined by")
        case .filing: BilingualText(chinese: "报谁备案", english: "filed with")
        case .funding: BilingualText(chinese: "经费来源", english: "funding")
        case .frequency: BilingualText(chinese: "频次", english: "how often")
        case .classes: BilingualText(chinese: "类别数", english: "classes")
        case .enumeration: BilingualText(chinese: "句中列举数", english: "things named")
        case .priority: BilingualText(chinese: "优先对象", english: "given priority")
        case .analogy: BilingualText(chinese: "参照适用", english: "applied by analogy")
        case .penaltyUnder: BilingualText(chinese: "依何法处罚", english: "penalty under")
        case .limit: BilingualText(chinese: "额度限制", english: "limit by quota")
        }
    }

    /// True for numbers of list items. An act that rules in a sentence what another lists lacks nothing.
    public var isList: Bool {
        switch self {
        case .listOfDuties, .listOfPowers, .listOfBans, .listOfRights, .listOfCases: true
        default: false
        }
    }

    /// True where normalised values are the same words in both languages, so that a difference can be told.
    public var isComparable: Bool {
        switch self {
        case .decider, .repeal, .responsible, .approval, .audit, .filing, .priority, .analogy, .penaltyUnder: false
        // One language names in a phrase what the other counts as a thing: the numbers stand side by side, no more.
        case .enumeration: false
        default: true
        }
    }
}

/// One value that one text gives.
public struct ParameterValue: Sendable, Hashable {
    /// Id of the text.
    public let witness: String
    /// The provision that gives it.
    public let provision: EId
    /// The words that give it, in bytes of the text.
    public let span: ByteSpan
    /// The words as printed.
    public let written: String
    /// The value written the same whatever the language (`>= 18 year`, `<= 5`, `2021-12-31`); `?` where the words cannot be
    /// read. Nothing is ever made up.
    public let normalised: String
    /// The same as numbers; nil for dates, names and what cannot be read.
    public let magnitude: Magnitude?

    /// A value as numbers, to reckon with.
    public struct Magnitude: Sendable, Hashable {
        /// The least that is allowed; nil without a floor. Whether it is allowed itself is told by the sign of the
        /// normalised value.
        public let minimum: Double?
        /// The most that is allowed; nil without a ceiling.
        public let maximum: Double?
        /// The unit as in the normalised value (`year`, `CNY`); empty where things are counted.
        public let unit: String

        /// Makes a magnitude.
        public init(minimum: Double?, maximum: Double?, unit: String) {
            self.minimum = minimum
            self.maximum = maximum
            self.unit = unit
        }
    }

    /// True where the value could be read.
    public var isReadable: Bool { !normalised.contains("?") }

    /// Makes a value.
    public init(
        witness: String, provision: EId, span: ByteSpan, written: String, normalised: String,
        magnitude: Magnitude? = nil
    ) {
        self.witness = witness
        self.provision = provision
        self.span = span
        self.written = written
        self.normalised = normalised
        self.magnitude = magnitude
    }
}

/// One checkable parameter: what the provisions that answer each other say of it.
public struct Parameter: Sendable {
    /// Stable id: text and address of its first value, and its attribute.
    public let id: String
    /// The matter: the heading of the family of its provisions.
    public let matter: BilingualText
    /// What is measured.
    public let attribute: ParameterAttribute
    /// The values in the order of the columns, then of the text. A text may have several, or none.
    public let values: [ParameterValue]

    /// Ids of acts whose answering provision gives no such value, in the order of the columns.
    public let without: [String]
    /// Ids of acts that give such a value in another row, in an article that is linked to one of this row.
    public let elsewhere: [String]

    /// True where two texts give values that can be read and compared, and not the same ones, or where an answering
    /// provision gives none.
    public var differs: Bool {
        guard attribute.isComparable else { return false }
        if !without.isEmpty { return true }
        var byText: [String: Set<String>] = [:]
        for value in values where value.isReadable { byText[value.witness, default: []].insert(compared(value)) }
        return Set(byText.values).count > 1
    }

    /// The value as far as texts in two languages can be compared: “more than” translates 以上 as often as 超过, and the
    /// side of an age is told by the attribute where “aged 18” stands beside 年满十八周岁.
    package func compared(_ value: ParameterValue) -> String {
        let words = value.normalised.split(separator: " ").map(String.init)
        guard let sign = words.first, [">", ">=", "<", "<="].contains(sign) else { return value.normalised }
        let rest = words.dropFirst().joined(separator: " ")
        switch attribute {
        case .minimumAge, .maximumAge, .age: return rest
        default: return "\(sign.prefix(1)) \(rest)"
        }
    }

    /// Makes a parameter.
    public init(
        id: String, matter: BilingualText, attribute: ParameterAttribute, values: [ParameterValue],
        without: [String] = [], elsewhere: [String] = []
    ) {
        self.elsewhere = elsewhere
        self.id = id
        self.matter = matter
        self.attribute = attribute
        self.values = values
        self.without = without
    }
}

/// The checkable parameters of some texts, those of provisions that answer each other together.
public struct ParameterTable: Sendable {
    /// The texts in order.
    public let columns: [Witness]
    /// The parameters in the order of the families, then of the text.
    public let parameters: [Parameter]

    /// Makes a table.
    public init(columns: [Witness], parameters: [Parameter]) {
        self.columns = columns
        self.parameters = parameters
    }

    /// Name of a text.
    public func name(of witness: String) -> BilingualText {
        columns.first { $0.id == witness }?.name ?? BilingualText(chinese: witness, english: witness)
    }

    /// Citation of a value's provision.
    public func citation(of value: ParameterValue) -> BilingualText {
        let regulation = columns.first { $0.id == value.witness }?.regulation
        let citation = regulation.flatMap { Citation(value.provision, in: $0) }
        return BilingualText(
            chinese: citation?.chinese ?? value.provision.text, english: citation?.english ?? value.provision.text)
    }
}
