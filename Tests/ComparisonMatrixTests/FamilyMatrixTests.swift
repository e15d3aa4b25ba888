import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

/// The family matrix on small acts.
@Suite struct FamilyMatrixTests {
    private let first = RegulationDraft(
        id: "first", chapters: [("总则", 1), ("保障", 2)],
        articles: [.init(1, "为了规范管理，制定本条例。"), .init(2, "所需经费列入财政预算。"), .init(3, "公安机关组织培训。")])
    private let second = RegulationDraft(
        id: "second", articles: [.init(1, "经费由财政保障，培训经费另列。"), .init(2, "违反规定的，予以处分。")])
    private let excerpt = RegulationDraft(
        id: "third", authority: .excerpt, status: .part, articles: [.init(4, "经费由省财政承担。")])
    private let explainer = RegulationDraft(
        id: "explainer", authority: .explainer, status: .none,
        articles: [.init(1, "《条例》落实经费。"), .init(2, "《条例》规定奖章。")])

    private func link(_ base: String, _ other: String, _ strength: LinkStrength = .main) -> Link {
        Link(
            base: EId(base), other: EId(other), strength: strength, relation: .changed, score: 0.97,
            reasons: ["shares 经费"])
    }

    private func alignment(_ base: String, _ other: String, _ links: [Link]) -> Alignment {
        Alignment(base: base, other: other, level: .article, links: links)
    }

    private var alignments: [Alignment] {
        [
            alignment("first", "second", [link("art_2", "art_1"), link("art_3", "art_1", .part)]),
            alignment("first", "third", [link("art_2", "art_4")]),
            alignment("second", "third", [link("art_1", "art_4")]),
            alignment("first", "explainer", [link("art_2", "sec_1")]),
            alignment("second", "explainer", []), alignment("third", "explainer", []),
        ]
    }

    private func matrix(
        _ drafts: [RegulationDraft]? = nil, base: String? = nil, topics: TopicTable? = nil
    ) throws -> Matrix {
        let texts = (drafts ?? [first, second, excerpt, explainer]).map(\.witness)
        let builder = MatrixBuilder(witnesses: texts, alignments: alignments, topics: topics)
        return try #require(builder.families(inOrderOf: base))
    }

    private func members(_ matrix: Matrix, of id: String) throws -> [String] {
        let column = try #require(matrix.columns.firstIndex { $0.id == id })
        return matrix.rows.flatMap { $0.cells[column].quotations }.filter { !$0.isPart }
            .map { $0.eId.text + $0.lines.map(\.text).joined() }.sorted()
    }

    @Test func everyFamilyIsARowAndEveryColumnStandsInTheOrderGiven() throws {
        let matrix = try matrix()
        #expect(matrix.id == "families" && matrix.base == nil && matrix.rowKind == .families)
        #expect(matrix.columns.map(\.id) == ["first", "second", "third", "explainer"])
        #expect(
            matrix.rows.map(\.id) == ["first-art_1", "first-art_2", "first-art_3", "second-art_2", "explainer-sec_2"])
        #expect(matrix.rows[1].cells.map(\.state) == [.present, .present, .present, .explained])
        #expect(matrix.rows[1].cells[1].quotations.first?.reasons.first == "answers first, Article 2")
    }

    @Test func anArticleOfAnotherRowAnswersInPartSoThatTheActIsNotCalledSilent() throws {
        let cell = try matrix().rows[2].cells[1]
        #expect(cell.state == .present && cell.quotations.map(\.isPart) == [true])
        #expect(cell.quotations.first?.reasons.first == "answers first, Article 3; its main matter is in another row")
    }

    @Test func onlyAWholeActIsCalledSilent() throws {
        let matrix = try matrix()
        #expect(matrix.rows[0].cells.map(\.state) == [.present, .silent, .notInExcerpt, .notInExcerpt])
        let explained = try #require(matrix.rows.last)
        #expect(explained.cells.map(\.state) == [.notInExcerpt, .notInExcerpt, .notInExcerpt, .explained])
        #expect(explained.group?.english == "Matters that only explainers speak of")
    }

    @Test func aTextThatWasNotComparedIsNotCalledSilent() throws {
        let texts = [first, second].map(\.witness)
        let matrix = try #require(MatrixBuilder(witnesses: texts).families())
        #expect(matrix.rows.count == 5)
        #expect(!matrix.rows.flatMap(\.cells).contains { $0.state == .silent })
    }

    @Test func aBaseGivesOrderAndChapters() throws {
        let matrix = try matrix(base: "first")
        #expect(matrix.id == "families-first" && matrix.base == 0)
        #expect(
            matrix.rows.prefix(4).map(\.id) == ["first-art_1", "first-art_2", "second-art_2", "first-art_3"])
        #expect(matrix.rows.map(\.group?.chinese) == ["第一章 总则", "第二章 保障", nil, nil, "仅解读谈及的事项"])
    }

    @Test func rowsAreNamedByTopicElseByChapterAndSharedTerms() throws {
        #expect(try matrix(topics: .sample).rows[1].heading.english == "Funding")
        let plain = try matrix().rows.map(\.heading.chinese)
        #expect(
            plain == ["总则：立法目的和依据", "保障：财政", "保障：公安机关组织培训", "违反规定的，予以处分", "explainer解读第二部分"])
        let underChapters = try matrix(base: "first").rows.map(\.heading.chinese)
        #expect(
            underChapters == ["立法目的和依据", "财政", "违反规定的，予以处分", "公安机关组织培训", "explainer解读第二部分"])
    }

    @Test func permutingTheTextsPermutesColumnsOnly() throws {
        let straight = try matrix()
        let turned = try matrix([explainer, excerpt, second, first])
        #expect(straight.rows.map(\.id) == turned.rows.map(\.id))
        for (a, b) in zip(straight.rows, turned.rows) {
            #expect(a.heading == b.heading)
            #expect(a.cells.map(\.state) == b.cells.reversed().map(\.state))
            #expect(
                a.cells.map { $0.quotations.map(\.reasons) } == b.cells.reversed().map { $0.quotations.map(\.reasons) })
        }
    }

    @Test func addingAnActLeavesTheTextOfTheOtherColumns() throws {
        let fewer = try matrix([first, excerpt, explainer])
        let more = try matrix()
        for id in ["first", "third", "explainer"] { #expect(try members(fewer, of: id) == members(more, of: id)) }
    }
}
