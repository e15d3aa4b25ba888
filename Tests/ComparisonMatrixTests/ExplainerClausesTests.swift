import RegulationModel
import Testing

@testable import ComparisonMatrix

/// Which clauses of an explainer tell what the act says.
@Suite struct ExplainerClausesTests {
    private func ofAct(
        _ paragraphs: RegulationDraft.Paragraph..., title: String, outside: String = "", language: Language = .chinese
    ) -> [String] {
        var section = RegulationDraft.Article(1)
        section.paragraphs = paragraphs
        let draft = RegulationDraft(
            id: "explainer", title: title, language: language, authority: .explainer, status: .none, outside: outside,
            articles: [section])
        return TextUnit.units(of: draft.regulation).filter(\.isOfAct).map(\.lead)
    }

    private let chinese = "《上海市公安机关警务辅助人员管理条例》解读"
    private let english = "Regulations of Shanghai on Police Auxiliary Personnel (explainer)"

    @Test func clausesCountFromTheSentenceThatNamesTheAct() {
        #expect(
            ofAct("2004年，本市率先试点。为此，《条例》一是明确职责；二是明确培训。辅警分为两类。", "现有辅警一万余名。", title: chinese)
                == ["为此，《条例》一是明确职责；", "二是明确培训。", "辅警分为两类。"])
        #expect(
            ofAct(
                "In 2004 the city began. To this end, the \"Regulations\" name duties; the second is training.",
                "There are 12,000 of them.", title: english, language: .english)
                == ["To this end, the \"Regulations\" name duties;", "the second is training."])
    }

    @Test(arguments: [
        "《条例》规定培训。", "“条例”规定培训。", "本条例规定培训。", "该条例规定培训。", "为此，条例规定培训。",
        "《上海市公安机关警务辅助人员管理条例》规定培训。", "《辅警条例》规定培训。",
    ])
    func aChineseClauseNamesTheAct(_ text: String) {
        #expect(ofAct(.init(text), title: chinese, outside: "下称《辅警条例》。") == [text])
    }

    @Test(arguments: [
        "《工伤保险条例》规定待遇。", "工伤保险条例规定待遇。", "《意见》规定培训。", "《办法》规定培训。", "辅警参加培训。",
    ])
    func aChineseClauseThatNamesAnotherActOrNoneDoesNotCount(_ text: String) {
        #expect(ofAct(.init(text), title: chinese).isEmpty)
    }

    @Test(arguments: [
        ("The Regulations provide for training.", true), ("The “Regulations” provide for training.", true),
        ("These Regulations provide for training.", true), ("The 'Auxiliaries Regulations' provide.", true),
        ("\"Regulations of Shanghai on Police Auxiliary Personnel\" were adopted.", true),
        ("The Regulations on Work Injury Insurance provide.", false), ("The rules and regulations are many.", false),
        ("The \"Measures\" provide for training.", false), ("The Regulationsx provide.", false),
    ])
    func anEnglishClauseNamesTheAct(_ text: String, _ isNamed: Bool) {
        let introduced = "The act (hereinafter referred to as the \"Auxiliaries Regulations\") is new."
        #expect(
            ofAct(.init(text), title: english, outside: introduced, language: .english) == (isNamed ? [text] : []))
    }

    @Test func wordsOfAnotherInstrumentAreNotTheActs() {
        #expect(
            ofAct("《条例》施行。根据国务院《意见》，辅警不是警察；由公安机关管理。同时，依据《意见》，《条例》明确职责。", title: chinese)
                == ["《条例》施行。", "同时，依据《意见》，《条例》明确职责。"])
        #expect(
            ofAct(
                .init(
                    "According to the State Council, the Opinions on Police make it clear that they are no police; "
                        + "they help. The \"Regulations\" add that, in accordance with the Labor Law, they have "
                        + "rights; they rest."),
                title: english, language: .english)
                == [
                    "The \"Regulations\" add that, in accordance with the Labor Law, they have rights;", "they rest.",
                ])
    }

    @Test func pointsCountWithTheParagraphThatLeadsToThem() {
        let points = [(mark: "（一）", text: "明确职责；"), (mark: "（二）", text: "明确培训。")]
        #expect(ofAct(.init("《条例》规定：", points: points), title: chinese) == ["《条例》规定：", "明确职责；", "明确培训。"])
        #expect(ofAct(.init("《条例》起草历时一年。", points: points), title: chinese) == ["《条例》起草历时一年。"])
    }

    @Test func everyKindOfActWillDoWhereTheTitleHasNone() {
        #expect(ofAct("《办法》规定培训。", title: "政策解读") == ["《办法》规定培训。"])
        #expect(ofAct("《意见》规定培训。", title: "政策解读").isEmpty)
    }
}
