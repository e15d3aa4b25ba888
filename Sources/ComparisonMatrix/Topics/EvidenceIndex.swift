import RegulationModel

/// The evidence of all topics in one language, ready to be looked up: which terms there are, and which topic each
/// speaks for or against, with what weight.
struct EvidenceIndex {
    /// Weight of a strong term.
    static let strong = 3.0
    /// Weight of a weak term.
    static let weak = 1.0
    /// Weight of a term against the topic.
    static let against = -3.0

    struct Effect {
        let topic: Int
        let weight: Double
    }

    /// The terms, each once, in the order in which the table first has them.
    private(set) var terms: [String] = []
    /// What each term does, parallel to `terms`; each topic at most once for each kind of evidence.
    private(set) var effects: [[Effect]] = []

    /// How many topics have terms that speak for them.
    var topicsWithTerms: Int { Set(effects.joined().filter { $0.weight > 0 }.map(\.topic)).count }

    init(_ table: TopicTable, _ language: Language) {
        var numbers: [String: Int] = [:]
        for (topic, entry) in table.topics.enumerated() {
            let evidence = entry.evidence(in: language)
            let kinds = [(evidence.strong, Self.strong), (evidence.weak, Self.weak), (evidence.against, Self.against)]
            for (words, weight) in kinds {
                var seen: Set<String> = []
                for term in words where seen.insert(term).inserted {
                    add(Effect(topic: topic, weight: weight), of: term, &numbers)
                }
            }
        }
    }

    private mutating func add(_ effect: Effect, of term: String, _ numbers: inout [String: Int]) {
        let number = numbers[term] ?? terms.count
        if number == terms.count {
            numbers[term] = number
            terms.append(term)
            effects.append([])
        }
        effects[number].append(effect)
    }
}
