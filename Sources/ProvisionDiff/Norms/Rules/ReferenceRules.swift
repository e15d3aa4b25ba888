/// Words that refer.
enum ReferenceRules {
    /// 前款 and its like: how many paragraphs or articles back. Authority: 《立法技术规范（试行）（一）》 13.
    enum Back: Sendable { case paragraph, article, twoParagraphs, point, sameArticle }

    static let chineseBack: [(phrase: Phrase, back: Back)] = [
        ("前款", .paragraph), ("前条", .article), ("前两款", .twoParagraphs), ("前二款", .twoParagraphs), ("前项", .point),
        ("本条", .sameArticle),
    ]
    /// In Taiwan 項 is the paragraph (中央法規標準法 art. 8).
    static let taiwanBack: [(phrase: Phrase, back: Back)] = [
        ("前项", .paragraph), ("前条", .article), ("前二项", .twoParagraphs), ("前款", .point), ("本条", .sameArticle),
    ]
    static let englishBack: [(phrase: Phrase, back: Back)] = [
        ("the preceding paragraph", .paragraph), ("the previous paragraph", .paragraph),
        ("the preceding article", .article),
        ("the previous article", .article), ("the preceding two paragraphs", .twoParagraphs),
        ("this article", .sameArticle),
        ("the foregoing paragraph", .paragraph), ("the preceding item", .point), ("the preceding subparagraph", .point),
    ]
    /// Laws in general.
    static let chineseLaws: [Phrase] = [
        "有关法律、法规", "有关法律法规", "法律、法规", "法律法规", "法律、行政法规", "有关法律", "相关法律", "有关行政法规",
    ]
    static let englishLaws: [Phrase] = [
        "relevant laws and administrative regulations", "relevant laws and regulations", "laws and regulations",
        "laws and administrative regulations", "laws, regulations", "relevant laws, regulations",
        "laws, administrative regulations",
    ]
    /// What the names of certificates and forms end with; 《…条例》 ends with none.
    static let forms: [Phrase] = ["证", "证书", "证明", "许可证", "通知书", "决定书", "意见书", "申请书", "登记表", "申请表", "备案表"]
    /// Nouns a title of an act ends with in Chinese and begins with in English.
    static let englishTitleNouns: [Phrase] = [
        "regulations", "regulation", "law", "measures", "provisions", "rules", "opinions", "code", "act", "statute",
        "ordinance",
        "decision", "interim provisions", "detailed rules", "constitution",
    ]
}
