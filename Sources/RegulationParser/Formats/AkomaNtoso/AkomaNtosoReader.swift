import RegulationModel

/// Reads Akoma Ntoso.
struct AkomaNtosoReader {
    let limits: ReadingLimits
    static func isAkomaNtoso(_ bytes: [UInt8]) -> Bool { false }
    func read(_ bytes: [UInt8]) -> ExtractedText { ExtractedText() }
}
