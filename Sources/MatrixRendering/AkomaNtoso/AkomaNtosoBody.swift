import RegulationModel

/// The provisions of a regulation as hierarchical elements, in document order.
struct AkomaNtosoBody {
    private let regulation: Regulation
    private let kind: AkomaNtosoDocument.Kind
    /// The innermost grouping of each article.
    private let owners: [Int?]

    init(_ regulation: Regulation) {
        self.regulation = regulation
        kind = AkomaNtosoDocument.Kind(regulation)
        var owners = [Int?](repeating: nil, count: regulation.articles.count)
        for (index, grouping) in regulation.groupings.enumerated() {
            for article in grouping.articles.clamped(to: owners.indices) { owners[article] = index }
        }
        self.owners = owners
    }

    /// All elements of the body; never empty, since the schema wants one.
    var elements: [XMLElement] {
        let held = nodes(in: nil) + regulation.sections.map { provision($0) } + end
        return held.isEmpty ? [omissis("no provision is held")] : held
    }

    /// Groupings and articles directly below a grouping, or at the top.
    private func nodes(in parent: Int?) -> [XMLElement] {
        let groupings = regulation.groupings.indices.filter { self.parent(of: $0) == parent }.map { index in
            (regulation.groupings[index].span, [grouping(index)])
        }
        let articles = regulation.articles.indices.filter { owners[$0] == parent }.map { index in
            (regulation.articles[index].span, gap(before: index) + [provision(regulation.articles[index])])
        }
        return (groupings + articles).sorted { $0.0 < $1.0 }.flatMap(\.1)
    }

    /// The grouping that holds a grouping: one that stands before it.
    private func parent(of index: Int) -> Int? {
        regulation.groupings[index].parent.flatMap { (0..<index).contains($0) ? $0 : nil }
    }

    private func grouping(_ index: Int) -> XMLElement {
        let grouping = regulation.groupings[index]
        let heading = grouping.heading.isEmpty ? nil : grouping.heading
        return XMLElement(
            grouping.level.name, ["eId": grouping.eId.text],
            self.head(mark: grouping.mark, heading: heading) + nodes(in: index))
    }

    private func provision(_ provision: Provision) -> XMLElement {
        let head = head(mark: provision.mark, heading: provision.heading)
        let own = provision.text.isEmpty ? nil : regulation.ownText(provision)
        let closing = provision.wrapUp.map { regulation.source.flowed([$0]) }
        let name = provision.level == .subpoint ? Level.point.name : provision.level.name
        return XMLElement(
            name, ["eId": provision.eId.text], head + content(of: provision, own: own, closing: closing))
    }

    private func head(mark: ByteSpan?, heading: ByteSpan?) -> [XMLElement] {
        [("num", mark), ("heading", heading)].compactMap { name, span in
            span.map { XMLElement(name, text: regulation.source.flowed([$0])) }
        }
    }

    /// Text alone is `content`. Points stand in a `list` with the text that introduces and the text that closes them.
    private func content(of provision: Provision, own: String?, closing: String?) -> [XMLElement] {
        let intro = own.map { [XMLElement("intro", [:], [XMLElement("p", text: $0)])] } ?? []
        let wrapUp = closing.map { [XMLElement("wrapUp", [:], [XMLElement("p", text: $0)])] } ?? []
        guard let first = provision.children.first else {
            guard wrapUp.isEmpty, provision.level >= .paragraph || own != nil else { return intro + wrapUp }
            return [XMLElement("content", [:], [XMLElement("p", text: own ?? "")])]
        }
        let all = intro + provision.children.map { self.provision($0) } + wrapUp
        return first.level >= .point ? [XMLElement("list", ["eId": Self.list(of: first.eId)], all)] : all
    }

    /// `art_1__para_1__list_1` from `art_1__para_1__list_1__point_1`: what precedes the last `__`.
    private static func list(of point: EId) -> String {
        var end = point.text.endIndex
        while end > point.text.startIndex, !point.text[..<end].hasSuffix("__") { end = point.text.index(before: end) }
        return String(point.text[..<end].dropLast(2))
    }

    /// An `omissis` where numbers leap over articles that an excerpt does not hold.
    private func gap(before index: Int) -> [XMLElement] {
        guard kind == .portion, let missing = missing(before: index) else { return [] }
        let first = missing.lowerBound
        let last = missing.upperBound - 1
        return [omissis(first == last ? "article \(first) is not held" : "articles \(first) to \(last) are not held")]
    }

    private func missing(before index: Int) -> Range<Int>? {
        let expected = index == 0 ? 1 : regulation.articles[index - 1].number.ordinal + 1
        let found = regulation.articles[index].number.ordinal
        return found > expected ? expected..<found : nil
    }

    /// An `omissis` at the end of an excerpt: of one that begins in the middle of the act, and of one without any gap,
    /// whose missing articles can be nowhere else.
    private var end: [XMLElement] {
        guard kind == .portion, let last = regulation.articles.last else { return [] }
        let hasGap = regulation.articles.indices.contains { missing(before: $0) != nil }
        guard !hasGap || missing(before: 0) != nil else { return [] }
        return [omissis("no article after \(last.number.text) is held")]
    }

    /// The schema allows `omissis` inside of text only; it says in its title, which is ours, what is left out.
    private func omissis(_ what: String) -> XMLElement {
        let block = XMLElement("p", inline: [XMLElement("omissis", ["title": what])])
        return XMLElement("hcontainer", ["name": "omissis"], [XMLElement("content", [:], [block])])
    }
}
