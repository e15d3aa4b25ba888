import RegulationModel

/// Makes the cells of one text in the topic matrix.
struct TopicCells {
    /// So many evidence terms are named as the reason of a quotation.
    static let namedTerms = 4

    private let column: TextColumn
    private let units: [UnitTopics]
    /// True where the topics are not made for the text.
    let isOffSubject: Bool
    /// The units of each article or section, by its place.
    private let unitsOfProvision: [Int: [Int]]
    /// The units of each topic, in document order.
    private let unitsOfTopic: [String: [Int]]

    /// Takes a text and the topics of its units.
    init(_ column: TextColumn, _ units: [UnitTopics], isOffSubject: Bool) {
        self.column = column
        self.units = units
        self.isOffSubject = isOffSubject
        var ofProvision: [Int: [Int]] = [:]
        var ofTopic: [String: [Int]] = [:]
        for (index, unit) in units.enumerated() {
            if let place = column.place(of: unit.provision) { ofProvision[place, default: []].append(index) }
            for score in unit.topics { ofTopic[score.topic, default: []].append(index) }
        }
        self.unitsOfProvision = ofProvision
        self.unitsOfTopic = ofTopic
    }

    /// The cell of a topic.
    func cell(_ topic: Topic) -> Cell {
        let evidence = topic.evidence(in: column.regulation.language)
        let isLookedFor = !evidence.strong.isEmpty || !evidence.weak.isEmpty
        let quotations = places(of: topic.id).flatMap { self.quotations(topic.id, place: $0) }
        return column.cells.cell(quotations, otherwise: isLookedFor ? absence : CellComposer.notLookedFor)
    }

    /// The cell of a topic that was not found. A whole act is not called silent on the matters of another subject.
    private var absence: Cell? {
        isOffSubject && column.cells.absence.state == .silent ? CellComposer.offSubject : nil
    }

    /// Place of the topic's main article: the first whose main topic it is, else the first that has it.
    func mainPlace(_ topic: String) -> Int? {
        let places = places(of: topic)
        return places.first { mainTopic(ofProvisionAt: $0) == topic } ?? places.first
    }

    /// The main topic of an article: the first one of its paragraphs.
    func mainTopic(ofProvisionAt place: Int) -> String? { topics(ofProvisionAt: place).first }

    /// The topics of an article, each once, those of its paragraphs in order.
    func topics(ofProvisionAt place: Int) -> [String] {
        var found: [String] = []
        for score in (unitsOfProvision[place] ?? []).flatMap({ units[$0].topics }) where !found.contains(score.topic) {
            found.append(score.topic)
        }
        return found
    }

    /// Places of the articles or sections that have a topic, in document order.
    func places(of topic: String) -> [Int] {
        Set((unitsOfTopic[topic] ?? []).compactMap { column.place(of: units[$0].provision) }).sorted()
    }

    /// What one article or section says on a topic: the whole of it where all of it has the topic; else its
    /// paragraphs, or a section's clauses. Empty where it has not the topic.
    func quotations(_ topic: String, place: Int, _ given: QuotationBasis? = nil) -> [Quotation] {
        let provision = column.regulation.provisions[place]
        let all = unitsOfProvision[place] ?? []
        let hits = all.filter { units[$0].score(of: topic) != nil }
        guard !hits.isEmpty else { return [] }
        let basis = given ?? basis(topic, hits)
        if hits == all { return [column.quotations.quotation(of: provision, basis)].compactMap { $0 } }
        switch column.regulation.authority {
        case .explainer:
            return [column.quotations.quotation(of: provision, clauses: units.runs(hits), basis)].compactMap { $0 }
        case .act, .excerpt:
            return hits.compactMap { hit in
                provision.provision(at: units[hit].provision).flatMap { paragraph in
                    column.quotations.quotation(of: paragraph, given ?? self.basis(topic, [hit]))
                }
            }
        }
    }

    private func basis(_ topic: String, _ hits: [Int]) -> QuotationBasis {
        let scores = hits.compactMap { units[$0].score(of: topic) }
        var terms: [String] = []
        for term in scores.flatMap(\.evidence) where !terms.contains(term) { terms.append(term) }
        let named = terms.prefix(Self.namedTerms).joined(separator: ", ")
        let answers = scores.compactMap(\.answering).map {
            "answers \($0.article.text) of \($0.witness), on this topic"
        }
        return QuotationBasis(
            reasons: (named.isEmpty ? [] : ["words of the topic: \(named)"]) + answers,
            score: scores.map(\.confidence).max(),
            isPart: !hits.contains { units[$0].topics.first?.topic == topic })
    }
}

extension [UnitTopics] {
    /// The bytes of some clauses, joined where they follow each other in one paragraph.
    func runs(_ hits: [Int]) -> [[ByteSpan]] {
        var runs: [[ByteSpan]] = []
        var last: Int?
        for hit in hits {
            if let last, hit == last + 1, self[hit].provision == self[last].provision {
                runs[runs.count - 1] += self[hit].spans
            } else {
                runs.append(self[hit].spans)
            }
            last = hit
        }
        return runs
    }
}

extension TopicScore {
    /// The score on a scale from 0 to 1 that is not a probability: 0.5 at the threshold, 0.75 at three times it.
    public var confidence: Double { max(0, score / (score + TopicScorer.threshold)) }
}
