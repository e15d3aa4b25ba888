/// A form of sentence that does something else than ordering: purpose, definition, delegation.
struct FunctionRule: Sendable {
    /// What the sentence does.
    let modality: Modality
    /// All of these stand in the sentence, in this order; of each group one word is enough.
    let words: [[Phrase]]
    /// None of these does.
    let without: [Phrase]
    /// Characters that may stand between one group's word and the next one's; nil for any number.
    let longestGap: Int?
    /// True where a word of duty, power or ban in the sentence outranks it.
    let yields: Bool
    /// The rule at work.
    let example: String
    /// Where it comes from.
    let source: RuleSource

    init(
        _ modality: Modality, _ words: [[Phrase]], without: [Phrase] = [], longestGap: Int? = nil,
        yields: Bool = false, _ example: String, _ source: RuleSource
    ) {
        self.modality = modality
        self.words = words
        self.without = without
        self.longestGap = longestGap
        self.yields = yields
        self.example = example
        self.source = source
    }
}

/// Forms of purpose, definition and delegation in both languages.
enum FunctionRules {
    /// Nouns an act calls itself by.
    static let ownNames: [Phrase] = [
        "本条例", "本办法", "本规定", "本规则", "本细则", "本法", "本管理办法", "本实施办法", "本决定", "本标准", "本准则", "本通则",
        "本规程", "these regulations", "these measures", "these provisions", "these rules", "this act", "this law",
        "the act", "this ordinance", "this regulation", "these standards", "these directions", "these guidelines",
        "this code", "the regulations", "the measures", "these detailed rules", "these procedures", "these methods",
        "this statute", "the directions", "these principles", "the rules", "the procedures", "these interim measures",
        "this decision",
    ]

    static let chinese: [FunctionRule] = [
        FunctionRule(
            .purpose, [["为"], ["制定", "特制定", "制订", "订定", "特设"], ownNames], "为了加强管理，制定本办法",
            .draftingNorms1),
        FunctionRule(
            .purpose, [["本"], ["依"], ["订定。", "订定之。", "制定。", "制定之。"]], without: ["应当", "可以", "不得", "由"],
            "本辦法依商港法第十條第二項規定訂定。", .taiwanStandardAct),
        FunctionRule(
            .purpose, [["制定本", "特制定本", "订定之。", "订定之；"]], without: ["应当", "可以", "不得"],
            "根据有关法律，结合本市实际，制定本规定", .draftingNorms1),
        FunctionRule(
            .definition, [["所称", "所谓"], ["是指", "系指", "，指", "包括", "谓", "为"]],
            without: ["应当", "可以", "不得"], "本条例所称物业管理，是指……", .draftingNorms1),
        // 以下简称 only shortens a name.
        FunctionRule(
            .definition, [["称"], ["是指", "系指", "，指", "谓"]], without: ["应当", "可以", "不得", "简称"],
            "本法称定型化契约者，谓……", .taiwanStandardAct),
        FunctionRule(.definition, [["用词", "用语", "术语"], ["定义", "含义", "意义"]], "本法用词，定義如下", .taiwanStandardAct),
        FunctionRule(.definition, [["是指", "系指"]], without: ["应当", "可以", "不得", "处"], "养犬人是指……", .draftingNorms1),
        FunctionRule(
            .definition, [["，指"]],
            without: ["应当", "可以", "不得", "，指定", "，指派", "，指导", "，指示", "，指挥", "，指明", "，指出", "，指引", "，指使"],
            "前項荷重試驗，指……", .taiwanStandardAct),
        FunctionRule(
            .delegation,
            [
                [
                    "办法", "标准", "细则", "规定", "准则", "程序", "范围", "目录", "规则", "事项", "条件", "方案", "方法",
                    "名录", "期限", "格式", "费率", "数额", "金额", "日期", "规程", "项目", "措施",
                ],
                ["由"], ["制定", "另行规定", "规定", "订定", "定之", "另定", "确定", "公布", "拟订", "另行制定"],
            ],
            without: ["罚款", "报批"], "具体办法由省人民政府另行制定", .legislationAct),
        FunctionRule(
            .sanction, [["依照", "依据", "按照"], ["》处罚", "规定处罚"]], without: ["应当", "可以", "不得"],
            "由公安机关依照《……法》的规定处罚", .draftingNorms1),
        FunctionRule(.delegation, [["由"], ["定之", "另定之", "订定之", "公告之"]], "施行日期由行政院定之", .taiwanStandardAct),
        FunctionRule(
            .delegation, [["另行制定", "另行规定", "另定之", "以法律定之"]], without: ["罚款"], "具体办法另行制定",
            .legislationAct),
        FunctionRule(.delegation, [["从其规定", "依其规定", "适用其规定"]], "法律、行政法规另有规定的，从其规定", .draftingNorms1),
        FunctionRule(
            .delegation, [["参照", "准用"], ownNames + ["有关规定", "之规定", "规定"], ["执行", "办理", "施行", "实施"]],
            "其他场所参照本办法执行", .legislationAct),
        FunctionRule(
            .delegation, [["适用", "依照", "按照", "依"], ["规定执行", "的规定办理", "之规定"]],
            without: ["应当", "可以", "不得", "罚款", "不适用"], yields: true, "按照国家有关规定执行", .draftingNorms1),
        FunctionRule(.delegation, [["准用"]], without: ["不得"], "第三條之規定，於前項情形準用之", .taiwanStandardAct),
    ]

