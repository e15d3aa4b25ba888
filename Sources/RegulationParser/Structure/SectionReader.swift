import RegulationModel

/// Reads a document without articles whose text stands in sections: an explainer in questions and answers, numbered or
/// marked 问：, or an opinion or notice numbered 一、二、三、.
struct SectionReader {
    let document: Document

    private var scanner: Scanner { document.scanner }
    private var lines: [Line] { document.lines }

    private static let fewestSections = 2

    /// What the sections are: the act's own provisions, or an explainer's.
    enum Kind { case explainer, act }

    /// The body, or nil where fewer than two sections were found.
    func read() -> (body: Body, kind: Kind)? {
        guard let chosen = chosen() else { return nil }
        let kind = kind(chosen)
        let last = chosen[chosen.count - 1]
        let tailStart = (last.headingLine ?? last.mark.line) + 1
        let tail = TailFinder(forms: document.forms, lines: lines)
            .tail(from: tailStart, isExplainer: kind == .explainer)
        let end =
            tail.first.map { lines[$0.line].span.start } ?? (lines.last { !$0.isBlank }.map(\.next) ?? 0)
        var body = Body(title: title(before: chosen[0]), marks: chosen.map(\.mark))
        addSections(chosen, until: end, kind, to: &body)
        body.parts = parts(chosen, kind, tail: tail, end: end, title: body.title)
        return (body, kind)
    }

    /// The form with the most sections; ties go to the form named first. Digits, questions and Roman numbers count in
    /// explainers only; a sequence of several forms goes before one of digits that an answer's list may have made.
    private func chosen() -> [SectionMark]? {
        let marks = SectionMarks(document: document)
        var best = marks.alone()
        let headed = marks.headed()
        if headed.count > best.count { best = headed }
        let mixed = marks.mixed()
        let forms = mixed.count > best.count && kind(mixed) == .explainer ? [mixed] : [marks.digits(), marks.roman()]
        for explained in [marks.questions()] + forms where explained.count > best.count {
            if kind(explained) == .explainer { best = explained }
        }
        if best.count < Self.fewestSections { best = ordinance(marks.digits()) }
        return best.count >= Self.fewestSections && best[0].mark.number.ordinal == 1 ? best : nil
    }

    /// The sections of an act that numbers them with digits alone, as ordinances of Hong Kong do: from 1, without a gap, below
    /// a title.
    private func ordinance(_ sections: [SectionMark]) -> [SectionMark] {
        guard sections.count >= Self.fewestOfOrdinance,
            sections.enumerated().allSatisfy({ $1.mark.number.ordinal == $0 + 1 }),
            lines[..<sections[0].mark.line].contains(where: { document.forms.isTitle($0.content) })
        else { return [] }
        return sections
    }

    private static let fewestOfOrdinance = 3

    // MARK: Kind

    /// An explainer asks questions in its headings, or calls itself one above them.
    private func kind(_ chosen: [SectionMark]) -> Kind {
        let forms = document.forms
        let asked = chosen.filter { forms.holds(Cues.questions, heading($0)) }.count
        let start = chosen[0].mark.span.start
        let calls = lines[...chosen[0].mark.line].contains { line in
            forms.holds(Cues.explainerTitles, ByteSpan(line.content.start, min(line.content.end, start)))
        }
        if asked * 2 >= chosen.count || calls { return .explainer }
        return .act
    }

    private func heading(_ candidate: SectionMark) -> ByteSpan {
        if let line = candidate.headingLine { return lines[line].content }
        return scanner.trimmed(ByteSpan(candidate.mark.span.end, lines[candidate.mark.line].content.end))
    }

    private func title(before first: SectionMark) -> ByteSpan? {
        let above = (0..<first.mark.line).filter { !lines[$0].isBlank }
        let forms = document.forms
        let line =
            above.first { lines[$0].headingLevel == 1 } ?? above.first { forms.isTitle(lines[$0].content) }
            ?? above.first { lines[$0].content.length <= 400 && !forms.holds(Cues.byline, lines[$0].content) }
        guard let line else { return nil }
        guard forms.isTitle(lines[line].content) else { return lines[line].content }
        let frame = FrameReader(forms: forms, lines: lines, contents: ContentsLines([]))
        return ByteSpan(lines[frame.titleStart(line)].content.start, lines[line].content.end)
    }

    // MARK: Provisions and parts

