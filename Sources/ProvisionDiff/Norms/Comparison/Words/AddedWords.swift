import RegulationModel

/// Words that one of two units has more, within Chinese: a condition, a limit, one more thing named in a row; and, as
/// doubtful, what each has in other words. What other readers tell by itself (values, duties, sanctions) is not told again.
struct AddedWords {
    let base: NormComparison.Side
    let other: NormComparison.Side
    /// What both acts say.
    let acts: WordsElsewhere.Acts?

    /// From so many letters on words that stand anywhere in the other act are not told: 构成犯罪的，依法追究刑事责任.
    private static let clause = 8
    private static let formal: Set<DifferenceReason> = [.territory, .aims, .rulesOf, .actsCited, .namedOnOneSide]
    /// A unit of which more than this share is changed was written anew, and words of one side tell nothing.
    private static let mostChanged = 0.6
    /// One that stands nearly whole in a longer one was not.
    private static let mostKept = 0.2
    /// Letters of the longest unit written anew that is shown beside its answer.
    private static let longestAnew = 80
    /// The same of one that is told beside a third one only.
    private static let longestBeside = 40
    /// Letters that say something, of words in a clause and of one more thing in a row.
    private static let fewestLetters = 4
    private static let fewestListed = 2
    /// Share of the words that stands on the other side after all, in other places of the articles compared.
    private static let moved = 0.5
    /// The same of fewer letters than a clause has.
    private static let movedOfFew = 0.67

