import ProvisionDiff
import RegulationModel

/// Questions on ages, sums, periods and other quantities of an act.
struct ValueCards {
    let act: ActMaterial

    private static let longest = (chinese: 140, english: 330)

    func cards() -> [StudyCard] {
        act.rules.flatMap { rule -> [StudyCard] in
            guard !rule.isDamaged || !rule.items.isEmpty else { return [] }
            let lead = rule.norm.quantities.compactMap { card(rule, item: nil, $0) }
            return Array(lead.prefix(2)) + rule.items.flatMap { items(rule, $0) }
        }
    }

    /// Quantities of an item are read from the item itself.
    private func items(_ rule: StudyRule, _ item: StudyItem) -> [StudyCard] {
        guard !act.isDamaged(item.quote.spans) else { return [] }
        return act.norms(at: item.quote.provision).filter { $0.provision == item.quote.provision }
            .flatMap(\.quantities).prefix(2).compactMap { card(rule, item: item.quote, $0) }
    }

    private func card(_ rule: StudyRule, item: StudyQuote?, _ quantity: Quantity) -> StudyCard? {
        let holder = item ?? rule.lead
        let text = act.text(holder.spans)
        let longest = act.regulation.language == .chinese ? Self.longest.chinese : Self.longest.english
        guard text.count <= longest, isAsked(quantity), holder.spans.contains(where: { $0.contains(quantity.span) }),
            !act.isDamaged([quantity.span]), !act.isDamaged(rule.lead.spans), isFree(quantity.span, in: holder)
        else { return nil }
        let gap = StudyCard.Gap(sentence: rule.lead, item: item, hidden: quantity.span, asked: .quantity)
        let printed = act.text([quantity.span])
        let article = Folding.fold(act.fullText(ofArticle: holder.provision)).text
        let wrong = NumberVariants.variants(of: printed, language: act.regulation.language)
            .filter { !article.contains(Folding.fold($0).text) }
        let name = "quantity-\(quantity.span.start)"
        let proof = item.map { [rule.lead, $0] } ?? [rule.lead]
        guard wrong.count >= 3 else {
            return act.card(.cloze, rule, name, .gap(gap), options: [], proof: proof)
        }
        let quote = StudyQuote(witness: act.witness.id, provision: holder.provision, spans: [quantity.span])
        let options =
            [StudyCard.Option(content: .quote(quote), isRight: true)]
            + wrong.prefix(3).map { StudyCard.Option(content: .made($0), isRight: false) }
        return act.card(.singleChoice, rule, name, .gap(gap), options: options, proof: proof)
    }

    /// The words stand once, so that the rest does not give them away.
    private func isFree(_ span: ByteSpan, in quote: StudyQuote) -> Bool {
        let word = Folding.fold(act.text([span])).text
        let rest = quote.spans.flatMap {
            [ByteSpan($0.start, min($0.end, span.start)), ByteSpan(max($0.start, span.end), $0.end)]
        }
        return !word.isEmpty && !Folding.fold(act.text(rest)).text.contains(word)
    }

    /// Counts of things in passing, levels and names are no knowledge worth a question; comparisons have no number.
    private func isAsked(_ quantity: Quantity) -> Bool {
        guard quantity.value != .unknown else { return false }
        switch quantity.kind {
        case .age, .money, .multiple, .percentage, .period, .education, .area, .weight, .volume, .length: return true
        case .fraction, .date, .points, .level, .times, .people, .count, .comparison: return quantity.bound != .exactly
        }
    }
}

/// Other numbers in the place of a printed one, written in the same way.
enum NumberVariants {
    /// Up to four, none of them the printed one; none where the words hold no number, or several.
    static func variants(of printed: String, language: Language) -> [String] {
        let scalars = Array(printed.unicodeScalars)
        let folded = Folding.fold(printed).scalars
        guard folded.count == scalars.count else { return english(printed) }
        var runs: [Range<Int>] = []
        for index in folded.indices where ChineseNumeral.isNumeral(folded[index]) || isComma(folded, index) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        guard runs.count == 1, let run = runs.first else { return language == .english ? english(printed) : [] }
        let digits = folded[run].filter { $0 != "," }
        let isWestern = digits.allSatisfy { $0.properties.numericType == .decimal }
        guard let value = ChineseNumeral.value(of: digits[...]), value > 0,
            isWestern || !digits.contains(where: isDigit)
        else { return [] }
        return others(than: value).map { other in
            let number = isWestern ? String(other) : ChineseNumeral.text(other)
            return string(scalars[..<run.lowerBound]) + number + string(scalars[run.upperBound...])
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isComma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        scalars[index] == "," && index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1])
            && isDigit(scalars[index + 1])
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Numbers that a reader could take for it: near ones, and halves and doubles of round ones.
    static func others(than value: Int) -> [Int] {
        let candidates: [Int]
        switch value {
        case ..<4: candidates = [value + 1, value + 2, value + 3, value + 4]
        case ..<12: candidates = [value - 2, value + 2, value + 5, value - 1]
        case _ where value % 100 == 0: candidates = [value / 2, value * 2, value * 5, value * 3]
        case _ where value % 5 == 0 && value >= 15: candidates = [value - 5, value + 5, value + 10, value - 10]
        default: candidates = [value - 2, value + 2, value + 4, value - 3]
        }
        return candidates.filter { $0 > 0 && $0 != value }
    }

    private static let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// `five times` → `three times`, `seven times`.
    private static func english(_ printed: String) -> [String] {
        let pieces = printed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let places = pieces.indices.filter { words.contains(pieces[$0].lowercased()) }
        guard places.count == 1, let place = places.first,
            let value = words.firstIndex(of: pieces[place].lowercased()), !printed.contains(where: \.isNumber)
        else { return [] }
        return others(than: value + 1).filter { $0 <= words.count }.map { other in
            var changed = pieces
            changed[place] = words[other - 1]
            return changed.joined(separator: " ")
        }
    }
}
