import RegulationModel
import Testing

@testable import ProvisionAlignment

@Suite("What the links do not depend on") struct InvarianceTests {
    private static let levels: [Level] = [.article, .paragraph, .point]
    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    @Test(arguments: levels) func exchangingBaseAndOtherMirrorsTheLinks(_ level: Level) {
        let aligner = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)
        for (base, other) in [(0, 1), (0, 2), (1, 2)] {
            let forth = Set(aligner.align(base, other, level: level).links)
            let back = Set(aligner.align(other, base, level: level).links.map(\.mirrored))
            #expect(forth == back)
            #expect(!forth.isEmpty)
        }
    }

    @Test func doubtfulPairsAreMirroredAndNearTheFloor() {
        let aligner = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)
        let wide = aligner.doubtful(0, 1, margin: 0.5)
        #expect(Set(wide) == Set(aligner.doubtful(1, 0, margin: 0.5).map(\.mirrored)))
        let linked = Set(aligner.align(0, 1, level: .article).links.map { [$0.base, $0.other] })
        #expect(Set(wide.filter { $0.score >= 0.5 }.map { [$0.base, $0.other] }) == linked)
        #expect(wide.count > linked.count)
        #expect(aligner.doubtful(0, 1, margin: 0.3).allSatisfy { $0.score >= 0.2 && $0.score <= 0.8 })
    }

    @Test(arguments: orders) func theOrderOfTheWitnessesDoesNotMatter(_ order: [Int]) {
        let straight = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)
        let permuted = Aligner(witnesses: order.map { SampleActs.all[$0] }, terms: SampleActs.terms)
        for base in 0..<3 {
            for other in 0..<3 where other != base {
                let expected = straight.align(order[base], order[other], level: .article)
                let found = permuted.align(base, other, level: .article)
                #expect(found.links == expected.links)
                #expect(found.base == expected.base && found.other == expected.other)
            }
        }
    }

    @Test(arguments: [(0, 1), (0, 2), (1, 2)]) func aThirdActTakesNoLinkAway(_ base: Int, _ other: Int) {
        let acts = SampleActs.all
        let two = Aligner(witnesses: [acts[base], acts[other]], terms: SampleActs.terms)
            .align(0, 1, level: .article).links
        let three = Aligner(witnesses: acts, terms: SampleActs.terms).align(base, other, level: .article).links
        #expect(Set(three.map { [$0.base, $0.other] }).isSuperset(of: two.map { [$0.base, $0.other] }))
        #expect(!two.isEmpty)
    }

    @Test func theOrderOfAskingDoesNotMatter() {
        let one = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)
        let two = Aligner(witnesses: SampleActs.all, terms: SampleActs.terms)
        let first = one.align(0, 2, level: .article)
        _ = two.align(1, 2, level: .point)
        _ = two.align(1, 0, level: .article)
        #expect(two.align(0, 2, level: .article).links == first.links)
    }

    @Test func theOrderOfTheTermTableDoesNotMatter() {
        let lines = """
            犬只\tdog | dogs\tanimals
            狂犬病\trabies\thealth
            登记\tregistration | register\tgeneral
            罚款\tfine | fined\tsanction
            """.split(separator: "\n")
        let straight = TermTable(parsing: "zh\ten\tfield\n" + lines.joined(separator: "\n"))
        let turned = TermTable(parsing: "zh\ten\tfield\n" + lines.reversed().joined(separator: "\n"))
        let expected = Aligner(witnesses: SampleActs.all, terms: straight).align(0, 2, level: .article)
        let found = Aligner(witnesses: SampleActs.all, terms: turned).align(0, 2, level: .article)
        #expect(found.links == expected.links)
    }

    @Test func candidatesDoNotDependOnOrderAndNumbers() {
        let text = [
            "养犬人应当每年为犬只接种狂犬病疫苗。", "犬只伤人的，养犬人应当立即将伤者送医疗机构诊治。", "公安机关负责犬只登记，处五百元罚款。",
            "本条例自2021年1月1日起施行。",
        ]
        let order = [2, 0, 3, 1]
        let base = SampleRegulation.make(
            "a", .chinese, text.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "\n"))
        let turned = SampleRegulation.make(
            "a", .chinese, order.enumerated().map { "\(10 * $0 + 7) \(text[$1])" }.joined(separator: "\n"))
        let straight = Aligner(witnesses: [base, SampleActs.all[0]], terms: .empty).candidates(0, 1)
        let found = Aligner(witnesses: [turned, SampleActs.all[0]], terms: .empty).candidates(0, 1)
        let columns = SampleActs.all[0].articles.count
        #expect(straight.count == text.count * columns && found.count == straight.count)
        for (row, article) in order.enumerated() {
            for column in 0..<columns {
                let (one, two) = (straight[article * columns + column], found[row * columns + column])
                #expect(one.other == two.other && one.probability == two.probability)
            }
        }
        #expect(Set(straight.map(\.probability)).count > columns)
        let empty = SampleRegulation.make("b", .chinese, "")
        #expect(Aligner(witnesses: [base, empty], terms: .empty).candidates(0, 1).isEmpty)
    }

    @Test func widthAndCaseDoNotMatter() {
        let text = "1 本办法自2021年1月1日起施行。\n2 犬只应当每年接种疫苗，年满18周岁方可饲养。\n3 违反规定的，处500元罚款。"
        let wide = "1 本办法自２０２１年１月１日起施行。\n2 犬只应当每年接种疫苗，年满１８周岁方可饲养。\n3 违反规定的，处５００元罚款。"
        let witnesses = [SampleRegulation.make("a", .chinese, text), SampleRegulation.make("b", .chinese, wide)]
        let links = Aligner(witnesses: witnesses, terms: .empty).align(0, 1, level: .article).links
        #expect(links.filter { $0.base == $0.other && $0.relation == .same }.count == 3)
    }
}

