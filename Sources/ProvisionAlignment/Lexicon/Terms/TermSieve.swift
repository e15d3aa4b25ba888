import RegulationModel

/// Which entries of a table can matter for some texts: those whose term may stand in a Chinese text, and those of whose
/// renderings one may stand in an English heading. A table knows thousands of terms, an act uses some hundreds, and to
/// index all would take most of the time of linking two acts.
///
/// The rest changes nothing. What stands in English provisions alone is no feature of two texts (see `Rarity`); in
/// headings, which are compared without rarity, it is. A sieve lets through more than what stands in the texts, never
/// less.
struct TermSieve {
    /// Pairs of neighbouring ideographs that stand in a Chinese text, by a hash; two pairs may share a place.
    private var neighbours = [Bool](repeating: false, count: 1 << neighbourBits)
    /// Words that are passed over, and those that may have the stem of a word in an English heading.
    private var beginnings = WordBeginnings.passedOver
    private static let neighbourBits: UInt64 = 16

    init(chinese: [WitnessUnits], englishHeadings: [[Unicode.Scalar]]) {
        for units in chinese { addNeighbours(units) }
        for heading in Set(englishHeadings) { addBeginnings(heading) }
    }

    /// The entries that may stand in the texts, in their order; of those that may stand in headings only, the renderings
    /// that may.
    func entries(of table: TermTable) -> [TermTable.Entry] {
        table.entries.compactMap { entry in
            var term = entry.chinese
            if term.withUTF8(mayStand) { return entry }
            let english = entry.english.filter { rendering in
                var rendering = rendering
                return rendering.withUTF8(mayBeInHeading)
            }
            guard !english.isEmpty else { return nil }
            return TermTable.Entry(chinese: entry.chinese, english: english, field: entry.field, line: entry.line)
        }
    }

    // MARK: Chinese

    /// All units: the pieces of an article may bring together what stands apart in it.
    private mutating func addNeighbours(_ units: WitnessUnits) {
        for pieces in [units.articles, units.paragraphs, units.points, units.sentences, units.openings] {
            for unit in pieces { addNeighbours(unit.scalars) }
        }
        for heading in units.headings { addNeighbours(heading) }
    }

    private mutating func addNeighbours(_ text: [Unicode.Scalar]) {
        neighbours.withUnsafeMutableBufferPointer { neighbours in
            var previous: UInt32 = 0
            for scalar in text {
                neighbours[Self.place(previous, scalar.value)] = true
                previous = scalar.value
            }
        }
    }

    private static func place(_ first: UInt32, _ second: UInt32) -> Int {
        let pair = UInt64(first) << 32 | UInt64(second)
        return Int((pair &* 0x9E37_79B9_7F4A_7C15) >> (64 - neighbourBits))
    }

    /// Whether a term may stand in a Chinese text. All but ideographs of three bytes is let through.
    private func mayStand(_ term: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous: UInt32 = 0
        var place = 0
        while place < term.count {
            guard place + 2 < term.count, (0xE4...0xE9).contains(term[place]) else { return true }
            let high = UInt32(term[place] & 0x0F) << 12
            let value = high | UInt32(term[place + 1] & 0x3F) << 6 | UInt32(term[place + 2] & 0x3F)
            guard let printed = Unicode.Scalar(value) else { return true }
            let folded = Folding.folded(printed).value
            if previous != 0, !neighbours[Self.place(previous, folded)] { return false }
            previous = folded
            place += 3
        }
        return true
    }

    // MARK: English

    /// Nothing but the last two letters of a stem, and never its first, is other than in a word it is the stem of.
    private mutating func addBeginnings(_ heading: [Unicode.Scalar]) {
        for stem in Words.contentStems(heading) {
            let kept = max(1, stem.utf8.count - 2)
            beginnings.add(stem.utf8.prefix(kept))
        }
    }

    /// Whether the words of a rendering may all be passed over or have stems of a heading's words.
    private func mayBeInHeading(_ rendering: UnsafeBufferPointer<UInt8>) -> Bool {
        var word = WordBeginnings.Word()
        for byte in rendering {
            guard byte < 0x80 else { return true }
            let small = byte | 0x20
            if small >= UInt8(ascii: "a"), small <= UInt8(ascii: "z") {
                word.add(small)
            } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") {
                guard beginnings.has(word) else { return false }
                word = WordBeginnings.Word()
            }
        }
        return beginnings.has(word)
    }
}

/// Sets of words that begin alike, by up to three letters.
private struct WordBeginnings {
    /// The first three letters of a word that is read.
    struct Word {
        fileprivate var number = 0
        fileprivate var count = 0

        mutating func add(_ letter: UInt8) {
            if count < WordBeginnings.longest {
                number = number * WordBeginnings.letters + Int(letter - UInt8(ascii: "a"))
            }
            count += 1
        }
    }

    private static let longest = 3
    private static let letters = 26
    private var isHeld = [Bool](repeating: false, count: letters * letters * letters)

    /// The words that carry no matter; the short ones are held anyway.
    static let passedOver: WordBeginnings = {
        var beginnings = WordBeginnings()
        for word in Words.functionWords where word.utf8.count >= longest { beginnings.add(word.utf8) }
        return beginnings
    }()

    /// Adds all words that begin with some letters, of which three count; what follows another character is left out.
    mutating func add(_ beginning: some Sequence<UInt8>) {
        var word = Word()
        for byte in beginning.prefix(while: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) { word.add(byte) }
        var range = word.number..<word.number + 1
        for _ in min(word.count, Self.longest)..<Self.longest {
            range = range.lowerBound * Self.letters..<range.upperBound * Self.letters
        }
        for number in range { isHeld[number] = true }
    }

    /// Whether a word may be held; shorter ones than three letters may all be.
    func has(_ word: Word) -> Bool { word.count < Self.longest || isHeld[word.number] }
}
