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
        var values: [Int] = []
        var previous = 0..<0
        var place = 0
        while place < scalars.count {
            let start = place
            while place < scalars.count, isWordCharacter(scalars[place]) { place += 1 }
            guard place > start else {
                place += 1
                continue
            }
            let word = start..<place
            if let value = englishValue(scalars[word]),
                previous.isEmpty || !references.contains(string(scalars[previous]))
            {
                values.append(value)
            }
            previous = word
        }
        return values
    }

    /// The value of digits or of a number word; commas are passed over.
    private static func englishValue(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = word.first else { return nil }
        if first.value <= 0x39 {
            let text = string(word.filter { $0 != "," })
            return Int(text) ?? numberWords[text]
        }
        // A cheap look before a string is made: the length and the first two letters of a number word.
        guard word.count >= 3, word.count <= 8 else { return nil }
        switch (first, word[word.startIndex + 1]) {
        case ("t", "w"), ("t", "h"), ("t", "e"), ("f", "o"), ("f", "i"), ("s", "i"), ("s", "e"), ("e", "i"), ("n", "i"),
            (_, ","):
            let letters = packed(word)
            return packedNumberWords.first { $0.letters == letters }?.value
        default: return nil
        }
    }

    /// Up to eight letters in one number; commas are passed over.
    private static func packed(_ word: some Sequence<Unicode.Scalar>) -> UInt64 {
        word.reduce(0) { $1 == "," ? $0 : $0 << 8 | UInt64($1.value & 0xFF) }
    }

    private static let packedNumberWords = numberWords.map { (letters: packed($0.key.unicodeScalars), value: $0.value) }
        .sorted { $0.letters < $1.letters }

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
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39, 0x2C: true
        default: false
        }
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        ChineseNumeral.isNumeral(scalar)
    }

    /// Words that make a numeral before them a quantity: measures of time, age, money, share and count.
    private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "日", "天", "年", "月", "周", "岁", "元", "倍", "人", "个", "名", "小", "时", "工", "次", "级", "%": true
        default: false
        }
    }
}
