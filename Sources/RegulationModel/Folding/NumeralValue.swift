extension ChineseNumeral {
    /// True for a folded character that numerals are written with: a digit, or one of 零一二两三…九十百千万亿.
    package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9": true
        default: digit(scalar) != nil || scale(scalar) != nil
        }
    }

    /// 四十五 → 45, 3万 → 30000, 2021 → 2021; nil where a number is larger than any a regulation sets. The characters are
    /// folded; each must be a numeral.
    package static func value(of numeral: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0
        var section = 0
        var digit: Int?
        for scalar in numeral {
            guard max(total, section, digit ?? 0) < 1_000_000_000 else { return nil }
            if let scale = scale(scalar), scale >= 10_000 {
                total = (total + section + (digit ?? (section == 0 ? 1 : 0))) * scale
                section = 0
                digit = nil
            } else if let scale = scale(scalar) {
                section += (digit ?? 1) * scale
                digit = nil
            } else if let value = self.digit(scalar) {
                digit = (digit ?? 0) * 10 + value
            } else {
                digit = (digit ?? 0) * 10 + Int(scalar.value) - 0x30
            }
        }
        return total + section + (digit ?? 0)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "零": 0
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func scale(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1_000
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }
}
