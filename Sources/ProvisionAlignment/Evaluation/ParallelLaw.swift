/// A statute in Chinese and English, article for article.
public struct ParallelLaw: Sendable, Hashable {
    /// One article in both languages, several lines being its paragraphs and points.
    public struct Article: Sendable, Hashable {
        /// Number: `6`, or `6-1` for a branch article.
        public let number: String
        /// Text in Chinese.
        public let chinese: String
        /// Text in English.
        public let english: String

        /// Makes an article.
        public init(number: String, chinese: String, english: String) {
            self.number = number
            self.chinese = chinese
            self.english = english
        }
    }

    /// Fewest articles of a statute that is measured: among fewer, the right one is found by chance.
    public static let fewestArticles = 5

    /// Code of the statute in its collection.
    public let pcode: String
    /// Articles with text in both languages, in order.
    public let articles: [Article]

    /// Makes a statute; articles that lack a text or repeat a number are left out.
    public init(pcode: String, articles: [Article]) {
        var seen: Set<String> = []
        func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
        self.pcode = pcode
        self.articles = articles.filter {
            !isBlank($0.chinese) && !isBlank($0.english) && seen.insert($0.number).inserted
        }
    }

    /// The Chinese text as an act is printed: each article begins with its mark, in a line of its own.
    public var chineseText: String { articles.map { "第\($0.number)條\n\($0.chinese)\n\n" }.joined() }
    /// The English text as an act is printed.
    public var englishText: String { articles.map { "Article \($0.number)\n\($0.english)\n\n" }.joined() }

    /// The statutes of a collection that are measured, in their order.
    ///
    /// - Parameters:
    ///   - laws: the collection.
    ///   - count: how many at most; those whose codes have the smallest hashes (`HeldOut.hash`), so that the choice is
    ///     the same in every run and says nothing of the subject. nil takes all.
    ///   - heldOut: only statutes that training leaves out (`HeldOut.contains`).
    public static func chosen(from laws: [ParallelLaw], count: Int?, heldOut: Bool) -> [ParallelLaw] {
        let usable = laws.filter {
            $0.articles.count >= fewestArticles && (!heldOut || HeldOut.contains(pcode: $0.pcode))
        }
        guard let count, count < usable.count else { return usable }
        let order = usable.indices.sorted { a, b in
            let hashes = (HeldOut.hash(of: usable[a].pcode), HeldOut.hash(of: usable[b].pcode))
            return hashes.0 == hashes.1 ? a < b : hashes.0 < hashes.1
        }
        return order.prefix(count).sorted().map { usable[$0] }
    }
}
