import RegulationModel

/// What two texts are compared by.
enum FeatureKind: Sendable, CaseIterable {
    /// Characters and pairs of characters, for two Chinese texts. No word segmentation is needed, and none was better.
    case characters
    /// Stems and pairs of stems, for two English texts.
    case stems
    /// Terms of the table, and the stems of their renderings, for a Chinese and an English text.
    case terms

    /// The kind for two languages.
    init(_ base: Language, _ other: Language) {
        switch (base, other) {
        case (.chinese, .chinese): self = .characters
        case (.english, .english): self = .stems
        case (.chinese, .english), (.english, .chinese): self = .terms
        }
    }
}

/// The features of one unit: ascending ids, and how often each stands there.
struct FeatureBag: Sendable {
    let ids: [Int32]
    let counts: [Float]
}

/// The features of all units of one text.
struct WitnessFeatures: Sendable {
    fileprivate(set) var articles: [FeatureBag] = []
    fileprivate(set) var paragraphs: [FeatureBag] = []
    fileprivate(set) var points: [FeatureBag] = []
    fileprivate(set) var sentences: [FeatureBag] = []
    fileprivate(set) var openings: [FeatureBag] = []
    fileprivate(set) var headings: [FeatureBag] = []
}

/// All features of one kind in all texts that have them.
///
/// Ids follow the order of the features themselves, never the order of the texts, so that sums are taken in the same
/// order however the texts are arranged.
struct FeatureSpace: Sendable {
    let kind: FeatureKind
    /// What each feature is, ascending; see `FeatureExtractor`. A feature's place is its id.
    let keys: [UInt64]
    /// How rare each feature is in statutes at large, 0 … 1.
    let background: [Float]
    /// Number of features.
    var count: Int { keys.count }
    /// Features of each witness; nil for a text in a language that this kind does not serve.
    let witnesses: [WitnessFeatures?]

    init(kind: FeatureKind, witnesses: [WitnessUnits], extractor: inout FeatureExtractor) {
        let served = witnesses.map { Self.serves(kind, $0.language) ? $0 : nil }
        var tally = FeatureTally(capacity: 1 << 14)
        var counted = served.map { units in units.map { WitnessFeatures(wholeOf: $0, kind, &tally, &extractor) } }
        // What a piece of an article has the article has; a piece may only bring words together that stand apart in it.
        tally.isOpen = false
        for place in counted.indices {
            guard let units = served[place] else { continue }
            counted[place]?.addPieces(of: units, kind, &tally, &extractor)
        }
        let order = tally.keys.indices.sorted { tally.keys[$0] < tally.keys[$1] }
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[number] = Int32(truncatingIfNeeded: rank) }
        self.kind = kind
        keys = order.map { tally.keys[$0] }
        background = keys.map { extractor.background($0, kind) }
        self.witnesses = counted.map { $0?.renumbered(ranks) }
    }

    private static func serves(_ kind: FeatureKind, _ language: Language) -> Bool {
        switch kind {
        case .characters: language == .chinese
        case .stems: language == .english
        case .terms: true
        }
    }
}

extension WitnessFeatures {
    /// The features of whole articles and of headings.
    fileprivate init(
        wholeOf units: WitnessUnits, _ kind: FeatureKind, _ tally: inout FeatureTally,
        _ extractor: inout FeatureExtractor
    ) {
        articles = Self.bags(units.articles.map(\.scalars), units.language, kind, &tally, &extractor)
        headings = Self.bags(units.headings, units.language, kind, &tally, &extractor)
    }

    fileprivate mutating func addPieces(
        of units: WitnessUnits, _ kind: FeatureKind, _ tally: inout FeatureTally, _ extractor: inout FeatureExtractor
    ) {
        paragraphs = Self.bags(units.paragraphs.map(\.scalars), units.language, kind, &tally, &extractor)
        points = Self.bags(units.points.map(\.scalars), units.language, kind, &tally, &extractor)
        sentences = Self.bags(units.sentences.map(\.scalars), units.language, kind, &tally, &extractor)
        openings = Self.bags(units.openings.map(\.scalars), units.language, kind, &tally, &extractor)
    }

    private static func bags(
        _ texts: [[Unicode.Scalar]], _ language: Language, _ kind: FeatureKind, _ tally: inout FeatureTally,
        _ extractor: inout FeatureExtractor
    ) -> [FeatureBag] {
        texts.map { text in
            extractor.count(text, language, kind, into: &tally)
            return tally.unit()
        }
    }

    fileprivate func renumbered(_ ranks: [Int32]) -> WitnessFeatures {
        var result = WitnessFeatures()
        result.articles = articles.renumbered(ranks)
        result.paragraphs = paragraphs.renumbered(ranks)
        result.points = points.renumbered(ranks)
        result.sentences = sentences.renumbered(ranks)
        result.openings = openings.renumbered(ranks)
        result.headings = headings.renumbered(ranks)
        return result
    }
}

extension [FeatureBag] {
    /// The bags with other numbers for their features, ascending: sorted by counting, once by feature, once by unit.
    fileprivate func renumbered(_ ranks: [Int32]) -> [FeatureBag] {
        var starts = [Int32](repeating: 0, count: ranks.count + 1)
        let byRank = postings(ranks, &starts)
        // Where the next feature of each unit goes.
        var places: [Int32] = []
        var end: Int32 = 0
        for bag in self {
            places.append(end)
            end += Int32(truncatingIfNeeded: bag.ids.count)
        }
        let firsts = places + [end]
        var ids = [Int32](repeating: 0, count: byRank.count)
        var counts = [Float](repeating: 0, count: byRank.count)
        ids.withUnsafeMutableBufferPointer { ids in
            counts.withUnsafeMutableBufferPointer { counts in
                places.withUnsafeMutableBufferPointer { places in
                    for posting in byRank {
                        let place = Int(places[Int(posting.unit)])
                        ids[place] = posting.rank
                        counts[place] = posting.count
                        places[Int(posting.unit)] += 1
                    }
                }
            }
        }
        return indices.map { unit in
            let range = Int(firsts[unit])..<Int(firsts[unit + 1])
            return FeatureBag(ids: [Int32](ids[range]), counts: [Float](counts[range]))
        }
    }

    private typealias Posting = (rank: Int32, unit: Int32, count: Float)

    /// All features of all units by their ranks, those of a rank by unit. `starts` are zeros, one more than ranks.
    private func postings(_ ranks: [Int32], _ starts: inout [Int32]) -> [Posting] {
        starts.withUnsafeMutableBufferPointer { starts in
            for bag in self {
                for id in bag.ids { starts[Int(ranks[Int(id)]) + 1] += 1 }
            }
            for rank in ranks.indices { starts[rank + 1] += starts[rank] }
            var postings = [Posting](repeating: (0, 0, 0), count: Int(starts[ranks.count]))
            postings.withUnsafeMutableBufferPointer { postings in
                for (unit, bag) in enumerated() {
                    for (id, count) in zip(bag.ids, bag.counts) {
                        let rank = ranks[Int(id)]
                        postings[Int(starts[Int(rank)])] = (rank, Int32(truncatingIfNeeded: unit), count)
                        starts[Int(rank)] += 1
                    }
                }
            }
            return postings
        }
    }
}