    /// What differs, in the order of the rows: of each row the words that one side has alone as one, then those that stand
    /// for each other.
    ///
    /// - Parameter told: what is told of the same provisions by itself.
    func differences(_ comparison: ProvisionComparison, besides told: [NormDifference]) -> [NormDifference] {
        guard base.regulation.language == .chinese, other.regulation.language == .chinese else { return [] }
        let all = (Said(comparison.base, base), Said(comparison.other, other))
        let known = (told.flatMap(\.base), told.flatMap(\.other))
        let everywhere = Self.telling(told)
        return comparison.rows.flatMap { row -> [NormDifference] in
            guard let one = row.base, let two = row.other, let words = row.comparison, row.state == .changed,
                base.reader.norms(at: one.eId).first?.modality != .purpose,
                other.reader.norms(at: two.eId).first?.modality != .purpose
            else { return [] }
            let segments = words.segments.map { $0.joined(one, two) }
            // What is told of a unit beside a third one says nothing of these two.
            let told = told.filter { told in
                let touches = (isTold(one.stretches, told.base), isTold(two.stretches, told.other))
                return told.isOneSided ? touches.0 || touches.1 : touches.0 && touches.1
            }
            let said = Self.telling(told)
            func difference(
                _ reason: DifferenceReason, _ base: [ByteSpan], _ other: [ByteSpan], isDoubtful: Bool
            ) -> NormDifference {
                NormDifference(
                    kind: .other, reason: reason, baseProvision: one.eId, base: base, otherProvision: two.eId,
                    other: other, isDoubtful: isDoubtful)
            }
            guard !isWrittenAnew(segments) else {
                // What only opens a list says nothing by itself.
                guard base.regulation.opensList(one.eId) == other.regulation.opensList(two.eId) else { return [] }
                // Of long ones the text itself stands below, marked.
                let longest = max(letters(one.stretches, base), letters(two.stretches, other))
                let isKnown =
                    longest > Self.longestBeside
                    ? isTold(one.stretches, everywhere.0) || isTold(two.stretches, everywhere.1)
                    : isTold(one.stretches, said.0) || isTold(two.stretches, said.1)
                return longest <= Self.longestAnew && !isKnown
                    ? [difference(.otherWords, one.stretches, two.stretches, isDoubtful: true)] : []
            }
            let letters = (letters(\.base, segments, base), letters(\.other, segments, other))
            func isOwn(_ spans: [ByteSpan], isBase: Bool, beside: Set<UInt32>) -> Bool {
                says(spans, isBase ? base : other) && !isTold(spans, isBase ? known.0 : known.1)
                    && !stands(spans, isBase: isBase, isBase ? all.1 : all.0, beside)
            }
            var removed = parts(segments.filter { $0.kind == .removed }.flatMap(\.base), isBase: true)
                .filter { isOwn([$0.span], isBase: true, beside: letters.1) && !isMoved($0.span, base, to: all.1) }
            var added = parts(segments.filter { $0.kind == .added }.flatMap(\.other), isBase: false)
                .filter { isOwn([$0.span], isBase: false, beside: letters.0) && !isMoved($0.span, other, to: all.0) }
            var replaced: [Segment] = []
            for segment in segments where segment.kind == .replaced {
                let pairs = ReplacedWords(segment, base: base, other: other, one: one.stretches, two: two.stretches)
                // What changed elsewhere in the unit is looked for only where there is something to be found.
                let rest = pairs.lost.isEmpty && pairs.gained.isEmpty ? [] : segments.filter { $0 != segment }
                let besides = (self.letters(\.base, rest, base), self.letters(\.other, rest, other))
                let lost = pairs.lost.filter { isOwn([$0.span], isBase: true, beside: besides.1) }
                let gained = pairs.gained.filter { isOwn([$0.span], isBase: false, beside: besides.0) }
                let isWhole = (pairs.lost.isEmpty || pairs.gained.isEmpty) && (lost + gained).allSatisfy(\.isBounded)
                if pairs.isShort, isWhole {
                    removed += lost.map { Part(span: $0.span, run: $0.span, place: 0, isMember: true) }
                    added += gained.map { Part(span: $0.span, run: $0.span, place: 0, isMember: true) }
                }
                let isOther =
                    isOwn(segment.base, isBase: true, beside: []) && isOwn(segment.other, isBase: false, beside: [])
                let isTold = pairs.isShort && isWhole && !(lost + gained).isEmpty
                if !isTold, !pairs.isReordered, isOther || pairs.isShort && !isWhole { replaced.append(segment) }
            }
            // 日常运转和 gone before and 及其相关工作 come behind one word are one change.
            var changed: [(base: [ByteSpan], other: [ByteSpan])] = []
            func settle(_ parts: [Part], isBase: Bool) -> [Part] {
                parts.filter { part in
                    let besides = part.isMember ? facing(part.span, isBase: isBase, segments) : []
                    guard !besides.isEmpty else { return true }
                    let pair = isBase ? (base: [part.span], other: besides) : (base: besides, other: [part.span])
                    let isKnown = changed.contains { isTold(pair.base, $0.base) && isTold(pair.other, $0.other) }
                    if !isKnown { changed.append(pair) }
                    return false
                }
            }
            removed = settle(removed, isBase: true)
            added = settle(added, isBase: false)
            let alone = [true, false].flatMap { isMember -> [NormDifference] in
                let lost = Self.rejoined(removed.filter { $0.isMember == isMember })
                let gained = Self.rejoined(added.filter { $0.isMember == isMember })
                return [(lost, []), ([], gained)].filter { !$0.0.isEmpty || !$0.1.isEmpty }
                    .map { difference(.words, $0.0.sorted(), $0.1.sorted(), isDoubtful: !isMember) }
            }
            let others = changed + shifted(segments, known) + replaced.map { (base: $0.base, other: $0.other) }
            return alone + others.map { difference(.otherWords, $0.base, $0.other, isDoubtful: true) }
        }
    }

    /// Share of the pairs of letters of a clause that went and of one that came, from which on it was moved, and changed.
    private static let shiftedAlike = 0.5
    /// Letters of the shortest such clause.
    private static let fewestShifted = 6

