import RegulationModel

/// The words by which a provision on a topic is recognised in one language.
///
/// A Chinese term is matched as it stands; an English term is a sequence of words, matched by their stems, in which
/// `*` stands for none to two words.
public struct TopicEvidence: Sendable, Hashable {
    /// Words that show the topic almost alone.
    public let strong: [String]
    /// Words that support it.
    public let weak: [String]
    /// Words that speak against it.
    public let against: [String]

    /// Makes evidence.
    public init(strong: [String] = [], weak: [String] = [], against: [String] = []) {
        self.strong = strong
        self.weak = weak
        self.against = against
    }
}

/// One topic 事项: a matter that acts of a subject rule on, and a row of the topic matrix.
public struct Topic: Sendable, Hashable {
    /// Stable id, fit for an anchor (`recusal`).
    public let id: String
    /// Name in both languages.
    public let name: BilingualText
    /// What belongs to it, in a sentence.
    public let definition: String
    /// Evidence terms for each language; a language without terms finds nothing.
    public let evidence: [Language: TopicEvidence]

    /// Makes a topic.
    public init(id: String, name: BilingualText, definition: String, evidence: [Language: TopicEvidence]) {
        self.id = id
        self.name = name
        self.definition = definition
        self.evidence = evidence
    }

    /// The evidence in a language.
    public func evidence(in language: Language) -> TopicEvidence { evidence[language] ?? TopicEvidence() }
}

/// The topics of a subject in the order of their file.
public struct TopicTable: Sendable, Hashable {
    /// The topics; each id once.
    public let topics: [Topic]

    /// Makes a table. Of topics with the same id the first is kept.
    public init(topics: [Topic]) {
        var seen: Set<String> = []
        self.topics = topics.filter { seen.insert($0.id).inserted }
    }
}
