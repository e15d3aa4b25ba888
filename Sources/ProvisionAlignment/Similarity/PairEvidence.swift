/// The kinds of evidence that two articles answer each other. The order is that of the weights.
enum EvidenceKind: Int, Sendable, CaseIterable {
    /// Words of the articles and of their best paragraphs, as a margin over rivals.
    case margin
    /// How near the pair is to the best of both sides.
    case mutual
    /// What the provisions do in their acts.
    case function
    /// Headings of their chapters.
    case heading
    /// Best pair of paragraphs, as a margin over rivals.
    case paragraphMargin
    /// Best pair of sentences, as a margin over rivals.
    case sentenceMargin
    /// Numbers both set.
    case quantities
    /// How near the best pair of paragraphs is to the best of both sides.
    case paragraphMutual
    /// How near the best pair of opening words is to the best of both sides.
    case openingMutual
    /// A way through a third text.
    case bridge
    /// Neighbours that answer each other.
    case neighbours
}

/// One text with all that is known of it for one kind of features.
struct ComparedWitness: Sendable {
    let units: WitnessUnits
    let features: WitnessFeatures
}

/// Two texts in the feature space they share.
struct ComparedPair: Sendable {
    let space: FeatureSpace
    let base: ComparedWitness
    let other: ComparedWitness
    /// Weights of the features in this pair.
    let rarity: Rarity
    private let baseVectors: WeightedBags
    private let otherVectors: WeightedBags

    init(space: FeatureSpace, base: ComparedWitness, other: ComparedWitness) {
        self.space = space
        self.base = base
        self.other = other
        rarity = Rarity(
            kind: space.kind, background: space.background, base: base.features.articles,
            other: other.features.articles)
        let rarity = rarity
        (baseVectors, otherVectors) = Concurrent.both {
            WeightedBags(base.features.bags, rarity)
        } _: {
            WeightedBags(other.features.bags, rarity)
        }
    }

    /// Units of the base and of the other text as vectors.
    func vectors(_ places: KeyPath<WitnessFeatures.Places, [Int]>) -> (base: WeightedUnits, other: WeightedUnits) {
        (
            WeightedUnits(baseVectors, base.features.places[keyPath: places]),
            WeightedUnits(otherVectors, other.features.places[keyPath: places])
        )
    }
}

/// All direct evidence for the articles of two texts, a grid for each kind.
struct PairEvidence: Sendable {
    /// Grids in the order of `EvidenceKind`, up to `openingMutual`.
    let grids: [Grid]
    /// How much two articles say alike, whatever their rivals: mean of the best sentences and of the better of whole
    /// article and best paragraphs, as cosines.
    let likeness: Grid

    /// What a pair shows.
    init(_ pair: ComparedPair) {
        let (ofArticles, ofPieces) = Concurrent.both {
            ArticleEvidence(pair)
        } _: {
            PieceEvidence(pair)
        }
        var likeness = ofArticles.likeness
        likeness.add(ofPieces.bestSentences, weight: 1)
        self.likeness = likeness.map { $0 / 2 }
        grids =
            ofArticles.grids + [
                ofArticles.paragraphMargins, ofPieces.sentenceMargins, ofPieces.quantities, ofArticles.paragraphRatios,
                ofPieces.openingRatios,
            ]
    }
}

/// What articles and their paragraphs show.
private struct ArticleEvidence: Sendable {
    /// Margins, ratios, functions and headings of articles.
    let grids: [Grid]
    let paragraphMargins: Grid
    let paragraphRatios: Grid
    /// The better of whole article and best paragraphs, as cosines.
    let likeness: Grid

