import ArgumentParser
import Duizhao

/// `duizhao build`: everything that is published from the corpus.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make all pages and tables of the corpus.",
        discussion: """
            With --check nothing is written: the files are compared with what the corpus gives, and the exit status is \
            1 where one is missing, differs or does not belong there.

            Example: duizhao build -o Output
            Example: duizhao build --check
            """)

    @Option(name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("The folder.", valueName: "dir"))
    var output = "Output"

    @Flag(help: "Compare with the files that are there; write nothing.")
    var check = false

    @OptionGroup var dictionary: DictionaryOption
    @OptionGroup var decisions: OverridesOption
    @OptionGroup var shared: SharedOptions

    func run() throws {
        let corpus = try Corpus.load(shared.corpusFolder)
        try corpus.refuseAsOutput(output)
        let others = corpus.problems.filter { !corpus.overrides.problems.contains($0) }
        for problem in others { Terminal.error(problem.text) }
        let overrides = try decisions.read([], corpus)
        let terms = try dictionary.read()
        guard !corpus.problems.contains(where: { $0.severity == .error }) else {
            Terminal.error(
                "nothing was \(check ? "compared" : "written"): the corpus does not agree with its description")
            throw ExitCode(1)
        }
        let hasErrors = Findings(style: shared.diagnostics).report(corpus.witnesses.map(\.regulation), .errors)
        let site = Site(corpus, dictionary: terms, overrides: overrides)
        if check {
            try compare(site)
        } else {
            let written = try site.write(to: output)
            try Terminal.out("\(output): \(Findings.count(site.pages.count, "file")), \(written) written\n")
        }
        try Findings.finish(hasErrors: hasErrors)
    }

    private func compare(_ site: Site) throws {
        let differences = try site.differences(from: output)
        for line in differences { try Terminal.out(line + "\n") }
        guard differences.isEmpty else { throw ExitCode(1) }
        try Terminal.out("\(output): \(Findings.count(site.pages.count, "file")), all as the corpus gives them\n")
    }
}