    static let english: [FunctionRule] = [
        FunctionRule(
            .purpose,
            [
                ownNames,
                [
                    "formulated", "enacted", "adopted", "stipulated", "prescribed", "established",
                    "made", "set forth", "determined", "promulgated",
                ],
                [
                    "to", "in order to", "for the purpose", "for purposes", "in accordance with", "according to",
                    "pursuant to", "based on", "under", "for",
                ],
            ], without: ["by the competent authority", "mentioned in", "referred to in"],
            "These Regulations are formulated in order to", .officialEnglish),
        FunctionRule(
            .purpose,
            [
                ["in order to", "for the purpose of", "with a view to", "to"], ownNames,
                ["formulated", "enacted", "adopted", "hereby enacted", "specially enacted"],
            ],
            "In order to …, these Measures are formulated", .officialEnglish),
        FunctionRule(
            .purpose,
            [
                [
                    "the standards", "the standard", "this standard", "this set of", "the regulation", "regulations",
                    "this procedure", "this approach", "the ordinance", "the statute", "the guidelines",
                    "the principles", "this directive", "this charter", "this regulation", "these enforcement rules",
                    "the present act", "these articles", "the guideline",
                ],
                ["is", "are", "was", "were", "has been", "have been"],
                [
                    "formulated", "enacted", "adopted", "stipulated", "prescribed", "established", "made",
                    "set forth", "determined",
                    "promulgated", "developed", "drafted", "hereby enacted", "laid down", "instituted",
                ],
                ["in accordance with", "according to", "pursuant to", "in order to", "based on", "under"],
            ], without: ["shall", "may", "must", "which", "that", "who", "by the competent authority"],
            longestGap: 16, "This set of Standards is formulated in accordance with", .officialEnglish),
        FunctionRule(
            .purpose,
            [
                ["this act", "this law", "these regulations", "these measures", "this ordinance", "this code"],
                ["aims to", "aim to", "is intended to", "are intended to"],
            ], without: ["shall", "may", "must"], longestGap: 2, "This Act aims to enhance foreign relations",
            .officialEnglish),
        FunctionRule(
            .purpose,
            [
                [
                    "establishes", "enacts", "formulates", "prescribes", "promulgates", "sets forth", "adopts",
                    "enacted", "established", "formulated",
                ],
                ["regulations", "regulation", "rules", "measures", "directions", "guidelines", "standards"],
                ["in accordance with", "according to", "pursuant to", "in order to"],
            ], without: ["shall", "may", "must"], "The Museum hereby establishes these Regulations pursuant to …",
            .officialEnglish),
        FunctionRule(
            .definition,
            [
                [
                    "specified in", "provided in", "prescribed in", "set forth in", "set out in", "stipulated in",
                    "stated in",
                ],
                ["refer to", "mean"],
            ], without: ["fine", "by means", "means of"], longestGap: 60,
            "Documents specified in Article 3 refer to any of the following", .officialEnglish),
        FunctionRule(
            .definition,
            [
                [
                    "referred to in", "mentioned in", "as used in", "used in", "for the purposes of",
                    "for purposes of", "as mentioned in", "the term", "the terms",
                ],
                [
                    "refer to", "refers to", "mean", "means", "shall mean", "shall refer to", "include", "includes",
                    "defined",
                    "as follows", "shall include",
                ],
            ], "police auxiliaries mentioned in these Measures refer to",
            .officialEnglish),
        FunctionRule(
            .definition,
            [
                [
                    "referred to in", "mentioned in", "as used in", "used in", "for the purposes of",
                    "for purposes of", "the term", "the terms",
                ], ["is", "are"],
            ], yields: true, "The documents mentioned above are testimonials",
            .officialEnglish),
        FunctionRule(
            .definition,
            [
                ["terms", "term", "words"],
                [
                    "defined as follows", "are defined", "is defined",
                    "definitions", "meanings", "meaning",
                ],
            ], "The terms used in this Act are defined as follows", .officialEnglish),
        FunctionRule(
            .definition,
            [["refers to", "means", "shall mean"]],
            without: [
                "fine", "by means", "means of", "hereinafter refers to", "hereafter refers to", "other means",
                "improper means", "any means", "illegal means", "unlawful means", "fraudulent means", "unfair means",
            ],
            "The owner refers to", .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "measures", "standards", "rules", "regulations", "method", "methods", "procedures",
                    "scope", "items", "criteria", "provisions", "directions", "qualifications", "conditions",
                    "standard",
                    "matters", "procedure", "measure", "guidelines", "format", "fees", "date", "details", "plan",
                    "amount",
                    "directives", "requirements", "catalogue", "rates", "manner", "period",
                ],
                ["shall be", "will be", "are to be", "shall all be"],
                [
                    "formulated", "prescribed", "stipulated", "determined", "established", "enacted", "set", "drafted",
                    "made",
                    "promulgated", "specified", "decided", "defined", "provided", "drawn", "announced", "laid",
                ],
                ["by", "separately"],
            ],
            without: ["in accordance with the standards", "fine"], "The specific measures shall be formulated by",
            .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "shall prescribe", "shall formulate", "shall make", "shall stipulate", "shall promulgate",
                    "shall enact", "shall set forth", "shall draft", "shall separately prescribe", "shall establish",
                    "shall separately formulate", "shall determine", "shall issue", "shall lay down",
                ],
                [
                    "regulations", "rules", "measures", "directions", "guidelines", "directives", "detailed rules",
                    "enforcement rules", "specific measures", "format", "formats", "forms",
                ],
                ["of", "for", "on", "governing", "regarding", "concerning", "thereof", "in respect", "to", "relating"],
            ], longestGap: 24, "The competent authority shall prescribe the regulations governing …", .officialEnglish),
        FunctionRule(
            .delegation,
            [
                ["authority", "authorities", "ministry", "executive yuan", "council", "commission"],
                [
                    "shall establish", "shall prescribe", "shall determine", "shall stipulate", "shall set",
                    "shall define", "shall announce", "shall officially announce", "shall publicly announce",
                    "shall jointly set", "shall jointly prescribe", "shall jointly determine",
                ],
                [
                    "standards", "criteria", "categories", "procedures", "qualifications", "format", "formats",
                    "types", "scope", "items", "rates", "date", "fees", "amount", "amounts", "limits",
                ],
                ["of", "for", "governing", "regarding", "concerning", "on", "to", "and"],
            ], longestGap: 24, "The competent authority shall establish the certification standards of",
            .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "shall be stipulated", "shall be prescribed", "shall be specified", "shall be provided",
                    "shall be determined", "shall be set forth", "shall be laid down", "shall be enacted",
                ], ["in a separate", "by a separate", "in separate", "separately"],
            ], longestGap: 12, "Ranks shall be stipulated in a separate staffing chart", .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "shall be handled", "shall be governed", "is governed", "are governed", "shall be regulated",
                    "is regulated", "are regulated", "shall be dealt with", "shall be processed",
                ], ["in accordance with", "according to", "pursuant to", "by"],
                ["act", "law", "laws", "regulations", "provisions", "statute", "code", "rules"],
            ], without: ["fine", "punish*"], longestGap: 60, "is regulated by the Act on …", .officialEnglish),
        FunctionRule(
            .delegation, [["is regulated by the", "are regulated by the", "shall be regulated by the"]],
            without: ["fine"],
            "The changing time is regulated by the Ministry", .officialEnglish),
        FunctionRule(
            .sanction,
            [
                ["punishment", "punishments", "penalty", "penalties", "sentence"],
                [
                    "shall be increased", "shall be aggravated", "shall be reduced", "may be increased",
                    "may be reduced", "shall be mitigated", "may be mitigated", "shall be exempted",
                    "may be exempted",
                ],
            ], longestGap: 60, "the punishment shall be increased by one half", .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "those provisions shall prevail", "such provisions shall prevail",
                    "shall prevail", "such provisions shall apply", "those provisions shall apply", "shall govern",
                ]
            ],
            "Where other laws provide otherwise, those provisions shall prevail", .officialEnglish),
        // 本法施行日期，由……定之.
        FunctionRule(
            .delegation,
            [
                ["take effect", "into force", "into effect", "effective", "implemented", "enforced"],
                [
                    "date ordered by", "date determined by", "date decided by", "date prescribed by",
                    "date set by", "date designated by", "date specified by", "date fixed by",
                    "date to be determined by",
                    "date to be decided by", "date stipulated by",
                ],
            ], longestGap: 16, "This Act shall come into force on the date ordered by", .officialEnglish),
        FunctionRule(
            .delegation,
            [
                [
                    "shall be prescribed by", "shall be stipulated by", "shall be announced by",
                    "shall be publicly announced by", "shall be officially announced by",
                    "shall be promulgated by",
                    "shall be defined by", "shall be set by", "shall be determined by",
                ], ["authority", "authorities", "ministry", "executive yuan", "council", "commission"],
            ], without: ["fine"], longestGap: 24,
            "The format shall be stipulated by the competent authority",
            .officialEnglish),
        FunctionRule(
            .sanction,
            [
                [
                    "subject to punishment", "subject to the punishment", "punishment shall be imposed",
                    "penalty shall be imposed", "penalties shall be imposed", "subject to the penalties",
                    "subject to penalties",
                ]
            ], without: ["not be subject", "not subject"],
            "shall be subject to the punishment under the Act",
            .officialEnglish),
        FunctionRule(
            .delegation, [["shall be prescribed by", "shall be determined by order", "shall be separately"]],
            "The condition shall be prescribed by the authority", .officialEnglish),
        FunctionRule(.delegation, [["mutatis mutandis"]], "shall apply mutatis mutandis", .officialEnglish),
        FunctionRule(
            .delegation, [["implemented", "handled", "executed"], ["with reference to", "by reference to"]],
            "shall be implemented with reference to these Regulations", .machineEnglish),
        FunctionRule(
            .delegation, [["prescribed by law", "determined by law", "provided by law", "stipulated by law"]],
            without: ["unless", "except", "may", "not"], "shall be prescribed by law", .officialEnglish),
    ]
}