    private func addSections(_ chosen: [SectionMark], until end: Int, _ kind: Kind, to body: inout Body) {
        var addresses = AddressBook()
        var paragraphs = ParagraphReader(document: document)
        func next(_ index: Int) -> Int {
            document.reach(
                from: chosen[index].mark.span.end,
                to: index + 1 < chosen.count ? offset(of: chosen[index + 1].mark) : end)
        }
        let hasHeadings = kind == .act && hasHeadings(chosen, next)
        for (index, candidate) in chosen.enumerated() {
            let mark = candidate.mark
            let next = next(index)
            let span = scanner.trimmed(ByteSpan(mark.span.start, max(mark.span.end, next)))
            switch kind {
            case .explainer:
                let eId = addresses.unique(EId("sec_\(mark.number.text)"))
                let whole = heading(candidate)
                let heading = ByteSpan(min(whole.start, span.end), min(whole.end, span.end))
                let textLine = candidate.headingLine ?? mark.line
                let built = paragraphs.paragraphs(
                    in: ByteSpan(min(heading.end, span.end), span.end), firstLine: textLine, parent: eId)
                body.findings += built.findings
                body.sections.append(
                    Provision(
                        level: .section, eId: eId, number: mark.number, mark: mark.span, heading: heading, span: span,
                        children: built.paragraphs))
            case .act:
                let eId = addresses.unique(EId("art_\(mark.number.text)"))
                let bracketed = bracketed(candidate)
                let heading = bracketed?.heading ?? (hasHeadings ? heading(candidate) : nil)
                let textStart = bracketed?.end ?? heading?.end ?? mark.span.end
                let built = paragraphs.paragraphs(
                    in: ByteSpan(min(textStart, span.end), span.end), firstLine: mark.line, parent: eId)
                body.findings += built.findings
                body.articles.append(
                    Provision(
                        level: .article, eId: eId, number: mark.number, mark: mark.span, heading: heading, span: span,
                        children: built.paragraphs))
            }
        }
    }

    /// Longest heading behind a number, in bytes.
    private static let longestHeading = 120

    private static let brackets = (open: utf8("【"), close: utf8("】"))

    /// 1. 【簡稱】…: a heading in brackets behind a digit, and where they end.
    private func bracketed(_ candidate: SectionMark) -> (heading: ByteSpan, end: Int)? {
        let line = lines[candidate.mark.line].content
        let start = scanner.skipSpace(candidate.mark.span.end, line.end)
        guard isDigit(candidate), start < line.end, scanner.has(Self.brackets.open, at: start),
            let close = scanner.find(Self.brackets.close, in: ByteSpan(start, line.end)),
            close - start <= Self.longestHeading
        else { return nil }
        return (
            scanner.trimmed(ByteSpan(start + Self.brackets.open.count, close)), close + Self.brackets.close.count
        )
    }

    private func isDigit(_ candidate: SectionMark) -> Bool { scanner.bytes[candidate.mark.span.start] < 0x3A }

    /// True where behind each digit stands a short line that is no sentence, and text below it.
    private func hasHeadings(_ chosen: [SectionMark], _ next: (Int) -> Int) -> Bool {
        chosen.indices.allSatisfy { index in
            let heading = heading(chosen[index])
            return chosen[index].headingLine == nil && isDigit(chosen[index])
                && !heading.isEmpty && heading.length <= Self.longestHeading && !scanner.endsSentence(heading)
                && scanner.skipSpace(heading.end, next(index)) < next(index)
        }
    }

    private func parts(
        _ chosen: [SectionMark], _ kind: Kind, tail: [OutsideLine], end: Int, title: ByteSpan?
    ) -> [DocumentPart] {
        let tiling = PartTiling(lines: lines, length: document.source.bytes.count)
        var starts: [PartTiling.Start] = []
        for (index, line) in lines.enumerated() where !line.isBlank && line.span.start < chosen[0].mark.span.start {
            guard index < chosen[0].mark.line else { continue }
            // The second line of a title is a part of it.
            if let title, kind == .act, line.content.start > title.start, line.content.end <= title.end { continue }
            starts.append(.init(offset: line.span.start, kind: headKind(line, kind, title: title)))
        }
        for candidate in chosen {
            starts.append(.init(offset: offset(of: candidate.mark), kind: kind == .act ? .article : .section))
        }
        starts += tail.map { .init(offset: tiling.offset(ofLine: $0.line), kind: $0.kind) }
        if tail.isEmpty, end < document.source.bytes.count { starts.append(.init(offset: end, kind: .layout)) }
        return tiling.parts(starts)
    }

    /// A mark that opens its line takes the line's indentation and decoration with it.
    private func offset(of mark: Mark) -> Int {
        let line = lines[mark.line]
        return line.content.start == mark.span.start ? line.span.start : mark.span.start
    }

    private func headKind(_ line: Line, _ kind: Kind, title: ByteSpan?) -> PartKind {
        switch kind {
        case .explainer: return .introduction
        case .act:
            if line.content.start == title?.start { return .title }
            if line.isComment { return .layout }
            return document.forms.isAdoptionNote(line.content) ? .adoptionNote : .preamble
        }
    }
}
