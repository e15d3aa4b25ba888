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
    /// The acts of `Tests/Fixtures/Readings`, whose links one reader each has told.
    private static let readTitles = [
        "ningbo": "宁波市公安机关警务辅助人员管理规定", "vol-zj": "浙江省志愿服务条例", "vol-hn": "河南省志愿服务条例",
        "vol-sh": "上海市志愿服务条例", "smoke-bj": "北京市控制吸烟条例", "smoke-cq": "重庆市公共场所控制吸烟条例",
        "blood-zj": "浙江省实施《献血法》办法", "blood-ta": "泰安市献血条例", "brave-zj": "浙江省见义勇为人员奖励和保障条例",
        "brave-hn": "河南省见义勇为人员奖励和保障条例", "aid-zj": "浙江省法律援助条例", "aid-hn": "河南省法律援助条例",
        "aid-sd": "山东省法律援助条例", "dog-jx": "嘉兴市养犬管理条例", "dog-zz": "郑州市城市养犬管理条例", "fit-zj": "浙江省全民健身条例",
        "fit-sd": "山东省全民健身条例", "ich-sd": "山东省非物质文化遗产条例", "ich-cq": "重庆市非物质文化遗产条例",
    ]

    private static func files(_ titles: [String: String]) throws -> [String: String] {
        let laws = try #require(environment["DUIZHAO_LAWS"])
        let paths = try #require(FileManager.default.enumerator(atPath: laws)?.compactMap { $0 as? String }).sorted()
        return try titles.mapValues { title in
            let path = try #require(paths.last { URL(filePath: $0).lastPathComponent.hasPrefix(title) })
            return laws + "/" + path
        }
    }

    @Test(.enabled(if: hasCollections, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func pooledFiguresAreThoseOfTheGolden() throws {
        let gold = try #require(Self.environment["DUIZHAO_GOLD"])
        try expect([gold, gold + "/../data/renumber"], of: Self.titles, as: "collections")
    }

    @Test(.enabled(if: hasCollections, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func pooledFiguresOfTheReadingsAreThoseOfTheGolden() throws {
        let titles = Self.titles.merging(Self.readTitles) { gold, _ in gold }
        try expect([Checkout.root + "/Tests/Fixtures/Readings"], of: titles, as: "readings")
    }

    /// The first thirty statutes of those that training leaves out.
    @Test(.enabled(if: environment["DUIZHAO_DATA"] != nil, "needs DUIZHAO_DATA"))
    func articlesOfParallelStatutesFindTheirCounterparts() throws {
        let packed = try #require(Self.environment["DUIZHAO_DATA"]) + "/parallel-tw.jsonl.xz"
        let file = NSTemporaryDirectory() + "duizhao-\(ProcessInfo.processInfo.globallyUniqueString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let unpack = Process()
        unpack.executableURL = URL(filePath: "/bin/sh")
        unpack.arguments = ["-c", "xz -dc \"$0\" > \"$1\"", packed, file]
        try unpack.run()
        unpack.waitUntilExit()
        #expect(unpack.terminationStatus == 0)
        let evaluator = try Evaluator(corpus: try Checkout.corpus.get())
        let report = try evaluator.evaluate([.parallel(file)], choosing: StatuteChoice(count: 30, heldOut: true)).report
        let measured = try #require(report.parallel)
        #expect(measured.laws == 30 && measured.unread == 0)
        var lines = ["method\tarticles\tfrom zh\tfrom en\tfrom both\tno link"]
        for method in measured.methods {
            let counts = method.counts
            let shares = [counts.fromBase, counts.fromOther, counts.mutual].map {
                String(format: "%.3f", counts.share($0))
            }
            lines.append(
                ([method.name, "\(counts.articles)"] + shares + ["\(counts.unlinked)"]).joined(separator: "\t"))
        }
        try expect(lines, of: "statutes")
    }

    /// A drop fails; a rise fails too until it is recorded with `DUIZHAO_RECORD=1` and read.
    private func expect(_ gold: [String], of titles: [String: String], as name: String) throws {
        let evaluator = try Evaluator(corpus: try Checkout.corpus.get(), files: try Self.files(titles))
        let report = try evaluator.evaluate(gold.flatMap { try EvaluationInput.find($0) }).report
        #expect(report.unmeasured.isEmpty)
        var lines = ["kind\tpairs\tprecision\tmain recall\tall recall\tmain F1\tall F1"]
        for group in EvaluationGroup.all {
            guard let pooled = report.pooled(group) else { continue }
            let engine = pooled.engine
            let figures = [engine.precision, engine.mainRecall, engine.allRecall, engine.mainF1, engine.allF1]
            let columns = [group.name, "\(pooled.pairs)"] + figures.map { String(format: "%.3f", $0) }
            lines.append(columns.joined(separator: "\t"))
        }
        try expect(lines, of: name)
    }

    private func expect(_ lines: [String], of name: String) throws {
        let found = lines.joined(separator: "\n") + "\n"
        let golden = Checkout.root + "/Tests/Goldens/Alignment/\(name).txt"
        if Self.environment["DUIZHAO_RECORD"] == "1" {
            try Data(found.utf8).write(to: URL(filePath: golden))
            Issue.record("The golden was recorded; read it and run again.")
        }
        #expect(found == (try? String(contentsOfFile: golden, encoding: .utf8)))
    }
}
