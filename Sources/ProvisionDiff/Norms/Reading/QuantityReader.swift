import RegulationModel

/// Reads the quantities of one sentence. What cannot be read is `unknown` with its quote; nothing is made up.
struct QuantityReader {
    let text: NormText
    /// Traditional script and its currency.
    let isTaiwan: Bool
    /// Ranges that hold numbers of provisions.
    let blocked: [Range<Int>]

    /// A quantity as it is read, before neighbours are joined.
    struct Found {
        var kind: QuantityKind
        var unit: String
        var bound: Bound
        var value: NormValue
        var range: Range<Int>
    }

    func read() -> [Quantity] {
        var found: [Found] = []
        let debris = DebrisFinder(text: text)
        var index = 0
        while index < text.count {
            guard let next = quantity(at: index, debris: debris) else {
                index += 1
                continue
            }
            if let quantity = next.found { found.append(quantity) }
            index = max(next.end, index + 1)
        }
        found += EducationReader(text: text).read() + ComparisonReader(text: text).read()
        let joined = joinedRanges(found.sorted { $0.range.lowerBound < $1.range.lowerBound })
        return joined.map { item in
            Quantity(
                kind: item.kind, unit: item.unit, bound: item.bound, value: item.value, span: text.span(item.range))
        }
    }

    private struct Step {
        let found: Found?
        let end: Int
    }

    private func quantity(at index: Int, debris: DebrisFinder) -> Step? {
        if let block = blocked.first(where: { $0.contains(index) }) { return Step(found: nil, end: block.upperBound) }
        if let date = DateReader(text: text, debris: debris).date(at: index) {
            return Step(found: date.found, end: date.end)
        }
        let halves = HalfPeriodReader(text: text)
        if let half = halves.period(at: index) ?? OneReader(text: text).quantity(at: index) {
            return Step(found: bounded(half), end: half.range.upperBound)
        }
        guard isStart(index), let number = text.number(at: index) else { return nil }
        if debris.isDebris(at: index) {
            let end = debris.token(around: index).upperBound
            return Step(found: nil, end: end)
        }
        if isOrdinal(number) { return Step(found: nil, end: number.range.upperBound) }
        let whole = text.scaled(number)
        let read = halves.period(behind: whole) ?? fraction(whole) ?? measured(whole)
        guard var found = read else { return Step(found: nil, end: number.range.upperBound) }
        let end = found.range.upperBound
        if debris.isInClause(around: index) || text.isTorn(number) { found.value = .unknown }
        return Step(found: bounded(found), end: end)
    }

    /// A number begins here: no digit, and in English no letter, stands before.
    private func isStart(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = text.scalars[index - 1]
        switch text.language {
        case .chinese: return !text.isDigit(index - 1)
        case .english: return !NormText.isWordScalar(before) && !(before == 0x2E && text.isDigit(index - 2))
        }
    }

    /// 第三, `Article 3`, `No. 3`, `3rd`.
    private func isOrdinal(_ number: ReadNumber) -> Bool {
        let start = number.range.lowerBound
        switch text.language {
        case .chinese:
            return start > 0 && [0x7B2C, 0x53F7].contains(text.scalars[start - 1])
        case .english:
            let end = number.range.upperBound
            if end < text.count, (0x61...0x7A).contains(text.scalars[end]) { return true }
            return NumberedThings.english.contains { phrase in
                text.has(phrase, at: start - phrase.scalars.count)
            }
        }
    }

    private func measured(_ number: ReadNumber) -> Found? {
        var range = number.range
        var value = NormValue.number(number.value)
        if let upper = rangeEnd(behind: number), upper.value > number.value {
            value = .range(number.value, upper.value)
            range = range.lowerBound..<upper.range.upperBound
        }
        let end = behindRepetition(range.upperBound, number.value)
        guard let (rule, unitEnd) = unit(at: end) else { return age(value, range) ?? people(value, range, number) }
        guard isMeasure(rule, number, unitEnd), !isRoundTheClock(rule, value, unitEnd),
            !isAllAround(number, unitEnd)
        else { return nil }
        return Found(
            kind: kind(rule, behind: unitEnd), unit: unitName(rule, range.lowerBound), bound: .exactly,
            value: scaled(value, rule.factor), range: range.lowerBound..<unitEnd)
    }

