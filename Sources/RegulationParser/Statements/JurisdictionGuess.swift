import RegulationModel

/// Guesses whose act a text is from its title: 江苏省…条例, Measures of Jilin Province for …, 连云港市…办法.
public enum JurisdictionGuess {
    /// The jurisdiction a title names, or nil. A city has no code, since names alone do not settle it.
    public static func jurisdiction(ofTitle title: String) -> Jurisdiction? {
        if let city = chineseCity(title) { return city }
        let first = Provinces.all.compactMap { province -> (position: String.Index, province: Provinces.Province)? in
            let found = title.firstRange(of: province.chinese) ?? title.firstRange(of: province.english)
            return found.map { ($0.lowerBound, province) }
        }.min { $0.position < $1.position }
        guard let province = first?.province else { return nil }
        return Jurisdiction(
            name: BilingualText(chinese: province.chinese, english: province.english), code: province.code,
            level: province.level)
    }

    /// 连云港市公安机关…办法: the ideographs before the first 市, where they are no province's.
    private static func chineseCity(_ title: String) -> Jurisdiction? {
        guard let end = title.firstIndex(of: "市") else { return nil }
        let name = String(title[..<end])
        guard (2...5).contains(name.count), name.unicodeScalars.allSatisfy(\.isHan),
            !Provinces.all.contains(where: { name.hasPrefix($0.chinese) })
        else { return nil }
        return Jurisdiction(name: BilingualText(chinese: name, english: name), code: "", level: .city)
    }
}
