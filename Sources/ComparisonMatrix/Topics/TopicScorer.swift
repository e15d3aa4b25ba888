import RegulationModel

/// Assigns topics to the paragraphs of acts and to the clauses of explainers, by the words they use.
///
/// A unit scores for a topic the sum, over the topic's terms that stand in it, of weight × rarity × position. It has
/// the topics whose score reaches `threshold` and `shareOfBest` of its best score. Rarity is counted over the units
/// of the same language in the texts given, so a text's topics can depend on its company, never on its order. A topic
/// needs a strong term, and two in a text of another subject (`SubjectFit`).
public struct TopicScorer: Sendable {
    /// Least score of a topic. From 2 to 4 the F1 on the labelled articles is the same.
    public static let threshold = 3.0
    /// Least share of the unit's best score. F1 on Jiangsu is .967 with 0.3, .975 with 0.4, .991 from 0.5 to 0.7.
    public static let shareOfBest = 0.5
    /// Least score of the topic of a single sentence, so that it is added to those of its paragraph. Without the rule
    /// F1 on Jiangsu falls from .991 to .983; from 5 to 8 it is the same.
    public static let sentenceThreshold = 6.0

    private let table: TopicTable
    private let indices: [Language: EvidenceIndex]

    /// Makes a scorer of a table of topics.
    public init(_ table: TopicTable) {
        self.table = table
        self.indices = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, EvidenceIndex(table, $0)) })
    }

    /// The topics of every unit of the texts, in their order.
    public func assign(_ texts: [Regulation]) -> TopicAssignment {
        var units: [[UnitTopics]] = texts.map { _ in [] }
        var offSubject: Set<Int> = []
        for language in Language.allCases {
            guard let index = indices[language] else { continue }
            let chosen = texts.indices.filter { texts[$0].language == language }
            let scored =
                switch language {
                case .chinese: score(chosen.map { texts[$0] }, index, ChineseEvidenceFinder(terms: index.terms))
                case .english: score(chosen.map { texts[$0] }, index, EnglishEvidenceFinder(terms: index.terms))
                }
            for (position, text) in chosen.enumerated() {
                units[text] = scored[position].claimed
                if scored[position].isOff { offSubject.insert(text) }
            }
        }
        return TopicAssignment(units: units, offSubject: offSubject)
    }

    private func score(_ texts: [Regulation], _ index: EvidenceIndex, _ terms: some EvidenceFinder) -> [SubjectFit] {
        var reader = EvidenceReader(terms: terms)
        let units = texts.map(TextUnit.units)
        let hits = units.map { $0.map { reader.hits(lead: $0.lead, points: $0.points) } }
        let judge = TopicJudge(index: index, topics: table.topics.count, hits: hits)
        return zip(texts, zip(units, hits)).map { text, found in
            let (units, hits) = found
            let scored = zip(units, hits).map { unit, hits in
                guard unit.isOfAct else {
                    return UnitTopics(provision: unit.provision, spans: unit.spans, topics: [])
                }
                let scores = judge.scores(hits)
                var chosen = judge.topics(scores)
                addSentenceTopics(of: unit, scores, judge, &reader, to: &chosen)
                return unitTopics(unit, chosen, scores, hits, judge)
            }
            let fit = SubjectFit(scored, judged: units.count(where: \.isOfAct), topics: index.topicsWithTerms)
            // Of an excerpt nothing is called absent.
            guard !fit.isOff, text.authority == .act, text.completeness.status == .whole else { return fit }
            return fit.adding(topicsOfPieces(units, hits, scored, judge, &reader))
        }
    }

    /// See `PieceTopics`; one list for each unit.
    private func topicsOfPieces<Terms: EvidenceFinder>(
        _ units: [TextUnit], _ hits: [[EvidenceHit]], _ scored: [UnitTopics], _ judge: TopicJudge,
        _ reader: inout EvidenceReader<Terms>
    ) -> [[TopicScore]] {
        let ids = Set(scored.flatMap { $0.topics.map(\.topic) })
        let found = Set(table.topics.indices.filter { ids.contains(table.topics[$0].id) })
        let lost = PieceTopics<Terms>(judge: judge, topics: table.topics.count)
            .lost(units, hits, found: found, &reader)
        return zip(lost, hits).map { topics, hits in
            let scores = topics.isEmpty ? [] : judge.scores(hits)
            return topics.map { score($0, scores, hits, judge) }
        }
    }

    /// The sentence rule: a matter that has a sentence of its own in a paragraph without points.
    private func addSentenceTopics(
        of unit: TextUnit, _ scores: [Double], _ judge: TopicJudge, _ reader: inout EvidenceReader<some EvidenceFinder>,
        to chosen: inout [Int]
    ) {
        let isOpen = scores.indices.contains { scores[$0] >= Self.threshold && !chosen.contains($0) }
        guard unit.points.isEmpty, isOpen else { return }
        let sentences = reader.sentences(of: unit.lead)
        guard sentences.count > 1 else { return }
        for sentence in sentences {
            let own = judge.scores(reader.hits(lead: sentence, points: []))
            guard let best = own.max(), let topic = own.firstIndex(of: best) else { continue }
            guard best >= Self.sentenceThreshold, scores[topic] >= Self.threshold else { continue }
            if !chosen.contains(topic) { chosen.append(topic) }
        }
    }

    private func unitTopics(
        _ unit: TextUnit, _ chosen: [Int], _ scores: [Double], _ hits: [EvidenceHit], _ judge: TopicJudge
    ) -> UnitTopics {
        UnitTopics(
            provision: unit.provision, spans: unit.spans,
            topics: chosen.map { score($0, scores, hits, judge) })
    }

    private func score(_ topic: Int, _ scores: [Double], _ hits: [EvidenceHit], _ judge: TopicJudge) -> TopicScore {
        TopicScore(
            topic: table.topics[topic].id, score: scores[topic], evidence: judge.evidence(of: topic, in: hits),
            strongTerms: judge.strongTerms(of: topic, in: hits))
    }
}

