import RegulationModel

/// How the mark of a list point is written. Order is the order in which readings are tried.
enum ListStyle: Int, Sendable, CaseIterable {
    /// （一）, (一), ㈠
    case bracketHan
    /// （1）, (1), ⑴
    case bracketDigit
    /// (two), as machine translation has it
    case bracketWord
    /// (b)
    case bracketLetter
    /// (ii)
    case bracketRoman
    /// 1. 1． 1、
    case dotDigit
    /// 1)
    case closeDigit
    /// a. a)
    case plainLetter
    /// ii. ii)
    case plainRoman
    /// 一、
    case hanComma
    /// ①
    case circled

    /// True for marks in brackets: these are mixed within one list by translations.
    var isBracketed: Bool {
        switch self {
        case .bracketHan, .bracketDigit, .bracketWord, .bracketLetter, .bracketRoman: true
        case .dotDigit, .closeDigit, .plainLetter, .plainRoman, .hanComma, .circled: false
        }
    }
}

/// The mark of a list point, with every way it can be read: `(i)` is the letter 9 or the Roman 1.
struct ListMark {
    let span: ByteSpan
    let readings: ListReadings
}

/// One way to read a list mark.
struct ListReading {
    let style: ListStyle
    let value: Int
}

/// One to three ways to read a list mark; more than three no mark has.
struct ListReadings: RandomAccessCollection {
    private var held: (Packed, Packed, Packed)
    private var count8: UInt8 = 0

    /// A reading in eight bytes: marks are copied often.
    private struct Packed {
        let style: ListStyle
        let value: Int32
    }

    var startIndex: Int { 0 }
    var endIndex: Int { Int(count8) }

    /// No reading yet.
    init() {
        let none = Packed(style: .bracketDigit, value: 0)
        held = (none, none, none)
    }

    /// One reading.
    init(_ style: ListStyle, _ value: Int) {
        self.init()
        append(style, value)
    }

    subscript(index: Int) -> ListReading {
        let packed =
            switch index {
            case 0: held.0
            case 1: held.1
            default: held.2
            }
        return ListReading(style: packed.style, value: Int(packed.value))
    }

    mutating func append(_ style: ListStyle, _ value: Int) {
        let packed = Packed(style: style, value: Int32(clamping: value))
        switch count8 {
        case 0: held.0 = packed
        case 1: held.1 = packed
        default: held.2 = packed
        }
        count8 = Swift.min(3, count8 + 1)
    }
}

/// Reads list marks.
struct ListMarks {
    let scanner: Scanner

    /// The list mark at `index`, which must be the first visible byte of its segment.
    func mark(at index: Int, _ end: Int) -> ListMark? {
        guard index < end else { return nil }
        let (value, length) = scanner.scalar(at: index)
        // Most text begins with an ideograph that is no numeral.
        if value >= 0x4E00, value <= 0x9FFF, !Scanner.isHanNumeral(value) { return nil }
        if value == 0x28 || value == 0xFF08 { return bracketed(at: index, after: index + length, end) }
        if let (style, number) = Self.enclosed(value) {
            return ListMark(span: ByteSpan(index, index + length), readings: ListReadings(style, number))
        }
        return plain(at: index, end)
    }

    /// ① ⑴ ㈠: one scalar that holds its number.
    private static func enclosed(_ value: UInt32) -> (style: ListStyle, value: Int)? {
        switch value {
        case 0x2460...0x2473: (.circled, Int(value) - 0x245F)
        case 0x2474...0x2487: (.bracketDigit, Int(value) - 0x2473)
        case 0x2488...0x249B: (.dotDigit, Int(value) - 0x2487)
        case 0x3220...0x3229: (.bracketHan, Int(value) - 0x321F)
        default: nil
        }
    }

    private func bracketed(at start: Int, after open: Int, _ end: Int) -> ListMark? {
        let inner = scanner.skipSpace(open, end)
        guard inner < end else { return nil }
        let first = scanner.scalar(at: inner).value
        var readings = ListReadings()
        var close: Int?
        func take(_ numeral: Numeral?, _ style: ListStyle) {
            guard let numeral, numeral.value > 0, let after = closingBracket(at: numeral.end, end) else { return }
            guard close == nil || close == after else { return }
            close = after
            readings.append(style, numeral.value)
        }
        if first.digit != nil { take(scanner.digits(at: inner, end), .bracketDigit) }
        if first.isHan {
            let printed = scanner.chineseNumeral(at: inner, end)
            take(printed, .bracketHan)
            if close == nil { take(scanner.dashedNumeral(at: inner, behind: printed, end), .bracketHan) }
        } else if Scanner.isDash(first) {
            take(scanner.dashedNumeral(at: inner, behind: nil, end), .bracketHan)
        }
        if first.isLetter {
            take(scanner.numberWord(at: inner, end, in: EnglishNumberWords.cardinals), .bracketWord)
            take(letter(at: inner, end), .bracketLetter)
            take(scanner.roman(at: inner, end), .bracketRoman)
        }
        guard let close, !isReference(after: close, end) else { return nil }
        return ListMark(span: ByteSpan(start, close), readings: readings)
    }

