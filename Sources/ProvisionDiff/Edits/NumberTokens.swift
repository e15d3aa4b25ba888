import RegulationModel

/// Numbers with their units, and references to provisions, read at a place of a text.
struct NumberTokens {
    let flow: FlowText

    /// A number or reference as read: where it ends and what it says.
    struct Reading {
        let end: Int
        let key: String
    }

    // MARK: Quantities

    /// 三千元, 十八周岁, 百分之三十, 三分之二, 30日, 2021年1月1日; digits without a unit.
    func quantity(at index: Int) -> Reading? {
        guard let first = part(at: index) else { return nil }
        var (key, end) = (first.key, first.end)
        // A date is one quantity: year, month and day follow each other.
        while end < flow.count, flow.scalars[end - 1] == "年" || flow.scalars[end - 1] == "月", let next = part(at: end),
            flow.scalars[next.end - 1] == "月" || flow.scalars[next.end - 1] == "日"
        {
            key += next.key
            end = next.end
        }
        return Reading(end: end, key: key)
    }

    private func part(at index: Int) -> Reading? {
        let end = numeralEnd(at: index)
        guard end > index else { return nil }
        if let fraction = fraction(index..<end) { return fraction }
        if let unit = unit(at: end), !isWord(index..<end, unit: unit.text) {
            return Reading(end: end + unit.scalars.count, key: value(index..<end) + unit.text)
        }
        return flow.scalars[index].isDigit ? Reading(end: end, key: value(index..<end)) : nil
    }

    private static let partOf: [Unicode.Scalar] = ["分", "之"]

    /// 百分之三十 is 30%; 三分之二 is 2/3.
    private func fraction(_ numeral: Range<Int>) -> Reading? {
        let end = numeral.upperBound
        guard flow.has(Self.partOf, at: end) else { return nil }
        let close = numeralEnd(at: end + 2)
        guard close > end + 2 else { return nil }
        let whole = value(numeral)
        let part = value((end + 2)..<close)
        return Reading(end: close, key: whole == "100" ? part + "%" : "\(part)/\(whole)")
    }

    /// The end of a run of digits, with decimals and separators, or of a Chinese numeral, with 万 behind digits.
    private func numeralEnd(at index: Int) -> Int {
        var end = index
        while end < flow.count, end - index < Self.longest {
            let scalar = flow.scalars[end]
            if end > index, flow.isApart(end), scalar.isDigit, flow.scalars[end - 1].isDigit { break }
            let isInner =
                (scalar == "," || scalar == ".") && end > index && end + 1 < flow.count
                && flow.scalars[end - 1].isDigit && flow.scalars[end + 1].isDigit && !flow.isApart(end + 1)
            guard ChineseNumeral.isNumeral(scalar) || isInner else { break }
            end += 1
        }
        return end
    }

    /// The value of a numeral; as it is written where it has a decimal point or is larger than any number.
    private func value(_ range: Range<Int>) -> String {
        let characters = flow.scalars[range].filter { $0 != "," }
        guard !characters.contains("."), let value = ChineseNumeral.value(of: characters[...]) else {
            return flow.string(range)
        }
        return String(value)
    }

    /// Longest numeral read as one.
    private static let longest = 32

    private func unit(at index: Int) -> Unit? {
        guard index < flow.count else { return nil }
        return Self.units[flow.scalars[index]]?.first { flow.has($0.scalars, at: index) }
    }

    private struct Unit {
        let text: String
        let scalars: [Unicode.Scalar]
    }

    /// 一 with a unit that also makes words of it: 一个, 一人, 一级, 一次 say "a", not how many; nor is 万 alone a number.
    private func isWord(_ range: Range<Int>, unit: String) -> Bool {
        guard range.count == 1 else { return false }
        let numeral = flow.scalars[range.lowerBound]
        if numeral == "万" || numeral == "亿" || numeral == "千" || numeral == "百" { return true }
        return numeral == "一" && ["个", "人", "级", "名", "次", "号", "天", "日"].contains(unit)
    }

    /// Units of time, age, money, share, count and measure, the longest first.
    private static let units: [Unicode.Scalar: [Unit]] = {
        let words = [
            "周岁", "岁", "个工作日", "工作日", "个自然日", "自然日", "个月", "个小时", "小时", "日", "天", "年", "月", "周", "分钟", "元",
            "人民币", "倍", "个", "人", "名", "次", "级", "号", "%", "‰", "平方米", "平方公里", "立方米", "公里", "千米", "米", "厘米",
            "公斤", "千克", "克", "吨", "公顷", "亩", "度", "分贝", "学时", "课时", "项", "件", "户", "家",
        ]
        let units = words.map { Unit(text: $0, scalars: Array($0.unicodeScalars)) }
        return Dictionary(grouping: units) { $0.scalars[0] }
            .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

    // MARK: References

    /// 第十二条, 第十六条之一, 第一款第三项; `Article 12`. `own` gives the key of an article of the text's own.
    func reference(at index: Int, own: (String) -> String) -> Reading? {
        if flow.scalars[index] == "第" { return chineseReference(at: index, own) }
        return englishReference(at: index, own)
    }

    private func chineseReference(at index: Int, _ own: (String) -> String) -> Reading? {
        var end = index
        var key = ""
        while end < flow.count, flow.scalars[end] == "第" {
            let close = numeralEnd(at: end + 1)
            guard close > end + 1, close < flow.count, let level = Self.levels[flow.scalars[close]] else { break }
            var number = value((end + 1)..<close)
            var next = close + 1
            while next < flow.count, flow.scalars[next] == "之", numeralEnd(at: next + 1) > next + 1, level == "art" {
                let branch = numeralEnd(at: next + 1)
                number += "-" + value((next + 1)..<branch)
                next = branch
            }
            key += " \(level) " + (level == "art" && isOwn(index) ? own(number) : number)
            end = next
        }
        return end > index ? Reading(end: end, key: key) : nil
    }

    private static let levels: [Unicode.Scalar: String] = [
        "编": "part", "章": "chapter", "节": "section", "条": "art", "款": "para", "项": "point", "目": "subpoint",
    ]

    /// 第十二条 behind the name of another act is not of this one; behind 本条例 and by itself it is.
    private func isOwn(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        if flow.scalars[index - 1] == "》" { return false }
        guard "法例定则程".unicodeScalars.contains(flow.scalars[index - 1]) else { return true }
        return flow.scalars[max(0, index - 5)..<index].contains("本")
    }

    private static let words: [(word: [Unicode.Scalar], level: String)] = [
        ("article", "art"), ("paragraph", "para"), ("item", "point"), ("subparagraph", "point"), ("section", "section"),
        ("chapter", "chapter"),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    private func englishReference(at index: Int, _ own: (String) -> String) -> Reading? {
        let opens = index == 0 || flow.isApart(index) || !flow.scalars[index - 1].isLetter
        guard opens, let (word, level) = Self.words.first(where: { flow.has($0.word, at: index) }) else { return nil }
        let start = index + word.count
        guard start < flow.count, flow.isApart(start), flow.scalars[start].isDigit else { return nil }
        var end = start
        while end < flow.count, flow.scalars[end].isDigit, end == start || !flow.isApart(end) { end += 1 }
        let number = flow.string(start..<end)
        return Reading(end: end, key: " \(level) " + (level == "art" ? own(number) : number))
    }
}
