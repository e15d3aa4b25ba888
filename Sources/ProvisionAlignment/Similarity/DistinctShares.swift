extension Grid {
    /// How much two units share that few other pairs of units share, as a part of the lighter unit.
    ///
    /// A feature counts by its weight, divided by the square root of the number of pairs of units that have it: a word
    /// that stands once in each text says that these two units speak of one matter, a word of every unit says nothing.
    /// Of powers 0.5 and 1 the root measures better, and sentences better than paragraphs and whole articles. Numbers
    /// go from 0 to 1.
    init(distinctSharesOf base: [FeatureBag], _ other: [FeatureBag], rarity: Rarity) {
        self.init(rows: base.count, columns: other.count)
        let count = rarity.weights.count
        let holders = FeatureHolders(other, features: count)
        var rowCounts = [Float](repeating: 0, count: count)
        for bag in base { for id in bag.ids { rowCounts[Int(id)] += 1 } }
        let shares = (0..<count).map { id in
            let pairs = rowCounts[id] * Float(holders.starts[id + 1] - holders.starts[id])
            return pairs > 0 ? rarity.weights[id] / pairs.squareRoot() : 0
        }
        let columns = columns
        values.withUnsafeMutableBufferPointer { cells in
            for (row, bag) in base.enumerated() {
                let cells = UnsafeMutableBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns])
                for (id, count) in zip(bag.ids, bag.counts) where shares[Int(id)] > 0 {
                    let inBase = min(1, count)
                    let share = shares[Int(id)]
                    holders.forEach(of: id) { cells[Int($0)] += min(inBase, $1) * share }
                }
            }
        }
        let rowWeights = base.map { $0.weight(rarity) }
        let columnWeights = other.map { $0.weight(rarity) }
        self = mapCells { number, row, column in
            number > 0 ? number / min(rowWeights[row], columnWeights[column]) : number
        }
    }
}

extension FeatureBag {
    /// The weight of all features, each counted once at most.
    fileprivate func weight(_ rarity: Rarity) -> Float {
        var sum: Float = 0
        for (id, count) in zip(ids, counts) { sum += min(1, count) * rarity.weights[Int(id)] }
        return sum
    }
}

/// For each feature the units that have it, and how often.
private struct FeatureHolders {
    let starts: [Int]
    private let units: [Int32]
    private let counts: [Float]

    init(_ bags: [FeatureBag], features: Int) {
        var starts = [Int](repeating: 0, count: features + 1)
        for bag in bags { for id in bag.ids { starts[Int(id) + 1] += 1 } }
        for feature in 0..<features { starts[feature + 1] += starts[feature] }
        var next = starts
        var units = [Int32](repeating: 0, count: starts[features])
        var counts = [Float](repeating: 0, count: starts[features])
        for (unit, bag) in bags.enumerated() {
            for (id, count) in zip(bag.ids, bag.counts) {
                units[next[Int(id)]] = Int32(truncatingIfNeeded: unit)
                counts[next[Int(id)]] = count
                next[Int(id)] += 1
            }
        }
        self.starts = starts
        self.units = units
        self.counts = counts
    }

    @inline(__always)
    func forEach(of feature: Int32, _ body: (_ unit: Int32, _ count: Float) -> Void) {
        let range = starts[Int(feature)]..<starts[Int(feature) + 1]
        units.withUnsafeBufferPointer { units in
            counts.withUnsafeBufferPointer { counts in
                for place in range { body(units[place], counts[place]) }
            }
        }
    }
}
