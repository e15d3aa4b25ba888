import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("CSV and alignment tables")
struct TableTests {
    /// A strict reader of RFC 4180: nil where the text breaks its rules.
    private func read(_ csv: String) -> [[String]]? {
        var records: [[String]] = []
        var record: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var wasQuoted = false
        let scalars = Array(csv.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            index += 1
            switch (scalar, isQuoted) {
            case ("\"", true) where next == "\"":
                field.append("\"")
                index += 1
            case ("\"", true): isQuoted = false
            case ("\"", false):
                guard field.isEmpty, !wasQuoted else { return nil }
                (isQuoted, wasQuoted) = (true, true)
            case (_, true): field.append(scalar)
            case (",", false), ("\r", false):
                if scalar == "\r", next != "\n" { return nil }
                record.append(String(field))
                (field, wasQuoted) = (.init(), false)
                if scalar == "\r" {
                    records.append(record)
                    record = []
                    index += 1
                }
            case ("\n", false): return nil
            default: field.append(scalar)
            }
        }
        return isQuoted || !record.isEmpty || !field.isEmpty ? nil : records
    }

    /// A reader of the column of English names finds none where there is none.
    @Test func aRowWithoutAnEnglishNameHasNoneInData() throws {
        let sample = Sample.matrix()
        func renamed(_ heading: BilingualText, _ group: BilingualText) -> Matrix {
            let row = Row(id: "r", heading: heading, note: nil, group: group, cells: sample.rows[0].cells)
            return Matrix(
                id: "m", title: sample.title, rowKind: .families, base: 0, columns: sample.columns, rows: [row])
        }
        let own = BilingualText("设立调解组织", "设立调解组织")
        let named = BilingualText("定义（甲市第七条）", "Definitions (甲市, Article 7)")
        for (heading, group, expected) in [
            (own, own, ["", ""]), (named, BilingualText("总则", "General"), [named.english, "General"]),
        ] {
            let record = try #require(read(render(renamed(heading, group), as: .csv)))[1]
            #expect(record[1] == heading.chinese)
            #expect([record[2], record[4]] == expected)
        }
        #expect(!render(renamed(own, own), as: .json).contains("\"en\" : \"设立调解组织\""))
        #expect(render(renamed(own, own), as: .html).contains("设立调解组织"))
    }

    @Test func matrixCSVIsStrictAndHasARecordForEachQuotation() throws {
        let csv = render(Sample.matrix(word: Sample.hostile), as: .csv)
        let records = try #require(read(csv))
        #expect(records.allSatisfy { $0.count == MatrixCSV.header.count })
        #expect(records.count == 1 + 7)
        #expect(csv.hasSuffix("\r\n"))
        let text = try #require(MatrixCSV.header.firstIndex(of: "text"))
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: VisibleText.scalars(Sample.hostile))
        #expect(records[1][text].hasPrefix("text " + String(visible) + "\n（一）"))
        // Controls would act on the terminal that shows the table.
        #expect(!csv.unicodeScalars.contains { $0.value < 0x20 && $0 != "\r" && $0 != "\n" && $0 != "\t" })
    }

    @Test func noFieldIsTakenForAFormula() throws {
        let hostile = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'=1", "plain", "a=b", ""]
        let records = try #require(read(CSVText.text([hostile])))
        #expect(
            records[0] == [
                "'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "'\nx", "'＝1", "'=1", "plain", "a=b", "",
            ])
    }

    @Test func groupsAndStatesStandInEveryRecord() throws {
        let records = try #require(read(render(Sample.matrix(), as: .csv)))
        #expect(records.dropFirst().map { $0[0] } == ["purpose", "purpose", "work", "work", "work", "end", "end"])
        #expect(records.dropFirst().map { $0[4] }.allSatisfy { !$0.isEmpty })
        #expect(records[2][8] == "not-in-excerpt")
    }

    private var alignment: Alignment {
        Alignment(
            base: "lyg", other: "jl", level: .article,
            links: [
                Link(
                    base: EId("art_1"), other: EId("art_7"), strength: .main, relation: .same, score: 1,
                    reasons: ["shares 强制措施, 武器", "both lists of 9"]),
                Link(
                    base: EId("art_2"), other: EId("art_7"), strength: .part, relation: .changed, score: 0.456,
                    reasons: ["tab\there", "\u{1B}[31m" + String(repeating: "很长的理由", count: 30)]),
            ])
    }

    @Test func tsvHasTheHeaderAndColumnsOfTheContract() {
        let tsv = render(alignment, base: Sample.act(), other: Sample.excerpt(), as: .tsv)
        let lines = tsv.split(separator: "\n")
        #expect(lines[0] == "base\tother\tlink\trelation\tscore\treasons")
        #expect(lines[1] == "art_1\tart_7\tmain\tsame\t1.00\tshares 强制措施, 武器; both lists of 9")
        #expect(lines[2].hasPrefix("art_2\tart_7\tpart\tchanged\t0.46\ttab here; \\u{1B}[31m"))
        #expect(lines.count == 3)
    }

    @Test func terminalTableKeepsItsColumnsUnderEastAsianWidths() throws {
        let table = render(alignment, base: Sample.act(), other: Sample.excerpt(), as: .table)
        let lines = table.split(separator: "\n")
        #expect(!table.contains("\u{1B}"))
        #expect(lines.allSatisfy { TerminalText.width(String($0)) <= 110 })
        let starts = try lines[2...3].map { line in
            let words = try #require(["main", "part"].first { line.contains($0 + "  ") })
            let head = try #require(line.split(separator: " " + words + " ", maxSplits: 1).first)
            return TerminalText.width(String(head))
        }
        #expect(Set(starts).count == 1)
        #expect(lines[2].contains("art_1 第一条"))
    }

    @Test func alignmentJSONCitesBothSides() {
        let json = render(alignment, base: Sample.act(), other: Sample.excerpt(), as: .json)
        #expect(json.contains("\"zh\" : \"第一条\"") && json.contains("\"link\" : \"main\""))
        #expect(json.contains("\\u001b[31m"))
    }
}
