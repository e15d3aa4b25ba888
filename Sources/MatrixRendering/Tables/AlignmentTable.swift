import ProvisionAlignment
import RegulationModel

/// The links of two texts: a table to read, a table to hand on, JSON.
struct AlignmentTable {
    let alignment: Alignment
    let base: Regulation
    let other: Regulation

    /// Width of the terminal table; reasons are wrapped into what the other columns leave.
    private static let columns = 110

    /// The header of the contract.
    private static let tsvHeader = "base\tother\tlink\trelation\tscore\treasons"

    /// Tab-separated; white space inside a field is a single space, so that fields and records stay apart.
    var tsv: String {
        var text = Self.tsvHeader + "\n"
        for link in alignment.links {
            let fields = [
                link.base.text, link.other.text, link.strength.rawValue, link.relation.rawValue,
                Figures.score(link.score), link.reasons.joined(separator: "; "),
            ]
            text += fields.map(TerminalText.line).joined(separator: "\t") + "\n"
        }
        return text
    }

    /// One object with `base`, `other`, `level`, `links` and `parted`: the pairs that a person parted.
    var json: String {
        JSONText.pretty(
            AlignmentJSON(
                base: alignment.base, other: alignment.other, level: alignment.level.name,
                links: alignment.links.map { link in
                    AlignmentJSON.Link(
                        base: link.base.text, other: link.other.text,
                        baseCitation: Citation(link.base, in: base).map(JSONLabel.init),
                        otherCitation: Citation(link.other, in: other).map(JSONLabel.init),
                        link: link.strength.rawValue, relation: link.relation.rawValue,
                        score: link.score.isFinite ? link.score : 0, reasons: link.reasons,
                        origin: AlignmentJSON.Origin(link.origin))
                },
                parted: alignment.parted.map {
                    AlignmentJSON.Parted(
                        base: $0.base.text, other: $0.other.text, origin: AlignmentJSON.Origin(.decided($0.decision)))
                }))
    }

    /// A table for a terminal, East Asian widths counted.
    var table: String {
        let header = [alignment.base, alignment.other, "link", "relation", "score", "reasons"].map(TerminalText.line)
        let rows = alignment.links.map { link in
            [
                cited(link.base, in: base), cited(link.other, in: other), link.strength.rawValue,
                link.relation.rawValue, Figures.score(link.score), link.reasons.joined(separator: "; "),
            ].map(TerminalText.line)
        }
        let widths = (0..<5).map { column in
            ([header] + rows).map { TerminalText.width($0[column]) }.max() ?? 0
        }
        let rest = max(24, Self.columns - widths.reduce(0, +) - 2 * widths.count)
        let rule = (widths + [rest]).map { String(repeating: "─", count: $0) }
        let body = ([header, rule] + rows).map { printed($0, widths, rest) }.joined()
        let decided = alignment.links.count(where: \.isDecided)
        let counts =
            "\(alignment.links.count) links, \(alignment.links.count(where: { $0.strength == .main })) main"
            + (decided > 0 ? ", \(decided) decided by a person" : "")
        return body + counts + "\n" + parted
    }

    /// The pairs that a person parted, a line each.
    private var parted: String {
        alignment.parted.map { pair in
            let names = "\(cited(pair.base, in: base)) and \(cited(pair.other, in: other))"
            return TerminalText.line("no link of \(names): \(pair.decision.text)") + "\n"
        }.joined()
    }

    private func cited(_ eId: EId, in regulation: Regulation) -> String {
        guard let citation = Citation(eId, in: regulation) else { return eId.text }
        return "\(eId.text) \(citation.text(regulation.language))"
    }

    private func printed(_ fields: [String], _ widths: [Int], _ rest: Int) -> String {
        let lead = zip(fields, widths).map { TerminalText.padded($0, to: $1) }.joined(separator: "  ")
        let reasons = TerminalText.wrapped(fields[5], to: rest)
        let indent = String(repeating: " ", count: widths.reduce(0, +) + 2 * widths.count)
        let lines = [lead + "  " + (reasons.first ?? "")] + reasons.dropFirst().map { indent + $0 }
        return lines.map { $0.trimmingTrailingSpaces + "\n" }.joined()
    }
}

private struct AlignmentJSON: Encodable, Sendable {
    let base: String
    let other: String
    let level: String
    let links: [Link]
    let parted: [Parted]

    struct Origin: Encodable, Sendable {
        let kind: String
        @OrNull var decision: JSONDecision?

        init(_ origin: LinkOrigin) {
            switch origin {
            case .computed: (kind, decision) = ("computed", nil)
            case .decided(let decision): (kind, self.decision) = ("decided", JSONDecision(decision))
            }
        }
    }

    struct Parted: Encodable, Sendable {
        let base: String
        let other: String
        let origin: Origin
    }

    struct Link: Encodable, Sendable {
        let base: String
        let other: String
        @OrNull var baseCitation: JSONLabel?
        @OrNull var otherCitation: JSONLabel?
        let link: String
        let relation: String
        let score: Double
        let reasons: [String]
        let origin: Origin
    }
}

extension String {
    /// Without spaces at the end.
    var trimmingTrailingSpaces: String {
        var slice = self[...]
        while slice.last == " " { slice.removeLast() }
        return String(slice)
    }
}
