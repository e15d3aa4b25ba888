import ComparisonMatrix
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Folding of long quotations")
struct FoldingTests {
    private func line(_ text: String, mark: String? = nil) -> Quotation.Line {
        Quotation.Line(level: mark == nil ? .paragraph : .point, mark: mark, text: text)
    }

    private func rejoined(_ folded: FoldedQuotation) -> String {
        let shown = folded.shown.map(\.marked).joined(separator: "\n")
        let hidden = folded.hidden.map(\.marked).joined(separator: "\n")
        return folded.hidden.isEmpty ? shown : shown + (folded.continues ? "" : "\n") + hidden
    }

    @Test func losesNoText() {
        let texts = [
            [String(repeating: "公安机关应当依法管理。", count: 40)], [String(repeating: "a", count: 2_000)],
            [String(repeating: "shall, when asked, ", count: 60), "Then this."],
            ["lead:"] + (1...30).map { "point \($0);" }, ["短。"], [""], [],
        ]
        for budget in [0, 1, 40, 240, 900] {
            for text in texts {
                let lines = text.enumerated().map { line($1, mark: $0 > 0 && text.count > 5 ? "(\($0))" : nil) }
                let folded = FoldedQuotation(lines, budget: budget)
                #expect(rejoined(folded) == lines.map(\.marked).joined(separator: "\n"))
            }
        }
    }

    @Test func keepsAShortQuotationWhole() {
        let folded = FoldedQuotation([line("Short."), line("Also short.")], budget: 240)
        #expect(folded.hidden.isEmpty)
    }

    @Test func showsTheLeadAndFirstPointsOfALongList() {
        let points = (1...20).map { number in
            line("the implementation of traffic control and safety inspection \(number);", mark: "(\(number))")
        }
        let folded = FoldedQuotation([line("May assist in the following work:")] + points, budget: 240)
        #expect(folded.shown.count == 4)
        #expect(folded.hidden.count == 17)
        #expect(!folded.continues)
    }

    @Test func cutsALongParagraphAfterASentence() throws {
        let folded = FoldedQuotation([line(String(repeating: "第一句话说明了这件事情。", count: 30))], budget: 240)
        #expect(try #require(folded.shown.last).text.hasSuffix("。"))
        #expect(folded.continues)
    }

    @Test func doesNotCutAtADecimalPoint() throws {
        let text = "A fine of 1.5 times the value of the goods " + String(repeating: "and of the means ", count: 40)
        let folded = FoldedQuotation([line(text)], budget: 60)
        #expect(try #require(folded.shown.last).text.contains("1.5 times"))
    }
}
