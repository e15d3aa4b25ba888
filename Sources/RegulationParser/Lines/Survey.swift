import RegulationModel

/// What stands somewhere on a line: whoever looks for something rare looks only at lines that hold its characters.
struct LineTraits: OptionSet {
    let rawValue: UInt16

    /// `*` or a byte that begins `×`.
    static let mask = LineTraits(rawValue: 1)
    /// `/` or `+`, which digit debris holds.
    static let debris = LineTraits(rawValue: 2)
    /// l, I, O or o, which stand for digits in scans.
    static let looseLetter = LineTraits(rawValue: 4)
    /// `&`
    static let ampersand = LineTraits(rawValue: 8)
    /// U+FFFD
    static let replacement = LineTraits(rawValue: 16)
    /// 锟 or 烫, which begin what a wrong encoding leaves.
    static let misread = LineTraits(rawValue: 32)
    /// `"`
    static let straightQuote = LineTraits(rawValue: 64)
    /// An opening bracket of either width, or a number in brackets as one character.
    static let bracket = LineTraits(rawValue: 128)
    /// Perhaps the Chinese name of a province.
    static let place = LineTraits(rawValue: 256)
}

/// What the pass counts on one line.
struct LineCount {
    var traits: LineTraits = []
    /// Number of ideographs, and of ASCII letters.
    var ideographs = 0
    var letters = 0
}

/// What one pass over the bytes of a text finds.
struct Survey {
    /// Offsets of 第, ascending.
    private(set) var ordinals: [Int] = []
    /// Offsets of “ and ”, ascending.
    private(set) var quotes: [Int] = []

    private let tables = SurveyTables.shared

    /// Looks at the bytes of one line. The loop keeps what it counts in registers: it is the one that sees every byte.
    mutating func look(at span: ByteSpan, _ bytes: TextBytes) -> LineCount {
        let ascii = tables.ascii
        let flags = tables.flags
        var traits: UInt16 = 0
        var ideographs = 0
        var letters = 0
        // The ideograph before, where it may begin the name of a place.
        var before: UInt32 = 0
        var index = span.start
        while index < span.end {
            let word = bytes.four(at: index)
            let first = word >> 24
            if first >= 0xE4, first <= 0xE9 {
                ideographs &+= 1
                let flag = flags[SurveyTables.place(of: word)]
                if flag != 0 || before != 0 {
                    let scalar = word >> 8
                    if before != 0, tables.mayBePlace(before, scalar) { traits |= LineTraits.place.rawValue }
                    before = flag & SurveyTables.beginsPlace != 0 ? scalar : 0
                    if flag & SurveyTables.isSpecial != 0 { special(scalar, index, &traits, &ideographs) }
                }
                index &+= 3
            } else if first >= 0xE0, first < 0xF0 {
                before = 0
                mark(word >> 8, index, &traits, &ideographs)
                index &+= 3
            } else if first < 0x80 {
                let trait = ascii[Int(first)]
                traits |= trait
                letters &+= Int(trait >> 15)
                before = 0
                index &+= 1
            } else if first < 0xE0 {
                if first == 0xC3 { traits |= LineTraits.mask.rawValue }
                index &+= 2
            } else {
                // Planes 2 and 3 hold ideographs.
                if first == 0xF0, word >> 16 & 0xFF >= 0xA0 { ideographs += 1 }
                index &+= 4
            }
        }
        return LineCount(
            traits: LineTraits(rawValue: traits & ~SurveyTables.letter), ideographs: ideographs, letters: letters)
    }

    /// 第, 锟, 烫, and the hexagrams, which stand among the ideographs.
    private mutating func special(_ scalar: UInt32, _ index: Int, _ traits: inout UInt16, _ ideographs: inout Int) {
        switch scalar {
        case 0xE7ACAC: ordinals.append(index)
        case 0xE9949F, 0xE783AB: traits |= LineTraits.misread.rawValue
        case 0xE4B780...0xE4B7BF: ideographs -= 1
        default: break
        }
    }

