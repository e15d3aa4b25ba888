import ComparisonMatrix
import RegulationModel

/// Question cards for flash-card programs: RFC 4180, front and back in the first two columns.
///
/// The header begins with `#`, by which Anki passes it over; whoever reads it as a table has a header as ever.
enum CardsCSV {
    static let header = [
        "#front", "back", "id", "kind", "section", "text", "text_zh", "text_en", "language", "authority", "matter_zh",
        "matter_en", "question", "option_a", "option_b", "option_c", "option_d", "answer", "answer_letter",
        "citation_zh", "citation_en", "quotation", "eId", "tags",
    ]
    /// As many options have a column.
    private static let options = 4

    static func text(_ guide: StudyGuide) -> String {
        CSVText.text([header] + guide.cards.map { record($0, guide) })
    }

    private static func record(_ card: StudyCard, _ guide: StudyGuide) -> [String] {
        let words = CardWords(guide: guide, card: card)
        let options = words.options
        let lettered = options.enumerated().map { "\(CardWords.letter($0)). \($1)" }
        let front = ([words.question] + lettered).joined(separator: "\n")
        let answer = words.letter.map { "\($0). \(words.answer)" } ?? words.answer
        let back = ([answer] + words.proofLines).joined(separator: "\n")
        let columns = (0..<Self.options).map { $0 < options.count ? options[$0] : "" }
        let proof = words.proof
        let name = guide.name(of: card.witness)
        let authority = guide.column(card.witness)?.regulation.authority.rawValue ?? ""
        return [
            front, back, card.id, card.kind.rawValue, card.section.rawValue, card.witness, name.chinese, name.english,
            words.language.rawValue, authority, card.matter.chinese, card.matter.english, words.question,
        ] + columns + [
            words.answer, words.letter ?? "", proof.map(\.citation.chinese).joined(separator: "；"),
            proof.map(\.citation.english).joined(separator: "; "), proof.map(\.words).joined(separator: "\n"),
            card.proof.map(\.provision.text).joined(separator: " "),
            [card.kind.rawValue, card.section.rawValue, FileName.safe(card.witness)].joined(separator: " "),
        ]
    }
}
