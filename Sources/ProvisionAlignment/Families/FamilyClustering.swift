/// Joins provisions to families: again and again the two groups with the most evidence for each other, as long as the
/// evidence between all their members together speaks for it.
///
/// Evidence is summed over every pair across two groups, so that one weak link does not chain two strong families
/// together: the links that are missing between their other members weigh against it. Ties are decided by the
/// provisions' places in the roster.
struct FamilyClustering {
    private let evidence: FamilyEvidence
    private let count: Int
    /// Sum of the evidence between two groups, row by row; a group has the number of its first article.
    private var sums: [Float]
    private var members: [[Int]]
    /// The group that speaks most for each group, and by how much for a pair of members on average.
    private var nearest: [(group: Int, mean: Float)]

    init(_ evidence: FamilyEvidence) {
        self.evidence = evidence
        count = evidence.joined.count
        sums = evidence.matrix()
        members = (0..<count).map { [$0] }
        nearest = [(group: Int, mean: Float)](repeating: (-1, -.infinity), count: count)
    }

    /// The families as places in the roster, each ascending, by their first places.
    mutating func groups() -> [[Int]] {
        for group in 0..<count { findNearest(of: group) }
        while let (first, second) = best() { join(first, second) }
        let joined = members.filter { !$0.isEmpty }.map { $0.map { evidence.joined[$0] }.sorted() }
        return (joined + evidence.alone.map { [$0] }).sorted { $0[0] < $1[0] }
    }

    /// The two groups to join next; nil where nothing speaks for joining any.
    private func best() -> (Int, Int)? {
        var best = (group: -1, mean: Float(0))
        for group in 0..<count where nearest[group].mean > best.mean { best = (group, nearest[group].mean) }
        guard best.group >= 0 else { return nil }
        let other = nearest[best.group].group
        return (min(best.group, other), max(best.group, other))
    }

    private mutating func join(_ first: Int, _ second: Int) {
        members[first] += members[second]
        members[second] = []
        nearest[second] = (-1, -.infinity)
        for group in 0..<count where group != first && !members[group].isEmpty {
            let sum = sums[first * count + group] + sums[second * count + group]
            sums[first * count + group] = sum
            sums[group * count + first] = sum
        }
        findNearest(of: first)
        for group in 0..<count where group != first && !members[group].isEmpty {
            let known = nearest[group]
            if known.group == first || known.group == second {
                findNearest(of: group)
            } else if mean(group, first) == known.mean, first < known.group {
                nearest[group].group = first
            }
        }
    }

    private func mean(_ first: Int, _ second: Int) -> Float {
        sums[first * count + second] / Float(members[first].count * members[second].count)
    }

    private mutating func findNearest(of group: Int) {
        var best = (group: -1, mean: -Float.infinity)
        for other in 0..<count where other != group && !members[other].isEmpty {
            let mean = mean(group, other)
            if mean > best.mean { best = (other, mean) }
        }
        nearest[group] = best
    }
}
