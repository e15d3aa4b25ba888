import RegulationModel

/// Guesses whose act a text is from its title: 江苏省…条例, Measures of Jilin Province for …, 连云港市…办法.
public enum JurisdictionGuess {
    /// The jurisdiction a title names, or nil. A city has no code, since names alone do not settle it.
    public static func jurisdiction(ofTitle title: String) -> Jurisdiction? {
        if title.utf8.starts(with: "中华人民共和国".utf8) { return china }
        let scanner = Scanner(copying: title.utf8)
        if let zone = specialZone(scanner) ?? chineseCity(scanner) { return zone }
        if let province = province(in: scanner) { return province }
        return scanner.contains(republic, in: scanner.span) ? china : nil
    }

    private static let republic = utf8(["People's Republic of China", "People’s Republic of China"])

    private static let china = Jurisdiction(
        name: BilingualText(chinese: "中国", english: "China"), code: "cn", level: .national)

    private static func province(in title: Scanner) -> Jurisdiction? {
        guard let index = Provinces.first(in: title) else { return nil }
        let province = Provinces.all[index]
        return Jurisdiction(
            name: BilingualText(chinese: province.chinese, english: province.english), code: province.code,
            level: province.level)
    }

    // MARK: Cities

    /// Cities whose name ends in 城; any other 城 before 市 is the word 城市.
    private static let citiesEndingInWall = ["盐城", "聊城", "晋城", "运城", "宣城", "白城"]

    private static let zone = utf8("经济特区")
    private static let cityMark = utf8("市")

    /// 汕头经济特区…条例: the ideographs before 经济特区, where they are no province's.
    private static func specialZone(_ title: Scanner) -> Jurisdiction? {
        guard let end = title.find(zone, in: title.span) else { return nil }
        return city(title.string(ByteSpan(0, end)))
    }

    /// 连云港市公安机关…办法: the ideographs before the first 市, where they are no province's.
    private static func chineseCity(_ title: Scanner) -> Jurisdiction? {
        guard let end = title.find(cityMark, in: title.span) else { return nil }
        let name = title.string(ByteSpan(0, end))
        guard !name.hasSuffix("城") || citiesEndingInWall.contains(name) else { return nil }
        return city(name)
    }

    private static func city(_ name: String) -> Jurisdiction? {
        // An ideograph has three bytes or four.
        guard (2 * 3...5 * 4).contains(name.utf8.count), name.unicodeScalars.allSatisfy(\.isHan),
            (2...5).contains(name.count), !Provinces.begins(name)
        else { return nil }
        return Jurisdiction(
            name: BilingualText(chinese: name, english: Cities.english(name) ?? name), code: "", level: .city)
    }
}
