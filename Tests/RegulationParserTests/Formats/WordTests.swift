import Foundation
import RegulationModel
import Testing

@testable import RegulationParser

@Suite("Word files") struct WordTests {
    private func text(_ file: WordFile) -> String {
        String(decoding: PackageReader(limits: ReadingLimits()).read(file.bytes).bytes, as: UTF8.self)
    }

    private func text(_ body: String) -> String { text(WordFile(body: body)) }

    @Test func readsTheStrictNamespacesToo() {
        var file = WordFile(body: "<w:p><w:r><w:t>第一条　路灯</w:t></w:r></w:p>")
        file.isStrict = true
        #expect(text(file) == "第一条　路灯\n")
    }

    @Test func keepsWhatStandsInUnknownElements() {
        let run = "<w:r><w:t>路灯</w:t></w:r>"
        #expect(
            text(
                "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:smartTag>\(run)</w:smartTag>"
                    + "<w:hyperlink>\(run)</w:hyperlink><w:bdo>\(run)</w:bdo></w:p></w:sdtContent></w:sdt>")
                == "路灯路灯路灯\n")
    }

    @Test func writesTabsSymbolsAndHyphensAsCharacters() {
        #expect(
            text(
                "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>"
                    + "<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:sym w:font=\"X\" w:char=\"6761\"/></w:r></w:p>")
                == "甲\t乙-□条\n")
    }

    @Test func leavesReadingAidsOut() {
        #expect(
            text(
                "<w:p><w:r><w:ruby><w:rt><w:r><w:t>lù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>路</w:t></w:r></w:rubyBase>"
                    + "</w:ruby></w:r></w:p>") == "路\n")
    }

    @Test func goesOnWithTheNextParagraphWhereTheEndIsDeleted() {
        let end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
        #expect(
            text("<w:p>\(end)<w:r><w:t>路灯应当</w:t></w:r></w:p><w:p><w:r><w:t>开启。</w:t></w:r></w:p>") == "路灯应当开启。\n")
    }

    @Test func leavesOutRowsAndCellsThatAreDeleted() {
        let cell = "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
        let gone = "<w:tc><w:tcPr><w:cellDel w:id=\"2\"/></w:tcPr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>"
        let row = "<w:tr>\(cell)\(gone)\(cell)</w:tr>"
        let goneRow = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>\(cell)</w:tr>"
        #expect(text("<w:tbl>\(row)\(goneRow)</w:tbl>") == "甲\t甲\n")
    }

    /// Word and WPS write a number in a circle as a sign of a font, with a character for older readers.
    @Test func numbersInCirclesAreRead() {
        let alternate =
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + "<mc:Choice Requires=\"w16se\"/><mc:Fallback><w:t>①</w:t></mc:Fallback></mc:AlternateContent>"
        #expect(
            text(
                "<w:p><w:r>\(alternate)<w:t>甲</w:t><w:sym w:font=\"Wingdings\" w:char=\"F082\"/><w:t>乙</w:t></w:r></w:p>"
            ) == "①甲②乙\n")
    }

    @Test func aTableEndsAParagraphWhoseEndIsDeleted() {
        let end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
        #expect(
            text("<w:p>\(end)<w:r><w:t>收费如下表：</w:t></w:r></w:p><w:tbl>\(Self.row("犬", "百元"))</w:tbl>")
                == "收费如下表：\n犬\t百元\n")
    }

    private static func row(_ cells: String...) -> String {
        let cells = cells.map { cell in
            let paragraphs = cell.split(separator: "\n").map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }
            return "<w:tc>\(paragraphs.joined())</w:tc>"
        }
        return "<w:tr>\(cells.joined())</w:tr>"
    }

    private func act(_ rows: String...) -> Regulation {
        let file = WordFile(body: "<w:p><w:r><w:t>甲市养犬管理条例</w:t></w:r></w:p><w:tbl>\(rows.joined())</w:tbl>")
        return RegulationParser.parse(file.bytes, name: "a.docx", id: "a")
    }

    @Test(arguments: [
        ["本条规定立法目的。", "本条规定主管机关。", "本条规定施行日期。"], ["第一条　为了养犬，制定本条例。", "第二条　城管局主管。", "第三条　本条例自发布之日起施行。"],
        [
            "Article 1 This Regulation governs the keeping of dogs.", "Article 2 The police are in charge of it.",
            "Article 3 This Regulation takes effect.",
        ],
    ])
    func aTableSetsAnActBesideSomethingElse(_ other: [String]) {
        let own = ["第一条　为了规范养犬行为，保障人身安全，制定本条例。", "第二条　公安机关主管养犬工作，负责登记。\n城管部门协助。", "第三条　本条例自公布之日起施行。"]
        let regulation = act(Self.row("条文", "说明") + zip(own, other).map { Self.row($0, $1) }.joined())
        #expect(
            regulation.articles.map { $0.children.map { regulation.fullText($0) } }
                == [["为了规范养犬行为，保障人身安全，制定本条例。"], ["公安机关主管养犬工作，负责登记。", "城管部门协助。"], ["本条例自公布之日起施行。"]])
        #expect(regulation.parts.count { [.commentary, .furtherAct].contains($0.kind) } >= 1)
        #expect(Soundness(regulation).faults == [])
    }

    @Test func oneRowMaySetAWholeActBesideSomethingElse() {
        let regulation = act(Self.row("第一条　甲。\n第二条　乙。\n第三条　丙。", "第一条　丁。\n第二条　戊。"))
        #expect(regulation.articles.map { regulation.fullText($0) } == ["甲。", "乙。", "丙。"])
        #expect(regulation.parts.contains { $0.kind == .furtherAct })
    }

    @Test func paragraphsBesideTheNumberOfAnArticleAreItsOwn() {
        let regulation = act(Self.row("第一条", "甲。\n乙。"), Self.row("第二条", "丙。"), Self.row("第三条", "丁。"))
        #expect(regulation.articles.map(\.children.count) == [2, 1, 1])
    }

    @Test func doesNotReadPropertiesOfBefore() {
        #expect(
            text(
                "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:pStyle w:val=\"Hidden\"/></w:pPr></w:pPrChange></w:pPr>"
                    + "<w:r><w:rPr><w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
                    + "<w:t>路灯</w:t></w:r></w:p>") == "路灯\n")
    }

    @Test func aFieldWithoutEndHidesNoMoreThanItsParagraph() {
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        #expect(
            text("<w:p>\(begin)<w:r><w:t>码</w:t></w:r></w:p><w:p><w:r><w:t>路灯</w:t></w:r></w:p>") == "\n路灯\n")
    }

    @Test func nestedTablesFlow() {
        func cell(_ text: String, _ more: String = "") -> String {
            "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p>\(more)</w:tc>"
        }
        let inner = "<w:tbl><w:tr>\(cell("甲"))\(cell("乙"))</w:tr></w:tbl>"
        #expect(text("<w:tbl><w:tr>\(cell("上", inner))\(cell("下"))</w:tr></w:tbl>") == "上\n甲\t乙\n下\n")
    }

    // MARK: Numbers

    @Test(arguments: [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
        (1001, "一千零一"), (1010, "一千零一十"), (10_001, "一万零一"),
    ])
    func countsInChinese(_ number: Int, _ text: String) {
        #expect(WordNumberFormat.text(number, "chineseCountingThousand") == text)
    }

    @Test(arguments: [
        (100, "chineseCounting", "一○○"), (21, "chineseCounting", "二十一"), (103, "ideographDigital", "一〇三"),
        (12, "chineseLegalSimplified", "壹拾贰"), (11, "ideographTraditional", "甲"), (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "㉑"), (27, "lowerLetter", "aa"), (4, "upperRoman", "IV"),
        (9, "decimalZero", "09"),
        (22, "ordinal", "22nd"), (12, "decimalFullWidth", "１２"), (5, "bullet", ""), (7, "unheardOf", "7"),
        (-3, "lowerRoman", "-3"), (0, "chineseCountingThousand", "零"),
    ])
    func writesNumbersAsWordDoes(_ number: Int, _ format: String, _ text: String) {
        #expect(WordNumberFormat.text(number, format) == text)
    }

    private static let styled = WordFile(
        """
        ---- document.xml
        <w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>丙</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr></w:pPr><w:r><w:t>丁</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr></w:pPr><w:r><w:t>戊</w:t></w:r></w:p>
        ---- styles.xml
        <w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Clause"><w:basedOn w:val="Base"/></w:style>
        ---- numbering.xml
        <w:abstractNum w:abstractNumId="2">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:suff w:val="space"/><w:lvlText w:val="%1-%2)"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        """)

    @Test func numbersComeThroughStylesAndOverrides() {
        #expect(text(Self.styled) == "1. 甲\n1-a) 乙\n丙\n5. 丁\n6. 戊\n")
    }

    // MARK: Files that are no Word documents

    private func finding(_ bytes: [UInt8], _ name: String = "draft.docx") -> Diagnostic? {
        let regulation = RegulationParser.parse(bytes, name: name, id: "draft")
        #expect(regulation.source.bytes.isEmpty)
        #expect(regulation.diagnostics.count == 1)
        return regulation.diagnostics.first
    }

    @Test(arguments: [
        ("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("notes/a.txt", "unpack"),
    ])
    func namesOtherArchives(_ part: String, _ word: String) {
        let finding = finding(ZipFile.bytes([(part, Array("<x/>".utf8))]))
        #expect(finding?.id == .formatUnread)
        #expect(finding?.message.contains(word) == true)
    }

    @Test func namesEncryptedArchives() {
        let finding = finding(ZipFile.bytes(WordFile(body: "<w:p/>").entries, password: "geheim"))
        #expect(finding?.message.contains("password") == true)
    }

    @Test func namesEncryptedWordFiles() {
        let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bytes: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504) + name
        #expect(finding(bytes)?.message.contains("password") == true)
    }
}
