import ComparisonMatrix
import RegulationModel

/// Question cards for flash-card programs: RFC 4180, front and back in the first two columns.
///
/// The header begins with `#`, by which Anki passes it over; whoever reads it as a table has a header as ever. What Anki
/// must be told besides (that a comma separates, which column holds tags) would be records of another length, which
/// RFC 4180 forbids: `anki` writes a file of its own.
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

    /// Lines that Anki reads before the cards (its manual, “Text files”): a note is known by its third column, so that cards
    /// imported again are mended and not doubled. Front and back come first, since Anki takes the first columns for them.
    /// Columns have no names: Anki would look for fields that are called so, in whatever language it speaks.
    private static let ankiHead = ["#separator:Comma", "#html:false", "#guid column:3", "#tags column:4"]

    /// The questions for Anki: front, back, identity, tags. No program takes these for formulas, so text stays as it is.
    static func anki(_ guide: StudyGuide) -> String {
        let cards = guide.cards.map { card in
            let words = CardWords(guide: guide, card: card)
            let fields = [front(words), back(words), "duizhao:" + card.id, tags(card, guide)]
            return fields.map(CSVText.quoted).joined(separator: ",")
        }
        return (ankiHead + cards).map { $0 + "\r\n" }.joined()
    }

    private static func front(_ words: CardWords) -> String {
        let lettered = words.options.enumerated().map { "\(CardWords.letter($0)). \($1)" }
        return ([words.question] + lettered).joined(separator: "\n")
    }

    private static func back(_ words: CardWords) -> String {
        let answer = words.letter.map { "\($0). \(words.answer)" } ?? words.answer
        return ([answer] + words.proofLines).joined(separator: "\n")
    }

    private static func tags(_ card: StudyCard, _ guide: StudyGuide) -> String {
        let translation = guide.column(card.witness)?.translation ?? .original
        let origin = translation == .original ? [] : [translation.rawValue + "-translation"]
        return ([card.kind.rawValue, card.section.rawValue, FileName.safe(card.witness)] + origin)
            .joined(separator: " ")
    }

    private static func record(_ card: StudyCard, _ guide: StudyGuide) -> [String] {
        let words = CardWords(guide: guide, card: card)
        let options = words.options
        let columns = (0..<Self.options).map { $0 < options.count ? options[$0] : "" }
        let proof = words.proof
        let name = guide.name(of: card.witness)
        let authority = guide.column(card.witness)?.regulation.authority.rawValue ?? ""
        return [
            front(words), back(words), card.id, card.kind.rawValue, card.section.rawValue, card.witness, name.chinese,
            name.english,
            words.language.rawValue, authority, card.matter.chinese, card.matter.withOwnEnglish.english, words.question,
        ] + columns + [
            words.answer, words.letter ?? "", proof.map(\.citation.chinese).joined(separator: "；"),
            proof.map(\.citation.english).joined(separator: "; "), proof.map(\.words).joined(separator: "\n"),
            card.proof.map(\.provision.text).joined(separator: " "),
            tags(card, guide),
        ]
    }
}
