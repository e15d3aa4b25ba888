import RegulationModel

/// Says of words of duty, power and ban what they order, and which of them the other side states plainly.
struct OrderWords {
    let base: Sentences
    let other: Sentences

    /// Words quoted with their clause; those of a duty that the other side states plainly are doubtful. Nil where the other
    /// side orders the same with the same word in another paragraph; where it does so with another word, both are quoted.
    func quoted(_ difference: NormDifference) -> NormDifference? {
        guard difference.reason == .duty || difference.reason == .ban,
            base.side.regulation.language == other.side.regulation.language
        else { return difference }
        if let answer = answer(to: difference) { return answer.isSame ? nil : both(difference, answer.span) }
        let plain = plainStatements(difference)
        func reason(_ statements: [ByteSpan]) -> DifferenceReason {
            let facing = difference.isInBase ? other : base
            return statements.contains { orders($0, facing) } ? .saidOtherwise : .statedPlainly
        }
        let isAlone = difference.base.isEmpty != difference.other.isEmpty
        let own = (
            difference.base.map { clause($0, in: base, withObject: isAlone) },
            difference.other.map { clause($0, in: other, withObject: isAlone) }
        )
        let isInBase = difference.isInBase
        return NormDifference(
            kind: difference.kind, reason: plain.map(reason) ?? difference.reason,
            baseProvision: difference.baseProvision, base: isInBase ? own.0 : plain ?? own.0,
            otherProvision: difference.otherProvision, other: isInBase ? plain ?? own.1 : own.1,
            isDoubtful: plain != nil || difference.isDoubtful)
    }

    /// Share of what a clause orders that stands in one sentence of the other side, which then says it without the word. By
    /// reading acts on volunteers, blood donation and property management: what is stated plainly keeps two fifths and more.
    private static let leastStated = 0.4
    private static let fewestPairs = 4

    // MARK: Orders in another paragraph

    /// Share of what is ordered that stands behind a word of duty, power or ban of the other side.
    private static let leastAnswered = 0.6

    /// The clause of the other side that orders what a lone word orders, from its word on.
    private func answer(to difference: NormDifference) -> (span: ByteSpan, isSame: Bool)? {
        guard difference.reason == .duty, difference.base.isEmpty != difference.other.isEmpty,
            let cue = (difference.base + difference.other).first, difference.base.count + difference.other.count == 1
        else { return nil }
        let (own, facing) = difference.other.isEmpty ? (base, other) : (other, base)
        let ordered = Sentences.pairs(ordered(cue, in: own), own.side)
        guard own.side.regulation.language == .chinese, ordered.count >= Self.fewestPairs,
            let kind = PlainWords.kind(of: own.text(cue), at: 0)
        else { return nil }
        var best: (held: Double, span: ByteSpan, isSame: Bool)?
        for sentence in facing.all {
            let text = facing.text(sentence.span)
            for clause in text.clauses {
                guard let word = clause.first(where: { PlainWords.kind(of: text, at: $0) != nil }) else { continue }
                let span = text.span(word..<clause.upperBound)
                let answering = PlainWords.kind(of: text, at: word)
                let before = text.span(clause.lowerBound..<word)
                guard !areOfTwo(kind, cue, own, answering, before, facing) else { continue }
                let held = NeighbourLetters.held(ordered, in: Sentences.pairs(span, facing.side))
                guard held >= Self.leastAnswered, held > best?.held ?? 0 else { continue }
                best = (held, span, answering == kind)
            }
        }
        return best.map { ($0.span, $0.isSame) }
    }

    /// 宗教团体可以编印 beside 其他组织不得编印: what is allowed to one and forbidden to another are two rules.
    private func areOfTwo(
        _ kind: Modality, _ cue: ByteSpan, _ own: Sentences, _ answering: Modality?, _ before: ByteSpan,
        _ facing: Sentences
    ) -> Bool {
        guard Set([kind, answering]) == [.may, .mustNot],
            let sentence = own.all.first(where: { $0.span.contains(cue) })?.span
        else { return false }
        let text = own.text(sentence)
        guard let start = text.starts.firstIndex(where: { $0 >= cue.start }) else { return false }
        let subject = Sentences.pairs(text.span(text.clause(around: start).lowerBound..<start), own.side)
        return PlainWords.bindOthers((kind, subject), (answering, Sentences.pairs(before, facing.side)))
    }

