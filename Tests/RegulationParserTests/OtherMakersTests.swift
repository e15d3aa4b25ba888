import Foundation
import RegulationModel
import RegulationParser
import Testing

/// Forms that pages of other makers have: what a browser shows as the act is read, what the page adds is not.
@Suite("Pages of other makers") struct PageFormTests {
    private static let articles = [
        "第一条　为了规范养犬行为，制定本条例。", "第二条　中华人民共和国公民在本市养犬，适用本条例。", "第三条　公安机关主管养犬工作。",
        "第四条　本条例自2020年7月1日起施行。",
    ]

    private func parse(_ body: String, name: String = "page.html") -> Regulation {
        RegulationParser.parse(
            Array("<!DOCTYPE html><html><head><meta charset=utf-8></head><body>\(body)</body></html>".utf8), name: name,
            id: "page")
    }

    private func paragraphs(_ articles: [String] = articles) -> String { articles.map { "<p>\($0)</p>" }.joined() }

    private func numbers(_ regulation: Regulation) -> [Int] { regulation.articles.map { $0.number.ordinal } }

    private func text(_ provision: Provision?, of regulation: Regulation) -> String {
        provision.map { regulation.fullText($0) } ?? ""
    }

    @Test func theMarksOfALineEndWithIt() {
        let rows = ["中央法規之制定，依本法之規定。", "法律得定名為法。", "第二條規定者，不適用之。", "本法自公布日施行。"].enumerated().map {
            "<div class=row><div class=no><a href=x>第 \($0 + 1) 條</a></div><div class=data>\($1)</div></div>"
        }
        let regulation = parse("<h1>甲市養犬法</h1><div>\(rows.joined())</div>")
        #expect(numbers(regulation) == [1, 2, 3, 4])
        #expect(text(regulation.articles.first, of: regulation) == "中央法規之制定，依本法之規定。")
    }

    @Test(arguments: ["<p><font face=x>", "<div>"]) func tagsThatAreNotClosedLoseNoArticle(_ tag: String) {
        let body = (1...10).map { "\(tag)第\(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][$0 - 1])条　甲。" }
        #expect(numbers(parse("<h1>甲市养犬条例</h1>" + body.joined())) == Array(1...10))
    }

    @Test func anActShownTwiceIsReadOnce() {
        let act = paragraphs([
            "第一章　总则", Self.articles[0], Self.articles[1], "第二章　附则", Self.articles[2], Self.articles[3],
        ])
        let regulation = parse("<h1>甲市养犬条例</h1><div class=wide>\(act)</div><div class=phone>\(act)</div>")
        #expect(numbers(regulation) == [1, 2, 3, 4])
        #expect(regulation.groupings.count == 2)
    }

    @Test(arguments: [
        "<p>[打印] [收藏] [关闭]</p>", "<p>返回顶部</p>", "<p>相关附件：</p><p>甲市养犬条例.doc</p>", "<p>扫描二维码，关注我们</p>",
        "<p>记者 张三 通讯员 李四</p>",
        "<h3>Share this:</h3><p>Facebook Twitter</p>", "<p>网友评论</p><p>写得好。</p>", "<p>初审：张三 终审：李四</p>",
    ])
    func whatThePageAddsBehindTheLastArticleStaysOutside(_ tail: String) {
        let regulation = parse("<h1>甲市养犬条例</h1><div>\(paragraphs())\(tail)</div>")
        #expect(text(regulation.articles.last, of: regulation) == "本条例自2020年7月1日起施行。")
        #expect(Soundness(regulation).faults == [])
    }

