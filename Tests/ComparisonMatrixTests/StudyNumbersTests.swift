import RegulationModel
import Testing

@testable import ComparisonMatrix

@Suite("Numbers and lists of the study guide")
struct StudyNumbersTests {
    @Test(arguments: [
        ("年满十八周岁", ["年满十六周岁", "年满二十周岁", "年满二十二周岁", "年满十五周岁"]),
        ("不超过四十五周岁", ["不超过四十周岁", "不超过五十周岁", "不超过五十五周岁", "不超过三十五周岁"]),
        ("500元", ["250元", "1000元", "2500元", "1500元"]), ("五倍以上十倍以下", []), ("本市", []),
    ])
    func aChineseNumberGivesOthersWrittenTheSameWay(_ printed: String, _ others: [String]) {
        #expect(NumberVariants.variants(of: printed, language: .chinese) == others)
    }

    @Test(arguments: [
        ("five times", ["three times", "seven times", "ten times", "four times"]),
        ("not more than 1,000 yuan", ["not more than 500 yuan", "not more than 2000 yuan"]), ("previous year", []),
    ])
    func anEnglishNumberGivesOthersWrittenTheSameWay(_ printed: String, _ others: [String]) {
        #expect(
            Array(NumberVariants.variants(of: printed, language: .english).prefix(max(others.count, 1)))
                == (others.isEmpty ? [] : others))
    }

    @Test(arguments: [
        ("其他工作；", true), ("按照国家有关规定可以开展的其他工作；", true), ("法律、法规规定的其他权利", true), ("other conditions stipulated", true),
        ("other work prohibited by laws", true), ("认定交通事故责任；", false), ("与案件当事人有其他关系，可能影响公正处理", false),
        ("Keeping and maintaining police equipment other than weapons", false),
    ])
    func whatStandsForAllElseIsNoItemOfItsOwn(_ item: String, _ isCatchAll: Bool) {
        #expect(ListNoun.isCatchAll(item) == isCatchAll)
    }

    @Test(arguments: [
        ("应聘人员应当具备下列条件：", Language.chinese, ListNoun.conditions), ("有下列情形之一的，不得录用：", .chinese, .cases),
        ("不得有下列行为：", .chinese, .acts), ("不得从事下列工作：", .chinese, .other),
        ("shall meet the following conditions:", .english, .conditions),
        ("under any of the following circumstances,", .english, .cases),
        ("shall not commit any of the following acts:", .english, .acts),
        ("whose conduct is good may do the following work:", .english, .other),
    ])
    func aListIsKnownByItsNoun(_ lead: String, _ language: Language, _ noun: ListNoun) {
        #expect(ListNoun.read(lead, language: language) == noun)
    }

    @Test(arguments: [
        ("The public security organ", true), ("Local people's governments at or above the county level", true),
        ("police assistants", true), ("The recruitment of police auxiliary personnel", false),
        ("The average wage level of police auxiliary personnel", false), ("The organ that accepts reports", true),
    ])
    func somebodyIsToldFromSomethingByTheHeadNoun(_ name: String, _ isBody: Bool) {
        #expect(ActorHead.isBody(name) == isBody)
    }

    @Test func definedNamesAreFoundInBothLanguages() {
        func names(_ text: String, _ language: Language) -> [String] {
            let source = SourceText(name: "x", bytes: Array(text.utf8))
            return DefinedNames.names(in: source, source.span, language).map(source.string)
        }
        #expect(names("公安机关警务辅助人员（以下称警务辅助人员），是指……", .chinese) == ["警务辅助人员"])
        #expect(names("停车管理部门（以下简称“主管部门”）负责。", .chinese) == ["主管部门"])
        #expect(
            names("personnel (hereinafter referred to as the \u{201C}assistants\u{201D}) refer to", .english) == [
                "assistants"
            ])
        #expect(names("这里没有定义。", .chinese) == [])
        #expect(names("以下简称", .chinese) == [])
    }
}
