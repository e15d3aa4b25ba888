/// Tokens of the units of two lists, weighed by how few of the units have them: in a list of grounds of refusal 曾被……的
/// tells nothing, 公职 tells which of them is meant.
struct WeighedBags {
    /// A unit's tokens with their weights.
    struct Bag {
        let bag: TokenBag
        /// Ascending by key.
        fileprivate let keys: [(key: UInt64, weight: Double)]
        fileprivate let total: Double

        /// The weight of what both have, as a share of both, and of the one with less: 0 … 1.
        func shared(with counterpart: Bag) -> (both: Double, shorter: Double) {
            guard total > 0, counterpart.total > 0 else { return (0, 0) }
            var (place, facing, common) = (0, 0, 0.0)
            while place < keys.count, facing < counterpart.keys.count {
                let (one, two) = (keys[place].key, counterpart.keys[facing].key)
                if one == two { common += keys[place].weight }
                if one <= two { place += 1 }
                if two <= one { facing += 1 }
            }
            return (2 * common / (total + counterpart.total), common / min(total, counterpart.total))
        }
    }

    let base: [Bag]
    let other: [Bag]

    init(_ base: [TokenBag], _ other: [TokenBag]) {
        var counts: [UInt64: Int] = [:]
        for bag in base + other {
            var last: UInt64?
            bag.forEach { key in
                if key != last { counts[key, default: 0] += 1 }
                last = key
            }
        }
        let units = Double(base.count + other.count)
        func weighed(_ bag: TokenBag) -> Bag {
            var keys: [(key: UInt64, weight: Double)] = []
            bag.forEach { keys.append(($0, (units / Double(counts[$0] ?? 1)).squareRoot())) }
            return Bag(bag: bag, keys: keys, total: keys.reduce(0) { $0 + $1.weight })
        }
        self.base = base.map(weighed)
        self.other = other.map(weighed)
    }
}
