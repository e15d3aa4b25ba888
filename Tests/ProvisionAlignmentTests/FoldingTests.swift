import Foundation
import Testing

@testable import ProvisionAlignment
@testable import RegulationModel

@Suite("Folding") struct FoldingTests {
    @Test(arguments: [
        ("第１２条　（一）ＡＢＣ", "第12条(一)abc"), ("Article  12\n\tShall", "article 12 shall"),
        ("“应当”", "\"应当\""), ("police’s", "police's"), ("二○二一年", "二零二一年"), ("  a  ", "a"),
        ("总  则", "总则"), ("", ""), ("\u{FEFF}第一条", "第一条"),
    ])
    func makesFormsAlike(_ printed: String, _ folded: String) {
        #expect(Folding.fold(printed).text == folded)
    }

    @Test(arguments: [
        ("中華民國憲法於後條規定之", "中华民国宪法于后条规定之"), ("警察機關、保險業、徵收", "警察机关、保险业、征收"),
        ("臺灣、諮詢、牴觸", "台湾、咨询、抵触"),
    ])
    func foldsTraditionalCharacters(_ printed: String, _ folded: String) {
        #expect(Folding.fold(printed).text == folded)
    }

    /// Simplified texts write these characters themselves.
    @Test(arguments: ["著作权", "慰藉", "瞭望", "俱乐部", "乾元山", "姊妹", "苎麻", "二噁英"])
    func leavesSimplifiedTextAsItIs(_ printed: String) {
        #expect(Folding.fold(printed).text == printed)
    }

    /// The one character is a slip of a writer: 人民群諮的事.
    @Test(.enabled(if: acts != nil, "needs DUIZHAO_LAWS"))
    func leavesTheCharactersOfMainlandActsAsTheyAre() throws {
        let folder = URL(filePath: try #require(Self.acts))
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var seen = Set<UInt32>()
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "md" else { continue }
            var isMet = [Bool](repeating: false, count: 0x110000)
            for scalar in String(decoding: try Data(contentsOf: file), as: UTF8.self).unicodeScalars {
                isMet[Int(scalar.value)] = true
            }
            for value in 0x4E00..<0xA000 where isMet[value] { seen.insert(UInt32(value)) }
        }
        let characters = seen.compactMap(Unicode.Scalar.init)
        #expect(characters.count > 3000)
        #expect(characters.filter { SimplifiedCharacters.simplified($0) != $0 } == ["諮"])
    }

    private static let acts = ProcessInfo.processInfo.environment["DUIZHAO_LAWS"]

    @Test(arguments: ["第１２条　（一）ＡＢＣ end", "a \u{200B} b\r\n\r\nc", "é 第\u{3000}一", "", "   ", "😀x"])
    func everyFoldedCharacterKnowsItsBytes(_ printed: String) {
        let folded = Folding.fold(printed)
        let bytes = Array(printed.utf8)
        #expect(folded.offsets.count == folded.scalars.count + 1)
        #expect(folded.offsets.last == bytes.count)
        #expect(zip(folded.offsets, folded.offsets.dropFirst()).allSatisfy { $0 < $1 } || folded.scalars.isEmpty)
        for (index, scalar) in folded.scalars.enumerated() where scalar != " " {
            let rest = String(decoding: bytes[folded.offsets[index]...], as: UTF8.self)
            #expect(rest.unicodeScalars.first.map(Folding.folded) == scalar)
        }
    }

    @Test func aFoldedRangeLeadsToThePrintedBytes() {
        let printed = "第１２条　办法"
        let range = Folding.fold(printed).printedRange(1..<3)
        #expect(String(decoding: Array(printed.utf8)[range], as: UTF8.self) == "１２")
    }

    @Test func foldingTwiceChangesNothing() {
        let once = Folding.fold("Ａ “第○条”　B").text
        #expect(Folding.fold(once).text == once)
    }

    private static let texts = [
        "", " ", "\u{FEFF}", "，。", "Ａ “第○条”　B", "第一条 为了 保护", "第一条为了保护。", "the organ\u{AD} 's  duty", "the organ's duty",
        "a\u{200B} b", "a \u{FEFF} b", "警 \t察 a", "臺灣 Ⅷ ½ é", "台湾 Ⅷ ½ é", "𠮷野 12", "12 𠮷野",
    ]

    @Test(arguments: texts) func charactersAloneFoldAsTextsDo(_ printed: String) {
        #expect(Folding.scalars(of: Array(printed.unicodeScalars)) == Folding.fold(printed).scalars)
    }

    @Test func textsHaveTheSameLettersWhereTheirLettersAreEqual() {
        let folded = Self.texts.map { Folding.fold($0).scalars }
        for first in folded {
            for second in folded {
                let areEqual = Folding.letters(first) == Folding.letters(second)
                #expect(Folding.haveSameLetters(first, second) == areEqual)
            }
        }
    }
}

@Suite("Words") struct WordsTests {
    @Test(arguments: [
        ("recruitment", "recruit"), ("recruited", "recruit"), ("recruiting", "recruit"), ("policies", "polici"),
        ("duties", "duti"), ("duty", "duti"), ("punished", "punish"), ("assessment", "assess"),
        ("management", "manag"), ("managed", "manag"), ("fee", "fee"), ("be", "be"),
    ])
    func takesEndingsOff(_ word: String, _ stem: String) {
        #expect(PorterStemmer.stem(word) == stem)
    }

    @Test func leavesWordsWithoutMatterOut() {
        #expect(Words.contentStems(Folding.fold("The police's duties shall be").scalars) == ["polic", "duti"])
    }

    @Test(
        arguments: [
            ("年满十八周岁，不超过四十五周岁", [18, 45]), ("处一千元以上5000元以下罚款", [1000, 5000]), ("第八条、第十二条第二款", []),
            ("三万元", [30000]), ("一年一次", []), ("两倍", [2]), ("二〇二一年", [2021]), ("十倍", [10]),
        ] as [(String, [Int])])
    func readsChineseQuantities(_ text: String, _ values: [Int]) {
        #expect(Quantities.values(in: Folding.fold(text).scalars, language: .chinese) == values)
    }

    @Test(
        arguments: [
            ("aged 18 to 35", [18, 35]), ("a fine of 1,000 yuan", [1000]), ("Article 8 and Chapter 3", []),
            ("within thirty days", [30]),
        ] as [(String, [Int])])
    func readsEnglishQuantities(_ text: String, _ values: [Int]) {
        #expect(Quantities.values(in: Folding.fold(text).scalars, language: .english) == values)
    }

    @Test func aNumberTooLongForAnyActIsNoQuantity() {
        let text = String(repeating: "九亿", count: 40) + "元"
        #expect(Quantities.values(in: Folding.fold(text).scalars, language: .chinese).isEmpty)
    }
}
