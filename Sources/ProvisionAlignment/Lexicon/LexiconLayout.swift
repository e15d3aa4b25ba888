/// How the file of the bilingual lexicon is laid out. All numbers are little-endian; each section begins at a multiple
/// of 8 bytes.
///
/// ```text
/// 0   4  "DZLX"
/// 4   2  version
/// 6   2  number of sections
/// 8   8  checksum of all that follows (FNV-1a, 64 bits)
/// 16  8  for each section, in the order of `Section`: offset and length in bytes, 4 bytes each
/// ```
package enum LexiconLayout {
    /// The parts of the file. A stem, a character and a pair of characters are known by their number.
    package enum Section: Int, CaseIterable, Sendable {
        /// For each stem, in the order of its bytes, where its text begins; one more for the end. 4 bytes each.
        case stemStarts
        /// The texts of the stems, one behind the other.
        case stemText
        /// Rarity of each stem. 1 byte each.
        case stemRarity
        /// For each character from U+4E00 to U+9FFF its number, or 0xFFFF. 2 bytes each.
        case characterNumbers
        /// Rarity of each character, in the order of Unicode. 1 byte each.
        case characterRarity
        /// For each character where its glosses begin; one more for the end. 4 bytes each.
        case characterGlosses
        /// For each character where the pairs it opens begin; one more for the end. 4 bytes each.
        case pairStarts
        /// Number of the second character of each pair, in rising order for each first character. 2 bytes each.
        case pairSeconds
        /// Rarity of each pair. 1 byte each.
        case pairRarity
        /// For each pair where its glosses begin; one more for the end. 4 bytes each.
        case pairGlosses
        /// The stem of each gloss, that of the highest probability first. 2 bytes each.
        case glossStems
        /// The square root of the probability of each gloss, in 255ths. 1 byte each.
        case glossWeights
        /// For each value of the first `formulaBucketBits` bits of a hash where the hashes that begin with it lie; one
        /// more for the end. 4 bytes each.
        case formulaStarts
        /// The `FormulaHash` of each formula, in rising order. 8 bytes each.
        case formulaHashes
        /// Rarity of each formula. 1 byte each.
        case formulaRarity
    }

    /// First bytes of the file.
    package static let magic: [UInt8] = Array("DZLX".utf8)
    /// Version of the layout.
    package static let version: UInt16 = 2
    /// Bytes before the section table.
    package static let headerLength = 16
    /// Bytes before the first section.
    package static let tableEnd = headerLength + 8 * Section.allCases.count
    /// The first ideograph that has a place in `characterNumbers`.
    package static let firstIdeograph: UInt32 = 0x4E00
    /// Number of ideographs that have a place in `characterNumbers`.
    package static let ideographs = 0x5200
    /// Stands for a character that the lexicon does not know.
    package static let noCharacter: UInt16 = 0xFFFF
    /// Bits of a hash that `formulaStarts` is looked up by; some five formulas share a place.
    package static let formulaBucketBits = 12
    /// A sequence that fewer articles have is no formula.
    package static let leastFormulaArticles = 30

    /// FNV-1a over bytes, 64 bits.
    package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// How rare something is that stands in `frequency` of `total` texts: 1 where it was never met, about 0 where it
    /// stands in all.
    package static func rarity(frequency: Int, of total: Int) -> Float {
        let scale = Elementary.ln(Double(total) + 1)
        guard scale > 0 else { return 1 }
        return Float(min(max(Elementary.ln(Double(total + 1) / (Double(frequency) + 0.5)) / scale, 0), 1))
    }

    /// How rare a formula is that stands in `frequency` of `total` articles: 1 for the rarest kept, 0 where it stands in
    /// all.
    package static func formulaRarity(frequency: Int, of total: Int) -> Float {
        let scale = Elementary.ln(Double(total) / Double(leastFormulaArticles))
        guard scale > 0, frequency > 0 else { return 1 }
        return Float(min(max(Elementary.ln(Double(total) / Double(frequency)) / scale, 0), 1))
    }

    /// The place of a hash in `formulaStarts`.
    package static func formulaBucket(_ hash: UInt64) -> Int { Int(hash >> (64 - UInt64(formulaBucketBits))) }

    /// A number in 0 … 1 as a byte.
    package static func byte(_ share: Float) -> UInt8 { UInt8((min(max(share, 0), 1) * 255).rounded()) }
}
