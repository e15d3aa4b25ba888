import RegulationModel

/// Reads a document without articles whose text stands in numbered sections: an explainer in questions and answers, or
/// an opinion or notice numbered 一、二、三、.
struct SectionReader {
    let document: Document

    private var scanner: Scanner { document.scanner }
    private var lines: [Line] { document.lines }

    /// A mark of a section and the line its heading stands on (nil where the heading follows the mark on its line).
    private struct Candidate {
        let mark: Mark
        let headingLine: Int?
    }

    private static let longestHeading = 240
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

    // MARK: Marks of sections

    private func chosen() -> [Candidate]? {
        let alone = solved(aloneCandidates())
        let numbered = solved(headedCandidates())
        let best = alone.count >= numbered.count ? alone : numbered
        return best.count >= Self.fewestSections && best[0].mark.number.ordinal == 1 ? best : nil
    }

    private func solved(_ candidates: [Candidate]) -> [Candidate] {
        NumberingSolver().solve(candidates.map(\.mark)).map { candidates[$0] }
    }

    /// Numbers alone on their line, or left over at the end of the line before, with a heading on the next line.
    private func aloneCandidates() -> [Candidate] {
        var found: [Candidate] = []
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let below = ((index + 1)..<lines.count).first(where: { !lines[$0].isBlank }),
                lines[below].content.length <= Self.longestHeading
            else { continue }
            if let numeral = scanner.anyNumeral(at: line.content.start, line.content.end), numeral.value > 0,
                numeral.value < 100, scanner.skipSpace(numeral.end, line.content.end) == line.content.end
            {
                found.append(candidate(numeral, line.content.start, index, below, MarkStrength.certain, .lineStart))
            } else if let (start, numeral) = leftover(line.content), !scanner.endsSentence(lines[below].content) {
                found.append(candidate(numeral, start, index, below, MarkStrength.inlineOrdinal, .sentenceEnd))
            }
        }
        return found
    }

    private func candidate(
        _ numeral: Numeral, _ start: Int, _ line: Int, _ headingLine: Int?, _ strength: Double, _ place: MarkPlace
    ) -> Candidate {
        let mark = Mark(
            level: .section, number: ProvisionNumber(numeral.value), span: ByteSpan(start, numeral.end), line: line,
            place: place, form: .plainNumber, strength: strength, isPunctuated: false)
        return Candidate(mark: mark, headingLine: headingLine)
    }

    /// `… according to law. 8`: a number behind the end of a sentence, at the end of a line.
    private func leftover(_ content: ByteSpan) -> (Int, Numeral)? {
        var start = content.end
        while start > content.start, UInt32(scanner.bytes[start - 1]).digit != nil { start -= 1 }
        guard start < content.end, content.end - start <= 2, start > content.start,
            let numeral = scanner.digits(at: start, content.end), numeral.value > 0
        else { return nil }
        let before = ByteSpan(content.start, scanner.skipSpaceBack(start, content.start))
        return before.end < start && scanner.endsWithFullStop(before) ? (start, numeral) : nil
    }

    /// 一、… at a line's start.
    private func headedCandidates() -> [Candidate] {
        var found: [Candidate] = []
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let mark = ListMarks(scanner: scanner).mark(at: line.content.start, line.content.end),
                let reading = mark.readings.first(where: { $0.style == .hanComma })
            else { continue }
            let numeral = Numeral(value: reading.value, end: mark.span.end)
            found.append(
                candidate(numeral, line.content.start, index, nil, MarkStrength.likely, .lineStart))
        }
        return found
    }

    // MARK: Kind

    /// An explainer asks questions in its headings, or calls itself one above them.
    private func kind(_ chosen: [Candidate]) -> Kind {
        let forms = document.forms
        let asked = chosen.filter { forms.holds(Cues.questions, heading($0)) }.count
        let opening = ByteSpan(0, chosen[0].mark.span.start)
        if asked * 2 >= chosen.count || forms.holds(Cues.explainerTitles, opening) { return .explainer }
        return .act
    }

    private func heading(_ candidate: Candidate) -> ByteSpan {
        if let line = candidate.headingLine { return lines[line].content }
        return scanner.trimmed(ByteSpan(candidate.mark.span.end, lines[candidate.mark.line].content.end))
    }

    private func title(before first: Candidate) -> ByteSpan? {
        let above = (0..<first.mark.line).filter { !lines[$0].isBlank }
        let forms = document.forms
        let line =
            above.first { lines[$0].headingLevel == 1 } ?? above.first { forms.isTitle(lines[$0].content) }
            ?? above.first { lines[$0].content.length <= 400 && !forms.holds(Cues.byline, lines[$0].content) }
        return line.map { lines[$0].content }
    }

    // MARK: Provisions and parts

    private func addSections(_ chosen: [Candidate], until end: Int, _ kind: Kind, to body: inout Body) {
        for (index, candidate) in chosen.enumerated() {
            let mark = candidate.mark
            let next = index + 1 < chosen.count ? chosen[index + 1].mark.span.start : end
            let span = scanner.trimmed(ByteSpan(mark.span.start, max(mark.span.end, next)))
            switch kind {
            case .explainer:
                let eId = EId("sec_\(mark.number.text)")
                let heading = heading(candidate)
                let textLine = candidate.headingLine ?? mark.line
                let built = document.paragraphs(
                    in: ByteSpan(min(heading.end, span.end), span.end), firstLine: textLine, parent: eId)
                body.findings += built.findings
                body.sections.append(
                    Provision(
                        level: .section, eId: eId, number: mark.number, mark: mark.span, heading: heading, span: span,
                        children: built.paragraphs))
            case .act:
                let eId = EId("art_\(mark.number.text)")
                let built = document.paragraphs(
                    in: ByteSpan(mark.span.end, span.end), firstLine: mark.line, parent: eId)
                body.findings += built.findings
                body.articles.append(
                    Provision(
                        level: .article, eId: eId, number: mark.number, mark: mark.span, span: span,
                        children: built.paragraphs))
            }
        }
    }

    private func parts(
        _ chosen: [Candidate], _ kind: Kind, tail: [(line: Int, kind: PartKind)], end: Int, title: ByteSpan?
    ) -> [DocumentPart] {
        let tiling = PartTiling(lines: lines, length: document.source.bytes.count)
        var starts: [PartTiling.Start] = []
        for (index, line) in lines.enumerated() where !line.isBlank && line.span.start < chosen[0].mark.span.start {
            guard index < chosen[0].mark.line else { continue }
            let isTitle = kind == .act && line.content == title
            starts.append(.init(offset: line.span.start, kind: isTitle ? .title : headKind(kind)))
        }
        for candidate in chosen {
            let line = lines[candidate.mark.line]
            let opens = line.content.start == candidate.mark.span.start
            let offset = opens ? line.span.start : candidate.mark.span.start
            starts.append(.init(offset: offset, kind: kind == .act ? .article : .section))
        }
        starts += tail.map { .init(offset: tiling.offset(ofLine: $0.line), kind: $0.kind) }
        if tail.isEmpty, end < document.source.bytes.count { starts.append(.init(offset: end, kind: .layout)) }
        return tiling.parts(starts)
    }

    private func headKind(_ kind: Kind) -> PartKind {
        switch kind {
        case .explainer: .introduction
        case .act: .preamble
        }
    }
}
