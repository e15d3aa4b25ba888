import RegulationModel

/// Prints a regulation's tree as plain text: one line for each heading, paragraph and point, marks as printed. Parsing
/// that text must give the same tree.
struct NormalForm {
    let regulation: Regulation

    private var source: SourceText { regulation.source }

    var text: String {
        var lines = regulation.title.isEmpty || regulation.titleSpan == nil ? [] : [regulation.title, ""]
        var groupings = regulation.groupings[...]
        for (index, article) in regulation.articles.enumerated() {
            while let next = groupings.first, next.articles.lowerBound <= index {
                lines.append(source.flowed([next.mark]) + " " + source.flowed([next.heading]))
                groupings.removeFirst()
            }
            lines += self.lines(of: article)
        }
        lines += regulation.sections.flatMap(self.lines(of:))
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of provision: Provision) -> [String] {
        let mark = regulation.mark(provision) ?? ""
        var below = provision.children.flatMap(lines(ofNode:))
        if provision.level == .section, mark.last?.isNumber ?? false {
            return [mark, provision.heading.map { source.flowed([$0]) } ?? ""] + below
        }
        var head = mark
        if let heading = provision.heading {
            let blank = mark.hasSuffix(".") ? " " : ""
            head += provision.level == .section ? blank + source.flowed([heading]) : "【\(source.flowed([heading]))】"
        }
        if provision.level == .article, let first = provision.children.first, !first.text.isEmpty {
            head += " " + below.removeFirst()
        }
        return [head] + below
    }

    private func lines(ofNode node: Provision) -> [String] {
        let text = regulation.ownText(node)
        let own = node.mark == nil ? text : source.flowed([node.mark ?? node.span]) + " " + text
        let lines = own.isEmpty ? [] : [own]
        return lines + node.children.flatMap(lines(ofNode:)) + (node.wrapUp.map { [source.flowed([$0])] } ?? [])
    }

    /// The tree without positions and parts: what printing and parsing again must keep.
    var tree: [String] {
        let groupings = regulation.groupings.map { "\($0.eId) \(source.flowed([$0.heading])) \($0.articles)" }
        return groupings + (regulation.articles + regulation.sections).flatMap { tree($0) }
    }

    private func tree(_ node: Provision) -> [String] {
        let heading = node.heading.map { source.flowed([$0]) } ?? ""
        let wrapUp = node.wrapUp.map { source.flowed([$0]) } ?? ""
        let own = [node.eId.text, regulation.mark(node) ?? "", heading, regulation.ownText(node), wrapUp]
        return [own.joined(separator: " | ")] + node.children.flatMap(tree)
    }
}
