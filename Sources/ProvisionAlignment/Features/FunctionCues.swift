/// Finds the drafting words of all functions in one pass over a text.
///
/// A cue of two words with `*` between them wants both in one clause, the first before the second.
struct FunctionCues: Sendable {
    static let chinese = FunctionCues(ProvisionFunction.all.map(\.chinese))
    static let english = FunctionCues(ProvisionFunction.all.map(\.english))

    private struct Word: Sendable {
        let scalars: [Unicode.Scalar]
        let function: Int
        /// Number of the cue of two words that this one begins or ends.
        let pair: Int?
        let endsPair: Bool
    }

    /// Grouped by their first character.
    private let words: [Word]
    /// The second character of each word, 0 where it has none.
    private let seconds: [UInt32]
    /// Whether a word may begin with two characters, by a hash of them.
    private let beginnings: [Bool]
    /// Whether a word has one character.
    private let hasShort: Bool
    /// Where the words of a first character begin, by its value; one place more than there are values.
    private let starts: [UInt16]
    private let functionCount: Int
    private let pairCount: Int

    private init(_ cues: [[String]]) {
        var words: [Word] = []
        var pairs = 0
        for (function, list) in cues.enumerated() {
            for cue in list {
                let parts = cue.split(separator: "*").map { Array($0.unicodeScalars) }
                for (place, part) in parts.enumerated() where !part.isEmpty {
                    let pair = parts.count > 1 ? pairs : nil
                    words.append(Word(scalars: part, function: function, pair: pair, endsPair: place > 0))
                }
                if parts.count > 1 { pairs += 1 }
            }
        }
        words.sort { $0.scalars[0] < $1.scalars[0] }
        var starts = [UInt16](repeating: 0, count: Self.values + 1)
        for word in words { starts[Int(word.scalars[0].value) + 1] += 1 }
        for value in 0..<Self.values { starts[value + 1] += starts[value] }
        self.words = words
        let seconds = words.map { $0.scalars.count > 1 ? $0.scalars[1].value : 0 }
        var beginnings = [Bool](repeating: false, count: Self.beginningCount)
        for (word, second) in zip(words, seconds) { beginnings[Self.beginning(word.scalars[0].value, second)] = true }
        self.seconds = seconds
        self.beginnings = beginnings
        hasShort = seconds.contains(0)
        self.starts = starts
        functionCount = cues.count
        pairCount = pairs
    }

    /// Cues begin with characters of the basic plane.
    private static let values = 0x10000

    private static let beginningCount = 1 << 12

    @inline(__always)
    private static func beginning(_ first: UInt32, _ second: UInt32) -> Int {
        Int(truncatingIfNeeded: (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) >> 8 & (beginningCount - 1)
    }

    /// The functions a folded text shows, ascending. A cue may begin or end with the space beside a word.
    func functions(in text: [Unicode.Scalar]) -> [Int] {
        var isShown = [Bool](repeating: false, count: functionCount)
        var opened = [Int?](repeating: nil, count: pairCount)
        var hasOpened = false
        forEachCandidate(in: text) { place, value in
            if hasOpened, Self.endsClause(value) {
                for pair in opened.indices { opened[pair] = nil }
                hasOpened = false
            }
            guard value < Self.values else { return }
            for index in Int(starts[Int(value)])..<Int(starts[Int(value) + 1])
            where stands(index, in: text, at: place) {
                note(index, at: place, &isShown, &opened)
                hasOpened = true
            }
        }
        return isShown.indices.filter { isShown[$0] }
    }

    /// Places where words may stand, and places where a clause ends, each with the character there.
    @inline(__always)
    private func forEachCandidate(in text: [Unicode.Scalar], _ body: (_ place: Int, _ value: UInt32) -> Void) {
        text.withUnsafeBufferPointer { text in
            beginnings.withUnsafeBufferPointer { beginnings in
                var value: UInt32 = 0x20
                for place in -1...text.count {
                    let next: UInt32 = place + 1 < text.count ? text[place + 1].value : 0x20
                    let mayStand = beginnings[Self.beginning(value, next)] || hasShort
                    if mayStand || Self.endsClause(value) { body(place, value) }
                    value = next
                }
            }
        }
    }

    /// A text stands between two spaces.
    @inline(__always)
    private static func scalar(_ place: Int, of text: [Unicode.Scalar]) -> Unicode.Scalar {
        place >= 0 && place < text.count ? text[place] : " "
    }

    private func note(_ index: Int, at place: Int, _ isShown: inout [Bool], _ opened: inout [Int?]) {
        let word = words[index]
        guard let pair = word.pair else {
            isShown[word.function] = true
            return
        }
        if !word.endsPair {
            opened[pair] = opened[pair] ?? place + word.scalars.count
        } else if let start = opened[pair], place >= start {
            isShown[word.function] = true
        }
    }

    @inline(__always)
    private static func endsClause(_ value: UInt32) -> Bool {
        switch Unicode.Scalar(value) {
        case ",", "。", ";", "，", "；": true
        default: false
        }
    }

    private func stands(_ index: Int, in text: [Unicode.Scalar], at place: Int) -> Bool {
        guard seconds[index] == 0 || seconds[index] == Self.scalar(place + 1, of: text).value else { return false }
        let count = words[index].scalars.count
        guard place + count <= text.count + 1 else { return false }
        for offset in 1..<max(1, count)
        where Self.scalar(place + offset, of: text) != words[index].scalars[offset] { return false }
        return true
    }
}
