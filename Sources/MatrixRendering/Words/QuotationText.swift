import ComparisonMatrix
import RegulationModel

extension Quotation.Line {
    /// Mark and text as they are read. No space stands between a full-width mark and the text after it.
    var marked: String {
        guard let mark, !mark.isEmpty else { return text }
        let isWide = mark.unicodeScalars.last?.isWide ?? false
        return isWide ? mark + text : mark + " " + text
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
        let room = index == 0 ? budget : left
        guard let cut = Self.sentenceCut(lines[index], room: room, isFirst: index == 0) else {
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

    /// A long line in two, after the last sentence or clause that fits. Points are kept whole.
    private static func sentenceCut(
        _ line: Quotation.Line, room: Int, isFirst: Bool
    ) -> (head: Quotation.Line, tail: Quotation.Line)? {
        guard line.mark == nil, TerminalText.width(line.text) > room + 40, isFirst || room > 60 else { return nil }
        var width = 0
        var cut: String.Index?
        var index = line.text.startIndex
        while index < line.text.endIndex, width <= room {
            let character = line.text[index]
            width += TerminalText.width(String(character))
            index = line.text.index(after: index)
            let endsClause = "。；;".contains(character) || (".!?".contains(character) && isSpace(line.text, index))
            if endsClause, width <= room { cut = index }
        }
        guard let end = cut ?? clauseCut(line.text, before: index), end < line.text.endIndex else { return nil }
        return (
            Quotation.Line(level: line.level, mark: nil, text: String(line.text[..<end])),
            Quotation.Line(level: line.level, mark: nil, text: String(line.text[end...]))
        )
    }

    /// Without a sentence that fits: after the last comma or space.
    private static func clauseCut(_ text: String, before end: String.Index) -> String.Index? {
        guard let last = text[..<end].lastIndex(where: { "，、, ".contains($0) }) else { return nil }
        return text.index(after: last)
    }

    private static func isSpace(_ text: String, _ index: String.Index) -> Bool {
        index < text.endIndex && text[index] == " "
    }
}
