import RegulationModel

/// Reads a text as if what the file's form shows to lie outside the act were blank, and labels it afterwards. Offsets
/// stay what they are: each byte but a line break becomes a space.
struct OutsideStretches {
    /// Ascending, without overlap.
    let stretches: [DocumentPart]

    /// The text to read.
    func blanked(_ bytes: [UInt8]) -> [UInt8] {
        guard !stretches.isEmpty else { return bytes }
        var blanked = bytes
        for stretch in stretches {
            for index in stretch.span.range where blanked[index] != 0x0A && blanked[index] != 0x0D {
                blanked[index] = 0x20
            }
        }
        return blanked
    }

    /// The parts of the text with the stretches cut out of them.
    func labelled(_ parts: [DocumentPart]) -> [DocumentPart] {
        var result: [DocumentPart] = []
        var next = 0
        for part in parts {
            var start = part.span.start
            while next < stretches.count, stretches[next].span.start < part.span.end {
                let stretch = stretches[next].span
                add(part.kind, start, max(start, stretch.start), to: &result)
                let end = min(stretch.end, part.span.end)
                add(stretches[next].kind, max(start, stretch.start), end, to: &result)
                start = max(start, end)
                guard stretch.end <= part.span.end else { break }
                next += 1
            }
            add(part.kind, start, part.span.end, to: &result)
        }
        return result
    }

    private func add(_ kind: PartKind, _ start: Int, _ end: Int, to parts: inout [DocumentPart]) {
        guard end > start else { return }
        if let last = parts.last, last.kind == kind, last.span.end == start, stretches.contains(where: { $0.kind == kind }) {
            parts[parts.count - 1] = DocumentPart(kind, ByteSpan(last.span.start, end))
        } else {
            parts.append(DocumentPart(kind, ByteSpan(start, end)))
        }
    }
}
