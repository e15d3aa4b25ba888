import ComparisonMatrix
import ProvisionDiff
import RegulationModel

/// An upper act beside the act that implements it, in words.
struct UpperActWords {
    let table: UpperActTable

    var upper: Regulation { table.upper.regulation }
    var lower: Regulation { table.lower.regulation }

    /// `连云港实施江苏 Lianyungang implementing Jiangsu`.
    var title: BilingualText {
        BilingualText(
            "\(table.lower.name.chinese)与上位法\(table.upper.name.chinese)对照",
            "\(table.lower.name.english) beside the act it implements, \(table.upper.name.english)")
    }

    /// How often the lower act does what.
    var counts: [Count] { Self.counts(of: [table]) }

    /// The counts as a sentence.
    var summary: BilingualText { Self.summary(of: [table]) }

    typealias Count = (kind: ImplementationKind, count: Int)

    private static func counts(of tables: [UpperActTable]) -> [Count] {
        ImplementationKind.allCases.map { kind in (kind, tables.reduce(0) { $0 + $1.count(kind) }) }
            .filter { $0.1 > 0 }
    }

    /// How often lower acts do what, as a sentence; of several it says that it is a sum.
    static func summary(of tables: [UpperActTable]) -> BilingualText {
        let counts = counts(of: tables)
        let isSum = tables.count > 1
        return BilingualText(
            (isSum ? "\(tables.count) 部下位法合计：" : "")
                + counts.map { "\($0.kind.label.chinese) \($0.count)" }.joined(separator: " · "),
            (isSum ? "\(tables.count) lower acts in all: " : "")
                + counts.map { "\($0.kind.label.english) \($0.count)" }.joined(separator: " · "))
    }

    /// What the lower act does in a row; where nothing can be said, why.
    func label(_ row: ImplementationRow) -> BilingualText {
        let kinds = row.kinds
        guard !kinds.isEmpty else { return BilingualText("部分对应", "answers in part") }
        return BilingualText(
            kinds.map(\.label.chinese).joined(separator: "、"), kinds.map(\.label.english).joined(separator: ", "))
    }

    /// A finding's words; nil where a whole article is repeated, added or left out.
    func demand(_ finding: ImplementationFinding) -> StatedDemand? {
        finding.difference.map { StatedDemand($0, base: upper, other: lower) }
    }

    /// The printed text of some provisions.
    func text(_ eIds: [EId], _ regulation: Regulation) -> String {
        eIds.compactMap { regulation.provision(at: $0) }.map(regulation.fullText).joined(separator: "\n")
    }

    /// Their citations in the language of the text.
    func cited(_ eIds: [EId], _ regulation: Regulation) -> String {
        eIds.map { GroupNames.cited($0, in: regulation) }.joined(separator: "、")
    }
}
