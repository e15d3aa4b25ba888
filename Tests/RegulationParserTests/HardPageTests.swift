import RegulationModel
import RegulationParser
import Testing

@Suite("Pages made to exhaust the machine") struct HardPageTests {
    private func parse(_ text: String, limits: ReadingLimits = ReadingLimits()) -> Regulation {
        var options = ReadingOptions()
        options.limits = limits
        return RegulationParser.parse(Array(text.utf8), name: "page.html", id: "page", options: options)
    }

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private let act = "<p>第一条　甲。</p><p>第二条　乙。</p><p>第三条　丙。</p>"

    @Test(.timeLimit(.minutes(20))) func readsTenThousandNestedDivisions() {
        let page = "<html><body>" + repeated("<div>", 10_000) + act + repeated("</div>", 10_000)
        let regulation = parse(page)
        #expect(regulation.articles.count == 3)
        #expect(regulation.diagnostics.contains { $0.id == .pageDeepNesting })
        #expect(Soundness(regulation).faults == [])
    }

    /// libxml2 looks for what each end tag closes among all open elements.
    @Test(.timeLimit(.minutes(20))) func refusesEndTagsThatCloseNothing() {
        let page = "<html><body>" + act + repeated("<b><div>", 30_000) + repeated("</i>", 60_000)
        #expect(parse(page).diagnostics.map(\.id) == [.formatLimit])
    }

    /// libxml2 compares each attribute of a tag with all before it.
    @Test(.timeLimit(.minutes(20))) func refusesATagOfFortyThousandAttributes() {
        let page = "<html><body><p " + (0..<40_000).map { "a\($0)=1 " }.joined() + ">" + act
        #expect(parse(page).diagnostics.map(\.id) == [.formatLimit])
    }

    @Test func refusesAPageLargerThanTheLimit() {
        var limits = ReadingLimits()
        limits.largestPage = 64
        let regulation = parse("<html><body>" + act, limits: limits)
        #expect(regulation.diagnostics.map(\.id) == [.formatLimit])
        #expect(regulation.source.bytes.isEmpty)
    }

    @Test(
        .timeLimit(.minutes(20)),
        arguments: [
            "<", "&", "&lt;", "<p", "<p>", "<table><tr><td>", "</p>", "<!--", "<a href=x>甲</a>", "<script>", "&#0;",
            "<td>甲", "<pre>\n", "<select><option>", "<p hidden>甲", "\u{1}", "<br>", "<form>", "<svg><p>", "=\"'",
        ])
    func readsManyOfAKind(_ unit: String) {
        let regulation = parse("<html><body>" + act + repeated(unit, 5_000))
        #expect(Soundness(regulation).faults == [])
    }
}
