import RegulationModel

/// Links made by a reader, to measure an alignment by.
///
/// Two tables are read, both tab-separated with a header. Article links: `base other link note`, where `link` is
/// `main`, `part` or `borderline`. Point links: `base_article base_point other_article other_point`, all of them main.
/// An address is written as people write it: `12` or `16-1` for an article, `12/3` for the third point of its list.
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

        /// Plain text order.
        public static func < (a: Pair, b: Pair) -> Bool { (a.base, a.other) < (b.base, b.other) }
    }

    /// What the reader said of each pair.
    public let marks: [Pair: Mark]
    /// Lines that could not be read, with what is wrong.
    public let problems: [String]

    /// Takes marks as they are.
    public init(marks: [Pair: Mark]) {
        self.marks = marks
        problems = []
    }

    /// Reads a table of article or of point links.
    public init(parsing text: String) {
        var marks: [Pair: Mark] = [:]
        var problems: [String] = []
        var ofPoints = false
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if index == 0 {
                ofPoints = columns.contains("base_point")
                continue
            }
            guard columns.contains(where: { !$0.isEmpty }) else { continue }
            guard let (pair, mark) = Self.link(columns, ofPoints: ofPoints) else {
                problems.append("Line \(index + 1) is no link: \(line)")
                continue
            }
            marks[pair] = mark
        }
        self.marks = marks
        self.problems = problems
    }

    private static func link(_ columns: [String], ofPoints: Bool) -> (Pair, Mark)? {
        if ofPoints {
            guard columns.count >= 4 else { return nil }
            return (Pair(base: columns[0] + "/" + columns[1], other: columns[2] + "/" + columns[3]), .main)
        }
        guard columns.count >= 3, let mark = Mark(rawValue: columns[2]) else { return nil }
        return (Pair(base: columns[0], other: columns[1]), mark)
    }

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
