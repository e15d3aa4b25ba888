/// How Word writes the number of a list (ECMA-376 part 1, §17.18.59; what Word really writes: MS-DOCX, §2.4).
enum WordNumberFormat {
    /// The number in a format; an unknown format gives Western digits.
    static func text(_ number: Int, _ format: String) -> String {
        if let chinese = chinese(number, format) { return chinese }
        switch format {
        case "none", "bullet": return ""
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        case "lowerLetter": return letters(number)
        case "upperLetter": return letters(number).uppercased()
        case "lowerRoman": return roman(number)
        case "upperRoman": return roman(number).uppercased()
        case "ordinal": return "\(number)\(ending(number))"
        case "decimalFullWidth", "decimalFullWidth2": return digits(number, fullWidthDigits)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": return enclosed(number, circles)
        case "decimalEnclosedParen": return enclosed(number, [(1...20, 0x2474)])
        case "decimalEnclosedFullstop": return enclosed(number, [(1...20, 0x2488)])
        case "numberInDash": return "- \(number) -"
        default: return "\(number)"
        }
    }

    private static func chinese(_ number: Int, _ format: String) -> String? {
        switch format {
        case "chineseCountingThousand", "taiwaneseCountingThousand": counted(number, plain)
        case "japaneseCounting", "koreanCounting": counted(number, plain)
        case "chineseCounting", "taiwaneseCounting":
            number < 100 ? counted(number, plain) : digits(number, Array("○一二三四五六七八九"))
        case "chineseLegalSimplified": counted(number, simplifiedLegal)
        case "ideographLegalTraditional": counted(number, traditionalLegal)
        case "ideographDigital", "japaneseDigitalTenThousand": digits(number, Array("〇一二三四五六七八九"))
        case "taiwaneseDigital": digits(number, Array("○一二三四五六七八九"))
        case "ideographEnclosedCircle":
            number <= 10 ? enclosed(number, [(1...10, 0x3220)]) : "(\(counted(number, plain)))"
        case "ideographTraditional": cycled(number, Array("甲乙丙丁戊己庚辛壬癸"))
        case "ideographZodiac": cycled(number, Array("子丑寅卯辰巳午未申酉戌亥"))
        default: nil
        }
    }

    // MARK: Chinese numerals

    private struct Numerals {
        let digits: [Character]
        let units: [String]
        let tenThousand: String
        /// True where ten is 十 and not 一十.
        let shortensTen: Bool
    }

    private static let plain = Numerals(
        digits: Array("零一二三四五六七八九"), units: ["", "十", "百", "千"], tenThousand: "万", shortensTen: true)
    private static let simplifiedLegal = Numerals(
        digits: Array("零壹贰叁肆伍陆柒捌玖"), units: ["", "拾", "佰", "仟"], tenThousand: "万", shortensTen: false)
    private static let traditionalLegal = Numerals(
        digits: Array("零壹貳參肆伍陸柒捌玖"), units: ["", "拾", "佰", "仟"], tenThousand: "萬", shortensTen: false)

    /// 十二, 一百零一, 一千零一十, 一万二千.
    private static func counted(_ number: Int, _ numerals: Numerals) -> String {
        guard (1..<100_000_000).contains(number) else { return number == 0 ? String(numerals.digits[0]) : "\(number)" }
        let high = number / 10_000
        let low = number % 10_000
        guard high > 0 else { return group(low, numerals, isFirst: true) }
        let zero = low > 0 && low < 1000 ? String(numerals.digits[0]) : ""
        return group(high, numerals, isFirst: true) + numerals.tenThousand + zero
            + group(low, numerals, isFirst: false)
    }

    /// Up to four digits.
    private static func group(_ number: Int, _ numerals: Numerals, isFirst: Bool) -> String {
        var result = ""
        var hasGap = false
        for (place, power) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = number / power % 10
            guard digit > 0 else {
                hasGap = !result.isEmpty
                continue
            }
            if hasGap { result.append(numerals.digits[0]) }
            hasGap = false
            let isTen = place == 1 && digit == 1 && result.isEmpty && isFirst && numerals.shortensTen
            if !isTen { result.append(numerals.digits[digit]) }
            result += numerals.units[place]
        }
        return result
    }

    private static func digits(_ number: Int, _ digits: [Character]) -> String {
        guard number >= 0 else { return "\(number)" }
        return String("\(number)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }

    private static func cycled(_ number: Int, _ signs: [Character]) -> String {
        number > 0 ? String(signs[(number - 1) % signs.count]) : "\(number)"
    }

    // MARK: Letters and signs

    private static let fullWidthDigits: [Character] = Array("０１２３４５６７８９")
    private static let circles: [(ClosedRange<Int>, UInt32)] = [
        (1...20, 0x2460), (21...35, 0x3251), (36...50, 0x32B1),
    ]
    /// More repetitions of a letter than this are written as a number: Word repeats up to thirty times.
    private static let mostRepetitions = 30

    private static func enclosed(_ number: Int, _ signs: [(ClosedRange<Int>, UInt32)]) -> String {
        for (range, first) in signs where range.contains(number) {
            if let scalar = Unicode.Scalar(first + UInt32(number - range.lowerBound)) { return String(scalar) }
        }
        return "\(number)"
    }

    /// a … z, then aa, bb …, as Word counts.
    private static func letters(_ number: Int) -> String {
        guard number > 0, (number - 1) / 26 < mostRepetitions,
            let scalar = Unicode.Scalar(UInt32(0x61 + (number - 1) % 26))
        else { return "\(number)" }
        return String(repeating: String(scalar), count: (number - 1) / 26 + 1)
    }

    private static let romanNumerals: [(value: Int, text: String)] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return "\(number)" }
        var rest = number
        var result = ""
        for (value, text) in romanNumerals {
            while rest >= value {
                result += text
                rest -= value
            }
        }
        return result
    }

    private static func ending(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        switch number % 10 {
        case 1: return "st"
        case 2: return "nd"
        case 3: return "rd"
        default: return "th"
        }
    }
}
