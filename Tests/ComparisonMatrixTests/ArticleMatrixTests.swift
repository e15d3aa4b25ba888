import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

/// The article matrix on small acts: rows are the base's articles, cells what is linked to them.
@Suite struct ArticleMatrixTests {
    private let base = RegulationDraft(
        id: "base", chapters: [("总则", 1), ("保障", 2)], outside: "本页介绍另一省的规定。",
        articles: [
            .init(1, "为了规范管理，制定本条例。"), .init(2, "所需经费列入财政预算。"), .init(3, "公安机关组织培训。"),
        ])
    private let other = RegulationDraft(
        id: "other",
        articles: [.init(1, "经费由财政保障。"), .init(2, "培训每年一次。"), .init(3, "培训经费由市财政承担。")])
    private let explainer = RegulationDraft(
        id: "explainer", authority: .explainer, status: .none,
        articles: [.init(1, "《条例》一是加强培训；二是落实经费。"), .init(2, "2004年先行试点。《条例》总结经验。")])

    private func link(_ base: Int, _ other: Int, _ strength: LinkStrength, section: Bool = false) -> Link {
        Link(
            base: EId("art_\(base)"), other: EId(section ? "sec_\(other)" : "art_\(other)"), strength: strength,
            relation: .changed, score: 0.8, reasons: ["shares 经费"])
    }

    private var alignment: Alignment {
        Alignment(base: "base", other: "other", level: .article, links: [link(2, 1, .part), link(2, 3, .main)])
    }

    private func matrix(_ alignments: [Alignment], topics: TopicTable? = nil) throws -> Matrix {
        let builder = MatrixBuilder(
            witnesses: [other.witness, explainer.witness, base.witness], alignments: alignments, topics: topics)
        return try #require(builder.articles(base: "base"))
    }

    @Test func everyArticleOfTheBaseStandsInOneRowInItsOrder() throws {
        let matrix = try matrix([alignment])
        #expect(matrix.id == "articles-base")
        #expect(matrix.columns.map(\.id) == ["base", "other", "explainer"])
        #expect(matrix.rows.map(\.id) == ["art_1", "art_2", "art_3"])
        #expect(matrix.rows.flatMap { $0.cells[0].quotations.map(\.eId.text) } == ["art_1", "art_2", "art_3"])
        #expect(matrix.rows.map(\.group?.chinese) == ["第一章 总则", "第二章 保障", nil])
        #expect(matrix.rows.map(\.heading.english) == ["Article 1", "Article 2", "Article 3"])
    }

    @Test func mainLinksStandBeforePartLinksWithScoreAndReasons() throws {
        let cell = try matrix([alignment]).rows[1].cells[1]
        #expect(cell.quotations.map(\.eId.text) == ["art_3", "art_1"])
        #expect(cell.quotations.map(\.isPart) == [false, true])
        #expect(cell.quotations.map(\.score) == [0.8, 0.8])
        #expect(cell.quotations.first?.reasons == ["shares 经费"])
        #expect(cell.reason.chinese == "有规定：第三条。")
    }

