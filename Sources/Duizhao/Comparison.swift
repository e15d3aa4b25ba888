import ComparisonMatrix
import MatrixRendering
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// Texts under comparison, with all their alignments at hand: what every result is made from.
public struct Comparison: Sendable {
    /// The texts compared, in order.
    public let witnesses: [Witness]
    /// Index of the base text.
    public private(set) var base: Int
    private let aligner: Aligner
    private let held = HeldLinks()
    private let termTable: TermTable
    private let terms: LazyRenderings
    private let topicTable: TopicTable
    private let overrides: Overrides
    /// What the corpus is about; nil where other texts than the corpus' own are compared.
    private let subject: BilingualText?

    /// Compares texts. The texts of `corpus` that are not among them serve as bridges: evidence through a third text.
    ///
    /// - Parameters:
    ///   - witnesses: the texts, at least one.
    ///   - base: index of the base text.
    ///   - corpus: gives terms, topics, bridges and decisions; nil for none. Its decisions hold for its own texts: a
    ///     text of the same id with other bytes is another text.
    ///   - dictionary: further terms, after those of the corpus; only those that stand in a Chinese text are used.
    ///   - overrides: further decisions, for texts of any corpus or none, by id. They come after those of the corpus.
    public init(
        _ witnesses: [Witness], base: Int, corpus: Corpus?, dictionary: TermTable = .empty,
        overrides: Overrides = .none
    ) {
        self.witnesses = witnesses
        self.base = base
        let held = Set(witnesses.map(\.sha256))
        let bridges = (corpus?.witnesses ?? []).filter { !held.contains($0.sha256) }
        let texts = (witnesses + bridges).map(\.regulation)
        let known = corpus?.terms ?? TermTable.empty
        let terms = dictionary.entries.isEmpty ? known : known.joined(with: dictionary.restricted(toTextsOf: texts))
        aligner = Aligner(witnesses: texts, terms: terms)
        termTable = terms
        self.terms = LazyRenderings(terms)
        let own = Set((corpus?.witnesses ?? []).map(\.sha256))
        let ownIds = Set(witnesses.filter { own.contains($0.sha256) }.map(\.id))
        self.overrides = (corpus?.overrides ?? .none).about(ownIds).adding(overrides)
        topicTable = corpus?.topics ?? TopicTable(topics: [])
        subject = corpus.flatMap { Set($0.witnesses.map(\.sha256)).isSuperset(of: held) ? $0.title : nil }
    }

    /// The same texts with another base; what was found of them is kept.
    public func rebased(to base: Int) -> Comparison {
        precondition(witnesses.indices.contains(base), "No such text.")
        var copy = self
        copy.base = base
        return copy
    }

    /// The links between two of the texts, with people's decisions applied.
    public func alignment(_ base: Int, _ other: Int, level: Level = .article) -> Alignment {
        held.answer(HeldLinks.Question(base: base, other: other, level: level)) {
            overrides.applied(
                to: aligner.align(base, other, level: level), base: witnesses[base].regulation,
                other: witnesses[other].regulation)
        }
    }

    /// All pairs of articles of two of the texts, ranked by what they say alone; see `Aligner.candidates`.
    public func candidates(_ base: Int, _ other: Int) -> [Candidate] { aligner.candidates(base, other) }

    /// The links of articles of each two texts, in the order of the texts.
    public var alignments: [Alignment] { Concurrent.map(pairs) { alignment($0.first, $0.second) } }

    /// Each two of the texts, in their order.
    private var pairs: [(first: Int, second: Int)] {
        witnesses.indices.flatMap { first in
            witnesses.indices.filter { $0 > first }.map { (first, $0) }
        }
    }

    /// Pairs of articles that a person should look at: the score is near that from which on a link is asserted, and
    /// nobody has decided on them.
    public func doubtful(_ base: Int, _ other: Int) -> [Link] { undecided(base, other, margin: 0.2) }

    private func undecided(_ base: Int, _ other: Int, margin: Double) -> [Link] {
        let decided = overrides.decidedPairs(witnesses[base].id, witnesses[other].id)
        return aligner.doubtful(base, other, margin: margin).filter { !decided.contains([$0.base, $0.other]) }
    }

    /// How far below the threshold a pair may lie to be named as the nearest one: below a tenth most pairs have a formula
    /// of drafting in common and nothing else.
    private static let nearMargin = 0.4

    /// Pairs of articles that are no links, though something speaks for them.
    private func near(_ base: Int, _ other: Int) -> Alignment {
        held.answer(HeldLinks.Question(base: base, other: other, level: nil)) {
            Alignment(
                base: witnesses[base].id, other: witnesses[other].id, level: .article,
                links: undecided(base, other, margin: Self.nearMargin).filter { $0.score < 0.5 })
        }
    }

    /// The same of each two texts.
    private var nearPairs: [Alignment] { Concurrent.map(pairs) { near($0.first, $0.second) } }

    /// What differs between two of the texts, provision by provision.
    public func differences(_ base: Int, _ other: Int) -> ActDifferences {
        let units = [Level.paragraph, .point].map { alignment(base, other, level: $0) }
        return DifferenceBuilder(
            base: witnesses[base], other: witnesses[other], articles: alignment(base, other), units: units,
            near: near(base, other).links, renderings: terms.renderings
        ).differences()
    }

