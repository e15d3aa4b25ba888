import RegulationModel

/// The codebook as one page.
struct CodebookPage {
    static let file = "codebook.html"

    let codebook: Codebook
    let links: PageLinks

    var text: String {
        let frame = PageFrame(
            file: Self.file, title: Codebook.title, lead: Codebook.lead, bodyClass: "text codebook", links: links)
        let tables = codebook.tables.map { table in
            View([
                "id": "code-table-" + table.id, "title": table.title.view, "note": table.note.view,
                "header": table.header.map(\.view),
                "rows": table.rows.map { row in
                    View(["cells": row.map { View(["label": $0.view]) }])
                },
            ])
        }
        return frame.render("codebook", View(["tables": tables]))
    }
}

/// The codebook in GitHub-flavoured Markdown.
struct CodebookMarkdown {
    let codebook: Codebook

    var text: String {
        var lines = ["# " + MarkdownText.inline(Codebook.title), ""]
        lines += [MarkdownText.inline(Codebook.lead.chinese), "", MarkdownText.inline(Codebook.lead.english), ""]
        for table in codebook.tables {
            lines += ["## " + MarkdownText.inline(table.title), ""]
            if let note = table.note {
                lines += [MarkdownText.inline(note.chinese), "", MarkdownText.inline(note.english), ""]
            }
            guard !table.rows.isEmpty else { continue }
            lines += MarkdownText.table(
                table.header.map { MarkdownText.inline($0) }, table.rows.map { $0.map { MarkdownText.inline($0) } })
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
