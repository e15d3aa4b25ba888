import RegulationModel

/// The marks of articles and groupings that the document really has, in order.
struct MarkSequence {
    /// Chosen article marks.
    let articles: [Mark]
    /// Chosen marks of parts, chapters and sections.
    let groupings: [Mark]
    /// Lines of tables of contents.
    let contents: [Range<Int>]

    /// Both kinds in document order.
    var all: [Mark] { (articles + groupings).sorted { $0.span < $1.span } }
}

/// Finds all candidate marks of a document and chooses among them.
struct MarkReader {
    let scanner: Scanner
    let lines: [Line]
    let language: Language

    /// Longest heading behind a chapter mark, in bytes; the longest of 3,423 laws has 93.
    private static let longestHeading = 150

    func read() -> MarkSequence {
        let candidates = candidates()
        let contents = ContentsFinder(scanner: scanner, lines: lines).find(candidates)
        let body = candidates.filter { mark in !contents.contains { $0.contains(mark.line) } }
        let articles = chosen(body.filter { $0.level == .article })
        let groupings = groupings(body.filter { $0.level < .article }, articles: articles)
        return MarkSequence(articles: articles, groupings: groupings, contents: contents)
    }

    private func candidates() -> [Mark] {
        let chinese = ChineseMarks(scanner: scanner)
        let english = EnglishMarks(scanner: scanner)
        var marks: [Mark] = []
        for (index, line) in lines.enumerated() where !line.isBlank && !line.isComment {
            marks += chinese.marks(in: line, at: index)
            if language == .english { marks += english.marks(in: line, at: index) }
        }
        return language == .english ? marks.sorted { $0.span < $1.span } : marks
    }

    private func chosen(_ marks: [Mark]) -> [Mark] {
        let sequence = NumberingSolver().solve(marks).map { marks[$0] }
        let isEvident = sequence.contains { $0.place == .lineStart && $0.form != .ordinalWord } || sequence.count > 2
        return isEvident ? sequence : []
    }

    // MARK: Parts, chapters, sections

    private func groupings(_ marks: [Mark], articles: [Mark]) -> [Mark] {
        let starts = MarkStarts(articles + marks)
        let headings = marks.filter { isHeading($0, before: starts) }
        var result: [Mark] = []
        for level in [Level.part, .subpart, .chapter, .section] {
            let ofLevel = headings.filter { $0.level == level }
            var solver = NumberingSolver()
            solver.costs.restart = level == .part ? -3 : 0
            result += solver.solve(ofLevel).map { ofLevel[$0] }
        }
        return result.sorted { $0.span < $1.span }
    }

    /// A grouping mark counts where nothing but a short heading stands between it and the end of its line or the next
    /// mark; a sentence there makes it a reference.
    private func isHeading(_ mark: Mark, before starts: MarkStarts) -> Bool {
        let line = lines[mark.line].content
        let next = starts.next(after: mark.span.end) ?? line.end
        let heading = scanner.trimmed(ByteSpan(mark.span.end, min(next, line.end)))
        guard heading.length <= Self.longestHeading, !scanner.endsSentence(heading) else { return false }
        return mark.place == .lineStart || (next < line.end && scanner.skipSpace(heading.end, next) == next)
    }
}

/// Where marks begin, for the question what comes next.
struct MarkStarts {
    private let starts: [Int]

    init(_ marks: [Mark]) { starts = marks.map(\.span.start).sorted() }

    /// The first start at or after an offset.
    func next(after offset: Int) -> Int? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < starts.count ? starts[low] : nil
    }
}

/// Finds tables of contents: headings listed in front of the act and found again behind the list.
struct ContentsFinder {
    let scanner: Scanner
    let lines: [Line]

    private static let titles = ["目录", "目次", "目錄", "contents", "tableofcontents"]

    /// Ranges of line indices.
    func find(_ marks: [Mark]) -> [Range<Int>] {
        let starts = marks.filter { $0.place == .lineStart }
        guard starts.count > 1 else { return [] }
        let byLine = Dictionary(starts.map { ($0.line, $0) }) { first, _ in first }
        let lastLine = lastLines(of: starts)
        var found: [Range<Int>] = []
        var index = 0
        while index < lines.count {
            let isTitle = isContentsTitle(lines[index])
            guard isTitle || byLine[index].map({ $0.level < .article }) ?? false else {
                index += 1
                continue
            }
            let end = runEnd(from: isTitle ? index + 1 : index, byLine, lastLine, isTitled: isTitle)
            let marked = (index..<end).filter { byLine[$0] != nil }.count
            if isTitle ? marked > 0 : marked > 1 { found.append(index..<end) }
            index = max(end, index + 1)
        }
        return found
    }

    /// Last line on which a level and number stands as a mark.
    private func lastLines(of marks: [Mark]) -> [Key: Int] {
        var result: [Key: Int] = [:]
        for mark in marks { result[Key(level: mark.level, number: mark.number)] = mark.line }
        return result
    }

    private struct Key: Hashable {
        let level: Level
        let number: ProvisionNumber
    }

    /// End of the run of lines that are blank or carry a mark which stands again further down.
    private func runEnd(
        from start: Int, _ byLine: [Int: Mark], _ lastLine: [Key: Int], isTitled: Bool
    ) -> Int {
        var seen: Set<Key> = []
        var end = start
        var index = start
        while index < lines.count {
            defer { index += 1 }
            if lines[index].isBlank { continue }
            guard let mark = byLine[index] else {
                if isTitled, isUnnumberedEntry(lines[index], from: index) {
                    end = index + 1
                    continue
                }
                break
            }
            let key = Key(level: mark.level, number: mark.number)
            let isRestarting = mark.level == .section || mark.level == .subpart
            if !isRestarting, !seen.insert(key).inserted { break }
            guard let last = lastLine[key], last > index else { break }
            end = index + 1
        }
        return end
    }

    /// An entry without a number (附则) inside a titled table of contents: short, and found again.
    private func isUnnumberedEntry(_ line: Line, from index: Int) -> Bool {
        guard line.content.length <= 30, !scanner.endsSentence(line.content) else { return false }
        let text = scanner.string(line.content)
        return lines[(index + 1)...].contains {
            $0.content.length == line.content.length
                && scanner.string($0.content) == text
        }
    }

    private func isContentsTitle(_ line: Line) -> Bool {
        guard line.content.length <= 60, !line.isBlank else { return false }
        let text = scanner.string(line.content).lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }
        return Self.titles.contains(text)
    }
}
