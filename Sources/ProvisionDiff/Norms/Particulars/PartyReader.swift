import RegulationModel

/// Reads who approves, examines or is told: 报同级人民政府批准, `reported to … for the record`.
struct PartyReader {
    let text: NormText

    func read() -> [Particular] {
        let found = text.language == .chinese ? chinese() : english()
        var taken: [ByteSpan] = []
        return found.filter { item in
            guard !taken.contains(where: { $0.start < item.span.end && item.span.start < $0.end }) else { return false }
            taken.append(item.span)
            return true
        }
    }

    // MARK: Chinese

    private func chinese() -> [Particular] {
        PartyRules.chineseOpenings.flatMap(text.all).sorted { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }
            .compactMap { chinese(behind: $0.upperBound) }
    }

    /// The body between the opening and the first action, where it ends with the noun of a body.
    private func chinese(behind start: Int) -> Particular? {
        let clause = text.clause(around: start)
        let limit = min(clause.upperBound, start + PartyRules.longestChinese)
        guard start < limit else { return nil }
        let actions = PartyRules.all.flatMap { rule in
            rule.chinese.compactMap { action in text.first(action, in: start..<limit).map { (rule.kind, $0.lowerBound) }
            }
        }
        guard let (kind, end) = actions.min(by: { $0.1 < $1.1 }), let body = body(start..<end) else { return nil }
        return Particular(kind: kind, value: nil, span: text.span(body))
    }

    private func body(_ range: Range<Int>) -> Range<Int>? {
        let ends = ActorRules.chinese.flatMap(text.all).map(\.upperBound)
            .filter { $0 > range.lowerBound && $0 <= range.upperBound }
        guard let end = ends.max(), range.upperBound - end <= Self.mostBetween else { return nil }
        return range.lowerBound..<end
    }

    /// Characters between a body and its action: 统一, 依法, 同意后.
    private static let mostBetween = 4

    // MARK: English

    private func english() -> [Particular] {
        let sent = PartyRules.englishOpenings.flatMap(text.all).compactMap { english(behind: $0.upperBound) }
        let done = PartyRules.all.flatMap { rule in
            rule.englishAgent.flatMap(text.all).compactMap { place -> Particular? in
                body(from: place.upperBound).map { Particular(kind: rule.kind, value: nil, span: text.span($0)) }
            }
        }
        return sent + done
    }

    private func english(behind start: Int) -> Particular? {
        let limit = min(text.count, start + PartyRules.longestEnglish)
        guard start < limit else { return nil }
        let purposes = PartyRules.all.flatMap { rule in
            rule.english.compactMap { purpose in
                text.first(purpose, in: start..<limit).map { (rule.kind, $0.lowerBound) }
            }
        }
        guard let (kind, end) = purposes.min(by: { ($0.1, $0.0.rawValue) < ($1.1, $1.0.rawValue) }),
            let range = trimmed(start..<end),
            ActorRules.english.contains(where: { text.contains($0, in: range) })
        else { return nil }
        return Particular(kind: kind, value: nil, span: text.span(range))
    }

    /// A body's name from `start` on, up to the next words that cannot belong to it.
    private func body(from start: Int) -> Range<Int>? {
        guard start < text.count else { return nil }
        let clause = text.clause(around: start + 1)
        let stops: [Phrase] = [
            " in accordance", " according", " within", " before", " after", " may", " shall", " for ", " to ",
            " and implemented",
            " under", " is ", " are ", " and then", ".",
        ]
        let limit = min(max(clause.upperBound, listEnd(clause.upperBound)), text.count)
        let end = stops.compactMap { text.first(Phrase($0.textual), in: start..<limit)?.lowerBound }.min() ?? limit
        guard let range = trimmed(start..<end), ActorRules.english.contains(where: { text.contains($0, in: range) })
        else { return nil }
        return range
    }

    /// `the finance, human resources and social security departments`: commas inside a name, where a noun of bodies closes.
    private func listEnd(_ clauseEnd: Int) -> Int {
        let near = clauseEnd..<min(text.count, clauseEnd + 80)
        guard !near.isEmpty, text.scalars[clauseEnd] == 0x2C,
            let noun = (["departments", "organs", "authorities"] as [Phrase]).compactMap({ text.first($0, in: near) })
                .min(by: { $0.lowerBound < $1.lowerBound }),
            !text.contains("shall", in: clauseEnd..<noun.lowerBound),
            text.contains("and", in: clauseEnd..<noun.lowerBound)
        else { return clauseEnd }
        return text.clause(around: noun.upperBound - 1).upperBound
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, text.scalars[start] == 0x20 { start += 1 }
        let the: Phrase = "the "
        if text.has(the.scalars, at: start) { start += the.scalars.count }
        while end > start, [0x20, 0x2C].contains(text.scalars[end - 1]) { end -= 1 }
        return start < end ? start..<end : nil
    }
}
