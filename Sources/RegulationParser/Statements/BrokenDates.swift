import RegulationModel

/// Finds places where a date is meant that no calendar has or that debris touches: 2021年13月1日, 2月30日 of a year, 2o21年5月1日,
/// February 30, 2021, `65438+1 October 1, 2022`.
struct BrokenDates {
    let scanner: Scanner

    private static let years = utf8("年")
    private static let months = utf8("月")
    private static let days = utf8("日")
    /// Longest number in front of 年, 月 or 日, in bytes, and the longest date in English.
    private static let longestNumber = 24
    private static let longestEnglish = 30

    /// The places in order.
    ///
    /// - Parameter readable: the dates of the span, where they are known.
    func all(in span: ByteSpan, beside readable: [FoundDate]? = nil) -> [ByteSpan] {
        var readable = readable
        var found: [ByteSpan] = []
        var index = span.start
        let numerals = Scanner.numeralBits
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            guard value < 0x80 || Scanner.mayBeNumeral(value, numerals), value.isCapital || isNumberLike(value),
                let end = date(at: index, in: span)
            else {
                index += length
                continue
            }
            let dates = readable ?? Dates(scanner: scanner).all(in: span)
            readable = dates
            if dates.contains(where: { $0.span.overlaps(index, end) }) {
                index += length
                continue
            }
            let place = ByteSpan(index, end)
            let whole = Debris(scanner: scanner).touching(place, in: span) ?? place
            found.append(ByteSpan(max(whole.start, found.last?.end ?? span.start), whole.end))
            index = whole.end
        }
        return found
    }

    private func date(at index: Int, in span: ByteSpan) -> Int? {
        if UInt32(scanner.bytes[index]).isCapital, let end = english(at: index, span.end) { return end }
        return chinese(at: index, in: span)
    }

    /// A month's name, a day or debris, a year or debris.
    private func english(at index: Int, _ end: Int) -> Int? {
        guard let (_, afterMonth) = Dates(scanner: scanner).month(at: index, end) else { return nil }
        let limit = min(end, index + Self.longestEnglish)
        var numbers = 0
        var last = afterMonth
        var position = afterMonth
        while position < limit {
            position = scanner.skipSpace(position, limit)
            if position < limit, scanner.bytes[position] == 0x2C { position = scanner.skipSpace(position + 1, limit) }
            guard position < limit, isDigit(position) else { break }
            while position < end, isDigit(position) || [0x2B].contains(scanner.bytes[position]) { position += 1 }
            if let suffix = ordinalEnd(position, end) { position = suffix }
            numbers += 1
            last = position
        }
        return numbers >= 2 ? last : nil
    }

    private func ordinalEnd(_ index: Int, _ end: Int) -> Int? {
        guard index + 1 < end, utf8(["st", "nd", "rd", "th"]).contains(where: { scanner.has($0, at: index) }) else {
            return nil
        }
        return index + 2
    }

    /// Something like a number in front of 年, then of 月, then of 日.
    private func chinese(at index: Int, in span: ByteSpan) -> Int? {
        guard isNumberLike(index), index == span.start || !isNumberLike(before: index, span.start),
            let year = unit(Self.years, at: index, span.end), let month = unit(Self.months, at: year, span.end)
        else { return nil }
        return unit(Self.days, at: month, span.end)
    }

    private func unit(_ unit: [UInt8], at index: Int, _ end: Int) -> Int? {
        var position = scanner.skipSpace(index, end)
        let start = position
        while position < end, position - start <= Self.longestNumber, isNumberLike(position) {
            position += scanner.scalar(at: position).length
        }
        guard position > start else { return nil }
        position = scanner.skipSpace(position, end)
        return scanner.has(unit, at: position) && position < end ? position + unit.count : nil
    }

    private func isNumberLike(before index: Int, _ start: Int) -> Bool {
        guard let before = scanner.scalar(before: index, from: start) else { return false }
        return isNumberLike(index - before.length)
    }

    private func isNumberLike(_ index: Int) -> Bool { isNumberLike(scanner.scalar(at: index).value) }

    private func isNumberLike(_ value: UInt32) -> Bool {
        if value.digit != nil { return true }
        switch value {
        case 0x6C, 0x49, 0x4F, 0x6F, 0x2B: return true
        default: return value.isHan && Scanner.isHanNumeral(value)
        }
    }

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(scanner.bytes[index]) }
}

extension ByteSpan {
    /// True where the span shares a byte with `start..<end`.
    func overlaps(_ start: Int, _ end: Int) -> Bool { self.start < end && start < self.end }
}
