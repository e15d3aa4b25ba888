import ProvisionAlignment
import RegulationModel
import Testing

@testable import ComparisonMatrix

/// How topics are found: terms, their places, sentences, and what they are found in.
@Suite struct TopicScorerTests {
    private func topics(_ texts: String..., language: Language) -> [[String]] {
        let articles = texts.enumerated().map { RegulationDraft.Article($0.offset + 1, .init($0.element)) }
        let text = RegulationDraft(id: "act", language: language, articles: articles).regulation
        return TopicScorer(.sample).assign([text]).units[0].map { $0.topics.map(\.topic) }
    }

    @Test func englishTermsMatchByStemAcrossGapsAndGenitives() {
        #expect(topics("They are trained very well before duty.", "None.", language: .english) == [["training"], []])
        #expect(topics("Trained by far too many men before duty.", "None.", language: .english) == [[], []])
        let words = EnglishWords.words(of: "The People’s Police, and others' 110 calls")
        #expect(words == ["the", "people", "police", "and", "others", "110", "calls"])
    }

    @Test func evidenceAgainstTakesATopicAway() {
        #expect(topics("培训费由个人承担。", "其他。", language: .chinese) == [[], []])
        #expect(topics("组织培训。", "其他。", language: .chinese) == [["training"], []])
    }

    @Test func weakWordsAloneShowNoTopic() {
        let table = TopicTable(topics: [
            Topic(
                id: "leave", name: BilingualText(chinese: "休假", english: "Leave"), definition: "",
                evidence: [.chinese: TopicEvidence(strong: ["年休假"], weak: ["休息", "假期", "休假"])])
        ])
        let text = RegulationDraft(id: "act", articles: [.init(1, "休息、假期、休假。"), .init(2, "年休假。"), .init(3, "其他。")])
        let units = TopicScorer(table).assign([text.regulation]).units[0]
        #expect(units.map { $0.topics.map(\.topic) } == [[], ["leave"], []])
    }

    /// The only place where the act speaks of the matter is one of several rewards.
    @Test func whatOnlyOnePointSaysIsFoundWhereTheActHasItNowhereElse() {
        let table = TopicTable(topics: [
            Topic(
                id: "rewards", name: BilingualText(chinese: "奖励", english: "Rewards"), definition: "",
                evidence: [.chinese: TopicEvidence(strong: ["奖励", "免交费用", "优待"])]),
            Topic(
                id: "cells", name: BilingualText(chinese: "干细胞", english: "Cells"), definition: "",
                evidence: [.chinese: TopicEvidence(strong: ["造血干细胞"])]),
        ])
        let list = RegulationDraft.Paragraph(
            "献血者按照下列规定免交费用，给予奖励和优待：", points: [("（一）", "献血满四百毫升的，终身免交费用；"), ("（二）", "捐献造血干细胞的，终身免交费用；")])
        var articles: [RegulationDraft.Article] = [.init(1, list)]
        for number in 2...9 { articles.append(.init(number, "其他事项。")) }
        let alone = RegulationDraft(id: "a", articles: articles).regulation
        #expect(TopicScorer(table).assign([alone]).units[0][0].topics.map(\.topic) == ["rewards", "cells"])
        articles[4] = .init(5, "捐献造血干细胞的，另行登记。")
        let elsewhere = RegulationDraft(id: "a", articles: articles).regulation
        let units = TopicScorer(table).assign([elsewhere]).units[0].map { $0.topics.map(\.topic) }
        #expect(units[0] == ["rewards"] && units[4] == ["cells"])
    }

