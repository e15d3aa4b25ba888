import RegulationModel

/// Finds headings of groups of articles that carry no 第…章: 一、一般规定 as interpretations of the courts have them, and
/// 总则 and 附则 alone on a line.
///
/// Such a heading is known by what follows it: the next visible line begins an article or another heading. It counts
/// as a chapter, or as what the widest headings of the act are. 总则 and 附则 are numbered by their position.
struct PlainHeadings {
    let scanner: Scanner
    let lines: [Line]
    let contents: ContentsLines

    private static let longestHeading = 150
    private static let first = ["总则", "總則", "generalprovisions"]
    private static let others = ["分则", "罚则", "附则", "附則", "supplementaryprovisions"]

    /// Heading marks, ascending.
    func find(articles: [Mark], groupings: [Mark]) -> [Mark] {
        guard let last = articles.last else { return [] }
        let starts = Set((articles + groupings).filter { $0.place == .lineStart }.map(\.line))
        let counted = counted(before: last.line, starts)
        let level = groupings.map(\.level).min() ?? .chapter
        let known = groupings + counted
        return (counted + worded(before: last.line, starts, known, level)).sorted { $0.span < $1.span }
    }

    /// 一、… 二、…: two or more that count from 1, each with an article or （一）… and an article behind it.
    private func counted(before last: Int, _ starts: Set<Int>) -> [Mark] {
        let sections = (0..<last).compactMap { countedMark(at: $0, .bracketHan, .section, starts) }
        let opened = starts.union(sections.map(\.line))
        let chapters = (0..<last).compactMap { countedMark(at: $0, .hanComma, .chapter, opened) }
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

    private func countedMark(at index: Int, _ style: ListStyle, _ level: Level, _ starts: Set<Int>) -> Mark? {
        let content = lines[index].content
        guard isFree(index, starts), content.length <= Self.longestHeading, !scanner.endsSentence(content),
            let mark = ListMarks(scanner: scanner).mark(at: content.start, content.end), mark.span.end < content.end,
            let reading = mark.readings.first(where: { $0.style == style }), opensArticle(index, starts)
        else { return nil }
        return heading(level, reading.value, mark.span, index, .plainNumber)
    }

    private func worded(before last: Int, _ starts: Set<Int>, _ known: [Mark], _ level: Level) -> [Mark] {
        (0..<last).compactMap { index in
            let content = lines[index].content
            guard isFree(index, starts), content.length <= 40, !belongsToMark(index, known) else { return nil }
            let word = scanner.string(content).lowercased().filter { $0.isLetter }
            let before = known.last { $0.level == level && $0.line < index }?.number.ordinal ?? 0
            guard Self.others.contains(word) || (Self.first.contains(word) && before == 0), opensArticle(index, starts)
            else { return nil }
            return heading(level, before + 1, content, index, .unnumbered)
        }
    }

    private func heading(_ level: Level, _ number: Int, _ span: ByteSpan, _ line: Int, _ form: MarkForm) -> Mark {
        Mark(
            level: level, number: ProvisionNumber(number), span: span, line: line, place: .lineStart, form: form,
            strength: MarkStrength.likely, isPunctuated: false)
    }

    private func isFree(_ index: Int, _ starts: Set<Int>) -> Bool {
        !lines[index].isBlank && !starts.contains(index) && !contents.contains(index)
    }

    /// True where the next visible line begins an article or a heading.
    private func opensArticle(_ index: Int, _ starts: Set<Int>) -> Bool {
        let next = ((index + 1)..<lines.count).first { !lines[$0].isBlank && !lines[$0].isComment }
        return next.map(starts.contains) ?? false
    }

    /// True where the line is the heading of a mark alone on the line above it.
    private func belongsToMark(_ index: Int, _ known: [Mark]) -> Bool {
        guard let above = (0..<index).last(where: { !lines[$0].isBlank }) else { return false }
        return known.contains { $0.line == above && $0.span.end >= lines[above].content.end }
    }
}
