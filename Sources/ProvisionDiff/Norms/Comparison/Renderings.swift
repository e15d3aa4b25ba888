import RegulationModel

/// Chinese terms with their English renderings, for telling whether a word of the one text stands in the other.
package struct Renderings: Sendable {
    private var terms: [UInt32: [(term: [UInt32], english: [[String]])]] = [:]

    /// No terms.
    package static let none = Renderings([])

    /// Takes terms; those of one character are left out, since they stand in too many other words.
    package init(_ entries: [(chinese: String, english: [String])]) {
        for entry in entries {
            let scalars = Phrase(entry.chinese).scalars
            guard scalars.count > 1, let head = scalars.first else { continue }
            let english = entry.english.map { EnglishStems.contentStems($0) }.filter { !$0.isEmpty }
            guard !english.isEmpty else { continue }
            terms[head, default: []].append((scalars, english))
        }
        for head in terms.keys { terms[head]?.sort { $0.term.count > $1.term.count } }
    }

    var isEmpty: Bool { terms.isEmpty }

    /// Terms of a Chinese text, the longest at each place, that none of their renderings answers in an English one.
    func unanswered(_ chinese: NormText, in english: Set<String>) -> [(range: Range<Int>, isAnswered: Bool)] {
        var result: [(range: Range<Int>, isAnswered: Bool)] = []
        var index = 0
        while index < chinese.count {
            guard let entry = entry(chinese, at: index) else {
                index += 1
                continue
            }
            let range = index..<index + entry.term.count
            if isAnswered(entry.english, english) {
                result.append((range, true))
            } else {
                result += parts(chinese, range, english)
            }
            index = range.upperBound
        }
        return result
    }

    /// How much of what a Chinese text names stands in an English one: terms with a rendering in it, of all its terms;
    /// nil where it holds none.
    package func answeredShare(of chinese: String, in english: String) -> Double? {
        let source = SourceText(name: "", bytes: Array(chinese.utf8))
        let found = unanswered(
            NormText(source, [source.span], language: .chinese), in: Set(EnglishStems.contentStems(english)))
        return found.isEmpty ? nil : Double(found.count(where: \.isAnswered)) / Double(found.count)
    }

    /// How much of an English text a Chinese one answers: stems that stand in a rendering of one of its terms, of all.
    package func explainedShare(of english: String, by chinese: String) -> Double? {
        let stems = Set(EnglishStems.contentStems(english))
        guard !stems.isEmpty else { return nil }
        let source = SourceText(name: "", bytes: Array(chinese.utf8))
        let text = NormText(source, [source.span], language: .chinese)
        var explained: Set<String> = []
        for index in 0..<text.count {
            for entry in terms[text.scalars[index]] ?? [] where text.has(entry.term, at: index) {
                for rendering in entry.english where rendering.allSatisfy(stems.contains) {
                    explained.formUnion(rendering)
                }
            }
        }
        return Double(explained.count) / Double(stems.count)
    }

    private func entry(_ text: NormText, at index: Int) -> (term: [UInt32], english: [[String]])? {
        terms[text.scalars[index]]?.first { text.has($0.term, at: index) }
    }

    private func isAnswered(_ renderings: [[String]], _ english: Set<String>) -> Bool {
        renderings.contains { words in
            let found = words.filter(english.contains).count
            return words.count <= 3 ? found == words.count : found * 2 >= words.count
        }
    }

    /// A long term that is not answered as a whole, by its parts: 文职警务辅助人员 where only 文职 was lost.
    private func parts(
        _ text: NormText, _ range: Range<Int>, _ english: Set<String>
    ) -> [(range: Range<Int>, isAnswered: Bool)] {
        var result: [(range: Range<Int>, isAnswered: Bool)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let part = terms[text.scalars[index]]?.first { part in
                part.term.count < range.count && index + part.term.count <= range.upperBound
                    && text.has(part.term, at: index)
            }
            guard let part else {
                index += 1
                continue
            }
            result.append((index..<index + part.term.count, isAnswered(part.english, english)))
            index += part.term.count
        }
        return result.isEmpty ? [(range, false)] : result
    }
}

/// English words without their endings, for comparing.
package enum EnglishStems {
    private static let small: Set<String> = [
        "of", "the", "to", "a", "an", "in", "on", "at", "for", "and", "or", "by", "with", "be", "is", "are", "as",
        "etc", "s",
    ]

    /// The stems of the words that carry meaning.
    package static func contentStems(_ text: String) -> [String] {
        words(text).filter { !small.contains($0) }.map(stem)
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }

    /// `agreements` → `agreement`, `supporting` → `support`; enough to compare renderings, no linguistics.
    package static func stem(_ word: String) -> String {
        var word = word
        for ending in [
            "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "ers", "er", "ly", "s", "e",
            "y",
        ]
        where word.count - ending.count >= 4 && word.hasSuffix(ending) {
            word.removeLast(ending.count)
            break
        }
        return word
    }
}
