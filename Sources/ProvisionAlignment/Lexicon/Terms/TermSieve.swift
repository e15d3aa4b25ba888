import RegulationModel

/// Which terms of a table can matter for some texts: those that may stand in a Chinese text, and those of which a
/// rendering may stand in an English heading. A table knows thousands of terms, an act uses some hundreds, and to index
/// all would take most of the time of linking two acts.
///
/// The rest changes nothing. What stands in English provisions alone is no feature of two texts (see `Rarity`); in
/// headings, which are compared without rarity, it is. A sieve lets through more than what stands in the texts, never
/// less.
struct TermSieve {
    /// Pairs of neighbouring characters that stand in a Chinese text, by a hash; two pairs may share a place.
    private var neighbours = [Bool](repeating: false, count: 1 << neighbourBits)
    /// Words that may have the stem of a word in an English heading.
    private var beginnings = WordBeginnings()
    private static let neighbourBits: UInt64 = 16

    init(chinese: [WitnessUnits], englishHeadings: [[Unicode.Scalar]]) {
        for units in chinese { addNeighbours(units) }
        for heading in Set(englishHeadings) { addBeginnings(heading) }
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

    @inline(__always)
    private static func place(_ first: UInt32, _ second: UInt32) -> Int {
        let pair = UInt64(first) << 32 | UInt64(second)
        return Int((pair &* 0x9E37_79B9_7F4A_7C15) >> (64 - neighbourBits))
    }

    /// Whether a term of these folded ideographs may stand in a Chinese text; a single one is never searched.
    @inline(__always)
    func mayStand(_ characters: UnsafeBufferPointer<UInt32>) -> Bool {
        guard characters.count > 1 else { return false }
        return neighbours.withUnsafeBufferPointer { neighbours in
            for place in 1..<characters.count
            where !neighbours[Self.place(characters[place - 1], characters[place])] { return false }
            return true
        }
    }

    // MARK: English

    /// Nothing but the last two letters of a stem, and never its first, is other than in a word it is the stem of.
    private mutating func addBeginnings(_ heading: [Unicode.Scalar]) {
        for stem in Words.contentStems(heading) {
            let kept = max(1, stem.utf8.count - 2)
            beginnings.add(stem.utf8.prefix(kept))
        }
    }

    /// Whether a rendering may stand in an English heading.
    @inline(__always)
    func mayBeInHeading(_ rendering: RenderingBeginnings) -> Bool { rendering.areHeld(in: beginnings) }
}
