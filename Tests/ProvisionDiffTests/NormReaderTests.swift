import RegulationModel
import Testing

@testable import ProvisionDiff

@Suite("Reading norms") struct NormReaderTests {
    private func norms(_ text: String, _ language: Language = .chinese) -> [Norm] {
        let regulation = SampleTexts.article(text, language)
        return regulation.articles.flatMap { NormReader(regulation).norms(of: $0) }
    }

    private func values(_ text: String, _ language: Language = .chinese) -> [String] {
        norms(text, language).flatMap(\.quantities).map { "\($0.kind.rawValue) \($0.normalised)" }
    }

    @Test(arguments: [
        ("年满十八周岁", "aged 18 or older", "age >= 18 year"),
        ("处一千元以上五千元以下罚款", "shall be fined 1,000 yuan to 5,000 yuan", "money 1000..5000 CNY"),
        ("并处货值五倍以下罚款", "a fine of not more than five times the value", "multiple <= 5"),
        ("应当在三十日内答复", "shall reply within thirty (30) days", "period <= 30 day"),
        ("应当在十五个工作日内办结", "shall be done within 15 working days", "period <= 15 working-day"),
        ("三分之二以上通过", "not less than two-thirds", "fraction >= 2/3"),
        ("不得超过百分之二十", "shall not exceed 20%", "percentage <= 20 %"),
        ("高中以上文化程度", "high school education or above", "education >= high-school"),
        ("自2021年12月31日", "on December 31, 2021", "date 2021-12-31"),
        ("半年以上", "half a year or more", "period >= 6 month"),
        ("不超过一年半", "not more than one and a half years", "period <= 18 month"),
        ("半小时内", "within half an hour", "period <= 30 minute"),
        ("面积不小于六十平方米", "not less than 60 square meters", "area >= 60 m2"),
        ("有效期三年", "valid for three years", "period 3 year"),
        ("不超过一年", "not more than a year", "period <= 1 year"),
        ("不超过二分之一", "no more than half", "fraction <= 1/2"),
        ("不超过二分之一", "no more than one half", "fraction <= 1/2"),
        ("每次采血不超过四百毫升", "not more than 400 ml may be taken", "volume <= 400 ml"),
        ("九人以上", "nine dietitians or more", "people >= 9 person"),
        (
            "不低于当地职工上年度平均工资",
            "The average wage shall not be lower than that of local employees in the previous year",
            "comparison >= wage average previous-year local"
        ),
    ])
    func bothLanguagesGiveTheSameValue(_ chinese: String, _ english: String, _ value: String) {
        #expect(values(chinese) == [value])
        #expect(values(english, .english) == [value])
    }

    @Test(arguments: [
        "These Regulations shall come into force on June 1 65438+1October1day, 2020.",
        "citizens aged 8 to 35 under the socialist system/kloc-0;",
        "a fine of 65438yuan+0,000 yuan shall be imposed",
    ])
    func debrisGivesNoValue(_ text: String) {
        for quantity in norms(text, .english).flatMap(\.quantities) {
            #expect(quantity.value == .unknown || quantity.normalised == "2020-??-??", "\(quantity)")
        }
    }

    @Test(arguments: [
        ("廿三日以内", ["period <= 23 day"]), ("一百卅人以上", ["people >= 130 person"]), ("五卅纪念日三日以内", ["period <= 3 day"]),
    ])
    func tensInOneCharacterAreRead(_ text: String, _ expected: [String]) {
        #expect(values(text) == expected)
    }

