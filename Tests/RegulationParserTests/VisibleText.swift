import RegulationModel

/// The visible characters of a text, white space left out, computed in two ways that know nothing of each other: from
/// the bytes of a Markdown file, and from the parts of the regulation that was read from them.
enum VisibleText {
    /// The lines of a Markdown file without comments and decoration.
    static func ofMarkdown(_ bytes: [UInt8]) -> [Unicode.Scalar] {
        let text = String(decoding: bytes, as: UTF8.self)
        var result: [Unicode.Scalar] = []
        for line in text.split(whereSeparator: \.isNewline) { append(undecorated(line), to: &result) }
        return result
    }

    /// Headings, marks and pieces of text of the provisions, in the order of the parts; other parts line by line.
    static func ofParts(_ regulation: Regulation) -> [Unicode.Scalar] {
        let source = regulation.source
        var result: [Unicode.Scalar] = []
        func add(_ span: ByteSpan?) { if let span { append(Substring(source.string(span)), to: &result) } }
        func add(_ provision: Provision) {
            add(provision.mark)
            add(provision.heading)
            provision.text.forEach(add)
            provision.children.forEach(add)
            add(provision.wrapUp)
        }
        var provisions = regulation.provisions[...]
        var groupings = regulation.groupings[...]
        for part in regulation.parts {
            switch part.kind {
            case .grouping:
                let held = groupings.prefix { $0.span.start < part.span.end }
                groupings = groupings.dropFirst(held.count)
                for grouping in held {
                    add(grouping.mark)
                    // 附则 alone on its line is mark and heading at once.
                    if grouping.heading.start >= grouping.mark.end { add(grouping.heading) }
                }
            case .article, .section:
                let held = provisions.prefix { $0.span.start < part.span.end }
                provisions = provisions.dropFirst(held.count)
                held.forEach(add)
            default:
                for line in source.string(part.span).split(whereSeparator: \.isNewline) {
                    append(undecorated(line), to: &result)
                }
            }
        }
        return result
    }

    private static func undecorated(_ line: Substring) -> Substring {
        var line = line
        while let first = line.first, first.isWhitespace { line.removeFirst() }
        if line.hasPrefix("<!--") || line.hasPrefix("---") { return "" }
        while let first = line.first, "#>".contains(first) { line.removeFirst() }
        if line.hasPrefix("- ") || line.hasPrefix("* ") { line.removeFirst() }
        return line
    }

    private static func append(_ text: Substring, to result: inout [Unicode.Scalar]) {
        for scalar in text.unicodeScalars {
            guard !scalar.properties.isWhitespace, scalar != "\u{FEFF}", scalar != "\u{200B}" else { continue }
            // Emphasis around words, and brackets around the heading of an article.
            guard scalar != "*", scalar != "【", scalar != "】" else { continue }
            result.append(scalar)
        }
    }
}
