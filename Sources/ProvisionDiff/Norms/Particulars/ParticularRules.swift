/// Words around things that a sentence names one by one. Authority: 《立法技术规范（试行）（一）》 part 3 on 等, 包括 and the
/// use of 、和, 以及; counterparts as official translations have them.
enum EnumerationRules {
    /// 分为甲、乙和丙.
    static let chineseClasses: [Phrase] = ["划分为", "分为", "分成"]
    static let englishClasses: [Phrase] = ["divided into", "classified into", "classified as", "categorized into"]
    /// 根据甲、乙和丙, 包括甲、乙和丙: what stands behind is the list.
    static let chineseOpenings: [Phrase] = ["根据", "结合", "包括", "综合考虑", "采取", "采用", "分别为"]
    static let englishOpenings: [Phrase] = [
        "such as", "including", "principles of", "principle of", "adapted to", "in light of", "forms of",
        "taking into account", "methods of", "composed of", "consist of", "consists of",
    ]
    /// 甲、乙、丙等程序, 甲、乙的原则: what stands before is the list. General nouns for kinds of things.
    static let chineseNouns: [Phrase] = [
        "程序", "步骤", "环节", "方式", "形式", "方法", "途径", "渠道", "原则", "措施", "保险", "待遇", "权利", "条件", "因素", "情况",
        "类别", "类型", "制度", "标准", "内容", "经费", "费用", "事项", "活动", "手段", "假", "休息", "场所", "设施", "材料", "信息",
        "岗位", "行业", "项目", "业务",
    ]
    /// 甲、乙和其他…….
    static let englishClosings: [Phrase] = ["and other", "or other", "and the like", "etc"]
    static let notBeforeAndSoOn = "平同高中初对优劣相何均"
    static let notBehindAndSoOn = "级于同待候"
    /// Beginnings of clauses, verbs of clauses, and words that lead to the first thing named.
    static let englishClauseHeads: [Phrase] = [
        "if", "when", "where", "in violation", "in accordance", "according to", "and", "or", "but", "their", "it",
        "they",
        "after", "before", "whoever", "who", "which", "unless", "except",
    ]
    static let englishVerbs: [Phrase] = [
        "shall", "should", "may", "must", "is", "are", "be", "can", "will", "has", "have",
    ]
    static let englishLeads: [Phrase] = [
        "of", "enjoy", "including", "include", "such as", "in", "by", "for", "provide", "the", "with", "engage in",
        "on",
        "advance", "cover", "handle",
    ]
    /// Longest thing named, in characters and words; what is longer is a sentence of its own.
    static let longestChinese = 18
    static let longestEnglish = 8
    /// Words behind which the first thing begins.
    static let chineseHeads = "为以按从对将把由向的是"
    static let chineseHeadWords: [Phrase] = [
        "享有", "享受", "经过", "通过", "具有", "实行", "遵循", "按照", "采取", "采用", "根据", "结合", "包括", "进行", "从事", "参加",
        "应当", "纳入", "提供", "开展", "建立", "缴纳", "负责", "配备", "禁止", "利用", "占用", "鼓励", "推进", "防止", "出现", "涉及",
        "具备", "履行", "承担", "发布", "归集", "整合",
    ]
    /// Behind one of these begins what is ordered.
    static let chineseOrders: [Phrase] = [
        "应当", "不得", "可以", "禁止", "严禁", "按照", "依照", "采用", "采取", "负责", "包括", "利用", "遵循",
    ]
}

/// Who approves, examines or is told.
struct PartyRule: Sendable {
    let kind: Particular.Kind
    /// Actions behind the body in Chinese: 报同级人民政府批准.
    let chinese: [Phrase]
    /// Words behind the body in English: reported to … for approval.
    let english: [Phrase]
    /// Words before the body in English that say it alone: approved by ….
    let englishAgent: [Phrase]
    let example: String
    let source: RuleSource
}

/// Bodies that decide on what others propose. Authority: 行政许可法, 立法法 (备案, 批准); words as in acts.
enum PartyRules {
    static let all: [PartyRule] = [
        PartyRule(
            kind: .filing, chinese: ["备案"], english: ["for the record", "for record", "for filing", "on record"],
            englishAgent: ["filed with", "be filed by", "recorded with"], example: "报上一级公安机关备案",
            source: .legislationAct),
        PartyRule(
            kind: .approval, chinese: ["批准", "审批", "核准", "审定", "同意", "决定"],
            english: ["for approval", "for examination and approval", "for review and approval", "for ratification"],
            englishAgent: ["approved by", "approval of", "ratified by", "consent of"], example: "报同级人民政府批准",
            source: .legislationAct),
        PartyRule(
            kind: .audit, chinese: ["审核", "审查", "核定", "复核"],
            english: ["for review", "for examination", "for verification", "for audit"],
            englishAgent: ["audited by", "reviewed by", "examined by", "verified by"], example: "经财政部门审核",
            source: .legislationAct),
    ]
    static let chineseOpenings: [Phrase] = ["报请", "报送", "报经", "呈报", "上报", "报", "经", "提请", "须经", "应经", "向"]
    static let englishOpenings: [Phrase] = [
        "reported to", "report to", "report it to", "report them to", "submitted to", "submit to", "submit it to",
        "submit them to", "sent to", "reports to", "submits to",
    ]
    /// Longest name of a body with what goes before it, in characters: 县级以上人民政府市场监督管理部门会同……等部门.
    static let longestChinese = 40
    static let longestEnglish = 160
}

