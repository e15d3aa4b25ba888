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
    let articles: [FeatureBag]
    let paragraphs: [FeatureBag]
    let points: [FeatureBag]
    let sentences: [FeatureBag]
    let openings: [FeatureBag]
    let headings: [FeatureBag]
}

/// All features of one kind in all texts that have them.
///
/// Ids follow the order of the features themselves, never the order of the texts, so that sums are taken in the same
/// order however the texts are arranged.
struct FeatureSpace: Sendable {
    let kind: FeatureKind
    /// What each feature is, ascending; see `FeatureExtractor`. A feature's place is its id.
    let keys: [UInt64]
    /// Number of features.
    var count: Int { keys.count }
    /// Features of each witness; nil for a text in a language that this kind does not serve.
    let witnesses: [WitnessFeatures?]

    init(kind: FeatureKind, witnesses: [WitnessUnits], extractor: inout FeatureExtractor) {
        var raw: [RawFeatures?] = []
        for units in witnesses {
            raw.append(Self.serves(kind, units.language) ? RawFeatures(units, kind, &extractor) : nil)
        }
        let keys = Self.vocabulary(raw)
        var ids: [UInt64: Int32] = [:]
        ids.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() { ids[key] = Int32(index) }
        self.kind = kind
        self.keys = keys
        self.witnesses = raw.map { $0?.bags(ids) }
    }

    private static func serves(_ kind: FeatureKind, _ language: Language) -> Bool {
        switch kind {
        case .characters: language == .chinese
        case .stems: language == .english
        case .terms: true
        }
    }

    private static func vocabulary(_ raw: [RawFeatures?]) -> [UInt64] {
        var seen: Set<UInt64> = []
        for features in raw {
            guard let features else { continue }
            for unit in features.articles + features.headings { seen.formUnion(unit.keys) }
        }
        return seen.sorted()
    }
}

/// Features of the units of one text before they have ids.
private struct RawFeatures {
    let articles: [[UInt64: Float]]
    let paragraphs: [[UInt64: Float]]
    let points: [[UInt64: Float]]
    let sentences: [[UInt64: Float]]
    let openings: [[UInt64: Float]]
    let headings: [[UInt64: Float]]

    init(_ units: WitnessUnits, _ kind: FeatureKind, _ extractor: inout FeatureExtractor) {
        func extract(_ units: [WitnessUnits.Unit], _ language: Language) -> [[UInt64: Float]] {
            units.map { extractor.features($0.scalars, language, kind) }
        }
        articles = extract(units.articles, units.language)
        paragraphs = extract(units.paragraphs, units.language)
        points = extract(units.points, units.language)
        sentences = extract(units.sentences, units.language)
        openings = extract(units.openings, units.language)
        headings = units.headings.map { extractor.features($0, units.language, kind) }
    }

    func bags(_ ids: [UInt64: Int32]) -> WitnessFeatures {
        func bags(_ units: [[UInt64: Float]]) -> [FeatureBag] {
            units.map { unit in
                let pairs = unit.compactMap { key, count in ids[key].map { (id: $0, count: count) } }
                let sorted = pairs.sorted { $0.id < $1.id }
                return FeatureBag(ids: sorted.map(\.id), counts: sorted.map(\.count))
            }
        }
        return WitnessFeatures(
            articles: bags(articles), paragraphs: bags(paragraphs), points: bags(points), sentences: bags(sentences),
            openings: bags(openings), headings: bags(headings))
    }
}
