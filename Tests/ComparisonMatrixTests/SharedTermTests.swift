@testable import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

/// Rows of families without a topic are named by the terms their provisions share.
@Suite("Terms that name a family") struct SharedTermTests {
    private static let first = RegulationDraft(
        id: "first", chapters: [("登记", 2), ("责任", 3)],
        articles: [
            .init(1, "养犬人应当申请年度检验，登记机关收取检验费用。"), .init(2, "遗失犬牌的，申请补发；登记机关补发犬牌。"),
            .init(3, "违反规定，由公安机关责令改正，处五百元罚款；犬牌失效。"), .init(4, "未经年度检验的，由公安机关责令改正。"),
            .init(5, "本办法自公布之日起施行。"),
        ])
    private static let second = RegulationDraft(
        id: "second",
        articles: [
            .init(1, "犬牌损毁的，凭证明补发，补发不另收费。"), .init(2, "违反本办法，由公安机关责令改正，登记机关注销犬牌。"), .init(3, "年度检验不收费。"),
        ])

    private static func headings(_ drafts: [RegulationDraft], _ links: [(String, String)]) throws -> [BilingualText] {
        let links = links.map {
            Link(
                base: EId($0.0), other: EId($0.1), strength: .main, relation: .changed, score: 0.97, reasons: [])
        }
        let alignment = Alignment(base: drafts[0].id, other: drafts[1].id, level: .article, links: links)
        let builder = MatrixBuilder(witnesses: drafts.map(\.witness), alignments: [alignment], topics: nil)
        return try #require(builder.families(inOrderOf: nil)).rows.map(\.heading)
    }

    @Test func whatBothProvisionsSayAndOthersSeldomNamesTheRowBehindItsChapter() throws {
        let headings = try Self.headings([Self.first, Self.second], [("art_2", "art_1")])
        #expect(headings[1].chinese.hasPrefix("登记：") && headings[1].chinese.contains("补发"))
        #expect(!headings[1].chinese.contains("…"))
    }

    @Test func aTermOfOneTextAloneNamesNoFamilyOfTwo() throws {
        let headings = try Self.headings([Self.first, Self.second], [("art_1", "art_3")]).map(\.chinese)
        let heading = try #require(headings.first { $0.contains("年度检验") })
        #expect(!heading.contains("登记机关"), "\(heading)")
    }

    @Test func aProvisionThatSharesNoTermIsNamedByItsFirstWords() throws {
        let headings = try Self.headings([Self.first, Self.second], [])
        #expect(headings.contains { $0.chinese.hasSuffix("由公安机关责令改正，处五百元罚款") }, "\(headings)")
    }

    /// In both languages, whatever language the acts are in.
    @Test func aMatterThatEveryActHasNamesItsRow() throws {
        let headings = try Self.headings([Self.first, Self.second], [])
        #expect(headings.contains { $0.chinese == "责任：施行日期" && $0.english == "Entry into force" }, "\(headings)")
    }

    @Test(arguments: [
        ("为了加强养犬管理，根据有关法律、法规，制定本条例。", "立法目的和依据"), ("为方便养犬人，登记机关应当设立服务点。", nil),
        ("本条例适用于本市行政区域内的养犬活动。", "适用范围"), ("本条例所称养犬人，是指饲养犬只的单位和个人。", "定义"),
        ("养犬管理遵循政府监管、公众参与的原则。", "原则"), ("市公安机关负责本市养犬管理工作。", "部门职责"),
        ("公安机关负责办理养犬登记。", nil), ("养犬管理所需经费列入本级财政预算。", "经费保障"),
        ("公安机关工作人员玩忽职守的，依法给予处分。", "工作人员的责任"), ("违反本条例的行为，法律、行政法规已有规定的，从其规定。", "适用其他法律、法规"),
        ("本法所稱主管機關：在中央為行政院農業委員會；在直轄市為直轄市政府。", "主管机关"), ("本法施行細則，由中央主管機關定之。", "实施细则"),
        ("对养犬管理工作有突出贡献的，给予表彰和奖励。", "表彰和奖励"), ("受到表彰、奖励的信息按照规定记入档案。", nil),
        ("公开购买服务的项目目录、服务标准、资金预算。", nil),
        ("本条例自2020年1月1日起施行。", "施行日期"), ("养犬登记证自公布之日起施行统一编号。", nil),
    ])
    func aMatterIsToldByDraftingWords(_ text: String, _ name: String?) {
        let index = StandardMatter.index(of: text, .chinese)
        #expect(index.map { StandardMatter.all[$0].name.chinese } == name)
    }

