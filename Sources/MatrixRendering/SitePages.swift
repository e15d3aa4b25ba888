import ComparisonMatrix
import RegulationModel

/// The pages of a site: names and texts. Writing them is the caller's.
public struct SitePages: Sendable {
    /// One file.
    public struct Page: Sendable, Hashable {
        /// Name in the site's folder; `pairs/` is the only folder in it.
        public let name: String
        /// UTF-8 text.
        public let text: String
    }

    private let title: BilingualText
    private let matrices: [Matrix]
    private let witnesses: [Witness]
    private let differences: [ActDifferences]
    private let parameters: ParameterTable?

    /// A site of some matrices, of what differs between pairs of texts, of checkable parameters, and of the texts they
    /// compare. `witnesses` are shown in their order.
    public init(
        title: BilingualText, matrices: [Matrix], witnesses: [Witness], differences: [ActDifferences] = [],
        parameters: ParameterTable? = nil
    ) {
        self.title = title
        self.matrices = matrices
        self.witnesses = witnesses
        self.differences = differences
        self.parameters = parameters
    }

    /// `index.html`, each matrix in all formats, one `text-<id>.html` for each document, `pairs/<base>--<other>.html` and
    /// `.md` for each pair; the same bytes for the same values. Of two things with one id the first is kept.
    public var pages: [Page] {
        let links = PageLinks(
            matrices: matrices, texts: Set(witnesses.map(\.id)), hasIndex: true,
            hasParameters: parameters != nil)
        var pages = [
            Page(
                name: "index.html",
                text: IndexPage(
                    title: title, matrices: matrices, witnesses: witnesses, differences: differences, links: links,
                    parameters: parameters
                ).text)
        ]
        for matrix in matrices {
            pages += MatrixFormat.allCases.map { format in
                Page(name: FileName.safe(matrix.id) + "." + format.fileExtension, text: text(matrix, format, links))
            }
        }
        if let parameters { pages += self.pages(of: parameters, links) }
        pages += witnesses.map { witness in
            Page(
                name: FileName.textPage(witness.id),
                text: TextPage(witness: witness, matrices: matrices, links: links).text)
        }
        pages += differences.flatMap { pair($0, links.fromFolder) }
        var names: Set<String> = []
        return pages.filter { names.insert($0.name).inserted }
    }

    private func pair(_ differences: ActDifferences, _ links: PageLinks) -> [Page] {
        let name = PageLinks.pairs + DifferencePage.name(differences)
        let page = DifferencePage(differences: differences, showsChangesOnly: false, links: links)
        let table = DifferenceMarkdown(differences: differences, layout: DifferenceLayout())
        return [Page(name: name + ".html", text: page.text), Page(name: name + ".md", text: table.text)]
    }

    private func pages(of table: ParameterTable, _ links: PageLinks) -> [Page] {
        MatrixFormat.allCases.map { format in
            let text = format == .html ? ParameterPage(table: table, links: links).text : render(table, as: format)
            return Page(name: "parameters." + format.fileExtension, text: text)
        }
    }

    private func text(_ matrix: Matrix, _ format: MatrixFormat, _ links: PageLinks) -> String {
        switch format {
        case .html: MatrixPage(matrix: matrix, links: links).text
        case .markdown: MatrixMarkdown(matrix: matrix, links: links).text
        case .csv, .json: render(matrix, as: format)
        }
    }
}
