import Foundation
import ProvisionAlignment
import RegulationModel
import RegulationParser
import Testing

/// How well families agree with what readers linked: every two members of different acts are a predicted pair.
///
/// After a change of the alignment the golden is recorded anew with `DUIZHAO_RECORD=1`, read, and committed.
@Suite("Accuracy of families") struct FamilyAccuracyTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let golden = root.appending(path: "Tests/Goldens/Alignment/families.txt")
    private static let pairs = [
        ("jiangsu", "lianyungang"), ("jilin", "jiangsu"), ("jilin", "lianyungang"), ("shandong", "jiangsu"),
        ("shandong", "jilin"), ("shandong", "lianyungang"),
    ]

    private static let made = Result { try families() }

    private static func families() throws -> Families {
        let texts = try ["jiangsu.en", "jilin.en", "lianyungang.zh", "shandong.en", "shanghai.en"].map { name in
            let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Corpus/Texts/\(name).txt")))
            return RegulationParser.parse(bytes, name: name, id: String(name.prefix { $0 != "." }))
        }
        let table = try Data(contentsOf: root.appending(path: "Corpus/Terms/zh-en.tsv"))
        let aligner = Aligner(witnesses: texts, terms: TermTable(parsing: String(decoding: table, as: UTF8.self)))
        let alignments = texts.indices.flatMap { first in
            texts.indices.filter { $0 > first }.map { aligner.align(first, $0, level: .article) }
        }
        return Families(witnesses: texts, alignments: alignments)
    }

    private static func evaluation(_ base: String, _ other: String) throws -> Evaluation {
        let file = root.appending(path: "Corpus/Gold/articles.\(base)-\(other).tsv")
        let gold = Gold(parsing: String(decoding: try Data(contentsOf: file), as: UTF8.self))
        let predicted = try made.get().consensus.flatMap { family in
            family.members(of: base).flatMap { first in
                family.members(of: other).map {
                    Gold.Pair(base: Gold.address(of: first), other: Gold.address(of: $0))
                }
            }
        }
        return Evaluation(predicted: predicted, gold: gold)
    }

    private static func line(_ name: String, _ evaluation: Evaluation) -> String {
        let figures = [evaluation.precision, evaluation.mainRecall, evaluation.mainF1]
        return ([name] + figures.map { String(format: "%.3f", $0) }).joined(separator: "\t")
    }

    @Test func accuracyIsWhatWasRecorded() throws {
        let evaluations = try Self.pairs.map { try Self.evaluation($0.0, $0.1) }
        var lines = ["gold\tprecision\tmain recall\tmain F1"]
        for (pair, evaluation) in zip(Self.pairs, evaluations) {
            lines.append(Self.line("articles.\(pair.0)-\(pair.1)", evaluation))
        }
        lines.append(Self.line("pooled", Evaluation(pooling: evaluations)))
        let found = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["DUIZHAO_RECORD"] == "1" {
            try Data(found.utf8).write(to: Self.golden)
            Issue.record("The golden was recorded; read it and run again.")
        }
        #expect(found == (try? String(contentsOf: Self.golden, encoding: .utf8)))
    }

    @Test func nineTenthsOfTheMainPairsAreFound() throws {
        let pooled = Evaluation(pooling: try Self.pairs.map { try Self.evaluation($0.0, $0.1) })
        #expect(pooled.mainF1 >= 0.9)
    }
}
