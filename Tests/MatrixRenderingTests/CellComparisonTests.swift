import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Cells beside the base")
struct CellComparisonTests {
    private static let silent = BilingualText(chinese: "无", english: "none")

    /// A row for each article of the differences' two texts.
    private func matrix(_ differences: ActDifferences) -> Matrix {
        let columns = [differences.base, differences.other]
        let rows = ["art_1", "art_2"].map { eId in
            let cells = columns.map { column in
                Cell(state: .present, quotations: [Sample.quotation(column, eId)], reason: Self.silent)
            }
            return Row(
                id: eId, heading: BilingualText(chinese: eId, english: eId), note: nil, group: nil, cells: cells)
        }
        return Matrix(id: "m", title: Self.silent, rowKind: .articles, base: 0, columns: columns, rows: rows)
    }

    /// Two texts with the same words throughout.
    private var equal: ActDifferences {
        let base = Sample.witness(Sample.act())
        let other = Sample.witness(Sample.act(id: "xz"))
        let links = ["art_1", "art_2"].map { eId in
            Link(base: EId(eId), other: EId(eId), strength: .main, relation: .same, score: 1, reasons: [])
        }
        let alignment = Alignment(base: base.id, other: other.id, level: .article, links: links)
        return DifferenceBuilder(base: base, other: other, articles: alignment, units: []).differences()
    }

    @Test func sameWordsAreSaidToBeTheSameAndAreAlike() {
        let matrix = matrix(equal)
        let comparisons = CellComparisons(matrix: matrix, differences: [equal])
        for row in matrix.rows {
            #expect(comparisons.alike(in: row) == "0-1")
            guard case .sameWords = comparisons.answer(in: row, 1, 0) else {
                Issue.record("\(row.id) is not the same")
                continue
            }
        }
    }

    @Test func otherWordsDifferAndLeadToTheGroupWhereTheyStand() throws {
        let differences = DifferenceTests.differences()
        let matrix = matrix(differences)
        let comparisons = CellComparisons(matrix: matrix, differences: [differences])
        #expect(comparisons.alike(in: matrix.rows[0]) == nil)
        guard case .differs(_, let group) = try #require(comparisons.answer(in: matrix.rows[0], 0, 1)) else {
            Issue.record("art_1 does not differ")
            return
        }
        #expect(group == "art_1-art_1")
        var links = PageLinks(matrices: [matrix], texts: [], hasIndex: true)
        links.hasPairs = true
        let page = MatrixPage(matrix: matrix, links: links, differences: [differences]).text
        #expect(page.contains("<p class=\"versus\"><a href=\"pairs/lyg--xz.html#art_1-art_1\">"))
        #expect(!page.contains("data-alike"))
    }

    @Test func nothingIsSaidOfTextsThatWereNotCompared() {
        let matrix = matrix(DifferenceTests.differences())
        let comparisons = CellComparisons(matrix: matrix, differences: [])
        #expect(comparisons.answer(in: matrix.rows[0], 0, 1) == nil)
        #expect(!MatrixPage(matrix: matrix, links: .none).text.contains("class=\"versus\""))
    }

    @Test func quantitiesAreMarkedWhereTheyStandAndNowhereElse() {
        let witness = Sample.witness(Sample.act())
        let value = ParameterValue(
            witness: "lyg", provision: EId("art_1"), span: ByteSpan(0, 2), written: "18", normalised: ">= 18 year")
        let heading = BilingualText(chinese: "年龄", english: "age")
        let table = ParameterTable(
            columns: [witness],
            parameters: [Parameter(id: "p", matter: heading, attribute: .age, values: [value], without: ["xz"])])
        let marks = QuantityMarks(table)
        let runs = marks.runs("In 2018, 18 or a18, 年满18岁", of: EId("art_1__para_1"), in: "lyg")
        #expect(runs.map(\.text).joined() == "In 2018, 18 or a18, 年满18岁")
        #expect(runs.filter(\.isQuantity).count == 2 && runs.filter(\.isQuantity).allSatisfy(\.differs))
        for (provision, text) in [("art_2", "lyg"), ("art_1", "xz")] {
            #expect(marks.runs("18", of: EId(provision), in: text).allSatisfy { !$0.isQuantity })
        }
    }
}
