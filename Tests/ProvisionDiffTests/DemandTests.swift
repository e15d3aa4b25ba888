import RegulationModel
import Testing

@testable import ProvisionDiff

/// What provisions demand otherwise, on small pairs of the kind that drafters meet; each was once told wrongly.
@Suite("What is demanded otherwise") struct DemandTests {
    /// `reason: base → other` of the certain differences of two acts of one article.
    private static func demands(_ base: Regulation, _ other: Regulation) -> [String] {
        let norms = NormComparison(
            base: NormComparison.Side(base, isMachine: false), other: NormComparison.Side(other, isMachine: false),
            renderings: .none)
        let rows = ProvisionComparer(base: base, other: other).compare([EId("art_1")], [EId("art_1")], links: [])
        return norms.differences(rows, links: []).filter { !$0.isDoubtful }.map { difference in
            let one = difference.base.map(base.source.string).joined(separator: "；")
            let two = difference.other.map(other.source.string).joined(separator: "；")
            return "\(difference.reason.rawValue): \(one) → \(two)"
        }
    }

    private static func demands(_ base: String, _ other: String) -> [String] {
        demands(Texts.act("a", [base]), Texts.act("b", [other]))
    }

    @Test func fourFinesAreComparedByWhatIsFined() {
        let base = "非法制造标识的，处三倍以上五倍以下罚款；非法使用标识的，处三千元以上一万元以下罚款。"
        let other = "非法制造标识的，处一千元以上五千元以下罚款；非法使用标识的，处二百元以上一千元以下罚款。"
        #expect(
            Self.demands(base, other) == [
                "value: 三倍以上五倍以下 → 一千元以上五千元以下", "value: 三千元以上一万元以下 → 二百元以上一千元以下",
            ])
    }

    @Test func aDeadlineForSomethingElseStandsForNoOther() {
        let found = Self.demands("街道办事处应当自收到申请之日起十日内公布筹备组成员名单。", "首次会议应当在筹备组成立后六十日内由建设单位召集。")
        #expect(!found.contains { $0.contains("十日内 → 六十日内") })
    }

    @Test(arguments: [
        ("禁止吸烟场所的经营者应当设置标志。", "无烟场所的经营者应当设置标志。"), ("对负有责任的领导人员依法给予处分。", "对领导人员依法给予处分。"),
        ("法律、法规规定必须由人民警察从事的工作，员工不得从事。", "法律、法规规定由人民警察从事的工作，员工不得从事。"),
        ("员工应当获得履行职责应当具有的工作条件。", "员工应当获得履行职责必需的工作条件。"), ("不得将用房纳入可销售范围。", "不得将用房纳入销售范围。"),
        ("《公共场所禁止吸烟的规定》同时废止。", "原规定同时废止。"), ("吸烟又不禁止的，应当改正。", "允许吸烟的，应当改正。"),
    ])
    func wordsOfADescriptionOrderNothing(_ base: String, _ other: String) {
        #expect(!Self.demands(base, other).contains { $0.hasPrefix("duty") || $0.hasPrefix("ban") })
    }

    @Test(arguments: [
        ("应当公开的信息包括预算。", "可以公开的信息包括预算。"), ("禁止携带犬只进入公共场所。", "可以携带犬只进入公共场所。"),
        ("禁止损毁标志。", "可以损毁标志。"),
    ])
    func aWordThatIsExchangedIsToldAlsoInADescription(_ base: String, _ other: String) {
        #expect(!Self.demands(base, other).isEmpty)
    }

    @Test func aListWrittenOutAsASentenceLosesNoItem() {
        let list = "有下列行为之一的，由公安机关处五百元罚款：\n（一）遗弃犬只的；\n（二）未办理登记的；\n（三）虐待犬只的。"
        #expect(Self.demands(list, "遗弃犬只、未办理登记、虐待犬只的，由公安机关处五百元罚款。").isEmpty)
        #expect(Self.demands(list, "遗弃犬只、虐待犬只的，由公安机关处五百元罚款。").contains { $0.contains("未办理登记") })
    }

    @Test func aDistrictInsideAnotherNounIsNoLevelOfGovernment() {
        let found = Self.demands("推动住宅区、商业区、工矿区及机关、学校实行物业服务。", "推动社会实行物业服务。")
        #expect(!found.contains { $0.hasPrefix("levels") })
        #expect(Self.demands("县及区机关负责管理。", "省级机关负责管理。").contains { $0.hasPrefix("levels") })
    }

    @Test func regularIsReadAsAWordOnly() {
        func frequencies(_ text: String) -> Int {
            let act = Texts.act("a", [text])
            return NormReader(act).norms(of: act.articles[0]).flatMap(\.particulars).count { $0.kind == .frequency }
        }
        #expect(frequencies("公安机关应当定期组织检查。") == 1)
        #expect(frequencies("应当在约定期限内完成。") == 0 && frequencies("可以随时解除不定期合同。") == 0)
    }

    @Test(arguments: [
        ("fined between NT$20,000 and NT$100,000.", "fined not less than NT$20,000 but not more than NT$100,000."),
        (
            "imprisoned for between one month and one year.",
            "imprisoned for not less than one month but not more than one year."
        ),
    ])
    func anEnglishRangeIsOneValue(_ base: String, _ other: String) {
        let texts = (
            "Any person who abandons a dog shall be " + base, "Any person who abandons a dog shall be " + other
        )
        let found = Self.demands(Texts.english("a", [texts.0]), Texts.english("b", [texts.1]))
        #expect(!found.contains { $0.hasPrefix("value") }, "\(found)")
    }

    @Test func meansThatAreUsedDefineNothing() {
        let found = Self.demands(
            Texts.english("a", ["No clinic shall solicit business in any improper manner."]),
            Texts.english("b", ["A clinic shall not solicit business through improper means."]))
        #expect(!found.contains { $0.hasPrefix("duty") }, "\(found)")
    }
}

