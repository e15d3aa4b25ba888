import RegulationModel

/// Reads levels of schooling that are asked for: 高中以上文化程度, `high school education or above`.
struct EducationReader {
    let text: NormText

    func read() -> [QuantityReader.Found] {
        var result: [QuantityReader.Found] = []
        var index = 0
        while index < text.count {
            guard let (rule, end) = rule(at: index), let sign = signEnd(behind: end), !isName(index, sign) else {
                index += 1
                continue
            }
            let range = index..<sign
            result.append(
                QuantityReader.Found(
                    kind: .education, unit: "", bound: bound(in: range, from: index),
                    value: .name(rule.name), range: range))
            index = sign
        }
        return result
    }

    /// 大中专院校毕业生: those who are spoken of, and no schooling that is asked for.
    private func isName(_ start: Int, _ end: Int) -> Bool {
        guard text.language == .chinese else { return false }
        let graduate: Phrase = "毕业生"
        return text.has("大", at: start - 1) && text.has("中专", at: start) || text.has(graduate, at: end - 2)
    }

    private func rule(at index: Int) -> (EducationRule, Int)? {
        var best: (EducationRule, Int)?
        for rule in EducationRules.all {
            for phrase in text.language == .chinese ? rule.chinese : rule.english where text.has(phrase, at: index) {
                let end = index + phrase.scalars.count
                if end > best?.1 ?? 0 { best = (rule, end) }
            }
        }
        return best
    }

    /// Behind the sign that schooling is meant, in the same clause.
    private func signEnd(behind end: Int) -> Int? {
        let reach = text.language == .chinese ? EducationRules.reach : EducationRules.englishReach
        let limit = min(end + reach, text.clause(around: max(end - 1, 0)).upperBound)
        guard limit > end else { return nil }
        let signs = text.language == .chinese ? EducationRules.chineseSigns : EducationRules.englishSigns
        guard var sign = signs.compactMap({ text.first($0, in: end..<limit)?.upperBound }).min() else { return nil }
        for phrase: Phrase in [" or above", " or higher", "或以上"] where text.has(phrase.scalars, at: sign) {
            sign += phrase.scalars.count
        }
        return sign
    }

    private func bound(in range: Range<Int>, from index: Int) -> Bound {
        let floors: [Phrase] = ["以上", "or above", "or higher", "及以上", "and above"]
        if floors.contains(where: { text.contains($0, in: range) }) { return .atLeast }
        let before: [Phrase] = ["at least ", "不低于", "至少"]
        return before.contains { text.has($0.scalars, at: index - $0.scalars.count) } ? .atLeast : .exactly
    }
}

/// Reads floors and ceilings given by comparison: 不低于当地职工上年度平均工资, `shall not exceed the total number of …`.
struct ComparisonReader {
    let text: NormText

