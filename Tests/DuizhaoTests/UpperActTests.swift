import Duizhao
import Testing

/// What a lower act does with the act it implements, and what the texts have in common, on the corpus and on texts made
/// for it.
@Suite struct UpperActTests {
    private func table(_ upper: String, _ lower: String) throws -> UpperActTable {
        try #require(comparison([("upper", upper), ("lower", lower)]).upperActs().first)
    }

    /// Texts of which those whose id begins with “lower” implement “upper”.
    private func comparison(_ texts: [(id: String, text: String)]) -> Comparison {
        let witnesses = texts.map { id, text in
            let regulation = RegulationParser.parse(Array(text.utf8), name: "\(id).txt", id: id)
            return Witness(
                regulation: regulation, jurisdiction: nil, rank: nil, translation: .original, file: "\(id).txt",
                sha256: id, sourceNote: "", implements: id.hasPrefix("lower") ? "upper" : nil)
        }
        return Comparison(witnesses, base: 0, corpus: nil)
    }

    private func act(_ articles: [String]) -> String {
        let opening = "养犬管理条例\n第一条　为了规范养犬行为，维护市容环境卫生，保障公民人身安全，制定本条例。\n"
        let closing = "第\(ChineseNumeral.text(articles.count + 2))条　本条例自2021年1月1日起施行。\n"
        return opening
            + articles.enumerated().map { "第\(ChineseNumeral.text($0 + 2))条　\($1)\n" }.joined() + closing
    }

    private static let registration = "养犬人应当自取得犬只之日起三十日内到公安机关办理养犬登记。"
    private static let vaccination = "养犬人应当每年为犬只接种狂犬病疫苗，并保存免疫证明。"
    private static let leash = "携带犬只外出的，应当束犬链，犬链长度不得超过二米。"

    private func kinds(_ upper: [String], _ lower: [String], article: Int) throws -> [ImplementationKind] {
        let table = try table(act(upper), act(lower))
        return try #require(table.rows.first { $0.lower.map(\.text) == ["art_\(article)"] }, "\(table.rows)").kinds
    }

    @Test func theSameRuleIsRepeated() throws {
        let articles = [Self.registration, Self.vaccination, Self.leash]
        #expect(try kinds(articles, articles, article: 2) == [.repeated])
    }

    /// Without a difference that is certain the words still tell that the lower act says much more, or little of it.
    @Test func whatSaysMuchMoreIsNotRepeated() throws {
        let upper = [Self.registration, "各级人民政府领导养犬管理工作。", Self.leash]
        let lower = [
            Self.registration, "各级人民政府领导养犬管理工作，建立健全养犬管理协调机制，组织制定养犬管理规划，协调解决养犬管理中的重大问题。", Self.leash,
        ]
        let found = try kinds(upper, lower, article: 3)
        #expect(!found.contains(.repeated) && !found.isEmpty, "\(found)")
        #expect(try kinds(upper, upper, article: 3) == [.repeated])
    }

    @Test(arguments: [
        ("三十日", "十五日", ImplementationKind.stricter), ("三十日", "六十日", .looser),
    ])
    func anotherLimitIsStricterOrLooser(_ before: String, _ after: String, _ kind: ImplementationKind) throws {
        let lower = Self.registration.replacing(before, with: after)
        let found = try kinds(
            [Self.registration, Self.vaccination, Self.leash], [lower, Self.vaccination, Self.leash], article: 2)
        #expect(found == [kind])
    }

    @Test func aDutyMadeAPowerIsLooserAndTheOtherWayRoundStricter() throws {
        let soft = Self.vaccination.replacing("应当", with: "可以")
        let (hard, eased) = ([Self.registration, Self.vaccination], [Self.registration, soft])
        #expect(try kinds(hard, eased, article: 3) == [.looser])
        #expect(try kinds(eased, hard, article: 3) == [.stricter])
    }

    /// 可以 of one action and 应当 of another are not compared.
    @Test func modalsOfOtherActionsMakeNothingStricter() throws {
        let upper = "养犬人可以依法成立养犬协会。养犬协会反映养犬人的诉求，维护养犬人的合法权益。"
        let lower = "养犬人依法成立养犬协会。养犬协会应当加强自律，反映养犬人的诉求，维护养犬人的合法权益。"
        let found = try kinds([Self.registration, upper], [Self.registration, lower], article: 3)
        #expect(!found.contains(.stricter) && !found.contains(.looser), "\(found)")
        let table = try table(act([Self.registration, upper]), act([Self.registration, lower]))
        let row = try #require(table.rows.first { $0.lower.map(\.text) == ["art_3"] })
        #expect(row.findings.contains { $0.isDoubtful }, "\(row.findings)")
    }

