import CNettle
import ComparisonMatrix
import RegulationModel
import RegulationParser
import Testing

@testable import MatrixRendering

extension String {
    /// The text without this beginning.
    fileprivate func dropPrefix(_ prefix: String) -> Substring {
        hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
    }
}

@Suite("Pages")
struct PageTests {
    private func site(word: String = "") -> [SitePages.Page] {
        let matrix = Sample.matrix(word: word)
        return SitePages(
            title: BilingualText(chinese: "总览\(word)", english: "All\(word)"), matrices: [matrix],
            witnesses: matrix.columns
        ).pages
    }

    private func html(_ pages: [SitePages.Page]) -> [SitePages.Page] { pages.filter { $0.name.hasSuffix(".html") } }

    @Test func elementsAreWellNestedAndNothingIsLoadedFromOutside() {
        for page in html(site()) {
            let markup = Markup(page.text)
            #expect(markup.faults.isEmpty, "\(page.name)")
            #expect(markup.values("src").isEmpty)
            #expect(markup.tags.count { $0.name == "script" && !$0.isClosing } == 1, "\(page.name)")
            #expect(markup.tags.allSatisfy { $0.name != "link" })
            #expect(markup.values("style").isEmpty)
            #expect(
                markup.values("href").allSatisfy { !$0.contains(":") && !$0.dropPrefix("akn/").contains("/") },
                "\(page.name)")
        }
    }

    @Test func hostileTextChangesNoMarkup() {
        for (harmless, hostile) in zip(html(site(word: " x")), html(site(word: Sample.hostile))) {
            let markup = Markup(hostile.text)
            #expect(markup.shape == Markup(harmless.text).shape, "\(hostile.name)")
            #expect(markup.faults.isEmpty, "\(hostile.name)")
        }
    }

    /// The number signs of a Markdown heading are form; a line that only begins with one is text.
    @Test func headingsOfMarkdownAreShownWithoutTheirMarks() {
        let text = "# 甲市养犬条例\n\n##\n\n#1 备注\n\n## 第一章 总则\n\n第一条 为了管理养犬，制定本条例。\n"
        func page(_ file: String) -> String {
            let regulation = RegulationParser.parse(Array(text.utf8), name: file, id: "a")
            let witness = Witness(
                regulation: regulation, jurisdiction: nil, rank: nil, translation: .original, file: file, sha256: "",
                sourceNote: "", implements: nil)
            return Markup(TextPage(witness: witness, matrices: [], links: .none).text).text
        }
        let shown = page("a.md")
        #expect(shown.contains("甲市养犬条例") && !shown.contains("# 甲市") && !shown.contains("##"))
        #expect(shown.contains("#1 备注") && page("a.txt").contains("# 甲市养犬条例"))
    }

    /// The page has the subject as its heading; each card names what is its own.
    @Test func cardsOfTheFrontPageDoNotRepeatItsTitle() throws {
        let matrix = Sample.matrix()
        let subject = BilingualText(chinese: "养犬", english: "Dogs")
        let titled = Matrix(
            id: matrix.id,
            title: BilingualText(
                chinese: "养犬 — \(matrix.title.chinese)", english: "Dogs — \(matrix.title.english)"),
            rowKind: matrix.rowKind, base: matrix.base, columns: matrix.columns, rows: matrix.rows)
        let pages = SitePages(title: subject, matrices: [titled], witnesses: titled.columns).pages
        let index = try #require(pages.first { $0.name == "index.html" }).text
        #expect(!index.contains("养犬 — ") && index.contains(matrix.title.chinese))
    }

    @Test func hostileTextIsShownAsItStandsButForControls() throws {
        let page = try #require(site(word: Sample.hostile).first { $0.name == "matrix.html" })
        let shown = Markup(page.text).text
        #expect(shown.contains("<script>alert(1)</script> | \\| \"q\" '=cmd|'"))
        #expect(shown.contains("{{title}} & &amp; \u{241B}[31mred\u{FFFD}0m"))
        let controls = page.text.unicodeScalars.filter { scalar in
            scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
        }
        #expect(controls.isEmpty)
    }

    @Test func quotesAndBracketsWithCombiningMarksAreEscaped() {
        #expect(PageContent().escapeText("<\u{301}\"\u{301}&\u{301}") == "&lt;\u{301}&quot;\u{301}&amp;\u{301}")
    }

    @Test func everyLinkOfTheSiteEndsAtAPageAndAnAnchor() {
        let pages = site()
        var anchors: [String: Set<String>] = [:]
        for page in html(pages) {
            let ids = Markup(page.text).values("id")
            #expect(Set(ids).count == ids.count, "\(page.name) gives an id twice")
            anchors[page.name] = Set(ids)
        }
        let names = Set(pages.map(\.name))
        for page in html(pages) {
            for href in Markup(page.text).values("href") {
                let pieces = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = pieces[0].isEmpty ? page.name : String(pieces[0])
                #expect(names.contains(target), "\(href) in \(page.name)")
                guard pieces.count == 2 else { continue }
                #expect(anchors[target]?.contains(String(pieces[1])) == true, "\(href) in \(page.name)")
            }
        }
    }

    @Test func aTextPageHoldsEveryVisibleCharacterInOrder() throws {
        for witness in Sample.matrix(word: "<b>").columns {
            let links = PageLinks(matrices: [], texts: [witness.id], hasIndex: false)
            let page = TextPage(witness: witness, matrices: [], links: links).text
            let body = try #require(page.split(separator: "<div class=\"printed\">", maxSplits: 1).last)
            var shown = Markup(String(body)).text.unicodeScalars[...]
            let source = String(decoding: witness.regulation.source.bytes, as: UTF8.self)
            for scalar in source.unicodeScalars where !scalar.properties.isWhitespace {
                let found = try #require(shown.firstIndex(of: scalar), "\(scalar) is missing in \(witness.id)")
                shown = shown[shown.index(after: found)...]
            }
        }
    }

    @Test func everyProvisionCanBeLinkedTo() {
        let witness = Sample.witness(Sample.act())
        let page = TextPage(witness: witness, matrices: [], links: .none).text
        let ids = Set(Markup(page).values("id"))
        let wanted = ["chp_1", "art_1", "art_2", "art_2__para_1__list_1__point_2", "art_2__para_2"]
        #expect(ids.isSuperset(of: wanted))
    }

    @Test func aPageMadeAloneLinksToNoOtherPage() {
        let page = render(Sample.matrix(), as: .html)
        #expect(Markup(page).values("href").allSatisfy { $0.hasPrefix("#") })
    }

    @Test func cellsNameTheirTextForNarrowScreens() {
        let page = render(Sample.matrix(), as: .html)
        let cells = page.split(separator: "<td class=").dropFirst()
        #expect(cells.count == 6)
        #expect(cells.allSatisfy { $0.contains("<p class=\"of\">") })
    }

    @Test func thePolicyNamesTheStyleSheetThatIsInlined() throws {
        let page = render(Sample.matrix(), as: .html)
        let style = try #require(page.split(separator: "<style>").last?.split(separator: "</style>").first)
        #expect(String(style) == Stylesheet.text)
        let expected = "sha256-" + base64(sha256(Array(style.utf8)))
        #expect(Stylesheet.policyHash == expected, "Stylesheet.policyHash must be \(expected)")
        #expect(page.contains("style-src '\(expected)'"))
        #expect(!style.contains("*/"), "a comment that is continued is not taken out")
    }

    @Test func thePolicyNamesTheOneScriptThatIsInlined() throws {
        let page = render(Sample.matrix(word: Sample.hostile), as: .html)
        let script = try #require(page.split(separator: "<script>").last?.split(separator: "</script>").first)
        #expect(String(script) == PageScript.text)
        let expected = "sha256-" + base64(sha256(Array(script.utf8)))
        #expect(PageScript.policyHash == expected, "PageScript.policyHash must be \(expected)")
        #expect(page.contains("script-src '\(expected)'") && !page.contains("unsafe"))
    }

    /// A string of a document would become markup there.
    @Test func theScriptMakesElementsAndNeverReadsMarkup() {
        for word in [
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttp", "</",
        ] {
            #expect(!PageScript.text.contains(word), "\(word)")
        }
        #expect(PageScript.text.utf8.count < 30_000)
    }

    @Test func everyTemplateEscapesAsPagesDo() {
        for (name, text) in PageTemplates.sources {
            #expect(text.hasPrefix("{{% CONTENT_TYPE:PAGE}}"), "\(name)")
            let raw = text.split(separator: "{{{", omittingEmptySubsequences: false).dropFirst()
            #expect(
                raw.allSatisfy { $0.hasPrefix("style}}}") || $0.hasPrefix("script}}}") },
                "\(name) writes unescaped text")
            #expect(!text.contains("{{&"), "\(name)")
        }
    }

    @Test func namesOfPagesStayInTheirFolder() {
        let long = String(repeating: "长", count: 90)
        for id in ["../../x", "a/b", "..", "", "C:\\x", "a b", "text.html", long, "\u{1B}"] {
            let name = FileName.textPage(id)
            #expect(!name.contains("/") && !name.contains("\\") && !name.contains(".."), "\(name)")
            #expect(name.utf8.count < 200)
        }
        #expect(FileName.textPage("lianyungang") == "text-lianyungang.html")
        #expect(FileName.safe("a/b") != FileName.safe("a.b"))
        #expect(!FileName.safe("--help").hasPrefix("-") && !FileName.safe("/").hasPrefix("-"))
    }

    @Test func theSameValuesGiveTheSameBytes() {
        #expect(site() == site())
        #expect(Set(site().map(\.name)).count == site().count)
    }

    private func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, bytes.count, bytes)
        var digest = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&context, digest.count, &digest)
        return digest
    }

    private func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
            let bits = group[0] << 16 | group[1] << 8 | group[2]
            for place in 0..<4 {
                let letter = alphabet[bits >> (18 - 6 * place) & 63]
                text.append(start + place > bytes.count ? "=" : letter)
            }
        }
        return text
    }
}
