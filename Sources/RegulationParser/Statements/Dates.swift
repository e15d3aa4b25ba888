import RegulationModel

/// A date found in a text.
struct FoundDate {
    let date: CalendarDate
    let span: ByteSpan
}

/// Finds calendar dates: 2021年12月31日, 二〇二一年十二月三十一日, June 22, 2022, 22 June 2022, 2022.06.30, 2022-06-30.
struct Dates {
    let scanner: Scanner
    /// True where a bare year of three digits at most is one of the Republic: 79年6月1日 is 1 June 1990.
    var countsFromRepublic = false

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ].map(utf8)
    private static let ordinalEnds = utf8(["st", "nd", "rd", "th"])

    /// All dates of a span in order; one that digit debris touches is none.
    func all(in span: ByteSpan) -> [FoundDate] {
        var found: [FoundDate] = []
        var index = span.start
        let numerals = Scanner.numeralBits
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            guard value < 0x80 || Scanner.mayBeNumeral(value, numerals),
                value.isCapital || value.digit != nil || Scanner.isHanNumeral(value)
            else {
                index += length
                continue
            }
            if let date = date(at: index, span.end), !isInsideNumber(index, span.start) {
                if Debris(scanner: scanner).touching(date.span, in: span) == nil { found.append(date) }
                index = date.span.end
            } else {
                index += length
            }
        }
        return found
    }

    private func isInsideNumber(_ index: Int, _ start: Int) -> Bool {
        guard let before = scanner.scalar(before: index, from: start) else { return false }
        return before.value.digit != nil || before.value.isLetter
    }

    private func date(at index: Int, _ end: Int) -> FoundDate? {
        let first = scanner.scalar(at: index).value
        if first.isLetter { return monthFirst(at: index, end) }
        guard first.digit != nil || first.isHan else { return nil }
        return chinese(at: index, end) ?? dayFirst(at: index, end) ?? numeric(at: index, end)
    }

    /// 2021年12月31日
    private func chinese(at index: Int, _ end: Int) -> FoundDate? {
        guard let year = yearNumeral(at: index, end), let month = unit(Self.yearUnit, after: year, end),
            let day = unit(Self.monthUnit, after: month, end)
        else { return nil }
        let position = scanner.skipSpace(day.end, end)
        guard scanner.has(Self.dayUnit, at: position), position < end else { return nil }
        let span = ByteSpan(index, position + 3)
        if let date = found(year.value, month.value, day.value, span) { return date }
        let isBare = countsFromRepublic && (1...Self.latestBareYear).contains(year.value)
        guard isBare || isOfRepublic(before: index) else { return nil }
        return found(year.value + Self.yearBeforeRepublic, month.value, day.value, span)
    }

    /// The numeral of a year; in 二O二一年 a letter or a circle stands for 〇.
    private func yearNumeral(at index: Int, _ end: Int) -> Numeral? {
        let printed = scanner.anyNumeral(at: index, end)
        guard let printed, printed.end < end, Self.isZero(scanner.scalar(at: printed.end).value) else { return printed }
        var value = 0
        var position = index
        for _ in 0..<4 {
            guard position < end else { return printed }
            let (scalar, length) = scanner.scalar(at: position)
            if Self.isZero(scalar) {
                value *= 10
            } else if let digit = scanner.chineseNumeral(at: position, position + length), digit.value < 10 {
                value = value * 10 + digit.value
            } else {
                return printed
            }
            position += length
        }
        return Numeral(value: value, end: position)
    }

    /// 0, ０, O, Ｏ, o, Ο, О, ◯, 〇, ○, 零
    private static func isZero(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30, 0xFF10, 0x4F, 0xFF2F, 0x6F, 0x39F, 0x41E, 0x25EF, 0x3007, 0x25CB, 0x96F6: true
        default: false
        }
    }

    /// Years of the Republic count from 1912: 中華民國八十年 is 1991.
    private static let yearBeforeRepublic = 1911
    /// Latest year of the Republic that is read without its name.
    private static let latestBareYear = 199
    static let republic = utf8(["民國", "民国"])

    private func isOfRepublic(before index: Int) -> Bool {
        let end = scanner.skipSpaceBack(index, 0)
        return Self.republic.contains { scanner.has($0, at: end - $0.count) }
    }

    private static let yearUnit = utf8("年")
    private static let monthUnit = utf8("月")
    private static let dayUnit = utf8("日")

    private func unit(_ word: [UInt8], after numeral: Numeral, _ end: Int) -> Numeral? {
        let position = scanner.skipSpace(numeral.end, end)
        guard position < end, scanner.has(word, at: position) else { return nil }
        return scanner.anyNumeral(at: scanner.skipSpace(position + word.count, end), end)
    }

    /// June 22, 2022
    private func monthFirst(at index: Int, _ end: Int) -> FoundDate? {
        guard let (month, afterMonth) = month(at: index, end),
            let day = day(at: scanner.skipSpace(afterMonth, end), end)
        else { return nil }
        var position = scanner.skipSpace(day.end, end)
        if position < end, scanner.bytes[position] == 0x2C { position = scanner.skipSpace(position + 1, end) }
        guard position > day.end, let year = year(at: position, end) else { return nil }
        return found(year.value, month, day.value, ByteSpan(index, year.end))
    }

    /// 22 June 2022
    private func dayFirst(at index: Int, _ end: Int) -> FoundDate? {
        guard let day = day(at: index, end) else { return nil }
        let start = scanner.skipSpace(day.end, end)
        guard start > day.end, start < end, let (month, afterMonth) = month(at: start, end),
            let year = year(at: scanner.skipSpace(afterMonth, end), end)
        else { return nil }
        return found(year.value, month, day.value, ByteSpan(index, year.end))
    }

    /// 2022.06.30, 2022-06-30, 2022/6/30
    private func numeric(at index: Int, _ end: Int) -> FoundDate? {
        guard let year = scanner.digits(at: index, end), year.end - index == 4, year.end < end else { return nil }
        let mark = scanner.bytes[year.end]
        guard [0x2E, 0x2D, 0x2F].contains(mark), let month = scanner.digits(at: year.end + 1, end), month.end < end,
            scanner.bytes[month.end] == mark, let day = scanner.digits(at: month.end + 1, end)
        else { return nil }
        return found(year.value, month.value, day.value, ByteSpan(index, day.end))
    }

    /// A month's name at `index`, and where it ends.
    func month(at index: Int, _ end: Int) -> (Int, Int)? {
        guard index < end, UInt32(scanner.bytes[index]).isCapital else { return nil }
        guard let place = scanner.firstFolded(of: Self.months, at: index, before: end) else { return nil }
        return (place + 1, index + Self.months[place].count)
    }

    /// A day of the month with or without its English ending; not the start of a longer number.
    func day(at index: Int, _ end: Int) -> Numeral? {
        guard index < end, let day = scanner.digits(at: index, end), (1...31).contains(day.value) else { return nil }
        var after = day.end
        if scanner.first(of: Self.ordinalEnds, at: after) != nil { after += 2 }
        if after < end, UInt32(scanner.bytes[after]).isLetter { return nil }
        return Numeral(value: day.value, end: after)
    }

    /// A year of four digits.
    func year(at index: Int, _ end: Int) -> Numeral? {
        guard index < end, let year = scanner.digits(at: index, end), year.end - index == 4,
            (1900...2199).contains(year.value)
        else { return nil }
        let after = year.end
        if after < end, scanner.bytes[after] == 0x2B || UInt32(scanner.bytes[after]).isLetter { return nil }
        return year
    }

    private func found(_ year: Int, _ month: Int, _ day: Int, _ span: ByteSpan) -> FoundDate? {
        guard year >= 1900, let date = CalendarDate(year: year, month: month, day: day) else { return nil }
        return FoundDate(date: date, span: span)
    }
}

