import Testing

@testable import ProvisionAlignment

@Suite("Dictionary in the format of CC-CEDICT") struct CEDICTTests {
    @Test func readsTermsAndTheirRenderings() {
        let table = TermTable(
            cedict: """
                # CC-CEDICT
                #! version=1
                招聘 招聘 [zhao1 pin4] /to invite applications for a job/to recruit/
                合同 合同 [he2 tong5] /(business) contract/CL:份[fen4],個|个[ge4]/
                條例 条例 [tiao2 li4] /regulations; rules/code of conduct/ordinances/statute/
                """)
        #expect(table.problems.isEmpty)
        #expect(table.entries.map(\.chinese) == ["招聘", "合同", "条例"])
        #expect(table.entries[0].english == ["to recruit"])
        #expect(table.entries[1].english == ["contract"])
        #expect(table.entries[2].english == ["regulations", "rules", "code of conduct", "ordinances", "statute"])
        #expect(table.entries.allSatisfy { $0.field == "dictionary" })
        #expect(table.entries.map(\.line) == [3, 4, 5])
    }

    @Test(arguments: [
        "王 王 [Wang2] /surname Wang/", "法 法 [fa3] /law/", "歐陽 欧阳 [Ou1 yang2] /two-character surname Ouyang/x/",
        "3C 3C [san1 C] /computers/", "份兒 份儿 [fen4 r5] /variant of 份[fen4]/see also 份[fen4]/",
        "卡拉OK 卡拉OK [ka3] /karaoke/",
    ])
    func leavesOutWhatRendersNothing(_ line: String) {
        let table = TermTable(cedict: line)
        #expect(table.problems.isEmpty)
        #expect(table.entries.flatMap(\.english).allSatisfy { !$0.contains("variant") && $0 != "surname Wang" })
        #expect(table.entries.isEmpty || table.entries[0].chinese == "欧阳")
    }

    @Test func aTermThatIsRepeatedKeepsItsFirstPlace() {
        let lines = ["重複 重复 [chong2 fu4] /to repeat/", "重覆 重复 [chong2 fu4] /to repeat/to duplicate/"]
        let table = TermTable(cedict: lines.joined(separator: "\n"))
        #expect(table.entries.count == 1)
        #expect(table.entries[0].english == ["to repeat", "to duplicate"])
        #expect(table.entries[0].line == 1)
    }

    @Test(arguments: [
        "zh\ten\tfield", "警察", "警察 警察 /police/", "警察 警察 [jing3 cha2] police", "警察 警察 [jing3", "/", "[]",
        "警察 警察 [] /",
    ])
    func aLineOfAnotherFormIsAProblem(_ line: String) {
        let table = TermTable(cedict: "# head\r\n" + line + "\r\n警察 警察 [jing3 cha2] /police/\r\n")
        #expect(table.problems.map(\.line) == [2])
        #expect(table.entries.map(\.chinese) == ["警察"])
    }

    @Test func aFileOfAnotherKindGivesAFewProblemsAndTheirNumber() throws {
        let table = TermTable(cedict: String(repeating: "no dictionary\n", count: 1000))
        #expect(table.entries.isEmpty)
        #expect(table.problems.count == 5)
        #expect(try #require(table.problems.last).message.contains("995 further lines"))
    }

    @Test func joinsATableWithADictionary() {
        let table = TermTable(parsing: "zh\ten\tfield\n警察\tpolice\torgan\n合同\tcontract\tcivil\n")
        let lines = ["合同 合同 [he2] /contract/agreement/", "招聘 招聘 [zhao1] /to recruit/", "x"]
        let joined = table.joined(with: TermTable(cedict: lines.joined(separator: "\n")))
        #expect(joined.entries.map(\.chinese) == ["警察", "合同", "招聘"])
        #expect(joined.entries[1].english == ["contract", "agreement"])
        #expect(joined.entries[1].field == "civil")
        #expect(joined.problems.map(\.line) == [3])
    }
}
