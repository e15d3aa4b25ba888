import RegulationModel
import Testing

@testable import ProvisionDiff

/// Words that one side has more, what binds and what allows, procedure, and that nothing is told twice.
@Suite("Words of one side") struct OneSidedWordsTests: DemandSuite {
    @Test func aConditionAndOneMoreThingNamedAreToldThoughTheirPointIsAnswered() {
        let base = "有下列情形之一的，应当解除劳动关系：\n（一）试用期内不符合录用条件的；\n（二）违反规定保管武器、警械的。"
        let other = "有下列情形之一的，应当解除劳动关系：\n（一）试用期内不符合录用条件或者年度考核不合格的；\n（二）违反规定保管、使用武器、警械的。"
        let found = Self.demands(base, other)
        #expect(found.contains("words:  → 或者年度考核不合格"), "\(found)")
        #expect(found.contains { $0.hasPrefix("words:") && $0.contains("使用") }, "\(found)")
    }

    @Test func wordsThatStandElsewhereOrSayNothingAreNotTold() {
        let base = "主管部门应当依法加强管理工作，定期检查。"
        let found = Self.demands(base, "主管部门应当定期检查，加强管理。")
        #expect(!found.contains { $0.hasPrefix("words") }, "\(found)")
    }

    @Test func ofWordsTakenOutEachClauseIsLookedForByItself() {
        let base = "公安机关应当按照规定配发统一的工作证件和标识，并进行编号管理。根据工作需要，可以配备必要的执勤和安全防护装备，但不得配备武器、警械。"
        let second = "根据工作岗位需要，可以配备必要的执勤和安全防护装备，但是不得配备武器、警械。"
        let other = "公安机关应当按照规定配发统一的工作证件和标识。\n\(second)"
        let found = Self.demands(base, other)
        #expect(found.contains("words: 并进行编号管理 → "), "\(found)")
        #expect(!found.contains { $0.hasPrefix("words") && $0.contains("防护装备") }, "\(found)")
    }

    @Test func wordsCutOutOfAPhraseAreDoubtful() {
        let found = Self.demands("应聘人员应当具有履行职责所需的身体素质和工作能力。", "应聘人员应当具有履行职责所需的身体条件、心理素质和工作能力。")
        #expect(found.filter { $0.contains("words") }.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test func aPointAnsweredWordForWordAnswersNoOtherPoint() {
        let base = "有下列情形之一的，可以解除合同：\n（一）被依法追究刑事责任的；\n（二）患病不能工作的。"
        let other = "有下列情形之一的，可以解除合同：\n（一）被依法行政拘留、追究赔偿责任的；\n（二）被依法追究刑事责任的；\n（三）患病不能工作的。"
        let found = Self.demands(base, other)
        #expect(found.contains { $0.hasPrefix("item:") && $0.contains("行政拘留") }, "\(found)")
    }

    @Test func aUnitInOtherWordsThroughoutIsShownBesideItsAnswer() {
        let base = "辅警失职、渎职、滥用职权的，公安机关应当与其解除劳动关系。"
        let found = Self.demands(base, "辅警严重失职，造成重大损害或者其他不良影响的，公安机关应当依法处理。")
        #expect(found.contains { $0.hasPrefix("?other-words") && $0.contains("滥用职权") }, "\(found)")
    }

