import RegulationModel

/// The marks of articles and groupings that the document really has, in order.
struct MarkSequence {
    /// Chosen article marks.
    let articles: [Mark]
    /// Chosen marks of parts, chapters and sections.
    let groupings: [Mark]
    /// Lines of tables of contents.
    let contents: ContentsLines
    /// Article marks inside lines that were not chosen and have the number of the article they stand in.
    let repeated: [Mark]

    /// The first of both kinds.
    var first: Mark? {
        guard let article = articles.first, let grouping = groupings.first else {
            return articles.first ?? groupings.first
        }
        return grouping.span < article.span ? grouping : article
    }
}

/// Finds all candidate marks of a document and chooses among them.
struct MarkReader {
    let document: Document
    private let scanner: Scanner
    private let lines: [Line]

    init(document: Document) {
        self.document = document
        scanner = document.scanner
        lines = document.lines
    }

    /// Longest heading behind a chapter mark, in bytes; the longest of 3,423 laws has 93.
    private static let longestHeading = 150

    func read() -> MarkSequence {
        let candidates = candidates()
        let contents = ContentsLines(ContentsFinder(scanner: scanner, lines: lines).find(candidates))
        let body = contents.isEmpty ? candidates : candidates.filter { !contents.contains($0.line) }
        var (headings, others) = parted(body)
        var articles = chosen(others)
        if articles.isEmpty, document.language == .english {
            let sections = sectionsAsArticles(headings)
            if !sections.isEmpty { (headings, articles) = (headings.filter { $0.level != .section }, sections) }
        }
        let groupings = groupings(headings, articles: articles)
        let plain = PlainHeadings(document: document, contents: contents)
            .find(articles: articles, groupings: groupings)
        return MarkSequence(
            articles: articles,
            groupings: plain.isEmpty ? groupings : (groupings + plain).sorted { $0.span < $1.span },
            contents: contents, repeated: repeated(body, articles))
    }

    private static let fewestSections = 2

    /// The sections of an act that has no articles, as statutes of common law are divided: Section 1, Sec. 2A.
    private func sectionsAsArticles(_ headings: [Mark]) -> [Mark] {
        let sections = headings.filter { $0.level == .section && $0.place == .lineStart }.map { mark in
            Mark(
                level: .article, number: mark.number, span: mark.span, line: mark.line, place: mark.place,
                form: mark.form,
                strength: mark.strength, isPunctuated: mark.isPunctuated)
        }
        let articles = chosen(sections)
        return articles.count >= Self.fewestSections ? articles : []
    }

    /// Marks of headings, and those of articles.
    private func parted(_ marks: [Mark]) -> (headings: [Mark], articles: [Mark]) {
        let count = marks.reduce(0) { $0 + ($1.level < .article ? 1 : 0) }
        guard count > 0 else { return ([], marks) }
        var (headings, articles): ([Mark], [Mark]) = ([], [])
        headings.reserveCapacity(count)
        articles.reserveCapacity(marks.count - count)
        for mark in marks {
            if mark.level < .article { headings.append(mark) } else if mark.level == .article { articles.append(mark) }
        }
        return (headings, articles)
    }

    private func repeated(_ marks: [Mark], _ chosen: [Mark]) -> [Mark] {
        var found: [Mark] = []
        var position = 0
        if marks.count == chosen.count { return [] }
        for mark in marks where mark.level == .article {
            while position < chosen.count, chosen[position].span.start <= mark.span.start { position += 1 }
            guard position > 0, chosen[position - 1].span != mark.span, chosen[position - 1].number == mark.number,
                mark.strength >= MarkStrength.inline
            else { continue }
            found.append(mark)
        }
        return found
    }

    private func candidates() -> [Mark] {
        let language = document.language
        let opening = OpeningLine(forms: document.forms, lines: lines)
        let chinese = ChineseMarks(scanner: scanner, opening: opening)
        let english = EnglishMarks(scanner: scanner, opening: opening)
        var marks: [Mark] = []
        marks.reserveCapacity(document.survey.ordinals.count)
        let ordinals = document.survey.ordinals
        var next = 0
        for (index, line) in lines.enumerated() {
            let first = next
            while next < ordinals.count, ordinals[next] < line.next { next += 1 }
            guard !line.isBlank, !line.isComment else { continue }
            if next > first { chinese.add(ordinals[first..<next], in: line, at: index, to: &marks) }
            if language == .english { marks += english.marks(in: line, at: index) }
        }
        let quoted = QuotedPassages(document: document)
        if !quoted.isEmpty {
            for index in marks.indices where quoted.contains(marks[index].span.start) {
                marks[index].strength = min(marks[index].strength, MarkStrength.quoted)
            }
        }
        return language == .english ? marks.sorted { $0.span < $1.span } : marks
    }

    private func chosen(_ marks: [Mark]) -> [Mark] {
        let solved = NumberingSolver().solve(marks)
        let sequence = solved.count == marks.count ? marks : solved.map { marks[$0] }
        let isEvident = sequence.contains { $0.place == .lineStart && $0.form != .ordinalWord } || sequence.count > 2
        return isEvident ? sequence : []
    }

    // MARK: Parts, chapters, sections

    private func groupings(_ marks: [Mark], articles: [Mark]) -> [Mark] {
        guard !marks.isEmpty else { return [] }
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
