import RegulationModel

/// The JSON contract of a parsed regulation. Field names are stable; a field without a value is `null`.
struct RegulationJSON: Encodable, Sendable {
    let id: String
    let title: String
    let language: String
    let authority: String
    let completeness: Completeness
    @OrNull var jurisdiction: Jurisdiction?
    @OrNull var rank: String?
    @OrNull var translation: String?
    @OrNull var implements: String?
    @OrNull var explains: String?
    @OrNull var file: String?
    @OrNull var sha256: String?
    @OrNull var documentNumber: String?
    let dates: Dates
    let repeals: [Repeal]
    let groupings: [Grouping]
    let chapters: [Grouping]
    let articles: [Article]
    let sections: [Section]
    let parts: [Part]
    let diagnostics: [DiagnosticJSON]

    struct Completeness: Encodable, Sendable {
        let status: String
        let proof: [String]
    }

    struct Jurisdiction: Encodable, Sendable {
        let name: JSONLabel
        let code: String
        let level: String
    }

    struct Dates: Encodable, Sendable {
        @OrNull var adopted: String?
        @OrNull var approved: String?
        @OrNull var issued: String?
        let amended: [String]
        @OrNull var effective: String?
        @OrNull var published: String?
    }

    struct Repeal: Encodable, Sendable {
        let text: String
        let article: String
        let span: JSONSpan
    }

    struct Grouping: Encodable, Sendable {
        let eId: String
        let level: String
        let number: Int
        let branches: [Int]
        let title: String
        let mark: String
        let line: Int
        @OrNull var parent: String?
        /// Ordinals of the first and the last article; empty where the grouping holds none.
        let articles: [Int]
        let span: JSONSpan
    }

    struct Article: Encodable, Sendable {
        let eId: String
        @OrNull var number: String?
        let ordinal: Int
        let branches: [Int]
        @OrNull var chapter: Int?
        @OrNull var heading: String?
        let paragraphs: [Paragraph]
        let span: JSONSpan
    }

    struct Section: Encodable, Sendable {
        let eId: String
        @OrNull var number: String?
        let ordinal: Int
        @OrNull var heading: String?
        let paragraphs: [Paragraph]
        let span: JSONSpan
    }

    struct Paragraph: Encodable, Sendable {
        let eId: String
        let text: String
        let points: [Point]
        @OrNull var wrapUp: String?
        let span: JSONSpan
    }

    struct Point: Encodable, Sendable {
        let eId: String
        @OrNull var number: String?
        let ordinal: Int
        let text: String
        let subpoints: [Point]
        @OrNull var wrapUp: String?
        let span: JSONSpan
    }

    struct Part: Encodable, Sendable {
        let kind: String
        let outside: Bool
        let lines: JSONLines
        let span: JSONSpan
    }
}

/// One diagnostic in JSON.
struct DiagnosticJSON: Encodable, Sendable {
    let id: String
    let severity: String
    let message: String
    @OrNull var provision: String?
    let span: JSONSpan
}

extension RegulationJSON.Dates {
    init(_ dates: RegulationDates) {
        adopted = dates.adopted?.text
        approved = dates.approved?.text
        issued = dates.issued?.text
        amended = dates.amended.map(\.text)
        effective = dates.effective?.text
        published = dates.published?.text
    }
}

extension RegulationJSON.Jurisdiction {
    init(_ jurisdiction: Jurisdiction) {
        name = JSONLabel(jurisdiction.name)
        code = jurisdiction.code
        level = jurisdiction.level.rawValue
    }
}
