import RegulationModel

/// A text put together out of stretches of a file, with where each stands in it.
struct MovedText {
    private(set) var bytes: [UInt8] = []
    private(set) var anchors: [TextAnchor] = []
    /// Where stretches of the file went.
    private var moved: [(from: Int, to: Int, length: Int)] = []
    /// True where the stretches stand in the text in another order than in the file.
    private var isReordered = false
    private let file: [UInt8]

    init(_ file: [UInt8]) {
        self.file = file
        bytes.reserveCapacity(file.count + 1)
    }

    /// Adds a stretch of the file; line and column are those of its first character in the file, from 1.
    mutating func copy(_ range: Range<Int>, line: Int, column: Int) {
        anchors.append(TextAnchor(offset: bytes.count, line: line, column: column))
        isReordered = isReordered || range.lowerBound < moved.last?.from ?? 0
        moved.append((range.lowerBound, bytes.count, range.count))
        bytes += file[range]
    }

    /// Adds what stands for something in the file.
    mutating func add(_ text: [UInt8]) { bytes += text }

    /// Puts the stretches in the order of the file, so that places can be asked for.
    mutating func finish() {
        if isReordered { moved.sort { $0.from < $1.from } }
    }

    /// Where an offset in the file stands in the text: in a stretch that went there, or at its end.
    func place(of offset: Int) -> Int {
        var (low, high) = (0, moved.count)
        while low < high {
            let middle = (low + high) / 2
            if moved[middle].from <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let stretch = moved[low - 1]
        return stretch.to + min(offset - stretch.from, stretch.length)
    }

    /// The text as readers of files give it, with what was noticed when the file was decoded.
    func extracted(_ decoded: DecodedFile, readsMarkdown: Bool, outside: [DocumentPart]) -> ExtractedText {
        var text = ExtractedText(bytes: bytes, readsMarkdown: readsMarkdown, outside: outside)
        text.anchors = anchors
        text.findings = EncodingFindings(decoded: decoded, text: bytes) { place(of: $0) }.all()
        text.replacedOffsets = Set(decoded.replacements.listed.map { place(of: $0.offset) })
        return text
    }
}
