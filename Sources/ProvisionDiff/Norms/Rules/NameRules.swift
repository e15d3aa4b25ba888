/// A level of schooling.
struct EducationRule: Sendable {
    let name: String
    /// Order of the levels, from the lowest.
    let rank: Int
    let chinese: [Phrase]
    let english: [Phrase]
    let example: String
    let source: RuleSource

    init(_ name: String, _ rank: Int, _ chinese: [Phrase], _ english: [Phrase], _ example: String) {
        self.name = name
        self.rank = rank
        self.chinese = chinese
        self.english = english
        self.example = example
        self.source = .educationAct
    }
}

/// Levels of schooling in both languages. The longest word at a place wins.
enum EducationRules {
    static let all: [EducationRule] = [
        EducationRule("primary-school", 1, ["小学"], ["primary school", "elementary school"], "小学毕业"),
        EducationRule(
            "junior-high-school", 2, ["初中", "初级中学", "国民中学"],
            ["junior high school", "junior middle school"], "初中以上文化程度"),
        EducationRule(
            "high-school", 3, ["高中", "高级中学", "高中阶段", "中专", "高级中等"],
            ["high school", "senior high school", "senior middle school", "secondary vocational", "senior secondary"],
            "高中以上文化程度"),
        EducationRule(
            "junior-college", 4, ["大专", "大学专科", "专科"], ["junior college", "associate degree", "college"],
            "大专以上学历"),
        EducationRule("bachelor", 5, ["大学本科", "本科", "学士"], ["bachelor", "bachelor's", "undergraduate"], "本科以上学历"),
        EducationRule("master", 6, ["硕士", "研究生"], ["master's", "master degree", "postgraduate"], "硕士学位"),
        EducationRule("doctor", 7, ["博士"], ["doctoral degree", "doctorate", "doctor's degree"], "博士学位"),
    ]

    /// One of these stands near, or the word names a school only.
    static let chineseSigns: [Phrase] = ["学历", "文化程度", "学位", "以上程度", "毕业", "以上教育", "学力"]
    static let englishSigns: [Phrase] = [
        "education", "degree", "diploma", "graduate", "graduated", "or above", "graduation",
    ]
    /// Distance of the sign behind the word, in characters; the longest seen is 具有大专以上国民教育学历.
    static let reach = 14
    static let englishReach = 40
}

/// A measure that stands in for a number where a limit is given by comparison.
struct MeasureRule: Sendable {
    let name: String
    let chinese: [Phrase]
    let english: [Phrase]
    let example: String
    let source: RuleSource

    init(_ name: String, _ chinese: [Phrase], _ english: [Phrase], _ example: String) {
        self.name = name
        self.chinese = chinese
        self.english = english
        self.example = example
        self.source = .draftingNorms2
    }
}

/// Measures and what narrows them, in both languages.
enum MeasureRules {
    /// What is compared: the first found behind the bound, or in the clause, names the measure.
    static let measures: [MeasureRule] = [
        MeasureRule("minimum-wage", ["最低工资"], ["minimum wage"], "不得低于当地最低工资标准"),
        MeasureRule(
            "wage", ["工资", "薪酬", "薪资", "收入"], ["wage", "wages", "salary", "salaries", "remuneration", "income"],
            "不低于当地平均工资"),
        MeasureRule("living-standard", ["生活保障", "生活水平", "生活费"], ["living standard", "subsistence"], "不低于最低生活保障标准"),
        MeasureRule("price", ["市场价", "成本价", "价格"], ["price", "market price", "cost"], "不得低于成本价"),
        MeasureRule(
            "standard", ["国家标准", "行业标准", "地方标准", "标准"], ["national standard", "standard", "standards"],
            "不得低于国家标准"),
        MeasureRule("growth", ["增长幅度", "增长速度", "增幅"], ["growth rate", "rate of growth"], "不低于经常性收入增长幅度"),
        MeasureRule("number", ["总数", "人数", "总人数", "数量"], ["total number", "number"], "不得超过民警总数"),
        MeasureRule("area", ["面积"], ["area"], "不得小于原面积"),
        MeasureRule("proportion", ["比例"], ["proportion", "ratio"], "不低于规定比例"),
    ]
    /// What narrows it.
    static let narrowings: [MeasureRule] = [
        MeasureRule("average", ["平均"], ["average"], "平均工资"),
        MeasureRule(
            "previous-year", ["上年度", "上一年度", "上年", "前一年"],
            ["previous year", "last year", "preceding year", "prior year"], "上年度平均工资"),
        MeasureRule("local", ["当地", "本地", "所在地"], ["local", "locality"], "当地平均工资"),
        MeasureRule("same-level", ["同级", "本级"], ["same level", "corresponding level"], "同级"),
    ]
    /// Bounds that may stand in front of a measure.
    static let chineseBounds: [(phrase: Phrase, bound: Bound)] = [
        ("不低于", .atLeast), ("不得低于", .atLeast), ("不少于", .atLeast), ("不得少于", .atLeast), ("不得超过", .atMost),
        ("不超过", .atMost),
        ("不得高于", .atMost), ("不高于", .atMost), ("不得小于", .atLeast), ("不小于", .atLeast),
    ]
    static let englishBounds: [(phrase: Phrase, bound: Bound)] = [
        ("not lower than", .atLeast), ("not be lower than", .atLeast), ("not less than", .atLeast),
        ("not be less than", .atLeast),
        ("not exceed", .atMost), ("not be higher than", .atMost), ("not be more than", .atMost),
        ("no less than", .atLeast),
        ("not higher than", .atMost), ("not more than", .atMost), ("no lower than", .atLeast),
    ]
}

/// The order of the levels of schooling.
package enum EducationLevels {
    /// Place of a level by its name in normalised values, from the lowest; nil for other names.
    package static func rank(of name: String) -> Int? { EducationRules.all.first { $0.name == name }?.rank }
}
