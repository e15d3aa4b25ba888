import RegulationModel
import RegulationParser
import Testing

/// Tables that set versions of an act side by side, in Word, in pages, in Markdown.
@Suite("Tables of versions") struct VersionTableTests {
    enum Format: CaseIterable { case word, page, markdown }

    /// Cells by rows; the lines of a cell are its paragraphs.
    private func regulation(_ rows: [[String]], _ format: Format) -> Regulation {
        func rowsOf(_ row: String, _ cell: String, _ line: (Substring) -> String) -> String {
            rows.map { cells in
                let cells = cells.map { cellText in
                    "<\(cell)>"
                        + cellText.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined()
                        + "</\(cell)>"
                }
                return "<\(row)>\(cells.joined())</\(row)>"
            }.joined()
        }
        switch format {
        case .markdown:
            var lines = rows.map { "| " + $0.map { $0.replacing("\n", with: "<br>") }.joined(separator: " | ") + " |" }
            lines.insert("|" + String(repeating: " --- |", count: rows[0].count), at: 1)
            let text = "# 甲市养犬管理条例修订对照表\n\n" + lines.joined(separator: "\n") + "\n"
            return RegulationParser.parse(Array(text.utf8), name: "a.md", id: "a")
        case .word:
            let paragraph = { (text: Substring) in "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
            let file = WordFile(
                body: paragraph("甲市养犬管理条例修订对照表") + "<w:tbl>\(rowsOf("w:tr", "w:tc", paragraph))</w:tbl>")
            return RegulationParser.parse(file.bytes, name: "a.docx", id: "a")
        case .page:
            let page =
                "<html><body><h1>甲市养犬管理条例修订对照表</h1><table>\(rowsOf("tr", "td") { "<p>\($0)</p>" })</table></body></html>"
            return RegulationParser.parse(Array(page.utf8), name: "a.html", id: "a")
        }
    }

    private let old = [
        "第一章　总则", "第一条　为了规范养犬行为，制定本条例。", "第二条　养犬应当登记。", "第三条　禁止犬只入市。", "", "第四条　本条例自2015年1月1日起施行。",
    ]
    private let new = [
        "第一章　总则", "第一条　为了规范养犬行为，保障人身安全，制定本条例。", "第二条　养犬应当登记。", "",
        "第三条　办理登记应当提交下列材料：\n（一）身份证明；\n（二）免疫证明。", "第四条　本条例自2025年1月1日起施行。",
    ]
    private let reasons = ["", "增加立法目的。", "", "删除一条。", "增加登记材料。", ""]

    private func expectNew(_ regulation: Regulation, _ format: Format) {
        let texts = regulation.articles.map { regulation.fullText($0) }
        #expect(texts.count == 4 && texts[0].contains("保障人身安全") && texts[3].contains("2025年"), "\(texts)")
        #expect(regulation.articles.map(\.number) == (1...4).map { ProvisionNumber($0) })
        #expect(regulation.articles[2].children.flatMap(\.children).count == 2)
        #expect(regulation.groupings.count == 1 && regulation.title == "甲市养犬管理条例修订对照表")
        let beside = regulation.parts.filter { $0.kind == .furtherAct }.map { regulation.source.string($0.span) }
            .joined()
        for text in old where !texts.joined().contains(text.drop { $0 != "　" }.dropFirst()) {
            #expect(beside.contains(text), "\(format)")
        }
        #expect(!texts.joined().contains("修订"))
        let told = regulation.diagnostics.filter { $0.id == .structureFurtherAct }
        #expect(told.count == 1 && told[0].message.contains("“修订后”"))
        #expect(Soundness(regulation).faults == [])
    }

    @Test(arguments: Format.allCases) func theAmendedVersionIsReadOnWhicheverSideItStands(_ format: Format) {
        let left = [["修订前", "修订后"]] + zip(old, new).map { [$0, $1] }
        let right = [["修订后", "修订前"]] + zip(old, new).map { [$1, $0] }
        for rows in [left, right] { expectNew(regulation(rows, format), format) }
    }

    @Test(arguments: Format.allCases) func reasonsAndCountsAreCommentary(_ format: Format) {
        let rows = old.indices.map { ["\($0 + 1)", old[$0], new[$0], reasons[$0]] }
        let regulation = regulation([["序号", "现行规定", "修订后", "修改理由"]] + rows, format)
        expectNew(regulation, format)
        let commentary = regulation.parts.filter { $0.kind == .commentary }.map { regulation.source.string($0.span) }
        for reason in reasons { #expect(commentary.joined().contains(reason)) }
    }

    @Test(arguments: Format.allCases) func numbersMayStandInAColumnOfTheirOwn(_ format: Format) {
        func split(_ text: String) -> (String, String) {
            let parts = text.split(separator: "　", maxSplits: 1).map(String.init)
            return parts.count == 2 && parts[0].hasSuffix("条") ? (parts[0], parts[1]) : ("", text)
        }
        let rows = zip(old, new).dropFirst().map { old, new in
            [split(new.isEmpty ? old : new).0, split(old).1, split(new).1]
        }
        let regulation = regulation([["条次", "修订前", "修订后"]] + rows, format)
        let texts = regulation.articles.map { regulation.fullText($0) }
        #expect(texts.count == 4 && texts[0].contains("保障人身安全") && texts[3].contains("2025年"), "\(texts)")
        #expect(Soundness(regulation).faults == [])
    }

    @Test(arguments: Format.allCases) func wordsAboutAnArticleAreNotItsText(_ format: Format) {
        var amended = new
        amended[2] = "（不变）"
        amended[3] = "（刪除）"
        let regulation = regulation([["修订前", "修订后"]] + zip(old, amended).map { [$0, $1] }, format)
        expectNew(regulation, format)
        #expect(regulation.diagnostics.contains { $0.message.contains("(rows: 1), the text beside it is read") })
    }

    @Test(arguments: Format.allCases) func withoutHeadingsTheFirstVersionIsRead(_ format: Format) {
        let regulation = regulation(zip(old, new).dropFirst().map { [$0, $1] }, format)
        #expect(regulation.articles.map { regulation.fullText($0) }.joined().contains("禁止犬只入市"))
        #expect(regulation.articles.count == 4)
        let told = regulation.diagnostics.filter { $0.id == .structureFurtherAct }
        #expect(told.count == 1 && told[0].message.contains("the first version"))
    }

    @Test func englishHeadingsAreWholeWords() {
        func act(_ headings: String) -> Regulation {
            let rows = [
                headings, "| Article 1 Dogs shall be registered. | Article 1 Dogs and cats shall be registered. |",
                "| Article 2 Dogs stay outside. | Article 2 Cats stay outside. |",
            ]
            let text = "# Rules on Pets\n\n\(rows[0])\n|---|---|\n\(rows[1])\n\(rows[2])\n"
            return RegulationParser.parse(Array(text.utf8), name: "a.md", id: "a")
        }
        func first(_ headings: String) -> String {
            let regulation = act(headings)
            return regulation.articles.first.map { regulation.fullText($0) } ?? ""
        }
        #expect(first("| Current text | Amended text |") == "Dogs and cats shall be registered.")
        #expect(first("| Household registration | Threshold |") == "Dogs shall be registered.")
    }

    @Test func longHeadingsAreShortenedInMessages() {
        let long = String(repeating: "修订后", count: 400)
        let regulation = regulation([["修订前", long]] + zip(old, new).map { [$0, $1] }, .page)
        let told = regulation.diagnostics.first { $0.id == .structureFurtherAct }
        #expect((told?.message.count ?? 0) < 400 && told?.message.contains("修订后") == true)
    }

    @Test func titlesMayHeadTheColumns() {
        let page = """
            <p>首页</p><table><tr><td>甲市养犬管理条例</td><td>Regulations of Jia City on Dogs</td></tr>
            <tr><td>第一条　养犬应当登记。</td><td>Article 1 Dogs shall be registered.</td></tr>
            <tr><td>第二条　禁止犬只入市。</td><td>Article 2 Dogs shall not enter markets.</td></tr>
            <tr><td>第三条　本条例自公布之日起施行。</td><td>Article 3 These Regulations take effect upon promulgation.</td></tr>
            </table>
            """
        let regulation = RegulationParser.parse(Array(page.utf8), name: "a.html", id: "a")
        #expect(regulation.title == "甲市养犬管理条例" && regulation.articles.count == 3)
        #expect(regulation.parts.contains { $0.kind == .furtherAct })
    }

    @Test func cellsThatReachDownMoveThoseBesideThem() {
        let page = """
            <h1>甲市养犬管理条例</h1><table><tr><td>章</td><td>修正前</td><td>修正后</td></tr>
            <tr><td rowspan=3>总则</td><td>第一条　甲甲甲。</td><td>第一条　乙乙乙。</td></tr>
            <tr><td>第二条　甲甲。</td><td>第二条　乙乙。</td></tr>
            <tr><td>第三条　甲。</td><td>第三条　乙。</td></tr></table>
            """
        let regulation = RegulationParser.parse(Array(page.utf8), name: "a.html", id: "a")
        #expect(regulation.articles.map { regulation.fullText($0) } == ["乙乙乙。", "乙乙。", "乙。"])
        #expect(Soundness(regulation).faults == [])
    }

    @Test(.timeLimit(.minutes(1)), arguments: Format.allCases) func manyRowsAndCellsTakeNoLongTime(_ format: Format) {
        let long = Array(repeating: ["甲乙丙。", ""], count: 20_000) + [["第一条　甲。", "第一条　乙。"], ["第二条　甲。", "第二条　乙。"]]
        let wide = Array(repeating: Array(repeating: "第一条　甲。", count: 4_000), count: 3)
        for rows in [long, wide] { #expect(Soundness(regulation(rows, format)).faults == []) }
    }

    @Test(.timeLimit(.minutes(1))) func manyRowsOfHyphensTakeNoLongTime() {
        let text = "# 甲\n" + String(repeating: "|-|\n", count: 100_000) + "| 第一条　甲。 |\n"
        #expect(Soundness(RegulationParser.parse(Array(text.utf8), name: "a.md", id: "a")).faults == [])
    }

    @Test(arguments: [Format.word, .page]) func aTableThatHoldsDataStaysOne(_ format: Format) {
        let rows = [
            ["违法行为", "依据", "罚款"], ["不登记", "第八条", "二百元"], ["不免疫", "第九条", "五百元"], ["伤人", "第十条", "一千元"],
        ]
        let text = String(decoding: regulation(rows, format).source.bytes, as: UTF8.self)
        #expect(text.contains("不登记\t第八条\t二百元"))
    }
}
