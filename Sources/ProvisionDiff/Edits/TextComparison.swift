import RegulationModel

/// Two texts of one language, token by token.
public struct TextComparison: Sendable {
    /// The base, cut into tokens.
    public let base: TokenizedText
    /// The other text, cut into tokens.
    public let other: TokenizedText
    /// What makes the one of the other.
    public let script: EditScript

    /// Takes a script for two texts.
    package init(base: TokenizedText, other: TokenizedText, script: EditScript) {
        self.base = base
        self.other = other
        self.script = script
    }

    /// True where the two say the same, apart from form.
    public var isEqual: Bool { script.hunks.isEmpty }

    /// The comparison seen from the other side.
    public var mirrored: TextComparison { TextComparison(base: other, other: base, script: script.mirrored) }

    /// Compares two texts of one language that belong to no act: nothing in them is a short form of the other's names.
    ///
    /// - Parameters:
    ///   - base: the base.
    ///   - other: the text it is compared with.
    public static func compare(_ base: SourceText, _ other: SourceText) -> TextComparison {
        var keys = KeyTable()
        let tokenizer = Tokenizer(.plain)
        return compare(
            tokenizer.tokens(of: [base.span], in: base, &keys), tokenizer.tokens(of: [other.span], in: other, &keys),
            Cohesion())
    }

    /// Compares two texts. They are compared in an order of their own (that of their
    /// lengths and characters), so that exchanging them
    /// mirrors the script.
    static func compare(_ base: TokenizedText, _ other: TokenizedText, _ cohesion: Cohesion) -> TextComparison {
        guard !isLater(base, other) else { return compare(other, base, cohesion).mirrored }
        let found = CommonRuns.find(base.keys, other.keys)
        // Nothing to make readable where all is alike.
        if base.tokens.count == other.tokens.count, found.first?.count ?? 0 == base.tokens.count {
            return TextComparison(base: base, other: other, script: EditScript(hunks: []))
        }
        let runs = ReadableScript(base: base, other: other, cohesion: cohesion).runs(found)
        return TextComparison(
            base: base, other: other,
            script: EditScript(keeping: runs, base: base.tokens.count, other: other.tokens.count))
    }

    /// An order of texts that does not depend on which is the base. Texts that are alike in it but not the same would be
    /// compared in the order they come in; among all articles there is none.
    private static func isLater(_ base: TokenizedText, _ other: TokenizedText) -> Bool {
        (base.tokens.count, base.fingerprint) > (other.tokens.count, other.fingerprint)
    }
}
