import RegulationModel

/// The act's text, normalised: heading lines, articles, one paragraph or point per line; outside parts dropped.
struct RegulationText {
    let regulation: Regulation

    var text: String {
        var lines: [String] = []
        for part in regulation.parts where !part.kind.isOutside {
            lines += self.lines(of: part)
        }
        return lines.map { TerminalText.safe($0) + "\n" }.joined()
    }

    private func lines(of part: DocumentPart) -> [String] {
        let nodes = regulation.nodes(in: part)
        guard nodes.isEmpty else { return nodes.flatMap(lines(of:)) }
        let lines = regulation.source.string(part.span).split(whereSeparator: \.isNewline)
        return lines.map { flowed($0) }.filter { !$0.isEmpty }
    }

    private func lines(of node: PartNode) -> [String] {
        switch node {
        case .grouping(let grouping):
            return [joined(regulation.source.flowed([grouping.mark]), regulation.source.flowed([grouping.heading]))]
        case .provision(let provision):
            let lines = regulation.lines(of: provision).map { joined($0.mark ?? "", $0.text) }
            let mark = regulation.mark(provision) ?? ""
            if let heading = provision.heading { return [joined(mark, regulation.source.flowed([heading]))] + lines }
            guard let first = lines.first else { return [mark] }
            return [joined(mark, first)] + lines.dropFirst()
        }
    }

    /// Mark and text: an ideographic space after a Chinese article mark, none after a full-width bracket.
    private func joined(_ mark: String, _ text: String) -> String {
        guard !mark.isEmpty, !text.isEmpty else { return mark + text }
        guard let last = mark.unicodeScalars.last, last.isWide else { return mark + " " + text }
        return last.isHan ? mark + "\u{3000}" + text : mark + text
    }

    private func flowed(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        return SourceText(name: "", bytes: bytes).flowed([ByteSpan(0, bytes.count)])
    }
}