@Suite("Third texts") struct ThirdTextTests {
    /// Two small acts on a subject that no act of `SampleActs` is about.
    private static let library = SampleRegulation.make(
        "library", .chinese,
        """
        1 为了促进公共图书馆事业发展，保障公民阅读权利，制定本条例。
        2 公共图书馆应当免费开放阅览室、自习室等公共空间，每周开放不少于五十六小时。
        3 读者应当爱护文献信息，按期归还借阅的图书；逾期不归还的，图书馆可以停止其借阅。
        4 本条例自公布之日起施行。
        """)
    private static let archive = SampleRegulation.make(
        "archive", .chinese,
        """
        1 为促进图书馆服务，满足公民阅读需求，制定本办法。
        2 图书馆阅览室应当向公众免费开放，每周不少于四十小时。
        3 借阅图书应当按期归还，逾期不归还的，停止借阅一个月。
        4 本办法自公布之日起施行。
        """)

    @Test(arguments: [Level.article, .paragraph, .point])
    func actsOnAnotherSubjectChangeNothing(_ level: Level) {
        let alone = Aligner(witnesses: [Self.library, Self.archive], terms: SampleActs.terms)
        let among = Aligner(witnesses: [Self.library, Self.archive] + SampleActs.all, terms: SampleActs.terms)
        let expected = alone.align(0, 1, level: level).links
        #expect(among.align(0, 1, level: level).links == expected)
        #expect(expected.isEmpty == (level == .point))
    }
}

@Suite("Texts of any size") struct SizeTests {
    @Test func emptyTextsGiveNoLinks() {
        let empty = SampleRegulation.make("empty", .chinese, "")
        let aligner = Aligner(witnesses: [empty, SampleActs.harbour, empty], terms: .empty)
        for level in Level.allCases {
            #expect(aligner.align(0, 1, level: level).links.isEmpty)
            #expect(aligner.align(1, 0, level: level).links.isEmpty)
            #expect(aligner.align(0, 2, level: level).links.isEmpty)
        }
    }

    @Test func oneArticleFindsItsAnswer() {
        let one = SampleRegulation.make("one", .chinese, "4 养犬人应当每年为犬只接种狂犬病疫苗。")
        let aligner = Aligner(witnesses: [one, SampleActs.harbour], terms: .empty)
        #expect(aligner.align(0, 1, level: .article).links.first?.other == EId("art_4"))
    }

    @Test func withoutTermsTheLexiconLinksAcrossLanguages() {
        let aligner = Aligner(witnesses: [SampleActs.harbour, SampleActs.lake], terms: .empty)
        let found = aligner.align(0, 1, level: .article).links.map {
            Gold.address(of: $0.base) + "-" + Gold.address(of: $0.other)
        }
        #expect(Set(found).isSuperset(of: ["3-3", "6-5"]))
    }

    /// Articles of drawn words, so that each is like itself and a little like the others.
    private static func drawn(_ id: String, articles: Int) -> Regulation {
        var state: UInt64 = 7
        func next(_ bound: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33) % bound
        }
        var text = ""
        for number in 1...articles {
            text += "\(number) "
            for _ in 0..<30 { text.unicodeScalars.append(Unicode.Scalar(0x4E00 + next(2_500)) ?? "一") }
            text += "。\n"
        }
        return SampleRegulation.make(id, .chinese, text)
    }

    @Test func articlesThatAreAllAlikeKeepTheNearestOfTheirLinks() {
        let text = (1...120).map { "\($0) 商品进口税率为百分之十，由海关征收。" }.joined(separator: "\n")
        let tariffs = [SampleRegulation.make("a", .chinese, text), SampleRegulation.make("b", .chinese, text)]
        let links = Aligner(witnesses: tariffs, terms: .empty).align(0, 1, level: .article).links
        #expect(Set(links.filter { $0.base == $0.other }.map(\.base)).count >= 118)
        #expect(links.count <= 24 * 120)
    }

    @Test(.timeLimit(.minutes(5))) func aCodeOf1260ArticlesIsAlignedWithItsTwin() {
        let code = Self.drawn("a", articles: 1_260)
        let twin = Self.drawn("b", articles: 1_260)
        let links = Aligner(witnesses: [code, twin], terms: .empty).align(0, 1, level: .article).links
        #expect(links.count { $0.base == $0.other } == 1_260)
    }
}
