/// A unit that stands behind a number.
struct UnitRule: Sendable {
    let kind: QuantityKind
    /// Its name in results.
    let unit: String
    /// What one of it is in the named unit.
    let factor: Int
    let chinese: [Phrase]
    let english: [Phrase]
    let example: String
    let source: RuleSource

    init(
        _ kind: QuantityKind, _ unit: String, factor: Int = 1, _ chinese: [Phrase], _ english: [Phrase],
        _ example: String, _ source: RuleSource = .measures
    ) {
        self.kind = kind
        self.unit = unit
        self.factor = factor
        self.chinese = chinese
        self.english = english
        self.example = example
        self.source = source
    }
}

/// Units of both languages. The longest word at a place wins.
enum UnitRules {
    static let all: [UnitRule] = [
        UnitRule(
            .age, "year", ["周岁", "岁"], ["years of age", "years old", "year old", "years or older"], "年满十八周岁",
            .draftingNorms2),
        UnitRule(.money, "CNY", ["元人民币", "人民币元"], ["yuan", "rmb", "renminbi"], "一千元以下"),
        UnitRule(.money, "TWD", [], ["new taiwan dollars", "new taiwan dollar", "ntd", "nt dollars"], "新臺幣三萬元"),
        UnitRule(.money, "", ["元", "圆", "块钱"], ["dollars", "dollar"], "三万元"),
        UnitRule(.multiple, "", ["倍"], ["times", "fold"], "货值五倍以下", .penaltiesAct),
        UnitRule(.percentage, "%", ["%", "％"], ["%", "percent", "per cent", "percentage"], "20%"),
        UnitRule(
            .period, "working-day", ["个工作日", "工作日"],
            [
                "working days", "working day", "work days",
                "business days", "business day",
            ], "十五个工作日内", .numberWords),
        UnitRule(.period, "day", ["日", "天", "个自然日", "自然日"], ["days", "day", "calendar days"], "三十日内", .numberWords),
        UnitRule(.period, "day", factor: 7, ["个星期", "星期", "周"], ["weeks", "week"], "两周", .numberWords),
        UnitRule(.period, "month", ["个月", "月"], ["months", "month"], "三个月内", .numberWords),
        UnitRule(.period, "month", factor: 3, ["个季度", "季度"], ["quarters"], "一个季度", .numberWords),
        UnitRule(.period, "year", ["年", "个年度", "周年"], ["years", "year"], "三年以上", .numberWords),
        UnitRule(.period, "hour", ["小时", "个小时"], ["hours", "hour"], "二十四小时内", .numberWords),
        UnitRule(.period, "minute", ["分钟"], ["minutes", "minute"], "三十分钟"),
        UnitRule(.times, "time", ["次", "回"], [], "三次以上"),
        UnitRule(.area, "m2", ["平方米", "平方公尺"], ["square meters", "square metres", "square meter", "m2"], "六十平方米"),
        UnitRule(.area, "m2", factor: 1_000_000, ["平方公里"], ["square kilometers", "square kilometres"], "二平方公里"),
        UnitRule(.area, "hectare", ["公顷"], ["hectares", "hectare"], "一公顷"),
        UnitRule(.area, "mu", ["亩"], ["mu"], "五亩"),
        UnitRule(.length, "cm", factor: 100, ["米", "公尺"], ["meters", "metres", "meter", "metre", "m"], "一百米"),
        UnitRule(.length, "cm", ["厘米", "公分"], ["centimeters", "centimetres", "cm", "centimeter"], "二十厘米"),
        UnitRule(
            .length, "cm", factor: 100_000, ["公里", "千米"], ["kilometers", "kilometres", "km", "kilometer"], "三公里"),
        UnitRule(.length, "nautical-mile", ["海里", "浬"], ["nautical miles"], "十二海里"),
        UnitRule(.weight, "kg", ["公斤", "千克"], ["kilograms", "kg", "kilogram"], "五公斤"),
        UnitRule(.weight, "ton", ["吨", "公吨", "噸"], ["tons", "tonnes", "ton", "tonne", "metric tons"], "二吨"),
        UnitRule(
            .volume, "ml", ["毫升"], ["milliliters", "millilitres", "milliliter", "millilitre", "ml", "cc"], "二百毫升"),
        UnitRule(.volume, "ml", factor: 1_000, ["公升"], ["liters", "litres", "liter", "litre"], "五公升"),
        UnitRule(.volume, "m3", ["立方米", "立方公尺"], ["cubic meters", "cubic metres", "cubic meter", "m3"], "十立方米"),
        UnitRule(.points, "point", ["分"], ["points"], "记三分", .penaltiesAct),
        UnitRule(
            .people, "person", ["人", "名", "位"],
            [
                "persons", "people", "members", "person", "employees", "member",
                "workers", "commissioners", "directors",
            ], "委员七人至十一人"),
        UnitRule(
            .count, "",
            [
                "辆", "只", "条", "台", "份", "家", "户", "处", "个", "件", "种", "级", "册", "间", "所", "张", "艘",
                "座", "匹", "头",
            ], ["copies", "vehicles", "dogs", "levels", "units", "items", "classes", "grades", "households"],
            "每户限养一只"),
    ]

