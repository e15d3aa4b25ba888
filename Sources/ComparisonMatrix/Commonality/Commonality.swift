import RegulationModel

/// What the texts have in common on each topic, and where they part.
public struct Commonality: Sendable {
    /// The texts, in the order of the columns.
    public let columns: [Witness]
    /// The topics in the order of their matrix.
    public let topics: [TopicCommonality]
    /// What only one act has, act by act in the order of the columns; explainers are left out.
    public let acts: [OwnMatter]

    /// Name of a text.
    public func name(of witness: String) -> BilingualText {
        columns.first { $0.id == witness }?.name ?? BilingualText(chinese: witness, english: witness)
    }
}

/// Who says what on one topic.
public struct TopicCommonality: Sendable {
    /// Id of the topic.
    public let topic: String
    /// Its name.
    public let name: BilingualText
    /// The state of each text's cell, in the order of the columns.
    public let states: [CellState]
    /// Ids of the acts that rule on it or refer it to another act.
    public let saying: [String]
    /// Ids of the acts that are held whole and silent.
    public let silent: [String]
    /// Ids of the texts of which nothing can be said, and of explainers.
    public let unknown: [String]
    /// Values and duties that acts agree on or part over.
    public let rules: [SharedRule]

    /// The only act that rules on it, where another one is known to be silent.
    public var alone: String? { saying.count == 1 && !silent.isEmpty ? saying[0] : nil }
}

/// One checkable value of a topic: what most acts set, and who sets another.
public struct SharedRule: Sendable {
    /// Id of the parameter.
    public let parameter: String
    /// The matter and what is measured.
    public let matter: BilingualText
    /// What is measured.
    public let attribute: ParameterAttribute
    /// The values with the acts that set them, the one that most set first, ties in the order of the columns.
    public let values: [Value]
    /// Ids of acts whose answering provision sets none.
    public let without: [String]

    /// A normalised value and the acts that set it.
    public struct Value: Sendable {
        /// Normalised.
        public let value: String
        /// Ids of the acts.
        public let acts: [String]
    }

    /// The value that more than half of the acts that were compared set; nil where there is none.
    public var majority: Value? {
        let compared = Set(values.flatMap(\.acts)).count + without.count
        return values.first.flatMap { $0.acts.count > 1 && 2 * $0.acts.count > compared ? $0 : nil }
    }
}

/// What only one act has.
public struct OwnMatter: Sendable {
    /// Id of the act.
    public let witness: String
    /// Articles that no article of another text answers, not even in part.
    public let articles: [EId]
    /// Ids and names of topics that no other act is known to have, and at least one is known not to have.
    public let topics: [(id: String, name: BilingualText)]
    /// Values that it alone sets, as its parameters.
    public let values: [SharedRule]
}
