import ProvisionAlignment
import RegulationModel

/// What a cell can say 格状态.
public enum CellState: String, Sendable, CaseIterable {
    /// The act rules on it; text and citation are shown.
    case present
    /// The whole act is held and nothing in it rules on this.
    case silent
    /// Only part of the act is held, or none of it, or the text could not be judged; nothing can be said.
    case notInExcerpt = "not-in-excerpt"
    /// Only a secondary source speaks of it.
    case explained
    /// The act refers the matter to another act or body.
    case delegated

    /// What readers see.
    public var label: BilingualText {
        switch self {
        case .present: BilingualText(chinese: "有规定", english: "rules on it")
        case .silent: BilingualText(chinese: "未规定", english: "silent")
        case .notInExcerpt: BilingualText(chinese: "节录未载", english: "not in the excerpt")
        case .explained: BilingualText(chinese: "仅见解读", english: "explained, not the act")
        case .delegated: BilingualText(chinese: "援引他法", english: "delegated")
        }
    }

    /// What readers see in the column of a text of this authority. `notInExcerpt` is also said of an explainer, and of
    /// a whole act that was not compared or not searched: neither is an excerpt.
    public func label(for authority: Authority) -> BilingualText {
        switch (self, authority) {
        case (.notInExcerpt, .explainer): BilingualText(chinese: "解读未载", english: "not in the explainer")
        case (.notInExcerpt, .act): BilingualText(chinese: "无从判断", english: "cannot be said")
        case (.notInExcerpt, .excerpt), (.present, _), (.silent, _), (.explained, _), (.delegated, _): label
        }
    }
}

/// One provision shown in a cell, as printed, with its provenance.
public struct Quotation: Sendable {
    /// One line of the quotation.
    public struct Line: Sendable, Hashable {
        /// Level of the provision the line belongs to.
        public let level: Level
        /// Mark as printed, for points and sub-points.
        public let mark: String?
        /// Text as printed, white space folded.
        public let text: String

        /// Makes a line.
        public init(level: Level, mark: String?, text: String) {
            self.level = level
            self.mark = mark
            self.text = text
        }
    }

    /// Address of the provision quoted.
    public let eId: EId
    /// Its citation in both languages.
    public let citation: Citation
    /// Language of the text.
    public let language: Language
    /// The printed text.
    public let lines: [Line]
    /// First and last line of it in the source.
    public let sourceLines: ClosedRange<Int>
    /// Why it stands in this cell, in words.
    public let reasons: [String]
    /// Confidence, 0 … 1; nil where a person decided or nothing had to be decided (a row's own base article).
    public let score: Double?
    /// True where only a part of the provision answers the row.
    public let isPart: Bool
    /// Where the provision refers the matter to: the act or body as printed; nil where it rules itself.
    public let delegatedTo: String?
    /// Id of the text that holds the act it refers the matter to; nil where none of the texts at hand does.
    public let delegatedDocument: String?
    /// The person's decision by which it stands here; nil where it was found or given.
    public let decision: LinkOrigin.Decision?

    /// Makes a quotation.
    public init(
        eId: EId, citation: Citation, language: Language, lines: [Line], sourceLines: ClosedRange<Int>,
        reasons: [String], score: Double?, isPart: Bool, delegatedTo: String?, delegatedDocument: String? = nil,
        decision: LinkOrigin.Decision? = nil
    ) {
        self.eId = eId
        self.citation = citation
        self.language = language
        self.lines = lines
        self.sourceLines = sourceLines
        self.reasons = reasons
        self.score = score
        self.isPart = isPart
        self.delegatedTo = delegatedTo
        self.delegatedDocument = delegatedDocument
        self.decision = decision
    }
}

/// One cell 格: what one text says on one row.
public struct Cell: Sendable {
    /// What it can say.
    public let state: CellState
    /// The provisions, main ones first, then in document order; empty for `silent` and `notInExcerpt`.
    public let quotations: [Quotation]
    /// Why the state is claimed, for a reader.
    public let reason: BilingualText

    /// Makes a cell.
    public init(state: CellState, quotations: [Quotation], reason: BilingualText) {
        self.state = state
        self.quotations = quotations
        self.reason = reason
    }
}

/// One row 行: a topic, one article of the base, or one family of provisions.
public struct Row: Sendable {
    /// Stable id, fit for an anchor (`recusal`, `art_21`).
    public let id: String
    /// What the row is about. For an article of the base, its citation.
    public let heading: BilingualText
    /// A definition or a note; nil where there is none.
    public let note: String?
    /// The full-width heading that opens with this row (a chapter of the base, a group of topics); nil inside one.
    public let group: BilingualText?
    /// One cell for each column, in the columns' order.
    public let cells: [Cell]

    /// Makes a row.
    public init(id: String, heading: BilingualText, note: String?, group: BilingualText?, cells: [Cell]) {
        self.id = id
        self.heading = heading
        self.note = note
        self.group = group
        self.cells = cells
    }
}

/// A comparison matrix 对照表: the result, free of any format.
public struct Matrix: Sendable {
    /// What the rows are.
    public enum RowKind: String, Sendable, CaseIterable {
        /// One row for each topic of the corpus.
        case topics
        /// One row for each article of the base.
        case articles
        /// One row for each family of provisions that answer each other.
        case families
    }

    /// Stable id: `matrix`, `families`, `articles-lianyungang`.
    public let id: String
    /// What the matrix is about.
    public let title: BilingualText
    /// What the rows are.
    public let rowKind: RowKind
    /// Index of the base column, if there is one.
    public let base: Int?
    /// The texts compared, one for each column.
    public let columns: [Witness]
    /// The rows.
    public let rows: [Row]

    /// Makes a matrix.
    public init(
        id: String, title: BilingualText, rowKind: RowKind, base: Int?, columns: [Witness], rows: [Row]
    ) {
        self.id = id
        self.title = title
        self.rowKind = rowKind
        self.base = base
        self.columns = columns
        self.rows = rows
    }
}
