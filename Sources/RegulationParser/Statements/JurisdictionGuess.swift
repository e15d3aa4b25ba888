import RegulationModel

/// Guesses whose act a text is from its title: 江苏省…条例, Measures of Jilin Province for …, 连云港市…办法.
public enum JurisdictionGuess {
    /// The jurisdiction a title names, or nil. A city has no code, since names alone do not settle it.
    public static func jurisdiction(ofTitle title: String) -> Jurisdiction? {
        if title.hasPrefix("中华人民共和国") { return china }
        if let zone = specialZone(title) ?? chineseCity(title) { return zone }
        if let province = province(in: title) { return province }
        return title.contains("People's Republic of China") || title.contains("People’s Republic of China")
            ? china : nil
    }

    private static let china = Jurisdiction(
        name: BilingualText(chinese: "中国", english: "China"), code: "cn", level: .national)

    private static func province(in title: String) -> Jurisdiction? {
        let first = Provinces.all.compactMap { province -> (position: String.Index, province: Provinces.Province)? in
            let found = title.firstRange(of: province.chinese) ?? title.firstRange(of: province.english)
            return found.map { ($0.lowerBound, province) }
        }.min { $0.position < $1.position }
        guard let province = first?.province else { return nil }
        return Jurisdiction(
            name: BilingualText(chinese: province.chinese, english: province.english), code: province.code,
            level: province.level)
    }

    // MARK: Cities

    /// English names of the cities with a special economic zone, whose acts are named after the zone.
    private static let zoneCities = [
        "深圳": "Shenzhen", "珠海": "Zhuhai", "汕头": "Shantou", "厦门": "Xiamen", "喀什": "Kashgar",
    ]
    /// Cities whose name ends in 城; any other 城 before 市 is the word 城市.
    private static let citiesEndingInWall = ["盐城", "聊城", "晋城", "运城", "宣城", "防城"]

    /// 汕头经济特区…条例: the ideographs before 经济特区, where they are no province's.
    private static func specialZone(_ title: String) -> Jurisdiction? {
        guard let end = title.firstRange(of: "经济特区")?.lowerBound else { return nil }
        return city(String(title[..<end]))
    }

    /// 连云港市公安机关…办法: the ideographs before the first 市, where they are no province's.
    private static func chineseCity(_ title: String) -> Jurisdiction? {
        guard let end = title.firstIndex(of: "市") else { return nil }
        let name = String(title[..<end])
        guard !name.hasSuffix("城") || citiesEndingInWall.contains(name) else { return nil }
        return city(name)
    }

    private static func city(_ name: String) -> Jurisdiction? {
        guard (2...5).contains(name.count), name.unicodeScalars.allSatisfy(\.isHan),
            !Provinces.all.contains(where: { name.hasPrefix($0.chinese) })
        else { return nil }
        return Jurisdiction(
            name: BilingualText(chinese: name, english: zoneCities[name] ?? name), code: "", level: .city)
    }
}
