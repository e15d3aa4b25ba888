import RegulationModel
import Testing

@testable import ProvisionDiff

/// What one side alone seems to have, beside what the other act says nearest to it.
@Suite("Nearest sayings of the other act") struct NearestPointerTests {
    /// The differences of the first articles of two acts.
    private static func differences(_ base: [String], _ other: [String]) -> (found: [NormDifference], other: Regulation)
    {
        let (one, two) = (Texts.act("a", base), Texts.act("b", other))
        let rows = ProvisionComparer(base: one, other: two).compare([EId("art_1")], [EId("art_1")], links: [])
        let norms = NormComparison(
            base: NormComparison.Side(one, isMachine: false), other: NormComparison.Side(two, isMachine: false),
            renderings: .none)
        return (norms.differences(rows, links: []), two)
    }

    private static let list = "管理机构履行下列职责：\n（一）编制目录；\n（二）受理消费者投诉，组织调解，维护消费者权益。"
    private static let bare = "管理机构履行下列职责：\n（一）编制目录。"
    private static let answering = ["单位应当接受检查。", "经营者收到消费者投诉，应当答复。", "工作人员应当出示证件。"]

    @Test func aPointPointsToTheSentenceOfAnyArticleThatComesNearest() throws {
        let (found, other) = Self.differences([Self.list], [Self.bare] + Self.answering)
        let point = try #require(found.first { $0.reason == .item })
        #expect(!point.isDoubtful)
        let near = try #require(point.nearest)
        #expect(near.provision.article == EId("art_3"))
        #expect(other.source.string(near.span).contains("消费者投诉"))
        #expect((0...1).contains(near.likeness))
    }

    @Test func whatNothingComesNearPointsNowhere() throws {
        let (found, _) = Self.differences([Self.list], [Self.bare, "草坪每年修剪。", "本办法自公布之日起施行。"])
        #expect(try #require(found.first { $0.reason == .item }, "\(found)").nearest == nil)
    }

    @Test func whatSomethingElseAnswersIsNotPointedTo() throws {
        let base = "有下列情形之一的，不得招聘：\n（一）受过刑事处罚的；\n（二）曾被开除公职的。"
        let other = "有下列情形之一的，不得招聘：\n（一）受过刑事处罚的；\n（二）曾被开除公职的；\n（三）有严重不良信用记录受过惩戒的。"
        let (found, _) = Self.differences([base], [other])
        #expect(try #require(found.first { $0.reason == .item }, "\(found)").nearest == nil, "\(found)")
    }

    @Test func aParagraphOfEachSideThatIsNearestToTheOtherIsOneLine() {
        let (same, far) = ("血站应当依法采集血液并公布库存。", "医疗机构应当建立用血管理制度，配备专人，定期评价。")
        let base = ["\(same)\n血站根据需要，可以在其执业区域内设置固定采血点。", far]
        let other = ["\(same)\n市、县人民政府应当按照城乡统筹的原则，综合考虑人口流量和年供应量，规划建设固定采血屋并设置标志。", far]
        let (found, _) = Self.differences(base, other)
        #expect(found.map(\.reason) == [.saidOtherwise] && found.allSatisfy(\.isDoubtful), "\(found)")
        let mirrored = Self.differences(other, base).found
        #expect(mirrored.map(\.reason) == [.saidOtherwise] && mirrored.first?.base == found.first?.other, "\(mirrored)")
    }

    @Test func aPointThatLeavesAListOpenIsNoAnswer() throws {
        let open = "经营者应当：\n（一）定期清洗车辆；\n（二）维护消费者权益的其他要求，以及管理机构认为必要的全部事项。"
        let (found, _) = Self.differences([Self.list], [Self.bare, open])
        #expect(try #require(found.first { $0.reason == .item }).nearest == nil)
    }

    @Test func thePointerIsTheSameFromBothSides() throws {
        let (acts, facing) = ([Self.list], [Self.bare] + Self.answering)
        let (one, two) = (Self.differences(acts, facing).found, Self.differences(facing, acts).found)
        let (near, mirrored) = (one.compactMap(\.nearest), two.compactMap(\.nearest))
        #expect(!near.isEmpty && near == mirrored)
    }

    @Test func aBanThatAnotherArticleListsIsDoubtful() throws {
        let base = ["协管员协助巡逻。", "协管员不得有下列行为：\n（一）单独执法或者以个人名义执法；\n（二）泄露秘密。"]
        let (found, _) = Self.differences(base, ["协管员协助巡逻。协管员不得单独执法或者以个人名义执法。"])
        let ban = try #require(found.first { $0.base == [] || $0.reason == .saidOtherwise })
        #expect(ban.isDoubtful && ban.baseProvision == EId("art_2__para_1__list_1__point_1"), "\(found)")
    }

    @Test func whatIsSaidInOtherWordsIsCitedFromWhereItStands() throws {
        let base = ["托育机构应当建立制度。\n不得安排婴幼儿参与营利性演出和危险活动。"]
        let other = ["托育机构应当建立制度。\n托育机构禁止从事下列活动：\n（一）泄露家长信息；\n（二）安排儿童参与营利性演出。"]
        let (found, act) = Self.differences(base, other)
        let said = try #require(found.first { $0.reason == .saidOtherwise })
        let place = try #require(act.provision(at: said.otherProvision))
        #expect(said.other.allSatisfy { place.span.contains($0) })
    }

    @Test func theTerritoryThatAnActAppliesToIsNoLevelOfGovernment() {
        let (found, _) = Self.differences(["本省公安机关的协管员，适用本办法。"], ["本市公安机关的协管员，适用本办法。"])
        #expect(!found.contains { $0.reason == .levels }, "\(found)")
        let (other, _) = Self.differences(["省公安机关制定规划。"], ["市公安机关制定规划。"])
        #expect(other.contains { $0.reason == .levels }, "\(other)")
    }

    @Test func aValueOfOneSidePointsToTheSentenceComparedThatHasNone() throws {
        let base = "供水企业应当在三十日内报送供水量和漏失率。"
        let (found, other) = Self.differences([base], ["供水企业应当及时报送供水量和漏失率，并公布。", "供水企业报送供水量和漏失率的，应当真实。"])
        let value = try #require(found.first { $0.reason == .valueMissing }, "\(found)")
        let near = try #require(value.nearest)
        #expect(near.provision.article == EId("art_1") && other.source.string(near.span).contains("及时"))
    }

    @Test func theOnlySanctionOfEachSideIsOneDifference() {
        let base = "未经批准进口宗教用品的，由海关没收宗教用品。"
        let (found, _) = Self.differences([base], ["在公园散发传单的，由公安机关处二百元罚款。"])
        let sanctions = found.filter { $0.reason == .sanctions }
        #expect(sanctions.count == 1 && !sanctions[0].base.isEmpty && !sanctions[0].other.isEmpty, "\(found)")
    }

    @Test func thePurposeOfAnActAnswersNoPoint() {
        let base = ["辅警应当履行下列义务：\n（一）着装整齐；\n（二）依法履行工作职责。"]
        let other = ["辅警应当履行下列义务：\n（一）着装整齐。", "为了保障辅警依法履行工作职责，制定本办法。"]
        let (found, _) = Self.differences(base, other)
        #expect(found.allSatisfy { $0.reason == .item && $0.nearest == nil }, "\(found)")
    }
}
