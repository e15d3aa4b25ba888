import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// What a site holds besides matrices: study material, terms, links as translation memories, and what was measured.
public struct SiteStudy: Sendable {
    /// Two aligned texts.
    public struct Memory: Sendable {
        /// Their links.
        public let alignment: Alignment
        /// The text of the alignment's base.
        public let base: Regulation
        /// The other text.
        public let other: Regulation

        /// Puts two texts and their links together.
        public init(alignment: Alignment, base: Regulation, other: Regulation) {
            self.alignment = alignment
            self.base = base
            self.other = other
        }
    }

    /// The study guide.
    public let guide: StudyGuide?
    /// The terms.
    public let terms: TermList?
    /// Aligned texts in Chinese and English.
    public let memories: [Memory]
    /// How good the links are, measured on the gold of the corpus; nil where it has none.
    public let accuracy: EvaluationReport?
    /// What was noticed in the files that describe the corpus.
    public let notes: [Note]

    /// Something noticed in a file beside the texts.
    public struct Note: Sendable, Hashable {
        let file: String
        let line: Int
        let severity: Severity
        let id: String
        let message: String

        /// - Parameter file: its path from the folder of the corpus.
        public init(file: String, line: Int, severity: Severity, id: String, message: String) {
            self.file = file
            self.line = line
            self.severity = severity
            self.id = id
            self.message = message
        }
    }

    /// Nothing of it.
    public static let none = SiteStudy(guide: nil, terms: nil, memories: [], accuracy: nil)

    /// Puts study material together.
    public init(
        guide: StudyGuide?, terms: TermList?, memories: [Memory], accuracy: EvaluationReport?, notes: [Note] = []
    ) {
        self.guide = guide
        self.terms = terms
        self.memories = memories
        self.accuracy = accuracy
        self.notes = notes
    }
}

/// A page of the site with the files beside it.
struct SiteExtra: Sendable {
    let file: String
    let title: BilingualText
    let lead: BilingualText
    /// Label, name and content of each file besides the page.
    let files: [(label: String, file: String, text: String)]
    let page: @Sendable (PageLinks) -> String

    var index: IndexPage.Result {
        IndexPage.Result(file: file, title: title, lead: lead, files: files.map { ($0.label, $0.file) })
    }

    /// The page and the files.
    func pages(_ links: PageLinks) -> [SitePages.Page] {
        [SitePages.Page(name: file, text: page(links))] + files.map { SitePages.Page(name: $0.file, text: $0.text) }
    }

    /// All that a site has, in the order of its tabs.
    static func all(
        _ study: SiteStudy, witnesses: [Witness], matrices: [Matrix], hasParameters: Bool
    ) -> [SiteExtra] {
        let notes = study.notes
        let diagnostics = DiagnosticsPage(witnesses: witnesses, notes: notes, links: .none)
        let codebook = Codebook(witnesses: witnesses, matrices: matrices, study: study, hasParameters: hasParameters)
        return [study.guide.map(guide), study.terms.map(terms)].compactMap(\.self) + [
            SiteExtra(
                file: CodebookPage.file, title: Codebook.title, lead: Codebook.lead,
                files: [("Markdown", "codebook.md", CodebookMarkdown(codebook: codebook).text)]
            ) { CodebookPage(codebook: codebook, links: $0).text },
            SiteExtra(
                file: DiagnosticsPage.file, title: DiagnosticsPage.title, lead: diagnostics.lead,
                files: [("Markdown", "diagnostics.md", DiagnosticsMarkdown(witnesses: witnesses, notes: notes).text)]
            ) { DiagnosticsPage(witnesses: witnesses, notes: notes, links: $0).text },
        ]
    }

    private static func guide(_ guide: StudyGuide) -> SiteExtra {
        SiteExtra(
            file: GuidePage.file, title: StudyWords.title, lead: StudyWords.lead(guide),
            files: [
                ("Markdown", "guide.md", render(guide, as: .markdown)), ("CSV", "cards.csv", render(guide, as: .csv)),
                ("Anki", "cards.anki.txt", render(guide, as: .anki)),
            ]
        ) { GuidePage(guide: guide, links: $0).text }
    }

    private static func terms(_ list: TermList) -> SiteExtra {
        SiteExtra(
            file: TermsPage.file, title: TermWords.title, lead: TermWords(list: list).lead,
            files: [("TSV", "terms.tsv", render(list, as: .tsv)), ("TMX", "terms.tmx", render(list, as: .tmx))]
        ) { TermsPage(list: list, links: $0).text }
    }
}
