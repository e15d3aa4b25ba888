import ProvisionAlignment
import RegulationModel
import Testing

@testable import ComparisonMatrix

/// What the provisions that answer an article say of its topics.
@Suite struct FamilyTopicsTests {
    private let base = RegulationDraft(id: "a", articles: [.init(1, "甲。"), .init(2, "乙。")]).witness
    private let other = RegulationDraft(id: "b", articles: [.init(1, "甲。"), .init(2, "乙。")]).witness

    private func unit(_ article: Int, _ topics: [(String, Double)]) -> UnitTopics {
        UnitTopics(
            provision: EId("art_\(article)__para_1"), spans: [],
            topics: topics.map { TopicScore(topic: $0.0, score: $0.1, evidence: ["词"]) })
    }

    private func topics(
        _ own: [UnitTopics], _ answering: [UnitTopics], score: Double = 0.95, strength: LinkStrength = .main
    ) -> FamilyTopics {
        let links = [1, 2].map { number in
            Link(
                base: EId("art_\(number)"), other: EId("art_\(number)"), strength: strength, relation: .changed,
                score: score, reasons: [])
        }
        return FamilyTopics(
            assignment: TopicAssignment(units: [own, answering]), witnesses: [base, other],
            links: LinkTable([Alignment(base: "a", other: "b", level: .article, links: links)]))
    }

    @Test func anArticleWithoutATopicTakesThatOfTheArticlesThatAnswerIt() {
        let found = topics([unit(1, []), unit(2, [("y", 9)])], [unit(1, [("x", 9)]), unit(2, [("y", 9)])]).settled()
        #expect(found.topics(ofArticle: EId("art_1"), inTextAt: 0) == ["x"])
        #expect(found.units[0][0].topics[0].answering == TopicScore.Answer(witness: "b", article: EId("art_1")))
        #expect(found.units[0][1].topics[0].answering == nil)
    }

    @Test func ofTwoTopicsThatAreNearlyAsEvidentTheAnswersChoose() {
        let near = topics([unit(1, [("x", 10), ("y", 9)])], [unit(1, [("y", 9)])]).settled()
        #expect(near.topics(ofArticle: EId("art_1"), inTextAt: 0) == ["y", "x"])
        let clear = topics([unit(1, [("x", 10), ("y", 7)])], [unit(1, [("y", 9)])]).settled()
        #expect(clear.topics(ofArticle: EId("art_1"), inTextAt: 0) == ["x", "y"])
    }

    @Test(arguments: [(0.7, LinkStrength.main), (0.95, .part)])
    func aDoubtfulLinkAndALinkOfAClauseSayNothing(_ score: Double, _ strength: LinkStrength) {
        let found = topics([unit(1, [])], [unit(1, [("x", 9)])], score: score, strength: strength).settled()
        #expect(found.topics(ofArticle: EId("art_1"), inTextAt: 0).isEmpty)
    }

    @Test func whatIsDoubtfulIsListedWithWhatTheAnswersSay() {
        let listed = TopicReview(
            topics(
                [unit(1, [("x", 9)]), unit(2, [("y", 9), ("z", 8)])], [unit(1, [("w", 9)]), unit(2, [("y", 3.1)])]))
        let shown = listed.items.map { "\($0.witness) \($0.article) \($0.doubt.rawValue) \($0.suggestion ?? "-")" }
        #expect(shown == ["a art_1 answers w", "a art_2 near z", "b art_1 answers x", "b art_2 little -"])
        #expect(
            TopicReview(topics([unit(1, []), unit(2, [])], [])).items.map(\.doubt) == [.none, .none, .none, .none])
    }
}
