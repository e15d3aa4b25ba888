import RegulationModel

extension TermTable {
    /// Reads a dictionary in the format of CC-CEDICT: `Traditional Simplified [pin1 yin1] /gloss 1/gloss 2/` in each
    /// line, lines that begin with `#` passed over.
    ///
    /// Kept are terms of two to eight ideographs with glosses that can stand in a provision, under the field
    /// "dictionary". Remarks in parentheses are cut off; measure words, variants, surnames, references to other entries
    /// and glosses of more than five words, which explain and do not render, are left out. A line of another form is a
    /// `Problem`; of more than five the last says how many there are.
    public init(cedict text: String) { self.init(cedict: Array(text.utf8)) }

    /// Reads a dictionary from the bytes of its text in UTF-8.
    public init(cedict bytes: [UInt8]) {
        var reading = DictionaryReading(ByteText(bytes: bytes))
        reading.text.forEachLine { number, line in reading.read(line, number: number) }
        self.init(entries: reading.entries, problems: reading.allProblems)
    }

    /// This table and another. A term of both keeps its place here, and its renderings come first. Problems keep their
    /// line numbers, those of this table first.
    public func joined(with other: TermTable) -> TermTable {
        guard !other.entries.isEmpty else { return TermTable(entries: entries, problems: problems + other.problems) }
        var joined: [Entry] = []
        var terms = NumberedTexts()
        for entry in entries + other.entries {
            let (position, isNew) = terms.number(adding: entry.chinese)
            if isNew { joined.append(entry) } else { joined[position] = joined[position].adding(entry.english) }
        }
        return TermTable(entries: joined, problems: problems + other.problems)
    }

    /// A table of entries.
    init(entries: [Entry], problems: [Problem]) {
        self.entries = entries
        self.problems = problems
        index = LazyTermIndex(entries)
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
    let text: ByteText
    private(set) var entries: [TermTable.Entry] = []
    private var terms = NumberedTexts()
    private var problems: [TermTable.Problem] = []
    private var badLines = 0
    private var fullLine: TermTable.Problem?

    init(_ text: ByteText) { self.text = text }

    /// CC-CEDICT has 120,000 entries; what is beyond twice that is no dictionary of words.
    private static let mostEntries = 250_000
    /// Longer terms are sayings and names.
    private static let lengths = 2...8
    private static let mostRenderings = 8
    private static let mostProblems = 5

    /// Problems, and how many further lines have one.
    var allProblems: [TermTable.Problem] {
        let others = fullLine.map { [$0] } ?? []
        guard let last = problems.last, badLines > problems.count else { return problems + others }
        let message = last.message + " So are \(badLines - problems.count) further lines."
        return problems.dropLast() + [TermTable.Problem(line: last.line, message: message)] + others
    }

    mutating func read(_ line: Range<Int>, number: Int) {
        let trimmed = withoutByteOrderMark(text.trimmed(line))
        guard !trimmed.isEmpty, text.bytes[trimmed.lowerBound] != UInt8(ascii: "#") else { return }
        guard let (term, glosses) = parts(trimmed) else { return report(number) }
        let characters = text.scalars(term)
        guard Self.lengths.contains(characters.count), characters.allSatisfy(\.isHan) else { return }
        let renderings = renderings(glosses)
        guard !renderings.isEmpty else { return }
        add(
            TermTable.Entry(chinese: text.string(term), english: renderings, field: "dictionary", line: number))
    }

    private mutating func add(_ entry: TermTable.Entry) {
        let most = Self.mostEntries
        let known = entries.count < most ? terms.number(adding: entry.chinese).number : terms.number(of: entry.chinese)
        if let known, known < entries.count {
            entries[known] = entries[known].adding(entry.english)
        } else if known != nil {
            entries.append(entry)
        } else if fullLine == nil {
            fullLine = TermTable.Problem(
                line: entry.line, message: "The dictionary has more than \(most) terms; from here on they are left out."
            )
        }
    }

    private mutating func report(_ line: Int) {
        badLines += 1
        guard problems.count < Self.mostProblems else { return }
        problems.append(
            TermTable.Problem(
                line: line, message: "The line is not “Traditional Simplified [pinyin] /gloss/gloss/”; left out."))
    }

    private func withoutByteOrderMark(_ range: Range<Int>) -> Range<Int> {
        guard text.bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) else { return range }
        return text.trimmed(range.dropFirst(3))
    }

    /// The simplified term and its glosses.
    private func parts(_ line: Range<Int>) -> (term: Range<Int>, glosses: Range<Int>)? {
        let space = UInt8(ascii: " ")
        guard let first = place(of: space, line) else { return nil }
        let rest = text.trimmed(first..<line.upperBound)
        guard let second = place(of: space, rest) else { return nil }
        let reading = text.trimmed(second..<line.upperBound)
        guard text.bytes[reading.lowerBound] == UInt8(ascii: "["), var end = place(of: UInt8(ascii: "]"), reading)
        else { return nil }
        while end < reading.upperBound, text.bytes[end] == UInt8(ascii: "]") || text.bytes[end] == space { end += 1 }
        let slash = UInt8(ascii: "/")
        guard end < reading.upperBound, text.bytes[end] == slash,
            let last = text.bytes[end..<reading.upperBound].lastIndex(of: slash), last > end
        else { return nil }
        return (rest.lowerBound..<second, end..<last)
    }

    private func place(of byte: UInt8, _ range: Range<Int>) -> Int? { text.bytes[range].firstIndex(of: byte) }

    private func renderings(_ glosses: Range<Int>) -> [String] {
        var result: [String] = []
        var start = glosses.lowerBound
        for place in glosses.lowerBound...glosses.upperBound {
            let isEnd = place == glosses.upperBound || text.bytes[place] == UInt8(ascii: "/")
            guard isEnd || text.bytes[place] == UInt8(ascii: ";") else { continue }
            let gloss = DictionaryGloss(text.bytes[start..<place])
            start = place + 1
            guard let rendering = gloss.rendering, !result.contains(rendering) else { continue }
            result.append(rendering)
            if result.count == Self.mostRenderings { break }
        }
        return result
    }
}
