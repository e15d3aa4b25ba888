import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Dictionary beside the terms") struct DictionaryTests {
    @Test func aRestrictedTableKeepsTheTermsOfChineseProvisionsAndHeadings() {
        let lines = ["养犬 养犬 [x] /dog keeping/", "電腦 电脑 [x] /computer/", "犬只 犬只 [x] /dog/", "登記 登记 [x] /to register/"]
        let dictionary = TermTable(cedict: lines.joined(separator: "\n"))
        let restricted = dictionary.restricted(toTextsOf: [SampleActs.river, SampleActs.lake])
        #expect(restricted.entries.map(\.chinese) == ["养犬", "犬只", "登记"])
        #expect(dictionary.restricted(toTextsOf: [SampleActs.lake]).entries.isEmpty)
        #expect(dictionary.restricted(toTextsOf: []).entries.isEmpty)
    }

    @Test func whatARestrictionLeavesOutIsMetInNoText() {
        let scalars = SampleActs.river.provisions.flatMap {
            Folding.fold(SampleActs.river.fullText($0)).scalars
        }
        let restricted = SampleActs.terms.restricted(toTextsOf: [SampleActs.river])
        func met(_ table: TermTable) -> [String] {
            let index = TermIndex(table)
            return Words.ideographRuns(scalars).flatMap { index.matches(chinese: $0) }.map { index.terms[$0.term] }
        }
        #expect(met(restricted) == met(SampleActs.terms))
        #expect(!restricted.entries.isEmpty)
    }

    @Test(arguments: ["一条\n二条", "一条\r\n二条", "一条\r二条", "一条\u{2028}二条", "一条\u{85}二条", "一条\u{0B}二条"])
    func linesEndAsUnicodeSaysTheyDo(_ text: String) {
        let bytes = ByteText(bytes: Array(text.utf8))
        var lines: [String] = []
        bytes.forEachLine { number, line in lines.append("\(number) \(bytes.string(line))") }
        #expect(lines == ["1 一条", "2 二条"])
    }

    @Test(arguments: ["\u{3000}犬只\u{A0} ", "\t犬只\u{2003}", "犬只"]) func whiteSpaceOfAnyScriptIsTrimmed(_ text: String) {
        let bytes = ByteText(bytes: Array(text.utf8))
        #expect(bytes.string(bytes.trimmed(0..<bytes.bytes.count)) == "犬只")
    }

    @Test(arguments: [[0xE7], [0xE7, 0x8A], [0xFF, 0x41], [0xED, 0xA0, 0x80], [0x80, 0x80]] as [[UInt8]])
    func bytesThatAreNoTextAreRead(_ bytes: [UInt8]) {
        for place in 0...bytes.count {
            let cut = Array(bytes[..<place]) + [0x09] + Array(bytes[place...])
            #expect(TermTable(parsing: cut).entries.isEmpty)
            #expect(TermTable(cedict: cut).entries.isEmpty)
        }
    }

    @Test func textsAreNumberedInTheOrderTheyAppear() {
        var texts = NumberedTexts()
        let names = (0..<500).map { "条\($0 * 7919)" }
        for (number, name) in names.enumerated() {
            let added = texts.number(adding: name)
            #expect(added.number == number && added.isNew)
        }
        for (number, name) in names.enumerated() { #expect(texts.number(of: name) == number) }
        #expect(texts.number(of: "") == nil && texts.number(of: "条") == nil)
        #expect(texts.number(adding: names[3]) == (3, false))
    }

    @Test func renderingsWithTheSameStemsCountOnce() {
        let table = TermTable(
            parsing: "zh\ten\tfield\n登记\tregister | registered | the | to register dogs | Café's\tx\n")
        let renderings = TermIndex(table).renderings[0]
        #expect(renderings == [["regist"], ["regist", "dog"], [Words.contentStem("café's") ?? ""]])
    }
}
