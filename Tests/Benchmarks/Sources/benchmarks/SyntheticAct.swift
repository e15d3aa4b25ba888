import Duizhao

/// Acts of any length.
enum SyntheticAct {
    static func parse(_ bytes: [UInt8], id: String = "text") -> Regulation {
        RegulationParser.parse(bytes, name: "text.txt", id: id)
    }

    static func bytes(articles: Int) -> [UInt8] {
        let body = (1...articles).map { number in
            "第\(ChineseNumeral.text(number))条　第\(number)类场所的使用人应当每\(number % 12 + 1)个月检查一次设施，并记录在案："
                + "\n（一）检查的时间；\n（二）发现的问题；\n（三）处理的结果。\n"
        }
        return Array(("场所设施检查办法\n" + body.joined()).utf8)
    }
}