    /// Words in front of a sum of money that name its currency.
    static let currencies: [(words: [Phrase], unit: String)] = [
        (["新台币", "nt$", "new taiwan dollars", "ntd", "nt dollars", "nt $", "new taiwan dollar"], "TWD"),
        (["人民币", "rmb", "cny", "¥"], "CNY"),
        (["美元", "us$", "usd"], "USD"),
        (["港币", "hk$"], "HKD"),
    ]

    /// Behind 人 and the like: another word begins, and the number before is no count (一人民警察).
    static let notPeople: [Phrase] = ["民", "员", "身", "格", "力", "事", "工"]
    /// Characters behind a unit that make another word: 一条例, 两级人民政府, 年度, 日常, 分之, 处以.
    static let notBehindUnit = "例款规分常期度别令件文书告令理罚以性"
}

/// What goes on at any time: behind 二十四小时 it is a state, and no period.
enum StateRules {
    static let chinese: [Phrase] = [
        "值班", "值守", "服务", "开通", "畅通", "保持", "不间断", "电话", "热线", "监控", "运行", "营业", "在线", "巡查", "受理", "有效",
        "应答", "响应", "开放",
    ]
    static let english: [Phrase] = [" hotline", " service", " duty", " telephone", " a day"]
    /// What follows 四周 where it is a time and no place: 四周内答复.
    static let behindWeeks: [Phrase] = ["内", "前", "后", "以上", "以内", "以下", "之内", "的期限"]
}

/// Nouns of persons that stand behind a number with words between: `two law enforcement officers`.
enum PeopleRules {
    static let english: [Phrase] = [
        "persons", "people", "members", "employees", "officers", "staff", "workers", "personnel", "police",
        "inspectors",
        "experts", "citizens", "residents", "participants", "agents", "attorneys", "appraisers", "accountants",
        "physicians", "doctors", "nurses", "engineers", "architects", "teachers", "students", "supervisors", "judges",
        "prosecutors", "auditors", "assistants", "interpreters", "drivers", "candidates", "applicants",
        "representatives",
        "scholars", "professionals", "shareholders", "owners", "delegates", "councilors", "examiners", "patients",
        "promoters", "initiators", "trustees", "men", "women", "adults", "children",
    ]
    /// Endings of nouns that name persons by their profession: dietitians, pharmacists, lawyers.
    static let endings: [Phrase] = ["ians", "ists", "yers"]
    static let stops: [Phrase] = [
        "of", "in", "to", "for", "and", "or", "from", "by", "at", "that", "which", "who", "the",
    ]
    /// Words from the number to the noun.
    static let longestName = 4
}

/// A word that says which side of a number is allowed.
struct BoundRule: Sendable {
    let bound: Bound
    /// Before the number.
    let before: [Phrase]
    /// Behind the number and its unit.
    let behind: [Phrase]
    let example: String
    let source: RuleSource
}

/// Bounds in both languages. The longest word at a place wins.
enum BoundRules {
    static let chinese: [BoundRule] = [
        BoundRule(
            bound: .atLeast,
            before: [
                "不少于", "不得少于", "不低于", "不得低于", "至少", "最低", "最少", "年满", "已满", "满", "应满", "达到", "达",
                "不短于", "不得短于", "不早于", "不小于", "起点为", "未少于", "不得小于",
            ],
            behind: ["以上", "及以上", "(含)以上", "（含）以上", "（含本数）以上", "或以上"], example: "不少于三人; 三人以上",
            source: .numberWords),
        BoundRule(
            bound: .moreThan, before: ["超过", "多于", "高于", "大于", "逾", "超出", "长于", "已逾", "超"], behind: ["以外"],
            example: "超过三十日", source: .numberWords),
        BoundRule(
            bound: .atMost,
            before: [
                "不超过", "不得超过", "不高于", "不得高于", "不多于", "不得多于", "最高", "最多", "至多", "最长", "最迟",
                "不得逾", "不逾", "不大于", "不得大于", "以不超过", "不长于", "不得长于", "不迟于", "上限为", "限", "未超过", "最长不超过",
                "最长不得超过", "最高不超过", "最高不得超过", "限养", "至迟于", "未逾", "累计不得超过",
                "延长至", "延长到", "延至", "放宽至", "放宽到", "可放宽至", "提高至",
            ],
            behind: ["以下", "及以下", "以内", "之内", "内", "范围内", "范围以内", "(含)以下", "（含）以下", "为限", "或以下"],
            example: "不超过五年; 五年以下",
            source: .numberWords),
        BoundRule(
            bound: .lessThan, before: ["不满", "未满", "不足", "低于", "少于", "未达", "小于", "短于", "不到"], behind: [],
            example: "不满十四周岁", source: .numberWords),
    ]

