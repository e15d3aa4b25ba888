import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// The pages of a site: names and bytes. Writing them is the caller's.
public struct SitePages: Sendable {
    /// One file.
    public struct Page: Sendable, Hashable {
        /// Name in the site's folder; it lies in `pairs/`, `akn/` or in none.
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
    private let differences: [ActDifferences]
    private let parameters: ParameterTable?
    private let upperActs: [UpperActTable]
    private let commonality: Commonality?
    private let supplement: MatrixSupplement
    private let study: SiteStudy

    /// A site of some matrices, of what differs between pairs of texts, of checkable parameters, and of the texts they
    /// compare. `witnesses` are shown in their order; `supplement` goes into the workbook of each matrix.
    public init(
        title: BilingualText, matrices: [Matrix], witnesses: [Witness], differences: [ActDifferences] = [],
        parameters: ParameterTable? = nil, upperActs: [UpperActTable] = [], commonality: Commonality? = nil,
        supplement: MatrixSupplement = .none, study: SiteStudy = .none
    ) {
        self.title = title
        self.matrices = matrices
        self.witnesses = witnesses
        self.differences = differences
        self.parameters = parameters
        self.upperActs = upperActs
        self.commonality = commonality
        self.supplement = supplement
        self.study = study
    }

    /// `index.html`, each matrix in all formats, one `text-<id>.html` for each document, `pairs/<base>--<other>.html` and
    /// `.md` for each pair; the same bytes for the same values. Of two things with one id the first is kept.
    public var pages: [Page] {
        var links = PageLinks(
            matrices: matrices, texts: Set(witnesses.map(\.id)), hasIndex: true,
            results: results.map { ($0.file, $0.title) } + extras.map { ($0.file, $0.title) },
            hasPairs: !differences.isEmpty)
        links.opensInEnglish = PageLinks.areEnglish(witnesses)
        let (results, extras, shown) = (results, extras, links)
        // Each piece of work makes the pages of one thing; all are done at the same time.
        var work: [@Sendable () -> [Page]] = [
            {
                let index = IndexPage(
                    title: title, matrices: matrices, witnesses: witnesses, differences: differences, links: shown,
                    results: results.map { IndexPage.Result(file: $0.file, title: $0.title, lead: $0.lead) }
                        + extras.map(\.index))
                return [Page(name: "index.html", text: index.text)]
            }
        ]
        for matrix in matrices {
            let name = FileName.safe(matrix.id)
            work += MatrixFormat.allCases.map { format in
                { [Page(name: name + "." + format.fileExtension, text: text(matrix, format, shown))] }
            }
            work += OfficeFormat.allCases.map { format in
                {
                    let bytes = render(matrix, as: format, with: supplement.marking(matrix, by: differences))
                    return [Page(name: name + "." + format.fileExtension, bytes: bytes)]
                }
            }
        }
        work += results.map { result in
            {
                MatrixFormat.allCases.map { format in
                    Page(
                        name: FileName.withoutEnding(result.file) + "." + format.fileExtension,
                        text: result.text(format, shown))
                }
            }
        }
        work += witnesses.map { witness in
            {
                let page = TextPage(witness: witness, matrices: matrices, links: shown)
                return [Page(name: FileName.textPage(witness.id), text: page.text)]
            }
        }
        work += differences.map { differences in { pair(differences, shown.fromFolder) } }
        work += extras.map { extra in { extra.pages(shown) } }
        work.append { interchange }
        let pages = Concurrent.map(work) { $0() }.joined()
        var names: Set<String> = []
        return pages.filter { names.insert($0.name).inserted }
    }

    private func pair(_ differences: ActDifferences, _ links: PageLinks) -> [Page] {
        let name = PageLinks.pairs + DifferencePage.name(differences)
        let page = DifferencePage(differences: differences, showsChangesOnly: false, links: links)
        let table = DifferenceMarkdown(differences: differences, layout: DifferenceLayout())
        return [Page(name: name + ".html", text: page.text), Page(name: name + ".md", text: table.text)]
    }

    /// Study guide, terms, codebook and diagnostics.
    private var extras: [SiteExtra] {
        SiteExtra.all(study, witnesses: witnesses, matrices: matrices, hasParameters: parameters != nil)
    }

    /// Files for other programs: each text as Akoma Ntoso, and the memories of translation.
    private var interchange: [Page] {
        let acts = witnesses.map { witness in
            Page(name: Self.acts + FileName.safe(witness.id) + ".xml", text: render(witness, as: .akn))
        }
        let memories = study.memories.map { pair in
            Page(
                name: FileName.safe(pair.alignment.base) + "--" + FileName.safe(pair.alignment.other) + ".tmx",
                text: render(pair.alignment, base: pair.base, other: pair.other, as: .tmx))
        }
        return acts + memories
    }

    /// The folder of the texts as Akoma Ntoso.
    public static let acts = "akn/"
    /// The folder of the pages that compare two texts.
    public static let pairs = PageLinks.pairs

    /// A result that is no matrix: its page, what it is called, what it says in short, and itself in a format.
    private struct Result: Sendable {
        let file: String
        let title: BilingualText
        let lead: BilingualText
        let text: @Sendable (MatrixFormat, PageLinks) -> String
    }

    private var results: [Result] {
        var results: [Result] = []
        if let parameters {
            results.append(
                Result(
                    file: ParameterPage.file, title: ParameterPage.title,
                    lead: ParameterPage(table: parameters, links: .none).lead
                ) { format, links in
                    format == .html
                        ? ParameterPage(table: parameters, links: links).text : render(parameters, as: format)
                })
        }
        if !upperActs.isEmpty {
            results.append(
                Result(
                    file: UpperActPage.file, title: UpperActPage.title, lead: UpperActWords.summary(of: upperActs)
                ) { [upperActs] format, links in
                    format == .html
                        ? UpperActPage(tables: upperActs, links: links).text : render(upperActs, as: format)
                })
        }
        if let commonality {
            let topicsPage = matrices.first { $0.rowKind == .topics }.map(PageLinks.page)
            @Sendable func page(_ links: PageLinks) -> CommonalityPage {
                CommonalityPage(commonality: commonality, links: links, topicsPage: topicsPage)
            }
            results.append(
                Result(file: CommonalityPage.file, title: CommonalityWords.title, lead: page(.none).lead) {
                    format, links in format == .html ? page(links).text : render(commonality, as: format)
                })
        }
        return results
    }

    private func text(_ matrix: Matrix, _ format: MatrixFormat, _ links: PageLinks) -> String {
        switch format {
        case .html:
            MatrixPage(
                matrix: matrix, links: links, differences: differences, marks: QuantityMarks(parameters)
            ).text
        case .markdown: MatrixMarkdown(matrix: matrix, links: links).text
        case .csv, .json: render(matrix, as: format)
        }
    }
}
