import RegulationModel

/// Tells what an act calls its levels, by the way it refers to its own provisions: 第二項第三款 in Taiwan, 第二款第三项 on
/// the mainland. An act without such references is taken by its script.
struct LevelNaming {
    private let document: Document
    /// True where an article's mark has 條.
    let isTraditional: Bool

    init(document: Document, articles: [Provision]) {
        self.document = document
        isTraditional = articles.indices.contains { index in
            articles[index].mark.map { document.scanner.find(Self.traditionalArticle, in: $0) != nil } ?? false
        }
    }

    private static let paragraphs = utf8(["款"])
    private static let points = utf8(["项", "項"])
    private static let traditionalArticle = utf8("條")

    func names() -> LevelNames {
        guard document.language == .chinese else { return .mainland }
        let order = order()
        if isTraditional { return order >= 0 ? .taiwan : .mainlandTraditional }
        return order > 0 ? .taiwanSimplified : .mainland
    }

    /// How many more references put 項 before 款 than the other way about.
    private func order() -> Int {
        document.survey.ordinals.reduce(0) { order, start in
            let before = start - 3
            if document.scanner.first(of: Self.paragraphs, at: before) != nil, names(Self.points, at: start) {
                return order - 1
            }
            if document.scanner.first(of: Self.points, at: before) != nil, names(Self.paragraphs, at: start) {
                return order + 1
            }
            return order
        }
    }

    /// True where 第, a number and one of `units` stand at `start`.
    private func names(_ units: [[UInt8]], at start: Int) -> Bool {
        let scanner = document.scanner
        guard let number = scanner.anyNumeral(at: start + 3, scanner.bytes.count) else { return false }
        return scanner.first(of: units, at: number.end) != nil
    }
}