    @Test func theLastArticleKeepsItsOwnParagraphsPointsAndAnnex() {
        let list = "<p>下列规定同时废止：</p><ul><li>（一）《甲市限制养犬规定》；</li><li>（二）《甲市犬类管理办法》。</li></ul>"
        let regulation = parse(
            "<h1>甲市养犬条例</h1><div>\(paragraphs())\(list)<p>附件：收费标准</p><p>每只每年一百元</p><p>【打印】【关闭】</p></div>")
        let last = text(regulation.articles.last, of: regulation)
        #expect(last.contains("甲市限制养犬规定") && last.contains("甲市犬类管理办法") && !last.contains("打印"))
        let annex = regulation.parts.first { $0.kind == .annex }
        #expect(annex.map { regulation.source.string($0.span).contains("每只每年一百元") } == true)
    }

    @Test func aTableBehindTheActBelongsToIt() {
        let rows = [("类别", "费用"), ("大型犬", "一百元"), ("小型犬", "五十元")].map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }
        let regulation = parse("<h1>甲市养犬条例</h1><div>\(paragraphs())<p>收费标准表</p><table>\(rows.joined())</table></div>")
        let residue = regulation.parts.filter { $0.kind == .siteResidue }.map { regulation.source.string($0.span) }
        #expect(residue.allSatisfy { !$0.contains("大型犬") && !$0.contains("收费标准表") })
    }

    @Test func aMenuOfNumbersAndACommentThatQuotesAreNoArticles() {
        let menu = ["第一条", "第二条", "第三条", "第四条"].map { "<li>\($0)</li>" }.joined()
        let comment = "<div><h2>2 thoughts</h2><p>第二条 不清楚。</p></div>"
        let regulation = parse("<ul>\(menu)</ul><h1>甲市养犬条例</h1><div>\(paragraphs())\(comment)</div>")
        #expect(numbers(regulation) == [1, 2, 3, 4])
        #expect(regulation.articles.map { text($0, of: regulation) } == Self.articles.map { String($0.dropFirst(4)) })
    }

    /// 第三百条 for 第三十条: what follows is no quotation.
    @Test func aWrongNumberNearTheEndLosesNoArticle() {
        let articles = ["第一条　甲。", "第二条　乙。", "第三条　丙。", "第四百条　丁。", "第五条　戊。", "第六条　己。"]
        #expect(numbers(parse("<h1>甲市养犬条例</h1><div>\(paragraphs(articles))</div>")) == [1, 2, 3, 400, 5, 6])
    }

    @Test func linesThatStandBelowEveryArticleAreNoText() {
        let body = Self.articles.enumerated().map { "<p>\($1)</p><div>相关案例 \($0) 期刊</div>" }
        let regulation = parse("<h1>甲市养犬条例</h1>" + body.joined())
        #expect(regulation.articles.allSatisfy { !text($0, of: regulation).contains("期刊") })
    }

    @Test(arguments: [
        ("<h1>《甲市养犬条例》（全文）</h1>", "甲市养犬条例"), ("<h1>甲市养犬条例-甲市司法局</h1>", "甲市养犬条例"),
        ("<h1>甲市养犬条例 | 甲市司法局官网</h1>", "甲市养犬条例"), ("<h1>甲市人民代表大会常务委员会<br>关于养犬管理的规定</h1>", "甲市人民代表大会常务委员会关于养犬管理的规定"),
        ("<h1>关于修改《甲市养犬条例》的决定</h1>", "关于修改《甲市养犬条例》的决定"),
    ])
    func aTitleIsReadWithoutWhatThePagePutsAroundIt(_ heading: String, _ title: String) {
        #expect(parse(heading + "<div class=c>\(paragraphs())</div>").title == title)
    }

    @Test func toolsBetweenArticlesAreNoText() {
        let body = Self.articles.map { "<p>\($0)</p><div><span>复制</span> <span>收藏</span></div><div>广告</div>" }
        let regulation = parse("<h1>甲市养犬条例</h1>" + body.joined())
        #expect(numbers(regulation) == [1, 2, 3, 4] && regulation.groupings.isEmpty)
        #expect(regulation.articles.allSatisfy { !text($0, of: regulation).contains("复制") })
    }

    @Test(arguments: [
        "<a href=\"javascript:copy()\">[复制]</a>", "<a onclick=copy()>【复制】【分享】</a>", "<a href=x>复制</a>",
    ])
    func toolsBehindTheTextOfALineAreNoText(_ tool: String) {
        let body = Self.articles.map { "<p>\($0) \(tool)</p>" }.joined()
        let regulation = parse("<h1>甲市养犬条例</h1>" + body)
        #expect(!regulation.articles.contains { text($0, of: regulation).contains("复制") })
        let told = regulation.diagnostics.filter { $0.id == .pageHiddenText }
        #expect(told.count == 1 && told[0].message.hasSuffix("and \(Self.articles.count - 1) more like it."))
        #expect(Soundness(regulation).faults == [])
    }

    @Test func linksInASentenceStayText() {
        let regulation = parse(
            "<h1>甲市养犬条例</h1><p>第一条　网站应当提供<a href=x>下载</a>和<a href=x>打印</a>。</p><p>第二条　见<a href=x>《乙法》</a>。</p><p>第三条　丙。</p>"
        )
        #expect(text(regulation.articles.first, of: regulation) == "网站应当提供下载和打印。")
        #expect(text(regulation.articles[1], of: regulation) == "见《乙法》。")
    }

    @Test func listsOfASavedWordPageKeepTheirMarks() {
        let list = ["虐待犬只；", "遗弃犬只。"].enumerated().map {
            "<p class=MsoNormal><![if !supportLists]>（\(["一", "二"][$0])）<![endif]>\($1)</p>"
        }
        let regulation = parse(
            "<h1>甲市养犬条例</h1>" + paragraphs([Self.articles[0], "第二条　禁止下列行为："]) + list.joined()
                + paragraphs([Self.articles[2]]))
        #expect(regulation.articles[1].children.first?.children.count == 2)
        #expect(!regulation.source.string(regulation.source.span).contains("supportLists"))
    }

    @Test func chaptersThatAPageOpensOneByOneAreRead() {
        let hidden = "<div style='display:none'>\(paragraphs(["第五条　甲。", "第六条　乙。", "第七条　丙。"]))</div>"
        let regulation = parse("<h1>甲市养犬条例</h1><div>\(paragraphs())\(hidden)</div>")
        #expect(numbers(regulation) == Array(1...7))
        #expect(regulation.diagnostics.contains { $0.id == .pageHiddenText })
    }

    @Test func aPageThatShowsNothingBeforeItsScriptRanIsRead() {
        let items = ["一、将第一条修改为：“为了规范养犬行为，制定本办法。”", "二、删去第二条，原第三条改为第二条。", "三、第三条增加一款：“养犬应当登记。”", "本决定自2020年7月1日起施行。"]
        let regulation = parse(
            "<div style='visibility:hidden'><p>甲市人民政府关于修改《甲市养犬管理办法》的决定</p>\(paragraphs(items))</div>")
        #expect(regulation.title.hasSuffix("的决定") && regulation.articles.count == 3)
    }

    @Test(arguments: ["法規名稱：</th><td><a href=x>甲市養犬自治條例</a> <a href=y>EN</a>", "标　题：</th><td>甲市養犬自治條例"])
    func theTitleStandsBehindItsLabel(_ cell: String) {
        let table =
            "<header><h1><a href=/>全國法規資料庫</a></h1></header><table><tr><th>\(cell)</td></tr><tr><th>修正日期：</th><td>2020年1月1日</td></tr></table>"
        #expect(parse(table + "<div>\(paragraphs())</div>").title == "甲市養犬自治條例")
    }

    @Test func whatIsStruckOutIsLeftOutAndTold() {
        let regulation = parse(
            "<h1>甲市养犬条例</h1>"
                + paragraphs([
                    "第一条　由<del>公安部门</del><ins>公安机关</ins>负责。", "第二条　养<ruby>犬<rt>quǎn</rt></ruby>应当登记。", Self.articles[2],
                ]))
        #expect(text(regulation.articles[0], of: regulation) == "由公安机关负责。")
        #expect(text(regulation.articles[1], of: regulation) == "养犬应当登记。")
        #expect(regulation.diagnostics.contains { $0.id == .pageHiddenText && $0.message.contains("公安部门") })
    }

    @Test func theActInAFrameOfASavedPageIsFound() {
        let message = """
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary="x"

            --x
            Content-Type: text/html; charset=utf-8

            <html><body><iframe src="cid:a"></iframe></body></html>
            --x
            Content-Type: text/html; charset=utf-8
            Content-ID: <a>

            <html><body><h1>甲市养犬条例</h1>\(paragraphs())</body></html>
            --x--
            """
        let regulation = RegulationParser.parse(Array(message.utf8), name: "page.mht", id: "page")
        #expect(numbers(regulation) == [1, 2, 3, 4])
    }

    private func gb18030(_ text: String) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", "GB18030", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    @Test(arguments: ["iso-8859-1", "windows-1252", "big5"]) func bytesThatSpeakAgainstTheirLabelAreHeard(
        _ label: String
    ) throws {
        let page = "<html><head><meta charset=\(label)></head><body><h1>甲市养犬条例</h1>\(paragraphs())</body></html>"
        let bytes = try gb18030(page)
        let regulation = RegulationParser.parse(Array(bytes), name: "page.html", id: "page")
        #expect(numbers(regulation) == [1, 2, 3, 4])
        #expect(regulation.diagnostics.contains { $0.id == .encodingContradicted })
    }

    @Test func theDatesOfANoticeAreWhatItsWordsSay() {
        let text = """
            甲市人民代表大会常务委员会公告
            第31号
            《甲市养犬条例》已由甲市第十五届人民代表大会常务委员会第二十二次会议于2020年6月5日通过，现予公布，自2020年7月1日起施行。
            甲市人民代表大会常务委员会
            2020年6月8日
            甲市养犬条例
            """ + "\n" + Self.articles.joined(separator: "\n")
        let dates = RegulationParser.parse(Array(text.utf8), name: "a.txt", id: "a").dates
        #expect(dates.adopted?.text == "2020-06-05" && dates.issued?.text == "2020-06-08")
        #expect(dates.effective?.text == "2020-07-01")
    }
}

