import ComparisonMatrix
import ProvisionAlignment
import RegulationModel
import Testing

/// The topic matrix on small acts: what is quoted, what is claimed.
@Suite struct TopicMatrixTests {
    private let act = RegulationDraft(
        id: "act", chapters: [("总则", 1), ("保障", 3)],
        articles: [
            .init(1, "为了规范管理，制定本条例。"),
            .init(2, "所需经费列入财政预算。", "经费不得挪用。"),
            .init(3, "公安机关组织岗前培训。", "公民应当支持。"),
            .init(4, "本条例自公布之日起施行。"),
        ])
    private let excerpt = RegulationDraft(
        id: "excerpt", language: .english, authority: .excerpt, status: .part,
        articles: [
            .init(5, "The funds are listed in the fiscal budget."), .init(6, "Nobody obstructs the police."),
        ])
    private let explainer = RegulationDraft(
        id: "explainer", language: .english, authority: .explainer, status: .none,
        articles: [
            .init(
                1, "The \"Regulations\" order command of 1.5 kinds; the second is the training of all; then leave."
            )
        ])

    private func matrix(_ drafts: RegulationDraft...) throws -> Matrix {
        try #require(MatrixBuilder(witnesses: drafts.map(\.witness), topics: .sample).topics())
    }

    private func cell(_ topic: String, of id: String, in matrix: Matrix) throws -> Cell {
        let column = try #require(matrix.columns.firstIndex { $0.id == id })
        return try #require(matrix.rows.first { $0.id == topic }).cells[column]
    }

    @Test func quotesAnArticleOnceWhereAllItsParagraphsHaveTheTopic() throws {
        let cell = try cell("funding", of: "act", in: matrix(act, excerpt))
        #expect(cell.state == .present)
        #expect(cell.quotations.map(\.citation.chinese) == ["第二条"])
        #expect(cell.quotations.first?.lines.map(\.text) == ["所需经费列入财政预算。", "经费不得挪用。"])
        #expect(cell.reason.english == "Ruled on: Article 2.")
    }

    @Test func quotesOnlyTheParagraphsThatHaveTheTopic() throws {
        let cell = try cell("training", of: "act", in: matrix(act, excerpt))
        #expect(cell.quotations.map(\.eId.text) == ["art_3__para_1"])
        #expect(cell.quotations.map(\.citation.chinese) == ["第三条第一款"])
        #expect(cell.quotations.first?.reasons == ["words of the topic: 培训, 岗前培训"])
    }

    @Test func quotesPointsWithTheirMarksAndTheClosingText() throws {
        let list = RegulationDraft(
            id: "list",
            articles: [
                .init(
                    1,
                    .init("培训包括：", points: [("（一）", "法律；"), ("（二）", "技能。")], wrapUp: "培训每年一次。"))
            ])
        let quotation = try #require(cell("training", of: "list", in: matrix(list, act)).quotations.first)
        #expect(quotation.lines.map(\.mark) == [nil, "（一）", "（二）", nil])
        #expect(quotation.lines.map(\.text) == ["培训包括：", "法律；", "技能。", "培训每年一次。"])
        #expect(quotation.sourceLines.count == 5)
    }

    @Test func saysSilentOfAWholeActOnly() throws {
        let matrix = try matrix(act, excerpt, explainer)
        let silent = try cell("medals", of: "act", in: matrix)
        #expect(silent.state == .silent)
        #expect(silent.reason.english == "Whole act held, articles 1–4; no provision was found that answers this.")
        for row in matrix.rows {
            #expect(!row.cells.dropFirst().contains { $0.state == .silent })
        }
    }

    @Test func namesWhatAnExcerptHolds() throws {
        let quoted = try cell("training", of: "excerpt", in: matrix(act, excerpt))
        #expect(quoted.state == .notInExcerpt)
        #expect(quoted.reason.english == "Articles 5 and 6 are quoted; nothing can be said.")
        #expect(quoted.reason.chinese == "仅引用第五条、第六条，无从判断。")
        var beginning = excerpt
        beginning.articles = (1...13).map { RegulationDraft.Article($0, "Nobody obstructs the police.") }
        let longer = try cell("training", of: "excerpt", in: matrix(act, beginning))
        #expect(longer.reason.english == "Articles 1–13 of a longer act are held; nothing can be said.")
    }

