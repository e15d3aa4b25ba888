import ComparisonMatrix
import RegulationModel

/// What a search found, for a terminal: where, how well, and the words around what was looked for, set between marks.
struct SearchTerminal {
    let result: SearchResult
    let layout: FindingLayout

    /// Lines quoted of one provision.
    private static let quotedLines = 3
    private static let indent = 10
    private static let open = "‹"
    private static let close = "›"

    var text: String {
        let noun = result.items.count == 1 ? "provision" : "provisions"
        let texts = result.searched == 1 ? "1 text" : "\(result.searched) texts"
        let count = result.items.count >= result.limit ? "the best \(result.items.count)" : "\(result.items.count)"
        var lines = [layout.bold(TerminalText.line("“\(result.question)”: \(count) \(noun) of \(texts)"))]
        for (place, item) in result.items.enumerated() { lines += [""] + self.lines(of: item, place) }
        return lines.map { $0.trimmingTrailingSpaces + "\n" }.joined()
    }

    /// ` 1  0.83  第十二条第二款 · 某市条例`, then where it stands, then the words.
    private func lines(of item: SearchResult.Item, _ place: Int) -> [String] {
        let regulation = item.witness.regulation
        let number = String(repeating: " ", count: max(0, 2 - String(place + 1).count)) + String(place + 1)
        let name = regulation.title.isEmpty ? item.witness.id : regulation.title
        let head = "\(item.citation.text(regulation.language)) · \(name)"
        let lines = layout.wrapped(head, indent: Self.indent)
        let first = "\(number)  \(Figures.score(item.score))  " + (lines.first ?? "").trimmingSpaces
        let source =
            "\(regulation.source.name):\(regulation.source.lines(of: item.span).lowerBound)"
            + (standing(item).map { " · \($0)" } ?? "")
        return [layout.bold(first)] + lines.dropFirst().map(layout.bold)
            + layout.wrapped(source, indent: Self.indent).map(layout.faint) + quotation(item)
    }

    /// What must be known before the words are used.
    private func standing(_ item: SearchResult.Item) -> String? {
        let regulation = item.witness.regulation
        var words: [String] = []
        switch regulation.authority {
        case .act: break
        case .excerpt: words.append("excerpt")
        case .explainer: words.append("explainer, no text of the act")
        }
        if item.witness.translation != .original {
            words.append(item.witness.translation.label(of: regulation.language).english)
        }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    private func quotation(_ item: SearchResult.Item) -> [String] {
        let window = QuotationWindow(item.text, matches: item.matches)
        let marked = window.text(
            columns: (layout.columns - Self.indent) * Self.quotedLines, open: Self.open, close: Self.close)
        return emphasised(layout.wrapped(marked, indent: Self.indent))
    }

    /// What stands between marks in bold; a line ends it and the next one takes it up again.
    private func emphasised(_ lines: [String]) -> [String] {
        guard layout.hasColour else { return lines }
        var isOpen = false
        return lines.map { line in
            var result = isOpen ? "\u{1B}[1m" : ""
            for character in line {
                if String(character) == Self.open {
                    result += "\u{1B}[1m"
                    isOpen = true
                }
                result.append(character)
                if String(character) == Self.close {
                    result += "\u{1B}[0m"
                    isOpen = false
                }
            }
            return isOpen ? result + "\u{1B}[0m" : result
        }
    }
}

/// The part of a text that holds most of what was looked for.
struct QuotationWindow {
    private let scalars: [Unicode.Scalar]
    /// For each character, the match it belongs to.
    private let matches: [Int?]

    init(_ text: String, matches ranges: [Range<Int>]) {
        scalars = Array(text.unicodeScalars)
        var matches = [Int?](repeating: nil, count: scalars.count)
        var offset = 0
        var next = 0
        for place in scalars.indices {
            while next < ranges.count, ranges[next].upperBound <= offset { next += 1 }
            if next < ranges.count, ranges[next].contains(offset) { matches[place] = next }
            offset += UTF8.width(scalars[place])
        }
        self.matches = matches
    }

    /// As many columns of the text as are given, with marks around matches and ellipses where something is left out.
    func text(columns: Int, open: String, close: String) -> String {
        let range = window(columns)
        var text = range.lowerBound > 0 ? "…" : ""
        var current: Int?
        for place in range {
            if matches[place] != current {
                if current != nil { text += close }
                if matches[place] != nil { text += open }
                current = matches[place]
            }
            text.unicodeScalars.append(scalars[place])
        }
        if current != nil { text += close }
        return text + (range.upperBound < scalars.count ? "…" : "")
    }

    /// The stretch with most matched characters; of equal ones the first, moved back to the start of its sentence or
    /// clause where that is near.
    private func window(_ columns: Int) -> Range<Int> {
        let widths = scalars.map { $0.isWide ? 2 : 1 }
        // Room for the marks themselves and for lines that end early.
        let room = columns * 9 / 10 - 2
        guard widths.reduce(0, +) > room else { return scalars.indices }
        var best = (matched: -1, start: 0)
        var (end, width, matched) = (0, 0, 0)
        for start in scalars.indices {
            while end < scalars.count, width + widths[end] <= room {
                width += widths[end]
                matched += matches[end] == nil ? 0 : 1
                end += 1
            }
            if matched > best.matched { best = (matched, start) }
            width -= widths[start]
            matched -= matches[start] == nil ? 0 : 1
        }
        return range(from: opening(before: firstMatch(from: best.start), room, widths), room, widths)
    }

    private func firstMatch(from start: Int) -> Int {
        matches[start...].firstIndex { $0 != nil } ?? start
    }

    /// Most of the room that words before the first match may take.
    private static let shareBefore = 3

    private func opening(before match: Int, _ room: Int, _ widths: [Int]) -> Int {
        var start = match
        var width = 0
        while start > 0, width + widths[start - 1] <= room / Self.shareBefore {
            if Self.ends.contains(scalars[start - 1]), width > 0 { return start }
            width += widths[start - 1]
            start -= 1
        }
        return start
    }

    private static let ends: Set<Unicode.Scalar> = ["。", "；", ";", "."]

    private func range(from start: Int, _ room: Int, _ widths: [Int]) -> Range<Int> {
        var end = start
        var width = 0
        while end < scalars.count, width + widths[end] <= room {
            width += widths[end]
            end += 1
        }
        return start..<end
    }
}
