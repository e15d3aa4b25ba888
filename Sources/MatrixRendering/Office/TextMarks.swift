/// Marks on the words of a matrix' quotations: what one text has and the text it is compared with has not.
///
/// Ranges lie in `Quotation.Line.text`, so that a mark says nothing about how a format shows it.
package struct TextMarks: Sendable {
    /// What is marked.
    package enum Kind: Sendable, Hashable {
        /// The words stand in this text only: underlined.
        case inserted
        /// The words are not taken over by the other text: struck through.
        case deleted
    }

    /// One marked stretch of a line.
    package struct Mark: Sendable, Hashable {
        package let kind: Kind
        /// UTF-8 bytes of `Quotation.Line.text`.
        package let range: Range<Int>

        package init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// A line of a quotation in a matrix, by positions.
    package struct Place: Sendable, Hashable {
        package let row: Int
        package let column: Int
        package let quotation: Int
        package let line: Int

        package init(row: Int, column: Int, quotation: Int, line: Int) {
            self.row = row
            self.column = column
            self.quotation = quotation
            self.line = line
        }
    }

    private let marks: [Place: [Mark]]

    /// No mark at all.
    package static let none = TextMarks([:])

    /// Marks by line. Of marks that overlap, the one that begins first is shown.
    package init(_ marks: [Place: [Mark]]) { self.marks = marks }

    package var isEmpty: Bool { marks.isEmpty }

    /// A line's text in pieces, marked and unmarked, in order; together they are the text. A range that reaches beyond
    /// the text, or cuts a character in two, is brought back to whole characters.
    func pieces(of text: String, at place: Place) -> [(text: String, kind: Kind?)] {
        guard let marks = marks[place], !marks.isEmpty else { return [(text, nil)] }
        var pieces: [(String, Kind?)] = []
        var end = text.startIndex
        for mark in marks.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            let start = max(end, Self.index(mark.range.lowerBound, in: text))
            let next = Self.index(mark.range.upperBound, in: text)
            guard start < next else { continue }
            if end < start { pieces.append((String(text[end..<start]), nil)) }
            pieces.append((String(text[start..<next]), mark.kind))
            end = next
        }
        if end < text.endIndex { pieces.append((String(text[end...]), nil)) }
        return pieces
    }

    private static func index(_ offset: Int, in text: String) -> String.Index {
        guard offset > 0 else { return text.startIndex }
        guard offset < text.utf8.count else { return text.endIndex }
        let index = text.utf8.index(text.startIndex, offsetBy: offset)
        return text.unicodeScalars.index(before: text.unicodeScalars.index(after: index))
    }
}
