import ComparisonMatrix
import RegulationModel

/// The front page: what is compared, what each text is, and how far the texts carry.
struct IndexPage {
    let title: BilingualText
    let matrices: [Matrix]
    let witnesses: [Witness]
    let differences: [ActDifferences]
    let links: PageLinks
    /// Results that are no matrix.
    var results: [Result] = []

    /// A result that is no matrix: page, title, what it says in short, and its other files.
    struct Result {
        let file: String
        let title: BilingualText
        let lead: BilingualText
        /// Label and name of each file; nil for Markdown, CSV and JSON beside the page.
        var files: [(label: String, file: String)]?
    }

    var text: String {
        let frame = PageFrame(file: "index.html", title: title, lead: lead, bodyClass: "index", links: links)
        var anchors = UniqueAnchors()
        return frame.render(
            "index",
            View([
                "matrices": matrices.map { matrixView(withOwnTitle($0)) } + results.map(resultView),
                "pairs": pairs,
                "documents": witnesses.map { documentView($0, &anchors) },
                "coverage": matrices.filter { $0.rowKind == .topics }.map {
                    CoverageView(matrix: withOwnTitle($0)).view
                },
            ]))
    }

    private var lead: BilingualText {
        BilingualText(
            "\(witnesses.count) 部文本，\(matrices.count) 张对照表。引文一律照录原文；机器翻译不具效力。",
            "\(english(witnesses.count, "text")), \(english(matrices.count, "comparison table")). "
                + "Quotations are printed as found; machine translations have no authority.")
    }

    private func matrixView(_ matrix: Matrix) -> View {
        let file = FileName.safe(matrix.id)
        return View([
            "href": PageLinks.page(matrix), "title": matrix.title.view,
            "summary": MatrixSummary(matrix).sentence.view,
            "files": Self.files([
                ("Word", file + ".docx"), ("Excel", file + ".xlsx"), ("Markdown", file + ".md"), ("CSV", file + ".csv"),
                ("JSON", file + ".json"),
            ]),
        ])
    }

    /// The matrix without the subject in its title, which the page itself has as its own.
    private func withOwnTitle(_ matrix: Matrix) -> Matrix {
        func own(_ text: String, _ subject: String) -> String {
            let opening = subject + " — "
            return !subject.isEmpty && text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : text
        }
        let title = BilingualText(
            own(matrix.title.chinese, title.chinese), own(matrix.title.english, title.english))
        return Matrix(
            id: matrix.id, title: title, rowKind: matrix.rowKind, base: matrix.base, columns: matrix.columns,
            rows: matrix.rows)
    }

    private static func files(_ files: [(label: String, file: String)]) -> [View] {
        files.map { View(["label": $0.label, "href": $0.file]) }
    }

    private var pairs: View? {
        let views = differences.map { pair -> View in
            let file = PageLinks.pairs + DifferencePage.name(pair)
            let names = BilingualText(
                "\(pair.base.name.chinese) ↔ \(pair.other.name.chinese)",
                "\(pair.base.name.english) ↔ \(pair.other.name.english)")
            return View([
                "href": file + ".html", "markdown": file + ".md", "names": names.view,
                "summary": DifferenceSummary(differences: pair).sentence.view,
            ])
        }
        return views.isEmpty ? nil : View(["list": views])
    }

    private func resultView(_ result: Result) -> View {
        let name = FileName.withoutEnding(result.file)
        let files = result.files ?? [("Markdown", name + ".md"), ("CSV", name + ".csv"), ("JSON", name + ".json")]
        return View([
            "href": result.file, "title": result.title.view, "summary": result.lead.view, "files": Self.files(files),
        ])
    }

    // MARK: Documents

