import Foundation
import RegulationModel
import RegulationParser
import Testing

@Suite("Large and odd inputs") struct HardInputTests {
    private func parse(_ text: String) -> Regulation {
        RegulationParser.parse(Array(text.utf8), name: "text.txt", id: "text")
    }

    /// 1,260 articles in 84 chapters, as the civil code has them; the golden is a summary.
    @Test func readsNumbersToOneThousandTwoHundredAndSixty() throws {
        var lines = ["民事规范汇编条例", ""]
        for number in 1...1_260 {
            if number % 15 == 1 { lines.append("第\(ChineseNumeral.text(number / 15 + 1))章　第\(number)组") }
            lines.append("第\(ChineseNumeral.text(number))条　第\(number)项规则。")
        }
        let regulation = parse(lines.joined(separator: "\n"))
        #expect(Soundness(regulation).faults == [])
        #expect(regulation.articles.map(\.number) == (1...1_260).map { ProvisionNumber($0) })
        let shown = [1, 10, 11, 20, 99, 100, 101, 110, 111, 999, 1_000, 1_001, 1_010, 1_100, 1_259, 1_260]
        let summary = shown.map { number in
            let article = regulation.articles[number - 1]
            let chapter = regulation.groupings(ofArticleAt: number - 1).last?.eId.text ?? ""
            return "\(article.eId) \(regulation.mark(article) ?? "") \(chapter) \(regulation.fullText(article))\n"
        }.joined()
        try Golden(name: "numbers-to-1260.txt").expect(summary)
    }

    /// One megabyte without a line break: prose, marks without text, and opening quotation marks only. A reading whose
    /// time grew with the square of the text would take hours; how fast it is stands in Tests/Benchmarks.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "甲乙丙丁戊己庚辛", "第一条", "第一条　甲。", "（一）甲；", "“", "Article 1 ", "Twenty-first a. ", "(a) b; ", "1", "一", "* ",
        ])
    func readsAMegabyteWithoutLineBreak(_ unit: String) {
        let count = 1_000_000 / unit.utf8.count
        let regulation = parse(String(repeating: unit, count: count))
        #expect(regulation.parts.last?.span.end == count * unit.utf8.count)
    }

    /// Many lines of one kind, each kind a loop of its own in the parser.
    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "第一条　甲。\n", "（一）甲；\n", "附则\n", "甲\n", "目录\n第一章 甲\n", "一、甲\n", "1\n", "“甲\n", "甲\t乙\n", "\u{C}甲\n",
        ])
    func readsTwentyThousandLinesOfOneKind(_ unit: String) {
        let regulation = parse(String(repeating: unit, count: 20_000))
        #expect(regulation.parts.last?.span.end == 20_000 * unit.utf8.count)
    }

    @Test func namesTheFirstDiagnosticsOfAKindAndCountsTheRest() {
        let regulation = parse((1...600).map { "第\(ChineseNumeral.text($0 * 2))条　甲。" }.joined(separator: "\n"))
        let gaps = regulation.diagnostics.filter { $0.id == .numberingGap }
        #expect(gaps.count == 200)
        #expect(gaps.last?.message.contains("399 more") == true)
    }
}
