import RegulationModel

/// Words that are looked for together, case-blind for ASCII: one pass over a text for all of them.
///
/// The words are in small letters. A filter over the hash of three bytes lets most places of a text pass without a
/// comparison.
struct WordSet: Sendable {
    /// The words, in the order in which they are tried.
    let words: [[UInt8]]
    /// Bit `h` is set where a word of three bytes or more begins with bytes of hash `h`.
    private let filter: [UInt64]
    /// The same for the three bytes behind them, where all words have six; empty where not.
    private let second: [UInt64]
    /// Words of one or two bytes, which the filter does not hold.
    private let short: [[UInt8]]

    private static let filterBits: UInt32 = 10

    init(_ words: [String]) { self.init(utf8: words.map { Array($0.utf8) }) }

    private init(utf8 words: [[UInt8]]) {
        self.words = words
        short = words.filter { $0.count < 3 }
        filter = Self.filter(of: words, from: 0)
        second = words.allSatisfy { $0.count >= 6 } ? Self.filter(of: words, from: 3) : []
    }

    private static func filter(of words: [[UInt8]], from place: Int) -> [UInt64] {
        var filter = [UInt64](repeating: 0, count: 1 << (Int(filterBits) - 6))
        for word in words where word.count >= place + 3 {
            let hash = hash(UInt32(word[place]) << 16 | UInt32(word[place + 1]) << 8 | UInt32(word[place + 2]))
            filter[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
        }
        return filter
    }

    static func + (a: WordSet, b: WordSet) -> WordSet { WordSet(utf8: a.words + b.words) }

    @inline(__always)
    private static func hash(_ bytes: UInt32) -> UInt32 { (bytes &* 2_654_435_761) >> (32 - filterBits) }

    /// Index of the first word that stands at `index` and ends at `end` or before.
    @inline(__always)
    func first(at index: Int, before end: Int, _ scanner: Scanner) -> Int? {
        guard mayStand(at: index, before: end, scanner) else { return nil }
        return scanner.firstFolded(of: words, at: index, before: end)
    }

    /// True where one of the words stands in the span.
    func isHeld(in span: ByteSpan, _ scanner: Scanner) -> Bool {
        guard short.isEmpty, span.start >= 0 else { return firstHeld(in: span, scanner) != nil }
        return filter.withUnsafeBufferPointer { filter in
            var index = span.start
            while index < span.end {
                let four = scanner.bytes.four(at: index)
                let hash = Self.hash(Self.folded(four >> 8))
                let mayStand = filter[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1
                if mayStand, first(at: index, before: span.end, scanner) != nil { return true }
                index += Scanner.length(of: UInt8(truncatingIfNeeded: four >> 24))
            }
            return false
        }
    }

    /// Index of the word that stands first in the span.
    func firstHeld(in span: ByteSpan, _ scanner: Scanner) -> Int? {
        var index = span.start
        while index < span.end {
            if let word = first(at: index, before: span.end, scanner) { return word }
            index += scanner.length(at: index)
        }
        return nil
    }

    /// Indices of all words that stand in the span, ascending; no word may begin as another does.
    func all(in span: ByteSpan, _ scanner: Scanner) -> [Int] {
        var found: [Int] = []
        var index = span.start
        while index < span.end {
            if let word = first(at: index, before: span.end, scanner), !found.contains(word) { found.append(word) }
            index += scanner.length(at: index)
        }
        return found.sorted()
    }

    @inline(__always)
    private func mayStand(at index: Int, before end: Int, _ scanner: Scanner) -> Bool {
        guard index >= 0, index < end else { return false }
        if !short.isEmpty, short.contains(where: { $0[0] == Scanner.folded(scanner.bytes[index]) }) { return true }
        guard index + 2 < end, passes(filter, at: index, scanner) else { return false }
        return second.isEmpty || (index + 5 < end && passes(second, at: index + 3, scanner))
    }

    @inline(__always)
    private func passes(_ filter: [UInt64], at index: Int, _ scanner: Scanner) -> Bool {
        let hash = Self.hash(Self.folded(scanner.bytes.four(at: index) >> 8))
        return filter[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1
    }

    /// Three bytes with capital ASCII letters as small ones; a character of three bytes has none.
    @inline(__always)
    private static func folded(_ bytes: UInt32) -> UInt32 {
        guard bytes < 0xE0_0000 else { return bytes }
        func folded(_ shift: UInt32) -> UInt32 {
            UInt32(Scanner.folded(UInt8(truncatingIfNeeded: bytes >> shift))) << shift
        }
        return folded(16) | folded(8) | folded(0)
    }
}
