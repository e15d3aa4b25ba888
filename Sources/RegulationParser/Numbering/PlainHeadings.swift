import RegulationModel

/// Finds headings of groups of articles that carry no 第…章: 一、一般规定 as interpretations of the courts have them,
/// 总则 and 附则 alone on a line, and headings that lost their number.
///
/// Such a heading is known by what follows it: the next visible line begins an article or another heading. It counts
/// as a chapter, or as what the widest headings of the act are. Headings without a number are numbered by their place.
struct PlainHeadings {
    private let document: Document
    private let scanner: Scanner
    private let lines: [Line]
    private let contents: ContentsLines

    init(document: Document, contents: ContentsLines) {
        self.document = document
        scanner = document.scanner
        lines = document.lines
        self.contents = contents
    }

    private static let longestHeading = 150
    private static let first = ["总则", "總則", "generalprovisions"]
    private static let others = ["分则", "罚则", "附则", "附則", "supplementaryprovisions"]

    /// Heading marks, ascending.
    func find(articles: [Mark], groupings: [Mark]) -> [Mark] {
        guard let last = articles.last else { return [] }
        var starts = LineFlags(count: lines.count)
        for mark in articles where mark.place == .lineStart { starts.insert(mark.line) }
        for mark in groupings where mark.place == .lineStart { starts.insert(mark.line) }
        let counted = counted(before: last.line, starts)
        let known = counted.isEmpty ? groupings : (groupings + counted).sorted { $0.span < $1.span }
        let level = groupings.map(\.level).min() ?? .chapter
        let lost = LostHeadings(document: document).find(articles: articles, groupings: known)
            .filter { isFree($0.line, starts) }
        let worded = worded(before: last.line, starts, known, level)
        guard !lost.isEmpty else {
            return worded.isEmpty ? counted : (counted + worded).sorted { $0.span < $1.span }
        }
        // 附则 behind the last part is no chapter of it.
        let isWider = level < .chapter
        let lines = Set(worded.map(\.line))
        var headings = lost.filter { !lines.contains($0.line) }
        if !isWider { headings += worded.map { HeadingPlaces.Heading(line: $0.line, kind: .chapter) } }
        let placed = HeadingPlaces(known: known, firstArticle: articles[0].line)
            .places(of: headings.sorted { $0.line < $1.line })
            .map { place in
                let form: MarkForm = lines.contains(place.line) ? .unnumbered : .numberLost
                return heading(place.level, place.number, self.lines[place.line].content, place.line, form)
            }
        return (counted + placed + (isWider ? worded : [])).sorted { $0.span < $1.span }
    }

    /// 一、… 二、…: two or more that count from 1, each with an article or （一）… and an article behind it.
    private func counted(before last: Int, _ starts: LineFlags) -> [Mark] {
        let numbered = (0..<last).filter { mayBeCounted(lines[$0]) }
        let sections = numbered.compactMap { countedMark(at: $0, .bracketHan, .section, starts) }
        var opened = starts
        for section in sections { opened.insert(section.line) }
        let chapters = numbered.compactMap { countedMark(at: $0, .hanComma, .chapter, opened) }
        let sequence = solved(chapters, restart: nil)
        guard sequence.count > 1, sequence[0].number.ordinal == 1 else { return [] }
        let below = solved(sections, restart: 0)
        return sequence + (below.first?.number.ordinal == 1 ? below : [])
    }

    private func solved(_ marks: [Mark], restart: Double?) -> [Mark] {
        var solver = NumberingSolver()
        solver.costs.restart = restart ?? solver.costs.restart
        return solver.solve(marks).map { marks[$0] }
    }

    /// True where the line is short and begins with a bracket or a Chinese numeral; cheap, for it is asked of every line.
    private func mayBeCounted(_ line: Line) -> Bool {
        guard !line.isBlank, line.content.length <= Self.longestHeading else { return false }
        let first = scanner.scalar(at: line.content.start).value
        return first == 0x28 || first == 0xFF08 || (0x3220...0x3229).contains(first) || Scanner.isHanNumeral(first)
    }

    private func countedMark(at index: Int, _ style: ListStyle, _ level: Level, _ starts: LineFlags) -> Mark? {
        let content = lines[index].content
        guard content.length <= Self.longestHeading, isFree(index, starts), !scanner.endsSentence(content),
            let mark = ListMarks(scanner: scanner).mark(at: content.start, content.end), mark.span.end < content.end,
            let reading = mark.readings.first(where: { $0.style == style }), opensArticle(index, starts)
        else { return nil }
        return heading(level, reading.value, mark.span, index, .plainNumber)
    }

    private func worded(before last: Int, _ starts: LineFlags, _ known: [Mark], _ level: Level) -> [Mark] {
        (0..<last).compactMap { index in
            let content = lines[index].content
            guard content.length <= Self.longestWorded, mayBeWorded(lines[index]), isFree(index, starts),
                !belongsToMark(index, known)
            else { return nil }
            let word = scanner.string(content).lowercased().filter { $0.isLetter }
            let before = known.last { $0.level == level && $0.line < index }?.number.ordinal ?? 0
            guard Self.others.contains(word) || (Self.first.contains(word) && before == 0), opensArticle(index, starts)
            else { return nil }
            return heading(level, before + 1, content, index, .unnumbered)
        }
    }

    private static let longestWorded = 40
    private static let fewestLetters = 17

    /// True where the line has as many ideographs or letters as the words looked for.
    private func mayBeWorded(_ line: Line) -> Bool {
        line.count.ideographs == 2 || line.count.letters >= Self.fewestLetters
    }

    private func heading(_ level: Level, _ number: Int, _ span: ByteSpan, _ line: Int, _ form: MarkForm) -> Mark {
        Mark(
            level: level, number: ProvisionNumber(number), span: span, line: line, place: .lineStart, form: form,
            strength: MarkStrength.likely, isPunctuated: false)
    }

    private func isFree(_ index: Int, _ starts: LineFlags) -> Bool {
        !lines[index].isBlank && !starts.contains(index) && !contents.contains(index)
    }

    /// True where the next visible line begins an article or a heading.
    private func opensArticle(_ index: Int, _ starts: LineFlags) -> Bool {
        let next = ((index + 1)..<lines.count).first { !lines[$0].isBlank && !lines[$0].isComment }
        return next.map(starts.contains) ?? false
    }

    /// True where the line is the heading of a mark alone on the line above it.
    private func belongsToMark(_ index: Int, _ known: [Mark]) -> Bool {
        guard let above = (0..<index).last(where: { !lines[$0].isBlank }) else { return false }
        return known.contains { $0.line == above && $0.span.end >= lines[above].content.end }
    }
}

/// A set of lines.
private struct LineFlags {
    private var flags: [Bool]

    init(count: Int) { flags = Array(repeating: false, count: count) }

    func contains(_ line: Int) -> Bool { flags[line] }

    mutating func insert(_ line: Int) { flags[line] = true }
}
