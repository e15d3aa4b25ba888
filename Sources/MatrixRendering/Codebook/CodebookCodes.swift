import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// The closed sets of codes that stand in published files.
enum CodebookCodes {
    private typealias Code = (String, BilingualText)

    static var tables: [Codebook.Table] {
        [
            table("state", BilingualText("格状态", "Cell states"), CellState.allCases.map { ($0.rawValue, $0.meaning) }),
            table(
                "link", BilingualText("对应强度", "Link strength"), LinkStrength.allCases.map { ($0.rawValue, meaning($0)) }
            ),
            table("relation", BilingualText("关系", "Relations"), Relation.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "modality", BilingualText("规范要素：情态", "Modality"), Modality.allCases.map { ($0.rawValue, meaning($0)) }),
            table(
                "attribute", BilingualText("参数", "Parameters"),
                ParameterAttribute.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "difference", BilingualText("差异种类", "Differences"),
                DifferenceKind.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "reason", BilingualText("差异原因", "Reasons of differences"),
                DifferenceReason.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "section", BilingualText("学习指南：规则种类", "Study guide: kinds of rules"),
                StudyKind.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "kind", BilingualText("题型", "Kinds of questions"),
                StudyCard.Kind.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "origin", BilingualText("术语来源", "Origins of terms"),
                Term.Origin.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "authority", BilingualText("文本性质", "Authority"), Authority.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "completeness", BilingualText("完整性", "Completeness"),
                Completeness.Status.allCases.map { ($0.rawValue, meaning($0)) }),
            table(
                "translation", BilingualText("语言来源", "Translation"),
                Translation.allCases.map { ($0.rawValue, meaning($0)) }),
            table("rank", BilingualText("位阶", "Rank"), Rank.allCases.map { ($0.rawValue, $0.label) }),
            table("severity", BilingualText("诊断级别", "Severity"), Severity.allCases.map { ($0.rawValue, $0.label) }),
            table(
                "diagnostic", BilingualText("诊断", "Diagnostics"),
                DiagnosticID.allCases.map { ($0.rawValue, $0.meaning) }),
        ]
    }

    private static func table(_ id: String, _ title: BilingualText, _ codes: [Code]) -> Codebook.Table {
        Codebook.Table(
            id: "code-" + id, title: title, note: nil,
            header: [BilingualText("代码", "Code"), BilingualText("说明", "Meaning")],
            rows: codes.map { [Codebook.plain($0.0), $0.1] })
    }

    private static func meaning(_ strength: LinkStrength) -> BilingualText {
        switch strength {
        case .main: BilingualText("两条的主要内容相应", "the shared matter is a main rule of both")
        case .part: BilingualText("仅一款、一项或一句相应", "only a paragraph, item or clause answers")
        }
    }

    private static func meaning(_ modality: Modality) -> BilingualText {
        switch modality {
        case .must: BilingualText("应当", "must")
        case .may: BilingualText("可以", "may")
        case .mustNot: BilingualText("不得", "must not")
        case .right: BilingualText("有权、享有", "has a right")
        case .definition: BilingualText("定义", "definition")
        case .purpose: BilingualText("立法目的", "purpose")
        case .delegation: BilingualText("另行规定、依照他法", "left to another act or body")
        case .sanction: BilingualText("违反的后果", "consequence of breach")
        case .statement: BilingualText("一般陈述", "plain statement")
        }
    }

    private static func meaning(_ status: Completeness.Status) -> BilingualText {
        switch status {
        case .whole: BilingualText("全文在手，有据可证", "all articles are held, with proof")
        case .part: BilingualText("仅存部分", "some articles are held")
        case .none: BilingualText("无条文", "no article is held")
        }
    }

    private static func meaning(_ translation: Translation) -> BilingualText {
        switch translation {
        case .original: BilingualText("制定时的语言", "the language the act was made in")
        case .official: BilingualText("官方译本", "translation published by authority")
        case .machine: BilingualText("机器翻译，不具效力", "machine translation, without authority")
        }
    }
}

