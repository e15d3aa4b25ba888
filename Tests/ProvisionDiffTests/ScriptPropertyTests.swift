import RegulationModel
import Testing

@testable import ProvisionDiff

@Suite("Properties of edit scripts") struct ScriptPropertyTests {
    /// Pieces that random texts are made of.
    private static let words = [
        "公安机关", "应当", "可以", "不得", "的", "和", "，", "。", "、", "《警察法》", "第三条", "三千元", "十八周岁", "辅警", "the ", "police ",
        "shall ",
        "\n", " ", "（一）", "本条例", "3,000", "管理", "人员", "a", "是", "“", "”",
    ]

    private static func text(_ numbers: inout RandomNumbers) -> String {
        (0..<Int.random(in: 0...40, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }.joined()
    }

    /// A text with some of its pieces left out, doubled or exchanged.
    private static func edited(_ text: String, _ numbers: inout RandomNumbers) -> String {
        text.map { character in
            switch Int.random(in: 0..<12, using: &numbers) {
            case 0: ""
            case 1: String(character) + (words.randomElement(using: &numbers) ?? "")
            default: String(character)
            }
        }.joined()
    }

    private func check(_ base: String, _ other: String, _ note: Comment) {
        let texts = Texts(base, other)
        let (one, two) = (texts.comparison.base.keys, texts.comparison.other.keys)
        let script = texts.comparison.script
        #expect(script.applied(to: one, from: two) == two, note)
        #expect(script.mirrored.applied(to: two, from: one) == one, note)
        #expect(script.hunks.allSatisfy { !($0.base.isEmpty && $0.other.isEmpty) }, note)
        let back = Texts(other, base).comparison
        #expect(back.script == script.mirrored, note)
        #expect(Texts(base, other).comparison.script == script, note)
        let segments = texts.comparison.segments
        #expect(segments.flatMap(\.base).map(texts.base.string).joined() == base, note)
        #expect(segments.flatMap(\.other).map(texts.other.string).joined() == other, note)
    }

    @Test func scriptsApplyMirrorAndTileRandomTexts() {
        var numbers = RandomNumbers(seed: RandomNumbers.usualSeed)
        for round in 0..<600 {
            let base = Self.text(&numbers)
            let other = round % 3 == 0 ? Self.text(&numbers) : Self.edited(base, &numbers)
            check(base, other, "seed \(numbers.seed), round \(round): \(base) / \(other)")
        }
    }

    /// Few different keys, so that frequent ones decide and the shortest script has to help.
    @Test func runsOfFrequentKeysAreRunsOfBoth() {
        var numbers = RandomNumbers(seed: RandomNumbers.usualSeed)
        for round in 0..<200 {
            let sizes = (Int.random(in: 0...400, using: &numbers), Int.random(in: 0...400, using: &numbers))
            let kinds = UInt32(Int.random(in: 1...4, using: &numbers))
            let base = (0..<sizes.0).map { _ in UInt32.random(in: 0..<kinds, using: &numbers) }
            let other = (0..<sizes.1).map { _ in UInt32.random(in: 0..<kinds, using: &numbers) }
            let runs = CommonRuns.find(base, other)
            let script = EditScript(keeping: runs, base: base.count, other: other.count)
            #expect(script.applied(to: base, from: other) == other, "seed \(numbers.seed), round \(round)")
            for run in runs {
                #expect(base[run.base..<run.baseEnd].elementsEqual(other[run.other..<run.otherEnd]))
            }
            #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.baseEnd <= $1.base && $0.otherEnd <= $1.other })
        }
    }

    @Test func whereFrequentKeysDecideTheShortestScriptIsFound() {
        let base = [UInt32](repeating: 1, count: 100) + [2] + [UInt32](repeating: 1, count: 100)
        let other = [UInt32](repeating: 1, count: 150)
        let runs = CommonRuns.find(base, other)
        #expect(runs.reduce(0) { $0 + $1.count } == 150)
    }

    /// Large texts made to be hard: all alike but for order, two keys, a rotated text. Each ends within the bound.
    @Test(.timeLimit(.minutes(1)))
    func hostileTextsEnd() {
        var numbers = RandomNumbers(seed: RandomNumbers.usualSeed)
        let size = 60_000
        let random = (0..<size).map { _ in UInt32.random(in: 0..<300, using: &numbers) }
        let two = (0..<size).map { _ in UInt32.random(in: 0..<2, using: &numbers) }
        let distinct = (0..<UInt32(size)).map { $0 }
        let cases: [([UInt32], [UInt32])] = [
            (random, random.reversed()), (two, two.reversed()), (distinct, distinct.reversed()),
            (Array(random[1000...] + random[..<1000]), random), (distinct, distinct.shuffled(using: &numbers)),
        ]
        for (base, other) in cases {
            let script = EditScript(keeping: CommonRuns.find(base, other), base: base.count, other: other.count)
            #expect(script.applied(to: base, from: other) == other)
        }
    }
}
