import ComparisonMatrix
import Foundation
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Word")
struct WordTests {
    /// A matrix with as many texts as wanted; the first row quotes each.
    private func wide(_ count: Int, base: Int?) -> Matrix {
        let witnesses = (0..<count).map { Sample.witness(Sample.act(id: "text\($0)"), word: "\($0)") }
        let cells = witnesses.enumerated().map { index, witness in
            Cell(
                state: .present, quotations: [Sample.quotation(witness, "art_1", word: "of \(index)")],
                reason: BilingualText("", ""))
        }
        let row = Row(id: "r", heading: BilingualText("事", "Matter"), note: nil, group: nil, cells: cells)
        return Matrix(
            id: "wide", title: BilingualText("题", "Title"), rowKind: .topics, base: base, columns: witnesses,
            rows: [row])
    }

    @Test(
        arguments: [
            (5, nil, [5]), (6, nil, [3, 3]), (11, nil, [4, 4, 3]), (6, 0, [4, 3]), (9, 2, [5, 5]),
        ] as [(Int, Int?, [Int])])
    func textsThatDoNotFitOneTableAreSpreadEvenly(_ count: Int, _ base: Int?, _ expected: [Int]) {
        let groups = WordTable.groups(of: wide(count, base: base))
        #expect(groups.map(\.count) == expected)
        #expect(Set(groups.joined()) == Set(0..<count))
    }