    @Test func aTextOffTheSubjectNeedsTwoStrongTerms() {
        func act(_ id: String, _ texts: [String]) -> Regulation {
            let articles = texts.enumerated().map { RegulationDraft.Article($0.offset + 1, .init($0.element)) }
            return RegulationDraft(id: id, articles: articles).regulation
        }
        let other = ["经费。", "岗前培训，培训每年一次。"] + [String](repeating: "犬只应当登记。", count: 28)
        let table = TopicTable(
            topics: TopicTable.sample.topics
                + (1...3).map {
                    Topic(
                        id: "more\($0)", name: BilingualText(chinese: "", english: ""), definition: "",
                        evidence: [.chinese: TopicEvidence(strong: ["事项\($0)"])])
                })
        let assignment = TopicScorer(table).assign([act("dogs", other), act("short", Array(other.prefix(5)))])
        #expect(assignment.offSubject == [0])
        #expect(assignment.units[0].prefix(2).map { $0.topics.map(\.topic) } == [[], ["training"]])
        #expect(assignment.units[1].prefix(2).map { $0.topics.map(\.topic) } == [["funding"], ["training"]])
    }

    @Test func aTermFarFromTheBeginningCountsLess() throws {
        let far = String(repeating: "其他事项", count: 12)
        let articles = [
            RegulationDraft.Article(1, .init("经费。")), RegulationDraft.Article(2, .init(far + "经费。")),
            RegulationDraft.Article(3, "其他。"), RegulationDraft.Article(4, "其他。"),
        ]
        let text = RegulationDraft(id: "act", articles: articles).regulation
        let units = TopicScorer(.sample).assign([text]).units[0]
        let scores = units.map { $0.topics.first?.score ?? 0 }
        #expect(abs(scores[0] - 4.5) < 1e-9)
        #expect(abs(scores[1] - 3.0) < 1e-9)
        #expect(units[0].topics.first?.evidence == ["经费"])
    }

    @Test func aMatterWithASentenceOfItsOwnIsAdded() {
        let many = "经费列入财政预算，财政预算保障经费。培训与岗前培训每年一次。"
        let found = topics(many, "其他。", "其他。", "其他。", language: .chinese)
        #expect(Set(found[0]) == ["funding", "training"])
    }

    @Test func theOrderOfTextsChangesNoTopic() {
        let drafts = ["经费不足。", "岗前培训。", "财政预算。"].enumerated().map { index, text in
            RegulationDraft(id: "act\(index)", articles: [.init(1, .init(text))]).regulation
        }
        let scorer = TopicScorer(.sample)
        #expect(scorer.assign(drafts).units == scorer.assign(drafts.reversed()).units.reversed())
    }

    @Test func rarityRunsFromHalfToOneAndAHalf() {
        #expect(Rarity.weight(holding: 1, total: 1) == 1)
        #expect(Rarity.weight(holding: 50, total: 50) == 0.5)
        #expect(abs(Rarity.weight(holding: 1, total: 50) - 1.5) < 1e-12)
        #expect(abs(Rarity.weight(holding: 10, total: 100) - 1.0) < 1e-12)
    }

    @Test(arguments: [
        "one; two. three", "no mark at all", "；。..", "fees of 1.5 percent. end", "一；二。三", "", "  ; ",
    ])
    func clausesHoldEveryVisibleByteOnce(_ text: String) {
        let source = SourceText(name: "-", bytes: Array(text.utf8))
        let clauses = ClauseCutter.clauses(of: [source.span], in: source)
        let printed = clauses.map { source.flowed($0) }.joined()
        let hasWords = text.contains { $0.isLetter || $0.isNumber }
        #expect(printed.filter { !$0.isWhitespace } == (hasWords ? text.filter { !$0.isWhitespace } : ""))
        #expect(!printed.contains("1.5") || clauses.contains { source.flowed($0).contains("1.5 percent.") })
    }

    /// Examples of the paper's steps, and words of the field.
    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("agreed", "agre"), ("motoring", "motor"), ("hopping", "hop"),
        ("filing", "file"), ("happy", "happi"), ("relational", "relat"), ("triplicate", "triplic"),
        ("hopeful", "hope"), ("adjustment", "adjust"), ("adoption", "adopt"), ("probate", "probat"), ("rate", "rate"),
        ("controlling", "control"), ("recruitment", "recruit"), ("recruited", "recruit"), ("policies", "polici"),
        ("is", "is"), ("16th", "16th"),
    ])
    func stemsFollowPorter(_ word: String, _ stem: String) {
        #expect(PorterStemmer.stem(word) == stem)
    }
}
