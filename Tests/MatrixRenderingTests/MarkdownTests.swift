import ComparisonMatrix
import RegulationModel
import Testing

@testable import MatrixRendering

@Suite("Markdown")
struct MarkdownTests {
    /// The cells of a table row: parted at pipes that no backslash precedes.
    private func cells(_ row: Substring) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in row.dropFirst() {
            if character == "|", !isEscaped {
                cells.append(cell.trimmingSpaces)
                cell = ""
            } else {
                cell.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells
    }

    /// Backslash escapes taken off.
    private func words(_ markdown: String) -> String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            result.append(scalar)
            isEscaped = false
        }
        return String(result)
    }

    @Test func everyRowHasTheCellsOfItsHead() {
        let text = render(Sample.matrix(word: Sample.hostile), as: .markdown)
        var width: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                width = nil
                continue
            }
            let count = cells(line).count
            #expect(count == width ?? count)
            width = count
        }
    }

    @Test func quotationsComeBackWordForWord() throws {
        let text = render(Sample.matrix(word: Sample.hostile), as: .markdown)
        let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| **目的") })
        let cell = words(cells(row)[1])
        let lead = "text <script>alert(1)</script> | \\| \"q\" '=cmd|' `tick` *b* _i_ ~~s~~ [l](javascript:x)"
        #expect(cell.contains(lead))
        #expect(cell.contains("（一）<script>"))
    }

    @Test func nothingOfADocumentActs() {
        let escaped = MarkdownText.inline(Sample.hostile)
        for sign in ["<script", "`tick`", "*b*", "_i_", "~~", "](", "http://", "www.a", "&amp;", "$x$"] {
            let isBare = escaped.split(separator: sign, omittingEmptySubsequences: false).dropLast().contains {
                !$0.hasSuffix("\\")
            }
            #expect(!isBare || sign == "](", "\(sign)")
        }
        #expect(!escaped.contains("\u{1B}") && !escaped.contains("\u{9B}"))
        #expect(MarkdownText.inline(" a\n\n# b\t|") == "a \\# b \\|")
    }

    @Test func saysWhyEachStateIsClaimedOnceForItsRows() {
        let text = render(Sample.matrix(), as: .markdown)
        #expect(text.contains("- 某地 Place **〔援引他法 delegated〕**: 因c c *(工作)*\n"))
        #expect(text.contains("- 某地 Place **〔未规定 silent〕**: 附则\n"))
    }

    @Test func namesStatesTextsAndWhereQuotationsCameFrom() {
        let text = render(Sample.matrix(), as: .markdown)
        let expected = [
            "未规定 silent", "节录未载 not in the excerpt", "某政发〔2021〕62号", "英文机器翻译 machine English",
            "**第一条 Article 1**", "| 3–4 | 0.90 |", "SHA-256 ab12",
        ]
        for words in expected {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func citationsLinkToTheTextsOfTheirSiteOnly() throws {
        let matrix = Sample.matrix()
        let page = try #require(
            SitePages(title: matrix.title, matrices: [matrix], witnesses: matrix.columns).pages.first {
                $0.name == matrix.id + ".md"
            })
        #expect(page.text.contains("[第一条 Article 1](text-lyg.html#art_1)"))
        #expect(!render(matrix, as: .markdown).contains("]("))
    }
}
