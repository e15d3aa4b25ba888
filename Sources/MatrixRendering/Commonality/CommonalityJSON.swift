import ComparisonMatrix
import RegulationModel

/// What texts have in common as JSON, described by `commonality.schema.json`.
struct CommonalityJSON: Encodable, Sendable {
    let columns: [String]
    let topics: [Topic]
    let acts: [Act]

    struct Topic: Encodable, Sendable {
        let topic: String
        let name: JSONLabel
        let states: [String]
        let saying: [String]
        let silent: [String]
        let unknown: [String]
        @OrNull var alone: String?
        let rules: [Rule]
    }

    struct Rule: Encodable, Sendable {
        let parameter: String
        let matter: JSONLabel
        let attribute: String
        let values: [Value]
        @OrNull var majority: String?
        let without: [String]
    }

    struct Value: Encodable, Sendable {
        let value: String
        let acts: [String]
    }

    struct Act: Encodable, Sendable {
        let id: String
        let articles: [String]
        let topics: [String]
        let values: [Rule]
    }

    init(_ commonality: Commonality) {
        columns = commonality.columns.map(\.id)
        topics = commonality.topics.map { topic in
            var value = Topic(
                topic: topic.topic, name: JSONLabel(topic.name), states: topic.states.map(\.rawValue),
                saying: topic.saying, silent: topic.silent, unknown: topic.unknown, rules: topic.rules.map(Rule.init))
            value.alone = topic.alone
            return value
        }
        acts = commonality.acts.map { own in
            Act(
                id: own.witness, articles: own.articles.map(\.text), topics: own.topics.map(\.id),
                values: own.values.map(Rule.init))
        }
    }
}

extension CommonalityJSON.Rule {
    init(_ rule: SharedRule) {
        parameter = rule.parameter
        matter = JSONLabel(rule.matter.withOwnEnglish)
        attribute = rule.attribute.rawValue
        values = rule.values.map { CommonalityJSON.Value(value: $0.value, acts: $0.acts) }
        without = rule.without
        majority = rule.majority?.value
    }
}
