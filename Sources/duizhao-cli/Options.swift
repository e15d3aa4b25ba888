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

    @Option(
        help: ArgumentHelp(
            "Encoding of the files named, over what they declare: UTF-8, GB18030, Big5, UTF-16 …. Texts of the corpus "
                + "keep theirs.", valueName: "name"))
    var encoding: String?

    func validate() throws {
        guard let encoding, TextEncoding(label: encoding) == nil else { return }
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
            "--encoding \(encoding): no such encoding is read; known are \(names) and their other names.")
    }

    /// How files that are named are read.
    var reading: ReadingOptions {
        var options = ReadingOptions()
        options.encoding = encoding
        return options
    }
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

    /// Throws where a document would be written to a terminal; asked before the work is done.
    func refuseTerminal(for format: String) throws {
        guard path == nil, Terminal.showsOutput else { return }
        throw SurroundingsError("--format \(format) is no text for a terminal: name a file with -o FILE")
    }

    /// Opens the result for writing piece by piece.
    func open() throws -> OutputStream { try OutputStream(to: path) }

    /// Writes the bytes of a document.
    func write(_ bytes: [UInt8]) throws {
        guard let path else {
            try Terminal.out(bytes)
            return
        }
        try TextFile.write(bytes, to: path)
    }
}

/// The formats of `matrix`: texts and documents.
enum MatrixOutputFormat: ExpressibleByArgument, CaseIterable {
    case text(MatrixFormat)
    case document(OfficeFormat)

    static let allCases =
        MatrixFormat.allCases.map(MatrixOutputFormat.text) + OfficeFormat.allCases.map(MatrixOutputFormat.document)

    init?(argument: String) {
        if let format = MatrixFormat(rawValue: argument) {
            self = .text(format)
        } else if let format = OfficeFormat(rawValue: argument) {
            self = .document(format)
        } else {
            return nil
        }
    }

    /// What is typed.
    var name: String {
        switch self {
        case .text(let format): format.rawValue
        case .document(let format): format.rawValue
        }
    }

    var defaultValueDescription: String { name }

    static var allValueStrings: [String] { allCases.map(\.name) }
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
extension GuideFormat: ExpressibleByArgument {}
extension TermFormat: ExpressibleByArgument {}
extension StudyOptions.Order: ExpressibleByArgument {}
extension StudyCard.Kind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension MatrixFormat: ExpressibleByArgument {}
extension Matrix.RowKind: ExpressibleByArgument {}
