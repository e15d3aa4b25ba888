/// One word that states a modality.
struct ModalityRule: Sendable {
    /// The word.
    let phrase: Phrase
    /// What it states.
    let modality: Modality
    /// Characters that make another word of it when they stand before; only single words in Chinese need them.
    let notBehind: String
    /// The same behind it.
    let notBefore: String
    /// True where only texts in traditional characters use it so.
    let isTaiwan: Bool
    /// The rule at work.
    let example: String
    /// Where it comes from.
    let source: RuleSource

    init(
        _ phrase: Phrase, _ modality: Modality, notBehind: String = "", notBefore: String = "", isTaiwan: Bool = false,
        _ example: String, _ source: RuleSource
    ) {
        self.phrase = phrase
        self.modality = modality
        self.notBehind = notBehind
        self.notBefore = notBefore
        self.isTaiwan = isTaiwan
        self.example = example
        self.source = source
    }
}

/// Words of duty, power, ban and right. The longest word at a place wins.
enum ModalityRules {
    /// Chinese.
    static let chinese: [ModalityRule] = [
        ModalityRule("应当", .must, notBehind: "不", "公安机关应当建立培训制度", .draftingNorms1),
        ModalityRule(
            "应", .must, notBehind: "相适响反供对感顺回呼效不", notBefore: "聘急用对变邀届城激力纳试", "申请人应提交下列材料",
            .draftingNorms1),
        ModalityRule("必须", .must, notBefore: "的品具", "经营者必须取得许可", .draftingNorms1),
        ModalityRule("须", .must, notBehind: "必无毋", notBefore: "知臾", "须经批准", .draftingNorms1),
        ModalityRule("有义务", .must, "任何单位和个人都有义务报告火警", .draftingNorms2),
        ModalityRule("负有", .must, "负有保密义务", .draftingNorms2),
        ModalityRule("不得", .mustNot, notBefore: "不已", "任何单位不得挪用", .draftingNorms1),
        ModalityRule("禁止", .mustNot, notBehind: "被不未非", notBefore: "的性令区标", "禁止携带犬只进入公共场所", .draftingNorms1),
        ModalityRule("严禁", .mustNot, "严禁酒后上岗", .draftingNorms1),
        ModalityRule("不准", .mustNot, notBefore: "确予", "不准占用消防通道", .draftingNorms1),
        ModalityRule("不许", .mustNot, notBefore: "可", "不许转让", .draftingNorms1),
        ModalityRule("不应当", .mustNot, "不应当录用", .draftingNorms1),
        ModalityRule("不应", .mustNot, "不应使用明火", .draftingNorms1),
        ModalityRule("不可以", .mustNot, "不可以单独执法", .draftingNorms1),
        ModalityRule("可以", .may, notBehind: "不", "可以处一千元以下罚款", .draftingNorms1),
        ModalityRule(
            "可", .may, notBehind: "不许认方未尚非准", notBefore: "能靠行以见再燃降循持回追信视疑证否溶逆移销支售为", "特殊岗位可适当放宽",
            .draftingNorms1),
        ModalityRule(
            "得", .may, notBehind: "不取获所使值应难懂觉求记心赢博购值变显募", notBefore: "到出失当分奖益利票知悉力的标税罪主逞",
            isTaiwan: true, "主管機關得派員檢查", .taiwanStandardAct),
        ModalityRule("有权", .right, notBehind: "享所拥没", notBefore: "机部单处审的", "任何单位和个人有权举报", .draftingNorms2),
        ModalityRule("享有", .right, "职工享有下列权利", .draftingNorms2),
        ModalityRule("享受", .right, "按照国家有关规定享受有关待遇", .draftingNorms2),
    ]