    private func documentView(_ witness: Witness, _ anchors: inout UniqueAnchors) -> View {
        let regulation = witness.regulation
        let facts = WitnessFacts(witness: witness)
        return View([
            "id": anchors.take("doc-" + witness.id), "name": witness.name.view, "title": regulation.title.nonBlank,
            "language": regulation.language.rawValue, "href": links.text(witness.id),
            "authority": regulation.authority.rawValue, "authorityLabel": regulation.authority.label.view,
            "extent": facts.extent.view, "standing": facts.standing.view, "code": witness.jurisdiction?.code.nonBlank,
            "translation": facts.language.view, "number": regulation.documentNumber?.nonBlank,
            "proof": regulation.completeness.proof.compactMap(\.nonBlank).map(\.sentence),
            "dates": facts.dates.map { View(["label": $0.label.view, "date": $0.date.text]) },
            "implements": name(of: witness.implements).view, "explains": name(of: witness.explains).view,
            "structure": structure(of: regulation).view,
            "repeals": regulation.repeals.map { regulation.source.flowed([$0.text]) },
            "outside": outside(of: regulation), "file": witness.file, "sha256": witness.sha256,
            "note": witness.sourceNote.nonBlank?.sentence,
            "akn": links.hasIndex ? SitePages.acts + FileName.safe(witness.id) + ".xml" : nil,
            "diagnostics": DiagnosticsView(witness, links).view,
        ])
    }

    private func name(of id: String?) -> BilingualText? {
        guard let id else { return nil }
        return witnesses.first { $0.id == id }?.name ?? BilingualText(id, id)
    }

    private func structure(of regulation: Regulation) -> BilingualText {
        let chapters = regulation.groupings.count { $0.level == .chapter }
        let lines = regulation.provisions.flatMap { regulation.lines(of: $0) }
        let paragraphs = regulation.provisions.reduce(0) { $0 + $1.children.count { $0.level == .paragraph } }
        let points = lines.count { $0.level == .point && $0.mark != nil }
        let counts: [(Int, String, String)] = [
            (chapters, "章", "chapter"), (regulation.articles.count, "条", "article"),
            (regulation.sections.count, "节解读", "section"), (paragraphs, "款", "paragraph"), (points, "项", "point"),
        ]
        let shown = counts.filter { $0.0 > 0 }
        return BilingualText(
            shown.map { "\($0.0) \($0.1)" }.joined(separator: " · "),
            shown.map { english($0.0, $0.2) }.joined(separator: " · "))
    }

    private func outside(of regulation: Regulation) -> View? {
        let kinds: [View] = PartKind.allCases.filter { $0.isOutside && $0 != .layout }.compactMap { kind in
            let parts = regulation.parts.filter { $0.kind == kind }
            guard !parts.isEmpty else { return nil }
            let lines = parts.map { Figures.lines(regulation.source.lines(of: $0.span)) }
            return View(["kind": kind.label.view, "lines": lines.joined(separator: ", ")])
        }
        return kinds.isEmpty ? nil : View(["list": kinds])
    }
}

/// The diagnostics of a document: counts and list.
struct DiagnosticsView {
    private let witness: Witness
    private let links: PageLinks

    init(_ witness: Witness, _ links: PageLinks) {
        self.witness = witness
        self.links = links
    }

    /// Nil where nothing was noticed.
    var view: View? {
        let diagnostics = witness.regulation.diagnostics
        guard !diagnostics.isEmpty else { return nil }
        let counts = Severity.allCases.reversed().compactMap { severity -> View? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0
                ? nil : View(["severity": severity.rawValue, "label": severity.label.view, "count": count])
        }
        return View(["counts": counts, "list": diagnostics.map(item)])
    }

    /// One diagnostic with its place.
    func item(_ diagnostic: Diagnostic) -> View {
        let source = witness.regulation.source
        let position = source.position(at: diagnostic.span.start)
        return View([
            "severity": diagnostic.severity.rawValue, "label": diagnostic.severity.label.view,
            "message": diagnostic.message, "id": diagnostic.id.rawValue, "line": position.line,
            "column": position.column, "href": links.text(witness.id, at: diagnostic.provision?.article),
        ])
    }
}
