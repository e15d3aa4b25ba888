import RegulationModel

/// The text of a sentence as rules read it: folded characters, each with its bytes.
///
/// Chinese: full-width letters and digits become narrow, white space goes, and the traditional characters that stand in
/// rules become simplified ones. English: letters are small, white space is one space, typographic quotation marks are
/// plain. The printed bytes are never changed; rules match here and quote there.
struct NormText: Sendable {
    let language: Language
    private(set) var scalars: [UInt32] = []
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []
    /// True for scalars that were capital letters.
    private(set) var capitals: [Bool] = []
    /// Where each character stands; of English words the beginnings only, since phrases begin with a word.
    private var places: [UInt32: [Int32]] = [:]

    init(_ source: SourceText, _ pieces: [ByteSpan], language: Language) {
        self.language = language
        for piece in pieces {
            append(source, piece)
            if language == .english { appendSpace(at: piece.end) }
        }
        if scalars.last == 0x20 { removeLast() }
        indexPlaces()
    }

    private init(language: Language) { self.language = language }

    /// The text of a sentence around some bytes of it, which is all that rules on a value or a word look at: a sentence of
    /// thousands of clauses is not read anew for each of them.
    init(around span: ByteSpan, in sentence: ByteSpan, of regulation: Regulation) {
        let bytes = regulation.source.bytes
        func border(_ offset: Int) -> Int {
            var offset = offset
            while offset > sentence.start, offset < sentence.end, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            return offset
        }
        let start = border(max(sentence.start, min(span.start, sentence.end) - Self.reach))
        let end = border(min(sentence.end, max(span.end, sentence.start) + Self.reach))
        self.init(regulation.source, [ByteSpan(start, max(start, end))], language: regulation.language)
    }

    /// How much is read on each side, in bytes: a thousand Chinese characters. The longest of 726,614 parts of sentences
    /// between semicolons in 3,423 acts has 1,191 bytes.
    private static let reach = 3_000

    var count: Int { scalars.count }

    private mutating func append(_ source: SourceText, _ piece: ByteSpan) {
        var offset = piece.start
        for scalar in source.string(piece).unicodeScalars {
            let next = offset + UTF8.width(scalar)
            defer { offset = next }
            if scalar.isWhiteSpace || scalar.value == 0xFEFF {
                if language == .english { appendSpace(at: offset) }
                continue
            }
            let folded = CharacterVariants.folded(scalar.value)
            let isCapital = (0x41...0x5A).contains(folded)
            scalars.append(isCapital ? folded + 0x20 : folded)
            starts.append(offset)
            ends.append(next)
            capitals.append(isCapital)
        }
    }

    private mutating func appendSpace(at offset: Int) {
        guard let last = scalars.last, last != 0x20 else { return }
        scalars.append(0x20)
        starts.append(offset)
        ends.append(offset)
        capitals.append(false)
    }

    private mutating func removeLast() {
        scalars.removeLast()
        starts.removeLast()
        ends.removeLast()
        capitals.removeLast()
    }

    /// The bytes of a range of scalars.
    func span(_ range: Range<Int>) -> ByteSpan {
        guard range.lowerBound < range.upperBound, range.upperBound <= count else {
            let at = starts.indices.contains(range.lowerBound) ? starts[range.lowerBound] : (ends.last ?? 0)
            return ByteSpan(at, at)
        }
        return ByteSpan(starts[range.lowerBound], ends[range.upperBound - 1])
    }

    /// A part of this text.
    func slice(_ range: Range<Int>) -> NormText {
        var part = NormText(language: language)
        part.scalars = Array(scalars[range])
        part.starts = Array(starts[range])
        part.ends = Array(ends[range])
        part.capitals = Array(capitals[range])
        part.indexPlaces()
        return part
    }

    /// True where `word` stands at `index`.
    func has(_ word: [UInt32], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        var place = 0
        while place < word.count {
            guard scalars[index + place] == word[place] else { return false }
            place += 1
        }
        return true
    }

