import RegulationModel
import RegulationParser

/// A text that belongs to no corpus: what is known of it is what it says, and what its title lets guess.
public enum StandaloneText {
    /// Reads bytes; `name` is shown in diagnostics, and the id is the file's name up to its first full stop.
    /// `options` say how the bytes are read where they leave it open.
    public static func witness(
        _ bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()
    ) -> Witness {
        let file = TextFile.lastName(name)
        let stem = file.split(separator: ".", omittingEmptySubsequences: false).first.map(String.init) ?? file
        let id = name == "-" ? "stdin" : (stem.isEmpty ? file : stem)
        let regulation = RegulationParser.parse(bytes, name: name, id: id, options: options.atTheEdge)
        return Witness(
            regulation: regulation, jurisdiction: JurisdictionGuess.jurisdiction(ofTitle: regulation.title), rank: nil,
            translation: .original, file: file, sha256: SHA256.hexadecimal(bytes), sourceNote: "", implements: nil)
    }
}
