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

    init(kind: FeatureKind, witnesses: [WitnessUnits], extractor: FeatureExtractor) {
        let counted = Concurrent.map(witnesses) { units in
            Self.serves(kind, units.language) ? CountedWitness(units, kind, extractor) : nil
        }
        let keys = Self.union(counted.compactMap(\.self?.keys))
        let (features, background) = Concurrent.both {
            Concurrent.map(counted) { $0?.features(numberedBy: keys) }
        } _: {
            keys.map { extractor.background($0, kind) }
        }
        self.kind = kind
        self.keys = keys
        self.background = background
        self.witnesses = features
    }

    private static func serves(_ kind: FeatureKind, _ language: Language) -> Bool {
        switch kind {
        case .characters: language == .chinese
        case .stems: language == .english
        case .terms: true
        }
    }

    /// What stands in any of some lists, all ascending, once.
    private static func union(_ lists: [[UInt64]]) -> [UInt64] {
        var lists = lists
        while lists.count > 1 {
            lists = stride(from: 0, to: lists.count, by: 2).map { place in
                place + 1 < lists.count ? union(lists[place], lists[place + 1]) : lists[place]
            }
        }
        return lists.first ?? []
    }

    private static func union(_ first: [UInt64], _ second: [UInt64]) -> [UInt64] {
        [UInt64](unsafeUninitializedCapacity: first.count + second.count) { union, count in
            first.withUnsafeBufferPointer { first in
                second.withUnsafeBufferPointer { second in
                    var (place, otherPlace) = (0, 0)
                    while place < first.count || otherPlace < second.count {
                        let next = place < first.count ? first[place] : .max
                        let otherNext = otherPlace < second.count ? second[otherPlace] : .max
                        union[count] = min(next, otherNext)
                        count += 1
                        if next <= otherNext { place += 1 }
                        if otherNext <= next { otherPlace += 1 }
                    }
                }
            }
        }
    }
}
