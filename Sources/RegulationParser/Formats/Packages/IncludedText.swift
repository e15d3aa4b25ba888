import RegulationModel

/// Text that a document includes from a part of another format.
enum IncludedText {
    /// Reads plain text, pages and pages with their pictures.
    static func read(_ bytes: [UInt8], type: String, name: String, limits: ReadingLimits) -> ExtractedText {
        if type.hasPrefix("text/plain") {
            let decoded = decodeUTF8(bytes)
            return ExtractedText(
                bytes: decoded.bytes, findings: EncodingFindings(input: bytes, decoded: decoded).all(),
                replacedOffsets: Set(decoded.replacements.map(\.offset)))
        }
        return .refused(.formatPart, "The document includes \(name), of a format that is not read (\(type)).")
    }
}
