import Foundation
import RegulationModel
import RegulationParser
import Testing

/// An input that once broke the reading: a file of `Tests/Fixtures/Findings`, in the folder of its fuzz target.
struct FuzzFinding: Sendable, CustomTestStringConvertible {
    let url: URL
    /// The name the parser is told; its ending stands for the target.
    let name: String

    var testDescription: String { "\(name) \(url.lastPathComponent)" }

    private static let names = [
        "text": "text.txt", "markdown": "text.md", "html": "page.html", "mht": "page.mht", "docx": "text.docx",
        "akn": "text.akn.xml",
    ]

    static let all: [FuzzFinding] = names.sorted { $0.key < $1.key }.flatMap { target, name in
        let folder = Repository.root.appending(path: "Tests/Fixtures/Findings/\(target)")
        let found = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return found.sorted { $0.path < $1.path }.map { FuzzFinding(url: $0, name: name) }
    }
}

@Suite("Findings") struct FindingTests {
    @Test(arguments: FuzzFinding.all) func isReadSoundly(_ finding: FuzzFinding) throws {
        let regulation = RegulationParser.parse(try Repository.bytes(finding.url), name: finding.name, id: "finding")
        #expect(Soundness(regulation).faults == [])
    }

    /// The lines of a text are found whatever its length is.
    @Test func linesAreFoundInTextsOfEachLength() {
        for length in 0...130 {
            for line in [1, 7, 31, 32, 33, 64] {
                let bytes = (0..<length).map { $0 % line == line - 1 ? UInt8(ascii: "\n") : UInt8(ascii: "a") }
                let expected = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
                #expect(SourceText(name: "text", bytes: bytes).lineStarts == expected)
            }
        }
    }
}
