import ProvisionAlignment
import ProvisionDiff
import RegulationModel

/// A provision as a sequence of units, tied to its printed words.
struct TermText {
    /// Characters or stems; borders where no term goes on.
    let units: [UInt32]
    /// What each unit counts, 0 where no term begins or ends with it.
    let weights: [Float]
    /// Units within a word, with which no term begins, and with which none ends.
    private let cuts: (begin: [Bool], end: [Bool])
    /// The printed bytes of each unit.
    private let ranges: [Range<Int>]
    private let text: [UInt8]

    init(
        units: [UInt32], weights: [Float], cuts: (begin: [Bool], end: [Bool])? = nil, ranges: [Range<Int>],
        text: [UInt8]
    ) {
        let none = [Bool](repeating: false, count: cuts == nil ? units.count : 0)
        self.units = units
        self.weights = weights
        self.cuts = cuts ?? (none, none)
        self.ranges = ranges
        self.text = text
    }

    /// Phrases that may be terms, with the times they occur and what they count.
    func phrases(_ lengths: ClosedRange<Int>) -> [ArraySlice<UInt32>: (times: Int, weight: Double)] {
        var phrases: [ArraySlice<UInt32>: (times: Int, weight: Double)] = [:]
        for start in units.indices where weights[start] > 0 && !cuts.begin[start] {
            for length in lengths where start + length <= units.count {
                let range = start..<(start + length)
                guard units[range.upperBound - 1] != PhraseIndex.border else { break }
                guard weights[range.upperBound - 1] > 0, !cuts.end[range.upperBound - 1] else { continue }
                let weight = Double(weights[range].reduce(0, +)) / Double(length)
                let known = phrases[units[range]] ?? (0, 0)
                phrases[units[range]] = (known.times + 1, max(known.weight, weight))
            }
        }
        return phrases
    }

    /// A phrase as the text prints it first; nil where the text has it not.
    func printed(_ phrase: ArraySlice<UInt32>) -> String? {
        guard let first = phrase.first else { return nil }
        for start in units.indices where units[start] == first && start + phrase.count <= units.count {
            let range = start..<(start + phrase.count)
            guard units[range] == phrase else { continue }
            let bytes = text[ranges[range.lowerBound].lowerBound..<ranges[range.upperBound - 1].upperBound]
            return String(decoding: bytes.last == 0x20 ? bytes.dropLast() : bytes, as: UTF8.self)
        }
        return nil
    }
}

/// Makes units of printed text; the stems of all texts read are numbered together.
struct TermReader {
    private let language: Language
    private var stems: [String: UInt32] = [:]

    init(language: Language) { self.language = language }

    /// How many units a term has.
    static func lengths(_ language: Language) -> ClosedRange<Int> {
        language == .chinese ? 2...PhraseIndex.longest : 1...3
    }

    mutating func read(_ text: String) -> TermText { language == .chinese ? characters(text) : words(text) }

    // MARK: Chinese

    /// Characters that no term goes across.
    private static let joints = Set("的和或与及被".unicodeScalars)
    /// Characters that no term begins or ends with: particles, and numerals, which terms with a number are not told by.
    private static let particles = Set(
        "在对由为是等应不可其将把从以于之而且但若如因所该本各有无须得并依按向经至当者即未还已个上下内前后时中再处第一二三四五六七八九十百千"
            .unicodeScalars)

    private func characters(_ text: String) -> TermText {
        let folded = Folding.fold(text)
        let weights = BilingualLexicon.shipped.weights(ofCharactersIn: folded.scalars)
        let isReference = Self.references(folded.scalars)
        var units: [UInt32] = []
        var counted: [Float] = []
        for (index, scalar) in folded.scalars.enumerated() {
            let isWord = scalar.isHan && !isReference[index] && !Self.isJoint(folded.scalars, index)
            units.append(isWord ? scalar.value : PhraseIndex.border)
            counted.append(isWord && !Self.particles.contains(scalar) ? weights[index] : 0)
        }
        let ranges = folded.scalars.indices.map { folded.printedRange($0..<($0 + 1)) }
        return TermText(
            units: units, weights: counted, cuts: Self.cuts(units), ranges: ranges, text: Array(text.utf8))
    }

