import Foundation
import RegulationModel
import RegulationParser
import Testing

/// Word files and saved pages whose act stands as Markdown in another collection too: same act, same day, another hand
/// that copied it. The folders are those of `DUIZHAO_DATA` (or `shared/data` beside the checkout) and `DUIZHAO_LAWS`.
private enum SameActs {
    private static let environment = ProcessInfo.processInfo.environment
    private static let data =
        environment["DUIZHAO_DATA"].map { URL(filePath: $0) }
        ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data")
    static let files =
        Repository.files(in: data.appending(path: "docx"), withEnding: "docx")
        + Repository.files(in: data.appending(path: "html"), withEnding: "html")
    static let isThere = !files.isEmpty && environment["DUIZHAO_LAWS"] != nil

    /// The Markdown files by the act's short title and the day of its last version: 公司法(2023-12-29).md.
    static func markdown() -> [String: URL] {
        let folder = URL(filePath: environment["DUIZHAO_LAWS"] ?? "")
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var files: [String: URL] = [:]
        while let url = found?.nextObject() as? URL {
            guard url.pathExtension == "md" else { continue }
            files[url.deletingPathExtension().lastPathComponent] = url
        }
        return files
    }

    /// The name under which the Markdown of an act would stand.
    static func key(_ regulation: Regulation) -> String? {
        guard let date = regulation.dates.amended.last ?? regulation.dates.adopted else { return nil }
        let title = regulation.title.replacing("中华人民共和国", with: "", maxReplacements: 1)
        return "\(title)(\(date.text))"
    }

    /// The visible characters of an article without its heading, which one collection adds and another lacks, and with
    /// punctuation of one width: many copies print `:` for `：`.
    static func text(_ article: Provision, of regulation: Regulation) -> String {
        let spans = (article.mark.map { [$0] } ?? []) + marked(article)
        let text = spans.map(regulation.source.string).joined().precomposedStringWithCompatibilityMapping
        let visible = text.unicodeScalars.filter {
            !$0.properties.isWhitespace && !"#*\u{FEFF}\u{200B}".unicodeScalars.contains($0)
        }
        return String(String.UnicodeScalarView(visible))
    }

    /// Text of a provision in reading order, marks of points with it.
    private static func marked(_ provision: Provision) -> [ByteSpan] {
        let below = provision.children.flatMap { child in (child.mark.map { [$0] } ?? []) + marked(child) }
        return provision.text + below + (provision.wrapUp.map { [$0] } ?? [])
    }
}

@Suite("One act in several files") struct SameActTests {
    /// Articles of the same numbers in each pair; where their words differ, the golden says in which articles, so that
    /// a person has looked at each: these are slips of whoever copied the text.
    @Test(
        .enabled(
            if: SameActs.isThere,
            "needs Word files or pages and the same acts elsewhere: set DUIZHAO_DATA and DUIZHAO_LAWS"))
    func filesOfTheSameActHaveTheSameArticles() throws {
        let markdown = SameActs.markdown()
        var pairs = 0
        var articles = 0
        var differing: [String] = []
        for file in SameActs.files {
            let name = file.lastPathComponent
            let read = RegulationParser.parse(try Repository.bytes(file), name: name, id: "act")
            guard let key = SameActs.key(read), let url = markdown[key] else { continue }
            let other = RegulationParser.parse(try Repository.bytes(url), name: url.lastPathComponent, id: "act")
            pairs += 1
            articles += read.articles.count
            let sameNumbers = read.articles.map(\.number) == other.articles.map(\.number)
            #expect(sameNumbers, "\(name): articles of other numbers than in \(key)")
            guard sameNumbers else { continue }
            for (one, two) in zip(read.articles, other.articles)
            where SameActs.text(one, of: read) != SameActs.text(two, of: other) {
                differing.append("\(key) \(one.eId.text)\n")
            }
        }
        print("one act in several files: \(pairs) pairs, \(articles) articles, \(differing.count) in other words")
        #expect(pairs > 0)
        try Golden(name: "acts-in-other-words.txt").expect(differing.joined())
    }
}