    private static let joints = utf8([
        "至（", "至(", "至第", "、（", "、(", "和（", "和(", "或（", "或(", "或者（",
    ])
    private static let units = utf8(["项", "項", "目", "款"])
    private static let subpoint = utf8("目")
    /// 目的 is an aim or a destination far more often than what a sub-point has.
    private static let aim = utf8("的")
    /// What goes on behind the unit of a reference; 项目, 目标 and 款项 are words that begin a point.
    private static let behindUnits = utf8([
        "所", "规", "規", "的", "之", "、", "，", "。", "；", "和", "与", "與", "或", "及", "至", "到", "中", "情", "行", "以", "外",
        "者", "第", "（", "(",
    ])

    /// True where a mark in brackets is named, not set: （一）至（三）项所列人员.
    private func isReference(after index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if scanner.first(of: Self.joints, at: index) != nil { return true }
        guard let unit = scanner.first(of: Self.units, at: index) else { return false }
        let behind = index + Self.units[unit].count
        if Self.units[unit] == Self.subpoint, scanner.has(Self.aim, at: behind) { return false }
        return behind >= end || scanner.first(of: Self.behindUnits, at: behind) != nil
    }

    private func closingBracket(at index: Int, _ end: Int) -> Int? {
        let position = scanner.skipSpace(index, end)
        guard position < end else { return nil }
        let (value, length) = scanner.scalar(at: position)
        return value == 0x29 || value == 0xFF09 ? position + length : nil
    }

    private func letter(at index: Int, _ end: Int) -> Numeral? {
        guard index < end else { return nil }
        let byte = scanner.bytes[index] | 0x20
        guard UInt32(byte).isLetter else { return nil }
        return Numeral(value: Int(byte) - 0x60, end: index + 1)
    }

    private func plain(at start: Int, _ end: Int) -> ListMark? {
        let first = scanner.scalar(at: start).value
        if first.digit != nil, let numeral = scanner.digits(at: start, end), numeral.value > 0, numeral.value < 200 {
            return digitMark(start, numeral, end)
        }
        if first.isHan {
            guard let numeral = scanner.chineseNumeral(at: start, end), numeral.end < end else { return nil }
            let (value, length) = scanner.scalar(at: numeral.end)
            guard value == 0x3001, numeral.value > 0, !isSeries(after: numeral.end + length, end) else { return nil }
            return ListMark(
                span: ByteSpan(start, numeral.end + length), readings: ListReadings(.hanComma, numeral.value))
        }
        guard first.isLetter else { return nil }
        var readings = ListReadings()
        var close: Int?
        func take(_ numeral: Numeral?, _ style: ListStyle) {
            guard let numeral, numeral.end + 1 < end, [0x2E, 0x29].contains(scanner.bytes[numeral.end]),
                scanner.bytes[numeral.end + 1] == 0x20
            else { return }
            close = numeral.end + 1
            readings.append(style, numeral.value)
        }
        take(letter(at: start, end), .plainLetter)
        if let roman = scanner.roman(at: start, end), roman.value <= Self.largestRoman { take(roman, .plainRoman) }
        guard let close else { return nil }
        return ListMark(span: ByteSpan(start, close), readings: readings)
    }

    /// Larger Roman numerals are words or letters rather than marks: mix., c.
    private static let largestRoman = 40

    private static let counted = utf8([
        "类", "级", "等", "、", "和", "款", "项", "条", "期", "线", "审", "号", "层", "類", "級", "項", "條",
    ])

    /// True where a series of numbers follows: 二、三类动物疫病 counts kinds, not points.
    private func isSeries(after index: Int, _ end: Int) -> Bool {
        guard index < end, scanner.scalar(at: index).value.isHan, let next = scanner.chineseNumeral(at: index, end)
        else { return false }
        return scanner.first(of: Self.counted, at: next.end) != nil
    }

    /// `1.` `1．` `1、` `1)`; not the start of a decimal (1.5), a date (2020.06.30) or a range.
    private func digitMark(_ start: Int, _ numeral: Numeral, _ end: Int) -> ListMark? {
        guard numeral.end < end else { return nil }
        let (value, length) = scanner.scalar(at: numeral.end)
        let after = numeral.end + length
        let style: ListStyle
        switch value {
        case 0x2E, 0xFF0E, 0x3001: style = .dotDigit
        case 0x29, 0xFF09: style = .closeDigit
        default: return nil
        }
        if after < end, scanner.scalar(at: after).value.digit != nil { return nil }
        return ListMark(span: ByteSpan(start, after), readings: ListReadings(style, numeral.value))
    }
}
