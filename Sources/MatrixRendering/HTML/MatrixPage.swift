import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// A matrix as one page.
struct MatrixPage {
    let matrix: Matrix
    let links: PageLinks
    /// What differs between the texts, where they were compared.
    var differences: [ActDifferences] = []
    /// The quantities that are marked.
    var marks = QuantityMarks(nil)

    /// Half-width columns of a quotation shown before it folds. Topic rows are read, so only what would fill a screen is
    /// folded; article rows are scanned.
    private var budget: Int {
        switch matrix.rowKind {
        case .topics: 900
        case .articles, .families: 240
        }
    }

    var text: String {
        let summary = MatrixSummary(matrix)
        let frame = PageFrame(
            file: PageLinks.page(matrix), title: matrix.title, lead: summary.sentence,
            bodyClass: "wide \(matrix.rowKind.rawValue)", links: links)
        return frame.render(
            "matrix",
            View([
                "corner": matrix.rowKind.heading.view, "caption": matrix.title.view,
                "states": summary.states.map(stateView), "columns": matrix.columns.indices.map(columnView),
                "span": matrix.columns.count + 1, "groups": groups, "kind": matrix.rowKind.rawValue, "bases": bases,
                "marksQuantities": !marks.isEmpty, "isLarge": isLarge,
            ]))
    }

    private var isLarge: Bool { RowHeights.isLarge(matrix) }

    /// The same matrix with another base, a page each; nil where there is one only.
    private var bases: View? {
        guard matrix.rowKind == .articles, links.hasIndex else { return nil }
        let pages = links.matrices.filter { $0.rowKind == .articles }
        guard pages.count > 1 else { return nil }
        return View([
            "list": pages.map { page in
                View([
                    "href": PageLinks.page(page), "isCurrent": page.id == matrix.id,
                    "name": (page.baseWitness?.name ?? page.title).view,
                ])
            }
        ])
    }

    private func stateView(_ state: CellState, _ count: Int) -> View {
        View([
            "state": state.rawValue, "label": state.label.view, "meaning": state.meaning.view, "count": count,
            "isNone": count == 0,
        ])
    }

    // MARK: Columns

    private func columnView(_ index: Int) -> View {
        let witness = matrix.columns[index]
        let facts = WitnessFacts(witness: witness)
        let regulation = witness.regulation
        return View([
            "id": witness.id, "name": witness.name.view, "isBase": index == matrix.base, "extent": facts.extent.view,
            "authority": regulation.authority.rawValue, "standing": facts.standing.view,
            "language": facts.language.view, "title": regulation.title.nonBlank,
            "titleLanguage": regulation.language.rawValue, "href": links.text(witness.id),
            "number": regulation.documentNumber?.nonBlank,
            "dates": facts.dates.map { View(["label": $0.label.view, "date": $0.date.text]) },
            "implements": name(of: witness.implements).view, "explains": name(of: witness.explains).view,
        ])
    }

    private func name(of id: String?) -> BilingualText? {
        guard let id else { return nil }
        return matrix.columns.first { $0.id == id }?.name ?? BilingualText(id, id)
    }

    // MARK: Rows

    private var groups: [View] {
        var anchors = UniqueAnchors()
        let comparisons = CellComparisons(matrix: matrix, differences: differences)
        let notes = matrix.base.map { ComparisonNote(comparisons: comparisons, base: $0, links: links) }
        var groups: [(heading: BilingualText?, rows: [View])] = []
        for row in matrix.rows {
            if row.group != nil || groups.isEmpty { groups.append((row.group, [])) }
            let cells = zip(matrix.columns, row.cells).enumerated().map { index, pair in
                cellView(pair.0, pair.1, note: notes?.view(row, index))
            }
            groups[groups.count - 1].rows.append(rowView(row, cells, comparisons.alike(in: row), &anchors))
        }
        return groups.map { View(["heading": $0.heading.view, "rows": $0.rows]) }
    }

    private func rowView(_ row: Row, _ cells: [View], _ alike: String?, _ anchors: inout UniqueAnchors) -> View {
        let isThin = row.cells.count { !$0.quotations.isEmpty } < 2
        let style = [isThin ? "thin" : nil, isLarge ? RowHeights(budget: budget).style(row) : nil].compactMap { $0 }
        return View([
            "id": anchors.take(row.id), "style": style.joined(separator: " ").nonBlank, "heading": row.heading.view,
            "note": row.note?.nonBlank?.sentence, "alike": alike, "cells": cells,
        ])
    }