    private func both(_ difference: NormDifference, _ answer: ByteSpan) -> NormDifference {
        let isInBase = difference.other.isEmpty
        return NormDifference(
            kind: difference.kind, reason: difference.reason, baseProvision: difference.baseProvision,
            base: isInBase ? difference.base.map { clause($0, in: base, withObject: false) } : [answer],
            otherProvision: difference.otherProvision,
            other: isInBase ? [answer] : difference.other.map { clause($0, in: other, withObject: false) },
            isDoubtful: false)
    }

    // MARK: Plain statements

    /// What the other side states plainly of each word of one side, 建立…… or 负责建立…… for 应当建立……, 鼓励使用 for 可以使用: the
    /// same duty or leave. Nil where one word has no such statement.
    private func plainStatements(_ difference: NormDifference) -> [ByteSpan]? {
        guard difference.isOneSided else { return nil }
        let (own, facing) = difference.isInBase ? (base, other) : (other, base)
        guard own.side.regulation.language == .chinese else { return nil }
        let statements = difference.own.spans.map { plainStatement($0, own, facing) }
        let found = statements.compactMap(\.self)
        return found.count == statements.count ? Set(found).sorted() : nil
    }

    private func plainStatement(_ cue: ByteSpan, _ own: Sentences, _ facing: Sentences) -> ByteSpan? {
        let word = own.text(cue)
        let isDuty = PlainWords.duties.contains { word.has($0, at: 0) }
        guard isDuty || PlainWords.powers.contains(where: { word.has($0, at: 0) }) else { return nil }
        let order = ordered(cue, in: own)
        let ordered = Sentences.pairs(order, own.side)
        // 应当支持科学研究 is encouragement itself.
        let asksForMore = isDuty && !PlainWords.encouraging.contains { own.text(order).has($0, at: 0) }
        guard ordered.count >= Self.fewestPairs else { return nil }
        let stating = facing.all.filter { sentence in
            guard NeighbourLetters.held(ordered, in: sentence.pairs) >= Self.leastStated else { return false }
            let encourages = PlainWords.encouraging.contains { facing.text(sentence.span).contains($0) }
            return isDuty ? !(asksForMore && encourages) : encourages
        }
        return stating.firstHighest { NeighbourLetters.held(ordered, in: $0.pairs) }
            .map { statement(ordered, $0, facing) }
    }

    /// Whether a statement has a word of duty, power or ban of its own: 可以成立协会 beside 应当加入协会.
    private func orders(_ statement: ByteSpan, _ side: Sentences) -> Bool {
        let text = side.text(statement)
        return (0..<text.count).contains { PlainWords.kind(of: text, at: $0) != nil }
    }

    /// From the first to the last clause of a sentence that says some of what is ordered.
    private func statement(_ ordered: Set<UInt64>, _ sentence: Sentences.Sentence, _ facing: Sentences) -> ByteSpan {
        let text = facing.text(sentence.span)
        let clauses = text.clauses.map(text.span)
        let saying = clauses.filter { clause in
            Sentences.pairs(clause, facing.side).intersection(ordered).count >= 2
        }
        return saying.isEmpty ? sentence.span : ByteSpan(covering: saying)
    }

    /// What a cue orders: the last of the clauses it is quoted with, without those that tell only by what and when.
    private func ordered(_ cue: ByteSpan, in sentences: Sentences) -> ByteSpan {
        let quoted = clause(cue, in: sentences, withObject: false)
        // What is ordered stands behind the word, whatever condition is quoted before it.
        let text = sentences.text(ByteSpan(max(cue.end, quoted.start), max(cue.end, quoted.end)))
        return text.clauses.last.map(text.span) ?? ByteSpan(cue.end, cue.end)
    }

