import MatrixRendering
import ProvisionAlignment
import RegulationModel

/// Doubtful pairs as a table that a person fills in, and what a filled-in table decides.
///
/// Tab-separated with a header, one line for each pair. In `decision` a person writes `link` (a main link), `part` or
/// `unlink`, or nothing; in `note` why. The other columns are for reading. White space in a field is a single space; a
/// field that a spreadsheet would take for a formula begins with an apostrophe.
public struct ReviewTable: Sendable {
    /// The columns, in order.
    public static let columns = [
        "decision", "base", "other", "link", "score", "reasons", "base_text", "other_text", "note",
    ]

    /// What was decided, in the order of the lines.
    public let overrides: [Override]
    /// What is wrong in the table, each with its line: `file:line:1: error: message [review.entry]`.
    public let problems: [String]

    /// A table of pairs to decide on. `link` is `main` or `part` for a link that is asserted, `none` for a pair that is
    /// not.
    public static func text(_ pairs: [Link], base: Regulation, other: Regulation) -> String {
        let rows = pairs.map { pair in
            [
                "", pair.base.text, pair.other.text, pair.score >= asserted ? pair.strength.rawValue : "none",
                score(pair.score), pair.reasons.joined(separator: "; "), text(pair.base, base), text(pair.other, other),
                "",
            ]
        }
        return ([columns] + rows).map { $0.map(field).joined(separator: "\t") + "\n" }.joined()
    }

    /// From this score on a pair is a link; see `Aligner.doubtful`.
    private static let asserted = 0.5

    private static func text(_ eId: EId, _ regulation: Regulation) -> String {
        regulation.provision(at: eId).map(regulation.fullText) ?? ""
    }

    /// Two decimals.
    private static func score(_ score: Double) -> String {
        let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }

    private static func field(_ text: String) -> String {
        let visible = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        return CSVText.defused(String(visible).split(separator: " ").joined(separator: " "))
    }

    /// Reads a filled-in table, as saved by a text editor or a spreadsheet.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8 or as a spreadsheet saves it.
    ///   - name: its name in messages.
    ///   - base: the text of the column `base`.
    ///   - other: the text of the column `other`.
    ///   - author: who decided.
    ///   - date: when.
    public init(
        parsing bytes: [UInt8], name: String, base: Regulation, other: Regulation, author: String, date: CalendarDate
    ) {
        var reader = ReviewReader(name: name, base: base, other: other, author: author, date: date)
        let (text, badLine) = SideFile.decoded(bytes)
        if let badLine {
            overrides = []
            problems = [reader.problem(badLine, SideFile.badBytes)]
            return
        }
        let lines = String(decoding: text, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            reader.read(String(line), number: index + 1)
        }
        overrides = reader.overrides
        problems = reader.problems
    }

    /// The decisions as a file of overrides.
    public var yaml: String { OverrideFile.text(overrides) }
}

/// Reads a filled-in table line by line.
private struct ReviewReader {
    let name: String
    let base: Regulation
    let other: Regulation
    let author: String
    let date: CalendarDate
    private(set) var overrides: [Override] = []
    private(set) var problems: [String] = []
    /// Place of each column; nil before the header was read.
    private var places: [String: Int]?
    private var seen: [[EId]: Int] = [:]

    init(name: String, base: Regulation, other: Regulation, author: String, date: CalendarDate) {
        self.name = name
        self.base = base
        self.other = other
        self.author = author
        self.date = date
    }

    mutating func read(_ line: String, number: Int) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.field(String($0)) }
        guard let places else { return readHeader(fields, number) }
        func value(_ column: String) -> String {
            places[column].flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
        }
        guard let word = value("decision").nonEmpty else { return }
        let pair = [EId(value("base")), EId(value("other"))]
        let absent = zip([base, other], pair).first { $0.provision(at: $1) == nil }
        guard let action = Self.action(word) else {
            return report(number, "“\(word)” is no decision; there are link, part, unlink")
        }
        if let absent { return report(number, "“\(absent.0.id)” has no provision “\(absent.1)”") }
        if let earlier = seen.updateValue(number, forKey: pair) {
            return report(number, "line \(earlier) decides on the same pair")
        }
        overrides.append(
            Override(
                action: action, base: Override.Place(document: base.id, provision: pair[0]),
                other: Override.Place(document: other.id, provision: pair[1]),
                decision: LinkOrigin.Decision(author: author, date: date, note: value("note"))))
    }

    private mutating func readHeader(_ fields: [String], _ number: Int) {
        places = Dictionary(fields.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        let missing = ["decision", "base", "other"].filter { !fields.contains($0) }
        guard !missing.isEmpty else { return }
        report(number, "the first line lacks the columns \(missing.joined(separator: ", "))")
        places = [:]
    }

    private mutating func report(_ line: Int, _ message: String) { problems.append(problem(line, message)) }

    func problem(_ line: Int, _ message: String) -> String { "\(name):\(line):1: error: \(message) [review.entry]" }

    private static func action(_ word: String) -> Override.Action? {
        switch word.lowercased() {
        case "link", "main": .link(.main, nil)
        case "part": .link(.part, nil)
        case "unlink": .unlink
        default: nil
        }
    }

    /// A field as a person wrote it: quotation marks that a spreadsheet put around it and an apostrophe in front of a
    /// formula sign are taken off.
    private static func field(_ field: String) -> String {
        var text = field
        if text.hasPrefix("\u{FEFF}") { text = String(text.unicodeScalars.dropFirst()) }
        if text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
            var unquoted = ""
            var isHeld = false
            for character in text.dropFirst().dropLast() {
                isHeld = character == "\"" && !isHeld
                if !isHeld { unquoted.append(character) }
            }
            text = unquoted
        }
        if text.hasPrefix("'"), CSVText.defused(String(text.dropFirst())) == text { text.removeFirst() }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
