import RegulationModel
import Testing

@testable import ProvisionAlignment

/// Points of two lists that stand in linked articles, as `3-4` for the third and the fourth.
private struct Lists {
    let pairs: [LinkDecision.Pair]

    /// Each text is an article with its points; where there are several articles, each is linked with each.
    init(_ base: String, _ other: String) throws {
        let witnesses = [SampleRegulation.make("a", .chinese, base), SampleRegulation.make("b", .chinese, other)]
        let pair = try #require(AlignmentEngine(witnesses: witnesses, terms: .empty).compared(0, 1))
        let one = pair.base.units
        let two = pair.other.units
        let inner = InnerLinks(
            base: pair.base.features.points, rowOwners: one.points.map(\.owner), other: pair.other.features.points,
            columnOwners: two.points.map(\.owner), rarity: pair.rarity,
            openRows: OpenItem.flags(one.points, one.language), openColumns: OpenItem.flags(two.points, two.language),
            liabilityOfRows: one.points.map { Liability($0.scalars, one.language) },
            liabilityOfColumns: two.points.map { Liability($0.scalars, two.language) })
        let articles = one.articles.indices.flatMap { row in
            two.articles.indices.map { LinkDecision.Pair(row: row, column: $0, probability: 1, strength: .main) }
        }
        pairs = inner.pairs(articles)
    }

    var links: [String] { pairs.map { "\($0.row + 1)-\($0.column + 1)" } }
}

@Suite("Points of linked articles") struct InnerLinksTests {
    private static let tasks = """
        6 辅警不得从事下列工作：
        - 国内安全保卫、技术侦察等工作；
        - 办理涉及国家秘密的事项；
        - 执行刑事强制措施；
        - 保管武器、警械；
        - 依照规定不得从事的其他工作。
        """
    private static let joinedTasks = """
        7 警务辅助人员不得从事：
        - 办理涉及国家秘密的事项，从事国内安全保卫、技术侦察等工作；
        - 执行刑事强制措施；
        - 保管武器、警械；
        - 国家规定禁止警务辅助人员从事的其他工作。
        """

    @Test func aPointThatHoldsTwoOfTheOtherListAnswersBoth() throws {
        #expect(try Lists(Self.tasks, Self.joinedTasks).links == ["1-1", "2-1", "3-2", "4-3", "5-4"])
    }

    @Test func changingTheListsOverMirrorsTheLinksToTheLastBit() throws {
        let forth = try Lists(Self.tasks, Self.joinedTasks).pairs
        let back = try Lists(Self.joinedTasks, Self.tasks).pairs.map { pair in
            LinkDecision.Pair(
                row: pair.column, column: pair.row, probability: pair.probability, strength: pair.strength)
        }
        #expect(Set(forth) == Set(back))
    }

    @Test func theSecondOfTwoPointsInOneIsAPart() throws {
        let strengths = try Lists(Self.tasks, Self.joinedTasks).pairs.prefix(2).map(\.strength)
        #expect(strengths.sorted { $0 == .main && $1 == .part } == [.main, .part])
    }

    @Test func scoresAreProbabilitiesFromOneHalfOn() throws {
        let scores = try Lists(Self.tasks, Self.joinedTasks).pairs.map(\.probability)
        #expect(scores.allSatisfy { $0 >= 0.5 && $0 < 1 })
        #expect(scores[2] > scores[0], "The same words are surer than a share of them.")
    }

    @Test func aPointThatOnlySoundsLikeTheSecondIsLeftAlone() throws {
        let base = """
            20 禁止下列行为：
            - 向未成年人出售烟草制品；
            - 在中小学校周边一百米内设置销售网点。
            """
        let other = """
            13 不得有下列行为：
            - 向未成年人销售烟草制品或者电子烟；
            - 让未成年人销售烟草制品或者电子烟；
            - 在中小学校门口五十米范围内销售烟草制品或者电子烟。
            """
        #expect(try Lists(base, other).links == ["1-1", "2-3"])
    }

    @Test func pointsWithoutACommonWordAreNotLinkedEvenWhereNothingElseIsLeft() throws {
        #expect(try Lists("1 条件：\n- 品行端正；", "1 要求：\n- 年满十八周岁；").links.isEmpty)
    }

