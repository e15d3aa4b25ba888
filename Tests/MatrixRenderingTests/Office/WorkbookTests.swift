import ComparisonMatrix
import Foundation
import ProvisionAlignment
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Workbook")
struct WorkbookTests {
    private func workbook(_ matrix: Matrix = Sample.matrix(), _ supplement: MatrixSupplement = .none) throws -> Workbook
    {
        try Workbook(render(matrix, as: .xlsx, with: supplement))
    }

    /// A workbook of one sheet with one column.
    private func column(_ values: [SheetTable.Value]) throws -> Workbook.Sheet {
        let column = SheetTable.Column(BilingualText("列", "Column"), BilingualText("说", "Says"), width: 10)
        let table = SheetTable(name: "t", columns: [column], rows: values.map { [$0] })
        return try Workbook(WorkbookFile(title: "t", sheets: [table]).bytes).sheet("t")
    }

    /// A row can be 409 points high at most; what goes beyond would be hidden.
    @Test(arguments: [(100, 56), (2_000, 80), (20_000, 120)])
    func aColumnOfRunningTextGrowsUntilItsLongestTextIsSeen(_ length: Int, _ expected: Int) throws {
        let heading = SheetTable.Column(BilingualText("列", "Column"), BilingualText("说", "Says"), width: 56)
        let code = SheetTable.Column(BilingualText("码", "Code"), BilingualText("说", "Says"), width: 14)
        let text = SheetTable.Value.text(String(repeating: "警", count: length / 2))
        let sheet = SheetXML(
            table: SheetTable(name: "t", columns: [heading, code], rows: [[text, text]]), isFirst: true)
        #expect(sheet.widths == [expected, 14])
    }

    /// One long text makes its own column wider and no other.
    @Test func aLongTextWidensItsOwnColumn() {
        let text = SheetTable.Column(BilingualText("列", "Column"), BilingualText("说", "Says"), width: 56)
        let note = SheetTable.Column(BilingualText("注", "Note"), BilingualText("说", "Says"), width: 44)
        let values = [100, 1_000, 10].map { SheetTable.Value.text(String(repeating: "警", count: $0)) }
        let sheet = SheetXML(
            table: SheetTable(name: "t", columns: [text, text, note], rows: [values]), isFirst: true)
        #expect(sheet.widths == [56, 80, 44])
    }

    /// Lines are as high as ideographs are, and no word is broken.
    @Test func aRowIsAsHighAsItsLinesAre() throws {
        #expect(TypeSetting.height(ofLines: 1) == "18.5" && TypeSetting.height(ofLines: 1_000) == "409")
        func lines(_ text: String, _ width: Int) -> Int { TypeSetting.lines(of: .text(text), in: width) }
        #expect(lines(String(repeating: "警", count: 55), 56) == 3 && lines("", 56) == 1 && lines("一\n二", 56) == 2)
        #expect(lines("regulation regulation regulation", 21) == 3)
        // The comma takes the ideograph before it along.
        #expect(lines("一二三，四五", 7) == 3)
        #expect(lines(String(repeating: "x", count: 100), 11) == 10)
        let sheet = try column([.text(String(repeating: "警", count: 40))])
        let heights = sheet.root.at("sheetData/row").compactMap { $0.attributes["ht"] }
        #expect(heights.last == TypeSetting.height(ofLines: 10))
    }

    private var alignment: Alignment {
        let date = CalendarDate(year: 2026, month: 3, day: 1)
        let origin = date.map { LinkOrigin.decided(.init(author: "Wang Fang", date: $0, note: "=1")) } ?? .computed
        return Alignment(
            base: "lyg", other: "jl", level: .article,
            links: [
                Link(
                    base: EId("art_1"), other: EId("art_7"), strength: .main, relation: .same, score: 0.9375,
                    reasons: ["shares 强制措施", "both lists of 9"]),
                Link(
                    base: EId("art_2"), other: EId("art_99"), strength: .part, relation: .merged, score: .nan,
                    reasons: [],
                    origin: origin),
            ])
    }

