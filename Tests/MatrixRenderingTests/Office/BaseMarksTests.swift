import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

@testable import MatrixRendering

/// Words marked against the base in a Word table.
@Suite("Marks against the base") struct BaseMarksTests {
    private func pieces(
        isForeign: Bool = false, isReversed: Bool = false
    ) throws -> [String: [(text: String, kind: TextMarks.Kind?)]] {
        let pair = DifferenceTests.differences(isForeign: isForeign)
        let links = pair.groups.flatMap(\.links)
        let alignment = Alignment(base: pair.base.id, other: pair.other.id, level: .article, links: links)
        let builder = MatrixBuilder(witnesses: [pair.base, pair.other], alignments: [alignment])
        let matrix = try #require(builder.articles(base: isReversed ? pair.other.id : pair.base.id))
        let marks = BaseMarks(matrix: matrix, differences: [pair]).marks
        let row = try #require(matrix.rows.firstIndex { $0.cells.allSatisfy { !$0.quotations.isEmpty } })
        var result: [String: [(text: String, kind: TextMarks.Kind?)]] = [:]
        for column in matrix.columns.indices {
            let text = try #require(matrix.rows[row].cells[column].quotations[0].lines.last?.text)
            let last = matrix.rows[row].cells[column].quotations[0].lines.count - 1
            result[matrix.columns[column].id] = marks.pieces(
                of: text, at: TextMarks.Place(row: row, column: column, quotation: 0, line: last))
        }
        return result
    }

    private func marked(_ pieces: [(text: String, kind: TextMarks.Kind?)]?) -> [String] {
        (pieces ?? []).compactMap { piece in piece.kind.map { "\($0) \(piece.text)" } }
    }

    @Test func baseWordsNotTakenOverAreStruckAndNewOnesUnderlined() throws {
        let pieces = try pieces()
        #expect(marked(pieces["lyg"]) == ["deleted 管理"])
        #expect(marked(pieces["xz"]) == ["inserted 监管"])
    }

    @Test func theOtherTextAsBaseTurnsTheMarksAround() throws {
        let pieces = try pieces(isReversed: true)
        #expect(marked(pieces["lyg"]) == ["inserted 管理"])
        #expect(marked(pieces["xz"]) == ["deleted 监管"])
    }

    @Test func acrossLanguagesNothingIsMarked() throws {
        #expect(try pieces(isForeign: true).values.allSatisfy { marked($0).isEmpty })
    }
}