    /// What a cell of the JSON contract says, as the Word cell has it: state, citations, lines.
    private func expected(_ cell: [String: Any]) throws -> [String] {
        let quotations = try #require(cell["quotations"] as? [[String: Any]])
        return try quotations.flatMap { quotation in
            let lines = try #require(quotation["lines"] as? [[String: Any]])
            return try lines.map { line in
                let mark = line["mark"] as? String ?? ""
                let isWide = mark.unicodeScalars.last?.isWide ?? true
                return mark + (isWide ? "" : " ") + (try #require(line["text"] as? String))
            }
        }
    }

    @Test func everyCellSaysWhatTheJSONSays() throws {
        let matrix = Sample.matrix()
        let object = try JSONSerialization.jsonObject(with: Data(render(matrix, as: .json).utf8))
        let rows = try #require((object as? [String: Any])?["rows"] as? [[String: Any]])
        let document = try WordDocument(render(matrix, as: .docx))
        let body = document.rows.filter { !$0.isHeading && !$0.spans }
        #expect(body.count == rows.count)
        for (row, printed) in zip(rows, body) {
            let cells = try #require(row["cells"] as? [[String: Any]])
            #expect(printed.cells.count == cells.count + 3)
            for (cell, paragraphs) in zip(cells, printed.cells.dropFirst(2)) {
                let lines = paragraphs.filter { ["Provision", "Point", "Subpoint"].contains($0.style) }
                #expect(try lines.map(\.text).filter { !$0.isEmpty } == expected(cell))
                let state = try #require((cell["state"] as? String).flatMap(CellState.init(rawValue:)))
                #expect(paragraphs.contains { $0.style == "State" } == (state != .present))
            }
        }
    }

    @Test func theHeadingRowRepeatsAndGroupsGoAcross() throws {
        let rows = try WordDocument(render(Sample.matrix(), as: .docx)).rows
        #expect(rows.map(\.isHeading) == [true, false, false, false, false, false])
        #expect(rows.map(\.spans) == [false, true, false, false, true, false])
        #expect(rows[0].cells.map { $0[0].text } == ["序号", "事项", "某地", "某地", "说明"])
        #expect(rows[1].cells[0].map(\.text) == ["总则 General"])
        #expect(rows[2].cells[0].map(\.text) == ["1"] && rows[3].cells[0].map(\.text) == ["2"])
    }

    @Test func aMachineTranslationAndTheBaseAreNamedAtTheHeadOfTheirColumn() throws {
        let head = try WordDocument(render(Sample.matrix(), as: .docx)).rows[0].cells
        #expect(head[2].map(\.text).contains("基准 base"))
        #expect(head[3].map(\.text).contains("英文机器翻译 machine English"))
        #expect(!head[3].map(\.text).contains("基准 base"))
    }

    @Test func statesAreWordsAndTheirReasonsStandInTheRemarks() throws {
        let rows = try WordDocument(render(Sample.matrix(), as: .docx)).rows.filter { !$0.isHeading && !$0.spans }
        #expect(rows[0].cells[3].map(\.text) == ["〔节录未载〕 not in the excerpt"])
        #expect(rows[0].cells[4].map(\.text) == ["note", "某地 Place：因b b"])
        #expect(rows[1].cells[2].map(\.text)[1] == "第二条 Article 2（部分）part → 《上位法》")
    }

    @Test func aReasonGivenOftenIsReadOnce() throws {
        let sample = Sample.matrix()
        let reason = BilingualText("仅存一条。", "One article is held.")
        let rows = (0..<4).map { index in
            Row(
                id: "r\(index)", heading: BilingualText("事\(index)", "Matter \(index)"), note: nil, group: nil,
                cells: [
                    sample.rows[0].cells[0], Cell(state: .notInExcerpt, quotations: [], reason: reason),
                ])
        }
        let matrix = Matrix(
            id: "m", title: sample.title, rowKind: .topics, base: 0, columns: sample.columns, rows: rows)
        let document = try WordDocument(render(matrix, as: .docx))
        let remarks = document.rows.filter { !$0.isHeading }.map { $0.cells[4].map(\.text) }
        #expect(remarks == Array(repeating: ["某地 Place：见注 1 (note 1)"], count: 4))
        #expect(document.outside.filter { $0.contains("仅存一条。") } == ["1. 某地 Place：仅存一条。 One article is held."])
    }

    @Test func moreTextsThanFitStandInSeveralTablesWithTheBaseInEach() throws {
        for (count, base, tables) in [(5, 0, 1), (6, 0, 2), (12, 3, 3), (12, nil, 3)] as [(Int, Int?, Int)] {
            let document = try WordDocument(render(wide(count, base: base), as: .docx))
            #expect(document.root.all("w:tbl").count == tables)
            let texts = document.rows.filter { !$0.isHeading }.flatMap(\.cells).flatMap { $0 }.map(\.text)
            for index in 0..<count {
                let times = texts.count { $0 == "text of \(index)" }
                #expect(times == (index == base ? tables : 1), "\(index) of \(count)")
            }
        }
    }

    @Test func theColumnsOfATableFillThePage() throws {
        for table in try WordDocument(render(wide(12, base: 0), as: .docx)).root.all("w:tbl") {
            let widths = table.at("w:tblGrid/w:gridCol").compactMap { Int($0.attributes["w:w"] ?? "") }
            #expect(widths.reduce(0, +) == WordMatrix.textWidth)
        }
    }

    @Test func onlyALongRowBreaksAcrossPages() throws {
        let sample = Sample.matrix()
        let long = Sample.quotation(sample.columns[0], "art_1", word: String(repeating: "很长的条文，", count: 400))
        let cells = [Cell(state: .present, quotations: [long], reason: BilingualText("", "")), sample.rows[0].cells[1]]
        let rows = [
            sample.rows[0], Row(id: "long", heading: BilingualText("长", "Long"), note: nil, group: nil, cells: cells),
        ]
        let matrix = Matrix(
            id: "m", title: sample.title, rowKind: .topics, base: 0, columns: sample.columns, rows: rows)
        #expect(try WordDocument(render(matrix, as: .docx)).rows.map(\.isWhole) == [true, true, true, false])
    }

    @Test func whatIsNotInTheTableIsNamedBelowIt() throws {
        let sample = Sample.matrix()
        let matrix = Matrix(
            id: "m", title: sample.title, rowKind: .topics, base: 0, columns: sample.columns, rows: [sample.rows[0]])
        let outside = try WordDocument(render(matrix, as: .docx)).outside
        #expect(outside.contains("某地 Place：未入本表：第二条 not in this table: Article 2"))
        #expect(outside.contains("某地 Place：未入本表：第七条 not in this table: Article 7"))
        #expect(outside.contains { $0.contains("Texts/lyg.txt, SHA-256 ab12…") })
        #expect(outside.contains("引用条文及其行号： provisions quoted, with their lines: 第一条：3–4"))
    }

    @Test func languagesAreSetForEveryRun() throws {
        let root = try WordDocument(render(Sample.matrix(), as: .docx)).root
        for run in root.all("w:r") {
            let language = run.at("w:rPr/w:lang").first?.attributes["w:val"]
            #expect(language == "zh-CN" || language == "en-US")
            #expect((run.at("w:rPr/w:rFonts").first?.attributes["w:hint"] == "eastAsia") == (language == "zh-CN"))
        }
    }

    @Test func everyStyleUsedIsDefinedAndNamed() throws {
        let archive = try OfficeCheck.open(render(Sample.matrix(), as: .docx))
        let styles = try archive.tree("word/styles.xml").at("w:style")
        let defined = Set(styles.compactMap { $0.attributes["w:styleId"] })
        #expect(styles.allSatisfy { $0.at("w:name").first?.attributes["w:val"]?.isEmpty == false })
        for part in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
            let used = try archive.tree(part).all.filter { ["w:pStyle", "w:rStyle"].contains($0.name) }
            #expect(Set(used.compactMap { $0.attributes["w:val"] }).isSubset(of: defined))
        }
        let fields = try archive.tree("word/footer1.xml").all("w:fldSimple").compactMap { $0.attributes["w:instr"] }
        #expect(fields == ["PAGE", "NUMPAGES"])
    }

