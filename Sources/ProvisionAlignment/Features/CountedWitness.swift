/// The features of all units of one text.
struct WitnessFeatures: Sendable {
    /// The features of texts that are all different: many paragraphs are their article.
    let bags: [FeatureBag]
    /// Which of the bags is that of each unit.
    let places: Places

    /// A place for each unit of a kind.
    struct Places: Sendable {
        fileprivate(set) var articles: [Int] = []
        fileprivate(set) var headings: [Int] = []
        fileprivate(set) var paragraphs: [Int] = []
        fileprivate(set) var points: [Int] = []
        fileprivate(set) var sentences: [Int] = []
        fileprivate(set) var openings: [Int] = []
        fileprivate(set) var offences: [Int] = []
    }

    var articles: [FeatureBag] { places.articles.map { bags[$0] } }
    var headings: [FeatureBag] { places.headings.map { bags[$0] } }
    var paragraphs: [FeatureBag] { places.paragraphs.map { bags[$0] } }
    var points: [FeatureBag] { places.points.map { bags[$0] } }
    var sentences: [FeatureBag] { places.sentences.map { bags[$0] } }
    var offences: [FeatureBag] { places.offences.map { bags[$0] } }
}

/// One text counted by itself, with numbers of its own for its features, so that texts are counted at the same time.
struct CountedWitness: Sendable {
    /// The features of articles and headings, ascending.
    let keys: [UInt64]
    /// Those of pieces too, ascending.
    private let allKeys: [UInt64]
    /// Where the feature of each number stands in `allKeys`.
    private let places: [Int32]
    /// Features by numbers, of texts that are all different.
    private let bags: [FeatureBag]
    /// Whether the numbers are those of `allKeys`, and ascend in each bag.
    private let isOrdered: Bool
    private let bagsOfUnits: WitnessFeatures.Places

