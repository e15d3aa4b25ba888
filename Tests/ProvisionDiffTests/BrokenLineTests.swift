import RegulationModel
import RegulationParser
import Testing

@testable import ProvisionDiff

/// Texts whose lines were broken at a width, as those of a PDF are.
@Suite("Broken lines") struct BrokenLineTests: DemandSuite {
    private static let head = "为了加强公园的建设、保护和管理，改善城市生态和人居环境，促进人与自然和谐共生，根据有关法律、法规，结合本市实际，制定本办法。"

    /// An act of some articles, in lines of so many characters; unbroken with none.
    private static func act(_ id: String, _ articles: [String], _ width: Int?) -> Regulation {
        let numbered = ([head] + articles).enumerated().flatMap { index, article in
            "第\(ChineseNumeral.text(index + 1))条 \(article)".split(separator: "\n")
        }
        let lines = numbered.flatMap { line -> [String] in
            guard let width else { return [String(line)] }
            let letters = Array(line)
            return stride(from: 0, to: letters.count, by: width).map {
                String(letters[$0..<min(letters.count, $0 + width)])
            }
        }
        let text = "某市公园管理办法\n\n" + lines.joined(separator: "\n") + "\n"
        return RegulationParser.parse(Array(text.utf8), name: id, id: id)
    }

    /// What the second articles demand otherwise, as it is read.
    private static func demands(_ base: [String], _ other: [String], _ width: Int?) -> [String] {
        let (one, two) = (act("a", base, width), act("b", other, width))
        let rows = ProvisionComparer(base: one, other: two).compare([EId("art_2")], [EId("art_2")], links: [])
        let norms = NormComparison(
            base: NormComparison.Side(one, isMachine: false), other: NormComparison.Side(two, isMachine: false),
            renderings: .none)
        func said(_ spans: [ByteSpan], _ act: Regulation) -> String {
            act.runs(spans).map(act.source.flowed).joined(separator: "|")
        }
        return norms.differences(rows, links: []).map { difference in
            "\(difference.isDoubtful ? "?" : "")\(difference.reason.rawValue): \(said(difference.base, one)) → "
                + said(difference.other, two)
        }
    }

    private static let pairs: [(base: String, other: String)] = [
        (
            "公园管理机构、主管部门和社会团体应当积极开展爱护公园花草树木的宣传教育活动，并及时制止损坏花草树木的行为。",
            "公园管理机构、主管部门和社会团体应当积极开展爱护公园花草树木的活动，并及时制止损坏花草树木的行为，向社会公布。"
        ),
        (
            "游客应当爱护公园内的各项设施和花草树木，保持环境整洁。\n主管部门应当每年组织两次公园设施安全检查，并将检查结果以及整改情况向社会公布。",
            "游客应当爱护公园内的各项设施和花草树木，保持环境整洁。\n公园应当在每日开放前对水上和冰上项目进行检查，不得使用未经检验的设备，并设置警示标志。"
        ),
        (
            "损坏公园设施的，由主管部门责令改正，恢复原状；逾期不改正的，处二百元以上一千元以下的罚款，并依法承担赔偿责任。",
            "损坏公园设施的，由主管部门责令改正，恢复原状；逾期不改正的，给予警告或者处五百元以上二千元以下的罚款，并承担赔偿责任。"
        ),
    ]

    @Test(arguments: [20, 23]) func linesChangeNothingOfWhatIsTold(_ width: Int) {
        let rest = "公园管理机构应当根据公园的规模、性质和游客的数量，合理设置休息、卫生、照明和无障碍设施，并做好日常维护和更新工作，保持各项设施完好整洁。"
        let last = [rest, rest, rest, "公园管理机构应当建立档案，记载公园的位置、面积、边界和各项设施的情况，并根据变化及时更新。", "本办法自二〇二〇年一月一日起施行。"]
        for (base, other) in Self.pairs {
            let (whole, broken) = (
                Self.demands([base] + last, [other] + last, nil), Self.demands([base] + last, [other] + last, width)
            )
            #expect(!whole.isEmpty)
            #expect(whole == broken)
        }
    }
}
