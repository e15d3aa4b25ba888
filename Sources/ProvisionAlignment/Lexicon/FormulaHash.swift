/// The hash by which a formula, six ideographs with nothing between them, is known in the lexicon.
///
/// Of the code points c₁ … c₆ it is c₁·F⁶ + c₂·F⁵ + … + c₆·F modulo 2⁶⁴ with F = 0x9E3779B97F4A7C15, so that it rolls along
/// a text. A sequence is taken for one of 20,000 formulas by chance once in 10¹⁵.
package enum FormulaHash {
    /// How many ideographs a formula has.
    package static let length = 6
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What a character still counts in the hash when it leaves.
    private static let leaving = (0..<length).reduce(UInt64(1)) { power, _ in power &* factor }

    /// Goes through the sequences of a folded text in order, with the place of the first character of each. Characters
    /// other than the ideographs of `LexiconLayout` divide.
    package static func forEach(in text: [Unicode.Scalar], _ body: (_ start: Int, _ hash: UInt64) -> Void) {
        text.withUnsafeBufferPointer { forEach(in: $0, body) }
    }

    /// The same for characters that lie elsewhere.
    @inline(__always)
    static func forEach(
        in text: UnsafeBufferPointer<Unicode.Scalar>, _ body: (_ start: Int, _ hash: UInt64) -> Void
    ) {
        let leaving = leaving
        var hash: UInt64 = 0
        var count = 0
        for index in text.indices {
            let value = text[index].value
            guard value &- LexiconLayout.firstIdeograph < UInt32(LexiconLayout.ideographs) else {
                hash = 0
                count = 0
                continue
            }
            if count == length {
                hash &-= UInt64(text[index - length].value) &* leaving
            } else {
                count += 1
            }
            hash = (hash &+ UInt64(value)) &* factor
            if count == length { body(index - length + 1, hash) }
        }
    }
}
