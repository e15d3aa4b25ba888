import RegulationModel

/// Reads the date on which an act comes into force out of the sentence that says so.
struct EffectiveDate {
    let scanner: Scanner

    /// A date of entry into force; assembled where the year stands apart from month and day.
    struct Found {
        let date: CalendarDate
        let span: ByteSpan
        let isAssembled: Bool
    }

    private static let verbs = WordSet([
        "come into force", "comes into force", "came into force", "come into effect", "comes into effect",
        "enter into force", "enters into force", "take effect", "takes effect", "take into force", "effective",
        "be implemented", "implemented from", "implemented as of", "in force from", "in force on", "valid from",
        "shall commence on", "commences on", "apply from", "applies from",
    ])
    /// What comes into force on a day of its own beside the act: articles amended on …, 修正公布之條文
    private static let amendedParts = WordSet([
        "articles amended", "provisions amended", "articles revised", "provisions revised", "amended articles",
        "amended provisions", "amendments", "修正條文", "修正条文", "修正之條文", "修正公布之條文", "修正公布條文", "修订的条文",
        "增訂條文", "增訂之條文", "修正公布之第", "修正之第", "修正第",
    ])
    /// Longest stretch of a sentence that is looked at before a date, in bytes.
    private static let sentenceReach = 400
    private static let sentenceEnds = utf8(["。", "；", ". ", "; ", "\n"])
    private static let chineseVerbs = utf8(["施行", "实施", "生效", "起執行", "起执行"])
    private static let stop = utf8(". ")
    /// How far before its verb a year is looked for, in bytes: within the same broken sentence.
    private static let yearReach = 60

    /// - Parameter dates: the dates of the span, in order.
    func find(in span: ByteSpan, among dates: [FoundDate]) -> Found? {
        for date in dates where hasChineseVerb(after: date.span, in: span) && !isOfAmendedParts(date.span, in: span) {
            return Found(date: date.date, span: date.span, isAssembled: false)
        }
        for verbEnd in verbEnds(in: span) {
            let date = dates.first { $0.span.start >= verbEnd && $0.span.start - verbEnd < 30 }
            if let date, !isOfAmendedParts(date.span, in: span) {
                return Found(date: date.date, span: date.span, isAssembled: false)
            }
            if let found = assembled(after: verbEnd, in: span) { return found }
        }
        return nil
    }

    private static let attributive = utf8("的")
    /// How far behind a date its verb may stand, in bytes.
    private static let verbReach = 24

    /// 自2022年8月1日起施行: the verb stands close behind the date. 2009年3月1日起施行的《…》 says it of another act.
    private func hasChineseVerb(after date: ByteSpan, in span: ByteSpan) -> Bool {
        let reach = ByteSpan(date.end, min(span.end, date.end + Self.verbReach))
        return Self.chineseVerbs.contains { verb in
            guard let found = scanner.find(verb, in: reach) else { return false }
            let end = found + verb.count
            return end + Self.attributive.count > span.end || !scanner.has(Self.attributive, at: end)
        }
    }

    /// True where the sentence speaks, before a date, of parts of the act that came into it later.
    private func isOfAmendedParts(_ date: ByteSpan, in span: ByteSpan) -> Bool {
        var start = date.start
        let least = max(span.start, date.start - Self.sentenceReach)
        while start > least, scanner.first(of: Self.sentenceEnds, at: start) == nil { start -= 1 }
        return Self.amendedParts.isHeld(in: ByteSpan(start, date.start), scanner)
    }

    /// Offsets behind each verb of entry into force, ascending; `effectively` is none.
    private func verbEnds(in span: ByteSpan) -> [Int] {
        guard Self.verbs.isHeld(in: span, scanner) else { return [] }
        var ends: Set<Int> = []
        for verb in Self.verbs.words {
            var from = span.start
            while let found = scanner.findFolded(verb, in: ByteSpan(from, span.end)) {
                from = found + verb.count
                if from >= span.end || !UInt32(scanner.bytes[from]).isLetter { ends.insert(from) }
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
                let date = CalendarDate(year: year, month: month, day: day.value),
                Debris(scanner: scanner).touching(ByteSpan(index, day.end), in: span) == nil
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

    /// The debris behind the verb, where a date should stand: from the first month or digit to the last digit of the
    /// sentence.
    func unreadable(in span: ByteSpan) -> ByteSpan? {
        guard let verbEnd = verbEnds(in: span).last else { return nil }
        let dates = Dates(scanner: scanner)
        var start: Int?
        var end = verbEnd
        for index in verbEnd..<min(span.end, verbEnd + 80) {
            let isMonth = dates.month(at: index, span.end) != nil
            if start != nil, scanner.has(Self.stop, at: index) { break }
            guard isDigit(index) || isMonth else { continue }
            start = start ?? index
            end = index + 1
        }
        guard let start, end > start, (start..<end).contains(where: { isDigit($0) }) else { return nil }
        return ByteSpan(start, end)
    }

    /// True where the words around an unreadable date say that the act comes into force on it.
    func isMeant(_ date: ByteSpan, in span: ByteSpan) -> Bool {
        hasChineseVerb(after: date, in: span) || verbEnds(in: span).contains { $0 <= date.end && date.start - $0 < 30 }
    }
}
