import ProvisionAlignment

/// In how many articles each sequence of six ideographs stands.
struct FormulaCounts {
    /// Each hash as often as there are articles that have it.
    private var hashes: [UInt64] = []

    /// Counts an article, given by its runs of ideographs.
    mutating func add(_ article: [[Unicode.Scalar]]) {
        var met: [UInt64] = []
        for run in article { FormulaHash.forEach(in: run) { met.append($1) } }
        met.sort()
        for (index, hash) in met.enumerated() where index == 0 || met[index - 1] != hash { hashes.append(hash) }
    }

    /// The sequences that at least `LexiconLayout.leastFormulaArticles` articles have, in rising order of their hashes.
    func formulas(of articles: Int) -> [TrainedLexicon.Formula] {
        let sorted = hashes.sorted()
        var formulas: [TrainedLexicon.Formula] = []
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
            if end - start >= LexiconLayout.leastFormulaArticles {
                let rarity = LexiconLayout.formulaRarity(frequency: end - start, of: articles)
                formulas.append(TrainedLexicon.Formula(hash: sorted[start], rarity: rarity))
            }
            start = end
        }
        return formulas
    }
}
