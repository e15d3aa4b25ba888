import RegulationModel

/// Characters that no reader sees and that hide words from a search: zero-width spaces and joiners, soft hyphens, word
/// joiners, marks of direction (Unicode 16, general category Cf).
///
/// At the edges of words they are white space. Inside words of Latin letters or ideographs they are left out, and said to
/// be; other scripts write with joiners.
struct InvisibleCharacters {
    private let text: ExtractedText
    private let scanner: Scanner
    private var kept = MappedBytes()
    private var anchors: [TextAnchor] = []
    private var kinds: Set<UInt32> = []
    private var count = 0
    private var first: Int?
    /// Place in the file.
    private var place = (line: 1, column: 1)
    private var nextAnchor = 0
    private var needsAnchor = false

    static func isOne(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    private init(_ text: ExtractedText, _ scanner: Scanner) {
        self.text = text
        self.scanner = scanner
    }

    /// The text without those inside words; nil where there are none.
    static func leftOut(of text: ExtractedText, _ scanner: Scanner) -> ExtractedText? {
        var reader = InvisibleCharacters(text, scanner)
        reader.read()
        return reader.count > 0 ? reader.result() : nil
    }

    /// True for characters of the scripts in which no word needs them: Latin, and those of East Asia.
    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0x21...0x24F: !isOne(value) && !Scanner.isSpace(value)
        case 0x2010...0x2027, 0x2030...0x205E, 0x2460...0x24FF, 0x2E80...0x2FFF, 0x3001...0xA4CF, 0xF900...0xFAFF,
            0xFF01...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private mutating func read() {
        var index = 0
        var isInWord = false
        let end = scanner.bytes.count
        if text.anchors.isEmpty { needsAnchor = true }
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            takeAnchor(at: index)
            if isInWord, Self.isOne(value) {
                let behind = behindRun(from: index, end)
                if behind < end, Self.isPlain(scanner.scalar(at: behind).value) {
                    leaveOut(from: index, to: behind)
                    index = behind
                    continue
                }
            }
            keep(ByteSpan(index, index + length), value)
            isInWord = Self.isPlain(value)
            index += length
        }
    }

    /// Where a run of them ends; not beyond the next anchor, so that each place stays what it is.
    private func behindRun(from start: Int, _ end: Int) -> Int {
        let anchor = nextAnchor < text.anchors.count ? Int(text.anchors[nextAnchor].offset) : end
        var index = start
        while index < min(end, anchor) {
            let (value, length) = scanner.scalar(at: index)
            guard Self.isOne(value) else { break }
            index += length
        }
        return index
    }

    private mutating func leaveOut(from start: Int, to end: Int) {
        first = first ?? kept.bytes.count
        var index = start
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            kinds.insert(value)
            count += 1
            place.column += 1
            index += length
        }
        kept.skip(ByteSpan(start, end))
        needsAnchor = true
    }

    private mutating func keep(_ span: ByteSpan, _ value: UInt32) {
        if needsAnchor {
            anchors.append(TextAnchor(offset: kept.bytes.count, line: place.line, column: place.column))
            needsAnchor = false
        }
        kept.keep(text.bytes[span.range])
        // A byte order mark takes no column.
        if span.start > 0 || value != 0xFEFF { place.column += 1 }
        guard text.anchors.isEmpty else { return }
        let isBreak = value == 0x0A || (value == 0x0D && (span.end >= text.bytes.count || text.bytes[span.end] != 0x0A))
        if isBreak {
            place = (place.line + 1, 1)
            needsAnchor = true
        }
    }

    private mutating func takeAnchor(at index: Int) {
        while nextAnchor < text.anchors.count, Int(text.anchors[nextAnchor].offset) <= index {
            place = (Int(text.anchors[nextAnchor].line), Int(text.anchors[nextAnchor].column))
            needsAnchor = true
            nextAnchor += 1
        }
    }

    private func result() -> ExtractedText {
        var result = text
        result.bytes = kept.bytes
        result.anchors = anchors
        result.outside = text.outside.map { DocumentPart($0.kind, kept.span($0.span)) }
        result.findings = text.findings.map {
            Diagnostic($0.id, kept.span($0.span), $0.message, provision: $0.provision)
        }
        result.replacedOffsets = Set(text.replacedOffsets.map(kept.place(of:)))
        let names = kinds.sorted().map { "U+" + ($0 < 0x100 ? "00" : "") + String($0, radix: 16, uppercase: true) }
        let message =
            count == 1
            ? "A character that cannot be seen (\(names[0])) stands inside a word; it was left out of the text."
            : "\(count) characters that cannot be seen (\(names.joined(separator: ", "))) stand inside words, the first "
                + "here; they were left out of the text."
        let start = first ?? 0
        result.findings.append(Diagnostic(.textInvisible, ByteSpan(start, start), message))
        return result
    }
}

/// Bytes of which some are left out, with where the others went.
private struct MappedBytes {
    private(set) var bytes: [UInt8] = []
    /// What was left out: where it ends, and how many bytes were left out up to there.
    private var skipped: [(start: Int, end: Int, total: Int)] = []

    mutating func keep(_ piece: ArraySlice<UInt8>) { bytes += piece }

    mutating func skip(_ span: ByteSpan) {
        skipped.append((span.start, span.end, (skipped.last?.total ?? 0) + span.length))
    }

    /// Where a place went; one that was left out went to what stands behind it.
    func place(of offset: Int) -> Int {
        var (low, high) = (0, skipped.count)
        while low < high {
            let middle = (low + high) / 2
            if skipped[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let last = skipped[low - 1]
        return max(offset, last.end) - last.total
    }

    func span(_ span: ByteSpan) -> ByteSpan { ByteSpan(place(of: span.start), place(of: span.end)) }
}
