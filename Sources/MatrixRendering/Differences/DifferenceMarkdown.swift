import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What differs between two texts in GitHub-flavoured Markdown: tables with both texts side by side, or a list with both
/// in one.
///
/// Words are marked with `<del>` and `<ins>`: the signs `~~` and `**` mark nothing where they stand between an ideograph
/// and a punctuation mark (CommonMark 0.31 §6.2), which is where changes of Chinese texts begin and end.
struct DifferenceMarkdown {
    let differences: ActDifferences
    let layout: DifferenceLayout

    private var base: Regulation { differences.base.regulation }
    private var other: Regulation { differences.other.regulation }

    var text: String {
        let shown = layout.showsChangesOnly ? differences.changesOnly : differences
        let groups = shown.groups.map { group in
            layout.view == .inline ? list(group) : table(group)
        }
        let blocks =
            [head] + groups + [only(shown.onlyBase, isBase: true), only(shown.onlyOther, isBase: false), note]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var head: [String] {
        let names = [differences.base, differences.other]
        let summary = DifferenceSummary(differences: differences).sentence
        var lines = [
            "# " + MarkdownText.inline(DifferencePage.title(differences)), "", MarkdownText.inline(summary.chinese), "",
            MarkdownText.inline(summary.english), "",
        ]
        if let demands = DifferenceSummary(differences: differences).demands {
            lines += [MarkdownText.inline(demands.chinese), "", MarkdownText.inline(demands.english), ""]
        }
        lines += names.map { witness in
            "- **\(MarkdownText.inline(witness.name))** \(MarkdownText.inline(witness.regulation.title))"
        }
        guard differences.comparesWords else { return lines }
        return lines + ["", "<del>仅见于基准 only in the base</del> <ins>仅见于对照 only in the other text</ins>"]
    }

    private func heading(_ group: ComparedProvisions) -> [String] {
        let names = GroupNames(group: group, base: base, other: other)
        let kind = group.label(comparesWords: differences.comparesWords)
        let facts = MarkdownText.inline(kind) + " · " + MarkdownText.inline(group.certainty)
        let head = ["## \(MarkdownText.inline(names.inBase)) ↔ \(MarkdownText.inline(names.inOther))", "", facts, ""]
        let demands = group.demands(base: base, other: other).map(item)
        return demands.isEmpty ? head : head + demands + [""]
    }

    private func item(_ demand: StatedDemand) -> String {
        let doubt = demand.isDoubtful ? "存疑 doubtful: " : ""
        let (kind, reason) = demand.heading
        let title =
            kind.map { "**\(MarkdownText.inline($0))** \(MarkdownText.inline(reason))" }
            ?? "**\(MarkdownText.inline(reason))**"
        return "- \(demand.isDoubtful ? "?" : "≠") \(doubt)\(title): \(MarkdownText.inline(demand.sides))"
            + (demand.nearest.map { " · → 最近似 nearest: \(MarkdownText.inline($0.line))" } ?? "")
    }

    // MARK: Side by side

    private func table(_ group: ComparedProvisions) -> [String] {
        guard !group.comparison.rows.isEmpty else { return Array(heading(group).dropLast()) }
        let header = ["", MarkdownText.inline(differences.base.name), MarkdownText.inline(differences.other.name)]
        let rows = group.comparison.rows.map { row in
            let text = MarkedText(row, base: base, other: other)
            return [
                MarkdownText.inline(row.label) + places(row), cell(text.baseMark, text.inBase),
                cell(text.otherMark, text.inOther),
            ]
        }
        return heading(group) + MarkdownText.table(header, rows)
    }

    private func cell(_ mark: String?, _ runs: [MarkedRun]?) -> String {
        guard let runs else { return "—" }
        return MarkdownText.inline(mark ?? "") + (mark.map { MarkedText.spaced($0) == $0 ? "" : " " } ?? "")
            + Self.marked(runs)
    }

    private func places(_ row: ComparisonRow) -> String {
        guard !row.elsewhere.isEmpty else { return "" }
        let regulation = row.base == nil ? base : other
        let cited = row.elsewhere.map { MarkdownText.inline(GroupNames.cited($0, in: regulation)) }
        return " → " + cited.joined(separator: ", ")
    }

    /// Words with `<del>` and `<ins>` around what differs.
    static func marked(_ runs: [MarkedRun]) -> String {
        runs.map { run in
            let text = MarkdownText.inline(run.text)
            return switch run.kind {
            case .equal: run.gap + text
            case .removed: "\(run.gap)<del>\(text)</del>"
            case .added: "\(run.gap)<ins>\(text)</ins>"
            }
        }.joined()
    }

    // MARK: List

    /// Its sign is another than that of the demands above it, or both would be one list.
    private func list(_ group: ComparedProvisions) -> [String] {
        let rows = group.comparison.rows.map { row in
            let text = MarkedText(row, base: base, other: other)
            let mark = text.markInOne.map(MarkedText.spaced) ?? ""
            return "* **\(MarkdownText.inline(row.label))**\(places(row)) \(MarkdownText.inline(mark))"
                + Self.marked(differences.comparesWords ? text.inOne : apart(text))
        }
        return rows.isEmpty ? Array(heading(group).dropLast()) : heading(group) + rows
    }

    /// Two languages: the one text, then the other.
    private func apart(_ text: MarkedText) -> [MarkedRun] {
        guard let one = text.inBase, let two = text.inOther else { return (text.inBase ?? []) + (text.inOther ?? []) }
        return one + [MarkedRun(.equal, " ↔ ")].compactMap(\.self) + two
    }

    // MARK: Without an answer

    private func only(_ eIds: [EId], isBase: Bool) -> [String] {
        guard !eIds.isEmpty else { return [] }
        let title = DifferenceSummary.only(in: differences, isBase: isBase)
        let regulation = isBase ? base : other
        let head = ["## " + MarkdownText.inline(title), ""]
        guard !DifferenceSummary.onlyNames(in: differences, isBase: isBase) else {
            let names = eIds.map { MarkdownText.inline(GroupNames.cited($0, in: regulation)) }
            return head + [names.joined(separator: ", ")]
        }
        return head
            + eIds.map { eId in
                let text = regulation.provision(at: eId).map(regulation.fullText) ?? ""
                let name = MarkdownText.inline(GroupNames.cited(eId, in: regulation))
                let near = DifferenceSummary.nearest(to: eId, in: differences, isBase: isBase)
                return "- **\(name)** \(MarkdownText.inline(text))"
                    + (near.map { " → " + MarkdownText.inline($0) } ?? "")
            }
    }

    private var note: [String] {
        guard let sentence = differences.notItemised.sentence else { return [] }
        return [MarkdownText.inline(sentence.chinese), "", MarkdownText.inline(sentence.english)]
    }
}
