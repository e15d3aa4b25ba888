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
        ids.reserveCapacity(bags.count)
        weights.reserveCapacity(bags.count)
        rarity.weights.withUnsafeBufferPointer { rarity in
            for bag in bags {
                let (kept, values) = Self.weighted(bag, rarity)
                ids.append(kept)
                weights.append(values)
            }
        }
        self.ids = ids
        self.weights = weights
    }

    /// What a feature counts that stands several times.
    private static func repeated(_ count: Float) -> Float {
        let whole = Int(count)
        return whole < known.count && Float(whole) == count ? known[whole] : 1 + Float(Elementary.ln(Double(count)))
    }

    private static let known: [Float] = (0..<64).map { 1 + Float(Elementary.ln(Double($0))) }

    private static func weighted(_ bag: FeatureBag, _ rarity: UnsafeBufferPointer<Float>) -> ([Int32], [Float]) {
        var square: Float = 0
        let values = [Float](unsafeUninitializedCapacity: bag.ids.count) { values, kept in
            for (id, count) in zip(bag.ids, bag.counts) where rarity[Int(id)] > 0 {
                let value = (count > 1 ? repeated(count) : count) * rarity[Int(id)]
                values[kept] = value
                kept += 1
                square += value * value
            }
            let length = square.squareRoot()
            guard length > 0 else { return }
            for place in 0..<kept { values[place] /= length }
        }
        guard values.count < bag.ids.count else { return (bag.ids, values) }
        let ids = [Int32](unsafeUninitializedCapacity: values.count) { ids, kept in
            for id in bag.ids where rarity[Int(id)] > 0 {
                ids[kept] = id
                kept += 1
            }
        }
        return (ids, values)
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
                let cells = UnsafeMutableBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns])
                for (id, weight) in zip(base.ids[row], base.weights[row]) {
                    postings.forEach(of: id) { cells[Int($0.unit)] += weight * $0.weight }
                }
            }
        }
    }
}

/// For each feature the units that have it.
private struct Postings {
    private let starts: [Int32]
    private let postings: [(unit: Int32, weight: Float)]

    init(_ vectors: WeightedUnits, features: Int) {
        // Filled in, the start of each feature is the end of the one before it.
        var starts = [Int32](repeating: 0, count: features + 2)
        postings = starts.withUnsafeMutableBufferPointer { starts in
            for ids in vectors.ids {
                for id in ids { starts[Int(id) + 2] += 1 }
            }
            for feature in 0..<features { starts[feature + 2] += starts[feature + 1] }
            var postings = [(unit: Int32, weight: Float)](repeating: (0, 0), count: Int(starts[features + 1]))
            postings.withUnsafeMutableBufferPointer { postings in
                for unit in vectors.ids.indices {
                    for (id, weight) in zip(vectors.ids[unit], vectors.weights[unit]) {
                        postings[Int(starts[Int(id) + 1])] = (Int32(truncatingIfNeeded: unit), weight)
                        starts[Int(id) + 1] += 1
                    }
                }
            }
            return postings
        }
        self.starts = starts
    }

    @inline(__always)
    func forEach(of feature: Int32, _ body: ((unit: Int32, weight: Float)) -> Void) {
        let range = Int(starts[Int(feature)])..<Int(starts[Int(feature) + 1])
        postings.withUnsafeBufferPointer { postings in
            for place in range { body(postings[place]) }
        }
    }
}
