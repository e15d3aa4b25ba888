import RegulationModel
import Testing

@testable import ProvisionDiff

/// What one side alone seems to have, though the other says it otherwise, or says as much of it as matters.
@Suite("Demands in other words") struct SaidOtherwiseTests: DemandSuite {
    // MARK: Near sayings

    @Test func aPointThatTheOtherListPutsInOtherWordsIsShownBesideThem() {
        let base = "有下列情形之一的，可以迁移树木：\n（一）影响房屋安全，无法采取其他措施的；\n（二）感染虫害确实无法医治的。"
        let other = "有下列情形之一的，可以迁移树木：\n（一）影响房屋安全，无法采取其他措施的；\n（二）遭受严重虫害，无法医治或者已经枯死的。"
        let found = Self.demands(base, other).filter { $0.contains("虫害") }
        #expect(found.allSatisfy { $0.hasPrefix("?said-otherwise") && $0.contains("感染虫害") }, "\(found)")
    }

    @Test func aListPointAndABanInASentenceAreShownSideBySide() {
        let base = "托育机构应当建立安全制度。\n不得安排婴幼儿参与营利性演出和危险活动。"
        let other = "托育机构应当建立安全制度。\n托育机构禁止从事下列活动：\n（一）泄露家长信息；\n（二）安排儿童参与营利性演出。"
        let found = Self.demands(base, other)
        #expect(found.contains { $0.hasPrefix("?said-otherwise") && $0.contains("营利性演出和危险活动") }, "\(found)")
    }

