import RegulationModel

/// Tells whether words that one side of a comparison lacks stand in another of its provisions that answer, within one
/// language: a paragraph that was divided, or a list that was written out, takes nothing away.
struct WordsElsewhere {
    private let base: Facing
    private let other: Facing
    private let sides: (base: Regulation, other: Regulation)
    private let acts: Acts?

    /// What both acts say in all their articles: a ban that stands in another one is not lost.
    struct Acts {
        fileprivate let base: Said
        fileprivate let other: Said
        /// Their values.
        let values: QuantityComparison.Sides

        init(base: NormComparison.Side, other: NormComparison.Side) {
            self.base = Said(base)
            self.other = Said(other)
            values = QuantityComparison.Sides(base: Self.values(base), other: Self.values(other))
        }

        /// Whether an act says some letters one after the other, anywhere.
        func say(_ letters: [UInt32], inBase: Bool) -> Bool {
            WordsElsewhere.contains(inBase ? base.letters : other.letters, letters)
        }

        private static func values(_ side: NormComparison.Side) -> [ValueItem] {
            side.regulation.provisions.flatMap { provision in
                ValueReader(side: side, isAcross: false)
                    .items(
                        side.reader.norms(at: provision.eId), of: provision.eId, facing: provision.eId, row: 0,
                        isPaired: false)
            }
        }

        /// The letters of an act, and of what it bans.
        fileprivate struct Said {
            let letters: [UInt32]
            let bans: [[UInt32]]

            init(_ side: NormComparison.Side) {
                let act = side.regulation
                letters = NeighbourLetters.letters(act.provisions.flatMap(\.allText), act)
                bans = act.provisions.flatMap { side.reader.norms(at: $0.eId) }.filter { $0.modality == .mustNot }
                    .map { NeighbourLetters.letters([$0.span], act) }
            }
        }
    }

    /// - Parameters:
    ///   - base: the articles of the base that are compared at once.
    ///   - other: those of the other text.
    ///   - acts: what both acts say; nil across languages.
    init(_ sides: (base: Regulation, other: Regulation), base: [EId], other: [EId], _ acts: Acts?) {
        self.sides = sides
        self.base = Facing(base, sides.base)
        self.other = Facing(other, sides.other)
        self.acts = acts
    }

    /// A difference that says something is on one side only, although its words stand on the other side too.
    func answers(_ difference: NormDifference) -> Bool {
        guard let acts, difference.base.isEmpty != difference.other.isEmpty else { return false }
        let isInBase = !difference.base.isEmpty
        let (spans, own, facing) =
            isInBase ? (difference.base, sides.base, other) : (difference.other, sides.other, base)
        switch difference.reason {
        case .duty, .ban, .valueMissing, .scope, .control, .levels, .sanctions:
            let act = isInBase ? acts.other : acts.base
            return spans.allSatisfy { span in
                let words = NeighbourLetters.letters([span], own)
                let clause = NeighbourLetters.letters([own.clause(around: span)], own)
                return Self.contains(facing.letters, clause) || facing.says(words, as: clause)
                    || Self.orders(act, words, difference.reason)
            }
        case .item, .paragraph:
            let place = isInBase ? difference.otherProvision : difference.baseProvision
            let isParagraph = difference.reason == .paragraph
            return spans.allSatisfy { facing.holds($0, of: own, besides: place, isParagraph: isParagraph) }
        default: return false
        }
    }

    /// Letters that two words of an order have in common by chance, and the word of ban or duty before them.
    private static let leastOrder = 6
    private static let word = 2

    /// True where an act orders somewhere what a clause from its word of duty or ban on says: of bans the word itself may
    /// stand before a list.
    private static func orders(_ act: Acts.Said, _ words: [UInt32], _ reason: DifferenceReason) -> Bool {
        guard words.count >= leastOrder + word else { return false }
        switch reason {
        case .ban: return act.bans.contains { contains($0, Array(words.dropFirst(word))) }
        case .duty: return contains(act.letters, words)
        default: return false
        }
    }

    /// A clause of fewer letters may stand anywhere.
    fileprivate static let shortest = 5

    fileprivate static func contains(_ text: [UInt32], _ words: [UInt32], atLeast least: Int = shortest) -> Bool {
        words.count >= least && NeighbourLetters.contains(text, words)
    }
}

extension WordsElsewhere {
    /// What a side says in all provisions that are compared.
    private struct Facing {
        let letters: [UInt32]
        /// The letters of each clause.
        private let clauses: [[UInt32]]
        /// What stands between any two marks and joints.
        private let parts: [[UInt32]]
        /// True where some of the provisions have points.
        private let hasList: Bool
        private let regulation: Regulation

        init(_ eIds: [EId], _ regulation: Regulation) {
            let provisions = eIds.compactMap(regulation.provision)
            let text = provisions.flatMap(\.stretches)
            self.regulation = regulation
            letters = NeighbourLetters.letters(text, regulation)
            clauses = text.flatMap { stretch in
                regulation.source.flowedScalars([stretch]).split(whereSeparator: Self.marks.contains)
                    .map { NeighbourLetters.letters(Folding.scalars(of: Array($0)), regulation.language) }
            }
            parts = text.flatMap { Self.parts(of: $0, regulation) }
            hasList = provisions.contains {
                $0.children.contains { child in child.children.contains { $0.level == .point } }
            }
        }

