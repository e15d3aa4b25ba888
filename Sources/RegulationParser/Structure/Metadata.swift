import RegulationModel

/// Reads document number, dates and repeals out of the parts of a document.
struct MetadataReader {
    let document: Document
    let body: Body

    private var scanner: Scanner { document.scanner }
    private var forms: LineForms { document.forms }

    // MARK: Document number

    /// The number of the notice that issues the act, or one in the note under its title.
    func documentNumber() -> ByteSpan? {
        let numbers = DocumentNumbers(scanner: scanner)
        for part in body.parts {
            switch part.kind {
            case .documentNumber, .adoptionNote, .noticeTitle:
                if let number = numbers.first(in: part.span) { return number }
            default: continue
            }
        }
        return nil
    }

    // MARK: Dates

    /// Dates the text states, with what was noticed about them.
    func dates() -> (dates: RegulationDates, findings: [Diagnostic]) {
        var dates = RegulationDates()
        var findings: [Diagnostic] = []
        for part in body.parts {
            switch part.kind {
            case .adoptionNote: readStatements(in: part.span, into: &dates, &findings)
            case .introduction: readIntroduction(part.span, into: &dates, &findings)
            case .signature, .noticeText:
                if isNotice, let date = Dates(scanner: scanner).all(in: part.span).last {
                    dates.issued = dates.issued ?? date.date
                }
            default: continue
            }
        }
        readClosing(into: &dates, &findings)
        return (dates, findings)
    }

    private var isNotice: Bool {
        body.parts.contains { $0.kind == .noticeTitle || $0.kind == .documentNumber }
    }

    /// Each date is what the words of its own sentence say; without any such word, a note under a title states adoption.
    private func readStatements(in span: ByteSpan, into dates: inout RegulationDates, _ findings: inout [Diagnostic]) {
        let found = Dates(scanner: scanner).all(in: span)
        for (index, date) in found.enumerated() {
            let before = index > 0 ? found[index - 1].span.end : span.start
            let after = index + 1 < found.count ? found[index + 1].span.start : span.end
            let around = words(of: date.span, from: before, to: after)
            let isEffective =
                forms.holds(Cues.effective, around)
                || (after == span.end && forms.holds(Cues.effective, ByteSpan(before, date.span.start)))
            if forms.holds(Cues.adopted, around) {
                dates.adopted = dates.adopted ?? date.date
            } else if forms.holds(Cues.approved, around) {
                dates.approved = dates.approved ?? date.date
            } else if isEffective {
                dates.effective = dates.effective ?? date.date
            } else if forms.holds(Cues.issued, around) {
                dates.issued = dates.issued ?? date.date
            } else if found.count == 1, forms.isDate(scanner.trimmed(span)) {
                dates.issued = dates.issued ?? date.date
            }
        }
    }

    /// The words that say what a date is: behind it in Chinese (1999年9月24日…通过), before it in English (Adopted on …),
    /// unless the date opens its note.
    private func words(of date: ByteSpan, from before: Int, to after: Int) -> ByteSpan {
        guard document.language == .english else { return ByteSpan(date.end, after) }
        let lead = ByteSpan(before, date.start)
        return forms.holds(Cues.adopted + Cues.approved + Cues.effective + Cues.issued, lead)
            ? lead : ByteSpan(date.end, after)
    }

    /// An explainer's opening: its own date in the byline, the act's dates in its first sentences.
    private func readIntroduction(
        _ span: ByteSpan, into dates: inout RegulationDates, _ findings: inout [Diagnostic]
    ) {
        let reader = Dates(scanner: scanner)
        for line in document.lines where span.contains(line.span.start) && !line.isBlank {
            if forms.holds(Cues.byline, line.content), line.content.length < 300 {
                dates.published = dates.published ?? reader.all(in: line.content).last?.date
                continue
            }
            for date in reader.all(in: line.content) where forms.holds(Cues.adopted, line.content) {
                dates.adopted = dates.adopted ?? date.date
            }
            if dates.effective == nil, let found = EffectiveDate(scanner: scanner).find(in: line.content) {
                dates.effective = found.date
                if found.isAssembled {
                    let message =
                        "The year of this date stands apart from its month and day; read as "
                        + "\(found.date.text)."
                    findings.append(Diagnostic(.dateAssembled, found.span, message))
                }
            }
        }
    }

