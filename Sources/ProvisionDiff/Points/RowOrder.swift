/// In which order units stand side by side.
enum RowOrder {
    /// The units of one row, as indices.
    struct Ends: Hashable {
        let base: Int?
        let other: Int?

        init(_ base: Int?, _ other: Int?) { (self.base, self.other) = (base, other) }
    }

    /// The base's units in its order, each with its partner; units of the other text without partner follow the one that
    /// stands before them in their text, behind what the base alone has there.
    static func rows(base: Int, other: Int, partners: [Int: Int]) -> [Ends] {
        var bases: [Int: Int] = [:]
        for (one, two) in partners { bases[two] = one }
        var alone: [Int: [Ends]] = [:]
        var before: Int?
        for unit in 0..<other {
            if let one = bases[unit] { before = one } else { alone[before ?? -1, default: []].append(Ends(nil, unit)) }
        }
        var rows: [Ends] = []
        var waiting = alone[-1] ?? []
        for unit in 0..<base {
            if partners[unit] != nil {
                rows += waiting
                waiting = alone[unit] ?? []
            }
            rows.append(Ends(unit, partners[unit]))
        }
        return rows + waiting
    }
}

/// Which of the paired units stand in another place: those outside of the heaviest set that keeps its order.
enum MovedUnits {
    /// In longer lists than any act has nothing is called moved.
    private static let mostPairs = 4_000

    /// Indices of the base's units that moved.
    static func moved(
        _ pairs: [UnitMatching.Pair], _ base: [UnitMatching.Candidate], _ other: [UnitMatching.Candidate]
    ) -> Set<Int> {
        guard pairs.count <= mostPairs else { return [] }
        guard zip(pairs, pairs.dropFirst()).contains(where: { $0.other > $1.other }) else { return [] }
        let weights = pairs.map { 1 + base[$0.base].tokens.tokens.count + other[$0.other].tokens.tokens.count }
        // Of two sets of one weight the one is kept that begins the earlier in both texts taken together, so that
        // exchanging the texts changes nothing.
        var best: [(weight: Int, place: Int, before: Int?)] = []
        for index in pairs.indices {
            var (weight, place, before): (Int, Int, Int?) = (0, 0, nil)
            for earlier in pairs.indices.prefix(index) where pairs[earlier].other < pairs[index].other {
                let found = best[earlier]
                if found.weight > weight || (found.weight == weight && found.place < place) {
                    (weight, place, before) = (found.weight, found.place, earlier)
                }
            }
            let own = (pairs[index].base + 1) * (pairs[index].other + 1)
            best.append((weight + weights[index], place + own, before))
        }
        var next = best.indices.max { one, two in
            (best[one].weight, -best[one].place) < (best[two].weight, -best[two].place)
        }
        var kept: Set<Int> = []
        while let index = next {
            kept.insert(pairs[index].base)
            next = best[index].before
        }
        return Set(pairs.map(\.base)).subtracting(kept)
    }
}
