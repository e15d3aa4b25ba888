/// How an encoding is known.
enum EncodingEvidence {
    /// A person named it.
    case request
    /// A byte order mark.
    case mark
    /// The file, or the message it came in, declares it.
    case declaration
    /// The bytes are valid UTF-8 or nothing else.
    case bytes
    /// Statistics of the bytes.
    case statistics
}

/// Decodes a file by what a person, a byte order mark, the bytes themselves and a declaration say, in this order.
///
/// Valid UTF-8 goes before a declaration: of 550 acts written as GB18030 or Big5 none is valid UTF-8 by accident. A declaration goes before statistics unless it makes far more bad bytes than another encoding does.
struct TextDecoder {
    let file: SourceFile

    private var bytes: [UInt8] { file.bytes }

    /// Share of characters that may be bad in a declared encoding before the bytes are asked: a damaged page keeps its
    /// declaration, a page that declares what it is not has bad bytes in every line.
    private static let badShare = 0.02

    func decode() -> DecodedFile {
        let declared = DeclaredEncoding(bytes: bytes)
        if let label = file.options.encoding {
            guard let encoding = TextEncoding(label: label) else {
                return decoded(automatic(declared), contradicting: label)
            }
            return decoded(encoding, .request)
        }
        if let mark = declared.mark() { return decoded(mark, .mark) }
        return automatic(declared)
    }

    private func decoded(_ result: DecodedFile, contradicting label: String) -> DecodedFile {
        var result = result
        result.contradicted = label
        return result
    }

    private func automatic(_ declared: DeclaredEncoding) -> DecodedFile {
        let statistics = EncodingStatistics(bytes: bytes)
        if let wide = statistics.utf16() { return decoded(wide, .statistics) }
        let label = file.declaredEncoding ?? declared.label()
        // A declaration that can be read byte by byte is not in an encoding of two bytes.
        let named = label.flatMap(TextEncoding.init(label:)).map { $0.isWide ? .utf8 : $0 }
        var plain = decodeUTF8(bytes)
        plain.isWithoutNul = statistics.nul == nil
        guard plain.replacements.count > 0 else {
            guard let label, let named, named != .utf8, plain.bytes.contains(where: { $0 >= 0x80 }) else {
                return plain
            }
            return decoded(plain, contradicting: label)
        }
        if let label, let named, let other = statistics.doubleByte(against: named) {
            return decoded(decoded(other, .statistics), contradicting: label)
        }
        if let named, named != .utf8 { return checked(decoded(named, .declaration), label: label, statistics) }
        if statistics.isDamagedUTF8() { return plain }
        let guess = statistics.doubleByte() ?? (statistics.isWindowsPunctuation() ? .windows1252 : nil)
        guard let guess else { return plain }
        let result = decoded(guess, .statistics)
        guard let label, named == .utf8 else { return result }
        return decoded(result, contradicting: label)
    }

    /// The declared reading, or the one the bytes speak for where the declared one is full of bad bytes.
    private func checked(_ result: DecodedFile, label: String?, _ statistics: EncodingStatistics) -> DecodedFile {
        let bad = result.replacements.count
        guard bad > 2, Double(bad) > Self.badShare * Double(bytes.count) / 2 else { return result }
        let other = statistics.isDamagedUTF8() ? .utf8 : statistics.doubleByte()
        guard let other, other != result.encoding else { return result }
        let second = decoded(other, .statistics)
        guard second.replacements.count * 4 < bad else { return result }
        return decoded(second, contradicting: label ?? "")
    }

    private func decoded(_ encoding: TextEncoding, _ evidence: EncodingEvidence) -> DecodedFile {
        var result = encoding == .utf8 ? decodeUTF8(bytes) : MultibyteDecoder(encoding: encoding, input: bytes).decode()
        result.evidence = evidence
        return result
    }
}
