import ArgumentParser
import Duizhao

/// How diagnostics are written.
enum DiagnosticStyle: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the corpus. (default: Corpus)", valueName: "dir"))
    var corpus: String?

    /// The folder named, or the default one.
    var corpusFolder: String { corpus ?? "Corpus" }

    @Option(help: "How diagnostics are written to standard error.")
    var diagnostics = DiagnosticStyle.text
}

/// Where a result goes.
struct OutputOption: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write the result to this file instead of standard output.", valueName: "file"))
    var path: String?

    /// Writes the result; a file is written beside its place and renamed.
    func write(_ text: String) throws {
        guard let path else {
            try Terminal.out(text)
            return
        }
        try TextFile.write(text, to: path)
    }
}

/// The levels that can be aligned.
enum AlignedLevel: String, ExpressibleByArgument, CaseIterable {
    case article, paragraph, point

    /// The level of the model.
    var level: Level {
        switch self {
        case .article: .article
        case .paragraph: .paragraph
        case .point: .point
        }
    }
}

extension RegulationFormat: ExpressibleByArgument {}
extension AlignmentFormat: ExpressibleByArgument {}
extension EvaluationFormat: ExpressibleByArgument {}
extension DifferenceFormat: ExpressibleByArgument {}
extension DifferenceLayout.View: ExpressibleByArgument {}
extension MatrixFormat: ExpressibleByArgument {}
extension Matrix.RowKind: ExpressibleByArgument {}
