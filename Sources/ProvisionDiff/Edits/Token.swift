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

    /// Its printed bytes.
    public let span: ByteSpan
    /// Equal for two tokens of one comparison that say the same, apart from form.
    package let key: UInt32
    /// What it is.
    public let kind: Kind
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
    /// The signs of all gaps, folded, without white space and without definitions.
    let signs: [Unicode.Scalar]
    /// A number made of the text's characters: two texts with one number are, but for chance, the same.
    let fingerprint: UInt64

    /// A gap between tokens.
    package struct Gap: Sendable, Hashable {
        /// Which of the text's signs stand in it.
        fileprivate(set) var firstSign: Int32 = 0
        fileprivate(set) var signCount: Int32 = 0
        /// True where a short form is defined in it.
        package var definesShortForm = false

        /// How strong a border it is: 0 inside of words, 1 white space, 2 comma, 3 semicolon or colon, 4 end of a
        /// sentence or of the text.
        package var border: Int8 = 0
    }

    /// The keys alone.
    package var keys: [UInt32] { tokens.map { $0.key } }

    /// The signs of the gap before a token, or of the one behind the last.
    func signs(before index: Int) -> ArraySlice<Unicode.Scalar> {
        let gap = gaps[index]
        return signs[Int(gap.firstSign)..<Int(gap.firstSign + gap.signCount)]
    }
}

extension TokenizedText {
    /// Collects tokens and what lies between them, in reading order.
    struct Builder {
        private var tokens: [Token] = []
        private var gaps: [Gap] = []
        private var signs: [Unicode.Scalar] = []
        private var gap = Gap()

        /// Makes room for so many tokens.
        init(capacity: Int) {
            tokens.reserveCapacity(capacity)
            gaps.reserveCapacity(capacity + 1)
        }

        /// Ends the gap with a token.
        mutating func append(_ token: Token) {
            gaps.append(gap)
            tokens.append(token)
            gap = Gap(firstSign: Int32(signs.count))
        }

        /// Adds a sign to the gap.
        mutating func append(_ sign: Unicode.Scalar, border: Int8) {
            signs.append(sign)
            gap.signCount += 1
            mark(border: border)
        }

        /// Makes the gap a border at least so strong.
        mutating func mark(border: Int8) { gap.border = max(gap.border, border) }

        /// Says that the gap defines a short form.
        mutating func markDefinition() { gap.definesShortForm = true }

        /// The text with its last gap.
        consuming func finished(_ pieces: [ByteSpan], fingerprint: UInt64) -> TokenizedText {
            gaps.append(gap)
            return TokenizedText(pieces: pieces, tokens: tokens, gaps: gaps, signs: signs, fingerprint: fingerprint)
        }
    }
}
