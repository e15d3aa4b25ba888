import RegulationModel

/// Finds headings whose 第…章 was lost: 规划建设 alone on a line, behind the end of a sentence and before the next article.
///
/// Copies of acts on the web lose the numbers of headings one by one; what is left stands at the end of the article
/// before, and reads like a paragraph of it.
struct LostHeadings {
    private let document: Document
    private let scanner: Scanner
    private let lines: [Line]

    /// Of the headings that lost their number in 3,423 acts the longest has 69 bytes.
    private static let longest = 90
    private static let fewestIdeographs = 2
    /// Lines in front of articles that are more than this share of the articles are captions of articles, no headings of
    /// groups: of 140 acts with lost headings none has more than 0.19.
    private static let largestShare = 0.5

    init(document: Document) {
        self.document = document
        scanner = document.scanner
        lines = document.lines
    }

    /// Such headings, ascending: straight before an article or a first section. A line below another one is the rest of it.
    func find(articles: [Mark], groupings: [Mark]) -> [HeadingPlaces.Heading] {
        guard document.language == .chinese else { return [] }
        let marks = Mark.merged(groupings, articles)
        var found: [HeadingPlaces.Heading] = []
        var article: Mark?
        for (index, mark) in marks.enumerated() {
            defer { if mark.level == .article { article = mark } }
            guard let article, mark.place == .lineStart, opensGroup(mark, behind: article) else { continue }
            if let heading = heading(before: mark, below: marks[index - 1]) { found.append(heading) }
        }
        return Double(found.count) > Self.largestShare * Double(articles.count) ? [] : found
    }

    /// True for a mark that can stand below a heading: an article that goes on with the numbers, or a first section.
    private func opensGroup(_ mark: Mark, behind article: Mark) -> Bool {
        switch mark.level {
        case .article: mark.number > article.number
        case .section: mark.number.ordinal == 1
        default: false
        }
    }

    private func heading(before mark: Mark, below floor: Mark) -> HeadingPlaces.Heading? {
        guard let line = visible(before: mark.line, above: floor.line), isHeading(line) else { return nil }
        guard let above = visible(before: line, above: floor.line - 1) else { return nil }
        if closesSentence(lines[above].content) { return .init(line: line, kind: .any) }
        // Below the mark of a chapter it may be the rest of that heading.
        guard above > floor.line else {
            let hasHeading = floor.span.end < lines[above].content.end
            return floor.level == .chapter && hasHeading ? .init(line: line, kind: .belowChapter) : nil
        }
        guard isHeading(above), let before = visible(before: above, above: floor.line - 1) else { return nil }
        return closesSentence(lines[before].content) ? .init(line: above, kind: .any) : nil
    }

    /// The last line with text before `line` and below `floor`.
    private func visible(before line: Int, above floor: Int) -> Int? {
        var index = line - 1
        while index > floor, lines[index].isBlank || lines[index].isComment { index -= 1 }
        return index > floor ? index : nil
    }

    private func isHeading(_ line: Int) -> Bool {
        let content = lines[line].content
        return content.length <= Self.longest && lines[line].count.ideographs >= Self.fewestIdeographs
            && isOfIdeographs(content) && !hasMark(content) && !document.forms.isAnnexHeading(content)
            && !document.forms.isDate(content)
    }

    /// True where nothing but ideographs, enumeration commas and white space stands in the span.
    private func isOfIdeographs(_ span: ByteSpan) -> Bool {
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            guard value.isHan || value == 0x3001 || Scanner.isSpace(value) else { return false }
            index += length
        }
        return true
    }

    private static let ordinalWord = utf8("第")

    /// True where the line begins with a mark of a list, or with 第 and a number.
    private func hasMark(_ content: ByteSpan) -> Bool {
        if ListMarks(scanner: scanner).mark(at: content.start, content.end) != nil { return true }
        guard scanner.has(Self.ordinalWord, at: content.start) else { return false }
        return scanner.anyNumeral(at: scanner.skipSpace(content.start + 3, content.end), content.end) != nil
    }

    /// True where the line ends with 。, ！ or ？, closing quotation marks and brackets passed over.
    private func closesSentence(_ content: ByteSpan) -> Bool {
        var end = content.end
        while let (value, length) = scanner.scalar(before: end, from: content.start) {
            switch value {
            case 0x3002, 0xFF01, 0xFF1F: return true
            case 0x22, 0x201D, 0x29, 0xFF09, 0x300D, 0x300F, 0x2A: end -= length
            default: return false
            }
        }
        return false
    }
}