extension DiagnosticID {
    /// What this kind of diagnostic says.
    var meaning: BilingualText {
        switch self {
        case .encodingInvalid: BilingualText("字节无法解码", "bytes that cannot be decoded")
        case .encodingNul: BilingualText("含 NUL 字节", "a NUL byte")
        case .encodingContradicted: BilingualText("标明的编码与字节不符", "the bytes contradict the encoding declared")
        case .encodingDetected: BilingualText("编码由字节推断", "the encoding was found by the bytes")
        case .formatBinary: BilingualText("文件不是文本", "the file is no text")
        case .formatUnread: BilingualText("此格式不能读取", "a format that is not read")
        case .formatLimit: BilingualText("超出读取限度", "beyond the limits of reading")
        case .formatDamaged: BilingualText("文件已损坏", "the file is damaged")
        case .formatCutOff: BilingualText("文件未读完", "the file was not read to its end")
        case .formatColumns:
            BilingualText("PDF 页面分栏或为表格，文字次序可能有误", "a page in columns or a table: words may be out of order")
        case .formatPart: BilingualText("文件的一部分不能读取", "a part of the file cannot be read")
        case .pageHiddenText: BilingualText("网页隐藏文字", "text that the page hides")
        case .pageNoteMark: BilingualText("注释序号，已略去", "the mark of a note, left out")
        case .pageDeepNesting: BilingualText("网页嵌套过深", "elements nested too deeply")
        case .numberingAutomatic: BilingualText("序号由自动编号得出", "numbers resolved from automatic numbering")
        case .textTrackedChange: BilingualText("修订痕迹", "tracked changes")
        case .textHidden: BilingualText("隐藏文字", "hidden text")
        case .textRadical: BilingualText("以部首符号代替汉字", "signs of radicals in the place of ideographs")
        case .textInvisible: BilingualText("词中有不可见字符，已略去", "characters inside words that cannot be seen, left out")
        case .structureDeletedArticle: BilingualText("已删除的条文", "a deleted article")
        case .structureFurtherAct: BilingualText("同一文件中的另一法规", "another act in the same file")
        case .numberingGap: BilingualText("条号有缺", "an article number is missing")
        case .numberingDuplicate: BilingualText("条号重复", "an article number stands twice")
        case .numberingOrder: BilingualText("条号次序不顺", "article numbers out of order")
        case .numberingOrdinalWord:
            BilingualText("条号由译文中的序数词读出", "a number read from an ordinal word of the translation")
        case .numberingMarkPunctuation: BilingualText("条号后有标点", "punctuation behind an article mark")
        case .numberingContinued:
            BilingualText("修正案条号接续以前各修正案", "the articles of an amendment count on from earlier amendments")
        case .numberingDash: BilingualText("编号中的“一”印成横线", "dash in a number in the place of 一")
        case .numberingLost:
            BilingualText("章节标题失落序号，按位置认定", "a heading that lost its number, read by its place")
        case .numberingStart: BilingualText("条号不自第一条起", "numbering does not begin at 1")
        case .numberingUnreadable: BilingualText("序号无法辨认", "a number that cannot be read")
        case .enumerationMixed: BilingualText("同一列举中序号样式混用", "marks of several kinds in one list")
        case .enumerationGap: BilingualText("列举序号有缺", "a mark is missing in a list")
        case .enumerationInlineGap: BilingualText("行内列举序号有缺", "a mark is missing in a list inside a line")
        case .layoutRunTogether: BilingualText("数条连在一行", "articles run together in one line")
        case .layoutSpacing: BilingualText("空格异常", "odd spacing")
        case .textDigitDebris: BilingualText("数字残损", "debris of digits")
        case .textMasked: BilingualText("文字被符号遮盖", "words masked by signs")
        case .textStrayWord: BilingualText("多余的词", "a stray word")
        case .textReplacement: BilingualText("替换字符", "replacement characters")
        case .textMarkup: BilingualText("残留标记", "remains of markup")
        case .textForeignPassage: BilingualText("夹有其他语言的段落", "a passage in another language")
        case .quotationUnmatched: BilingualText("引号不成对", "a quotation mark without its pair")
        case .dateUnreadable: BilingualText("日期无法辨认", "a date that cannot be read")
        case .dateAssembled: BilingualText("日期由多处拼成", "a date put together from several places")
        case .outsideNavigation: BilingualText("网页导航，正文之外", "site navigation, outside the act")
        case .outsideCommentary: BilingualText("评论，正文之外", "commentary, outside the act")
        case .outsideUnrelated: BilingualText("无关内容，正文之外", "unrelated matter, outside the act")
        case .outsideOtherJurisdiction: BilingualText("所述为他地规定", "speaks of another place’s rules")
        case .completenessOpenEnd: BilingualText("结尾不完整", "the end of the act is not shown")
        case .structureNoProvision: BilingualText("未见条文", "no provision was found")
        case .structureEmpty: BilingualText("文本为空", "an empty text")
        case .structureEmptyArticle: BilingualText("条文无内容", "an article without text")
        }
    }
}