    /// Two translators: hardly two words in a row are the same, and word endings differ.
    @Test func whatAnotherTranslatorSaysIsShownBesideIt() {
        let base = [
            "A lamp keeper shall hold a permit.\nIn the case of a keeper’s death, the next of kin shall report to the authority and the "
                + "practice permit shall be revoked.\nThe keeper shall paint the posts green every spring."
        ]
        let other = [
            "A keeper of lamps must have a permit.\nUpon the demise of the keeper the permits to practise are revoked by the "
                + "authority."
        ]
        let found = Self.demands(Texts.english("a", base), Texts.english("b", other))
        #expect(
            found.contains { $0.hasPrefix("?said-otherwise") && $0.contains("death") && $0.contains("demise") },
            "\(found)")
        #expect(found.contains { $0.hasPrefix("paragraph:") && $0.contains("paint the posts") }, "\(found)")
    }

    @Test func namesOfPlacesAndGovernmentsMakeNothingAlike() {
        let shared = "市、县（市、区）人民政府应当加强领导。"
        let base = "\(shared)\n界线不清的，由市、县（市、区）人民政府确定。"
        let other = "\(shared)\n滑冰场的开放时间由市、县（市、区）人民政府公布。"
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("?said-otherwise") })
    }

    @Test func ofAParagraphOnlyTheSentencesWithoutAnythingNearAreCertain() {
        let first = "供水单位应当保证水压，定期冲洗管网并公布水质。"
        let near = "水表由供水单位统一购置、安装和更换，费用计入成本。"
        let far = "高层住宅的加压设备发生故障的，物业企业应当及时抢修并张贴告示。"
        let found = Self.demands("\(first)\n\(far)\(near)", "\(first)水表的安装、更换由供水单位统一负责，费用由其承担。")
        #expect(
            found.contains { $0.hasPrefix("paragraph:") && $0.contains("高层住宅") && !$0.contains("统一购置") }, "\(found)")
    }

    @Test func pointsBeforeWhatTheOtherSideSaysInGeneralAreExamples() {
        let base = "工作人员有下列情形之一的，依法给予处分：\n（一）泄露举报人信息的；\n（二）其他滥用职权、玩忽职守的。"
        let found = Self.demands(base, "工作人员滥用职权、玩忽职守的，依法给予处分。")
        #expect(found.contains { $0.hasPrefix("?said-otherwise") && $0.contains("泄露举报人信息") }, "\(found)")
        #expect(!found.contains { $0.hasPrefix("item") }, "\(found)")
        let told = Self.demands(base, "工作人员收受礼品的，依法给予处分。")
        #expect(told.contains { $0.hasPrefix("item") && $0.contains("泄露举报人信息") }, "\(told)")
    }

    @Test func aPointThatTheOtherSideSaysInAClauseOfASentenceIsShownBesideIt() {
        let base = "供水单位应当遵守下列规定：\n（一）设置服务电话；\n（二）优先保障居民生活用水。"
        let found = Self.demands(base, "供水单位应当诚实守信，为用户稳定供水，并优先保证居民用水。")
        #expect(
            found.contains { $0.hasPrefix("?said-otherwise: （二）") && $0.hasSuffix("并优先保证居民用水。") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("item: （一）") }, "\(found)")
    }

    // MARK: Who

    @Test(arguments: [
        ("县级以上人民政府应当编制规划。", "市、县（区）人民政府应当编制规划。"), ("市、区（市）教育部门应当巡查。", "市和区、县（市）教育部门应当巡查。"),
        ("由县（市、区）水务部门登记。", "由县（区）水务部门登记。"), ("华侨就医的，按照国家和本省有关规定办理。", "华侨就医的，按照国家和省有关规定办理。"),
        ("华侨就医的，按照国家、江苏省有关规定办理。", "华侨就医的，按照国家和省有关规定办理。"),
    ])
    func otherListsOfTheSamePlacesAreTheSameLevels(_ base: String, _ other: String) {
        #expect(Self.demands(base, other).isEmpty, "\(Self.demands(base, other))")
    }

    @Test func anotherLevelStaysACertainDifference() {
        let found = Self.demands("市人民政府应当编制规划。", "县（区）人民政府应当编制规划。")
        #expect(found.contains { $0.hasPrefix("levels") }, "\(found)")
    }

    @Test func theLastLetterOfAZoneIsNoLevelOfRules() {
        let found = Self.demands("水源地的保护适用有关保护区的规定。", "水源地的保护适用本条例。")
        #expect(!found.contains { $0.hasPrefix("rules-of") }, "\(found)")
        let told = Self.demands("水源地的保护适用省的规定。", "水源地的保护适用国家的规定。")
        #expect(told.contains { $0.hasPrefix("rules-of") }, "\(told)")
    }

    // MARK: How much

    @Test func theSameNumberWithABoundOnOneSideIsDoubtful() {
        #expect(Self.demands("学校保证每天至少有一小时的体育活动。", "学校保证每天不少于一小时的体育活动。").isEmpty)
        let found = Self.demands("停止开放的，应当至少提前七日公告。", "停止开放的，应当提前七日公告。")
        #expect(found == ["?bound-missing: 至少提前七日 → 七日"], "\(found)")
    }

    @Test func fourSidesAreNoFourWeeks() {
        #expect(Self.demands("应当在工地四周设置围挡。", "应当在工地周围设置围挡。").isEmpty)
        #expect(Self.demands("应当在四周内答复。", "应当在两周内答复。").contains { $0.hasPrefix("value") })
    }

    @Test func aBoundBeforeTheVerbBelongsToItsNumber() {
        #expect(Self.demands("记录应当至少保存四年。", "记录应当保存四年以上。").isEmpty)
        #expect(Self.demands("车间应当配备至少一名管理人员。", "车间应当至少配备一名管理人员。").isEmpty)
        #expect(Self.demands("电话应当保持二十四小时有效应答。", "电话应当保持畅通，有效应答。").isEmpty)
        #expect(!Self.demands("记录应当至少保存四年。", "记录应当至少保存三年。").isEmpty)
    }

    // MARK: Consequences

    @Test func sanctionsForTheSameStandSideBySideWithWhatIsPunished() {
        let base = "未办理登记的，由主管部门责令改正；逾期不改正的，给予警告。"
        let other = "未办理登记的，由主管部门责令改正；逾期不改正的，处一百元以上五百元以下罚款。"
        #expect(Self.demands(base, other) == ["sanctions: \(base) → \(other)"], "\(Self.demands(base, other))")
    }

    @Test func aSanctionThatAPointThreatensIsTold() {
        let head = "有下列行为之一的，由主管部门责令改正，并按照下列规定处罚："
        let base = "\(head)\n（一）擅自占用场地的，处五百元以上一千元以下罚款，没收违法所得；\n（二）损坏设施的，处二百元罚款。"
        let other = "\(head)\n（一）擅自占用场地的，处五百元以上一千元以下罚款；\n（二）损坏设施的，处二百元罚款。"
        let found = Self.demands(base, other)
        #expect(found.contains { $0.contains("没收违法所得") }, "\(found)")
    }

    @Test func prosecutionThatAnotherArticleThreatensIsNotLost() {
        let base = ["未办理登记的，处五百元罚款；构成犯罪的，依法追究刑事责任。", "略。"]
        let other = ["未办理登记的，处五百元罚款。", "违反本办法，构成犯罪的，依法追究刑事责任。"]
        #expect(Self.demands(base, other).isEmpty, "\(Self.demands(base, other))")
        #expect(!Self.demands(base, [other[0], "略。"]).isEmpty)
    }

    @Test func aFineThatMayBeImposedStandsBesideOneThatMustBe() {
        let base = "擅自占用场地的，由主管部门责令退还，可以处五百元罚款。"
        let found = Self.demands(base, "擅自占用场地的，由主管部门责令退还，并处五百元罚款。")
        #expect(found == ["duty: 可以处五百元罚款 → 并处五百元罚款"], "\(found)")
        let none = Self.demands(base, "擅自占用场地的，由主管部门责令退还。")
        #expect(none == ["sanctions: \(base) → 擅自占用场地的，由主管部门责令退还。"], "\(none)")
    }

    // MARK: What is quoted

    @Test func anOrderIsQuotedWithItsConditionAndWithWhatFollowsItsGround() {
        let found = Self.demands("设施由单位维护。", "设施由单位维护。未经验收的，不得交付使用。")
        #expect(found == ["ban:  → 未经验收的，不得交付使用"], "\(found)")
        let based = Self.demands("单位维护设施。", "单位维护设施，可以根据天气变化，提前开放场馆。")
        #expect(based == ["duty:  → 可以根据天气变化，提前开放场馆"], "\(based)")
    }

    @Test(arguments: [
        ("未经登记，任何单位和个人不得饲养信鸽", "饲养信鸽的，应当做好防疫。"), ("除工程抢险外，夜间施工的单位不得使用高音设备", "施工单位应当公告。"),
        ("在学校考试期间，周边的工地不得打桩", "周边的工地应当设置围挡。"),
    ])
    func aBanIsQuotedWithTheConditionBeforeIt(_ ban: String, _ other: String) {
        let found = Self.demands("\(ban)。", other).filter { $0.contains("不得") }
        #expect(!found.isEmpty && found.allSatisfy { $0.contains(ban) }, "\(found)")
    }

    @Test func aRuleBeforeABanIsNoConditionOfIt() {
        let found = Self.demands("居民应当爱护绿地，任何人不得在公共绿地内种植蔬菜。", "居民应当爱护绿地。")
        #expect(found.allSatisfy { !$0.contains("爱护绿地，") }, "\(found)")
    }

    @Test func encouragementStandsBesideTheDutyToDoTheSame() {
        let base = "渔船出海超过三日的，鼓励船主和渔政机构签订渔船安全书面协议。"
        let found = Self.demands(base, "渔船出海超过三日的，船主和渔政机构之间应当签订书面协议。")
        #expect(
            found.contains {
                $0.hasPrefix("duty: ") && $0.contains("鼓励船主和渔政机构签订渔船安全书面协议 → ") && $0.hasSuffix("应当签订书面协议")
            }, "\(found)")
        let same = Self.demands(base, "渔船出海超过三日的，鼓励船主和渔政机构订立渔船安全书面协议。")
        #expect(!same.contains { $0.hasPrefix("duty") }, "\(same)")
        let government = Self.demands("市人民政府应当鼓励渔船参加保险互助。", "市人民政府应当组织渔船参加保险互助。")
        #expect(!government.contains { $0.contains("鼓励渔船参加保险互助 →") && $0.hasPrefix("duty") }, "\(government)")
    }

    @Test func encouragementIsNoDutyStatedPlainly() {
        let found = Self.demands("车站应当配备无障碍通行设施。", "鼓励车站配备无障碍通行设施。")
        #expect(found == ["duty: 应当配备无障碍通行设施 → 鼓励车站配备无障碍通行设施"], "\(found)")
    }

    @Test func anOrderInAnotherParagraphStandsBesideThatOfTheOtherSide() {
        let base = "码头由经营人负责维护。经营人应当保持整洁。\n主管部门可以与码头经营人签订安全保护协议。"
        let other = "码头由经营人负责维护，主管部门应当书面告知经营人，应当与码头经营人签订安全保护协议。经营人应当保持整洁。\n略。"
        let found = Self.demands(base, other).filter { $0.contains("安全保护协议") }
        #expect(found.contains { $0.hasPrefix("duty: 可以与码头经营人签订安全保护协议 → 应当与") }, "\(found)")
        let same = Self.demands(base, other.replacing("应当与码头", with: "可以与码头"))
        #expect(!same.contains { $0.hasPrefix("duty") && $0.contains("签订安全保护协议") }, "\(same)")
    }

    @Test func leadInsThatOrderOtherThingsAreNotComparedInTheirWords() {
        let base = "具备下列条件之一的村庄，可以申报保护名录：\n（一）保留传统格局；\n（二）建筑集中成片。"
        let other = "申报保护名录的村庄，应当具备下列条件：\n（一）保留传统格局；\n（二）建筑集中成片。"
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("duty") && $0.contains("→ 应当具备") })
        let ban = base.replacing("可以申报", with: "不得申报")
        #expect(Self.demands(base, ban).contains { $0.hasPrefix("duty") }, "\(Self.demands(base, ban))")
    }

    @Test func aDutyToSupportIsWhatEncouragementDoes() {
        let found = Self.demands("政府应当支持高等学校开展气象科学研究。", "鼓励高等学校开展气象科学研究。")
        #expect(found.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test func theSameEmptyVerbPairsNoOrders() {
        let found = Self.demands("学校可以采取与社区共建的方式开放操场。", "街道办事处应当采取措施，协调辖区内企业减少噪声。")
        #expect(!found.contains { $0.hasPrefix("duty: 可以采取") && $0.contains("→ 应当") }, "\(found)")
    }

    @Test func aDepartmentForTownsIsOfNoLevel() {
        let found = Self.demands("城市管理部门应当定期巡查。", "综合执法部门应当定期巡查。")
        #expect(!found.contains { $0.contains("levels") || $0.contains("named-on-one-side") }, "\(found)")
    }

    @Test func anAreaIsNoDistrict() {
        let found = Self.demands("学校可以与所在辖区街道办事处共建。", "学校可以与街道办事处共建。")
        #expect(!found.contains { $0.contains("levels") || $0.contains("named-on-one-side") }, "\(found)")
    }

    @Test func aGroundBeforeTheDutyDoesNotHideThatTheOtherSideStatesItPlainly() {
        let found = Self.demands("水务部门应当根据发展规划，结合用水情况，编制节水方案并公布实施。", "水务部门会同有关部门编制节水方案并公布实施。")
        #expect(found == ["?stated-plainly: 应当根据发展规划，结合用水情况，编制节水方案并公布实施 → 水务部门会同有关部门编制节水方案并公布实施"], "\(found)")
    }

    @Test func aBanInAPointIsThatOfALeadInThatBans() {
        let base = "洗车企业应当遵守下列规定：\n（一）不得向河道倾倒油污残液；\n（二）设置沉淀池。"
        let other = "洗车企业不得有下列行为：\n（一）违规向河道倾倒油污残液；\n（二）占用道路。"
        let found = Self.demands(base, other)
        #expect(!found.contains { $0.hasPrefix("ban") || $0.hasPrefix("duty") }, "\(found)")
    }

    @Test func datesOfARepealedActAreNoValues() {
        let base = "本条例自2016年3月1日起施行。2004年10月27日通过的《某市管理条例》同时废止。"
        let found = Self.demands(base, "本条例自2016年3月1日起施行。2006年7月1日起施行的《某市管理办法》同时废止。")
        #expect(!found.contains { $0.hasPrefix("value") }, "\(found)")
        #expect(!Self.demands(base, base.replacing("2016", with: "2017")).isEmpty)
    }

    @Test func aHeadingWithoutANumberDemandsNothing() {
        let found = Self.demands("水库应当保持清洁，禁止游泳。\n利用与开发", "水库应当保持清洁，禁止游泳。")
        #expect(found.isEmpty, "\(found)")
        #expect(!Self.demands("水库应当保持清洁，禁止游泳。\n鼓励发展旅游。", "水库应当保持清洁，禁止游泳。").isEmpty)
    }

    @Test func whoeverDecidesInAnyClauseMakesTheRule() {
        let found = Self.demands("名录由水务部门会同农业部门确定，报本级人民政府公布。", "名录由水库管理机构编制，报本级人民政府公布。")
        #expect(!found.contains { $0.hasPrefix("agent-missing") }, "\(found)")
    }

    @Test func rulesOfTheActItselfStandBesideThoseOfOtherLevels() {
        let found = Self.demands("界线按照国家、省有关规定划定。", "界线按照国家、省以及本条例规定划定。")
        #expect(!found.contains { $0.hasPrefix("rules-of") }, "\(found)")
    }

    @Test func limitsOfOfficeAreNoScope() {
        let found = Self.demands("有关部门在各自职责范围内做好工作。", "有关部门按照各自职责做好工作。")
        #expect(found.isEmpty, "\(found)")
    }

    // MARK: Demands of one side

    @Test func aBanThatTheOtherSideSaysWithoutThatWordIsDoubtful() {
        let base = "居民应当爱护绿地，不得在公共绿地内种植蔬菜和农作物。"
        let other = "居民应当爱护绿地，不在公共绿地种植蔬菜。"
        let found = Self.demands(base, other).filter { $0.contains("蔬菜") }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.hasPrefix("?") && $0.contains("不在公共绿地种植蔬菜") }, "\(found)")
    }

    @Test func aBanThatTheOtherSideDoesNotHaveStaysCertain() {
        let base = "居民应当爱护绿地。不得在公共绿地内种植蔬菜和农作物。"
        let found = Self.demands(base, "居民应当爱护绿地。")
        #expect(found.contains { !$0.hasPrefix("?") && $0.contains("蔬菜") }, "\(found)")
    }

    @Test func aDutyThatTheOtherSideStatesAsARightIsDoubtful() {
        let base = "捐赠档案的单位和个人，对其捐赠的档案享有优先利用和无偿利用的权利。"
        let other = "对捐赠档案的单位和个人，档案馆应当无偿和优先提供利用。"
        let rest = ["库房应当防火。设备应当每年检修。", "目录由主管部门公布。馆员应当接受培训。", "经费列入预算。"]
        let found = Self.demands([base] + rest, [other] + rest).filter {
            $0.contains("duty") || $0.contains("said-otherwise")
        }
        #expect(found.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test func rulesOfAnotherLevelOnOneSideAreDoubtful() {
        let found = Self.demands("档案的出境按照国家有关规定办理。", "档案的出境应当经市人民政府批准。")
        #expect(found.filter { $0.contains("rules-of") }.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test func whatOnlyOpensAListOrdersNothing() {
        let base = "规划应当包括以下内容：\n（一）目标；\n（二）措施。"
        let other = "规划的内容包括：\n（一）目标；\n（二）措施。"
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("duty") && $0.contains("以下内容") })
    }

    @Test func aCertificateIsNoActThatIsCited() {
        let base = "凭《建设工程规划许可证》申请命名。"
        let found = Self.demands(base, "凭建设工程规划许可证申请命名。")
        #expect(!found.contains { $0.contains("acts-cited") }, "\(found)")
    }

    @Test func governmentsOfTheLevelsAPlaceHasAreTheSameBodies() {
        let base = "应急预案由市、区县（自治县）人民政府制定。"
        let found = Self.demands(base, "应急预案由市和区人民政府制定。")
        #expect(!found.contains { $0.hasPrefix("body") || $0.hasPrefix("levels") }, "\(found)")
    }

    @Test func whatEachSideRulesOnOneMatterIsOneDifference() {
        let rest = ["库房应当防火。设备应当每年检修。", "目录由主管部门公布。馆员应当接受培训。", "经费列入预算。"]
        let base = "户外广告牌、电子屏和工地围挡应当按照规定发布公益广告。"
        let other = "车站、码头和影剧院应当刊播公益广告，每日不少于三次。"
        let found = Self.demands(["本办法适用于广告。\n\(base)"] + rest, ["本办法适用于广告。\n\(other)"] + rest)
        #expect(!found.contains { $0.hasPrefix("paragraph") }, "\(found)")
    }

    @Test func aPointThatOnlyCitesIsDoubtful() {
        let rest = ["库房应当防火。", "目录由主管部门公布。"]
        let base = "有下列行为之一的，给予警告：\n（一）损坏设备的；\n（二）违反本条例第二条规定的。"
        let other = "有下列行为之一的，给予警告：\n（一）损坏设备的；\n（二）伪造馆员证件的。"
        let found = Self.demands([base] + rest, [other] + rest)
        #expect(!found.contains { $0.hasPrefix("item") && $0.contains("第二条") }, "\(found)")
    }

    /// Both forbid weapons and both allow restraints; a ban of one side is no other word for a leave of the other.
    @Test func aBanAnswersTheBanOnTheSameThingWhateverItsFirstVerb() {
        let base = "辅助人员不得使用武器和警械，遇有紧急情况的，可以协助使用约束性警械。"
        let other = "辅助人员不得配备和使用武器、警械，遇有紧急情况的，可以使用必要的约束性警械。"
        let found = Self.demands(base, other)
        #expect(!found.contains { $0.contains("不得") && $0.contains("可以") }, "\(found)")
        // What one forbids and the other allows is told.
        let allowed = Self.demands(base, "辅助人员可以使用武器和警械，遇有紧急情况的，可以协助使用约束性警械。")
        #expect(allowed.contains { $0.contains("不得") && $0.contains("可以") }, "\(allowed)")
    }

    @Test func degreesOfAnAimAreWording() {
        let base = "为了加强档案管理，制定本条例。"
        #expect(!Self.demands(base, "为了规范档案管理，制定本条例。").contains { $0.contains("aims") })
        let prevention = Self.demands("为了预防火灾，制定本条例。", "为了扑救火灾，制定本条例。")
        #expect(prevention.contains { $0.contains("aims") }, "\(prevention)")
        // What an act cited is called is no aim.
        let cited = Self.demands("为了规范管理，根据《传染病防治预防法》，制定本条例。", "为了规范管理，制定本条例。")
        #expect(!cited.contains { $0.contains("aims") }, "\(cited)")
    }

    // MARK: Values

    @Test func anAnnualThingIsNoValueOfOneSide() {
        let base = "主管部门应当对馆员进行岗前培训。"
        let other = "主管部门应当对馆员进行岗前培训、年度培训和专项培训。"
        #expect(!Self.demands(base, other).contains { $0.contains("value-missing") })
    }

    @Test func aMultipleStandsForAMultipleBeforeAnAmount() {
        let base = "非法制作标志的，没收违法所得，并处违法所得三倍以上五倍以下罚款。"
        let other =
            "非法制作标志的，没收违法所得，并处违法所得一倍以上五倍以下罚款；没有违法所得的，并处一千元以上五千元以下罚款。"
        let found = Self.demands(base, other)
        #expect(!found.contains { $0.contains("三倍以上五倍以下") && $0.contains("→ 一千元") }, "\(found)")
    }

    @Test func levelsThatDoTwoThingsAreDoubtful() {
        let base = "残疾人学成毕业的，由县人民政府给予奖励。"
        let found = Self.demands(base, "市人民政府对接受义务教育的残疾学生免费提供教科书。").filter { $0.contains("levels") }
        #expect(found.allSatisfy { $0.hasPrefix("?") }, "\(found)")
        let one = Self.demands(base, "残疾人学成毕业的，由市人民政府给予奖励。")
        #expect(one.contains { $0.hasPrefix("levels") }, "\(one)")
    }

    @Test func eachClauseWithItsLevelsAnswersTheClauseThatSaysTheSame() {
        let base = "社会团体开展三个月以上培训的，报设区的市人民政府审批；不满三个月的，报区县（自治县）宗教事务部门备案。"
        let other = "社会团体开展三个月以上培训的，报省人民政府审批；不满三个月的，报县（市、区）宗教事务部门备案。"
        let found = Self.demands(base, other).filter { $0.hasPrefix("levels") }
        #expect(found == ["levels: 设区的市人民政府 → 省人民政府"], "\(found)")
    }

    @Test func aLevelIsReadWithItsBracketAndNotOutOfANoun() {
        let act = Texts.act("a", ["区县（自治县）宗教事务部门负责审批。", "乡镇卫生院和社区服务机构做好康复工作。"])
        let norms = NormReader(act)
        let (one, two) = (norms.norms(at: EId("art_1")), norms.norms(at: EId("art_2")))
        #expect(one.flatMap(\.levels).contains { act.source.string($0.span).contains("（自治县）") })
        #expect(two.flatMap(\.levels).isEmpty, "\(two)")
    }

    @Test func anEqualValueInAUnitOfOtherShapeIsNoOtherValue() {
        let head = "领取失业保险金的期限按下列规定核定："
        let base = "\(head)\n（一）累计缴费满五年的，领取期限最长为十八个月；\n（二）累计缴费满十年的，每满一年增领一个月的失业保险金，领取期限最长为二十四个月。"
        let other = "累计缴费满五年的，领取失业保险金的期限最长为十八个月；重新就业后再次失业的，合并计算，但是最长不得超过二十四个月。"
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("value:") }, "\(Self.demands(base, other))")
    }

    @Test func theFullAndTheShortTitleOfAnActAreOne() {
        let title = "《中华人民共和国消费者权益保护法》"
        let base = ["根据\(title)，制定本办法。", "违反《消费者权益保护法》规定的，依法处理。"]
        let other = ["根据\(title)（以下简称《消费者权益保护法》），制定本办法。", "违反\(title)规定的，依法处理。"]
        #expect(Self.demands(base, other).isEmpty, "\(Self.demands(base, other))")
        #expect(!Self.demands(base, ["根据《中华人民共和国产品质量法》，制定本办法。"]).isEmpty)
    }
}
