import Foundation
import ProvisionAlignment

/// In how many articles each ideograph, and each two neighbouring ones, stand.
struct ArticleFrequencies {
    private(set) var characters: [UInt32: Int32] = [:]
    private(set) var pairs: [UInt32: Int32] = [:]
    /// Number of articles counted.
    private(set) var articles = 0

    /// Counts the articles of all Markdown and text files below a folder.
    init(actsIn folder: URL) throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard ["md", "txt"].contains(file.pathExtension) else { continue }
            addAct(String(decoding: try Data(contentsOf: file), as: UTF8.self))
        }
    }

    /// Counts the Chinese articles of statutes.
    init(_ statutes: [ParallelStatutes.Statute]) {
        for article in statutes.lazy.flatMap(\.articles) { add(article.flatMap(\.chinese)) }
    }

    /// An article begins with a line that begins with its number, and goes on to the next; headings (`#`) are left out.
    private mutating func addAct(_ text: String) {
        var article: [[Unicode.Scalar]]?
        for line in text.split(whereSeparator: \.isNewline) {
            if Self.beginsArticle(line) {
                if let article { add(article) }
                article = []
            }
            guard !line.hasPrefix("#") else { continue }
            article?.append(contentsOf: LexiconText.runs(String(line)))
        }
        if let article { add(article) }
    }

    private static func beginsArticle(_ line: Substring) -> Bool {
        let opening = line.drop { $0.isWhitespace || $0 == "*" }
        guard opening.first == "第" else { return false }
        let rest = opening.dropFirst().drop { "零〇○一二三四五六七八九十百千0123456789".contains($0) }
        return rest.first == "条" && rest.startIndex > opening.index(after: opening.startIndex)
    }

    private mutating func add(_ article: [[Unicode.Scalar]]) {
        articles += 1
        for key in Set(article.flatMap(ChineseUnit.character.keys)) { characters[key, default: 0] += 1 }
        for key in Set(article.flatMap(ChineseUnit.pair.keys)) { pairs[key, default: 0] += 1 }
    }
}
