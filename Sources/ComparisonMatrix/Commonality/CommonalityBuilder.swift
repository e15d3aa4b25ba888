import ProvisionAlignment
import RegulationModel

/// Finds what texts have in common, from their matrix of topics, their parameters and their links.
public struct CommonalityBuilder: Sendable {
    private let topics: Matrix
    private let parameters: ParameterTable
    private let alignments: [Alignment]

    /// - Parameters:
    ///   - topics: the matrix of topics.
    ///   - parameters: the parameters of the same texts.
    ///   - alignments: links of articles of all pairs of them.
    public init(topics: Matrix, parameters: ParameterTable, alignments: [Alignment]) {
        self.topics = topics
        self.parameters = parameters
        self.alignments = alignments
    }

    /// The result.
    public func commonality() -> Commonality {
        let rows = topics.rows.map(common)
        return Commonality(
            columns: topics.columns, topics: rows,
            acts: topics.columns.filter { $0.regulation.authority != .explainer }.map { own($0, rows) })
    }

    // MARK: Topics

    private func common(_ row: Row) -> TopicCommonality {
        var saying: [String] = []
        var silent: [String] = []
        var unknown: [String] = []
        for (witness, cell) in zip(topics.columns, row.cells) {
            switch cell.state {
            case .present, .delegated: saying.append(witness.id)
            case .silent: silent.append(witness.id)
            case .notInExcerpt, .explained: unknown.append(witness.id)
            }
        }
        return TopicCommonality(
            topic: row.id, name: row.heading, states: row.cells.map(\.state), saying: saying, silent: silent,
            unknown: unknown, rules: rules(of: row))
    }

    /// The parameters whose values stand in provisions that the row quotes as main ones.
    private func rules(of row: Row) -> [SharedRule] {
        var quoted: Set<String> = []
        for (witness, cell) in zip(topics.columns, row.cells) {
            for quotation in cell.quotations where !quotation.isPart {
                quoted.insert("\(witness.id) \(quotation.eId.text)")
            }
        }
        func stands(_ value: ParameterValue) -> Bool {
            quoted.contains("\(value.witness) \(value.provision.article.text)")
                || quoted.contains("\(value.witness) \(value.provision.text)")
        }
        let silent = zip(topics.columns, row.cells).filter { $1.state == .silent }.map(\.0.id)
        return parameters.parameters.filter { parameter in
            // What only few of its acts rule here is a value of another matter.
            let here = Set(parameter.values.filter(stands).map(\.witness))
            let acts = Set(parameter.values.map(\.witness))
            return !here.isEmpty && 2 * here.count >= acts.count
        }
        .compactMap { shared($0, except: silent) }
    }

    /// A parameter that can be compared, with at least two acts that answer each other on it.
    ///
    /// - Parameter silent: acts that say nothing on the topic; what the parameter has of them is on another matter.
    private func shared(_ parameter: Parameter, except silent: [String]) -> SharedRule? {
        guard parameter.attribute.isComparable else { return nil }
        var values: [(compared: String, value: String, acts: [String])] = []
        for value in parameter.values
        where value.isReadable && isAct(value.witness) && !silent.contains(value.witness) {
            let compared = parameter.compared(value)
            if let place = values.firstIndex(where: { $0.compared == compared }) {
                if !values[place].acts.contains(value.witness) { values[place].acts.append(value.witness) }
            } else {
                values.append((compared, value.normalised, [value.witness]))
            }
        }
        let without = parameter.without.filter { !silent.contains($0) }
        guard !values.isEmpty, Set(values.flatMap(\.acts)).count + without.count > 1 else { return nil }
        let order = values.indices.sorted { (-values[$0].acts.count, $0) < (-values[$1].acts.count, $1) }
        return SharedRule(
            parameter: parameter.id, matter: parameter.matter, attribute: parameter.attribute,
            values: order.map { SharedRule.Value(value: values[$0].value, acts: values[$0].acts) },
            without: without)
    }

    private func isAct(_ id: String) -> Bool {
        topics.columns.contains { $0.id == id && $0.regulation.authority != .explainer }
    }

    // MARK: Acts

    private func own(_ witness: Witness, _ rows: [TopicCommonality]) -> OwnMatter {
        let linked = Set(
            alignments.flatMap { alignment -> [EId] in
                if alignment.base == witness.id { return alignment.links.map(\.base) }
                return alignment.other == witness.id ? alignment.links.map(\.other) : []
            })
        // What a linked article gives in another row is no value of one act alone.
        let values = parameters.parameters.filter(\.elsewhere.isEmpty).compactMap { shared($0, except: []) }.filter {
            rule in
            rule.values.count == 1 && rule.values[0].acts == [witness.id] && !rule.without.isEmpty
        }
        return OwnMatter(
            witness: witness.id,
            articles: witness.regulation.articles.map(\.eId).filter { !linked.contains($0) },
            topics: rows.filter { $0.alone == witness.id }.map { ($0.topic, $0.name) }, values: values)
    }
}
