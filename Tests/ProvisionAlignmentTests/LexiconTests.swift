import CLexicon
import Foundation
import RegulationModel
import Testing

@testable import ProvisionAlignment
@testable import lexicon_trainer

@Suite("Shipped lexicon") struct ShippedLexiconTests {
    private let lexicon = BilingualLexicon.shipped

    @Test(arguments: [
        ("保險", "insur"), ("警察", "polic"), ("契约", "contract"), ("訓練", "train"), ("申请", "applic"), ("罰鍰", "fine"),
        ("税", "tax"), ("险", "insur"),
    ])
    func knowsWhatStatutesRenderATermBy(_ term: String, _ stem: String) throws {
        let best = try #require(lexicon.glosses(of: Folding.fold(term).text).first)
        #expect(lexicon.stem(best.stem) == stem)
        #expect(best.weight > 0.5)
    }

    @Test func knowsNothingOfWhatItDidNotLearn() {
        #expect(lexicon.glosses(of: "x").isEmpty)
        #expect(lexicon.glosses(of: "").isEmpty)
        #expect(lexicon.glosses(of: "保险业").isEmpty)
        #expect(lexicon.number(ofStem: "nosuchstem") == nil)
        #expect(lexicon.stem(-1).isEmpty)
        #expect(lexicon.stem(lexicon.stemCount).isEmpty)
    }

    @Test func everyStemIsFoundByItsText() {
        #expect(lexicon.stemCount > 5000)
        for number in stride(from: 0, to: lexicon.stemCount, by: 7) {
            #expect(lexicon.number(ofStem: lexicon.stem(number)) == number)
        }
    }

    @Test func aTextShowsTheStemsOfItsTerms() throws {
        let glosses = lexicon.stems(chinese: Folding.fold("警察機關，應辦理保險。").scalars)
        #expect(glosses.map(\.stem) == glosses.map(\.stem).sorted())
        let weights = Dictionary(uniqueKeysWithValues: glosses.map { (lexicon.stem($0.stem), $0.weight) })
        #expect(try #require(weights["polic"]) > 1)
        #expect(try #require(weights["insur"]) > 1)
    }

    @Test func twoCharactersMeetOnlyWhereNothingStandsBetween() {
        let apart = lexicon.stems(chinese: Array("保、险".unicodeScalars))
        let together = lexicon.stems(chinese: Array("保险".unicodeScalars))
        #expect(apart.reduce(0) { $0 + $1.weight } < together.reduce(0) { $0 + $1.weight })
    }

    @Test func aReaderForgetsTheTextBefore() {
        let texts = ["警察机关", "保险", "警察机关"].map { Array($0.unicodeScalars) }
        var reader = BilingualLexicon.Reader(lexicon)
        #expect(texts.map { reader.stems(chinese: $0) } == texts.map { lexicon.stems(chinese: $0) })
    }

    @Test func whatStandsEverywhereIsNotRare() throws {
        #expect(lexicon.rarity(ofCharacter: "的") < lexicon.rarity(ofCharacter: "警"))
        #expect(lexicon.rarity(ofPair: "规", "定") < lexicon.rarity(ofPair: "警", "察"))
        #expect(lexicon.rarity(ofPair: "警", "龘") == 1)
        #expect(lexicon.rarity(ofCharacter: "a") == 1)
        let law = try #require(lexicon.number(ofStem: "law"))
        let police = try #require(lexicon.number(ofStem: "polic"))
        #expect(lexicon.rarity(ofStem: law) < lexicon.rarity(ofStem: police))
    }

    @Test func itsBytesAreWhole() throws {
        let bytes = Array(UnsafeRawBufferPointer(start: lexicon_bytes(), count: lexicon_length()))
        #expect(bytes.count < 12_000_000)
        #expect(try #require(BilingualLexicon(bytes)).stemCount == lexicon.stemCount)
    }
}

