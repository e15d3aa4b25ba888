import Duizhao
import Foundation
import Testing

@Suite("People's decisions") struct OverridesTests {
    private static let entry = """
          - link: main
            base: jilin
            baseProvision: art_9
            other: lianyungang
            otherProvision: art_20
            note: "both name who cannot be employed"
            author: Wang Fang
            date: 2026-03-01

        """

    private static func file(_ entries: String) -> String { "decisions:\n" + entries }

    /// The corpus with a file of decisions.
    private func corpus(_ text: String) throws -> Corpus {
        try Checkout.withCopyOfCorpus { folder in
            try TextFile.makeFolder(folder + "/Corpus/Overrides")
            try TextFile.write(text, to: folder + "/Corpus/Overrides/a.yaml")
            return try Corpus.load(folder + "/Corpus")
        }
    }

    private func comparison(_ corpus: Corpus, _ base: String, _ other: String) throws -> Comparison {
        let pair = try [base, other].map { corpus.witnesses[try #require(corpus.index(of: $0))] }
        return Comparison(pair, base: 0, corpus: corpus)
    }

    private func link(_ alignment: Alignment, _ base: String, _ other: String) -> Link? {
        alignment.links.first { $0.base == EId(base) && $0.other == EId(other) }
    }

    // MARK: Applying

    @Test func aForcedLinkStandsFromBothSidesWithItsAuthor() throws {
        let corpus = try corpus(Self.file(Self.entry))
        #expect(corpus.overrides.problems.isEmpty)
        let forth = try comparison(corpus, "jilin", "lianyungang").alignment(0, 1)
        let back = try comparison(corpus, "lianyungang", "jilin").alignment(0, 1)
        let made = try #require(link(forth, "art_9", "art_20"))
        #expect(made.strength == .main && made.score == 1 && made.isDecided)
        #expect(made.reasons.first == "decided by Wang Fang on 2026-03-01: both name who cannot be employed")
        #expect(link(back, "art_20", "art_9") == made.mirrored)
        #expect(Set(back.links.map(\.mirrored)) == Set(forth.links))
        #expect(forth.links.map { [$0.base, $0.other] }.count == Set(forth.links.map { [$0.base, $0.other] }).count)
    }

    @Test func anUnlinkPartsArticlesAndWhatLiesInThem() throws {
        let plain = try comparison(try Checkout.corpus.get(), "jilin", "lianyungang")
        #expect(link(plain.alignment(0, 1), "art_9", "art_13") != nil)
        let text = Self.entry.replacingOccurrences(of: "link: main", with: "unlink: true")
            .replacingOccurrences(of: "art_20", with: "art_13")
        let decided = try comparison(try corpus(Self.file(text)), "jilin", "lianyungang")
        for level in [Level.article, .paragraph, .point] {
            let links = decided.alignment(0, 1, level: level).links
            #expect(!links.contains { $0.base.article == EId("art_9") && $0.other.article == EId("art_13") })
        }
        #expect(decided.alignment(0, 1).parted.map(\.base) == [EId("art_9")])
        let matrix = try #require(decided.matrix(.articles))
        let row = try #require(matrix.rows.first { $0.id == "art_9" })
        if row.cells[1].quotations.isEmpty {
            #expect(row.cells[1].reason.english.contains("decided by Wang Fang on 2026-03-01"))
        }
    }

    @Test func aRelationIsSeenFromBothSides() throws {
        let text = Self.entry.replacingOccurrences(of: "link: main", with: "relation: split")
            .replacingOccurrences(of: "art_20", with: "art_13")
        let corpus = try corpus(Self.file(text))
        let forth = try comparison(corpus, "jilin", "lianyungang").alignment(0, 1)
        let back = try comparison(corpus, "lianyungang", "jilin").alignment(0, 1)
        #expect(link(forth, "art_9", "art_13")?.relation == .split)
        #expect(link(back, "art_13", "art_9")?.relation == .merged)
    }

    @Test func pointsCanBeLinkedToo() throws {
        let text = Self.entry
            .replacingOccurrences(of: "art_9", with: "art_8__para_1__list_1__point_1")
            .replacingOccurrences(of: "art_20", with: "art_20__para_1__list_1__point_1")
        let made = try corpus(Self.file(text))
        #expect(made.overrides.problems.map(\.text) == [])
        let points = try comparison(made, "jilin", "lianyungang").alignment(0, 1, level: .point)
        #expect(points.links.contains { $0.isDecided })
        #expect(try !comparison(made, "jilin", "lianyungang").alignment(0, 1).links.contains { $0.isDecided })
    }

    @Test func decisionsTakePartInFamilies() throws {
        let parting = Self.entry.replacingOccurrences(of: "link: main", with: "unlink: true")
            .replacingOccurrences(of: "art_20", with: "art_13")
        for (text, isJoined, other) in [(Self.entry, true, "art_20"), (parting, false, "art_13")] {
            let corpus = try corpus(Self.file(text))
            let matrix = try #require(
                Comparison(corpus.witnesses, base: 0, corpus: corpus).families(inOrderOf: nil))
            let columns = try ["jilin", "lianyungang"].map { id in
                try #require(matrix.columns.firstIndex { $0.id == id })
            }
            let row = try #require(
                matrix.rows.first { row in
                    row.cells[columns[0]].quotations.contains { $0.eId == EId("art_9") && !$0.isPart }
                })
            let members = row.cells[columns[1]].quotations.filter { !$0.isPart }.map(\.eId)
            #expect(members.contains(EId(other)) == isJoined)
        }
    }

