import RegulationModel
import Testing

@testable import ProvisionDiff

/// What can be checked beside duties and quantities: things named one by one, approval, filing, budgets, how often.
@Suite("Reading particulars") struct ParticularTests {
    private func read(_ text: String, _ language: Language) -> [String] {
        let regulation = SampleTexts.article(text, language)
        return regulation.articles.flatMap { NormReader(regulation).norms(of: $0) }.flatMap(\.particulars).map { item in
            let quote = regulation.source.flowed([item.span])
            return "\(item.kind.rawValue) \(item.value ?? quote)"
        }
    }

    @Test(arguments: [
        ("从业人员分为专职人员和兼职人员。", "Practitioners are divided into full-time staff and part-time staff.", "classes 2"),
        (
            "车辆分为三类：客车、货车和专用车。", "Vehicles are divided into three kinds: coaches, lorries and special vehicles.",
            "classes 3"
        ),
        (
            "招录应当经过报名、笔试、面试和公示等程序。",
            "They shall go through procedures such as registration, examination, interview and publicity, and be chosen on merit.",
            "enumeration 4"
        ),
        (
            "遵循自愿、无偿、平等、诚信的原则。", "They shall follow the principles of will, charity, equality and honesty.",
            "enumeration 4"
        ),
        (
            "所需经费纳入本级财政预算。", "The funds shall be included in the fiscal budget at the same level.",
            "funding budget same-level"
        ),
        ("每年至少检查一次。", "It shall be inspected at least once a year.", "frequency >= 1 per year"),
        ("每两年检测一次。", "It shall be tested once every two years.", "frequency 1 per 2 year"),
        ("每半年组织两次演练。", "Drills shall be held twice every six months.", "frequency 2 per 6 month"),
        ("应当定期组织体检。", "Health checks shall be organised regularly.", "frequency regular"),
        ("承担部分或者全部费用。", "They shall bear part or all of the cost.", "share part-or-all"),
        ("在编制内招用。", "They shall be employed within the quota.", "limit <= quota"),
    ])
    func bothLanguagesGiveTheSame(_ chinese: String, _ english: String, _ value: String) {
        #expect(read(chinese, .chinese) == [value])
        #expect(read(english, .english) == [value])
    }

    @Test(arguments: [
        ("方案经同级财政部门审核后，报本级人民政府批准。", ["audit 同级财政部门", "approval 本级人民政府"]),
        ("应当报上一级民政部门备案。", ["filing 上一级民政部门"]),
        ("市城市管理部门主管本市养犬管理工作。", ["competence 市城市管理部门"]),
        ("市教育部门会同财政、卫生部门核定总量。", ["competence 市教育部门会同财政、卫生部门"]),
        ("同等条件下优先录用退役军人、烈士子女。", ["priority 退役军人、烈士子女"]),
        ("农村地区的管理参照本条例执行。", ["analogy 本条例"]),
    ])
    func bodiesAndNamesAreQuoted(_ text: String, _ expected: [String]) {
        #expect(read(text, .chinese) == expected)
    }

    @Test(arguments: [
        (
            "The plan shall be reported to the people's government at the next higher level for the record.",
            ["filing people's government at the next higher level"]
        ),
        (
            "It shall be implemented after being approved by the provincial people's government.",
            ["approval provincial people's government"]
        ),
        ("Priority shall be given to retired soldiers.", ["priority retired soldiers"]),
    ])
    func englishBodiesAndNamesAreQuoted(_ text: String, _ expected: [String]) {
        #expect(read(text, .english) == expected)
    }

    @Test(arguments: [
        "由公安、财政、民政部门负责。", "依照《甲法》、《乙法》、《丙法》的规定执行。", "公开、平等。", "公安机关应当公开信息。", "每人每年。", "报名、",
    ])
    func whatIsNoListOfThingsIsNotCounted(_ text: String) {
        #expect(!read(text, .chinese).contains { $0.hasPrefix("enumeration") || $0.hasPrefix("frequency") })
    }

    @Test func andSoOnInsideAWordEndsNoList() {
        #expect(read("遵循公开、平等、竞争、择优的原则。", .chinese) == ["enumeration 4"])
    }

    @Test func aListBehindAModifierBeginsBehindIt() {
        let regulation = SampleTexts.article("不得参加破坏民族、宗教团结的集会、游行、示威等活动。", .chinese)
        let items = regulation.articles.flatMap { NormReader(regulation).norms(of: $0) }.flatMap(\.particulars)
        #expect(items.map { regulation.source.flowed([$0.span]) } == ["集会、游行、示威"])
    }

    @Test func aSentenceOfOpenWordsIsNeverATrap() {
        let words = ["分为", "、", "和", "等", "每", "年", "次", "报", "批准", "纳入", "预算", "参照", "优先", "的", "，", "：", "原则"]
        for first in words {
            for second in words {
                for third in words { _ = read("第一条 " + first + second + third, .chinese) }
            }
        }
        let english = [
            "divided into", ",", "and", "such as", "once", "a", "year", "budget", "included", "by", "times", "two",
        ]
        for first in english {
            for second in english {
                for third in english { _ = read([first, second, third].joined(separator: " "), .english) }
            }
        }
    }
}
