import ProvisionDiff
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

@Suite("Quotations of demands") struct DemandQuotationTests {
    private static func act(_ article: String) -> Regulation {
        RegulationParser.parse(Array("某市管理办法\n\n第一条 \(article)\n".utf8), name: "a", id: "a")
    }

    /// Where some words stand in an act.
    private static func span(_ words: String, _ act: Regulation) throws -> ByteSpan {
        let (bytes, sought) = (act.source.bytes, Array(words.utf8))
        let start = try #require((0...(bytes.count - sought.count)).first { bytes[$0...].starts(with: sought) })
        return ByteSpan(start, start + sought.count)
    }

    @Test func aPointStandsBehindWhatOpensItsList() throws {
        let act = Self.act("公园全年开放。游客在园内不得有下列行为，违者责令离园：\n（一）攀折花木；\n（二）投喂动物。")
        let point = try #require(act.provision(at: EId("art_1__para_1__list_1__point_2")))
        let text = DemandQuotation(regulation: act).text([point.span], at: point.eId, .item)
        #expect(text == "游客在园内不得有下列行为，违者责令离园：（二）投喂动物。")
    }

    @Test func aLongOpeningBeginsWithTheClauseThatAnnouncesTheList() throws {
        let start = "从事餐饮经营活动并且设有三个以上包间的单位和个体工商户"
        let act = Self.act("\(start)，有下列情形之一的，责令改正：\n（一）未分类投放的；\n（二）未设置容器的。")
        let point = try #require(act.provision(at: EId("art_1__para_1__list_1__point_1")))
        let text = DemandQuotation(regulation: act).text([point.span], at: point.eId, .item)
        #expect(text == "…有下列情形之一的，责令改正：（一）未分类投放的；")
    }

    @Test func anOpeningIsNeverQuotedWithAGapThatIsNotShown() throws {
        let long = "由其所在单位或者有管理权限的上级主管部门对直接负责的主管人员和其他直接责任人员依照有关规定给予处分并且予以公布"
        let act = Self.act("有下列行为之一的，\(long)，构成犯罪的，追究刑事责任：\n（一）伪造凭证的；\n（二）泄露信息的。")
        let point = try #require(act.provision(at: EId("art_1__para_1__list_1__point_2")))
        let text = DemandQuotation(regulation: act).text([point.span], at: point.eId, .item)
        #expect(text == "有下列行为之一的…：（二）泄露信息的。")
    }

    @Test func aValueStandsInItsClause() throws {
        let act = Self.act("申请人可以申请延期，但是应当在期满三十日前提出，并说明理由。")
        let value = try Self.span("三十日前", act)
        #expect(
            DemandQuotation(regulation: act).text([value], at: EId("art_1__para_1"), .valueMissing)
                == "但是应当在期满三十日前提出")
    }

    @Test func longWordsAreCutWhereAClauseEnds() throws {
        let clause = "由街道办事处会同有关单位组织实施并且将实施情况向社会公布接受监督"
        let act = Self.act("\(clause)，\(clause)，\(clause)，\(clause)，\(clause)。")
        let whole = try #require(act.provision(at: EId("art_1__para_1"))).span
        let text = DemandQuotation(regulation: act).text([whole], at: EId("art_1__para_1"), .paragraph)
        #expect(text == "\(clause)，\(clause)，\(clause)…")
    }

    @Test func anOrderIsReadWithWhatItsClauseBeginsWith() throws {
        let act = Self.act("建设用地应当符合规划。未经批准不得改变用途，违者处罚。")
        let order = try Self.span("不得改变用途", act)
        #expect(DemandQuotation(regulation: act).text([order], at: EId("art_1__para_1"), .ban) == "未经批准不得改变用途")
    }

    @Test func whoActsIsReadWithTheClauseAndEachClauseOnce() throws {
        let act = Self.act("市、县（市、区）水行政主管部门主管节约用水工作，区人民政府应当配合。")
        let spans = try ["市", "县（市、区）", "区人民政府"].map { try Self.span($0 == "市" ? "市、县" : $0, act) }
        #expect(
            DemandQuotation(regulation: act).text(spans, at: EId("art_1__para_1"), .levels)
                == "市、县（市、区）水行政主管部门主管节约用水工作；区人民政府应当配合")
    }

    /// An act in lines of twenty characters.
    private static let broken: String = {
        let articles = [
            "第一条 为了加强公园的建设和管理，改善生态和人居环境，根据有关法律、法规，结合本市实际，制定本办法。",
            "第二条 公园管理机构应当每年组织两次应急演练，并由主管部门责令改正发现的隐患。逾期不改正的，处以一千元以上五千元以下罚款；情节严重的，可以要求停止开放相关区域。",
            "第三条 公园管理机构应当合理设置休息、卫生、照明和无障碍设施，并做好日常维护和更新工作，保持各项设施完好整洁。",
            "第四条 本办法由市园林绿化主管部门负责解释并组织实施，自二〇二〇年一月一日起施行。",
        ]
        let lines = articles.flatMap { article in
            let letters = Array(article)
            return stride(from: 0, to: letters.count, by: 20).map { String(letters[$0..<min(letters.count, $0 + 20)]) }
        }
        return "某市公园管理办法\n\n" + lines.joined(separator: "\n") + "\n"
    }()

    @Test func wordsOnTwoLinesAreQuotedAsOneText() throws {
        let act = RegulationParser.parse(Array(Self.broken.utf8), name: "a", id: "a")
        let place = EId("art_2__para_1")
        let lines = try #require(act.provision(at: place)).text
        try #require(
            lines.map(act.source.string) == [
                "公园管理机构应当每年组织两次应急", "演练，并由主管部门责令改正发现的隐患。逾", "期不改正的，处以一千元以上五千元以下罚款", "；情节严重的，可以要求停止开放相关区域。",
            ])
        let quotation = DemandQuotation(regulation: act)
        let parts = [try Self.span("应急", act), try Self.span("演练", act)]
        #expect(quotation.text(parts, at: place, .words) == "应急演练")
        let order = try Self.span("应当每年组织两次应急\n演练", act)
        #expect(quotation.text([order], at: place, .duty) == "公园管理机构应当每年组织两次应急演练")
        #expect(quotation.text([try Self.span("两次", act)], at: place, .valueMissing) == "公园管理机构应当每年组织两次应急演练")
        let correction = try Self.span("隐患。逾\n期不改正的", act)
        #expect(quotation.text([correction], at: place, .sanctions) == "隐患。逾期不改正的")
    }

    @Test func anEnglishQuotationIsCutBetweenWords() throws {
        let words = String(repeating: "auxiliaries and ", count: 9)
        let text = "Measures of a City\n\nArticle 1 The \(words)others are divided into groups.\n"
        let act = RegulationParser.parse(Array(text.utf8), name: "a", id: "a")
        let whole = try #require(act.provision(at: EId("art_1__para_1"))).span
        let cut = DemandQuotation(regulation: act).text([whole], at: EId("art_1__para_1"), .paragraph)
        #expect(cut.hasSuffix("…") && ["auxiliaries…", "and…"].contains { cut.hasSuffix(" " + $0) }, "\(cut)")
    }
}
