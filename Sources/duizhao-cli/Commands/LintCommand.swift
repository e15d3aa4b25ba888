import ArgumentParser
import Duizhao

/// `duizhao lint`: diagnostics only.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Name what is odd in texts: numbering, lists, debris, dates, what stands around the act.",
        discussion: """
            Diagnostics go to standard error, a count for each text to standard output. Without input, all texts of \
            the corpus are looked at, and the corpus itself.

            Example: duizhao lint Corpus/Texts
            """)

    @Argument(help: ArgumentHelp("Files, folders, “-”, or ids of the corpus.", valueName: "input"))
    var inputs: [String] = []

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let resolved = try Inputs(shared, withTopics: true)
        var hasErrors = false
        let witnesses: [Witness]
        if inputs.isEmpty {
            guard let corpus = resolved.corpus else {
                throw SurroundingsError("no input is named, and there is no corpus in \(shared.corpusFolder)")
            }
            for problem in corpus.problems { Terminal.error(problem.text) }
            hasErrors = corpus.problems.contains { $0.severity == .error }
            witnesses = corpus.witnesses
        } else {
            witnesses = try resolved.witnesses(inputs)
        }
        hasErrors = Findings(style: shared.diagnostics).report(witnesses.map(\.regulation), .all) || hasErrors
        for witness in witnesses { try Terminal.out(summary(witness.regulation)) }
        try Findings.finish(hasErrors: hasErrors)
    }

    private func summary(_ regulation: Regulation) -> String {
        func count(_ severity: Severity) -> Int { regulation.diagnostics.filter { $0.severity == severity }.count }
        let counts = [
            Findings.count(count(.error), "error"), Findings.count(count(.warning), "warning"),
            Findings.count(count(.note), "note"),
        ]
        return TerminalText.line("\(regulation.source.name): \(counts.joined(separator: ", "))") + "\n"
    }
}
