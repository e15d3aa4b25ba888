import ProvisionAlignment
import RegulationModel

/// Makes the rows of an article matrix: every article of the base in exactly one.
struct ArticleRows {
    let base: TextColumn
    let others: [TextColumn]
    let links: LinkTable

    /// The rows in the order of the base; each chapter heading stands at its first row.
    func rows() -> [Row] {
        let headings = ChapterHeadings(base: base, others: others, links: links)
        var last: [Int] = []
        return base.regulation.provisions.enumerated().map { place, article in
            let path = headings.path(ofArticleAt: place)
            let opens = path != last
            last = path
            return Row(
                id: article.eId.text, heading: heading(of: article), note: nil,
                group: opens ? headings.heading(path) : nil, cells: cells(of: article))
        }
    }

    private func cells(of article: Provision) -> [Cell] {
        let own = [base.quotations.quotation(of: article, .own)].compactMap { $0 }
        return [base.cells.cell(own)] + others.map { $0.cells.cell(quotations(of: article.eId, in: $0)) }
    }

    /// The linked provisions in document order; the cell puts the main ones first.
    private func quotations(of article: EId, in other: TextColumn) -> [Quotation] {
        let found = links.links(from: article, of: base.witness.id, to: other.witness.id)
        let ordered = found.compactMap { link in other.provision(at: link.other).map { (link, $0) } }
            .sorted { $0.1.span < $1.1.span }
        return ordered.compactMap { link, provision in
            let basis = QuotationBasis(reasons: link.reasons, score: link.score, isPart: link.strength == .part)
            return other.quotations.quotation(of: provision, basis)
        }
    }

    private func heading(of article: Provision) -> BilingualText {
        let citation = Citation(article.eId, in: base.regulation)
        return BilingualText(
            chinese: citation?.chinese ?? article.eId.text, english: citation?.english ?? article.eId.text)
    }
}
