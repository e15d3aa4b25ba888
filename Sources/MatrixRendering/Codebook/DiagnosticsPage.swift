import ComparisonMatrix
import RegulationModel

/// What was noticed while reading, text by text, each with its place and the line it is about.
struct DiagnosticsPage {
    static let file = "diagnostics.html"
    static let title = BilingualText("阅读诊断", "Diagnostics")

    /// What describes the corpus, beside the texts.
    static let description = BilingualText("语料说明", "Description of the corpus")

    let witnesses: [Witness]
    let notes: [SiteStudy.Note]
    let links: PageLinks

    var lead: BilingualText {
        let all = witnesses.flatMap(\.regulation.diagnostics).map(\.severity) + notes.map(\.severity)
        let counts = Severity.allCases.reversed().map { severity in (severity, all.count { $0 == severity }) }
        return BilingualText(
            counts.map { "\($1) 条\($0.label.chinese)" }.joined(separator: "，") + "。原文一律照录，未作改动。",
            counts.map { english($1, $0.label.english) }.joined(separator: ", ") + ". The texts stay as printed.")
    }

    var text: String {
        let frame = PageFrame(
            file: Self.file, title: Self.title, lead: lead, bodyClass: "text codebook", links: links)
        return frame.render("diagnostics-page", View(["texts": ofDescription + witnesses.map(view)]))
    }

    /// A section for each file beside the texts in which something was noticed.
    private var ofDescription: [View] {
        Self.files(of: notes).enumerated().map { place, file in
            let list = notes.filter { $0.file == file }.map { note in
                View([
                    "severity": note.severity.rawValue, "label": note.severity.label.view, "line": note.line,
                    "column": 1, "message": note.message, "id": note.id,
                ])
            }
            return View([
                "id": "noticed-beside-\(place + 1)", "name": Self.description.view, "file": file, "list": list,
                "isEmpty": false, "title": Self.title.view,
            ])
        }
    }

    /// Files that have notes, each once, in the order of the notes.
    static func files(of notes: [SiteStudy.Note]) -> [String] {
        notes.map(\.file).reduce(into: []) { files, file in if !files.contains(file) { files.append(file) } }
    }

    private func view(_ witness: Witness) -> View {
        let list = DiagnosticLines(witness: witness).lines.map { line in
            View([
                "severity": line.severity.rawValue, "label": line.severity.label.view, "line": line.line,
                "column": line.column, "message": line.message, "id": line.id, "words": line.words.nonBlank,
                "citation": line.citation?.view, "href": links.text(witness.id, at: line.provision?.article),
                "language": witness.regulation.language.rawValue,
            ])
        }
        return View([
            "id": "noticed-" + FileName.anchor(witness.id), "name": witness.name.view, "file": witness.file,
            "list": list, "isEmpty": list.isEmpty, "title": Self.title.view,
        ])
    }
}

/// The diagnostics of one text with what a reader needs to find their place.
struct DiagnosticLines {
    let witness: Witness

    struct Line {
        let severity: Severity
        let id: String
        let line: Int
        let column: Int
        let message: String
        let citation: BilingualText?
        let provision: EId?
        /// The words of the line around the place.
        let words: String
    }

    /// Characters before and behind the place that are quoted.
    private static let context = 60

    var lines: [Line] {
        let regulation = witness.regulation
        return regulation.diagnostics.map { diagnostic in
            let position = regulation.source.position(at: diagnostic.span.start)
            let citation = diagnostic.provision.flatMap { Citation($0, in: regulation) }
            return Line(
                severity: diagnostic.severity, id: diagnostic.id.rawValue, line: position.line, column: position.column,
                message: diagnostic.message, citation: citation.map { BilingualText($0.chinese, $0.english) },
                provision: diagnostic.provision, words: words(diagnostic.span, line: position.line))
        }
    }

    /// The line of the text, cut around the place where it is long.
    private func words(_ span: ByteSpan, line: Int) -> String {
        let source = witness.regulation.source
        let starts = source.lineStarts
        let end = line < starts.count ? starts[line] : source.bytes.count
        let begin = starts[line - 1]
        let before = source.string(ByteSpan(begin, min(max(span.start, begin), end))).unicodeScalars
        let behind = source.string(ByteSpan(min(max(span.start, begin), end), end)).unicodeScalars
        let isCutBefore = before.count > Self.context
        let isCutBehind = behind.count > 2 * Self.context
        var view = String.UnicodeScalarView()
        view.append(contentsOf: before.suffix(Self.context))
        view.append(contentsOf: behind.prefix(2 * Self.context))
        let bytes = Array(String(view).utf8)
        let flowed = SourceText(name: "", bytes: bytes).flowed([ByteSpan(0, bytes.count)])
        return (isCutBefore ? "…" : "") + flowed + (isCutBehind ? "…" : "")
    }
}

/// Diagnostics in GitHub-flavoured Markdown.
struct DiagnosticsMarkdown {
    let witnesses: [Witness]
    var notes: [SiteStudy.Note] = []

    var text: String {
        let page = DiagnosticsPage(witnesses: witnesses, notes: notes, links: .none)
        var lines = ["# " + MarkdownText.inline(DiagnosticsPage.title), ""]
        lines += [MarkdownText.inline(page.lead.chinese), "", MarkdownText.inline(page.lead.english), ""]
        let header = ["级别 Severity", "位置 Place", "条文 Provision", "说明 Message", "代码 Code", "原文 Words"]
        for file in DiagnosticsPage.files(of: notes) {
            lines += ["## \(MarkdownText.inline(DiagnosticsPage.description)) — \(MarkdownText.inline(file))", ""]
            let rows = notes.filter { $0.file == file }.map { note in
                [
                    MarkdownText.inline(note.severity.label), "\(note.line):1", "", MarkdownText.inline(note.message),
                    MarkdownText.inline(note.id), "",
                ]
            }
            lines += MarkdownText.table(header, rows) + [""]
        }
        for witness in witnesses {
            lines += ["## \(MarkdownText.inline(witness.name)) — \(MarkdownText.inline(witness.file))", ""]
            let rows = DiagnosticLines(witness: witness).lines.map { line in
                [
                    MarkdownText.inline(line.severity.label), "\(line.line):\(line.column)",
                    line.citation.map { MarkdownText.inline($0) } ?? "", MarkdownText.inline(line.message),
                    MarkdownText.inline(line.id), MarkdownText.inline(line.words),
                ]
            }
            lines += rows.isEmpty ? ["未发现问题。Nothing was noticed."] : MarkdownText.table(header, rows)
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