    // MARK: Marks

    private func marked(_ marks: [TextMarks.Mark]) throws -> [(style: String?, text: String)] {
        let place = TextMarks.Place(row: 0, column: 0, quotation: 0, line: 0)
        let supplement = MatrixSupplement(alignments: [], marks: TextMarks([place: marks]))
        let document = try WordDocument(render(Sample.matrix(word: "不得"), as: .docx, with: supplement))
        let row = try #require(document.rows.first { !$0.isHeading && !$0.spans })
        let line = try #require(
            row.element.at("w:tc")[2].at("w:p").first { Self.style($0, "w:pPr/w:pStyle") == "Provision" })
        return line.at("w:r").map { run in (Self.style(run, "w:rPr/w:rStyle"), run.at("w:t").map(\.text).joined()) }
    }

    private static func style(_ element: XMLTree, _ path: String) -> String? {
        element.at(path).first?.attributes["w:val"]
    }

    @Test func marksAreUnderlinedOrStruckAndNoWordIsLost() throws {
        let runs = try marked([.init(.deleted, 5..<8), .init(.inserted, 8..<11)])
        #expect(runs.map(\.style) == [nil, "Deleted", "Inserted"])
        #expect(runs.map(\.text) == ["text ", "不", "得"])
        let styles = try OfficeCheck.open(render(Sample.matrix(), as: .docx)).tree("word/styles.xml").at("w:style")
        func look(_ id: String) -> [String] {
            styles.first { $0.attributes["w:styleId"] == id }?.at("w:rPr").flatMap(\.children).map(\.name) ?? []
        }
        #expect(look("Inserted") == ["w:u"] && look("Deleted") == ["w:strike"])
    }

    @Test(arguments: [[0..<4], [3..<100], [-5..<2], [6..<7], [5..<9, 6..<11], [11..<11], [200..<300]])
    func marksThatDoNotFitTheTextLoseNothing(_ ranges: [Range<Int>]) throws {
        let runs = try marked(ranges.map { .init(.inserted, $0) })
        #expect(runs.map(\.text).joined() == "text 不得")
    }

    // MARK: Hostile text

    @Test func hostileTextStaysText() throws {
        let surrogate = String(decoding: [0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)
        let hostile = Sample.hostile + surrogate + "\u{0}\u{FFFE}\u{FFFF}\u{8}\r\n\tx"
        let shape = try WordDocument(render(Sample.matrix(word: "x"), as: .docx)).root.shape
        let document = try WordDocument(render(Sample.matrix(word: hostile), as: .docx))
        let added: Set<String> = ["w:br", "w:tab", "w:txml:space"]
        #expect(document.root.shape.filter { !added.contains($0) } == shape.filter { !added.contains($0) })
        let safe = String(
            String.UnicodeScalarView(
                hostile.unicodeScalars.filter { $0 != "\r" }.map { Self.isForbidden($0) ? "\u{FFFD}" : $0 }))
        let first = try #require(document.rows.first { !$0.isHeading && !$0.spans })
        #expect(first.cells[2].map(\.text).contains("text " + safe))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && !"\t\n".unicodeScalars.contains(scalar) || [0xFFFE, 0xFFFF].contains(scalar.value)
    }

    @Test func aMatrixWithoutRowsOrTextsIsADocumentToo() throws {
        let sample = Sample.matrix()
        let none = Matrix(id: "n", title: sample.title, rowKind: .articles, base: 0, columns: [], rows: [])
        let bare = Matrix(id: "n", title: sample.title, rowKind: .articles, base: 7, columns: sample.columns, rows: [])
        for matrix in [none, bare] {
            _ = try OfficeCheck.open(render(matrix, as: .docx))
            _ = try OfficeCheck.open(render(matrix, as: .xlsx))
        }
    }

    @Test func theSameMatrixGivesTheSameBytes() {
        for format in OfficeFormat.allCases {
            #expect(render(Sample.matrix(), as: format) == render(Sample.matrix(), as: format))
        }
    }
}
