import RegulationModel

/// Tells whether words that one side of a comparison lacks stand in another of its provisions that answer, within one
/// language: a paragraph that was divided, or a list that was written out, takes nothing away.
struct WordsElsewhere {
    private let base: Facing
    private let other: Facing
    private let sides: (base: Regulation, other: Regulation)

    /// - Parameters:
    ///   - base: the articles of the base that are compared at once.
    ///   - other: those of the other text.
    init(_ sides: (base: Regulation, other: Regulation), base: [EId], other: [EId]) {
        self.sides = sides
        self.base = Facing(base, sides.base)
        self.other = Facing(other, sides.other)
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
                let clause = Self.letters([Self.clause(around: span, own)], own)
                return Self.contains(facing.letters, clause)
                    || facing.says(Self.letters([span], own), as: clause)
            }
        case .item, .paragraph:
            return spans.allSatisfy { Self.holds(facing, Self.letters([$0], own)) }
        default: return false
        }
    }

    /// What a side says in all provisions that are compared.
    private struct Facing {
        let letters: [UInt32]
        /// The letters of each clause.
        let clauses: [[UInt32]]
        /// True where some of the provisions have points.
        let hasList: Bool

        init(_ eIds: [EId], _ regulation: Regulation) {
            let provisions = eIds.compactMap(regulation.provision)
            let text = provisions.flatMap(\.allText)
            letters = WordsElsewhere.letters(text, regulation)
            let marks = Set("，。；：,;:\n".unicodeScalars)
            clauses = text.flatMap { piece in
                regulation.source.string(piece).unicodeScalars.split(whereSeparator: marks.contains)
                    .map { WordsElsewhere.letters(Folding.scalars(of: Array($0)), regulation.language) }
            }
            hasList = provisions.contains {
                $0.children.contains { child in child.children.contains { $0.level == .point } }
            }
        }

        /// Two clauses with this part of their neighbouring letters in common say the same.
        private static let alike = 0.6

        /// True where a clause has the words and says the same as another clause around them.
        func says(_ words: [UInt32], as clause: [UInt32]) -> Bool {
            guard clause.count >= WordsElsewhere.shortest else { return false }
            let own = WordsElsewhere.neighbours(clause)
            return clauses.contains { facing in
                guard WordsElsewhere.contains(facing, words, atLeast: 1) else { return false }
                let other = WordsElsewhere.neighbours(facing)
                let shared = own.count(where: Set(other).contains)
                return Double(2 * shared) >= Self.alike * Double(own.count + other.count)
            }
        }
    }

    fileprivate static func neighbours(_ letters: [UInt32]) -> [UInt64] {
        zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
    }

    // MARK: Words

    /// What is compared, folded, without marks and white space: letters of Chinese, words of English, whose letters stand
    /// beside each other in any text.
    fileprivate static func letters(_ spans: [ByteSpan], _ regulation: Regulation) -> [UInt32] {
        letters(Folding.scalars(of: regulation.source.flowedScalars(spans)), regulation.language)
    }

    fileprivate static func letters(_ folded: [Unicode.Scalar], _ language: Language) -> [UInt32] {
        switch language {
        case .chinese:
            return Folding.letters(folded).map { $0.value }
        case .english:
            return folded.split(whereSeparator: { !$0.isWordCharacter }).map { word in
                // FNV-1a, 32 bits: two words are taken for one by chance only.
                word.reduce(2_166_136_261) { ($0 ^ $1.value) &* 16_777_619 }
            }
        }
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
    fileprivate static let shortest = 5

    fileprivate static func contains(_ text: [UInt32], _ words: [UInt32], atLeast least: Int = shortest) -> Bool {
        guard words.count >= least, words.count <= text.count else { return false }
        return (0...(text.count - words.count)).contains { place in
            text[place] == words[0] && text[place..<(place + words.count)].elementsEqual(words)
        }
    }

    /// Share of the pairs of neighbouring letters of an item that stand on the other side too. Items written out keep
    /// nearly all; of other items of one matter less than half stand there.
    private static let kept = 0.85
    /// The same where the other side has no list, so that items are parts of its sentences.
    private static let keptInSentence = 0.65
    /// Shorter items must stand there as they are.
    private static let shortItem = 10

    /// True where a text holds the words of an item; its mark, up to three letters, may be another one, and 的 at its end
    /// belongs to the list.
    private static func holds(_ facing: Facing, _ item: [UInt32]) -> Bool {
        let of: UInt32 = 0x7684
        let words = item.last == of ? Array(item.dropLast()) : item
        if words.count < shortItem {
            return (0...min(3, max(0, words.count - 3))).contains {
                contains(facing.letters, Array(words.dropFirst($0)), atLeast: 3)
            }
        }
        let pairs = Set(neighbours(facing.letters))
        let own = neighbours(words)
        let share = facing.hasList ? kept : keptInSentence
        return Double(own.count(where: pairs.contains)) >= share * Double(own.count)
    }
}
