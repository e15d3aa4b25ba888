import ArgumentParser
import Duizhao

/// How diagnostics are written.
enum DiagnosticStyle: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(name: .customLong("corpus"), help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
    var corpus = "Corpus"

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
            Terminal.out(text)
            return
        }
        try TextFile.write(text, to: path)
    }
}

extension Level: ExpressibleByArgument {
    /// The levels that can be aligned.
    public init?(argument: String) {
        guard let level = [Level.article, .paragraph, .point].first(where: { $0.name == argument }) else { return nil }
        self = level
    }

    /// What `--help` lists.
    public static var allValueStrings: [String] { ["article", "paragraph", "point"] }

    /// The default as written on the command line.
    public var defaultValueDescription: String { name }
}

extension RegulationFormat: ExpressibleByArgument {}
extension AlignmentFormat: ExpressibleByArgument {}
extension MatrixFormat: ExpressibleByArgument {}
extension Matrix.RowKind: ExpressibleByArgument {}
