/// Puts families in order.
///
/// Families that two acts or more have stand in the order that most of these acts keep. Every other family follows the
/// one that stands before it in most of the acts that have it. Families of explainers alone come last: an explainer
/// keeps no order of an act.
struct FamilyOrder {
    private let roster: FamilyRoster
    private let groups: [[Int]]
    /// The families of each text in the order of its provisions, each once.
    private let sequences: [[Int]]

    init(_ roster: FamilyRoster, _ groups: [[Int]]) {
        self.roster = roster
        self.groups = groups
        var owners: [Int: Int] = [:]
        for (group, places) in groups.enumerated() {
            for place in places { owners[place] = group }
        }
        sequences = roster.ranges.map { range in
            var seen: Set<Int> = []
            return range.compactMap { owners[$0] }.filter { seen.insert($0).inserted }
        }
    }

    /// All families, as indices of the groups, in the order most acts keep.
    var consensus: [Int] {
        let spine = majorityOrder(of: sharedGroups)
        return hung(on: spine.isEmpty ? longestAct : spine) { groups[$0][0] }
    }

    /// All families in the order of one text; `ranks` is the place of each in the consensus.
    func ordered(byBase base: Int, ranks: [Int: Int]) -> [Int] {
        hung(on: sequences[base], but: base) { ranks[$0] ?? 0 }
    }

    private var acts: [Int] { roster.ids.indices.filter { !roster.isExplainer[$0] } }

    private var longestAct: [Int] {
        acts.map { sequences[$0] }.min { (-$0.count, $0.first ?? 0) < (-$1.count, $1.first ?? 0) } ?? []
    }

    /// The families of two acts or more.
    private var sharedGroups: [Int] {
        groups.indices.filter { group in
            Set(groups[group].map(roster.witness)).count { !roster.isExplainer[$0] } > 1
        }
    }

    // MARK: The order that most keep

    /// Takes the family that no other one should precede, by the votes of the acts that have both; of several the one
    /// that follows the last one taken in most acts. Where votes contradict each other in a circle, the one against
    /// which least is said.
    private func majorityOrder(of shared: [Int]) -> [Int] {
        let count = shared.count
        let spots = Dictionary(uniqueKeysWithValues: shared.enumerated().map { ($0.element, $0.offset) })
        let ways = acts.map { sequences[$0].compactMap { spots[$0] } }
        var votes = [Int32](repeating: 0, count: count * count)
        var follows = [Int32](repeating: 0, count: count * count)
        for way in ways {
            for (position, first) in way.enumerated() {
                for second in way[(position + 1)...] {
                    votes[first * count + second] += 1
                    votes[second * count + first] -= 1
                }
            }
            for (first, second) in zip(way, way.dropFirst()) { follows[first * count + second] += 1 }
        }
        var against = (0..<count).map { spot in
            (0..<count).reduce(0) { $0 + max(0, Int(votes[$1 * count + spot])) }
        }
        var left = Array(0..<count)
        var order: [Int] = []
        while !left.isEmpty {
            let last = order.last
            func rank(_ spot: Int) -> (Int, Int, Int) {
                (against[spot], last.map { -Int(follows[$0 * count + spot]) } ?? 0, spot)
            }
            guard let next = left.min(by: { rank($0) < rank($1) }) else { break }
            order.append(next)
            left.removeAll { $0 == next }
            for spot in left { against[spot] -= max(0, Int(votes[next * count + spot])) }
        }
        return order.map { shared[$0] }
    }

    // MARK: The rest

    /// The spine with every other family behind the one of it that stands before it in most acts, several behind one
    /// by `rank`; those of an act that has none of the spine behind all of it. The text `base` has no vote: it gives the spine.
    private func hung(on spine: [Int], but base: Int? = nil, rank: (Int) -> Int) -> [Int] {
        let spots = Dictionary(uniqueKeysWithValues: spine.enumerated().map { ($0.element, $0.offset) })
        var votes: [Int: [Int: Int]] = [:]
        for witness in acts where witness != base {
            let isOnSpine = sequences[witness].contains { spots[$0] != nil }
            var last = isOnSpine ? -1 : spine.count - 1
            for group in sequences[witness] {
                if let spot = spots[group] { last = spot } else { votes[group, default: [:]][last, default: 0] += 1 }
            }
        }
        var hangers: [Int: [Int]] = [:]
        let explained = groups.indices.filter { spots[$0] == nil && votes[$0] == nil }
        for group in groups.indices where spots[group] == nil && votes[group] != nil {
            let best = votes[group]?.min { (-$0.value, $0.key) < (-$1.value, $1.key) }
            hangers[best?.key ?? spine.count - 1, default: []].append(group)
        }
        func hanging(_ spot: Int) -> [Int] { (hangers[spot] ?? []).sorted { rank($0) < rank($1) } }
        let ordered = hanging(-1) + spine.enumerated().flatMap { [$0.element] + hanging($0.offset) }
        return ordered + explained.sorted { rank($0) < rank($1) }
    }
}