/// Finds document numbers (发文字号): 连政办发〔2021〕62号, 国发[2016]15号, （2018）第181号.
struct DocumentNumbers {
    let scanner: Scanner

    private static let opening: [UInt32] = [0x3014, 0x5B, 0xFF3B, 0x28, 0xFF08, 0x3010]
    private static let closing: [UInt32] = [0x3015, 0x5D, 0xFF3D, 0x29, 0xFF09, 0x3011]
    private static let numberWord = utf8("第")
    private static let numberUnit = utf8("号")

    private static let order = utf8("令")
    private static let dayUnit = utf8("日")
    private static let orderUnits = utf8(["号", "號"])
    /// The body that gives an order, in bytes.
    private static let longestBody = 90

    /// The number of the order that promulgates an act, with the body that gives it: 中华人民共和国国务院令第685号.
    func order(in span: ByteSpan) -> ByteSpan? {
        var from = span.start
        while let found = scanner.find(Self.order, in: ByteSpan(from, span.end)) {
            from = found + Self.order.count
            guard let end = orderEnd(after: from, span.end) else { continue }
            var start = found
            while let (value, length) = scanner.scalar(before: start, from: max(span.start, found - Self.longestBody)),
                value.isHan, !scanner.has(Self.dayUnit, at: start - length)
            {
                start -= length
            }
            if start < found { return ByteSpan(start, end) }
        }
        return nil
    }

    /// Where 第685号 or （第685号） ends.
    private func orderEnd(after order: Int, _ end: Int) -> Int? {
        var position = scanner.skipSpace(order, end)
        let isBracketed = position < end && [0x28, 0xFF08].contains(scanner.scalar(at: position).value)
        if isBracketed { position += scanner.scalar(at: position).length }
        guard position + Self.numberWord.count <= end, scanner.has(Self.numberWord, at: position),
            let number = scanner.anyNumeral(at: scanner.skipSpace(position + Self.numberWord.count, end), end)
        else { return nil }
        position = scanner.skipSpace(number.end, end)
        guard let unit = scanner.first(of: Self.orderUnits, at: position), position + Self.orderUnits[unit].count <= end
        else { return nil }
        position += Self.orderUnits[unit].count
        guard isBracketed else { return position }
        guard position < end, [0x29, 0xFF09].contains(scanner.scalar(at: position).value) else { return nil }
        return position + scanner.scalar(at: position).length
    }

    /// The first document number of a span.
    func first(in span: ByteSpan) -> ByteSpan? {
        var wordStart: Int?
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            if value.isHan {
                wordStart = wordStart ?? index
            } else if Self.opening.contains(value), let start = wordStart,
                let end = numberEnd(after: index + length, span.end)
            {
                return ByteSpan(start, end)
            } else {
                wordStart = nil
            }
            index += length
        }
        return nil
    }

    private func numberEnd(after open: Int, _ end: Int) -> Int? {
        guard let year = scanner.digits(at: open, end), (1900...2199).contains(year.value), year.end < end else {
            return nil
        }
        let (value, length) = scanner.scalar(at: year.end)
        guard Self.closing.contains(value) else { return nil }
        var position = scanner.skipSpace(year.end + length, end)
        if scanner.has(Self.numberWord, at: position) { position = scanner.skipSpace(position + 3, end) }
        guard position < end, let number = scanner.digits(at: position, end) else { return nil }
        let after = scanner.skipSpace(number.end, end)
        return after < end && scanner.has(Self.numberUnit, at: after) ? after + 3 : nil
    }
}
