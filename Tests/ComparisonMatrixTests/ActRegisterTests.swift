import RegulationModel
import Testing

@testable import ComparisonMatrix

/// Which of the texts at hand an act that is named means.
@Suite struct ActRegisterTests {
    private let texts = [
        RegulationDraft(id: "js", title: "江苏省消防条例", articles: [.init(1, "为了预防火灾，制定本条例。")]).witness,
        RegulationDraft(
            id: "zj", title: "Regulations of Zhejiang Province on Fire Protection", language: .english,
            articles: [.init(1, "These Regulations are formulated to prevent fires.")]
        ).witness,
        RegulationDraft(
            id: "sh", title: "上海市消防条例", authority: .explainer, articles: [.init(1, "《条例》共八章。")]
        ).witness,
    ]

    @Test(arguments: [
        ("《江苏省消防条例》", "", "js"), ("江苏省 消防条例", "", "js"),
        ("the regulations of Zhejiang Province on Fire Protection", "", "zj"),
        ("《省条例》", "根据《江苏省消防条例》（以下简称《省条例》），制定本办法。", "js"),
        ("省条例", "根据《江苏省消防条例》（以下简称省条例），制定本办法。", "js"),
    ])
    func aTitleOrTheShortFormIntroducedForItIsFound(_ name: String, _ text: String, _ id: String) {
        #expect(ActRegister(texts).document(named: name, in: text) == id)
    }

    @Test(arguments: [
        ("《消防条例》", ""), ("《江苏省消防条例实施细则》", ""), ("《条例》", "《江苏省消防条例》规定，适用《条例》。"), ("公安机关", ""),
        ("《上海市消防条例》", ""), ("", "（以下简称"),
    ])
    func aPartOfATitleAndAnExplainerAreNot(_ name: String, _ text: String) {
        #expect(ActRegister(texts).document(named: name, in: text) == nil)
    }

    @Test func aTitleThatTwoTextsBearNamesNeither() {
        let twice =
            texts + [
                RegulationDraft(id: "js2", title: "江苏省消防条例", articles: [.init(1, "为了预防火灾，制定本条例。")]).witness
            ]
        #expect(ActRegister(twice).document(named: "《江苏省消防条例》", in: "") == nil)
    }

    @Test func anExplainerExplainsTheActWhoseTitleItBears() {
        let explainer = RegulationDraft(
            id: "explained", title: "《江苏省消防条例》解读", authority: .explainer, articles: [.init(1, "《条例》共八章。")]
        ).witness
        #expect(ActNames.document(explainedBy: explainer, among: texts + [explainer]) == "js")
        #expect(ActNames.document(explainedBy: texts[2], among: texts) == nil)
        #expect(ActNames.document(explainedBy: texts[0], among: texts) == nil)
    }

    @Test func aCellThatRefersToAHeldActNamesTheTextThatHoldsIt() throws {
        let city = RegulationDraft(
            id: "city", articles: [.init(1, "违反本办法规定的，由公安机关依照《江苏省消防条例》予以处罚。")]
        ).witness
        let matrix = try #require(MatrixBuilder(witnesses: [city, texts[0]]).articles(base: "city"))
        let cell = matrix.rows[0].cells[0]
        #expect(cell.state == .delegated && cell.quotations[0].delegatedDocument == "js")
        #expect(cell.reason.english.hasSuffix("That act is among the texts."))
        let alone = try #require(MatrixBuilder(witnesses: [city]).articles(base: "city"))
        #expect(alone.rows[0].cells[0].quotations[0].delegatedDocument == nil)
    }
}
