/// Keys of tokens, shared by the two texts of a comparison: single characters are their own keys, words are numbered as
/// they come. Keys tell whether two tokens are alike and nothing else; no result depends on their order.
struct KeyTable {
    private var numbers: [String: UInt32] = [:]
    /// Numbers of short words, by their letters.
    private var shortWords: [UInt64: UInt32] = [:]
    private static let firstNumber: UInt32 = 0x11_0000

    /// The key of one folded character.
    func key(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }

    /// The key of a word, a number, a name.
    mutating func key(_ text: String) -> UInt32 {
        if let known = numbers[text] { return known }
        let key = next
        numbers[text] = key
        return key
    }

    /// The key of a word.
    mutating func key(of range: Range<Int>, in flow: FlowText) -> UInt32 {
        guard let letters = Self.packed(range, in: flow) else { return key(flow.string(range)) }
        if let known = shortWords[letters] { return known }
        let key = next
        shortWords[letters] = key
        return key
    }

    private var next: UInt32 { Self.firstNumber + UInt32(numbers.count + shortWords.count) }

    /// A word of at most nine letters of ASCII as one number; nil for any other.
    private static func packed(_ range: Range<Int>, in flow: FlowText) -> UInt64? {
        guard range.count <= 9 else { return nil }
        var letters: UInt64 = 0
        for index in range {
            let value = flow.scalars[index].value
            guard value < 0x80 else { return nil }
            letters = letters << 7 | UInt64(value)
        }
        return letters
    }
}
