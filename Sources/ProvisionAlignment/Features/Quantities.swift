import RegulationModel

/// The numbers a provision sets: ages, sums, time limits, shares. 十八周岁 and "18 years" give 18; 第八条 and
/// "Article 8" refer and set nothing.
enum Quantities {
    /// The values in a folded text, each once, ascending. One is left out: it is an article more often than a number.
    static func values(in scalars: [Unicode.Scalar], language: Language) -> [Int] {
        let found = language == .chinese ? chinese(scalars) : english(scalars)
        return Set(found).filter { $0 != 1 }.sorted()
    }

    private static func chinese(_ scalars: [Unicode.Scalar]) -> [Int] {
        var values: [Int] = []
        var index = 0
        while index < scalars.count {
            guard isNumeral(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < scalars.count, isNumeral(scalars[index]) { index += 1 }
            let isOrdinal = start > 0 && scalars[start - 1] == "第"
            guard !isOrdinal, index < scalars.count, isUnit(scalars[index]) else { continue }
            if let value = chineseValue(scalars[start..<index]) { values.append(value) }
        }
        return values
    }

    private static func english(_ scalars: [Unicode.Scalar]) -> [Int] {
        let words = scalars.split(whereSeparator: { !isWordCharacter($0) })
        var values: [Int] = []
        for (index, word) in words.enumerated() where mayBeNumber(word) {
            if index > 0, references.contains(string(words[index - 1])) { continue }
            let text = string(word.filter { $0 != "," })
            if let value = Int(text) ?? numberWords[text] { values.append(value) }
        }
        return values
    }

    /// A cheap look before a string is made: digits, or the first letter and the length of a number word.
    private static func mayBeNumber(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = word.first else { return false }
        if first.value <= 0x39 { return true }
        return word.count >= 3 && word.count <= 8 && "tfsen".unicodeScalars.contains(first)
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let references: Set<String> = ["article", "articles", "chapter", "paragraph", "item", "section"]

    private static let numberWords: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90, "twice": 2,
    ]

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == ","
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || digits[scalar] != nil || units[scalar] != nil
    }

    /// Words that make a numeral before them a quantity: measures of time, age, money, share and count.
    private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
        "日天年月周岁元倍人个名小时工次级%".unicodeScalars.contains(scalar)
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000]

    /// 四十五 → 45, 3万 → 30000, 2021 → 2021; nil where a number is larger than any a regulation sets.
    private static func chineseValue(_ numeral: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0
        var section = 0
        var digit: Int?
        for scalar in numeral {
            guard max(total, section, digit ?? 0) < 1_000_000_000 else { return nil }
            if let unit = units[scalar], unit >= 10_000 {
                total = (total + section + (digit ?? (section == 0 ? 1 : 0))) * unit
                section = 0
                digit = nil
            } else if let unit = units[scalar] {
                section += (digit ?? 1) * unit
                digit = nil
            } else if let value = digits[scalar] {
                digit = (digit ?? 0) * 10 + value
            } else {
                digit = (digit ?? 0) * 10 + Int(scalar.value) - 0x30
            }
        }
        return total + section + (digit ?? 0)
    }
}
