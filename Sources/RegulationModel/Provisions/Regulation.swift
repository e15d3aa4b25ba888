/// Language a text is written in.
public enum Language: String, Sendable, CaseIterable {
    /// Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"
}

/// What a text is worth as a source of the act.
public enum Authority: String, Sendable, CaseIterable {
    /// The act itself, whole.
    case act
    /// Articles of the act, not all of it.
    case excerpt
    /// A secondary source that speaks of the act.
    case explainer
}

/// How much of an act a text holds, and how that is shown. `silent` may be said of a whole act only.
public struct Completeness: Sendable, Hashable {
    /// The three things that can be shown.
    public enum Status: String, Sendable, CaseIterable {
        /// All articles are held.
        case whole
        /// Some articles are held.
        case part
        /// No article is held.
        case none
    }

    /// What is shown.
    public let status: Status
    /// The evidence, a sentence each ("numbering runs from 1 to 52 without a gap").
    public let proof: [String]

    /// Makes a statement of completeness.
    public init(_ status: Status, proof: [String]) {
        self.status = status
        self.proof = proof
    }
}

/// A calendar date as the text gives it.
public struct CalendarDate: Hashable, Sendable, Comparable {
    /// Year of the common era.
    public let year: Int
    /// Month, 1 to 12.
    public let month: Int
    /// Day, 1 to 31.
    public let day: Int

    /// Makes a date; nil where no calendar has it.
    public init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= lengths[month - 1] else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// ISO 8601, `2021-12-31`.
    public var text: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Order in time.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}

/// The dates a text states of the act. One that cannot be read is nil, and a diagnostic says so.
public struct RegulationDates: Sendable, Hashable {
    /// 通过
    public var adopted: CalendarDate?
    /// 批准
    public var approved: CalendarDate?
    /// 公布, 印发
    public var issued: CalendarDate?
    /// 修正, 修订: ascending, each once.
    public var amended: [CalendarDate] = []
    /// 施行
    public var effective: CalendarDate?
    /// Publication of an explainer or page, not of the act.
    public var published: CalendarDate?

    /// No date known.
    public init() {}
}

/// An act that a closing article repeals.
public struct Repeal: Sendable, Hashable {
    /// Title and document number as printed.
    public let text: ByteSpan
    /// The article that says so.
    public let article: EId

    /// Makes a repeal.
    public init(text: ByteSpan, article: EId) {
        self.text = text
        self.article = article
    }
}

/// One regulation as read from one text: the result of parsing.
public struct Regulation: Sendable {
    /// Short id, unique in its corpus; a file's name without its endings where there is no corpus.
    public var id: String
    /// The text it was read from.
    public let source: SourceText
    /// Title as printed, without decoration; empty where none was found.
    public var title: String
    /// Where the title stands.
    public let titleSpan: ByteSpan?
    /// Main language.
    public let language: Language
    /// What its levels are called in Chinese.
    public let levelNames: LevelNames
    /// What the text is worth.
    public let authority: Authority
    /// How much of the act it holds.
    public let completeness: Completeness
    /// Document number as printed (发文字号).
    public var documentNumber: String?
    /// Dates stated in the text.
    public var dates: RegulationDates
    /// Acts repealed.
    public let repeals: [Repeal]
    /// Parts, chapters and sections in document order.
    public let groupings: [Grouping]
    /// Articles in document order.
    public let articles: [Provision]
    /// Numbered sections of an explainer in document order.
    public let sections: [Provision]
    /// The parts of the document; together they cover every byte once, in order.
    public let parts: [DocumentPart]
    /// What was noticed while reading, in document order.
    public var diagnostics: [Diagnostic]

    /// Makes a regulation.
    public init(
        id: String, source: SourceText, title: String, titleSpan: ByteSpan?, language: Language, authority: Authority,
        completeness: Completeness, documentNumber: String?, dates: RegulationDates, repeals: [Repeal],
        groupings: [Grouping], articles: [Provision], sections: [Provision], parts: [DocumentPart],
        diagnostics: [Diagnostic], levelNames: LevelNames = .mainland
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.titleSpan = titleSpan
        self.language = language
        self.levelNames = levelNames
        self.authority = authority
        self.completeness = completeness
        self.documentNumber = documentNumber
        self.dates = dates
        self.repeals = repeals
        self.groupings = groupings
        self.articles = articles
        self.sections = sections
        self.parts = parts
        self.diagnostics = diagnostics
    }

    /// What the text is made of: its articles, or an explainer's sections.
    public var provisions: [Provision] { articles.isEmpty ? sections : articles }

    /// The provision at an address, at any depth.
    public func provision(at eId: EId) -> Provision? {
        let top = eId.article
        return provisions.first { $0.eId == top }?.provision(at: eId)
    }

    /// The groupings an article lies in, widest first.
    public func groupings(ofArticleAt index: Int) -> [Grouping] {
        groupings.filter { $0.articles.contains(index) }
    }

    /// Own text of a provision in one string (without its points), white space folded.
    public func ownText(_ provision: Provision) -> String { source.flowed(provision.text) }

    /// Text of a provision and all below it in one string, marks left out, white space folded.
    public func fullText(_ provision: Provision) -> String { source.flowed(provision.allText) }

    /// The printed mark of a provision, or nil.
    public func mark(_ provision: Provision) -> String? { provision.mark.map { source.flowed([$0]) } }
}
