import RegulationModel

/// Links made by a reader, to measure an alignment by.
///
/// Two tables are read, both tab-separated with a header. Article links: `base other link note`, where `link` is
/// `main`, `part` or `borderline`. Point links: `base_article base_point other_article other_point`, all of them main.
/// An address is written as people write it: `12` or `16-1` for an article, `12/3` for the third point of its list; an
/// article may also be written as results write it, `art_12`.
/// Empty lines are passed over; of a line that cannot be used, a `Problem` says why.
public struct Gold: Sendable {
    /// What a reader said of a pair.
    public enum Mark: String, Sendable, CaseIterable {
        /// The shared matter is a main rule of both.
        case main
        /// Only a paragraph, point or clause answers.
        case part
        /// Readers may differ: neither a miss nor an error.
        case borderline
    }

    /// A pair of addresses.
    public struct Pair: Sendable, Hashable, Comparable {
        /// Address in the base.
        public let base: String
        /// Address in the other text.
        public let other: String

        /// Makes a pair.
        public init(base: String, other: String) {
            self.base = base
            self.other = other
        }

        /// The pair seen from the other side.
        public var mirrored: Pair { Pair(base: other, other: base) }

        /// The articles of a pair of points: `12/3` stands in `12`.
        public var ofArticles: Pair {
            func article(_ address: String) -> String { String(address.prefix { $0 != "/" }) }
            return Pair(base: article(base), other: article(other))
        }

        /// Plain text order.
        public static func < (a: Pair, b: Pair) -> Bool { (a.base, a.other) < (b.base, b.other) }
    }

    /// A line that was not used.
    public struct Problem: Sendable, Hashable {
        /// Line in the table, from 1.
        public let line: Int
        /// What is wrong and what was done, in one sentence.
        public let message: String

        /// Makes a problem.
        public init(line: Int, message: String) {
            self.line = line
            self.message = message
        }
    }

    /// What the reader said of each pair.
    public let marks: [Pair: Mark]
    /// Lines that could not be used.
    public let problems: [Problem]

    /// Line of the table each pair stands in; empty where there was no table.
    package let lines: [Pair: Int]

    /// Takes marks as they are.
    public init(marks: [Pair: Mark]) { self.init(marks: marks, lines: [:], problems: []) }

    init(marks: [Pair: Mark], lines: [Pair: Int], problems: [Problem]) {
        self.marks = marks
        self.lines = lines
        self.problems = problems
    }

    /// Reads a table of article or of point links.
    public init(parsing text: String) {
        var reading = GoldReading()
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            reading.read(line, number: index + 1)
        }
        self.init(marks: reading.marks, lines: reading.lines, problems: reading.problems)
    }

    /// The article pairs that the links stand in; of points, those whose lists the reader went through.
    public var articlePairs: Set<Pair> { Set(marks.keys.map(\.ofArticles)) }

    /// The gold seen from the other side.
    public var mirrored: Gold {
        var turned: [Pair: Mark] = [:]
        for (pair, mark) in marks { turned[pair.mirrored] = mark }
        return Gold(marks: turned)
    }

    /// The address gold uses for a provision: `art_12` is `12`, `art_12__para_1__list_1__point_3` is `12/3`.
    public static func address(of eId: EId) -> String {
        let steps = eId.text.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
        guard steps.count >= 2 else { return eId.text }
        guard let point = steps.lastIndex(of: "point"), point + 1 < steps.count else { return steps[1] }
        return steps[1] + "/" + steps[point + 1]
    }
}

/// The state of reading a table of links.
private struct GoldReading {
    var marks: [Gold.Pair: Gold.Mark] = [:]
    var problems: [Gold.Problem] = []
    var lines: [Gold.Pair: Int] = [:]
    private var isOfPoints = false

    private static let articleHeader = ["base", "other", "link"]
    private static let pointHeader = ["base_article", "base_point", "other_article", "other_point"]

    mutating func read(_ line: Substring, number: Int) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
        guard number > 1 else { return readHeader(columns) }
        guard columns.contains(where: { !$0.isEmpty }) else { return }
        guard let pair = pair(columns) else {
            return report(number, "The line has fewer columns than the header, or an empty address; left out.")
        }
        let word = isOfPoints ? Gold.Mark.main.rawValue : columns[2]
        guard let mark = Gold.Mark(rawValue: word) else {
            let words = Gold.Mark.allCases.map(\.rawValue).joined(separator: ", ")
            return report(number, "“\(word)” is none of \(words); left out.")
        }
        if let first = lines[pair] {
            return report(number, "The pair \(pair.base) – \(pair.other) stands in line \(first) already; left out.")
        }
        lines[pair] = number
        marks[pair] = mark
    }

    private mutating func readHeader(_ columns: [String]) {
        isOfPoints = columns.starts(with: Self.pointHeader)
        guard !isOfPoints, !columns.starts(with: Self.articleHeader) else { return }
        report(1, "The header is neither “base, other, link” nor “\(Self.pointHeader.joined(separator: ", "))”.")
    }

    private func pair(_ columns: [String]) -> Gold.Pair? {
        let needed = isOfPoints ? 4 : 3
        guard columns.count >= needed, !columns.prefix(needed).contains("") else { return nil }
        guard isOfPoints else { return Gold.Pair(base: address(columns[0]), other: address(columns[1])) }
        return Gold.Pair(
            base: address(columns[0]) + "/" + columns[1], other: address(columns[2]) + "/" + columns[3])
    }

    /// `art_12`, as results write it, is `12`.
    private func address(_ column: String) -> String {
        column.hasPrefix("art_") ? Gold.address(of: EId(column)) : column
    }

    private mutating func report(_ line: Int, _ message: String) {
        problems.append(Gold.Problem(line: line, message: message))
    }

    /// Without white space at the ends, and without a byte order mark.
    private static func trimmed(_ text: Substring) -> String {
        var scalars = text.unicodeScalars
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return String(scalars)
    }
}
