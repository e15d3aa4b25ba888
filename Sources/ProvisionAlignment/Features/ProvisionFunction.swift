import RegulationModel

/// What a provision does in an act, told by drafting words that every field of law uses.
///
/// Words of the field are left to the terms; here stand only the words a drafter uses whatever the subject is
/// (《立法技术规范（试行）（一）》 part 3 and 4; the English forms are those of official and machine translations).
struct ProvisionFunction: Sendable {
    /// What it is called when a link is explained.
    let name: String
    /// Chinese drafting words, any of which shows it.
    let chinese: [String]
    /// English drafting words in small letters, any of which shows it.
    let english: [String]

    /// All functions. Their place in the list is their number.
    static let all: [ProvisionFunction] = [
        ProvisionFunction("purpose", "为了|为进一步|为规范|为加强|制定本", "in order to|formulated|is enacted|are enacted"),
        ProvisionFunction("scope", "适用", "shall apply|apply to|applicable to"),
        ProvisionFunction(
            "definition", "是指|所称|以下简称|以下称", "refer to|refers to|referred to as|mentioned in th|means|mean "),
        ProvisionFunction("principles", "原则", "principle"),
        ProvisionFunction("competent body", "主管部门|主管机关|负责", "responsible for|in charge of|competent"),
        ProvisionFunction(
            "tasks of departments", "各自职责|职责范围内|职责分工",
            "respective responsibilities|respective duties|respective functions|their responsibilities"),
        ProvisionFunction(
            "leadership", "加强领导|的领导|组织领导|工作机制|协调机制|重大问题|发展规划",
            "strengthen their leadership|leadership over|coordination mechanism|major problems|development plan|major issues"
        ),
        ProvisionFunction("funds", "预算|经费|资金*保障|保障*资金|专项资金|资金*列入|资金*纳入", "budget|funds|funding|expenses"),
        ProvisionFunction("commendation", "表彰|奖励", "commend|reward|award"),
        ProvisionFunction("rights", "享有", "following rights|enjoy"),
        ProvisionFunction("obligations", "下列义务|履行义务", "following obligations|following duties|perform the obligations"),
        ProvisionFunction(
            "conditions", "下列条件|具备条件|符合条件|应当具备",
            "following conditions|meet the conditions|following requirements"),
        ProvisionFunction(
            "list of cases", "下列情形|情形之一", "following circumstances|following situations|following cases"),
        ProvisionFunction(
            "list of tasks", "下列工作|下列职责|以下工作|下列事项",
            "following work|following tasks|following duties|following responsibilities|following matters"),
        ProvisionFunction("procedure", "程序|步骤", "procedure|steps"),
        ProvisionFunction(
            "prohibition", "不得|禁止|严禁",
            "shall not|must not|not allowed|may not|prohibit|no unit|no organization|no individual|not be allowed"),
        ProvisionFunction("permission", "可以", " may | can "),
        ProvisionFunction("priority", "优先", "priority|preferen"),
        ProvisionFunction("assessment", "考核|考评|评估", "assess|evaluat|appraisal"),
        ProvisionFunction("setting up a system", "建立健全|制度", "establish and improve|system"),
        ProvisionFunction(
            "supervision", "监督检查|监督管理|进行监督|监督抽查|加强监督|的监督|监督机制|社会监督|监督制度", "supervis|inspect"),
        ProvisionFunction("reports and complaints", "举报|检举|控告|投诉", "report|accus|complain|inform"),
        ProvisionFunction(
            "publication", "公开|公布|公示|公告",
            "make public|publiciz|publicity|announce|publish|disclos|public notice"),
        ProvisionFunction("approval", "批准|审批|报*备案|报*审核|报*审定|报*核准", "approv|submit"),
        ProvisionFunction("recusal", "回避", "recus|avoidance|shall avoid|should avoid|must avoid|shall withdraw from"),
        ProvisionFunction("compensation", "赔偿|补偿", "compensat|indemni"),
        ProvisionFunction(
            "liability of officials", "滥用职权|玩忽职守|徇私舞弊",
            "abuse|neglect|dereliction|favoritism|malpractice|selfish ends"),
        ProvisionFunction(
            "sanction", "处分|处罚|罚款|没收|责令|违反本",
            "punish|fine|confiscat|penalt|sanction|in violation of the provisions of th|ordered to|violate the provisions"
        ),
        ProvisionFunction(
            "criminal liability", "构成犯罪|刑事责任", "crime|criminal responsibility|criminal liability"),
        ProvisionFunction("civil liability", "民事责任", "civil liability|civil responsibility"),
        ProvisionFunction(
            "application by analogy", "参照", "with reference to|by reference|mutatis|refer to the relevant"),
        ProvisionFunction(
            "delegation", "具体办法|另行制定|制定具体|实施细则|制定实施|研究制定",
            "specific measures|formulated separately|separately formulated|detailed rules|separately stipulated"),
        ProvisionFunction(
            "entry into force", "起施行|起实施|生效",
            "come into force|take effect|implemented as of|go into effect|effective as of|into effect"),
        ProvisionFunction("repeal", "同时废止|废止", "repeal|abolish|annul"),
        ProvisionFunction("protection by law", "法律保护", "protected by law"),
    ]

    private init(_ name: String, _ chinese: String, _ english: String) {
        self.name = name
        self.chinese = chinese.split(separator: "|").map(String.init)
        self.english = english.split(separator: "|").map(String.init)
    }

    /// The functions a folded text shows, as indices into `all`, in order.
    static func indices(in text: [Unicode.Scalar], language: Language) -> [Int] {
        (language == .chinese ? FunctionCues.chinese : FunctionCues.english).functions(in: text)
    }
}

/// Search for a short sequence of bytes in a long one.
enum ByteSearch {
    static func contains(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first, text.count >= pattern.count else { return false }
        for start in 0...(text.count - pattern.count) where text[start] == first {
            if text[start..<start + pattern.count].elementsEqual(pattern) { return true }
        }
        return false
    }
}
