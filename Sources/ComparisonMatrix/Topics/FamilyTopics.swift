import ProvisionAlignment
import RegulationModel

/// What the provisions that answer an article say of its topics.
///
/// Words decide first. Where they leave it open, because no topic is evident or two are nearly as evident, the main
/// topic of the articles that answer it decides, if these agree. Where words are sure and the answers say otherwise,
/// nothing changes: the article is listed for a person to look at (`TopicReview`).
struct FamilyTopics {
    let assignment: TopicAssignment
    let witnesses: [Witness]
    let links: LinkTable

    /// Of a link that says something of the topic the score is this or more: below it every fourth link is wrong.
    private static let sureLink = 0.8
    /// The share of the votes that a topic needs.
    private static let agreement = 2.0 / 3
    /// Two topics are nearly as evident where the second has this share of the first.
    static let near = 0.8

    /// The topic on which the articles that answer an article agree, and the one of them that answers best.
    struct Vote {
        let topic: String
        let witness: Int
        let article: EId
    }

    /// The same topics, with those settled that words leave open.
    func settled() -> TopicAssignment {
        var units = assignment.units
        for index in witnesses.indices where isJudged(index) {
            let places = Dictionary(grouping: units[index].indices) { units[index][$0].provision.article }
            for article in places.keys.sorted() {
                guard let vote = vote(on: article, of: index), let place = places[article]?.min() else { continue }
                units[index][place] = settled(units[index][place], article, index, vote)
            }
        }
        return TopicAssignment(units: units, offSubject: assignment.offSubject)
    }

    private func settled(_ unit: UnitTopics, _ article: EId, _ index: Int, _ vote: Vote) -> UnitTopics {
        guard let first = unit.topics.first else {
            guard assignment.topics(ofArticle: article, inTextAt: index).isEmpty else { return unit }
            let inherited = TopicScore(
                topic: vote.topic, score: TopicScorer.threshold, evidence: [], strongTerms: 0,
                answering: TopicScore.Answer(witness: witnesses[vote.witness].id, article: vote.article))
            return UnitTopics(provision: unit.provision, spans: unit.spans, topics: [inherited])
        }
        guard first.topic != vote.topic, let other = unit.score(of: vote.topic), other.score >= Self.near * first.score
        else { return unit }
        let rest = unit.topics.filter { $0.topic != vote.topic }
        return UnitTopics(provision: unit.provision, spans: unit.spans, topics: [other] + rest)
    }

    /// What the articles that answer an article agree on; nil where there is none, or they do not agree.
    func vote(on article: EId, of index: Int) -> Vote? {
        var weights: [String: Double] = [:]
        var best: [String: (score: Double, witness: Int, article: EId)] = [:]
        for other in witnesses.indices where other != index && isJudged(other) {
            for link in links.links(from: article, of: witnesses[index].id, to: witnesses[other].id) {
                guard link.strength == .main, link.score >= Self.sureLink else { continue }
                guard let topic = assignment.topics(ofArticle: link.other, inTextAt: other).first else { continue }
                weights[topic, default: 0] += link.score
                if link.score > best[topic]?.score ?? 0 { best[topic] = (link.score, other, link.other) }
            }
        }
        let total = weights.values.reduce(0, +)
        let leader = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let leader, leader.value > Self.agreement * total, let answer = best[leader.key] else { return nil }
        return Vote(topic: leader.key, witness: answer.witness, article: answer.article)
    }

    private func isJudged(_ index: Int) -> Bool {
        witnesses[index].regulation.authority != .explainer && !assignment.offSubject.contains(index)
    }
}