    /// 二十四小时值班, `a 24-hour hotline`: at any time, and no period.
    private func isRoundTheClock(_ rule: UnitRule, _ value: NormValue, _ end: Int) -> Bool {
        guard rule.unit == "hour", value == .number(Ratio(24)) else { return false }
        let words = text.language == .chinese ? StateRules.chinese : StateRules.english
        return words.contains { text.has($0.scalars, at: end) }
    }

    /// 在绿地四周设置围栏: on all sides, where nothing behind it tells of time.
    private func isAllAround(_ number: ReadNumber, _ end: Int) -> Bool {
        guard text.language == .chinese, text.has("四周", at: number.range.lowerBound),
            number.range.lowerBound + 2 == end
        else { return false }
        return !StateRules.behindWeeks.contains { text.has($0, at: end) }
    }

    /// `five times the value` is a multiple, `three times a year` a count.
    private func kind(_ rule: UnitRule, behind end: Int) -> QuantityKind {
        guard rule.kind == .multiple, text.language == .english else { return rule.kind }
        let openings: [Phrase] = [
            " the", " of", " that", " as", " its", " such", " their", " or", " his", " higher", " more",
        ]
        return end == text.count || openings.contains { text.has($0, at: end) } ? .multiple : .times
    }

    private func scaled(_ value: NormValue, _ factor: Int) -> NormValue {
        switch value {
        case .number(let ratio): ratio.times(factor).map(NormValue.number) ?? .unknown
        case .range(let low, let high):
            if let low = low.times(factor), let high = high.times(factor) { .range(low, high) } else { .unknown }
        case .date, .name, .unknown: value
        }
    }

    /// `thirty (30) days`: the same number again in brackets.
    private func behindRepetition(_ index: Int, _ value: Ratio) -> Int {
        guard text.language == .english, text.has([0x20, 0x28], at: index), let again = text.digits(at: index + 2),
            text.has([0x29], at: again.range.upperBound), text.scaled(again).value == value || again.value == value
        else { return index }
        return again.range.upperBound + 1
    }

    /// 三至五, `three to five`, `3-5`, `between 3 and 5`.
    private func rangeEnd(behind number: ReadNumber) -> ReadNumber? {
        let end = number.range.upperBound
        let joints: [Phrase] =
            switch text.language {
            case .chinese: ["至", "到", "-", "~", "～", "—", "——", "－"]
            case .english: [" to ", "-", "~", " through "]
            }
        var found = joints.filter { text.has($0.scalars, at: end) }.max { $0.scalars.count < $1.scalars.count }
        let between: Phrase = "between "
        let and: Phrase = " and "
        if found == nil, text.has(and.scalars, at: end),
            text.has(between.scalars, at: number.range.lowerBound - between.scalars.count)
        {
            found = and
        }
        guard let joint = found, let upper = text.number(at: end + joint.scalars.count) else { return nil }
        return text.scaled(upper)
    }

    private func unit(at index: Int) -> (UnitRule, Int)? {
        var start = index
        if text.language == .english {
            guard start < text.count else { return nil }
            if text.scalars[start] == 0x20 || text.scalars[start] == 0x2D { start += 1 }
            for filler: Phrase in ["consecutive ", "calendar ", "full ", "additional "]
            where text.has(filler.scalars, at: start) {
                start += filler.scalars.count
            }
        }
        var best: (UnitRule, Int)?
        for rule in UnitRules.all {
            for phrase in text.language == .chinese ? rule.chinese : rule.english where text.has(phrase, at: start) {
                let end = start + phrase.scalars.count
                if end > best?.1 ?? 0 { best = (rule, end) }
            }
        }
        return best
    }

