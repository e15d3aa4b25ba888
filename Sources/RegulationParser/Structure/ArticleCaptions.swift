import RegulationModel

/// Finds headings that stand on the line above the mark of their article: （定義） above 第二條.
///
/// They are told by their number: most articles have such a line above, which is short, ends no sentence, and is not all
/// that the article before it says.
struct ArticleCaptions {
    /// The line of the caption, by the offset of the mark.
    private var lines: [Int: Int] = [:]
    private let scanner: Scanner

    /// In bytes.
    private static let longest = 60
    private static let longestInBrackets = 120
    private static let fewest = 2
    /// Share of the articles that have one, in brackets, and without: a line may end no sentence by a slip.
    private static let bracketedShare = 0.6
    private static let plainShare = 0.9

    /// - Parameters:
    ///   - marks: those of the act's groupings and articles, in order.
    ///   - headings: an article that has its heading behind its mark has none above.
    ///   - interludes: what stands between two articles and belongs to neither, by the index of the mark before it.
    init(document: Document, marks: [Mark], headings: ArticleHeadings, interludes: [Int: [OutsideLine]]) {
        scanner = document.scanner
        var found: [Int: Int] = [:]
        var inBrackets: [Int: Int] = [:]
        var articles = 0
        for (place, mark) in marks.enumerated() where mark.level == .article && mark.place == .lineStart {
            let before = place > 0 ? marks[place - 1] : nil
            if before?.level == .article { articles += 1 }
            guard interludes[place - 1] == nil, let line = Self.caption(above: mark, behind: before, document) else {
                continue
            }
            let end = place + 1 < marks.count ? marks[place + 1].span.start : document.source.bytes.count
            guard headings.heading(after: mark, in: ByteSpan(mark.span.start, end)).span == nil else { continue }
            if before?.level == .article {
                found[mark.span.start] = line
            } else if document.forms.isBracketed(document.lines[line].content) {
                inBrackets[mark.span.start] = line
            }
        }
        let bracketed = found.values.count { document.forms.isBracketed(document.lines[$0].content) }
        let share = bracketed == found.count ? Self.bracketedShare : Self.plainShare
        guard found.count >= Self.fewest, Double(found.count) >= share * Double(articles) else { return }
        lines = found.merging(inBrackets) { caption, _ in caption }
    }

    private static func caption(above mark: Mark, behind before: Mark?, _ document: Document) -> Int? {
        let first = before.map { $0.line + 1 } ?? 0
        guard first < mark.line,
            let line = (first..<mark.line).last(where: { !document.lines[$0].isBlank })
        else { return nil }
        let content = document.lines[line].content
        let isBracketed = document.forms.isBracketed(content)
        guard content.length <= (isBracketed ? longestInBrackets : longest), !document.lines[line].isComment,
            document.lines[line].headingLevel == 0, document.scanner.bytes[content.start] != UInt8(ascii: "|"),
            document.reach(from: document.lines[line].span.start, to: mark.span.start) == mark.span.start,
            !document.scanner.endsSentence(content),
            Dates(scanner: document.scanner).all(in: content).isEmpty,
            ListMarks(scanner: document.scanner).mark(at: content.start, content.end) == nil
        else { return nil }
        // What stands between two marks is text of the first one, but for the caption.
        guard let before, before.level == .article else { return line }
        let rest = document.scanner.trimmed(
            ByteSpan(before.span.end, max(before.span.end, document.lines[before.line].content.end)))
        let hasText = !rest.isEmpty || (first..<line).contains { !document.lines[$0].isBlank }
        return hasText ? line : nil
    }

    /// The line an article begins on: that of its caption, or of its mark.
    func firstLine(of mark: Mark) -> Int { lines[mark.span.start] ?? mark.line }

    /// The heading above a mark, without its brackets.
    func heading(of mark: Mark, in document: Document) -> ByteSpan? {
        guard let line = lines[mark.span.start] else { return nil }
        let content = document.lines[line].content
        guard document.forms.isBracketed(content) else { return content }
        let start = content.start + scanner.scalar(at: content.start).length
        let end = content.end - (scanner.scalar(before: content.end, from: content.start)?.length ?? 0)
        return scanner.trimmed(ByteSpan(start, end))
    }
}
