import ComparisonMatrix
import RegulationModel

extension StudyKind {
    /// Heading of its section.
    var label: BilingualText {
        switch self {
        case .subject: BilingualText("目的、定义与适用范围", "What it is about: purpose, definitions, scope")
        case .duties: BilingualText("应当做的", "What must be done")
        case .powers: BilingualText("可以做的", "What may be done")
        case .controlled: BilingualText("须在指挥、带领或监督下才可以做的", "What may be done only under command, lead or supervision")
        case .encouraged: BilingualText("鼓励和提倡的", "What is encouraged")
        case .bans: BilingualText("不得做的", "What must not be done")
        case .conditions: BilingualText("应当具备的条件", "Conditions to be met")
        case .disqualifications: BilingualText("不得……的情形", "Grounds that exclude")
        case .cases: BilingualText("可以或者应当……的情形", "Cases in which something may or must be done")
        case .rights: BilingualText("权利与待遇", "Rights and entitlements")
        case .discipline: BilingualText("禁止的行为（纪律）", "Forbidden conduct (discipline)")
        case .liability: BilingualText("法律责任与后果", "Liability and consequences")
        case .referrals: BilingualText("另行规定、援引他法的", "What is left to other rules")
        }
    }

    /// The heading in a table, short.
    var shortLabel: BilingualText {
        switch self {
        case .subject: BilingualText("目的与范围", "Purpose, scope")
        case .duties: BilingualText("应当", "Must")
        case .powers: BilingualText("可以", "May")
        case .controlled: BilingualText("在指挥带领下可以", "May, under control")
        case .encouraged: BilingualText("鼓励", "Encouraged")
        case .bans: BilingualText("不得", "Must not")
        case .conditions: BilingualText("条件", "Conditions")
        case .disqualifications: BilingualText("排除情形", "Exclusions")
        case .cases: BilingualText("情形", "Cases")
        case .rights: BilingualText("权利", "Rights")
        case .discipline: BilingualText("禁止行为", "Discipline")
        case .liability: BilingualText("责任", "Liability")
        case .referrals: BilingualText("另行规定", "Referred")
        }
    }
}

extension StudyCard.Kind {
    /// What the reader sees.
    var label: BilingualText {
        switch self {
        case .singleChoice: BilingualText("单选", "single choice")
        case .trueFalse: BilingualText("判断", "true or false")
        case .cloze: BilingualText("填空", "fill the gap")
        case .compare: BilingualText("比较", "compare")
        }
    }
}

/// Wording of the guide that stands in several formats.
enum StudyWords {
    static let title = BilingualText("学习指南", "Study guide")
    static let cards = BilingualText("练习题", "Questions")
    static let key = BilingualText("答案", "Answers")
    static let glossary = BilingualText("双语词汇", "Glossary")
    static let contrasts = BilingualText("各地不同之处", "How each text differs")
    static let overview = BilingualText("一览", "At a glance")
    static let texts = BilingualText("文本", "The texts")

    static let note = BilingualText(
        "凡规则均为原文引语并注明出处；本指南不作转述。节录仅存部分条文；解读不是法规条文，其语句另行标明。",
        "Each rule is a quotation with its citation; nothing is paraphrased. Excerpts hold a part of their act; an explainer "
            + "is no act, and its words are marked.")

    /// Said where a provision answers but has no rule of the section's kind.
    static let otherForm = BilingualText("对应条文未用此类措辞：", "answered in another form:")

    /// Said of a provision on the topic of a row that answers the provisions of another row more closely.
    static let elsewhere = BilingualText("列于其他事项：", "told under another matter:")

    /// Said of a rule without a word of duty, power or ban.
    static let stated = BilingualText("以陈述句规定", "stated plainly")

    static let noneOfKind = BilingualText("无此类规则", "no rule of this kind")

    /// What the guide holds in numbers.
    static func lead(_ guide: StudyGuide) -> BilingualText {
        // A rule that orders and bans stands in two sections.
        let rules = Set(guide.sections.flatMap(\.rows).flatMap(\.cells).flatMap(\.rules).map(\.lead)).count
        return BilingualText(
            "\(guide.columns.count) 部文本，\(rules) 条规则引文，\(guide.cards.count) 道题。\(note.chinese)",
            "\(english(guide.columns.count, "text")), \(english(rules, "rule")) quoted, "
                + "\(english(guide.cards.count, "question")). \(note.english)")
    }

    static let items = BilingualText("他法对应条文未列", "Not in the provisions of others that answer")
    static let values = BilingualText("数值不同", "Other values")
    static let articles = BilingualText("他法无对应的条文", "Articles that nothing in another text answers")
    static let nothing = BilingualText("未见不同之处。", "No difference was found.")
}