    /// English.
    static let english: [ModalityRule] = [
        ModalityRule("shall", .must, "The organ shall establish a system", .officialEnglish),
        ModalityRule("must", .must, "A permit must be obtained", .officialEnglish),
        ModalityRule("should", .must, "public security organs should assess", .machineEnglish),
        ModalityRule("is required to", .must, "the applicant is required to submit", .officialEnglish),
        ModalityRule("are required to", .must, "applicants are required to submit", .officialEnglish),
        ModalityRule("is to be", .must, "the group is to be dissolved", .officialEnglish),
        ModalityRule("are to be", .must, "groups are to be reorganized", .officialEnglish),
        ModalityRule("is obliged to", .must, "the owner is obliged to report", .officialEnglish),
        ModalityRule("are obliged to", .must, "owners are obliged to report", .officialEnglish),
        ModalityRule("has the obligation", .must, "everyone has the obligation to report a fire", .officialEnglish),
        ModalityRule("have the obligation", .must, "citizens have the obligation to report", .officialEnglish),
        ModalityRule("it is necessary to", .must, "it is necessary to treat them in time", .machineEnglish),
        ModalityRule("may", .may, "the authority may conduct inspections", .officialEnglish),
        ModalityRule("can", .may, "can drive police cars", .machineEnglish),
        ModalityRule("is permitted to", .may, "the holder is permitted to", .officialEnglish),
        ModalityRule("are permitted to", .may, "holders are permitted to", .officialEnglish),
        ModalityRule("is allowed to", .may, "the holder is allowed to", .officialEnglish),
        ModalityRule("are allowed to", .may, "holders are allowed to", .officialEnglish),
        ModalityRule("need not", .may, "the notice need not be published", .officialEnglish),
        ModalityRule("need to be", .must, "drawings need to be certified", .officialEnglish),
        ModalityRule("needs to be", .must, "the plan needs to be approved", .officialEnglish),
        ModalityRule("shall not", .mustNot, "shall not engage in the following work", .officialEnglish),
        ModalityRule("may not", .mustNot, "may not be transferred", .officialEnglish),
        ModalityRule("must not", .mustNot, "must not be sold", .officialEnglish),
        ModalityRule("should not", .mustNot, "should not be used", .machineEnglish),
        ModalityRule("shall never", .mustNot, "shall never be used", .officialEnglish),
        ModalityRule("shall neither", .mustNot, "shall neither accept nor", .officialEnglish),
        ModalityRule("cannot", .mustNot, "a member cannot be removed", .officialEnglish),
        ModalityRule("can not", .mustNot, "the guild can not refuse the application", .machineEnglish),
        ModalityRule("can never", .mustNot, "it can never be transferred", .machineEnglish),
        ModalityRule("may never", .mustNot, "it may never be pledged", .officialEnglish),
        ModalityRule("can only", .must, "he can only join one guild", .machineEnglish),
        ModalityRule("may no longer", .mustNot, "he may no longer practise", .officialEnglish),
        ModalityRule("shall no longer", .mustNot, "he shall no longer practise", .officialEnglish),
        ModalityRule("nor shall", .mustNot, "nor shall it order", .officialEnglish),
        ModalityRule("nor may", .mustNot, "nor may it be pledged", .officialEnglish),
        ModalityRule("shall be prohibited", .mustNot, "smoking shall be prohibited", .officialEnglish),
        ModalityRule("shall be forbidden", .mustNot, "sale shall be forbidden", .officialEnglish),
        ModalityRule("shall refrain from", .mustNot, "shall refrain from", .officialEnglish),
        ModalityRule("is prohibited", .mustNot, "smoking is prohibited", .officialEnglish),
        ModalityRule("are prohibited", .mustNot, "the following acts are prohibited", .officialEnglish),
        ModalityRule("it is forbidden", .mustNot, "it is forbidden to", .officialEnglish),
        ModalityRule("is forbidden", .mustNot, "parking is forbidden", .officialEnglish),
        ModalityRule("are forbidden", .mustNot, "the following acts are forbidden", .officialEnglish),
        ModalityRule("not allowed to", .mustNot, "are not allowed to use weapons", .machineEnglish),
        ModalityRule("not permitted to", .mustNot, "are not permitted to", .officialEnglish),
        ModalityRule("have the right", .right, "citizens have the right to report", .officialEnglish),
        ModalityRule("has the right", .right, "anyone has the right to report", .officialEnglish),
        ModalityRule("shall have the right", .right, "shall have the right to report", .officialEnglish),
        ModalityRule("has the priority", .right, "the tenant has the priority to purchase", .officialEnglish),
        ModalityRule("have the priority", .right, "shareholders have the priority to buy", .officialEnglish),
        ModalityRule(
            "has the first priority", .right, "the association has the first priority to lease", .officialEnglish),
        ModalityRule("have the first priority", .right, "owners have the first priority to lease", .officialEnglish),
        ModalityRule("the right to", .right, "has, under the law, the right to report", .officialEnglish),
        ModalityRule("shall be entitled to", .right, "shall be entitled to compensation", .officialEnglish),
        ModalityRule("is entitled to", .right, "is entitled to compensation", .officialEnglish),
        ModalityRule("are entitled to", .right, "are entitled to compensation", .officialEnglish),
        ModalityRule("shall enjoy", .right, "shall enjoy the following rights", .officialEnglish),
        ModalityRule("enjoy", .right, "enjoy the following rights", .officialEnglish),
        ModalityRule("enjoys", .right, "enjoys the right to rest", .officialEnglish),
    ]

    /// English formulas with a “shall” that orders nothing: their Chinese has no word of duty.
    static let englishStatements: [Phrase] = [
        "shall come into force", "shall come into effect", "shall enter into force", "shall take effect",
        "shall become effective", "shall be effective", "shall apply to", "shall also apply", "shall mean",
        "shall refer to",
        "shall be deemed", "shall be implemented as of", "shall be implemented from", "shall be repealed",
        "shall go into effect", "shall not apply", "shall not affect", "shall not be subject to",
        "shall be enforced from", "shall be enforced as of", "shall be enforced on",
        "shall start on", "shall start from", "shall commence on", "shall commence from", "shall enter into",
        "shall be in force", "shall be applicable to", "shall be implemented on",
        "shall not be limited to", "shall not be affected by", "shall not be deemed",
        "shall be null and void", "shall be invalid", "shall be implemented at", "shall be implemented upon",
        "shall be enforced upon", "shall take force", "shall take into force", "shall become enforceable",
        "shall become operative", "shall be put into force", "shall be put into practice",
    ]

    /// Words behind a ban that make a limit of it: 不得低于, shall not exceed. A limit is ordered, not a deed forbidden.
    static let limits: [Phrase] = [
        "低于", "少于", "超过", "高于", "多于", "迟于", "早于", "大于", "小于", "逾", "短于", "长于", "exceed", "be less than",
        "be lower than", "be more than", "be higher than", "be fewer than", "be later than", "be greater than",
        "be longer than", "be shorter than", "be smaller than", "be earlier than", "in total exceed", "be over",
    ]

    /// `No unit or individual may …`, `Neither … shall`: a subject that makes a ban of a power or duty.
    static let negativeSubjects: [Phrase] = ["no", "neither", "none of", "nobody", "no one", "under no circumstances"]

    /// Lead-ins whose list is granted, ordered or banned in the last clause before the colon.
    static let rightNouns: [Phrase] = ["权利", "权益", "之权", "待遇", "right", "rights", "treatment", "benefits"]
}