    /// Whether a unit is one here and no part of another word.
    private func isMeasure(_ rule: UnitRule, _ number: ReadNumber, _ end: Int) -> Bool {
        guard text.language == .chinese else { return true }
        if end < text.count, let next = Unicode.Scalar(text.scalars[end]),
            UnitRules.notBehindUnit.unicodeScalars.contains(next), rule.kind != .money, rule.kind != .age,
            !hasBoundBehind(end)
        {
            return false
        }
        let start = number.range.lowerBound
        switch rule.kind {
        case .points:
            return start > 0 && "记扣加满".unicodeScalars.contains { $0.value == text.scalars[start - 1] }
        case .people:
            guard !UnitRules.notPeople.contains(where: { text.has($0, at: end) }) else { return false }
            return number.value != Ratio(1) || isBounded(start, end)
        case .count: return isBounded(start, end)
        case .period where text.scalars[end - 1] == 0x6708 && text.scalars[end - 2] != 0x4E2A:
            return hasBoundBehind(end)
        case .period: return number.value < Ratio(1_000)
        default: return true
        }
    }

    private func hasBoundBehind(_ end: Int) -> Bool { boundBehind(end) != nil }

    private func isBounded(_ start: Int, _ end: Int) -> Bool {
        boundBehind(end) != nil || boundBefore(start) != nil
    }

    private func unitName(_ rule: UnitRule, _ start: Int) -> String {
        guard rule.kind == .money else { return rule.unit }
        for currency in UnitRules.currencies {
            for word in currency.words {
                let length = word.scalars.count
                if text.has(word.scalars, at: start - length) || text.has(word.scalars, at: start - length - 1) {
                    return currency.unit
                }
            }
        }
        guard rule.unit.isEmpty else { return rule.unit }
        if text.language == .english { return "dollar" }
        return isTaiwan ? "TWD" : "CNY"
    }

    /// `more than 12,000 auxiliary officers`: the noun stands a few words behind its number.
    private func people(_ value: NormValue, _ range: Range<Int>, _ number: ReadNumber) -> Found? {
        guard text.language == .english, number.value > Ratio(1) else { return nil }
        var index = range.upperBound
        for _ in 0..<PeopleRules.longestName {
            guard index < text.count, text.scalars[index] == 0x20 else { return nil }
            let start = index + 1
            index = (start..<text.count).first { !NormText.isWordScalar(text.scalars[$0]) } ?? text.count
            let word = start..<index
            if PeopleRules.stops.contains(where: { text.has($0, at: start) && $0.scalars.count == word.count }) {
                return nil
            }
            let isNoun =
                PeopleRules.english.contains { text.has($0, at: start) && $0.scalars.count == word.count }
                || PeopleRules.endings.contains { text.has($0.scalars, at: index - $0.scalars.count) && word.count > 5 }
            guard isNoun else { continue }
            return Found(kind: .people, unit: "person", bound: .exactly, value: value, range: range.lowerBound..<index)
        }
        return nil
    }

    /// `aged 18`, `the age of 18`, `NT$30,000`: the word before names the unit.
    private func age(_ value: NormValue, _ range: Range<Int>) -> Found? {
        guard text.language == .english else { return nil }
        let start = range.lowerBound
        for word: Phrase in ["aged ", "age of ", "ages of ", "aged between ", "ages ", "aged over ", "aged under "]
        where text.has(word.scalars, at: start - word.scalars.count) {
            return Found(kind: .age, unit: "year", bound: .exactly, value: value, range: range)
        }
        for currency in UnitRules.currencies {
            for word in currency.words {
                let length = word.scalars.count
                for gap in [0, 1] where text.has(word.scalars, at: start - length - gap) {
                    return Found(
                        kind: .money, unit: currency.unit, bound: .exactly, value: value,
                        range: start - length - gap..<range.upperBound)
                }
            }
        }
        return nil
    }
}

/// Words in front of a number that numbers something.
enum NumberedThings {
    static let english: [Phrase] = [
        "article ", "articles ", "paragraph ", "paragraphs ", "item ", "items ", "subparagraph ", "subparagraphs ",
        "chapter ",
        "section ", "no. ", "no ", "number ", "class ", "annex ", "appendix ", "schedule ", "form ", "table ", "type ",
        "grade ",
        "level ", "category ", "point ", "order ",
    ]
}
