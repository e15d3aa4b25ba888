import RegulationModel

/// Reads a document that holds articles: an act, or an excerpt of one.
struct ActReader {
    let document: Document
    let sequence: MarkSequence

    private var scanner: Scanner { document.scanner }
    private var lines: [Line] { document.lines }

    /// The body, or nil where there is no article.
    func read() -> Body? {
        guard let firstArticle = sequence.articles.first, let lastArticle = sequence.articles.last else { return nil }
        let marks = sequence.all.filter { $0.level >= .article || $0.span.start < lastArticle.span.start }
        let first = marks.first ?? firstArticle
        let frame = FrameReader(forms: document.forms, lines: lines, contents: sequence.contents).frame(before: first)
        let tail = TailFinder(forms: document.forms, lines: lines).tail(from: lastArticle.line + 1, isExplainer: false)
        var body = Body(title: frame.title, marks: marks)
        let end = tail.first.map { lines[$0.line].span.start } ?? bodyEnd()
        addProvisions(marks, until: end, to: &body)
        let blankTail = tail.isEmpty && end < document.source.bytes.count ? [end] : []
        body.parts = parts(frame, body: body, tail: tail, blankTail: blankTail, first: first)
        return body
    }

    /// Offset behind the last line that is not blank: its line break belongs to the body.
    private func bodyEnd() -> Int {
        lines.last { !$0.isBlank }.map(\.next) ?? document.source.bytes.count
    }

    // MARK: Provisions

    private func addProvisions(_ marks: [Mark], until end: Int, to body: inout Body) {
        var used: Set<EId> = []
        var open: [Int] = []
        for (index, mark) in marks.enumerated() {
            let next = index + 1 < marks.count ? marks[index + 1].span.start : end
            if mark.level == .article {
                let region = scanner.trimmed(ByteSpan(mark.span.start, next))
                body.articles.append(article(mark, region, &used, &body.findings))
            } else {
                while let last = open.last, body.groupings[last].level >= mark.level { open.removeLast() }
                let parent = open.last
                open.append(body.groupings.count)
                body.groupings.append(grouping(mark, before: next, parent: parent, body, &used))
            }
        }
        closeGroupings(&body)
    }

    private func article(
        _ mark: Mark, _ region: ByteSpan, _ used: inout Set<EId>, _ findings: inout [Diagnostic]
    ) -> Provision {
        let eId = unique(EId("art_\(mark.number.text)"), &used)
        let (heading, textStart) = heading(after: mark, in: region)
        let built = document.paragraphs(
            in: ByteSpan(textStart, region.end), firstLine: mark.line, parent: eId)
        findings += built.findings
        return Provision(
            level: .article, eId: eId, number: mark.number, mark: mark.span, heading: heading, span: region,
            children: built.paragraphs)
    }

    /// 【立法目的】 or （定義） straight behind the mark; `(Definitions)` in English.
    private func heading(after mark: Mark, in region: ByteSpan) -> (ByteSpan?, Int) {
        var textStart = mark.span.end
        // Emphasis around the mark closes behind it in Markdown.
        while textStart < region.end, scanner.bytes[textStart] == 0x2A { textStart += 1 }
        let start = scanner.skipSpace(textStart, region.end)
        let lineEnd = min(region.end, lines[mark.line].content.end)
        guard start < lineEnd else { return (nil, textStart) }
        let opening = scanner.scalar(at: start)
        let closing: UInt32
        switch opening.value {
        case 0x3010: closing = 0x3011
        case 0xFF08: closing = 0xFF09
        case 0x28: closing = 0x29
        default: return (nil, textStart)
        }
        var index = start + opening.length
        while index < lineEnd, index - start < 120 {
            let (value, length) = scanner.scalar(at: index)
            if value == closing { return headingSpan(start + opening.length, index, index + length, textStart, region) }
            index += length
        }
        return (nil, textStart)
    }

    /// A bracket counts as a heading only if no list mark, and text or the end of the line follows.
    private func headingSpan(
        _ start: Int, _ end: Int, _ after: Int, _ textStart: Int, _ region: ByteSpan
    ) -> (ByteSpan?, Int) {
        let inner = scanner.trimmed(ByteSpan(start, end))
        let bracketStart = scanner.skipSpace(textStart, region.end)
        let isListMark = ListMarks(scanner: scanner).mark(at: bracketStart, region.end) != nil
        let isSentence = scanner.contains(utf8(["，", "。", ", "]), in: inner)
        return isListMark || isSentence || inner.isEmpty ? (nil, textStart) : (inner, after)
    }

