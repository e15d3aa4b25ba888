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
}

/// What one pass over the bytes of a text finds.
struct Survey {
    /// Offsets of 第, ascending.
    var ordinals: [Int] = []
    /// Offsets of “ and ”, ascending.
    var quotes: [Int] = []
}

/// What the pass counts on one line.
struct LineCount {
    var traits: LineTraits = []
    /// Number of ideographs, and of ASCII letters.
    var ideographs = 0
    var letters = 0
}

extension Survey {
    /// What each ASCII byte says about its line, with 256 for a letter.
    private static let asciiTraits: [UInt16] = (0..<128).map { byte in
        let letter: UInt16 = UInt32(byte).isLetter ? 256 : 0
        switch UInt8(byte) {
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

    /// Looks at the bytes of one line.
    mutating func look(at span: ByteSpan, _ bytes: TextBytes) -> LineCount {
        var count = LineCount()
        var index = span.start
        Self.asciiTraits.withUnsafeBufferPointer { ascii in
            while index < span.end {
                let byte = bytes[index]
                if byte < 0x80 {
                    let traits = ascii[Int(byte)]
                    count.traits.formUnion(LineTraits(rawValue: traits & 0xFF))
                    count.letters += Int(traits >> 8)
                    index += 1
                } else if byte < 0xE0 {
                    if byte == 0xC3 { count.traits.insert(.mask) }
                    index += 2
                } else if byte < 0xF0 {
                    guard index + 2 < bytes.count else { return }
                    lookAtThree(index, byte, bytes[index + 1], bytes[index + 2], &count)
                    index += 3
                } else {
                    // Planes 2 and 3 hold ideographs.
                    if byte == 0xF0, index + 1 < bytes.count, bytes[index + 1] >= 0xA0 { count.ideographs += 1 }
                    index += 4
                }
            }
        }
        return count
    }

    @inline(__always)
    private mutating func lookAtThree(_ index: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8, _ count: inout LineCount) {
        switch a {
        case 0xE5, 0xE6, 0xE8: count.ideographs += 1
        case 0xE4:
            // U+4DC0 to U+4DFF are hexagrams.
            count.ideographs += b == 0xB7 ? 0 : 1
        case 0xE7:
            count.ideographs += 1
            if b == 0xAC, c == 0xAC { ordinals.append(index) }
            if b == 0x83, c == 0xAB { count.traits.insert(.misread) }
        case 0xE9:
            count.ideographs += 1
            if b == 0x94, c == 0x9F { count.traits.insert(.misread) }
        case 0xEF:
            if b == 0xBC { if c == 0x88 { count.traits.insert(.bracket) } } else { lookAtForm(b, c, &count) }
        case 0xE2:
            if b == 0x80 {
                if c == 0x9C || c == 0x9D { quotes.append(index) }
            } else if (b == 0x91 && c >= 0xB4) || (b == 0x92 && c <= 0x87) {
                count.traits.insert(.bracket)
            }
        case 0xE3:
            if b >= 0x90 || (b == 0x80 && c == 0x87) { count.ideographs += 1 }
            if b == 0x88, (0xA0...0xA9).contains(c) { count.traits.insert(.bracket) }
        default: break
        }
    }

    /// U+F900 to U+FAFF are ideographs; U+FFFD is the replacement mark.
    private func lookAtForm(_ b: UInt8, _ c: UInt8, _ count: inout LineCount) {
        if (0xA4...0xAB).contains(b) { count.ideographs += 1 }
        if b == 0xBF, c == 0xBD { count.traits.insert(.replacement) }
    }
}
