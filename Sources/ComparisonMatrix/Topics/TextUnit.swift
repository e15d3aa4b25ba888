import RegulationModel

/// What topics are assigned to: a paragraph with its points, or a clause of an explainer. Marks are left out.
struct TextUnit {
    /// The paragraph; for a clause, the provision it stands in.
    let provision: EId
    /// All bytes of the unit's text, in reading order.
    let spans: [ByteSpan]
    /// Introductory or only text, white space folded.
    let lead: String
    /// Points, sub-points and closing text, each by itself, white space folded.
    let points: [String]
    /// False for a clause of an explainer that does not tell what the act says.
    let isOfAct: Bool

    /// The units of a text in document order.
    static func units(of regulation: Regulation) -> [TextUnit] {
        switch regulation.authority {
        case .act, .excerpt: regulation.provisions.flatMap { paragraphs(of: $0, in: regulation) }
        case .explainer: ExplainerClauses(regulation).units
        }
    }

    private static func paragraphs(of article: Provision, in regulation: Regulation) -> [TextUnit] {
        let paragraphs = article.children.isEmpty ? [article] : article.children
        return paragraphs.map { paragraph in
            var pieces = paragraph.children.flatMap { point in
                [point.text] + point.children.map(\.allText) + (point.wrapUp.map { [[$0]] } ?? [])
            }
            if let wrapUp = paragraph.wrapUp { pieces.append([wrapUp]) }
            return TextUnit(
                provision: paragraph.eId, spans: paragraph.allText, lead: regulation.ownText(paragraph),
                points: pieces.map(regulation.source.flowed), isOfAct: true)
        }
    }
}
