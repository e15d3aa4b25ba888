import RegulationModel

/// Words by which the parts of a document are known. Each list is data with an example; none serves one text only.
/// English words are compared in lower case.
enum Cues {
    /// Last words of a Chinese title: 河南省警务辅助人员条例. 《立法技术规范（试行）（一）》 names 法、条例、办法、规定、细则 …
    static let chineseTitleEnds = utf8([
        "修正案", "法", "法典", "条例", "办法", "规定", "细则", "规则", "决定", "章程", "准则", "意见", "方案", "解释", "规范", "制度",
        "守则", "公约", "决议", "纲要", "规程", "指引", "條例", "辦法", "規則", "規程", "細則", "標準", "標準", "标准", "通則",
    ])
    /// Last and first words of the titles of amendments: 刑法修正案（十一）, Amendment to the Law on …
    static let chineseAmendments = utf8(["修正案"])
    static let englishAmendments = WordSet(["amendment"])
    /// Words one of which an English title holds: Measures of Jilin Province for …
    static let englishTitleWords = [
        "regulation", "regulations", "measures", "rules", "law", "provisions", "act", "ordinance", "decision", "code",
        "opinions", "procedures", "interpretation", "statute", "bylaw", "bylaws",
    ]
    /// Site navigation: Current location - Home - …; 您的位置：首页 > …
    static let navigation = WordSet([
        "current location", "you are here", "home >", "home »", "当前位置", "您的位置", "您现在的位置", "所在位置", "首页 >",
        "首页>", "首页»",
    ])
    /// A label in front of quoted provisions: Legal basis: …; 法律依据：…
    static let quotationLabels = WordSet([
        "legal basis", "full text", "text as follows", "relevant provisions", "the law provides", "法律依据", "全文", "原文",
        "相关规定", "法条", "条文如下", "内容如下",
    ])
    /// A label in front of the title of an act: 法規名稱：…
    static let titleLabels = WordSet(["法規名稱", "法规名称", "法規", "名稱", "名称", "标题", "標題", "法规标题", "文件名称", "文件名稱"])
    /// What a line below a title adds to it, in brackets: （试行）, （征求意见稿）
    static let titleSuffixes = utf8([
        "试行", "暂行", "試行", "暫行", "草案", "征求意见稿", "徵求意見稿", "公开征求意见稿", "修订草案", "修正草案", "修正案草案", "草案征求意见稿", "修订草案征求意见稿",
        "送审稿", "审议稿", "讨论稿", "修订稿", "报批稿", "建议稿", "草案修改稿",
    ])
    /// Last words of a notice's title: …的通知
    static let noticeEnds = utf8(["通知", "公告", "通告", "批复", "命令", "令", "函"])
    static let englishNoticeWords = WordSet(["notice", "circular", "announcement", "order of", "decree"])
    /// Addressees of a notice: 各县、区人民政府，市各有关单位：
    static let addressees = WordSet(["各", "政府", "单位", "部门", "委", "厅", "局", "办"])
    static let englishAddressees = WordSet(["governments", "departments", "all units", "bureaus", "to all", "to the"])
    /// Last words of an issuing body's name: 连云港市人民政府办公室
    static let bodies = utf8([
        "政府", "办公室", "办公厅", "委员会", "厅", "局", "部", "院", "大会", "主席团", "法制办", "秘书处", "总队", "支队",
        "Government", "Office", "Bureau", "Committee", "Commission", "Ministry", "Department", "Council", "Congress",
        "Court", "Procuratorate", "Administration",
    ])
    /// A purpose clause, which opens an act: these measures are formulated; 制定本办法
    static let purpose = WordSet([
        "regulations are formulated", "measures are formulated", "provisions are formulated", "rules are formulated",
        "regulations are enacted", "measures are enacted", "law is enacted", "act is enacted", "制定本法", "制定本条例",
        "制定本办法", "制定本规定", "制定本细则", "制定本规则", "制定本管理办法",
    ])
    /// A definition of persons or things, as a definition article has it: … are … who are …; 本办法所称…是指
    static let definition = WordSet([
        " who are ", " who is ", " refers to ", " refer to ", "mentioned in these", "referred to in these", "是指", "所称",
    ])
    /// A closing article: 自2022年8月1日起施行; These Regulations shall come into force on …
    static let entryIntoForce = WordSet([
        "起施行", "起实施", "起生效", "起執行", "起执行", "施行日期", "施行。", "之日施行", "日施行",
        "come into force", "come into effect", "comes into force", "comes into effect", "came into force",
        "enter into force", "enters into force", "enter into effect", "entered into force", "take into force",
        "take effect", "takes effect", "take force", "go into effect", "goes into effect", "be effective",
        "is effective",
        "are effective", "become effective", "becomes effective", "become enforceable", "become operative",
        "be implemented as of", "be implemented from", "implemented since", "be implemented on", "be implemented upon",
        "be enforced from", "be enforced as of", "be enforced on", "be enforced upon", "be put into force",
        "be put into effect", "be put into practice", "be in force", "is in force", "in force from", "in force as of",
        "is valid from", "be valid from", "be applied from", "apply from", "apply as of", "applies from",
        "commence on", "commence from", "commences on", "act shall commence", "law shall commence",
        "regulations shall commence", "start on", "start from", "date of enforcement", "enforcement date",
        "implementation date", "date of implementation", "effective date", "date of entry into force",
    ])
    /// Other closing articles: 此前发布的司法解释与本解释不一致的，以本解释为准; 本规定自一九五七年六月一日起实行
    static let closings = WordSet([
        "以本解释为准", "以本规定为准", "以本办法为准", "以本条例为准", "以本法为准", "以本细则为准", "以本规则为准", "日起实行",
        "同时废止",
    ])
    /// Words by which one act ends another: 同时废止; shall be repealed
    static let repeal = WordSet(["废止", "失效", "廢止", "repealed", "abolished", "annulled", "be invalidated"])
    /// What `DeletedText` begins with or holds, before its text is folded for a comparison.
    static let deletion = WordSet([
        "删", "刪", "废", "廢", "delete", "repealed", "omitted", "cancel", "abolished", "removed", "struck", "revoked",
    ])
    /// Adoption, as notes under a title and explainers state it.
    static let adopted = WordSet(["通过", "通過", "adopted", "approved by", "passed", "deliberated"])
    static let approved = WordSet(["批准", "ratified"])
    /// Promulgation, also by the number of the order: 国务院令第692号
    static let issued = WordSet(["公布", "发布", "印发", "颁布", "令第", "公佈", "發布", "promulgated", "issued"])
    static let amended = WordSet(["修正", "修订", "修訂", "amended", "revised"])
    static let effective = WordSet([
        "施行", "实施", "生效", "come into force", "came into force", "come into effect", "enter into force", "take effect",
        "effective", "implemented from", "implemented on", "implemented as of",
    ])
    static let effectiveOnIssue = WordSet([
        "自印发之日起", "自发布之日起", "自公布之日起", "自印發之日", "自公布日", "自發布日", "from the date of promulgation",
        "from the date of issuance", "as of the date of promulgation", "on the date of promulgation",
        "upon promulgation", "as of the date of issuance",
    ])
    /// A number of days or months behind the day of issue: 自公布之日起30日后施行
    static let effectiveAfterIssue = WordSet([
        "日后施行", "日后实施", "日後施行", "月后施行", "月后实施", "月後施行", "days after", "months after", "年后施行",
    ])
    /// All words by which a date says what it is the date of.
    static let dated = adopted + approved + effective + issued + amended
    /// Author and time of a page: Author: … Time: …; 来源：… 发布时间：…
    static let byline = WordSet([
        "author:", "author：", "time:", "source:", "published", "来源：", "来源:", "作者：", "作者:", "发布时间", "时间：", "日期：",
    ])
    /// What a site adds below a text.
    static let residue = WordSet([
        "thank you for your attention", "public account", "wechat", "all rights reserved", "copyright",
        "related articles", "related reading", "icp备", "icp no",
        "share to", "previous article", "next article", "scan the", "责任编辑", "编辑：", "编辑:", "上一篇", "下一篇", "相关阅读",
        "相关链接", "打印本页", "关闭窗口", "扫一扫", "版权所有", "微信公众号", "感谢您的关注", "字体：", "【打印】", "分享到",
        "扫描二维码", "长按识别", "长按二维码", "扫码关注", "关注我们", "返回顶部", "发表评论", "打开app", "您觉得本", "【纠错】", "back to top",
        "如有侵权", "侵权请联系", "仅供学习交流", "北大法宝", "法宝引证", "pkulaw", "往期推荐", "往期回顾", "举报电话", "在手机打开",
        "share this", "download pdf", "leave a comment", "leave a reply", "you may also like", "print this page",
        "subscribe to",
    ])
    /// What a site lets readers do with a text, on lines that say nothing else: 【打印】【关闭】, 复制 收藏, Back to top.
    static let tools: [String] = [
        "复制", "收藏", "打印", "打印本页", "打印本文", "打印此页", "打印正文", "关闭", "关闭窗口", "关闭本页", "关闭此页", "返回", "返回顶部", "返回首页", "返回列表",
        "顶部", "首页",
        "回到顶部", "上一页", "下一页", "上一篇", "下一篇", "上一条", "下一条", "分享", "分享到", "一键分享", "转发", "点赞", "赞", "在看", "评论", "纠错",
        "我要纠错", "展开",
        "展开全文", "收起", "下载", "全文下载", "导出", "举报", "反馈", "字体", "字号", "放大", "缩小", "默认", "繁体", "简体", "扫一扫", "微信", "微博",
        "新浪微博",
        "腾讯微博", "朋友圈", "qq", "qq空间", "qq好友", "广告", "保存", "听全文", "阅读全文", "阅读原文", "列印", "友善列印", "回頂端", "回上頁", "轉寄", "分享至",
        "print",
        "share", "sharethis", "backtotop", "top", "close", "email", "copy", "copylink", "bookmark", "subscribe",
        "download",
        "downloadpdf", "pdf", "tweet", "facebook", "twitter", "linkedin", "whatsapp", "next", "previous", "home",
        "printfriendly", "leaveacomment", "advertisement", "related", "comments",
    ]
    /// Words of sentences behind an article that says when an act comes into force.
    static let afterEntryIntoForce = WordSet([
        "废止", "廢止", "施行", "实施", "實施", "停止执行", "失效", "规定", "規定", "依照", "适用", "應", "应当", "有效期", "本条例", "本办法", "本规定", "本法",
        "本规则", "本细则", "本决定", "repeal", "annul",
        "abolish", "supersede", "invalid", "shall", "these ", "this ", "in force", "into force", "effect",
    ])
    /// What an office prints below an act on where it goes and whether it is public (版记): 抄送：…, 主题词：…
    static let imprintLabels = WordSet([
        "抄送", "抄报", "抄報", "分送", "报送", "主题词", "主題詞", "公开方式", "公开属性", "公开范围", "公开选项", "信息公开", "政府信息公开", "依申请公开",
        "主动公开", "联系人", "联系电话", "共印", "印发份数",
    ])
    /// Labels of what a site says about a text, in front of a colon: Editor: Li; 来源：某报
    static let residueLabels = WordSet([
        "source", "editor", "editor-in-charge", "responsible editor", "previous", "next", "previous article",
        "next article", "reporter", "proofread", "reviewed by", "last page", "next page", "tags", "keywords", "来源",
        "信息来源", "文章来源", "稿源", "责任编辑", "编辑", "审核", "校对", "上一篇", "下一篇", "上一条", "下一条", "标签", "关键词", "阅读次数",
        "浏览次数", "责编", "初审", "复审", "终审", "一审", "二审", "三审", "阅读", "阅读量", "点击数", "点赞", "图文", "供稿", "撰稿", "摄影",
        "声明", "免责声明", "版权声明", "资料来源", "資料來源", "来源网址", "发布时间", "更新时间", "发布日期", "发稿时间", "发布单位", "发布机构", "转载", "监制", "排版",
        "美编",
        "值班编辑", "微信编辑", "微信公众号", "公众号", "原文链接", "相关附件", "文件下载", "附件下载", "相关新闻", "相关推荐", "相关文章", "推荐阅读", "延伸阅读", "热门推荐",
        "政策解读",
        "相关解读", "网友评论", "最新评论", "last updated", "last modified", "editor's note", "editor’s note", "disclaimer",
        "share this",
        "related links", "related posts", "related documents", "you may also like", "translated by", "posted in",
        "filed under",
    ])
    /// First words of paragraphs that compare or sum up: no act says them.
    static let commentaryOpenings = WordSet([
        "in contrast", "by contrast", "by comparison", "in comparison", "in summary", "to sum up", "in short,",
        "the above is", "i hope", "hope this", "相比之下", "综上", "以上就是", "小编", "由此可见", "【释义】", "【条文释义】", "【解读】", "【条文解读】",
        "【理解与适用】", "【立法说明】",
        "【案例】", "【相关案例】", "【典型案例】", "释义：", "条文释义：", "[释义]",
    ])
    /// Headings of annexes: 附件1, 附表, Annex I
    static let annexes = WordSet(["附件", "附表", "附录", "附图", "附錄", "annex", "appendix", "attachment"])
    /// Titles and headings of explainers: 《…》解读; Q&A on …
    static let explainerTitles = WordSet([
        "解读", "解讀", "问答", "一图", "答记者问", "说明", "图解", "interpretation of", "explain", "q&a", "questions and answers",
    ])
    /// Marks in front of a question: 问：…, Q: …
    static let questionMarks = utf8(["问：", "问:", "問：", "问题：", "Q:", "Q：", "Question:", "Question："])
    /// Words that make a heading a question.
    static let questions = WordSet([
        "what ", "how ", "which ", "why ", "who ", "?", "？", "什么", "哪些", "如何", "怎样", "怎么", "为何", "为什么", "是否", "多少",
    ])

