import RegulationModel
import Testing

@testable import ProvisionDiff

@Suite("Units side by side") struct ComparisonTests {
    private static let list = "公安机关应当履行下列职责：\n（一）维护公共秩序；\n（二）预防违法犯罪；\n（三）管理交通。"

    /// `state base/other`, with `>` for what moved; paragraphs as ¶, points as their position.
    private static func outline(_ comparison: ProvisionComparison) -> [String] {
        comparison.rows.map { row in
            let names = [row.base, row.other].map { unit -> String in
                guard let unit else { return "·" }
                return unit.eId.text.split(separator: "_").last.map { (unit.level == .paragraph ? "¶" : "") + $0 } ?? ""
            }
            return "\(row.isMoved ? ">" : "")\(row.state.rawValue) \(names[0])/\(names[1])"
        }
    }

    private static func compare(_ base: String, _ other: String, links: [UnitLink] = []) -> ProvisionComparison {
        ProvisionComparer(base: Texts.act("a", [base]), other: Texts.act("b", [other]))
            .compare([EId("art_1")], [EId("art_1")], links: links)
    }

    @Test func equalUnitsStandSideBySideWhateverIsAddedOrRemovedBetweenThem() {
        let other = "公安机关应当履行下列职责：\n（一）维护公共秩序；\n（二）侦查刑事案件；\n（三）管理交通。"
        #expect(
            Self.outline(Self.compare(Self.list, other)) == [
                "equal ¶1/¶1", "equal 1/1", "removed 2/·", "added ·/2", "equal 3/3",
            ])
    }

    @Test func aChangedPointIsOneRow() {
        let other = Self.list.replacing("预防违法犯罪", with: "预防、制止违法犯罪")
        #expect(
            Self.outline(Self.compare(Self.list, other)) == [
                "equal ¶1/¶1", "equal 1/1", "changed 2/2", "equal 3/3",
            ])
    }

    @Test func aPointThatASentenceOfTheOtherSideNamesSaysWhere() {
        let list = "招聘按下列程序进行：\n（一）制定计划；\n（二）体检；\n（三）公示拟聘用人员名单。"
        let rows = Self.compare(list, "招聘应当按照报名、笔试、体检、考察等程序实施。").rows
        let places = rows.filter { $0.state == .removed }.map { $0.elsewhere.map(\.text) }
        #expect(places == [[], ["art_1__para_1"], []])
    }

    @Test func aSentenceThatIsAParagraphOnTheOtherSideSaysWhere() {
        let base = "公安机关为辅警配发统一的工作证件和标识。根据工作需要，辅警可以配备必要的执勤装备，但不得使用武器、警械。"
        let paragraphs = [
            "公安机关为辅警配发统一的工作证件和标识，并进行编号。", "任何人不得买卖服装。", "根据工作需要，辅警可以配备必要的执勤装备，但不得使用武器。",
        ]
        let added = Self.compare(base, paragraphs.joined(separator: "\n")).rows.filter { $0.state == .added }
        #expect(added.map(\.elsewhere) == [[EId("art_1__para_1")], []])
    }

    @Test func aPointThatChangedPlacesIsMoved() {
        let other = "公安机关应当履行下列职责：\n（一）管理交通；\n（二）维护公共秩序；\n（三）预防违法犯罪。"
        let found = Self.compare(Self.list, other)
        #expect(Self.outline(found) == ["equal ¶1/¶1", "equal 1/2", "equal 2/3", ">equal 3/1"])
        #expect(!found.isEqual && found.notItemised.renumbered == 3)
    }

    @Test func aPointWithOtherWordsIsMatchedByItsLink() {
        let base = "下列人员：\n（一）甲乙丙丁戊；\n（二）曾受刑事处罚的。"
        let other = "下列人员：\n（一）子丑寅卯；\n（二）甲乙子丑丙午未申酉。"
        let point = { (position: Int) in EId("art_1__para_1__list_1__point_\(position)") }
        let link = UnitLink(base: point(1), other: point(2), score: 0.9)
        #expect(Self.outline(Self.compare(base, other)).contains("removed 1/·"))
        #expect(Self.outline(Self.compare(base, other, links: [link])).contains("changed 1/2"))
    }

    @Test func whatIsAnsweredInAnotherArticleSaysWhere() throws {
        let base = Texts.act("a", ["公安机关负责管理。\n经费列入财政预算。"])
        let other = Texts.act("b", ["公安机关负责管理。", "经费列入本级财政预算。"])
        let link = UnitLink(base: EId("art_1__para_2"), other: EId("art_2__para_1"), score: 0.9)
        let found = ProvisionComparer(base: base, other: other).compare([EId("art_1")], [EId("art_1")], links: [link])
        let removed = try #require(found.rows.first { $0.state == .removed })
        #expect(removed.elsewhere == [EId("art_2__para_1")])
    }

    /// Words of a paragraph are looked for where a link is no more than likely; across languages there is nothing else.
    @Test func aDoubtfulLinkDoesNotSayWhereAParagraphStands() throws {
        let base = Texts.act("a", ["公安机关负责管理。\n系统应当向公民开放，供其查询信息。"])
        let other = Texts.act("b", ["公安机关负责管理。", "公民持身份证件办理报销手续。"])
        let english = Texts.english("c", ["Public security organs are in charge.", "Citizens may apply."])
        for (score, expected) in [(0.55, []), (0.8, [EId("art_2__para_1")])] {
            let link = UnitLink(base: EId("art_1__para_2"), other: EId("art_2__para_1"), score: score)
            let found = ProvisionComparer(base: base, other: other)
                .compare([EId("art_1")], [EId("art_1")], links: [link])
            #expect(try #require(found.rows.first { $0.state == .removed }).elsewhere == expected)
            let across = ProvisionComparer(base: base, other: english)
                .compare([EId("art_1")], [EId("art_1")], links: [link])
            #expect(across.rows.contains { $0.elsewhere == [EId("art_2__para_1")] })
        }
    }

    @Test func aSplitArticleIsComparedAsAWhole() {
        let base = Texts.act("a", ["公安机关负责管理。\n经费列入财政预算。"])
        let other = Texts.act("b", ["公安机关负责管理。", "经费列入财政预算。"])
        let found = ProvisionComparer(base: base, other: other)
            .compare([EId("art_1")], [EId("art_1"), EId("art_2")], links: [])
        #expect(found.isEqual)
    }

    @Test func wordsOfTwoLanguagesAreNotCompared() {
        let base = Texts.act("a", ["公安机关负责管理。\n经费列入财政预算。"])
        let other = Texts.english("b", ["Public security organs are in charge.", "Other."])
        let found = ProvisionComparer(base: base, other: other).compare([EId("art_1")], [EId("art_1")], links: [])
        #expect(found.rows.allSatisfy { $0.comparison == nil && $0.state != .equal && $0.state != .changed })
        #expect(!found.isEqual && found.notItemised.isEmpty)
        let link = UnitLink(base: EId("art_1__para_2"), other: EId("art_1__para_1"), score: 0.9)
        let linked = ProvisionComparer(base: base, other: other).compare([EId("art_1")], [EId("art_1")], links: [link])
        #expect(Self.outline(linked) == ["removed ¶1/·", "counterpart ¶2/¶1"])
    }

    @Test func exchangingTheTextsMirrorsTheRows() {
        let texts = [
            Self.list, "公安机关应当履行下列职责：\n（一）管理交通；\n（二）维护公共秩序；\n（三）预防违法犯罪。",
            "公安机关负责管理。\n经费列入财政预算。", "经费列入财政预算。\n公安机关会同财政部门负责管理。\n其他。",
        ]
        for base in texts {
            for other in texts {
                let there = Set(Self.compare(base, other).rows.map { Sides($0.base, $0.other, $0, isTurned: false) })
                let back = Set(Self.compare(other, base).rows.map { Sides($0.other, $0.base, $0, isTurned: true) })
                #expect(there == back, "\(base) / \(other)")
            }
        }
    }

    /// What a row says, from one side.
    private struct Sides: Hashable {
        let base: EId?
        let other: EId?
        let isMoved: Bool
        let script: EditScript?

        init(_ base: TextUnit?, _ other: TextUnit?, _ row: ComparisonRow, isTurned: Bool) {
            (self.base, self.other, isMoved) = (base?.eId, other?.eId, row.isMoved)
            script = isTurned ? row.comparison?.script.mirrored : row.comparison?.script
        }
    }

    @Test func everyUnitStandsInOneRow() {
        let base = "甲乙：\n（一）丙；\n1. 丁；\n2. 戊；\n（二）己。\n庚辛壬。"
        let found = Self.compare(base, Self.list)
        let act = Texts.act("a", [base])
        let units = act.provisions.flatMap(TextUnit.units(of:))
        #expect(found.rows.compactMap(\.base) == units)
        #expect(found.rows.compactMap(\.other).count == 4)
    }

    @Test func unknownAddressesGiveNoRows() {
        let act = Texts.act("a", ["甲。"])
        #expect(ProvisionComparer(base: act, other: act).compare([EId("x")], [EId("")], links: []).rows.isEmpty)
    }

    @Test func aParagraphThatForbidsAnswersNoneThatEncourages() {
        let base = "候车室内禁止饮酒。但是，下列场所的室内区域，可以设置饮酒区：\n（一）餐厅；\n（二）酒吧。\n鼓励前款规定的可以设置饮酒区的场所室内区域全面禁止饮酒。"
        let (one, two) = (Texts.act("a", [base]), Texts.act("b", ["室内候车室、室内办公室、交通工具室内区域禁止饮酒。"]))
        let (ban, hope) = (EId("art_1__para_1"), EId("art_1__para_2"))
        let links = [UnitLink(base: hope, other: ban, score: 0.6)]
        let rows = ProvisionComparer(base: one, other: two).compare([EId("art_1")], [EId("art_1")], links: links).rows
        let answering = rows.first { $0.other?.eId == ban }
        #expect(answering?.base?.eId != hope, "\(String(describing: answering?.base?.eId))")
    }
}