    @Test func aSilentCellNamesWhatComesNearestFromEitherSide() throws {
        func near(_ base: Int, _ other: Int, _ score: Double) -> Link {
            Link(
                base: EId("art_\(base)"), other: EId("art_\(other)"), strength: .main, relation: .changed, score: score,
                reasons: [])
        }
        let pairs = [near(1, 1, 0.12), near(1, 2, 0.408), near(2, 2, 0.3)]
        for links in [("base", "other", pairs), ("other", "base", pairs.map(\.mirrored))] {
            let open = Alignment(base: links.0, other: links.1, level: .article, links: links.2)
            let matrix = try #require(
                MatrixBuilder(witnesses: [base.witness, other.witness], alignments: [alignment], near: [open])
                    .articles(base: "base"))
            let reasons = matrix.rows.map(\.cells[1].reason)
            #expect(
                reasons[0].english.hasSuffix("no provision was found that answers this. Nearest: Article 2 (0.41)."))
            #expect(reasons[0].chinese.hasSuffix("最近似：第二条（0.41）。"))
            #expect(!reasons[1].english.contains("Nearest") && !reasons[2].english.contains("Nearest"))
        }
    }

    @Test func linksMadeFromTheOtherSideAreUsed() throws {
        let reversed = Alignment(
            base: "other", other: "base", level: .article, links: alignment.links.map(\.mirrored))
        let cell = try matrix([reversed]).rows[1].cells[1]
        #expect(cell.quotations.map(\.eId.text) == ["art_3", "art_1"])
    }

    @Test func aTextThatWasNotComparedIsNotCalledSilent() throws {
        #expect(try matrix([alignment]).rows[0].cells[1].state == .silent)
        let cell = try matrix([]).rows[0].cells[1]
        #expect(cell.state == .notInExcerpt)
        #expect(cell.reason.english == "The two texts were not compared; nothing can be said.")
    }

    @Test func anExplainerAnswersWithItsClausesOnTheMainTopic() throws {
        let cell = try matrix([alignment], topics: .sample).rows[2].cells[2]
        #expect(cell.state == .explained)
        #expect(cell.quotations.flatMap { $0.lines.map(\.text) } == ["《条例》一是加强培训；"])
        #expect(cell.quotations.first?.reasons.first == "same topic: 培训 (Training)")
        #expect(cell.quotations.first?.isPart == true)
    }

    @Test func aLinkedSectionIsQuotedByItsClausesOnTheTopics() throws {
        let links = [link(3, 1, .main, section: true), link(3, 2, .part, section: true)]
        let toSections = Alignment(base: "base", other: "explainer", level: .article, links: links)
        let cell = try matrix([alignment, toSections], topics: .sample).rows[2].cells[2]
        #expect(cell.quotations.map { $0.lines.map(\.text) } == [["《条例》一是加强培训；"]])
        let withoutTopics = try matrix([alignment, toSections]).rows[2].cells[2]
        #expect(
            withoutTopics.quotations.map { $0.lines.map(\.text) } == [["《条例》一是加强培训；二是落实经费。"], ["《条例》总结经验。"]])
        #expect(withoutTopics.quotations.map(\.isPart) == [false, true])
    }

    @Test func whatStandsOutsideTheActReachesNoCell() throws {
        let text = try matrix([alignment], topics: .sample).rows
            .flatMap { $0.cells.flatMap { $0.quotations.flatMap { $0.lines.map(\.text) } } }
        #expect(!text.isEmpty)
        #expect(!text.contains { $0.contains("另一省") })
    }

    @Test func aReferringProvisionMakesTheCellDelegated() throws {
        var referring = other
        referring.articles[2] = .init(3, "违反规定使用经费的，依照《预算法》予以处罚。")
        let builder = MatrixBuilder(witnesses: [base.witness, referring.witness], alignments: [alignment])
        let cell = try #require(builder.articles(base: "base")).rows[1].cells[1]
        #expect(cell.state == .delegated)
        #expect(cell.quotations.first?.delegatedTo == "《预算法》")
        #expect(cell.reason.english == "Referred to 《预算法》: Article 3.")
    }

    @Test func aProvisionThatSetsValuesIsNotDelegatedByWhatItRefersToInTheEnd() throws {
        var ruling = other
        ruling.articles[2] = .init(3, "培训的，每次一般为二小时，间隔期不少于六个月；其他培训的，间隔期按照国家有关规定执行。")
        let builder = MatrixBuilder(witnesses: [base.witness, ruling.witness], alignments: [alignment])
        let cell = try #require(builder.articles(base: "base")).rows[1].cells[1]
        #expect(cell.state == .present)
    }

    @Test func anUnknownBaseHasNoMatrix() {
        #expect(MatrixBuilder(witnesses: [base.witness]).articles(base: "nobody") == nil)
        #expect(MatrixBuilder(witnesses: []).articles(base: "base") == nil)
    }
}
