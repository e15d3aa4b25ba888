import RegulationModel

/// A list that counts its items by itself (HTML standard, §4.4.5 and §15.3.7; CSS Counter Styles 3, §6).
struct PageList {
    private var next: Int
    /// A format of `WordNumberFormat`; nil where the list shows no numbers.
    private let format: String?

    private static let types = [
        "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    ]
    private static let chinese = "chineseCountingThousand"
    private static let styles: [(name: [UInt8], format: String?)] = [
        ("decimal-leading-zero", "decimalZero"), ("cjk-decimal", "ideographDigital"), ("decimal", "decimal"),
        ("lower-alpha", "lowerLetter"), ("lower-latin", "lowerLetter"), ("upper-alpha", "upperLetter"),
        ("upper-latin", "upperLetter"), ("lower-roman", "lowerRoman"), ("upper-roman", "upperRoman"),
        ("cjk-ideographic", chinese), ("simp-chinese-informal", chinese), ("trad-chinese-informal", chinese),
        ("none", nil),
        ("disc", nil), ("circle", nil), ("square", nil),
    ].map { (utf8($0.0), $0.1) }
    private static let property = utf8("list-style")
    /// Numbers beyond this are no numbers of provisions.
    private static let largest = 1_000_000

    init(_ attributes: ElementAttributes) {
        next = attributes.start ?? 1
        let type = String(decoding: attributes.type, as: UTF8.self)
        format = Self.style(attributes.style) ?? Self.types[type] ?? "decimal"
    }

    /// The format a style names; nil where it names none.
    private static func style(_ style: [UInt8]) -> String?? {
        let text = Scanner(copying: style)
        guard !style.isEmpty, let found = text.find(property, in: text.span) else { return nil }
        let end = style[found...].firstIndex(of: UInt8(ascii: ";")) ?? style.count
        let value = ByteSpan(found + property.count, end)
        return styles.first { text.contains([$0.name], in: value) }.map(\.format)
    }

    /// What stands before the next item: `1. `, `一、`; nil where the list shows no numbers.
    mutating func label(_ own: Int?) -> String? {
        let number = min(max(own ?? next, -Self.largest), Self.largest)
        next = number + 1
        guard let format else { return nil }
        return WordNumberFormat.text(number, format) + (format == Self.chinese ? "、" : ". ")
    }
}
