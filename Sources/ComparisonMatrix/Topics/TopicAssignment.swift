import RegulationModel

/// One topic of a stretch of text, with what showed it.
public struct TopicScore: Sendable, Hashable {
    /// Id of the topic.
    public let topic: String
    /// Sum of the evidence; `TopicScorer.threshold` or more.
    public let score: Double
    /// The terms that spoke for it, the weightiest first.
    public let evidence: [String]
    /// How many of them are strong.
    public let strongTerms: Int
    /// The article of another text that gave the topic, where no words did.
    public let answering: Answer?

    /// An article of another text.
    public struct Answer: Sendable, Hashable {
        /// Id of the text.
        public let witness: String
        /// The article.
        public let article: EId

        /// Names an article.
        public init(witness: String, article: EId) {
            self.witness = witness
            self.article = article
        }
    }

    /// Makes a score.
    public init(
        topic: String, score: Double, evidence: [String], strongTerms: Int = 1, answering: Answer? = nil
    ) {
        self.topic = topic
        self.score = score
        self.evidence = evidence
        self.strongTerms = strongTerms
        self.answering = answering
    }
}

/// The topics of one unit of text: a paragraph of an act with its points, or a clause of an explainer.
public struct UnitTopics: Sendable, Hashable {
    /// The paragraph; for a clause, the provision it stands in.
    public let provision: EId
    /// The bytes judged, in reading order.
    public let spans: [ByteSpan]
    /// Its topics, the most evident first; empty where none is evident.
    public let topics: [TopicScore]

    /// Makes an assignment.
    public init(provision: EId, spans: [ByteSpan], topics: [TopicScore]) {
        self.provision = provision
        self.spans = spans
        self.topics = topics
    }

    /// The score of one topic, if the unit has it.
    public func score(of topic: String) -> TopicScore? { topics.first { $0.topic == topic } }
}

/// The topics of all texts of a corpus.
public struct TopicAssignment: Sendable {
    /// The units of each text in document order; one list for each text, in the order they were given.
    public let units: [[UnitTopics]]
    /// The texts, by place, that are of another subject, as far as their words show: the topics are not made for them.
    public let offSubject: Set<Int>

    /// Makes an assignment.
    public init(units: [[UnitTopics]], offSubject: Set<Int> = []) {
        self.units = units
        self.offSubject = offSubject
    }

    /// The topics of an article, each once: those of its paragraphs in order. The first is its main topic.
    public func topics(ofArticle article: EId, inTextAt index: Int) -> [String] {
        var found: [String] = []
        for unit in units[index] where unit.provision.article == article {
            for score in unit.topics where !found.contains(score.topic) { found.append(score.topic) }
        }
        return found
    }
}
