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
            if let value = ChineseNumeral.value(of: scalars[start..<index]) { values.append(value) }
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
        ChineseNumeral.isNumeral(scalar)
    }

    /// Words that make a numeral before them a quantity: measures of time, age, money, share and count.
    private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
        "日天年月周岁元倍人个名小时工次级%".unicodeScalars.contains(scalar)
    }
}
