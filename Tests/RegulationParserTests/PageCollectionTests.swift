import Foundation
import RegulationModel
import RegulationParser
import Testing

/// Saved pages that are no part of the repository: the folder `html` in that named by `DUIZHAO_DATA`, or in
/// `shared/data` beside the checkout.
private enum SavedPages {
    static let folder: URL = {
        let named = ProcessInfo.processInfo.environment["DUIZHAO_DATA"].map { URL(filePath: $0) }
        return (named ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data"))
            .appending(path: "html")
    }()
    static let files = Repository.files(in: folder, withEnding: "html")

    /// What the referee, a program of its own, sees on the pages.
    struct Seen {
        var text: [String: [Unicode.Scalar]] = [:]
        var numbers: [String: [String]] = [:]
    }

    static func seen() throws -> Seen {
        let output = FileManager.default.temporaryDirectory.appending(path: "duizhao-pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let referee = Process()
        referee.executableURL = URL(filePath: "/usr/bin/env")
        let program = Repository.root.appending(path: "Tests/Referees/page_text.py")
        referee.arguments = ["python3", program.path, folder.path, output.path]
        try referee.run()
        referee.waitUntilExit()
        try #require(referee.terminationStatus == 0, "the referee could not read the pages")
        var seen = Seen()
        for file in files {
            let name = file.lastPathComponent
            seen.text[name] = visible(try String(contentsOf: output.appending(path: name), encoding: .utf8))
        }
        let table = try String(contentsOf: output.appending(path: "numbers.tsv"), encoding: .utf8)
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            seen.numbers[String(fields[0])] = fields[1].split(separator: " ").map(String.init)
        }
        return seen
    }

    /// Characters that are no white space.
    static func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    }
}

@Suite("Saved pages") struct PageCollectionTests {
    /// The characters of every page are all kept, none is added; each article stands in the page as it was read, one
    /// behind the other; the numbers are those that the referee counts.
    @Test(
        .enabled(
            if: !SavedPages.files.isEmpty, "no saved pages here: set DUIZHAO_DATA to a folder with html/ to run this"))
    func pagesAreReadAsTheRefereeSeesThem() throws {
        let seen = try SavedPages.seen()
        var articles = 0
        for file in SavedPages.files {
            let name = file.lastPathComponent
            let regulation = RegulationParser.parse(try Repository.bytes(file), name: name, id: "page")
            #expect(Soundness(regulation).faults == [], "\(name)")
            let page = try #require(seen.text[name])
            let kept = SavedPages.visible(regulation.source.string(regulation.source.span))
            #expect(kept.sorted() == page.sorted(), "\(name): characters lost or added")
            #expect(regulation.articles.map(\.number.text) == seen.numbers[name], "\(name)")
            articles += regulation.articles.count
            expectInOrder(regulation, page, name)
        }
        print("saved pages: \(SavedPages.files.count) with \(articles) articles")
    }

    private func expectInOrder(_ regulation: Regulation, _ page: [Unicode.Scalar], _ name: String) {
        var position = 0
        for article in regulation.articles {
            let text = SavedPages.visible(regulation.source.string(article.span))
            guard let found = page[position...].firstRange(of: text) else {
                Issue.record("\(name): \(article.eId) does not stand in the page as it was read")
                return
            }
            position = found.upperBound
        }
    }

    /// Line and column that are shown lead to the same character in the page.
    @Test(.enabled(if: !SavedPages.files.isEmpty, "no saved pages here"))
    func positionsLeadIntoThePage() throws {
        for file in SavedPages.files where file.lastPathComponent.hasPrefix("prc_") {
            let name = file.lastPathComponent
            let bytes = try Repository.bytes(file)
            let page = SourceText(name: name, bytes: bytes)
            let lines = page.lineStarts.indices.map { index -> [Unicode.Scalar] in
                let end = index + 1 < page.lineStarts.count ? page.lineStarts[index + 1] : bytes.count
                return Array(page.string(ByteSpan(page.lineStarts[index], end)).unicodeScalars)
            }
            let regulation = RegulationParser.parse(bytes, name: name, id: "page")
            for article in regulation.articles {
                let place = regulation.source.position(at: article.span.start)
                #expect(lines[place.line - 1][place.column - 1] == "第", "\(name): \(article.eId)")
            }
        }
    }
}
