/// One word for a consequence of breach.
struct SanctionRule: Sendable {
    let kind: SanctionKind
    let chinese: [Phrase]
    let english: [Phrase]
    /// In Chinese, words that make another thing of it when they follow.
    let notBefore: [Phrase]
    /// In Chinese, words that make another thing of it when they stand before it: 航行警告, 收入收缴.
    var notBehind: [Phrase] = []
    let example: String
    let source: RuleSource
}

/// Kinds of sanctions in both languages.
enum SanctionRules {
    static let all: [SanctionRule] = [
        SanctionRule(
            kind: .correction, chinese: ["责令改正", "责令限期改正", "责令其改正", "责令立即改正", "限期改正", "限期改善"],
            english: [
                "order to make corrections", "ordered to make corrections", "ordered to correct", "order* correction",
                "ordered to make improvement", "ordered to rectify", "shall order the correction",
            ],
            notBefore: [], example: "责令限期改正", source: .penaltiesAct),
        SanctionRule(
            kind: .warning, chinese: ["警告"],
            english: [
                "a warning", "be warned", "warnings", "warning or", "a disciplinary warning", "be given warnings",
            ],
            notBefore: ["标志", "标识", "牌", "装置", "信号", "标", "灯", "设", "语"],
            notBehind: ["航行", "航海", "灾害", "示", "预报"], example: "给予警告", source: .penaltiesAct),
        SanctionRule(
            kind: .criticism, chinese: ["通报批评"],
            english: [
                "circulated criticism", "notice of criticism", "public criticism",
                "criticized in a circulated notice", "circulate a notice of criticism",
            ], notBefore: [], example: "予以通报批评",
            source: .penaltiesAct),
        SanctionRule(
            kind: .fine, chinese: ["罚款", "罚锾", "罚金"],
            english: ["a fine", "fined", "fines", "be fined", "an administrative fine", "administrative fine"],
            notBefore: ["决定", "数额", "收缴"], example: "处一千元以下罚款", source: .penaltiesAct),
        SanctionRule(
            kind: .confiscation, chinese: ["没收", "没入", "予以追缴"],
            english: ["confiscat*", "forfeited", "be confiscated"], notBefore: ["决定"], example: "没收违法所得",
            source: .penaltiesAct),
        // 收缴 of tools punishes; 收入收缴信息 is how revenue comes in.
        SanctionRule(
            kind: .confiscation, chinese: ["收缴"], english: [],
            notBefore: ["决定", "信息", "分离", "管理", "系统", "方式", "工作"],
            notBehind: ["收入", "费", "基金", "税款", "租金"], example: "收缴其作案工具",
            source: .penaltiesAct),
        SanctionRule(
            kind: .suspension,
            chinese: ["停产停业", "责令停业", "责令停止", "停止营业", "停业整顿", "责令停工", "令其停业", "停业处分", "停业处罚", "予以停业", "以下停业", "暂扣"],
            english: [
                "suspend operation*", "suspension of business", "suspend business", "suspension of operation*",
                "order* to suspend", "order* the suspension", "suspend its business", "suspension of work",
                "order* to stop",
                "cease operations", "terminate business",
            ],
            notBefore: [], example: "责令停产停业", source: .penaltiesAct),
        SanctionRule(
            kind: .revocation, chinese: ["吊销", "撤销", "废止其许可", "撤销其", "降低资质", "注销其", "废止", "撤回"],
            english: [
                "revoke", "revoked", "revocation", "cancel", "cancelled", "canceled", "rescind", "rescinded",
                "annul", "annulled", "abolish", "abolished", "repeal", "withdraw", "withdrawn",
            ],
            notBefore: [], example: "吊销许可证", source: .penaltiesAct),
        SanctionRule(
            kind: .detention, chinese: ["行政拘留", "处拘留", "日以下拘留", "拘役", "有期徒刑"],
            english: [
                "administrative detention", "imprisonment", "be detained for", "imprisoned", "short-term imprisonment",
            ],
            notBefore: [], example: "处五日以上十日以下拘留", source: .penaltiesAct),
        SanctionRule(
            kind: .demolition, chinese: ["限期拆除", "强制拆除", "责令拆除"],
            english: ["ordered to demolish", "forced demolition", "order* demolition"], notBefore: [],
            example: "责令限期拆除",
            source: .penaltiesAct),
        SanctionRule(
            kind: .disciplinary, chinese: ["处分", "政务处分", "惩戒"],
            english: [
                "disciplinary sanction*", "administrative sanction*", "disciplinary action*",
                "be punished according to law",
                "disciplinary measures",
            ],
            notBefore: ["权", "不动产", "财产", "该", "书", "委员", "之日", "前"], example: "依法给予处分", source: .penaltiesAct),
        SanctionRule(
            kind: .publicOrder, chinese: ["治安管理处罚"],
            english: [
                "public security administration penalt*", "punished by the public security organ",
                "punished by public security organs",
            ],
            notBefore: ["法"], example: "依法给予治安管理处罚", source: .penaltiesAct),
        SanctionRule(
            kind: .criminal, chinese: ["追究刑事责任", "追究其刑事责任", "定罪处罚"],
            english: ["criminal responsibility", "criminal liability", "criminally liable"], notBefore: [],
            example: "构成犯罪的，依法追究刑事责任", source: .penaltiesAct),
        SanctionRule(
            kind: .civil, chinese: ["承担民事责任", "赔偿责任", "承担赔偿", "予以赔偿", "给予赔偿"],
            english: [
                "civil liability", "civil responsibility", "liable for damages", "liability for damages",
                "liable for compensation", "make compensation",
            ], notBefore: [],
            example: "依法承担民事责任", source: .penaltiesAct),
        SanctionRule(
            kind: .general, chinese: ["予以处罚", "给予处罚", "依法处罚", "从重处罚", "依法处理", "进行处罚", "行政处罚", "追究法律责任"],
            english: ["shall be punished", "be penalized", "be dealt with", "be punished", "administrative penalt*"],
            notBefore: ["法", "等处理", "决定", "，应当", "案件", "裁量", "程序", "的种类"], example: "由公安机关依照《……》予以处罚",
            source: .penaltiesAct),
    ]

    /// Kinds that stand for a consequence laid down in this act or handed to the courts.
    static let weighty: Set<SanctionKind> = [
        .warning, .criticism, .fine, .confiscation, .suspension, .detention, .demolition, .disciplinary, .publicOrder,
        .criminal, .general,
    ]
}
