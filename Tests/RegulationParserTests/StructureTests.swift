import RegulationModel
import RegulationParser
import Testing

@Suite("Structure of the five sources") struct StructureTests {
    @Test func allFiveAreThere() {
        #expect(Source.all.map(\.id) == ["jiangsu", "jilin", "lianyungang", "shandong", "shanghai"])
    }

    @Test(arguments: Source.all) func isSound(_ source: Source) {
        #expect(Soundness(source.regulation).faults == [])
        #expect(source.regulation.source.lineCount == source.gold.lines_total)
    }

    @Test(arguments: Source.all) func chaptersAreAsRead(_ source: Source) {
        let regulation = source.regulation
        let found = regulation.groupings.map { grouping in
            let numbers = regulation.articles[grouping.articles].map(\.number.ordinal)
            let heading = regulation.source.flowed([grouping.heading])
            return [
                "\(grouping.level.name) \(grouping.number.text) \(heading)",
                "line \(source.lines(grouping.span)[0])", "articles \(numbers.first ?? 0) \(numbers.last ?? 0)",
            ].joined(separator: ", ")
        }
        let expected = source.gold.chapters.map { chapter in
            [
                "chapter \(chapter.number) \(chapter.title)", "line \(chapter.line)",
                "articles \(chapter.articles[0]) \(chapter.articles[1])",
            ].joined(separator: ", ")
        }
        #expect(found == expected)
    }

    @Test(arguments: Source.all) func articlesAreAsRead(_ source: Source) {
        let regulation = source.regulation
        #expect(regulation.articles.count == source.gold.articles.count)
        for (index, (found, gold)) in zip(regulation.articles, source.gold.articles).enumerated() {
            let chapter = regulation.groupings(ofArticleAt: index).last?.number.ordinal
            let points = found.children.reduce(0) { $0 + $1.children.count }
            let start = regulation.source.position(at: found.span.start)
            #expect(found.number == ProvisionNumber(gold.number))
            #expect(regulation.mark(found) == gold.marker)
            #expect(chapter == gold.chapter, "article \(gold.number)")
            #expect(found.children.count == gold.paragraphs, "article \(gold.number)")
            #expect(points == gold.items, "article \(gold.number)")
            #expect(source.lines(found.span) == gold.lines, "article \(gold.number)")
            #expect(start.column == gold.start_column ?? start.column, "article \(gold.number)")
            #expect(regulation.fullText(found).hasPrefix(gold.first20), "article \(gold.number)")
        }
    }

    @Test(arguments: Source.all) func sectionsAreAsRead(_ source: Source) {
        let regulation = source.regulation
        let gold = source.gold.sections ?? []
        #expect(regulation.sections.count == gold.count)
        for (found, section) in zip(regulation.sections, gold) {
            let heading = found.heading.map { regulation.source.flowed([$0]) }
            let text = found.allText
            #expect(found.number == ProvisionNumber(section.number))
            #expect(heading == section.heading)
            #expect(found.mark.map { source.lines($0)[0] } == section.number_line)
            #expect(found.heading.map { source.lines($0)[0] } == section.heading_line)
            #expect(text.first.map { source.lines($0)[0] } == section.text_lines[0])
            #expect(text.last.map { source.lines($0)[1] } == section.text_lines[1])
            #expect(found.children.reduce(0) { $0 + $1.children.count } == section.sub_points)
            #expect(regulation.fullText(found).hasPrefix(section.first20))
        }
    }

