import RegulationModel
import RegulationParser
import Testing

@Suite("Whose act a title names") struct JurisdictionTests {
    @Test(arguments: [
        ("汕头经济特区轮渡条例", "汕头", "Shantou", "", Jurisdiction.Level.city),
        ("深圳经济特区轮渡条例", "深圳", "Shenzhen", "", .city),
        ("海南经济特区轮渡条例", "海南", "Hainan", "cn-hi", .province),
        ("内蒙古自治区轮渡条例", "内蒙古", "Inner Mongolia", "cn-nm", .province),
        ("中华人民共和国轮渡法", "中国", "China", "cn", .national),
        ("中华人民共和国海南自由贸易港法", "中国", "China", "cn", .national),
        ("湖南省实施《中华人民共和国轮渡法》办法", "湖南", "Hunan", "cn-hn", .province),
        ("Ferry Law of the People's Republic of China", "中国", "China", "cn", .national),
        (
            "Measures of Hunan Province for the Ferry Law of the People's Republic of China", "湖南", "Hunan", "cn-hn",
            .province
        ),
        ("连云港市轮渡办法", "连云港", "Lianyungang", "", .city),
        ("盐城市轮渡办法", "盐城", "Yancheng", "", .city), ("义乌市轮渡办法", "义乌", "义乌", "", .city),
    ])
    func guessesFromTheTitle(
        _ title: String, _ chinese: String, _ english: String, _ code: String, _ level: Jurisdiction.Level
    ) {
        let guess = JurisdictionGuess.jurisdiction(ofTitle: title)
        #expect(guess?.name.chinese == chinese)
        #expect(guess?.name.english == english)
        #expect(guess?.code == code)
        #expect(guess?.level == level)
    }

    @Test(arguments: ["国家城市轮渡条例", "城市轮渡条例", "轮渡条例"]) func namesNoPlaceWhereNoneStands(_ title: String) {
        #expect(JurisdictionGuess.jurisdiction(ofTitle: title) == nil)
    }
}
