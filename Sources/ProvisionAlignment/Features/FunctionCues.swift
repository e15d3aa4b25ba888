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
    /// The second character of each word, 0 where it has none: it tells most of them apart.
    private let seconds: [UInt32]
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
        seconds = words.map { $0.scalars.count > 1 ? $0.scalars[1].value : 0 }
        self.starts = starts
        functionCount = cues.count
        pairCount = pairs
    }

    /// Cues begin with characters of the basic plane.
    private static let values = 0x10000

    /// The functions a folded text shows, ascending. A cue may begin or end with the space beside a word.
    func functions(in text: [Unicode.Scalar]) -> [Int] {
        var isShown = [Bool](repeating: false, count: functionCount)
        var opened = [Int?](repeating: nil, count: pairCount)
        var hasOpened = false
        forEachCandidate(in: text) { place, candidates in
            if hasOpened, Self.endsClause(Self.scalar(place, of: text)) {
                for pair in opened.indices { opened[pair] = nil }
                hasOpened = false
            }
            for index in candidates where stands(index, in: text, at: place) {
                note(index, at: place, &isShown, &opened)
                hasOpened = true
            }
        }
        return isShown.indices.filter { isShown[$0] }
    }

    /// Places where words may stand, with the words that begin with the character there, and places where a clause ends.
    @inline(__always)
    private func forEachCandidate(in text: [Unicode.Scalar], _ body: (_ place: Int, _ words: Range<Int>) -> Void) {
        text.withUnsafeBufferPointer { text in
            starts.withUnsafeBufferPointer { starts in
                seconds.withUnsafeBufferPointer { seconds in
                    for place in -1...text.count {
                        let scalar: Unicode.Scalar = place >= 0 && place < text.count ? text[place] : " "
                        let value = Int(scalar.value)
                        guard value < Self.values else { continue }
                        let next: UInt32 = place + 1 < text.count ? text[place + 1].value : 0x20
                        let words = Int(starts[value])..<Int(starts[value + 1])
                        let mayStand = words.contains { seconds[$0] == next || seconds[$0] == 0 }
                        guard mayStand || Self.endsClause(scalar) else { continue }
                        body(place, words)
                    }
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

    private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == "。" || scalar == ";" || scalar == "，" || scalar == "；"
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
