import RegulationModel

/// Forms of one character that rules do not tell apart: traditional and simplified ideographs, wide letters and figures,
/// quotation marks, dashes. Punctuation stays as printed, since it tells the two languages apart.
enum CharacterVariants {
    /// The form that rules are written in.
    static func folded(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x80: scalar
        case 0x4E00...0x9FFF: Unicode.Scalar(scalar).map { Folding.folded($0).value } ?? scalar
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: scalar - 0xFEE0
        case 0xFF05: 0x25
        case 0x2018, 0x2019: 0x27
        case 0x201C, 0x201D: 0x22
        case 0x2010, 0x2011, 0x2013: 0x2D
        default: scalar
        }
    }
}