    init(_ units: WitnessUnits, _ kind: FeatureKind, _ extractor: FeatureExtractor) {
        var extractor = extractor
        var tally = extractor.tally(kind)
        var bags: [FeatureBag] = []
        var texts = KeyNumbers(capacity: 1 << 9)
        func count(_ text: [Unicode.Scalar]) -> Int {
            let (number, isNew) = texts.number(adding: Self.hash(text))
            guard isNew else { return number }
            extractor.count(text, units.language, kind, into: &tally)
            bags.append(tally.unit())
            return number
        }
        var places = WitnessFeatures.Places()
        places.articles = units.articles.map { count($0.scalars) }
        places.headings = units.headings.map { count($0) }
        let whole = tally.keys.count
        places.paragraphs = units.paragraphs.map { count($0.scalars) }
        places.points = units.points.map { count($0.scalars) }
        places.sentences = units.sentences.map { count($0.scalars) }
        places.openings = units.openings.map { count($0.scalars) }
        places.offences = units.offences.map { count($0.scalars) }
        bagsOfUnits = places
        self.bags = bags
        isOrdered = tally.isClosed
        guard !tally.isClosed else {
            (allKeys, keys, self.places) = (tally.keys, tally.keys, [])
            return
        }
        let order = tally.keys.ascendingOrder()
        var ranks = [Int32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { ranks[Int(number)] = Int32(truncatingIfNeeded: place) }
        allKeys = order.map { tally.keys[Int($0)] }
        keys = whole == order.count ? allKeys : order.filter { $0 < whole }.map { tally.keys[Int($0)] }
        self.places = ranks
    }

    /// A hash (FNV-1a, 64 bits) of a text without the marks that end it: many paragraphs are their article, and many
    /// sentences their paragraph, but for a full stop.
    private static func hash(_ text: [Unicode.Scalar]) -> UInt64 {
        var end = text.count
        while end > 0, endMarks.contains(text[end - 1].value) { end -= 1 }
        return text[..<end].reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.value)) &* 0x0000_0100_0000_01B3 }
    }

    private static let endMarks: [UInt32] = ".。;:,".unicodeScalars.map(\.value)

    /// The features by their places among the keys of all texts. What a piece of an article has the article has; a piece
    /// may only bring words together that stand apart in every article, and such a feature is left out.
    func features(numberedBy keys: [UInt64]) -> WitnessFeatures {
        // All texts have the features of a closed tally.
        if isOrdered, keys.count == allKeys.count { return WitnessFeatures(bags: bags, places: bagsOfUnits) }
        return WitnessFeatures(bags: renumbered(ranks(in: keys)), places: bagsOfUnits)
    }

    /// The place of each feature of `allKeys` among the keys of all texts; -1 for one that is not there.
    private func ranks(in keys: [UInt64]) -> [Int32] {
        var rank = 0
        return allKeys.map { key in
            while rank < keys.count, keys[rank] < key { rank += 1 }
            return rank < keys.count && keys[rank] == key ? Int32(truncatingIfNeeded: rank) : -1
        }
    }

    /// The bags with other numbers for their features, ascending: sorted by counting, once by feature, once by bag.
    private func renumbered(_ ranks: [Int32]) -> [FeatureBag] {
        var starts = [Int32](repeating: 0, count: ranks.count + 1)
        let postings = postings(&starts)
        // Where the features of each bag begin, and where its next feature goes.
        var firsts: [Int] = []
        firsts.reserveCapacity(bags.count)
        var end = 0
        for bag in bags {
            firsts.append(end)
            end += bag.ids.count
        }
        var nexts = firsts
        var ids = [Int32](repeating: 0, count: end)
        var counts = [Float](repeating: 0, count: end)
        ids.withUnsafeMutableBufferPointer { ids in
            counts.withUnsafeMutableBufferPointer { counts in
                nexts.withUnsafeMutableBufferPointer { nexts in
                    // `starts` has moved on to the end of each feature.
                    for (place, rank) in ranks.enumerated() where rank >= 0 {
                        for posting in postings[(place > 0 ? Int(starts[place - 1]) : 0)..<Int(starts[place])] {
                            let next = nexts[Int(posting.bag)]
                            (ids[next], counts[next]) = (rank, posting.count)
                            nexts[Int(posting.bag)] = next + 1
                        }
                    }
                }
            }
        }
        return bags.indices.map { bag in
            FeatureBag(ids: Array(ids[firsts[bag]..<nexts[bag]]), counts: Array(counts[firsts[bag]..<nexts[bag]]))
        }
    }

    private typealias Posting = (bag: Int32, count: Float)

    /// All features of all bags by their places, those of a place by bag. `starts` are zeros, one more than places;
    /// then the end of each place stands there.
    private func postings(_ starts: inout [Int32]) -> [Posting] {
        places.withUnsafeBufferPointer { places in
            starts.withUnsafeMutableBufferPointer { starts in
                for bag in bags {
                    for id in bag.ids { starts[Int(places[Int(id)]) + 1] += 1 }
                }
                for place in places.indices { starts[place + 1] += starts[place] }
                var postings = [Posting](repeating: (0, 0), count: Int(starts[places.count]))
                postings.withUnsafeMutableBufferPointer { postings in
                    for (number, bag) in bags.enumerated() {
                        for (id, count) in zip(bag.ids, bag.counts) {
                            let place = Int(places[Int(id)])
                            postings[Int(starts[place])] = (Int32(truncatingIfNeeded: number), count)
                            starts[place] += 1
                        }
                    }
                }
                return postings
            }
        }
    }
}

extension [UInt64] {
    /// The places of numbers, all different, in their rising order: sorted by one byte after the other, the lowest first;
    /// bytes that are the same in all are passed over.
    fileprivate func ascendingOrder() -> [Int32] {
        var sorted = self
        var order = indices.map { Int32(truncatingIfNeeded: $0) }
        let varying = reduce(0) { $0 | ($1 ^ self[0]) }
        for shift in stride(from: UInt64(0), to: 64, by: 8) where varying >> shift & 0xFF != 0 {
            var starts = [Int](repeating: 0, count: 257)
            for number in sorted { starts[Int(number >> shift & 0xFF) + 1] += 1 }
            for byte in 0..<256 { starts[byte + 1] += starts[byte] }
            var (nextSorted, nextOrder) = (sorted, order)
            nextSorted.withUnsafeMutableBufferPointer { nextSorted in
                nextOrder.withUnsafeMutableBufferPointer { nextOrder in
                    for (number, place) in zip(sorted, order) {
                        let byte = Int(number >> shift & 0xFF)
                        nextSorted[starts[byte]] = number
                        nextOrder[starts[byte]] = place
                        starts[byte] += 1
                    }
                }
            }
            (sorted, order) = (nextSorted, nextOrder)
        }
        return order
    }
}
