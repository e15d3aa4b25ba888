import RegulationModel

/// One stretch of a provision's text: a line, or a piece of a line where list marks stand inside it.
struct Segment {
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
    private let scanner: Scanner
    private let lines: [Line]
    /// True where lines of the text were broken at a width, not at the ends of paragraphs.
    private let isHardWrapped: Bool
    private let indentsParagraphs: Bool

    init(document: Document) {
        scanner = document.scanner
        lines = document.lines
        isHardWrapped = document.isHardWrapped
        indentsParagraphs = document.indentsParagraphs
    }

    /// Adds the segments of the bytes `region`, which begins in the line at `firstLine`.
    func addSegments(in region: ByteSpan, firstLine: Int, to result: inout [Segment]) {
        var held: Content?
        forEachContent(in: region, firstLine: firstLine) { content in
            if let held { append(held, before: content.mark, to: &result) }
            held = content
        }
        if let held { append(held, before: nil, to: &result) }
    }

    /// The visible part of one line, the list mark it begins with, whether a blank line stands above it, and whether a
    /// list mark may stand inside it.
    private struct Content {
        let span: ByteSpan
        let mark: ListMark?
        let isAfterBlank: Bool
        let isIndented: Bool
        let hasBracket: Bool
    }

    private func forEachContent(in region: ByteSpan, firstLine: Int, _ body: (Content) -> Void) {
        var afterBlank = true
        var index = firstLine
        while index < lines.count, lines[index].span.start < region.end || index == firstLine {
            let line = lines[index]
            let span = visible(line, in: region)
            index += 1
            if span.isEmpty || line.isComment {
                afterBlank = afterBlank || line.isBlank
                continue
            }
            let mark = ListMarks(scanner: scanner).mark(at: span.start, span.end)
            let hasBracket = line.count.traits.contains(.bracket)
            body(
                Content(
                    span: span, mark: mark, isAfterBlank: afterBlank, isIndented: line.isIndented,
                    hasBracket: hasBracket))
            afterBlank = false
        }
    }

    /// The visible part of a line in `region`; the content of a line has no white space at its ends.
    private func visible(_ line: Line, in region: ByteSpan) -> ByteSpan {
        if region.contains(line.content) { return line.content }
        let start = max(line.content.start, region.start)
        return scanner.trimmed(ByteSpan(start, max(start, min(line.content.end, region.end))))
    }

    private func append(_ content: Content, before next: ListMark?, to result: inout [Segment]) {
        let isTableRow = scanner.bytes[content.span.start] == 0x7C
        // A table is no paragraph of its own: it belongs to the one that announces it.
        let joins =
            content.mark == nil
            && (isTableRow ? !result.isEmpty : !content.isAfterBlank && isBroken(result.last, before: content))
        let inner = content.hasBracket ? innerMarks(in: content, before: next) : []
        if inner.isEmpty {
            result.append(Segment(span: content.span, mark: content.mark, continuesLine: joins))
            return
        }
        for (place, piece) in pieces(of: content, cutBefore: inner).enumerated() {
            result.append(
                Segment(span: piece.span, mark: piece.mark, continuesLine: place == 0 ? joins : piece.mark == nil))
        }
    }

    /// True where a segment does not end a sentence in a text whose lines were broken at a width, or where a line behind it
    /// is not set in as paragraphs of the text are.
    private func isBroken(_ segment: Segment?, before content: Content) -> Bool {
        guard isHardWrapped, let segment else { return false }
        if indentsParagraphs, !content.isIndented { return true }
        return !scanner.endsSentence(segment.span)
    }

    /// A line cut before each list mark inside it.
    private func pieces(of content: Content, cutBefore inner: [ListMark]) -> [(span: ByteSpan, mark: ListMark?)] {
        var result: [(span: ByteSpan, mark: ListMark?)] = []
        var start = content.span.start
        var mark = content.mark
        for inside in inner {
            result.append((scanner.trimmed(ByteSpan(start, inside.span.start)), mark))
            start = inside.span.start
            mark = inside
        }
        result.append((ByteSpan(start, content.span.end), mark))
        return result.filter { !$0.span.isEmpty }
    }

    /// List marks inside a line, where they make one run that counts from 1, goes on from the mark the line begins with,
    /// or is gone on with by the mark of the next line.
    private func innerMarks(in content: Content, before next: ListMark?) -> [ListMark] {
        let end = content.span.end
        var run: [ListMark] = []
        var first: Int?
        var style = content.mark?.readings.first?.style
        var last = content.mark?.readings.first?.value ?? 0
        var index = content.mark?.span.end ?? content.span.start
        while index < end {
            if (0xE4...0xE9).contains(scanner.bytes[index]) {
                index += 3
                continue
            }
            let (value, length) = scanner.scalar(at: index)
            index += length
            switch value {
            case 0xFF1A, 0x3A, 0xFF1B, 0x3B, 0x3002: break
            default: continue
            }
            let start = scanner.skipSpace(index, end)
            let mayBegin = content.mark == nil && run.isEmpty && next != nil
            guard let mark = ListMarks(scanner: scanner).mark(at: start, end),
                let reading = mark.readings.first(where: {
                    $0.style == style ?? $0.style && $0.style.isBracketed && ($0.value == last + 1 || mayBegin)
                })
            else { continue }
            run.append(mark)
            first = first ?? reading.value
            style = reading.style
            last = reading.value
            index = mark.span.end
        }
        guard let first else { return [] }
        let goesOn = next?.readings.contains { $0.style == style && $0.value == last + 1 } ?? false
        return goesOn || content.mark != nil || (run.count >= 2 && first == 1) ? run : []
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
        switch last.value {
        case 0x3002, 0x2E, 0x21, 0x3F, 0xFF01, 0xFF1F, 0x22, 0x201D: return true
        default: return false
        }
    }
}
