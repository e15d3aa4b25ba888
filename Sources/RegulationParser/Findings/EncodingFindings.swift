import RegulationModel

/// What decoding a file showed: bad sequences one by one where they are few, in one finding where they are many; an
/// encoding that is not the declared one, or was found by statistics.
struct EncodingFindings {
    let decoded: DecodedFile
    /// The text that is read: spans count in it.
    let text: [UInt8]
    /// Where an offset of the decoded file stands in that text.
    let place: (Int) -> Int

    /// Findings of a text that is read as it was decoded.
    init(decoded: DecodedFile) {
        self.init(decoded: decoded, text: decoded.bytes) { $0 }
    }

    /// Findings of a text that was taken out of the decoded file.
    init(decoded: DecodedFile, text: [UInt8], place: @escaping (Int) -> Int) {
        self.decoded = decoded
        self.text = text
        self.place = place
    }

    /// Bad sequences up to which each is a slip of its own; more of them are another encoding, or a ruined file.
    private static let mostSlips = 20
    /// How many bad places are listed beside the finding about the whole text.
    private static let placesListed = 3

    func all() -> [Diagnostic] { encoding() + badBytes() + nul() }

    // MARK: The encoding

    private func encoding() -> [Diagnostic] {
        let name = decoded.encoding.shownName
        if decoded.isUnsupported {
            return [
                start(
                    .encodingInvalid,
                    "This system cannot decode \(name); the bytes were read as UTF-8. Convert the file to UTF-8.")
            ]
        }
        if let label = decoded.contradicted {
            return [
                start(
                    .encodingContradicted,
                    "“\(shortened(label))” is given as the encoding, but the bytes are \(name); they were read as \(name)."
                )
            ]
        }
        switch decoded.evidence {
        case .statistics:
            return [
                start(
                    .encodingDetected,
                    "No encoding is declared; by its bytes the text is \(name). Name another with --encoding if this is wrong."
                )
            ]
        case .request, .mark, .declaration, .bytes: return []
        }
    }

    private func start(_ id: DiagnosticID, _ message: String) -> Diagnostic {
        let offset = place(0)
        return Diagnostic(id, ByteSpan(offset, offset), message)
    }

    /// A label as long as labels are.
    private func shortened(_ label: String) -> String { String(label.prefix(40)) }

    // MARK: Bad bytes

    private func badBytes() -> [Diagnostic] {
        let replacements = decoded.replacements
        guard replacements.count > Self.mostSlips, let first = replacements.listed.first else {
            return replacements.listed.map(slip)
        }
        return [whole(first)] + replacements.listed.prefix(Self.placesListed).dropFirst().map(slip)
    }

    private func slip(_ replacement: Replacement) -> Diagnostic {
        let bytes = replacement.badBytes.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        let message =
            "Bytes \(bytes.joined(separator: " ")) at byte \(replacement.fileOffset + 1) of the file are no "
            + "\(decoded.encoding.shownName); U+FFFD stands in their place."
        return Diagnostic(.encodingInvalid, span(replacement), message)
    }

    private func span(_ replacement: Replacement) -> ByteSpan {
        let offset = place(replacement.offset)
        let isMarked = text.dropFirst(offset).starts(with: [0xEF, 0xBF, 0xBD])
        return ByteSpan(offset, isMarked ? offset + 3 : offset)
    }

    private func whole(_ first: Replacement) -> Diagnostic {
        let replacements = decoded.replacements
        let name = decoded.encoding.shownName
        let message =
            "\(replacements.byteCount) bytes in \(replacements.count) places are no \(name), the first at byte "
            + "\(first.fileOffset + 1) of the file; U+FFFD stands in their place. If the text is in another encoding, "
            + "name it with --encoding."
        return Diagnostic(.encodingInvalid, span(first), message)
    }

    private func nul() -> [Diagnostic] {
        guard !decoded.isWithoutNul, let nul = decoded.bytes.firstNul else { return [] }
        let message = "The text holds NUL bytes; it may be no text, or UTF-16."
        let offset = place(nul)
        let isKept = offset < text.count && text[offset] == 0
        return [Diagnostic(.encodingNul, ByteSpan(offset, isKept ? offset + 1 : offset), message)]
    }
}
