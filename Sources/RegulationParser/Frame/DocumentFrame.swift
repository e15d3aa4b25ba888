import RegulationModel

/// Where the body of a document stands and what its title is.
struct DocumentFrame {
    /// Title of the act, if one was found.
    let title: ByteSpan?
    /// True where the title heads the body; false where other text stands between.
    let titleHeadsBody: Bool
    /// Offset at which the body begins: its title, or its first mark.
    let bodyStart: Int
    /// Parts between the title and the first mark, where the title heads the body.
    let front: [DocumentPart]
}

/// Looks for the title and the beginning of the body above the first mark.
struct FrameReader {
    let forms: LineForms
    let lines: [Line]
    /// Lines of tables of contents.
    let contents: ContentsLines

    private var scanner: Scanner { forms.scanner }

    /// The frame of a document whose first article or chapter mark is `first`.
    func frame(before first: Mark) -> DocumentFrame {
        let lineStart = lines[first.line].span.start
        let hasPrefix = scanner.skipSpace(lines[first.line].content.start, first.span.start) < first.span.start
        let above = hasPrefix ? prefixTitle(first) : nil
        if let above { return DocumentFrame(title: above, titleHeadsBody: true, bodyStart: lineStart, front: []) }
        guard let titleLine = titleLine(above: first.line) else {
            return DocumentFrame(
                title: hasPrefix ? labelledTitle(first) : nil, titleHeadsBody: false,
                bodyStart: hasPrefix ? first.span.start : lineStart, front: [])
        }
        let titleStart = titleStart(titleLine)
        let titleEnd = titleEnd(titleLine, before: first.line)
        let title = ByteSpan(
            titleStart < titleLine ? lines[titleStart].content.start : titleSpan(titleLine).start,
            titleEnd > titleLine ? lines[titleEnd].content.end : titleSpan(titleLine).end)
        let between = ((titleEnd + 1)..<max(titleEnd + 1, first.line)).filter { !lines[$0].isBlank }
        var hasNote: Bool { between.first.map { forms.isAdoptionNote(lines[$0].content) } ?? false }
        let heads = !hasPrefix && (first.number.ordinal <= 1 || hasNote || between.allSatisfy(belongsToFront))
        guard heads else {
            return DocumentFrame(
                title: title, titleHeadsBody: false, bodyStart: hasPrefix ? first.span.start : lineStart, front: [])
        }
        return DocumentFrame(
            title: title, titleHeadsBody: true, bodyStart: lines[titleStart].span.start,
            front: front(between, below: title))
    }

    /// A title on the same line as the first mark, in a text that was run together.
    private func prefixTitle(_ first: Mark) -> ByteSpan? {
        let prefix = scanner.trimmed(ByteSpan(lines[first.line].content.start, first.span.start))
        return forms.isTitle(prefix) ? prefix : nil
    }

    /// A title behind a label on the same line as the first mark: Legal basis: Measures for … Article 1 ….
    private func labelledTitle(_ first: Mark) -> ByteSpan? {
        let prefix = scanner.trimmed(ByteSpan(lines[first.line].content.start, first.span.start))
        let title = Citations(forms: forms).withoutLabel(prefix)
        return title != prefix && forms.isTitle(title) ? title : nil
    }

    private func titleLine(above limit: Int) -> Int? {
        let candidates = (0..<limit).reversed().filter { !lines[$0].isBlank && !isContents($0) }
        if let heading = candidates.first(where: { lines[$0].headingLevel == 1 }) { return heading }
        let title = candidates.first {
            (forms.isTitle(titleSpan($0)) || endsTitle($0)) && !isNoticeLine($0) && !isHeading(lines[$0].content)
        }
        if let title { return title }
        return candidates.last { isPlainHeading($0) && candidates.count <= 6 }
    }

    private static let ordinalWord = utf8("第")
    private static let headingUnits = utf8(["编", "章", "节", "編", "節"])

    /// True for 第五节上市公司组织机构的特别规定, which ends like a title; a sign that some tables of contents have stands before
    /// it.
    private func isHeading(_ content: ByteSpan) -> Bool {
        var start = content.start
        while start < content.end, scanner.bytes[start] < 0x80 { start += 1 }
        guard scanner.has(Self.ordinalWord, at: start),
            let numeral = scanner.ordinalNumeral(at: start + Self.ordinalWord.count, content.end)
        else { return false }
        return scanner.first(of: Self.headingUnits, at: numeral.end) != nil
    }

    // MARK: Titles on two lines

    /// Most lines of a title above its last.
    private static let mostAbove = 3

