/// Text that is no regulation, as a table that people write beside the acts, decoded as the acts are.
public struct PlainText: Sendable {
    /// The text in UTF-8, without a byte order mark.
    public let bytes: [UInt8]
    /// Offset in `bytes` of the first U+FFFD that stands for bytes that could not be decoded; nil where all could.
    public let firstReplacement: Int?

    /// Decodes a file by its byte order mark and its bytes.
    public init(decoding input: [UInt8]) {
        let decoded = TextDecoder(file: SourceFile(bytes: input, name: "-")).decode()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = decoded.bytes.starts(with: mark) ? mark.count : 0
        bytes = start > 0 ? Array(decoded.bytes.dropFirst(start)) : decoded.bytes
        firstReplacement = decoded.replacements.listed.first.map { $0.offset - start }
    }
}
