import ProvisionAlignment
import RegulationModel

/// Builds comparison matrices 对照表 of a corpus from its texts, their links and its topics.
///
/// Cells are made of provisions only; no other part of a document can reach one. The order of the texts decides the
/// order of columns and nothing else.
public struct MatrixBuilder: Sendable {
    /// The texts compared, in the order of the corpus.
    public let witnesses: [Witness]
    /// The topics of their paragraphs and clauses, parallel to `witnesses`; nil where the corpus has no topics.
    public let assignment: TopicAssignment?
    private let familyTopics: FamilyTopics?
    private let table: TopicTable?
    private let links: LinkTable
    private let alignments: [Alignment]

    /// Takes a corpus; the topics are assigned here, once for all matrices.
    ///
    /// Alignments of articles are used from both sides; a pair without one has no links.
    ///
    /// - Parameter near: pairs of articles that are no links, though something speaks for them, scores below 0.5: silent
    ///   cells name the nearest one.
    public init(
        witnesses: [Witness], alignments: [Alignment] = [], near: [Alignment] = [], topics: TopicTable? = nil
    ) {
        self.witnesses = witnesses
        let table = topics.flatMap { $0.topics.isEmpty ? nil : $0 }
        self.table = table
        let links = LinkTable(alignments, near: near)
        let found = table.map { TopicScorer($0).assign(witnesses.map(\.regulation)) }
        self.familyTopics = found.map { FamilyTopics(assignment: $0, witnesses: witnesses, links: links) }
        self.assignment = familyTopics?.settled()
        self.links = links
        self.alignments = alignments
    }

    /// The text by which rows are ordered where none is named: a whole act before a part, the original before a
    /// translation, then the one with the most articles, then by id; nil where no text is an act.
    public var defaultBase: String? {
        func order(_ witness: Witness) -> (Int, Int, Int, String) {
            let isWhole = witness.regulation.completeness.status == .whole
            return (isWhole ? 0 : 1, witness.translation.distance, -witness.regulation.articles.count, witness.id)
        }
        return witnesses.filter { $0.regulation.authority != .explainer && !$0.regulation.articles.isEmpty }
            .min { order($0) < order($1) }?.id
    }

    /// The articles whose topics a person should look at; nil where the corpus has no topics.
    public var topicReview: TopicReview? { familyTopics.map(TopicReview.init) }

    /// One row for each topic, one column for each text in the order of the corpus; nil where the corpus has no
    /// topics.
    ///
    /// Rows stand under the chapter of the base in which the topic's main article stands, in file order inside; after
    /// them the topics that only other texts have, then those of none. `base` defaults to `defaultBase`; without any
    /// base all rows stay in file order. The base keeps its column, so that a text is in the same place in all
    /// matrices whatever orders the rows, and `Matrix.base` tells which it is.
    public func topics(base: String? = nil) -> Matrix? {
        guard let table, let assignment else { return nil }
        let columns = TextColumn.all(witnesses)
        let cells = columns.indices.map { topicCells(columns, $0, assignment) }
        let baseId = base ?? defaultBase
        let place = witnesses.firstIndex { $0.id == baseId }
        let grouping = TopicGrouping(columns: columns, cells: cells, base: place, links: links)
        return Matrix(
            id: "matrix", title: BilingualText(chinese: "事项对照表", english: "Comparison matrix by topic"),
            rowKind: .topics, base: place, columns: witnesses, rows: grouping.rows(table))
    }

    /// One row for each article of the base, in order, grouped by its chapters: the provisions of every other text
    /// that are linked to it, and what an explainer says on its main topic. The base is the first column, the others
    /// follow in the order of the corpus. A base that is an explainer has a row for each section. Nil where no text
    /// has this id.
    public func articles(base: String) -> Matrix? {
        guard let place = witnesses.firstIndex(where: { $0.id == base }) else { return nil }
        let columns = TextColumn.all(witnesses)
        let order = [place] + witnesses.indices.filter { witnesses[$0].id != base }
        let others = Array(order.dropFirst())
        let rows = ArticleRows(
            base: columns[place], others: others.map { columns[$0] }, links: links,
            topics: articleTopics(columns, base: place, others: others))
        let name = witnesses[place].name
        return Matrix(
            id: "articles-\(base)",
            title: BilingualText(
                chinese: "条文对照表（以\(name.chinese)为基准）", english: "Article by article, base: \(name.english)"),
            rowKind: .articles, base: 0, columns: order.map { witnesses[$0] }, rows: rows.rows())
    }

    /// One row for each family of provisions that answer each other, one column for each text in the order of the
    /// corpus; nil where no text has a provision. Every provision is a member of exactly one row.
    ///
    /// - Parameter base: the rows stand in the order of this text, under its chapters; without it in the order that most
    ///   acts keep.
    public func families(inOrderOf base: String? = nil) -> Matrix? {
        let columns = TextColumn.all(witnesses)
        let families = Families(witnesses: witnesses.map(\.regulation), alignments: alignments)
        let place = base.flatMap { id in witnesses.firstIndex { $0.id == id } }
        let ordered = place.map { families.ordered(byBase: witnesses[$0].id) } ?? families.consensus
        guard !ordered.isEmpty else { return nil }
        let topics = assignment.map { assignment in columns.indices.map { topicCells(columns, $0, assignment) } }
        let rows = FamilyRows(
            columns: columns, links: links, families: ordered, base: place, topics: topics,
            table: table ?? TopicTable(topics: []))
        let name = place.map { witnesses[$0].name }
        return Matrix(
            id: place.map { "families-\(witnesses[$0].id)" } ?? "families",
            title: BilingualText(
                chinese: "同类条文对照表" + (name.map { "（以\($0.chinese)为序）" } ?? ""),
                english: "Matching provisions" + (name.map { ", in the order of \($0.english)" } ?? "")),
            rowKind: .families, base: place, columns: witnesses, rows: rows.rows())
    }

    private func articleTopics(_ columns: [TextColumn], base: Int, others: [Int]) -> ArticleTopics? {
        guard let table, let assignment else { return nil }
        return ArticleTopics(
            base: topicCells(columns, base, assignment), others: others.map { topicCells(columns, $0, assignment) },
            names: Dictionary(uniqueKeysWithValues: table.topics.map { ($0.id, $0.name) }))
    }

    private func topicCells(_ columns: [TextColumn], _ place: Int, _ assignment: TopicAssignment) -> TopicCells {
        TopicCells(
            columns[place], assignment.units[place], isOffSubject: assignment.offSubject.contains(place))
    }
}
