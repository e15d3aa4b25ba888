import ProvisionDiff
import RegulationModel

/// Tells a sentence that encourages (国家提倡公民献血, “the State encourages”) from a plain statement.
///
/// 《立法技术规范（试行）（一）》 has no word for it; 鼓励, 提倡, 倡导 and 支持 stand in statutes where nobody is bound. The operative word
/// stands in the first clause that is no condition, place or ground: 有下列情形之一的，鼓励……签订书面协议.
enum Encouragement {
    /// True where the first clause that rules encourages. What it is to bring about stands behind it.
    static func isIn(_ sentence: String, _ language: Language) -> Bool {
        let scalars = Folding.fold(sentence).scalars
        let clauses = scalars.split { $0 == "," || $0 == "，" || $0 == ":" || $0 == "：" || $0 == ";" || $0 == "；" }
            .map(Array.init)
        guard let ruling = clauses.first(where: { !isOpening($0, language) }) ?? clauses.last else { return false }
        return language == .chinese ? encourages(chinese: ruling) : encourages(english: ruling)
    }

    private static let endsOfOpenings = ["的", "时", "中", "下", "前", "后", "方面", "领域", "基础上", "同时", "过程"]
    private static let openings = ["在", "对", "为", "根据", "按照", "依照", "依据", "因", "除", "通过", "凡", "经"]
    private static let englishOpenings = [
        "under ", "if ", "where ", "when ", "in ", "for ", "with ", "upon ", "on ", "while ", "unless ", "any of ",
    ]

    /// A condition, a place, a ground: what is ruled stands behind it.
    private static func isOpening(_ clause: [Unicode.Scalar], _ language: Language) -> Bool {
        guard language == .chinese else {
            let words = clause.drop { $0 == " " }
            return englishOpenings.contains { words.starts(with: $0.unicodeScalars) }
        }
        let clause = clause.filter { $0 != " " }
        return endsOfOpenings.contains { clause.reversed().starts(with: $0.unicodeScalars.reversed()) }
            || openings.contains { clause.starts(with: $0.unicodeScalars) }
    }

    private static func encourages(english clause: [Unicode.Scalar]) -> Bool {
        ["encourage", "advocate"].contains { clause.firstPlace(of: $0) != nil }
    }

    /// 国家鼓励的项目 is encouraged by somebody else: with 的 behind its verb or behind it at once a word only describes.
    private static func encourages(chinese clause: [Unicode.Scalar]) -> Bool {
        if let place = ["鼓励", "提倡", "倡导"].compactMap({ clause.firstPlace(of: $0) }).min() {
            return clause.dropFirst(place + 2).first != "的"
        }
        // 支持 is a noun as often: it rules at the head of a clause, or behind who speaks for the territory.
        guard let place = clause.firstPlace(of: "支持"), clause.dropFirst(place + 2).first != "的",
            place + 2 < clause.count
        else { return false }
        let subject = String(String.UnicodeScalarView(clause[..<place].filter { $0 != " " }))
        let isTerritory = subject.hasPrefix("本") && subject.unicodeScalars.count <= longestTerritory
        return subject.isEmpty || isTerritory || ["国家", "社会", "全社会", "依法", "积极"].contains(subject)
    }

    /// 本自治区, 本经济特区
    private static let longestTerritory = 5
}
