/// Sets of words that begin alike, by three letters.
struct WordBeginnings: Sendable {
    /// A word that is read: its first three letters as a number.
    struct Word {
        private(set) var number = 0
        private var count = 0

        /// Whether three letters were read.
        var isWhole: Bool { count == WordBeginnings.length }

        mutating func add(_ letter: UInt8) {
            guard !isWhole else { return }
            number = number * WordBeginnings.letters + Int(letter - UInt8(ascii: "a"))
            count += 1
        }

        /// The numbers of all words that begin with what was read.
        fileprivate var numbers: Range<Int> {
            (count..<WordBeginnings.length).reduce(number..<number + 1) { range, _ in
                range.lowerBound * WordBeginnings.letters..<range.upperBound * WordBeginnings.letters
            }
        }
    }

    private static let letters = 26
    private static let length = 3
    private var isHeld = [Bool](repeating: false, count: letters * letters * letters)

    /// The words that carry no matter.
    static let passedOver: WordBeginnings = {
        var beginnings = WordBeginnings()
        for word in Words.functionWords where word.utf8.count >= length { beginnings.add(word.utf8) }
        return beginnings
    }()

    /// Adds all words that begin with some letters, of which three count; what follows another character is left out.
    mutating func add(_ beginning: some Sequence<UInt8>) {
        var word = Word()
        for byte in beginning.prefix(while: { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) { word.add(byte) }
        for number in word.numbers { isHeld[number] = true }
    }

    /// Whether a word of a number may be held.
    func has(_ number: Int) -> Bool { isHeld[number] }
}

/// How the first and the last word of a rendering begin that are not passed over and have three letters or more.
struct RenderingBeginnings: Sendable {
    private let first: UInt16
    private let last: UInt16
    /// No such word, or a text that is not read.
    private static let unknown = UInt16.max

    init(_ rendering: String) {
        var rendering = rendering
        (first, last) = rendering.withUTF8(Self.read)
    }

    private static func read(_ rendering: UnsafeBufferPointer<UInt8>) -> (UInt16, UInt16) {
        var (first, last) = (unknown, unknown)
        var word = WordBeginnings.Word()
        let passedOver = WordBeginnings.passedOver
        func end() {
            if word.isWhole, !passedOver.has(word.number) {
                last = UInt16(truncatingIfNeeded: word.number)
                if first == unknown { first = last }
            }
            word = WordBeginnings.Word()
        }
        for byte in rendering {
            guard byte < 0x80 else { return (unknown, unknown) }
            let small = byte | 0x20
            if small >= UInt8(ascii: "a"), small <= UInt8(ascii: "z") {
                word.add(small)
            } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "`") {
                end()
            }
        }
        end()
        return (first, last)
    }

    /// Whether both may be words of a set.
    @inline(__always)
    func areHeld(in beginnings: WordBeginnings) -> Bool {
        guard first != Self.unknown else { return true }
        return beginnings.has(Int(first)) && beginnings.has(Int(last))
    }
}