    init(_ pair: ComparedPair) {
        let function = pair.functions()
        var similarity = pair.cosines(\.articles)
        let paragraphs = pair.cosines(\.paragraphs)
        let bestParagraphs = pair.lifted(paragraphs, \.paragraphs)
        var likeness = similarity
        likeness.formMaximum(bestParagraphs)
        self.likeness = likeness
        similarity = similarity.map { $0 * Self.articleShare }
        similarity.add(bestParagraphs, weight: 1 - Self.articleShare)
        similarity.add(function, weight: Self.functionShare)
        let margins = similarity.margins()
        let marginsOfParagraphs = paragraphs.margins()
        grids = [margins.logarithms(), margins.mutualRatios(), function, pair.headings()]
        paragraphMargins = pair.lifted(marginsOfParagraphs, \.paragraphs).logarithms()
        paragraphRatios = pair.lifted(marginsOfParagraphs.mutualRatios(), \.paragraphs)
    }

    /// The whole article and its best paragraph count alike: either alone is 0.01 worse over all pairs.
    private static let articleShare: Float = 0.5
    /// Weight of the function beside the words; 0 and 0.3 are 0.02 to 0.04 worse.
    private static let functionShare: Float = 0.1
}

/// What sentences, opening words and numbers show.
private struct PieceEvidence: Sendable {
    let bestSentences: Grid
    let sentenceMargins: Grid
    let openingRatios: Grid
    let quantities: Grid

    init(_ pair: ComparedPair) {
        let sentences = pair.cosines(\.sentences)
        bestSentences = pair.lifted(sentences, \.sentences)
        sentenceMargins = pair.lifted(sentences.margins(), \.sentences).logarithms()
        openingRatios = pair.lifted(pair.cosines(\.openings).margins().mutualRatios(), \.openings)
        quantities = pair.quantities()
    }
}

extension Grid {
    /// Logarithms, so that twice as far and half as far weigh alike; what is below a twentieth counts as a twentieth.
    fileprivate func logarithms() -> Grid { map { Float(Elementary.ln(Double(max($0, 0.05)))) } }
}

// MARK: - Comparisons that the evidence is made of

extension ComparedPair {
    /// What the best sentences of two articles share that other sentences do not, as a margin over their rivals.
    func distinctSentences() -> Grid {
        let shares = Grid(
            distinctSharesOf: base.features.sentences, other.features.sentences, rarity: rarity)
        return lifted(shares.margins(), \.sentences)
    }

    fileprivate func cosines(_ units: KeyPath<WitnessFeatures.Places, [Int]>) -> Grid {
        let vectors = vectors(units)
        return Grid(cosinesOf: vectors.base, vectors.other, features: space.count)
    }

    fileprivate func lifted(_ grid: Grid, _ units: KeyPath<WitnessUnits, [WitnessUnits.Unit]>) -> Grid {
        grid.lifted(
            rowOwners: base.units[keyPath: units].map(\.owner), columnOwners: other.units[keyPath: units].map(\.owner),
            rows: base.units.articles.count, columns: other.units.articles.count)
    }

    fileprivate func headings() -> Grid {
        let uniform = Rarity.uniform(count: space.count)
        return Grid(
            cosinesOf: WeightedUnits(base.features.headings, uniform), WeightedUnits(other.features.headings, uniform),
            features: space.count)
    }

    fileprivate func functions() -> Grid { cosines(base.units.functions, other.units.functions) }

    fileprivate func quantities() -> Grid {
        let values = Set(base.units.quantities.joined()).union(other.units.quantities.joined()).sorted()
        var places: [Int: Int] = [:]
        for (place, value) in values.enumerated() { places[value] = place }
        return cosines(
            base.units.quantities.map { $0.compactMap { places[$0] } },
            other.units.quantities.map { $0.compactMap { places[$0] } })
    }

    /// Cosines of sets of small numbers, each weighted by its rarity in the pair.
    private func cosines(_ base: [[Int]], _ other: [[Int]]) -> Grid {
        func bags(_ sets: [[Int]]) -> [FeatureBag] {
            sets.map { FeatureBag(ids: $0.map { Int32($0) }, counts: $0.map { _ in 1 }) }
        }
        let count = ((base + other).joined().max() ?? -1) + 1
        let local = Rarity(local: count, base: bags(base), other: bags(other))
        return Grid(cosinesOf: WeightedUnits(bags(base), local), WeightedUnits(bags(other), local), features: count)
    }
}
