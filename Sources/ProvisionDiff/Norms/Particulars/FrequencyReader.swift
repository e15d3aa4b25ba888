import RegulationModel

/// Reads how often something is done: 每年至少一次, `at least twice a year`, 定期.
struct FrequencyReader {
    let text: NormText

    func read() -> [Particular] {
        text.language == .chinese ? chinese() : english()
    }

    private func frequency(_ bound: String, _ count: Int, _ unit: String, _ range: Range<Int>) -> Particular {
        Particular(kind: .frequency, value: "\(bound)\(count) per \(unit)", span: text.span(range))
    }

    private func regular(_ places: [Range<Int>]) -> [Particular] {
        places.map { Particular(kind: .frequency, value: "regular", span: text.span($0)) }
    }

    // MARK: Chinese

    private func chinese() -> [Particular] {
        let each: Phrase = "每"
        // 约定期限, 不定期: other words.
        let regular = regular(
            FrequencyRules.chineseRegular.flatMap(text.all).filter { place in
                !["不", "约", "法", "指", "规", "确", "固"].contains { (word: Phrase) in
                    text.has(word, at: place.lowerBound - 1)
                }
                    && !["限", "间", "合同"].contains { (word: Phrase) in text.has(word, at: place.upperBound) }
            })
        return text.all(each).compactMap { chinese(behind: $0) ?? once(behind: $0) } + byTime() + yearly() + regular
    }

    /// 按月报送: once in each; 按月领取 tells how, and 按年龄 and 按年度计划 are other words.
    private func byTime() -> [Particular] {
        FrequencyRules.chineseByTime.flatMap { rule in
            text.all(rule.word).filter { place in
                FrequencyRules.chineseDone.contains { text.has($0, at: place.upperBound) }
            }.map { frequency("", 1, rule.unit, $0) }
        }
    }

    /// 每半年公布……: once in each.
    private func once(behind each: Range<Int>) -> Particular? {
        let before = each.lowerBound - 1
        let isRate =
            before > 0 && text.has("每", at: before - 1)
            && FrequencyRules.chineseRates.unicodeScalars.contains { $0.value == text.scalars[before] }
        guard !isRate, let span = FrequencyRules.chinese.first(where: { text.has($0.word, at: each.upperBound) }) else {
            return nil
        }
        let end = each.upperBound + span.word.scalars.count
        guard FrequencyRules.chineseDone.contains(where: { text.has($0, at: end) }) else { return nil }
        return frequency("", 1, span.unit, each.lowerBound..<end)
    }

    /// 年度考核.
    private func yearly() -> [Particular] {
        FrequencyRules.chineseYearly.flatMap { what -> [Particular] in
            text.all(Phrase("年度" + what.textual)).filter { place in
                place.lowerBound == 0
                    || !FrequencyRules.certainYears.unicodeScalars.contains {
                        $0.value == text.scalars[place.lowerBound - 1]
                    }
            }.map { frequency("", 1, "year", $0) }
        }
    }

    /// 每(两)年……(至少)一次.
    private func chinese(behind each: Range<Int>) -> Particular? {
        var index = each.upperBound
        var many = ""
        if let number = text.number(at: index), number.range.lowerBound == index {
            guard number.value.denominator == 1 else { return nil }
            many = number.value == Ratio(1) ? "" : number.value.text + " "
            index = number.range.upperBound
        }
        guard let span = FrequencyRules.chinese.first(where: { text.has($0.word, at: index) }) else { return nil }
        index += span.word.scalars.count
        let limit = min(text.clause(around: index).upperBound, index + FrequencyRules.reach)
        guard index < limit else { return nil }
        let times: Phrase = "次"
        for place in text.all(times) where place.lowerBound > index && place.upperBound <= limit {
            guard let number = numberBefore(place.lowerBound, from: index), number.value.denominator == 1 else {
                continue
            }
            let between = each.lowerBound..<number.range.lowerBound
            let isFloor =
                FrequencyRules.chineseFloors.contains { text.contains($0, in: between) }
                || text.has("以上", at: place.upperBound)
            let isCeiling = FrequencyRules.chineseCeilings.contains { text.contains($0, in: between) }
            let bound = isFloor ? ">= " : isCeiling ? "<= " : ""
            return frequency(bound, number.value.numerator, many + span.unit, each.lowerBound..<place.upperBound)
        }
        return nil
    }

    /// The number that ends at `end`.
    private func numberBefore(_ end: Int, from start: Int) -> ReadNumber? {
        for index in start..<end {
            if let number = text.number(at: index), number.range.upperBound == end { return number }
        }
        return nil
    }

    // MARK: English

    private func english() -> [Particular] {
        let counted = FrequencyRules.englishCounts.flatMap { rule in
            text.all(rule.word).compactMap { english(count: rule.count, $0) }
        }
        let adverbs = FrequencyRules.englishAdverbs.flatMap { rule in
            text.all(rule.word).map { frequency("", 1, rule.unit, $0) }
        }
        let times = text.all("times").compactMap { place -> Particular? in
            guard let number = wordBefore(place.lowerBound) else { return nil }
            return english(count: number.value.numerator, number.range.lowerBound..<place.upperBound)
        }
        return counted + times + adverbs + regular(FrequencyRules.englishRegular.flatMap(text.all))
    }

    /// `three times`: the number that ends before the space.
    private func wordBefore(_ start: Int) -> ReadNumber? {
        let end = start - 1
        guard end > 0 else { return nil }
        return (max(0, end - 12)..<end).lazy.compactMap { text.number(at: $0) }
            .first { $0.range.upperBound == end && $0.value.denominator == 1 }
    }

    /// `once (a | per | every | every two) year(s)`.
    private func english(count: Int, _ place: Range<Int>) -> Particular? {
        guard
            let joint = FrequencyRules.englishJoints.filter({ text.has($0, at: place.upperBound + 1) })
                .max(by: { $0.scalars.count < $1.scalars.count })
        else { return nil }
        var index = place.upperBound + 1 + joint.scalars.count + 1
        guard index < text.count else { return nil }
        var many = ""
        let direct = unit(at: index)
        if direct == nil, let number = text.number(at: index), number.value.denominator == 1 {
            many = number.value == Ratio(1) ? "" : number.value.text + " "
            index = number.range.upperBound + 1
        }
        guard let unit = direct ?? unit(at: index) else { return nil }
        let before = max(0, place.lowerBound - 16)..<place.lowerBound
        let isFloor = FrequencyRules.englishFloors.contains { text.contains($0, in: before) }
        let isCeiling = FrequencyRules.englishCeilings.contains { text.contains($0, in: before) }
        let bound = isFloor ? ">= " : isCeiling ? "<= " : ""
        return frequency(
            bound, count, many + unit.unit, place.lowerBound..<min(text.count, index + unit.word.scalars.count))
    }

    private func unit(at index: Int) -> (word: Phrase, unit: String)? {
        FrequencyRules.english.filter { text.has($0.word, at: index) }.max {
            $0.word.scalars.count < $1.word.scalars.count
        }
    }
}
