import ComparisonMatrix
import RegulationModel

extension Quotation.Line {
    /// Mark and text as they are read.
    var marked: String { lead + text }

    /// The mark and what parts it from the text: no space stands between a full-width mark and the text after it.
    var lead: String {
        guard let mark, !mark.isEmpty else { return "" }
        let isWide = mark.unicodeScalars.last?.isWide ?? false
        return isWide ? mark : mark + " "
    }
}

extension Quotation {
    /// The printed text, one line of the act in each line.
    var text: String { lines.map(\.marked).joined(separator: "\n") }
}

/// A long quotation in two halves: what is shown at once, and what opens on demand. Nothing is left out: the lines
/// of both, in order, are the quotation.
struct FoldedQuotation {
    /// The lead and the first points.
    let shown: [Quotation.Line]
    /// The rest; empty for a short quotation.
    let hidden: [Quotation.Line]
    /// True where the first hidden line goes on within the last one shown.
    let continues: Bool

    /// Folds lines so that about `budget` half-width columns are shown. A rest shorter than a quarter of the budget
    /// stays with the lead, since a fold that hides two words helps nobody.
    init(_ lines: [Quotation.Line], budget: Int) {
        let total = lines.reduce(0) { $0 + TerminalText.width($1.marked) }
        guard total > budget + budget / 4 else {
            (shown, hidden, continues) = (lines, [], false)
            return
        }
        var left = budget
        var index = 0
        while index < lines.count, left >= TerminalText.width(lines[index].marked) {
            left -= TerminalText.width(lines[index].marked)
            index += 1
        }
        guard index < lines.count else {
            (shown, hidden, continues) = (lines, [], false)
            return
        }
        guard let cut = Self.cut(lines[index], room: left, isFirst: index == 0) else {
            (shown, hidden, continues) = Self.split(lines, at: max(index, 1))
            return
        }
        shown = lines[..<index] + [cut.head]
        hidden = [cut.tail] + lines[(index + 1)...]
        continues = true
    }

    private static func split(_ lines: [Quotation.Line], at index: Int) -> ([Quotation.Line], [Quotation.Line], Bool) {
        (Array(lines[..<index]), Array(lines[index...]), false)
    }

    /// A long line in two, after the last sentence that fits. Points are kept whole; so is a line that fits nowhere,
    /// unless it is the first, which is then cut after a comma or a space.
    private static func cut(
        _ line: Quotation.Line, room: Int, isFirst: Bool
    ) -> (head: Quotation.Line, tail: Quotation.Line)? {
        guard line.mark == nil, TerminalText.width(line.text) > room + 40, isFirst || room > 60 else { return nil }
        let fit = fitting(line.text, room)
        var end = lastBreak(fit, "。；", ".;!?")
        if end == nil, isFirst { end = lastBreak(fit, "，：、", ",:") ?? fit.lastIndex(of: " ") ?? fit.endIndex }
        guard let end, end < line.text.endIndex else { return nil }
        return (
            Quotation.Line(level: line.level, mark: nil, text: String(line.text[..<end])),
            Quotation.Line(level: line.level, mark: nil, text: String(line.text[end...]))
        )
    }

    /// As much of a text as fits into `room` columns.
    private static func fitting(_ text: String, _ room: Int) -> Substring {
        var width = 0
        return text.prefix { character in
            width += TerminalText.width(String(character))
            return width <= room
        }
    }

    /// After the last of some signs: the wide ones anywhere, the narrow ones before a space (so that a decimal point is
    /// none).
    private static func lastBreak(_ text: Substring, _ wide: String, _ narrow: String) -> String.Index? {
        var index = text.endIndex
        while index > text.startIndex {
            let before = text.index(before: index)
            if wide.contains(text[before]) { return index }
            if narrow.contains(text[before]), isSpace(text, index) { return index }
            index = before
        }
        return nil
    }

    private static func isSpace(_ text: Substring, _ index: String.Index) -> Bool {
        index < text.endIndex && text[index] == " "
    }
}
