import RegulationModel

/// Views of a document's parts. Every visible character of the source is in one of them, in order: what lies between
/// the provisions of a part is shown as it stands.
struct PartViews {
    private let witness: Witness
    private let links: PageLinks
    private let quoted: QuotedIn
    private var anchors = UniqueAnchors()
    /// Where the shown text ends; a provision that reaches into the next part is not shown twice.
    private var cursor = 0

    init(witness: Witness, links: PageLinks, quoted: QuotedIn) {
        self.witness = witness
        self.links = links
        self.quoted = quoted
    }

    private var regulation: Regulation { witness.regulation }
    private var source: SourceText { regulation.source }

    /// All parts that show something.
    mutating func parts() -> [View] {
        regulation.parts.compactMap { part($0) }
    }

    private mutating func part(_ part: DocumentPart) -> View? {
        var nodes: [View] = []
        for node in regulation.nodes(in: part) where node.span.start >= cursor {
            nodes += loose(ByteSpan(cursor, node.span.start))
            nodes.append(view(of: node))
            cursor = node.span.end
        }
        nodes += loose(ByteSpan(max(cursor, part.span.start), part.span.end))
        cursor = max(cursor, part.span.end)
        guard !nodes.isEmpty else { return nil }
        return View([
            "isOutside": part.kind.isOutside, "kind": part.kind.rawValue, "label": part.kind.label.view,
            "lines": Figures.lines(source.lines(of: part.span)), "language": regulation.language.rawValue,
            "nodes": nodes,
        ])
    }

    /// Text outside provisions, one paragraph for each printed line.
    private func loose(_ span: ByteSpan) -> [View] {
        var lines: [View] = []
        for piece in source.lineSpans(in: span) {
            let text = withoutMarks(source.flowed([piece]))
            guard !text.isEmpty else { continue }
            lines.append(View(["line": text, "grouping": nil, "provision": nil]))
        }
        return lines
    }

    /// A line of a Markdown file without the number signs of a heading: they are form, as the tags of a page are.
    private func withoutMarks(_ line: String) -> String {
        guard [".md", ".markdown"].contains(where: witness.file.lowercased().hasSuffix) else { return line }
        let marks = line.prefix { $0 == "#" }
        let rest = line.dropFirst(marks.count)
        guard (1...6).contains(marks.count), rest.isEmpty || rest.first == " " else { return line }
        return String(rest.drop { $0 == " " })
    }

    private mutating func view(of node: PartNode) -> View {
        switch node {
        case .grouping(let grouping):
            let content = View([
                "id": anchors.take(grouping.eId.text), "pieces": grouping.pieces(in: source).map { source.flowed($0) },
                "level": grouping.level.name,
            ])
            return View(["line": nil, "grouping": content, "provision": nil])
        case .provision(let provision):
            return View(["line": nil, "grouping": nil, "provision": top(provision)])
        }
    }

    // MARK: Provisions

    private mutating func top(_ provision: Provision) -> View {
        let citation = Citation(provision.eId, in: regulation)
        let mark = regulation.mark(provision)?.nonBlank
        let rows = quoted.rows(provision.eId)
        let own = regulation.diagnostics.filter { provision.span.contains($0.span.start) }
        let items = DiagnosticsView(witness, links)
        return View([
            "id": anchors.take(provision.eId.text), "mark": mark,
            "heading": provision.heading.map { source.flowed([$0]) },
            "citedChinese": citation?.chinese == mark ? nil : citation?.chinese,
            "citedEnglish": citation?.english == mark ? nil : citation?.english,
            "lines": Figures.lines(source.printedLines(of: provision.span)), "pieces": pieces(of: provision),
            "quoted": rows.isEmpty ? nil : View(["rows": rows]),
            "noticed": own.isEmpty ? nil : View(["count": own.count, "list": own.map(items.item)]),
        ])
    }

    /// Texts, paragraphs and lists of a provision in the order they are printed.
    private mutating func pieces(of provision: Provision) -> [View] {
        var views: [View] = []
        var points: [View] = []
        for piece in provision.pieces(in: source) {
            if case .child(let child) = piece, child.level >= .point {
                points.append(point(child))
                continue
            }
            if !points.isEmpty { views.append(Self.piece(list: View(["items": points]))) }
            points = []
            switch piece {
            case .flow(let spans): views.append(Self.piece(flow: source.flowed(spans)))
            case .child(let child):
                let content = View(["id": anchors.take(child.eId.text), "pieces": pieces(of: child)])
                views.append(Self.piece(paragraph: content))
            }
        }
        return points.isEmpty ? views : views + [Self.piece(list: View(["items": points]))]
    }

    private mutating func point(_ point: Provision) -> View {
        let mark = regulation.mark(point) ?? ""
        let isWide = mark.unicodeScalars.last?.isWide ?? true
        return View([
            "id": anchors.take(point.eId.text), "mark": mark.nonBlank, "gap": isWide ? "" : " ",
            "isSub": point.level > .point, "pieces": pieces(of: point),
        ])
    }

    private static func piece(flow: String? = nil, list: View? = nil, paragraph: View? = nil) -> View {
        View(["flow": flow, "list": list, "paragraph": paragraph])
    }
}

/// A piece of a provision: text of its own, or a provision below it.
private enum ProvisionPiece {
    case flow([ByteSpan])
    case child(Provision)
}

extension Provision {
    /// Own texts and children in document order, without mark and heading; whatever visible stands between them is own
    /// text too.
    fileprivate func pieces(in source: SourceText) -> [ProvisionPiece] {
        let shownElsewhere = [mark, heading].compactMap { $0 }.map { ($0, Provision?.none) }
        let below = children.map { ($0.span, Optional($0)) }
        var pieces: [ProvisionPiece] = []
        var flow: [ByteSpan] = []
        var cursor = span.start
        for (inner, child) in (shownElsewhere + below).sorted(by: { $0.0 < $1.0 }) where inner.start >= cursor {
            flow += source.visible(ByteSpan(cursor, inner.start))
            cursor = inner.end
            guard let child else { continue }
            if !flow.isEmpty { pieces.append(.flow(flow)) }
            flow = []
            pieces.append(.child(child))
        }
        flow += source.visible(ByteSpan(cursor, span.end))
        return flow.isEmpty ? pieces : pieces + [.flow(flow)]
    }
}

extension Grouping {
    /// Mark, heading and whatever visible stands between and after them.
    fileprivate func pieces(in source: SourceText) -> [[ByteSpan]] {
        var pieces: [[ByteSpan]] = []
        var cursor = span.start
        for inner in [mark, heading].filter({ !$0.isEmpty }).sorted() where inner.start >= cursor {
            pieces += [source.visible(ByteSpan(cursor, inner.start)), [inner]]
            cursor = inner.end
        }
        pieces.append(source.visible(ByteSpan(cursor, span.end)))
        return pieces.filter { !$0.isEmpty }
    }
}

extension SourceText {
    /// The span, where it shows anything.
    fileprivate func visible(_ span: ByteSpan) -> [ByteSpan] {
        span.isEmpty || string(span).isBlank ? [] : [span]
    }

    /// The printed lines of a span.
    fileprivate func lineSpans(in span: ByteSpan) -> [ByteSpan] {
        guard !span.isEmpty else { return [] }
        var spans: [ByteSpan] = []
        var start = span.start
        for next in lineStarts[line(at: span.start)...] {
            guard next < span.end else { break }
            spans.append(ByteSpan(start, next))
            start = next
        }
        return spans + [ByteSpan(start, span.end)]
    }
}
