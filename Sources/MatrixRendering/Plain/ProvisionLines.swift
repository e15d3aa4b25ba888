import RegulationModel

/// The lines a provision is read in: a paragraph, a point, a closing text each in its own line.
struct ProvisionLine {
    let level: Level
    /// Mark as printed, for points and sub-points.
    let mark: String?
    let text: String
}

extension Regulation {
    /// Paragraphs, points, sub-points and closing texts of an article, in reading order.
    func lines(of provision: Provision) -> [ProvisionLine] {
        var lines: [ProvisionLine] = []
        let own = ownText(provision)
        let mark = provision.level >= .point ? self.mark(provision) : nil
        if !own.isEmpty || mark != nil { lines.append(ProvisionLine(level: provision.level, mark: mark, text: own)) }
        lines += provision.children.flatMap(self.lines(of:))
        if let wrapUp = provision.wrapUp {
            lines.append(ProvisionLine(level: provision.level, mark: nil, text: source.flowed([wrapUp])))
        }
        return lines
    }

    /// What begins inside a part: its headings and provisions, in document order.
    func nodes(in part: DocumentPart) -> [PartNode] {
        let inside = groupings.filter { part.span.contains($0.span.start) }.map(PartNode.grouping)
        let held = (articles + sections).filter { part.span.contains($0.span.start) }.map(PartNode.provision)
        return (inside + held).sorted { $0.span < $1.span }
    }
}

/// A heading or a provision, where it stands in the document.
enum PartNode {
    case grouping(Grouping)
    case provision(Provision)

    var span: ByteSpan {
        switch self {
        case .grouping(let grouping): grouping.span
        case .provision(let provision): provision.span
        }
    }
}
