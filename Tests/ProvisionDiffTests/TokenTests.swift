import RegulationModel
import Testing

@testable import ProvisionDiff

@Suite("Tokens") struct TokenTests {
    @Test(arguments: [
        ("公安机关应当", "公|安|机|关|应|当"), ("罚款三千元以下", "罚|款|三千元|以|下"), ("年满十八周岁", "年|满|十八周岁"),
        ("百分之三十", "百分之三十"), ("三分之二以上", "三分之二|以|上"), ("30日内", "30日|内"), ("3.5万元", "3.5万元"),
        ("2021年1月1日起", "2021年1月1日|起"), ("二〇二一年一月", "二〇二一年一月"), ("十五个工作日", "十五个工作日"),
        ("《道路交通安全法》规定", "《道路交通安全法》|规|定"), ("依照第十二条第一款第三项处罚", "依|照|第十二条第一款第三项|处|罚"),
        ("第十六条之一", "第十六条之一"), ("110指挥中心", "110|指|挥|中|心"), ("使用APP系统", "使|用|APP|系|统"),
        ("一个统一规划", "一|个|统|一|规|划"), ("Article 12 applies", "Article 12|applies"),
        ("the police's 3,000 duties", "the|police's|3,000|duties"), ("law-making", "law|making"), ("", ""), ("，。！", ""),
    ])
    func keepsTogetherWhatBelongsTogether(_ text: String, _ tokens: String) {
        #expect(Texts.tokens(text) == tokens)
    }

    @Test func lineBreaksInsideOfAWordDoNotPartIt() {
        let source = SourceText(name: "a", bytes: Array("罚款三\n千元".utf8))
        var keys = KeyTable()
        let text = Tokenizer(Lexis(own: .none, other: .none, articles: nil))
            .tokens(of: [ByteSpan(0, 9), ByteSpan(10, 16)], in: source, &keys)
        #expect(text.tokens.map { source.string($0.span) } == ["罚", "款", "三\n千元"])
    }

    @Test(arguments: [
        "《《《《《《《", "》《", "第第第条", "第九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九条", "（以下简称", "(hereinafter", "百分之",
        "分之一", "三分之", "1,2,3,,4.5.6", "999999999999999999999999999999元", "亿亿亿亿亿亿亿亿亿亿亿亿年", "\u{FEFF}\u{200B}\u{0301}",
        "a'b'c'", "'", "第十二条之", "Article", "Article ", "2021年1月2月3月4日", "〇〇〇年",
    ])
    func hostileTextsHaveTokensInOrderInsideOfThem(_ text: String) {
        let texts = Texts(text, text + "甲" + text)
        for (source, tokens) in [
            (texts.base, texts.comparison.base.tokens), (texts.other, texts.comparison.other.tokens),
        ] {
            #expect(tokens.allSatisfy { source.span.contains($0.span) && !$0.span.isEmpty })
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
        }
    }
}

@Suite("What is no difference") struct NoDifferenceTests {
    @Test(arguments: [
        ("公安机关，应当依法办理。", "公安机关应当依法办理；"), ("第１２条ＡＢＣ", "第12条abc"), ("警察機關應當", "警察机关应当"),
        ("十八周岁", "18周岁"), ("百分之三十", "30%"), ("30日", "三十日"), ("二〇二一年", "2021年"), ("三万元", "30000元"),
        ("The Police shall act.", "the police shall act"), ("“应当”", "「应当」"), ("《中华人民共和国公务员法》", "《公务员法》"),
        ("总  则", "总则"), ("本条例", "本办法"), ("These Regulations apply", "these Measures apply"),
        ("依照本条例第十二条处罚", "依照本办法第12条处罚"),
    ])
    func formIsPassedOver(_ base: String, _ other: String) {
        let texts = Texts(base, other)
        #expect(texts.comparison.isEqual, "\(texts.marked)")
    }

    @Test(arguments: [
        ("应当", "可以"), ("不得", "得"), ("十八周岁", "十六周岁"), ("三千元", "三千倍"), ("30日", "30个工作日"), ("第十二条", "第十三条"),
        ("《公务员法》", "《警察法》"), ("shall", "may"), ("基本法", "基条例"), ("police", "policy"), ("1.5", "15"), ("三分之二", "二分之三"),
    ])
    func contentIsADifference(_ base: String, _ other: String) {
        #expect(!Texts(base, other).comparison.isEqual)
    }

