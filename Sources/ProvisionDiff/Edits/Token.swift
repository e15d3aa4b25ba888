import RegulationModel

/// One token of a text: a stretch of printed bytes that a difference never cuts.
public struct Token: Sendable, Hashable {
    /// What a token is.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// A single Chinese character.
        case ideograph
        /// A word in letters or digits.
        case word
        /// A number with its unit: 三千元, 十八周岁, 百分之三十, 30日, 2021年1月1日; `30`, `3,000`.
        case quantity
        /// 第十二条第二款; `Article 12`.
        case reference
        /// The name of an act in 《》.
        case title
        /// A name that a text shortens, in full or short, or what an act calls itself.
        case term
    }

    /// What it is.
    public let kind: Kind
    /// Its printed bytes.
    public let span: ByteSpan
    /// Equal for two tokens of one comparison that say the same, apart from form.
    package let key: UInt32
}

/// A text cut into tokens. What lies between two tokens (white space, punctuation, the definition of a short form) is a
/// gap: it is shown, and never a difference.
public struct TokenizedText: Sendable {
    /// The text's bytes, in reading order.
    public let pieces: [ByteSpan]
    /// Its tokens, in order.
    public let tokens: [Token]
    /// The gap before each token, then the one behind the last.
    package let gaps: [Gap]
    /// A number made of the text's characters: two texts with one number are, but for chance, the same.
    let fingerprint: UInt64

    /// A gap between tokens.
    package struct Gap: Sendable, Hashable {
        /// Its signs, folded, without white space and without definitions.
        package var signs: [Unicode.Scalar] = []
        /// True where a short form is defined in it.
        package var definesShortForm = false

        /// How strong a border it is: 0 inside of words, 1 white space, 2 comma, 3 semicolon or colon, 4 end of a
        /// sentence or of the text.
        package var border = 0
    }

    /// The keys alone.
    package var keys: [UInt32] { tokens.map(\.key) }
}