    /// What differs between each two texts that have a link: each pair once, the texts in their order, the base first
    /// where it is one of them.
    public var differences: [ActDifferences] {
        let order = [base] + witnesses.indices.filter { $0 != base }
        let pairs = order.indices.flatMap { first in
            order.indices.dropFirst(first + 1).map { (order[first], order[$0]) }
        }
        return Concurrent.map(pairs) { differences($0.0, $0.1) }.filter { !$0.groups.isEmpty }
    }

    /// The terms of all texts with their attested renderings. `differences` are those of `self`, which cost most.
    public func terms(_ differences: [ActDifferences]) -> TermList {
        TermsBuilder(columns: witnesses, differences: differences, table: termTable).terms()
    }

    /// The study guide of all texts; nil where none of them has a provision. Rows stand in the order of the base where
    /// the options ask for texts, else in the order that most acts keep. `differences` and `parameters` are those of
    /// `self`.
    public func guide(
        _ options: StudyOptions = StudyOptions(), differences: [ActDifferences], parameters: ParameterTable
    ) -> StudyGuide? {
        guard let families = families(inOrderOf: options.order == .text ? base : nil) else { return nil }
        return StudyBuilder(
            families: families, topics: matrix(.topics), parameters: parameters, differences: differences,
            glossary: terms(differences),
            subject: subject, renderings: terms.renderings
        ).guide(options)
    }

    /// The linked units of each Chinese and each English text, as a memory of translation: points where both have them,
    /// else paragraphs. Explainers translate nothing.
    public func memories() -> [SiteStudy.Memory] {
        let acts = witnesses.indices.filter { witnesses[$0].regulation.authority != .explainer }
        let chinese = acts.filter { witnesses[$0].regulation.language == .chinese }
        let english = acts.filter { witnesses[$0].regulation.language == .english }
        let pairs = chinese.flatMap { base in english.map { (base, $0) } }
        return Concurrent.map(pairs) { memory($0.0, $0.1) }.filter { !$0.alignment.links.isEmpty }
    }

    private func memory(_ base: Int, _ other: Int) -> SiteStudy.Memory {
        let (one, two) = (witnesses[base].regulation, witnesses[other].regulation)
        let points = alignment(base, other, level: .point).links
        let paragraphs = alignment(base, other, level: .paragraph).links.filter { link in
            !points.contains { $0.base.isInside(link.base) || $0.other.isInside(link.other) }
        }
        let order = Dictionary(
            one.articles.flatMap { $0.units.map(\.eId) }.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        let links = (paragraphs + points).enumerated().sorted { a, b in
            (order[a.element.base] ?? 0, a.offset) < (order[b.element.base] ?? 0, b.offset)
        }.map(\.element)
        return SiteStudy.Memory(
            alignment: Alignment(base: one.id, other: two.id, level: .paragraph, links: links), base: one, other: two)
    }

    /// A matrix of all texts; nil where there is nothing to make its rows of (no topics, no article in the base).
    public func matrix(_ kind: Matrix.RowKind) -> Matrix? {
        if kind == .families { return families(inOrderOf: nil) }
        let builder = builder
        switch kind {
        case .topics: return builder.topics(base: witnesses[base].id).map(titled)
        case .articles: return builder.articles(base: witnesses[base].id).map(titled)
        case .families: return nil
        }
    }

    /// The matrix of all families of provisions that answer each other; nil where no text has a provision.
    ///
    /// - Parameter base: index of the text in whose order the rows stand; nil for the order that most acts keep.
    public func families(inOrderOf base: Int?) -> Matrix? {
        builder.families(inOrderOf: base.map { witnesses[$0].id }).map(titled)
    }

    /// The articles whose topics a person should look at; nil where there are no topics.
    public var topicReview: TopicReview? { builder.topicReview }

    /// All links of all pairs: what a provision is about depends on all that answer it, not on the base chosen.
    private var builder: MatrixBuilder {
        held.builder {
            MatrixBuilder(witnesses: witnesses, alignments: alignments, near: nearPairs, topics: topicTable)
        }
    }

    /// Each text that implements another one, beside it: what it repeats, makes concrete, adds, leaves out.
    public func upperActs() -> [UpperActTable] {
        witnesses.indices.compactMap { lower in
            guard let id = witnesses[lower].implements, let upper = witnesses.firstIndex(where: { $0.id == id }),
                upper != lower
            else { return nil }
            return UpperActTable(differences(upper, lower))
        }
    }

    /// What the texts have in common on each topic and where they part; nil where there are no topics.
    public func commonality() -> Commonality? {
        guard let topics = matrix(.topics) else { return nil }
        return CommonalityBuilder(topics: topics, parameters: parameters(), alignments: alignments).commonality()
    }

    /// The checkable parameters of all texts; those of provisions that answer each other stand together.
    public func parameters() -> ParameterTable {
        ParameterBuilder.table(witnesses, families: families(inOrderOf: nil), alignments: alignments)
    }

    /// The matrix under the subject of its corpus.
    private func titled(_ matrix: Matrix) -> Matrix {
        guard let subject else { return matrix }
        let title = BilingualText(
            chinese: "\(subject.chinese) — \(matrix.title.chinese)",
            english: "\(subject.english) — \(matrix.title.english)")
        return Matrix(
            id: matrix.id, title: title, rowKind: matrix.rowKind, base: matrix.base, columns: matrix.columns,
            rows: matrix.rows)
    }
}
