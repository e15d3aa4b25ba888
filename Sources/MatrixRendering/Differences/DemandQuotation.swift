import ProvisionDiff
import RegulationModel

/// The words of a demand as a reader understands them without the text beside: a point behind what opens its list, a value
/// with the clause it stands in, long words cut where a clause ends.
struct DemandQuotation {
    let regulation: Regulation

    /// Longest quotation, in characters: the whole stands beside.
    private static let longest = 110
    /// Longest words that open a list: from 下列 on, and with what stands before it in the same clause.
    private static let longestLead = 60
    /// Longest words kept on each side of a value.
    private static let longestBeside = 24
    /// Least part of a quotation that is kept where it is cut at a mark.
    private static let leastKept = 0.5

    /// - Parameters:
    ///   - spans: the words, as the difference names them.
    ///   - place: the provision they stand in.
    ///   - reason: why the difference was noted.
    ///   - isLed: false where the words that open the list of a point have just been read.
    func text(_ spans: [ByteSpan], at place: EId, _ reason: DifferenceReason, isLed: Bool = true) -> String {
        switch reason {
        case .value, .valueMissing: joined(spans.map(clause))
        case .levels, .body: joined(oncePerClause(spans).map(clause))
        case .duty, .ban, .statedPlainly: joined(spans.map(order))
        case .sanctions: joined(spans.map(sanction), cut: false)
        case .words, .otherWords: joined(regulation.runs(spans).map(bare), cut: true)
        case .item, .saidOtherwise, .ruledOtherwise:
            lead(of: place, spans).map { Self.shortened((isLed ? $0 : "…") + joined(spans, cut: false)) }
                ?? joined(spans)
        default: joined(spans)
        }
    }

    /// Words without the marks at their ends and the joint behind them, which tie them to what stands beside.
    private func bare(_ run: [ByteSpan]) -> String {
        var words = regulation.source.flowedScalars(run)[...]
        // 单位执收；执: one letter of the next clause says nothing.
        if let cut = words.lastIndex(where: { "。；".unicodeScalars.contains($0) }), words.endIndex - cut <= 2 {
            words = words[..<cut]
        }
        let joints = ["以及", "或者"].map { Array($0.unicodeScalars) }
        var count = 0
        while count != words.count {
            count = words.count
            if let last = words.last, Self.marks.contains(last) || last == " " { words.removeLast() }
            if let first = words.first, Self.marks.contains(first) || first == " " { words.removeFirst() }
            if let joint = joints.first(where: { words.suffix($0.count).elementsEqual($0) }) {
                words.removeLast(joint.count)
            }
        }
        return Self.text(words)
    }

    /// Words as they stand, without what opens their list unless that is a ban; from the clause on that is looked for, where
    /// much stands before it.
    func plain(_ span: ByteSpan, from focus: ByteSpan, at place: EId) -> String {
        let lead = lead(of: place, [span]).flatMap { lead in
            // 泄露工作秘密 alone reads as if it were allowed.
            Self.bans.contains { lead.contains($0) } ? lead : nil
        }
        return (lead ?? "") + plain(span, from: focus)
    }

    private static let bans = ["不得", "禁止", "严禁", "不准"]

    private func plain(_ span: ByteSpan, from focus: ByteSpan) -> String {
        let before = scalars(ByteSpan(span.start, max(span.start, focus.start)))
        guard before.count > Self.longestBeside else { return joined([span]) }
        return "…" + joined([ByteSpan(focus.start, span.end)])
    }

    private func joined(_ spans: [ByteSpan], cut: Bool = true) -> String {
        joined(regulation.runs(spans).map(regulation.source.flowed), cut: cut)
    }

    private func joined(_ words: [String], cut: Bool = true) -> String {
        var seen: Set<String> = []
        let kept = words.filter { !$0.isEmpty && seen.insert($0).inserted }
        // 组织。；合伙: the mark that ends words is not followed by another one.
        let ended = kept.dropLast().map { String(String.UnicodeScalarView($0.unicodeScalars.trimmed(Self.marks))) }
        let text = (ended + kept.suffix(1)).joined(separator: regulation.language == .chinese ? "；" : "; ")
        return cut ? Self.shortened(text) : text
    }

    // MARK: Long words

    private static let marks = Set("，。；：、,;:".unicodeScalars)

    /// Words cut behind the last mark that leaves enough, else before a word, else at the limit.
    private static func shortened(_ text: String) -> String { shortened(Array(text.unicodeScalars), to: longest) }

