import RegulationModel

/// Finds what stands in place of lost characters: sums of a number table (`65438+1`), script tokens (`/kloc-0`), and
/// letters set for digits (`l000元`, `2o21年`).
struct Debris {
    let scanner: Scanner

    // MARK: Sums

    /// Digits before the plus sign from which a sum counts as debris wherever it stands: none of 3,423 acts has one.
    private static let fewestDigits = 4
    /// The same where letters are glued to it: `65438+1October1day`.
    private static let fewestDigitsGlued = 3

    /// The end of a sum that begins at `start`, which must not lie inside a number.
    func sum(at start: Int, in span: ByteSpan) -> Int? {
        guard let (digits, end) = plainSum(at: start, in: span) else { return nil }
        let isGlued = UInt32(scanner.bytes[end - 1]).isLetter
        return digits >= (isGlued ? Self.fewestDigitsGlued : Self.fewestDigits) ? end : nil
    }

    /// Digits, a plus sign, digits or letters; with the number of digits before the sign.
    private func plainSum(at start: Int, in span: ByteSpan) -> (digits: Int, end: Int)? {
        guard isDigit(start), start == span.start || !isDigit(start - 1) else { return nil }
        var index = start
        while index < span.end, isDigit(index) { index += 1 }
        let digits = index - start
        guard index < span.end, scanner.bytes[index] == 0x2B else { return nil }
        index += 1
        let sign = index
        while index < span.end, isDigit(index) || UInt32(scanner.bytes[index]).isLetter { index += 1 }
        return index > sign ? (digits, index) : nil
    }

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(scanner.bytes[index]) }

    /// A slash, a lower-case word, a hyphen and a digit: `/kloc-0`.
    func scriptToken(at start: Int, _ end: Int) -> Int? {
        guard scanner.bytes[start] == 0x2F else { return nil }
        var index = start + 1
        while index < end, (0x61...0x7A).contains(scanner.bytes[index]) { index += 1 }
        guard index - start >= 3, index + 1 < end, scanner.bytes[index] == 0x2D,
            let digits = scanner.digits(at: index + 1, end)
        else { return nil }
        return digits.end
    }

    // MARK: Beside a date

    /// `span` with the sum or script token that touches it before or behind, with or without a blank; nil where none
    /// does: `65438+1 October 1, 2022`.
    func touching(_ span: ByteSpan, in text: ByteSpan) -> ByteSpan? {
        let start = sumStart(before: span.start, text.start) ?? span.start
        var end = span.end
        let next = scanner.skipSpace(span.end, text.end)
        if next < text.end {
            if scanner.bytes[span.end] == 0x2B, span.end + 1 < text.end, isDigit(span.end + 1) {
                end = wordEnd(span.end + 1, text.end)
            } else if let sum = plainSum(at: next, in: ByteSpan(next, text.end)) {
                end = sum.end
            } else if let token = scriptToken(at: next, text.end) {
                end = token
            }
        }
        return start < span.start || end > span.end ? ByteSpan(start, end) : nil
    }

    private func wordEnd(_ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end, isDigit(index) || UInt32(scanner.bytes[index]).isLetter { index += 1 }
        return index
    }

    /// Where a sum begins that reaches up to `index`, with or without a blank.
    private func sumStart(before index: Int, _ start: Int) -> Int? {
        var position = scanner.skipSpaceBack(index, start)
        while position > start, isDigit(position - 1) { position -= 1 }
        guard position > start, scanner.bytes[position - 1] == 0x2B else { return nil }
        position -= 1
        let sign = position
        while position > start, isDigit(position - 1) { position -= 1 }
        return position < sign ? position : nil
    }

    // MARK: Letters for digits

    private static let chineseUnits = utf8([
        "元", "年", "月", "日", "条", "款", "项", "号", "万", "亿", "倍", "个", "名", "人", "天", "小时", "岁", "周岁", "平方", "米",
        "公里", "只", "次", "分", "％", "%",
    ])
    private static let calendarUnits = utf8(["年", "月", "日"])
    private static let englishUnits = WordSet([
        "yuan", "rmb", "percent", "%", "years", "days", "months", "hours", "square", "people", "meters", "metres",
    ])

    /// The end of a number written with l, I, O or o, which begins at `start`: digits and such letters in front of a
    /// unit; a letter alone only in front of 年, 月, 日.
    func lettersForDigits(at start: Int, in span: ByteSpan) -> Int? {
        guard isNumberLike(start), start == span.start || !isWord(start - 1) else { return nil }
        // Words of letters alone, which most of an English line are, go on with others.
        guard start + 1 >= span.end || !isPlainLetter(start + 1) else { return nil }
        var end = start
        while end < span.end, isNumberLike(end) { end += 1 }
        guard end == span.end || !isWord(end), let unit = unit(at: end, span.end) else { return nil }
        let digits = (start..<end).filter(isDigit).count
        guard digits < end - start else { return nil }
        if unit == .calendar { return end - start <= 4 ? end : nil }
        return digits > 0 && (unit == .chinese || end - start >= 3) ? end : nil
    }

    private enum Unit { case chinese, calendar, english }

    private func unit(at index: Int, _ end: Int) -> Unit? {
        let next = scanner.skipSpace(index, end)
        guard next < end else { return nil }
        if scanner.first(of: Self.calendarUnits, at: next) != nil { return .calendar }
        if scanner.first(of: Self.chineseUnits, at: next) != nil { return .chinese }
        return Self.englishUnits.first(at: next, before: end, scanner) != nil ? .english : nil
    }

    private func isNumberLike(_ index: Int) -> Bool {
        switch scanner.bytes[index] {
        case 0x30...0x39, 0x6C, 0x49, 0x4F, 0x6F: true
        default: false
        }
    }

    private func isPlainLetter(_ index: Int) -> Bool {
        UInt32(scanner.bytes[index]).isLetter && !isNumberLike(index)
    }

    private func isWord(_ index: Int) -> Bool { isDigit(index) || UInt32(scanner.bytes[index]).isLetter }
}
