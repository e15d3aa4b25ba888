import ArgumentParser
import Duizhao

/// `duizhao matrix`: one comparison matrix.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Make one comparison matrix of texts.",
        discussion: """
            Rows are the topics of the corpus, the articles of the base, or families: provisions of all texts that \
            answer each other, in the order most acts keep, or in that of --base. Without input, all texts of the \
            corpus are compared.

            With --review the articles whose topics are doubtful are written as a table: none is evident, two are \
            nearly as evident, or the articles that answer it have another one.

            Example: duizhao matrix lianyungang jiangsu jilin --rows articles --format markdown
            Example: duizhao matrix --rows articles --format docx -o table.docx
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: "What the rows are.")
    var rows = Matrix.RowKind.topics

    @Option(help: ArgumentHelp("Id of the base text; the first text without it.", valueName: "id"))
    var base: String?

    @Option(help: "What is written.")
    var format = MatrixOutputFormat.text(.markdown)

    @Option(help: ArgumentHelp("Write the articles whose topics are doubtful to this file.", valueName: "file"))
    var review: String?

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        if case .document(let document) = format { try output.refuseTerminal(for: document.rawValue) }
        let resolved = try Inputs(shared, withTopics: true)
        let witnesses = try inputs.isEmpty ? (resolved.corpus?.witnesses ?? []) : resolved.witnesses(inputs)
        guard !witnesses.isEmpty else {
            throw SurroundingsError("no input is named, and there is no corpus in \(shared.corpusFolder)")
        }
        let ids = Set(witnesses.map(\.id))
        guard ids.count == witnesses.count else { throw SurroundingsError("two of the texts have the same id") }
        let comparison = Comparison(
            witnesses, base: try baseIndex(witnesses, resolved), corpus: resolved.corpus,
            dictionary: try dictionary.read(), overrides: try decisions.read(witnesses, resolved.corpus))
        if let review {
            guard let doubtful = comparison.topicReview else {
                throw SurroundingsError("there are no topics in \(shared.corpusFolder): nothing to review")
            }
            try TextFile.write(table(doubtful), to: review)
            return try Terminal.out(
                "\(review): \(Findings.count(doubtful.items.count, "article")) to look at\n")
        }
        guard let matrix = matrix(of: comparison) else { throw SurroundingsError(absence(comparison)) }
        switch format {
        case .text(let format): try output.write(render(matrix, as: format))
        case .document(let format): try output.write(document(matrix, format, comparison))
        }
        let hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }

    private func document(_ matrix: Matrix, _ format: OfficeFormat, _ comparison: Comparison) -> [UInt8] {
        switch format {
        case .docx:
            render(matrix, as: format, with: MatrixSupplement.none.marking(matrix, by: comparison.differences))
        case .xlsx:
            render(
                matrix, as: format,
                with: MatrixSupplement(alignments: comparison.alignments, parameters: comparison.parameters()))
        }
    }

    private func matrix(of comparison: Comparison) -> Matrix? {
        switch rows {
        case .topics, .articles: comparison.matrix(rows)
        case .families: comparison.families(inOrderOf: base == nil ? nil : comparison.base)
        }
    }

    private func baseIndex(_ witnesses: [Witness], _ resolved: Inputs) throws -> Int {
        guard let base else {
            let corpusBase = resolved.corpus.flatMap { corpus in corpus.base.map { corpus.witnesses[$0].id } }
            return witnesses.firstIndex { inputs.isEmpty && $0.id == corpusBase } ?? 0
        }
        guard let index = witnesses.firstIndex(where: { $0.id == base }) else {
            let known = witnesses.map(\.id).joined(separator: ", ")
            throw SurroundingsError("--base \(base): none of the texts \(known)")
        }
        return index
    }

    private func absence(_ comparison: Comparison) -> String {
        switch rows {
        case .topics: "there are no topics in \(shared.corpusFolder); use --rows families, or --rows articles"
        case .articles:
            "\(comparison.witnesses[comparison.base].id) holds no article to make rows of; choose another --base"
        case .families: "none of the texts holds a provision to make rows of"
        }
    }
}
