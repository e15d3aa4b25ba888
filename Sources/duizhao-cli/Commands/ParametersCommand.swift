import ArgumentParser
import Duizhao

/// `duizhao parameters`: checkable values of texts.
struct ParametersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parameters",
        abstract: "List the checkable values of texts: ages, fines, deadlines, list sizes, dates in force.",
        discussion: """
            One row for each value, as written and normalised, so that 十八周岁 and “aged 18” compare. Values of \
            provisions that answer each other stand together. What cannot be read is “?”; nothing is made up. Without \
            input, all texts of the corpus are read.

            Example: duizhao parameters jiangsu lianyungang --format csv
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: "What is written.")
    var format = MatrixFormat.markdown

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let resolved = try Inputs(shared)
        let witnesses = try inputs.isEmpty ? (resolved.corpus?.witnesses ?? []) : resolved.witnesses(inputs)
        guard !witnesses.isEmpty else {
            throw SurroundingsError("no input is named, and there is no corpus in \(shared.corpusFolder)")
        }
        guard Set(witnesses.map(\.id)).count == witnesses.count else {
            throw SurroundingsError("two of the texts have the same id")
        }
        let comparison = Comparison(
            witnesses, base: 0, corpus: resolved.corpus, dictionary: try dictionary.read(),
            overrides: try decisions.read(witnesses, resolved.corpus))
        try output.write(render(comparison.parameters(), as: format))
        let hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }
}
