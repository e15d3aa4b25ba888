import RegulationModel

/// Clauses that only tell under which condition the clause behind them holds, in Chinese: without 未经登记 a ban on keeping
/// what is not registered is a ban outright.
enum Conditions {
    /// Letters of the longest words that are quoted before an order.
    private static let longest = 60
    private static let most = 2
    private static let comma: Set<UInt32> = [0xFF0C, 0x2C]

    /// Where the conditions begin that stand right before the clause of a word; nil where none does.
    static func start(before word: Int, in text: NormText) -> Int? {
        guard text.language == .chinese else { return nil }
        var start = text.clause(around: word).lowerBound
        var found: Int?
        for _ in 0..<most {
            guard start > 1, comma.contains(text.scalars[start - 1]) else { return found }
            let clause = text.clause(around: start - 2)
            guard isCondition(clause, text), word - clause.lowerBound <= longest else { return found }
            start = clause.lowerBound
            found = start
        }
        return found
    }

    private static let openings: [Phrase] = ["未经", "非经", "除", "因", "在", "遇有", "未"]
    private static let notOpenings: [Phrase] = ["除法", "因地制宜", "在职", "未成年"]
    private static let endings: [Phrase] = [
        "的", "外", "时", "后", "之前", "期间", "情形下", "情况下", "条件下", "前提下", "以前", "日前", "之内", "日内", "月内",
    ]

    private static func isCondition(_ clause: Range<Int>, _ text: NormText) -> Bool {
        if endings.contains(where: { text.has($0, at: clause.upperBound - $0.scalars.count) }) { return true }
        // A clause with an order of its own is a rule and no condition.
        let orders = clause.contains { PlainWords.kind(of: text, at: $0) != nil }
        return !orders && openings.contains { text.has($0, at: clause.lowerBound) }
            && !notOpenings.contains { text.has($0, at: clause.lowerBound) }
    }
}
