import RegulationModel

/// Reads calendar dates: 2021年12月31日, 民國一百零五年七月一日; `June 22, 2022`, `1 July 2020`.
struct DateReader {
    let text: NormText
    let debris: DebrisFinder

    struct Step {
        /// Nil where a day of every year is named, which is no date.
        let found: QuantityReader.Found?
        let end: Int
    }

    func date(at index: Int) -> Step? {
        switch text.language {
        case .chinese: chinese(at: index)
        case .english: english(at: index)
        }
    }

    private func chinese(at index: Int) -> Step? {
        guard index == 0 || !text.isDigit(index - 1), let first = text.number(at: index) else { return nil }
        let year: Phrase = "年"
        let month: Phrase = "月"
        let day: Phrase = "日"
        var monthStart = index
        var yearNumber: Int?
        if text.has(year, at: first.range.upperBound), let number = whole(first) {
            yearNumber = number
            monthStart = first.range.upperBound + 1
        }
        guard let monthNumber = text.number(at: monthStart), text.has(month, at: monthNumber.range.upperBound),
            let dayNumber = text.number(at: monthNumber.range.upperBound + 1),
            text.has(day, at: dayNumber.range.upperBound)
        else { return nil }
        let end = dayNumber.range.upperBound + 1
        guard let yearNumber, let month = whole(monthNumber), let day = whole(dayNumber) else {
            return Step(found: nil, end: end)
        }
        let republic: Phrase = "民国"
        let isRepublic = text.has(republic, at: index - 2)
        return step(isRepublic ? yearNumber + 1_911 : yearNumber, month, day, index..<end)
    }

    private func whole(_ number: ReadNumber) -> Int? {
        number.value.denominator == 1 ? number.value.numerator : nil
    }

    private func step(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Step {
        guard year >= 1_000, CalendarDate(year: year, month: month, day: day) != nil else {
            return Step(found: nil, end: range.upperBound)
        }
        return Step(found: found(.date(year: year, month: month, day: day), range), end: range.upperBound)
    }

    private func found(_ value: NormValue, _ range: Range<Int>) -> QuantityReader.Found {
        QuantityReader.Found(kind: .date, unit: "", bound: .exactly, value: value, range: range)
    }

    private static let months: [Phrase] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private func month(at index: Int) -> (number: Int, end: Int)? {
        for (place, name) in Self.months.enumerated() where text.has(name, at: index) {
            // “may” is a month only where a figure stands behind it.
            let end = index + name.scalars.count
            if place == 4, !(text.isDigit(end + 1) && text.capitals[index]) { return nil }
            return (place + 1, end)
        }
        return nil
    }

    private func english(at index: Int) -> Step? {
        if let month = month(at: index) { return behindMonth(month, from: index) }
        if let year = yearAlone(at: index) { return year }
        guard text.isDigit(index), index == 0 || text.scalars[index - 1] == 0x20, let day = text.digits(at: index),
            let dayNumber = whole(day)
        else { return nil }
        let end = behindOrdinal(day.range.upperBound)
        guard end < text.count, text.scalars[end] == 0x20, let month = month(at: end + 1) else { return nil }
        guard let year = year(at: month.end) else { return Step(found: nil, end: month.end) }
        return step(year.number, month.number, dayNumber, index..<year.end)
    }

    /// `in 2004`, where a clause ends behind it or a small word follows: no number of things.
    private func yearAlone(at index: Int) -> Step? {
        let opening: Phrase = "in "
        guard text.isDigit(index), text.has(opening.scalars, at: index - opening.scalars.count),
            let digits = text.digits(at: index), digits.range.count == 4, let year = whole(digits),
            (1_900...2_100).contains(year)
        else { return nil }
        let end = digits.range.upperBound
        guard end == text.count || text.isClauseEnd(end) || text.scalars[end] == 0x2E else { return nil }
        return Step(found: found(.date(year: year, month: nil, day: nil), digits.range), end: end)
    }

    /// `June 22, 2022`; with debris in between the year alone is certain.
    private func behindMonth(_ month: (number: Int, end: Int), from index: Int) -> Step? {
        guard text.has([0x20], at: month.end), let day = text.digits(at: month.end + 1), let number = whole(day) else {
            return nil
        }
        let end = behindOrdinal(day.range.upperBound)
        if let year = year(at: end) { return step(year.number, month.number, number, index..<year.end) }
        guard debris.isInClause(around: index) else { return Step(found: nil, end: end) }
        var clauseEnd = text.clause(around: index).upperBound
        if let year = year(at: clauseEnd) {
            return Step(
                found: found(.date(year: year.number, month: nil, day: nil), index..<year.end), end: year.end)
        }
        clauseEnd = max(clauseEnd, end)
        return Step(found: found(.unknown, index..<clauseEnd), end: clauseEnd)
    }

    private func behindOrdinal(_ index: Int) -> Int {
        let endings: [Phrase] = ["st", "nd", "rd", "th"]
        return endings.contains { text.has($0.scalars, at: index) } ? index + 2 : index
    }

    /// A year behind a day: `, 2022`, ` 2022`, ` of 2022`.
    private func year(at index: Int) -> (number: Int, end: Int)? {
        for joint: Phrase in [", ", " ", ",", " of ", ", of "] where text.has(joint.scalars, at: index) {
            guard let year = text.digits(at: index + joint.scalars.count), let number = whole(year),
                (1_800...2_200).contains(number), year.range.count == 4
            else { continue }
            return (number, year.range.upperBound)
        }
        return nil
    }
}
