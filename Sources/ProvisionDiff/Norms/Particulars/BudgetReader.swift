import RegulationModel

/// Reads which budget pays, limits given by a quota, and shares without a number.
struct BudgetReader {
    let text: NormText

    func read() -> [Particular] { budgets() + limits() + shares() }

    private var isChinese: Bool { text.language == .chinese }

    private func budgets() -> [Particular] {
        let openings = isChinese ? BudgetRules.chineseOpenings : BudgetRules.englishOpenings
        let reach = isChinese ? BudgetRules.longestChinese : BudgetRules.longestEnglish
        let budgets = isChinese ? [BudgetRules.chineseBudget] : BudgetRules.englishBudgets
        var ends: Set<Int> = []
        return openings.flatMap(text.all).sorted { $0.lowerBound > $1.lowerBound }.compactMap { opening in
            let limit = min(text.count, opening.upperBound + reach)
            guard opening.upperBound < limit,
                let budget = budgets.compactMap({ text.first($0, in: opening.upperBound..<limit) })
                    .min(by: { $0.lowerBound < $1.lowerBound }),
                isMoney(opening.upperBound..<budget.lowerBound), ends.insert(budget.upperBound).inserted
            else { return nil }
            return funding(opening.lowerBound, budget.upperBound)
        }
    }

    /// No other sentence or list lies between, and in English the words are “in the … budget”.
    private func isMoney(_ between: Range<Int>) -> Bool {
        if isChinese { return !between.contains { text.isClauseEnd($0) } }
        return !between.contains { [0x3B, 0x2E].contains(text.scalars[$0]) }
            && ["in", "into", "under", "by"].contains { (word: Phrase) in text.contains(word, in: between) }
    }

    private func funding(_ start: Int, _ end: Int) -> Particular {
        var clause = text.clause(around: end - 1).upperBound
        if clause <= end { clause = text.count }
        var last = max(end, clause)
        while last > end, [0x2E, 0x20].contains(text.scalars[last - 1]) { last -= 1 }
        let tail = start..<last
        let level = BudgetRules.sameLevel.contains { text.contains($0, in: tail) } ? " same-level" : ""
        let full = BudgetRules.full.contains { text.contains($0, in: tail) } ? " full" : ""
        return Particular(kind: .funding, value: "budget" + level + full, span: text.span(tail))
    }

    private func limits() -> [Particular] {
        if isChinese {
            return BudgetRules.chineseLimits.flatMap(text.all).map { place in
                let clause = text.clause(around: place.lowerBound)
                let opening = text.all("在").last {
                    $0.lowerBound >= clause.lowerBound && $0.upperBound <= place.lowerBound
                }
                let range = (opening?.lowerBound ?? place.lowerBound)..<place.upperBound
                return Particular(kind: .limit, value: "<= quota", span: text.span(range))
            }.reduce(into: []) { result, item in
                if !result.contains(where: { $0.span.start == item.span.start }) { result.append(item) }
            }
        }
        return text.all("within the").compactMap { place in
            let limit = min(text.clause(around: place.upperBound).upperBound, place.upperBound + 60)
            guard place.upperBound < limit,
                let quota = BudgetRules.englishLimits.compactMap({ text.first($0, in: place.upperBound..<limit) })
                    .min(by: { $0.lowerBound < $1.lowerBound })
            else { return nil }
            return Particular(kind: .limit, value: "<= quota", span: text.span(place.lowerBound..<quota.upperBound))
        }
    }

    private func shares() -> [Particular] {
        (isChinese ? BudgetRules.chineseShares : BudgetRules.englishShares).flatMap(text.all).map {
            Particular(kind: .share, value: "part-or-all", span: text.span($0))
        }
    }
}
