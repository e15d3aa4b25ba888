import RegulationModel

/// How much a feature tells in one pair of texts: little where it stands in most articles, much where in few.
struct Rarity: Sendable {
    /// Weight of each feature, 0 … 1.
    let weights: [Float]
    /// Rarity alone, without the share that every feature keeps: what tells two provisions from the rest.
    let distinctness: [Float]
    /// Whether both texts have a feature; one that a single text has makes its units longer, and answers nothing.
    let isShared: [Bool]

    /// A feature's rarity never counts for less than this share. English function words are left out before, so what
    /// remains always says something (0.5 for 0.15: main-link F1 of English pairs on police auxiliaries 0.89 → 0.97, of
    /// Chinese–English pairs unchanged); 0.35 measures the same there, and 0.02 more between 120 pairs of other
    /// statutes. Chinese characters include the functional ones, which only rarity holds down (0.5 loses 0.01).
    private static func floor(_ kind: FeatureKind) -> Double {
        switch kind {
        case .characters: 0.15
        case .stems: 0.35
        case .terms: 0.5
        }
    }

    /// Rarity of words in the articles of two texts, moderated by their rarity in statutes at large.
    ///
    /// - Parameter background: rarity of each word in statutes at large, 0 … 1.
    init(kind: FeatureKind, background: [Float], base: [FeatureBag], other: [FeatureBag]) {
        // Across languages a feature that one text alone has is a gap of the table, not a difference.
        let local = Rarity(
            background.count, base, other, floor: Self.floor(kind), needsBoth: kind == .terms,
            power: 1 - Self.backgroundShare)
        distinctness = local.distinctness
        isShared = local.isShared
        let moderation = Self.moderation
        weights = zip(local.weights, background).map { here, everywhere in
            here > 0 ? here * moderation[Int(min(1, max(0, everywhere)) * 255)] : 0
        }
    }

    /// The share of the rarity in statutes at large: the weight is here^(1 − s) · everywhere^s. 0, 0.3 and 0.5 measure
    /// alike over the gold; with 0.3 words that all statutes use weigh little in short acts too.
    private static let backgroundShare = 0.3
    /// Background rarities to the power of their share, by 255ths.
    private static let moderation: [Float] = (0...255).map { step in
        Float(Elementary.exp(backgroundShare * Elementary.ln(max(Double(step) / 255, 0.02))))
    }

    /// Rarity of anything else in the articles of two texts.
    init(local count: Int, base: [FeatureBag], other: [FeatureBag]) {
        self.init(count, base, other, floor: 0, needsBoth: false)
    }

    /// Rarity of features among a few units, such as the points of two lists, on top of the weights they have.
    init(among base: [FeatureBag], _ other: [FeatureBag], within weights: [Float]) {
        let local = Rarity(local: weights.count, base: base, other: other)
        let share = Self.wideShare
        let joined = zip(weights, local.weights).map { $0 * (share + (1 - share) * max(0, $1)) }
        self.init(weights: joined)
    }

    /// What a feature keeps of its weight however many of the few units have it.
    private static let wideShare: Float = 0.6

    private init(
        _ count: Int, _ base: [FeatureBag], _ other: [FeatureBag], floor: Double, needsBoth: Bool, power: Double = 1
    ) {
        let inBase = Self.frequencies(base, count)
        let inOther = Self.frequencies(other, count)
        let articles = base.count + other.count
        let scale = Elementary.ln(Double(articles + 1))
        // By the number of articles that have a feature.
        let levels = (0...articles).map { total in
            scale > 0 ? Elementary.ln(Double(articles + 1) / (Double(total) + 0.5)) / scale : 1
        }
        let powers = levels.map { level in
            let weight = (1 - floor) * level + floor
            return Float(power == 1 || weight <= 0 ? weight : Elementary.exp(power * Elementary.ln(weight)))
        }
        var distinctness = [Float](repeating: 0, count: count)
        var weights = distinctness
        var isShared = [Bool](repeating: false, count: count)
        for id in 0..<count {
            let total = inBase[id] + inOther[id]
            isShared[id] = inBase[id] > 0 && inOther[id] > 0
            guard isShared[id] || !needsBoth && total > 0 else { continue }
            distinctness[id] = Float(levels[total])
            weights[id] = powers[total]
        }
        self.distinctness = distinctness
        self.weights = weights
        self.isShared = isShared
    }

    /// In how many units each feature stands.
    private static func frequencies(_ bags: [FeatureBag], _ count: Int) -> [Int] {
        var frequencies = [Int](repeating: 0, count: count)
        for bag in bags {
            for id in bag.ids { frequencies[Int(id)] += 1 }
        }
        return frequencies
    }

    /// Weights that make all features count alike.
    static func uniform(count: Int) -> Rarity { Rarity(weights: [Float](repeating: 1, count: count)) }

    /// Weights given beforehand.
    init(weights: [Float]) {
        self.weights = weights
        distinctness = weights
        isShared = [Bool](repeating: true, count: weights.count)
    }
}