    /// Punctuation and other marks of three bytes, and the ideographs among them.
    @inline(__always)
    private mutating func mark(_ scalar: UInt32, _ index: Int, _ traits: inout UInt16, _ ideographs: inout Int) {
        // Commas, full stops and the like, as most marks are.
        if scalar >> 8 == 0xE380, scalar != 0xE38087 { return }
        switch scalar {
        case 0xEFBC88, 0xE291B4...0xE29287, 0xE388A0...0xE388A9: traits |= LineTraits.bracket.rawValue
        case 0xE2809C, 0xE2809D: quotes.append(index)
        case 0xEFBFBD: traits |= LineTraits.replacement.rawValue
        case 0xE38087, 0xE39080...0xE3BFBF, 0xEFA480...0xEFABBF: ideographs += 1
        default: break
        }
    }
}

/// A set of pairs of characters, as a filter: it says no, or perhaps.
struct CharacterPairs {
    /// Bit `h` is set where a pair has hash `h`.
    private(set) var bits = [UInt64](repeating: 0, count: 1 << 10)
    /// The first character of each pair, as its three bytes.
    private(set) var firsts: [UInt32] = []

    /// The first two characters of each word, which must be of three bytes each.
    init(_ words: [[UInt8]]) {
        for word in words where word.count >= 6 {
            let first = Self.scalar(word[0], word[1], word[2])
            let hash = Self.hash(first, Self.scalar(word[3], word[4], word[5]))
            firsts.append(first)
            bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
        }
    }

    private static func scalar(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> UInt32 {
        UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
    }

    /// 16 bits of the UTF-8 of two characters.
    @inline(__always)
    static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
        ((first &* 0x2F0B) ^ second) & 0xFFFF
    }
}

/// What the survey looks up for each byte and pair of characters. Made once, never freed.
private final class SurveyTables: @unchecked Sendable {
    static let shared = SurveyTables()
    /// Set for a letter.
    static let letter: UInt16 = 0x8000

    /// What each ASCII byte says about its line, with `letter` for a letter.
    let ascii: UnsafePointer<UInt16>
    /// What is known of ideographs by the low twelve bits of their scalars; most have nothing.
    let flags: UnsafePointer<UInt8>
    /// The bits of `Provinces.pairs`.
    private let places: UnsafePointer<UInt64>

    /// Set for what `Survey.special` looks at.
    static let isSpecial: UInt8 = 1
    /// Set for the first ideographs of names of places.
    static let beginsPlace: UInt8 = 2

    /// The low twelve bits of the scalar whose three bytes are the highest of a word.
    @inline(__always)
    static func place(of word: UInt32) -> Int { Int(word >> 10 & 0xFC0 | word >> 8 & 0x3F) }

    /// False where two ideographs begin no name of a place.
    @inline(__always)
    func mayBePlace(_ first: UInt32, _ second: UInt32) -> Bool {
        let hash = CharacterPairs.hash(first, second)
        return places[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1
    }

    private init() {
        ascii = Self.table((0..<128).map { Self.traits(UInt8($0)) })
        places = Self.table(Provinces.pairs.bits)
        var flags = [UInt8](repeating: 0, count: 1 << 12)
        for scalar in Provinces.pairs.firsts { flags[Self.place(of: scalar << 8)] |= Self.beginsPlace }
        for scalar in [0xE7ACAC, 0xE9949F, 0xE783AB] as [UInt32] { flags[Self.place(of: scalar << 8)] |= Self.isSpecial }
        for scalar in 0xE4B780...0xE4B7BF as ClosedRange<UInt32> { flags[Self.place(of: scalar << 8)] |= Self.isSpecial }
        self.flags = Self.table(flags)
    }

    /// Values that stay where they are as long as the program runs.
    private static func table<Value>(_ values: [Value]) -> UnsafePointer<Value> {
        let table = UnsafeMutablePointer<Value>.allocate(capacity: values.count)
        for (place, value) in values.enumerated() { (table + place).initialize(to: value) }
        return UnsafePointer(table)
    }

    private static func traits(_ byte: UInt8) -> UInt16 {
        let letter: UInt16 = UInt32(byte).isLetter ? Self.letter : 0
        switch byte {
        case UInt8(ascii: "*"): return LineTraits.mask.rawValue
        case UInt8(ascii: "/"), UInt8(ascii: "+"): return LineTraits.debris.rawValue
        case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "o"):
            return LineTraits.looseLetter.rawValue | letter
        case UInt8(ascii: "&"): return LineTraits.ampersand.rawValue
        case UInt8(ascii: "\""): return LineTraits.straightQuote.rawValue
        case UInt8(ascii: "("): return LineTraits.bracket.rawValue
        default: return letter
        }
    }
}
