import RegulationModel

/// One line of a text with what its form tells: blank, indented, decorated by Markdown.
struct Line {
    /// The line without its line break.
    let span: ByteSpan
    /// The line without white space and Markdown decoration at both ends.
    let content: ByteSpan
    /// Level of a Markdown heading, 0 where it is none.
    let headingLevel: UInt8
    /// True for an HTML comment or a Markdown rule, with nothing else on the line: layout, not text.
    let isComment: Bool
    /// What stands on it.
    let count: LineCount
    private let afterBreak: UInt32

    /// - Parameter next: offset after the line break.
    init(
        span: ByteSpan, next: Int, content: ByteSpan, headingLevel: UInt8, isComment: Bool, count: LineCount
    ) {
        self.span = span
        self.content = content
        self.headingLevel = headingLevel
        self.isComment = isComment
        self.count = count
        afterBreak = UInt32(clamping: next)
    }

    /// Offset after the line break.
    var next: Int { Int(afterBreak) }
    /// True where nothing visible stands on the line.
    var isBlank: Bool { content.isEmpty }
    /// True where the line begins with white space.
    var isIndented: Bool { content.start > span.start }
    /// The language of its text alone; see `LanguageDetector`.
    var language: Language { LanguageDetector.language(ideographs: count.ideographs, letters: count.letters) }
}

/// Cuts a text into lines.
struct LineReader {
    let scanner: Scanner
    let readsMarkdown: Bool

    private static let comment = utf8("<!--")
    /// Where the dashes of `<!--` begin: its end may share them.
    private static let commentDashes = 2
    private static let commentEnd = utf8("-->")
    private static let rule = utf8("---")

    /// All lines in order, with what a pass over them found; those that begin in `outside` are blank. A final line break
    /// opens no further line.
    func lines(of source: SourceText, without outside: [DocumentPart]) -> (lines: [Line], survey: Survey) {
        var survey = Survey()
        var outside = outside[...]
        var lines: [Line] = []
        let starts = source.lineStarts
        let count = source.lineCount
        lines.reserveCapacity(count)
        for index in 0..<count {
            let start = starts[index]
            let next = index + 1 < starts.count ? starts[index + 1] : scanner.bytes.count
            var end = next
            while end > start, scanner.bytes[end - 1] == 0x0A || scanner.bytes[end - 1] == 0x0D { end -= 1 }
            while let first = outside.first, first.span.end <= start { outside.removeFirst() }
            let isOutside = outside.first.map { $0.span.contains(start) } ?? false
            let span = ByteSpan(start, end)
            lines.append(
                isOutside ? blank(span, next: next) : line(span, next: next, survey.look(at: span, scanner.bytes)))
        }
        return (lines, survey)
    }

    private func blank(_ span: ByteSpan, next: Int) -> Line {
        Line(
            span: span, next: next, content: ByteSpan(span.start, span.start), headingLevel: 0, isComment: false,
            count: LineCount())
    }

    private func line(_ span: ByteSpan, next: Int, _ count: LineCount) -> Line {
        var content = scanner.trimmed(span)
        var headingLevel: UInt8 = 0
        var isComment = false
        if readsMarkdown, !content.isEmpty,
            scanner.bytes[content.start] < 0x80 || scanner.bytes[content.end - 1] == 0x2A
        {
            isComment = isCommentAlone(content) || isRule(content)
            (content, headingLevel) = undecorated(content)
        }
        return Line(
            span: span, next: next, content: content, headingLevel: headingLevel, isComment: isComment, count: count)
    }

    /// A comment with nothing visible behind it; one that goes on ends with its line. `<!-->` is closed at once (HTML, on
    /// abruptly closed comments).
    private func isCommentAlone(_ content: ByteSpan) -> Bool {
        guard scanner.has(Self.comment, at: content.start) else { return false }
        let behind = content.start + Self.commentDashes
        guard behind < content.end, let end = scanner.find(Self.commentEnd, in: ByteSpan(behind, content.end)) else {
            return true
        }
        return end + Self.commentEnd.count == content.end
    }

    /// `---`, or the line below the head of a table: nothing but dashes, bars, colons and white space.
    private func isRule(_ content: ByteSpan) -> Bool {
        guard scanner.has(Self.rule, at: content.start) else { return false }
        return (content.start..<content.end).allSatisfy { index in
            switch scanner.bytes[index] {
            case UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09: true
            default: false
            }
        }
    }

    /// Takes away `#`, `>`, list dashes and emphasis around a whole line or its leading mark.
    private func undecorated(_ content: ByteSpan) -> (ByteSpan, UInt8) {
        var start = content.start
        var end = content.end
        while start < end, scanner.bytes[start] == 0x3E { start = scanner.skipSpace(start + 1, end) }
        var level: UInt8 = 0
        while start < end, scanner.bytes[start] == 0x23, level < 6 {
            level += 1
            start += 1
        }
        if level > 0 {
            while end > start, scanner.bytes[end - 1] == 0x23 { end -= 1 }
        } else if end - start > 2, scanner.bytes[start] == 0x2D || scanner.bytes[start] == 0x2A,
            scanner.bytes[start + 1] == 0x20
        {
            start += 2
        }
        start = scanner.skipSpace(start, end)
        while end - start >= 2, scanner.bytes[start] == 0x2A, scanner.bytes[start + 1] == 0x2A { start += 2 }
        while end - start >= 2, scanner.bytes[end - 1] == 0x2A, scanner.bytes[end - 2] == 0x2A { end -= 2 }
        return (scanner.trimmed(ByteSpan(start, end)), level)
    }
}
