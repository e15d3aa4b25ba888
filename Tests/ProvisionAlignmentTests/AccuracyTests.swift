import Foundation
import ProvisionAlignment
import RegulationModel
import RegulationParser
import Testing

/// The corpus and its gold, relative to this file.
private enum Measured {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let golden = root.appending(path: "Tests/Goldens/Alignment/accuracy.txt")
    static let texts = ["jiangsu.en", "jilin.en", "lianyungang.zh", "shandong.en", "shanghai.en"]
    static let gold = [
        "articles.jiangsu-lianyungang", "articles.jilin-jiangsu", "articles.jilin-lianyungang",
        "articles.shandong-jiangsu", "articles.shandong-jilin", "articles.shandong-lianyungang",
        "points.jiangsu-lianyungang", "points.jilin-lianyungang",
    ]

    static func text(_ path: String, in folder: URL = root) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    static func terms() throws -> TermTable { TermTable(parsing: try text("Corpus/Terms/zh-en.tsv")) }

    static func regulation(_ url: URL, id: String) throws -> Regulation {
        RegulationParser.parse([UInt8](try Data(contentsOf: url)), name: url.lastPathComponent, id: id)
    }

    /// The corpus and its aligner, made once: what is measured does not depend on who asks first.
    static let corpus = Result { try readCorpus() }
    static let aligner = Result { Aligner(witnesses: try corpus.get(), terms: try terms()) }

    private static func readCorpus() throws -> [Regulation] {
        try texts.map { name in
            let id = String(name.prefix { $0 != "." })
            return try regulation(root.appending(path: "Corpus/Texts/\(name).txt"), id: id)
        }
    }

    /// Evaluates one gold file; points are measured inside the article pairs that the reader went through.
    static func evaluation(_ file: String, _ aligner: Aligner, ids: [String], goldIn folder: URL) throws -> [Evaluation]
    {
        let gold = Gold(parsing: try text(file + ".tsv", in: folder))
        let names = file.split(separator: ".")[1].split(separator: "-").map(String.init)
        let base = try #require(ids.firstIndex(of: names[0]))
        let other = try #require(ids.firstIndex(of: names[1]))
        guard file.hasPrefix("points") else {
            let alignment = aligner.align(base, other, level: .article)
            return [Evaluation(alignment, gold: gold), Evaluation(alignment, gold: gold, strength: .main)]
        }
        func articles(_ pair: Gold.Pair) -> [Substring] {
            [pair.base.prefix { $0 != "/" }, pair.other.prefix { $0 != "/" }]
        }
        let read = Set(gold.marks.keys.map(articles))
        let predicted = aligner.align(base, other, level: .point).links.map {
            Gold.Pair(base: Gold.address(of: $0.base), other: Gold.address(of: $0.other))
        }
        return [Evaluation(predicted: predicted.filter { read.contains(articles($0)) }, gold: gold)]
    }

    static func line(_ name: String, _ evaluations: [Evaluation]) -> String {
        func figure(_ value: Double) -> String { String(format: "%.3f", value) }
        let all = evaluations[0]
        var columns = [name, figure(all.precision), figure(all.mainRecall), figure(all.allRecall), figure(all.mainF1)]
        columns.append(figure(all.allF1))
        columns.append(evaluations.count > 1 ? figure(evaluations[1].mainF1) : "-")
        return columns.joined(separator: "\t")
    }
}

@Suite("Accuracy on gold") struct AccuracyTests {
    /// A drop fails; a rise fails too until it is recorded with `DUIZHAO_RECORD=1` and read.
    @Test func figuresAreThoseOfTheGolden() throws {
        let regulations = try Measured.corpus.get()
        let aligner = try Measured.aligner.get()
        var lines = ["gold\tprecision\tmain recall\tall recall\tmain F1\tall F1\tmain F1 of main links"]
        for file in Measured.gold {
            let evaluations = try Measured.evaluation(
                file, aligner, ids: regulations.map(\.id), goldIn: Measured.root.appending(path: "Corpus/Gold"))
            lines.append(Measured.line(file, evaluations))
        }
        let found = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["DUIZHAO_RECORD"] == "1" {
            try Data(found.utf8).write(to: Measured.golden)
            Issue.record("The golden was recorded; read it and run again.")
        }
        #expect(found == (try? String(contentsOf: Measured.golden, encoding: .utf8)))
    }

