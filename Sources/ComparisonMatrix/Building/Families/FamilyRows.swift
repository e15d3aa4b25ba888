import ProvisionAlignment
import RegulationModel

/// Makes the rows of a family matrix: a row for each family, every provision quoted as a member of exactly one.
///
/// A text without a member may still answer a row in part: an article of it that is linked to a member and has its own
/// row elsewhere is quoted as a part, so that no act is called silent on what a clause of it rules.
struct FamilyRows {
    let columns: [TextColumn]
    let links: LinkTable
    let families: [Family]
    /// The column whose chapters head the rows, where there is one.
    let base: Int?
    /// The topics of the texts, parallel to `columns`, where the corpus has topics.
    let topics: [TopicCells]?
    let table: TopicTable

    /// Heads the rows that no act has.
    static let explainersOnly = BilingualText(chinese: "仅解读谈及的事项", english: "Matters that only explainers speak of")

    /// The rows in the order of the families.
    func rows() -> [Row] {
        let labels = FamilyLabels(columns: columns, base: base, topics: topics, table: table)
        let headings = base.map { base in
            ChapterHeadings(
                base: columns[base], others: columns.indices.filter { $0 != base }.map { columns[$0] }, links: links)
        }
        let names = labels.headings(of: families)
        var last: BilingualText?
        return zip(families, names).map { family, heading in
            let group = group(of: family, headings) ?? last
            let opens = group != last
            last = group
            let matters = labels.matters(of: family)
            return Row(
                id: labels.id(of: family), heading: heading, note: nil,
                group: opens ? group : nil,
                cells: columns.indices.map { cell(of: family, in: $0, on: matters) })
        }
    }

    /// The chapter of the base that a row stands under; nil where it stands under that of the row before.
    private func group(of family: Family, _ headings: ChapterHeadings?) -> BilingualText? {
        guard !actMembers(of: family).isEmpty else { return Self.explainersOnly }
        guard let base, let headings, let article = family.members(of: columns[base].witness.id).first else {
            return nil
        }
        return columns[base].place(of: article).flatMap { headings.heading(headings.path(ofArticleAt: $0)) }
    }

    // MARK: Cells

    private func cell(of family: Family, in index: Int, on matters: [String]) -> Cell {
        let column = columns[index]
        let members = family.members(of: column.witness.id)
        switch column.regulation.authority {
        case .act, .excerpt:
            let found = members.isEmpty ? partialAnswers(to: family, in: column) : answers(of: members, family, column)
            let quotations = found.compactMap { column.quotations.quotation(of: $0.provision, $0.basis) }
            return column.cells.cell(quotations, otherwise: absence(of: family, in: column))
        case .explainer:
            return explanation(of: family, members, index, on: matters)
        }
    }

    /// What is said of a text without an answer, where that is not what the text itself allows.
    private func absence(of family: Family, in column: TextColumn) -> Cell? {
        let acts = actMembers(of: family)
        guard !acts.isEmpty else { return column.cells.absence.state == .silent ? CellComposer.onlyExplained : nil }
        let isCompared = acts.contains {
            $0.witness == column.witness.id || links.compares($0.witness, with: column.witness.id)
        }
        let parted = acts.flatMap { links.parted(from: $0.provision, of: $0.witness, in: column) }
        let near = links.nearest(to: acts.map { ($0.provision, $0.witness) }, in: column)
        return isCompared ? column.cells.absence.noting(parted).naming(near) : CellComposer.notCompared
    }

    private typealias Answer = (provision: Provision, basis: QuotationBasis)

    private func answers(of members: [EId], _ family: Family, _ column: TextColumn) -> [Answer] {
        members.compactMap { member in
            column.provision(at: member).map { ($0, basis(of: member, in: column.witness.id, family)) }
        }
    }

    /// The strongest link of a member to another one is why it stands here.
    private func basis(of member: EId, in witness: String, _ family: Family) -> QuotationBasis {
        let others = family.members.filter { $0.witness != witness }
        let found = others.flatMap { other in
            links.links(from: member, of: witness, to: other.witness).filter { $0.other == other.provision }
                .map { (other: other, link: $0) }
        }
        guard let best = found.max(by: { ($0.link.rank, $1.other) < ($1.link.rank, $0.other) }) else { return .own }
        return QuotationBasis(best.link, saying: ["answers \(cited(best.other))"], isPart: false)
    }

    /// Articles that stand in another row and answer a member of this one.
    private func partialAnswers(to family: Family, in column: TextColumn) -> [Answer] {
        var best: [EId: (member: Family.Member, link: Link)] = [:]
        for member in actMembers(of: family) {
            for link in links.links(from: member.provision, of: member.witness, to: column.witness.id)
            where best[link.other].map({ $0.link.rank < link.rank }) ?? true {
                best[link.other] = (member, link)
            }
        }
        let answers: [Answer] = best.compactMap { eId, found in
            column.provision(at: eId).map { provision in
                let lead = ["answers \(cited(found.member)); its main matter is in another row"]
                return (provision, QuotationBasis(found.link, saying: lead, isPart: true))
            }
        }
        return answers.sorted { $0.provision.span < $1.provision.span }
    }

    /// The member sections with their clauses on the row's matters, or whole where they have none on them; then other
    /// sections, as a part.
    private func explanation(
        of family: Family, _ members: [EId], _ index: Int, on matters: [String]
    ) -> Cell {
        let column = columns[index]
        let explainer = ExplainerAnswers(column: column, cells: topics?[index], names: names)
        let own = answers(of: members, family, column)
        let quoted = own.flatMap { answer in
            let clauses = explainer.quotations(of: [(section: answer.provision, basis: answer.basis)], on: matters)
                .filter { $0.eId.article == answer.provision.eId }
            return clauses.isEmpty
                ? [column.explanation(in: answer.provision, answer.basis)].compactMap(\.self) : clauses
        }
        let linked = partialAnswers(to: family, in: column).filter { !members.contains($0.provision.eId) }
        let others = explainer.quotations(of: linked.map { (section: $0.provision, basis: $0.basis) }, on: matters)
            .filter { !members.contains($0.eId.article) }
        return column.cells.cell(quoted + others, otherwise: absence(of: family, in: column))
    }

    private var names: [String: BilingualText] {
        Dictionary(uniqueKeysWithValues: table.topics.map { ($0.id, $0.name) })
    }

    private func actMembers(of family: Family) -> [Family.Member] {
        let explainers = Set(columns.filter { $0.regulation.authority == .explainer }.map(\.witness.id))
        return family.members.filter { !explainers.contains($0.witness) }
    }

    private func cited(_ member: Family.Member) -> String {
        guard let column = columns.first(where: { $0.witness.id == member.witness }) else { return member.witness }
        let citation = Citation(member.provision, in: column.regulation)
        return "\(column.witness.name.english), \(citation?.english ?? member.provision.text)"
    }
}

extension Link {
    /// A person's decision first, then main before part, then by score.
    fileprivate var rank: Rank {
        Rank(isDecided: isDecided ? 1 : 0, isMain: strength == .main ? 1 : 0, score: score)
    }

    fileprivate struct Rank: Comparable {
        let isDecided: Int
        let isMain: Int
        let score: Double

        static func < (a: Rank, b: Rank) -> Bool {
            (a.isDecided, a.isMain, a.score) < (b.isDecided, b.isMain, b.score)
        }
    }
}

extension Family.Member: Comparable {
    /// By id of the text, then by address; for ties only.
    public static func < (a: Family.Member, b: Family.Member) -> Bool {
        (a.witness, a.provision) < (b.witness, b.provision)
    }
}
