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
        let numbers = NumberTokens(flow: flow)
        var builder = TokenizedText.Builder(capacity: flow.count)
        builder.mark(border: Self.end)
        var index = 0
        while index < flow.count {
            let scalar = flow.scalars[index]
            // A line of Chinese ends anywhere.
            let isWithinChinese = index > 0 && flow.kind(index) == .ideograph && flow.kind(index - 1) == .ideograph
            if flow.isApart(index), !isWithinChinese { builder.mark(border: 1) }
            if flow.kind(index) == .ideograph, !lexis.mayOpen(scalar) {
                builder.append(Token(span: flow.span(index..<(index + 1)), key: keys.key(scalar), kind: .ideograph))
                index += 1
            } else if let end = ShortForms.definitionEnd(at: index, in: flow) {
                builder.markDefinition()
                index = end
            } else if let (kind, end, key) = token(at: index, in: flow, numbers, &keys) {
                builder.append(Token(span: flow.span(index..<end), key: key, kind: kind))
                index = end
            } else {
                builder.append(scalar, border: Self.border(scalar))
                index += 1
            }
        }
        builder.mark(border: Self.end)
        return builder.finished(pieces, fingerprint: flow.fingerprint)
    }

    /// The border at the end of a sentence or text.
    private static let end: Int8 = 4

    /// How strong a border a sign is.
    private static func border(_ sign: Unicode.Scalar) -> Int8 {
        switch sign {
        case "。", "!", "?", ".": end
        case ";", ":": 3
        case ",", "、": 2
        default: 1
        }
    }

    private typealias Read = (kind: Token.Kind, end: Int, key: UInt32)

    private func token(
        at index: Int, in flow: FlowText, _ numbers: NumberTokens, _ keys: inout KeyTable
    ) -> Read? {
        let scalar = flow.scalars[index]
        if let end = TitleToken.end(at: index, in: flow) {
            let name = lexis.title(TitleToken.name(flow, (index + 1)..<(end - 1)))
            return (.title, end, keys.key(TitleToken.key(name)))
        }
        guard flow.kind(index) != .sign else { return nil }
        if let term = lexis.term(at: index, in: flow) { return (.term, term.end, keys.key(term.key)) }
        if mayRefer(scalar), let found = numbers.reference(at: index, own: lexis.ownArticle) {
            return (.reference, found.end, keys.key("reference:" + found.key))
        }
        if ChineseNumeral.isNumeral(scalar), let found = numbers.quantity(at: index) {
            return (.quantity, found.end, keys.key("quantity:" + found.key))
        }
        guard flow.kind(index) == .letter else { return (.ideograph, index + 1, keys.key(scalar)) }
        let end = wordEnd(at: index, in: flow)
        return (.word, end, keys.key(of: index..<end, in: flow))
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
        while end < flow.count, !flow.isApart(end), end - index < Self.longestWord {
            let isInner =
                flow.scalars[end] == "'" && end + 1 < flow.count && flow.kind(end + 1) == .letter
                && !flow.isApart(end + 1)
            guard flow.kind(end) == .letter || isInner else { break }
            end += 1
        }
        return end
    }
}
