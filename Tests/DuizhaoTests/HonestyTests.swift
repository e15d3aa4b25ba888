import Duizhao
import Testing

/// What no cell may ever say.
@Suite("Honest cells")
struct HonestyTests {
    /// The topics matrix, the families, and the matrix of articles of every base.
    private static let made = Result {
        let corpus = try Checkout.corpus.get()
        return corpus.witnesses.indices.flatMap { base in
            let comparison = Comparison(corpus.witnesses, base: base, corpus: corpus)
            let ofAll = base == corpus.base ? [comparison.matrix(.topics), comparison.matrix(.families)] : []
            return (ofAll + [comparison.matrix(.articles)]).compactMap(\.self)
        }
    }

    private func matrices() throws -> [Matrix] { try Self.made.get() }

    @Test func silentIsSaidOfWholeActsOnly() throws {
        for matrix in try matrices() {
            for (index, column) in matrix.columns.enumerated() where column.regulation.completeness.status != .whole {
                #expect(!matrix.rows.contains { $0.cells[index].state == .silent }, "\(matrix.id) \(column.id)")
            }
        }
    }

    @Test func explainersAreNeverQuotedAsTheAct() throws {
        for matrix in try matrices() where matrix.base.map({ matrix.columns[$0].id != "shanghai" }) ?? true {
            guard let shanghai = matrix.columns.firstIndex(where: { $0.id == "shanghai" }) else { continue }
            for row in matrix.rows {
                #expect([.explained, .notInExcerpt].contains(row.cells[shanghai].state), "\(matrix.id) \(row.id)")
            }
        }
    }

    /// Every quotation stands inside an article or section of its text: Shandong's paragraph on Jiangsu, the news after
    /// Shanghai's explainer and all commentary are in no cell.
    @Test func quotationsComeFromProvisionsOnly() throws {
        for matrix in try matrices() {
            for (index, column) in matrix.columns.enumerated() {
                let regulation = column.regulation
                let outside = regulation.parts.filter(\.kind.isOutside).map(\.span)
                for quotation in matrix.rows.flatMap({ $0.cells[index].quotations }) {
                    let span = try #require(regulation.provision(at: quotation.eId)?.span)
                    #expect(!outside.contains { $0.start < span.end && span.start < $0.end }, "\(quotation.eId)")
                }
            }
        }
    }

    @Test func quotationsArePrintedWordForWord() throws {
        for matrix in try matrices() where matrix.rowKind == .topics {
            for (index, column) in matrix.columns.enumerated() {
                let regulation = column.regulation
                for quotation in matrix.rows.flatMap({ $0.cells[index].quotations }) {
                    let provision = try #require(regulation.provision(at: quotation.eId))
                    let printed = regulation.source.flowed([provision.span])
                    for line in quotation.lines { #expect(printed.contains(line.text), "\(quotation.eId)") }
                }
            }
        }
    }

    @Test func theForeignParagraphAndTheNewsStandInNoCell() throws {
        for matrix in try matrices() {
            let text = matrix.rows.flatMap(\.cells).flatMap(\.quotations).flatMap(\.lines).map(\.text).joined(
                separator: "\n")
            #expect(!text.contains("Bachelor degree"))
            #expect(!text.contains("kloc"))
            #expect(!text.contains("Unlicensed Pickup"))
            #expect(!text.contains("Tangshan"))
        }
    }

    @Test func everyArticleOfTheBaseHasExactlyOneRow() throws {
        for matrix in try matrices() where matrix.rowKind == .articles {
            guard let base = matrix.base else { continue }
            #expect(matrix.rows.map(\.id) == matrix.columns[base].regulation.provisions.map(\.eId.text))
        }
    }

    @Test func everyArticleIsAMemberOfExactlyOneFamily() throws {
        for matrix in try matrices() where matrix.rowKind == .families {
            for (index, column) in matrix.columns.enumerated() where column.regulation.authority != .explainer {
                let main = matrix.rows.flatMap { $0.cells[index].quotations }.filter { !$0.isPart }
                #expect(main.map(\.eId).sorted() == column.regulation.articles.map(\.eId).sorted(), "\(column.id)")
            }
        }
    }

    @Test func permutingTheTextsPermutesColumnsOnly() throws {
        let corpus = try Checkout.corpus.get()
        let reversed = Array(corpus.witnesses.reversed())
        for kind in Matrix.RowKind.allCases {
            let first = try #require(Comparison(corpus.witnesses, base: 0, corpus: corpus).matrix(kind))
            let second = try #require(Comparison(reversed, base: reversed.count - 1, corpus: corpus).matrix(kind))
            #expect(first.rows.map(\.id) == second.rows.map(\.id))
            for (a, b) in zip(first.rows, second.rows) {
                for (index, column) in first.columns.enumerated() {
                    let other = try #require(second.columns.firstIndex { $0.id == column.id })
                    #expect(a.cells[index].state == b.cells[other].state)
                    #expect(a.cells[index].quotations.map(\.eId) == b.cells[other].quotations.map(\.eId))
                }
            }
        }
    }
}
