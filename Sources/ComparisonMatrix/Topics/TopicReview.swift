import ProvisionAlignment
import RegulationModel

/// The articles whose topics a person should look at, with what is doubtful.
public struct TopicReview: Sendable {
    /// What is doubtful.
    public enum Doubt: String, Sendable, CaseIterable {
        /// No topic is evident.
        case none
        /// The main topic rests on little evidence.
        case little
        /// Another topic is nearly as evident as the main one.
        case near
        /// The articles that answer it agree on a topic that it has not.
        case answers

        /// What readers see.
        public var label: BilingualText {
            switch self {
            case .none: BilingualText(chinese: "未检出事项", english: "no topic is evident")
            case .little: BilingualText(chinese: "依据不足", english: "little evidence")
            case .near: BilingualText(chinese: "两事项难分主次", english: "two topics are nearly as evident")
            case .answers:
                BilingualText(chinese: "与对应条文的事项不同", english: "the articles that answer it have another topic")
            }
        }
    }

    /// One article.
    public struct Item: Sendable {
        /// Id of the text.
        public let witness: String
        /// The article.
        public let article: EId
        /// Its citation.
        public let citation: Citation
        /// Its topics, the main one first.
        public let topics: [String]
        /// What is doubtful.
        public let doubt: Doubt
        /// The topic that is nearly as evident, or that the answering articles have; nil where none is.
        public let suggestion: String?
        /// The printed text, white space folded.
        public let text: String
    }

    /// The articles, text by text in the order given, in document order.
    public let items: [Item]

    /// Evidence below this many times the least is little.
    private static let littleEvidence = 1.25

    init(_ topics: FamilyTopics) {
        var items: [Item] = []
        for (index, witness) in topics.witnesses.enumerated() where witness.regulation.authority != .explainer {
            for article in witness.regulation.articles {
                guard let (doubt, suggestion) = Self.doubt(on: article, at: index, topics),
                    let citation = Citation(article.eId, in: witness.regulation)
                else { continue }
                items.append(
                    Item(
                        witness: witness.id, article: article.eId, citation: citation,
                        topics: topics.assignment.topics(ofArticle: article.eId, inTextAt: index), doubt: doubt,
                        suggestion: suggestion, text: witness.regulation.fullText(article)))
            }
        }
        self.items = items
    }

    private static func doubt(on article: Provision, at index: Int, _ topics: FamilyTopics) -> (Doubt, String?)? {
        let units = topics.assignment.units[index].filter { $0.provision.article == article.eId }
        let vote = topics.vote(on: article.eId, of: index)
        guard let first = units.lazy.compactMap(\.topics.first).first else { return (.none, vote?.topic) }
        let own = topics.assignment.topics(ofArticle: article.eId, inTextAt: index)
        if let vote, !own.contains(vote.topic) { return (.answers, vote.topic) }
        let second = units.lazy.filter { $0.topics.first == first }.compactMap { $0.topics.dropFirst().first }.first
        if let second, second.score >= FamilyTopics.near * first.score { return (.near, second.topic) }
        return first.score < littleEvidence * TopicScorer.threshold ? (.little, nil) : nil
    }
}
