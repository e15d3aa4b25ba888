import RegulationModel

/// Puts the text that is read together out of the units of a page: what stands before the act, the act in one piece, what
/// stood in it and belongs to the page, what stands behind.
struct PageComposer {
    let text: PageText
    let units: [PageUnit]
    let fates: [PageFate]

    /// Where a stretch of the page's text stands in the text that is read.
    private struct Moved {
        let from: Int
        let end: Int
        let to: Int
    }

    private var bytes: [UInt8] = []
    private var outside: [DocumentPart] = []
    private var moved: [Moved] = []
    /// The same in the order of the page.
    private var ordered: [Moved] = []

    init(text: PageText, units: [PageUnit], fates: [PageFate]) {
        self.text = text
        self.units = units
        self.fates = fates
    }

    mutating func compose() -> ExtractedText {
        bytes.reserveCapacity(text.bytes.count + units.count)
        let last = fates.lastIndex(of: .act)
        var inserts: [(Int, PartKind)] = []
        for (index, fate) in fates.enumerated() {
            switch fate {
            case .act: add(index, nil)
            case .note: add(index, .adoptionNote)
            case .insert(let kind): inserts.append((index, kind))
            case .outside(let kind): add(index, kind)
            }
            guard index == last || (last == nil && index == fates.count - 1) else { continue }
            for kind in PartKind.allCases { for insert in inserts where insert.1 == kind { add(insert.0, kind) } }
            inserts = []
        }
        ordered = moved.sorted { $0.from < $1.from }
        var result = ExtractedText(bytes: bytes)
        result.outside = outside
        result.anchors = anchors()
        return result
    }

    private mutating func add(_ index: Int, _ kind: PartKind?) {
        let unit = units[index]
        let start = bytes.count
        var from = unit.span.start
        for joint in unit.joints {
            copy(from, joint.offset)
            bytes.append(joint.separator)
            from = joint.offset
        }
        copy(from, unit.span.end)
        bytes.append(0x0A)
        guard let kind else { return }
        outside.join(DocumentPart(kind, ByteSpan(start, bytes.count)))
    }

    private mutating func copy(_ from: Int, _ end: Int) {
        guard end > from else { return }
        moved.append(Moved(from: from, end: end, to: bytes.count))
        bytes.append(contentsOf: text.bytes[from..<end])
    }

    // MARK: Places

    private func anchors() -> [TextAnchor] {
        var anchors: [TextAnchor] = []
        anchors.reserveCapacity(text.runs.count)
        for stretch in moved {
            var index = run(at: stretch.from) ?? text.runs.count
            while index < text.runs.count, Int(text.runs[index].offset) < stretch.end {
                let run = text.runs[index]
                let offset = max(stretch.from, Int(run.offset))
                let behind = scalars(in: Int(run.offset)..<offset)
                anchors.append(
                    TextAnchor(
                        offset: stretch.to + offset - stretch.from, line: Int(run.line),
                        column: Int(run.column) + behind))
                index += 1
            }
        }
        return anchors
    }

    private func scalars(in range: Range<Int>) -> Int {
        text.bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }

    /// The run that holds an offset of the page's text.
    private func run(at offset: Int) -> Int? {
        let next = firstIndex(text.runs.count) { Int(text.runs[$0].offset) > offset }
        return next > 0 ? next - 1 : nil
    }

    /// Where a place in the page's own text stands in the text that is read; the end where it stands nowhere.
    func place(ofText offset: Int) -> Int {
        let next = firstIndex(ordered.count) { ordered[$0].end > offset }
        guard next < ordered.count else { return bytes.count }
        let stretch = ordered[next]
        return stretch.to + max(0, offset - stretch.from)
    }

    /// The same for a place in the page: that of the text nearest behind it, where it stands in none.
    func place(ofPage offset: Int) -> Int {
        let next = firstIndex(text.runs.count) { Int(text.runs[$0].source) > offset }
        guard next > 0 else { return place(ofText: 0) }
        let run = text.runs[next - 1]
        let end = next < text.runs.count ? Int(text.runs[next].offset) : text.bytes.count
        let inside = Int(run.offset) + offset - Int(run.source)
        return wholeScalar(place(ofText: inside < end ? inside : end))
    }

    /// The start of the character an offset lies in.
    private func wholeScalar(_ offset: Int) -> Int {
        var start = offset
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The first index from which on a condition holds.
    private func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
