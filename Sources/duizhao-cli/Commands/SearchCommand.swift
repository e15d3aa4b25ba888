import ArgumentParser
import Duizhao
import Synchronization

/// `duizhao search`: provisions that speak of a matter.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find provisions that speak of a matter, in both languages from either.",
        discussion: """
            The question is words, a phrase or a sentence, in Chinese or English. Texts of the other language are \
            searched by the terms of the corpus and the lexicon that comes with the program. The score is the share of \
            the question that the article answers. Without input, the texts of the corpus are searched.

            In the quotation ‹ › stand around what was found, in bold as well where the terminal has it. Exit status: 0 \
            also where nothing is found; 1 where a text could not be read.

            Example: duizhao search 聘用条件
            Example: duizhao search "use of weapons" Laws/ --limit 5
            Example: duizhao search 养犬登记 Laws/ --format tsv
            """)

    @Argument(help: ArgumentHelp("What is looked for.", valueName: "query"))
    var query: String

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("How many provisions are given.", valueName: "n"))
    var limit = 10

    @OptionGroup var findings: FindingOptions
    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (1...largestLimit).contains(limit) else {
            throw ValidationError("--limit \(limit): a number from 1 to \(largestLimit) is needed.")
        }
    }

    private var largestLimit: Int { 10_000 }

    func run() throws {
        let resolved = try Inputs(shared)
        let terms = (resolved.corpus?.terms ?? .empty).joined(with: try dictionary.read())
        let search = try TextSearch(query, terms: terms)
        let sources = try resolved.sourcesOrCorpus(inputs, shared)
        let report = Mutex(FolderReport(shared.diagnostics, of: sources.count))
        let result = try search.result(in: sources, limit: limit) { _, problem in
            report.withLock { $0.note(problem) }
        }
        try output.write(render(result, as: findings.format, layout: findings.layout(to: output)))
        if result.items.isEmpty, shared.diagnostics == .text {
            Terminal.error(TerminalText.line("nothing was found for “\(query)”"))
        }
        try report.withLock { try $0.finish() }
    }
}
