import RegulationModel

/// What the bytes of a text show of its encoding: bad sequences one by one where they are few, in one finding with a
/// guess at the encoding where they are many.
struct EncodingFindings {
    let input: [UInt8]
    let decoded: DecodedText

    /// Bad sequences up to which each is a slip of its own; more of them are another encoding.
    private static let mostSlips = 20
    /// How many bad places are listed beside the finding about the whole text.
    private static let placesListed = 3

    func all() -> [Diagnostic] {
        let isOther = decoded.replacements.count > Self.mostSlips || hasSixteenBitMark
        guard isOther, let first = decoded.replacements.first else {
            return decoded.replacements.map(slip) + nul()
        }
        return [whole(first.offset)] + decoded.replacements.prefix(Self.placesListed).dropFirst().map(slip)
            + (hasSixteenBitMark ? [] : nul())
    }

    private func slip(_ replacement: (offset: Int, badBytes: [UInt8])) -> Diagnostic {
        let bytes = replacement.badBytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        let message = "Bytes \(bytes.joined(separator: " ")) are no UTF-8; U+FFFD stands in their place."
        return Diagnostic(.encodingInvalid, ByteSpan(replacement.offset, replacement.offset + 3), message)
    }

    private func whole(_ first: Int) -> Diagnostic {
        let count = decoded.replacements.reduce(0) { $0 + $1.badBytes.count }
        let guess = encoding().map { "The text looks like \($0); convert it to UTF-8." } ?? "Its encoding is unknown."
        let message =
            "\(count) bytes in \(decoded.replacements.count) places are no UTF-8, the first at byte \(first + 1) of the "
            + "file; U+FFFD stands in their place. \(guess)"
        return Diagnostic(.encodingInvalid, ByteSpan(first, first + 3), message)
    }

    private func nul() -> [Diagnostic] {
        guard let nul = decoded.bytes.firstNul else { return [] }
        let message = "The text holds NUL bytes; it may be no text, or UTF-16."
        return [Diagnostic(.encodingNul, ByteSpan(nul, nul + 1), message)]
    }

    // MARK: The guess

    private var hasSixteenBitMark: Bool { input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) }

    /// Share of bytes above 0x7F that must pair up. GB18030 has most second bytes above 0xA0, as GB 2312 had all; Big5
    /// has about two in five below 0x80.
    private static let pairedShare = 0.95
    private static let lowTrailShare = 0.15

    private func encoding() -> String? {
        if input.starts(with: [0xFF, 0xFE]) { return "UTF-16 (little-endian, by its byte order mark)" }
        if input.starts(with: [0xFE, 0xFF]) { return "UTF-16 (big-endian, by its byte order mark)" }
        var pairs = 0
        var low = 0
        var alone = 0
        var index = 0
        while index < input.count {
            guard input[index] >= 0x80 else {
                index += 1
                continue
            }
            let trail = index + 1 < input.count ? input[index + 1] : 0
            guard (0x81...0xFE).contains(input[index]), trail >= 0x40, trail != 0x7F, trail != 0xFF else {
                alone += 1
                index += 1
                continue
            }
            pairs += 1
            if trail < 0x80 { low += 1 }
            index += 2
        }
        guard pairs > 0, Double(pairs) >= Self.pairedShare * Double(pairs + alone) else { return nil }
        return Double(low) >= Self.lowTrailShare * Double(pairs) ? "Big5" : "GB18030 (GBK)"
    }
}
