import Testing

@testable import ProvisionDiff

@Suite("Readable differences") struct ReadableTests {
    @Test(arguments: [
        ("年满十八周岁的公民", "年满十六周岁的公民", "年满[-十八周岁-]{+十六周岁+}的公民"),
        ("处三千元罚款", "处五千元罚款", "处[-三千元-]{+五千元+}罚款"),
        ("依照第十二条第一款处罚", "依照第十二条第二款处罚", "依照[-第十二条第一款-]{+第十二条第二款+}处罚"),
        ("根据《警察法》制定", "根据《公务员法》制定", "根据[-《警察法》-]{+《公务员法》+}制定"),
    ])
    func neverCutsAQuantityAReferenceOrATitle(_ base: String, _ other: String, _ marked: String) {
        #expect(Texts(base, other).marked == marked)
    }

    @Test(arguments: [
        ("甲乙丙、丁戊己。", "甲乙丙、子丑寅、丁戊己。", "甲乙丙、{+子丑寅、+}丁戊己。"),
        ("甲乙丙、丁戊己。", "甲乙丙、丁戊己、子丑寅。", "甲乙丙、丁戊己{+、子丑寅+}。"),
        ("甲乙丙。应当登记。应当备案。", "甲乙丙。应当备案。", "甲乙丙。[-应当登记。-]应当备案。"),
    ])
    func changesStandAtTheBordersOfClausesWithTheirCommas(_ base: String, _ other: String, _ marked: String) {
        #expect(Texts(base, other).marked == marked)
    }

    @Test(arguments: [
        ("渔船登记证丢失的，应当补办。", "渔船所有人丢失渔船登记证丢失的，应当补办。", "{+渔船所有人丢失+}渔船登记证丢失的，应当补办。"),
        ("申请人应当交回渔船登记证", "申请人应当交回渔船登记证和渔船登记证", "申请人应当交回渔船登记证{+和渔船登记证+}"),
        ("市人民政府可以划定。", "市、区（市）人民政府可以划定。", "市、{+区（市+}）人民政府可以划定。"),
    ])
    func whatATextBeginsOrEndsWithIsNotCutInTwo(_ base: String, _ other: String, _ marked: String) {
        #expect(Texts(base, other).marked == marked)
    }

    @Test(arguments: [
        ("由省公安的厅长批准执行", "由市交通的局长批准执行", "由[-省公安的厅-]{+市交通的局+}长批准执行"),
        (
            "The bureau of public security keeps records.", "The office of civil affairs keeps records.",
            "The [-bureau of public security-]{+office of civil affairs+} keeps records."
        ),
    ])
    func aWordBetweenTwoChangesIsNoIsland(_ base: String, _ other: String, _ marked: String) {
        #expect(Texts(base, other).marked == marked)
    }

    @Test func aClauseBetweenTwoChangesStays() {
        let texts = Texts("申请人提出申请，经过审查，发给证件。", "当事人书面请求，经过审查，作出决定。")
        #expect(texts.marked.contains("，经过审查，"))
    }

    @Test func wordsThatBothTextsUseAreNotChopped() {
        let act = Texts.act("a", ["公安机关负责。", "公安机关批准。", "管理机构负责。", "管理机构批准。", "公安机关和管理机构。", "有关公安机关。"])
        let texts = Texts("由有关机关办理", "由有关机构办理", cohesion: Cohesion(of: [act]))
        #expect(texts.marked == "由有关[-机关-]{+机构+}办理")
        #expect(Texts("由有关机关办理", "由有关机构办理").marked == "由有关机[-关-]{+构+}办理")
    }

    @Test func wordsOfStatutesAreNotChoppedThoughTheTextsAreShort() {
        let act = Texts.act("a", ["辅警不得作出行政处理决定。"])
        let texts = Texts("作出行政处理决定", "作出行政处罚、行政强制、行政许可等行政处理决定", cohesion: Cohesion(of: [act]))
        #expect(texts.marked == "作出行政{+处罚、行政强制、行政许可等行政+}处理决定")
    }

    @Test func nothingIsSharedByTextsThatHaveNothingInCommon() {
        #expect(Texts("甲乙丙丁", "子丑寅卯").marked == "[-甲乙丙丁-]{+子丑寅卯+}")
        #expect(Texts("", "子丑").marked == "{+子丑+}")
        #expect(Texts("子丑", "").marked == "[-子丑-]")
        #expect(Texts("", "").marked == "")
    }
}