/// Files of other makers in other formats.
@Suite("Titles and versions") struct TitleFormTests {
    private func parse(_ text: String) -> Regulation {
        RegulationParser.parse(Array(text.utf8), name: "a.txt", id: "a")
    }

    private static let body = "\n第一条　甲。\n第二条　乙。\n第三条　丙。\n"

    @Test(arguments: [
        ("中华人民共和国\n海洋环境保护法", "中华人民共和国海洋环境保护法"), ("江苏省公安机关\n警务辅助人员管理条例", "江苏省公安机关警务辅助人员管理条例"),
        ("最高人民法院关于修改《关于审理食品纠纷案件若干问题的\n规定》的决定", "最高人民法院关于修改《关于审理食品纠纷案件若干问题的规定》的决定"),
        // What stands above a title and is none of it.
        ("甲市人民政府\n甲市养犬管理办法", "甲市养犬管理办法"), ("江苏省地方性法规\n养犬管理条例", "养犬管理条例"), ("甲市第12号公报\n养犬管理条例", "养犬管理条例"),
    ])
    func aTitleMayTakeTwoLines(_ head: String, _ title: String) {
        #expect(parse(head + "\n" + Self.body).title == title)
    }

    @Test func anEnglishTitleMayTakeTwoLines() {
        let text =
            "Measures of Jilin Province for\nthe Administration of Dogs\n\nArticle 1 One.\nArticle 2 Two.\nArticle 3 Three.\n"
        #expect(parse(text).title == "Measures of Jilin Province for the Administration of Dogs")
    }

