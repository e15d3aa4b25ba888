import RegulationModel

/// A regulation as text that a person can read and compare: metadata, then the parts in document order, with the tree
/// of provisions where they stand.
struct Outline {
    let regulation: Regulation

    private var source: SourceText { regulation.source }

    var text: String { (metadata + parts).joined(separator: "\n") + "\n" }

    // MARK: Metadata

    private var metadata: [String] {
        let completeness = regulation.completeness
        var lines = [
            "“\(regulation.title)” \(regulation.language.rawValue) \(regulation.authority.rawValue)",
            "held: \(completeness.status.rawValue) (\(completeness.proof.joined(separator: "; ")))",
        ]
        if let number = regulation.documentNumber { lines.append("document number: \(number)") }
        let dates = [
            ("adopted", regulation.dates.adopted), ("approved", regulation.dates.approved),
            ("issued", regulation.dates.issued), ("effective", regulation.dates.effective),
            ("published", regulation.dates.published),
        ]
        lines += dates.compactMap { name, date in date.map { "\(name): \($0.text)" } }
        if !regulation.dates.amended.isEmpty {
            lines.append("amended: " + regulation.dates.amended.map(\.text).joined(separator: ", "))
        }
        lines += regulation.repeals.map { "repealed by \($0.article): \(source.flowed([$0.text]))" }
        return lines
    }

    // MARK: Parts and provisions

    private var parts: [String] {
        regulation.parts.flatMap { part -> [String] in
            let place = lineRange(part.span)
            switch part.kind {
            case .grouping:
                return regulation.groupings.filter { part.span.contains($0.span) }.map { "\(place) \(line($0))" }
            case .article, .section:
                let held = regulation.provisions.filter { part.span.contains($0.span) }
                return held.flatMap { [place + " " + head($0)] + $0.children.flatMap { lines($0, indent: 1) } }
            default:
                return ["\(place) \(part.kind.rawValue): \(shortened(source.flowed([part.span])))"]
            }
        }
    }

    private func lineRange(_ span: ByteSpan) -> String {
        let first = source.line(at: span.start)
        let last = source.line(at: max(span.start, span.end - 1))
        return first == last ? "\(first)" : "\(first)-\(last)"
    }

    private func line(_ grouping: Grouping) -> String {
        let heading = source.flowed([grouping.heading])
        return "\(grouping.eId) \(source.flowed([grouping.mark])): \(heading)"
    }

    private func head(_ provision: Provision) -> String {
        let mark = regulation.mark(provision).map { " " + $0 } ?? ""
        let heading = provision.heading.map { " 【\(source.flowed([$0]))】" } ?? ""
        return "\(provision.eId)\(mark)\(heading)"
    }

    private func lines(_ provision: Provision, indent: Int) -> [String] {
        let space = String(repeating: "    ", count: indent)
        let mark = regulation.mark(provision).map { " " + $0 } ?? ""
        let text = shortened(regulation.ownText(provision))
        var lines = ["\(space)\(provision.level.name) \(provision.number.text)\(mark): \(text)"]
        lines += provision.children.flatMap { self.lines($0, indent: indent + 1) }
        if let wrapUp = provision.wrapUp { lines.append("\(space)wrap-up: \(shortened(source.flowed([wrapUp])))") }
        return lines
    }

    /// Both ends of a long text.
    private func shortened(_ text: String) -> String {
        text.count <= 64 ? text : "\(text.prefix(44)) … \(text.suffix(16))"
    }

    // MARK: Diagnostics

    /// One line for each diagnostic: place, severity, id, provision, the text it points at, the message.
    var diagnostics: String {
        regulation.diagnostics.map { diagnostic in
            let place = source.position(at: diagnostic.span.start)
            let at = diagnostic.provision.map { " \($0)" } ?? ""
            let printed = shortened(source.flowed([diagnostic.span]))
            return "\(place.line):\(place.column) \(diagnostic.severity.rawValue) \(diagnostic.id.rawValue)\(at) "
                + "‹\(printed)› \(diagnostic.message)\n"
        }.joined()
    }
}
