import ProvisionAlignment
import RegulationModel

/// What an explainer says on a row of articles.
struct ExplainerAnswers {
    let column: TextColumn
    /// The topics of its clauses, where the corpus has topics.
    let cells: TopicCells?
    /// Names of the topics by id.
    let names: [String: BilingualText]

    /// Of each section given the clauses on the row's matters; then the clauses of other sections on its main one, as a
    /// part of what answers.
    func quotations(
        of sections: [(section: Provision, basis: QuotationBasis)], on matters: [String]
    ) -> [Quotation] {
        var quotations = sections.flatMap { clauses(on: matters, of: $0.section, $0.basis) }
        if let main = matters.first, let cells {
            let places = Set(sections.compactMap { column.place(of: $0.section.eId) })
            for place in cells.places(of: main) where !places.contains(place) {
                quotations += cells.quotations(main, place: place).map { $0.asPart(reason: sameTopic(main)) }
            }
        }
        return quotations
    }

    /// The clauses of a section on the first of the matters that it has; none where it has none of them: of the three
    /// such links on the corpus one is right. All that the section tells of the act where topics cannot judge: there
    /// are none, the row has none, or they are not made for the text.
    private func clauses(on matters: [String], of section: Provision, _ basis: QuotationBasis) -> [Quotation] {
        guard let cells, !cells.isOffSubject, !matters.isEmpty, let place = column.place(of: section.eId) else {
            return [column.explanation(in: section, basis)].compactMap { $0 }
        }
        return matters.lazy.map { cells.quotations($0, place: place, basis) }.first { !$0.isEmpty } ?? []
    }

    private func sameTopic(_ topic: String) -> String {
        guard let name = names[topic] else { return "same topic: \(topic)" }
        return "same topic: \(name.chinese) (\(name.english))"
    }
}

extension Quotation {
    /// The same quotation as a part of what answers, with a reason put first.
    func asPart(reason: String) -> Quotation {
        Quotation(
            eId: eId, citation: citation, language: language, lines: lines, sourceLines: sourceLines,
            reasons: [reason] + reasons, score: score, isPart: true, delegatedTo: delegatedTo,
            delegatedDocument: delegatedDocument, decision: decision)
    }
}
