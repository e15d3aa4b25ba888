import ComparisonMatrix
import RegulationModel

/// A matrix in GitHub-flavoured Markdown.
///
/// Quotations are whole. Lines of a quotation are parted by `<br>`: a cell holds no line break, GitHub and every
/// CommonMark renderer know `<br>`, and any sign of ours (`/`, `¶`) could not be told from the text's own.
struct MatrixMarkdown {
    let matrix: Matrix
    /// Pages a citation can link to; a table made alone links to none.
    let links: PageLinks

    private var facts: [WitnessFacts] { matrix.columns.map(WitnessFacts.init) }

    var text: String {
        let blocks = [head, columnFacts, legend] + groups + [claims, provenance]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        let summary = MatrixSummary(matrix).sentence
        return [
            "# " + MarkdownText.inline(matrix.title), "", MarkdownText.inline(summary.chinese), "",
            MarkdownText.inline(summary.english),
        ]
    }

    // MARK: What is compared

    private var columnFacts: [String] {
        let header = [
            "文本 Text", "名称 Title", "位阶 Rank", "所载范围 Extent", "语言 Language", "文号 Number", "日期 Dates",
        ]
        let rows = zip(matrix.columns.indices, facts).map { index, facts in
            let base = index == matrix.base ? "（基准 base）" : ""
            return [
                "**\(MarkdownText.inline(facts.witness.name))**\(base)", MarkdownText.inline(facts.regulation.title),
                facts.standing.map(MarkdownText.inline) ?? "—", MarkdownText.inline(facts.extent),
                MarkdownText.inline(facts.language), facts.regulation.documentNumber.map(MarkdownText.inline) ?? "—",
                dates(facts),
            ]
        }
        return ["## 文本 Texts compared", ""] + MarkdownText.table(header, rows)
    }

    private func dates(_ facts: WitnessFacts) -> String {
        let dates = facts.dates.map { MarkdownText.inline($0.label) + " " + $0.date.text }
        return dates.isEmpty ? "—" : dates.joined(separator: "<br>")
    }

    private var legend: [String] {
        let states = CellState.allCases.map { state in
            "- \(Self.chip(state.label)): \(MarkdownText.inline(state.meaning))"
        }
        return ["## 图例 Legend", ""] + states
    }

    private static func chip(_ label: BilingualText) -> String { "**〔" + MarkdownText.inline(label) + "〕**" }

    // MARK: The tables, one for each group of rows

    private var groups: [[String]] {
        var groups: [(heading: BilingualText?, rows: [Row])] = []
        for row in matrix.rows {
            if row.group != nil || groups.isEmpty { groups.append((row.group, [])) }
            groups[groups.count - 1].rows.append(row)
        }
        return groups.map { group in
            let heading = group.heading ?? matrix.rowKind.heading
            return ["## " + MarkdownText.inline(heading), ""] + table(group.rows)
        }
    }

    private func table(_ rows: [Row]) -> [String] {
        let header =
            [MarkdownText.inline(matrix.rowKind.heading)] + matrix.columns.map { MarkdownText.inline($0.name) }
        let body = rows.map { row in
            [rowHeading(row)] + zip(matrix.columns, row.cells).map { cell($1, of: $0) }
        }
        return MarkdownText.table(header, body)
    }

    private func rowHeading(_ row: Row) -> String {
        let names = [row.heading.chinese, row.heading.english].map(MarkdownText.inline)
        return "**\(names[0])**<br>\(names[1])"
    }

    private func cell(_ cell: Cell, of witness: Witness) -> String {
        var parts: [String] = []
        if cell.state != .present {
            parts.append(Self.chip(cell.state.label(for: witness.regulation.authority)))
        }
        parts += cell.quotations.map { quotation($0, of: witness) }
        return parts.joined(separator: "<br>")
    }

    private func quotation(_ quotation: Quotation, of witness: Witness) -> String {
        let citation = BilingualText(quotation.citation.chinese, quotation.citation.english)
        let words = MarkdownText.inline(citation)
        let linked = links.text(witness.id, at: quotation.eId).map { "[\(words)](\($0))" } ?? "**\(words)**"
        let part = quotation.isPart ? " (部分 part)" : ""
        let delegated = quotation.delegatedTo.map { " → " + MarkdownText.inline($0) } ?? ""
        let lead = "\(linked)\(part)\(delegated)"
        return ([lead] + quotation.lines.map { MarkdownText.inline($0.marked) }).joined(separator: "<br>")
    }

    // MARK: Why each state is claimed

    /// One line for each text, state and reason, with the rows it is said of: a reason that holds for thirty rows is read
    /// once.
    private var claims: [String] {
        var lines: [String] = []
        for (index, witness) in matrix.columns.enumerated() {
            for state in CellState.allCases where state != .present {
                let chip = Self.chip(state.label(for: witness.regulation.authority))
                let lead = "- \(MarkdownText.inline(witness.name)) \(chip): "
                lines += claims(state, index).map { lead + $0 }
            }
        }
        return lines.isEmpty ? [] : ["## 状态说明 Why each state is claimed", ""] + lines
    }

    private func claims(_ state: CellState, _ column: Int) -> [String] {
        var reasons: [BilingualText] = []
        var rows: [BilingualText: [String]] = [:]
        for row in matrix.rows where row.cells.indices.contains(column) && row.cells[column].state == state {
            let reason = row.cells[column].reason
            if rows[reason] == nil { reasons.append(reason) }
            rows[reason, default: []].append(row.heading.chinese)
        }
        return reasons.map { reason in
            let names = (rows[reason] ?? []).map(MarkdownText.inline).joined(separator: "、")
            return reason.isBlank ? names : "\(MarkdownText.inline(reason)) *(\(names))*"
        }
    }

    // MARK: How each quotation came there

    private var provenance: [String] {
        let header = [
            MarkdownText.inline(matrix.rowKind.heading), "文本 Text", "引用 Citation", "行 Lines", "置信 Score",
            "依据 Reasons",
        ]
        let rows = matrix.rows.flatMap { row in
            zip(matrix.columns, row.cells).flatMap { witness, cell in
                cell.quotations.map { provenance($0, row, witness) }
            }
        }
        guard !rows.isEmpty else { return [] }
        let files = matrix.columns.map { witness in
            let name = MarkdownText.inline(witness.name)
            return "- \(name): \(MarkdownText.inline(witness.file)), SHA-256 \(MarkdownText.inline(witness.sha256))"
        }
        return ["## 来源 Provenance", ""] + files + [""] + MarkdownText.table(header, rows)
    }

    private func provenance(_ quotation: Quotation, _ row: Row, _ witness: Witness) -> [String] {
        [
            MarkdownText.inline(row.heading), MarkdownText.inline(witness.name),
            MarkdownText.inline(quotation.citation.text(quotation.language)), Figures.lines(quotation.sourceLines),
            quotation.score.map(Figures.score) ?? (quotation.decision == nil ? "—" : "人工判定 decided"),
            quotation.reasons.isEmpty ? "—" : MarkdownText.inline(quotation.reasons.joined(separator: "; ")),
        ]
    }
}
