import RegulationModel
import RegulationParser
import Testing

@testable import ProvisionAlignment

@Suite("Searching provisions")
struct ProvisionSearchTests {
    private func regulation(_ text: String) -> Regulation {
        RegulationParser.parse(Array(text.utf8), name: "t.txt", id: "t")
    }

    private let chinese = """
        某市养犬管理条例
        第一条 为了规范养犬行为，制定本条例。
        第二条 下列犬只不得饲养：
        （一）烈性犬；
        （二）大型犬。
        第三条 养犬人应当在三十日内办理养犬登记，由公安机关发给犬牌。
        第四条 违反规定的，处五百元罚款。
        """
    private let english = """
        Regulations of Some City on Keeping Dogs
        Article 1 These Regulations are made to regulate the keeping of dogs.
        Article 2 Whoever keeps a dog shall register it with the public security organ within 30 days.
        Article 3 Whoever violates these Regulations shall be fined 500 yuan.
        """

    private func first(_ question: String, _ text: String, terms: TermTable = .empty) throws -> String? {
        try #require(ProvisionSearch(question, terms: terms)).hits(in: regulation(text), limit: 5).first?.provision.text
    }

    @Test func findsTheProvisionInItsOwnLanguage() throws {
        #expect(try first("养犬登记", chinese) == "art_3__para_1")
        #expect(try first("罚款", chinese) == "art_4__para_1")
        #expect(try first("register a dog", english) == "art_2__para_1")
        #expect(try first("FINES", english) == "art_3__para_1")
    }

    @Test(arguments: ["licence", "license", "practise", "practice", "organisation", "cancelled licences"])
    func oneSpellingFindsTheOther(_ question: String) throws {
        let text = """
            Lamp Keepers Act
            Article 1 A keeper shall hold a license to practice.
            Article 2 An organization may keep lamps. A canceled license is returned.
            Article 3 This Act comes into force on 1 May 2020.
            """
        #expect(try first(question, text) != nil)
        #expect(Spelling.american("exercise") == "exercise" && Spelling.american("revised") == "revised")
        #expect(Spelling.american("seller") == "seller" && Spelling.american("organised") == "organized")
    }

    @Test func namesTheNarrowestProvision() throws {
        #expect(try first("烈性犬", chinese) == "art_2__para_1__list_1__point_1")
    }

    @Test func traditionalAndFullWidthQuestionsAreTheSame() throws {
        #expect(try first("養犬登記", chinese) == "art_3__para_1")
        let search = try #require(ProvisionSearch("ｒｅｇｉｓｔｅｒ"))
        #expect(search.hits(in: regulation(english), limit: 1).map(\.provision.text) == ["art_2__para_1"])
    }

    @Test func crossesLanguagesByTheLexiconAndByTerms() throws {
        #expect(try first("罚款", english) == "art_3__para_1")
        #expect(try first("fined", chinese) == "art_4__para_1")
        let terms = TermTable(parsing: "zh\ten\tfield\n犬牌\tdog tag\tx\n")
        #expect(try first("dog tags", chinese, terms: terms) == "art_3__para_1")
    }

    @Test func matchesAreWholeCharactersOfThePrintedText() throws {
        let search = try #require(ProvisionSearch("养犬登记"))
        let text = "養犬人應當辦理　養 犬登記；Dogs"
        let found = search.matches(in: text, .chinese).map { range in
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(found.first == "養犬" && found.last?.hasSuffix("登記") == true)
        let english = try #require(ProvisionSearch("public security organs"))
        let printed = "The Public Security Organ and others"
        #expect(
            english.matches(in: printed, .english).map { String(decoding: Array(printed.utf8)[$0], as: UTF8.self) } == [
                "Public Security Organ"
            ])
    }

    @Test func whatHoldsNoWordIsNoQuestion() {
        for question in ["", " ", "，。", "of the", "\u{0}"] { #expect(ProvisionSearch(question) == nil, "\(question)") }
        #expect(ProvisionSearch("犬") != nil && ProvisionSearch("30") != nil)
    }

    @Test func moreOfTheQuestionScoresHigher() throws {
        let search = try #require(ProvisionSearch("养犬登记 犬牌"))
        let hits = search.hits(in: regulation(chinese), limit: 10)
        #expect(hits.first?.provision.text == "art_3__para_1")
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
        #expect(hits.allSatisfy { $0.score > 0 && $0.score <= 1 })
        #expect(search.hits(in: regulation(chinese), limit: 1).count == 1)
        #expect(search.hits(in: regulation(""), limit: 5).isEmpty)
    }
}

@Suite("Nearness of subjects")
struct SubjectNearnessTests {
    private func witness(_ title: String, _ articles: [String]) -> Witness {
        let lines = articles.enumerated().map { "第\($0.offset + 1)条 \($0.element)" }
        let text = ([title] + lines).joined(separator: "\n")
        let regulation = RegulationParser.parse(Array(text.utf8), name: "t.txt", id: title)
        return Witness(
            regulation: regulation, jurisdiction: JurisdictionGuess.jurisdiction(ofTitle: title), rank: nil,
            translation: .original, file: "t.txt", sha256: "", sourceNote: "", implements: nil)
    }

    private let dogs = ["为了规范养犬行为，制定本条例。", "养犬人应当办理养犬登记，为犬只注射狂犬病疫苗。", "禁止饲养烈性犬。"]
    private let gas = ["为了加强燃气管理，制定本条例。", "燃气经营者应当取得燃气经营许可证。", "禁止损坏燃气管道。"]

    @Test func theSameSubjectIsNearerThanThePlace() {
        let nearness = SubjectNearness(to: witness("上海市养犬管理条例", dogs))
        let same = nearness.finding(witness("杭州市养犬管理规定", dogs.reversed()))
        let other = nearness.finding(witness("上海市燃气管理条例", gas))
        #expect(same.score > 0.9 && other.score < 0.1)
        #expect(same.title > 0.9 && other.title < 0.3)
    }

    @Test func titlesWithoutTheSubjectAreFoundByTheirWords() {
        let nearness = SubjectNearness(to: witness("上海市养犬管理条例", dogs))
        let untitled = nearness.finding(witness("杭州市若干规定", dogs))
        let other = nearness.finding(witness("杭州市若干规定", gas))
        #expect(untitled.body > 0.6 && untitled.score > other.score + 0.3)
    }

    @Test func nothingIsNearToNothing() {
        let empty = SubjectNearness(to: witness("", []))
        #expect(empty.finding(witness("上海市养犬管理条例", dogs)).score < 0.1)
    }
}
