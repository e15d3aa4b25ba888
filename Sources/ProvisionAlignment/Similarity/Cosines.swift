/// Texts as vectors of weighted features, of length 1, one behind the other. What only one of two texts has counts for the
/// length and is left out: no product knows it.
struct WeightedBags: Sendable {
    /// Feature ids, those of each text ascending.
    let ids: [Int32]
    /// Their weights.
    let weights: [Float]
    /// Where each text begins, then the end.
    let starts: [Int]

    /// A feature that stands several times counts with the logarithm of how often.
    init(_ bags: [FeatureBag], _ rarity: Rarity) {
        var starts = [0]
        starts.reserveCapacity(bags.count + 1)
        let most = bags.reduce(0) { $0 + $1.ids.count }
        var ids = [Int32](repeating: 0, count: most)
        var weights = [Float](repeating: 0, count: most)
        rarity.weights.withUnsafeBufferPointer { rarities in
            rarity.isShared.withUnsafeBufferPointer { isShared in
                ids.withUnsafeMutableBufferPointer { ids in
                    weights.withUnsafeMutableBufferPointer { weights in
                        var end = 0
                        for bag in bags {
                            end = Self.weigh(bag, rarities, isShared, ids, weights, from: end)
                            starts.append(end)
                        }
                    }
                }
            }
        }
        self.ids = ids
        self.weights = weights
        self.starts = starts
    }

    /// Writes a vector from a place on, without what weighs nothing; gives back its end.
    private static func weigh(
        _ bag: FeatureBag, _ rarities: UnsafeBufferPointer<Float>, _ isShared: UnsafeBufferPointer<Bool>,
        _ ids: UnsafeMutableBufferPointer<Int32>, _ weights: UnsafeMutableBufferPointer<Float>, from start: Int
    ) -> Int {
        var square: Float = 0
        var end = start
        for (id, count) in zip(bag.ids, bag.counts) {
            let rarity = rarities[Int(id)]
            guard rarity > 0 else { continue }
            let value = (count > 1 ? repeated(count) : count) * rarity
            square += value * value
            guard isShared[Int(id)] else { continue }
            ids[end] = id
            weights[end] = value
            end += 1
        }
        let length = square.squareRoot()
        guard length > 0 else { return end }
        for place in start..<end { weights[place] /= length }
        return end
    }

    /// What a feature counts that stands several times.
    private static func repeated(_ count: Float) -> Float {
        let whole = Int(count)
        return whole < known.count && Float(whole) == count ? known[whole] : 1 + Float(Elementary.ln(Double(count)))
    }

    private static let known: [Float] = (0..<64).map { 1 + Float(Elementary.ln(Double($0))) }
}

/// Units as vectors of weighted features, of length 1.
struct WeightedUnits: Sendable {
    private let bags: WeightedBags
    /// Which vector is that of each unit.
    private let places: [Int]

    /// How many units there are.
    var count: Int { places.count }

    /// Units, each with the place of its vector.
    init(_ bags: WeightedBags, _ places: [Int]) {
        self.bags = bags
        self.places = places
    }

    /// Units with vectors of their own.
    init(_ bags: [FeatureBag], _ rarity: Rarity) { self.init(WeightedBags(bags, rarity), Array(bags.indices)) }

    /// Calls `body` for each feature of a unit, ascending.
    @inline(__always)
    func forEachFeature(of unit: Int, _ body: (_ id: Int32, _ weight: Float) -> Void) {
        let range = bags.starts[places[unit]]..<bags.starts[places[unit] + 1]
        bags.ids.withUnsafeBufferPointer { ids in
            bags.weights.withUnsafeBufferPointer { weights in
                for place in range { body(ids[place], weights[place]) }
            }
        }
    }

    /// Feature ids of a unit, ascending.
    func ids(of unit: Int) -> ArraySlice<Int32> {
        bags.ids[bags.starts[places[unit]]..<bags.starts[places[unit] + 1]]
    }

    /// Their weights.
    func weights(of unit: Int) -> ArraySlice<Float> {
        bags.weights[bags.starts[places[unit]]..<bags.starts[places[unit] + 1]]
    }
}

extension Grid {
    /// The cosine of every unit of the base with every unit of the other text, by way of an inverted index.
    init(cosinesOf base: WeightedUnits, _ other: WeightedUnits, features: Int) {
        self.init(rows: base.count, columns: other.count)
        let postings = Postings(other, features: features)
        let columns = columns
        values.withUnsafeMutableBufferPointer { cells in
            for row in 0..<base.count {
                let cells = UnsafeMutableBufferPointer(rebasing: cells[row * columns..<(row + 1) * columns])
                base.forEachFeature(of: row) { id, weight in
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
            for unit in 0..<vectors.count { vectors.forEachFeature(of: unit) { id, _ in starts[Int(id) + 2] += 1 } }
            for feature in 0..<features { starts[feature + 2] += starts[feature + 1] }
            var postings = [(unit: Int32, weight: Float)](repeating: (0, 0), count: Int(starts[features + 1]))
            postings.withUnsafeMutableBufferPointer { postings in
                for unit in 0..<vectors.count {
                    vectors.forEachFeature(of: unit) { id, weight in
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