    @Test func aShortFormThatOnlyOneActDefinesIsNoDifferenceWhereBothUseIt() throws {
        let base = "警务辅助人员（以下简称辅警）分为两类。\n勤务辅警和文职辅警协助开展工作。"
        let (one, two) = (Texts.act("a", [base]), Texts.act("b", ["协管人员分为两类。\n勤务辅警和文职辅警协助从事工作。"]))
        let found = ProvisionComparer(base: one, other: two).compare([EId("art_1")], [EId("art_1")], links: [])
        let changed = found.rows.compactMap(\.comparison).flatMap(\.segments).filter { $0.kind != .equal }
        #expect(!changed.flatMap(\.base).map(one.source.string).joined().contains("勤务辅警"), "\(changed)")
        #expect(changed.flatMap(\.base).map(one.source.string).joined().contains("开展"))
    }

    @Test func anActsOwnShortFormSaysTheSameAsTheFullName() {
        let base = Texts.act("a", ["警务辅助人员（以下简称辅警）应当守法。", "辅警享有权利。"])
        let other = Texts.act("b", ["警务辅助人员应当守法。", "警务辅助人员享有权利。"])
        let comparer = ProvisionComparer(base: base, other: other)
        for article in ["art_1", "art_2"] {
            let found = comparer.compare([EId(article)], [EId(article)], links: [])
            #expect(found.isEqual, "\(article)")
            #expect(found.notItemised.shortForms == 1, "\(article)")
        }
        let back = ProvisionComparer(base: other, other: base).compare([EId("art_2")], [EId("art_2")], links: [])
        #expect(back.isEqual)
    }

    @Test func aShortFormMayBeTheEndOfItsName() {
        let base = Texts.act("a", ["为了预防学生人身伤害事故，制定本条例。", "学生人身伤害事故（以下简称伤害事故）的处理，适用本条例。", "学校预防伤害事故。"])
        let other = Texts.act("b", ["略。", "略。", "学校预防学生人身伤害事故。"])
        let found = ProvisionComparer(base: base, other: other).compare([EId("art_3")], [EId("art_3")], links: [])
        #expect(found.isEqual)
    }

    @Test func aNameThatIsShortInOneActAndLongInTheOtherIsOne() {
        let one = Texts.act("a", ["公安机关警务辅助人员（以下简称警务辅助人员）由公安机关警务辅助人员管理机构管理。", "警务辅助人员应当守法。"])
        let two = Texts.act("b", ["公安机关警务辅助人员（以下简称辅警）由公安机关管理。", "辅警应当守法。"])
        for (base, other) in [(one, two), (two, one)] {
            let found = ProvisionComparer(base: base, other: other).compare([EId("art_2")], [EId("art_2")], links: [])
            #expect(found.isEqual)
        }
    }

    @Test func theShortNameOfAnActSaysTheSame() {
        let base = Texts.act("a", ["根据《江苏省警务辅助人员条例》（以下简称《条例》）制定。", "依照《条例》处罚。"])
        let other = Texts.act("b", ["根据《江苏省警务辅助人员条例》制定。", "依照《江苏省警务辅助人员条例》处罚。"])
        let comparer = ProvisionComparer(base: base, other: other)
        #expect(comparer.compare([EId("art_2")], [EId("art_2")], links: []).isEqual)
    }

    @Test func aReferenceThatFollowsItsArticleIsRenumbering() {
        let base = Texts.act("a", ["甲。", "违反第一条的，予以处罚。"])
        let other = Texts.act("b", ["乙丙丁。", "甲。", "违反第二条的，予以处罚。"])
        let linked = ProvisionComparer(
            base: base, other: other, articles: [(EId("art_1"), EId("art_2")), (EId("art_2"), EId("art_3"))])
        let found = linked.compare([EId("art_2")], [EId("art_3")], links: [])
        #expect(found.isEqual && found.notItemised.renumbered == 1)
        let asPrinted = ProvisionComparer(base: base, other: other).compare([EId("art_2")], [EId("art_3")], links: [])
        #expect(!asPrinted.isEqual)
    }

    @Test func aReferenceToAnotherActIsComparedAsPrinted() {
        let base = Texts.act("a", ["甲。", "依照《消防法》第一条处罚。"])
        let other = Texts.act("b", ["乙。", "依照《消防法》第二条处罚。"])
        let comparer = ProvisionComparer(
            base: base, other: other, articles: [(EId("art_1"), EId("art_2")), (EId("art_2"), EId("art_2"))])
        #expect(!comparer.compare([EId("art_2")], [EId("art_2")], links: []).isEqual)
    }

    @Test func whatIsPassedOverIsCounted() {
        let texts = Texts("甲，乙丙，十八周岁", "甲乙、丙１８周岁")
        let counts = texts.comparison.notItemised(base: texts.base, other: texts.other)
        #expect(texts.comparison.isEqual)
        #expect(counts.punctuation == 3 && counts.forms == 1 && counts.shortForms == 0)
    }
}
