import RegulationModel

/// Finds the headings of articles: 【立法目的】 or （定義） straight behind the mark, `(Definitions)` in English, the rest of
/// a Markdown heading, or a short line without the end of a sentence where most articles of the act have one.
struct ArticleHeadings {
    private let document: Document
    private let shape: HeadingShape
    /// True where the rest of the mark's line is a heading.
    private let standsBehindMark: Bool
    /// True where the line below a mark alone on its line is a heading.
    private let standsBelowMark: Bool

    /// A heading, if there is one, and where the mark ends and the text begins.
    struct Found {
        let span: ByteSpan?
        let textStart: Int
        /// Where the mark ends with the sign behind it, which belongs to it.
        var markEnd: Int?
    }

    /// Share of an act's articles that must look as if they had headings. An act with headings has one for each article;
    /// lines that break a sentence are rarer than one in ten in 3,423 laws.
    private static let headedShare = 0.6
    private static let fewestHeaded = 2
    private static let longestHeading = 120

    private var scanner: Scanner { document.scanner }
    private var lines: [Line] { document.lines }

    init(document: Document, articles: [Mark]) {
        self.document = document
        let lines = document.lines
        shape = HeadingShape(document: document)
        var behind = 0
        var below = 0
        for (place, mark) in articles.enumerated() {
            let end = place + 1 < articles.count ? articles[place + 1].line : lines.count
            let rest = shape.rest(of: mark)
            if !rest.isEmpty {
                if shape.isHeading(rest, mark.line, end) { behind += 1 }
            } else if let line = shape.visible(after: mark.line, before: end) {
                if shape.isHeading(lines[line].content, line, end) { below += 1 }
            }
        }
        func isUsual(_ count: Int) -> Bool {
            count >= Self.fewestHeaded && Double(count) >= Self.headedShare * Double(articles.count)
        }
        standsBehindMark = isUsual(behind)
        standsBelowMark = isUsual(below)
    }

    /// The heading of the article that begins with `mark` and fills `region`.
    func heading(after mark: Mark, in region: ByteSpan) -> Found {
        let bracketed = bracketed(after: mark, in: region)
        if bracketed.span != nil { return bracketed }
        let rest = shape.rest(of: mark)
        var lastLine: Int { document.source.line(at: max(region.start, region.end - 1)) }
        if rest.isEmpty {
            guard standsBelowMark, let below = shape.visible(after: mark.line, before: lastLine),
                shape.isHeading(lines[below].content, below, lastLine)
            else { return bracketed }
            return Found(span: lines[below].content, textStart: lines[below].content.end)
        }
        let isMarkdown = lines[mark.line].headingLevel > 0 && !scanner.endsSentence(rest)
        guard rest.end <= region.end, isMarkdown || (standsBehindMark && shape.isHeading(rest, mark.line, lastLine))
        else { return bracketed }
        return Found(span: rest, textStart: rest.end)
    }

    // MARK: Brackets

    private static let signsBehindMark = utf8(["：", ":", "、", "．", "."])

    private func bracketed(after mark: Mark, in region: ByteSpan) -> Found {
        var textStart = mark.span.end
        // Emphasis around the mark closes behind it in Markdown.
        while document.readsMarkdown, textStart < region.end, scanner.bytes[textStart] == 0x2A { textStart += 1 }
        // 第一条：… and 第一条、…: the sign belongs to the number.
        if document.language == .chinese, let sign = scanner.first(of: Self.signsBehindMark, at: textStart),
            textStart + Self.signsBehindMark[sign].count < region.end
        {
            textStart += Self.signsBehindMark[sign].count
            return Found(span: nil, textStart: textStart, markEnd: textStart)
        }
        let start = scanner.skipSpace(textStart, region.end)
        let lineEnd = min(region.end, lines[mark.line].content.end)
        guard start < lineEnd else { return Found(span: nil, textStart: textStart) }
        let opening = scanner.scalar(at: start)
        let closing: UInt32
        switch opening.value {
        case 0x3010: closing = 0x3011
        case 0xFF08: closing = 0xFF09
        case 0x28: closing = 0x29
        default: return Found(span: nil, textStart: textStart)
        }
        var index = start + opening.length
        while index < lineEnd, index - start < Self.longestHeading {
            let (value, length) = scanner.scalar(at: index)
            if value == closing {
                let inner = scanner.trimmed(ByteSpan(start + opening.length, index))
                let isFollowed = scanner.skipSpace(index + length, region.end) < region.end
                let isHeading = isFollowed && isHeading(inner, bracketAt: start, region.end)
                return Found(span: isHeading ? inner : nil, textStart: isHeading ? index + length : textStart)
            }
            index += length
        }
        return Found(span: nil, textStart: textStart)
    }

    private static let clauseMarks = utf8(["，", "。", ", "])

    /// A bracket counts as a heading only if it is no list mark, holds no sentence and more than one ideograph:
    /// （镇）人民政府 opens a sentence.
    private func isHeading(_ inner: ByteSpan, bracketAt start: Int, _ end: Int) -> Bool {
        let isListMark = ListMarks(scanner: scanner).mark(at: start, end) != nil
        return !isListMark && inner.length > 3 && !scanner.contains(Self.clauseMarks, in: inner)
    }
}

/// The look of a heading line: short, no end of a sentence, text below it.
private struct HeadingShape {
    private let document: Document
    private let scanner: Scanner
    private let lines: [Line]

    private static let longest = 120
    private static let clauseMarks = utf8(["，", "“"])

    init(document: Document) {
        self.document = document
        scanner = document.scanner
        lines = document.lines
    }

    /// What stands behind a mark on its line.
    func rest(of mark: Mark) -> ByteSpan {
        let end = lines[mark.line].content.end
        return scanner.trimmed(ByteSpan(min(mark.span.end, end), end))
    }

    /// The next line with text, before line `end`.
    func visible(after line: Int, before end: Int) -> Int? {
        guard line + 1 < end else { return nil }
        return ((line + 1)..<end).first { !lines[$0].isBlank && !lines[$0].isComment }
    }

    /// True where `span`, on line `line` of an article that ends before line `end`, looks like a heading.
    func isHeading(_ span: ByteSpan, _ line: Int, _ end: Int) -> Bool {
        guard !span.isEmpty, span.length <= Self.longest, !scanner.endsSentence(span),
            let below = visible(after: line, before: end), !scanner.contains(Self.clauseMarks, in: span)
        else { return false }
        if document.isHardWrapped, below == line + 1 { return false }
        guard document.language == .english else { return true }
        let next = scanner.scalar(at: lines[below].content.start).value
        return UInt32(scanner.bytes[span.start]).isCapital && (!next.isLetter || next.isCapital)
    }
}
