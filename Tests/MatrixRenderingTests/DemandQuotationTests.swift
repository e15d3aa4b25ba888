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

    @Test func anEnglishQuotationIsCutBetweenWords() throws {
        let words = String(repeating: "auxiliaries and ", count: 9)
        let text = "Measures of a City\n\nArticle 1 The \(words)others are divided into groups.\n"
        let act = RegulationParser.parse(Array(text.utf8), name: "a", id: "a")
        let whole = try #require(act.provision(at: EId("art_1__para_1"))).span
        let cut = DemandQuotation(regulation: act).text([whole], at: EId("art_1__para_1"), .paragraph)
        #expect(cut.hasSuffix("…") && ["auxiliaries…", "and…"].contains { cut.hasSuffix(" " + $0) }, "\(cut)")
    }
}