    /// Clauses that stand in another place of the unit and say something more or less there: 在招聘和管理工作中 before the
    /// offender, 在管理工作中 behind.
    private func shifted(_ segments: [Segment], _ known: ([ByteSpan], [ByteSpan])) -> [(
        base: [ByteSpan], other: [ByteSpan]
    )] {
        func clauses(_ spans: [ByteSpan], _ side: NormComparison.Side, _ told: [ByteSpan]) -> [ByteSpan] {
            spans.flatMap { Sayings.parts($0, side, at: Self.clauseMarks) }
                .filter { letters([$0], side) >= Self.fewestShifted && !isTold([$0], told) }
        }
        let gone = clauses(segments.filter { $0.kind != .equal }.flatMap(\.base), base, known.0)
        let come = clauses(segments.filter { $0.kind != .equal }.flatMap(\.other), other, known.1)
        guard gone.count * come.count <= Self.mostShifted else { return [] }
        func read(_ spans: [ByteSpan], _ side: NormComparison.Side) -> [Clause] {
            spans.map { span in
                let letters = NeighbourLetters.letters([span], side.regulation)
                return Clause(span: span, letters: letters, pairs: Set(NeighbourLetters.pairs(letters)))
            }
        }
        let (first, second) = (read(gone, base), read(come, other))
        return first.flatMap { one -> [(base: [ByteSpan], other: [ByteSpan])] in
            second.filter { two in
                abs(one.letters.count - two.letters.count) >= Self.fewestListed
                    && NeighbourLetters.alike(one.pairs, two.pairs) >= Self.shiftedAlike
                    // A verb before it or behind it may stand in what did not move.
                    && !NeighbourLetters.contains(one.letters, two.letters)
                    && !NeighbourLetters.contains(two.letters, one.letters)
                    && !segments.contains { isTold([one.span], $0.base) && isTold([two.span], $0.other) }
            }.map { ([one.span], [$0.span]) }
        }
    }

    /// Most pairs of clauses of one unit that are weighed: units of a hundred clauses that changed throughout say nothing by
    /// one of them.
    private static let mostShifted = 10_000

    private struct Clause {
        let span: ByteSpan
        let letters: [UInt32]
        let pairs: Set<UInt64>
    }

    /// The words of what is told: what is cited, and where an act applies, says nothing of the words around it.
    private static func telling(_ told: [NormDifference]) -> ([ByteSpan], [ByteSpan]) {
        let telling = told.filter { !formal.contains($0.reason) }
        return (telling.flatMap(\.base), telling.flatMap(\.other))
    }

    /// Letters that both sides say between words of the one and words of the other that are one change.
    private static let mostBetween = 5
    /// One of two runs that are one change has at most so many times the letters of the other.
    private static let mostTimes = 3

