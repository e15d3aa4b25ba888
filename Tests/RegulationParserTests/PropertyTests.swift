import Foundation
import RegulationModel
import RegulationParser
import Testing

/// A text that is damaged in every way: a fixture or one of the five sources.
struct Specimen: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var options = ReadingOptions()

    var testDescription: String { name }

    static let all: [Specimen] =
        CaseFile.all.map { Specimen(name: $0.name, bytes: $0.input, options: $0.options) }
        + Repository.files(in: Repository.texts, withEnding: "txt").compactMap { url in
            (try? Repository.bytes(url)).map { Specimen(name: url.lastPathComponent, bytes: $0) }
        }

    func parse(_ bytes: [UInt8]) -> Regulation {
        RegulationParser.parse(bytes, name: name, id: "specimen", options: options)
    }
}

@Suite("Properties") struct PropertyTests {
    /// Seed of all random damage: `DUIZHAO_SEED`, else a fixed one. A failure names it.
    private static let seed = ProcessInfo.processInfo.environment["DUIZHAO_SEED"].flatMap(UInt64.init) ?? 20_210_901
    private static let rounds = 12

    private func expectSound(_ bytes: [UInt8], _ specimen: Specimen, _ how: String) {
        let faults = Soundness(specimen.parse(bytes)).faults
        #expect(faults == [], "\(how), seed \(Self.seed): \(String(decoding: bytes.prefix(4_000), as: UTF8.self))")
    }

    @Test(arguments: Specimen.all) func survivesEachLineDeleted(_ specimen: Specimen) {
        for variant in Variants(bytes: specimen.bytes).withoutOneLine {
            expectSound(variant, specimen, "a line deleted")
        }
    }

    @Test(arguments: Specimen.all) func survivesEachMarkDoubled(_ specimen: Specimen) {
        let regulation = specimen.parse(specimen.bytes)
        for variant in Variants(bytes: specimen.bytes).withDoubledMarks(regulation) {
            expectSound(variant, specimen, "a mark doubled")
        }
    }

    @Test(arguments: Specimen.all) func survivesRandomDamage(_ specimen: Specimen) {
        var random = SeededGenerator(seed: Self.seed)
        let variants = Variants(bytes: specimen.bytes)
        for _ in 0..<Self.rounds {
            expectSound(variants.truncated(using: &random), specimen, "truncated")
            expectSound(variants.withFlippedBytes(using: &random), specimen, "bytes flipped")
            expectSound(variants.withShuffledLines(using: &random), specimen, "lines shuffled")
        }
    }

    @Test(arguments: Specimen.all) func readsItsOwnPrintAlike(_ specimen: Specimen) {
        let first = NormalForm(regulation: specimen.parse(specimen.bytes))
        // Markup states numbers and levels that are none in print.
        guard !specimen.name.hasSuffix(".akn") else { return }
        // Between ideographs print has a space for the tab of a table, which reading folds.
        guard !first.tree.isEmpty, !first.regulation.source.bytes.contains(0x09) else { return }
        let second = NormalForm(
            regulation: RegulationParser.parse(Array(first.text.utf8), name: "print.txt", id: "specimen"))
        #expect(second.tree == first.tree, "printed: \(first.text)")
    }

    @Test(arguments: Specimen.all) func readsTheSameTwice(_ specimen: Specimen) {
        let first = Outline(regulation: specimen.parse(specimen.bytes))
        let second = Outline(regulation: specimen.parse(specimen.bytes))
        #expect(first.text == second.text)
        #expect(first.diagnostics == second.diagnostics)
    }

    /// Carriage returns and a byte order mark change the spans, never the tree.
    @Test(arguments: Specimen.all) func lineBreaksDoNotMatter(_ specimen: Specimen) {
        // In other encodings and in messages line breaks are bytes like any others.
        guard specimen.parse(specimen.bytes).source.bytes == specimen.bytes else { return }
        let text = String(decoding: specimen.bytes, as: UTF8.self)
        guard !text.unicodeScalars.contains("\r"), !specimen.bytes.starts(with: [0xEF, 0xBB]) else { return }
        let plain = NormalForm(regulation: specimen.parse(specimen.bytes)).tree
        for lineBreak in ["\r\n", "\r"] {
            let changed = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: lineBreak)
            #expect(NormalForm(regulation: specimen.parse(Array(changed.utf8))).tree == plain)
        }
    }
}