    @Test(arguments: ["jiangsu-lianyungang", "jilin-lianyungang", "jilin-jiangsu"])
    func mainLinksReachNineTenths(_ pair: String) throws {
        let regulations = try Measured.corpus.get()
        let aligner = try Measured.aligner.get()
        let evaluations = try Measured.evaluation(
            "articles." + pair, aligner, ids: regulations.map(\.id),
            goldIn: Measured.root.appending(path: "Corpus/Gold"))
        #expect(evaluations[0].mainF1 >= 0.9)
    }

    @Test(arguments: ["shandong-jiangsu", "shandong-jilin", "shandong-lianyungang"])
    func everyMainLinkOfAnExcerptIsFound(_ pair: String) throws {
        let regulations = try Measured.corpus.get()
        let aligner = try Measured.aligner.get()
        let evaluations = try Measured.evaluation(
            "articles." + pair, aligner, ids: regulations.map(\.id),
            goldIn: Measured.root.appending(path: "Corpus/Gold"))
        #expect(evaluations[0].mainRecall == 1)
    }

    @Test func anExplainersSectionsReachTheArticlesTheyExplain() throws {
        let regulations = try Measured.corpus.get()
        let aligner = try Measured.aligner.get()
        let shanghai = try #require(regulations.firstIndex { $0.id == "shanghai" })
        let jiangsu = try #require(regulations.firstIndex { $0.id == "jiangsu" })
        let links = aligner.align(shanghai, jiangsu, level: .article).links
        // Section 4 explains the principles of recruitment, section 8 the rights.
        let found = Set(links.map { Gold.address(of: $0.base) + "-" + Gold.address(of: $0.other) })
        #expect(found.isSuperset(of: ["4-18", "6-11", "7-33", "8-14"]))
    }

    /// Acts that stand outside the repository: `DUIZHAO_LAWS` names the folder of the unpacked laws, `DUIZHAO_GOLD`
    /// that of their gold.
    private static let outside = ProcessInfo.processInfo.environment
    private static let hasOutside = outside["DUIZHAO_LAWS"] != nil && outside["DUIZHAO_GOLD"] != nil

    @Test(.enabled(if: hasOutside, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func actsOfOtherPlacesAreAlignedToo() throws {
        let laws = URL(filePath: try #require(Self.outside["DUIZHAO_LAWS"]))
        let gold = URL(filePath: try #require(Self.outside["DUIZHAO_GOLD"]))
        let titles = ["henan": "河南省警务辅助人员条例", "shantou": "汕头经济特区警务辅助人员条例", "hangzhou": "杭州市公安机关警务辅助人员管理规定"]
        let found = FileManager.default.enumerator(at: laws, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let regulations = try titles.sorted { $0.key < $1.key }.map { id, title in
            let url = try #require(found?.first { $0.lastPathComponent.hasPrefix(title) })
            return try Measured.regulation(url, id: id)
        }
        let aligner = Aligner(witnesses: regulations, terms: .empty)
        let evaluations = try ["articles.henan-shantou", "articles.shantou-hangzhou"].map {
            try Measured.evaluation($0, aligner, ids: regulations.map(\.id), goldIn: gold)[0]
        }
        let pooled = Evaluation(pooling: evaluations)
        #expect(pooled.mainF1 >= 0.94 && pooled.allF1 >= 0.9)
    }

    @Test(.enabled(if: hasOutside, "needs DUIZHAO_LAWS"))
    func actsOnAnotherSubjectAreNotReachedThroughTheCorpus() throws {
        let laws = URL(filePath: try #require(Self.outside["DUIZHAO_LAWS"]))
        let found = FileManager.default.enumerator(at: laws, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let dogs = try ["北京市养犬管理规定", "宁波市养犬管理条例"].map { title in
            let url = try #require(found?.first { $0.lastPathComponent.hasPrefix(title) })
            return try Measured.regulation(url, id: title)
        }
        let alone = Aligner(witnesses: dogs, terms: try Measured.terms())
        let among = Aligner(witnesses: dogs + (try Measured.corpus.get()), terms: try Measured.terms())
        for level in [Level.article, .paragraph, .point] {
            #expect(among.align(0, 1, level: level).links == alone.align(0, 1, level: level).links)
        }
    }
}
