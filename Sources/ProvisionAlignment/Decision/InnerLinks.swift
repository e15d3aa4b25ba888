/// Links of paragraphs or points inside linked articles.
///
/// Inside an article pair the choice is small, and the best of both sides is right nearly always (133 of 133 points
/// in earlier work); what remains is to let several points answer one.
struct InnerLinks: Sendable {
    /// Where both sides choose each other, this margin over rivals suffices.
    private static let mutualMargin: Float = 0.6
    /// A unit that only one side chooses needs this margin …
    private static let singleMargin: Float = 1.5
    /// … and this share of the best margin on the other side.
    private static let singleRatio: Float = 0.6

    /// Linked pairs among units, given the similarity of all of them and the linked articles.
    static func pairs(
        similarity: Grid, rowOwners: [Int], columnOwners: [Int], articles: [LinkDecision.Pair]
    ) -> [LinkDecision.Pair] {
        var probabilities: [[Int]: Float] = [:]
        for pair in articles { probabilities[[pair.row, pair.column]] = pair.probability }
        var allowed = similarity
        for row in 0..<similarity.rows {
            for column in 0..<similarity.columns
            where probabilities[[rowOwners[row], columnOwners[column]]] == nil { allowed[row, column] = 0 }
        }
        let margins = allowed.margins()
        let ratios = margins.mutualRatios()
        let rowBest = margins.rowMaxima
        let columnBest = margins.columnMaxima
        var result: [LinkDecision.Pair] = []
        for row in 0..<allowed.rows {
            for column in 0..<allowed.columns where allowed[row, column] > 0 {
                let margin = margins[row, column]
                let isMutual = margin >= rowBest[row] && margin >= columnBest[column]
                let isSingle = margin >= rowBest[row] || margin >= columnBest[column]
                guard
                    (isMutual && margin >= mutualMargin)
                        || (isSingle && margin >= singleMargin && ratios[row, column] >= singleRatio)
                else { continue }
                let article = probabilities[[rowOwners[row], columnOwners[column]], default: 0]
                result.append(
                    LinkDecision.Pair(
                        row: row, column: column, probability: article * ratios[row, column],
                        strength: isMutual ? .main : .part))
            }
        }
        return result
    }
}
