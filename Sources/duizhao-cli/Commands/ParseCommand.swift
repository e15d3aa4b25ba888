import ArgumentParser
import Duizhao
import Synchronization

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
        let sources = try Inputs(shared).sources(inputs)
        guard format != .akn || sources.count == 1 else {
            throw ValidationError("An Akoma Ntoso file holds one text, and \(sources.count) were given.")
        }
        let isArray = format == .json && sources.count > 1
        let result = Mutex(try output.open())
        do {
            if isArray { try result.withLock { try $0.write("[\n") } }
            let report = try read(sources, into: result)
            if isArray { try result.withLock { try $0.write("]\n") } }
            try result.withLock { try $0.finish() }
            try report.finish()
        } catch {
            result.withLock { $0.discard() }
            throw error
        }
    }

    /// Writes one text after the other as soon as all before it are written.
    private func read(_ sources: [TextCollection.Source], into result: borrowing Mutex<OutputStream>) throws
        -> FolderReport
    {
        let (format, style) = (format, shared.diagnostics)
        let start = State(report: FolderReport(style, of: sources.count))
        let end = try TextCollection.read(sources, into: start) { witness in
            Piece(
                bytes: bytes(of: witness, as: format), findings: FolderReport.findings(witness.regulation, style),
                hasErrors: witness.regulation.diagnostics.contains { $0.severity == .error })
        } deliver: { state, piece in
            switch piece {
            case .failure(let problem): state.report.add(problem)
            case .success(let piece):
                let before = Self.separator(format, isFirst: state.isFirst)
                state.isFirst = false
                try result.withLock { stream in
                    if !before.isEmpty { try stream.write(before) }
                    try stream.write(piece.bytes)
                }
                state.report.add(piece.findings, hasErrors: piece.hasErrors)
            }
        }
        return end.report
    }

    private struct Piece: Sendable {
        let bytes: [UInt8]
        let findings: String
        let hasErrors: Bool
    }

    private struct State: Sendable {
        var report: FolderReport
        var isFirst = true
    }

    /// What stands between two documents; before a further one in JSON, the comma of the array.
    private static func separator(_ format: RegulationFormat, isFirst: Bool) -> [UInt8] {
        guard !isFirst else { return [] }
        return switch format {
        case .json: Array(",\n".utf8)
        case .jsonl, .akn: []
        case .outline, .text: Array("\n".utf8)
        }
    }
}
