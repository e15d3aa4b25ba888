import ComparisonMatrix
import RegulationModel

/// The pages of a site: names and bytes. Writing them is the caller's.
public struct SitePages: Sendable {
    /// One file.
    public struct Page: Sendable, Hashable {
        /// Name without folder; never holds a separator.
        public let name: String
        /// What the file holds: UTF-8 text, or the bytes of a document.
        public let bytes: [UInt8]
        /// The bytes as text; of a document's bytes it makes no sense.
        public var text: String { String(decoding: bytes, as: UTF8.self) }

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
    }

    private let title: BilingualText
    private let matrices: [Matrix]
    private let witnesses: [Witness]
    private let supplement: MatrixSupplement

    /// A site of some matrices and the texts they compare. `witnesses` are shown in their order; `supplement` goes into
    /// the workbook of each matrix.
    public init(
        title: BilingualText, matrices: [Matrix], witnesses: [Witness], supplement: MatrixSupplement = .none
    ) {
        self.title = title
        self.matrices = matrices
        self.witnesses = witnesses
        self.supplement = supplement
    }

    /// `index.html`, each matrix in all formats, one `text-<id>.html` for each document; the same bytes for the same
    /// values. Of two things with one id the first is kept.
    public var pages: [Page] {
        let links = PageLinks(matrices: matrices, texts: Set(witnesses.map(\.id)), hasIndex: true)
        var pages = [
            Page(
                name: "index.html",
                text: IndexPage(title: title, matrices: matrices, witnesses: witnesses, links: links).text)
        ]
        for matrix in matrices {
            pages += MatrixFormat.allCases.map { format in
                Page(name: FileName.safe(matrix.id) + "." + format.fileExtension, text: text(matrix, format, links))
            }
            pages += OfficeFormat.allCases.map { format in
                Page(
                    name: FileName.safe(matrix.id) + "." + format.fileExtension,
                    bytes: render(matrix, as: format, with: supplement))
            }
        }
        pages += witnesses.map { witness in
            Page(
                name: FileName.textPage(witness.id),
                text: TextPage(witness: witness, matrices: matrices, links: links).text)
        }
        var names: Set<String> = []
        return pages.filter { names.insert($0.name).inserted }
    }

    private func text(_ matrix: Matrix, _ format: MatrixFormat, _ links: PageLinks) -> String {
        switch format {
        case .html: MatrixPage(matrix: matrix, links: links).text
        case .markdown: MatrixMarkdown(matrix: matrix, links: links).text
        case .csv, .json: render(matrix, as: format)
        }
    }
}