/// A term that stands in a unit, and how much its place is worth.
struct EvidenceHit {
    let term: Int
    let position: Double
}

/// Reads the evidence out of units.
struct EvidenceReader<Terms: EvidenceFinder> {
    /// Worth of a term in the lead-in of a list, or early in a paragraph without points.
    static var leading: Double { 1.5 }
    /// Worth of a term later in the text.
    static var inside: Double { 1.0 }
    /// Worth of a term that only a point has. With 0.3 F1 falls to .975 (Jiangsu) and .941 (Lianyungang); from 0.6 to
    /// 1.0 it is the same.
    static var point: Double { 0.6 }

    var terms: Terms

    /// The terms of a unit, each once at its best place, in the order of the terms.
    mutating func hits(lead: String, points: [String]) -> [EvidenceHit] {
        var positions: [Int: Double] = [:]
        for point in points {
            for match in terms.matches(in: point) { positions[match.term] = Self.point }
        }
        for match in terms.matches(in: lead) {
            positions[match.term] = !points.isEmpty || match.isEarly ? Self.leading : Self.inside
        }
        return positions.map { EvidenceHit(term: $0.key, position: $0.value) }.sorted { $0.term < $1.term }
    }

    func sentences(of text: String) -> [String] { terms.sentences(of: text) }
}

/// Weighs evidence, knowing how rare each term is among the units of its language.
struct TopicJudge {
    private let index: EvidenceIndex
    private let topics: Int
    private let rarity: [Double]

    init(index: EvidenceIndex, topics: Int, hits: [[[EvidenceHit]]]) {
        self.index = index
        self.topics = topics
        var holding = [Int](repeating: 0, count: index.terms.count)
        for hit in hits.joined().joined() { holding[hit.term] += 1 }
        let total = hits.reduce(0) { $0 + $1.count }
        self.rarity = holding.map { Rarity.weight(holding: $0, total: total) }
    }

    /// The score of each topic, in file order; 0 for a topic of which no strong term is there.
    func scores(_ hits: [EvidenceHit]) -> [Double] {
        var scores = [Double](repeating: 0, count: topics)
        var isShown = [Bool](repeating: false, count: topics)
        for hit in hits {
            for effect in index.effects[hit.term] {
                scores[effect.topic] += effect.weight * rarity[hit.term] * hit.position
                if effect.weight >= EvidenceIndex.strong { isShown[effect.topic] = true }
            }
        }
        return zip(scores, isShown).map { $1 ? $0 : 0 }
    }

    /// The topics that are evident, best first, ties in file order.
    func topics(_ scores: [Double]) -> [Int] {
        let best = scores.max() ?? 0
        return scores.indices
            .filter { scores[$0] >= TopicScorer.threshold && scores[$0] >= TopicScorer.shareOfBest * best }
            .sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    }

    /// The terms that speak for a topic, weightiest first, ties in file order.
    func evidence(of topic: Int, in hits: [EvidenceHit]) -> [String] {
        var found: [(term: Int, worth: Double)] = []
        for hit in hits {
            let weight = index.effects[hit.term].filter { $0.topic == topic }.reduce(0) { $0 + $1.weight }
            if weight > 0 { found.append((hit.term, weight * rarity[hit.term] * hit.position)) }
        }
        return found.sorted { (-$0.worth, $0.term) < (-$1.worth, $1.term) }.map { index.terms[$0.term] }
    }

    /// How many strong terms speak for a topic.
    func strongTerms(of topic: Int, in hits: [EvidenceHit]) -> Int {
        hits.count { hit in
            index.effects[hit.term].contains { $0.topic == topic && $0.weight >= EvidenceIndex.strong }
        }
    }
}
