/// How much links and their absence say for one family, in log-odds.
///
/// Measured on main gold links of the five sources: any `main` of 0 to 1, `part` of −3 to −1 and `absent` of −1 to −0.5
/// stay within 0.02 of the best F1; the middle was taken. An `absent` of −2.5 parts families that three texts share.
struct FamilyWeights: Sendable {
    /// Added to the log-odds of a main link.
    var main: Float = 0.5
    /// Added to the log-odds of a part link.
    var part: Float = -2
    /// Of a pair of articles whose acts were compared and that no link joins.
    var absent: Float = -1
    /// The most the log-odds of one link count: what lies beyond is no surer.
    var most: Float = 4
    /// Of a link that a person decided.
    var decided: Float = 1_000

    func weight(of link: Link) -> Float {
        let odds = min(max(Float(Elementary.evidence(link.score)), -most), most)
        switch (link.strength, link.isDecided) {
        case (.main, true): return decided
        case (.main, false): return odds + main
        case (.part, _): return odds + part
        }
    }
}

/// What speaks for and against one family, for every pair of provisions of acts.
struct FamilyEvidence: Sendable {
    let roster: FamilyRoster
    let index: LinkIndex
    let weights: FamilyWeights
    /// The articles of acts that some link joins to another act, as places in the roster; the others stand alone.
    let joined: [Int]
    /// The other provisions of acts.
    let alone: [Int]

    init(_ roster: FamilyRoster, _ index: LinkIndex, _ weights: FamilyWeights) {
        self.roster = roster
        self.index = index
        self.weights = weights
        func isAct(_ place: Int) -> Bool { !roster.isExplainer[roster.witness(place)] }
        var linked: Set<Int> = []
        for placed in index.links where isAct(placed.first) && isAct(placed.second) {
            linked.formUnion([placed.first, placed.second])
        }
        let acts = (0..<roster.count).filter(isAct)
        joined = acts.filter(linked.contains)
        alone = acts.filter { !linked.contains($0) }
    }

    /// The evidence of every two of `joined`, row by row.
    ///
    /// Two articles of one act are kept apart (negative infinity) unless an article of another act has main links to
    /// both, as with a split or merged provision, or a person's decisions join them. So is a pair that a person parted.
    func matrix() -> [Float] {
        let count = joined.count
        var matrix = [Float](repeating: 0, count: count * count)
        for row in 0..<count {
            let witness = roster.witness(joined[row])
            for column in 0..<count where column != row {
                let other = roster.witness(joined[column])
                let isCompared = index.compared.contains([min(witness, other), max(witness, other)])
                matrix[row * count + column] =
                    witness == other ? -.infinity : (isCompared ? weights.absent : 0)
            }
        }
        let rows = Dictionary(uniqueKeysWithValues: joined.enumerated().map { ($0.element, $0.offset) })
        func set(_ first: Int, _ second: Int, _ value: Float) {
            guard let row = rows[first], let column = rows[second] else { return }
            matrix[row * count + column] = value
            matrix[column * count + row] = value
        }
        for (first, second) in companions { set(first, second, 0) }
        for placed in index.links { set(placed.first, placed.second, weights.weight(of: placed.link)) }
        for pair in index.parted { set(pair[0], pair[1], -.infinity) }
        return matrix
    }

    /// Articles of one act that main links of another act's article join, or a chain of a person's decisions.
    private var companions: [(Int, Int)] {
        var answers: [Int: [Int]] = [:]
        for placed in index.links where placed.link.strength == .main {
            answers[placed.first, default: []].append(placed.second)
            answers[placed.second, default: []].append(placed.first)
        }
        let owned = answers.filter { !roster.isExplainer[roster.witness($0.key)] }.map(\.value)
        return (owned + decidedChains).flatMap { places in
            places.enumerated().flatMap { position, first in
                places[(position + 1)...].filter { roster.witness($0) == roster.witness(first) }.map { (first, $0) }
            }
        }
    }

    /// Provisions that a person's main links join, directly or through others.
    private var decidedChains: [[Int]] {
        var owners: [Int: Int] = [:]
        for placed in index.links where placed.link.isDecided && placed.link.strength == .main {
            let first = owners[placed.first] ?? placed.first
            let second = owners[placed.second] ?? placed.second
            owners[placed.first] = first
            owners[placed.second] = first
            for (place, owner) in owners where owner == second { owners[place] = first }
        }
        return Dictionary(grouping: owners.keys, by: { owners[$0] ?? $0 }).values.map { $0.sorted() }
    }

    /// Puts each section of an explainer into the family of acts that its links speak for most; one without links is a
    /// family of its own.
    func addExplainers(to groups: inout [[Int]]) {
        var owners: [Int: Int] = [:]
        for (group, places) in groups.enumerated() {
            for place in places { owners[place] = group }
        }
        var votes: [Int: [Int: Float]] = [:]
        for placed in index.links {
            for (section, article) in [(placed.first, placed.second), (placed.second, placed.first)]
            where roster.isExplainer[roster.witness(section)] {
                guard let group = owners[article],
                    !groups[group].contains(where: { index.parted.contains([min($0, section), max($0, section)]) })
                else { continue }
                votes[section, default: [:]][group, default: 0] += weights.most + weights.weight(of: placed.link)
            }
        }
        for witness in roster.ids.indices where roster.isExplainer[witness] {
            for section in roster.ranges[witness] {
                let best = votes[section]?.min { (-$0.value, groups[$0.key][0]) < (-$1.value, groups[$1.key][0]) }
                if let best { groups[best.key].append(section) } else { groups.append([section]) }
            }
        }
        for group in groups.indices { groups[group].sort() }
    }
}
