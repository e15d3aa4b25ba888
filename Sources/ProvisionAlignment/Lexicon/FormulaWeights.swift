/// Phrases that statutes say again and again, 有下列情形之一的 and the like, are no evidence that two provisions answer each
/// other; what their characters count is known from how many articles have the phrase.
extension BilingualLexicon {
    /// What a character counts in the commonest formula.
    private static let leastWeight: Float = 0.1

    /// What each character of a folded text counts: 1, or where formulas cover it the rarity of the commonest of them,
    /// squared, but at least 0.1.
    package func weights(ofCharactersIn text: [Unicode.Scalar]) -> [Float] {
        // Nothing is as rare as 255, the byte of 1.
        var lowest = [UInt8](repeating: 255, count: text.count)
        FormulaHash.forEach(in: text) { start, hash in
            guard let found = rarity(ofFormula: hash) else { return }
            for place in start..<start + FormulaHash.length where found < lowest[place] { lowest[place] = found }
        }
        return lowest.map { byte in
            let share = Float(byte) / 255
            return max(Self.leastWeight, share * share)
        }
    }

    /// The rarity of the formula of a hash in 255ths; nil where it is none.
    func rarity(ofFormula hash: UInt64) -> UInt8? {
        for place in bytes.formulaStarts.range(LexiconLayout.formulaBucket(hash), limit: bytes.formulaRarity.count) {
            let other = bytes.formulaHashes[place]
            if other >= hash { return other == hash ? bytes.formulaRarity[place] : nil }
        }
        return nil
    }
}
