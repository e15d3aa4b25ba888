import RegulationModel

extension PartKind {
    /// What a stretch of a document is called.
    var label: BilingualText {
        isOutside ? outsideLabel : insideLabel
    }

    private var insideLabel: BilingualText {
        switch self {
        case .title: BilingualText("标题", "title")
        case .adoptionNote: BilingualText("题注", "adoption note")
        case .tableOfContents: BilingualText("目录", "table of contents")
        case .preamble: BilingualText("序言", "preamble")
        case .grouping: BilingualText("章节标题", "heading")
        case .article: BilingualText("条", "article")
        case .section: BilingualText("解读小节", "section of the explainer")
        case .annex: BilingualText("附件", "annex")
        case .layout, .pageHeading, .introduction, .navigation, .commentary, .unnumberedProvision, .otherJurisdiction,
            .quotationLabel, .documentNumber, .noticeTitle, .addressees, .noticeText, .signature, .publicationNote,
            .furtherAct, .unrelated, .siteResidue, .footnote, .runningHead:
            outsideLabel
        }
    }

    private var outsideLabel: BilingualText {
        switch self {
        case .layout: BilingualText("空白", "blank lines")
        case .pageHeading: BilingualText("页面标题", "page heading")
        case .introduction: BilingualText("导语", "introduction")
        case .navigation: BilingualText("网站导航", "site navigation")
        case .commentary: BilingualText("评述", "commentary")
        case .unnumberedProvision: BilingualText("未标条号的条文", "provision quoted without a number")
        case .otherJurisdiction: BilingualText("涉及其他法域", "about another jurisdiction")
        case .quotationLabel: BilingualText("引文标签", "label before a quotation")
        case .documentNumber: BilingualText("发文字号", "document number")
        case .noticeTitle: BilingualText("通知标题", "title of the notice")
        case .addressees: BilingualText("主送机关", "addressees")
        case .noticeText: BilingualText("通知正文", "text of the notice")
        case .signature: BilingualText("落款", "signature")
        case .publicationNote: BilingualText("公开说明", "note on publication")
        case .furtherAct: BilingualText("另一法规或另一文本", "another act or version")
        case .unrelated: BilingualText("无关内容", "unrelated")
        case .siteResidue: BilingualText("网站附文", "site residue")
        case .footnote: BilingualText("脚注、尾注", "footnotes")
        case .runningHead: BilingualText("页眉、页脚", "page headers and footers")
        case .title, .adoptionNote, .tableOfContents, .preamble, .grouping, .article, .section, .annex: insideLabel
        }
    }
}
