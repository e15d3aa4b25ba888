import ProvisionAlignment

/// A dictionary in the format of CC-CEDICT, as plain text.
public struct DictionaryFile: Sendable {
    /// Its terms.
    public let terms: TermTable
    /// Lines that cannot be used, all warnings: the first few, the last of which says how many more there are.
    public let problems: [CorpusProblem]

    /// Reads a file; throws `SurroundingsError` where it cannot be read, is compressed, or holds no term at all.
    public init(reading path: String) throws {
        let bytes = try TextFile.read(path)
        if let (kind, command) = Self.compression(bytes) {
            throw SurroundingsError("\(path): is compressed with \(kind); unpack it first, as with “\(command)”")
        }
        let table = TermTable(cedict: try SideFile.text(bytes, path: path))
        guard !table.entries.isEmpty else {
            throw SurroundingsError(
                "\(path): holds no term; lines of a dictionary are “Traditional Simplified [pinyin] /gloss/gloss/”")
        }
        terms = table
        problems = table.problems.map { problem in
            CorpusProblem(kind: .dictionaryLine, file: path, line: problem.line, message: problem.message)
        }
    }

    /// How a file is compressed, by its first bytes, and what unpacks it.
    private static func compression(_ bytes: [UInt8]) -> (kind: String, command: String)? {
        if bytes.starts(with: [0x1F, 0x8B]) { return ("gzip", "gunzip") }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return ("zip", "unzip") }
        if bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return ("xz", "unxz") }
        return nil
    }
}
