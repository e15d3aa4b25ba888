extension ChineseNumeral {
    /// True for a folded character that numerals are written with: a digit, or one of 零一二两三…九十百千万亿.
    package static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "零", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿": true
        default: false
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
            if let scale = scales[scalar], scale >= 10_000 {
                total = (total + section + (digit ?? (section == 0 ? 1 : 0))) * scale
                section = 0
                digit = nil
            } else if let scale = scales[scalar] {
                section += (digit ?? 1) * scale
                digit = nil
            } else if let value = digits[scalar] {
                digit = (digit ?? 0) * 10 + value
            } else {
                digit = (digit ?? 0) * 10 + Int(scalar.value) - 0x30
            }
        }
        return total + section + (digit ?? 0)
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static let scales: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000]
}
