import ArgumentParser
import Duizhao

/// `duizhao terms`: terms with their attested renderings.
struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "List the terms of texts with all attested renderings, inconsistent ones marked.",
        discussion: """
            Terms are those of the corpus' table, of titles, and what texts define. A rendering is quoted from the \
            provision that answers, with how often it stands there and where first. Among texts of one language, forms \
            are listed that stand for each other. Without input, all texts of the corpus are read.

            Example: duizhao terms lianyungang jiangsu --format tsv
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: "What is written.")
    var format = TermFormat.tsv

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let resolved = try Inputs(shared)
        let witnesses = try resolved.compared(inputs, shared)
        let comparison = Comparison(
            witnesses, base: 0, corpus: resolved.corpus, dictionary: try dictionary.read(),
            overrides: try decisions.read(witnesses, resolved.corpus))
        try output.write(render(comparison.terms(comparison.differences), as: format))
        let hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }
}

extension Inputs {
    /// The texts that are compared: those named, or all of the corpus.
    func compared(_ inputs: [String], _ shared: SharedOptions) throws -> [Witness] {
        let witnesses = try inputs.isEmpty ? (corpus?.witnesses ?? []) : witnesses(inputs)
        guard !witnesses.isEmpty else {
            throw SurroundingsError("no input is named, and there is no corpus in \(shared.corpusFolder)")
        }
        guard Set(witnesses.map(\.id)).count == witnesses.count else {
            throw SurroundingsError("two of the texts have the same id")
        }
        return witnesses
    }
}
