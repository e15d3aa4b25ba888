import ArgumentParser
import Duizhao

/// `duizhao align`: which provision answers which.
struct AlignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "align",
        abstract: "Find which provision of one text answers which of another, across order and language.",
        discussion: """
            The other texts of the corpus serve as bridges where there are any. The table “tsv” has the columns base, \
            other, link (main or part), relation, score, reasons.

            Example: duizhao align jilin lianyungang --format tsv
            """)

    @Argument(help: ArgumentHelp("The base text: a file, “-”, or an id of the corpus.", valueName: "base"))
    var base: String

    @Argument(help: ArgumentHelp("The other text.", valueName: "other"))
    var other: String

    @Option(help: "Level of the provisions linked.")
    var level = AlignedLevel.article

    @Option(help: "What is written.")
    var format = AlignmentFormat.table

    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        guard base != "-" || other != "-" else { throw SurroundingsError("only one of the two texts can be “-”") }
        let inputs = try Inputs(shared)
        let pair = [try inputs.witness(base), try inputs.witness(other)]
        let alignment = Comparison(pair, base: 0, corpus: inputs.corpus).alignment(0, 1, level: level.level)
        try output.write(render(alignment, base: pair[0].regulation, other: pair[1].regulation, as: format))
        let hasErrors = Findings(style: shared.diagnostics).report(pair.map(\.regulation), .errors)
        try Findings.finish(hasErrors: hasErrors)
    }
}
