import RegulationModel

/// A table of terms with their English renderings: evidence that a Chinese and an English provision say the same.
///
/// The text is tab-separated with the header `zh`, `en`, `field`; renderings are separated by ` | `. Lines that are
/// empty or begin with `#` are passed over. A line that cannot be used is a `Problem`, never an error.
public struct TermTable: Sendable {
    /// One term.
    public struct Entry: Sendable, Hashable {
        /// The Chinese term as written.
        public let chinese: String
        /// Its English renderings, in the order of the table.
        public let english: [String]
        /// The field of law or life the term belongs to; empty where the table gives none.
        public let field: String
        /// Line in the table, from 1.
        public let line: Int
    }

    /// A line that was not used, or not wholly.
    public struct Problem: Sendable, Hashable {
        /// Line in the table, from 1.
        public let line: Int
        /// What is wrong and what was done, in one sentence.
        public let message: String
    }

    /// All usable terms in the order of the table; the renderings of a repeated term are joined to the first.
    public let entries: [Entry]
    /// Lines that could not be used.
    public let problems: [Problem]

    /// A table without terms.
    public static let empty = TermTable(parsing: "zh\ten\tfield\n")

    /// Reads a table from its text.
    public init(parsing text: String) {
        var reading = TermTableReading()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            reading.read(line, number: number)
        }
        entries = reading.entries
        problems = reading.problems
    }
}

/// The state of reading a term table.
private struct TermTableReading {
    var entries: [TermTable.Entry] = []
    var problems: [TermTable.Problem] = []
    private var positions: [String: Int] = [:]
    private var headerSeen = false

    mutating func read(_ line: Substring, number: Int) {
        let trimmed = Self.trimmed(line)
        guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return }
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
        guard headerSeen else {
            headerSeen = true
            if columns.first.map({ Self.withoutByteOrderMark($0) }) == "zh" { return }
            report(number, "The header “zh, en, field” is missing; the line is read as a term.")
            return read(line, number: number)
        }
        guard columns.count >= 2 else {
            return report(number, "No tab divides the term from its renderings; left out.")
        }
        let term = columns[0]
        guard term.unicodeScalars.contains(where: \.isHan) else {
            return report(number, "“\(term)” holds no Chinese character; left out.")
        }
        let renderings = Self.renderings(columns[1])
        guard !renderings.isEmpty else { return report(number, "“\(term)” has no English rendering; left out.") }
        add(term, renderings, field: columns.count > 2 ? columns[2] : "", line: number)
    }

    private mutating func add(_ term: String, _ renderings: [String], field: String, line: Int) {
        guard let position = positions[term] else {
            positions[term] = entries.count
            entries.append(TermTable.Entry(chinese: term, english: renderings, field: field, line: line))
            return
        }
        let first = entries[position]
        let joined = first.english + renderings.filter { !first.english.contains($0) }
        entries[position] = TermTable.Entry(chinese: term, english: joined, field: first.field, line: first.line)
        report(line, "“\(term)” stands in line \(first.line) already; the renderings are joined.")
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(TermTable.Problem(line: line, message: message))
    }

    private static func renderings(_ column: String) -> [String] {
        var result: [String] = []
        for piece in column.split(separator: "|").map({ trimmed($0) }) where !piece.isEmpty && !result.contains(piece) {
            result.append(piece)
        }
        return result
    }

    private static func withoutByteOrderMark(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FEFF}" }))
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
