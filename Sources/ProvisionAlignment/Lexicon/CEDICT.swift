import RegulationModel

extension TermTable {
    /// Reads a dictionary in the format of CC-CEDICT: `Traditional Simplified [pin1 yin1] /gloss 1/gloss 2/` in each
    /// line, lines that begin with `#` passed over.
    ///
    /// Kept are terms of two to eight ideographs with glosses that can stand in a provision, under the field
    /// "dictionary". Remarks in parentheses are cut off; measure words, variants, surnames, references to other entries
    /// and glosses of more than five words, which explain and do not render, are left out. A line of another form is a
    /// `Problem`; of more than a hundred the last says how many there are.
    public init(cedict text: String) {
        var reading = DictionaryReading()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            reading.read(line, number: number)
        }
        entries = reading.entries
        problems = reading.allProblems
    }

    /// This table and another. A term of both keeps its place here, and its renderings come first. Problems keep their
    /// line numbers, those of this table first.
    public func joined(with other: TermTable) -> TermTable {
        var entries = entries
        var positions: [String: Int] = [:]
        for (position, entry) in entries.enumerated() { positions[entry.chinese] = position }
        for entry in other.entries {
            guard let position = positions[entry.chinese] else {
                positions[entry.chinese] = entries.count
                entries.append(entry)
                continue
            }
            entries[position] = entries[position].adding(entry.english)
        }
        return TermTable(entries: entries, problems: problems + other.problems)
    }

    private init(entries: [Entry], problems: [Problem]) {
        self.entries = entries
        self.problems = problems
    }
}

extension TermTable.Entry {
    /// The entry with further renderings behind its own.
    fileprivate func adding(_ renderings: [String]) -> TermTable.Entry {
        let further = renderings.filter { !english.contains($0) }
        return TermTable.Entry(chinese: chinese, english: english + further, field: field, line: line)
    }
}

/// The state of reading a dictionary.
private struct DictionaryReading {
    private(set) var entries: [TermTable.Entry] = []
    private var positions: [String: Int] = [:]
    private var problems: [TermTable.Problem] = []
    private var badLines = 0
    private var isFull = false

    /// CC-CEDICT has 120,000 entries; what is beyond twice that is no dictionary of words.
    private static let mostEntries = 250_000
    /// Longer terms are sayings and names.
    private static let lengths = 2...8
    private static let mostWords = 5
    private static let mostRenderings = 8
    private static let mostProblems = 100

    /// Problems, and how many further lines have one.
    var allProblems: [TermTable.Problem] {
        guard let last = problems.last, badLines > problems.count else { return problems }
        let message = last.message + " So are \(badLines - problems.count) further lines."
        return problems.dropLast() + [TermTable.Problem(line: last.line, message: message)]
    }

    mutating func read(_ line: Substring, number: Int) {
        let trimmed = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return }
        guard let (term, glosses) = Self.parts(trimmed) else {
            return report(number, "The line is not “Traditional Simplified [pinyin] /gloss/gloss/”; left out.")
        }
        guard Self.lengths.contains(term.count), term.unicodeScalars.allSatisfy(\.isHan) else { return }
        let renderings = Self.renderings(glosses)
        guard !renderings.isEmpty else { return }
        add(TermTable.Entry(chinese: term, english: renderings, field: "dictionary", line: number))
    }

    private mutating func add(_ entry: TermTable.Entry) {
        if let position = positions[entry.chinese] {
            entries[position] = entries[position].adding(entry.english)
        } else if entries.count < Self.mostEntries {
            positions[entry.chinese] = entries.count
            entries.append(entry)
        } else if !isFull {
            isFull = true
            let most = Self.mostEntries
            report(entry.line, "The dictionary has more than \(most) terms; from here on they are left out.")
        }
    }

    private mutating func report(_ line: Int, _ message: String) {
        badLines += 1
        if problems.count < Self.mostProblems { problems.append(TermTable.Problem(line: line, message: message)) }
    }

    /// The simplified term and its glosses.
    private static func parts(_ line: Substring) -> (term: String, glosses: [Substring])? {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count == 3, words[2].first == "[", let end = words[2].firstIndex(of: "]") else { return nil }
        let rest = words[2][words[2].index(after: end)...].drop { $0.isWhitespace || $0 == "]" }
        guard rest.first == "/", let last = rest.lastIndex(of: "/"), last > rest.startIndex else { return nil }
        return (String(words[1]), rest[..<last].split(separator: "/"))
    }

    private static func renderings(_ glosses: [Substring]) -> [String] {
        var result: [String] = []
        for gloss in glosses.lazy.flatMap({ $0.split(separator: ";") }) where result.count < mostRenderings {
            guard let rendering = rendering(gloss), !result.contains(rendering) else { continue }
            result.append(rendering)
        }
        return result
    }

    /// What such a gloss begins with tells about the word and does not render it.
    private static let remarks = [
        "CL:", "variant of", "old variant of", "surname ", "see ", "used in ", "also written", "also pr.", "abbr. ",
        "erhua variant", "same as ",
    ]

    private static func rendering(_ gloss: Substring) -> String? {
        let plain = withoutParentheses(gloss)
        guard !remarks.contains(where: plain.hasPrefix), !plain.unicodeScalars.contains(where: \.isHan) else {
            return nil
        }
        let words = plain.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, words.count <= mostWords else { return nil }
        return words.joined(separator: " ")
    }

    private static func withoutParentheses(_ gloss: Substring) -> String {
        var depth = 0
        var plain = ""
        for character in gloss {
            switch character {
            case "(", "（": depth += 1
            case ")", "）": depth = max(0, depth - 1)
            default: if depth == 0 { plain.append(character) }
            }
        }
        return String(plain.drop(while: \.isWhitespace))
    }
}
