import Foundation
import Testing

import Duizhao

/// Figures over acts that stand outside the repository: `DUIZHAO_LAWS` names the folder of the unpacked laws,
/// `DUIZHAO_GOLD` that of their gold, beside which revised acts stand in `data/renumber`.
@Suite("Accuracy on collections") struct CollectionAccuracyTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let hasCollections = environment["DUIZHAO_LAWS"] != nil && environment["DUIZHAO_GOLD"] != nil
    private static let titles = [
        "henan": "河南省警务辅助人员条例", "shantou": "汕头经济特区警务辅助人员条例", "hangzhou": "杭州市公安机关警务辅助人员管理规定",
    ]

    private static func files() throws -> [String: String] {
        let laws = try #require(environment["DUIZHAO_LAWS"])
        let paths = try #require(FileManager.default.enumerator(atPath: laws)?.compactMap { $0 as? String })
        return try titles.mapValues { title in
            let path = try #require(paths.first { URL(filePath: $0).lastPathComponent.hasPrefix(title) })
            return laws + "/" + path
        }
    }

    /// A drop fails; a rise fails too until it is recorded with `DUIZHAO_RECORD=1` and read.
    @Test(.enabled(if: hasCollections, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func pooledFiguresAreThoseOfTheGolden() throws {
        let gold = try #require(Self.environment["DUIZHAO_GOLD"])
        let corpus = try Checkout.corpus.get()
        let evaluator = try Evaluator(corpus: corpus, files: try Self.files())
        let inputs = try [gold, gold + "/../data/renumber"].flatMap { try EvaluationInput.find($0) }
        let report = try evaluator.evaluate(inputs).report
        #expect(report.unmeasured.isEmpty)
        var lines = ["kind\tpairs\tprecision\tmain recall\tall recall\tmain F1\tall F1"]
        for group in EvaluationGroup.all {
            guard let pooled = report.pooled(group) else { continue }
            let engine = pooled.engine
            let figures = [engine.precision, engine.mainRecall, engine.allRecall, engine.mainF1, engine.allF1]
            let columns = [group.name, "\(pooled.pairs)"] + figures.map { String(format: "%.3f", $0) }
            lines.append(columns.joined(separator: "\t"))
        }
        let found = lines.joined(separator: "\n") + "\n"
        let golden = Checkout.root + "/Tests/Goldens/Alignment/collections.txt"
        if Self.environment["DUIZHAO_RECORD"] == "1" {
            try Data(found.utf8).write(to: URL(filePath: golden))
            Issue.record("The golden was recorded; read it and run again.")
        }
        #expect(found == (try? String(contentsOfFile: golden, encoding: .utf8)))
    }
}
