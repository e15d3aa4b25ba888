import RegulationModel
import Testing

@testable import ProvisionDiff

/// Demands and rows of pairs of acts that a drafter read; each was once told or paired wrongly.
@Suite("Rows and what they demand") struct RowDemandTests {
    private static func rows(_ base: [String], _ other: [String]) -> (ProvisionComparison, Regulation, Regulation) {
        let acts = (Texts.act("a", base), Texts.act("b", other))
        let rows = ProvisionComparer(base: acts.0, other: acts.1).compare([EId("art_1")], [EId("art_1")], links: [])
        return (rows, acts.0, acts.1)
    }

    private static func demands(_ base: String, _ other: String) -> [String] { demands([base], [other]) }

    private static func demands(_ base: [String], _ other: [String], doubtful: Bool = false) -> [String] {
        let (rows, one, two) = rows(base, other)
        let norms = NormComparison(
            base: NormComparison.Side(one, isMachine: false), other: NormComparison.Side(two, isMachine: false),
            renderings: .none)
        return norms.differences(rows, links: []).filter { $0.isDoubtful == doubtful }.map { difference in
            let before = difference.base.map(one.source.string).joined(separator: "；")
            let after = difference.other.map(two.source.string).joined(separator: "；")
            return "\(difference.reason.rawValue): \(before) → \(after)"
        }
    }

    @Test func aPointMeetsTheLongerOneThatHoldsIt() throws {
        let base = "有下列情形之一的，不得招聘：\n（一）曾受过刑事处罚的；\n（二）曾被开除公职的。"
        let other = "有下列情形之一的，不得招聘：\n（一）曾受过刑事处罚的；\n（二）被开除军籍的；\n（三）被国家机关、事业单位开除公职或者辞退的。"
        let acts = (Texts.act("a", [base]), Texts.act("b", [other]))
        let point = "art_1__para_1__list_1__point_"
        let links = [UnitLink(base: EId(point + "2"), other: EId(point + "3"), score: 0.5)]
        let rows = ProvisionComparer(base: acts.0, other: acts.1).compare([EId("art_1")], [EId("art_1")], links: links)
        let answer = rows.rows.first { $0.base?.eId == EId("art_1__para_1__list_1__point_2") }?.other
        #expect(answer.map { acts.1.source.flowed($0.text) } == "被国家机关、事业单位开除公职或者辞退的。", "\(rows.rows)")
    }

