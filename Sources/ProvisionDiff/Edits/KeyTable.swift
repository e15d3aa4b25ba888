/// Keys of tokens, shared by the two texts of a comparison: single characters are their own keys, words are numbered as
/// they come. Keys tell whether two tokens are alike and nothing else; no result depends on their order.
struct KeyTable {
    private var numbers: [String: UInt32] = [:]
    private static let firstNumber: UInt32 = 0x11_0000

    /// The key of one folded character.
    func key(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }

    /// The key of a word, a number, a name.
    mutating func key(_ text: String) -> UInt32 {
        if let known = numbers[text] { return known }
        let key = Self.firstNumber + UInt32(numbers.count)
        numbers[text] = key
        return key
    }
}