    private func cellView(_ witness: Witness, _ cell: Cell, note: View?) -> View {
        let chip = cell.state == .present ? nil : cell.state.label(for: witness.regulation.authority).view
        return View([
            "name": witness.name.view, "state": cell.state.rawValue, "chip": chip, "reason": cell.reason.optional.view,
            "isEmpty": cell.quotations.isEmpty, "note": note,
            "quotations": cell.quotations.map { quotationView($0, in: cell, of: witness) },
        ])
    }

    // MARK: Quotations

    private func quotationView(_ quotation: Quotation, in cell: Cell, of witness: Witness) -> View {
        let folded = FoldedQuotation(quotation.lines, budget: budget)
        let blocks = BlockViews(marks: marks, provision: quotation.eId, witness: witness.id)
        return View([
            "citation": BilingualText(quotation.citation.chinese, quotation.citation.english).view,
            "href": links.text(witness.id, at: quotation.eId), "isPart": quotation.isPart,
            "delegatedTo": delegation(quotation), "language": quotation.language.rawValue,
            "shown": blocks.blocks(folded.shown),
            "more": folded.hidden.isEmpty
                ? nil : View(["label": rest(folded).view, "blocks": blocks.blocks(folded.hidden)]),
            "lines": Figures.lines(quotation.sourceLines), "score": quotation.score.map(Figures.score),
            "decision": quotation.decision.map { View(["author": $0.author, "date": $0.date.text]) },
            "because": because(quotation), "file": witness.file,
            "eId": quotation.eId.text,
            "sha256": String(witness.sha256.prefix(12)),
            "claim": cell.state == .present ? cell.reason.optional.view : nil,
        ])
    }

    /// Why it stands in its cell; nil where no reason is given.
    private func because(_ quotation: Quotation) -> View? {
        let reasons = quotation.reasons.compactMap(\.nonBlank).map(\.sentence)
        return reasons.isEmpty ? nil : View(["reasons": reasons])
    }

    /// What the provision refers to, with a link to the text that holds it.
    private func delegation(_ quotation: Quotation) -> View? {
        guard let name = quotation.delegatedTo?.nonBlank else { return nil }
        let target = quotation.delegatedDocument.flatMap { links.text($0) }
        return View(["name": name, "language": quotation.language.rawValue, "page": target])
    }

    private func rest(_ folded: FoldedQuotation) -> BilingualText {
        let points = folded.hidden.count { $0.mark != nil }
        guard points > 0, !folded.continues else { return BilingualText("其余文字", "rest of the text") }
        return BilingualText("其余 \(points) 项", points == 1 ? "1 more point" : "\(points) more points")
    }
}

extension BilingualText {
    /// Nil where neither form shows anything.
    var optional: BilingualText? { isBlank ? nil : self }
}

/// Anchors of one page, each given once.
struct UniqueAnchors {
    private var taken: Set<String> = []

    /// The anchor for an id; nil where it is taken already, since an id names one place.
    mutating func take(_ id: String) -> String? {
        let anchor = FileName.anchor(id)
        return taken.insert(anchor).inserted ? anchor : nil
    }
}

/// Lines of a quotation as paragraphs and lists, their quantities marked.
struct BlockViews {
    let marks: QuantityMarks
    let provision: EId
    let witness: String

    func blocks(_ lines: [Quotation.Line]) -> [View] {
        var blocks: [View] = []
        var items: [View] = []
        for line in lines {
            guard line.mark == nil, line.level < .point else {
                items.append(item(line))
                continue
            }
            if !items.isEmpty { blocks.append(Self.list(items)) }
            items = []
            let paragraph = View(["isHeading": line.level < .article, "runs": runs(line.text)])
            blocks.append(View(["paragraph": paragraph, "items": nil]))
        }
        return items.isEmpty ? blocks : blocks + [Self.list(items)]
    }

    private static func list(_ items: [View]) -> View { View(["paragraph": nil, "items": View(["list": items])]) }

    private func item(_ line: Quotation.Line) -> View {
        let mark = line.mark ?? ""
        let isWide = mark.unicodeScalars.last?.isWide ?? true
        return View([
            "number": mark.nonBlank, "gap": isWide ? "" : " ", "runs": runs(line.text), "isSub": line.level > .point,
        ])
    }

    private func runs(_ text: String) -> [View] {
        marks.runs(text, of: provision, in: witness).map { run in
            View([
                "mark": run.isQuantity ? run.text : nil, "plain": run.isQuantity ? "" : run.text,
                "differs": run.differs,
            ])
        }
    }
}