    @Test func otherWordsInOnePlaceAreDoubtful() {
        let base = "具有其他法律法规规定不适合从事辅助工作的情形的，不得招聘。"
        let found = Self.demands(base, "具有其他按照国家和省有关规定不适合从事辅助工作的情形的，不得招聘。")
        #expect(found.filter { $0.contains("other-words") }.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test(arguments: [
        ("依法获得劳动报酬，享受福利和保险待遇。", "依法获得工作报酬，休息休假，享受福利和保险待遇。", "words:  → 休息休假"),
        ("辅警离职时，应当交回所配发的证件和标识。", "辅警离职时，应当交回所配发的工作证件、制式服装和标识。", "words:  → 制式服装"),
        ("经培训或者调整工作岗位后仍不合格的，解除劳动合同。", "不能胜任工作，经过培训或者调整工作岗位后仍不合格的，解除劳动合同。", "words:  → 不能胜任工作"),
    ])
    func oneMoreThingNamedInThePlaceOfAnotherIsTold(_ base: String, _ other: String, _ told: String) {
        #expect(Self.demands(base, other).contains(told), "\(Self.demands(base, other))")
        let mirrored = told.replacing("words:  → ", with: "words: ") + " → "
        #expect(Self.demands(other, base).contains(mirrored), "\(Self.demands(other, base))")
    }

    @Test func thingsInAnotherOrderAreNoOtherWords() {
        let found = Self.demands("食品应当符合卫生、质量要求，供应商每年复查一次。", "食品应当符合质量、卫生要求，供应商每年复查一次。")
        #expect(found.isEmpty, "\(found)")
    }

    @Test func oneOfThreeThingsThatTheOtherSideLeavesOutIsDoubtful() {
        let found = Self.demands("教师殴打、体罚或者变相体罚学生，造成学生身体伤害的。", "教师体罚、殴打学生，造成学生身体伤害的。")
        #expect(found == ["?other-words: 殴打、体罚或者变相体罚 → 体罚、殴打"], "\(found)")
    }

    @Test func aPointThatIsLinkedToOneThatAnswersAnotherIsShownBesideIt() {
        let head = "有下列情形之一的，不得招聘为辅警：\n（一）受过刑事处罚的；\n"
        let (one, two) = (
            Texts.act("a", [head + "（二）曾被开除公职的。"]),
            Texts.act("b", [head + "（二）被国家机关、事业单位开除公职或者辞退的；\n（三）被开除军籍的。"])
        )
        let point = "art_1__para_1__list_1__point_"
        let links = [2, 3].map { UnitLink(base: EId(point + "2"), other: EId(point + "\($0)"), score: 0.9) }
        let rows = ProvisionComparer(base: one, other: two).compare([EId("art_1")], [EId("art_1")], links: links)
        let norms = NormComparison(
            base: NormComparison.Side(one, isMachine: false), other: NormComparison.Side(two, isMachine: false),
            renderings: .none)
        let found = norms.differences(rows, links: links).filter { $0.reason != .otherWords }
        #expect(found.map(\.reason) == [.saidOtherwise], "\(found)")
    }

    @Test func ofAParagraphShownInPartTheRestIsTold() throws {
        let near = "委托单位和价格鉴证机构应当按照国家有关规定收取和缴纳鉴证费用并使用统一的票据。"
        let act = Texts.act("a", ["\(near)造成损失的，依法承担责任。"])
        let side = NormComparison.Side(act, isMachine: false)
        let provision = EId("art_1__para_1")
        let whole = try #require(act.provision(at: provision)?.text.first)
        let shown = ByteSpan(whole.start, whole.start + near.utf8.count)
        func difference(_ reason: DifferenceReason, _ span: ByteSpan, beside other: [ByteSpan]) -> NormDifference {
            NormDifference(
                kind: other.isEmpty ? .paragraphRemoved : .other, reason: reason, baseProvision: provision,
                base: [span],
                otherProvision: provision, other: other, isDoubtful: !other.isEmpty)
        }
        let all = [difference(.paragraph, whole, beside: []), difference(.saidOtherwise, shown, beside: [shown])]
        let told = SaidOnce(base: side, other: side).told(all)
        #expect(told.count == 2)
        #expect(told[0].base.map(act.source.string) == ["造成损失的，依法承担责任"])
        // Where all of it is shown beside something, it is not without counterpart as well.
        let once = SaidOnce(base: side, other: side).told([difference(.paragraph, shown, beside: []), all[1]])
        #expect(once == [all[1]])
    }

    @Test func aParagraphIsNotSaidByPartsOfItsNames() {
        let base = "公安机关应当为辅警配发工作证件、服装和标识。\n辅警非履行职责期间，不得穿着服装、佩戴标识。"
        let found = Self.demands(base, base + "\n因工作需要穿着便装的，应当携带工作证件。")
        #expect(found == ["paragraph:  → 因工作需要穿着便装的，应当携带工作证件。"], "\(found)")
    }

    @Test func aClauseThatMovedAndSaysLessIsDoubtful() {
        let base = "在辅警招聘和管理工作中，公安机关工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分。"
        let other = "公安机关工作人员违反规定，在辅警管理工作中，滥用职权、玩忽职守、徇私舞弊的，依法给予处分。"
        let found = Self.demands(base, other)
        #expect(found.contains("?other-words: 在辅警招聘和管理工作中 → 在辅警管理工作中"), "\(found)")
    }

    @Test func whatGoesAndWhatComesInOneClauseIsOneDoubtfulChange() {
        let base = "辅警为公安机关日常运转和警务活动提供辅助支持，接受人民警察指挥。"
        let other = "辅警为公安机关警务活动及其相关工作提供辅助支持，接受人民警察指挥。"
        let found = Self.demands(base, other)
        #expect(found == ["?other-words: 日常运转和 → 及其相关工作"], "\(found)")
        let mirrored = Self.demands(other, base)
        #expect(mirrored == ["?other-words: 及其相关工作 → 日常运转和"], "\(mirrored)")
    }

    @Test func theWordsBeforeAListAnswerNoParagraph() {
        let base = "学校应当建立制度。\n公安机关应当依法及时查处学校周边敲诈勒索学生的行为，维护秩序。"
        let other = "学校应当建立制度。\n公安机关应当依法履行下列维护学校周边秩序的职责：\n（一）设置交通警示标志；\n（二）检查校车。"
        #expect(!Self.demands(base, other).contains { $0.hasSuffix("职责：") }, "\(Self.demands(base, other))")
    }

    @Test func aPlainStatementStandsBesideTheOrder() {
        let base = "公安机关应当为辅警依法办理基本养老、基本医疗、失业、工伤、生育等社会保险。"
        let found = Self.demands(base, "辅警依法享有基本养老、医疗、失业、生育、工伤等社会保险待遇。")
        #expect(found.contains { $0.hasPrefix("?stated-plainly") && $0.contains("→ 辅警依法享有") }, "\(found)")
    }

    @Test func moneyThatIsRecoveredIsASanction() {
        let norms = NormReader(Texts.act("a", ["骗取补贴资金的，对补贴资金予以追缴。", "少缴的税款予以追缴。"]))
        #expect(norms.norms(at: EId("art_1")).flatMap(\.sanctions).map(\.kind) == [.confiscation])
        #expect(norms.norms(at: EId("art_2")).flatMap(\.sanctions).map(\.kind) == [.confiscation])
    }

    @Test func aLevelThatOneClauseHasMoreIsDoubtful() {
        let base = "市人民政府制定规划，县人民政府组织实施。"
        let found = Self.demands(base, "市人民政府制定规划，并组织实施。")
        #expect(found.contains { $0.hasPrefix("?named-on-one-side") && $0.contains("县人民政府") }, "\(found)")
    }

    @Test func ofSeveralClausesWithTheSameLevelsTheSameOneIsToldFromEitherSide() {
        let base = "市人民政府制定发展规划，市人民政府组织应急演练。"
        let other = "县人民政府组织应急演练，县人民政府制定发展规划。"
        let one = Self.demands(base, other).filter { $0.hasPrefix("levels") }
        let two = Self.demands(other, base).filter { $0.hasPrefix("levels") }
        #expect(one.count == 1 && two.count == 1, "\(one) \(two)")
    }

    @Test func navigationWarningsAndCollectedRevenueAreNoSanctions() {
        let act = Texts.act("a", ["海事管理机构应当发布航行警告。", "银行应当提供政府收入收缴信息。", "由公安机关给予警告，收缴其工具。"])
        let norms = NormReader(act)
        #expect(norms.norms(at: EId("art_1")).flatMap(\.sanctions).isEmpty)
        #expect(norms.norms(at: EId("art_2")).flatMap(\.sanctions).isEmpty)
        #expect(norms.norms(at: EId("art_3")).flatMap(\.sanctions).map(\.kind) == [.warning, .confiscation])
    }

    // MARK: Bound and allowed

    @Test func whatOneMayDoAndOthersMustNotIsNoOtherWordOfDuty() {
        let base = "宗教团体和寺观教堂可以编印宗教资料性出版物。"
        let found = Self.demands(base, "其他组织、个人不得编印宗教资料性出版物。")
        #expect(!found.contains { $0.hasPrefix("duty") && $0.contains("可以") && $0.contains("不得") }, "\(found)")
    }

    @Test func aBanByAnotherVerbMayOrderTheSame() {
        let found = Self.demands("职工所在单位不得扣减其工资和福利待遇。", "职工所在单位应当保障其工资和福利待遇。")
        #expect(found.filter { $0.contains("duty") }.allSatisfy { $0.hasPrefix("?") }, "\(found)")
    }

    @Test func eachMonthAndByTheMonthAreOneInterval() {
        #expect(Self.demands("供水企业应当按月报送用水量。", "供水企业应当每月报送用水量。").isEmpty)
        #expect(!Self.demands("供水企业应当按月报送用水量。", "供水企业应当每季度报送用水量。").isEmpty)
    }

    // MARK: Procedure

    @Test func approvalAndFilingAreTwoProcedures() {
        let base = "宗教活动场所扩建建筑物的，应当报市宗教事务部门批准。"
        let other = "宗教活动场所扩建建筑物的，应当报市宗教事务部门备案。"
        let found = Self.demands(base, other)
        #expect(found == ["procedure: 应当报市宗教事务部门批准 → 应当报市宗教事务部门备案"], "\(found)")
        let both = Self.demands(base, "宗教活动场所扩建建筑物的，应当报市宗教事务部门批准，并报省宗教事务部门备案。")
        #expect(!both.contains { $0.hasPrefix("procedure") }, "\(both)")
        let sanction = Self.demands("未经批准扩建的，由市宗教事务部门处一千元罚款。", "未备案的，由市宗教事务部门处一千元罚款。")
        #expect(!sanction.contains { $0.hasPrefix("procedure") }, "\(sanction)")
    }

    // MARK: One line for one rule

    @Test func valuesOfOneParagraphAreOneDifference() {
        let found = Self.demands("多人反映同一事项的，应当推选代表。十人以下的，代表不得超过三人；超过十人的，代表不得超过五人。", "多人反映同一事项的，应当推选代表。")
        let values = found.filter { $0.hasPrefix("value-missing") }
        #expect(values.count == 1 && values[0].contains("三人") && values[0].contains("五人"), "\(found)")
    }

    @Test func theSamePeriodInOtherWordsIsNotMissing() {
        let base = "国家机关办理信访事项，一般应当自受理之日起三十日内办结。"
        let found = Self.demands(base, "直接责任机关接受转办的信访事项，应当在接收之日起三十日内办理完毕。")
        #expect(!found.contains { $0.hasPrefix("value") }, "\(found)")
    }

    @Test func aLevelOfSchoolingIsNoneOfAnotherParagraphsRelief() {
        let base = "应聘者应当具有大学专科以上学历。\n退役军人应聘的，其学历可以放宽至高中。"
        let found = Self.demands(base, "应聘者应当具有大学专科以上学历，勤务岗位应当具有高中以上学历。")
        #expect(found.contains { $0.hasPrefix("value-missing") && $0.contains("高中以上") }, "\(found)")
    }

    @Test func aPowerBeforeAListIsToldByTheList() {
        let found = Self.demands("文职人员可以从事下列工作：\n（一）接线查询。", "文职人员协助从事行政工作，主要包括：\n（一）接线查询。")
        #expect(!found.contains { $0.hasPrefix("duty") }, "\(found)")
    }
}
