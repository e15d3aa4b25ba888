import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// What differs between two texts, for a terminal.
struct DifferenceTerminal {
    let differences: ActDifferences
    let layout: DifferenceLayout

    /// Narrower terminals show the texts as one: a column of less than 25 ideographs reads badly.
    private static let leastForColumns = 110
    /// Texts are not set wider than this: long lines lose the eye.
    private static let widest = 200
    private static let narrowest = 40
    private static let divider = " │ "

    private var base: Regulation { differences.base.regulation }
    private var other: Regulation { differences.other.regulation }
    private var width: Int { min(max(layout.width, Self.narrowest), Self.widest) }
    private var isInColumns: Bool { (layout.view ?? (width >= Self.leastForColumns ? .columns : .inline)) == .columns }
    /// Columns of one of two texts, without the sign and the space before it.
    private var column: Int { (width - 2 - TerminalText.width(Self.divider)) / 2 }

    var text: String {
        let shown = layout.showsChangesOnly ? differences.changesOnly : differences
        var lines = head
        for group in shown.groups { lines += [""] + self.lines(of: group) }
        lines += only(shown.onlyBase, isBase: true) + only(shown.onlyOther, isBase: false)
        if let note = differences.notItemised.sentence { lines += [""] + wrapped(said(note)) }
        return lines.map { $0.trimmingTrailingSpaces + "\n" }.joined()
    }

    // MARK: Head

    private var head: [String] {
        let names = [differences.base, differences.other].map { witness -> String in
            // A file is called as its act, with a date behind it.
            guard let title = witness.regulation.title.nonBlank, !witness.id.hasPrefix(title) else { return witness.id }
            return "\(title) (\(witness.id))"
        }
        let title = wrapped("\(names[0]) ↔ \(names[1])").map(bold)
        let key =
            differences.comparesWords
            ? BilingualText(
                "[-删去-] {+增加+}  = 相同  ~ 改动  > 移位  - 删去  + 增加  ≠ 要求不同  ? 存疑",
                "[-removed-] {+added+}  = alike  ~ changed  > moved  - removed  + added  ≠ demands otherwise  ? doubtful"
            )
            : BilingualText(
                "两种语言，不比对字句  = 对应  > 移位  - 删去  + 增加  ≠ 要求不同  ? 或为译者所致",
                "Two languages, no words compared  = answers  > moved  - removed  + added  ≠ demands otherwise  "
                    + "? perhaps the translator’s")
        let summary = DifferenceSummary(differences: differences)
        // Numbers of articles, short forms and marks may be others in the base.
        let isOneText = differences.comparesWords && !isInColumns
        let alike = BilingualText("相同之处按\(names[1])印出。", "What is alike is printed as \(names[1]) has it.")
        let note = isOneText ? wrapped(said(alike)) : []
        return title + wrapped(said(summary.sentence)) + (summary.demands.map { wrapped(said($0)) } ?? [])
            + wrapped(said(key)) + note
    }

    /// A label in the language of the layout.
    private func said(_ label: BilingualText) -> String { layout.labels == .chinese ? label.chinese : label.english }

    private var nearest: String { said(BilingualText("最近似：", "nearest: ")) }

    private func wrapped(_ text: String, to columns: Int? = nil) -> [String] {
        TerminalText.wrapped(TerminalText.line(text), to: columns ?? width)
    }

    private func bold(_ line: String) -> String { layout.hasColour ? "\u{1B}[1m\(line)\u{1B}[0m" : line }

    // MARK: Groups

    private func lines(of group: ComparedProvisions) -> [String] {
        let rows = group.comparison.rows
        let demands = group.demands(base: base, other: other).flatMap(lines)
        return [rule(group)] + demands + rows.flatMap(lines)
    }

    /// `≠ threshold, a value on one side only: — → 不超过四十五周岁`; `?` where it is doubtful.
    private func lines(of demand: StatedDemand) -> [String] {
        let sign = demand.isDoubtful ? "? " : "≠ "
        let text = said(demand.title) + said(BilingualText("：", ": ")) + demand.sides
        let near = demand.nearest.map { wrapped("→ " + nearest + $0.line, to: width - 6) } ?? []
        return wrapped(text, to: width - 2).enumerated().map { ($0 == 0 ? sign : "  ") + $1 }
            + near.enumerated().map { ($0 == 0 ? "    " : "      ") + $1 }
    }

