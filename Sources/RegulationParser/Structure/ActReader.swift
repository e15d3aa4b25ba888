import RegulationModel

/// Reads a document that holds articles: an act, or an excerpt of one.
struct ActReader {
    private let document: Document
    private let sequence: MarkSequence
    private let scanner: Scanner
    private let lines: [Line]

    init(document: Document, sequence: MarkSequence) {
        self.document = document
        self.sequence = sequence
        scanner = document.scanner
        lines = document.lines
    }

    /// The body, or nil where there is no article.
    func read() -> Body? {
        guard !sequence.articles.isEmpty, let first = sequence.first else { return nil }
        let frame = FrameReader(forms: document.forms, lines: lines, contents: sequence.contents).frame(before: first)
        let quoted = QuotedActs(document: document, title: frame.title, first: first)
        let further = furtherAct()
        let own = articlesBeforeAnnex().filter { mark in further.map { mark.line < $0 } ?? true }
        let articles = own.filter { !quoted.belongsToAnother($0) }
        guard let lastArticle = articles.last else { return nil }
        let groupings = sequence.groupings.filter {
            $0.span.start < lastArticle.span.start && !quoted.belongsToAnother($0)
        }
        let marks = Mark.merged(groupings, articles)
        let passages = OutsidePassages(forms: document.forms, title: frame.title)
        var tail = TailFinder(
            forms: document.forms, lines: lines, passages: passages,
            closing: ActClosing(document: document, lastArticle: lastArticle)
        ).tail(from: lastArticle.line + 1, isExplainer: false)
        if let further, !tail.contains(where: { $0.kind == .annex && $0.line < further }) {
            tail = tail.filter { $0.line < further } + [OutsideLine(line: further, kind: .furtherAct)]
        }
        let interludes = Interludes(document: document, passages: passages).find(between: marks)
        let headings = ArticleHeadings(document: document, articles: articles)
        let captions = ArticleCaptions(document: document, marks: marks, headings: headings, interludes: interludes)
        var body = Body(title: frame.title, marks: marks, repeated: sequence.repeated)
        let end = tail.first.map { lines[$0.line].span.start } ?? bodyEnd()
        addProvisions(marks, headings, captions, interludes, until: end, to: &body)
        let blankTail = tail.isEmpty && end < document.source.bytes.count ? [end] : []
        let outside = interludes.values.flatMap { $0 } + tail
        body.parts = parts(frame, marks, captions, body.groupings, outside: outside, blankTail: blankTail)
        return body
    }

    /// The articles up to the heading of an annex behind which the numbers do not go on: what an annex numbers is its own.
    private func articlesBeforeAnnex() -> [Mark] {
        let articles = sequence.articles
        for index in articles.indices.dropFirst() where articles[index].number <= articles[index - 1].number {
            let mark = articles[index]
            let between = (articles[index - 1].line + 1)..<max(articles[index - 1].line + 1, mark.line)
            if between.contains(where: { document.forms.isAnnexHeading(lines[$0].content) }) {
                return Array(articles[..<index])
            }
        }
        return articles
    }

    /// The title of another act behind the first one: a line that can be one, between an article and a first article.
    private func furtherAct() -> Int? {
        let articles = sequence.articles
        let first = ProvisionNumber(1)
        for index in articles.indices.dropFirst() where articles[index].number == first {
            let between = (articles[index - 1].line + 1)..<max(articles[index - 1].line + 1, articles[index].line)
            let title = between.first { line in
                document.forms.isTitle(lines[line].content)
                    && ListMarks(scanner: scanner).mark(at: lines[line].content.start, lines[line].content.end) == nil
            }
            if let title { return title }
        }
        return nil
    }

    /// Offset behind the last line that is not blank: its line break belongs to the body.
    private func bodyEnd() -> Int {
        lines.last { !$0.isBlank }.map(\.next) ?? document.source.bytes.count
    }

    // MARK: Provisions