    /// Who only refers to the law asks no more than a fine does.
    @Test func aSanctionLeftToTheLawIsNotStricter() throws {
        let upper = "养犬人遗弃犬只的，由公安机关予以警告，处五百元以上二千元以下罚款；情节严重的，没收犬只。"
        let lower = "养犬人遗弃犬只的，由公安机关予以警告，并依法查处。"
        let found = try kinds([Self.registration, upper], [Self.registration, lower], article: 3)
        #expect(!found.contains(.stricter), "\(found)")
        let harder = "养犬人遗弃犬只的，由公安机关予以警告，处五百元以上二千元以下罚款；情节严重的，没收犬只，吊销养犬登记证。"
        #expect(try kinds([Self.registration, upper], [Self.registration, harder], article: 3).contains(.stricter))
    }

    @Test func theFrontPageCountsOverAllLowerActs() throws {
        let articles = [Self.registration, Self.vaccination, Self.leash]
        let made = comparison([
            ("upper", act(articles)), ("lower-1", act(articles)), ("lower-2", act(articles + ["养犬人应当清除犬粪。"])),
        ])
        let tables = made.upperActs()
        let repeated = tables.reduce(0) { $0 + $1.count(.repeated) }
        #expect(tables.count == 2 && repeated > tables[0].count(.repeated))
        let pages = SitePages(
            title: BilingualText(chinese: "养犬", english: "Dogs"), matrices: [], witnesses: made.witnesses,
            upperActs: tables
        ).pages
        let index = try #require(pages.first { $0.name == "index.html" }).text
        #expect(index.contains("2 部下位法合计：重复 \(repeated)"))
        #expect(index.contains("2 lower acts in all: repeated \(repeated)"))
    }

    @Test func articlesOfOneActAreAddedOrLeftOut() throws {
        let added = "物业服务企业应当劝阻占用公共楼道饲养犬只的行为，劝阻无效的，向城市管理部门报告。"
        let table = try table(
            act([Self.registration, Self.vaccination, Self.leash]), act([Self.registration, Self.leash, added]))
        let alone = table.rows.filter { $0.upper.isEmpty || $0.lower.isEmpty }
        #expect(alone.map { $0.kinds } == [[.added], [.omitted]])
        #expect(alone[0].lower.map(\.text) == ["art_4"] && alone[1].upper.map(\.text) == ["art_3"])
        #expect(table.rows.flatMap(\.upper).count == 5 && table.rows.flatMap(\.lower).count == 5)
    }

    /// What a reader found Lianyungang's act to do with Jiangsu's.
    @Test func theCityDoesWithTheProvincesActWhatItDoes() throws {
        let corpus = try Checkout.corpus.get()
        let table = try #require(
            Comparison(corpus.witnesses, base: 0, corpus: corpus).upperActs().first { $0.lower.id == "lianyungang" })
        func kinds(_ article: Int) -> [ImplementationKind] {
            table.rows.first { $0.lower.map(\.text) == ["art_\(article)"] }?.kinds ?? []
        }
        #expect(kinds(20).contains(.stricter) && kinds(21).contains(.stricter))
        #expect(kinds(16).contains(.omitted) && kinds(26).contains(.omitted))
        #expect(table.rows.allSatisfy { !$0.kinds.contains(.looser) })
        #expect(kinds(17).contains(.changed) && kinds(22).contains(.added))
        #expect(kinds(48).contains(.deferred) && !kinds(48).contains(.looser))
        #expect(kinds(9) == [.repeated] && kinds(36) == [.repeated])
    }

    @Test func eachTopicSaysWhoRulesWhoIsSilentAndOfWhomNothingIsKnown() throws {
        let corpus = try Checkout.corpus.get()
        let common = try #require(Comparison(corpus.witnesses, base: 0, corpus: corpus).commonality())
        #expect(common.topics.count == corpus.topics.topics.count)
        for topic in common.topics {
            #expect(Set(topic.saying + topic.silent + topic.unknown) == Set(corpus.witnesses.map(\.id)))
            #expect(!topic.silent.contains("jilin") && !topic.saying.contains("shanghai"))
        }
        let ages = common.topics.flatMap(\.rules).filter { $0.attribute == .maximumAge }
        #expect(ages.contains { $0.values.map(\.acts) == [["lianyungang"]] && $0.without == ["jiangsu"] })
        let own = try #require(common.acts.first { $0.witness == "lianyungang" })
        #expect(own.articles.map(\.text) == ["art_51"])
    }

    @Test func textsWithoutAnUpperActGiveNoTable() throws {
        let corpus = try Checkout.corpus.get()
        let texts = corpus.witnesses.filter { $0.id != "jiangsu" }
        #expect(Comparison(texts, base: 0, corpus: corpus).upperActs().isEmpty)
    }
}