    @Test func decisionsAreShownAsAPersonsInEveryFormat() throws {
        let comparison = try comparison(try corpus(Self.file(Self.entry)), "jilin", "lianyungang")
        let texts = comparison.witnesses.map(\.regulation)
        let alignment = comparison.alignment(0, 1)
        for format in AlignmentFormat.allCases {
            let text = render(alignment, base: texts[0], other: texts[1], as: format)
            #expect(text.contains("Wang Fang") && text.contains("2026-03-01"), "\(format)")
        }
        let matrix = try #require(comparison.matrix(.articles))
        for format in MatrixFormat.allCases {
            #expect(render(matrix, as: format).contains("decided by Wang Fang on 2026-03-01"), "\(format)")
        }
        let quotation = matrix.rows.flatMap { $0.cells[1].quotations }.first { $0.decision != nil }
        #expect(quotation?.score == nil && quotation?.decision?.author == "Wang Fang")
    }

    @Test func aTextOfTheSameIdWithOtherBytesIsAnotherText() throws {
        let corpus = try corpus(Self.file(Self.entry))
        let bytes = try TextFile.read(Checkout.corpusFolder + "/Texts/jilin.en.txt")
        let changed = StandaloneText.witness(bytes + Array("\n".utf8), name: "jilin.txt")
        let lianyungang = corpus.witnesses[try #require(corpus.index(of: "lianyungang"))]
        let links = Comparison([changed, lianyungang], base: 0, corpus: corpus).alignment(0, 1).links
        #expect(!links.contains { $0.isDecided })
        let further = Comparison(
            [changed, lianyungang], base: 0, corpus: corpus, overrides: corpus.overrides)
        #expect(further.alignment(0, 1).links.contains { $0.isDecided })
    }

    // MARK: Checking

    @Test func aCorpusWithoutAFolderOfDecisionsHasNone() throws {
        let corpus = try Checkout.corpus.get()
        #expect(corpus.overrides.decisions.isEmpty && corpus.overrides.problems.isEmpty)
        for empty in ["", "# nothing yet\n", "decisions:\n", "decisions: []\n"] {
            #expect(try self.corpus(empty).overrides.problems.isEmpty, "\(empty)")
        }
    }

    @Test(
        arguments: [
            ("link: main", "link: perhaps", "“link” is none of main, part"),
            ("link: main", "unlink: false", "“unlink” has the value true"),
            ("link: main", "relation: added", "“relation” is none of same, changed, split, merged, moved"),
            ("link: main", "colour: red", "“colour” is no field"),
            ("link: main", "unlink: true\n    relation: same", "only “link” and “relation” can stand together"),
            ("    base: jilin\n", "", "the entry lacks “base”"),
            ("base: jilin", "base: lianyungang", "both provisions are of “lianyungang”"),
            ("base: jilin", "base: [jilin]", "“base” is no text"),
            ("author: Wang Fang", "author: \"\"", "“author” is empty"),
            ("author: Wang Fang", "", "the entry lacks “author”"),
            ("date: 2026-03-01", "date: 1 March", "“1 March” is no date YYYY-MM-DD"),
            ("date: 2026-03-01", "date: 2026-02-30", "“2026-02-30” is no date"),
            ("art_20", "art_20__para_1", "both must be articles, paragraphs or points"),
        ])
    func everyFieldIsChecked(_ found: String, _ wrong: String, _ message: String) throws {
        let text = Self.file(Self.entry.replacingOccurrences(of: found, with: wrong))
        let corpus = try corpus(text)
        let problems = corpus.overrides.problems
        #expect(problems.contains { $0.kind == .overrideEntry && $0.message.contains(message) }, "\(problems)")
        #expect(problems.allSatisfy { $0.file.hasSuffix("Overrides/a.yaml") && (2...12).contains($0.line) })
        #expect(corpus.overrides.decisions.isEmpty && problems.contains { $0.severity == .error })
    }

    @Test func aFileThatIsNoYAMLStopsWithOneLine() throws {
        let error = #expect(throws: SurroundingsError.self) { try corpus("decisions: [") }
        #expect(error.map { $0.description.contains("a.yaml") && !$0.description.contains("\n") } ?? false)
    }

    @Test(arguments: [("base: jilin", "base: atlantis"), ("art_20", "art_99")])
    func aDecisionWhoseProvisionIsGoneIsReportedAndRests(_ found: String, _ wrong: String) throws {
        let corpus = try corpus(Self.file(Self.entry.replacingOccurrences(of: found, with: wrong)))
        let problem = try #require(corpus.overrides.problems.first)
        #expect(problem.kind == .overrideGone && problem.severity == .warning && problem.line == 2)
        #expect(problem.text.hasSuffix("[override.gone]"))
        #expect(corpus.overrides.decisions.isEmpty)
    }

    @Test func ofTwoThatContradictEachOtherTheLaterHoldsAndTheOtherIsReported() throws {
        let mirrored = """
              - unlink: true
                base: lianyungang
                baseProvision: art_20
                other: jilin
                otherProvision: art_9
                author: Li Lei
                date: 2026-01-31

            """
        let corpus = try corpus(Self.file(mirrored + Self.entry))
        let problem = try #require(corpus.overrides.problems.first)
        #expect(corpus.overrides.problems.count == 1)
        #expect(problem.kind == .overrideContradiction && problem.severity == .warning && problem.line == 2)
        #expect(corpus.overrides.decisions.map(\.decision.author) == ["Wang Fang"])
        let agreeing = Self.entry + Self.entry.replacingOccurrences(of: "link: main", with: "relation: changed")
        #expect(try self.corpus(Self.file(agreeing)).overrides.problems.isEmpty)
    }

    @Test func writtenDecisionsReadBackAsTheyWere() throws {
        let odd = "a \"quoted\" \\ note: #1 — 备注"
        let text = Self.entry.replacingOccurrences(
            of: "\"both name who cannot be employed\"", with: "'" + odd + "'")
        let first = try corpus(Self.file(text)).overrides
        #expect(first.decisions.first?.decision.note == odd)
        let second = try corpus(first.text).overrides
        #expect(first.text == second.text && second.problems.isEmpty)
        #expect(second.decisions.map(\.action) == first.decisions.map(\.action))
        #expect(second.decisions.map(\.decision) == first.decisions.map(\.decision))
    }
}

@Suite("Tables of doubtful pairs") struct ReviewTableTests {
    private func regulations() throws -> [Regulation] {
        let corpus = try Checkout.corpus.get()
        return try ["jilin", "lianyungang"].map { corpus.witnesses[try #require(corpus.index(of: $0))].regulation }
    }

    private func read(_ text: String) throws -> ReviewTable {
        let texts = try regulations()
        return ReviewTable(
            parsing: Array(text.utf8), name: "t.tsv", base: texts[0], other: texts[1], author: "Wang Fang",
            date: try #require(CalendarDate(iso: "2026-03-01")))
    }

    private func link(_ base: String, _ other: String, _ score: Double, reasons: [String] = []) -> Link {
        Link(
            base: EId(base), other: EId(other), strength: .part, relation: .changed, score: score, reasons: reasons)
    }

    @Test func aLineForEachPairAndNoFormula() throws {
        let texts = try regulations()
        let table = ReviewTable.text(
            [link("art_9", "art_13", 0.6, reasons: ["=HYPERLINK(1)\tx\ny"]), link("art_1", "art_2", 0.4)],
            base: texts[0], other: texts[1])
        let lines = table.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines.count == 4 && lines[0] == ReviewTable.columns)
        #expect(lines.dropLast().allSatisfy { $0.count == ReviewTable.columns.count })
        #expect(lines[1][3] == "part" && lines[2][3] == "none")
        #expect(lines[1][5] == "'=HYPERLINK(1) x y")
        #expect(lines[1][7].contains("不得"))
        #expect(try read(table).overrides.isEmpty && read(table).problems.isEmpty)
    }

    @Test func decisionsBecomeOverridesHoweverASpreadsheetSavedThem() throws {
        let text = [
            "\u{FEFF}decision\tbase\tother\tnote", "link\tart_1\tart_1\t\"he said \"\"yes\"\"\"",
            "Part\tart_2\tart_2\t'=sum", "unlink\tart_3\tart_2", "\tart_4\tart_4\tnothing decided", "", "",
        ].joined(separator: "\r\n")
        let table = try read(text)
        #expect(table.problems == [])
        #expect(table.overrides.map(\.action) == [.link(.main, nil), .link(.part, nil), .unlink])
        #expect(table.overrides.map(\.decision.note) == ["he said \"yes\"", "=sum", ""])
        #expect(table.yaml.contains("date: \"2026-03-01\""))
    }

    @Test(
        arguments: [
            ("decision\tbase\tother\nmaybe\tart_1\tart_1\n", "t.tsv:2:1: error: “maybe” is no decision"),
            ("decision\tbase\tother\nlink\tart_1\tart_99\n", "“lianyungang” has no provision “art_99”"),
            ("decision\tbase\tother\nlink\n", "has no provision “”"),
            ("decision\tbase\tother\nlink\tart_1\tart_1\npart\tart_1\tart_1\n", "t.tsv:3:1: error: line 2 decides"),
            ("link\tart_1\tart_1\n", "lacks the columns decision, base, other"),
        ])
    func whatIsWrongIsNamedWithItsLine(_ text: String, _ message: String) throws {
        let problems = try read(text).problems
        #expect(problems.count == 1 && problems[0].contains(message), "\(problems)")
    }
}