    func read() -> [QuantityReader.Found] {
        let bounds = text.language == .chinese ? MeasureRules.chineseBounds : MeasureRules.englishBounds
        var result: [QuantityReader.Found] = []
        for rule in bounds {
            for place in text.all(rule.phrase) where !isNumber(behind: place.upperBound) {
                if let found = comparison(rule.bound, place) { result.append(found) }
            }
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// 不少于三人, 不少于全体成员的二分之一: a number and no measure.
    private func isNumber(behind index: Int) -> Bool {
        let near = index..<min(index + 4, text.count)
        let clause = index..<max(index, text.clause(around: index).upperBound)
        return near.contains { text.number(at: $0) != nil && (text.language == .chinese || text.isDigit($0)) }
            || text.contains("分之", in: clause) || clause.contains { text.isDigit($0) }
    }

    private func comparison(_ bound: Bound, _ place: Range<Int>) -> QuantityReader.Found? {
        let clause = text.clause(around: place.lowerBound)
        let behind = place.upperBound..<max(clause.upperBound, place.upperBound)
        // “The average wage … shall not be lower than that of …”: the measure stands before.
        guard let measure = name(in: behind) ?? name(in: clause) else { return nil }
        let narrowings = MeasureRules.narrowings.filter { rule in
            let phrases = text.language == .chinese ? rule.chinese : rule.english
            let wide = rule.name == "average" && measure == "wage" ? clause : behind
            return phrases.contains { text.contains($0, in: wide) }
        }
        let value = ([measure] + narrowings.map(\.name)).joined(separator: " ")
        return QuantityReader.Found(
            kind: .comparison, unit: "", bound: bound, value: .name(value), range: place.lowerBound..<behind.upperBound)
    }

    private func name(in range: Range<Int>) -> String? {
        MeasureRules.measures.first { rule in
            (text.language == .chinese ? rule.chinese : rule.english).contains { text.contains($0, in: range) }
        }?.name
    }
}

/// Reads `a year` and `half` where a bound stands before them: `within a year`, `more than half`. Elsewhere they are wording: `a
/// day of rest`.
struct OneReader {
    let text: NormText

    private static let units: [(phrase: Phrase, unit: String)] = [
        ("a year", "year"), ("a month", "month"), ("a day", "day"), ("an hour", "hour"),
    ]
    private static let bounds: [Phrase] = [
        "within ", "than ", "at least ", "exceeding ", "exceed ", "exceeds ", "over ", "a period of ",
    ]
    private static let halves: [Phrase] = ["half", "one half", "one-half"]

    func quantity(at index: Int) -> QuantityReader.Found? {
        guard text.language == .english else { return nil }
        for (phrase, unit) in Self.units where text.has(phrase, at: index) && isBehind(Self.bounds, index) {
            return QuantityReader.Found(
                kind: .period, unit: unit, bound: .exactly, value: .number(Ratio(1)),
                range: index..<index + phrase.scalars.count)
        }
        for phrase in Self.halves where text.has(phrase, at: index) {
            let end = index + phrase.scalars.count
            let isShare = isBehind(Self.bounds, index) || text.has(" of the " as Phrase, at: end)
            guard isShare, let half = Ratio(1, 2) else { continue }
            return QuantityReader.Found(
                kind: .fraction, unit: "", bound: .exactly, value: .number(half), range: index..<end)
        }
        return nil
    }

    private func isBehind(_ words: [Phrase], _ index: Int) -> Bool {
        words.contains { text.has($0.scalars, at: index - $0.scalars.count) }
    }
}

/// Reads halves of units of time: 半年 is 6 months, as `six months` is; 一个半月, `half an hour`.
struct HalfPeriodReader {
    let text: NormText

    /// 上半年 is a part of the calendar, 每半年 a frequency.
    private static let notBehind: [Phrase] = ["上", "下", "前", "后", "每", "隔", "every ", "each ", "first ", "second "]
    /// 半年度, 半日制.
    private static let notBefore: [Phrase] = ["度", "制", "报", "刊", "板", "形"]

    /// 半年, `half a year`.
    func period(at index: Int) -> QuantityReader.Found? {
        guard !Self.notBehind.contains(where: { text.has($0.scalars, at: index - $0.scalars.count) }) else {
            return nil
        }
        for rule in HalfPeriodRules.all {
            for phrase in text.language == .chinese ? rule.chinese : rule.english where text.has(phrase, at: index) {
                return found(rule, 1, index..<index + phrase.scalars.count)
            }
        }
        return nil
    }

    /// 一年半, `one and a half years`.
    func period(behind number: ReadNumber) -> QuantityReader.Found? {
        guard number.value.denominator == 1, number.value < Ratio(1_000) else { return nil }
        let end = number.range.upperBound
        for rule in HalfPeriodRules.all {
            for phrase in text.language == .chinese ? rule.chineseBehind : rule.englishBehind
            where text.has(phrase.scalars, at: end) {
                let range = number.range.lowerBound..<end + phrase.scalars.count
                return found(rule, 2 * number.value.numerator + 1, range)
            }
        }
        return nil
    }

    private func found(_ rule: HalfPeriodRule, _ count: Int, _ range: Range<Int>) -> QuantityReader.Found? {
        guard !Self.notBefore.contains(where: { text.has($0.scalars, at: range.upperBound) }),
            let value = Ratio(rule.whole * count, 2)
        else { return nil }
        return QuantityReader.Found(
            kind: .period, unit: rule.unit, bound: .exactly, value: .number(value), range: range)
    }
}
