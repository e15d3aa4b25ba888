import ComparisonMatrix
import RegulationModel

/// A small regulation written in a test; its text and spans are made together.
struct RegulationDraft {
    struct Paragraph: ExpressibleByStringLiteral {
        var text: String
        var points: [(mark: String, text: String)] = []
        var wrapUp: String?

        init(_ text: String, points: [(mark: String, text: String)] = [], wrapUp: String? = nil) {
            self.text = text
            self.points = points
            self.wrapUp = wrapUp
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    struct Article {
        var number: Int
        var paragraphs: [Paragraph]

        init(_ number: Int, _ paragraphs: Paragraph...) {
            self.number = number
            self.paragraphs = paragraphs
        }
    }

    var id: String
    /// The id where it is empty.
    var title = ""
    var language = Language.chinese
    var authority = Authority.act
    var status = Completeness.Status.whole
    /// Heading of each chapter and the number of articles in it.
    var chapters: [(heading: String, articles: Int)] = []
    /// Text before the act that must reach no cell.
    var outside = ""
    var articles: [Article]

    var witness: Witness {
        Witness(
            regulation: regulation, jurisdiction: nil, rank: nil, translation: .original, file: "\(id).txt",
            sha256: "", sourceNote: "", implements: nil)
    }

    var regulation: Regulation {
        var writer = DraftWriter()
        if !outside.isEmpty { _ = writer.line(outside) }
        let outsideEnd = writer.bytes.count
        let groupings = headings(&writer)
        let provisions = articles.map { provision($0, &writer) }
        let source = SourceText(name: "\(id).txt", bytes: writer.bytes)
        return Regulation(
            id: id, source: source, title: title.isEmpty ? id : title, titleSpan: nil, language: language,
            authority: authority,
            completeness: Completeness(status, proof: []), documentNumber: nil, dates: RegulationDates(), repeals: [],
            groupings: groupings, articles: authority == .explainer ? [] : provisions,
            sections: authority == .explainer ? provisions : [],
            parts: [
                DocumentPart(.commentary, ByteSpan(0, outsideEnd)),
                DocumentPart(.article, ByteSpan(outsideEnd, writer.bytes.count)),
            ], diagnostics: [])
    }

    private func headings(_ writer: inout DraftWriter) -> [Grouping] {
        var start = 0
        return chapters.enumerated().map { index, chapter in
            let mark = writer.line("Chapter \(index + 1)")
            let heading = writer.line(chapter.heading)
            let range = start..<(start + chapter.articles)
            start = range.upperBound
            return Grouping(
                level: .chapter, eId: EId("chp_\(index + 1)"), number: ProvisionNumber(index + 1), mark: mark,
                heading: heading, span: ByteSpan(mark.start, heading.end), parent: nil, articles: range)
        }
    }

    private func provision(_ article: Article, _ writer: inout DraftWriter) -> Provision {
        let isSection = authority == .explainer
        let eId = EId("\(isSection ? "sec" : "art")_\(article.number)")
        let mark = writer.line("Mark \(article.number)")
        let paragraphs = article.paragraphs.enumerated().map { index, paragraph in
            self.paragraph(paragraph, eId.child(.paragraph, ProvisionNumber(index + 1)), index + 1, &writer)
        }
        return Provision(
            level: isSection ? .section : .article, eId: eId, number: ProvisionNumber(article.number), mark: mark,
            span: ByteSpan(mark.start, writer.bytes.count), children: paragraphs)
    }

    private func paragraph(
        _ paragraph: Paragraph, _ eId: EId, _ position: Int, _ writer: inout DraftWriter
    ) -> Provision {
        let text = writer.line(paragraph.text)
        let points = paragraph.points.enumerated().map { index, point in
            let mark = writer.piece(point.mark)
            let text = writer.line(point.text)
            return Provision(
                level: .point, eId: eId.child(.point, ProvisionNumber(index + 1)), number: ProvisionNumber(index + 1),
                mark: mark, span: ByteSpan(mark.start, text.end), text: [text])
        }
        let wrapUp = paragraph.wrapUp.map { writer.line($0) }
        return Provision(
            level: .paragraph, eId: eId, number: ProvisionNumber(position), mark: nil,
            span: ByteSpan(text.start, writer.bytes.count), text: [text], children: points, wrapUp: wrapUp)
    }
}

/// Writes text and tells where it stands.
struct DraftWriter {
    var bytes: [UInt8] = []

    mutating func piece(_ text: String) -> ByteSpan {
        let start = bytes.count
        bytes += Array(text.utf8)
        return ByteSpan(start, bytes.count)
    }

    mutating func line(_ text: String) -> ByteSpan {
        let span = piece(text)
        bytes.append(UInt8(ascii: "\n"))
        return span
    }
}

extension TopicTable {
    /// Two topics that the tests speak of, and one that no text has.
    static let sample = TopicTable(topics: [
        Topic(
            id: "funding", name: BilingualText(chinese: "经费", english: "Funding"), definition: "Who pays.",
            evidence: [
                .chinese: TopicEvidence(strong: ["经费", "财政预算"]),
                .english: TopicEvidence(strong: ["funds", "fiscal budget"]),
            ]),
        Topic(
            id: "training", name: BilingualText(chinese: "培训", english: "Training"), definition: "Who is trained.",
            evidence: [
                .chinese: TopicEvidence(strong: ["培训", "岗前培训"], against: ["培训费"]),
                .english: TopicEvidence(strong: ["training of", "trained * before"]),
            ]),
        Topic(
            id: "medals", name: BilingualText(chinese: "奖章", english: "Medals"), definition: "Who is honoured.",
            evidence: [.chinese: TopicEvidence(strong: ["奖章"]), .english: TopicEvidence(strong: ["medal"])]),
    ])
}
