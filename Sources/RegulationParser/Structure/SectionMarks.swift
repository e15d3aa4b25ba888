import RegulationModel

/// A mark of a section and the line its heading stands on (nil where the heading follows the mark on its line).
struct SectionMark {
    let mark: Mark
    let headingLine: Int?
}

/// Finds the marks of sections in a document without articles, form by form.
struct SectionMarks {
    let document: Document

    private static let longestHeading = 240

    private var scanner: Scanner { document.scanner }
    private var lines: [Line] { document.lines }

    private func solved(_ candidates: [SectionMark]) -> [SectionMark] {
        NumberingSolver().solve(candidates.map(\.mark)).map { candidates[$0] }
    }

    /// Numbers alone on their line, or left over at the end of the line before, with a heading on the next line.
    func alone() -> [SectionMark] { solved(aloneCandidates()) }

    private func aloneCandidates() -> [SectionMark] {
        var found: [SectionMark] = []
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let below = ((index + 1)..<lines.count).first(where: { !lines[$0].isBlank }),
                lines[below].content.length <= Self.longestHeading
            else { continue }
            if let numeral = scanner.anyNumeral(at: line.content.start, line.content.end), numeral.value > 0,
                numeral.value < 100, scanner.skipSpace(numeral.end, line.content.end) == line.content.end
            {
                found.append(candidate(numeral, line.content.start, index, below, MarkStrength.numberAlone, .lineStart))
            } else if let (start, numeral) = leftover(line.content), !scanner.endsSentence(lines[below].content) {
                found.append(candidate(numeral, start, index, below, MarkStrength.inlineOrdinal, .sentenceEnd))
            }
        }
        return found
    }

    private func candidate(
        _ numeral: Numeral, _ start: Int, _ line: Int, _ headingLine: Int?, _ strength: Double, _ place: MarkPlace
    ) -> SectionMark {
        let mark = Mark(
            level: .section, number: ProvisionNumber(numeral.value), span: ByteSpan(start, numeral.end), line: line,
            place: place, form: .plainNumber, strength: strength, isPunctuated: false)
        return SectionMark(mark: mark, headingLine: headingLine)
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
    func headed() -> [SectionMark] { listed { $0 == .hanComma } }

    /// `1. Which dogs must be registered?` at a line's start.
    func digits() -> [SectionMark] { listed { $0 == .dotDigit } }

    private func listed(_ isFitting: (ListStyle) -> Bool) -> [SectionMark] { solved(listCandidates(isFitting)) }

    private func listCandidates(_ isFitting: (ListStyle) -> Bool) -> [SectionMark] {
        var found: [SectionMark] = []
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let mark = ListMarks(scanner: scanner).mark(at: line.content.start, line.content.end),
                let reading = mark.readings.first(where: { isFitting($0.style) })
            else { continue }
            let numeral = Numeral(value: reading.value, end: mark.span.end)
            found.append(
                candidate(numeral, line.content.start, index, nil, MarkStrength.likely, .lineStart))
        }
        return found
    }

    /// `I. Background` at a line's start.
    func roman() -> [SectionMark] { solved(romanCandidates()) }

    private func romanCandidates() -> [SectionMark] {
        lines.enumerated().compactMap { index, line in
            let content = line.content
            guard !line.isBlank, content.length <= Self.longestHeading, UInt32(scanner.bytes[content.start]).isCapital,
                let numeral = scanner.roman(at: content.start, content.end), numeral.end + 1 < content.end,
                scanner.bytes[numeral.end] == 0x2E, Scanner.isSpace(scanner.scalar(at: numeral.end + 1).value)
            else { return nil }
            let mark = Numeral(value: numeral.value, end: numeral.end + 1)
            return candidate(mark, content.start, index, nil, MarkStrength.likely, .lineStart)
        }
    }

    private static let questionWords = utf8(["Q", "Question ", "问题"])

    /// `Q4: When …?` at a line's start.
    private func numberedQuestions() -> [SectionMark] {
        lines.enumerated().compactMap { index, line in
            let content = line.content
            guard !line.isBlank, let word = scanner.first(of: Self.questionWords, at: content.start) else { return nil }
            let start = content.start + Self.questionWords[word].count
            guard let numeral = scanner.anyNumeral(at: start, content.end), numeral.value > 0, numeral.end < content.end
            else { return nil }
            let (value, length) = scanner.scalar(at: numeral.end)
            guard [0x3A, 0xFF1A, 0x2E, 0x3001].contains(value) else { return nil }
            let mark = Numeral(value: numeral.value, end: numeral.end + length)
            return candidate(mark, content.start, index, nil, MarkStrength.likely, .lineStart)
        }
    }

    /// One sequence over numbers alone, `3.` and `Q4:`, where it runs from 1 without a gap: only headings that ask count
    /// behind `3.`, so that a list inside an answer is none.
    func mixed() -> [SectionMark] {
        let asked = listCandidates { $0 == .dotDigit }.filter { candidate in
            document.forms.holds(Cues.questions, lines[candidate.mark.line].content)
        }
        let all = (aloneCandidates() + asked + numberedQuestions()).sorted { $0.mark.span < $1.mark.span }
        let found = solved(all)
        return found.map(\.mark.number.ordinal) == Array(1..<(found.count + 1)) ? found : []
    }

    /// 问：… with 答：… behind it: the number of a question is its position.
    func questions() -> [SectionMark] {
        var found: [SectionMark] = []
        for (index, line) in lines.enumerated() where !line.isBlank {
            guard let cue = scanner.first(of: Cues.questionMarks, at: line.content.start) else { continue }
            let end = line.content.start + Cues.questionMarks[cue].count
            let mark = Mark(
                level: .section, number: ProvisionNumber(found.count + 1), span: ByteSpan(line.content.start, end),
                line: index, place: .lineStart, form: .question, strength: MarkStrength.likely, isPunctuated: false)
            found.append(SectionMark(mark: mark, headingLine: nil))
        }
        return found
    }
}
