import RegulationModel

/// The lines that tables of contents fill.
struct ContentsLines {
    /// Ranges of line indices, ascending.
    private let ranges: [Range<Int>]

    init(_ ranges: [Range<Int>]) { self.ranges = ranges }

    /// True where the text has no table of contents.
    var isEmpty: Bool { ranges.isEmpty }

    /// True where the line at `index` belongs to a table of contents.
    func contains(_ index: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(index)
    }
}

/// Finds tables of contents: headings listed in front of the act and found again behind the list.
struct ContentsFinder {
    let scanner: Scanner
    let lines: [Line]

    private static let longestEntry = 90
    private static let longestEntryName = 30
    private static let titles = ["目录", "目次", "目錄", "contents", "tableofcontents"]

    /// Ranges of line indices.
    func find(_ marks: [Mark]) -> [Range<Int>] {
        var contentsTitles: Set<Int> = []
        var joinedTitles: [Int] = []
        for index in lines.indices where mayBeTitle(lines[index]) {
            if isContentsTitle(lines[index]) { contentsTitles.insert(index) }
            if isJoinedWithTitle(lines[index]) { joinedTitles.append(index) }
        }
        guard marks.lazy.filter({ $0.place == .lineStart }).prefix(2).count > 1 else { return [] }
        let headings = marks.filter { $0.level < .article }
        if headings.isEmpty, contentsTitles.isEmpty { return joinedTitles.map { $0..<($0 + 1) } }
        let starts = LineStarts(marks, lineCount: lines.count)
        let names = contentsTitles.isEmpty ? [:] : lastLinesByName()
        let joined = joinedLines(marks, starts).union(joinedTitles)
        // Only these lines can begin a table of contents.
        let candidates = Set(joined).union(contentsTitles).union(headings.map(\.line)).sorted()
        // Few texts list headings without a title above them.
        lazy var byNumber = Dictionary(grouping: marks) { LineStarts.Key(level: $0.level, number: $0.number) }
        var found: [Range<Int>] = []
        var index = 0
        for candidate in candidates where candidate >= index {
            index = candidate
            if joined.contains(index) {
                found.append(index..<(index + 1))
                index += 1
                continue
            }
            let isTitle = contentsTitles.contains(index)
            guard isTitle || starts.mark(at: index).map({ $0.level < .article }) ?? false else { continue }
            let end = runEnd(from: isTitle ? index + 1 : index, starts, isTitle ? names : [:])
            let marked = (index..<end).compactMap { starts.mark(at: $0) }
            if isTitle
                ? !marked.isEmpty : marked.count > 1 && marked.allSatisfy({ stands($0, again: byNumber, behind: end) })
            {
                found.append(index..<end)
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// Lines on which several headings stand and no article, all of them found again as lines further down.
    private func joinedLines(_ marks: [Mark], _ starts: LineStarts) -> Set<Int> {
        var joined: Set<Int> = []
        var first = 0
        while first < marks.count {
            let line = marks[first].line
            let end = marks[first...].firstIndex { $0.line != line } ?? marks.count
            let isJoined =
                end > first + 1
                && marks[first..<end].allSatisfy { $0.level < .article && (starts.lastLine(of: $0) ?? 0) > line }
            if isJoined { joined.insert(line) }
            first = end
        }
        return joined
    }

    // MARK: Lists without a title

    /// True where the heading of `mark` stands again on a later line, word for word or without its words: an entry of a
    /// table of contents. A chapter and its section below it may stand again under other names.
    private func stands(_ mark: Mark, again marks: [LineStarts.Key: [Mark]], behind end: Int) -> Bool {
        let alike = marks[LineStarts.Key(level: mark.level, number: mark.number)] ?? []
        return alike[Self.firstIndex(of: alike, behind: end)...].prefix(Self.mostAlike).contains { other in
            let heading = ByteSpan(other.span.end, max(other.span.end, lines[other.line].content.end))
            let entry = ByteSpan(mark.span.end, max(mark.span.end, lines[mark.line].content.end))
            return scanner.trimmed(heading).isEmpty || isSameName(entry, heading)
        }
    }

    /// So many headings of one number are looked at: a code has some eighty first sections. A text made to be hard has as
    /// many as it likes.
    private static let mostAlike = 1_000

    /// The first of marks in the order of their lines that stands on a line or behind it.
    private static func firstIndex(of marks: [Mark], behind line: Int) -> Int {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// True where two headings have the same letters up to a dotted leader or page number.
    private func isSameName(_ a: ByteSpan, _ b: ByteSpan) -> Bool {
        var first = a.start
        var second = b.start
        while true {
            let one = nextLetter(&first, a.end)
            let other = nextLetter(&second, b.end)
            if one != other { return false }
            if one == nil { return true }
        }
    }

    /// The next character of a name, white space passed over; nil at its end.
    private func nextLetter(_ index: inout Int, _ end: Int) -> UInt32? {
        index = scanner.skipSpace(index, end)
        guard index < end else { return nil }
        let (value, length) = scanner.scalar(at: index)
        // Leaders: . … · - and the digits of a page.
        if value.digit != nil || [0x2E, 0x2026, 0xB7, 0x2D, 0x2014, 0x28, 0xFF08].contains(value) { return nil }
        index += length
        return value
    }

    private static let firstEntries = ["第一编", "第一編", "第一章", "第一节", "第一節", "第1章", "chapteri", "chapter1", "partone"]

    /// 目录　第一章　总则　第二章　…: the title and its entries on one line.
    private func isJoinedWithTitle(_ line: Line) -> Bool {
        let start = line.content.start
        guard line.content.length > Self.shortestJoined else { return false }
        let head = scanner.wholeScalars(ByteSpan(start, min(line.content.end, start + 60)))
        let text = scanner.string(head).lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }
        return Self.titles.contains { title in
            text.hasPrefix(title) && Self.firstEntries.contains { text.dropFirst(title.count).hasPrefix($0) }
        } && !scanner.endsSentence(line.content)
    }

    private static let shortestJoined = 24
    private static let lead = utf8("目")

    /// True where the line begins as one of the titles does; cheap, for it is asked of every line.
    private func mayBeTitle(_ line: Line) -> Bool {
        guard !line.isBlank else { return false }
        let start = line.content.start
        let first = scanner.bytes[start] | 0x20
        return first == UInt8(ascii: "c") || first == UInt8(ascii: "t") || scanner.has(Self.lead, at: start)
    }

    /// End of the run of lines that are blank or carry a mark which stands again further down.
    private func runEnd(
        from start: Int, _ starts: LineStarts, _ names: [String: Int]
    ) -> Int {
        var seen: Set<LineStarts.Key> = []
        var end = start
        var index = start
        while index < lines.count {
            defer { index += 1 }
            if lines[index].isBlank { continue }
            guard let mark = starts.mark(at: index) else {
                // An entry without a number (附则 …… 9): short, and found again as a line further down.
                guard let name = entryName(lines[index]), names[name] ?? 0 > index else { break }
                end = index + 1
                continue
            }
            guard let last = starts.lastLine(of: mark), last > index else { break }
            let key = LineStarts.Key(level: mark.level, number: mark.number)
            let isRestarting = mark.level == .section || mark.level == .subpart
            if !isRestarting, !seen.insert(key).inserted { break }
            end = index + 1
        }
        return end
    }

    /// Last line that reads like an entry, by its name.
    private func lastLinesByName() -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            if let name = entryName(line) { result[name] = index }
        }
        return result
    }

    /// The letters of a short line up to a dotted leader or page number, without spaces.
    private func entryName(_ line: Line) -> String? {
        guard !line.isBlank, line.content.length <= Self.longestEntry else { return nil }
        let text = scanner.string(line.content).filter { !$0.isWhitespace }
        let name = String(text.prefix { $0.isLetter || $0 == "、" })
        return name.isEmpty || name.utf8.count > Self.longestEntryName ? nil : name
    }

    private func isContentsTitle(_ line: Line) -> Bool {
        guard line.content.length <= 60 else { return false }
        let text = scanner.string(line.content).lowercased().filter { !$0.isWhitespace && $0 != ":" && $0 != "：" }
        return Self.titles.contains(text)
    }
}
