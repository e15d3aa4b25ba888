import FoundationEssentials
import RegulationModel
import Testing

@testable import MatrixRendering

/// Any JSON value.
private enum JSON: Decodable, Equatable {
    case null
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    subscript(key: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields[key]
    }

    subscript(index: Int) -> JSON? {
        guard case .list(let items) = self, items.indices.contains(index) else { return nil }
        return items[index]
    }

    var keys: Set<String> {
        guard case .object(let fields) = self else { return [] }
        return Set(fields.keys)
    }
}

@Suite("Formats of a regulation and of a matrix in JSON")
struct RegulationFormatTests {
    @Test func jsonHasEveryFieldOfTheContract() throws {
        let json = try JSON(render(Sample.act(), as: .json))
        #expect(
            json.keys.isSuperset(of: [
                "id", "title", "language", "authority", "completeness", "jurisdiction", "dates", "chapters", "articles",
                "diagnostics", "documentNumber", "repeals", "groupings", "sections", "parts",
            ]))
        #expect(json["jurisdiction"] == .null)
        #expect(json["dates"]?["issued"] == .text("2021-12-31"))
        #expect(json["dates"]?["adopted"] == .null)
        let article = try #require(json["articles"]?[1])
        #expect(
            article.keys.isSuperset(of: [
                "eId", "number", "ordinal", "branches", "chapter", "paragraphs", "span",
            ]))
        #expect(article["number"] == .text("第二条") && article["ordinal"] == .number(2))
        #expect(article["chapter"] == .number(1))
        let paragraph = try #require(article["paragraphs"]?[0])
        #expect(paragraph.keys == ["eId", "text", "points", "wrapUp", "span"])
        #expect(paragraph["wrapUp"] == .null && paragraph["text"] == .text("不得从事下列工作："))
        let point = try #require(paragraph["points"]?[1])
        #expect(point["number"] == .text("（二）") && point["text"] == .text("保管管理武器。"))
        #expect(point["eId"] == .text("art_2__para_1__list_1__point_2"))
        #expect(point.keys.isSuperset(of: ["ordinal", "subpoints", "span"]))
    }

    @Test func chapterHeadingsLoseTheirInnerSpaces() throws {
        let chapter = try #require(try JSON(render(Sample.act(), as: .json))["chapters"]?[0])
        #expect(chapter["title"] == .text("总则") && chapter["mark"] == .text("第一章"))
        #expect(chapter["number"] == .number(1) && chapter["line"] == .number(5))
        #expect(chapter["articles"] == .list([.number(1), .number(2)]))
    }

    @Test func partsSayWhatIsOutside() throws {
        let json = try JSON(render(Sample.act(), as: .json))
        let part = try #require(json["parts"]?[0])
        #expect(part["kind"] == .text("documentNumber") && part["outside"] == .flag(true))
        #expect(part["lines"] == .object(["first": .number(1), "last": .number(1)]))
        #expect(json["parts"]?[2]?["outside"] == .flag(false))
    }

    @Test func linesOfAPartHoldItsBlankLines() {
        let source = SourceText(name: "x", bytes: Array("a\n\nb\r\n".utf8))
        #expect(source.lines(of: ByteSpan(0, 3)) == 1...2)
        #expect(source.printedLines(of: ByteSpan(0, 3)) == 1...1)
        #expect(source.lines(of: ByteSpan(3, 6)) == 3...3)
        #expect(source.lines(of: ByteSpan(6, 6)).count == 1)
    }

    @Test func spansAreBytesAndTheirPlaceCountsFromOne() throws {
        let json = try JSON(render(Sample.act(), as: .json))
        let span = try #require(json["articles"]?[0]?["paragraphs"]?[0]?["span"])
        let regulation = Sample.act()
        let expected = try #require(regulation.articles[0].children.first).span
        #expect(span["start"] == .number(Double(expected.start)) && span["end"] == .number(Double(expected.end)))
        #expect(span["line"] == .number(6) && span["column"] == .number(5))
    }

    @Test func aWitnessFillsInWhatTheCorpusKnows() throws {
        let json = try JSON(render(Sample.witness(Sample.excerpt()), as: .jsonl))
        #expect(json["jurisdiction"]?["name"]?["en"] == .text("Place"))
        #expect(json["translation"] == .text("machine") && json["rank"] == .text("government-rule"))
    }

    @Test func jsonlIsOneLineAndSafeOnATerminal() {
        let line = render(Sample.act(word: Sample.hostile), as: .jsonl)
        #expect(line.count(where: { $0 == "\n" }) == 1 && line.hasSuffix("\n"))
        #expect(!line.unicodeScalars.contains { $0 != "\n" && TerminalText.isUnsafe($0) })
    }

    @Test func positionsAgreeWithTheSourceText() {
        let source = SourceText(name: "x", bytes: Array("\u{FEFF}第一\r\nab\rc\n\n中文 text and 更多".utf8))
        var cursor = PositionCursor(source)
        for start in [0, 3, 6, 6, 10, 11, 9, 14, 16, 19, 25, 25, 24, source.bytes.count] {
            let expected = source.position(at: start)
            let span = cursor.span(ByteSpan(start, start))
            #expect(span.line == expected.line && span.column == expected.column, "\(start)")
        }
    }

    @Test func linesAgreeWithTheSourceText() {
        let text = (1...40).map { String(repeating: "行", count: $0 % 4) }.joined(separator: "\n")
        let source = SourceText(name: "x", bytes: Array(text.utf8))
        var cursor = PositionCursor(source)
        for start in stride(from: 0, through: source.bytes.count, by: 3) {
            for end in [start, start + 1, source.bytes.count] where end <= source.bytes.count {
                #expect(cursor.lines(of: ByteSpan(start, end)) == source.lines(of: ByteSpan(start, end)))
            }
        }
    }

    @Test func textHasOneParagraphPerLineAndNothingFromOutside() {
        #expect(
            render(Sample.act(), as: .text) == """
                某市管理办法
                第一章\u{3000}总则
                第一条\u{3000}为了规范管理，制定本办法。
                第二条\u{3000}不得从事下列工作：
                （一）单独执法；
                （二）保管管理武器。
                前款另有规定的除外。

                """)
        #expect(render(Sample.excerpt(), as: .text).hasPrefix("Seventh auxiliary police manage:\n(a) to help;\n"))
    }

    @Test func outlineShowsTheTreeAndWhatStandsOutside() {
        let outline = render(Sample.act(), as: .outline)
        #expect(outline.hasPrefix("某市管理办法\nlyg · zh · act · whole\n"))
        #expect(outline.contains("× document number, line 1\n"))
        #expect(outline.contains("第一章  总则\n"))
        #expect(outline.contains("2 paragraphs, 2 points\n"))
        #expect(outline.contains("2 diagnostics\n"))
    }

    @Test(arguments: [RegulationFormat.outline, .text])
    func nothingATerminalWouldObeyIsPrinted(_ format: RegulationFormat) {
        let text = render(Sample.act(word: Sample.hostile), as: format)
        #expect(!text.unicodeScalars.contains(where: TerminalText.isUnsafe))
        #expect(text.contains("\\u{1B}[31mred\\u{9B}0m"))
    }

    @Test func diagnosticsNamePlaceSeverityAndKind() throws {
        let regulation = Sample.act(word: "\u{1B}")
        let lines = regulation.diagnostics.map { DiagnosticLine.text($0, in: regulation.source) }
        #expect(lines[0] == "Texts/lyg.txt:7:1: warning: a stray word: \\u{1B} [text.stray-word]")
        let json = try JSON(DiagnosticLine.json([regulation]))
        #expect(json[0]?["id"] == .text("text.stray-word") && json[0]?["span"]?["line"] == .number(7))
        #expect(json[0]?["provision"] == .text("art_2"))
    }

    @Test func matrixJSONHasStableFields() throws {
        let json = try JSON(render(Sample.matrix(word: Sample.hostile), as: .json))
        #expect(json.keys == ["id", "title", "rowKind", "base", "columns", "rows"])
        #expect(json["base"] == .text("lyg"))
        #expect(
            json["columns"]?[0]?.keys == [
                "id", "name", "title", "rank", "authority", "completeness", "language", "translation", "documentNumber",
                "file", "sha256",
            ])
        let row = try #require(json["rows"]?[1])
        #expect(row.keys == ["id", "heading", "note", "group", "cells"])
        #expect(row["note"] == .null && row["group"]?["en"] == .text("General" + Sample.hostile))
        let cell = try #require(row["cells"]?[1])
        #expect(cell.keys == ["column", "state", "reason", "quotations"] && cell["state"] == .text("explained"))
        let quotation = try #require(cell["quotations"]?[1])
        #expect(
            quotation.keys == [
                "eId", "citation", "language", "text", "lines", "sourceLines", "score", "reasons", "isPart",
                "decision", "delegatedDocument", "delegatedTo",
            ])
        #expect(quotation["score"] == .null && quotation["sourceLines"]?["first"] == .number(3))
        #expect(quotation["text"] == .text("text \n（一）point \n1. sub-point"))
    }

    @Test(arguments: MatrixFormat.allCases)
    func theSameMatrixGivesTheSameBytes(_ format: MatrixFormat) {
        let first = render(Sample.matrix(word: Sample.hostile), as: format)
        #expect(first == render(Sample.matrix(word: Sample.hostile), as: format))
    }
}
