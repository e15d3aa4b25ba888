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

    /// By their first character.
    private let words: [Unicode.Scalar: [Word]]
    /// Those that begin with an ASCII character, by its value.
    private let asciiWords: [[Word]]
    private let functionCount: Int
    private let pairCount: Int

    private init(_ cues: [[String]]) {
        var words: [Unicode.Scalar: [Word]] = [:]
        var pairs = 0
        for (function, list) in cues.enumerated() {
            for cue in list {
                let parts = cue.split(separator: "*").map { Array($0.unicodeScalars) }
                for (place, part) in parts.enumerated() {
                    let pair = parts.count > 1 ? pairs : nil
                    words[part[0], default: []].append(
                        Word(scalars: part, function: function, pair: pair, endsPair: place > 0))
                }
                if parts.count > 1 { pairs += 1 }
            }
        }
        self.words = words
        asciiWords = (0..<UInt8(128)).map { words[Unicode.Scalar($0)] ?? [] }
        functionCount = cues.count
        pairCount = pairs
    }

    /// The functions a folded text shows, ascending. A cue may begin or end with the space beside a word.
    func functions(in text: [Unicode.Scalar]) -> [Int] {
        let padded = [" "] + text + [" "]
        var isShown = [Bool](repeating: false, count: functionCount)
        var opened = [Int?](repeating: nil, count: pairCount)
        for place in padded.indices {
            if Self.clauseEnds.contains(padded[place]) { opened = [Int?](repeating: nil, count: pairCount) }
            let value = padded[place].value
            let candidates = value < 128 ? asciiWords[Int(value)] : words[padded[place]] ?? []
            for word in candidates where Self.stands(word.scalars, in: padded, at: place) {
                guard let pair = word.pair else {
                    isShown[word.function] = true
                    continue
                }
                if !word.endsPair {
                    opened[pair] = opened[pair] ?? place + word.scalars.count
                } else if let start = opened[pair], place >= start {
                    isShown[word.function] = true
                }
            }
        }
        return isShown.indices.filter { isShown[$0] }
    }

    private static let clauseEnds: Set<Unicode.Scalar> = ["，", "。", "；", ",", ";"]

    private static func stands(_ word: [Unicode.Scalar], in text: [Unicode.Scalar], at place: Int) -> Bool {
        guard place + word.count <= text.count else { return false }
        for offset in word.indices where text[place + offset] != word[offset] { return false }
        return true
    }
}
