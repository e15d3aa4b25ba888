import RegulationModel

/// A table that sets the articles of an act beside something: another version of them (修订前 | 修订后), or words about them
/// (条文 | 说明). The articles of one column are read; what stands beside them is kept as what it is.
///
/// Told by the cells alone: at least two rows have a cell that begins as an article, in one column. Of several such columns
/// the one counts whose heading says that it is the amended one, else the first.
struct ArticleTable {
    /// A cell.
    struct Cell {
        /// Its first line with anything visible.
        let first: [UInt8]
        /// The language of the article it begins; nil where it begins none.
        let article: Language?
        /// True where its first line is the number of an article and nothing else.
        let isMark: Bool
        /// True where it holds a heading of a chapter or a sentence.
        let isText: Bool

        /// A cell with these visible lines, of which the first is looked at.
        init(first: [UInt8]?, isLayout: Bool = false) {
            self.first = first ?? []
            let scanner = Scanner(copying: self.first)
            let marks = ActMarks(scanner: scanner)
            let content = scanner.trimmed(scanner.span)
            let kind = marks.kind(of: content)
            let ends = scanner.endsSentence(content) || scanner.endsWithColon(content)
            isMark = !isLayout && marks.isMarkAlone(content)
            article =
                kind == .article && ends && !isLayout
                ? LanguageDetector(scanner: scanner).language(of: content) : nil
            isText = ends || kind == .grouping
        }

        var isEmpty: Bool { first.isEmpty }
        /// True for the title of an act, which says nothing of the version.
        fileprivate var isTitle: Bool {
            let scanner = Scanner(copying: first)
            let language = LanguageDetector(scanner: scanner).language(of: scanner.span)
            return ArticleTable.age(of: words) == nil
                && LineForms(scanner: scanner, language: language).isTitle(scanner.trimmed(scanner.span))
        }
        /// What a heading of a column says.
        fileprivate var words: String { String(decoding: first, as: UTF8.self).lowercased() }
    }

    /// What becomes of a cell.
    enum Fate: Equatable {
        /// Text of the act.
        case act
        /// The number of the article whose text stands in the column that is read.
        case mark
        /// Outside the act; nil where the whole text must tell, as with a translation.
        case beside(PartKind?)
    }

    private let rows: [[Cell]]
    private let width: Int
    /// Columns that hold versions of the articles, and the one of them that is read.
    private let versions: [Int]
    private let own: Int
    /// The language of the articles in each column.
    private let languages: [Language?]
    /// A column of numbers alone.
    private let numbers: Int?
    private let firstArticle: Int

    /// The heading of the column that is read; empty where it has none.
    let heading: String
    /// True where another column in the same language holds another version.
    var hasOtherVersion: Bool { versions.contains { $0 != own && languages[$0] == languages[own] } }

    /// A table with more columns holds figures.
    private static let mostColumns = 12

    /// Nil for a table of another kind.
    ///
    /// - Parameter fewestRows: how many rows must begin an article; one for a row that is looked at by itself.
    init?(rows: [[Cell]], fewestRows: Int = 2) {
        let withArticles = rows.indices.filter { row in rows[row].contains { $0.article != nil || $0.isMark } }
        guard withArticles.count >= fewestRows, let first = withArticles.first else { return nil }
        let widths = Dictionary(grouping: withArticles.map { rows[$0].count }, by: \.self).mapValues(\.count)
        guard let width = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
            (2...Self.mostColumns).contains(width)
        else { return nil }
        let full = rows.filter { $0.count == width }
        func count(_ holds: (Cell) -> Bool, _ column: Int) -> Int {
            full.count { holds($0[column]) }
        }
        let headings = (0..<width).map { column in
            rows[..<first].filter { $0.count == width && !$0[column].isEmpty && !$0.contains(where: \.isText) }
                .map { $0[column].words }.joined(separator: " ")
        }
        let articles = (0..<width).filter { count({ $0.article != nil }, $0) >= fewestRows }
        let numbers = (0..<width).first { count(\.isMark, $0) >= fewestRows }
        if articles.isEmpty {
            // 条次 | 修订前 | 修订后: only the headings tell what the columns hold.
            let named = (0..<width).filter { $0 != numbers && Self.age(of: headings[$0]) != nil }
            guard numbers != nil, Set(named.map { Self.age(of: headings[$0]) }).count == 2 else { return nil }
            versions = named
            self.numbers = numbers
        } else {
            versions = articles
            self.numbers = nil
        }
        own =
            versions.first { Self.age(of: headings[$0]) == .new }
            ?? (versions.contains { Self.age(of: headings[$0]) == .old }
                ? versions.first { Self.age(of: headings[$0]) == nil } : nil)
            ?? versions[0]
        self.rows = rows
        self.width = width
        firstArticle = first
        heading = headings[own]
        languages = (0..<width).map { column in full.lazy.compactMap { $0[column].article }.first }
    }

