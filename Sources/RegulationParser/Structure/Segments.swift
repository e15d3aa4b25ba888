import RegulationModel

/// One stretch of a provision's text: a line, or a piece of a line where list marks stand inside it.
struct Segment: Sendable {
    /// Text with its mark, trimmed.
    let span: ByteSpan
    /// The list mark it begins with.
    let mark: ListMark?
    /// True where it begins on the line of the segment before, or continues a broken line.
    let continuesLine: Bool

    /// The text without the mark.
    func text(_ scanner: Scanner) -> ByteSpan {
        guard let mark else { return span }
        return scanner.trimmed(ByteSpan(mark.span.end, span.end))
    }
}

/// Cuts the text of a provision into segments.
struct SegmentReader {
    let scanner: Scanner
    let lines: [Line]
    /// True where lines of the text were broken at a width, not at the ends of paragraphs.
    let isHardWrapped: Bool

    /// Segments of the bytes `region`, which begins in the line at `firstLine`.
    func segments(in region: ByteSpan, firstLine: Int) -> [Segment] {
        var result: [Segment] = []
        var afterBlank = true
        var index = firstLine
        while index < lines.count, lines[index].span.start < region.end || index == firstLine {
            let line = lines[index]
            let start = max(line.content.start, region.start)
            let content = scanner.trimmed(ByteSpan(start, max(start, min(line.content.end, region.end))))
            index += 1
            if content.isEmpty || line.isComment {
                afterBlank = afterBlank || line.isBlank
                continue
            }
            append(content, afterBlank: afterBlank, to: &result)
            afterBlank = false
        }
        return result
    }

    private func append(_ content: ByteSpan, afterBlank: Bool, to result: inout [Segment]) {
        let mark = ListMarks(scanner: scanner).mark(at: content.start, content.end)
        let isTableRow = scanner.bytes[content.start] == 0x7C
        // A table is no paragraph of its own: it belongs to the one that announces it.
        let joins = mark == nil && (isTableRow ? !result.isEmpty : !afterBlank && isBroken(result.last))
        for (place, piece) in pieces(of: content).enumerated() {
            result.append(
                Segment(span: piece.span, mark: piece.mark, continuesLine: place == 0 ? joins : piece.mark == nil))
        }
    }

    /// True where a segment does not end a sentence in a text whose lines were broken at a width.
    private func isBroken(_ segment: Segment?) -> Bool {
        guard isHardWrapped, let segment else { return false }
        return !scanner.endsSentence(segment.span)
    }

    /// A line cut before each list mark inside it, where these marks make one run that counts from 1 (or goes on from
    /// the mark the line begins with).
    private func pieces(of content: ByteSpan) -> [(span: ByteSpan, mark: ListMark?)] {
        let lead = ListMarks(scanner: scanner).mark(at: content.start, content.end)
        let inner = innerMarks(in: content, after: lead)
        guard !inner.isEmpty else { return [(content, lead)] }
        var result: [(span: ByteSpan, mark: ListMark?)] = []
        var start = content.start
        var mark = lead
        for next in inner {
            result.append((scanner.trimmed(ByteSpan(start, next.span.start)), mark))
            start = next.span.start
            mark = next
        }
        result.append((ByteSpan(start, content.end), mark))
        return result.filter { !$0.span.isEmpty }
    }

    private func innerMarks(in content: ByteSpan, after lead: ListMark?) -> [ListMark] {
        var run: [ListMark] = []
        var style = lead?.readings.first?.style
        var last = lead?.readings.first?.value ?? 0
        var index = lead?.span.end ?? content.start
        while index < content.end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            guard [0xFF1A, 0x3A, 0xFF1B, 0x3B, 0x3002].contains(value) else { continue }
            let start = scanner.skipSpace(index, content.end)
            guard let mark = ListMarks(scanner: scanner).mark(at: start, content.end),
                let reading = mark.readings.first(where: { $0.value == last + 1 && $0.style == style ?? $0.style }),
                reading.style.isBracketed
            else { continue }
            run.append(mark)
            style = reading.style
            last = reading.value
            index = mark.span.end
        }
        return run.count >= 2 || (lead != nil && !run.isEmpty) ? run : []
    }
}

extension Scanner {
    /// True where the span ends with a mark that ends a sentence or a clause (closing quotes and brackets passed over).
    func endsSentence(_ span: ByteSpan) -> Bool {
        var end = span.end
        while let (value, length) = scalar(before: end, from: span.start) {
            switch value {
            case 0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x2E, 0x3B, 0x3A, 0x21, 0x3F: return true
            case 0x22, 0x201D, 0x29, 0xFF09, 0x300B, 0x300D, 0x2A: end -= length
            default: return false
            }
        }
        return false
    }

    /// True where the span ends with a letter, an ideograph or a digit: without any punctuation.
    func endsWithWord(_ span: ByteSpan) -> Bool {
        guard let last = scalar(before: span.end, from: span.start) else { return false }
        return last.value.isLetter || last.value.isHan || last.value.digit != nil
    }

    /// True where the span ends with a colon, after which a list is announced.
    func endsWithColon(_ span: ByteSpan) -> Bool {
        guard let last = scalar(before: span.end, from: span.start) else { return false }
        return last.value == 0x3A || last.value == 0xFF1A
    }

    /// True where the span ends with a full stop of either language.
    func endsWithFullStop(_ span: ByteSpan) -> Bool {
        guard let last = scalar(before: span.end, from: span.start) else { return false }
        return [0x3002, 0x2E, 0x21, 0x3F, 0xFF01, 0xFF1F, 0x22, 0x201D].contains(last.value)
    }
}