@Suite("Paragraphs that one text prints as one") struct MergedParagraphTests {
    private static let first = "公安机关应当建立养犬管理服务场所。"
    private static let second = "养犬人应当自犬只出生满三个月起三十日内办理登记，不得遗弃犬只。"

    private static func rows(_ base: String, _ other: String) -> [ComparisonRow] {
        ProvisionComparer(base: Texts.act("a", [base]), other: Texts.act("b", [other]))
            .compare([EId("art_1")], [EId("art_1")], links: []).rows
    }

    @Test func twoParagraphsJoinedAreOneRowWithTheSameWords() throws {
        let rows = Self.rows(Self.first + "\n" + Self.second, Self.first + Self.second)
        #expect(rows.map(\.state) == [.equal])
        let unit = try #require(rows.first?.base)
        #expect([unit.eId] + unit.merged != [unit.eId] && unit.paragraphs.count == 2 && rows[0].other?.merged == [])
    }

    @Test func theOtherWayRoundGivesTheSame() {
        let rows = Self.rows(Self.first + Self.second, Self.first + "\n" + Self.second)
        #expect(rows.map(\.state) == [.equal] && rows[0].base?.merged == [] && rows[0].other?.merged.count == 1)
    }

    @Test func aParagraphOfAnotherMatterStaysRemoved() {
        let rows = Self.rows(Self.first + "\n市人民政府应当将所需经费列入财政预算。\n" + Self.second, Self.first + "\n" + Self.second)
        #expect(rows.map(\.state) == [.equal, .removed, .equal])
    }
}

extension DemandTests {
    @Test func anEnglishItemIsLookedForByItsWordsNotItsLetters() {
        let list = """
            The organ may dissolve the contract where:
            (1) serious dereliction of duty caused great damage;
            (2) criminal responsibility is investigated according to law;
            (3) the work is refused without reason.
            """
        let sentence = "The organ may dissolve the contract according to law where the work is refused without reason."
        let found = Self.demands(Texts.english("a", [list]), Texts.english("b", [sentence]))
        #expect(found.contains { $0.hasPrefix("item") && $0.contains("dereliction") }, "\(found)")
        #expect(!found.contains { $0.hasPrefix("item") && $0.contains("refused without reason") }, "\(found)")
    }
}
