import Foundation
import ProvisionAlignment

/// In how many articles each ideograph, each two neighbouring ones and each six stand.
struct ArticleFrequencies {
    private(set) var characters: [UInt32: Int32] = [:]
    private(set) var pairs: [UInt32: Int32] = [:]
    /// Without the numbers of the articles, which would make formulas of what begins them.
    private(set) var formulas = FormulaCounts()
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
        for article in statutes.lazy.flatMap(\.articles) {
            let runs = article.flatMap(\.chinese)
            add(runs)
            formulas.add(runs)
        }
    }

    /// An article begins with a line that begins with its number, and goes on to the next; headings (`#`) are left out.
    private mutating func addAct(_ text: String) {
        var article: (all: [[Unicode.Scalar]], unnumbered: [[Unicode.Scalar]])?
        func close() {
            guard let article else { return }
            add(article.all)
            formulas.add(article.unnumbered)
        }
        for line in text.split(whereSeparator: \.isNewline) {
            let opening = Self.openingOfArticle(line)
            if opening != nil {
                close()
                article = ([], [])
            }
            guard !line.hasPrefix("#"), article != nil else { continue }
            let runs = LexiconText.runs(String(line))
            article?.all += runs
            article?.unnumbered += opening.map { LexiconText.runs(String($0)) } ?? runs
        }
        close()
    }

    /// What stands behind the number of an article that a line begins with; nil where it begins with none.
    private static func openingOfArticle(_ line: Substring) -> Substring? {
        let opening = line.drop { $0.isWhitespace || $0 == "*" }
        guard opening.first == "第" else { return nil }
        let rest = opening.dropFirst().drop { "零〇○一二三四五六七八九十百千0123456789".contains($0) }
        guard rest.first == "条", rest.startIndex > opening.index(after: opening.startIndex) else { return nil }
        return rest.dropFirst()
    }

    private mutating func add(_ article: [[Unicode.Scalar]]) {
        articles += 1
        for key in Set(article.flatMap(ChineseUnit.character.keys)) { characters[key, default: 0] += 1 }
        for key in Set(article.flatMap(ChineseUnit.pair.keys)) { pairs[key, default: 0] += 1 }
    }
}