        private static let marks = Set("，。；：,;:".unicodeScalars)
        private static let joints = Set("，。；：、（）,;:()和与及或并等".unicodeScalars)

        /// What stands between marks and joints, two letters and more.
        private static func parts(of span: ByteSpan, _ regulation: Regulation) -> [[UInt32]] {
            guard regulation.language == .chinese else { return [] }
            return regulation.source.flowedScalars([span]).split(whereSeparator: joints.contains)
                .map { NeighbourLetters.letters(Folding.scalars(of: Array($0)), .chinese) }.filter { $0.count > 1 }
        }

        /// Two clauses with this part of their neighbouring letters in common say the same.
        private static let alike = 0.6

        /// True where a clause has the words and says the same as another clause around them.
        func says(_ words: [UInt32], as clause: [UInt32]) -> Bool {
            guard clause.count >= WordsElsewhere.shortest else { return false }
            let own = NeighbourLetters.pairs(clause)
            return clauses.contains { facing in
                guard WordsElsewhere.contains(facing, words, atLeast: 1) else { return false }
                let other = NeighbourLetters.pairs(facing)
                let shared = own.count(where: Set(other).contains)
                return Double(2 * shared) >= Self.alike * Double(own.count + other.count)
            }
        }

        /// Share of the pairs of neighbouring letters of an item that stand on the other side too. Items written out keep
        /// nearly all; of other items of one matter less than half stand there.
        private static let kept = 0.85
        /// The same where the other side has no list, so that items are parts of its sentences.
        private static let keptInSentence = 0.65
        /// Shorter items must stand there as they are.
        private static let shortItem = 10

        /// True where the text holds the words of an item; its mark, up to three letters, may be another one, and 的 at its
        /// end belongs to the list. `place`: the provision in which it would stand.
        func holds(_ item: ByteSpan, of own: Regulation, besides place: EId, isParagraph: Bool) -> Bool {
            let of: UInt32 = 0x7684
            let all = NeighbourLetters.letters([item], own)
            let words = all.last == of ? Array(all.dropLast()) : all
            let isSentence = !lists(place)
            if isSentence, !isParagraph, isWrittenOut(Self.parts(of: item, own)) { return true }
            if words.count < Self.shortItem {
                return (0...min(3, max(0, words.count - 3))).contains {
                    WordsElsewhere.contains(letters, Array(words.dropFirst($0)), atLeast: 3)
                }
            }
            let pairs = Set(NeighbourLetters.pairs(letters))
            let items = NeighbourLetters.pairs(words)
            let share = isSentence && !isParagraph ? Self.keptInSentence : Self.kept
            return Double(items.count(where: pairs.contains)) >= share * Double(items.count)
        }

        private func lists(_ place: EId) -> Bool {
            guard let provision = regulation.provision(at: place), provision.level == .paragraph else { return hasList }
            return !provision.children.isEmpty
        }

        /// Parts of the longest item that is looked for part by part.
        private static let mostParts = 6

        /// At least half of the parts of an item are named in a sentence: 组织报名与资格审查 where it has 自愿报名、资格审查.
        private func isWrittenOut(_ items: [[UInt32]]) -> Bool {
            guard !items.isEmpty, items.count <= Self.mostParts else { return false }
            return 2 * items.count { item in parts.contains { Self.names($0, item) } } >= items.count
        }

        /// The beginnings or the ends of two names are the same, two letters or more, and half of the shorter one.
        private static func names(_ one: [UInt32], _ two: [UInt32]) -> Bool {
            let least = max(2, (min(one.count, two.count) + 1) / 2)
            let before = zip(one, two).prefix { $0 == $1 }.count
            let behind = zip(one.reversed(), two.reversed()).prefix { $0 == $1 }.count
            return max(before, behind) >= least
        }
    }
}

extension Regulation {
    /// From a word to the next mark, and back to the one before: the clause that says it.
    fileprivate func clause(around span: ByteSpan) -> ByteSpan {
        let bytes = source.bytes
        let pieces = pieces(around: span)
        let text = pieces.isEmpty ? 0..<bytes.count : ByteSpan(covering: pieces).range
        let marks: [[UInt8]] = ["，", "。", "；", "：", ", ", "; ", ". ", ",\n", ";\n", ".\n"].map { Array($0.utf8) }
        func isMark(_ index: Int) -> Int? {
            marks.first { bytes[index...].starts(with: $0) }?.count
        }
        var end = span.end
        // A sentence that is quoted with its mark ends there.
        let endsSentence = source.flowedScalars([span]).last.map { "。；".unicodeScalars.contains($0) } ?? false
        while !endsSentence, end < text.upperBound, isMark(end) == nil { end += 1 }
        var start = span.start
        while start > text.lowerBound, isMark(start - 1) == nil, start > 2 ? isMark(start - 3) == nil : true {
            start -= 1
        }
        return ByteSpan(start, end)
    }
}