    /// `── 第三条 ↔ 第四条 · changed · link 0.93 ─────`
    private func rule(_ group: ComparedProvisions) -> String {
        let names = GroupNames(group: group, base: base, other: other)
        let facts = [group.label(comparesWords: differences.comparesWords), group.certainty].map(said)
        let title = TerminalText.line("── \(names.inBase) ↔ \(names.inOther) · \(facts.joined(separator: " · ")) ")
        let lines = TerminalText.wrapped(title, to: width)
        let last = lines.last.map(TerminalText.width) ?? 0
        let rest = String(repeating: "─", count: max(0, width - last - 1))
        return bold(lines.joined(separator: "\n") + " " + rest)
    }

    private func lines(of row: ComparisonRow) -> [String] {
        let text = MarkedText(row, base: base, other: other)
        let places = row.elsewhere.map { elsewhere($0, isInBase: row.base == nil) }
        let isApart = isInColumns || (!differences.comparesWords && row.state == .counterpart)
        return (isApart ? inColumns(row, text) : inOne(row, text)) + places
    }

    private func elsewhere(_ eId: EId, isInBase: Bool) -> String {
        let cited = GroupNames.cited(eId, in: isInBase ? base : other)
        let name = (isInBase ? differences.base : differences.other).name
        let place = BilingualText("见于\(name.chinese)\(cited)", "stands in \(name.english) as \(cited)")
        return TerminalText.line("  → " + said(place))
    }

    private func sign(_ row: ComparisonRow) -> String {
        switch row.state {
        case .equal, .counterpart: row.isMoved ? "> " : "= "
        case .changed: row.isMoved ? "> " : "~ "
        case .added: "+ "
        case .removed: "- "
        }
    }

    private func inOne(_ row: ComparisonRow, _ text: MarkedText) -> [String] {
        let lead = MarkedRun(.equal, text.markInOne.map(MarkedText.spaced) ?? "")
        let lines = MarkedLines(columns: width - 2, hasColour: layout.hasColour)
            .lines((lead.map { [$0] } ?? []) + text.inOne)
        return lines.enumerated().map { ($0 == 0 ? sign(row) : "  ") + $1.text }
    }

    private func inColumns(_ row: ComparisonRow, _ text: MarkedText) -> [String] {
        guard isInColumns else {
            return stacked(row, text)
        }
        let lines = MarkedLines(columns: column, hasColour: layout.hasColour)
        let one = lines.lines(marked(text.baseMark, text.inBase))
        let two = lines.lines(marked(text.otherMark, text.inOther))
        let empty = MarkedLines.Line(text: "", width: 0)
        return (0..<max(one.count, two.count)).map { index in
            let (first, second) = (index < one.count ? one[index] : empty, index < two.count ? two[index] : empty)
            let space = String(repeating: " ", count: max(0, column - first.width))
            return (index == 0 ? sign(row) : "  ") + first.text + space + Self.divider + second.text
        }
    }

    /// Two languages on a narrow terminal: the one text, then the other.
    private func stacked(_ row: ComparisonRow, _ text: MarkedText) -> [String] {
        let lines = MarkedLines(columns: width - 4, hasColour: layout.hasColour)
        let one = lines.lines(marked(text.baseMark, text.inBase)).map(\.text)
        let two = lines.lines(marked(text.otherMark, text.inOther)).map(\.text)
        return one.enumerated().map { ($0 == 0 ? sign(row) : "  ") + $1 } + two.map { "  │ " + $0 }
    }

    private func marked(_ mark: String?, _ runs: [MarkedRun]?) -> [MarkedRun] {
        let lead = MarkedRun(.equal, runs == nil ? "" : mark.map(MarkedText.spaced) ?? "")
        return (lead.map { [$0] } ?? []) + (runs ?? [])
    }

    // MARK: Without an answer

    private func only(_ eIds: [EId], isBase: Bool) -> [String] {
        guard !eIds.isEmpty else { return [] }
        let regulation = isBase ? base : other
        let title = said(DifferenceSummary.only(in: differences, isBase: isBase))
        let head = ["", bold(TerminalText.line("── \(title)\(said(BilingualText("：", ": ")))\(eIds.count)"))]
        guard !DifferenceSummary.onlyNames(in: differences, isBase: isBase) else {
            let names = eIds.map { GroupNames.cited($0, in: regulation) }.joined(separator: "  ")
            return head + wrapped(names, to: width - 2).map { "  " + $0 }
        }
        return head
            + eIds.flatMap { eId -> [String] in
                let text = regulation.provision(at: eId).map(regulation.fullText) ?? ""
                let line = TerminalText.line("\(GroupNames.cited(eId, in: regulation))  \(text)")
                let near = DifferenceSummary.nearestLine(to: eId, in: differences, isBase: isBase)
                    .map { TerminalText.shortened(TerminalText.line("    → \(nearest)\($0)"), to: width) }
                return wrapped(line, to: width - 2).map { "  " + $0 } + (near.map { [$0] } ?? [])
            }
    }
}
