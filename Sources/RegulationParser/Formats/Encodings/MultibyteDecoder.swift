/// Decodes a text by the C library's conversions; bad bytes become U+FFFD each.
struct MultibyteDecoder {
    let encoding: TextEncoding
    let input: [UInt8]

    private static let mark: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The text; as UTF-8 where the C library lacks the conversion.
    func decode() -> DecodedFile {
        let names = encoding.conversions
        guard let name = names.first, let conversion = Conversion(from: name) else {
            var result = decodeUTF8(input)
            result.encoding = encoding
            result.isUnsupported = true
            return result
        }
        let others = names.dropFirst().map(LateConversion.init(from:))
        var result = DecodedFile(encoding: encoding)
        result.bytes.reserveCapacity(input.count + input.count / 2)
        var position = 0
        while case .badBytes(let bad) = conversion.convert(input, from: position, to: input.count, into: &result.bytes)
        {
            let length = badLength(at: bad)
            if let character = restored(bad, length, others) {
                result.bytes += character
            } else {
                result.replacements.add(at: result.bytes.count, for: input[bad..<bad + length])
                result.bytes += Self.mark
            }
            position = bad + length
        }
        return result
    }

    /// A character the first conversion lacks and another has; 0x80 in GBK is the euro sign, as browsers read it.
    private func restored(_ bad: Int, _ length: Int, _ others: [LateConversion]) -> [UInt8]? {
        if encoding == .gb18030, input[bad] == 0x80 { return utf8("€") }
        guard length == 2 else { return nil }
        for conversion in others {
            if let character = conversion.character(input, from: bad, to: bad + length) { return character }
        }
        return nil
    }

    /// How many bytes belong to what is bad at `index`: a character's whole width where the bytes have its form, so that
    /// what follows is not misread; an ASCII byte behind a lone lead is text (Encoding Standard, §10 and §11).
    private func badLength(at index: Int) -> Int {
        let left = input.count - index
        let byte = input[index]
        switch encoding {
        case .utf16Little, .utf16Big: return min(2, left)
        case .utf32Little, .utf32Big: return min(4, left)
        case .gb18030:
            guard (0x81...0xFE).contains(byte), left >= 2 else { return 1 }
            if left >= 4, (0x30...0x39).contains(input[index + 1]), (0x81...0xFE).contains(input[index + 2]),
                (0x30...0x39).contains(input[index + 3])
            {
                return 4
            }
            return input[index + 1] >= 0x80 && input[index + 1] != 0xFF ? 2 : 1
        case .big5, .shiftJIS, .eucJP, .eucKR:
            guard (0x81...0xFE).contains(byte), left >= 2 else { return 1 }
            if encoding == .big5, (0x40...0x7E).contains(input[index + 1]), byte >= 0xA1 { return 2 }
            return input[index + 1] >= 0xA1 && input[index + 1] != 0xFF ? 2 : 1
        case .utf8, .windows1252: return 1
        }
    }
}