    private func grouping(
        _ mark: Mark, before next: Int, parent: Int?, _ body: Body, _ used: inout Set<EId>
    ) -> Grouping {
        let lineEnd = lines[mark.line].content.end
        var heading = scanner.trimmed(ByteSpan(mark.span.end, max(mark.span.end, min(lineEnd, next))))
        if heading.isEmpty, mark.line + 1 < lines.count {
            heading = headingOnNextLine(mark, before: next)
        }
        let stem = "\(mark.level.eIdWord)_\(mark.number.text)"
        let path = parent.map { body.groupings[$0].eId.text + "__" + stem } ?? stem
        return Grouping(
            level: mark.level, eId: unique(EId(path), &used), number: mark.number, mark: mark.span,
            heading: heading, span: ByteSpan(mark.span.start, max(mark.span.end, heading.end)), parent: parent,
            articles: body.articles.count..<body.articles.count)
    }

    /// A heading that stands on the line below its mark: short, no sentence, before the next mark.
    private func headingOnNextLine(_ mark: Mark, before next: Int) -> ByteSpan {
        let below = ((mark.line + 1)..<min(lines.count, mark.line + 3)).first { !lines[$0].isBlank }
        guard let below, lines[below].span.end <= next, lines[below].content.length <= 120,
            !scanner.endsSentence(lines[below].content)
        else { return ByteSpan(mark.span.end, mark.span.end) }
        return lines[below].content
    }

    /// Gives each grouping the articles up to the next grouping of its level or a wider one.
    private func closeGroupings(_ body: inout Body) {
        let count = body.articles.count
        for index in body.groupings.indices {
            let grouping = body.groupings[index]
            let after = body.groupings[(index + 1)...].first { $0.level <= grouping.level }
            let end = after?.articles.lowerBound ?? count
            body.groupings[index] = Grouping(
                level: grouping.level, eId: grouping.eId, number: grouping.number, mark: grouping.mark,
                heading: grouping.heading, span: grouping.span, parent: grouping.parent,
                articles: grouping.articles.lowerBound..<max(grouping.articles.lowerBound, end))
        }
    }

    /// A repeated number keeps its place and gets an address of its own.
    private func unique(_ eId: EId, _ used: inout Set<EId>) -> EId {
        if used.insert(eId).inserted { return eId }
        var copy = 2
        while !used.insert(EId("\(eId.text)-dup\(copy)")).inserted { copy += 1 }
        return EId("\(eId.text)-dup\(copy)")
    }

    // MARK: Parts

    private func parts(
        _ frame: DocumentFrame, body: Body, tail: [(line: Int, kind: PartKind)], blankTail: [Int], first: Mark
    ) -> [DocumentPart] {
        let tiling = PartTiling(lines: lines, length: document.source.bytes.count)
        var starts = headStarts(frame, first: first, tiling)
        if frame.titleHeadsBody, let title = frame.title {
            let line = document.source.line(at: title.start) - 1
            starts.append(.init(offset: tiling.offset(ofLine: line), kind: .title))
        }
        starts += frame.front.map { .init(offset: $0.span.start, kind: $0.kind) }
        for grouping in body.groupings {
            starts.append(.init(offset: markOffset(grouping.mark, frame), kind: .grouping))
        }
        for article in body.articles {
            guard let mark = article.mark else { continue }
            starts.append(.init(offset: markOffset(mark, frame), kind: .article))
        }
        starts += tail.map { .init(offset: tiling.offset(ofLine: $0.line), kind: $0.kind) }
        starts += blankTail.map { .init(offset: $0, kind: .layout) }
        return tiling.parts(starts)
    }

    /// A mark that opens its line takes the line's indentation with it.
    private func markOffset(_ mark: ByteSpan, _ frame: DocumentFrame) -> Int {
        let line = lines[document.source.line(at: mark.start) - 1]
        return line.content.start == mark.start ? line.span.start : mark.start
    }

    private func headStarts(_ frame: DocumentFrame, first: Mark, _ tiling: PartTiling) -> [PartTiling.Start] {
        var pieces: [HeadPiece] = []
        for (index, line) in lines.enumerated() where line.span.start < frame.bodyStart {
            let content = scanner.trimmed(ByteSpan(line.content.start, min(line.content.end, frame.bodyStart)))
            guard !content.isEmpty, !line.isComment else { continue }
            pieces.append(HeadPiece(span: content, line: index))
        }
        let classifier = HeadClassifier(forms: document.forms, lines: lines, title: frame.title)
        return zip(pieces, classifier.kinds(of: pieces)).map { piece, kind in
            .init(offset: tiling.offset(ofLine: piece.line), kind: kind)
        }
    }
}
