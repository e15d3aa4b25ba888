/// A file made into valid UTF-8.
struct DecodedFile {
    var bytes: [UInt8] = []
    /// What stands for bytes that could not be decoded.
    var replacements = Replacements()
    var encoding = TextEncoding.utf8
    /// How the encoding is known.
    var evidence = EncodingEvidence.bytes
    /// A label or declaration that does not hold.
    var contradicted: String?
    /// True where it is known that the text holds no NUL.
    var isWithoutNul = false
    /// True where the C library lacks the conversion, so that the bytes were read as UTF-8.
    var isUnsupported = false
}

/// One U+FFFD and the bytes of the file it stands for.
struct Replacement {
    /// Offset in the decoded text.
    let offset: Int
    /// Offset in the file.
    let fileOffset: Int
    let badBytes: [UInt8]
}

/// All replacement marks that decoding put: how many, for how many bytes, and where the first of them stand.
struct Replacements {
    /// The first marks, ascending.
    private(set) var listed: [Replacement] = []
    private(set) var count = 0
    private(set) var byteCount = 0

    /// Marks that are listed: more than any message shows, and few enough for a file that is bad from end to end.
    private static let mostListed = 10_000

    mutating func add(at offset: Int, for badBytes: ArraySlice<UInt8>) {
        count += 1
        byteCount += badBytes.count
        guard listed.count < Self.mostListed else { return }
        listed.append(Replacement(offset: offset, fileOffset: badBytes.startIndex, badBytes: Array(badBytes)))
    }
}