    private static let chinese = ["第一条　为了规范养犬行为，制定本条例。", "第二条　公民在本市养犬，适用本条例。", "第三条　公安机关主管养犬工作。", "第四条　本条例自公布之日起施行。"]
    private static let english = [
        "Article 1: These Measures are formulated to regulate the keeping of dogs.",
        "Article 2: These Measures apply within the city.",
        "Article 3: Public security organs are in charge.", "Article 4: These Measures shall come into force.",
    ]

    @Test(arguments: ["behind", "before", "beside"]) func aVersionInAnotherLanguageStandsOutside(_ place: String) {
        let (titles, own, other) = (("甲市养犬管理条例", "Measures on Dog Keeping"), Self.chinese, Self.english)
        let lines: [String] =
            switch place {
            case "behind": [titles.0] + own + [titles.1] + other
            case "before": [titles.1] + other + [titles.0] + own
            default: [titles.0, titles.1] + zip(own, other).flatMap { [$0, $1] }
            }
        let regulation = parse(lines.joined(separator: "\n"))
        #expect(regulation.articles.map { regulation.fullText($0) } == own.map { String($0.dropFirst(4)) })
        #expect(regulation.diagnostics.count { $0.id == .structureFurtherAct } == 1)
        #expect(Soundness(regulation).faults == [])
    }

