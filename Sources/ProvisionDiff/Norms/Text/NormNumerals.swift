import RegulationModel

/// A number read from a text and where it stands.
struct ReadNumber: Hashable {
    let value: Ratio
    let range: Range<Int>
}

extension NormText {
    private static let largest = 1_000_000_000_000

    /// A number at `index`: Chinese or Western figures, `1,000`, `1.5`, `3万`; number words in English.
    func number(at index: Int) -> ReadNumber? {
        switch language {
        case .chinese: chineseNumber(at: index)
        case .english: digits(at: index) ?? numberWords(at: index)
        }
    }

    /// Western figures with thousands' commas and decimals.
    func digits(at index: Int) -> ReadNumber? {
        var value = 0
        var scale = 1
        var position = index
        while position < count {
            if isDigit(position) {
                value = value * 10 + Int(scalars[position]) - 0x30
                if scale > 1 { scale *= 10 }
                guard value <= Self.largest, scale <= 1_000_000 else { return nil }
            } else if scalars[position] == 0x2C || scalars[position] == 0xFF0C, isThousandsComma(position), scale == 1 {
            } else if scalars[position] == 0x2E, scale == 1, isDigit(position + 1), position > index {
                scale = 10
                position += 1
                value = value * 10 + Int(scalars[position]) - 0x30
            } else {
                break
            }
            position += 1
        }
        guard position > index, let ratio = Ratio(value, scale) else { return nil }
        return ReadNumber(value: ratio, range: index..<position)
    }

    /// `1,000`; a full-width comma stands there in some Chinese prints.
    private func isThousandsComma(_ index: Int) -> Bool {
        isDigit(index - 1) && isDigit(index + 1) && isDigit(index + 2) && isDigit(index + 3) && !isDigit(index + 4)
    }

    private static let hanDigits: [UInt32: Int] = [
        0x96F6: 0, 0x3007: 0, 0x25CB: 0, 0x4E00: 1, 0x4E8C: 2, 0x4E24: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6,
        0x4E03: 7, 0x516B: 8, 0x4E5D: 9, 0x58F9: 1, 0x8D30: 2, 0x8CB3: 2, 0x53C1: 3, 0x8086: 4, 0x4F0D: 5, 0x9646: 6,
        0x67D2: 7, 0x634C: 8, 0x7396: 9,
    ]
    private static let hanUnits: [UInt32: Int] = [
        0x5341: 10, 0x62FE: 10, 0x767E: 100, 0x4F70: 100, 0x5343: 1_000, 0x4EDF: 1_000, 0x4E07: 10_000,
        0x4EBF: 100_000_000,
    ]

    /// 廿, 卅, 卌: tens in one character.
    private static let hanTens: [UInt32: Int] = [0x5EFF: 20, 0x5344: 20, 0x5345: 30, 0x534C: 40]

    /// 三千五百, 二〇二一, 十八, 3万, 五, 二分之一 is left to the fractions.
    private func chineseNumber(at index: Int) -> ReadNumber? {
        var sum = ChineseSum()
        var position = index
        while position < count {
            if let figures = digits(at: position) {
                guard sum.isOpen, figures.value.denominator == 1 else {
                    guard position == index else { break }
                    return decimal(figures)
                }
                sum.add(number: figures.value.numerator)
                position = figures.range.upperBound
            } else if let digit = Self.hanDigits[scalars[position]] {
                sum.add(digit: digit)
                position += 1
            } else if let unit = Self.hanUnits[scalars[position]] {
                guard sum.add(unit: unit) else { return nil }
                position += 1
            } else if let tens = Self.hanTens[scalars[position]] {
                // 五卅 is no number.
                guard sum.isOpen else { return nil }
                sum.add(tens: tens)
                position += 1
            } else {
                break
            }
            guard sum.total <= Self.largest else { return nil }
        }
        guard position > index else { return nil }
        return pointed(sum.total, index..<position) ?? ReadNumber(value: Ratio(sum.total), range: index..<position)
    }

    /// 一点五, 零点二五: digits behind 点 are decimals. No hour of the day: 二点三十分 has no unit of measure behind 三.
    private func pointed(_ whole: Int, _ range: Range<Int>) -> ReadNumber? {
        let point: UInt32 = 0x70B9
        guard range.upperBound < count, scalars[range.upperBound] == point, whole < 1_000_000 else { return nil }
        var position = range.upperBound + 1
        var (value, scale) = (whole, 1)
        while position < count, let digit = Self.hanDigits[scalars[position]], scale < 10_000 {
            value = value * 10 + digit
            scale *= 10
            position += 1
        }
        guard scale > 1, position == count || Self.hanUnits[scalars[position]] == nil || scalars[position] == 0x4E07,
            let ratio = Ratio(value, scale)
        else { return nil }
        guard position < count, scalars[position] == 0x4E07 else {
            return ReadNumber(value: ratio, range: range.lowerBound..<position)
        }
        return ratio.times(10_000).map { ReadNumber(value: $0, range: range.lowerBound..<position + 1) }
    }