    @Test func aParagraphDividedInTwoIsReadWithItsOtherHalf() {
        let base = "遇有需要回避的，应当回避。当事人有权提出申请。\n前款规定的回避，由所在机关决定，并应当书面告知。"
        let other = "遇有需要回避的，应当回避。当事人有权提出申请。回避由所在机关决定，并应当书面告知。"
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("duty") })
    }

    @Test func anotherWordOfDutyInAListOfDutiesAddsNone() {
        let base = "应聘人员应当具备下列条件：\n（一）年满十八周岁；\n（二）具有大专以上文化程度。"
        let other = "应聘人员应当具备下列条件：\n（一）年满十八周岁；\n（二）文职人员应当具有大专以上文化程度。"
        #expect(Self.demands(base, other).isEmpty)
        #expect(!Self.demands(base, other.replacing("应当具有大专", with: "不得具有大专")).isEmpty)
    }

    @Test func aProcedureWrittenOutAsASentenceLosesOnlyWhatItDoesNotName() {
        let list = "招聘人员应当按照下列程序进行：\n（一）制定年度计划；\n（二）组织报名与资格审查；\n（三）体检；\n（四）公示拟聘用人员名单。"
        let found = Self.demands(list, "招聘人员应当按照自愿报名、资格审查、体检、公示等程序进行。").filter { $0.hasPrefix("item") }
        #expect(found.map { $0.contains("制定年度计划") } == [true], "\(found)")
    }

    @Test func anOrderOnOneSideIsQuotedWithWhatItOrders() {
        let found = Self.demands("养犬人办理登记。", "养犬人办理登记，并应当每年缴纳服务费。")
        #expect(found.contains("duty:  → 应当每年缴纳服务费"), "\(found)")
    }

    @Test func aBanThatStandsInAnotherArticleIsNotLost() throws {
        let base = ["工作人员不得从事下列工作：\n（一）审核案件；\n（二）单独执法或者以个人名义执法。", "工作人员依法履行职责。"]
        let other = ["工作人员不得从事下列工作：\n（一）审核案件。", "工作人员不得单独执法或者以个人名义执法。"]
        let (rows, _, _) = Self.rows(base, other)
        let moved = try #require(rows.rows.first { $0.state == .removed })
        #expect(moved.elsewhere.map(\.article) == [EId("art_2")])
        #expect(Self.demands(base, other).isEmpty)
    }

    @Test func wordsThatCloseManyListsStandNowhereElse() {
        let closing = "（二）法律、法规规定的其他不得从事的情形。"
        let base = ["下列工作不得从事：\n（一）审核案件；\n\(closing)", "下列工作不得委托：\n（一）登记；\n\(closing)"]
        let other = ["下列工作不得从事：\n（一）审核案件。", "下列工作不得委托：\n（一）登记；\n\(closing)"]
        let (rows, _, _) = Self.rows(base, other)
        #expect(rows.rows.filter { $0.state == .removed }.map(\.elsewhere) == [[]])
    }

    @Test func fivePlacesOfALevelAreOneDifference() {
        let base = "省人民政府公安机关负责本行政区域内养犬管理工作。\n省人民政府财政部门负责安排养犬管理工作所需经费。"
        let other = "公安机关负责本行政区域内养犬管理工作。\n财政部门负责安排养犬管理工作所需经费。"
        // The other act leaves the level to the rules on competence: no other level acts by that.
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("levels") })
        let doubts = Self.demands([base], [other], doubtful: true)
        #expect(doubts == ["named-on-one-side: 省人民政府公安机关；省人民政府财政部门 → "], "\(doubts)")
        let told = Self.demands(base, other.replacing("公安", with: "县公安").replacing("财政", with: "县财政"))
        #expect(told.filter { $0.hasPrefix("levels") }.count == 1, "\(told)")
    }

    @Test func theOnlyTwoMultiplesStandForEachOther() {
        let base = "非法制造、贩卖工作证件的，由公安机关没收，处货值三倍以上五倍以下罚款。"
        let other = "非法制造工作证件的，货值金额不足五千元的，并处一千元以上五千元以下罚款；货值金额超过五千元的，并处货值金额一倍以上五倍以下罚款。"
        // The amounts stand in what is told of the sanctions, and are not told again.
        let found = Self.demands(base, other)
        #expect(found.first { $0.contains("三倍以上五倍以下") }?.contains("一倍以上五倍以下") == true, "\(found)")
        #expect(!found.contains { $0.hasPrefix("value:") }, "\(found)")
    }

    @Test func aMultipleStandsForTheMultipleOfAnotherBand() {
        let base = "违反规定，非法制造、贩卖辅警证件、制式服装或者标识的，由公安机关予以没收，处货值三倍以上五倍以下罚款，有违法所得的没收违法所得。"
        let band = "违反规定，非法制造、贩卖辅警证件、制式服装或者标识的，由公安机关予以没收，货值金额不足五千元的，并处一千元以上五千元以下罚款"
        let found = Self.demands(base, band + "；货值金额超过五千元的，并处货值金额一倍以上五倍以下罚款。")
        #expect(!found.contains { $0.hasPrefix("value: 三倍以上五倍以下 → 一千元") }, "\(found)")
        #expect(found.contains { $0.contains("三倍以上五倍以下") && $0.contains("一倍以上五倍以下") }, "\(found)")
    }

    @Test func aFineOfTheLeadInIsComparedWithThatOfThePoint() {
        let base = "有下列行为之一的，处一万元以上五万元以下罚款：\n（一）未配备管理人员的；\n（二）未保持通道畅通的。"
        let other = "违反规定的，依照下列规定处理：\n（一）未配备管理人员的，处一万元以上五万元以下罚款；\n（二）未保持通道畅通的，处二万元以上十万元以下罚款。"
        #expect(Self.demands(base, other).filter { $0.contains("元") } == ["value: 一万元以上五万元以下 → 二万元以上十万元以下"])
    }

    @Test func aTownNamedTheOtherWayRoundIsTheSameBody() {
        #expect(!Self.demands("乡（镇）人民政府应当协助。", "镇（乡）人民政府应当协助。").contains { $0.hasPrefix("body") })
    }

    @Test(arguments: [
        ("公安机关应当建立养犬登记信息系统。", "公安机关建立养犬登记信息系统。"), ("公安机关应当组织养犬登记工作。", "公安机关负责组织养犬登记工作。"),
        ("养犬人可以使用统一的养犬标志。", "鼓励养犬人使用统一的养犬标志。"),
    ])
    func whatTheOtherSideStatesPlainlyIsDoubtfulAndNeverTheSame(_ base: String, _ other: String) {
        for (one, two) in [(base, other), (other, base)] {
            #expect(Self.demands(one, two).isEmpty)
            let doubts = Self.demands([one], [two], doubtful: true)
            #expect(doubts.count == 1 && doubts[0].hasPrefix("stated-plainly"), "\(doubts)")
        }
    }

    @Test func aPowerIsNoPlainStatement() {
        let found = Self.demands("其他机关的管理可以参照本条例执行。", "其他机关的管理参照本条例执行。")
        #expect(found.contains { $0.hasPrefix("duty") }, "\(found)")
    }

    @Test func ofAParagraphOnlyTheSentencesWithoutAnAnswerAreTold() {
        let kept = "血站负责血液的采集、制备和临床用血供应工作。"
        let lost = "市人民政府设立的机构承担无偿献血的宣传、动员、组织和日常管理，并且定期向社会公布献血和临床用血的情况。"
        let first = "卫生健康部门主管本行政区域内的无偿献血工作，编制献血规划。"
        let found = Self.demands("\(first)\n\(kept)\(lost)", "\(first)\(kept)").filter { $0.hasPrefix("paragraph") }
        #expect(found == ["paragraph: \(lost) → "])
    }

    @Test func wordsThatRelateToALevelNameNone() {
        let found = Self.demands("犬只管理办法报同级人民政府批准后施行。", "犬只管理办法报本级人民政府批准后施行。")
        #expect(!found.contains { $0.hasPrefix("levels") })
    }

    @Test func ofAListThatIsPartlyAnsweredTheOtherPointsAreTold() {
        let base = "在民警带领下，下列工作由辅助人员完成：\n（一）维护大型活动现场秩序；\n（二）采集流动人口登记信息。"
        let other = "经批准可以协助：\n（一）维护大型活动现场秩序；\n（二）管理戒毒人员。"
        let found = Self.demands([base, "略。"], [other, "略。"])
        #expect(found.contains { $0.hasPrefix("item") && $0.contains("流动人口") }, "\(found)")
        #expect(!found.contains { $0.hasPrefix("paragraph") }, "\(found)")
    }

    @Test func aLevelThatAnotherParagraphNamesIsNotLost() {
        let first = "市人民政府负责编制养老服务设施的专项规划，并组织实施。"
        let found = Self.demands(
            "\(first)\n民政部门负责养老服务的指导、监督和管理工作。", "\(first)\n市人民政府民政部门负责养老服务的指导、监督和管理工作。")
        #expect(!found.contains { $0.hasPrefix("levels") }, "\(found)")
    }

    @Test func committeesOfVillagesAndResidentsAreOneBodyUnderManyNames() {
        let found = Self.demands("由居民委员会、村民委员会协助开展工作。", "由村（居）民委员会协助开展工作。")
        #expect(!found.contains { $0.hasPrefix("body") }, "\(found)")
        let other = Self.demands("由居民委员会协助开展工作。", "由村民委员会协助开展工作。")
        #expect(other.contains { $0.hasPrefix("body") }, "\(other)")
    }

    @Test func aListIsNotTakenForSaidBecauseItsLeadInIs() {
        let first = "公安机关主管本行政区域内的养犬管理工作，负责养犬登记。"
        let lead = "养犬人应当遵守公德。有下列行为之一的，由公安机关责令改正："
        let list = "\(lead)\n（一）在公园遛放大型犬的；\n（二）虐待犬只的。"
        let found = Self.demands(["\(first)\n\(list)", "略。"], ["\(first)\n养犬人应当遵守公德。", "略。"])
        #expect(found.contains { $0.contains("虐待犬只") }, "\(found)")
    }

    // MARK: Reading

    private static func norms(_ text: String) -> (Regulation, [Norm]) {
        let act = Texts.act("a", [text])
        return (act, NormReader(act).norms(of: act.articles[0]))
    }

    @Test(arguments: [
        ("由业主委托的物业服务企业履行使用单位义务。", "业主委托的物业服务企业"), ("由建设单位在电梯机房内安装空调。", "建设单位"),
        ("事由、内容应当由街道办事处公布。", "街道办事处"), ("在本市从事养殖的单位应当登记。", "单位"), ("不参加会议的业主应当说明。", "业主"),
        ("经营者应当公示价格。", "经营者"),
    ])
    func whoActsIsNamedWithoutWhatIsDone(_ text: String, _ expected: String) {
        let (act, norms) = Self.norms(text)
        #expect(norms.flatMap(\.actors).map { act.source.string($0.span) } == [expected])
    }

    @Test(arguments: [
        ("电梯安装、改造、修理单位不得采用更改软件程序、变动硬件设施、设置密码等方式设置障碍。", ["更改软件程序、变动硬件设施、设置密码 3"]),
        ("单位应当公示单位名称、负责人、资质、住所等信息。", ["公示单位名称、负责人、资质、住所 4"]),
        ("生产（包括设计、制造）、经营、使用等活动适用本办法。", ["生产（包括设计、制造）、经营、使用 3"]),
    ])
    func whatIsNamedBeginsBehindTheOrder(_ text: String, _ expected: [String]) {
        let (act, norms) = Self.norms(text)
        let found = norms.flatMap(\.particulars).filter { $0.kind == .enumeration }
        #expect(found.map { "\(act.source.string($0.span)) \($0.value ?? "")" } == expected)
    }

    @Test(arguments: [
        ("应当建立二十四小时值班制度。", []), ("应当在二十四小时内报告。", ["<= 24 hour"]), ("距学校一百米范围内不得销售。", ["<= 10000 cm"]),
        ("业主委员会由五人以上十一人以下组成。", ["5..11 person"]), ("鼓励聘用大中专院校毕业生。", []), ("应当具有中专以上学历。", [">= high-school"]),
    ])
    func hoursOfAStateAreNoPeriod(_ text: String, _ expected: [String]) {
        #expect(Self.norms(text).1.flatMap(\.quantities).map(\.normalised) == expected)
    }

    @Test(arguments: [
        ("应当每半年公布收支情况。", ["1 per 6 month"]), ("年度考核不合格的，解除合同。", ["1 per year"]), ("参照上一年度考核结果。", []),
        ("每人每年补贴五百元。", []), ("每年至少检查一次。", [">= 1 per year"]),
    ])
    func whatIsDoneInEachSpanOfTimeIsDoneOnce(_ text: String, _ expected: [String]) {
        let found = Self.norms(text).1.flatMap(\.particulars).filter { $0.kind == .frequency }
        #expect(found.map { $0.value ?? "" } == expected)
    }
}
