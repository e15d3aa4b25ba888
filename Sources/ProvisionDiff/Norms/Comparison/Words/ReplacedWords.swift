import RegulationModel

/// Words in the place of others, thing by thing: 工作报酬，休息休假 for 劳动报酬 names one thing more.
struct ReplacedWords {
    /// What stands between marks and joints.
    struct Element {
        let span: ByteSpan
        /// Whether marks or joints set it off from the words around it.
        let isBounded: Bool
        fileprivate let letters: [UInt32]
    }

    /// Elements of the base that stand for none of the other side, and the reverse, where some stand for each other.
    let lost: [Element]
    let gained: [Element]
    /// Whether both sides are made of the same letters.
    let isReordered: Bool
    /// Whether things are named and no clauses: a few letters on one side, not many on the other.
    let isShort: Bool

    private static let fewLetters = 10
    private static let mostLetters = 24

    /// - Parameters:
    ///   - one: the words of the unit of the base that the segment is cut from.
    ///   - two: those of the unit of the other side.
    init(
        _ segment: Segment, base: NormComparison.Side, other: NormComparison.Side, one: [ByteSpan], two: [ByteSpan]
    ) {
        let first = segment.base.flatMap { Self.elements($0, base, in: one) }
        let second = segment.other.flatMap { Self.elements($0, other, in: two) }
        // 年度培训、专项培训 for 定期培训 divides it.
        let lost = first.filter { element in
            !second.contains { Self.alike(element.letters, $0.letters) >= Self.leastAlike }
        }
        let gained = second.filter { element in
            !first.contains { Self.alike(element.letters, $0.letters) >= Self.leastAlike }
        }
        // Those that have nothing in common and stand for each other are one change.
        let isOneChange = lost.count == first.count && !first.isEmpty && !second.isEmpty
        self.lost = isOneChange ? [] : lost
        self.gained = isOneChange ? [] : gained
        let counts = [first, second].map { $0.reduce(0) { $0 + $1.letters.count } }.sorted()
        isShort = counts[0] <= Self.fewLetters && counts[1] <= Self.mostLetters
        isReordered = first.flatMap(\.letters).sorted() == second.flatMap(\.letters).sorted()
    }

    /// Letters that two elements have in common, by those of the shorter one, from which on they stand for each other.
    private static let leastAlike = 0.5

    private static func alike(_ one: [UInt32], _ two: [UInt32]) -> Double {
        var rest = two
        var shared = 0
        for letter in one {
            guard let place = rest.firstIndex(of: letter) else { continue }
            rest.remove(at: place)
            shared += 1
        }
        return Double(shared) / Double(max(1, min(one.count, two.count)))
    }

    private static let marks = Set("，,；;。、：:".unicodeScalars.map(\.value))
    private static let joints = ["或者", "以及"].map { $0.unicodeScalars.map(\.value) }

    private static func elements(_ span: ByteSpan, _ side: NormComparison.Side, in unit: [ByteSpan]) -> [Element] {
        let text = NormText(side.regulation.source, [span], language: side.regulation.language)
        let letters = text.scalars
        var elements: [Element] = []
        var start = 0
        var index = 0
        func add(upTo end: Int, isLast: Bool) {
            guard end > start else { return }
            let part = text.span(start..<end)
            let opens = start > 0 || isSetOff(before: part.start, side, unit)
            let closes = !isLast || isSetOff(behind: part.end, side, unit)
            elements.append(
                Element(
                    span: part, isBounded: opens && closes,
                    letters: NeighbourLetters.letters([part], side.regulation)))
        }
        while index < letters.count {
            let joint = joints.first { letters[index...].starts(with: $0) }
            guard marks.contains(letters[index]) || joint != nil else {
                index += 1
                continue
            }
            add(upTo: index, isLast: false)
            index += joint?.count ?? 1
            start = index
        }
        add(upTo: letters.count, isLast: true)
        return elements
    }

    private static let bytes =
        "，；。、：".unicodeScalars.map { Array(String($0).utf8) } + ["或者", "以及", "和", "及", "与"].map { Array($0.utf8) }

    private static func isSetOff(before offset: Int, _ side: NormComparison.Side, _ unit: [ByteSpan]) -> Bool {
        let text = side.regulation.source.bytes
        return unit.contains { $0.start == offset }
            || bytes.contains { offset >= $0.count && text[(offset - $0.count)..<offset].elementsEqual($0) }
    }

    private static func isSetOff(behind offset: Int, _ side: NormComparison.Side, _ unit: [ByteSpan]) -> Bool {
        let text = side.regulation.source.bytes
        return unit.contains { $0.end == offset } || bytes.contains { text[offset...].starts(with: $0) }
    }
}
