import RegulationModel

/// A numeral read from a text and where it ends.
struct Numeral {
    let value: Int
    let end: Int
}

/// The largest number a provision may have; longer runs of digits are no provision numbers.
let largestProvisionNumber = 99_999

extension Scanner {
    /// A run of Western or full-width digits.
    func digits(at index: Int, _ end: Int) -> Numeral? {
        var value = 0
        var position = index
        while position < end {
            let (scalar, length) = scalar(at: position)
            guard let digit = scalar.digit else { break }
            value = value * 10 + digit
            guard value <= largestProvisionNumber else { return nil }
            position += length
        }
        return position > index ? Numeral(value: value, end: position) : nil
    }

    /// A Chinese numeral: 十二, 一百二十, 二〇二一, 廿三, 两百, 一千二百六十; white space inside is passed over.
    func chineseNumeral(at index: Int, _ end: Int) -> Numeral? {
        var total = 0
        var group = 0
        var current: Int?
        var hadUnit = false
        var position = index
        var last = index
        while position < end {
            let (scalar, length) = scalar(at: position)
            if let digit = Self.hanDigit(scalar) {
                current = hadUnit ? digit : (current ?? 0) * 10 + digit
                if let current, current > largestProvisionNumber { return nil }
            } else if let unit = Self.hanUnit(scalar) {
                if unit == 10_000 {
                    total += max(1, group + (current ?? 0)) * unit
                    group = 0
                } else {
                    group += (current ?? 1) * unit
                }
                hadUnit = true
                current = nil
            } else if Self.isSpace(scalar), position > index {
                position += length
                continue
            } else {
                break
            }
            position += length
            last = position
            guard total + group <= largestProvisionNumber else { return nil }
        }
        return last > index ? Numeral(value: total + group + (current ?? 0), end: last) : nil
    }

    /// Digits or a Chinese numeral.
    func anyNumeral(at index: Int, _ end: Int) -> Numeral? {
        digits(at: index, end) ?? chineseNumeral(at: index, end)
    }

    /// The numeral behind 第. A scan or a keyboard may set a dash for its last 一: 第—条, 第十－章. It is read so only where a
    /// provision's unit follows.
    func ordinalNumeral(at index: Int, _ end: Int) -> Numeral? {
        let printed = anyNumeral(at: index, end)
        guard let dashed = dashedNumeral(at: index, behind: printed, end) else { return printed }
        let unit = skipSpace(dashed.end, end)
        let isUnit = first(of: Self.ordinalUnits, at: unit).map { unit + Self.ordinalUnits[$0].count <= end } ?? false
        return isUnit ? dashed : printed
    }

    /// A numeral whose last 一 is a dash, alone or behind a Chinese numeral that has no last digit; nil for every other one.
    func dashedNumeral(at index: Int, behind printed: Numeral?, _ end: Int) -> Numeral? {
        let position = skipSpace(printed?.end ?? index, end)
        guard position < end, (printed?.value ?? 0) % 10 == 0, digits(at: index, end) == nil else { return nil }
        let (scalar, length) = scalar(at: position)
        return Self.isDash(scalar) ? Numeral(value: (printed?.value ?? 0) + 1, end: position + length) : nil
    }

    /// True where the numeral of a mark, printed like this, ends with a dash that stands for 一.
    func hasDash(in span: ByteSpan) -> Bool {
        var index = span.start
        while index < span.end {
            let (scalar, length) = scalar(at: index)
            let behind = skipSpace(index + length, span.end)
            if Self.isDash(scalar), first(of: Self.behindDashes, at: behind) != nil { return true }
            index += length
        }
        return false
    }

