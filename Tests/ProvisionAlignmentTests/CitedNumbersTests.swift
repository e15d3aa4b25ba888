import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("Numbers of provisions that a text cites") struct CitedNumbersTests {
    /// A run with the characters of cited numbers as dots.
    private static func marked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var rarities = [UInt8](repeating: 255, count: scalars.count)
        scalars.withUnsafeBufferPointer { CitedNumbers.mark(in: $0, &rarities) }
        return zip(scalars, rarities).map { $1 == 0 ? "·" : String($0) }.joined()
    }

    @Test(arguments: [
        ("违反本条例第二十五条第一款第三项规定的", "违反本条例···········规定的"), ("第十六条之一", "····之一"), ("本法第四章", "本法···"),
        ("第三人", "第三人"), ("第一", "第一"), ("第", "第"), ("次第条", "次第条"), ("", ""), ("每年第四季度", "每年第四季度"),
    ])
    func countForNothing(_ text: String, _ expected: String) { #expect(Self.marked(text) == expected) }

    @Test func reasonsNameNoCitedNumbers() {
        let one = SampleRegulation.make("a", .chinese, "1 违反本办法第十五条第四项规定，不清理码头油污的，处五百元罚款。\n2 本办法自五月起施行。")
        let two = SampleRegulation.make("b", .chinese, "1 违反本规定第十七条第四项规定，不清理码头油污的，处二百元罚款。\n2 本规定自六月起施行。")
        let links = Aligner(witnesses: [one, two], terms: TermTable(parsing: [])).align(0, 1, level: .article).links
        let reasons = links.flatMap(\.reasons).joined()
        #expect(reasons.contains("码头油污") && !reasons.contains("第") && !reasons.contains("项"), "\(reasons)")
    }

    @Test func theNumbersTwoProvisionsCiteAreNoReasonForALink() {
        let shared = "第二十五条第一款、第二十八条第一项和第三十四条"
        let one = SampleRegulation.make(
            "a", .chinese, "1 邮局应当设立邮筒。\n2 本办法\(shared)关于邮局的规定，适用于快递公司。\n3 本办法自公布之日起施行。")
        let two = SampleRegulation.make(
            "b", .chinese, "1 邮局必须设立邮筒和信箱。\n2 违反\(shared)规定的，由管理机构责令赔偿损失。\n3 本办法自五月起施行。")
        let links = Aligner(witnesses: [one, two], terms: TermTable(parsing: [])).align(0, 1, level: .article).links
        #expect(!links.contains { $0.base.text == "art_2" && $0.other.text == "art_2" }, "\(links)")
    }
}
