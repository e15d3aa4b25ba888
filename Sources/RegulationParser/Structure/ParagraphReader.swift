import RegulationModel

/// Reads the paragraphs of an article or section out of its text.
struct ParagraphReader {
    private let reader: SegmentReader
    private var builder: ParagraphBuilder
    /// The segments of the provision that is read; kept for the storage.
    private var segments: [Segment] = []

    init(document: Document) {
        reader = SegmentReader(document: document)
        builder = ParagraphBuilder(scanner: document.scanner)
    }

    /// The paragraphs of the text `region`, which begins on line `firstLine`, and what was noticed about their lists.
    mutating func paragraphs(
        in region: ByteSpan, firstLine: Int, parent: EId
    ) -> (paragraphs: [Provision], findings: [Diagnostic]) {
        segments.removeAll(keepingCapacity: true)
        reader.addSegments(in: region, firstLine: firstLine, to: &segments)
        guard segments.allSatisfy({ $0.mark == nil }) else { return builder.build(segments, parent: parent) }
        return (plain(parent), [])
    }

    /// Paragraphs without lists: a piece of text each, with the broken lines that go on with it.
    private func plain(_ parent: EId) -> [Provision] {
        var paragraphs: [Provision] = []
        paragraphs.reserveCapacity(segments.count)
        var first = 0
        while first < segments.count {
            var next = first + 1
            while next < segments.count, segments[next].continuesLine { next += 1 }
            let number = ProvisionNumber(paragraphs.count + 1)
            let eId = parent.child(.paragraph, number)
            paragraphs.append(
                next == first + 1 ? whole(segments[first], eId, number) : broken(first..<next, eId, number))
            first = next
        }
        return paragraphs
    }

    private func whole(_ segment: Segment, _ eId: EId, _ number: ProvisionNumber) -> Provision {
        Provision(level: .paragraph, eId: eId, number: number, mark: nil, span: segment.span, onlyText: segment.span)
    }

    /// A paragraph of several lines.
    private func broken(_ range: Range<Int>, _ eId: EId, _ number: ProvisionNumber) -> Provision {
        let text = segments[range].map(\.span)
        let span = ByteSpan(text[0].start, text[text.count - 1].end)
        return Provision(level: .paragraph, eId: eId, number: number, mark: nil, span: span, text: text)
    }
}
