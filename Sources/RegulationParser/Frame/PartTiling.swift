import RegulationModel

/// Makes parts that cover every byte once out of the places where parts begin.
///
/// A part reaches to the beginning of the next one. Blank lines go with the part before them; a line of layout spaces
/// straight above an indented line goes with the part that line begins.
struct PartTiling {
    let lines: [Line]
    let length: Int

    /// A place where a part begins.
    struct Start {
        let offset: Int
        let kind: PartKind
    }

    /// The parts, neighbours of one kind joined unless they are provisions or headings.
    func parts(_ starts: [Start]) -> [DocumentPart] {
        guard length > 0 else { return [] }
        var ordered = starts.sorted { $0.offset < $1.offset }
        if ordered.first.map({ $0.offset > 0 }) ?? true { ordered.insert(Start(offset: 0, kind: .layout), at: 0) }
        var parts: [DocumentPart] = []
        for (index, start) in ordered.enumerated() {
            let end = index + 1 < ordered.count ? ordered[index + 1].offset : length
            guard end > start.offset else { continue }
            if let last = parts.last, last.kind == start.kind, joins(start.kind) {
                parts[parts.count - 1] = DocumentPart(start.kind, ByteSpan(last.span.start, end))
            } else {
                parts.append(DocumentPart(start.kind, ByteSpan(start.offset, end)))
            }
        }
        return parts
    }

    /// Where a part begins whose first visible byte is on line `index`: that line, and layout spaces above it.
    func offset(ofLine index: Int) -> Int {
        var first = index
        while first > 0, lines[index].isIndented, lines[first - 1].isBlank, !lines[first - 1].span.isEmpty {
            first -= 1
        }
        return lines[first].span.start
    }

    /// The parts with `outside`, which a file's form shows to lie outside the act, cut out of them and put in their place.
    static func parts(_ parts: [DocumentPart], cutBy outside: [DocumentPart]) -> [DocumentPart] {
        guard !outside.isEmpty else { return parts }
        var result: [DocumentPart] = []
        var cuts = outside[...]
        for part in parts {
            var start = part.span.start
            while let cut = cuts.first, cut.span.start < part.span.end {
                let begin = max(cut.span.start, start)
                if begin > start { result.append(DocumentPart(part.kind, ByteSpan(start, begin))) }
                let end = min(cut.span.end, part.span.end)
                append(DocumentPart(cut.kind, ByteSpan(begin, end)), of: cut, to: &result)
                start = end
                guard cut.span.end <= part.span.end else { break }
                cuts.removeFirst()
            }
            if start < part.span.end { result.append(DocumentPart(part.kind, ByteSpan(start, part.span.end))) }
        }
        return result
    }

    /// Adds a piece of `cut`, joined with the piece of it before.
    private static func append(_ piece: DocumentPart, of cut: DocumentPart, to result: inout [DocumentPart]) {
        if let last = result.last, last.span.end > cut.span.start, last.kind == cut.kind,
            last.span.end == piece.span.start
        {
            result[result.count - 1] = DocumentPart(cut.kind, ByteSpan(last.span.start, piece.span.end))
        } else {
            result.append(piece)
        }
    }

    private func joins(_ kind: PartKind) -> Bool {
        switch kind {
        case .article, .section, .grouping, .title: false
        default: true
        }
    }
}
