import Foundation
import RegulationModel
import RegulationParser
import Testing

@testable import ProvisionDiff

/// Scripts over real acts that are no part of the repository: `DUIZHAO_LAWS` names the folder of the unpacked laws,
/// `DUIZHAO_GOLD` that of the links made by readers, beside which revised acts stand in `data/renumber`.
@Suite("Scripts over real acts") struct RealActTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let hasCollections = environment["DUIZHAO_LAWS"] != nil && environment["DUIZHAO_GOLD"] != nil
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Goldens/Differences/regions.txt")
    private static let titles = [
        "henan": "河南省警务辅助人员条例", "shantou": "汕头经济特区警务辅助人员条例", "hangzhou": "杭州市公安机关警务辅助人员管理规定",
    ]

    /// An act with its short forms, which take the whole text to find.
    private struct Act {
        let regulation: Regulation
        let forms: ShortForms

        init(_ regulation: Regulation) {
            self.regulation = regulation
            forms = ShortForms(of: regulation)
        }
    }

    /// Two articles that answer each other, in their acts.
    private struct ArticlePair {
        let base: Act
        let other: Act
        let baseArticle: Provision
        let otherArticle: Provision
    }

    private static func act(_ path: String) throws -> Act {
        Act(RegulationParser.parse([UInt8](try Data(contentsOf: URL(filePath: path))), name: path, id: path))
    }

    private static func rows(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func pair(_ base: Act, _ one: String, _ other: Act, _ two: String) -> ArticlePair? {
        guard let first = base.regulation.articles.first(where: { $0.number.text == one }),
            let second = other.regulation.articles.first(where: { $0.number.text == two })
        else { return nil }
        return ArticlePair(base: base, other: other, baseArticle: first, otherArticle: second)
    }

    /// Main links of three acts on one subject, as readers made them.
    private static func neighbours() throws -> [ArticlePair] {
        let laws = try #require(environment["DUIZHAO_LAWS"])
        let gold = try #require(environment["DUIZHAO_GOLD"])
        let paths = try #require(FileManager.default.enumerator(atPath: laws)?.compactMap { $0 as? String }).sorted()
        let acts = try titles.mapValues { title in
            try act(laws + "/" + #require(paths.first { URL(filePath: $0).lastPathComponent.hasPrefix(title) }))
        }
        return try ["henan-shantou", "shantou-hangzhou"].flatMap { name -> [ArticlePair] in
            let ids = name.split(separator: "-").map(String.init)
            let texts = try ids.map { try #require(acts[$0]) }
            return try rows(gold + "/articles.\(name).tsv").filter { $0[2] == "main" }
                .compactMap { pair(texts[0], $0[0], texts[1], $0[1]) }
        }
    }

    /// Articles of revised acts with those they were made of.
    private static func revisions() throws -> [ArticlePair] {
        let folder = try #require(environment["DUIZHAO_GOLD"]) + "/../data/renumber"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name -> [ArticlePair] in
            let (old, new) = (try act("\(folder)/\(name)/old.txt"), try act("\(folder)/\(name)/new.txt"))
            return try rows("\(folder)/\(name)/map.tsv").filter { $0[1] == "MAP" && !$0[2].contains(",") }
                .compactMap { pair(old, $0[2], new, $0[0]) }
        }
    }

    /// Changed regions of pairs at each step of the way.
    private static func regions(_ pairs: [ArticlePair]) -> [Int] {
        var counts = [0, 0, 0, 0]
        var acts = ""
        var cohesion = Cohesion()
        for pair in pairs {
            let texts = [pair.base.regulation, pair.other.regulation]
            let ids = texts.map(\.id).joined(separator: " ")
            if acts != ids { cohesion = Cohesion(of: texts) }
            acts = ids
            let characters = (
                characters(pair.baseArticle.allText, in: texts[0].source),
                characters(pair.otherArticle.allText, in: texts[1].source)
            )
            let tokens = tokens(pair)
            var shortest = ShortestScript(
                base: characters.0.keys.map { Int32(bitPattern: $0) },
                other: characters.1.keys.map { Int32(bitPattern: $0) })
            let region = Region(base: 0..<characters.0.tokens.count, other: 0..<characters.1.tokens.count)
            counts[0] += hunks(shortest.runs(in: region), characters)
            counts[1] += hunks(CommonRuns.find(characters.0.keys, characters.1.keys), characters)
            counts[2] += hunks(CommonRuns.find(tokens.0.keys, tokens.1.keys), tokens)
            counts[3] += TextComparison.compare(tokens.0, tokens.1, cohesion).script.hunks.count
        }
        return counts
    }

    private static func hunks(_ runs: [CommonRun], _ texts: (TokenizedText, TokenizedText)) -> Int {
        EditScript(keeping: runs, base: texts.0.tokens.count, other: texts.1.tokens.count).hunks.count
    }

    private static func tokens(_ pair: ArticlePair) -> (TokenizedText, TokenizedText) {
        var keys = KeyTable()
        let sides = [
            (pair.baseArticle, pair.base, Lexis(own: pair.base.forms, other: pair.other.forms, articles: nil)),
            (pair.otherArticle, pair.other, Lexis(own: pair.other.forms, other: pair.base.forms, articles: nil)),
        ].map { article, act, lexis in
            Tokenizer(lexis).tokens(of: article.allText, in: act.regulation.source, &keys)
        }
        return (sides[0], sides[1])
    }

    /// Every visible character a token, punctuation too.
    private static func characters(_ pieces: [ByteSpan], in source: SourceText) -> TokenizedText {
        let flow = FlowText(pieces, in: source)
        let tokens = (0..<flow.count).map {
            Token(span: flow.span($0..<($0 + 1)), key: flow.scalars[$0].value, kind: .ideograph)
        }
        let gaps = [TokenizedText.Gap](repeating: TokenizedText.Gap(), count: tokens.count + 1)
        return TokenizedText(
            pieces: pieces, tokens: tokens, gaps: gaps, signs: [], fingerprint: flow.fingerprint)
    }

    @Test(.enabled(if: hasCollections, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func changedRegionsAreThoseOfTheGolden() throws {
        var lines = ["pairs\tnumber\tshortest\trare runs\ttokens\treadable"]
        for (name, pairs) in [("neighbours", try Self.neighbours()), ("revisions", try Self.revisions())] {
            lines.append(([name, "\(pairs.count)"] + Self.regions(pairs).map(String.init)).joined(separator: "\t"))
        }
        let found = lines.joined(separator: "\n") + "\n"
        if Self.environment["DUIZHAO_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: Self.golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(found.utf8).write(to: Self.golden)
            Issue.record("The golden was recorded; read it and run again.")
        }
        #expect(found == (try? String(contentsOf: Self.golden, encoding: .utf8)))
    }

    /// 3,000 random pairs of articles of all acts: scripts apply, mirror, and tile both texts.
    @Test(.enabled(if: hasCollections, "needs DUIZHAO_LAWS and DUIZHAO_GOLD"))
    func scriptsOfRandomArticlesApplyAndMirror() throws {
        let laws = try #require(Self.environment["DUIZHAO_LAWS"])
        let paths = try #require(FileManager.default.enumerator(atPath: laws)?.compactMap { $0 as? String })
            .filter { $0.hasSuffix(".md") }.sorted()
        var numbers = RandomNumbers(seed: RandomNumbers.usualSeed)
        let acts = try (0..<120).map { _ in try Self.act(laws + "/" + #require(paths.randomElement(using: &numbers))) }
            .filter { !$0.regulation.articles.isEmpty }
        for round in 0..<3_000 {
            let base = try #require(acts.randomElement(using: &numbers))
            let other = try #require(acts.randomElement(using: &numbers))
            let pair = ArticlePair(
                base: base, other: other,
                baseArticle: try #require(base.regulation.articles.randomElement(using: &numbers)),
                otherArticle: try #require(other.regulation.articles.randomElement(using: &numbers)))
            let texts = Self.tokens(pair)
            let comparison = TextComparison.compare(texts.0, texts.1, Cohesion())
            let note: Comment = "seed \(numbers.seed), round \(round): \(base.regulation.id) \(pair.baseArticle.eId)"
            #expect(comparison.script.applied(to: texts.0.keys, from: texts.1.keys) == texts.1.keys, note)
            #expect(TextComparison.compare(texts.1, texts.0, Cohesion()).script == comparison.script.mirrored, note)
            let shown = comparison.segments.flatMap(\.base).map(base.regulation.source.string).joined()
            #expect(shown == pair.baseArticle.allText.map(base.regulation.source.string).joined(), note)
        }
    }
}
