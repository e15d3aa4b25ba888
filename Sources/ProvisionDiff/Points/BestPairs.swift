/// Two things that may answer each other, as indices, with what speaks for it.
struct ScoredPair {
    let score: Double
    let base: Int
    let other: Int
}

/// One-to-one pairs out of many candidates.
enum BestPairs {
    /// The best candidates first, each thing in one pair at most, in order of the base. No tie depends on which side is the
    /// base, but for things in mirrored places.
    static func chosen(_ candidates: [ScoredPair]) -> [(base: Int, other: Int)] {
        let ordered = candidates.sorted { one, two in
            one.score != two.score
                ? one.score > two.score : (one.base + one.other, one.base) < (two.base + two.other, two.base)
        }
        var (bases, others): (Set<Int>, Set<Int>) = ([], [])
        var pairs: [(base: Int, other: Int)] = []
        for candidate in ordered where !bases.contains(candidate.base) && !others.contains(candidate.other) {
            bases.insert(candidate.base)
            others.insert(candidate.other)
            pairs.append((candidate.base, candidate.other))
        }
        return pairs.sorted { $0.base < $1.base }
    }
}
