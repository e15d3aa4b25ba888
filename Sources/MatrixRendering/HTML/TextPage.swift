import ComparisonMatrix
import RegulationModel

/// The whole printed source of one document, part by part; every provision can be linked to.
struct TextPage {
    let witness: Witness
    let matrices: [Matrix]
    let links: PageLinks

    private var regulation: Regulation { witness.regulation }

    var text: String {
        let facts = WitnessFacts(witness: witness)
        let title = regulation.title.nonBlank ?? regulation.id
        let frame = PageFrame(
            file: FileName.textPage(witness.id), title: witness.name, lead: nil, bodyClass: "text", links: links)
        var builder = PartViews(witness: witness, links: links, quoted: QuotedIn(witness, matrices))
        let parts = builder.parts()
        return frame.render(
            "text",
            View([
                "title": title, "language": regulation.language.rawValue, "standing": facts.standing.view,
                "extent": facts.extent.view, "authority": regulation.authority.rawValue,
                "translation": facts.language.view, "number": regulation.documentNumber?.nonBlank,
                "isMachine": witness.translation == .machine,
                "dates": facts.dates.map { View(["label": $0.label.view, "date": $0.date.text]) },
                "file": witness.file, "sha256": witness.sha256, "lineCount": regulation.source.lineCount,
                "contents": contents, "parts": parts, "diagnostics": DiagnosticsView(witness, links).view,
            ]))
    }

    private var contents: View? {
        let headings = regulation.groupings.map { grouping in
            View([
                "href": "#" + FileName.anchor(grouping.eId.text), "isLower": grouping.parent != nil,
                "mark": regulation.source.flowed([grouping.mark]),
                "text": regulation.source.flowed([grouping.heading]), "articles": articles(of: grouping),
            ])
        }
        return headings.isEmpty ? nil : View(["list": headings])
    }

    private func articles(of grouping: Grouping) -> String? {
        let held = grouping.articles.clamped(to: regulation.articles.indices)
        guard let first = held.first, let last = held.last else { return nil }
        let ends = [first, last].map { regulation.articles[$0].number.text }
        return held.count == 1 ? ends[0] : ends.joined(separator: "–")
    }
}

/// Where the matrices quote each article of a text.
struct QuotedIn {
    private var rows: [EId: [View]] = [:]

    init(_ witness: Witness, _ matrices: [Matrix]) {
        for matrix in matrices where matrix.rowKind == .topics {
            guard let column = matrix.columns.firstIndex(where: { $0.id == witness.id }) else { continue }
            for row in matrix.rows where row.cells.indices.contains(column) { add(row, row.cells[column], matrix) }
        }
    }

    /// Links to the rows that quote an article.
    func rows(_ article: EId) -> [View] { rows[article] ?? [] }

    private mutating func add(_ row: Row, _ cell: Cell, _ matrix: Matrix) {
        var seen: Set<EId> = []
        for quotation in cell.quotations where seen.insert(quotation.eId.article).inserted {
            let href = PageLinks.page(matrix) + "#" + FileName.anchor(row.id)
            rows[quotation.eId.article, default: []].append(View(["href": href, "label": row.heading.view]))
        }
    }
}
