/// One word of control or limit.
struct ConditionRule: Sendable {
    let kind: Condition.Kind
    let chinese: [Phrase]
    let english: [Phrase]
    let example: String
    let source: RuleSource
}

/// Under whom, and within what, something may be done.
enum ConditionRules {
    static let all: [ConditionRule] = [
        ConditionRule(
            kind: .led, chinese: ["带领", "领导"], english: ["leadership", "lead", "guidance"],
            example: "在人民警察的带领下", source: .draftingNorms2),
        ConditionRule(
            kind: .commanded, chinese: ["指挥"], english: ["command", "direction"], example: "在现场负责人的指挥下",
            source: .draftingNorms2),
        ConditionRule(
            kind: .supervised, chinese: ["监督", "监管"], english: ["supervision", "surveillance"], example: "在医师的监督下",
            source: .draftingNorms2),
    ]

    /// Where the words of control stand: between these, at most `longestControl` characters apart.
    static let chineseOpening: Phrase = "在"
    static let chineseClosing: Phrase = "下"
    static let englishOpening: Phrase = "under the"
    /// The longest phrase of control seen in acts has 24 Chinese characters and 12 English words.
    static let longestControl = 30
    static let longestEnglishControl = 90

    /// 在……范围内, 在……额度内; within the scope of.
    static let chineseScopes: [Phrase] = ["范围内", "额度内", "限额内", "范围之内"]
    static let englishScopes: [Phrase] = [
        "within the scope of", "within the quota of", "within the limits of", "within the range of",
    ]
}
