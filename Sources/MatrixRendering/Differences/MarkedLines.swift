import RegulationModel

/// Marked words in lines of a width, for a terminal: `[-removed-]` and `{+added+}`, in colour as well where there is any.
struct MarkedLines {
    /// Columns of a line; never less than a wide character and a mark need.
    let columns: Int
    let hasColour: Bool

    /// A line and how wide it is: colour takes no column.
    struct Line: Hashable {
        var text: String
        var width: Int
    }

    private struct Piece {
        let text: String
        let width: Int
        let kind: MarkedRun.Kind
    }

    private static let leastColumns = 12

    init(columns: Int, hasColour: Bool) {
        self.columns = max(Self.leastColumns, columns)
        self.hasColour = hasColour
    }

    /// The runs in lines.
    func lines(_ runs: [MarkedRun]) -> [Line] {
        var lines: [[Piece]] = []
        var line: [Piece] = []
        var width = 0
        for piece in runs.flatMap(pieces) {
            let visible = piece.text.hasSuffix(" ") ? piece.width - 1 : piece.width
            if width + visible > columns, !line.isEmpty {
                lines.append(line)
                (line, width) = ([], 0)
            }
            line.append(piece)
            width += piece.width
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map(printed)
    }

    /// Words of a run, its marks at the first and the last of them, the space before it as a word of its own.
    private func pieces(_ run: MarkedRun) -> [Piece] {
        let (opening, closing) =
            switch run.kind {
            case .equal: ("", "")
            case .removed: ("[-", "-]")
            case .added: ("{+", "+}")
            }
        var words = TerminalWords.words(TerminalText.line(run.text))
        guard !words.isEmpty else { return [] }
        words[0] = opening + words[0]
        words[words.count - 1] += closing
        let fitting = words.flatMap { TerminalWords.cut($0, to: columns) }
        let all = fitting.map { Piece(text: $0, width: TerminalText.width($0), kind: run.kind) }
        return run.gap.isEmpty ? all : [Piece(text: " ", width: 1, kind: .equal)] + all
    }

    private func printed(_ pieces: [Piece]) -> Line {
        var shown = pieces
        while let last = shown.last, last.text == " " { shown.removeLast() }
        if let first = shown.first, first.text == " " { shown.removeFirst() }
        var line = Line(text: "", width: 0)
        var colour = MarkedRun.Kind.equal
        for (index, piece) in shown.enumerated() {
            let text = index == shown.count - 1 ? piece.text.trimmingTrailingSpaces : piece.text
            if piece.kind != colour { line.text += escape(piece.kind) }
            colour = piece.kind
            line.text += text
            line.width += TerminalText.width(text)
        }
        if colour != .equal { line.text += escape(.equal) }
        return line
    }

    /// Red and green as the terminal has them; the marks say the same to those who see no difference.
    private func escape(_ kind: MarkedRun.Kind) -> String {
        guard hasColour else { return "" }
        return switch kind {
        case .equal: "\u{1B}[0m"
        case .removed: "\u{1B}[31m"
        case .added: "\u{1B}[32m"
        }
    }
}

/// Where a line of a terminal may break.
enum TerminalWords {
    /// Signs that begin no line, and such as end none (GB/T 15834-2011, 5.1).
    private static let closing = Set("，。、；：？！）》〉」』”’…—,.;:?!)]}".unicodeScalars)
    private static let opening = Set("（《〈「『“‘([{".unicodeScalars)

    /// Words with the spaces behind them; each wide character is a word, with the signs that stay with it.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var staysOpen = false
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if closing.contains(scalar) || TerminalText.width(String(scalar)) == 0 {
                if word.isEmpty, !words.isEmpty {
                    words[words.count - 1].unicodeScalars.append(scalar)
                } else {
                    word.append(scalar)
                }
                if scalar.isWide { end() }
                continue
            }
            let isWide = scalar.isWide
            if isWide || opening.contains(scalar), !staysOpen { end() }
            word.append(scalar)
            staysOpen = opening.contains(scalar)
            if scalar == " " || (isWide && !staysOpen) { end() }
        }
        end()
        return words
    }

    /// A word in pieces that fit; one that fits as it is.
    static func cut(_ word: String, to columns: Int) -> [String] {
        guard TerminalText.width(word) > columns else { return [word] }
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var width = 0
        for scalar in word.unicodeScalars {
            let next = TerminalText.width(String(scalar))
            if width + next > columns, !piece.isEmpty {
                pieces.append(String(piece))
                (piece, width) = (String.UnicodeScalarView(), 0)
            }
            piece.append(scalar)
            width += next
        }
        if !piece.isEmpty { pieces.append(String(piece)) }
        return pieces
    }
}