    private func addProvisions(
        _ marks: [Mark], _ headings: ArticleHeadings, _ captions: ArticleCaptions, _ interludes: [Int: [OutsideLine]],
        until end: Int, to body: inout Body
    ) {
        var articleAddresses = ArticleAddresses(marks.filter { $0.level == .article })
        var addresses = AddressBook()
        var open: [Int] = []
        var paragraphs = ParagraphReader(document: document)
        body.articles.reserveCapacity(marks.count)
        for (index, mark) in marks.enumerated() {
            let following = document.reach(
                from: mark.span.end, to: index + 1 < marks.count ? offset(of: marks[index + 1], captions) : end)
            let next = interludes[index]?.first.map { lines[$0.line].span.start } ?? following
            if mark.level == .article {
                let caption = captions.heading(of: mark, in: document)
                let region = scanner.trimmed(
                    ByteSpan(caption == nil ? mark.span.start : offset(of: mark, captions), next))
                let heading = headings.heading(after: mark, in: region)
                let eId = articleAddresses.address(of: mark.number)
                let text = ByteSpan(heading.textStart, region.end)
                let built = paragraphs.paragraphs(in: text, firstLine: mark.line, parent: eId)
                if !built.findings.isEmpty { body.findings += built.findings }
                body.articles.append(
                    Provision(
                        level: .article, eId: eId, number: mark.number,
                        mark: ByteSpan(mark.span.start, heading.markEnd ?? mark.span.end),
                        heading: heading.span ?? caption,
                        span: region, children: built.paragraphs))
            } else {
                while let last = open.last, body.groupings[last].level >= mark.level { open.removeLast() }
                let parent = open.last
                open.append(body.groupings.count)
                body.groupings.append(grouping(mark, before: next, parent: parent, body, &addresses))
            }
        }
        closeGroupings(&body)
    }

    private func grouping(
        _ mark: Mark, before next: Int, parent: Int?, _ body: Body, _ addresses: inout AddressBook
    ) -> Grouping {
        let lineEnd = lines[mark.line].content.end
        var heading = scanner.trimmed(ByteSpan(mark.span.end, max(mark.span.end, min(lineEnd, next))))
        if heading.isEmpty, mark.form != .unnumbered, mark.form != .numberLost, mark.line + 1 < lines.count {
            heading = headingOnNextLine(mark, before: next)
        }
        let stem = "\(mark.level.eIdWord)_\(mark.number.text)"
        let path = parent.map { body.groupings[$0].eId.text + "__" + stem } ?? stem
        return Grouping(
            level: mark.level, eId: addresses.unique(EId(path)), number: mark.number, mark: mark.span,
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

    // MARK: Parts

    private func parts(
        _ frame: DocumentFrame, _ marks: [Mark], _ captions: ArticleCaptions, _ groupings: [Grouping],
        outside: [OutsideLine], blankTail: [Int]
    ) -> [DocumentPart] {
        let tiling = PartTiling(lines: lines, length: document.source.bytes.count)
        var starts = headStarts(frame, tiling)
        if frame.titleHeadsBody, let title = frame.title {
            let line = document.source.line(at: title.start) - 1
            starts.append(.init(offset: tiling.offset(ofLine: line), kind: .title))
        }
        let first = marks.first.map { offset(of: $0, captions) } ?? 0
        starts += frame.front.filter { $0.span.start < first }.map { .init(offset: $0.span.start, kind: $0.kind) }
        starts.reserveCapacity(starts.count + marks.count + outside.count)
        for mark in marks {
            starts.append(.init(offset: offset(of: mark, captions), kind: mark.level < .article ? .grouping : .article))
        }
        starts += belowHeadings(groupings, marks, captions)
        starts += outside.map { .init(offset: tiling.offset(ofLine: $0.line), kind: $0.kind) }
        starts += blankTail.map { .init(offset: $0, kind: .layout) }
        return tiling.parts(starts)
    }

    /// Text between a heading and the next mark: the rest of a broken heading, or words in front of the first article.
    private func belowHeadings(
        _ groupings: [Grouping], _ marks: [Mark], _ captions: ArticleCaptions
    ) -> [PartTiling.Start] {
        var starts: [PartTiling.Start] = []
        for (grouping, place) in zip(groupings, marks.indices.filter { marks[$0].level < .article }) {
            guard place + 1 < marks.count else { continue }
            let last = document.source.line(at: max(grouping.span.start, grouping.span.end - 1)) - 1
            let below = (last + 1)..<max(last + 1, captions.firstLine(of: marks[place + 1]))
            if let line = below.first(where: { !lines[$0].isBlank && !lines[$0].isComment }) {
                starts.append(.init(offset: lines[line].span.start, kind: .preamble))
            }
        }
        return starts
    }

    /// A mark that opens its line takes the line's indentation and decoration with it, and the caption above it.
    private func offset(of mark: Mark, _ captions: ArticleCaptions) -> Int {
        let first = captions.firstLine(of: mark)
        if first < mark.line { return lines[first].span.start }
        let line = lines[mark.line]
        return line.content.start == mark.span.start ? line.span.start : mark.span.start
    }

    private func headStarts(_ frame: DocumentFrame, _ tiling: PartTiling) -> [PartTiling.Start] {
        var pieces: [HeadPiece] = []
        for (index, line) in lines.enumerated() {
            guard line.span.start < frame.bodyStart else { break }
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
