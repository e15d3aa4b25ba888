import Duizhao
import Foundation
import Testing

@Suite("Site")
struct SiteTests {
    @Test func theSameCorpusGivesTheSameBytesWhereverItLies() throws {
        let here = Site(try Checkout.corpus.get()).pages
        let there = try Checkout.withCopyOfCorpus { Site(try Corpus.load($0 + "/Corpus")).pages }
        #expect(here == there)
        #expect(!here.contains { $0.text.contains(Checkout.root) })
    }

    @Test func publishesWhatTheCorpusPromises() throws {
        let names = Set(Site(try Checkout.corpus.get()).pages.map(\.name))
        for name in [
            "index.html", "matrix.html", "matrix.md", "articles-lianyungang.html", "articles-lianyungang.md",
            "families.html", "families.md", "families.csv", "families.json",
            "guide.html", "guide.md", "cards.csv", "cards.anki.txt", "terms.html", "terms.tsv", "terms.tmx",
            "codebook.html",
            "codebook.md",
            "diagnostics.html", "diagnostics.md", "akn/jiangsu.xml", "akn/shanghai.xml", "lianyungang--jiangsu.tmx",
            "text-shandong.html", "pairs/lianyungang--jiangsu.html", "pairs/lianyungang--jiangsu.md",
        ] {
            #expect(names.contains(name), "\(name)")
        }
    }

    @Test func checkNamesEveryFileThatIsStaleMissingOrForeign() throws {
        let site = Site(try Checkout.corpus.get())
        try Checkout.withCopyOfCorpus { folder in
            let output = folder + "/Output"
            #expect(try site.write(to: output) == site.pages.count)
            #expect(try site.differences(from: output) == [])
            #expect(try site.write(to: output) == 0)
            try TextFile.write("x", to: output + "/matrix.md")
            try TextFile.write("x", to: output + "/stray.html")
            try TextFile.write("x", to: output + "/pairs/stray.html")
            try TextFile.makeFolder(output + "/folder")
            try FileManager.default.removeItem(atPath: output + "/index.html")
            let differences = try site.differences(from: output)
            #expect(differences.count == 5)
            #expect(differences.contains { $0.hasSuffix("index.html: missing") })
        }
    }

    @Test func committedOutputIsWhatTheCorpusGives() throws {
        let differences = try Site(try Checkout.corpus.get()).differences(from: Checkout.root + "/Output")
        #expect(differences == [])
    }

    /// Where a link leads, as a name in the site's folder.
    private static func place(_ link: String, seenFrom page: String) -> String {
        let isInFolder = page.contains("/")
        if link.hasPrefix("../") { return isInFolder ? String(link.dropFirst(3)) : "outside of the site" }
        return isInFolder ? page.prefix { $0 != "/" } + "/" + link : link
    }

    @Test func pagesLinkOnlyToPagesAndAnchorsThatExist() throws {
        let pages = Site(try Checkout.corpus.get()).pages
        let names = Set(pages.map(\.name))
        var anchors: [String: Set<String>] = [:]
        for page in pages where page.name.hasSuffix(".html") {
            anchors[page.name] = Set(page.text.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
        }
        var broken: Set<String> = []
        for page in pages where page.name.hasSuffix(".html") {
            for match in page.text.matches(of: /\shref="([^"]+)"/) {
                let link = String(match.1)
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? page.name : Self.place(parts[0], seenFrom: page.name)
                let isThere =
                    names.contains(target) && (parts.count == 1 || anchors[target]?.contains(parts[1]) == true)
                if !isThere { broken.insert("\(page.name) → \(link)") }
            }
        }
        #expect(broken == [])
    }

    /// Who compares English texts reads English labels first; the corpus with a Chinese text keeps both.
    @Test func pagesOnEnglishTextsOpenInEnglish() throws {
        try Scratch.with { folder in
            for place in ["a", "b"] {
                let text = """
                    Lamp Act of \(place.uppercased())

                    Article 1 These Regulations are formulated to keep lamps lit.
                    Article 2 A keeper shall hold a permit to keep lamps.
                    Article 3 These Regulations shall come into force on May 1, 2020.
                    """
                try TextFile.write(text, to: "\(folder)/\(place).txt")
            }
            for arguments in [["matrix", "--rows", "families", "a.txt", "b.txt"], ["diff", "a.txt", "b.txt"]] {
                let page = try Run(arguments + ["--format", "html"], folder: folder).output
                #expect(page.contains("<html lang=\"en\">") && page.contains("id=\"ui-en\" checked"), "\(arguments)")
                #expect(!page.contains("id=\"ui-both\" checked"))
            }
        }
        let page = try Checkout.text("Output/index.html")
        #expect(page.contains("<html lang=\"zh-Hans\">") && page.contains("id=\"ui-both\" checked"))
    }
}
