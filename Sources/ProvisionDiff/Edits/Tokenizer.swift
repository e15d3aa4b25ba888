import RegulationModel

/// Cuts texts into tokens. Script decides, not the language of the document: Chinese characters stand alone unless they
/// belong together, letters and digits make words.
struct Tokenizer {
    private let lexis: Lexis

    init(_ lexis: Lexis) { self.lexis = lexis }

    /// Longest word kept whole.
    private static let longestWord = 64

    /// The tokens of a text; `keys` is shared by both texts of a comparison.
    func tokens(of pieces: [ByteSpan], in source: SourceText, _ keys: inout KeyTable) -> TokenizedText {
        let flow = FlowText(pieces, in: source)
        var tokens: [Token] = []
        tokens.reserveCapacity(flow.count)
        var gaps: [TokenizedText.Gap] = []
        var gap = TokenizedText.Gap(border: Self.end)
        var index = 0
        while index < flow.count {
            if flow.isApart[index] { gap.border = max(gap.border, 1) }
            if let end = ShortForms.definitionEnd(at: index, in: flow) {
                gap.definesShortForm = true
                index = end
                continue
            }
            let scalar = flow.scalars[index]
            let token = token(at: index, in: flow, &keys)
            guard let (kind, end, key) = token else {
                gap.signs.append(scalar)
                gap.border = max(gap.border, Self.border(scalar))
                index += 1
                continue
            }
            gaps.append(gap)
            gap = TokenizedText.Gap()
            tokens.append(Token(kind: kind, span: flow.span(index..<end), key: key))
            index = end
        }
        gap.border = Self.end
        return TokenizedText(pieces: pieces, tokens: tokens, gaps: gaps + [gap], fingerprint: flow.fingerprint)
    }

    /// The border at the end of a sentence or text.
    private static let end = 4

    /// How strong a border a sign is.
    private static func border(_ sign: Unicode.Scalar) -> Int {
        switch sign {
        case "。", "!", "?", ".": end
        case ";", ":": 3
        case ",", "、": 2
        default: 1
        }
    }

    private typealias Read = (kind: Token.Kind, end: Int, key: UInt32)

    private func token(at index: Int, in flow: FlowText, _ keys: inout KeyTable) -> Read? {
        let scalar = flow.scalars[index]
        if let end = TitleToken.end(at: index, in: flow) {
            let name = lexis.title(TitleToken.name(flow, (index + 1)..<(end - 1)))
            return (.title, end, keys.key(TitleToken.key(name)))
        }
        guard scalar.isWordCharacter else { return nil }
        if let term = lexis.term(at: index, in: flow) { return (.term, term.end, keys.key(term.key)) }
        let numbers = NumberTokens(flow: flow)
        if mayRefer(scalar), let found = numbers.reference(at: index, own: lexis.ownArticle) {
            return (.reference, found.end, keys.key("reference:" + found.key))
        }
        if ChineseNumeral.isNumeral(scalar), let found = numbers.quantity(at: index) {
            return (.quantity, found.end, keys.key("quantity:" + found.key))
        }
        guard scalar.isLetter else { return (.ideograph, index + 1, keys.key(scalar)) }
        let end = wordEnd(at: index, in: flow)
        return (.word, end, keys.key(flow.string(index..<end)))
    }

    /// A cheap look before a reference is read.
    private func mayRefer(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "第", "a", "p", "i", "s", "c": true
        default: false
        }
    }

    /// Letters and digits up to the next space or sign; an apostrophe between letters belongs to its word.
    private func wordEnd(at index: Int, in flow: FlowText) -> Int {
        var end = index + 1
        while end < flow.count, !flow.isApart[end], end - index < Self.longestWord {
            let isInner =
                flow.scalars[end] == "'" && end + 1 < flow.count && flow.scalars[end + 1].isLetter
                && !flow.isApart[end + 1]
            guard flow.scalars[end].isLetter || isInner else { break }
            end += 1
        }
        return end
    }
}