    /// `1.5万`: a decimal with one unit behind it.
    private func decimal(_ figures: ReadNumber) -> ReadNumber? {
        let end = figures.range.upperBound
        guard end < count, let unit = Self.hanUnits[scalars[end]], unit >= 10_000 else { return figures }
        guard let value = figures.value.times(unit) else { return nil }
        return ReadNumber(value: value, range: figures.range.lowerBound..<end + 1)
    }
}

/// The parts of a Chinese numeral as it is read.
private struct ChineseSum {
    private var done = 0
    private var group = 0
    private var current: Int?
    private var hasUnit = false

    var total: Int { done + group + (current ?? 0) }
    var isOpen: Bool { current == nil }

    mutating func add(number: Int) { current = number }

    mutating func add(digit: Int) {
        let behind = hasUnit ? 0 : (current ?? 0) * 10
        current = min(behind, 1_000_000_000_000) + digit
    }

    mutating func add(tens: Int) {
        hasUnit = true
        group = min(group, 1_000_000) + tens
    }

    /// False where the sum cannot be held.
    mutating func add(unit: Int) -> Bool {
        hasUnit = true
        guard unit >= 10_000 else {
            group += min(current ?? 1, 1_000_000) * unit
            current = nil
            return group < 1_000_000_000
        }
        let part = max(1, group + (current ?? 0))
        let (product, overflow) = (done + part).multipliedReportingOverflow(by: unit)
        guard !overflow, product < 10_000_000_000_000 else { return false }
        done = done > 0 && unit == 10_000 ? done + part * unit : product
        group = 0
        current = nil
        return true
    }
}

extension NormText {
    private static let words: [String: Int] = {
        let small = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var table = Dictionary(uniqueKeysWithValues: zip(small, 1...19))
        for (place, word) in tens.enumerated() { table[word] = (place + 2) * 10 }
        table["half"] = nil
        return table
    }()
    private static let multipliers = [
        "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    ]

    /// The letters from `index` on, and where they end.
    func word(at index: Int) -> Range<Int>? {
        var end = index
        while end < count, (0x61...0x7A).contains(scalars[end]) { end += 1 }
        guard end > index, index == 0 || !Self.isWordScalar(scalars[index - 1]) else { return nil }
        return index..<end
    }

    /// `twenty-five`, `one hundred and twenty`, `three thousand`.
    func numberWords(at index: Int) -> ReadNumber? {
        var total = 0
        var group = 0
        var position = index
        var end: Int?
        while let word = word(at: position) {
            let text = string(word)
            if let value = Self.words[text] {
                group += value
            } else if let factor = Self.multipliers[text], end != nil {
                if factor == 100 {
                    group *= 100
                } else {
                    total += group * factor
                    group = 0
                }
            } else if text != "and" || end == nil {
                break
            }
            guard total < Self.largest, group < 1_000_000 else { return nil }
            // “and” joins what stands behind hundreds only: “six thousand and thirty thousand” are two numbers.
            if text == "and", group == 0 || group % 100 != 0 { break }
            if text != "and" { end = word.upperBound }
            position = word.upperBound
            guard position < count, scalars[position] == 0x20 || scalars[position] == 0x2D else { break }
            position += 1
        }
        guard let end else { return nil }
        return ReadNumber(value: Ratio(total + group), range: index..<end)
    }

    /// `000`: the end of a number whose beginning is not here. It has no value.
    func isTorn(_ number: ReadNumber) -> Bool {
        let range = number.range
        return range.count > 1 && scalars[range.lowerBound] == 0x30 && isDigit(range.lowerBound + 1)
    }

    /// Figures followed by `thousand`, `million`, or number words.
    func scaled(_ number: ReadNumber) -> ReadNumber {
        var next = number.range.upperBound
        guard language == .english, next < count, scalars[next] == 0x20 else { return number }
        next += 1
        guard let word = word(at: next), let factor = Self.multipliers[string(word)],
            let value = number.value.times(factor)
        else { return number }
        return ReadNumber(value: value, range: number.range.lowerBound..<word.upperBound)
    }
}
