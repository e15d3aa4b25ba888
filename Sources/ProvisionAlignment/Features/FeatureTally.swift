/// Counts the features of one unit after the other, and gives each feature a number when it is first met.
struct FeatureTally {
    /// The features met, by their numbers.
    var keys: [UInt64] { numbers.keys }
    private var numbers: KeyNumbers
    private var sums: [Float]
    private var met: [Int32] = []
    private var phrases = KeyNumbers(capacity: 1 << 10)
    /// The features of all phrases, one behind the other, by their numbers.
    private var phraseFeatures: [(number: Int32, weight: Float)] = []
    /// Where the features of each phrase begin, then the end.
    private var phraseStarts = [0]

    /// - Parameters:
    ///   - capacity: about how many features are expected.
    ///   - known: features that have their numbers, from 0, before they are met.
    init(capacity: Int, known: [UInt64] = []) {
        numbers = KeyNumbers(capacity: max(capacity, known.count))
        for key in known { _ = numbers.number(adding: key) }
        sums = [Float](repeating: 0, count: known.count)
    }

    /// Counts a feature of the unit at hand.
    @inline(__always)
    mutating func add(_ key: UInt64, _ weight: Float) { add(number: number(of: key), weight) }

    /// Counts a feature of the unit at hand by its number.
    @inline(__always)
    mutating func add(number: Int, _ weight: Float) {
        if sums[number] == 0 { met.append(Int32(truncatingIfNeeded: number)) }
        sums[number] += weight
    }

    /// The features counted since the last unit, in the order in which they were met.
    mutating func unit() -> FeatureBag {
        let counts = sums.withUnsafeMutableBufferPointer { sums in
            met.map { number in
                defer { sums[Int(number)] = 0 }
                return sums[Int(number)]
            }
        }
        let bag = FeatureBag(ids: met, counts: counts)
        met.removeAll(keepingCapacity: true)
        return bag
    }

    @inline(__always)
    private mutating func number(of key: UInt64) -> Int {
        let (number, isNew) = numbers.number(adding: key)
        if isNew { sums.append(0) }
        return number
    }

    // MARK: Phrases

    /// Counts all features of a phrase that was counted before; false where it was not. A piece of an article has the
    /// phrases of its article.
    mutating func addAgain(_ phrase: UInt64) -> Bool {
        guard let number = phrases.number(of: phrase) else { return false }
        addFeatures(ofPhrase: number)
        return true
    }

    /// Begins a phrase that is met for the first time: its features are noted next.
    mutating func beginPhrase(_ phrase: UInt64) { _ = phrases.number(adding: phrase) }

    /// Notes a feature of the phrase begun.
    @inline(__always)
    mutating func note(_ key: UInt64, _ weight: Float) { note(number: number(of: key), weight) }

    /// Notes a feature of the phrase begun by its number.
    @inline(__always)
    mutating func note(number: Int, _ weight: Float) {
        phraseFeatures.append((Int32(truncatingIfNeeded: number), weight))
    }

    /// Counts what was noted of the phrase begun.
    mutating func endPhrase() {
        phraseStarts.append(phraseFeatures.count)
        addFeatures(ofPhrase: phraseStarts.count - 2)
    }

    private mutating func addFeatures(ofPhrase phrase: Int) {
        let range = phraseStarts[phrase]..<phraseStarts[phrase + 1]
        sums.withUnsafeMutableBufferPointer { sums in
            phraseFeatures.withUnsafeBufferPointer { features in
                for place in range {
                    let number = Int(features[place].number)
                    if sums[number] == 0 { met.append(features[place].number) }
                    sums[number] += features[place].weight
                }
            }
        }
    }
}