    /// What the other side has otherwise close to some words and in the same clause; nothing beside a whole clause.
    private func facing(_ span: ByteSpan, isBase: Bool, _ segments: [Segment]) -> [ByteSpan] {
        let own: KeyPath<Segment, [ByteSpan]> = isBase ? \.base : \.other
        let side: KeyPath<Segment, [ByteSpan]> = isBase ? \.other : \.base
        let (ours, theirs) = isBase ? (base, other) : (other, base)
        guard let place = segments.firstIndex(where: { isTold([span], $0[keyPath: own]) }) else { return [] }
        func hasMark(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Bool {
            side.regulation.source.flowedScalars(spans).contains { Self.clauseMarks.contains($0.value) || $0 == "：" }
        }
        let size = letters(segments[place][keyPath: own], ours)
        guard size * Self.mostTimes >= Self.fewestLetters else { return [] }
        // A run of several clauses holds them whole.
        guard !hasMark(segments[place][keyPath: own], ours) else { return [] }
        func found(_ indices: some Sequence<Int>) -> [ByteSpan] {
            var spans: [ByteSpan] = []
            var between = 0
            for index in indices {
                let segment = segments[index]
                if segment.kind == .equal {
                    between += letters(segment[keyPath: own], ours)
                    if between > Self.mostBetween || hasMark(segment[keyPath: own], ours) { break }
                } else if hasMark(segment[keyPath: side], theirs) || hasMark(segment[keyPath: own], ours) {
                    break
                } else if (max(Self.fewestLetters, (size + 2) / Self.mostTimes)...(size * Self.mostTimes))
                    .contains(letters(segment[keyPath: side], theirs))
                {
                    spans += segment[keyPath: side]
                }
            }
            return spans
        }
        let before = found((0..<place).reversed())
        return (before + found((place + 1)..<segments.count)).sorted()
    }

    private func isWrittenAnew(_ segments: [Segment]) -> Bool {
        func share(_ side: KeyPath<Segment, [ByteSpan]>) -> Double {
            func length(_ segments: [Segment]) -> Int {
                segments.reduce(0) { $0 + $1[keyPath: side].reduce(0) { $0 + $1.length } }
            }
            return Double(length(segments.filter { $0.kind != .equal })) / Double(max(1, length(segments)))
        }
        let shares = (share(\.base), share(\.other))
        return max(shares.0, shares.1) > Self.mostChanged && min(shares.0, shares.1) > Self.mostKept
    }

    /// Words of one side between two marks.
    private struct Part {
        let span: ByteSpan
        /// The run of words it is cut from, and which part of that it is.
        let run: ByteSpan
        let place: Int
        /// Whether they are a member of the sentence by themselves: set off by a mark, or joined to what stands beside by 和 or
        /// 或者. Others are cut out of a phrase, and what they change is for a reader to judge.
        let isMember: Bool
    }

    /// Some words, clause by clause; none of those that the other act says as a whole.
    private func parts(_ spans: [ByteSpan], isBase: Bool) -> [Part] {
        let side = isBase ? base : other
        return spans.filter { !isSaidInAct([$0], isBase: isBase) }.flatMap { span -> [Part] in
            let parts = Sayings.parts(span, side, at: Self.clauseMarks)
            let words = side.regulation.source.flowedScalars([span])
            return parts.enumerated().map { place, part in
                Part(span: part, run: span, place: place, isMember: parts.count > 1 || isMember(words))
            }
        }
    }

    /// Parts that stand next to each other in one run of words, as one again.
    private static func rejoined(_ parts: [Part]) -> [ByteSpan] {
        var spans: [ByteSpan] = []
        for (index, part) in parts.enumerated() {
            if index > 0, parts[index - 1].run == part.run, parts[index - 1].place + 1 == part.place {
                spans[spans.count - 1] = ByteSpan(spans[spans.count - 1].start, part.span.end)
            } else {
                spans.append(part.span)
            }
        }
        return spans
    }

    private static let sentenceMarks: [UInt32] = Sayings.semicolons + [0x3002]
    private static let clauseMarks: [UInt32] = Sayings.commas + Sayings.semicolons + [0x3002]

    private func isMember(_ words: [Unicode.Scalar]) -> Bool {
        guard let first = words.first, let last = words.last else { return true }
        if Self.marks.contains(first) || Self.marks.contains(last) { return true }
        func starts(_ joints: [[Unicode.Scalar]]) -> Bool { joints.contains { words.starts(with: $0) } }
        func ends(_ joints: [[Unicode.Scalar]]) -> Bool { joints.contains { words.suffix($0.count).elementsEqual($0) } }
        return starts(Self.joints + Self.opening) && !starts(Self.notOpening)
            || ends(Self.joints + Self.closing) && !ends(Self.notClosing)
    }

    private static let marks = Set("，、；。".unicodeScalars)
    private static let joints = scalars(["以及", "或者"])
    private static let (opening, notOpening) = (scalars(["和", "并"]), scalars(["和解", "和谐", "和平", "并网", "并购", "并轨"]))
    private static let (closing, notClosing) = (scalars(["和", "及"]), scalars(["普及", "涉及", "波及", "缓和", "调和", "中和"]))

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }

