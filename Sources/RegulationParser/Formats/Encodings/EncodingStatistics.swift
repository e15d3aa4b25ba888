/// What the bytes of a text tell of its encoding when nothing declares it.
struct EncodingStatistics {
    let bytes: [UInt8]
    /// Offset of the first NUL.
    let nul: Int?

    init(bytes: [UInt8]) {
        self.bytes = bytes
        nul = bytes.firstNul
    }

    /// Bytes that are looked at; what they show holds for the rest.
    private static let sample = 1 << 20

    private var length: Int { min(bytes.count, Self.sample) }

    // MARK: UTF-16

    /// Share of two-byte units that must be characters of Chinese or English texts. Texts reach 0.99; pairs of bytes of
    /// other encodings stay below 0.5.
    private static let plausibleShare = 0.9

    /// UTF-16 without a mark: there are NUL bytes, and the pairs are plausible characters when read from one side.
    func utf16() -> TextEncoding? {
        guard bytes.count >= 4, let nul, nul < length else { return nil }
        var plausible = (little: 0, big: 0)
        let units = length / 2
        for unit in 0..<units {
            let (first, second) = (bytes[unit * 2], bytes[unit * 2 + 1])
            if Self.isPlausible(UInt16(second) << 8 | UInt16(first)) { plausible.little += 1 }
            if Self.isPlausible(UInt16(first) << 8 | UInt16(second)) { plausible.big += 1 }
        }
        let needed = Int((Double(units) * Self.plausibleShare).rounded(.up))
        guard max(plausible.little, plausible.big) >= needed else { return nil }
        return plausible.little >= plausible.big ? .utf16Little : .utf16Big
    }

    private static func isPlausible(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2010...0x203B, 0x2460...0x249B: true
        case 0x3000...0x301F, 0x3400...0x9FFF, 0xFF00...0xFFEF, 0xFEFF: true
        default: false
        }
    }

    // MARK: UTF-8 with damage

    /// Share of the bytes above 0x7F that valid three-byte sequences of ideographs and their marks must make up for a
    /// text to be damaged UTF-8. GB18030 and Big5 read as UTF-8 stay below 0.1.
    private static let utf8Share = 0.5

    /// True where a text that is no valid UTF-8 is UTF-8 nevertheless.
    func isDamagedUTF8() -> Bool {
        var high = 0
        var inSequences = 0
        var index = 0
        while index < length {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            if (0xE2...0xEF).contains(bytes[index]), index + 2 < length, bytes[index + 1] & 0xC0 == 0x80,
                bytes[index + 2] & 0xC0 == 0x80
            {
                high += 3
                inSequences += 3
                index += 3
            } else {
                high += 1
                index += 1
            }
        }
        return high > 0 && Double(inSequences) >= Self.utf8Share * Double(high)
    }

    // MARK: GB18030 and Big5

    /// Share of the double bytes that must be frequent characters. Of 550 acts each has at least 0.98 in its own encoding
    /// and at most 0.67 in the other.
    private static let frequentShare = 0.75
    /// Share of bytes above 0x7F that may stand in no double byte.
    private static let strayShare = 0.05

    /// The encoding of two bytes that the bytes speak for against a declared one: nearly all are frequent characters in it,
    /// and few in the declared one. A text of a Latin script has no such pairs.
    func doubleByte(against declared: TextEncoding) -> TextEncoding? {
        guard [.windows1252, .big5, .gb18030].contains(declared), let other = doubleByte(), other != declared else {
            return nil
        }
        let shares: [TextEncoding: Double] = [
            .gb18030: share(isTrail: Self.isTrailOfGB, isFrequent: Self.isFrequentInGB),
            .big5: share(isTrail: Self.isTrailOfBig5, isFrequent: Self.isFrequentInBig5),
        ]
        return shares[other] ?? 0 >= Self.surelyFrequent && shares[declared] ?? 0 < Self.frequentShare ? other : nil
    }

    private static let surelyFrequent = 0.9

    /// GB18030 or Big5, whichever makes the text one of frequent characters; nil where neither does.
    func doubleByte() -> TextEncoding? {
        let found: [(encoding: TextEncoding, share: Double)] = [
            (.gb18030, share(isTrail: Self.isTrailOfGB, isFrequent: Self.isFrequentInGB)),
            (.big5, share(isTrail: Self.isTrailOfBig5, isFrequent: Self.isFrequentInBig5)),
        ]
        guard let best = found.max(by: { $0.share < $1.share }), best.share >= Self.frequentShare else { return nil }
        return best.encoding
    }

    /// Share of frequent characters among double bytes; 0 where too many bytes stand alone.
    private func share(isTrail: (UInt8) -> Bool, isFrequent: (UInt8, UInt8) -> Bool) -> Double {
        var pairs = 0
        var frequent = 0
        var alone = 0
        var index = 0
        while index < length {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            guard (0x81...0xFE).contains(lead), index + 1 < bytes.count, isTrail(bytes[index + 1]) else {
                alone += 1
                index += 1
                continue
            }
            pairs += 1
            if isFrequent(lead, bytes[index + 1]) { frequent += 1 }
            index += 2
        }
        guard pairs > 0, Double(alone) <= Self.strayShare * Double(pairs * 2 + alone) else { return 0 }
        return Double(frequent) / Double(pairs)
    }

    private static func isTrailOfGB(_ byte: UInt8) -> Bool { (0x30...0xFE).contains(byte) && byte != 0x7F }

    private static func isTrailOfBig5(_ byte: UInt8) -> Bool {
        (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte)
    }

    /// Marks and the 3,755 frequent ideographs of GB 2312 (rows 1–3 and 16–55).
    private static func isFrequentInGB(_ lead: UInt8, _ trail: UInt8) -> Bool {
        trail >= 0xA1 && ((0xA1...0xA3).contains(lead) || (0xB0...0xD7).contains(lead))
    }

    /// Marks and the 5,401 frequent ideographs of Big5 (A4 40 to C6 7E).
    private static func isFrequentInBig5(_ lead: UInt8, _ trail: UInt8) -> Bool {
        (0xA1...0xA3).contains(lead) || (0xA4...0xC5).contains(lead) || (lead == 0xC6 && trail <= 0x7E)
    }

    // MARK: Windows-1252

    /// True where the only bytes above 0x7F are curly quotation marks, dashes, ellipses, section marks and no-break
    /// spaces of Windows-1252, which stand alone.
    func isWindowsPunctuation() -> Bool {
        let marks: Set<UInt8> = [0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0, 0xA7]
        return bytes[..<length].allSatisfy { $0 < 0x80 || marks.contains($0) }
    }
}
