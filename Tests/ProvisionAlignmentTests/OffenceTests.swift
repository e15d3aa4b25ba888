import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Offences that sanctions name by number") struct OffenceTests {
    private static func violated(_ text: String) -> [String] {
        Violation.all(in: Folding.fold(text).scalars).map { violation in
            violation.article.text + (violation.paragraph.map { "(\($0))" } ?? "")
        }
    }

    @Test func citedRulesAreRead() {
        #expect(Self.violated("违反本条例第十三条第一款第二项规定的，由主管部门责令改正。") == ["13(1)"])
        #expect(Self.violated("违反本办法第八条、第十条第一款和第三款规定，擅自停业的") == ["8", "10(1)", "10(3)"])
        #expect(Self.violated("违反本实施细则第十五条至第十七条的规定") == ["15", "16", "17"])
        #expect(Self.violated("违反本条例规定，有第二十五条第二款规定行为之一的") == ["25(2)"])
        #expect(Self.violated("不履行本规定第二十条之一规定的义务；违反第九条的") == ["20-1", "9"])
    }

    /// Rules of another act, rules that are applied and not violated, and numbers too large to be one.
    @Test(
        arguments: [
            "违反《养犬管理条例》第九条规定的", "依照本条例第八条的规定处理", "违反本条例规定，擅自停业的", "第三条", "违反本条例第",
            "违反本条例第九十亿亿亿条规定", "",
        ])
    func nothingIsViolated(_ text: String) {
        #expect(Self.violated(text) == [])
    }

    @Test func longRangesAreNotFilled() {
        #expect(Self.violated("违反本条例第一条至第九百条规定") == ["1", "900"])
    }

    @Test func offenceIsWhatRemainsWithoutConsequence() {
        func offence(_ text: String) -> String {
            String(String.UnicodeScalarView(Consequence.offence(in: Folding.fold(text).scalars).filter(\.isHan)))
        }
        #expect(offence("违反本条例第九条规定，擅自停业的，由主管部门责令改正；逾期不改正的，处一万元罚款。") == "擅自停业的")
        #expect(offence("违反其他法律法规规定的行为，尚不构成犯罪的，给予警告。") == "")
    }

    /// The one act names offences by number, the other by words, in another order.
    private static let base = SampleRegulation.make(
        "meadow", .chinese,
        """
        1 为了规范犬只饲养行为，维护公共秩序，制定本条例。
        2 禁止遗弃、虐待犬只。
        3 携带犬只出户的，应当使用束犬链牵领，并清除犬只粪便。
        4 销售犬只应当具有检疫证明和免疫记录。
        5 违反本条例第二条规定的，由公安机关责令改正，处五百元以上二千元以下罚款。
        6 违反本条例第三条规定的，由公安机关责令改正，处五百元以上二千元以下罚款。
        7 违反本条例第四条规定的，由公安机关责令改正，处五百元以上二千元以下罚款。
        8 本条例自公布之日起施行。
        """)
    private static let other = SampleRegulation.make(
        "valley", .chinese,
        """
        1 为了加强养犬管理，维护公共秩序，制定本办法。
        2 经营犬只，应当取得检疫证明。
        3 养犬人不得遗弃犬只。
        4 出户时应当用束犬链牵领犬只。
        5 销售没有检疫证明的犬只的，违反本办法规定，由公安机关责令改正，处五百元以上二千元以下罚款。
        6 违反本办法规定，遗弃犬只的，由公安机关责令改正，处五百元以上二千元以下罚款。
        7 违反本办法规定，没有用束犬链牵领犬只出户的，由公安机关责令改正，处五百元以上二千元以下罚款。
        8 本办法自公布之日起施行。
        """)

    @Test func sanctionFollowsTheRuleItCites() {
        let links = Aligner(witnesses: [Self.base, Self.other], terms: .empty).align(0, 1, level: .article).links
        let sanctions = links.filter { ["art_5", "art_6", "art_7"].contains("\($0.base)") }
        #expect(Set(sanctions.map { "\($0.base) \($0.other)" }) == ["art_5 art_6", "art_6 art_7", "art_7 art_5"])
    }

    @Test func exchangedActsMirrorTheLinks() {
        let links = Aligner(witnesses: [Self.base, Self.other], terms: .empty).align(0, 1, level: .article).links
        let mirrored = Aligner(witnesses: [Self.other, Self.base], terms: .empty).align(0, 1, level: .article).links
        #expect(Set(links.map(\.mirrored)) == Set(mirrored))
    }
}