    /// The closing article: a date of entry into force, or the day of issue.
    private func readClosing(into dates: inout RegulationDates, _ findings: inout [Diagnostic]) {
        guard let article = body.articles.suffix(3).last(where: { forms.holds(Cues.entryIntoForce, $0.span) }) else {
            return
        }
        if let found = EffectiveDate(scanner: scanner).find(in: article.span) {
            dates.effective = found.isAssembled ? dates.effective : found.date
        } else if forms.holds(Cues.effectiveOnIssue, article.span) {
            dates.effective = dates.effective ?? dates.issued
        } else if let broken = EffectiveDate(scanner: scanner).unreadable(in: article.span) {
            let message =
                "The date of entry into force cannot be read: “\(scanner.string(broken))”. It is left unknown."
            findings.append(Diagnostic(.dateUnreadable, broken, message, provision: article.eId))
        }
    }

    // MARK: Repeals

    /// Acts that the closing articles repeal, as printed: 《…》 with the document number behind it, or a quoted title.
    func repeals() -> [Repeal] {
        var result: [Repeal] = []
        for article in body.articles.suffix(3) {
            for paragraph in article.children {
                for span in paragraph.allText {
                    result += repeals(in: span, of: article.eId)
                }
            }
        }
        return result
    }

    private func repeals(in span: ByteSpan, of article: EId) -> [Repeal] {
        var result: [Repeal] = []
        for sentence in sentences(of: span) where forms.holds(Cues.repeal, sentence) {
            let text = scanner.lowercased(sentence)
            let verb = Cues.repeal.compactMap { text.find($0, in: text.span) }.max() ?? 0
            let reach = ByteSpan(sentence.start, sentence.start + verb)
            let titles = QuotedTitles(scanner: scanner).all(in: reach)
            result += titles.map { Repeal(text: $0, article: article) }
        }
        return result
    }

    private func sentences(of span: ByteSpan) -> [ByteSpan] {
        var result: [ByteSpan] = []
        var start = span.start
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            let isStop = value == 0x3002 || (value == 0x2E && (index >= span.end || scanner.bytes[index] == 0x20))
            guard isStop else { continue }
            result.append(ByteSpan(start, index))
            start = index
        }
        if start < span.end { result.append(ByteSpan(start, span.end)) }
        return result
    }
}

/// Finds titles in 《》 or English quotation marks, with a bracketed document number straight behind.
struct QuotedTitles {
    let scanner: Scanner

    /// All titles of a span in order.
    func all(in span: ByteSpan) -> [ByteSpan] {
        var result: [ByteSpan] = []
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            guard let close = Self.closing(value), let end = end(of: close, from: index + length, span.end) else {
                index += length
                continue
            }
            let whole = ByteSpan(index, withNumber(after: end, span.end))
            result.append(value == 0x300A ? whole : ByteSpan(index + length, end - Self.width(close)))
            index = whole.end
        }
        return result
    }

    private static func closing(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x300A: 0x300B
        case 0x22: 0x22
        case 0x201C: 0x201D
        default: nil
        }
    }

    private static func width(_ value: UInt32) -> Int { value < 0x80 ? 1 : 3 }

    private func end(of close: UInt32, from start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value == close { return index }
        }
        return nil
    }

    /// （连政办发〔2018〕181号） behind a title belongs to it.
    private func withNumber(after title: Int, _ end: Int) -> Int {
        guard title < end, [0x28, 0xFF08].contains(scanner.scalar(at: title).value) else { return title }
        var index = title
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value == 0x29 || value == 0xFF09 { return index }
        }
        return title
    }
}

/// Reads the date on which an act comes into force out of the sentence that says so.
struct EffectiveDate {
    let scanner: Scanner

    /// A date of entry into force; assembled where the year stands apart from month and day.
    struct Found {
        let date: CalendarDate
        let span: ByteSpan
        let isAssembled: Bool
    }

