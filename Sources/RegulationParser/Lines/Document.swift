import RegulationModel

/// A document's bytes, lines and language: what every later stage reads.
///
/// It lives while its text is lent to the scanner, no longer.
final class Document {
    let source: SourceText
    let scanner: Scanner
    let lines: [Line]
    let survey: Survey
    let language: Language
    let isHardWrapped: Bool
    /// True where lines of such a text are set in where a paragraph begins.
    let indentsParagraphs: Bool
    /// True where Markdown decoration is layout.
    let readsMarkdown: Bool
    /// What the file's form shows to be no text of the act, ascending.
    let outside: [DocumentPart]
    /// What any of the lines holds.
    private let traits: LineTraits

    /// Lines in `outside`, which the file's form shows to be no text of the act, are read as blank ones.
    ///
    /// - Parameter bytes: the bytes of `source`, lent.
    init(source: SourceText, bytes: TextBytes, readsMarkdown: Bool, outside: [DocumentPart] = []) {
        self.source = source
        self.readsMarkdown = readsMarkdown
        self.outside = outside
        scanner = Scanner(bytes: bytes)
        (lines, survey) = LineReader(scanner: scanner, readsMarkdown: readsMarkdown).lines(of: source, without: outside)
        var (ideographs, letters) = (0, 0)
        var traits = LineTraits()
        for line in lines {
            ideographs += line.count.ideographs
            letters += line.count.letters
            traits.formUnion(line.count.traits)
        }
        self.traits = traits
        language = LanguageDetector.language(ideographs: ideographs, letters: letters)
        isHardWrapped =
            Self.isHardWrapped(lines, scanner) || (language == .chinese && Self.isSetInColumn(lines, scanner))
        indentsParagraphs = isHardWrapped && language == .chinese && Self.indentsParagraphs(lines, scanner)
    }

    /// True where a line holds characters of a kind.
    func holds(_ trait: LineTraits) -> Bool { traits.contains(trait) }

    var forms: LineForms { LineForms(scanner: scanner, language: language) }

    /// Where text of the act that begins at `start` ends at the latest: at `end`, or before what stands outside of it.
    func reach(from start: Int, to end: Int) -> Int {
        guard !outside.isEmpty else { return end }
        var index = outside.firstIndex(endingBehind: start)
        if index < outside.count, outside[index].span.start < start { index += 1 }
        return index < outside.count ? min(end, outside[index].span.start) : end
    }

    /// Share of lines that break a sentence above which lines count as broken at a width. Of 3,423 laws none that ends
    /// its lines with its paragraphs has more than 0.12.
    private static let wrappedShare = 0.3
    private static let fewestWrappedLines = 6

    /// Bytes of the longest line, and columns of the widest, of a text that is broken at a width.
    private static let columnBytes = 60...220
    private static let narrowestColumn = 40
    /// Columns by which a line that is broken may be narrower than the column: a mark that may begin no line goes with the
    /// character before it.
    private static let ragged = 4
    private static let fewestFullLines = 4

    /// True where no line is wider than a column, and lines that fill it break a sentence: a paragraph of an unbroken text is
    /// longer, and ends a sentence wherever it ends.
    private static func isSetInColumn(_ lines: [Line], _ scanner: Scanner) -> Bool {
        let longest = lines.reduce(0) { max($0, $1.content.length) }
        guard columnBytes.contains(longest) else { return false }
        let widths = lines.map { scanner.columns(of: $0.content) }
        guard let widest = widths.max(), widest >= narrowestColumn else { return false }
        let full = lines.indices.dropLast().filter { index in
            widths[index] >= widest - ragged && !lines[index + 1].isBlank && lines[index].headingLevel == 0
                && !scanner.endsSentence(lines[index].content)
        }
        return full.count >= fewestFullLines
    }

    /// True where nearly all articles are set in, and the lines behind a broken one are not.
    private static func indentsParagraphs(_ lines: [Line], _ scanner: Scanner) -> Bool {
        let marks = ActMarks(scanner: scanner)
        let articles = lines.filter { !$0.isBlank && marks.kind(of: $0.content) == .article }
        let behind = zip(lines, lines.dropFirst()).filter { before, line in
            !before.isBlank && !line.isBlank && before.content.length >= 40 && !scanner.endsSentence(before.content)
        }
        return articles.count >= 2 && articles.count { $0.isIndented } * 10 >= articles.count * 9
            && behind.count { !$0.1.isIndented } * 10 >= behind.count * 9
    }

    /// True where many lines end inside a sentence and the next line goes on without a blank line between.
    private static func isHardWrapped(_ lines: [Line], _ scanner: Scanner) -> Bool {
        var broken = 0
        var total = 0
        for (index, line) in lines.enumerated() where !line.isBlank {
            total += 1
            guard index + 1 < lines.count, !lines[index + 1].isBlank, line.headingLevel == 0,
                line.content.length >= 40, line.content.length <= 240, !scanner.endsSentence(line.content)
            else { continue }
            broken += 1
        }
        return broken >= fewestWrappedLines && Double(broken) >= wrappedShare * Double(total)
    }
}

extension Scanner {
    /// Columns that a span takes: two for a wide character.
    func columns(of span: ByteSpan) -> Int {
        var columns = 0
        var index = span.start
        while index < span.end {
            let (value, length) = scalar(at: index)
            columns += length >= 3 && value >= 0x1100 ? 2 : 1
            index += length
        }
        return columns
    }
}

/// What a reader makes of a document's body, before metadata and findings are added.
struct Body {
    var title: ByteSpan?
    var groupings: [Grouping] = []
    var articles: [Provision] = []
    var sections: [Provision] = []
    var parts: [DocumentPart] = []
    var findings: [Diagnostic] = []
    /// Marks of the body, for findings about numbering.
    var marks: [Mark] = []
    /// Marks inside an article that repeat its number and were not read as marks.
    var repeated: [Mark] = []
}

extension [DocumentPart] {
    /// Index of the first of parts, which are ascending and without overlap, that ends behind an offset.
    func firstIndex(endingBehind offset: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].span.end <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