    /// True where `phrase` stands at `index`; in English as whole words.
    func has(_ phrase: Phrase, at index: Int) -> Bool {
        guard has(phrase.scalars, at: index) else { return false }
        guard language == .english else { return true }
        return isBoundary(index) && (phrase.isOpen || isBoundary(index + phrase.scalars.count))
    }

    /// True where no letter or digit stands on both sides of `index`.
    private func isBoundary(_ index: Int) -> Bool {
        guard index > 0, index < count else { return true }
        return !(Self.isWordScalar(scalars[index - 1]) && Self.isWordScalar(scalars[index]))
    }

    static func isWordScalar(_ scalar: UInt32) -> Bool {
        (0x61...0x7A).contains(scalar) || (0x30...0x39).contains(scalar)
    }

    private mutating func indexPlaces() {
        for index in 0..<count where language == .chinese || isBoundary(index) {
            places[scalars[index], default: []].append(Int32(index))
        }
    }

    /// The first place of `phrase` in `range`.
    func first(_ phrase: Phrase, in range: Range<Int>? = nil) -> Range<Int>? {
        let range = range ?? 0..<count
        guard let head = phrase.scalars.first, let candidates = places[head] else { return nil }
        var place = candidates.firstPlace(notBelow: Int32(clamping: range.lowerBound))
        while place < candidates.count {
            let index = Int(candidates[place])
            guard index + phrase.scalars.count <= range.upperBound else { return nil }
            if has(phrase, at: index) { return index..<index + phrase.scalars.count }
            place += 1
        }
        return nil
    }

    /// Every place of `phrase`, in order, none overlapping another.
    func all(_ phrase: Phrase) -> [Range<Int>] {
        guard let head = phrase.scalars.first, let candidates = places[head] else { return [] }
        var result: [Range<Int>] = []
        var from = 0
        for candidate in candidates where Int(candidate) >= from {
            let index = Int(candidate)
            guard has(phrase, at: index) else { continue }
            from = index + phrase.scalars.count
            result.append(index..<from)
        }
        return result
    }

    func contains(_ phrase: Phrase, in range: Range<Int>? = nil) -> Bool { first(phrase, in: range) != nil }

    /// The characters of a range as folded.
    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars[range] { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
        return String(view)
    }

    /// Marks that end a clause; a comma inside a number ends none.
    func isClauseEnd(_ index: Int) -> Bool {
        switch scalars[index] {
        case 0xFF0C, 0x2C:
            !(isDigit(index - 1) && isDigit(index + 1))
        case 0xFF1B, 0x3B, 0x3002, 0xFF1A, 0x3A: true
        default: false
        }
    }

    func isDigit(_ index: Int) -> Bool {
        scalars.indices.contains(index) && (0x30...0x39).contains(scalars[index])
    }

    /// The clause around `index`.
    func clause(around index: Int) -> Range<Int> {
        var start = min(index, count)
        while start > 0, !isClauseEnd(start - 1) { start -= 1 }
        var end = min(index, count)
        while end < count, !isClauseEnd(end) { end += 1 }
        return start..<end
    }

    /// The clauses in order, marks left out.
    var clauses: [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in 0...count where index == count || isClauseEnd(index) {
            if start < index { result.append(start..<index) }
            start = index + 1
        }
        return result
    }
}

/// A word or phrase of a rule, folded. An English one that ends in `*` matches beginnings of words.
struct Phrase: Sendable, Hashable, ExpressibleByStringLiteral {
    let scalars: [UInt32]
    let isOpen: Bool

    init(_ text: String) {
        isOpen = text.hasSuffix("*")
        let body = isOpen ? String(text.dropLast()) : text
        scalars = body.unicodeScalars.map { scalar in
            let folded = CharacterVariants.folded(scalar.value)
            return (0x41...0x5A).contains(folded) ? folded + 0x20 : folded
        }
    }

    init(stringLiteral value: String) { self.init(value) }
}

extension [Int32] {
    /// The first place of a number that is not below another, in ascending numbers.
    fileprivate func firstPlace(notBelow least: Int32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < least { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
