import ProvisionAlignment
import RegulationModel

/// Makes the rows of an article matrix: every article of the base in exactly one.
struct ArticleRows {
    let base: TextColumn
    let others: [TextColumn]
    let links: LinkTable
    /// The topics of the base and of the other texts, where the corpus has topics.
    let topics: ArticleTopics?

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
                group: opens ? headings.heading(path) : nil, cells: cells(of: article, at: place))
        }
    }

    private func cells(of article: Provision, at place: Int) -> [Cell] {
        let own = [base.quotations.quotation(of: article, .own)].compactMap { $0 }
        let answers = others.enumerated().map { index, other in
            switch other.regulation.authority {
            case .act, .excerpt: answer(to: article.eId, in: other)
            case .explainer: explanation(of: article.eId, at: place, in: other, topics?.others[index])
            }
        }
        return [base.cells.cell(own)] + answers
    }

    private func answer(to article: EId, in other: TextColumn) -> Cell {
        let quotations = linked(to: article, in: other).compactMap { link, provision in
            other.quotations.quotation(of: provision, basis(link))
        }
        let isCompared = links.compares(base.witness.id, with: other.witness.id)
        let parted = links.parted(from: article, of: base.witness.id, in: other)
        let near = links.nearest(to: [(article, base.witness.id)], in: other)
        return other.cells.cell(
            quotations,
            otherwise: isCompared ? other.cells.absence.noting(parted).naming(near) : CellComposer.notCompared)
    }

    /// What an explainer says: of a linked section the clauses on the article's topics; then the clauses of other
    /// sections on its main topic. Of the 25 main pairs that a reader made of Lianyungang's articles and Shanghai's
    /// sections 20 are found; of the 31 pairs found 23 are the reader's.
    private func explanation(
        of article: EId, at place: Int, in other: TextColumn, _ cells: TopicCells?
    ) -> Cell {
        let answers = ExplainerAnswers(column: other, cells: cells, names: topics?.names ?? [:])
        let sections = linked(to: article, in: other).map { (section: $0.provision, basis: basis($0.link)) }
        let quotations = answers.quotations(of: sections, on: topics?.base.topics(ofProvisionAt: place) ?? [])
        let isCompared = cells != nil || links.compares(base.witness.id, with: other.witness.id)
        return other.cells.cell(quotations, otherwise: isCompared ? nil : CellComposer.notCompared)
    }

    /// The linked provisions in document order; the cell puts the main ones first.
    private func linked(to article: EId, in other: TextColumn) -> [(link: Link, provision: Provision)] {
        links.links(from: article, of: base.witness.id, to: other.witness.id)
            .compactMap { link in other.provision(at: link.other).map { (link, $0) } }
            .sorted { $0.1.span < $1.1.span }
    }

    private func basis(_ link: Link) -> QuotationBasis {
        QuotationBasis(link, isPart: link.strength == .part)
    }

    private func heading(of article: Provision) -> BilingualText {
        let citation = Citation(article.eId, in: base.regulation)
        return BilingualText(
            chinese: citation?.chinese ?? article.eId.text, english: citation?.english ?? article.eId.text)
    }
}

/// The topics that an article matrix needs to find what an explainer says.
struct ArticleTopics {
    let base: TopicCells
    /// Parallel to the other columns.
    let others: [TopicCells]
    /// Names of the topics by id.
    let names: [String: BilingualText]
}