    private static func shortened(_ scalars: [Unicode.Scalar], to longest: Int) -> String {
        guard scalars.count > longest else { return text(scalars[...]) }
        let mark = scalars[..<longest].lastIndex(where: marks.contains)
        // No English word is cut in two.
        let space = scalars[..<longest].lastIndex(of: " ")
        let end = [mark, space].lazy.compactMap { $0 }.first { Double($0) >= leastKept * Double(longest) } ?? longest
        return text(scalars[..<end]) + "…"
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    // MARK: Points

    /// The words that open the list of a point, from their last sentence; nil for what is no point, or not quoted as a whole.
    private func lead(of eId: EId, _ spans: [ByteSpan]) -> String? {
        guard regulation.language == .chinese, var above = regulation.provision(at: eId.article) else { return nil }
        while let below = above.children.first(where: { eId.isInside($0.eId) }), below.eId != eId { above = below }
        guard let point = above.children.first(where: { $0.eId == eId }), point.level >= .point,
            spans.allSatisfy({ point.span.contains($0) })
        else { return nil }
        let words = regulation.source.flowed(above.text)
        let sentence = words.unicodeScalars.split(separator: "。").last.map { String(String.UnicodeScalarView($0)) }
        guard let sentence, !sentence.isEmpty else { return nil }
        return Self.opening(sentence)
    }

    /// The clause that says 下列, and those behind it as far as there is room; else the last ones.
    private static func opening(_ sentence: String) -> String {
        var clauses = sentence.unicodeScalars.split { "，；：,;:".unicodeScalars.contains($0) }
            .map { String(String.UnicodeScalarView($0)) }.filter { $0.contains { $0 != "、" && !$0.isWhitespace } }
        let lists = ["下列", "以下", "如下"]
        var isCut = false
        if let start = clauses.lastIndex(where: { clause in lists.contains { clause.contains($0) } }), start > 0 {
            clauses = Array(clauses[start...])
            isCut = true
        }
        var opening = clauses.first ?? ""
        var end = ""
        for clause in clauses.dropFirst() {
            guard opening.unicodeScalars.count + clause.unicodeScalars.count < longestLead else {
                end = "…"
                break
            }
            opening += "，" + clause
        }
        return (isCut ? "…" : "") + opening + end + "："
    }

    // MARK: Orders

    /// An order with what its clause begins with: who is ordered, and 未经批准 before 不得; in English the order alone.
    private func order(_ order: ByteSpan) -> String {
        let words = Self.text(scalars(order)[...])
        guard regulation.language == .chinese, let text = text(around: order) else { return words }
        let before = text.before
        var head = before[(before.lastIndex(where: Self.ends).map { $0 + 1 } ?? 0)...]
        // 可以参照本条例执行 alone does not say who or what.
        if head.allSatisfy({ $0 == " " }), let mark = before.lastIndex(where: Self.ends), before[mark] == "，" {
            let clause = before[(before[..<mark].lastIndex(where: Self.ends).map { $0 + 1 } ?? 0)...]
            if clause.count <= Self.longestSubject { return Self.text(clause) + words }
            head = clause
        }
        let start = head.count > Self.longestBeside ? "…" : ""
        return start + String(String.UnicodeScalarView(head.suffix(Self.longestBeside))) + words
    }

    /// Longest clause that is quoted before an order that begins one by itself.
    private static let longestSubject = 60

    // MARK: Sanctions

    /// Longest quotation of a sanction, and of the offence before it, in characters.
    private static let longestSanction = 180
    private static let longestOffence = 60

    /// A sanction with what is punished, of which the beginning is enough.
    private func sanction(_ sentence: ByteSpan) -> String {
        let words = scalars(sentence)
        guard regulation.language == .chinese, words.count > Self.longestOffence else {
            return Self.shortened(Self.text(words[...]))
        }
        let of = Array("的，".unicodeScalars)
        let end = words.indices.dropLast().first { words[$0] == of[0] && words[$0 + 1] == of[1] }
        guard let end, end > Self.longestOffence else { return Self.shortened(words, to: Self.longestSanction) }
        let cut = words[..<Self.longestOffence].lastIndex(where: Self.marks.contains) ?? Self.longestOffence - 1
        return Self.text(words[...cut]) + "…" + Self.shortened(Array(words[end...]), to: Self.longestSanction)
    }

    // MARK: Values

    /// The clause that a value stands in, as much of it as fits; in English the value alone.
    private func clause(around value: ByteSpan) -> String {
        let words = Self.text(scalars(value)[...])
        guard regulation.language == .chinese, let text = text(around: value) else { return words }
        let (before, behind) = text
        let head = before[(before.lastIndex(where: Self.ends).map { $0 + 1 } ?? 0)...]
        let tail = behind[..<(behind.firstIndex(where: Self.ends) ?? behind.count)]
        let start = head.count > Self.longestBeside ? "…" : ""
        let end = tail.count > Self.longestBeside ? "…" : ""
        return start + String(String.UnicodeScalarView(head.suffix(Self.longestBeside))) + words
            + String(String.UnicodeScalarView(tail.prefix(Self.longestBeside))) + end
    }

    /// The first of the words of each clause: the clause is quoted once.
    private func oncePerClause(_ spans: [ByteSpan]) -> [ByteSpan] {
        guard regulation.language == .chinese else { return spans }
        var kept: [ByteSpan] = []
        for span in spans.sorted() {
            let isNew =
                kept.last.map { last in
                    last.end <= span.start
                        && regulation.source.flowedScalars([ByteSpan(last.end, span.start)]).contains(where: Self.ends)
                } ?? true
            if isNew { kept.append(span) }
        }
        return kept
    }

    private static func ends(_ mark: Unicode.Scalar) -> Bool { "，。；：\n".unicodeScalars.contains(mark) }

    /// Some words as they are read.
    private func scalars(_ span: ByteSpan) -> [Unicode.Scalar] {
        regulation.source.flowedScalars(regulation.runs([span]).flatMap(\.self))
    }

    /// What stands before and behind some words in the lines of their paragraph or point; nil where none holds them.
    private func text(around words: ByteSpan) -> (before: [Unicode.Scalar], behind: [Unicode.Scalar])? {
        let pieces = regulation.pieces(around: words)
        guard let first = pieces.first, let last = pieces.last else { return nil }
        let source = regulation.source
        return (
            source.flowedScalars(ByteSpan(first.start, words.start).parts(in: pieces)),
            source.flowedScalars(ByteSpan(min(words.end, last.end), last.end).parts(in: pieces))
        )
    }
}

extension String.UnicodeScalarView {
    /// Without marks at the end.
    fileprivate func trimmed(_ marks: Set<Unicode.Scalar>) -> Substring.UnicodeScalarView {
        guard let last = lastIndex(where: { !marks.contains($0) }) else { return self[startIndex..<startIndex] }
        return self[...last]
    }
}
