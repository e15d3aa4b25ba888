/// A name or label in both languages.
public struct BilingualText: Sendable, Hashable {
    /// Chinese.
    public let chinese: String
    /// English.
    public let english: String

    /// Makes a label.
    public init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The label in a language.
    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}

/// The legal rank of an act; always shown, since acts of different rank do not bind alike (立法法 2023, ch. 4–5).
public enum Rank: String, Sendable, CaseIterable {
    /// 法律
    case law
    /// 行政法规
    case administrativeRegulation = "administrative-regulation"
    /// 地方性法规: 条例 of a people's congress.
    case localRegulation = "local-regulation"
    /// 规章: 办法, 规定 of a ministry or local government.
    case governmentRule = "government-rule"
    /// 规范性文件: notice of an office.
    case normativeDocument = "normative-document"

    /// How the rank is named in both languages.
    public var label: BilingualText {
        switch self {
        case .law: BilingualText(chinese: "法律", english: "law")
        case .administrativeRegulation: BilingualText(chinese: "行政法规", english: "administrative regulation")
        case .localRegulation: BilingualText(chinese: "地方性法规", english: "local regulation, people’s congress")
        case .governmentRule: BilingualText(chinese: "政府规章", english: "government rule")
        case .normativeDocument: BilingualText(chinese: "规范性文件", english: "normative document, office notice")
        }
    }
}

/// The territory an act rules.
public struct Jurisdiction: Sendable, Hashable {
    /// The level of government.
    public enum Level: String, Sendable, CaseIterable {
        /// The state.
        case national
        /// Province or autonomous region.
        case province
        /// Municipality directly under the central government.
        case municipality
        /// City or prefecture.
        case city
        /// County or district.
        case county
    }

    /// Name in both languages (连云港, Lianyungang).
    public let name: BilingualText
    /// ISO 3166-2 letters for a province (`cn-js`), GB/T 2260 digits for a city (`cn-320700`).
    public let code: String
    /// Level of government.
    public let level: Level

    /// Makes a jurisdiction.
    public init(name: BilingualText, code: String, level: Level) {
        self.name = name
        self.code = code
        self.level = level
    }
}

/// How a text came into its language.
public enum Translation: String, Sendable, CaseIterable {
    /// The language the act was made in.
    case original
    /// A translation published by authority.
    case official
    /// A machine translation, without authority.
    case machine
}

/// The titles of an act as far as they are known; a text shows one of them.
public struct ActTitles: Sendable, Hashable {
    /// Chinese title.
    public let chinese: String?
    /// English title.
    public let english: String?

    /// Makes titles.
    public init(chinese: String?, english: String?) {
        self.chinese = chinese
        self.english = english
    }

    /// The title that a text shows.
    public init(_ regulation: Regulation) {
        let title = regulation.title.isEmpty ? nil : regulation.title
        self.init(
            chinese: regulation.language == .chinese ? title : nil,
            english: regulation.language == .english ? title : nil)
    }

    /// Those that are known.
    public var all: [String] { [chinese, english].compactMap(\.self) }
}

/// One text under comparison 对照文本: a regulation as read, and what is known of it besides.
public struct Witness: Sendable {
    /// The regulation as read.
    public let regulation: Regulation
    /// Territory, where known.
    public let jurisdiction: Jurisdiction?
    /// Rank of the act, where known.
    public let rank: Rank?
    /// How the text came into its language.
    public let translation: Translation
    /// File as named in the corpus.
    public let file: String
    /// SHA-256 of the file, hexadecimal.
    public let sha256: String
    /// Where the text was found, in words.
    public let sourceNote: String
    /// Id of the upper act that this one implements, where it does.
    public let implements: String?
    /// Id of the act that this explainer explains, where it is held.
    public let explains: String?
    /// Titles in both languages, as far as they are known.
    public let titles: ActTitles

    /// Makes a witness. Without `titles` it has the one that its text shows.
    public init(
        regulation: Regulation, jurisdiction: Jurisdiction?, rank: Rank?, translation: Translation, file: String,
        sha256: String, sourceNote: String, implements: String?,
        explains: String? = nil, titles: ActTitles? = nil
    ) {
        self.regulation = regulation
        self.jurisdiction = jurisdiction
        self.rank = rank
        self.translation = translation
        self.file = file
        self.sha256 = sha256
        self.sourceNote = sourceNote
        self.implements = implements
        self.explains = explains
        self.titles = titles ?? ActTitles(regulation)
    }

    /// The same text under another id, where two texts beside each other have the same.
    package func named(_ id: String) -> Witness {
        var regulation = regulation
        regulation.id = id
        return Witness(
            regulation: regulation, jurisdiction: jurisdiction, rank: rank, translation: translation, file: file,
            sha256: sha256, sourceNote: sourceNote, implements: implements, explains: explains, titles: titles)
    }

    /// The same text, explaining an act where it is not known to explain one.
    package func explaining(_ act: String?) -> Witness {
        Witness(
            regulation: regulation, jurisdiction: jurisdiction, rank: rank, translation: translation, file: file,
            sha256: sha256, sourceNote: sourceNote, implements: implements, explains: explains ?? act, titles: titles)
    }

    /// Id of the regulation.
    public var id: String { regulation.id }

    /// Short name for column headings: the jurisdiction's, else the id.
    public var name: BilingualText {
        jurisdiction?.name ?? BilingualText(chinese: regulation.id, english: regulation.id)
    }
}
