import RegulationModel

/// The families 同类条文 of many texts: every provision of every text in exactly one.
///
/// All links of all pairs of acts are weighed at once (see `FamilyClustering`). The families depend on the texts' ids,
/// their provisions and the links, not on the order in which texts or alignments are given. A section of an explainer
/// joins the family that it speaks of most, and holds none together.
public struct Families: Sendable {
    /// The families in the order that most acts keep.
    public let consensus: [Family]
    private let bases: [String: [Int]]

    /// Groups the provisions of texts.
    ///
    /// - Parameters:
    ///   - witnesses: the texts; each id once.
    ///   - alignments: links of articles, from one side or from both. Alignments of other levels and of other texts are
    ///     left out. Two texts without one say nothing of each other; two with one that has no link for a pair of
    ///     articles speak against that pair.
    public init(witnesses: [Regulation], alignments: [Alignment]) {
        self.init(witnesses: witnesses, alignments: alignments, weights: FamilyWeights())
    }

    init(witnesses: [Regulation], alignments: [Alignment], weights: FamilyWeights) {
        let roster = FamilyRoster(witnesses)
        let evidence = FamilyEvidence(roster, LinkIndex(roster, alignments), weights)
        var clustering = FamilyClustering(evidence)
        var groups = clustering.groups()
        evidence.addExplainers(to: &groups)
        let order = FamilyOrder(roster, groups)
        let consensus = order.consensus
        self.consensus = consensus.map { Family(members: groups[$0].map(roster.member)) }
        let ranks = Dictionary(uniqueKeysWithValues: consensus.enumerated().map { ($0.element, $0.offset) })
        var bases: [String: [Int]] = [:]
        for witness in roster.ids.indices {
            bases[roster.ids[witness]] = order.ordered(byBase: witness, ranks: ranks).compactMap { ranks[$0] }
        }
        self.bases = bases
    }

    /// The families in the order of a base: those with an article of it in its order; every other one after the family
    /// that it follows in most other acts, those of explainers alone last. The consensus order where no text has this id.
    public func ordered(byBase id: String) -> [Family] {
        bases[id].map { order in order.map { consensus[$0] } } ?? consensus
    }
}

/// All provisions of all texts in an order of their own: by id of the text, then in document order.
struct FamilyRoster: Sendable {
    /// Ids of the texts, ascending.
    let ids: [String]
    let isExplainer: [Bool]
    /// The provisions of each text, as a range of all.
    let ranges: [Range<Int>]
    /// The text and the address of each provision.
    private let provisions: [(witness: Int, eId: EId)]
    private let places: [Key: Int]

    private struct Key: Hashable {
        let witness: String
        let eId: EId
    }

    init(_ witnesses: [Regulation]) {
        let sorted = witnesses.sorted { $0.id < $1.id }
        var provisions: [(witness: Int, eId: EId)] = []
        var ranges: [Range<Int>] = []
        var places: [Key: Int] = [:]
        for (witness, regulation) in sorted.enumerated() {
            let start = provisions.count
            for provision in regulation.provisions {
                places[Key(witness: regulation.id, eId: provision.eId)] = provisions.count
                provisions.append((witness, provision.eId))
            }
            ranges.append(start..<provisions.count)
        }
        ids = sorted.map(\.id)
        isExplainer = sorted.map { $0.authority == .explainer }
        self.ranges = ranges
        self.provisions = provisions
        self.places = places
    }

    var count: Int { provisions.count }

    func witness(_ provision: Int) -> Int { provisions[provision].witness }

    func place(_ eId: EId, of witness: String) -> Int? { places[Key(witness: witness, eId: eId)] }

    func member(_ provision: Int) -> Family.Member {
        Family.Member(witness: ids[provisions[provision].witness], provision: provisions[provision].eId)
    }
}

/// The links of all pairs of texts between provisions of the roster, each pair once.
struct LinkIndex: Sendable {
    /// A link seen from the provision that comes first in the roster.
    struct Placed: Sendable {
        let first: Int
        let second: Int
        let link: Link
    }

    /// In the order of the roster.
    let links: [Placed]
    /// Pairs of texts that were aligned, the smaller place first.
    let compared: Set<[Int]>
    /// Pairs of provisions that a person parted, the smaller place first.
    let parted: Set<[Int]>

    init(_ roster: FamilyRoster, _ alignments: [Alignment]) {
        let witnesses = Dictionary(roster.ids.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        var compared: Set<[Int]> = []
        var found: [[Int]: Link] = [:]
        var parted: Set<[Int]> = []
        for alignment in alignments where alignment.level == .article {
            guard let base = witnesses[alignment.base], let other = witnesses[alignment.other], base != other else {
                continue
            }
            compared.insert([min(base, other), max(base, other)])
            func key(_ base: EId, _ other: EId) -> [Int]? {
                guard let first = roster.place(base, of: alignment.base),
                    let second = roster.place(other, of: alignment.other)
                else { return nil }
                return [min(first, second), max(first, second)]
            }
            parted.formUnion(alignment.parted.compactMap { key($0.base, $0.other) })
            for link in alignment.links {
                guard let key = key(link.base, link.other) else { continue }
                if found[key].map({ $0.score < link.score }) ?? true { found[key] = link }
            }
        }
        self.compared = compared
        self.parted = parted
        links = found.map { Placed(first: $0.key[0], second: $0.key[1], link: $0.value) }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
