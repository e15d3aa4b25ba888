import RegulationModel

/// One gloss of a dictionary.
struct DictionaryGloss {
    /// The gloss as it can stand in a provision; nil where it tells about the word and does not render it.
    let rendering: String?

    /// Renderings of more words explain.
    private static let mostWords = 5

    init(_ gloss: ArraySlice<UInt8>) {
        var plain: [UInt8] = []
        plain.reserveCapacity(gloss.count)
        var depth = 0
        var words = 0
        var place = gloss.startIndex
        while place < gloss.endIndex {
            let (change, length) = Self.parenthesis(gloss[place...])
            depth = max(0, depth + change)
            defer { place += length }
            guard depth == 0, change == 0 else { continue }
            let byte = gloss[place]
            guard byte > 0x20 else {
                if plain.last ?? 0x20 != 0x20 { plain.append(0x20) }
                continue
            }
            if plain.last ?? 0x20 == 0x20 { words += 1 }
            plain.append(byte)
        }
        if plain.last == 0x20 { plain.removeLast() }
        let isRendering = words > 0 && words <= Self.mostWords && !Self.isRemark(plain)
        rendering = isRendering ? String(decoding: plain, as: UTF8.self) : nil
    }

    /// What such a gloss begins with tells about the word.
    private static let remarks = [
        "CL:", "variant of", "old variant of", "surname ", "see ", "used in ", "also written", "also pr.", "abbr. ",
        "erhua variant", "same as ",
    ].map { Array($0.utf8) }

    private static func isRemark(_ plain: [UInt8]) -> Bool {
        if remarks.contains(where: plain.starts(with:)) { return true }
        let isPlainEnglish = plain.allSatisfy { $0 < 0xE3 }
        return !isPlainEnglish && String(decoding: plain, as: UTF8.self).unicodeScalars.contains(where: \.isHan)
    }

    /// How a parenthesis at the beginning changes the depth, and how many bytes it has; 0 and 1 for other bytes.
    private static func parenthesis(_ bytes: ArraySlice<UInt8>) -> (change: Int, length: Int) {
        switch bytes[bytes.startIndex] {
        case UInt8(ascii: "("): (1, 1)
        case UInt8(ascii: ")"): (-1, 1)
        case 0xEF where bytes.starts(with: [0xEF, 0xBC, 0x88]): (1, 3)
        case 0xEF where bytes.starts(with: [0xEF, 0xBC, 0x89]): (-1, 3)
        default: (0, 1)
        }
    }
}