@Suite("Trained lexicon") struct TrainedLexiconTests {
    /// Statutes whose articles pair three terms in turn.
    private static func bytes() throws -> [UInt8] {
        let terms = [("警察", "police"), ("保險", "insurance"), ("訓練", "training"), ("契約", "contract")]
        var lines = ""
        for statute in 0..<4 {
            for (a, first) in terms.enumerated() {
                for (b, second) in terms.enumerated() where a != b {
                    lines += Self.line("A\(statute)", first.0 + second.0, "\(first.1) and \(second.1)")
                }
            }
        }
        let parallel = try ParallelStatutes(jsonLines: Data(lines.utf8))
        return LexiconFile(TrainedLexicon(parallel.statutes, stems: parallel.stems, background: nil)).bytes
    }

    private static func line(_ code: String, _ chinese: String, _ english: String) -> String {
        #"{"pcode":"\#(code)","art":"1","zh":"\#(chinese)","en":"\#(english)"}"# + "\n"
    }

    @Test func learnsWhichWordAnswersWhich() throws {
        let lexicon = try #require(BilingualLexicon(Self.bytes()))
        for (term, stem) in [("警察", "polic"), ("保险", "insur"), ("训练", "train"), ("契约", "contract")] {
            let best = try #require(lexicon.glosses(of: term).first)
            #expect(lexicon.stem(best.stem) == stem)
        }
    }

    @Test func theSameStatutesGiveTheSameBytes() throws {
        #expect(try Self.bytes() == Self.bytes())
    }

    @Test func aDamagedFileIsNoLexicon() throws {
        let bytes = try Self.bytes()
        for length in [0, 3, 15, 16, LexiconLayout.tableEnd, bytes.count - 1] {
            #expect(BilingualLexicon(Array(bytes.prefix(length))) == nil)
        }
        for place in stride(from: 0, to: bytes.count, by: 97) {
            var damaged = bytes
            damaged[place] ^= 0x10
            #expect(BilingualLexicon(damaged) == nil)
        }
    }

    /// A checksum that was made to fit does not make the numbers behind it true.
    @Test func aFalseFileIsReadWithoutHarm() throws {
        let bytes = try Self.bytes()
        for place in stride(from: LexiconLayout.headerLength, to: bytes.count, by: 331) {
            var forged = bytes
            forged[place] = 0xFF
            let sum = LexiconLayout.checksum(forged.dropFirst(LexiconLayout.headerLength))
            forged.replaceSubrange(8..<16, with: withUnsafeBytes(of: sum.littleEndian, Array.init))
            guard let lexicon = BilingualLexicon(forged) else { continue }
            for gloss in lexicon.stems(chinese: Array("警察保险训练契约".unicodeScalars)) { _ = lexicon.stem(gloss.stem) }
            _ = lexicon.glosses(of: "警察").map { lexicon.rarity(ofStem: $0.stem) }
            _ = lexicon.rarity(ofPair: "保", "险")
            _ = lexicon.number(ofStem: "polic")
        }
    }

    @Test func aTenthOfTheStatutesIsHeldOut() {
        let codes = (0..<1000).map { "A\(1_000_000 + $0)" }
        let heldOut = codes.count { ParallelStatutes.Statute(code: $0).isHeldOut }
        #expect((60...140).contains(heldOut))
    }

    @Test func findsTheArticlesOfASmallStatute() throws {
        let lines = (0..<6).map { number in
            let chinese = ["警察", "保险", "训练", "契约", "船舶", "学校"]
            let english = ["police", "insurance", "training", "contract", "ship", "school"]
            let terms = (number..<number + 3).map { $0 % 6 }
            return Self.line("B", terms.map { chinese[$0] }.joined(), terms.map { english[$0] }.joined(separator: " "))
        }
        let parallel = try ParallelStatutes(jsonLines: Data(lines.joined().utf8))
        let score = HeldOutScore(parallel.statutes, stems: parallel.stems, lexicon: .shipped)
        #expect(score.articles == 6)
        #expect(score.chineseRight == 6)
        #expect(score.englishRight == 6)
        #expect(score.crowdRight == 6)
    }
}
