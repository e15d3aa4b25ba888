/// Units as vectors of weighted features, of length 1.
struct WeightedUnits: Sendable {
    /// Feature ids of each unit, ascending.
    let ids: [[Int32]]
    /// Their weights.
    let weights: [[Float]]

    /// A feature that stands several times counts with the logarithm of how often.
    init(_ bags: [FeatureBag], _ rarity: Rarity) {
        var ids: [[Int32]] = []
        var weights: [[Float]] = []
        for bag in bags {
            var kept: [Int32] = []
            var values: [Float] = []
            for (id, count) in zip(bag.ids, bag.counts) where rarity.weights[Int(id)] > 0 {
                kept.append(id)
                values.append((count > 1 ? 1 + Float(Elementary.ln(Double(count))) : count) * rarity.weights[Int(id)])
            }
            let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            ids.append(kept)
            weights.append(length > 0 ? values.map { $0 / length } : values)
        }
        self.ids = ids
        self.weights = weights
    }
}

extension Grid {
    /// The cosine of every unit of the base with every unit of the other text, by way of an inverted index.
    init(cosinesOf base: WeightedUnits, _ other: WeightedUnits, features: Int) {
        self.init(rows: base.ids.count, columns: other.ids.count)
        let postings = Postings(other, features: features)
        let columns = columns
        values.withUnsafeMutableBufferPointer { cells in
            for row in base.ids.indices {
                for (id, weight) in zip(base.ids[row], base.weights[row]) {
                    let range = postings.starts[Int(id)]..<postings.starts[Int(id) + 1]
                    for place in range {
                        cells[row * columns + Int(postings.units[place])] += weight * postings.weights[place]
                    }
                }
            }
        }
    }
}

/// For each feature the units that have it.
private struct Postings {
    let starts: [Int]
    let units: [Int32]
    let weights: [Float]

    init(_ vectors: WeightedUnits, features: Int) {
        var starts = [Int](repeating: 0, count: features + 1)
        for ids in vectors.ids {
            for id in ids { starts[Int(id) + 1] += 1 }
        }
        for feature in 0..<features { starts[feature + 1] += starts[feature] }
        var next = starts
        var units = [Int32](repeating: 0, count: starts[features])
        var weights = [Float](repeating: 0, count: starts[features])
        for unit in vectors.ids.indices {
            for (id, weight) in zip(vectors.ids[unit], vectors.weights[unit]) {
                units[next[Int(id)]] = Int32(unit)
                weights[next[Int(id)]] = weight
                next[Int(id)] += 1
            }
        }
        self.starts = starts
        self.units = units
        self.weights = weights
    }
}