    /// Headings of a column of a table that holds the text before an amendment: 修订前, 現行條文, current
    static let formerVersions = [
        "修订前", "修改前", "修正前", "修訂前", "现行", "現行", "原条", "原條", "原规定", "原規定", "旧", "舊", "current", "existing", "before",
        "old",
    ]
    /// The same for the amended text: 修订后, 修正條文, 草案, revised
    static let amendedVersions = [
        "修订", "修改", "修正", "修訂", "新条", "新條", "新规定", "新規定", "草案", "送审稿", "送審稿", "征求意见稿", "徵求意見稿", "amended", "revised",
        "after",
        "new", "draft", "proposed",
    ]
    /// The same for words about a version, though they name one: 修改说明, 修正理由
    static let reasons = [
        "说明", "說明", "理由", "依据", "依據", "备注", "備註", "释义", "釋義", "reason", "reasons", "note", "notes", "explanation",
        "remarks",
        "comment", "comments",
    ]
    /// What such a table says where the amended text is that of before; letters only, small.
    static let unchanged = [
        "不变", "无变化", "未修改", "未作修改", "不作修改", "无修改", "不修改", "同左", "同前", "同现行", "保留", "不變", "未修正", "未修訂", "維持原條文",
        "unchanged",
        "nochange", "same", "notamended",
    ]
}
