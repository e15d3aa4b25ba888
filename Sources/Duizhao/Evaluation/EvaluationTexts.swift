import ComparisonMatrix
import RegulationModel
import RegulationParser

/// The texts that gold speaks of, by their ids.
struct EvaluationTexts: Sendable {
    /// The corpus' texts; one given under the id of another takes its place.
    private let given: [String: Witness]
    private let corpus: Corpus?

    init(corpus: Corpus?, given: [String: Witness]) {
        self.corpus = corpus
        self.given = given
    }

    /// The text with an id: given, of the corpus, or `ID.txt` or `ID.md` beside the gold file. nil where there is none.
    func witness(_ id: String, besides gold: String) throws -> Witness? {
        if let witness = given[id] { return witness }
        if let corpus, let index = corpus.index(of: id) { return corpus.witnesses[index] }
        let folder = gold.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        for ending in TextFolder.endings {
            let path = (folder.isEmpty && !gold.hasPrefix("/") ? "" : folder + "/") + id + ending
            if TextFile.exists(path) { return try Self.read(path, id: id) }
        }
        return nil
    }

    /// Reads a file as the text with an id.
    static func read(_ path: String, id: String) throws -> Witness {
        witness(try TextFile.read(path), name: path, id: id)
    }

    /// Bytes as the text with an id.
    static func witness(_ bytes: [UInt8], name: String, id: String) -> Witness {
        Witness(
            regulation: RegulationParser.parse(bytes, name: name, id: id, options: ReadingOptions().atTheEdge),
            jurisdiction: nil, rank: nil,
            translation: .original, file: TextFile.lastName(name), sha256: SHA256.hexadecimal(bytes), sourceNote: "",
            implements: nil)
    }

    /// The two ids in the name of a gold file, the first being the base: `A-B`, or `A--B` where an id has a dash.
    ///
    /// Where there are several ways to cut, the one whose two texts are there is taken.
    func ids(_ input: EvaluationInput, besides gold: String) throws -> (base: String, other: String)? {
        let sides = String(input.name.drop { $0 != "." }.dropFirst())
        let ways = Self.cuts(sides)
        for way in ways {
            if try witness(way.base, besides: gold) != nil, try witness(way.other, besides: gold) != nil { return way }
        }
        return ways.first
    }

    private static func cuts(_ sides: String) -> [(base: String, other: String)] {
        let characters = Array(sides)
        func cut(_ length: Int) -> [(base: String, other: String)] {
            guard characters.count > length + 1 else { return [] }
            return (1..<(characters.count - length)).filter { place in
                characters[place..<(place + length)].allSatisfy { $0 == "-" }
            }.map { (String(characters[..<$0]), String(characters[($0 + length)...])) }
        }
        return cut(2) + cut(1)
    }
}
