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
    /// The index of the entries, shared by all copies of the table.
    let index: LazyTermIndex

    /// A table without terms.
    public static let empty = TermTable(parsing: "zh\ten\tfield\n")

    /// Reads a table from its text.
    public init(parsing text: String) { self.init(parsing: Array(text.utf8)) }

    /// Reads a table from the bytes of its text in UTF-8.
    public init(parsing bytes: [UInt8]) {
        var reading = TermTableReading(ByteText(bytes: bytes))
        reading.text.forEachLine { number, line in reading.read(line, number: number) }
        self.init(entries: reading.entries, problems: reading.problems)
    }
}

/// The state of reading a term table.
private struct TermTableReading {
    let text: ByteText
    var entries: [TermTable.Entry] = []
    var problems: [TermTable.Problem] = []
    private var terms = NumberedTexts()
    private var headerSeen = false

    init(_ text: ByteText) { self.text = text }

    mutating func read(_ line: Range<Int>, number: Int) {
        let trimmed = text.trimmed(line)
        guard !trimmed.isEmpty, text.bytes[trimmed.lowerBound] != UInt8(ascii: "#") else { return }
        let firstColumn = text.part(from: line.lowerBound, of: line, at: UInt8(ascii: "\t"))
        let termColumn = text.trimmed(firstColumn)
        guard headerSeen else {
            headerSeen = true
            if isHeader(termColumn) { return }
            report(number, "The header “zh, en, field” is missing; the line is read as a term.")
            return read(line, number: number)
        }
        guard firstColumn.upperBound < line.upperBound else {
            return report(number, "No tab divides the term from its renderings; left out.")
        }
        let term = text.string(termColumn)
        guard text.holdsIdeograph(termColumn) else {
            return report(number, "“\(term)” holds no Chinese character; left out.")
        }
        let english = text.part(from: firstColumn.upperBound + 1, of: line, at: UInt8(ascii: "\t"))
        let renderings = renderings(text.trimmed(english))
        guard !renderings.isEmpty else { return report(number, "“\(term)” has no English rendering; left out.") }
        add(
            term, renderings, field: english.upperBound < line.upperBound ? field(after: english, line) : "",
            line: number)
    }

    private func field(after column: Range<Int>, _ line: Range<Int>) -> String {
        text.string(text.trimmed(text.part(from: column.upperBound + 1, of: line, at: UInt8(ascii: "\t"))))
    }

    private mutating func add(_ term: String, _ renderings: [String], field: String, line: Int) {
        let (position, isNew) = terms.number(adding: term)
        if isNew {
            return entries.append(TermTable.Entry(chinese: term, english: renderings, field: field, line: line))
        }
        let first = entries[position]
        let joined = first.english + renderings.filter { !first.english.contains($0) }
        entries[position] = TermTable.Entry(chinese: term, english: joined, field: first.field, line: first.line)
        report(line, "“\(term)” stands in line \(first.line) already; the renderings are joined.")
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(TermTable.Problem(line: line, message: message))
    }

    private func renderings(_ column: Range<Int>) -> [String] {
        var result: [String] = []
        var start = column.lowerBound
        while start <= column.upperBound {
            let part = text.part(from: start, of: column, at: UInt8(ascii: "|"))
            start = part.upperBound + 1
            let piece = text.trimmed(part)
            guard !piece.isEmpty else { continue }
            let rendering = text.string(piece)
            if !result.contains(rendering) { result.append(rendering) }
        }
        return result
    }

    /// Whether a column is the head of the first one; a byte order mark may stand before it.
    private func isHeader(_ column: Range<Int>) -> Bool {
        String(String.UnicodeScalarView(text.scalars(column).filter { $0 != "\u{FEFF}" })) == "zh"
    }
}
