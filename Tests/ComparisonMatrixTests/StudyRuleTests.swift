import ProvisionAlignment
import RegulationModel
import Testing

@testable import ComparisonMatrix

/// Under which heading of a guide a sentence stands, and which values it calls lacking.
@Suite("Rules and values of a guide") struct StudyRuleTests {
    private static func rules(_ text: String) throws -> [StudyRule] {
        let witness = RegulationDraft(id: "act", articles: [.init(1, .init(text))]).witness
        return StudyReader(witness).rules(of: try #require(witness.regulation.articles.first))
    }

    @Test(arguments: [
        ("国家提倡健康公民自愿献血。", StudyKind.encouraged), ("鼓励单位和个人捐赠。", .encouraged), ("国家实行无偿献血制度。", .duties),
        ("公安机关应当鼓励市民举报。", .duties), ("血站应当进行检测，鼓励采用新技术。", .duties),
        // The operative word may stand behind a condition, and be 支持.
        ("在风险较高的活动中，鼓励组织者与参加者签订书面协议。", .encouraged), ("参加者未成年的，提倡由监护人陪同。", .encouraged),
        ("支持社会力量兴办养老机构。", .encouraged), ("本市支持居民种植花木，美化环境。", .encouraged),
        ("经费来源包括政府支持和社会捐赠。", .duties), ("政府支持的项目，由主管部门组织实施。", .duties),
        ("国家鼓励的项目，由主管部门组织实施。", .duties), ("主管部门建立健全培训机制，支持组织的成立。", .duties),
    ])
    func whatIsEncouragedIsNoDuty(_ text: String, _ kind: StudyKind) throws {
        #expect(try Self.rules(text).map(\.kind) == [kind])
    }

    /// A list behind what is encouraged stays with it, and a definition beside it makes it no definition.
    @Test func whatIsEncouragedStaysWhatItIs() throws {
        let list = RegulationDraft.Paragraph(
            "有下列情形之一的，鼓励组织者与参加者签订书面协议：", points: [("（一）", "风险较高的；"), ("（二）", "依法应当备案的。")])
        let witness = RegulationDraft(id: "act", articles: [.init(1, list)]).witness
        let rules = StudyReader(witness).rules(of: try #require(witness.regulation.articles.first))
        #expect(rules.map(\.kind) == [.encouraged] && rules.first?.items.count == 2)
        let beside = try Self.rules("本条例所称志愿者，是指提供服务的自然人。鼓励父母与子女共同参加。")
        #expect(beside.map(\.kind) == [.subject, .encouraged])
    }

    @Test func aBanBesideADutyStandsAmongTheBansToo() throws {
        let rule = try #require(try Self.rules("血站对采集的血液必须进行检测；未经检测的血液，不得向医疗机构提供。").last)
        #expect(rule.stands(among: .bans))
        let limit = try #require(try Self.rules("每次采集血液量最多不得超过四百毫升。").first)
        #expect(limit.stands(among: .bans))
        let condition = try #require(try Self.rules("违反前款规定不得采集而采集的，由卫生行政部门责令改正。").first)
        #expect(!condition.stands(among: .bans))
        let duty = try #require(try Self.rules("血站应当保证血液质量。").first)
        #expect(!duty.stands(among: .bans) && duty.stands(among: .duties))
    }

    /// The article that answers may stand in another row: its act gives the value there.
    @Test func anActWhoseLinkedArticleGivesAValueIsNotSaidToLackIt() throws {
        let interval = "两次采集间隔期不少于六个月。"
        let drafts = [
            RegulationDraft(id: "first", articles: [.init(1, .init("血站采集血液。\(interval)"))]),
            RegulationDraft(id: "second", articles: [.init(1, "血站采集血液。"), .init(2, .init(interval))]),
            RegulationDraft(id: "third", articles: [.init(1, "血站采集血液。")]),
        ]
        func link(_ base: String, _ other: String, _ strength: LinkStrength = .main) -> Link {
            Link(base: EId(base), other: EId(other), strength: strength, relation: .changed, score: 0.97, reasons: [])
        }
        let alignments = [
            Alignment(
                base: "first", other: "second", level: .article,
                links: [link("art_1", "art_1"), link("art_1", "art_2", .part)]),
            Alignment(base: "first", other: "third", level: .article, links: [link("art_1", "art_1")]),
            Alignment(base: "second", other: "third", level: .article, links: [link("art_1", "art_1")]),
        ]
        let witnesses = drafts.map(\.witness)
        let families = try #require(
            MatrixBuilder(witnesses: witnesses, alignments: alignments, topics: nil).families(inOrderOf: nil))
        let table = ParameterBuilder.table(witnesses, families: families, alignments: alignments)
        let periods = table.parameters.filter { $0.attribute == .duration }
        let period = try #require(periods.first { $0.values[0].witness == "first" })
        #expect(!period.without.contains("second") && period.without.contains("third"), "\(period)")
    }
}
