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
        let resolved = try Inputs(shared, withTopics: inputs.isEmpty)
        var hasErrors = false
        let sources: [TextCollection.Source]
        if inputs.isEmpty {
            guard let corpus = resolved.corpus else {
                throw SurroundingsError("no input is named, and there is no corpus in \(shared.corpusFolder)")
            }
            for problem in corpus.problems { Terminal.error(problem.text) }
            hasErrors = corpus.problems.contains { $0.severity == .error }
            sources = corpus.witnesses.map(TextCollection.Source.text)
        } else {
            sources = try resolved.sources(inputs)
        }
        try read(sources).finish()
        try Findings.finish(hasErrors: hasErrors)
    }

    private func read(_ sources: [TextCollection.Source]) throws -> FolderReport {
        let style = shared.diagnostics
        return try TextCollection.read(sources, into: FolderReport(style, of: sources.count)) { witness in
            let regulation = witness.regulation
            return Piece(
                summary: Self.summary(regulation), findings: FolderReport.findings(regulation, style),
                hasErrors: regulation.diagnostics.contains { $0.severity == .error })
        } deliver: { report, piece in
            switch piece {
            case .failure(let problem): report.add(problem)
            case .success(let piece):
                report.add(piece.findings, hasErrors: piece.hasErrors)
                try Terminal.out(piece.summary)
            }
        }
    }

    private struct Piece: Sendable {
        let summary: String
        let findings: String
        let hasErrors: Bool
    }

    private static func summary(_ regulation: Regulation) -> String {
        func count(_ severity: Severity) -> Int { regulation.diagnostics.filter { $0.severity == severity }.count }
        let counts = [
            Findings.count(count(.error), "error"), Findings.count(count(.warning), "warning"),
            Findings.count(count(.note), "note"),
        ]
        return TerminalText.line("\(regulation.source.name): \(counts.joined(separator: ", "))") + "\n"
    }
}
