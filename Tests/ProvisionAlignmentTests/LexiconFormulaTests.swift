import Foundation
import RegulationModel
import Testing

@testable import ProvisionAlignment
@testable import lexicon_trainer

@Suite("Formulas of the shipped lexicon") struct ShippedFormulaTests {
    private let lexicon = BilingualLexicon.shipped

    @Test(arguments: ["直接负责的主管人员和其他直接责任人员", "有下列情形之一的", "依法追究刑事责任", "構成犯罪的，依法追究刑事責任"])
    func aFormulaCountsLittle(_ formula: String) {
        let scalars = Folding.fold(formula).scalars
        let weights = lexicon.weights(ofCharactersIn: scalars)
        #expect(weights.count == scalars.count)
        #expect(weights.filter { $0 < 1 }.count >= 6)
        #expect((weights.min() ?? 1) < 0.25)
        #expect(weights.allSatisfy { (0.1...1).contains($0) })
    }

    @Test(arguments: ["", "依法", "警长的猫坐在窗台上看鸟飞过", "The relevant person shall be punished."])
    func otherTextCountsInFull(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        #expect(lexicon.weights(ofCharactersIn: scalars) == scalars.map { _ in 1 })
    }

    @Test func onlyTheCharactersOfAFormulaCountLess() {
        let text = "猫有下列情形之一的鸟"
        let weights = lexicon.weights(ofCharactersIn: Array(text.unicodeScalars))
        #expect(weights.first == 1)
        #expect(weights.last == 1)
        #expect(weights.dropFirst().dropLast().allSatisfy { $0 < 1 })
    }

    @Test func marksAndSpacesPartAFormula() {
        for mark in ["、", " ", "a", "\u{3400}"] {
            let text = Array("有下列情\(mark)形之一的".unicodeScalars)
            #expect(lexicon.weights(ofCharactersIn: text).allSatisfy { $0 == 1 })
        }
    }

    @Test func numbersOfArticlesAreNoPartOfFormulas() {
        let behind = lexicon.weights(ofCharactersIn: Array("第一条为了保护".unicodeScalars))
        #expect(behind.allSatisfy { $0 == 1 })
    }
}

@Suite("Learnt formulas") struct LearntFormulaTests {
    /// 120 articles: all have the first sequence, 60 the second, 30 the third, 29 the fourth.
    private static let sequences = [("东南西北上下", 120), ("春夏秋冬早晚", 60), ("金木水火土石", 30), ("红黄蓝白黑绿", 29)]

    private static func bytes(articles: [String]) throws -> [UInt8] {
        let lines = articles.map { #"{"pcode":"A","zh":"\#($0)","en":"word"}"# }
        let parallel = try ParallelStatutes(jsonLines: Data(lines.joined(separator: "\n").utf8))
        return LexiconFile(TrainedLexicon(parallel.statutes, stems: parallel.stems, background: nil)).bytes
    }

    /// Each article says what it says twice.
    private static func bytes() throws -> [UInt8] {
        try bytes(
            articles: (0..<120).map { number in
                let text = sequences.filter { number < $0.1 }.map(\.0).joined(separator: "，")
                return text + "，" + text
            })
    }

    /// A checksum that fits what was forged.
    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        var sealed = bytes
        let sum = LexiconLayout.checksum(bytes.dropFirst(LexiconLayout.headerLength))
        sealed.replaceSubrange(8..<16, with: withUnsafeBytes(of: sum.littleEndian, Array.init))
        return sealed
    }

    @Test(arguments: zip(sequences.map(\.0), [Float(0.1), 0.25, 1, 1]))
    func theWeightIsTheRaritySquared(_ sequence: String, _ weight: Float) throws {
        let lexicon = try #require(BilingualLexicon(Self.bytes()))
        for found in lexicon.weights(ofCharactersIn: Array(sequence.unicodeScalars)) {
            #expect(abs(found - weight) < 0.005)
        }
    }

    @Test func theCommonestFormulaThatCoversACharacterCounts() throws {
        let articles = (0..<120).map { $0 < 60 ? "东南西北上下左" : "东南西北上下" }
        let lexicon = try #require(BilingualLexicon(Self.bytes(articles: articles)))
        let weights = lexicon.weights(ofCharactersIn: Array("东南西北上下左右".unicodeScalars))
        #expect(weights.prefix(6).allSatisfy { $0 == 0.1 })
        #expect(abs(weights[6] - 0.25) < 0.005)
        #expect(weights[7] == 1)
    }

    @Test func everyFormulaIsFound() throws {
        let ideographs = (0..<2900).compactMap { Unicode.Scalar(0x4E00 + $0 * 7) }
        let text = String(String.UnicodeScalarView(ideographs))
        let articles = (0..<120).map { $0 < 60 ? text : "别的" }
        let lexicon = try #require(BilingualLexicon(Self.bytes(articles: articles)))
        var count = 0
        FormulaHash.forEach(in: Folding.fold(text).scalars) { _, hash in
            count += 1
            #expect(lexicon.rarity(ofFormula: hash) == 128)
            #expect(lexicon.rarity(ofFormula: hash ^ 1) == nil)
        }
        #expect(count == 2895)
    }

    @Test func numbersOfArticlesAreLeftOut() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let act = String(repeating: "## 第一章 总则\n\n**第三条** 本条例适用\n\n本条例适用于此\n\n", count: 40)
        try Data((act + "第四条　别的事\n").utf8).write(to: folder.appending(path: "act.md"))
        let counted = try ArticleFrequencies(actsIn: folder)
        #expect(counted.articles == 41)
        let known = Set(counted.formulas.formulas(of: counted.articles).map(\.hash))
        var expected: Set<UInt64> = []
        FormulaHash.forEach(in: Array("本条例适用于此".unicodeScalars)) { expected.insert($1) }
        #expect(known == expected)
    }

    @Test func theHashRollsAlongTheText() {
        let text = Array("有下列情形之一的，依法追究刑事责任".unicodeScalars)
        var starts: [Int] = []
        FormulaHash.forEach(in: text) { start, hash in
            starts.append(start)
            let alone = text[start..<start + FormulaHash.length].reduce(UInt64(0)) {
                ($0 &+ UInt64($1.value)) &* 0x9E37_79B9_7F4A_7C15
            }
            #expect(hash == alone)
        }
        #expect(starts == [0, 1, 2, 9, 10, 11])
    }

    @Test func otherVersionsAndDamagedBytesAreRefused() throws {
        let bytes = try Self.bytes()
        #expect(BilingualLexicon(bytes) != nil)
        var old = bytes
        old[4] = 1
        #expect(BilingualLexicon(old) == nil)
        for place in bytes.count - 64..<bytes.count {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(BilingualLexicon(damaged) == nil)
        }
    }

    /// A checksum that was made to fit does not make the numbers behind it true.
    @Test func aFalseFileIsReadWithoutHarm() throws {
        let bytes = try Self.bytes()
        let text = Array(Self.sequences.map(\.0).joined().unicodeScalars)
        let table = stride(from: LexiconLayout.headerLength, to: LexiconLayout.tableEnd, by: 5)
        let formulas = stride(from: bytes.count - 17_000, to: bytes.count, by: 1021)
        for place in Array(table) + Array(formulas) {
            var forged = bytes
            forged[place] = 0xFF
            guard let lexicon = BilingualLexicon(Self.sealed(forged)) else { continue }
            #expect(lexicon.weights(ofCharactersIn: text).count == text.count)
        }
    }
}
