import ArgumentParser
import Duizhao
import Synchronization

/// `duizhao family`: the acts of a collection on the subject of an act.
struct FamilyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family",
        abstract: "Find the acts of a large collection that regulate the same subject, and what they share.",
        discussion: """
            Acts are ranked by their titles, the names of places left out, and by the words that their articles use \
            more than statutes at large. “sure” is a score of 0.9 and more, “likely” one from 0.5; less is “doubtful”: \
            a neighbouring subject, or a part of this one. The nearest that are not doubtful are aligned with the act, \
            and the provisions are listed that they share with it.

            Example: duizhao family draft.txt Laws/
            Example: duizhao family lianyungang Laws/ --limit 50 --align 10 --format json
            """)

    @Argument(help: ArgumentHelp("The act: a file, “-”, or an id of the corpus.", valueName: "input"))
    var input: String

    @Argument(help: ArgumentHelp("The collection: folders, files, ids of the corpus.", valueName: "folder"))
    var folders: [String]

    @Option(help: ArgumentHelp("How many acts are named at most.", valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp("How many of the nearest are aligned.", valueName: "n"))
    var align = 5

    @OptionGroup var findings: FindingOptions
    @OptionGroup var output: OutputOption
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit \(limit): a number of 1 or more is needed.") }
        guard (0...largestAligned).contains(align) else {
            throw ValidationError("--align \(align): a number from 0 to \(largestAligned) is needed.")
        }
        guard !folders.isEmpty else { throw ValidationError("Missing expected argument '<folder> ...'") }
    }

    /// All pairs of aligned acts are compared.
    private var largestAligned: Int { 50 }

    func run() throws {
        let resolved = try Inputs(shared)
        let act = try resolved.witness(input)
        guard !act.regulation.provisions.isEmpty else {
            throw SurroundingsError("\(input): no provision was found in this text")
        }
        let sources = try resolved.sources(folders)
        let report = Mutex(FolderReport(shared.diagnostics, of: sources.count))
        let family = try FamilySearch(act, corpus: resolved.corpus).family(
            in: sources, limit: limit, aligned: align
        ) { _, problem in report.withLock { $0.note(problem) } }
        try output.write(render(family, as: findings.format, layout: findings.layout(to: output)))
        if family.relatives.isEmpty, shared.diagnostics == .text {
            Terminal.error("no act on the same subject was found")
        }
        try report.withLock { try $0.finish() }
    }
}
