import RegulationModel

extension QuantityReader {
    /// The quantity with the side that the words around it allow, and their bytes.
    func bounded(_ found: Found) -> Found {
        var found = found
        if case .range = found.value { return found }
        let before = boundBefore(found.range.lowerBound)
        if let behind = boundBehind(found.range.upperBound) {
            found.bound = behind.bound
            found.range = found.range.lowerBound..<behind.range.upperBound
        } else if let before {
            found.bound = before.bound
        }
        if let before { found.range = before.range.lowerBound..<found.range.upperBound }
        return found
    }

    func boundBefore(_ start: Int) -> (bound: Bound, range: Range<Int>)? {
        var end = start
        for _ in 0..<4 {
            if let found = boundEnding(at: end) { return found }
            guard let filler = fillerEnding(at: end) else { return nil }
            end = filler
        }
        return nil
    }

    private func boundEnding(at end: Int) -> (bound: Bound, range: Range<Int>)? {
        var best: (bound: Bound, range: Range<Int>)?
        let gap = text.language == .english && end > 0 && text.scalars[end - 1] == 0x20 ? 1 : 0
        for rule in text.language == .chinese ? BoundRules.chinese : BoundRules.english {
            for phrase in rule.before {
                let start = end - gap - phrase.scalars.count
                guard text.has(phrase, at: start), start < best?.range.lowerBound ?? end else { continue }
                best = (rule.bound, start..<end)
            }
        }
        return best
    }

    private func fillerEnding(at end: Int) -> Int? {
        let gap = text.language == .english && end > 0 && text.scalars[end - 1] == 0x20 ? 1 : 0
        let fillers = text.language == .chinese ? BoundRules.chineseFillers : BoundRules.englishFillers
        return fillers.map { ($0, end - gap - $0.scalars.count) }
            .filter { text.has($0.0.scalars, at: $0.1) }.map(\.1).min()
    }

    func boundBehind(_ end: Int) -> (bound: Bound, range: Range<Int>)? {
        var best: (bound: Bound, range: Range<Int>)?
        let gap = text.language == .english && end < text.count && text.scalars[end] == 0x20 ? 1 : 0
        for rule in text.language == .chinese ? BoundRules.chinese : BoundRules.english {
            for phrase in rule.behind where text.has(phrase, at: end + gap) {
                let range = end..<end + gap + phrase.scalars.count
                if range.count > best?.range.count ?? 0 { best = (rule.bound, range) }
            }
        }
        return best
    }

    /// 三分之一, 百分之二十; `one-third`, `half`.
    func fraction(_ number: ReadNumber) -> Found? {
        switch text.language {
        case .chinese: chineseFraction(number)
        case .english: englishFraction(number)
        }
    }

    private func chineseFraction(_ number: ReadNumber) -> Found? {
        let parts: Phrase = "分之"
        let end = number.range.upperBound
        guard text.has(parts, at: end), let upper = text.number(at: end + 2), number.value.denominator == 1 else {
            return nil
        }
        let range = number.range.lowerBound..<upper.range.upperBound
        if number.value == Ratio(100) {
            return Found(kind: .percentage, unit: "%", bound: .exactly, value: .number(upper.value), range: range)
        }
        guard upper.value.denominator == 1, let value = Ratio(upper.value.numerator, number.value.numerator) else {
            return nil
        }
        return Found(kind: .fraction, unit: "", bound: .exactly, value: .number(value), range: range)
    }

    private func englishFraction(_ number: ReadNumber) -> Found? {
        let parts: [(Phrase, Int)] = [
            ("half", 2), ("third", 3), ("thirds", 3), ("fourth", 4), ("fourths", 4), ("quarter", 4), ("quarters", 4),
            ("fifth", 5),
            ("fifths", 5), ("tenth", 10), ("tenths", 10), ("sixth", 6), ("eighth", 8),
        ]
        let end = number.range.upperBound
        guard end < text.count, [0x20, 0x2D].contains(text.scalars[end]), number.value.denominator == 1 else {
            return nil
        }
        let start =
            text.scalars[end] == 0x20 && end + 1 < text.count && text.scalars[end + 1] == 0x2D ? end + 2 : end + 1
        guard let part = parts.first(where: { text.has($0.0, at: start) }),
            let value = Ratio(number.value.numerator, part.1), value < Ratio(1)
        else { return nil }
        let stop = start + part.0.scalars.count
        return Found(
            kind: .fraction, unit: "", bound: .exactly, value: .number(value), range: number.range.lowerBound..<stop)
    }

    /// 一千元以上五千元以下, `not less than 1,000 but not more than 5,000 yuan`: one range of two neighbours.
    func joinedRanges(_ found: [Found]) -> [Found] {
        var result: [Found] = []
        for item in found {
            if let last = result.last, let joined = joined(last, item) {
                result[result.count - 1] = joined
            } else {
                result.append(item)
            }
        }
        return result
    }

