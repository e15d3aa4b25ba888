import RegulationModel

/// The provincial-level divisions of China with their ISO 3166-2 letters (GB/T 2260), for guessing whose act a text is
/// and for finding paragraphs that speak of another place.
enum Provinces {
    /// One division.
    struct Province: Sendable {
        let chinese: String
        let english: String
        let code: String
        let level: Jurisdiction.Level

        /// Hong Kong, Macao and Taiwan: acts of every place name them.
        var isSpecialRegion: Bool { ["cn-hk", "cn-mo", "cn-tw"].contains(code) }
    }

    static let all: [Province] = [
        ("北京", "Beijing", "bj"), ("天津", "Tianjin", "tj"), ("河北", "Hebei", "he"), ("山西", "Shanxi", "sx"),
        ("内蒙古", "Inner Mongolia", "nm"), ("辽宁", "Liaoning", "ln"), ("吉林", "Jilin", "jl"),
        ("黑龙江", "Heilongjiang", "hl"), ("上海", "Shanghai", "sh"), ("江苏", "Jiangsu", "js"),
        ("浙江", "Zhejiang", "zj"), ("安徽", "Anhui", "ah"), ("福建", "Fujian", "fj"), ("江西", "Jiangxi", "jx"),
        ("山东", "Shandong", "sd"), ("河南", "Henan", "ha"), ("湖北", "Hubei", "hb"), ("湖南", "Hunan", "hn"),
        ("广东", "Guangdong", "gd"), ("广西", "Guangxi", "gx"), ("海南", "Hainan", "hi"), ("重庆", "Chongqing", "cq"),
        ("四川", "Sichuan", "sc"), ("贵州", "Guizhou", "gz"), ("云南", "Yunnan", "yn"), ("西藏", "Tibet", "xz"),
        ("陕西", "Shaanxi", "sn"), ("甘肃", "Gansu", "gs"), ("青海", "Qinghai", "qh"), ("宁夏", "Ningxia", "nx"),
        ("新疆", "Xinjiang", "xj"), ("香港", "Hong Kong", "hk"), ("澳门", "Macao", "mo"), ("台湾", "Taiwan", "tw"),
    ].map { chinese, english, letters in
        let isMunicipality = ["bj", "tj", "sh", "cq"].contains(letters)
        return Province(
            chinese: chinese, english: english, code: "cn-" + letters, level: isMunicipality ? .municipality : .province
        )
    }

    /// True where a text begins with the Chinese name of a division.
    static func begins(_ text: String) -> Bool { chineseNames.contains { text.utf8.starts(with: $0) } }

    private static let chineseNames = utf8(all.map(\.chinese))
    private static let englishNames = utf8(all.map(\.english))

    /// Which two ideographs begin the Chinese name of a division.
    static let pairs = CharacterPairs(chineseNames, rare: rareCharacters)
    /// A character of each name that is rare in acts beside names: 海 and not 上 of 上海, 苏 and not 江 of 江苏.
    private static let rareCharacters = utf8([
        "京", "津", "北", "蒙", "辽", "吉", "黑", "海", "苏", "浙", "徽", "福", "西", "东", "南", "湖", "庆", "川", "贵", "云",
        "藏", "陕", "甘", "青", "夏", "疆", "港", "澳", "湾",
    ])
    private static let chineseWords = WordSet(all.map(\.chinese))

    /// The division that a short text names first, as an index into `all`; where it names one in both languages, the
    /// Chinese name counts.
    static func first(in text: Scanner) -> Int? {
        let (chinese, english) = (chineseNames, englishNames)
        guard text.bytes[text.span.range].contains(where: { UInt32($0).isLetter }) else {
            return chineseWords.firstHeld(in: text.span, text)
        }
        var first: (place: Int, index: Int)?
        for index in all.indices {
            let found = text.find(chinese[index], in: text.span) ?? text.find(english[index], in: text.span)
            if let found, first.map({ found < $0.place }) ?? true { first = (found, index) }
        }
        return first?.index
    }

    /// Indices into `all` of the divisions a text names.
    static func named(in span: ByteSpan, of scanner: Scanner, _ language: Language) -> [Int] {
        let names = englishNames
        guard language == .english else { return chineseWords.all(in: span, scanner) }
        return names.indices.filter { scanner.find(names[$0], in: span) != nil }
    }
}
