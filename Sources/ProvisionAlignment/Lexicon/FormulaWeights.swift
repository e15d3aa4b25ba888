/// Phrases that statutes say again and again, 有下列情形之一的 and the like, are no evidence that two provisions answer each
/// other; what their characters count is known from how many articles have the phrase.
extension BilingualLexicon {
    /// What a character counts in the commonest formula.
    private static let leastWeight: Float = 0.1

    /// What a character counts by the rarity of its formula in 255ths.
    private static let weights: [Float] = (0...255).map { byte in
        let share = Float(byte) / 255
        return max(leastWeight, share * share)
    }

    /// What each character of a folded text counts: 1, or where formulas cover it the rarity of the commonest of them,
    /// squared, but at least 0.1.
    package func weights(ofCharactersIn text: [Unicode.Scalar]) -> [Float] {
        var rarities: [UInt8] = []
        text.withUnsafeBufferPointer { findFormulas(in: $0, &rarities) }
        return rarities.map(Self.weight(ofFormula:))
    }

    /// What a character counts in a formula of a rarity in 255ths.
    @inline(__always)
    static func weight(ofFormula rarity: UInt8) -> Float { weights[Int(rarity)] }

    /// Finds for each character of a folded text the rarity of the commonest formula that covers it, in 255ths; 255
    /// where there is none.
    func findFormulas(in text: UnsafeBufferPointer<Unicode.Scalar>, _ rarities: inout [UInt8]) {
        // Nothing is as rare as 255, the byte of 1.
        rarities.removeAll(keepingCapacity: true)
        for _ in text.indices { rarities.append(255) }
        rarities.withUnsafeMutableBufferPointer { rarities in
            FormulaHash.forEach(in: text) { start, hash in
                guard let found = rarity(ofFormula: hash) else { return }
                for place in start..<start + FormulaHash.length where found < rarities[place] {
                    rarities[place] = found
                }
            }
        }
    }

    /// The rarity of the formula of a hash in 255ths; nil where it is none.
    func rarity(ofFormula hash: UInt64) -> UInt8? {
        let hashes = bytes.formulaHashes
        for place in bytes.formulaStarts.range(LexiconLayout.formulaBucket(hash), limit: bytes.formulaRarity.count) {
            let other = hashes[place]
            if other >= hash { return other == hash ? bytes.formulaRarity[place] : nil }
        }
        return nil
    }
}
