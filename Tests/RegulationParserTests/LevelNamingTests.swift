import RegulationModel
import RegulationParser
import Testing

@Suite("What levels are called") struct LevelNamingTests {
    private func parse(_ text: String) -> Regulation {
        RegulationParser.parse(Array(text.utf8), name: "text.txt", id: "text")
    }

    private let subpoint = EId("art_2__para_2__list_1__point_1__list_1__point_2")

    @Test func taiwanIsCitedByItsOwnNames() {
        let act = parse(
            """
            渡口管理規則
            第 1 條
            為管理渡口，訂定本規則。
            第 2 條
            渡口應懸掛標誌。
            下列設備應每年檢查：
            一、候船處：
            （一）座椅。
            （二）燈具。
            二、碼頭。
            前項第一款第二目之燈具，每月檢查。
            第 3 條
            本規則自發布日施行。
            """)
        #expect(act.levelNames == .taiwan)
        #expect(Citation(subpoint, in: act)?.chinese == "第二條第二項第一款第二目")
    }

    @Test func mainlandOrderOfNamesIsKeptInTraditionalCharacters() {
        let act = parse(
            """
            渡口管理辦法
            第一條　為了規範渡口管理，制定本辦法。
            第二條　渡口應當懸掛標誌。
            下列設備應當每年檢查：
            （一）候船處：
            1.座椅；
            2.燈具。
            第三條　違反本辦法第二條第二款第一項規定的，給予警告。
            第四條　本辦法自2012年3月1日起施行。
            """)
        #expect(act.levelNames == .mainlandTraditional)
        #expect(Citation(subpoint, in: act)?.chinese == "第二條第二款第一項第2目")
    }

    @Test func taiwanOrderOfNamesIsKeptInSimplifiedCharacters() {
        let act = parse(
            """
            渡口管理规则
            第一条　为管理渡口，订定本规则。
            第二条　渡口应悬挂标志。
            前条第一项第二款之标志，由主管机关定之。
            第三条　本规则自2012年3月1日起施行。
            """)
        #expect(act.levelNames == .taiwanSimplified)
        #expect(Citation(EId("art_2__para_2"), in: act)?.chinese == "第二条第二项")
    }

    @Test func simplifiedActsWithoutReferencesAreOfTheMainland() {
        let act = parse("渡口管理办法\n第一条　甲。\n乙。\n第二条　本办法自2012年3月1日起施行。")
        #expect(act.levelNames == .mainland)
        #expect(Citation(EId("art_1__para_2"), in: act)?.chinese == "第一条第二款")
    }
}
