import RegulationModel

/// Reads under whom and within what something is done: 在……的指挥或者带领下, 在……范围内.
struct ConditionReader {
    let text: NormText

    func read() -> [Condition] {
        (controls() + scopes()).sorted { $0.span < $1.span }
    }

    private func controls() -> [Condition] {
        switch text.language {
        case .chinese:
            text.all(ConditionRules.chineseOpening).compactMap { opening in
                let limit = min(text.count, opening.upperBound + ConditionRules.longestControl)
                guard let end = text.first(ConditionRules.chineseClosing, in: opening.upperBound..<limit)?.upperBound
                else {
                    return nil
                }
                return condition(opening.lowerBound..<end)
            }
        case .english:
            text.all(ConditionRules.englishOpening).compactMap { opening in
                let limit = min(text.count, opening.upperBound + ConditionRules.longestEnglishControl)
                let words = ConditionRules.all.flatMap(\.english)
                let ends = words.flatMap { text.all($0) }.map(\.upperBound)
                    .filter { $0 > opening.upperBound && $0 <= limit && !text.clause(around: $0).isEmpty }
                guard let last = ends.filter({ isNear(opening.upperBound, $0) }).max() else { return nil }
                return condition(opening.lowerBound..<last)
            }
        }
    }

    /// Words of control stand together: `the command or leadership`, `the management, command and supervision`.
    private func isNear(_ start: Int, _ end: Int) -> Bool {
        text.string(start..<end).split(whereSeparator: { $0 == " " || $0 == "," }).count <= 5
    }

    private func condition(_ range: Range<Int>) -> Condition? {
        let kinds = ConditionRules.all.filter { rule in
            (text.language == .chinese ? rule.chinese : rule.english).contains { text.contains($0, in: range) }
        }.map(\.kind)
        return kinds.isEmpty ? nil : Condition(kinds: Set(kinds), span: text.span(range))
    }

    private func scopes() -> [Condition] {
        let phrases = text.language == .chinese ? ConditionRules.chineseScopes : ConditionRules.englishScopes
        return phrases.flatMap(text.all).map { place in
            let clause = text.clause(around: place.lowerBound)
            let range =
                text.language == .chinese
                ? (chineseStart(place.lowerBound, clause.lowerBound)..<place.upperBound)
                : place.lowerBound..<clause.upperBound
            return Condition(kinds: [.scope], span: text.span(range))
        }
    }

    private func chineseStart(_ end: Int, _ least: Int) -> Int {
        var start = end
        while start > least, !ConditionRules.chineseOpening.scalars.contains(text.scalars[start]) { start -= 1 }
        return start
    }
}
