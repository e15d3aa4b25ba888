/// What a stretch of a document is. The parts of a regulation tile its source: every byte lies in exactly one.
public enum PartKind: String, Sendable, CaseIterable {
    // Inside the act.
    /// Title of the act, where it heads the body.
    case title
    /// 题注: adopting body, dates, amendments under the title.
    case adoptionNote
    /// 目录
    case tableOfContents
    /// 序言, or text between the title and the first provision.
    case preamble
    /// Heading of a part, chapter or section.
    case grouping
    /// One article.
    case article
    /// One numbered section of an explainer (its heading with it).
    case section
    /// 附件, 附表 and what they hold.
    case annex

    // Outside the act.
    /// Lines without a visible character, and a byte order mark.
    case layout
    /// Heading of the page, which repeats the title.
    case pageHeading
    /// Title, author and opening words of an explainer.
    case introduction
    /// Site navigation above the text.
    case navigation
    /// Somebody's words about the act.
    case commentary
    /// Text that reads like an article of the act but is quoted without a number.
    case unnumberedProvision
    /// Paragraphs that speak of another jurisdiction's rules.
    case otherJurisdiction
    /// A label in front of quoted provisions (`Legal basis:`).
    case quotationLabel
    /// Document number of the notice (发文字号).
    case documentNumber
    /// Title of the notice that issues the act.
    case noticeTitle
    /// Addressees of the notice (主送机关).
    case addressees
    /// Text of the notice.
    case noticeText
    /// Issuing body and date.
    case signature
    /// Note on publication in brackets, e.g. 此件公开发布.
    case publicationNote
    /// Another act printed behind the one that is read, or another version of it printed beside it.
    case furtherAct
    /// News and teasers that have nothing to do with the act.
    case unrelated
    /// What the site adds: share buttons, thanks, imprint.
    case siteResidue
    /// Footnotes and endnotes of a document.
    case footnote
    /// Headers, footers and page numbers of a document's pages.
    case runningHead

    /// True where the part is no text of the act and of no explainer's sections.
    public var isOutside: Bool {
        switch self {
        case .title, .adoptionNote, .tableOfContents, .preamble, .grouping, .article, .section, .annex: false
        case .layout, .pageHeading, .introduction, .navigation, .commentary, .unnumberedProvision, .otherJurisdiction,
            .quotationLabel, .documentNumber, .noticeTitle, .addressees, .noticeText, .signature, .publicationNote,
            .furtherAct, .unrelated, .siteResidue, .footnote, .runningHead:
            true
        }
    }
}

/// One stretch of a document with its kind.
public struct DocumentPart: Sendable, Hashable {
    /// What it is.
    public let kind: PartKind
    /// Its bytes.
    public let span: ByteSpan

    /// Makes a part.
    public init(_ kind: PartKind, _ span: ByteSpan) {
        self.kind = kind
        self.span = span
    }
}
