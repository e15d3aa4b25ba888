import ComparisonMatrix
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Codebook and diagnostics")
struct CodebookTests {
    private var codebook: Codebook {
        let matrix = Sample.matrix()
        return Codebook(witnesses: matrix.columns, matrices: [matrix], study: .none, hasParameters: false)
    }

    @Test func everyColumnOfEveryTableIsExplained() {
        for table in Codebook.tabular {
            for column in table.header {
                #expect(!ColumnMeanings.meaning(column, in: table.file).isBlank, "\(table.file): \(column)")
            }
        }
    }

    @Test func everyCodeIsExplainedInBothLanguages() {
        for table in CodebookCodes.tables {
            #expect(!table.rows.isEmpty)
            for row in table.rows {
                #expect(row.count == table.header.count)
                #expect(row.allSatisfy { !$0.chinese.isBlank && !$0.english.isBlank }, "\(table.id): \(row[0].english)")
            }
        }
        let codes = CodebookCodes.tables.flatMap(\.rows).map { $0[0].english }
        for state in CellState.allCases { #expect(codes.contains(state.rawValue)) }
        for id in DiagnosticID.allCases { #expect(codes.contains(id.rawValue)) }
        for attribute in ParameterAttribute.allCases { #expect(codes.contains(attribute.rawValue)) }
    }

    @Test func figuresThatWereNotMeasuredAreNotGiven() throws {
        let accuracy = try #require(codebook.tables.first { $0.id == "accuracy" })
        #expect(accuracy.rows.isEmpty)
        #expect(accuracy.note?.english.contains("Not measured") == true)
    }

    @Test func pageAndMarkdownHoldEveryCode() {
        let page = CodebookPage(codebook: codebook, links: .none).text
        let markdown = CodebookMarkdown(codebook: codebook).text
        for row in codebook.tables.flatMap(\.rows) {
            #expect(page.contains(PageContent().escapeText(row[0].chinese)))
            #expect(markdown.contains(MarkdownText.inline(row[0].chinese)))
        }
    }

    @Test func everyDiagnosticStandsWithItsPlaceAndItsWords() {
        let witness = Sample.witness(Sample.act(word: "<b>"))
        let page = DiagnosticsPage(witnesses: [witness], notes: [], links: .none).text
        let markdown = DiagnosticsMarkdown(witnesses: [witness]).text
        for diagnostic in witness.regulation.diagnostics {
            let position = witness.regulation.source.position(at: diagnostic.span.start)
            #expect(page.contains("\(position.line):\(position.column)"))
            #expect(markdown.contains("| \(position.line):\(position.column) |"))
            #expect(page.contains(diagnostic.id.rawValue))
        }
        #expect(page.contains("&lt;b&gt;") && !page.contains("<b>办法"))
        let lines = DiagnosticLines(witness: witness).lines
        #expect(lines.count == witness.regulation.diagnostics.count && lines.allSatisfy { !$0.words.isEmpty })
    }

    @Test func whatWasNoticedBesideTheTextsStandsFirst() {
        let witness = Sample.witness(Sample.act(word: "乙"))
        let notes = [
            SiteStudy.Note(
                file: "corpus.yaml", line: 7, severity: .warning, id: "corpus.mismatch", message: "noted as <b>, but"),
            SiteStudy.Note(file: "Terms/a.tsv", line: 3, severity: .warning, id: "corpus.entry", message: "left out"),
        ]
        let plain = DiagnosticsPage(witnesses: [witness], notes: [], links: .none)
        let page = DiagnosticsPage(witnesses: [witness], notes: notes, links: .none)
        let markdown = DiagnosticsMarkdown(witnesses: [witness], notes: notes).text
        #expect(page.text.contains("noted as &lt;b&gt;, but") && page.text.contains("corpus.mismatch"))
        #expect(page.lead.english != plain.lead.english && page.lead.english.contains("warning"))
        #expect(markdown.contains("## 语料说明 Description of the corpus — corpus.yaml"))
        #expect(markdown.contains("| 7:1 |") && markdown.contains("Terms/a.tsv") && !plain.text.contains("corpus.yaml"))
    }
}