    // MARK: Rows

    /// What becomes of the cells of a row; nil for a row that is laid out in another way, as a heading over all columns.
    func fates(ofRow index: Int) -> [Fate]? {
        let row = rows[index]
        guard let shift = shift(of: row) else { return nil }
        if isHeading(index) { return row.map { _ in .beside(.commentary) } }
        let read = readColumn(of: row, shift)
        return row.indices.map { place in
            let column = place + shift
            if column == read { return .act }
            if column == own { return .beside(.commentary) }
            if column == numbers {
                return row.indices.contains(own - shift) && !row[own - shift].isEmpty ? .mark : .beside(.commentary)
            }
            guard versions.contains(column) else { return .beside(.commentary) }
            let language = row[place].article ?? languages[column]
            return .beside(language == languages[own] ? .furtherAct : nil)
        }
    }

    /// The column of a row that is read: the own one, but that of another version where the own one says that nothing
    /// changes, and none where it says that the article is gone, or nothing.
    private func readColumn(of row: [Cell], _ shift: Int) -> Int? {
        let place = own - shift
        guard row.indices.contains(place), !row[place].isEmpty, row[place].first.count <= Self.longestWord else {
            return own
        }
        let text = row[place].words
        let letters = text.filter(\.isLetter)
        // A dash says nothing.
        if letters.isEmpty || DeletedText.isAll(of: Folding.scalars(of: Array(text.unicodeScalars))) { return nil }
        guard Cues.unchanged.contains(letters) else { return own }
        return versions.first { version in
            version != own && row.indices.contains(version - shift) && !row[version - shift].isEmpty
                && languages[version] == languages[own]
        } ?? own
    }

    /// True for a row whose text is that of another version, since the own one says that nothing changes.
    private func isSame(_ row: [Cell]) -> Bool {
        shift(of: row).map { shift in readColumn(of: row, shift).map { $0 != own } ?? false } ?? false
    }

    /// In bytes.
    private static let longestWord = 48

    /// How far the cells of a row stand right of their place: a cell of the row above may reach down into it, from the left
    /// or from the right. Nil where the row does not show it.
    private func shift(of row: [Cell]) -> Int? {
        guard row.count != width else { return 0 }
        guard row.count > 1, row.count == width - 1 else { return nil }
        let articles = row.indices.filter { row[$0].article != nil }
        guard !articles.isEmpty else { return nil }
        return [0, 1].first { shift in articles.allSatisfy { versions.contains($0 + shift) } }
    }

    /// 修订前 | 修订后: what stands above the first article and is neither a heading of a chapter nor the act's title.
    private func isHeading(_ index: Int) -> Bool {
        let row = rows[index]
        return index < firstArticle && !row.contains(where: \.isText) && !(row.count == width && row[own].isTitle)
    }

    // MARK: Findings

    /// Says which version is read.
    func finding(at span: ByteSpan) -> Diagnostic {
        let name = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = name.isEmpty ? "the first version" : "“\(ExtractedText.excerpt(Array(name.utf8)))”"
        let same = rows.count(where: isSame)
        let unchanged =
            same > 0 ? " Where that says that nothing changes (rows: \(same)), the text beside it is read." : ""
        return Diagnostic(
            .structureFurtherAct, span,
            "A table sets versions of the same articles side by side. What stands under \(shown) is read; the rest is kept as it "
                + "stands and compared with nothing. Give it a file of its own.\(unchanged)")
    }

    // MARK: Headings

    fileprivate enum Age { case old, new }

    /// Which version a heading says its column holds; nil where it does not say.
    fileprivate static func age(of heading: String) -> Age? {
        let words = Words(heading)
        if words.hold(Cues.reasons) { return nil }
        if words.hold(Cues.formerVersions) { return .old }
        return words.hold(Cues.amendedVersions) ? .new : nil
    }

    /// What a cell says, to look for words in: ideographs anywhere, English words as whole words.
    private struct Words {
        private let text: String
        private let english: Set<Substring>

        init(_ text: String) {
            self.text = text
            english = Set(text.split { !($0.isASCII && $0.isLetter) })
        }

        func hold(_ words: [String]) -> Bool {
            words.contains { $0.utf8.first.map { $0 < 0x80 } ?? false ? english.contains($0[...]) : text.contains($0) }
        }
    }
}
