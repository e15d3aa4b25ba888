import ComparisonMatrix
import ProvisionAlignment
import ProvisionDiff
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

@Suite("Differences")
struct DifferenceTests {
    /// Two acts that differ in a word of each article; `word` stands in both.
    static func differences(word: String = "", isForeign: Bool = false) -> ActDifferences {
        let base = Sample.witness(Sample.act(word: "管理" + word), word: word)
        let other =
            isForeign
            ? Sample.witness(Sample.excerpt(word: "manage" + word), word: word)
            : Sample.witness(Sample.act(id: "xz", word: "监管" + word), word: word)
        let pairs = isForeign ? [("art_2", "art_7")] : [("art_1", "art_1"), ("art_2", "art_2")]
        let links = pairs.map { one, two in
            Link(
                base: EId(one), other: EId(two), strength: .main, relation: .changed, score: 0.9, reasons: ["shares"])
        }
        let alignment = Alignment(base: base.id, other: other.id, level: .article, links: links)
        return DifferenceBuilder(base: base, other: other, articles: alignment, units: []).differences()
    }

    private static let links = PageLinks(matrices: [], texts: ["lyg", "xz"], hasIndex: true).fromFolder

    // MARK: Pages

    @Test(arguments: [false, true])
    func pagesAreWellNestedAndLoadNothing(_ isForeign: Bool) {
        let markup = Markup(render(Self.differences(word: Sample.hostile, isForeign: isForeign), as: .html))
        #expect(markup.faults.isEmpty)
        #expect(markup.values("src").isEmpty && markup.values("style").isEmpty)
        #expect(markup.tags.allSatisfy { $0.name != "link" })
        #expect(markup.values("href").allSatisfy { $0.hasPrefix("#") })
        let ids = markup.values("id")
        #expect(Set(ids).count == ids.count)
        #expect(Set(markup.values("href").map { String($0.dropFirst()) }).isSubset(of: ids))
    }

    @Test func hostileTextChangesNoMarkupOfAPage() {
        let harmless = Markup(render(Self.differences(word: "甲", isForeign: true), as: .html))
        let hostile = Markup(render(Self.differences(word: Sample.hostile, isForeign: true), as: .html))
        #expect(harmless.shape == hostile.shape)
    }

    @Test func pagesOfASiteLinkBackToTheirTexts() {
        let page = DifferencePage(differences: Self.differences(), showsChangesOnly: false, links: Self.links).text
        let links = Set(Markup(page).values("href"))
        #expect(links.isSuperset(of: ["../index.html", "../text-lyg.html#art_1", "../text-xz.html#art_2"]))
    }

    @Test func wordsThatDifferAreMarkedInBothColumns() {
        let page = render(Self.differences(), as: .html)
        #expect(page.contains("<span>为了规范</span><del>管理</del><span>，制定本办法。</span>"))
        #expect(page.contains("<span>为了规范</span><ins>监管</ins><span>，制定本办法。</span>"))
    }

    @Test func onlyWhatDiffersCanBeShown() {
        let all = render(Self.differences(), as: .html)
        let changes = render(Self.differences(), as: .html, layout: DifferenceLayout(showsChangesOnly: true))
        #expect(all.contains("id=\"ui-changes\">") && changes.contains("id=\"ui-changes\" checked>"))
        let list = render(Self.differences(), as: .markdown, layout: DifferenceLayout(showsChangesOnly: true))
        #expect(list.contains("<del>管理</del>") && !list.contains("单独执法"))
    }

    // MARK: Demands

    /// What one article demands otherwise than another one, with an article besides that answers one of its points.
    private static func demands() -> ActDifferences {
        func witness(_ id: String, _ articles: String) -> Witness {
            let text = "某市协管员办法\n\n\(articles)\n"
            return Sample.witness(RegulationParser.parse(Array(text.utf8), name: id, id: id))
        }
        let head = "第一条 协管员应当履行下列义务：\n（一）佩戴标识"
        let base = witness("a", "\(head)；\n（二）受理群众投诉，维护群众权益；\n（三）修剪草坪。")
        let other = witness("b", "\(head)。\n\n第二条 工作人员收到群众投诉的，应当受理。")
        let link = Link(
            base: EId("art_1"), other: EId("art_1"), strength: .main, relation: .changed, score: 0.9, reasons: [])
        let alignment = Alignment(base: "a", other: "b", level: .article, links: [link])
        return DifferenceBuilder(base: base, other: other, articles: alignment, units: []).differences()
    }