    /// Whether a character joins terms, and is no part of a word: 参与, 及时, 涉及.
    private static func isJoint(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = scalars[index]
        guard joints.contains(scalar) else { return false }
        let isEnd = index > 0 && scalars[index - 1] != "以" && StatuteWords.hold(scalars[index - 1].value, scalar.value)
        return !isEnd && !(index + 1 < scalars.count && StatuteWords.hold(scalar.value, scalars[index + 1].value))
    }

    /// A character that makes a word of statutes with the one before it and none with the one behind begins no term (the 民 of
    /// 居民委员会), and the other way round ends none.
    private static func cuts(_ units: [UInt32]) -> (begin: [Bool], end: [Bool]) {
        let joined = [false] + zip(units, units.dropFirst()).map { StatuteWords.hold($0, $1) } + [false]
        return (
            units.indices.map { joined[$0] && !joined[$0 + 1] }, units.indices.map { joined[$0 + 1] && !joined[$0] }
        )
    }

    private static let levels = Set("编章节条款项目".unicodeScalars)

    /// 第十二条第一款: the numerals between 第 and the level, and both.
    private static func references(_ scalars: [Unicode.Scalar]) -> [Bool] {
        var marked = [Bool](repeating: false, count: scalars.count)
        var start: Int?
        for (index, scalar) in scalars.enumerated() {
            if scalar == "第" { start = index }
            guard let first = start else { continue }
            if Self.levels.contains(scalar) {
                for place in first...index { marked[place] = true }
                start = nil
            } else if scalar != "第", scalar != "、", scalar != "之", !ChineseNumeral.isNumeral(scalar) {
                start = nil
            }
        }
        return marked
    }

    // MARK: English

    private mutating func words(_ text: String) -> TermText {
        let bytes = Array(text.utf8)
        var (units, weights, ranges): ([UInt32], [Float], [Range<Int>]) = ([], [], [])
        var place = 0
        while place < bytes.count {
            var end = place
            while end < bytes.count {
                let length = Self.lettersLength(bytes, end)
                guard length > 0 else { break }
                end += length
            }
            if end > place {
                let word = String(decoding: bytes[place..<end], as: UTF8.self).lowercased()
                units.append(number(PorterStemmer.stem(word)))
                weights.append(Self.passedOver.contains(word) || end - place < 3 ? 0 : 1)
                ranges.append(place..<end)
                place = end
            } else {
                if bytes[place] != 0x20 {
                    units.append(PhraseIndex.border)
                    weights.append(0)
                    ranges.append(place..<(place + Self.length(bytes[place])))
                }
                place += Self.length(bytes[place])
            }
        }
        return TermText(units: units, weights: weights, ranges: ranges, text: bytes)
    }

    private static let passedOver = Set(Words.functionWords).union(wordsWithoutMatter)

    /// Words that name no matter: pronouns, adverbs, modals, numbers, references within the act, and verbs that go with
    /// anything.
    private static let wordsWithoutMatter = Set(
        """
        could would will but without whose whom whoever herself himself itself themselves out over only until upon before \
        after between among both each every all some same more most less than above below therein thereof thereto hereof \
        herein hereinafter aforementioned aforesaid preceding following foregoing pursuant whether either neither nor else \
        then thus hence however otherwise moreover further again already still yet once ever never always very too here \
        because since during through within against about toward towards whereas whereby per via etc namely including \
        include includes included mean means meaning refer refers referred mentioned stated stipulated prescribed specified \
        provided make makes made making take takes taken give gives given get gets begin begins use uses used using occur \
        occurs occurred cause causes caused result resulted concerning regarding relating related relevant respective \
        respectively necessary appropriate present one two three four five six seven eight nine ten eleven twelve fifteen \
        twenty thirty first second third fourth fifth last next article articles paragraph paragraphs section subparagraph \
        item items clause chapter act case cases matter matters thing things way manner number amount time times
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private mutating func number(_ stem: String) -> UInt32 {
        let next = UInt32(stems.count) + 1
        if let known = stems[stem] { return known }
        stems[stem] = next
        return next
    }

    /// Bytes of the letter at a place: of Latin scripts, a hyphen, or the apostrophe within a word; 0 where there is none.
    private static func lettersLength(_ bytes: [UInt8], _ place: Int) -> Int {
        let byte = bytes[place]
        if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || byte == 0x2D { return 1 }
        let length = length(byte)
        if length == 2 && byte >= 0xC3 { return 2 }
        return bytes[place...].starts(with: "’".utf8) ? length : 0
    }

    /// Bytes of the character that begins with one.
    private static func length(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
