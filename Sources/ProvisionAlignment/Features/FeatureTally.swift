/// Counts the features of one unit after the other, and gives each feature a number when it is first met.
struct FeatureTally {
    /// The features met, by their numbers.
    var keys: [UInt64] { numbers.keys }
    /// Whether all features were known beforehand, in rising order: then those of each unit rise too.
    let isClosed: Bool
    private var numbers: KeyNumbers
    private var sums: [Float]
    private var met: [Int32] = []
    private var bits: [UInt64] = []
    private var phrases = KeyNumbers(capacity: 1 << 10)
    /// The features of all phrases, one behind the other, by their numbers.
    private var phraseFeatures: [(number: Int32, weight: Float)] = []
    /// Where the features of each phrase begin, then the end.
    private var phraseStarts = [0]

    /// - Parameters:
    ///   - capacity: about how many features are expected.
    ///   - known: features that have their numbers, from 0, before they are met.
    ///   - isClosed: whether no other features are to be met.
    init(capacity: Int, known: [UInt64] = [], isClosed: Bool = false) {
        self.isClosed = isClosed
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

    /// The features counted since the last unit: rising where the tally is closed, otherwise in the order in which they
    /// were met.
    mutating func unit() -> FeatureBag {
        let ids = isClosed ? risingIds() : met
        let counts = sums.withUnsafeMutableBufferPointer { sums in
            ids.map { number in
                defer { sums[Int(number)] = 0 }
                return sums[Int(number)]
            }
        }
        met.removeAll(keepingCapacity: true)
        return FeatureBag(ids: ids, counts: counts)
    }

    /// What was met, in rising order: marked in a row of bits, which is then gone through.
    private mutating func risingIds() -> [Int32] {
        let words = (sums.count + 63) / 64
        if bits.count < words { bits = [UInt64](repeating: 0, count: words) }
        return bits.withUnsafeMutableBufferPointer { bits in
            for number in met { bits[Int(number) >> 6] |= 1 << UInt64(number & 63) }
            return [Int32](unsafeUninitializedCapacity: met.count) { ids, count in
                for word in bits.indices {
                    while bits[word] != 0, count < ids.count {
                        let bit = bits[word].trailingZeroBitCount
                        ids[count] = Int32(truncatingIfNeeded: word << 6 + bit)
                        count += 1
                        bits[word] &= bits[word] - 1
                    }
                }
            }
        }
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
