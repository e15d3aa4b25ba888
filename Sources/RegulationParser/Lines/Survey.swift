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
    /// One of `InvisibleCharacters`.
    static let invisible = LineTraits(rawValue: 512)
    /// Perhaps one of `RadicalCharacters`.
    static let radical = LineTraits(rawValue: 1_024)
    /// A sign that Markdown may give a meaning.
    static let markup = LineTraits(rawValue: 2_048)
}

/// What the pass counts on one line.
struct LineCount {
    let traits: LineTraits
    private let held: (ideographs: UInt32, letters: UInt32)

    init(traits: LineTraits = [], ideographs: Int = 0, letters: Int = 0) {
        self.traits = traits
        held = (UInt32(clamping: ideographs), UInt32(clamping: letters))
    }

    /// Number of ideographs.
    var ideographs: Int { Int(held.ideographs) }
    /// Number of ASCII letters.
    var letters: Int { Int(held.letters) }
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
        let tables = tables
        let ascii = tables.ascii
        var traits: UInt16 = 0
        var ideographs = 0
        var letters = 0
        var index = span.start
        // Characters that are looked at alone before four at once are tried again.
        var alone = 0
        while index < span.end {
            if alone == 0 {
                ideographs &+= FourCharacters.pass(from: &index, before: span.end, bytes, tables)
                guard index < span.end else { break }
                alone = FourCharacters.count
            }
            alone &-= 1
            let word = bytes.four(at: index)
            let first = word >> 24
            if first >= 0xE0, first < 0xF0 {
                ideographs &+= first &- 0xE4 < 6 ? 1 : 0
                if tables.isNoted(UInt64(word)) == 1 {
                    look(at: word >> 8, index, span, bytes, &traits, &ideographs)
                }
                index &+= 3
            } else if first < 0x80 {
                let trait = ascii[Int(first)]
                traits |= trait
                letters &+= Int(trait >> 15)
                index &+= 1
            } else if first < 0xE0 {
                if first == 0xC3 { traits |= LineTraits.mask.rawValue }
                if word >> 16 == 0xC2AD { traits |= LineTraits.invisible.rawValue }
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

    /// A noted character of three bytes.
    private mutating func look(
        at scalar: UInt32, _ index: Int, _ span: ByteSpan, _ bytes: TextBytes, _ traits: inout UInt16,
        _ ideographs: inout Int
    ) {
        switch scalar {
        case 0xE7ACAC: ordinals.append(index)
        case 0xE2809C, 0xE2809D: quotes.append(index)
        case 0xEFBC88, 0xE291B4...0xE29287, 0xE388A0...0xE388A9: traits |= LineTraits.bracket.rawValue
        case 0xE9949F, 0xE783AB: traits |= LineTraits.misread.rawValue
        case 0xEFBFBD: traits |= LineTraits.replacement.rawValue
        case 0xE2BA80...0xE2BFBF: traits |= LineTraits.radical.rawValue
        case 0xE2808B...0xE2808F, 0xE280AA...0xE280AE, 0xE281A0...0xE281A9, 0xEFBBBF:
            traits |= LineTraits.invisible.rawValue
        // Hexagrams stand among the ideographs.
        case 0xE4B780...0xE4B7BF: ideographs -= 1
        case 0xE38087, 0xE39080...0xE3BFBF, 0xEFA480...0xEFABBF: ideographs += 1
        default:
            if tables.mayBePlace(at: index, span, bytes) { traits |= LineTraits.place.rawValue }
        }
    }
}

/// Characters of three bytes, as nearly all of a Chinese text are, four at once: two in each word, the first byte the
/// highest.
private enum FourCharacters {
    static let count = 4
    private static let length = 12

    /// Passes as many as stand before `end` and are not looked at closely; gives the number of ideographs among them. Apart
    /// from the loop over single characters, so that it keeps all it needs in registers.
    @inline(never)
    static func pass(from index: inout Int, before end: Int, _ bytes: TextBytes, _ tables: SurveyTables) -> Int {
        var ideographs = 0
        var place = index
        let last = end &- length
        while place <= last, let (first, second) = bytes.eightTwice(at: place, apart: length / 2) {
            let shape = ((first & leads) ^ leadsOfThree) | ((second & leads) ^ leadsOfThree)
            guard shape == 0 else { break }
            let inFirst = tables.isNoted(first >> 32) | tables.isNoted(first >> 8)
            guard (inFirst | tables.isNoted(second >> 32) | tables.isNoted(second >> 8)) == 0 else { break }
            let begins = between(first) &+ between(second)
            ideographs &+= Int(truncatingIfNeeded: (begins >> 60) &+ (begins >> 36 & 0xF))
            place &+= length
        }
        index = place
        return ideographs
    }

    private static var leads: UInt64 { 0xF000_00F0_0000_0000 }
    private static var leadsOfThree: UInt64 { 0xE000_00E0_0000_0000 }

    /// A bit for each of the two first bytes whose low half is 4 to 9: added to 12 it gives a carry, added to 6 none.
    @inline(__always)
    private static func between(_ pair: UInt64) -> UInt64 {
        let halves = pair & 0x0F00_000F_0000_0000
        let (least, beyond) = (halves &+ 0x0C00_000C_0000_0000, halves &+ 0x0600_0006_0000_0000)
        return least & ~beyond & 0x1000_0010_0000_0000
    }
}

/// A set of pairs of characters, as a filter: it says no, or perhaps.
struct CharacterPairs {
    /// Bit `h` is set where a pair has hash `h`.
    private(set) var bits = [UInt64](repeating: 0, count: 1 << 10)
    /// The character of each pair by which it is noticed, as its three bytes.
    private(set) var telling: Set<UInt32> = []

    /// The first two characters of each word, which must be of three bytes each.
    ///
    /// - Parameter rare: characters that are rare in texts, one of each word: by them the pairs are noticed.
    init(_ words: [[UInt8]], rare: [[UInt8]]) {
        for word in words where word.count >= 6 {
            let pair = [Array(word[0..<3]), Array(word[3..<6])]
            let hash = Self.hash(Self.scalar(pair[0]), Self.scalar(pair[1]))
            bits[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
            telling.insert(Self.scalar(pair.first(where: rare.contains) ?? pair[0]))
        }
    }

    private static func scalar(_ bytes: [UInt8]) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    /// 16 bits of the UTF-8 of two characters.
    @inline(__always)
    static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
        ((first &* 0x2F0B) ^ second) & 0xFFFF
    }
}

/// What the survey looks up for each byte and pair of characters. Made once, never freed; a value without references, so
/// that nothing is counted where it is handed on.
private struct SurveyTables: @unchecked Sendable {
    static let shared = SurveyTables()
    /// Set for a letter.
    static let letter: UInt16 = 0x8000

    /// What each ASCII byte says about its line, with `letter` for a letter.
    let ascii: UnsafePointer<UInt16>
    /// A bit for each character of three bytes, in a word for each first and second byte without the four highest bits of
    /// the first: set for what is looked at closely, as few are.
    private let noted: UnsafePointer<UInt64>
    /// The bits of `Provinces.pairs`.
    private let places: UnsafePointer<UInt64>

    /// 1 where the character whose three bytes are the highest of four is looked at closely, else 0.
    @inline(__always)
    func isNoted(_ word: UInt64) -> UInt64 { noted[Int(word >> 16 & 0xFFF)] &>> (word >> 8) & 1 }

    /// False where the character at `index` makes the name of no place with the one before or behind it on its line.
    func mayBePlace(at index: Int, _ span: ByteSpan, _ bytes: TextBytes) -> Bool {
        let scalar = bytes.four(at: index) >> 8
        let isSecond = index - 3 >= span.start && isPair(bytes.four(at: index - 3) >> 8, scalar)
        return isSecond || (index + 6 <= span.end && isPair(scalar, bytes.four(at: index + 3) >> 8))
    }

    private func isPair(_ first: UInt32, _ second: UInt32) -> Bool {
        let hash = CharacterPairs.hash(first, second)
        return places[Int(hash >> 6)] >> UInt64(hash & 63) & 1 == 1
    }

    private static let marks: [ClosedRange<UInt32>] = [
        0xE7ACAC...0xE7ACAC, 0xE2809C...0xE2809D, 0xEFBC88...0xEFBC88, 0xE291B4...0xE29287, 0xE388A0...0xE388A9,
        0xE9949F...0xE9949F, 0xE783AB...0xE783AB, 0xEFBFBD...0xEFBFBD, 0xE4B780...0xE4B7BF, 0xE38087...0xE38087,
        0xE39080...0xE3BFBF, 0xEFA480...0xEFABBF, 0xE2808B...0xE2808F, 0xE280AA...0xE280AE, 0xE281A0...0xE281A9,
        0xEFBBBF...0xEFBBBF, 0xE2BA80...0xE2BFBF,
    ]

    private init() {
        ascii = Self.table((0..<128).map { Self.traits(UInt8($0)) })
        places = Self.table(Provinces.pairs.bits)
        var noted = [UInt64](repeating: 0, count: 1 << 12)
        func note(_ scalar: UInt32) { noted[Int(scalar >> 8 & 0xFFF)] |= 1 << UInt64(scalar & 63) }
        Self.marks.forEach { $0.forEach(note) }
        Provinces.pairs.telling.forEach(note)
        self.noted = Self.table(noted)
    }

    /// Values that stay where they are as long as the program runs.
    private static func table<Value>(_ values: [Value]) -> UnsafePointer<Value> {
        let table = UnsafeMutablePointer<Value>.allocate(capacity: values.count)
        for (place, value) in values.enumerated() { (table + place).initialize(to: value) }
        return UnsafePointer(table)
    }

    private static func traits(_ byte: UInt8) -> UInt16 {
        let letter: UInt16 = UInt32(byte).isLetter ? Self.letter : 0
        let markup = MarkdownText.isSign(byte) ? LineTraits.markup.rawValue : 0
        return markup | traits(byte, letter)
    }

    private static func traits(_ byte: UInt8, _ letter: UInt16) -> UInt16 {
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
