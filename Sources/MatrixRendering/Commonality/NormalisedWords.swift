/// A normalised value in Chinese words, as a sentence needs it: `>= 6 month` is 不少于 6 个月.
enum NormalisedWords {
    /// The value as it is where a part of it has no word here.
    ///
    /// - Parameter isAge: true for years of life: 周岁.
    static func chinese(_ value: String, isAge: Bool = false) -> String {
        let named = value.split(separator: ", ").map { words[String($0)] }
        if !named.isEmpty, named.allSatisfy({ $0 != nil }) { return named.compactMap(\.self).joined(separator: "、") }
        var parts = value.split(separator: " ").map(String.init)
        guard let first = parts.first else { return value }
        var result = ""
        if let sign = signs[first] {
            result = sign + " "
            parts.removeFirst()
        }
        guard let number = parts.first, number.first?.isNumber == true else { return value }
        result += number.split(separator: ".", omittingEmptySubsequences: true).joined(
            separator: number.contains("..") ? "至" : ".")
        switch parts.dropFirst().map(\.self) {
        case []: return result
        case let unit where unit.count == 1:
            guard let word = isAge && unit[0] == "year" ? "周岁" : units[unit[0]] else { return value }
            return result + " " + word
        case let unit where unit.count == 2 && unit[0] == "per":
            guard let word = units[unit[1]] else { return value }
            return "每\(word) \(result) 次"
        default: return value
        }
    }

    private static let signs = [">=": "不少于", ">": "超过", "<=": "不超过", "<": "少于"]
    private static let units = [
        "year": "年", "month": "个月", "day": "日", "week": "周", "hour": "小时", "minute": "分钟", "CNY": "元", "time": "次",
        "person": "人", "working-day": "工作日", "%": "%", "ml": "毫升", "m2": "平方米", "m3": "立方米", "kg": "公斤", "ton": "吨",
        "hectare": "公顷", "mu": "亩", "point": "分", "TWD": "元新台币",
    ]
    private static let words = [
        "regular": "定期", "led": "带领", "commanded": "指挥", "supervised": "监督",
        "budget same-level": "同级财政预算", "budget same-level full": "同级财政预算全额", ">= high-school": "不低于高中",
        ">= junior-college": "不低于大专", "<= quota": "额度以内",
    ]
}