    /// The line a title begins on: see `LineForms.goesOn`.
    func titleStart(_ line: Int) -> Int {
        guard forms.language == .chinese, titleSpan(line) == lines[line].content else { return line }
        var head: [UInt8] = []
        let rest = Array(scanner.bytes[lines[line].content.range])
        let above = (0..<line).reversed().lazy.filter { !lines[$0].isBlank }.prefix(Self.mostAbove)
        for (count, index) in above.enumerated() {
            let content = lines[index].content
            guard !lines[index].isComment, !isContents(index), lines[index].headingLevel == lines[line].headingLevel,
                content.length <= LineForms.longestTitle, !forms.isAdoptionNote(content),
                count == 0 || !forms.isTitle(content)
            else { break }
            head = scanner.bytes[content.range] + head
            let joined = LineForms(scanner: Scanner(copying: head + rest), language: .chinese)
            let (before, behind) = (ByteSpan(0, head.count), ByteSpan(head.count, head.count + rest.count))
            // A site may name itself lines above.
            if count == 0 ? joined.goesOn(before, behind) : joined.goesOnAbout(before, behind) { return index }
        }
        return line
    }

    /// True for the last word of a title that had no place on the line above: 法, 条例.
    private func endsTitle(_ line: Int) -> Bool {
        guard let above = (0..<line).last(where: { !lines[$0].isBlank }) else { return false }
        return forms.isEnd(of: lines[above].content, lines[line].content)
    }

    /// The line a title ends on: Measures of Jilin Province for / the Administration of Dogs; in Chinese one that says what
    /// kind of text it is: （试行）.
    private func titleEnd(_ line: Int, before limit: Int) -> Int {
        if forms.language == .chinese {
            let next = ((line + 1)..<max(line + 1, limit)).first { !lines[$0].isBlank }
            return next.map { forms.isTitleSuffix(lines[$0].content) ? $0 : line } ?? line
        }
        guard forms.language == .english, line + 1 < limit, !lines[line + 1].isBlank, !lines[line + 1].isComment,
            !isContents(line + 1), lines[line + 1].headingLevel == lines[line].headingLevel
        else { return line }
        let (head, rest) = (lines[line].content, lines[line + 1].content)
        guard head.length + rest.length <= LineForms.longestTitle, !scanner.endsSentence(rest),
            !forms.isAdoptionNote(rest),
            !forms.isDate(rest)
        else { return line }
        let word = scanner.string(head).split(separator: " ").last.map { $0.lowercased() } ?? ""
        return Self.openWords.contains(word) || (0x61...0x7A).contains(scanner.bytes[rest.start]) ? line + 1 : line
    }

    private static let openWords: Set<String> = [
        "of", "for", "the", "and", "on", "in", "to", "by", "or", "with", "a", "an", "concerning", "regarding",
        "governing",
    ]

    private func isNoticeLine(_ index: Int) -> Bool { scanner.endsWithColon(lines[index].content) }

    private func isPlainHeading(_ index: Int) -> Bool {
        let content = lines[index].content
        return content.length < 150 && !scanner.endsSentence(content) && !forms.isDate(content)
            && !forms.isDocumentNumber(content) && !lines[index].isComment
    }

    private func titleSpan(_ index: Int) -> ByteSpan {
        forms.undecorated(forms.withoutTitleLabel(Citations(forms: forms).withoutLabel(lines[index].content)))
    }

    private func isContents(_ index: Int) -> Bool { contents.contains(index) }

    private func belongsToFront(_ index: Int) -> Bool {
        isContents(index) || lines[index].isComment || forms.isAdoptionNote(lines[index].content)
    }

    /// Most lines of a note in brackets.
    private static let longestNote = 8

    private func front(_ between: [Int], below title: ByteSpan) -> [DocumentPart] {
        var noteEnd = -1
        return between.enumerated().map { place, index in
            if index <= noteEnd { return DocumentPart(.adoptionNote, lines[index].span) }
            let kind = frontKind(index, below: title)
            if kind == .adoptionNote { noteEnd = self.noteEnd(index, among: between[place...]) }
            return DocumentPart(kind, lines[index].span)
        }
    }

    /// The line on which the bracket of a note closes: notes are broken at a width too.
    private func noteEnd(_ first: Int, among lines: ArraySlice<Int>) -> Int {
        let note = self.lines[first].content
        guard opensBracket(note), !closesBracket(note) else { return first }
        let rest = lines.dropFirst().prefix(Self.longestNote).prefix { !isContents($0) }
        return rest.first { closesBracket(self.lines[$0].content) } ?? first
    }

    private func opensBracket(_ span: ByteSpan) -> Bool {
        [0x28, 0xFF08].contains(scanner.scalar(at: span.start).value)
    }

    private func closesBracket(_ span: ByteSpan) -> Bool {
        scanner.scalar(before: span.end, from: span.start).map { [0x29, 0xFF09].contains($0.value) } ?? true
    }

    private func frontKind(_ index: Int, below title: ByteSpan) -> PartKind {
        let content = lines[index].content
        if isContents(index) { return .tableOfContents }
        if lines[index].isComment { return .layout }
        if forms.isAdoptionNote(content) { return .adoptionNote }
        return scanner.string(content) == scanner.string(title) ? .pageHeading : .preamble
    }
}