    private static let verbs = utf8([
        "come into force", "came into force", "come into effect", "enter into force", "take effect", "effective",
        "be implemented", "implemented from", "implemented as of",
    ])
    /// How far before its verb a year is looked for, in bytes: within the same broken sentence.
    private static let yearReach = 60

    func find(in span: ByteSpan) -> Found? {
        let dates = Dates(scanner: scanner).all(in: span)
        for date in dates where hasChineseVerb(after: date.span, in: span) {
            return Found(date: date.date, span: date.span, isAssembled: false)
        }
        for verbEnd in verbEnds(in: span) {
            if let date = dates.first(where: { $0.span.start >= verbEnd && $0.span.start - verbEnd < 30 }) {
                return Found(date: date.date, span: date.span, isAssembled: false)
            }
            if let found = assembled(after: verbEnd, in: span) { return found }
        }
        return nil
    }

    /// 自2022年8月1日起施行: the verb stands close behind the date.
    private func hasChineseVerb(after date: ByteSpan, in span: ByteSpan) -> Bool {
        let reach = ByteSpan(date.end, min(span.end, date.end + 24))
        return scanner.contains(utf8(["施行", "实施", "生效", "起執行", "起执行"]), in: reach)
    }

    /// Offsets behind each verb of entry into force, ascending; `effectively` is none.
    private func verbEnds(in span: ByteSpan) -> [Int] {
        let text = scanner.lowercased(span)
        var ends: Set<Int> = []
        for verb in Self.verbs {
            var from = 0
            while let found = text.find(verb, in: ByteSpan(from, text.bytes.count)) {
                from = found + verb.count
                if from >= text.bytes.count || !UInt32(text.bytes[from]).isLetter { ends.insert(span.start + from) }
            }
        }
        return ends.sorted()
    }

    /// “approved by 2022 It will be implemented from August 1st”: month and day behind the verb, a lone year before it.
    private func assembled(after verbEnd: Int, in span: ByteSpan) -> Found? {
        let dates = Dates(scanner: scanner)
        var index = verbEnd
        while index < min(span.end, verbEnd + 20) {
            if let (month, afterMonth) = dates.month(at: index, span.end),
                let day = dates.day(at: scanner.skipSpace(afterMonth, span.end), span.end),
                !hasYear(after: day.end, span.end), let year = loneYear(before: verbEnd, from: span.start),
                let date = CalendarDate(year: year, month: month, day: day.value)
            {
                return Found(date: date, span: ByteSpan(index, day.end), isAssembled: true)
            }
            index += scanner.scalar(at: index).length
        }
        return nil
    }

    private func hasYear(after index: Int, _ end: Int) -> Bool {
        let position = scanner.skipSpace(index, end)
        return position < end && (scanner.bytes[position] == 0x2C || UInt32(scanner.bytes[position]).digit != nil)
    }

    private func loneYear(before verbEnd: Int, from start: Int) -> Int? {
        var index = verbEnd
        while index > max(start, verbEnd - Self.yearReach) {
            index -= 1
            guard UInt32(scanner.bytes[index]).digit != nil, index == start || !isDigit(index - 1),
                let year = Dates(scanner: scanner).year(at: index, verbEnd)
            else { continue }
            return year.value
        }
        return nil
    }

    private func isDigit(_ index: Int) -> Bool { UInt32(scanner.bytes[index]).digit != nil }

    /// The debris behind the verb, where a date should stand: from the first month or digit to the last digit.
    func unreadable(in span: ByteSpan) -> ByteSpan? {
        guard let verbEnd = verbEnds(in: span).last else { return nil }
        let dates = Dates(scanner: scanner)
        var start: Int?
        var end = verbEnd
        for index in verbEnd..<min(span.end, verbEnd + 80) {
            let isMonth = dates.month(at: index, span.end) != nil
            guard isDigit(index) || isMonth else { continue }
            start = start ?? index
            end = index + 1
        }
        guard let start, end > start, (start..<end).contains(where: { isDigit($0) }) else { return nil }
        return ByteSpan(start, end)
    }
}
