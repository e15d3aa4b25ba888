import ComparisonMatrix
import RegulationModel

/// Questions and answers in words, each in the language of the act it is about.
struct CardWords {
    let guide: StudyGuide
    let card: StudyCard

    /// The language of the act.
    var language: Language { guide.column(card.witness)?.regulation.language ?? .english }

    private var isChinese: Bool { language == .chinese }

    /// What stands for the words left out; the signs are those of printed tests.
    static let gap = "＿＿＿＿"
    static let westernGap = "______"

    private var gapSign: String { isChinese ? Self.gap : Self.westernGap }

    /// Name of the act asked about.
    var name: String { guide.name(of: card.witness).text(language) }

    /// The question without its options.
    var question: String {
        switch card.task {
        case .listed(let lead):
            let ask = isChinese ? "该处列有下列哪一项？" : "Which of these does the list name?"
            return "\(head(lead)) \(quoted(lead))\n\(ask)"
        case .belongs(let item, let lead):
            let ask = isChinese ? "该处是否列有：" : "Does the list name this: "
            return "\(head(lead)) \(quoted(lead))\n\(ask)\(quoted(item))\(isChinese ? "？" : "?")"
        case .gap(let gap): return gapQuestion(gap)
        case .said(let gap, let words):
            let ask = isChinese ? "是否这样规定：" : "Does it say this: "
            return "\(head(gap.sentence))\n\(ask)\(sentence(gap, with: words))"
        case .shared(let item, let other, let answering): return shared(item, other, answering)
        case .valued(let attribute, let matter):
            return isChinese
                ? "\(name)：在“\(matter.chinese)”上，\(attribute.label.chinese)是哪一个？"
                : "\(name): on “\(matter.english)”, which is the \(attribute.label.english)?"
        }
    }

    private func shared(_ item: StudyQuote, _ other: String, _ answering: [EId]) -> String {
        let provisions = answering.map { guide.citation(of: StudyQuote(witness: other, provision: $0, spans: [])) }
        let (zh, en) = (guide.name(of: other).chinese, guide.name(of: other).english)
        return isChinese
            ? "\(head(item)) \(quoted(item))\n\(zh)的对应条文（\(provisions.map(\.chinese).joined(separator: "、"))）是否也列有此项？"
            : "\(head(item)) \(quoted(item))\nDoes the provision of \(en) that answers it "
                + "(\(provisions.map(\.english).joined(separator: "; "))) name this too?"
    }

    private func gapQuestion(_ gap: StudyCard.Gap) -> String {
        let ask: String
        switch (gap.asked, isChinese) {
        case (.duty, true): ask = "空格处是应当、可以还是不得？"
        case (.actor, true): ask = "空格处是谁？"
        case (.decider, true): ask = "由谁？"
        case (.control, true): ask = "在谁的何种控制之下？"
        case (.quantity, true): ask = "空格处是什么？"
        case (.sanction, true): ask = "后果是什么？"
        case (.duty, false): ask = "Which word stands in the gap?"
        case (.actor, false): ask = "Who?"
        case (.decider, false): ask = "By whom?"
        case (.control, false): ask = "Under what control?"
        case (.quantity, false): ask = "What stands in the gap?"
        case (.sanction, false): ask = "With what result?"
        }
        return "\(head(gap.item ?? gap.sentence))\n\(sentence(gap, with: gapSign))\n\(ask)"
    }

    /// `连云港，第九条：`
    private func head(_ quote: StudyQuote) -> String {
        let citation = guide.citation(of: quote).text(language)
        return isChinese ? "\(name)，\(citation)：" : "\(name), \(citation):"
    }

    /// Words in quotation marks, as printed but for the mark that parts an item from the next.
    func quoted(_ quote: StudyQuote) -> String { "“\(trimmed(guide.text(of: quote), quote))”" }

    /// A lead-in keeps its colon; an item loses the sign behind it.
    private func trimmed(_ text: String, _ quote: StudyQuote) -> String { Self.withoutEnd(text) }

    static func withoutEnd(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, "；;，,。. ".unicodeScalars.contains(last) { scalars.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The sentence with other words in the place of those left out; an item of its list below it.
    private func sentence(_ gap: StudyCard.Gap, with words: String) -> String {
        let lead = replaced(gap.sentence, gap.hidden, words)
        guard let item = gap.item else { return lead }
        return "\(lead)\n…… \(replaced(item, gap.hidden, words))"
    }

    private func replaced(_ quote: StudyQuote, _ hidden: ByteSpan, _ words: String) -> String {
        guard let source = guide.column(quote.witness)?.regulation.source,
            quote.spans.contains(where: { $0.contains(hidden) })
        else { return guide.text(of: quote) }
        let before = quote.spans.filter { $0.start < hidden.start }.map {
            ByteSpan($0.start, min($0.end, hidden.start))
        }
        let after = quote.spans.filter { $0.end > hidden.end }.map { ByteSpan(max($0.start, hidden.end), $0.end) }
        let (head, tail) = (source.flowed(before), source.flowed(after))
        guard !isChinese else { return head + words + tail }
        let glue = tail.unicodeScalars.first.map { ",.;:)".unicodeScalars.contains($0) } ?? true
        return (head.isEmpty ? "" : head + " ") + words + (glue ? "" : " ") + tail
    }

    // MARK: Answers

    /// The options in order.
    var options: [String] { card.options.map(text) }

    private func text(_ option: StudyCard.Option) -> String {
        switch option.content {
        case .quote(let quote): return Self.withoutEnd(guide.text(of: quote))
        case .made(let words): return Self.withoutEnd(words)
        case .truth(let isTrue): return isTrue ? (isChinese ? "是" : "Yes") : (isChinese ? "否" : "No")
        }
    }

    /// Letter of the right option; nil for a gap to fill.
    var letter: String? { card.options.firstIndex(where: \.isRight).map(Self.letter) }

    static func letter(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index % 26))) }

    /// The right answer in words.
    var answer: String {
        if let right = card.options.first(where: \.isRight) { return text(right) }
        guard case .gap(let gap) = card.task, let source = guide.column(card.witness)?.regulation.source else {
            return ""
        }
        return source.flowed([gap.hidden])
    }

    /// What proves it: name, citation and words of each quotation.
    var proof: [(name: BilingualText, citation: BilingualText, words: String, quote: StudyQuote)] {
        card.proof.map { quote in
            (guide.name(of: quote.witness), guide.citation(of: quote), guide.text(of: quote), quote)
        }
    }

    /// Proof in lines: `连云港第九条第四项：“……”`, `Jiangsu, Article 20 (machine translation): “……”`.
    var proofLines: [String] {
        proof.map { proof in
            let (name, citation) = (proof.name.text(language), proof.citation.text(language))
            let origin = origin(of: proof.quote).map { isChinese ? "（\($0)）" : " (\($0))" } ?? ""
            return isChinese
                ? "\(name)\(citation)\(origin)：“\(proof.words)”" : "\(name), \(citation)\(origin): “\(proof.words)”"
        }
    }

    /// That a quotation is a translation, in the language of the card: a card is learned without the page around it. Nil
    /// of an original.
    func origin(of quote: StudyQuote) -> String? {
        switch guide.column(quote.witness)?.translation {
        case .machine: BilingualText("机器翻译", "machine translation").text(language)
        case .official: BilingualText("官方译本", "official translation").text(language)
        case .original, nil: nil
        }
    }
}
