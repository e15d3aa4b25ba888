/// Where phrases of up to eight units stand in many texts: a sorted list of all places. A unit is a Chinese character or
/// the stem of an English word.
struct PhraseIndex {
    /// Longest phrase that is looked up.
    static let longest = 8
    /// Stands where no phrase goes on: at punctuation, between texts.
    static let border: UInt32 = 0

    /// All texts, a border before each and at the end.
    private let units: [UInt32]
    /// Number of the text that each unit belongs to.
    private let texts: [Int32]
    /// Places of units that are no border, in the order of the phrases that begin there.
    private let places: [Int32]

    /// How a phrase is used.
    struct Use {
        /// Times it occurs.
        var count = 0
        /// Texts that have it.
        var texts = 0
        /// Units that stand before it; each border counts as another.
        var before = 0
        /// Units that stand behind it, likewise.
        var behind = 0
    }

    init(_ sequences: [[UInt32]]) {
        var units: [UInt32] = [Self.border]
        var texts: [Int32] = [-1]
        for (number, sequence) in sequences.enumerated() {
            units += sequence
            units.append(Self.border)
            texts += [Int32](repeating: Int32(number), count: sequence.count + 1)
        }
        self.units = units
        self.texts = texts
        places = units.indices.filter { units[$0] != Self.border }.map(Int32.init)
            .sorted { Self.order(units[Int($0)...], units[Int($1)...]) < 0 }
    }

    /// Negative where the phrase at the first place comes before that at the second, 0 where they are the same.
    private static func order(_ one: ArraySlice<UInt32>, _ two: ArraySlice<UInt32>) -> Int {
        for (unit, other) in zip(one.prefix(longest), two) where unit != other { return unit < other ? -1 : 1 }
        return 0
    }

    /// How a phrase is used in all texts.
    func use(of phrase: ArraySlice<UInt32>) -> Use {
        var use = Use()
        var (before, behind): (Set<UInt32>, Set<UInt32>) = ([], [])
        var found: Set<Int32> = []
        for place in places[firstPlace(of: phrase)...] {
            let start = Int(place)
            guard start + phrase.count <= units.count, units[start..<(start + phrase.count)] == phrase else { break }
            use.count += 1
            found.insert(texts[start])
            Self.count(units[start - 1], in: &before, &use.before)
            Self.count(units[start + phrase.count], in: &behind, &use.behind)
        }
        use.texts = found.count
        use.before += before.count
        use.behind += behind.count
        return use
    }

    private static func count(_ neighbour: UInt32, in kinds: inout Set<UInt32>, _ borders: inout Int) {
        if neighbour == border { borders += 1 } else { kinds.insert(neighbour) }
    }

    private func firstPlace(of phrase: ArraySlice<UInt32>) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            let start = Int(places[middle])
            let comes = units[start...].prefix(phrase.count).lexicographicallyPrecedes(phrase)
            (low, high) = comes ? (middle + 1, high) : (low, middle)
        }
        return low
    }
}
