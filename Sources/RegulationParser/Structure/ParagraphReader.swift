import RegulationModel

/// Reads the paragraphs of an article or section out of its text.
struct ParagraphReader {
    private let scanner: Scanner
    private let segments: SegmentReader
    /// The last point of the provision read before.
    private var running: ListReading?

    init(document: Document) {
        scanner = document.scanner
        segments = SegmentReader(document: document)
    }

    /// The paragraphs of the text `region`, which begins on line `firstLine`, and what was noticed about their lists.
    mutating func paragraphs(
        in region: ByteSpan, firstLine: Int, parent: EId
    ) -> (paragraphs: [Provision], findings: [Diagnostic]) {
        let segments = segments.segments(in: region, firstLine: firstLine)
        guard segments.allSatisfy({ $0.mark == nil }) else {
            return ParagraphBuilder.build(segments, parent: parent, scanner: scanner, running: &running)
        }
        return (plain(segments, parent), [])
    }

    /// Paragraphs without lists: a piece of text each, with the broken lines that go on with it.
    private func plain(_ segments: [Segment], _ parent: EId) -> [Provision] {
        var paragraphs: [Provision] = []
        paragraphs.reserveCapacity(segments.count)
        var first = 0
        while first < segments.count {
            let next = segments[(first + 1)...].firstIndex { !$0.continuesLine } ?? segments.count
            let text = segments[first..<next].map(\.span)
            let number = ProvisionNumber(paragraphs.count + 1)
            paragraphs.append(
                Provision(
                    level: .paragraph, eId: parent.child(.paragraph, number), number: number, mark: nil,
                    span: ByteSpan(text[0].start, text[text.count - 1].end), text: text))
            first = next
        }
        return paragraphs
    }
}
