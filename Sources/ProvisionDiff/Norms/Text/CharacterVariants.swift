/// Forms of one character that rules do not tell apart.
enum CharacterVariants {
    /// Traditional and simplified forms of the characters that stand in the rules, in pairs.
    /// Authority: 《通用规范汉字表》(2013), appendix 1.
    private static let pairs =
        "應应鍰锾須须條条項项萬万億亿歲岁罰罚處处個个內内權权規规辦办為为謂谓稱称係系準准適适責责辭辞職职務务機机關关長长"
        + "國国縣县區区鄉乡鎮镇級级門门員员會会團团隊队選选舉举請请證证許许廢废發发佈布頒颁實实時时間间後后週周兩两參参貳贰"
        + "陸陆過过滿满達达遲迟數数額额倍倍錢钱臺台幣币價价學学歷历畢毕業业碩硕專专科科連连續续繼继訂订於于與与"
        + "從从則则當当無无違违沒没繳缴徵征銷销撤撤記记錄录執执負负擔担賠赔償偿損损勞劳動动約约終终給给領领導导"
        + "揮挥監监護护車车輛辆種种類类組组織织開开閉闭營营強强製制審审議议構构場场設设據据聯联憲宪總总統统領领備备"
        + "報报經经營营預预決决產产資资農农環环衛卫醫医藥药並并標标點点遵遵養养讓让戶户號号載载輕轻較较運运還还進进遠远"

    private static let table: [UInt32: UInt32] = {
        let scalars = Array(pairs.unicodeScalars)
        var table: [UInt32: UInt32] = [:]
        for place in stride(from: 0, to: scalars.count - 1, by: 2) {
            table[scalars[place].value] = scalars[place + 1].value
        }
        return table
    }()

    /// The form that rules are written in.
    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x80: scalar
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: scalar - 0xFEE0
        case 0xFF05: 0x25
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0x2010, 0x2011, 0x2013: 0x2D
        default: table[scalar] ?? scalar
        }
    }
}
