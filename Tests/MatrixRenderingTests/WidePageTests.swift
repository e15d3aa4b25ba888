import Foundation
import RegulationModel
import RegulationParser
import Testing

@testable import ComparisonMatrix
@testable import MatrixRendering

/// A page of 30 acts and 60 rows, every cell filled: what `Tests/Referees/site --wide` opens in a browser.
@Suite("Wide pages")
struct WidePageTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let columns = 30
    private static let rows = 60
    private static let mostBytes = 6_000_000

    /// 30 acts of 55 to 90 articles from the folder that DUIZHAO_LAWS names, taken from all over it; without it the
    /// corpus' own Chinese act 30 times.
    private static func acts() throws -> [Regulation] {
        var files = [root.appending(path: "Corpus/Texts/lianyungang.zh.txt")]
        if let folder = ProcessInfo.processInfo.environment["DUIZHAO_LAWS"] {
            let all = FileManager.default.enumerator(at: URL(filePath: folder), includingPropertiesForKeys: nil)
            let paths = (all?.compactMap { ($0 as? URL)?.path } ?? []).filter { $0.hasSuffix(".md") }.sorted()
            files = stride(from: 0, to: paths.count, by: 17).map { URL(filePath: paths[$0]) }
        }
        var acts: [Regulation] = []
        for file in files where acts.count < columns {
            let bytes = [UInt8](try Data(contentsOf: file))
            let act = RegulationParser.parse(bytes, name: file.lastPathComponent, id: "act-\(acts.count + 1)")
            if files.count == 1 || (55...90).contains(act.provisions.count) { acts.append(act) }
        }
        return (0..<columns).map { acts[$0 % acts.count] }
    }

    /// Rows are numbers of articles: who answers whom makes no difference to the weight of a page. Each cell has the reasons
    /// that a linked provision has.
    private static func matrix(_ acts: [Regulation]) throws -> Matrix {
        let witnesses = acts.map { Sample.witness($0) }
        let register = ActRegister(witnesses)
        let reasons = [
            "answers Beijing, Article 1", "shares 保障物业, 规范物业管理, 维护物业管理", "same chapter heading", "neighbours linked",
        ]
        let rows = try (0..<Self.rows).map { row in
            let cells = try acts.map { act in
                let builder = QuotationBuilder(regulation: act, register: register)
                let provision = act.provisions[row % act.provisions.count]
                let basis = QuotationBasis(reasons: reasons, score: 0.75, isPart: false)
                return Cell(
                    state: .present, quotations: [try #require(builder.quotation(of: provision, basis))],
                    reason: BilingualText(chinese: "相应条文：第十一条。", english: "Answered by Article 11."))
            }
            return Row(
                id: "art_\(row + 1)", heading: BilingualText("第\(row + 1)条", "Article \(row + 1)"), note: nil,
                group: row % 10 == 0 ? BilingualText("第\(row / 10 + 1)章", "Chapter \(row / 10 + 1)") : nil, cells: cells
            )
        }
        return Matrix(
            id: "wide", title: BilingualText("三十部", "Thirty acts"), rowKind: .articles, base: 0, columns: witnesses,
            rows: rows)
    }

    @Test func thirtyActsAndSixtyRowsKeepTheirWeight() throws {
        let page = render(try Self.matrix(try Self.acts()), as: .html)
        #expect(page.utf8.count < Self.mostBytes, "\(page.utf8.count) bytes")
        #expect(page.components(separatedBy: "<div class=\"quotation\">").count == Self.rows * Self.columns + 1)
        #expect(page.contains("<table class=\"matrix large\""))
        let folder = Self.root.appending(path: ".build")
        if FileManager.default.fileExists(atPath: folder.path) {
            try Data(page.utf8).write(to: folder.appending(path: "wide.html"))
        }
    }

    @Test func rowsOfALargeTableSayHowHighTheyWillBe() {
        let small = Sample.matrix()
        #expect(!render(small, as: .html).contains("matrix large"))
        let rows = (0..<(RowHeights.largeTable / 2)).map { index in
            let row = small.rows[index % 3]
            return Row(id: "r\(index)", heading: row.heading, note: nil, group: nil, cells: row.cells)
        }
        let large = Matrix(
            id: "large", title: small.title, rowKind: .articles, base: 0, columns: small.columns, rows: rows)
        let page = Markup(render(large, as: .html))
        let styles = page.tags.filter { $0.name == "tr" && $0.attributes["id"] != nil }.map { $0.attributes["class"] }
        #expect(styles.count == rows.count)
        #expect(Array(styles.prefix(3)) == ["thin h8", "h20", "thin h4"])
    }

    @Test func everyHeightHasItsRule() {
        let steps = RowHeights.steps.map(String.init).joined(separator: ", ")
        #expect(PageScript.text.contains("const ROOMS = [\(steps)];"))
    }
}
