import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// Formats of what was found in many texts.
public enum FindingFormat: String, Sendable, CaseIterable {
    /// For a terminal.
    case terminal
    /// The JSON contract.
    case json
    /// Tab-separated with a header, a line each.
    case tsv
}

/// How findings are set on a terminal.
public struct FindingLayout: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// True where the terminal shows colour; marks are there with it and without it.
    public var hasColour: Bool

    /// A layout; 80 columns without colour.
    public init(width: Int = 80, hasColour: Bool = false) {
        self.width = width
        self.hasColour = hasColour
    }

    /// Narrower than this nothing is set.
    private static let narrowest = 40
    /// Texts are not set wider than this: long lines lose the eye.
    private static let widest = 120

    var columns: Int { min(max(width, Self.narrowest), Self.widest) }

    func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    func faint(_ text: String) -> String { hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// The text in lines behind an indent.
    func wrapped(_ text: String, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        return TerminalText.wrapped(TerminalText.line(text), to: columns - indent).map { space + $0 }
    }
}

/// What a search found, in a format.
public func render(
    _ result: SearchResult, as format: FindingFormat, layout: FindingLayout = FindingLayout()
) -> String {
    switch format {
    case .terminal: SearchTerminal(result: result, layout: layout).text
    case .json: JSONText.pretty(SearchJSON(result))
    case .tsv: FindingTables.search(result)
    }
}

/// The acts on one subject and what they share, in a format.
public func render(
    _ family: SubjectFamily, as format: FindingFormat, layout: FindingLayout = FindingLayout()
) -> String {
    switch format {
    case .terminal: FamilyTerminal(family: family, layout: layout).text
    case .json: JSONText.pretty(FamilyJSON(family))
    case .tsv: FindingTables.family(family)
    }
}

/// Tab-separated tables of findings; white space inside a field is a single space.
enum FindingTables {
    static func search(_ result: SearchResult) -> String {
        var lines = [["score", "file", "line", "eId", "citation", "title", "text"]]
        for item in result.items {
            let source = item.witness.regulation.source
            lines.append([
                Figures.score(item.score), source.name, String(source.lines(of: item.span).lowerBound),
                item.provision.text,
                item.citation.text(item.witness.regulation.language), item.witness.regulation.title, item.text,
            ])
        }
        return table(lines)
    }

    /// A line for each act; for those that were aligned, the shared provisions in the last column, `ours=theirs`.
    static func family(_ family: SubjectFamily) -> String {
        var lines = [["score", "certainty", "body", "title", "file", "name", "shared", "provisions"]]
        for (place, relative) in family.relatives.enumerated() {
            let pairs = place < family.aligned ? SharedProvisions(family).pairs(with: relative.witness.id) : nil
            lines.append([
                Figures.score(relative.nearness.score), relative.certainty.rawValue,
                Figures.score(relative.nearness.body), Figures.score(relative.nearness.title),
                relative.witness.regulation.source.name, relative.witness.regulation.title,
                pairs.map { String($0.count) } ?? "", pairs?.joined(separator: " ") ?? "",
            ])
        }
        return table(lines)
    }

    private static func table(_ lines: [[String]]) -> String {
        lines.map { $0.map(TerminalText.line).joined(separator: "\t") + "\n" }.joined()
    }
}

/// What an act shares with its relatives.
struct SharedProvisions {
    private let family: SubjectFamily

    init(_ family: SubjectFamily) { self.family = family }

    /// `art_5=art_7,art_8` for each provision of the act that a relative answers.
    func pairs(with id: String) -> [String] {
        family.families.compactMap { shared in
            let theirs = shared.members(of: id)
            guard !theirs.isEmpty else { return nil }
            let ours = shared.members(of: family.act.id)
            return "\(ours.map(\.text).joined(separator: ","))=\(theirs.map(\.text).joined(separator: ","))"
        }
    }
}
