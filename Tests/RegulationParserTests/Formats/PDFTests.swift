import RegulationModel
import Testing

@testable import RegulationParser

@Suite("PDF") struct PDFTests {
    private func text(_ layout: String) -> ExtractedText { PDFLayout(Array(layout.utf8)).text() }

    private func body(_ layout: String) -> String {
        let text = text(layout)
        let end = text.outside.first?.span.start ?? text.bytes.count
        return String(decoding: text.bytes[..<end], as: UTF8.self)
    }

    @Test func joinsLinesBrokenAtAWidthWhereParagraphsAreSetIn() {
        let layout = """
                第一条 为了规范路灯的管理，保障城市居民的出行安全，根据
            有关法律、法规的规定，结合本市实际，制定本办法。本办法所称
            第三条所列路灯，不包括临时设置的路灯。
                第二条 路灯按照下列时间开启：
                （一）夏季晚八时；
                （二）冬季晚六时。
            """
        #expect(
            body(layout) == """
                第一条 为了规范路灯的管理，保障城市居民的出行安全，根据有关法律、法规的规定，结合本市实际，制定本办法。本办法所称第三条所列路灯，不包括临时设置的路灯。
                第二条 路灯按照下列时间开启：
                （一）夏季晚八时；
                （二）冬季晚六时。

                """)
    }

    @Test func joinsEnglishLinesWithoutIndents() {
        let layout = """
            Article 1 These Measures are formulated in order to regulate street lamps, protect the safety of
            residents and, in accordance with relevant laws, promote the economical use of electricity in the
            city.

            Article 2 Lamps are lit:
            (a) at sunset;
            (b) in fog.
            """
        #expect(
            body(layout) == """
                Article 1 These Measures are formulated in order to regulate street lamps, protect the safety of \
                residents and, in accordance with relevant laws, promote the economical use of electricity in the city.

                Article 2 Lamps are lit:
                (a) at sunset;
                (b) in fog.

                """)
    }

    /// The number of a provision has its own line and may stand at the edge of many pages.
    @Test func numbersOfProvisionsAreNoRunningHeads() {
        let pages = (1...4).map { "第 \($0 * 2) 條\n路燈應依規定時間開啟。\n甲\n第 \($0 * 2 + 1) 條\n路燈由市政府管理。" }
        let text = text(pages.joined(separator: "\u{C}"))
        #expect(text.outside.isEmpty && body(pages.joined(separator: "\u{C}")).contains("第 4 條"))
    }

    @Test func ofTwoPagesTheSameFirstLineIsAHead() {
        let pages = ["甲市法规汇编\n第一条 路灯应当按照规定的时间开启，由市政府", "甲市法规汇编\n管理。\n第二条 本办法施行。"]
        #expect(!body(pages.joined(separator: "\u{C}")).contains("汇编"))
    }

    @Test func anEnglishSentenceGoesOnWithWhatItCites() {
        let layout = """
            Article 1 These Measures are formulated in accordance with the provisions of
            Article 56 of the Lamps Act, and the share of lamps shall be no more than the
            20% of them that the city owns.
            Article 2 Lamps are lit at sunset and in fog, and they are switched off at sunrise.
            """
        #expect(body(layout).split(separator: "\n").count == 2)
    }

    /// Titles stand in large characters: they break anywhere, and blank lines stand between.
    @Test(arguments: [
        ("甲市路灯管理条\n         例", "甲市路灯管理条例"),
        ("中 华 人 民 共 和 国 路 灯 安 全\n\n                     法", "中华人民共和国路灯安全法"),
        ("中华人民共和国全国人民代表大\n       会和地方\n  各级人民代表大会选举法", "中华人民共和国全国人民代表大会和地方各级人民代表大会选举法"),
        ("最高人民法院关于审理路灯纠纷案件适用法\n     律若干问题的解释（三）", "最高人民法院关于审理路灯纠纷案件适用法律若干问题的解释（三）"),
        ("外国路灯企业驻华代\n    表机构管理条例", "外国路灯企业驻华代表机构管理条例"),
        ("人民检察院路灯监督规则\n     （试行）", "人民检察院路灯监督规则（试行）"),
        ("国务院令\n  路灯管理条例", "国务院令"),
        ("甲市路灯管理条例\n（2020 年 1 月 1 日甲市人民代表大会常务委员会通过）", "甲市路灯管理条例"),
    ])
    func titlesOnSeveralLinesAreOne(_ layout: String, _ first: String) {
        let lines = body(layout + "\n\n    第一条 路灯应当在日落时开启。\n").split(separator: "\n")
        #expect(lines.first.map(String.init) == first)
    }

    @Test func theTitleBelowAHeadThatRepeatsItStays() {
        let pages = (1...4).map { number in
            "甲市路灯管理条例\n\n" + (number == 1 ? "     甲市路灯管理条例\n" : "") + "    第\(number)条 路灯应当在日落时开启。\n"
        }
        let text = text(pages.joined(separator: "\u{C}"))
        let heads = String(decoding: text.bytes[(text.outside.first?.span.start ?? 0)...], as: UTF8.self)
        #expect(body(pages.joined(separator: "\u{C}")).hasPrefix("甲市路灯管理条例\n"))
        #expect(heads.split(separator: "\n").count == 4)
    }

    @Test func linesSetFarApartAreJoined() {
        let lines = [
            "    第一条 为了规范路灯的管理，保障城市居民的出行安全，根据", "有关法律、法规的规定，结合本市实际，制定本办法。",
            "    第二条 路灯应当在日落时开启，在日出时关闭，有雾的时候全", "天开启，节日期间按照市人民政府的规定延长开启的时间，并且", "由主管部门公布。",
            "    第三条 市人民政府主管路灯的部门负责路灯的管理，区人民政", "府负责本区路灯的巡查，发现损坏的，应当及时告知主管部门安", "排修理。",
            "    第四条 任何单位和个人不得损坏路灯，不得在路灯上悬挂物品", "，不得擅自迁移路灯。",
        ]
        let paragraphs = body(lines.joined(separator: "\n\n")).split(separator: "\n")
        #expect(paragraphs.count == 4 && paragraphs.allSatisfy { $0.hasPrefix("第") && $0.hasSuffix("。") })
    }

    @Test func aHeadingAtTheTopOfAPageEndsTheArticleBefore() {
        let layout = """
                第一条 用人单位和劳动者对路灯的管理协商一致的，各执一份
            协议，并且报市人民政府主管部门备案，协议未备案的，一律无
            效，由主管部门责令改正，用人单位和劳动者各执协议一份归档。
            \u{C}第二章 路灯管理协议的解除和终止以及有关法律责任的承担
                第二条 协议可以解除。
            """
        #expect(body(layout).split(separator: "\n").contains("第二章 路灯管理协议的解除和终止以及有关法律责任的承担"))
    }

    @Test func takesHeadsAndPageNumbersOutOfTheSentence() {
        let pages = (1...4).map { page in
            """
                          某市人民政府公报  2020年第\(page)期

                第\(["一", "二", "三", "四"][page - 1])条 路灯的设置应当符合城市规划，并且由市政管理部门按照
            本办法的规定报告本级人民政府，在
                                     - \(page) -
            """
        }
        let text = text(pages.joined(separator: "\u{0C}"))
        let outside = text.outside.map { String(decoding: text.bytes[$0.span.range], as: UTF8.self) }
        #expect(text.outside.map(\.kind) == [.runningHead])
        #expect(outside.first?.contains("某市人民政府公报 2020年第3期") == true)
        #expect(outside.first?.contains("- 4 -") == true)
        #expect(body(pages.joined(separator: "\u{0C}")).contains("公报") == false)
    }

    @Test func closesUpLinesThatAreSpread() {
        #expect(body("   第   一   条   为   规   范   公   证 ，\n保 障 公 证 机 构 履 行 职 责 。\n").hasPrefix("第一条为规范公证，"))
        #expect(body("第 一 条        为 规 范 公 证 ， 制 定 本 法 。\n") == "第一条 为规范公证，制定本法。\n")
    }

    @Test func aPictureOfPagesIsNoText() {
        var options = ReadingOptions()
        options.pdfText = { _, _ in .success([0x0C, 0x0C, 0x0A]) }
        let regulation = RegulationParser.parse(Array("%PDF-1.4".utf8), name: "scan.pdf", id: "scan", options: options)
        #expect(regulation.diagnostics.map(\.id) == [.formatUnread])
        #expect(regulation.diagnostics.first?.message.contains("OCR") == true)
    }

    @Test func whatTheProgramSaysIsSaid() {
        for isRefusal in [false, true] {
            var options = ReadingOptions()
            options.pdfText = { _, _ in .failure(PDFFailure("It has a password.", isRefusal: isRefusal)) }
            let regulation = RegulationParser.parse(Array("%PDF-1.4".utf8), name: "a.pdf", id: "a", options: options)
            #expect(regulation.diagnostics.map(\.message) == ["It has a password."])
            #expect(regulation.diagnostics.map(\.id) == [isRefusal ? .formatLimit : .formatUnread])
        }
    }
}