    /// - ‐ ‑ ‒ – — ― ─ ー －
    static func isDash(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2010...0x2015, 0x2500, 0x30FC, 0xFF0D: true
        default: false
        }
    }
    private static let behindDashes = ordinalUnits + utf8(["）", ")"])
    private static let ordinalUnits = utf8(["条", "條", "章", "节", "節", "编", "編", "款", "项", "項"])

    /// False for nearly all characters beyond ASCII that are no digit and no character of a Chinese numeral.
    ///
    /// - Parameter bits: `numeralBits`, which a loop over a text takes once.
    @inline(__always)
    static func mayBeNumeral(_ scalar: UInt32, _ bits: [UInt64]) -> Bool {
        bits[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 == 1
    }

    /// A bit for the low twelve bits of each digit beyond ASCII and each character of a Chinese numeral.
    static let numeralBits: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 64)
        for scalar in (0x25CB...0xFF19 as ClosedRange<UInt32>) where isHanNumeral(scalar) || scalar.digit != nil {
            bits[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63)
        }
        return bits
    }()

    /// True for a character of a Chinese numeral.
    @inline(__always)
    static func isHanNumeral(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x25CB else { return false }
        return hanDigit(scalar) != nil || hanUnit(scalar) != nil
    }

    @inline(__always)
    private static func hanDigit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x96F6, 0x3007, 0x25CB: 0  // 零 〇 ○
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2  // 二 两
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    @inline(__always)
    private static func hanUnit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341: 10  // 十
        case 0x767E: 100  // 百
        case 0x5343: 1_000  // 千
        case 0x4E07, 0x842C: 10_000  // 万 萬
        default: nil
        }
    }

    /// A Roman numeral in capitals or small letters, at most `largestRoman`.
    func roman(at index: Int, _ end: Int) -> Numeral? {
        var values: [Int] = []
        var position = index
        while position < end, let value = Self.romanValue(bytes[position] | 0x20) {
            values.append(value)
            position += 1
            guard values.count <= 9 else { return nil }
        }
        guard position > index else { return nil }
        var sum = 0
        for (place, value) in values.enumerated() {
            sum += place + 1 < values.count && value < values[place + 1] ? -value : value
        }
        return sum > 0 ? Numeral(value: sum, end: position) : nil
    }

    private static func romanValue(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "i"): 1
        case UInt8(ascii: "v"): 5
        case UInt8(ascii: "x"): 10
        case UInt8(ascii: "l"): 50
        case UInt8(ascii: "c"): 100
        default: nil
        }
    }
}

/// Number words of English: cardinals (`two`) and ordinals (`Twenty-first`, `One hundred and third`).
enum EnglishNumberWords {
    private static let ones = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let irregular = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
        "twelve": "twelfth",
    ]

    /// Lower-case cardinal words up to 199.
    static let cardinals: [String: Int] = table { $0 }
    /// Lower-case ordinal words up to 199, with hyphen and with space.
    static let ordinals: [String: Int] = table(ordinal)

    private static func ordinal(_ word: String) -> String {
        if let special = irregular[word] { return special }
        return word.hasSuffix("y") ? String(word.dropLast()) + "ieth" : word + "th"
    }

    private static func table(_ last: (String) -> String) -> [String: Int] {
        var result: [String: Int] = [:]
        for number in 1...99 {
            for word in below100(number, last) {
                result[word] = number
                for joint in ["one hundred and ", "one hundred ", "hundred and "] {
                    result[joint + word] = 100 + number
                }
            }
        }
        result["one hundred" + (last("ten") == "ten" ? "" : "th")] = 100
        return result
    }

    private static func below100(_ number: Int, _ last: (String) -> String) -> [String] {
        if number < 20 { return [last(ones[number])] }
        let ten = tens[number / 10]
        if number % 10 == 0 { return [last(ten)] }
        let one = last(ones[number % 10])
        return [ten + "-" + one, ten + " " + one, ten + one]
    }
}

extension Scanner {
    /// A number word of `table` at `index`, in any case, of at most five words; the longest one.
    func numberWord(at index: Int, _ end: Int, in table: [String: Int]) -> Numeral? {
        var best: Numeral?
        var word = ""
        var words = 0
        var position = index
        while position < end, words < 5 {
            let byte = bytes[position]
            let isLetter = UInt32(byte).isLetter
            if !isLetter {
                if let value = table[word] { best = Numeral(value: value, end: position) }
                guard byte == 0x20 || byte == 0x2D, position > index else { return best }
                words += 1
            }
            word.unicodeScalars.append(Unicode.Scalar(isLetter ? byte | 0x20 : byte))
            guard word.utf8.count <= 40 else { return best }
            position += 1
        }
        if position == end, let value = table[word] { best = Numeral(value: value, end: position) }
        return best
    }
}
