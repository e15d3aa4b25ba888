import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Consequences of offences") struct ConsequenceTests {
    @Test(
        arguments: [
            "由公安机关责令改正", "处五百元以上二千元以下罚款", "逾期不改正的", "情节严重的", "违反本条例第八条第一款规定", "依法给予处分",
            "依法追究刑事责任", "并没收违法所得", "给予警告", "由主管部门予以处罚",
        ])
    func clauseTellsConsequence(_ clause: String) {
        #expect(Consequence.isTold(in: Folding.fold(clause).scalars))
    }

    /// Matter that shares a word with consequences: property disposed of, warning signs, who imposes penalties.
    @Test(
        arguments: [
            "业主对专有部分享有处分的权利", "设置警告标志", "本条例规定的行政处罚权", "违反本条例规定擅自停业的", "损坏承重结构的", "",
        ])
    func clauseTellsMatter(_ clause: String) {
        #expect(!Consequence.isTold(in: Folding.fold(clause).scalars))
    }

    @Test func rolesOfProvisions() {
        func role(_ text: String) -> Consequence.Role { Consequence.role(Folding.fold(text).scalars) }
        #expect(role("违反本条例第九条规定，擅自停业的，由主管部门责令改正；逾期不改正的，处一万元罚款。") == .sanction)
        #expect(role("有下列行为之一的，由公安机关处二百元罚款：（一）遗弃犬只的；（二）虐待犬只的。") == .sanction)
        #expect(role("任何单位和个人不得遗弃犬只。") == .none)
        #expect(role("个人应当立即清除宠物的粪便。违反前款规定的，处五十元罚款。") == .mixed)
        #expect(role("饲养人应当看管犬只；犬只伤人的，依法承担赔偿责任。") == .mixed)
    }

    /// Two acts of one subject, each with bans and the sanctions for breaking them, in the same words.
    private static let base = SampleRegulation.make(
        "meadow", .chinese,
        """
        1 为了规范犬只饲养行为，维护公共秩序，制定本条例。
        2 禁止遗弃犬只，禁止虐待犬只。
        3 携带犬只出户的，应当使用束犬链牵领。
        4 销售犬只应当具有检疫证明。
        5 违反本条例规定，遗弃犬只的，由公安机关责令改正；逾期不改正的，处五百元以上二千元以下罚款。
        6 违反本条例规定，销售未检疫的犬只的，由公安机关责令改正；逾期不改正的，处五百元以上二千元以下罚款。
        7 本条例自公布之日起施行。
        """)
    private static let other = SampleRegulation.make(
        "valley", .chinese,
        """
        1 为了加强养犬管理，维护公共秩序，制定本办法。
        2 养犬人不得遗弃犬只。
        3 违反本办法规定，遗弃犬只的，由公安机关责令改正；逾期不改正的，处五百元以上二千元以下罚款。
        4 违反本办法规定，阻挠犬只收容的，由公安机关责令改正；逾期不改正的，处五百元以上二千元以下罚款。
        5 本办法自公布之日起施行。
        """)

    @Test func sanctionsFollowWhatIsSanctioned() {
        let links = Aligner(witnesses: [Self.base, Self.other], terms: .empty).align(0, 1, level: .article).links
        let pairs = Set(links.map { "\($0.base) \($0.other)" })
        #expect(pairs.isSuperset(of: ["art_1 art_1", "art_2 art_2", "art_5 art_3", "art_7 art_5"]))
        #expect(pairs.isDisjoint(with: ["art_2 art_3", "art_5 art_2", "art_2 art_4"]))
    }
}
