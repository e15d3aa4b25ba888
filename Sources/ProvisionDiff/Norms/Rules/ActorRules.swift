/// Nouns of those who act.
enum ActorRules {
    /// A phrase ends with one of these; general words of law for bodies and persons.
    static let chinese: [Phrase] = [
        "人民政府", "政府", "机关", "部门", "机构", "委员会", "公安局", "办公室", "人民法院", "人民检察院", "单位", "企业", "组织",
        "个人", "公民", "人员", "经营者", "申请人", "当事人", "负责人", "驾驶人", "所有人", "使用人", "管理人", "法人", "学校", "医院",
        "协会", "居民", "业主", "劳动者", "用人单位", "行政院", "内政部", "主管机关", "公司", "权利人", "代表人", "义务人", "媒体",
        "会同", "消费者", "办事处", "纳税人", "厂", "中心", "站",
    ]
    /// The same in English, singular and plural.
    static let english: [Phrase] = [
        "government", "governments", "organ", "organs", "department", "departments", "authority", "authorities",
        "bureau",
        "committee", "commission", "agency", "agencies", "institution", "institutions", "unit", "units", "enterprise",
        "enterprises", "organization", "organizations", "individual", "individuals", "citizen", "citizens", "person",
        "persons",
        "personnel", "operator", "operators", "applicant", "applicants", "party", "parties", "owner", "owners",
        "officers",
        "court", "courts", "procuratorate", "company", "companies", "school", "schools", "hospital", "employer",
        "employers",
        "employee", "employees", "ministry", "council", "council's", "offices", "office", "media", "police", "holder",
        "driver",
    ]
    /// Public bodies among them. Authority: 地方组织法, 立法法.
    static let chineseBodies: [Phrase] = [
        "人民政府", "政府", "机关", "部门", "机构", "委员会", "公安局", "办公室", "人民法院", "人民检察院", "负责人", "行政院", "内政部", "局", "厅",
        "办事处",
    ]
    static let englishBodies: [Phrase] = [
        "government", "governments", "organ", "organs", "department", "departments", "authority", "authorities",
        "bureau",
        "committee", "commission", "agency", "agencies", "court", "courts", "procuratorate", "ministry", "council",
    ]
    /// Verbs and prepositions behind the noun of an agent.
    static let chineseAgentVerbs: [Phrase] = [
        "履行", "就", "为", "向", "对", "将", "负责", "承担", "提供", "给予", "予以", "在", "按", "依", "组织", "报", "处", "采取", "报请", "根据",
        "确定",
        "进行", "牵头", "发布", "公布", "批准", "审核", "审批", "协助", "督促", "指定", "做好", "建立",
    ]
    /// Words that open an adverbial and no name.
    static let chineseAdverbials: [Phrase] = [
        "不", "未", "对", "因", "在", "经", "为", "按", "依", "自", "将", "把", "向", "从", "与", "被", "凡", "如", "除", "当", "根据",
    ]
    /// Names that begin like one.
    static let chineseNames: [Phrase] = [
        "经营", "经办", "经济", "自然人", "自治", "未成年", "从业", "在校", "在职", "被监护", "不动产", "自来水", "依法设立", "当事人", "当地", "对外", "与会",
        "经纪", "向导", "经信", "自然资源", "经理",
    ]
    /// By whom: 由……, by ….
    static let chineseAgent: Phrase = "由"
    static let englishAgents: [Phrase] = ["by the", "by their", "by its", "by such", "by local", "by relevant"]
    /// Verbs that make a clause of what stands between two commas.
    static let englishVerbs: Set<String> = [
        "shall", "should", "may", "must", "is", "are", "be", "was", "were", "can", "will", "has", "have", "do", "does",
    ]
    /// First words of clauses that are no name in a list.
    static let englishClauseHeads = [
        "if", "when", "where", "in", "after", "before", "for", "according", "under", "with", "whoever", "where",
        "unless",
        "except", "to", "upon", "during", "by", "on", "and", "or", "but", "as", "at",
    ]
    /// Persons whose part nobody else plays: one of them as the subject on one side only is another actor.
    /// Examples: the applicants shall …; 申请人应当…….
    static let roles: [(english: [Phrase], chinese: [Phrase])] = [
        (["applicant", "applicants"], ["申请", "应聘", "报考", "报名人", "声请"]),
        (["employer", "employers"], ["用人单位", "雇主", "雇佣"]),
        (["owner", "owners"], ["所有", "业主", "产权", "车主"]),
        (["operator", "operators"], ["经营", "业者", "操作"]),
        (["driver", "drivers"], ["驾驶", "司机"]),
    ]
    /// Characters in front of which an actor's phrase begins.
    static let chineseStops = "，。；：、由对向经会同与和或及为应在将被把使其即者"
}
