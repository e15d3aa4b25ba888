import RegulationModel

/// A regulation cut into the units that are matched, with folded text.
struct WitnessUnits: Sendable {
    /// A piece of text and the provision it belongs to.
    struct Unit: Sendable {
        /// Index of the article, or section of an explainer.
        let owner: Int
        /// Address of the provision whose text this is.
        let eId: EId
        /// Folded text.
        let scalars: [Unicode.Scalar]
    }

    let id: String
    let language: Language
    /// True of a text that only explains: its words are nobody's provisions.
    let isExplainer: Bool
    /// Articles, or sections of an explainer: one unit each, its own owner.
    let articles: [Unit]
    /// Natural paragraphs with their lists.
    let paragraphs: [Unit]
    /// Items of lists with what is below them.
    let points: [Unit]
    /// Sentences and clauses.
    let sentences: [Unit]
    /// The opening words of each paragraph.
    let openings: [Unit]
    /// Length of the longest list of each article.
    let listLengths: [Int]
    /// Heading of the chapter or section each article stands in; empty where there is none.
    let headings: [[Unicode.Scalar]]
    /// Indices into `ProvisionFunction.all` for each article.
    let functions: [[Int]]
    /// The numbers each article sets.
    let quantities: [[Int]]
    /// What each article has to do with offences; `mixed` for all of an English text, where it is not told.
    let roles: [Consequence.Role]
    /// What the paragraphs of Chinese sanctions say of the offence, without its consequence.
    let offences: [Unit]
    /// For each of `offences`, which paragraphs of the act it says to be violated.
    let violated: [[Int]]

    init(_ regulation: Regulation) {
        var builder = UnitBuilder(regulation: regulation)
        for index in regulation.provisions.indices { builder.add(regulation.provisions[index], at: index) }
        id = regulation.id
        language = regulation.language
        isExplainer = regulation.authority == .explainer
        articles = builder.articles
        paragraphs = builder.paragraphs
        points = builder.points
        sentences = builder.sentences
        openings = builder.openings
        listLengths = builder.listLengths
        headings = Self.headings(regulation)
        functions = articles.map { ProvisionFunction.indices(in: $0.scalars, language: regulation.language) }
        roles = articles.map { regulation.language == .chinese ? Consequence.role($0.scalars) : .mixed }
        quantities = articles.map { Quantities.values(in: $0.scalars, language: regulation.language) }
        let roles = roles
        let sanctions = paragraphs.filter { roles[$0.owner] == .sanction }
        offences = sanctions.map { paragraph in
            Unit(owner: paragraph.owner, eId: paragraph.eId, scalars: Consequence.offence(in: paragraph.scalars))
        }
        violated = Self.violated(sanctions, paragraphs, regulation)
    }

    /// The paragraphs that each sanction says to be violated, each once; what is cited and not there is left out.
    private static func violated(_ sanctions: [Unit], _ paragraphs: [Unit], _ regulation: Regulation) -> [[Int]] {
        guard !sanctions.isEmpty else { return [] }
        var articles: [ProvisionNumber: Int] = [:]
        for (index, provision) in regulation.provisions.enumerated() where articles[provision.number] == nil {
            articles[provision.number] = index
        }
        let paragraphsOf = Dictionary(grouping: paragraphs.indices) { paragraphs[$0].owner }
        return sanctions.map { sanction in
            var cited: [Int] = []
            for violation in Violation.all(in: sanction.scalars) {
                guard let article = articles[violation.article], article != sanction.owner,
                    let all = paragraphsOf[article]
                else { continue }
                let named = violation.paragraph.map { all.indices.contains($0 - 1) ? [all[$0 - 1]] : [] } ?? all
                cited += named.filter { !cited.contains($0) }
            }
            return cited
        }
    }

    /// The narrowest heading above each article; an explainer's sections have their own.
    static func headings(_ regulation: Regulation) -> [[Unicode.Scalar]] {
        var headings: [[Unicode.Scalar]] = regulation.provisions.map { provision in
            guard let heading = provision.heading else { return [] }
            return Folding.scalars(of: regulation.source.flowedScalars([heading]))
        }
        for grouping in regulation.groupings {
            let text = Folding.scalars(of: regulation.source.flowedScalars([grouping.heading]))
            for index in grouping.articles where headings.indices.contains(index) && !text.isEmpty {
                headings[index] = text
            }
        }
        return headings
    }
}

/// Collects the units of one regulation.
private struct UnitBuilder {
    let regulation: Regulation
    var articles: [WitnessUnits.Unit] = []
    var paragraphs: [WitnessUnits.Unit] = []
    var points: [WitnessUnits.Unit] = []
    var sentences: [WitnessUnits.Unit] = []
    var openings: [WitnessUnits.Unit] = []
    var listLengths: [Int] = []

    init(regulation: Regulation) { self.regulation = regulation }

    mutating func add(_ provision: Provision, at index: Int) {
        let whole = folded(provision.allText)
        articles.append(WitnessUnits.Unit(owner: index, eId: provision.eId, scalars: whole.scalars))
        let children = provision.children.filter { $0.level == .paragraph }
        let own = children.isEmpty ? [provision] : children
        for paragraph in own { add(paragraph: paragraph, of: whole, index) }
        listLengths.append(own.map { $0.children.count }.max() ?? 0)
    }

    private mutating func add(paragraph: Provision, of article: FoldedSpans, _ index: Int) {
        let whole = folded(paragraph.allText, knowing: article)
        guard !whole.isEmpty else { return }
        let intro = folded(paragraph.text, knowing: whole)
        paragraphs.append(WitnessUnits.Unit(owner: index, eId: paragraph.eId, scalars: whole.scalars))
        let start = intro.isEmpty ? whole.scalars : intro.scalars
        let opening = Words.opening(start, language: regulation.language)
        openings.append(WitnessUnits.Unit(owner: index, eId: paragraph.eId, scalars: opening))
        addSentences(intro.scalars, of: paragraph, index)
        for point in paragraph.children {
            let item = folded(point.allText).scalars
            points.append(WitnessUnits.Unit(owner: index, eId: point.eId, scalars: item))
            addSentences(item, of: point, index)
        }
        guard let wrapUp = paragraph.wrapUp else { return }
        addSentences(folded([wrapUp]).scalars, of: paragraph, index)
    }

    private mutating func addSentences(_ text: [Unicode.Scalar], of provision: Provision, _ index: Int) {
        for sentence in Words.sentences(text, language: regulation.language) {
            sentences.append(WitnessUnits.Unit(owner: index, eId: provision.eId, scalars: sentence))
        }
    }

    private struct FoldedSpans {
        let spans: [ByteSpan]
        /// Whether nothing is printed there.
        let isEmpty: Bool
        let scalars: [Unicode.Scalar]
    }

    /// The folded text of spans; an article of one paragraph and a paragraph without a list are folded once.
    private func folded(_ spans: [ByteSpan], knowing known: FoldedSpans? = nil) -> FoldedSpans {
        if let known, known.spans == spans { return known }
        let printed = regulation.source.flowedScalars(spans)
        return FoldedSpans(spans: spans, isEmpty: printed.isEmpty, scalars: Folding.scalars(of: printed))
    }
}