    /// Longest words between the two ends of one range: ` but not more than`; the second bound belongs to its number.
    private static let longestGap = 6

    private func joined(_ first: Found, _ second: Found) -> Found? {
        // The bound behind one number may be the bound before the next: `3 days or less than 5 days`.
        guard first.range.upperBound <= second.range.lowerBound else { return nil }
        guard case .number(let low) = first.value, case .number(let high) = second.value, first.kind == second.kind,
            first.unit == second.unit || second.unit.isEmpty || first.unit.isEmpty, low < high || low == high,
            first.bound.isFloor || first.bound == .exactly && isJoint(first.range.upperBound..<second.range.lowerBound)
                || isBetween(first, second)
        else { return nil }
        // 年满十八周岁至五十五周岁: the floor's words stand before the first end only.
        let isPlain =
            second.bound == .exactly
            && (first.bound == .exactly
                || first.bound == .atLeast && isJoint(first.range.upperBound..<second.range.lowerBound))
        guard second.bound.isCeiling || isPlain else { return nil }
        let gap = second.range.lowerBound - first.range.upperBound
        guard gap >= 0, gap <= Self.longestGap || isBetween(first, second) && gap <= 2 * Self.longestGap else {
            return nil
        }
        return Found(
            kind: first.kind, unit: first.unit.isEmpty ? second.unit : first.unit, bound: .exactly,
            value: .range(low, high),
            range: first.range.lowerBound..<second.range.upperBound)
    }

    /// `between NT$20,000 and NT$100,000`.
    private func isBetween(_ first: Found, _ second: Found) -> Bool {
        guard text.language == .english, first.range.upperBound + 5 <= second.range.lowerBound else { return false }
        let lead: Phrase = "between"
        let start = first.range.lowerBound - 1 - lead.scalars.count
        return text.has(" and ".unicodeScalars.map(\.value), at: first.range.upperBound)
            && (text.has(lead, at: start) || isAmountBehind(lead, first.range.lowerBound))
    }

    /// The currency may stand between the word and the number.
    private func isAmountBehind(_ lead: Phrase, _ start: Int) -> Bool {
        var end = start
        while let filler = fillerEnding(at: end), filler < end { end = filler }
        return text.has(lead, at: end - 1 - lead.scalars.count)
    }

    private func isJoint(_ range: Range<Int>) -> Bool {
        guard range.lowerBound <= range.upperBound else { return false }
        return ["至", "到", " to ", "-", "~", " through "].contains(text.string(range))
    }
}

/// Debris of machine translation and copying: tokens in which figures and letters alternate (`65438+1October1day`).
struct DebrisFinder {
    let text: NormText

    /// The run of characters without white space around `index`.
    func token(around index: Int) -> Range<Int> {
        guard text.language == .english else { return index..<min(index + 1, text.count) }
        var start = index
        while start > 0, text.scalars[start - 1] != 0x20 { start -= 1 }
        var end = index
        while end < text.count, text.scalars[end] != 0x20 { end += 1 }
        return start..<end
    }

    func isDebris(at index: Int) -> Bool {
        guard text.language == .english else { return false }
        return isDebris(token(around: index))
    }

    private func isDebris(_ token: Range<Int>) -> Bool {
        var changes = 0
        var last: Bool?
        for scalar in text.scalars[token] {
            let isDigit = (0x30...0x39).contains(scalar)
            let isLetter = (0x61...0x7A).contains(scalar)
            if scalar == 0x2B, last == true { changes += 1 }
            guard isDigit || isLetter else { continue }
            if let last, last != isDigit { changes += 1 }
            last = isDigit
        }
        let code: Phrase = "/kloc"
        return changes >= 2 || text.first(Phrase("/kloc*"), in: token) != nil || text.string(token).contains(text: code)
    }

    /// True where debris stands in the clause around `index`.
    func isInClause(around index: Int) -> Bool {
        guard text.language == .english else { return false }
        let clause = text.clause(around: index)
        var start = clause.lowerBound
        while start < clause.upperBound {
            let token = token(around: start)
            if isDebris(token) { return true }
            start = token.upperBound + 1
        }
        return false
    }
}

extension String {
    /// True where the phrase's characters stand in this text.
    fileprivate func contains(text phrase: Phrase) -> Bool {
        let own = unicodeScalars.map(\.value)
        guard own.count >= phrase.scalars.count else { return false }
        return (0...own.count - phrase.scalars.count).contains { start in
            Array(own[start..<start + phrase.scalars.count]) == phrase.scalars
        }
    }
}
