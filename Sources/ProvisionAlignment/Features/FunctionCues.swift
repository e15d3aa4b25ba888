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
        self.starts = starts
        functionCount = cues.count
        pairCount = pairs
    }

    /// Cues begin with characters of the basic plane.
    private static let values = 0x10000

    /// The functions a folded text shows, ascending. A cue may begin or end with the space beside a word.
    func functions(in text: [Unicode.Scalar]) -> [Int] {
        let padded = [" "] + text + [" "]
        var isShown = [Bool](repeating: false, count: functionCount)
        var opened = [Int?](repeating: nil, count: pairCount)
        for place in padded.indices {
            let value = Int(padded[place].value)
            guard value < Self.values else { continue }
            if Self.endsClause(padded[place]) { for pair in opened.indices { opened[pair] = nil } }
            for index in Int(starts[value])..<Int(starts[value + 1]) where stands(index, in: padded, at: place) {
                note(index, at: place, &isShown, &opened)
            }
        }
        return isShown.indices.filter { isShown[$0] }
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
        let count = words[index].scalars.count
        guard place + count <= text.count else { return false }
        for offset in 1..<max(1, count) where text[place + offset] != words[index].scalars[offset] { return false }
        return true
    }
}
