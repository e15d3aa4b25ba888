import ProvisionDiff
import RegulationModel

/// Makes a study guide of texts, from their families, parameters and differences.
public struct StudyBuilder: Sendable {
    private let families: Matrix
    private let topics: Matrix?
    private let parameters: ParameterTable
    private let differences: [ActDifferences]
    private let glossary: TermList
    private let subject: BilingualText?
    private let renderings: Renderings

    /// - Parameters:
    ///   - families: the matrix of families of the texts.
    ///   - topics: the matrix of topics of the same texts, where there are topics.
    ///   - parameters: the parameters of the same texts.
    ///   - differences: what differs between each two of them; a pair without one is not compared.
    ///   - glossary: their terms.
    ///   - subject: what the texts are about, where somebody says so.
    ///   - renderings: terms that tie two languages.
    package init(
        families: Matrix, topics: Matrix? = nil, parameters: ParameterTable, differences: [ActDifferences],
        glossary: TermList,
        subject: BilingualText?, renderings: Renderings = .none
    ) {
        self.families = families
        self.topics = topics
        self.parameters = parameters
        self.differences = differences
        self.glossary = glossary
        self.subject = subject
        self.renderings = renderings
    }

    /// The guide.
    public func guide(_ options: StudyOptions = StudyOptions()) -> StudyGuide {
        let rules = families.columns.map { witness -> [EId: [StudyRule]] in
            guard witness.regulation.authority != .explainer else { return [:] }
            let reader = StudyReader(witness)
            return Dictionary(witness.regulation.articles.map { ($0.eId, reader.rules(of: $0)) }) { first, _ in first }
        }
        // What is stated plainly says by its words neither what must nor what may be done: nothing to ask about.
        let material = StudyMaterial(
            families: families, rules: rules.map { $0.mapValues { $0.filter { !$0.isStated } } },
            parameters: parameters, differences: differences,
            renderings: renderings)
        let sections = options.sections.map { kind in
            StudySection(kind: kind, rows: families.rows.compactMap { row($0, kind, rules) })
        }
        return StudyGuide(
            columns: families.columns, subject: subject, sections: sections.filter { !$0.rows.isEmpty },
            contrasts: StudyContrasts(material: material).contrasts(), glossary: glossary.forLearning,
            cards: CardDeck(material: material).cards(options))
    }

    private func row(_ family: Row, _ kind: StudyKind, _ rules: [[EId: [StudyRule]]]) -> StudyRow? {
        let topic = topic(of: family)
        let cells = family.cells.enumerated().map { column, cell in
            self.cell(cell, families.columns[column], kind, rules[column], topic?.cells[column])
        }
        guard cells.contains(where: { !$0.rules.isEmpty }) else { return nil }
        return StudyRow(id: family.id, heading: family.heading, cells: cells)
    }

    /// The row of the topic that holds most provisions of a family, and more than half of them.
    private func topic(of family: Row) -> Row? {
        guard let topics else { return nil }
        func members(_ cell: Cell) -> Set<EId> { Set(cell.quotations.filter { !$0.isPart }.map(\.eId.article)) }
        let own = family.cells.map(members)
        func held(_ row: Row) -> Int { zip(own, row.cells).reduce(0) { $0 + $1.0.intersection(members($1.1)).count } }
        let half = own.reduce(0) { $0 + $1.count } / 2
        var best: (held: Int, row: Row)?
        for row in topics.rows where held(row) > best?.held ?? half {
            best = (held(row), row)
        }
        return best?.row
    }

    /// Articles that answer only in part stand in a row of their own; here they would be told twice.
    private func cell(
        _ cell: Cell, _ witness: Witness, _ kind: StudyKind, _ rules: [EId: [StudyRule]], _ topic: Cell?
    ) -> StudyCell {
        guard witness.regulation.authority != .explainer else {
            return StudyCell(rules: [], explained: cell.quotations, answering: [], elsewhere: [], state: cell.state)
        }
        let members = cell.quotations.filter { !$0.isPart }.map(\.eId)
        let found = members.flatMap { rules[$0.article, default: []] }.filter { $0.stands(among: kind) }
        let answering = members.filter { member in !found.contains { $0.lead.provision.article == member.article } }
        let isPartOnly = members.isEmpty && !cell.quotations.isEmpty
        return StudyCell(
            rules: found, explained: [], answering: isPartOnly ? cell.quotations.map(\.eId) : answering,
            elsewhere: cell.quotations.isEmpty ? topic?.quotations.map(\.eId) ?? [] : [], state: cell.state)
    }
}

/// What guide and questions are made from.
struct StudyMaterial: Sendable {
    let families: Matrix
    /// The rules of each article of each text, parallel to the columns.
    let rules: [[EId: [StudyRule]]]
    let parameters: ParameterTable
    let differences: [ActDifferences]
    let renderings: Renderings

    var columns: [Witness] { families.columns }

    /// The rules of a text in reading order.
    func rules(ofTextAt column: Int) -> [StudyRule] {
        columns[column].regulation.articles.flatMap { rules[column][$0.eId, default: []] }
    }

    /// The heading of the family of each article of a text, and its place.
    func matters(ofTextAt column: Int) -> [EId: (place: Int, heading: BilingualText)] {
        var result: [EId: (place: Int, heading: BilingualText)] = [:]
        for (place, row) in families.rows.enumerated() {
            for quotation in row.cells[column].quotations where !quotation.isPart {
                result[quotation.eId.article] = result[quotation.eId.article] ?? (place, row.heading)
            }
        }
        return result
    }

    /// Words as printed.
    func text(_ quote: StudyQuote) -> String {
        columns.first { $0.id == quote.witness }?.regulation.source.flowed(quote.spans) ?? ""
    }
}
