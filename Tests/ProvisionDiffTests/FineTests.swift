import RegulationModel
import Testing

@testable import ProvisionDiff

/// Fines and limits are compared with those that stand for the same.
@Suite("Fines and limits") struct FineTests: DemandSuite {
    @Test func aFineIsComparedWithThatOfTheParagraphThatAnswers() {
        let base = "违反本办法第三条规定，不清理宠物粪便的，由城市管理部门责令清理，处五十元以上二百元以下罚款。"
        let other = [
            "违反本办法第二条规定的，由公安机关责令停止，可以处三百元以上八百元以下罚款。",
            "违反本办法第三条规定的，由城市管理部门责令清理；拒不清理的，处二十元以上二百元以下罚款。",
        ]
        let rest = ["在绿地内不得焚烧落叶、垃圾和祭祀用品。", "携带宠物出户的，应当即时清理宠物粪便。"]
        let found = Self.demands([base] + rest, [other.joined(separator: "\n")] + rest)
        #expect(found.contains("value: 五十元以上二百元以下 → 二十元以上二百元以下"), "\(found)")
        #expect(!found.contains { $0.hasPrefix("value") && $0.contains("三百元以上八百元以下") }, "\(found)")
    }

    @Test func aFineIsNotComparedWithThatForTheGraverCaseOfAnotherOffence() {
        let base =
            "经营者未设置隔离设施的，由主管部门责令限期改正；逾期不改正的，处五千元以上二万元以下罚款。"
            + "\n在场地内张贴广告的，由主管部门责令限期改正；逾期不改正的，处二千元以上一万元以下罚款。"
        let other = "在场地内张贴广告的，由主管部门责令限期改正，可以处二千元以上一万元以下罚款；情节严重的，处一万元以上三万元以下罚款。"
        let found = Self.demands(base, other)
        #expect(!found.contains { $0.contains("五千元以上二万元以下 → 一万元以上三万元以下") }, "\(found)")
    }

    @Test func finesForThePlainAndForTheGraverCaseAreComparedEachWithItsLike() {
        let head = "擅自占用绿地的，由主管部门责令退还，"
        let found = Self.demands(
            "\(head)处一千元以上三千元以下罚款；情节严重的，处五千元以上八千元以下罚款。",
            "\(head)处二千元以上四千元以下罚款；情节严重的，处六千元以上九千元以下罚款。")
        #expect(found == ["value: 一千元以上三千元以下 → 二千元以上四千元以下", "value: 五千元以上八千元以下 → 六千元以上九千元以下"], "\(found)")
    }

    // MARK: Lists

    @Test func aListOfFinesStandsBesideTheSentenceThatFinesTheSame() {
        let base =
            "场所的经营者违反本办法第二条规定的，按照下列规定处罚：\n（一）违反第一项规定的，责令限期改正；拒不改正的，处二千元以上五千元以下罚款。"
            + "\n（二）违反第二项规定的，给予警告，并处五千元以上一万元以下罚款。"
        let other = "场所的经营者违反本办法第二条规定的，责令限期改正，给予警告；逾期不改正的，处一千元以上一万元以下罚款；情节严重的，处一万元以上三万元以下罚款。"
        let rest = ["经营者应当履行下列职责：\n（一）张贴标识；\n（二）劝阻吸烟。"]
        let found = Self.demands([base] + rest, [other] + rest).filter { $0.contains("sanctions") }
        #expect(found.count == 1 && found[0].contains("二千元以上五千元以下") && found[0].contains("一万元以上三万元以下"), "\(found)")
        let mirrored = Self.demands([other] + rest, [base] + rest).filter { $0.contains("sanctions") }
        #expect(mirrored.count == 1, "\(mirrored)")
    }

    // MARK: Limits

    @Test func limitsInTheSameWordsAreOneDifference() {
        let found = Self.demands("重点区域内每户限养两只鸽。", "个人在城市化地区内饲养鸽子的，每户限养一只。")
        let values = found.filter { $0.contains("value") }
        #expect(values.count == 1 && values.first?.hasSuffix("→ 限养一只") == true, "\(found)")
    }

    @Test func valuesInOtherWordsAreNotOneLimit() {
        let found = Self.demands("应当配备两辆巡逻车。\n绿化带应当种植乔木。", "应当设置三处岗亭。\n绿化带应当种植乔木。")
        #expect(!found.contains { $0.hasPrefix("value:") }, "\(found)")
    }
}
