import ProvisionAlignment

/// How well a lexicon finds the English article of a Chinese one, and the other way round, in statutes it was not
/// trained on. Neither order nor numbers are used.
///
/// Each article is a set of stems, each weighing √(how often · rarity); two articles are as alike as their cosine.
/// Within a statute the likeness is divided by the mean of the four highest of the row and of the column. The article
/// chosen is the likest; a tie counts as wrong. Repealed articles, of which a note of a word or two is left, and articles
/// whose words stand more than once in their statute cannot be told apart by anyone: they take part, but are counted
/// by themselves.
struct HeldOutScore {
    /// Articles in statutes of at least five, those that cannot be told apart left out.
    private(set) var articles = 0
    /// Articles that cannot be told apart.
    private(set) var indistinct = 0
    /// Chinese articles whose English article is chosen within its statute.
    private(set) var chineseRight = 0
    /// English articles whose Chinese article is chosen within its statute.
    private(set) var englishRight = 0
    /// Articles of all statutes together, at most `crowd`.
    private(set) var crowdArticles = 0
    /// Chinese articles whose English article is chosen among those of all statutes, by cosine alone.
    private(set) var crowdRight = 0

    private static let leastArticles = 5
    private static let crowd = 5000
    private static let note = 2
    private static let neighbours = 4

    private typealias Weights = [(stem: Int, weight: Float)]

    init(_ statutes: [ParallelStatutes.Statute], stems: [String], lexicon: BilingualLexicon) {
        let numbers = stems.map { lexicon.number(ofStem: $0) }
        var crowdChinese: [Weights] = []
        var crowdEnglish: [Weights] = []
        for statute in statutes {
            let chinese = statute.articles.map { Self.weights(chinese: $0, lexicon) }
            let english = statute.articles.map { Self.weights(english: $0, numbers, lexicon) }
            crowdChinese += chinese
            crowdEnglish += english
            guard chinese.count >= Self.leastArticles else { continue }
            let rows = Self.margins(chinese.map { row in Self.cosines(row, english, lexicon.stemCount) })
            let distinct = Self.distinct(statute.articles)
            articles += distinct.count
            indistinct += rows.count - distinct.count
            chineseRight += distinct.count { Self.stands(rows[$0], out: $0) }
            englishRight += distinct.count { column in Self.stands(rows.map { $0[column] }, out: column) }
        }
        crowdArticles = min(Self.crowd, crowdChinese.count)
        let index = InvertedIndex(crowdEnglish.prefix(Self.crowd), stemCount: lexicon.stemCount)
        crowdRight = (0..<crowdArticles).count { Self.stands(index.cosines(crowdChinese[$0]), out: $0) }
    }

    /// The articles of more than `note` stems whose words in either language stand once in the statute.
    private static func distinct(_ articles: [[ParallelStatutes.Passage]]) -> [Int] {
        var chinese: [[[Unicode.Scalar]]: Int] = [:]
        var english: [[Int32]: Int] = [:]
        for article in articles {
            chinese[article.flatMap(\.chinese), default: 0] += 1
            english[article.flatMap(\.english), default: 0] += 1
        }
        return articles.indices.filter { index in
            let stems = articles[index].flatMap(\.english)
            return stems.count > note && english[stems] == 1 && chinese[articles[index].flatMap(\.chinese)] == 1
        }
    }

    private static func weights(chinese article: [ParallelStatutes.Passage], _ lexicon: BilingualLexicon) -> Weights {
        let text = Array(article.flatMap(\.chinese).joined(separator: [" "]))
        return unit(lexicon.stems(chinese: text).map { ($0.stem, $0.weight) }, lexicon)
    }

    private static func weights(
        english article: [ParallelStatutes.Passage], _ numbers: [Int?], _ lexicon: BilingualLexicon
    ) -> Weights {
        var counts: [Int: Float] = [:]
        for stem in article.flatMap(\.english) {
            if let number = numbers[Int(stem)] { counts[number, default: 0] += 1 }
        }
        return unit(counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, lexicon)
    }

    private static func unit(_ counts: Weights, _ lexicon: BilingualLexicon) -> Weights {
        let weights = counts.map { ($0.stem, ($0.weight * lexicon.rarity(ofStem: $0.stem)).squareRoot()) }
        let length = weights.reduce(Float(0)) { $0 + $1.1 * $1.1 }.squareRoot()
        return length > 0 ? weights.map { ($0.0, $0.1 / length) } : []
    }

    private static func cosines(_ row: Weights, _ columns: [Weights], _ stemCount: Int) -> [Float] {
        var dense = [Float](repeating: 0, count: stemCount)
        for (stem, weight) in row { dense[stem] = weight }
        return columns.map { $0.reduce(Float(0)) { $0 + dense[$1.stem] * $1.weight } }
    }

    private static func margins(_ rows: [[Float]]) -> [[Float]] {
        let rowLevels = rows.map(level)
        let columnLevels = rows.indices.map { column in level(rows.map { $0[column] }) }
        return rows.indices.map { row in
            rows.indices.map { rows[row][$0] / max(rowLevels[row] + columnLevels[$0], .leastNormalMagnitude) }
        }
    }

    private static func level(_ scores: [Float]) -> Float {
        scores.sorted(by: >).prefix(neighbours).reduce(0, +) / Float(min(neighbours, scores.count))
    }

    private static func stands(_ scores: [Float], out index: Int) -> Bool {
        scores.indices.allSatisfy { $0 == index || scores[$0] < scores[index] }
    }

    /// For each stem the articles that have it.
    private struct InvertedIndex {
        private var entries: [[(article: Int, weight: Float)]]
        private let count: Int

        init(_ articles: some Collection<Weights>, stemCount: Int) {
            entries = Array(repeating: [], count: stemCount)
            count = articles.count
            for (article, weights) in articles.enumerated() {
                for (stem, weight) in weights { entries[stem].append((article, weight)) }
            }
        }

        func cosines(_ article: Weights) -> [Float] {
            var scores = [Float](repeating: 0, count: count)
            for (stem, weight) in article {
                for entry in entries[stem] { scores[entry.article] += weight * entry.weight }
            }
            return scores
        }
    }
}