    @Test func aRivalInAnotherLinkedArticleCounts() throws {
        let base = """
            8 协助开展下列工作：
            - 维护案（事）件现场秩序，保护案（事）件现场，救助受伤人员；
            - 公安监管场所的管理勤务；
            """
        let other = """
            9 可以开展下列工作：
            - 维护公共活动场所的治安；
            - 公安监管场所的管理勤务；
            10 可以开展下列工作：
            - 维护案（事）件现场秩序、安全，保护案（事）件现场，救助受伤受困人员；
            """
        #expect(try Lists(base, other).links == ["1-3", "2-2"])
    }

    @Test func ofTwoPointsInTheSameWordsEachFindsTheOneInItsPlace() throws {
        let base = "1 程序：\n- 发布公告；\n- 资格审查；\n- 组织面试；\n- 发布公告；\n- 签订合同。"
        let other = "1 步骤：\n- 发布公告；\n- 审查资格；\n- 进行面试；\n- 发布公告；\n- 签订合同。"
        let pairs = try Lists(base, other).pairs
        func score(_ row: Int, _ column: Int) -> Float {
            pairs.first { $0.row == row && $0.column == column }?.probability ?? 0
        }
        #expect(min(score(0, 0), score(3, 3)) > max(score(0, 3), score(3, 0)))
    }
}

@Suite("Open items of lists") struct OpenItemTests {
    private static let conditions = """
        10 应当具备下列条件：
        - 年满十八周岁；
        - 品行端正；
        - 法律、法规规定的其他条件。
        """

    @Test func openItemsAnswerEachOtherWhateverTheirWords() throws {
        let other = "11 条件如下：\n- 品行端正；\n- 年满十八周岁的公民；\n- 其他应当具备的要求。"
        #expect(try Lists(Self.conditions, other).links == ["1-2", "2-1", "3-3"])
    }

    @Test func openItemsAnswerNothingElseWhereBothListsHaveOne() throws {
        let other = "11 条件如下：\n- 遵守法律、法规规定；\n- 年满十八周岁；\n- 其他要求。"
        #expect(try Lists(Self.conditions, other).links == ["1-2", "3-3"])
    }

    @Test func anOpenItemWithoutAnswerIsAPointLikeAnyOther() throws {
        let base = "21 有下列行为的，给予处分：\n- 泄露秘密的；\n- 弄虚作假、徇私舞弊的。"
        let other = "30 有下列行为的，给予处分：\n- 泄露应当保密的秘密的；\n- 其他滥用职权、徇私舞弊的行为。"
        #expect(try Lists(base, other).links == ["1-1", "2-2"])
    }

    @Test(arguments: [
        ("其他应当具备的条件。", true), ("公安机关规定的其他条件。", true), ("法律、行政法规规定停止执行的。", true),
        ("国家和省有关规定不适合的其他情形。", true), ("依法解除劳动合同;", false), ("与所申请事项有其他利害关系的。", false),
        ("按照国家有关规定配置消防设施。", false), ("法律援助;", false), ("", false),
    ])
    func chineseWording(_ text: String, _ isOpen: Bool) {
        #expect(OpenItem.isOpen(Folding.fold(text).scalars, .chinese) == isOpen)
    }

    @Test(arguments: [
        ("other rights stipulated by laws and regulations.", true), ("and any other circumstances", true),
        ("others that conform to these Measures", true), ("there are other relations with the parties", false),
        ("otherwise unfit", false), ("the", false),
    ])
    func englishWording(_ text: String, _ isOpen: Bool) {
        #expect(OpenItem.isOpen(Folding.fold(text).scalars, .english) == isOpen)
    }

    @Test func onlyTheLastPointOfItsListIsOpen() {
        let act = SampleRegulation.make(
            "act", .chinese,
            "1 材料：\n- 其他有效证明；\n- 申请书；\n第二款：\n- 名单；\n- 其他材料。\n2 条件：\n- 其他条件。\n其他事项。")
        let units = WitnessUnits(act)
        #expect(OpenItem.flags(units.points, .chinese) == [false, false, false, true, true])
        #expect(OpenItem.flags(units.paragraphs, .chinese).allSatisfy { !$0 })
    }

    @Test func pointsThatNameUnlikeLiabilityDoNotAnswerEachOtherByTheirLetters() throws {
        let short = """
            5 有下列情形之一的，不得录用：
            - 受过刑事处罚的；
            - 被开除公职的。
            """
        let long = """
            8 有下列情形之一的，不得录用：
            - 曾被追究刑事责任或者涉嫌犯罪尚未结案的；
            - 曾因赌博等行为受过行政处罚的；
            - 曾被国家机关开除公职的。
            """
        #expect(try Lists(short, long).links == ["1-1", "2-3"])
    }
}
