/// How people cite a provision: 第十二条第二款第三项; Article 12, paragraph 2, item (3).
///
/// A text of Taiwan is cited by its own names of levels: 第十二條第二項第三款 (`LevelNames`).
///
/// The paragraph is left out where an article has only one (《立法技术规范（试行）（一）》 13.2: 项 under a single 款 is
/// cited from its 条).
public struct Citation: Sendable, Hashable {
    /// Chinese form.
    public let chinese: String
    /// English form.
    public let english: String

    /// The form in a language.
    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// Cites the provision at `eId` of `regulation`; nil where there is none.
    public init?(_ eId: EId, in regulation: Regulation) {
        let top = eId.article
        guard let article = regulation.provisions.first(where: { $0.eId == top }) else { return nil }
        var chinese: String
        var english: String
        switch article.level {
        case .section:
            chinese = "解读第\(ChineseNumeral.text(article.number.ordinal))部分"
            english = "Explainer, section \(article.number.ordinal)"
        default:
            chinese = "第\(ChineseNumeral.text(article.number.ordinal))\(regulation.levelNames.name(of: .article))"
            chinese += article.number.branches.map { "之" + ChineseNumeral.text($0) }.joined()
            english = "Article \(article.number.text)"
        }
        var node = article
        while node.eId != eId {
            guard let next = node.children.first(where: { eId.isInside($0.eId) }) else { return nil }
            let position = next.number.ordinal
            switch next.level {
            case .paragraph:
                if node.children.count > 1 {
                    chinese += "第\(ChineseNumeral.text(position))\(regulation.levelNames.name(of: .paragraph))"
                    english += ", paragraph \(position)"
                }
            case .point:
                chinese += "第\(ChineseNumeral.text(position))\(regulation.levelNames.name(of: .point))"
                english += ", item (\(position))"
            default:
                let number =
                    regulation.levelNames.numbersSubpointsInWords ? ChineseNumeral.text(position) : "\(position)"
                chinese += "第\(number)\(regulation.levelNames.name(of: .subpoint))"
                english += ", sub-item \(position)"
            }
            node = next
        }
        self.chinese = chinese
        self.english = english
    }
}

/// Chinese numerals as acts print them.
public enum ChineseNumeral {
    private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let units = ["", "十", "百", "千"]

    /// A number from 0 to 99,999,999 in words: 12 → 十二, 110 → 一百一十, 1260 → 一千二百六十, 10001 → 一万零一.
    /// Numbers outside that range are given in digits.
    public static func text(_ number: Int) -> String {
        guard number >= 0, number < 100_000_000 else { return String(number) }
        guard number > 0 else { return "零" }
        let high = number / 10_000
        let low = number % 10_000
        var result = ""
        if high > 0 { result = group(high) + "万" }
        if low > 0 {
            if high > 0, low < 1_000 { result += "零" }
            result += group(low)
        }
        return result.hasPrefix("一十") ? String(result.dropFirst()) : result
    }

    private static func group(_ number: Int) -> String {
        var result = ""
        var skipped = false
        for power in [3, 2, 1, 0] {
            let scale = [1, 10, 100, 1_000][power]
            let digit = number / scale % 10
            if digit == 0 {
                skipped = !result.isEmpty
            } else {
                if skipped { result += "零" }
                skipped = false
                result += digits[digit] + units[power]
            }
        }
        return result
    }
}