    @Test(arguments: Source.all) func metadataAreAsRead(_ source: Source) {
        let regulation = source.regulation
        let authority: [String: Authority] = [
            "jiangsu": .act, "jilin": .excerpt, "lianyungang": .act, "shandong": .excerpt, "shanghai": .explainer,
        ]
        let held: [String: Completeness.Status] = [
            "jiangsu": .whole, "jilin": .part, "lianyungang": .whole, "shandong": .part, "shanghai": .none,
        ]
        #expect(regulation.authority == authority[source.id])
        #expect(regulation.completeness.status == held[source.id])
        #expect(regulation.language == (source.id == "lianyungang" ? .chinese : .english))
        #expect(regulation.documentNumber == source.gold.document_number)
        #expect(regulation.dates.adopted?.text == source.gold.dates.adopted)
        #expect(regulation.dates.issued?.text == source.gold.dates.issued)
        #expect(regulation.dates.effective?.text == source.gold.dates.effective)
        #expect(regulation.dates.published?.text == source.gold.explainer_published)
        #expect(regulation.dates.approved == nil)
        #expect(regulation.repeals.map { regulation.source.flowed([$0.text]) } == source.gold.repealed)
        // An explainer has a title of its own; the gold gives the act's.
        if authority[source.id] != .explainer { #expect(regulation.title == source.gold.title) }
    }

    @Test(arguments: Source.all) func actBeginsAndEndsWhereItDoes(_ source: Source) {
        guard let lines = source.gold.regulation_lines else {
            #expect(!source.regulation.parts.contains { !$0.kind.isOutside && $0.kind != .section })
            return
        }
        let inside = (1...source.gold.lines_total).filter { line in
            source.kinds(ofLine: line).contains { !$0.isOutside }
        }
        #expect([inside.first, inside.last] == lines.map { Optional($0) })
        for line in lines[0]...lines[1] where source.isVisible(line) {
            #expect(source.kinds(ofLine: line).last?.isOutside == false, "line \(line)")
        }
    }

    @Test(arguments: Source.all) func linesOutsideTheActAreKeptAndLabelled(_ source: Source) throws {
        for outside in source.gold.not_regulation_lines {
            let allowed = try #require(Self.kinds[outside.what], "no kinds for “\(outside.what)”")
            for line in outside.lines[0]...outside.lines[1] where source.isVisible(line) {
                let kinds = source.kinds(ofLine: line)
                if outside.columns == nil {
                    // A section that ends a line shares it with the next one.
                    #expect(kinds.allSatisfy(allowed.contains), "line \(line): \(kinds)")
                } else {
                    // The rest of the line is an article; where it begins is checked with the articles.
                    #expect(kinds.first.map(allowed.contains) == true, "line \(line): \(kinds)")
                    #expect(kinds.dropFirst() == [.article], "line \(line): \(kinds)")
                }
            }
        }
    }

    /// The kinds of part that say what a reader wrote beside lines outside the act.
    private static let kinds: [String: Set<PartKind>] = [
        "page heading (repeats the title)": [.pageHeading],
        "page heading": [.pageHeading],
        "commentary": [.commentary],
        "label \"Legal basis:\"": [.quotationLabel],
        "site navigation": [.navigation],
        "unquoted text that reads like a purpose and a definition article, without number": [.unnumberedProvision],
        "question and answer about Jiangsu": [.otherJurisdiction],
        "label \"Legal basis\" with the name of the measures": [.quotationLabel],
        "title, author, introduction": [.introduction],
        "questions and answers (explanation, no text of the regulation)": [.section],
        "signature of the account": [.signature, .siteResidue],
        "unrelated site teasers, line 73 in Chinese": [.unrelated],
        "blank": [.layout],
        "document number": [.documentNumber],
        "title of the notice": [.noticeTitle],
        "addressees": [.addressees],
        "text of the notice": [.noticeText],
        "signature and date": [.signature],
        "note of publication": [.publicationNote],
        "trailing space": [.layout],
    ]
}

@Suite("Closing articles in English") struct EnglishClosingTests {
    @Test(arguments: [
        "This Act shall be implemented on the date of promulgation.",
        "These Measures shall be enforced from May 1, 2020.",
        "This Act shall come into force upon promulgation.",
    ])
    func anActThatEndsWithItsEntryIntoForceIsWhole(_ closing: String) {
        let text = "Measures of a City\n\nArticle 1 Dogs shall be registered.\n\nArticle 2 \(closing)\n"
        let act = RegulationParser.parse(Array(text.utf8), name: "a.txt", id: "a")
        #expect(act.completeness.status == .whole, "\(act.completeness.proof)")
    }
}

@Suite("Rules and comments of Markdown") struct MarkdownLayoutTests {
    private static func text(_ line: String) -> String {
        let act = RegulationParser.parse(
            Array("# 某市规定\n\n第一条 停车收费如下：\n\(line)\n\n第二条 本规定自公布之日起施行。\n".utf8), name: "a.md", id: "a")
        return act.fullText(act.articles[0])
    }

    @Test(arguments: ["---", "--- ---", "---|:---:|", "<!-- 注 -->", "<!-- 注"])
    func layoutIsNoText(_ line: String) {
        #expect(Self.text(line) == "停车收费如下：")
    }

    @Test(arguments: ["---|---（二）|", "---白天五元。", "<!-- 注 -->白天五元。"])
    func whatStandsBesideLayoutIsKept(_ line: String) {
        #expect(Self.text(line).contains(line.contains("五元") ? "白天五元。" : "（二）"), "\(Self.text(line))")
    }
}
