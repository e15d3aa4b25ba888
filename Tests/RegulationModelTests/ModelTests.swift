import RegulationModel
import Testing

@Suite("Numbers and addresses") struct AddressTests {
    @Test(arguments: [
        (0, "零"), (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"),
        (1_001, "一千零一"), (1_010, "一千零一十"), (1_260, "一千二百六十"), (10_001, "一万零一"), (10_010, "一万零一十"),
        (12_345, "一万二千三百四十五"), (100_000, "十万"), (100_001, "十万零一"), (-1, "-1"), (100_000_000, "100000000"),
    ])
    func writesNumeralsAsActsDo(_ number: Int, _ text: String) {
        #expect(ChineseNumeral.text(number) == text)
    }

    @Test func ordersBranchesBehindTheirStem() {
        let numbers = [
            ProvisionNumber(17), ProvisionNumber(16, branches: [2]), ProvisionNumber(16, branches: [1, 2]),
            ProvisionNumber(16, branches: [1]), ProvisionNumber(16),
        ]
        #expect(numbers.sorted().map(\.text) == ["16", "16-1", "16-1-2", "16-2", "17"])
    }

    /// Five branches, and branches and ordinals as large as a text may print them.
    @Test func numbersKeepAllTheirBranches() {
        for branches in [[1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [99_999, 0, 99_999, 0, 99_999], [0]] {
            let number = ProvisionNumber(99_999, branches: branches)
            #expect(number.branches == branches && number.ordinal == 99_999 && number.isBranch)
            #expect(number.text == ([99_999] + branches).map(String.init).joined(separator: "-"))
            #expect(ProvisionNumber(99_999, branches: branches.dropLast() as [Int]) < number)
            #expect(number < ProvisionNumber(100_000))
        }
        let numbers = [[1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 5]].map { ProvisionNumber(2, branches: $0) }
        #expect(numbers.sorted() == numbers && Set(numbers).count == 3)
    }

    @Test func addressesAreMadeOfNormalisedNumbers() {
        let article = EId("art_16-1")
        let paragraph = article.child(.paragraph, ProvisionNumber(2))
        let point = paragraph.child(.point, ProvisionNumber(3))
        let subpoint = point.child(.subpoint, ProvisionNumber(1))
        #expect(subpoint.text == "art_16-1__para_2__list_1__point_3__list_1__point_1")
        #expect(subpoint.article == article)
        #expect(subpoint.isInside(paragraph) && subpoint.isInside(subpoint))
        #expect(!EId("art_12").isInside(EId("art_1")))
    }

    /// An address is the same however it was made: out of numbers or out of its text.
    @Test(arguments: [
        "art_0", "art_16", "art_16-1", "art_6-0", "art_131071-1021__para_8191__list_1__point_4095__list_1__point_4095",
        "art_131072", "art_5-1022", "art_5-1023", "art_2-1-2", "art_2-1-2-3-4-5", "art_3-dup2", "art_3-dup2__para_1",
        "art_007",
        "art_1__para_0", "art_1__para_8192", "art_1__para_1__list_1__point_4096", "art_1__list_1__point_1",
        "art_1__para_01",
        "art_1__para_1__list_1__point_1__list_1__point_1__list_1__point_1", "art_1__para_1__para_1", "art_", "art_1__",
        "", "chp_2",
        "chp_2__sec_1", "sec_3__para_1", "art_1__para_1-1", "art_99999999999999999999", "art_１",
        "art_1__list_1__point_2x",
    ])
    func addressesReadAsWritten(_ text: String) {
        let eId = EId(text)
        #expect(eId.text == text && eId.description == text && EId(eId.text) == eId)
        let written = [UInt8](unsafeUninitializedCapacity: EId.longestPacked) { $1 = eId.writePacked(to: $0) }
        #expect(written == (eId.isPacked ? Array(text.utf8) : []))
        #expect(eId.article.text == text.firstRange(of: "__").map { String(text[..<$0.lowerBound]) } ?? text)
    }

    /// Numbers on both sides of what can be packed, with all the levels below an article.
    @Test func childrenAreAddressedAsTheirTextSays() {
        let numbers = [0, 1, 9, 10, 4_095, 4_096, 8_191, 8_192, 131_071, 131_072].map { ProvisionNumber($0) }
        let branched = ProvisionNumber(7, branches: [3])
        for article in numbers + [
            branched, ProvisionNumber(7, branches: [1_021]), ProvisionNumber(7, branches: [1_022]),
        ] {
            let address = EId.article(article)
            #expect(address == EId("art_\(article.text)"))
            for number in numbers + [branched] {
                let paragraph = address.child(.paragraph, number)
                let point = paragraph.child(.point, number)
                let subpoint = point.child(.subpoint, number)
                let below = subpoint.child(.subpoint, number)
                #expect(paragraph == EId("\(address.text)__para_\(number.text)"))
                for (child, parent) in [(point, paragraph), (subpoint, point), (below, subpoint)] {
                    #expect(child == EId("\(parent.text)__list_1__point_\(number.text)"))
                    #expect(child.isInside(parent) && child.isInside(address) && !parent.isInside(child))
                    #expect(child.hashValue == EId(child.text).hashValue && child.article == address)
                }
                #expect(address.child(.point, number) == EId("\(address.text)__list_1__point_\(number.text)"))
                #expect(paragraph.child(.chapter, number) == EId("\(paragraph.text)__chp_\(number.text)"))
            }
        }
        #expect(!EId("art_1-1").isInside(EId("art_1")) && !EId("art_12__para_1").isInside(EId("art_1")))
        #expect(!EId("art_1__para_2").isInside(EId("art_1__para_1")) && EId("art_10") < EId("art_9"))
    }

    @Test func levelsRunFromWideToNarrow() {
        #expect(Level.allCases.sorted() == Level.allCases)
        #expect(Level.allCases.map(\.chineseName) == ["编", "分编", "章", "节", "条", "款", "项", "目"])
        #expect(Level.allCases.map(\.eIdWord) == ["part", "subpart", "chp", "sec", "art", "para", "point", "point"])
    }
}

@Suite("Citations") struct CitationTests {
    private func provision(
        _ level: Level, _ eId: String, _ number: Int, branches: [Int] = [], _ children: [Provision] = []
    ) -> Provision {
        Provision(
            level: level, eId: EId(eId), number: ProvisionNumber(number, branches: branches), mark: nil,
            span: ByteSpan(0, 0), children: children)
    }

    private func regulation(articles: [Provision], sections: [Provision] = []) -> Regulation {
        Regulation(
            id: "x", source: SourceText(name: "x", bytes: []), title: "", titleSpan: nil, language: .chinese,
            authority: .act, completeness: Completeness(.part, proof: []), documentNumber: nil,
            dates: RegulationDates(),
            repeals: [], groupings: [], articles: articles, sections: sections, parts: [], diagnostics: [])
    }

    @Test func namesParagraphsOnlyWhereThereAreSeveral() {
        let point = provision(.point, "art_12__para_2__list_1__point_3", 3)
        let twelve = provision(
            .article, "art_12", 12,
            [provision(.paragraph, "art_12__para_1", 1), provision(.paragraph, "art_12__para_2", 2, [point])])
        let only = provision(.point, "art_16-1__para_1__list_1__point_1", 1)
        let sixteen = provision(
            .article, "art_16-1", 16, branches: [1], [provision(.paragraph, "art_16-1__para_1", 1, [only])])
        let held = regulation(articles: [twelve, sixteen])
        let found = [point.eId, only.eId].map { Citation($0, in: held) }
        #expect(found.map { $0?.chinese } == ["第十二条第二款第三项", "第十六条之一第一项"])
        #expect(found.map { $0?.english } == ["Article 12, paragraph 2, item (3)", "Article 16-1, item (1)"])
        #expect(found[0]?.text(.chinese) == found[0]?.chinese)
    }

    @Test func citesNothingThatIsNotThere() {
        let held = regulation(articles: [provision(.article, "art_1", 1)])
        #expect(Citation(EId("art_2"), in: held) == nil)
        #expect(Citation(EId("art_1__para_1"), in: held) == nil)
    }

    @Test func saysThatASectionIsOfAnExplainer() {
        let held = regulation(articles: [], sections: [provision(.section, "sec_3", 3)])
        #expect(Citation(EId("sec_3"), in: held)?.chinese == "解读第三部分")
        #expect(Citation(EId("sec_3"), in: held)?.english == "Explainer, section 3")
    }
}

@Suite("Text, positions, dates") struct TextTests {
    private func source(_ text: String) -> SourceText { SourceText(name: "x", bytes: Array(text.utf8)) }

    @Test func countsLinesAndColumns() {
        let text = source("\u{FEFF}甲乙\r\n丙\r丁\n")
        #expect(text.lineCount == 3)
        #expect(text.position(at: 3) == TextPosition(line: 1, column: 1))
        #expect(text.position(at: 6) == TextPosition(line: 1, column: 2))
        #expect(text.position(at: 11) == TextPosition(line: 2, column: 1))
        #expect(text.position(at: 15) == TextPosition(line: 3, column: 1))
        #expect(source("").lineCount == 0)
        #expect(source("").position(at: 0) == TextPosition(line: 1, column: 1))
        #expect(source("a\nb").lineCount == 2)
    }

    @Test func joinsBrokenLines() {
        let text = source("公安机关\n　负责 the  police\n force，and")
        #expect(text.flowed([text.span]) == "公安机关负责 the police force，and")
        #expect(source("甲 12 乙").flowed([ByteSpan(0, 10)]) == "甲 12 乙")
        #expect(text.flowed([]) == "")
    }

    @Test func spansHoldHalfOpenRanges() {
        let span = ByteSpan(2, 5)
        #expect(span.contains(2) && !span.contains(5) && span.length == 3)
        #expect(ByteSpan(5, 2) == ByteSpan(5, 5))
        #expect(span.contains(ByteSpan(5, 5)) && !span.contains(ByteSpan(4, 6)))
        #expect(ByteSpan(1, 9) < ByteSpan(2, 3))
    }

    @Test func refusesDatesThatNoCalendarHas() {
        #expect(CalendarDate(year: 2020, month: 2, day: 29)?.text == "2020-02-29")
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2021, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2021, month: 13, day: 1) == nil)
        #expect(CalendarDate(year: 2021, month: 4, day: 31) == nil)
        #expect(CalendarDate(year: 2021, month: 4, day: 0) == nil)
        #expect(CalendarDate(year: 987, month: 6, day: 5)?.text == "0987-06-05")
    }

    @Test func diagnosticsTakeTheGravityOfTheirKind() {
        #expect(Diagnostic(.dateUnreadable, ByteSpan(0, 1), "x").severity == .warning)
        #expect(
            DiagnosticID.allCases.filter { $0.severity == .error }.map(\.rawValue) == [
                "encoding.invalid", "encoding.nul", "format.binary", "format.unread", "format.limit", "format.cut-off",
                "structure.no-provision", "structure.empty",
            ])
        #expect(Set(DiagnosticID.allCases.map(\.rawValue)).count == DiagnosticID.allCases.count)
        #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }
}
