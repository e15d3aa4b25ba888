import ComparisonMatrix
import RegulationModel

/// The articles whose topics a person should look at, as a tab-separated table.
enum TopicReviewTable {
    static let header = [
        "document", "article", "citation", "topics", "doubt", "doubt_zh", "doubt_en", "suggestion", "text",
    ]

    /// Tabs and line breaks cannot stand in a field: printed text has its white space folded.
    static func text(_ review: TopicReview) -> String {
        let records = review.items.map { item in
            [
                item.witness, item.article.text, item.citation.chinese, item.topics.joined(separator: " "),
                item.doubt.rawValue, item.doubt.label.chinese, item.doubt.label.english, item.suggestion ?? "",
                item.text,
            ]
        }
        return ([header] + records).map { fields in
            fields.map(TerminalText.line).joined(separator: "\t") + "\n"
        }.joined()
    }
}
