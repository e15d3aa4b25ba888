import RegulationModel
import Testing

@testable import ComparisonMatrix

/// What a sentence names, how often, and who comes first.
@Suite("Values of one provision") struct ParameterReaderTests {
    private static func values(_ text: String, _ attribute: ParameterAttribute) throws -> [ParameterValue] {
        let witness = RegulationDraft(id: "act", articles: [.init(1, .init(text))]).witness
        let article = try #require(witness.regulation.articles.first)
        return ParameterReader(witness).values(of: article).filter { $0.attribute == attribute }.map(\.value)
    }

    @Test(arguments: [
        ("不得组织非法、营利、违背社会公德及与养犬无关的活动。", ["4"]), ("程序包括报名、考试、体检、考察和公示等程序。", ["5"]),
        ("在医院、学校、幼儿园以及车站、机场等场所设置标志。", ["5"]), ("公示项目名称、服务标准、资金预算与实施期限等信息。", ["4"]),
        ("可以采取协商、调解、仲裁或者诉讼等方式解决。", ["4"]),
        // 和 and 与 inside a word, and of what one of the things is made of.
        ("提供便利、参与机会、和谐环境等条件。", ["3"]),
        // Those who act and what they do are no list of one kind.
        ("为养犬人、养犬协会提供必要的场所和安全防护等条件。", []),
    ])
    func thingsNamedAreCountedWithThoseBehindAConjunction(_ text: String, _ counts: [String]) throws {
        #expect(try Self.values(text, .enumeration).map(\.normalised) == counts)
    }

    @Test(arguments: [
        ("市人民政府每年定期公布名录。", [("每年定期", "1 per year")]), ("市人民政府定期公布名录。", [("定期", "regular")]),
        ("市人民政府每年至少公布一次名录。", [("每年至少公布一次", ">= 1 per year")]),
    ])
    func whatIsDoneRegularlyEachYearIsDoneYearly(_ text: String, _ expected: [(String, String)]) throws {
        let found = try Self.values(text, .frequency)
        #expect(found.map(\.written) == expected.map(\.0) && found.map(\.normalised) == expected.map(\.1))
    }

    @Test(arguments: [
        ("同等条件下优先录用退役军人、烈士子女。", ["退役军人、烈士子女"]), ("企业优先招录、聘用和录取有养犬资格的人员。", ["有养犬资格的人员"]),
        ("优先安排活动、免费乘车等措施予以激励。", []), ("需要就业的，优先安排就业。", []), ("优先办理证照。", []), ("优先安排上岗或者就业。", []),
    ])
    func whoComesFirstIsNamedOrNobody(_ text: String, _ names: [String]) throws {
        #expect(try Self.values(text, .priority).map(\.written) == names)
    }
}