    @Test(arguments: [
        ("These Regulations are formulated in order to strengthen administration.", "Purpose and basis"),
        ("In order to strengthen administration, these Regulations are formulated.", "Purpose and basis"),
        ("These Regulations shall come into force on May 1, 2020.", "Entry into force"),
        ("This Act is enacted to promote the health of animals.", "Purpose and basis"),
        ("This Act shall be effective from the date of promulgation.", "Entry into force"),
        (
            "“Competent authority” as mentioned in this Act refers to the Council at the central government level.",
            "Competent authorities"
        ),
        (
            "The enforcement rules of this Act shall be stipulated by the central competent authority.",
            "Implementing rules"
        ),
        ("The permit takes effect on the day it is issued.", nil), ("Dog owners shall register their dogs.", nil),
    ])
    func aMatterIsToldByEnglishDraftingWords(_ text: String, _ name: String?) {
        let index = StandardMatter.index(of: text, .english)
        #expect(index.map { StandardMatter.all[$0].name.english } == name)
    }

    @Test func wordsOfAnySanctionNameNoRow() throws {
        let headings = try Self.headings([Self.first, Self.second], [("art_4", "art_2")]).map(\.chinese)
        #expect(headings.contains { $0.hasPrefix("责任：未经年度检验的") }, "\(headings)")
    }

    /// 与 joins terms, and is a part of 参与; the 民 of 居民委员会 begins none.
    @Test func noTermBeginsOrEndsWithinAWordOfStatutes() throws {
        let drafts = [("first", "居民委员会"), ("second", "村民委员会")].map { id, body in
            RegulationDraft(
                id: id,
                articles: [
                    .init(1, .init("\(body)应当宣传养犬知识；社会公众参与监督，\(body)支持社会公众参与。")),
                    .init(2, "犬牌失效的，申请补发。"), .init(3, "由公安机关责令改正，处五百元罚款。"),
                ])
        }
        let heading = try Self.headings(drafts, [("art_1", "art_1")])[0].chinese
        let terms = heading.split(separator: "、").map(String.init)
        #expect(terms.contains { $0.hasSuffix("参与") }, "\(heading)")
        #expect(terms.allSatisfy { !$0.hasPrefix("民委") && !$0.hasSuffix("参") }, "\(heading)")
    }

    @Test func theCommonestPhraseOfStatutesComesLast() throws {
        let heading = try Self.headings([Self.first, Self.second], [("art_3", "art_2")])[2].chinese
        #expect(heading.contains("犬牌") && !heading.hasPrefix("责任：责令改正"), "\(heading)")
    }

    @Test func englishProvisionsAreNamedByWordsOfTheirOwn() throws {
        let first = RegulationDraft(
            id: "first", language: .english,
            articles: [
                .init(1, "The owner shall apply for an annual inspection of the dog."),
                .init(2, "Where a dog tag is lost, the registration office replaces the tag."),
            ])
        let second = RegulationDraft(
            id: "second", language: .english,
            articles: [
                .init(1, "Replaced tags are free of charge."), .init(2, "Annual inspections are held in May."),
            ])
        let headings = try Self.headings([first, second], [("art_1", "art_2"), ("art_2", "art_1")])
        #expect(headings[0].english == "Annual inspection")
        #expect(headings[1].english.lowercased().contains("tag"))
    }

    @Test func theOrderOfTheTextsNamesNothingElse() throws {
        let links = [("art_1", "art_3"), ("art_2", "art_1"), ("art_3", "art_2")]
        let one = try Self.headings([Self.first, Self.second], links).map(\.chinese)
        let other = try Self.headings([Self.second, Self.first], links.map { ($0.1, $0.0) }).map(\.chinese)
        #expect(one.sorted() == other.sorted())
    }
}
