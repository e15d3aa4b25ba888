import RegulationParser

/// What people write beside the texts: descriptions, tables of terms, topics, decisions. A spreadsheet or an editor may have
/// saved it in another encoding; it is decoded as the texts are.
enum SideFile {
    /// The text of a file in UTF-8, without a byte order mark. Throws `SurroundingsError` with the line of the first bytes
    /// that are no text.
    static func text(_ bytes: [UInt8], path: String) throws -> [UInt8] {
        let (text, badLine) = decoded(bytes)
        guard let badLine else { return text }
        throw SurroundingsError("\(path):\(badLine): \(badBytes)")
    }

    /// What is wrong with bytes that are no text, and what to do.
    static let badBytes = "holds bytes that are no text; save the file as UTF-8"

    /// The text in UTF-8, and the line of the first bytes that are no text.
    static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], badLine: Int?) {
        let text = PlainText(decoding: bytes)
        return (text.bytes, text.firstReplacement.map { text.bytes[..<$0].count { $0 == UInt8(ascii: "\n") } + 1 })
    }

    /// Reads a file and gives its text.
    static func read(_ path: String) throws -> [UInt8] { try text(try TextFile.read(path), path: path) }
}
