import RegulationModel

/// Finds the version of an act in another language that stands in the same text: behind it, before it, or article by
/// article. It is kept outside, so that no article holds its own translation.
struct OtherVersion {
    private let lines: [Line]
    private let marks: ActMarks
    private let forms: LineForms
    /// What the file's form shows to lie outside.
    private let outside: [DocumentPart]

    init(document: Document) {
        outside = document.outside
        lines = document.lines
        forms = document.forms
        marks = ActMarks(scanner: document.scanner)
    }

    /// So few letters or ideographs are names and terms in a text of one language.
    private static let fewestIdeographs = 40
    private static let fewestLetters = 100
    /// A version has articles, and its numbers are those of the other one.
    private static let fewestArticles = 3
    private static let sharedNumbers = 0.6

    /// What a line is written in; nil for numbers and signs alone.
    private static func language(_ line: Line) -> Language? {
        guard line.count.ideographs + line.count.letters > 1 else { return nil }
        return LanguageDetector.language(ideographs: line.count.ideographs, letters: line.count.letters)
    }

    /// The stretches of the other version, ascending; none where the text holds one version.
    func parts() -> [DocumentPart] {
        let ideographs = lines.reduce(0) { $0 + $1.count.ideographs }
        let letters = lines.reduce(0) { $0 + $1.count.letters }
        guard ideographs >= Self.fewestIdeographs, letters >= Self.fewestLetters else { return [] }
        let languages = lines.map { $0.isBlank || $0.isComment ? nil : Self.language($0) }
        let chinese = articles(in: .chinese, languages)
        let english = articles(in: .english, languages)
        guard isVersion(chinese), isVersion(english) else { return [] }
        let numbers = (Set(chinese.map(\.number)), Set(english.map(\.number)))
        let shared = numbers.0.intersection(numbers.1).count
        guard Double(shared) >= Self.sharedNumbers * Double(min(numbers.0.count, numbers.1.count)) else { return [] }
        // The original goes before its translation where both are as long.
        let other: Language = numbers.0.count * 5 >= numbers.1.count * 4 ? .english : .chinese
        let (own, foreign) = other == .english ? (chinese, english) : (english, chinese)
        let runs = runs(of: other, from: foreign, above: own[0].line, languages)
        return runs.allSatisfy({ endsBeforeArticle($0, own, languages, other) }) ? runs.flatMap(parts) : []
    }

    // MARK: Articles of a language

    private typealias Article = (line: Int, number: Int)

    private func articles(in language: Language, _ languages: [Language?]) -> [Article] {
        lines.indices.compactMap { index in
            guard languages[index] == language else { return nil }
            return marks.articleNumber(of: lines[index].content).map { (index, $0) }
        }
    }

    /// Counted from 1 on, nearly without a gap.
    private func isVersion(_ articles: [Article]) -> Bool {
        guard articles.count >= Self.fewestArticles, articles[0].number == 1 else { return false }
        let steps = zip(articles, articles.dropFirst()).count { $1.number == $0.number + 1 || $1.number == $0.number }
        return steps * 5 >= (articles.count - 1) * 4
    }

    // MARK: Its lines

    /// Runs of lines in the other language, from the first line above its first article that is.
    private func runs(
        of other: Language, from articles: [Article], above line: Int, _ languages: [Language?]
    ) -> [ClosedRange<Int>] {
        var first = articles[0].line
        // Both titles may stand above the first article of the version that is read.
        let title = lines.indices[..<min(line, first)].first {
            languages[$0] == other && forms.isTitle(lines[$0].content)
        }
        if let title { first = title }
        for index in lines.indices[..<first].reversed() where languages[index] != nil {
            guard languages[index] == other else { break }
            first = index
        }
        var runs: [ClosedRange<Int>] = []
        var isOpen = false
        for index in first..<lines.count {
            guard let language = languages[index] else { continue }
            if language != other {
                isOpen = false
            } else if isOpen, let last = runs.last {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
                isOpen = true
            }
        }
        return runs
    }

    /// True where no text of the act that is read goes on behind a run: its article would be cut.
    private func endsBeforeArticle(
        _ run: ClosedRange<Int>, _ own: [Article], _ languages: [Language?], _ other: Language
    ) -> Bool {
        guard own[0].line < run.lowerBound,
            let next = (run.upperBound + 1..<max(run.upperBound + 1, lines.count)).first(where: { languages[$0] != nil }
            )
        else { return true }
        return [.article, .grouping].contains(marks.kind(of: lines[next].content))
    }

    /// The bytes of a run without what is known to lie outside between its lines.
    private func parts(_ run: ClosedRange<Int>) -> [DocumentPart] {
        var parts: [DocumentPart] = []
        var start = lines[run.lowerBound].span.start
        let end = lines[run.upperBound].next
        for known in outside[outside.firstIndex(endingBehind: start)...] {
            guard known.span.start < end else { break }
            if known.span.start > start { parts.append(DocumentPart(.furtherAct, ByteSpan(start, known.span.start))) }
            start = max(start, known.span.end)
        }
        return start < end ? parts + [DocumentPart(.furtherAct, ByteSpan(start, end))] : parts
    }
}
