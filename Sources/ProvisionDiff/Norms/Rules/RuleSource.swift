/// Where a rule comes from.
enum RuleSource: String, Sendable {
    /// 全国人大常委会法工委《立法技术规范（试行）（一）》 2009, part 4: words of law.
    case draftingNorms1 = "立法技术规范（试行）（一）"
    /// 《立法技术规范（试行）（二）》 2011.
    case draftingNorms2 = "立法技术规范（试行）（二）"
    /// 刑法 art. 99, 民法典 art. 1259: 以上, 以下, 以内, 届满 include the number; 不满, 超过, 以外 do not.
    case numberWords = "民法典 art. 1259"
    /// 行政处罚法 (2021) art. 9: kinds of penalties.
    case penaltiesAct = "行政处罚法 art. 9"
    /// 立法法 (2023): ranks of acts, entry into force, supporting rules.
    case legislationAct = "立法法"
    /// 中央法規標準法 (Taiwan): 條, 項, 款, 目; 施行; words of its statutes.
    case taiwanStandardAct = "中央法規標準法"
    /// How official English translations of statutes render the Chinese words; seen in many of them.
    case officialEnglish = "official translations"
    /// What machine translations of acts make of the same words.
    case machineEnglish = "machine translations"
    /// 地方各级人民代表大会和地方各级人民政府组织法: levels of government.
    case organicAct = "地方组织法"
    /// 教育法, 学位法: levels of schooling.
    case educationAct = "教育法, 学位法"
    /// 法定计量单位, 人民币管理条例.
    case measures = "法定计量单位"
}
