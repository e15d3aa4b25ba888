import ArgumentParser
import Duizhao

/// `duizhao parse`: the article model of texts.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Read texts into their articles, paragraphs and points.",
        discussion: """
            Example: duizhao parse --format json Corpus/Texts/jilin.en.txt
            Example: duizhao parse --format jsonl Laws/ > laws.jsonl
            Example: duizhao parse --format akn jiangsu -o jiangsu.akn.xml
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String]

    @Option(help: "What is written.")
    var format = RegulationFormat.outline

    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let witnesses = try Inputs(shared).witnesses(inputs)
        guard format != .akn || witnesses.count == 1 else {
            throw ValidationError("An Akoma Ntoso file holds one text, and \(witnesses.count) were given.")
        }
        try output.write(text(witnesses))
        let hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .all)
        try Findings.finish(hasErrors: hasErrors)
    }

    /// One document as it is; several as a JSON array, as lines, or one after the other.
    private func text(_ witnesses: [Witness]) -> String {
        let texts = witnesses.map { render($0, as: format) }
        switch format {
        case .json where texts.count > 1: return "[\n" + texts.joined(separator: ",\n") + "]\n"
        case .json, .jsonl, .akn: return texts.joined()
        case .outline, .text: return texts.joined(separator: "\n")
        }
    }
}