    @Test func numbersOfPagesStandInNoArticle() {
        let text = "甲市养犬条例\n第一条 甲。\n— 1 —\n第二条 乙，\n- 2 -\n丙。\n第三条 丁。\n第 3 页\n"
        let regulation = parse(text)
        #expect(regulation.articles.map { regulation.fullText($0) } == ["甲。", "乙，丙。", "丁。"])
        let heads = regulation.parts.filter { $0.kind == .runningHead }.map { regulation.source.string($0.span) }
        #expect(heads == ["— 1 —\n- 2 -\n第 3 页\n"])
        #expect(regulation.articles.last.map { regulation.source.position(at: $0.span.start).line } == 7)
        #expect(Soundness(regulation).faults == [])
    }

    /// Lines broken at a width: one that is not set in goes on, though the line above it ends a sentence.
    @Test func whereParagraphsAreSetInOtherLinesGoOn() {
        let line = "为了规范养犬行为，保障公民人身安全，维护社会公共秩序和市容环境卫"
        let articles = ["一", "二", "三", "四"].map { number in
            "　　第\(number)条　\(line)\n生，制定本条例。\n没有规定的，依照有关法律、法规的规定办理，具体办法由市人民政府另\n行规定。\n　　第二款的内容在此。"
        }
        let regulation = parse("甲市养犬条例\n" + articles.joined(separator: "\n") + "\n")
        #expect(regulation.articles.map(\.children.count) == [2, 2, 2, 2])
    }

    @Test(arguments: ["：", "、", "."]) func aSignBehindTheNumberIsNoText(_ sign: String) {
        let regulation = parse("第一条\(sign)甲。\n第二条\(sign)乙。\n第三条\(sign)丙。\n")
        #expect(regulation.articles.map { regulation.fullText($0) } == ["甲。", "乙。", "丙。"])
    }

    @Test(arguments: [("3A.", 1), ("3B", 2), ("Art. 3-bis", 1), ("3-ter", 2)]) func insertedNumbersOfMarkupAreBranches(
        _ number: String, _ branch: Int
    ) {
        let sections = [("1.", "One"), ("2.", "Two"), ("3.", "Three"), (number, "More")].map {
            "<section><num>\($0)</num><content><p>\($1).</p></content></section>"
        }
        let text =
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\"><meta/><body>\(sections.joined())</body></act></akomaNtoso>"
        let regulation = RegulationParser.parse(Array(text.utf8), name: "a.xml", id: "a")
        #expect(regulation.articles.map(\.eId.text) == ["art_1", "art_2", "art_3", "art_3-\(branch)"])
        #expect(!regulation.diagnostics.contains { $0.id == .numberingDuplicate })
    }