    @Test(arguments: [
        ("提倡年满十八周岁至五十五周岁的公民献血", ["age 18..55 year"]), ("年龄可以延长至六十周岁", ["age <= 60 year"]),
        ("年龄可放宽至四十周岁", ["age <= 40 year"]), ("年满十八周岁，自愿报名", ["age >= 18 year"]),
    ])
    func endsOfAgesAreRead(_ text: String, _ expected: [String]) { #expect(values(text) == expected) }

    @Test(arguments: [
        ("具体办法由市人民政府会同驻沪部队按照国家有关规定另行制定。", "市人民政府会同驻沪部队"),
        ("目录由市公安局会同财政局制定。", "市公安局会同财政局"), ("名单由市人民政府公布。", "市人民政府"),
    ])
    func whoActsTogetherIsReadWhole(_ text: String, _ expected: String) {
        let regulation = SampleTexts.article(text, .chinese)
        let agents = regulation.articles.flatMap { NormReader(regulation).norms(of: $0) }.flatMap(\.actors)
            .filter(\.isAgent).map { regulation.source.string($0.span) }
        #expect(agents == [expected])
    }

    @Test(arguments: ["上半年完成", "每半年检查一次的", "半年度报告", "半日制学校"])
    func halvesThatAreNoPeriodHaveNoValue(_ text: String) {
        #expect(!norms(text).flatMap(\.quantities).contains { $0.kind == .period }, "\(values(text))")
    }

    @Test func overlappingBoundsAreNoTrap() {
        #expect(values("within 3 days or less than 5 days", .english).count == 2)
    }

    /// Words of the rules in any order: reading and comparing never trap, and every span lies in the text.
    @Test(arguments: [Language.chinese, .english]) func anyOrderOfWordsIsRead(_ language: Language) {
        let chinese = [
            "第", "条", "三", "十", "万", "元", "以上", "以下", "不超过", "分之", "年", "月", "日", "《", "》", "由", "的", "，", "；", "。",
            "应当",
            "不得", "可以", "县级以上", "人民政府", "规定", "国家", "在", "带领", "下", "范围内", "罚款", "１", "，000", "亿", "周岁", "前款",
        ]
        let english = [
            "3", "thousand", "hundred", "days", "or less", "less than", "not", "more than", "shall", "may", "no",
            "Article", "Regulations",
            "of", "by the", "organs", "65438+1October1day", ",", ";", ".", "May", "2020", "under the", "command", "(",
            ")", "NT$", "and",
            "provisions", "state", "the", "one", "-", "third", "aged", "fine", "be",
        ]
        let words = language == .chinese ? chinese : english
        var state: UInt64 = 20_261_125
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += words[Int(state >> 33) % words.count] + (language == .english ? " " : "")
            }
            for norm in norms(text, language) {
                #expect(norm.span.end <= text.utf8.count)
                #expect(norm.quantities.allSatisfy { norm.span.contains($0.span) }, "\(text)")
            }
            _ = compared(text, String(text.reversed()), language)
        }
    }

    @Test func tornNumbersHaveNoValue() {
        #expect(values("每只犬第一年为1，000元") == ["money 1000 CNY"])
        #expect(values("每只犬第一年为1。000元") == ["money ?"])
        #expect(values("每年为 000元") == ["money ?"])
    }

    @Test(arguments: ["第三条", "一般由公安机关", "统一标准", "一定条件", "第十二条第二款", "唯一的", "万一发生", "一人民警察"])
    func wordsWithFiguresAreNoQuantities(_ text: String) { #expect(values(text) == []) }

    @Test func everySpanQuotesItsWords() {
        let text = "违反本办法第一条规定的，由县级以上公安机关给予警告，并处２００元以上一千元以下罚款。"
        let regulation = SampleTexts.article(text, .chinese)
        let norm = NormReader(regulation).norms(of: regulation.articles[0])[0]
        #expect(norm.modality == .sanction)
        #expect(norm.quantities.map { regulation.source.string($0.span) } == ["２００元以上一千元以下"])
        #expect(norm.sanctions.map { regulation.source.string($0.span) } == ["警告", "罚款"])
        #expect(norm.references.contains { $0.target == .provision(EId("art_1")) })
        #expect(norm.levels.map { regulation.source.string($0.span) } == ["县级以上公安机关"])
    }

    @Test func pointsInheritModalityAndConditionOfTheirLeadIn() throws {
        let text = try SampleTexts.parsed(SampleTexts.root + "/Corpus/Texts/lianyungang.zh.txt")
        let points = NormReader(text).norms(at: EId("art_10__para_1")).filter { $0.inheritedFrom != nil }
        #expect(points.count == 8)
        #expect(points.allSatisfy { $0.modality == .may && $0.conditions.contains { $0.kinds == [.led, .commanded] } })
    }

    @Test(arguments: ["'", "’"]) func theNameOfAnActGoesOnBehindAPossessive(_ mark: String) throws {
        let name = "Law of the People\(mark)s Republic of China on the Prevention of Pollution by Solid Waste"
        let text = "These Measures are formulated in accordance with the \(name) and other laws."
        let act = SampleTexts.article(text, .english)
        let acts = NormReader(act).norms(of: act.articles[0]).flatMap(\.references).filter(\.isOfAct)
        #expect(acts.map { act.source.flowed([$0.span]) } == [name])
    }

    @Test func referencesBackAreResolved() throws {
        let text = try SampleTexts.parsed(SampleTexts.root + "/Corpus/Texts/lianyungang.zh.txt")
        let norm = try #require(NormReader(text).norms(at: EId("art_31__para_2")).first)
        #expect(norm.references.contains { $0.target == .provision(EId("art_31__para_1")) })
    }

    /// 应当, 可以 and 不得 (and their English words) put for one another in a text: never the same.
    @Test(arguments: [Language.chinese, .english])
    func anotherModalityIsNeverTheSame(_ language: Language) throws {
        let texts =
            language == .chinese
            ? ["公安机关应当建立制度。", "经营者应当登记，可以委托他人办理。", "养犬人不得携犬乘车。", "用人单位可以解除合同，但应当通知工会。"]
            : [
                "The organ shall establish a system.", "The owner shall register and may entrust others.",
                "The holder shall not transfer the permit.",
                "The employer may end the contract, but shall inform the union.",
            ]
        let words = language == .chinese ? ["应当", "可以", "不得"] : ["shall", "may", "shall not"]
        for text in texts {
            for word in words where text.contains(word) && !(word == "shall" && text.contains("shall not")) {
                for other in words where other != word {
                    let range = try #require(text.firstRange(of: word))
                    let changed = text.replacingCharacters(in: range, with: other)
                    let differences = compared(text, changed, language)
                    #expect(!differences.filter { !$0.isDoubtful }.isEmpty, "\(text) / \(changed)")
                }
            }
            #expect(compared(text, text, language) == [])
        }
    }

    @Test(arguments: [
        ("公安机关应当建立制度。", "The public security organ may establish a system."),
        ("任何人不得携犬乘车。", "A person may take a dog on a bus."),
        ("经营者可以申请延期。", "The operator shall apply for an extension."),
    ])
    func anotherModalityAcrossLanguagesIsNeverTheSame(_ chinese: String, _ english: String) {
        let (a, b) = (SampleTexts.article(chinese, .chinese), SampleTexts.article(english, .english))
        let comparison = NormComparison(
            base: .init(a, isMachine: false), other: .init(b, isMachine: true), renderings: .none)
        let found = comparison.differences(Self.rows(a, b), links: [])
        #expect(found.contains { $0.kind == .modality && !$0.isDoubtful }, "\(found)")
    }

    /// Another body is another actor, and a government is another one than its department; a department under a later name,
    /// the same body at another level or under another list of places is not.
    @Test(arguments: [
        ("养犬登记由公安机关办理。", "养犬登记由民政部门办理。", true),
        ("民政部门应当公布名单。", "教育部门应当公布名单。", true),
        ("名单由市人民政府公布。", "名单由市公安局公布。", true),
        ("名单由市人民政府公布。", "市人民政府建立制度，名单由市公安局公布。", false),
        ("由市和区、县（市）人民政府批准。", "由市、区（市）人民政府批准。", false),
        ("由县（市、区）人民政府处理。", "由县（区）人民政府及其有关部门处理。", false),
        ("由工商行政管理部门处理。", "由市场监督管理部门处理。", false),
        ("由县级以上公安机关办理。", "由公安机关办理。", false),
        ("由公安、民政部门办理。", "由民政部门办理。", false),
        ("由公安机关办理，由民政部门备案。", "由民政部门备案，由公安机关办理。", false),
    ])
    func anotherBodyIsADifferenceInOneLanguage(_ first: String, _ second: String, _ differs: Bool) {
        let (a, b) = (SampleTexts.article(first, .chinese), SampleTexts.article(second, .chinese))
        let comparison = NormComparison(
            base: .init(a, isMachine: false), other: .init(b, isMachine: false), renderings: .none)
        let found = comparison.differences(Self.rows(a, b), links: []).contains { $0.reason == .body }
        #expect(found == differs)
        let mirrored = NormComparison(
            base: .init(b, isMachine: false), other: .init(a, isMachine: false), renderings: .none
        ).differences(Self.rows(b, a), links: []).contains { $0.reason == .body }
        #expect(mirrored == differs)
    }

    /// Pairs in which the words of duty change places, and what is said of them.
    @Test(arguments: [
        ("经营者应当公示价格，可以委托他人办理。", "经营者可以公示价格，应当委托他人办理。", ["应当公示价格→可以公示价格", "可以委托他人办理→应当委托他人办理"]),
        ("甲单位应当备案，乙单位不得收费。", "甲单位不得备案，乙单位应当收费。", ["应当备案→不得备案", "不得收费→应当收费"]),
        ("用人单位可以签订合同，不得收费。", "用人单位应当签订合同，可以收费。", ["可以签订合同→应当签订合同", "不得收费→可以收费"]),
        ("公安机关应当检查。", "公安机关可以检查。", ["应当检查→可以检查"]),
        ("公安机关应当登记，不得收费。", "公安机关不得收费，应当登记。", []),
    ])
    func wordsOfDutyAreComparedByTheirVerbs(_ base: String, _ other: String, _ expected: [String]) {
        let (a, b) = (SampleTexts.article(base, .chinese), SampleTexts.article(other, .chinese))
        let found = compared(base, other, .chinese).filter { $0.kind == .modality }
        #expect(found.map { "\(a.source.flowed($0.base))→\(b.source.flowed($0.other))" } == expected)
    }

    @Test(arguments: [
        ("下列场所禁止携带犬只进入。", Modality.mustNot), ("本办法所禁止的行为，由公安机关处理。", .statement),
        ("犬只被禁止进入的场所，应当设置标识。", .must),
    ])
    func aBanOfPlacesIsABan(_ text: String, _ modality: Modality) {
        let act = SampleTexts.article(text, .chinese)
        let norms = NormReader(act).norms(of: act.articles[0])
        #expect(norms.first?.modality == modality, "\(norms.map(\.modality))")
    }

    @Test(arguments: [
        ("宽度不得小于一点五米。", [">= 150 cm"]), ("每平方米一点二五元。", ["5/4 CNY"]), ("领取一次性奖励。", []),
        ("违法所得二点五万元以上的，依法处理。", [">= 25000 CNY"]),
    ])
    func numeralsWithAPointKeepTheirWhole(_ text: String, _ expected: [String]) {
        let act = SampleTexts.article(text, .chinese)
        let found = NormReader(act).norms(of: act.articles[0]).flatMap(\.quantities).map(\.normalised)
        #expect(found == expected)
    }

    @Test func anAmountOnWhichAFineDependsIsNoFine() throws {
        let act = SampleTexts.article("货值金额不足五千元的，并处一千元以上五千元以下罚款。", .chinese)
        let norm = try #require(NormReader(act).norms(of: act.articles[0]).first)
        let money = norm.quantities.filter { $0.kind == .money }
        #expect(money.map { FineClause.holds($0, of: norm, in: act) } == [false, true], "\(money)")
    }

    @Test func aSanctionLeftOutIsPointedOutWhateverItsKind() {
        let found = compared("处五百元罚款；情节严重的，吊销许可证。", "处五百元罚款。", .chinese)
        #expect(found.contains { $0.kind == .penalty && $0.reason == .sanctions && !$0.isDoubtful }, "\(found)")
    }

    /// One paragraph divided in two, and a list written out: nothing is lost or added.
    @Test(arguments: [
        ("使用单位应当签订合同。使用单位不得收取费用。", "使用单位应当签订合同。\n使用单位不得收取费用。"),
        ("申请人应当提交下列材料：\n（一）身份证明；\n（二）健康证明。", "申请人应当提交身份证明、健康证明。"),
    ])
    func wordsThatStandInAnotherUnitAreNotLost(_ base: String, _ other: String) {
        let (a, b) = (SampleTexts.article(base, .chinese), SampleTexts.article(other, .chinese))
        let comparison = NormComparison(
            base: .init(a, isMachine: false), other: .init(b, isMachine: false), renderings: .none)
        let paragraph = UnitLink(base: EId("art_1__para_1"), other: EId("art_1__para_1"), score: 1)
        let found = comparison.differences(Self.rows(a, b), links: [paragraph])
        #expect(found == [], "\(found)")
    }

    private func compared(_ base: String, _ other: String, _ language: Language) -> [NormDifference] {
        let (a, b) = (SampleTexts.article(base, language), SampleTexts.article(other, language))
        let comparison = NormComparison(
            base: .init(a, isMachine: false), other: .init(b, isMachine: false), renderings: .none)
        return comparison.differences(Self.rows(a, b), links: [])
    }

    private static func rows(_ base: Regulation, _ other: Regulation) -> ProvisionComparison {
        ProvisionComparer(base: base, other: other).compare([EId("art_1")], [EId("art_1")], links: [])
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