    static let english: [BoundRule] = [
        BoundRule(
            bound: .atLeast,
            before: [
                "not less than", "no less than", "at least", "a minimum of", "not lower than", "no lower than",
                "minimum of", "not fewer than", "no fewer than", "be less than", "be fewer than", "be lower than",
                "not be less than", "not be lower than", "not be fewer than", "attained", "attained the age of",
                "reached the age of", "reach the age of", "not under", "no earlier than", "not below",
                "no shorter than",
                "reached", "minimum", "not be shorter than", "full",
            ],
            behind: [
                "or more", "or above", "and above", "or over", "or older", "and over", "or longer", "or higher",
                "at least",
                "or greater", "and older",
            ],
            example: "not less than three persons; three or more", source: .officialEnglish),
        BoundRule(
            bound: .moreThan,
            before: [
                "more than", "over", "exceeding", "in excess of", "above", "exceeds", "exceed", "greater than",
                "beyond", "higher than", "longer than", "exceeded", "surpassing", "older than", "larger than",
            ],
            behind: [], example: "more than 30 days", source: .officialEnglish),
        BoundRule(
            bound: .atMost,
            before: [
                "not more than", "no more than", "not exceeding", "not exceed", "up to", "within", "at most",
                "a maximum of", "maximum of", "not to exceed", "no later than", "not later than", "not over",
                "no longer than",
                "not longer than", "not be more than", "not higher than", "no higher than", "not be longer than",
                "not greater than",
                "not in excess of", "not be over", "never exceed", "not be higher than", "maximum", "not be later than",
                "does not exceed", "do not exceed", "limited to", "not above", "not be greater than", "not surpass",
                "not beyond",
            ],
            behind: [
                "or less", "or below", "or under", "or fewer", "and below", "or shorter", "or lower", "at most",
                "or lesser",
            ],
            example: "not more than five years", source: .officialEnglish),
        BoundRule(
            bound: .lessThan,
            before: [
                "less than", "under", "below", "fewer than", "lower than", "shorter than", "younger than",
                "not reached", "not attained", "not yet reached", "smaller than", "not exceeding less than",
            ],
            behind: [], example: "under 14 years of age", source: .officialEnglish),
    ]

    /// Words between a bound and its number that say nothing of the side allowed.
    static let englishFillers: [Phrase] = [
        "the age of", "age", "a period of", "a total of", "an amount of", "a fine of", "the", "a", "total", "nt$",
        "new taiwan dollars",
        "rmb", "ntd", "approximately", "about", "us$", "the value of", "an additional", "another", "consecutive",
        "full",
    ]
    static let chineseFillers: [Phrase] = [
        "新台币", "人民币", "年龄", "为", "的", "每人", "每年", "每次", "连续", "第", "累计", "其",
        // 至少保存四年, 至少配备一名.
        "有", "保存", "保留", "配备", "设置", "安排", "提前", "设立", "建设",
    ]
}

/// A unit of time that is halved.
struct HalfPeriodRule: Sendable {
    let unit: String
    /// How many of the unit the whole is: 12 months of 半年.
    let whole: Int
    let chinese: [Phrase]
    let english: [Phrase]
    /// Behind a number: 一年半, `one and a half years`.
    let chineseBehind: [Phrase]
    let englishBehind: [Phrase]
    let example: String
    let source: RuleSource
}

/// Halves of units of time in both languages.
enum HalfPeriodRules {
    static let all: [HalfPeriodRule] = [
        HalfPeriodRule(
            unit: "month", whole: 12, chinese: ["半年"], english: ["half a year", "half year", "half-year"],
            chineseBehind: ["年半"], englishBehind: [" and a half years"], example: "半年以上; 一年半", source: .measures),
        HalfPeriodRule(
            unit: "month", whole: 1, chinese: ["半个月", "半月"], english: ["half a month"],
            chineseBehind: ["个半月"], englishBehind: [" and a half months"], example: "半个月内", source: .measures),
        HalfPeriodRule(
            unit: "day", whole: 1, chinese: ["半天", "半日"], english: ["half a day"], chineseBehind: ["天半"],
            englishBehind: [" and a half days"], example: "半天以上", source: .measures),
        HalfPeriodRule(
            unit: "minute", whole: 60, chinese: ["半小时", "半个小时"], english: ["half an hour"],
            chineseBehind: ["个半小时"], englishBehind: [" and a half hours"], example: "半小时内", source: .measures),
    ]
}