/// A budget that pays. Authority: 预算法 (本级预算).
enum BudgetRules {
    static let chineseOpenings: [Phrase] = ["纳入", "列入", "编入"]
    static let chineseBudget: Phrase = "预算"
    static let englishOpenings: [Phrase] = [
        "include*", "incorporat*", "list*", "cover*", "bring*", "brought",
    ]
    static let englishBudgets: [Phrase] = ["budget", "budgets"]
    static let sameLevel: [Phrase] = [
        "同级", "本级", "same level", "corresponding level", "own level", "corresponding levels", "respective level",
    ]
    static let full: [Phrase] = ["全额", "足额", "in full", "fully", "full guarantee", "full amount"]
    static let longestChinese = 24
    static let longestEnglish = 240

    /// 额度, 编制: limits whose number stands elsewhere.
    static let chineseLimits: [Phrase] = ["额度范围内", "额度内", "限额内", "编制内", "编制范围内", "员额内", "定额内", "指标内", "计划数内"]
    static let englishLimits: [Phrase] = ["quota", "quotas", "staffing limit", "authorized size"]
    /// 部分或者全部.
    static let chineseShares: [Phrase] = ["部分或者全部", "全部或者部分", "部分或全部", "全部或部分"]
    static let englishShares: [Phrase] = [
        "part or all", "all or part", "in whole or in part", "wholly or partly", "in part or in whole",
    ]
}

/// How often. Authority: words of time as in acts; their units are those of periods.
enum FrequencyRules {
    /// Spans of time behind 每, and what they are in the results' units.
    static let chinese: [(word: Phrase, unit: String)] = [
        ("半年", "6 month"), ("季度", "3 month"), ("学期", "term"), ("学年", "school-year"), ("年度", "year"), ("年", "year"),
        ("季", "3 month"), ("个月", "month"), ("月", "month"), ("周", "7 day"), ("星期", "7 day"), ("日", "day"), ("天", "day"),
    ]
    static let chineseByTime: [(word: Phrase, unit: String)] = [
        ("按月", "month"), ("逐月", "month"), ("按季度", "3 month"), ("按年", "year"),
    ]
    static let english: [(word: Phrase, unit: String)] = [
        ("half year", "6 month"), ("half a year", "6 month"), ("six months", "6 month"), ("quarter", "3 month"),
        ("year", "year"), ("years", "year"), ("month", "month"), ("months", "month"), ("week", "7 day"), ("day", "day"),
        ("days", "day"), ("semester", "term"),
    ]
    static let englishCounts: [(word: Phrase, count: Int)] = [("once", 1), ("twice", 2), ("thrice", 3)]
    static let englishJoints: [Phrase] = ["a", "per", "each", "every", "in a", "in each", "in every"]
    static let englishAdverbs: [(word: Phrase, unit: String)] = [
        ("annually", "year"), ("semi-annually", "6 month"), ("semiannually", "6 month"), ("quarterly", "3 month"),
    ]
    static let chineseFloors: [Phrase] = ["至少", "不少于", "不得少于", "不低于"]
    static let englishFloors: [Phrase] = ["at least", "not less than", "no less than", "no fewer than"]
    static let chineseCeilings: [Phrase] = ["不超过", "不得超过", "最多", "至多"]
    static let englishCeilings: [Phrase] = ["at most", "no more than", "not more than"]
    /// 定期: often, but no interval is given.
    static let chineseRegular: [Phrase] = ["定期"]
    static let englishRegular: [Phrase] = ["regularly", "periodically", "on a regular basis", "at regular intervals"]
    /// What is done each year: 年度考核; behind 每半年 and the like, without a number, once.
    static let chineseYearly: [Phrase] = ["考核", "体检", "检查", "评估", "审核", "考评", "检验", "健康检查", "培训", "报告", "述职"]
    static let chineseDone: [Phrase] = [
        "公布", "公示", "公开", "报告", "报送", "通报", "检查", "考核", "体检", "评估", "培训", "组织", "开展", "进行", "向", "应当", "对", "召开",
    ]
    /// Before 年度: 上一年度, 本年度 is a certain year, 每年度 is read already.
    static let certainYears = "一本每该两三当同跨后前"
    /// 每人每年, 每户每月: a rate.
    static let chineseRates = "人户只台辆月年件名"
    /// Between 每年 and 一次, in characters: 每年应当至少组织辅助人员参加身体检查一次.
    static let reach = 24
}
