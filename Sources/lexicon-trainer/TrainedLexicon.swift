import ProvisionAlignment

/// Everything that is written into the lexicon file, in the file's order.
struct TrainedLexicon {
    struct Gloss {
        let stem: Int
        let probability: Float
    }

    struct Entry {
        /// One ideograph, or two packed into one number.
        let key: UInt32
        let rarity: Float
        let glosses: [Gloss]
    }

    struct Formula {
        let hash: UInt64
        let rarity: Float
    }

    /// In the order of their bytes.
    let stems: [(text: String, rarity: Float)]
    /// In the order of Unicode.
    let characters: [Entry]
    /// In the order of Unicode of the first, then of the second ideograph.
    let pairs: [Entry]
    /// In the order of their hashes.
    let formulas: [Formula]

    /// Glosses that are less likely are chance links for the most part.
    private static let leastProbability: Float = 0.01
    /// Few units have more; it bounds the size of the file.
    private static let mostGlosses = 8
    /// Stems of fewer articles are slips and names.
    private static let leastArticles: Int32 = 2
    /// Pairs of ideographs that fewer articles of the acts have count as never met.
    private static let leastBackground: Int32 = 4

    /// Learns from statutes; rarity of Chinese is that of `background`, where given.
    init(_ statutes: [ParallelStatutes.Statute], stems: [String], background: ArticleFrequencies?) {
        let background = background ?? ArticleFrequencies(statutes)
        var frequencies = [Int32](repeating: 0, count: stems.count)
        var articles = 0
        for article in statutes.lazy.flatMap(\.articles) {
            articles += 1
            for stem in Set(article.flatMap(\.english)) { frequencies[Int(stem)] += 1 }
        }
        let kept = stems.indices.filter { frequencies[$0] >= Self.leastArticles }
            .sorted { stems[$0].utf8.lexicographicallyPrecedes(stems[$1].utf8) }
        var numbers = [Int](repeating: 0, count: stems.count)
        for (number, stem) in kept.enumerated() { numbers[stem] = number }
        let total = articles
        self.stems = kept.map {
            (stems[$0], LexiconLayout.rarity(frequency: Int(frequencies[$0]), of: total))
        }
        func entries(_ unit: ChineseUnit, _ counts: [UInt32: Int32], least: Int32) -> [Entry] {
            let bags = PassageBags(
                statutes, unit: unit, stemFrequencies: frequencies, leastArticles: Self.leastArticles)
            let model = TranslationModel(bags, stemCount: stems.count)
            return Self.entries(model, bags.keys, numbers, counts, of: background.articles, least: least)
        }
        characters = entries(.character, background.characters, least: 1)
        pairs = entries(.pair, background.pairs, least: Self.leastBackground)
        formulas = background.formulas.formulas(of: background.articles)
    }

    private static func entries(
        _ model: TranslationModel, _ keys: [UInt32], _ numbers: [Int], _ counts: [UInt32: Int32], of articles: Int,
        least: Int32
    ) -> [Entry] {
        var glosses: [UInt32: [Gloss]] = [:]
        for (unit, key) in keys.enumerated() {
            let best = model.glosses(ofUnit: unit, least: leastProbability, limit: mostGlosses)
            guard !best.isEmpty else { continue }
            glosses[key] = best.map { Gloss(stem: numbers[Int($0.stem)], probability: $0.probability) }
        }
        let known = Set(glosses.keys).union(counts.filter { $0.value >= least }.keys)
        return known.sorted().map { key in
            let rarity = LexiconLayout.rarity(frequency: Int(counts[key] ?? 0), of: articles)
            return Entry(key: key, rarity: rarity, glosses: glosses[key] ?? [])
        }
    }
}
