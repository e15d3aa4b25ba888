import Foundation
import RegulationModel
import Testing

@testable import ProvisionDiff

/// The modality of provisions that readers labelled: `Fixtures/Norms/modality.tsv`, on which the rules were mended, and
/// `modality-unseen.tsv` and `modality-third.tsv`, drawn at random afterwards and labelled by somebody who did not know the
/// rules.
@Suite("Modality of labelled provisions") struct ModalitySampleTests {
    /// `bySentence`: the label is that of the sentence which the anchor opens, not of the provision's last one.
    private typealias Sample = (file: String, least: Double, bySentence: Bool)
    private static let samples: [Sample] = [
        ("modality", 0.95, false), ("modality-unseen", 0.9, false), ("modality-third", 0.97, true),
    ]

    private func check(
        _ source: String, _ sample: Sample,
        _ regulation: ([String: String]) throws -> (Regulation, EId)
    ) throws {
        let rows = try SampleTexts.rows("Tests/Fixtures/Norms/\(sample.file).tsv").filter { $0["source"] == source }
        #expect(rows.count > 40)
        var wrong: [String] = []
        for row in rows {
            let (text, eId) = try regulation(row)
            let norms = NormReader(text).norms(at: eId).filter { $0.provision == eId }
            let named = norms.first { Self.opens($0, with: row["anchor"] ?? "", in: text) }
            let norm = try #require(sample.bySentence ? named : norms.last, "\(row)")
            // Two labels where a reader finds both right.
            let labels = (row["modality"] ?? "").split(separator: "|").map(String.init)
            if !labels.contains(norm.modality.rawValue) {
                wrong.append("\(row["text"] ?? "") \(eId): \(norm.modality.rawValue), not \(row["modality"] ?? "")")
            }
        }
        #expect(Double(rows.count - wrong.count) >= sample.least * Double(rows.count), "\(wrong)")
    }

    /// True where the words of a norm begin with `anchor`, however much space stands between them.
    private static func opens(_ norm: Norm, with anchor: String, in text: Regulation) -> Bool {
        func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        return words(text.source.string(norm.span)).hasPrefix(words(anchor))
    }

    @Test func corpusIsReadAsLabelled() throws {
        var texts: [String: Regulation] = [:]
        try check("corpus", Self.samples[0]) { row in
            let id = try #require(row["text"])
            let path = "\(SampleTexts.root)/Corpus/Texts/\(id).\(row["language"] ?? "").txt"
            let text = try texts[id] ?? SampleTexts.parsed(path)
            texts[id] = text
            return (text, EId(try #require(row["provision"])))
        }
    }

    @Test(.enabled(if: SampleTexts.laws != nil, "needs DUIZHAO_LAWS"), arguments: samples.indices)
    func actsOnOtherSubjectsAreReadAsLabelled(_ place: Int) throws {
        let folder = try #require(SampleTexts.laws)
        let paths = try #require(FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }).sorted()
        var texts: [String: Regulation] = [:]
        try check("laws", Self.samples[place]) { row in
            let title = try #require(row["text"])
            let path = try #require(
                paths.filter { URL(filePath: $0).lastPathComponent.hasPrefix(title) }
                    .min { URL(filePath: $0).lastPathComponent < URL(filePath: $1).lastPathComponent })
            let text = try texts[title] ?? SampleTexts.parsed(folder + "/" + path)
            texts[title] = text
            return (text, EId(try #require(row["provision"])))
        }
    }

    @Test(
        .enabled(if: SampleTexts.parallel != nil, "needs DUIZHAO_GOLD and the parallel statutes beside it"),
        arguments: samples.indices)
    func officialEnglishIsReadAsLabelled(_ place: Int) throws {
        let rows = try SampleTexts.rows("Tests/Fixtures/Norms/\(Self.samples[place].file).tsv").filter {
            $0["source"] == "parallel"
        }
        let texts = try SampleTexts.english(Set(rows.map { "\($0["text"] ?? "") \($0["provision"] ?? "")" }))
        try check("parallel", Self.samples[place]) { row in
            let text = try #require(texts["\(row["text"] ?? "") \(row["provision"] ?? "")"])
            return (SampleTexts.article(text, .english), EId("art_1__para_\(row["line"] ?? "")"))
        }
    }
}
