import Duizhao
import Testing

@Suite("Study guide and terms on the command line")
struct GuideCommandTests {
    @Test func cardsAreChosenByOptions() throws {
        let run = try Run(["guide", "shandong", "jilin", "--format", "csv", "--questions", "5", "--kind", "true-false"])
        #expect(run.status == 0)
        let records = try CSVReader.records(run.output)
        #expect((2...6).contains(records.count))
        let kind = try #require(records[0].firstIndex(of: "kind"))
        #expect(records.dropFirst().allSatisfy { $0[kind] == "true-false" })
    }

    @Test(arguments: [
        ["guide", "shandong", "--sections", "everything"], ["guide", "shandong", "--questions", "-1"],
        ["guide", "shandong", "--order", "chance"], ["terms", "shandong", "--format", "xlsx"],
    ])
    func whatIsUnknownIsWrongUse(_ command: [String]) throws {
        #expect(try Run(command).status == 2)
    }

    @Test func termsNameTheirColumns() throws {
        let run = try Run(["terms", "lianyungang", "shandong"])
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "term\tfield\torigins\tform\tlanguage\trole\ttext\tcount\teId\tcitation\tinconsistent\n"))
        #expect(run.output.contains("警务辅助人员"))
    }
}