    @Test func anExplainerIsQuotedByClauseAndNeverSilent() throws {
        let matrix = try matrix(act, explainer)
        let training = try cell("training", of: "explainer", in: matrix)
        #expect(training.state == .explained)
        #expect(training.quotations.flatMap { $0.lines.map(\.text) } == ["the second is the training of all;"])
        #expect(training.quotations.first?.citation.english == "Explainer, section 1")
        let funding = try cell("funding", of: "explainer", in: matrix)
        #expect(funding.state == .notInExcerpt)
        #expect(
            funding.reason.english == "No clause of the explainer was found that speaks of it; the act is not held.")
    }

    @Test func whatIsNotFoundIsNamedAfterTheKindOfText() {
        #expect(CellState.notInExcerpt.label(for: .explainer).chinese == "解读未载")
        #expect(CellState.notInExcerpt.label(for: .act).english == "cannot be said")
        #expect(CellState.notInExcerpt.label(for: .excerpt) == CellState.notInExcerpt.label)
        for state in CellState.allCases where state != .notInExcerpt {
            for authority in Authority.allCases { #expect(state.label(for: authority) == state.label) }
        }
    }

    @Test func aWholeActOnSomethingElseIsNotCalledSilent() throws {
        let other = RegulationDraft(
            id: "other",
            articles: (1...30).map { RegulationDraft.Article($0, $0 == 7 ? "犬只培训。" : "犬只应当登记。") })
        let matrix = try matrix(act, other)
        for topic in ["funding", "training", "medals"] {
            let cell = try cell(topic, of: "other", in: matrix)
            #expect(cell.state == .notInExcerpt)
            #expect(cell.reason.english.contains("seems to be of another subject"))
        }
        #expect(try cell("medals", of: "act", in: matrix).state == .silent)
    }

    @Test func aTopicWithoutTermsInALanguageIsNotLookedForInIt() throws {
        let table = TopicTable(topics: [
            Topic(
                id: "leave", name: BilingualText(chinese: "休假", english: "Leave"), definition: "",
                evidence: [.english: TopicEvidence(strong: ["leave"])])
        ])
        let matrix = try #require(MatrixBuilder(witnesses: [act.witness], topics: table).topics())
        #expect(matrix.rows.first?.cells.first?.state == .notInExcerpt)
    }

    @Test func rowsStandUnderTheChaptersOfTheBase() throws {
        let counterpart = RegulationDraft(
            id: "counterpart", language: .english, chapters: [("Basics", 1), ("Support", 1)],
            articles: [.init(1, "Purpose."), .init(2, "The funds are listed in the fiscal budget.")])
        let link = Link(
            base: EId("art_2"), other: EId("art_2"), strength: .main, relation: .changed, score: 0.9, reasons: [])
        let alignment = Alignment(base: "act", other: "counterpart", level: .article, links: [link])
        let builder = MatrixBuilder(
            witnesses: [counterpart.witness, act.witness], alignments: [alignment], topics: .sample)
        let matrix = try #require(builder.topics(base: "act"))
        #expect(matrix.base == 1)
        #expect(matrix.rows.map(\.id) == ["funding", "training", "medals"])
        #expect(
            matrix.rows.map(\.group) == [
                BilingualText(chinese: "第二章 保障", english: "Chapter 2 Support"), nil,
                BilingualText(chinese: "各文本均未见的事项", english: "Matters found in none of the texts"),
            ])
    }

    @Test func permutingTheTextsPermutesTheColumnsOnly() throws {
        let forward = try matrix(act, excerpt, explainer)
        let backward = try matrix(explainer, excerpt, act)
        #expect(forward.columns.map(\.id) == backward.columns.map(\.id).reversed())
        #expect(forward.rows.map(\.id) == backward.rows.map(\.id))
        #expect(forward.rows.map(\.group) == backward.rows.map(\.group))
        for (a, b) in zip(forward.rows, backward.rows) {
            #expect(a.cells.map(Self.print) == b.cells.reversed().map(Self.print))
        }
    }

    @Test func anEmptyCorpusHasRowsWithoutColumns() throws {
        let matrix = try #require(MatrixBuilder(witnesses: [], topics: .sample).topics())
        #expect(matrix.columns.isEmpty)
        #expect(matrix.rows.map(\.cells.count) == [0, 0, 0])
        #expect(matrix.coverage.isEmpty)
    }

    @Test func withoutTopicsThereIsNoTopicMatrix() {
        #expect(MatrixBuilder(witnesses: [act.witness]).topics() == nil)
        #expect(MatrixBuilder(witnesses: [act.witness], topics: TopicTable(topics: [])).topics() == nil)
        #expect(MatrixBuilder(witnesses: [act.witness]).articles(base: "act")?.rows.count == 4)
    }

    @Test func coverageCountsTheCellsOfEachText() throws {
        let coverage = try matrix(act, excerpt).coverage
        #expect(coverage.map(\.witness) == ["act", "excerpt"])
        #expect(coverage.map { $0.count(.present) } == [2, 1])
        #expect(coverage.map { $0.count(.silent) } == [1, 0])
        #expect(coverage.map(\.total) == [3, 3])
    }

    private static func print(_ cell: Cell) -> String {
        let quotations = cell.quotations.map { "\($0.eId) \($0.lines) \($0.score ?? -1) \($0.reasons)" }
        return "\(cell.state) \(cell.reason) \(quotations)"
    }
}