    /// The words from a cue to the end of its clause, and with the clause behind where nothing but a circumstance follows:
    /// 可以在符合要求的情况下，设置…… and 应当根据实际情况，采取……. An order that opens its clause is quoted `withObject`: the clause
    /// before, where that is what a ban is about, or the condition of an order (未经验收的，不得使用).
    private func clause(_ cue: ByteSpan, in sentences: Sentences, withObject: Bool) -> ByteSpan {
        guard let span = sentences.all.first(where: { $0.span.contains(cue) })?.span else { return cue }
        let text = sentences.text(span)
        guard let index = text.starts.lastIndex(where: { $0 <= cue.start }) else { return cue }
        var clause = text.clause(around: index)
        guard !clause.isEmpty else { return cue }
        let opens = withObject && clause.lowerBound == index
        let behind = text.starts.firstIndex { $0 >= cue.end } ?? text.count
        let isBan = PlainWords.bans.contains { text.has($0, at: index) }
        var last = min(behind, clause.upperBound)..<clause.upperBound
        while last.upperBound + 1 < text.count, Self.isCircumstance(last, text) {
            last = text.clause(around: last.upperBound + 1)
        }
        clause = clause.lowerBound..<last.upperBound
        let isComma =
            opens && index > 1 && [0xFF0C, 0x2C].contains(text.scalars[index - 1])
            && (isBan || [0x7684, 0x8005].contains(text.scalars[index - 2]))
        let object = isComma ? text.clause(around: index - 1).lowerBound : index
        let start = min(object, Conditions.start(before: index, in: text) ?? object)
        return ByteSpan(
            text.span(start..<clause.upperBound).start, max(cue.end, text.span(start..<clause.upperBound).end))
    }
}

extension OrderWords {
    /// A clause that only tells when or by what: 应当结合实际情况，…….
    private static func isCircumstance(_ clause: Range<Int>, _ text: NormText) -> Bool {
        func ends(_ words: [Phrase]) -> Bool {
            words.contains { text.has($0, at: clause.upperBound - $0.scalars.count) }
        }
        let opens = PlainWords.bases.contains { text.has($0, at: clause.lowerBound) }
        return ends(PlainWords.circumstances) || opens && ends(PlainWords.grounds)
    }
}

/// Words by which a plain statement does what a word of duty or power does.
enum PlainWords {
    static let duties: [Phrase] = ["应当", "应", "必须", "须"]
    static let powers: [Phrase] = ["可以", "可"]
    /// 鼓励 allows, and asks for it: 立法技术规范 names it beside 可以.
    static let encouraging: [Phrase] = ["鼓励", "支持", "提倡", "倡导", "引导"]
    /// What opens a list whose points say themselves what is ordered and banned.
    static let lists: [Phrase] = ["遵守下列", "遵守以下", "符合下列", "符合以下", "遵循下列", "遵循以下", "满足下列", "满足以下"]
    /// Words before a list: 应当包括以下内容. 以下 alone ends a range.
    static let listed: [Phrase] = [
        "下列", "以下内容", "以下事项", "以下职责", "以下条件", "以下规定", "以下材料", "以下资料", "以下要求", "以下措施", "以下情形", "以下义务",
    ]
    /// Whether one word allows and another forbids, each to somebody else: their subjects, as pairs of letters, share nothing.
    static func bindOthers(
        _ one: (kind: Modality?, subject: Set<UInt64>), _ two: (kind: Modality?, subject: Set<UInt64>)
    ) -> Bool {
        Set([one.kind, two.kind]) == [.may, .mustNot] && !one.subject.isEmpty && !two.subject.isEmpty
            && one.subject.isDisjoint(with: two.subject)
    }

    /// Which kind of word stands at a place: 应当, 可以 or 不得.
    static func kind(of text: NormText, at index: Int) -> Modality? {
        if bans.contains(where: { text.has($0, at: index) }) { return .mustNot }
        if duties.contains(where: { $0.scalars.count > 1 && text.has($0, at: index) }) { return .must }
        return powers.contains { $0.scalars.count > 1 && text.has($0, at: index) } ? .may : nil
    }

    static let bans: [Phrase] = ["不得", "禁止", "严禁", "不准"]
    /// What opens a clause that only tells by what, and what ends it.
    static let bases: [Phrase] = ["根据", "按照", "依照", "依据", "参照", "结合", "借助", "遵循", "采取"]
    static let grounds: [Phrase] = [
        "规定", "情况", "要求", "规划", "标准", "法规", "变化", "手段", "方式", "职责", "原则", "需要", "特点", "条件", "约定", "实际", "规范", "程序",
    ]
    /// What ends a clause that only tells when.
    static let circumstances: [Phrase] = [
        "情况下", "前提下", "条件下", "基础上", "范围内", "时", "后", "前", "期间", "日内", "小时内", "月内", "年内", "期限内", "时限内", "之内",
    ]
}