    /// True of words that say enough to be told.
    private func says(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Bool {
        let flowed = side.regulation.source.flowedScalars(spans)
        let isListed = flowed.first == "、" || flowed.last == "、"
        var text = String(String.UnicodeScalarView(flowed))
        for phrase in Self.empty { text = text.replacing(phrase, with: " ") }
        let letters = text.unicodeScalars.count(where: \.isHan)
        // 其一名兄弟姐妹: a number with what it counts.
        let isCount = flowed.count == 2 && Self.numerals.contains(flowed[0]) && Self.counted.contains(flowed[1])
        return isCount || letters >= (isListed ? Self.fewestListed : Self.fewestLetters)
    }

    private static let numerals = Set("一二两三四五六七八九十".unicodeScalars)
    private static let counted = Set("名人次个户年月日倍辆只件".unicodeScalars)

    /// Words that orders and descriptions are joined with, longest first; without them little is left of a mere phrase.
    private static let empty = [
        "主要包括", "法律、法规", "有关规定", "按照规定", "的规定", "规定的", "本条例", "本办法", "本规定", "应当", "可以", "依法", "有关", "相关", "规定", "进行",
        "开展", "工作", "以及", "或者", "其他", "予以", "给予", "实施", "情况", "方面", "单位", "部门", "人员", "等", "的", "和", "及", "并", "其", "该",
        "所", "对", "在", "中", "为", "了", "由", "将", "与", "是", "也", "以",
    ]

    private func isTold(_ spans: [ByteSpan], _ told: [ByteSpan]) -> Bool {
        spans.contains { span in told.contains { $0.start < span.end && span.start < $0.end } }
    }

    /// Whether the other side says the words in another place, or other words made of their letters beside them.
    private func stands(
        _ spans: [ByteSpan], isBase: Bool, _ facing: Said, _ changed: Set<UInt32>
    ) -> Bool {
        let letters = NeighbourLetters.letters(spans, (isBase ? base : other).regulation)
        let own = Set(NeighbourLetters.pairs(letters))
        if isSaidInAct(spans, isBase: isBase) { return true }
        let beside = Double(letters.count(where: changed.contains)) / Double(max(1, letters.count))
        // So few letters have half of their pairs somewhere by chance.
        let share = letters.count < Self.clause ? Self.movedOfFew : Self.moved
        return beside >= Self.moved || NeighbourLetters.held(own, in: facing.pairs) >= share
    }

    /// Whether the other side says some words in a sentence of its own, with a letter changed here and there.
    private func isMoved(_ span: ByteSpan, _ side: NormComparison.Side, to facing: Said) -> Bool {
        let letters = NeighbourLetters.letters([span], side.regulation)
        return facing.hasSentence(like: letters, Set(NeighbourLetters.pairs(letters)))
    }

    /// Whether the other act says some words one after the other, in whatever article.
    private func isSaidInAct(_ spans: [ByteSpan], isBase: Bool) -> Bool {
        let letters = NeighbourLetters.letters(spans, (isBase ? base : other).regulation)
        return letters.count >= Self.clause && acts?.say(letters, inBase: !isBase) ?? false
    }

    private func letters(_ spans: [ByteSpan], _ side: NormComparison.Side) -> Int {
        NeighbourLetters.letters(spans, side.regulation).count
    }

    /// The letters of what one side has otherwise.
    private func letters(
        _ side: KeyPath<Segment, [ByteSpan]>, _ segments: [Segment], _ act: NormComparison.Side
    ) -> Set<UInt32> {
        let changed = segments.filter { $0.kind != .equal }.flatMap { $0[keyPath: side] }
        return Set(NeighbourLetters.letters(changed, act.regulation))
    }

    /// What the articles of one side say that are compared.
    private struct Said {
        /// Their pairs of neighbouring letters.
        let pairs: Set<UInt64>
        /// Letters and pairs of each sentence.
        private let sentences: [(letters: Set<UInt32>, pairs: Set<UInt64>)]

        init(_ articles: [EId], _ side: NormComparison.Side) {
            let text = articles.compactMap(side.regulation.provision).flatMap(\.stretches)
            let sentences = text.flatMap { Sayings.parts($0, side, at: AddedWords.sentenceMarks) }.map { span in
                NeighbourLetters.letters([span], side.regulation)
            }
            self.sentences = sentences.map { (letters: Set($0), pairs: Set(NeighbourLetters.pairs($0))) }
            pairs = Sentences.pairs(text, side)
        }

        /// Letters of words that a sentence may say with a letter changed here and there.
        private static let fewestLetters = 8
        /// Shares of their letters and of their pairs in such a sentence: 不得着制式服装、佩戴标识 and 不得穿着工作服装、佩戴标识.
        private static let (leastLetters, leastPairs) = (0.65, 0.4)

        /// Whether one sentence holds most of the letters of some words, and many of them side by side.
        func hasSentence(like letters: [UInt32], _ pairs: Set<UInt64>) -> Bool {
            letters.count >= Self.fewestLetters
                && sentences.contains { sentence in
                    Double(letters.count(where: sentence.letters.contains)) >= Self.leastLetters * Double(letters.count)
                        && NeighbourLetters.held(pairs, in: sentence.pairs) >= Self.leastPairs
                }
        }
    }
}
