import ComparisonMatrix
import RegulationModel

/// Upper acts as tables: a record for each finding in CSV, a row for each pair of articles in Markdown.
struct UpperActTables {
    let tables: [UpperActTable]

    static let header = [
        "upper", "lower", "upper_eId", "upper_citation", "lower_eId", "lower_citation", "score", "finding",
        "finding_zh",
        "finding_en", "doubtful", "about_zh", "about_en", "upper_words", "lower_words",
    ]

    /// RFC 4180.
    var csv: String {
        var records = [Self.header]
        for table in tables {
            let words = UpperActWords(table: table)
            for row in table.rows {
                let place = [
                    table.upper.id, table.lower.id, row.upper.map(\.text).joined(separator: " "),
                    words.cited(row.upper, words.upper), row.lower.map(\.text).joined(separator: " "),
                    words.cited(row.lower, words.lower), row.score.map(Figures.score) ?? "",
                ]
                records += row.findings.map { place + fields($0, words) }
                if row.findings.isEmpty { records.append(place + [String](repeating: "", count: 8)) }
            }
        }
        return CSVText.text(records)
    }

    private func fields(_ finding: ImplementationFinding, _ words: UpperActWords) -> [String] {
        let demand = words.demand(finding)
        return [
            finding.kind.rawValue, finding.kind.label.chinese, finding.kind.label.english,
            finding.isDoubtful ? "1" : "0",
            demand.map { "\($0.kind.label.chinese)：\($0.reason.chinese)" } ?? "",
            demand.map { "\($0.kind.label.english): \($0.reason.english)" } ?? "", demand?.base.text ?? "",
            demand?.other.text ?? "",
        ]
    }

    /// GitHub-flavoured Markdown.
    var markdown: String {
        let blocks = tables.map { block($0).joined(separator: "\n") + "\n" }
        return blocks.isEmpty ? "# 上位法对照 Upper acts\n" : blocks.joined(separator: "\n")
    }

    private func block(_ table: UpperActTable) -> [String] {
        let words = UpperActWords(table: table)
        let header = [
            MarkdownText.inline(table.upper.name), MarkdownText.inline(table.lower.name), "下位法 Lower act", "说明 Remarks",
        ]
        let rows = table.rows.map { row in
            [
                cell(row.upper, words.upper, words), cell(row.lower, words.lower, words),
                MarkdownText.inline(words.label(row)),
                row.findings.compactMap { remark($0, words) }.joined(separator: "<br>"),
            ]
        }
        return ["# " + MarkdownText.inline(words.title), "", MarkdownText.inline(words.summary), ""]
            + MarkdownText.table(header, rows)
    }

    private func cell(_ eIds: [EId], _ regulation: Regulation, _ words: UpperActWords) -> String {
        guard !eIds.isEmpty else { return "—" }
        return "**\(MarkdownText.inline(words.cited(eIds, regulation)))** "
            + MarkdownText.inline(words.text(eIds, regulation))
    }

    private func remark(_ finding: ImplementationFinding, _ words: UpperActWords) -> String? {
        guard let demand = words.demand(finding), !finding.isDoubtful else { return nil }
        return "\(MarkdownText.inline(finding.kind.label)) · \(MarkdownText.inline(demand.kind.label)): "
            + MarkdownText.inline(demand.sides)
    }
}