    @Test func theMatrixSheetSaysWhatTheJSONSays() throws {
        let matrix = Sample.matrix()
        let object = try JSONSerialization.jsonObject(with: Data(render(matrix, as: .json).utf8))
        let rows = try #require((object as? [String: Any])?["rows"] as? [[String: Any]])
        let sheet = try workbook(matrix).sheet("matrix")
        for (index, row) in rows.enumerated() {
            let cells = try #require(row["cells"] as? [[String: Any]])
            for (column, cell) in cells.enumerated() {
                let printed = sheet.text(SheetXML.letters(column + 3) + "\(index + 2)")
                let quotations = try #require(cell["quotations"] as? [[String: Any]])
                let texts = quotations.compactMap { $0["text"] as? String }
                let state = try #require((cell["state"] as? String).flatMap(CellState.init(rawValue:)))
                #expect(texts.allSatisfy(printed.contains))
                #expect(printed.components(separatedBy: "【").count - 1 == quotations.count)
                #expect(printed.hasPrefix("〔") == (state != .present))
                let code = SheetXML.letters(3 + matrix.columns.count + 4 + column) + "\(index + 2)"
                #expect(sheet.text(code) == state.rawValue)
            }
            #expect(sheet.cells["A\(index + 2)"] == Workbook.Cell(value: "\(index + 1)", isText: false, style: 4))
        }
        #expect(
            sheet.text("D3")
                == "〔援引他法〕delegated\n因c\nc\n【第二条 Article 2】（部分 part） → 《上位法》\ntext \n（一）point \n1. sub-point")
    }

    @Test func everySheetHasAFrozenFilteredHeading() throws {
        let book = try workbook()
        #expect(book.names == ["matrix", "provisions", "links", "codebook"])
        for (name, frozen) in [("matrix", "D2"), ("provisions", "C2"), ("links", "E2"), ("codebook", "C2")] {
            let root = try book.sheet(name).root
            let pane = try #require(root.at("sheetViews/sheetView/pane").first)
            #expect(pane.attributes["topLeftCell"] == frozen && pane.attributes["state"] == "frozen")
            let range = try #require(root.at("autoFilter").first?.attributes["ref"])
            #expect(range == root.at("dimension").first?.attributes["ref"] && range.hasPrefix("A1:"))
        }
        let styles = try book.archive.tree("xl/styles.xml").at("cellXfs/xf")
        #expect(styles.allSatisfy { $0.at("alignment").first?.attributes["wrapText"] == "1" })
    }

    @Test func everyProvisionOfEveryTextHasARow() throws {
        let sheet = try workbook().sheet("provisions")
        let ids = (2...9).map { sheet.text("K\($0)") }
        #expect(
            ids == [
                "art_1", "art_1__para_1", "art_2", "art_2__para_1", "art_2__para_1__list_1__point_1",
                "art_2__para_1__list_1__point_2", "art_2__para_2", "art_7",
            ])
        #expect(sheet.text("D4") == "article" && sheet.text("E4") == "第一章 总则" && sheet.text("E9") == "")
        #expect(sheet.text("F4") == "不得从事下列工作：\n（一）单独执法；\n（二）保管管理武器。\n前款另有规定的除外。")
        #expect(sheet.text("F6") == "（一）单独执法；" && sheet.text("B6") == "第二条第一款第一项")
        #expect(sheet.cells["G2"]?.isText == false)
        #expect((2...13).map { sheet.text("A\($0)") }.count { $0 == "jl" } == 4)
    }

    @Test func linksHaveCitationsScoresAndDecisions() throws {
        let sheet = try workbook(Sample.matrix(), MatrixSupplement(alignments: [alignment])).sheet("links")
        let first = ["A", "B", "C", "D", "E", "F", "G", "H"].map { sheet.text($0 + "2") }
        #expect(
            first == ["lyg", "第一条", "jl", "Article 7", "main", "same", "0.9375", "shares 强制措施; both lists of 9"])
        #expect(sheet.cells["G2"]?.isText == false)
        #expect(sheet.cells["G3"] == nil, "not a number is no cell")
        #expect(sheet.text("D3") == "art_99" && sheet.text("I3") == "decided by Wang Fang on 2026-03-01: =1")
    }

    @Test func theCodebookExplainsEveryColumnAndCode() throws {
        let code = SheetTable.Code("max", BilingualText("至多", "at most"))
        let parameters = SheetTable(
            name: "parameters",
            columns: [
                .init(BilingualText("上限", "Limit"), BilingualText("限的种类。", "Kind of limit."), width: 10, codes: [code]),
                .init(BilingualText("值", "Value"), BilingualText("数值。", "The number."), width: 10),
            ], rows: [[.text("max"), .number(2.5)]])
        let supplement = MatrixSupplement(alignments: [alignment], tables: [parameters])
        let book = try workbook(Sample.matrix(), supplement)
        #expect(book.names == ["matrix", "provisions", "links", "parameters", "codebook"])
        #expect(try book.sheet("parameters").text("B2") == "2.5")
        let codebook = try book.sheet("codebook")
        let entries = Set((2...200).map { row in ["A", "B", "C"].map { codebook.text("\($0)\(row)") } })
        for name in book.names {
            let sheet = try book.sheet(name)
            var column = 0
            while let heading = sheet.cells[SheetXML.letters(column) + "1"] {
                #expect(entries.contains([name, SheetXML.letters(column), heading.value]), "\(name) \(heading.value)")
                column += 1
            }
            #expect(column > 1)
        }
        for code in CellState.allCases.map(\.rawValue) { #expect(entries.contains(["matrix", "J", code])) }
        for code in LinkStrength.allCases.map(\.rawValue) { #expect(entries.contains(["links", "E", code])) }
        for code in Relation.allCases.map(\.rawValue) { #expect(entries.contains(["links", "F", code])) }
        for code in Level.allCases.map(\.name) { #expect(entries.contains(["provisions", "D", code])) }
        #expect(entries.contains(["parameters", "A", "max"]))
    }

    // MARK: What a spreadsheet would take for something else

    @Test func noTextIsAFormula() throws {
        let texts = ["=1+1", "+1", "-1", "@x", "＝1", "=cmd|'/C calc'!A0", "plain", "1", "'=1"]
        let sheet = try column(texts.map(SheetTable.Value.text))
        #expect(sheet.root.all("f").isEmpty)
        for (index, text) in texts.enumerated() {
            let isLikeFormula = index < 6
            #expect(
                sheet.cells["A\(index + 2)"]
                    == Workbook.Cell(
                        value: text, isText: true, style: (isLikeFormula ? WorkbookStyles.Cell.quoted : .text).rawValue)
            )
        }
        let table = SheetTable(
            name: "t", columns: [.init(BilingualText("", ""), BilingualText("", ""), width: 1)], rows: [])
        let styles = try Workbook(WorkbookFile(title: "", sheets: [table]).bytes).archive.tree("xl/styles.xml")
        #expect(styles.at("cellXfs/xf").map { $0.attributes["quotePrefix"] } == [nil, nil, nil, "1", nil, nil])
    }

    @Test func charactersAreNotTakenForCodes() throws {
        let texts = ["_x0041_", "a_x000D_b", "_x41_", "__x0041_", "_X0041_", "a\r\nb", " x ", "]]>", "\u{1B}[31m\u{0}"]
        let sheet = try column(texts.map(SheetTable.Value.text))
        let read = [
            "_x0041_", "a_x000D_b", "_x41_", "__x0041_", "_X0041_", "a\nb", " x ", "]]>", "\u{FFFD}[31m\u{FFFD}",
        ]
        #expect(texts.indices.map { sheet.text("A\($0 + 2)") } == read)
    }

    @Test func aTextLongerThanACellIsCutVisiblyAndListed() throws {
        let long = String(repeating: "长", count: 40_000) + "end"
        let fit = String(repeating: "😀", count: SheetLimits.cellLength / 2) + "x"
        let sheet = try column([.text(long), .text(fit), .text(fit + "y")])
        #expect(sheet.text("A2").utf16.count <= SheetLimits.cellLength)
        #expect(sheet.text("A2").hasSuffix("…〔截断，全长 40003 字 cut, 40003 characters in all〕"))
        #expect(sheet.text("A3") == fit)
        #expect(sheet.text("A4").utf16.count <= SheetLimits.cellLength && sheet.text("A4").hasSuffix("in all〕"))
        let sample = Sample.matrix()
        let quotation = Sample.quotation(sample.columns[0], "art_1", word: long)
        let cell = Cell(state: .present, quotations: [quotation], reason: BilingualText("", ""))
        let row = Row(
            id: "r", heading: BilingualText("事", "Matter"), note: nil, group: nil,
            cells: [cell, sample.rows[0].cells[1]])
        let matrix = Matrix(
            id: "m", title: sample.title, rowKind: .topics, base: 0, columns: sample.columns, rows: [row])
        let codebook = try workbook(matrix).sheet("codebook")
        let entries = codebook.cells.filter { $0.key.hasPrefix("C") }.map(\.value.value)
        #expect(entries.contains("D2"), "the first cell of the matrix is cut")
    }

    @Test func rowsThatDoNotFitStandInAFurtherSheet() {
        let column = SheetTable.Column(BilingualText("列", "Column"), BilingualText("说", "Says"), width: 10)
        let table = SheetTable(name: "t", columns: [column], rows: (0..<7).map { [.integer($0)] })
        let parts = table.parts(ofRows: 3)
        #expect(parts.map(\.name) == ["t", "t 2", "t 3"])
        #expect(parts.map(\.rows.count) == [3, 3, 1] && parts.flatMap(\.rows) == table.rows)
        #expect(table.parts(ofRows: 7).map(\.name) == ["t"])
    }

    @Test func namesOfSheetsAreThoseASpreadsheetAllows() {
        let names = SheetLimits.names([
            "a/b:c*?[]\\'", "", "Matrix", "matrix", String(repeating: "表", count: 40), "x", "x",
        ])
        #expect(names == ["a-b-c------", "sheet", "Matrix", "matrix 2", String(repeating: "表", count: 31), "x", "x 2"])
    }

    @Test func hostileTextChangesNoShape() throws {
        let plain = try workbook(Sample.matrix(word: "x"))
        let hostile = try workbook(Sample.matrix(word: Sample.hostile + "\u{0}\u{FFFE}"))
        #expect(hostile.names == plain.names)
        for name in plain.names {
            #expect(try hostile.sheet(name).root.shape == plain.sheet(name).root.shape, "\(name)")
        }
    }

    @Test func columnsAreLettersLikeASpreadsheets() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(SheetXML.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}
