import RegulationModel

/// Tells the amount of a fine from an amount on which it depends: 货值金额不足五千元的，并处一千元以上五千元以下罚款.
package enum FineClause {
    private static let chinese: [Phrase] = ["罚款", "罚金", "罚锾"]
    private static let english: [Phrase] = ["fine", "fines", "fined", "penalty"]

    /// True where the clause that holds a quantity speaks of a fine.
    package static func holds(_ quantity: Quantity, of norm: Norm, in regulation: Regulation) -> Bool {
        let text = NormText(around: quantity.span, in: norm.span, of: regulation)
        guard let place = text.starts.firstIndex(where: { $0 >= quantity.span.start }) else { return false }
        let clause = text.clause(around: place)
        let words = regulation.language == .chinese ? chinese : english
        return words.contains { text.contains($0, in: clause) }
    }
}
