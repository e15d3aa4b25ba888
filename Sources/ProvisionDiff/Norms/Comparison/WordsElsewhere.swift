import RegulationModel

/// Tells whether words that one side of a comparison lacks stand in another of its provisions that answer, within one
/// language: a paragraph that was divided, or a list that was written out, takes nothing away.
struct WordsElsewhere {
    private let base: [UInt32]
    private let other: [UInt32]
    private let sides: (base: Regulation, other: Regulation)

    /// - Parameters:
    ///   - base: the articles of the base that are compared at once.
    ///   - other: those of the other text.
    init(_ sides: (base: Regulation, other: Regulation), base: [EId], other: [EId]) {
        self.sides = sides
        self.base = Self.letters(base.flatMap { sides.base.provision(at: $0)?.allText ?? [] }, sides.base)
        self.other = Self.letters(other.flatMap { sides.other.provision(at: $0)?.allText ?? [] }, sides.other)
    }

    /// A difference that says something is on one side only, although its words stand on the other side too.
    func answers(_ difference: NormDifference) -> Bool {
        guard sides.base.language == sides.other.language, difference.base.isEmpty != difference.other.isEmpty else {
            return false
        }
        let isInBase = !difference.base.isEmpty
        let (spans, own, facing) =
            isInBase ? (difference.base, sides.base, other) : (difference.other, sides.other, base)
        switch difference.reason {
        case .duty, .ban, .valueMissing, .scope, .control, .levels, .sanctions:
            return spans.allSatisfy { span in
                Self.contains(facing, Self.letters([Self.clause(around: span, own)], own))
            }
        case .item, .paragraph:
            return spans.allSatisfy { Self.holds(facing, Self.letters([$0], own)) }
        default: return false
        }
    }

    // MARK: Words

    /// Letters without marks and white space, folded.
    private static func letters(_ spans: [ByteSpan], _ regulation: Regulation) -> [UInt32] {
        Folding.letters(Folding.scalars(of: regulation.source.flowedScalars(spans))).map(\.value)
    }

    /// From a word to the next mark, and back to the one before: the clause that says it.
    private static func clause(around span: ByteSpan, _ regulation: Regulation) -> ByteSpan {
        let bytes = regulation.source.bytes
        let marks: [[UInt8]] = ["，", "。", "；", "：", ", ", "; ", ". ", "\n"].map { Array($0.utf8) }
        func isMark(_ index: Int) -> Int? {
            marks.first { bytes[index...].starts(with: $0) }?.count
        }
        var end = span.end
        while end < bytes.count, isMark(end) == nil { end += 1 }
        var start = span.start
        while start > 0, isMark(start - 1) == nil, start > 2 ? isMark(start - 3) == nil : true { start -= 1 }
        return ByteSpan(start, end)
    }

    /// A clause of fewer letters may stand anywhere.
    private static let shortest = 5

    private static func contains(_ text: [UInt32], _ words: [UInt32], atLeast least: Int = shortest) -> Bool {
        guard words.count >= least, words.count <= text.count else { return false }
        return (0...(text.count - words.count)).contains { place in
            text[place] == words[0] && text[place..<(place + words.count)].elementsEqual(words)
        }
    }

    /// Share of the pairs of neighbouring letters of an item that stand on the other side too. Items written out keep
    /// nearly all; of other items of one matter less than half stand there.
    private static let kept = 0.85
    /// Shorter items must stand there as they are.
    private static let shortItem = 10

    /// True where a text holds the words of an item; its mark, up to three letters, may be another one.
    private static func holds(_ text: [UInt32], _ words: [UInt32]) -> Bool {
        if words.count < shortItem {
            return (0...min(3, max(0, words.count - 3))).contains {
                contains(text, Array(words.dropFirst($0)), atLeast: 3)
            }
        }
        let pairs = Set(zip(text, text.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
        let own = zip(words, words.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
        return Double(own.count(where: pairs.contains)) >= kept * Double(own.count)
    }
}
