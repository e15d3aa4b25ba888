import ComparisonMatrix
import RegulationModel

/// The pages of a site: names and texts. Writing them is the caller's.
public struct SitePages: Sendable {
    /// One file.
    public struct Page: Sendable, Hashable {
        /// Name without folder; never holds a separator.
        public let name: String
        /// UTF-8 text.
        public let text: String
    }

    private let title: BilingualText
    private let matrices: [Matrix]
    private let witnesses: [Witness]
    private let parameters: ParameterTable?

    /// A site of some matrices and the texts they compare. `witnesses` are shown in their order.
    public init(
        title: BilingualText, matrices: [Matrix], witnesses: [Witness], parameters: ParameterTable? = nil
    ) {
        self.title = title
        self.matrices = matrices
        self.witnesses = witnesses
        self.parameters = parameters
    }

    /// `index.html`, each matrix in all formats, one `text-<id>.html` for each document; the same bytes for the same
    /// values. Of two things with one id the first is kept.
    public var pages: [Page] {
        let links = PageLinks(
            matrices: matrices, texts: Set(witnesses.map(\.id)), hasIndex: true,
            hasParameters: parameters != nil)
        var pages = [
            Page(
                name: "index.html",
                text: IndexPage(
                    title: title, matrices: matrices, witnesses: witnesses, links: links, parameters: parameters
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
        var names: Set<String> = []
        return pages.filter { names.insert($0.name).inserted }
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
