import RegulationModel

/// A level of government, or a relation to the level one stands on.
package enum GovernmentLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    case state, province, city, county, township
    case provinceAndAbove = "province-and-above", cityAndAbove = "city-and-above", countyAndAbove = "county-and-above"
    /// 同级, 本级
    case same
    /// 上一级
    case nextHigher = "next-higher"
    /// 各级
    case every

    package static func < (a: GovernmentLevel, b: GovernmentLevel) -> Bool { a.rawValue < b.rawValue }
}

/// Words for a level.
struct LevelRule: Sendable {
    let level: GovernmentLevel
    /// Directly before an organ or the word 规定, with other levels between.
    let chinese: [Phrase]
    /// Anywhere before or behind an organ.
    let english: [Phrase]
    /// In “provisions of the state and the province”.
    let englishRules: [Phrase]
    let example: String
    let source: RuleSource

    init(
        _ level: GovernmentLevel, _ chinese: [Phrase], _ english: [Phrase], rules: [Phrase] = [], _ example: String
    ) {
        self.level = level
        self.chinese = chinese
        self.english = english
        self.englishRules = rules
        self.example = example
        self.source = .organicAct
    }
}

/// Levels of government in both languages.
enum LevelRules {
    static let all: [LevelRule] = [
        LevelRule(
            .state, ["国家", "国务院", "中央", "全国"], ["state council"], rules: ["state", "national", "country"], "国务院公安部门"),
        LevelRule(
            .provinceAndAbove, ["省级以上", "省以上"], ["at or above the provincial level", "above the provincial level"],
            "省级以上人民政府"),
        LevelRule(
            .province, ["省级", "本省", "全省", "省", "自治区", "直辖市", "本自治区"],
            ["provincial", "of the province", "autonomous region"],
            rules: ["province", "provincial", "autonomous region"],
            "省人民政府"),
        LevelRule(
            .cityAndAbove, ["设区的市级以上", "市级以上", "设区市以上", "设区的市以上", "市以上"],
            [
                "at or above the municipal level", "at or above the level of cities divided into districts",
                "above the municipal level",
            ],
            "设区的市级以上人民政府"),
        LevelRule(
            .city, ["设区的市", "市级", "本市", "全市", "市", "设区市", "自治州", "州", "特区", "经济特区", "本特区"],
            ["municipal", "of the city", "of the municipality"],
            rules: ["city", "municipality", "municipal", "special zone"], "市公安局"),
        LevelRule(
            .countyAndAbove, ["县级以上", "县以上", "县级及以上", "区县级以上", "县（区）级以上", "县(市、区)以上", "区县以上"],
            [
                "at or above the county level", "above the county level", "at and above the county level",
                "county level or above", "county level and above", "at or above county level", "above county level",
            ],
            "县级以上人民政府"),
        LevelRule(
            .county,
            [
                "县级", "本县", "县", "区县", "区", "县区", "市辖区", "区县（市）", "县（市）", "县（市、区）", "县（区、市）", "县（区）", "区（县）",
                "区（市）", "区（县、市）", "区（市、县）", "县（市）区", "自治县", "旗",
            ],
            ["county", "counties", "district", "districts", "county-level"],
            rules: ["county", "district"], "县（区）人民政府"),
        LevelRule(
            .township, ["乡镇", "乡", "镇", "街道", "镇乡"], ["township", "townships", "subdistrict", "sub-district"], "乡镇人民政府"),
        LevelRule(
            .same, ["同级", "本级"],
            [
                "at the same level", "at the corresponding level", "of the same level",
                "at their own level", "at the corresponding levels",
            ], "同级财政部门"),
        LevelRule(
            .nextHigher, ["上一级", "上级"], ["at the next higher level", "at a higher level", "next higher level"],
            "上一级公安机关"),
        LevelRule(.every, ["各级"], ["at all levels", "at various levels", "at each level"], "各级人民政府"),
    ]

    /// Organs: levels directly before one of these are levels of those who act.
    static let chineseOrgans: [Phrase] = [
        "人民政府", "政府", "公安机关", "主管部门", "行政部门", "部门", "公安局", "机关", "主管机关", "人民法院", "人民检察院", "公安厅",
        "委员会", "公安部门", "人民代表大会", "人民代表大会常务委员会", "消防救援机构", "机构", "监督机构", "管理部门", "财政", "办事处",
    ]
    /// Between a level and an organ: another noun that the level belongs to (乡镇卫生院和社区卫生服务机构, 国务院规定的机构).
    static let chineseEstablishments: [Phrase] = ["卫生院", "医院", "学校", "企业", "中心", "事业单位", "规定", "批准"]
    /// Levels of one letter, which tell of a level only beside another one: 市、区卫生健康部门.
    static let chineseCompounds: [Phrase] = ["市、区", "市和区", "市、县", "市和县", "省、市", "省和市"]
    /// Behind an organ that only describes a noun.
    static let chineseAttributes: [Phrase] = [
        "规定的", "制定的", "颁发的", "印制的", "统一印制", "确定的", "公布的", "批准的", "认定的", "核发的", "发布的", "委托的", "授权的", "制定并", "统一制作",
        "统一规定", "统一制定",
    ]
    /// What may stand between a level and its organ.
    static let chineseJoints: [Phrase] = [
        "、", "（", "）", "(", ")", "和", "或", "或者", "以及", "及", "与", "地方", "人民政府", "政府", "有关", "相关", "的", "人民代表大会",
        "所在地", "当地", "其他", "级",
    ]
    /// What may stand between a level and 规定.
    static let chineseRuleJoints: [Phrase] = [
        "、", "和", "或者", "或", "以及", "及", "与", "有关", "相关", "的", "其他", "现行", "法律", "法规",
        "本条例", "本办法", "以及本条例",
    ]
    static let chineseRules: [Phrase] = ["规定"]
    static let englishRuleNouns: [Phrase] = [
        "provisions", "regulations", "rules", "requirements", "stipulations", "stipulated", "prescribed", "provided",
        "specified",
    ]
    /// Territory of the act itself.
    static let ownTerritories: [(phrase: Phrase, level: GovernmentLevel)] = [
        ("本省", .province), ("全省", .province), ("本自治区", .province), ("本市", .city), ("全市", .city), ("本县", .county),
        ("本区", .county), ("本州", .city), ("本特区", .city), ("this province", .province), ("the whole province", .province),
        ("this city", .city), ("this municipality", .city), ("the whole city", .city), ("this county", .county),
        ("this autonomous region", .province), ("the province", .province), ("this special zone", .city),
    ]
    /// True for 本省, 全市 and the like: they name the territory, whoever acts.
    static func isOwnTerritory(_ phrase: Phrase) -> Bool {
        ownTerritories.contains { $0.phrase == phrase } || phrase == "国家" || phrase == "全国"
    }

    /// The longest name of a place before 省 or 市 in a reference: 黑龙江省, 呼和浩特市.
    static let longestPlace = 4
}
