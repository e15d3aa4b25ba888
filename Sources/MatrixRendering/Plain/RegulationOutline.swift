import RegulationModel

/// A compact tree of a regulation for the terminal: what it is, its headings, articles with their first words and
/// counts, and what stands outside the act.
struct RegulationOutline {
    let regulation: Regulation
    let witness: Witness?

    /// Columns of first words shown for an article.
    private static let words = 56

    var text: String {
        var lines = head
        for part in regulation.parts where part.kind != .layout { lines += self.lines(of: part) }
        let count = regulation.diagnostics.count
        if count > 0 { lines.append("\(english(count, "diagnostic"))") }
        return lines.map { TerminalText.line($0).trimmingTrailingSpaces + "\n" }.joined()
    }

    private var head: [String] {
        let title = regulation.title.isEmpty ? "(no title)" : regulation.title
        let what = [
            regulation.id, regulation.language.rawValue, regulation.authority.rawValue,
            regulation.completeness.status.rawValue,
        ].joined(separator: " · ")
        var lines = [title, what]
        lines += regulation.completeness.proof.map { "  " + $0 }
        let standing = witness.flatMap { WitnessFacts(witness: $0).standing?.english }
        let dates = regulation.dates
        let named = [
            ("adopted", dates.adopted), ("approved", dates.approved), ("issued", dates.issued),
            ("last amended", dates.amended.last), ("in force", dates.effective), ("published", dates.published),
        ]
        let facts =
            [standing, regulation.documentNumber].compactMap { $0 }
            + named.compactMap { name, date in date.map { "\(name) \($0.text)" } }
        if !facts.isEmpty { lines.append(facts.joined(separator: " · ")) }
        return lines + [""]
    }

    private func lines(of part: DocumentPart) -> [String] {
        let nodes = regulation.nodes(in: part)
        let place = "line \(Figures.lines(regulation.source.lines(of: part.span)))"
        guard part.kind.isOutside || nodes.isEmpty else { return nodes.map(line(of:)) }
        let sign = part.kind.isOutside ? "× " : "· "
        return [sign + part.kind.label.english + ", " + place]
    }

    private func line(of node: PartNode) -> String {
        switch node {
        case .grouping(let grouping):
            let depth = grouping.parent == nil ? "" : "  "
            let heading = regulation.source.flowed([grouping.heading])
            return depth + regulation.source.flowed([grouping.mark]) + (heading.isEmpty ? "" : "  " + heading)
        case .provision(let provision):
            let lines = regulation.lines(of: provision)
            let heading = provision.heading.map { regulation.source.flowed([$0]) }
            let words = TerminalText.shortened(heading ?? lines.first?.text ?? "", to: Self.words)
            let mark = TerminalText.padded(regulation.mark(provision) ?? "", to: 12)
            let address = TerminalText.padded(provision.eId.text, to: 8)
            return "  \(address) \(mark) \(TerminalText.padded(words, to: Self.words))  \(counts(provision))"
        }
    }

    private func counts(_ provision: Provision) -> String {
        let points = provision.children.reduce(0) { sum, child in sum + child.children.count { $0.level == .point } }
        let paragraphs = provision.children.count { $0.level == .paragraph }
        var parts: [String] = []
        if paragraphs != 1 { parts.append(english(paragraphs, "paragraph")) }
        if points > 0 { parts.append(english(points, "point")) }
        return parts.joined(separator: ", ")
    }
}