    /// A translation between the paragraphs of one article would cut it.
    @Test func paragraphsBehindATranslationAreNotCutOff() {
        let lines = zip(Self.chinese, Self.english).flatMap { [$0, $1, "第二款的内容应当保留。"] }
        let regulation = parse(lines.joined(separator: "\n"))
        #expect(regulation.articles.allSatisfy { regulation.fullText($0).contains("第二款的内容应当保留。") })
    }
}

/// Markdown as editors and converters write it.
@Suite("Markdown of other makers") struct MarkdownFormTests {
    private func parse(_ text: String) -> Regulation { RegulationParser.parse(Array(text.utf8), name: "a.md", id: "a") }

    private func act(_ second: String) -> String {
        "# 甲市养犬管理条例\n\n第一条 为了管理，制定本条例。\n\n\(second)\n\n第三条 本条例自2020年5月1日起施行。\n"
    }

    @Test(arguments: [
        ("&nbsp;&nbsp;**第二条** 市公安局&mdash;负责&#30331;记。", "市公安局—负责登记。"),
        ("**第二条**&emsp;依照[《动物防疫法》](https://x.y/z \"法\")**加强**管理[^1]。", "依照《动物防疫法》加强管理。"),
        ("第二条 由<strong>公安局</strong>*负责*`登记`<!-- 注 -->。", "由公安局负责登记。"),
        ("第二条 收费\\*100元\\*，面积3 * 4米，~~旧~~。", "收费*100元*，面积3 * 4米，旧。"),
        ("第二条 见[目录][a]。\n\n[a]: https://x.y", "见目录。"), ("第二条 甲。\n\n***", "甲。"),
        ("第二条 ![图](a.png)甲[1]和C&A、a<b。", "甲[1]和C&A、a<b。"),
    ])
    func marksAreNoText(_ article: String, _ text: String) {
        let regulation = parse(act(article))
        #expect(regulation.articles.count == 3)
        #expect(regulation.articles[1].children.first.map { regulation.fullText($0) } == text)
        #expect(regulation.dates.effective?.text == "2020-05-01" && Soundness(regulation).faults == [])
    }

    @Test(arguments: ["\\(一\\) 无证养犬；\n\n\\(二\\) 遛犬不牵绳。", "1\\. 无证养犬；\n\n2\\. 遛犬不牵绳。", "1. 无证养犬；\n1. 遛犬不牵绳。"])
    func escapedAndCountedPointsArePoints(_ list: String) {
        let regulation = parse(act("第二条 有下列情形之一的，处罚：\n\n\(list)"))
        #expect(regulation.articles[1].children.first?.children.map(\.number.ordinal) == [1, 2])
    }

    @Test func aBreakIsALineOfItsOwn() {
        let regulation = parse(act("第二条 有下列情形之一的，处罚：\\\n（一）无证养犬；<br>（二）遛犬不牵绳。"))
        #expect(regulation.articles[1].children.first?.children.count == 2)
    }

    @Test func placesAreThoseOfTheFile() throws {
        let regulation = parse("# 甲市养犬管理条例\n\n**第一条** 甲&nbsp;\\*乙丙。\n\n第二条 丁。\n\n第三条 戊。\n")
        let text = String(decoding: regulation.source.bytes, as: UTF8.self)
        let place = try #require(text.range(of: "丙"))
        let position = regulation.source.position(at: text.utf8.distance(from: text.startIndex, to: place.lowerBound))
        #expect(position.line == 3 && position.column == 19)
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["](", "[", "<a", "`", "``", "{#", "&", "*", "**", "\\", "[^", "[a]:"])
    func signsThatAreNeverClosedCostLittle(_ sign: String) {
        let regulation = parse(act("第二条 甲" + String(repeating: sign, count: 50_000)))
        #expect(regulation.articles.count == 3 && Soundness(regulation).faults == [])
    }
}
