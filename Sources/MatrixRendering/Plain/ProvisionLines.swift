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
        let inside = Self.beginning(in: part.span, groupings, at: \.span.start).map(PartNode.grouping)
        let held = [articles, sections].flatMap { Self.beginning(in: part.span, $0, at: \.span.start) }
        return (inside + held.map(PartNode.provision)).sorted { $0.span < $1.span }
    }

    /// Those of some pieces, in document order, that begin in a span.
    private static func beginning<Piece>(in span: ByteSpan, _ pieces: [Piece], at start: (Piece) -> Int) -> ArraySlice<
        Piece
    > {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if start(pieces[middle]) < span.start { low = middle + 1 } else { high = middle }
        }
        return pieces[low...].prefix { span.contains(start($0)) }
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