    @Test func underADoubtfulLinkEverythingIsDoubtfulAndTheHeadingSaysSo() throws {
        let base = Sample.witness(Sample.act())
        let other = Sample.witness(Sample.act(id: "xz", word: "监管"))
        func found(_ score: Double) -> ActDifferences {
            let link = Link(
                base: EId("art_2"), other: EId("art_1"), strength: .main, relation: .changed, score: score, reasons: [])
            let alignment = Alignment(base: base.id, other: other.id, level: .article, links: [link])
            return DifferenceBuilder(base: base, other: other, articles: alignment, units: []).differences()
        }
        let (sure, doubtful) = (found(0.6), found(0.59))
        let demands = try #require(sure.groups.first).demands
        #expect(demands.contains { !$0.isDoubtful })
        #expect(try #require(doubtful.groups.first).demands.allSatisfy(\.isDoubtful))
        #expect(render(doubtful, as: .terminal).contains("doubtful link 0.59"))
        #expect(!render(sure, as: .terminal).contains("doubtful link"))
    }

    @Test func demandsAreCitedAndTheOpeningOfAListIsReadOnce() throws {
        let all = Self.demands()
        let group = try #require(all.groups.first)
        let said = group.demands(base: all.base.regulation, other: all.other.regulation)
        #expect(
            said.map(\.base.line) == ["第一条第二项 协管员应当履行下列义务：（二）受理群众投诉，维护群众权益；", "第一条第三项 …（三）修剪草坪。"])
        #expect(said.map(\.other.line) == ["—", "—"])
    }

    @Test func whatComesNearestStandsBelowWithItsCitation() {
        let all = Self.demands()
        let terminal = render(all, as: .terminal, layout: DifferenceLayout(view: .inline, width: 100))
        #expect(terminal.contains("\n    → nearest: 第二条 工作人员收到群众投诉的，应当受理。\n"))
        #expect(terminal.split(separator: "\n").count { $0.contains("→ nearest:") } == 1)
        let chinese = render(all, as: .terminal, layout: DifferenceLayout(view: .inline, width: 100, labels: .chinese))
        #expect(chinese.contains("\n    → 最近似：第二条 工作人员收到群众投诉的，应当受理。\n"))
        let labels = ["nearest", "differ", "alike", "changed", "one side", "doubtful"]
        #expect(labels.allSatisfy { !chinese.contains($0) }, "\(chinese)")
        #expect(render(all, as: .markdown).contains("→ 最近似 nearest: 第二条 工作人员收到群众投诉的，应当受理。"))
        #expect(
            render(all, as: .html).contains("<span lang=\"zh\">第二条</span> <q lang=\"zh\">工作人员收到群众投诉的，应当受理。</q></small>")
        )
        let json = render(all, as: .json)
        #expect(json.contains("\"nearest\" : {\n            \"eId\" : \"art_2__para_1\""))
        #expect(json.contains("\"nearest\" : null"))
    }

    // MARK: Terminal

    @Test(arguments: [40, 80, 120, 160, 500])
    func linesFitTheTerminalAndMarksNeedNoColour(_ width: Int) {
        let hostile = Self.differences(word: Sample.hostile)
        for view in [DifferenceLayout.View.columns, .inline] {
            let plain = render(hostile, as: .terminal, layout: DifferenceLayout(view: view, width: width))
            let coloured = render(
                hostile, as: .terminal, layout: DifferenceLayout(view: view, width: width, hasColour: true))
            for line in plain.split(separator: "\n") {
                #expect(TerminalText.width(String(line)) <= min(width, 200), "\(line)")
            }
            #expect(!plain.unicodeScalars.contains { $0 != "\n" && TerminalText.isUnsafe($0) })
            #expect(plain.contains("[-管") && plain.contains("{+监"))
            #expect(Self.withoutColour(coloured) == plain)
            #expect(coloured.contains("\u{1B}[31m[-") && coloured.contains("\u{1B}[32m{+"))
        }
    }

    private static func withoutColour(_ text: String) -> String {
        ["\u{1B}[31m", "\u{1B}[32m", "\u{1B}[0m", "\u{1B}[1m"].reduce(text) { rest, escape in
            rest.split(separator: escape, omittingEmptySubsequences: false).joined()
        }
    }

    @Test(arguments: [
        ("应当，可以。", ["应", "当，", "可", "以。"]), ("（一）甲", ["（一）", "甲"]), ("a bc", ["a ", "bc"]), ("", []),
        ("“应当”", ["“应", "当”"]), ("。。", ["。。"]), ("((((", ["(((("]),
    ])
    func linesBreakNeitherBeforeAClosingNorBehindAnOpeningSign(_ text: String, _ words: [String]) {
        #expect(TerminalWords.words(text) == words)
    }

    @Test func whatNothingAnswersIsNamedAtTheEnd() {
        let foreign = render(Self.differences(isForeign: true), as: .terminal)
        #expect(foreign.contains("not in the part held of Place: 1\n  第一条"))
        #expect(!foreign.contains("only in Place: 1\n"))
    }

    @Test func whatNothingAnswersStandsWithWhatComesNearest() {
        let (base, other) = (Sample.witness(Sample.act()), Sample.witness(Sample.act(id: "xz")))
        func link(_ one: String, _ two: String, _ score: Double) -> Link {
            Link(base: EId(one), other: EId(two), strength: .main, relation: .changed, score: score, reasons: [])
        }
        let alignment = Alignment(
            base: base.id, other: other.id, level: .article, links: [link("art_1", "art_1", 0.9)])
        let near = [link("art_2", "art_1", 0.2), link("art_2", "art_2", 0.375), link("art_1", "art_1", 0.4)]
        let found = DifferenceBuilder(base: base, other: other, articles: alignment, units: [], near: near)
            .differences()
        #expect(found.nearest.map { [$0.base.text, $0.other.text] } == [["art_2", "art_2"]])
        #expect(render(found, as: .terminal).contains("    → nearest: 第二条 (0.38) "))
        for format in [DifferenceFormat.html, .markdown] {
            #expect(render(found, as: format).contains("最近似：第二条（0.38）"))
        }
        #expect(render(found, as: .json).contains("\"score\" : 0.375"))
    }

    // MARK: Markdown

    @Test(arguments: [DifferenceLayout.View.columns, .inline])
    func markdownKeepsItsTablesAndWords(_ view: DifferenceLayout.View) {
        let text = render(
            Self.differences(word: Sample.hostile), as: .markdown, layout: DifferenceLayout(view: view))
        for line in text.split(separator: "\n") where line.hasPrefix("|") {
            var bars = 0
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if scalar == "|", !isEscaped { bars += 1 }
                isEscaped = scalar == "\\" && !isEscaped
            }
            #expect(bars == 4, "\(line)")
        }
        #expect(text.contains("<del>管理</del>") && text.contains("<ins>监管</ins>"))
        #expect(Self.tags(text).isSubset(of: ["del>", "/del", "ins>", "/ins"]))
        #expect(text.contains("| --- |") == (view == .columns))
        // What is demanded is a list of its own, and so is the text below it.
        #expect(text.contains("\n* **") == (view == .inline))
    }

    /// What stands behind each `<` that no backslash precedes.
    private static func tags(_ markdown: String) -> Set<String> {
        let scalars = Array(markdown.unicodeScalars)
        var tags: Set<String> = []
        for index in scalars.indices where scalars[index] == "<" && (index == 0 || scalars[index - 1] != "\\") {
            tags.insert(String(String.UnicodeScalarView(scalars[(index + 1)...].prefix(4))))
        }
        return tags
    }

    @Test func theSameValuesGiveTheSameBytes() {
        for format in DifferenceFormat.allCases {
            #expect(render(Self.differences(), as: format) == render(Self.differences(), as: format))
        }
    }
}

@Suite("Flowed pieces")
struct FlowedRunTests {
    @Test(arguments: [
        ("the old law", [0..<3, 3..<8, 8..<11]), ("甲 乙\n丙", [0..<4, 4..<7, 7..<11]), ("a  b", [0..<1, 1..<3, 3..<4]),
        ("  x ", [0..<1, 1..<2, 2..<4]),
    ])
    func piecesJoinedAreTheFlowedText(_ text: String, _ cuts: [Range<Int>]) {
        let source = SourceText(name: "a", bytes: Array(text.utf8))
        let runs = source.flowedRuns(cuts.map { [ByteSpan($0.lowerBound, $0.upperBound)] })
        #expect(runs.joined() == source.flowed([source.span]))
    }
}
