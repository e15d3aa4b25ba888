import RegulationModel
import Testing

@testable import ComparisonMatrix

/// Which provisions do nothing but refer their matter to another act or body.
@Suite struct DelegationTests {
    private func target(_ paragraph: RegulationDraft.Paragraph, _ language: Language) throws -> String? {
        let regulation = RegulationDraft(id: "act", language: language, articles: [.init(1, paragraph)]).regulation
        return Delegation.target(of: try #require(regulation.articles.first), in: regulation)
    }

    @Test(arguments: [
        ("违反本办法规定，非法制造标识的，由公安机关依照《江苏省管理条例》予以处罚。", "《江苏省管理条例》"),
        ("由公安机关依照《治安管理处罚法》予以处罚；构成犯罪的，依法追究刑事责任。", "《治安管理处罚法》"),
        ("招聘的具体办法，由省公安机关另行制定。", "省公安机关"),
        ("具体标准由市人民政府根据国家有关规定制定。", "市人民政府"),
        ("专职检查员的管理办法由市应急管理部门制定。", "市应急管理部门"),
        ("建立自然保护区的程序，依照《自然保护区条例》的规定执行。", "《自然保护区条例》"),
        ("权属证书的登记，按照国家有关规定办理。", "国家有关规定"),
        ("法律、法规另有规定的，从其规定。", "法律、法规"),
    ])
    func aChineseProvisionThatOnlyRefersNamesWhereTo(_ text: String, _ expected: String) throws {
        #expect(try target(.init(text), .chinese) == expected)
    }

    @Test(arguments: [
        "招聘由公安机关组织实施，具体办法根据《招聘办法》另行制定。",
        "港口岸线实行有偿使用，具体办法由市人民政府制定。",
        "公安机关应当建立制度。具体办法由市人民政府制定。",
        "用人计划由公安机关制定。",
        "按照下列规定执行。",
        "其他单位参照本办法的有关规定执行。",
        "构成犯罪的，依法追究刑事责任。",
        "根据《中华人民共和国人民警察法》，结合本省实际，制定本条例。",
        "因工负伤的，依照《工伤保险条例》享受工伤待遇。",
        "",
    ])
    func aChineseProvisionThatRulesIsNotDelegated(_ text: String) throws {
        #expect(try target(.init(text), .chinese) == nil)
    }

    @Test(arguments: [
        (
            "The specific measures for graded management shall be formulated by the public security organs of the "
                + "provincial people's government.",
            "public security organs of the provincial people's government"
        ),
        (
            "The standards shall be separately prescribed by the Ministry of Finance in conjunction with others.",
            "Ministry of Finance"
        ),
        (
            "Whoever makes insignia shall be punished by the police in accordance with the Regulations of Jiangsu on "
                + "Auxiliaries; if it is a crime, he shall be punished according to law.",
            "Regulations of Jiangsu on Auxiliaries"
        ),
        ("Fees shall be handled in accordance with the Budget Act, the Audit Act and other laws.", "Budget Act"),
    ])
    func anEnglishProvisionThatOnlyRefersNamesWhereTo(_ text: String, _ expected: String) throws {
        #expect(try target(.init(text), .english) == expected)
    }

    @Test(arguments: [
        "The recruitment shall be organised by the police. The specific measures shall be formulated by the province.",
        "The plan shall be formulated by the public security organ.",
        "Other bodies shall be managed in accordance with these Regulations.",
        "Those injured at work shall enjoy treatment in accordance with the Regulations on Work Injury Insurance.",
        "Whoever commits a crime shall be investigated for criminal responsibility according to law.",
        "A quota is set, and the specific measures shall be formulated by the province.",
        "",
    ])
    func anEnglishProvisionThatRulesIsNotDelegated(_ text: String) throws {
        #expect(try target(.init(text), .english) == nil)
    }

    @Test func pointsUnderAReferringLeadInAreItsCases() throws {
        let list = RegulationDraft.Paragraph(
            "有下列行为之一的，依照《治安管理处罚法》予以处罚：", points: [("（一）", "侮辱警务辅助人员；"), ("（二）", "其他行为。")])
        #expect(try target(list, .chinese) == "《治安管理处罚法》")
        let withRule = RegulationDraft.Paragraph(list.text, points: list.points, wrapUp: "公安机关应当公布结果。")
        #expect(try target(withRule, .chinese) == nil)
    }
}
