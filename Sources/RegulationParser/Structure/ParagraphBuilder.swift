import RegulationModel

/// Builds the paragraphs (款), points (项) and sub-points (目) of one article or section out of its segments.
///
/// A paragraph is a natural paragraph: a line of its own. A list and the paragraph that introduces it are one 款. Text
/// after a list is a new 款, unless the list goes on after it (then it belongs to the point before, or is a point whose
/// mark was lost where the numbers say so) or the last point ends without a full stop (then it closes the sentence:
/// `wrapUp`).
struct ParagraphBuilder {
    let scanner: Scanner
    let parent: EId

    private(set) var paragraphs: [Draft] = []
    private(set) var findings: [Diagnostic] = []
    private var solver = ListSolver()
    private var lastText: ByteSpan?

    /// A provision under construction.
    final class Draft {
        let mark: ByteSpan?
        var text: [ByteSpan]
        var points: [Draft] = []
        var wrapUp: ByteSpan?
        var start: Int
        var end: Int
        var style: ListStyle?

        init(mark: ByteSpan?, text: ByteSpan?) {
            self.mark = mark
            self.text = text.map { $0.isEmpty ? [] : [$0] } ?? []
            start = mark?.start ?? text?.start ?? 0
            end = text?.end ?? mark?.end ?? 0
        }
    }

    init(scanner: Scanner, parent: EId) {
        self.scanner = scanner
        self.parent = parent
    }

    /// The paragraphs of `segments`, with what was noticed about their lists.
    static func build(
        _ segments: [Segment], parent: EId, scanner: Scanner
    ) -> (paragraphs: [Provision], findings: [Diagnostic]) {
        var builder = ParagraphBuilder(scanner: scanner, parent: parent)
        for index in segments.indices {
            if let mark = segments[index].mark {
                builder.addPoint(segments[index], mark)
            } else {
                builder.addText(segments[index], followedBy: segments[(index + 1)...])
            }
        }
        let paragraphs = builder.paragraphs.enumerated().map { position, draft in
            builder.provision(draft, .paragraph, parent.child(.paragraph, ProvisionNumber(position + 1)), position + 1)
        }
        builder.noteMixedMarks()
        return (paragraphs, builder.findings)
    }

    private mutating func addText(_ segment: Segment, followedBy rest: ArraySlice<Segment>) {
        let text = segment.text(scanner)
        defer { lastText = text }
        guard let paragraph = paragraphs.last else {
            paragraphs.append(Draft(mark: nil, text: text))
            return
        }
        if segment.continuesLine {
            attach(text, to: deepest(paragraph))
        } else if let next = goingOn(in: rest) {
            if next.missing > 0, next.texts < next.missing, scanner.endsSentence(text) {
                addUnmarkedPoint(text, depth: next.depth)
            } else {
                attach(text, to: deepest(paragraph))
            }
        } else if !paragraph.points.isEmpty, isCutOff(paragraph) {
            attach(text, to: deepest(paragraph))
        } else if !paragraph.points.isEmpty, paragraph.wrapUp == nil, let lastText, !scanner.endsWithFullStop(lastText),
            !scanner.endsSentence(lastText) || startsInside(text)
        {
            paragraph.wrapUp = text
            paragraph.end = text.end
            solver.reset()
        } else {
            paragraphs.append(Draft(mark: nil, text: text))
            solver.reset()
        }
    }

    private func attach(_ text: ByteSpan, to draft: Draft) {
        draft.text.append(text)
        extend(to: text.end)
    }

    // MARK: Lists that go on

    /// How an open list goes on behind text without a mark: at which depth, how many numbers the text stands for, and
    /// how many more pieces of text without a mark stand before it goes on.
    private func goingOn(in rest: ArraySlice<Segment>) -> (depth: Int, missing: Int, texts: Int)? {
        guard !solver.open.isEmpty else { return nil }
        var texts = 0
        var isPlain = true
        for segment in rest {
            guard let mark = segment.mark else {
                if !segment.continuesLine { texts += 1 }
                continue
            }
            switch solver.continuation(mark) {
            case .goesOn(let depth, let missing): return (depth, isPlain ? missing : 0, texts)
            case .ends: return nil
            case .other: isPlain = false
            }
        }
        return nil
    }

    /// A point whose mark was lost: the numbers around it leave its place free.
    private mutating func addUnmarkedPoint(_ text: ByteSpan, depth: Int) {
        guard let paragraph = paragraphs.last else { return }
        var owner = paragraph
        for _ in 1..<max(1, depth) { owner = owner.points.last ?? owner }
        owner.points.append(Draft(mark: nil, text: text))
        solver.placeUnmarked(depth: depth)
        extend(to: text.end)
        noteUnmarked(text, position: owner.points.count)
    }

    /// The first points of a list lost their marks: paragraphs behind a colon, as many as the first mark leaves free.
    private mutating func reclaimUnmarkedPoints(before value: Int) {
        let missing = value - 1
        guard missing > 0, missing <= Self.mostReclaimed, paragraphs.count > missing else { return }
        let lost = paragraphs.suffix(missing)
        let owner = paragraphs[paragraphs.count - missing - 1]
        guard owner.points.isEmpty, owner.text.last.map(scanner.endsWithColon) ?? false,
            lost.allSatisfy({ $0.points.isEmpty && $0.text.last.map(scanner.endsSentence) ?? false })
        else { return }
        paragraphs.removeLast(missing)
        for draft in lost {
            owner.points.append(draft)
            if let text = draft.text.first { noteUnmarked(text, position: owner.points.count) }
        }
        extend(to: lost.last?.end ?? owner.end)
        solver.openUnmarked(count: missing)
    }

    /// Most points at the head of a list that are taken to have lost their marks.
    private static let mostReclaimed = 9

    /// True where the last text breaks off without any mark while the points before it end with one: the line was cut.
    private func isCutOff(_ paragraph: Draft) -> Bool {
        guard let lastText, paragraph.points.count > 1, scanner.endsWithWord(lastText) else { return false }
        return paragraph.points.dropLast().allSatisfy { point in
            deepest(point).text.last.map { scanner.endsSentence($0) } ?? false
        }
    }

    /// True where the text begins as the rest of a sentence: with a small letter or a comma.
    private func startsInside(_ text: ByteSpan) -> Bool {
        let first = scanner.scalar(at: text.start).value
        return first == 0xFF0C || first == 0x2C || (first.isLetter && !first.isCapital)
    }

    private mutating func addPoint(_ segment: Segment, _ mark: ListMark) {
        let text = segment.text(scanner)
        if paragraphs.isEmpty { paragraphs.append(Draft(mark: nil, text: nil)) }
        let afterColon = lastText.map { scanner.endsWithColon($0) } ?? false
        if solver.open.isEmpty, let value = mark.readings.first?.value { reclaimUnmarkedPoints(before: value) }
        if solver.open.isEmpty, let paragraph = paragraphs.last, !paragraph.points.isEmpty {
            paragraphs.append(Draft(mark: nil, text: nil))
        }
        let placement = solver.place(mark, afterColon: afterColon)
        let draft = Draft(mark: mark.span, text: text)
        draft.style = placement.style
        guard let paragraph = paragraphs.last else { return }
        if paragraph.text.isEmpty, paragraph.points.isEmpty { paragraph.start = draft.start }
        var owner = paragraph
        for _ in 1..<max(1, placement.depth) { owner = owner.points.last ?? owner }
        noteGap(placement, mark, in: owner)
        owner.points.append(draft)
        extend(to: draft.end)
        lastText = text.isEmpty ? mark.span : text
    }

    private func deepest(_ draft: Draft) -> Draft {
        var node = draft
        while let last = node.points.last { node = last }
        return node
    }

    private func extend(to end: Int) {
        var node = paragraphs.last
        while let current = node {
            current.end = max(current.end, end)
            node = current.points.last
        }
    }

    private func provision(_ draft: Draft, _ level: Level, _ eId: EId, _ position: Int) -> Provision {
        let below: Level = level == .paragraph ? .point : .subpoint
        let children = draft.points.enumerated().map { index, point in
            provision(point, below, eId.child(below, ProvisionNumber(index + 1)), index + 1)
        }
        return Provision(
            level: level, eId: eId, number: ProvisionNumber(position), mark: draft.mark,
            span: ByteSpan(draft.start, draft.end), text: draft.text, children: children, wrapUp: draft.wrapUp)
    }

    // MARK: What is noticed about lists

    private mutating func noteGap(_ placement: ListSolver.Placement, _ mark: ListMark, in owner: Draft) {
        guard placement.value != placement.expected else { return }
        let printed = scanner.string(mark.span)
        let message =
            placement.value > placement.expected
            ? "List mark \(printed) where number \(placement.expected) was expected; points are counted by position."
            : "List mark \(printed) repeats or goes back (number \(placement.expected) was expected); "
                + "points are counted by position."
        findings.append(Diagnostic(.enumerationGap, mark.span, message, provision: parent))
    }

    private mutating func noteUnmarked(_ text: ByteSpan, position: Int) {
        let message = "This line stands where point \(position) is expected; it is read as that point without its mark."
        findings.append(Diagnostic(.enumerationGap, text, message, provision: parent))
    }

    /// One note for each list whose marks are of several kinds: `(a)`, `(two)`, `(3)`.
    private mutating func noteMixedMarks() {
        for paragraph in paragraphs { noteMixedMarks(paragraph) }
    }

    private mutating func noteMixedMarks(_ draft: Draft) {
        for point in draft.points { noteMixedMarks(point) }
        guard let first = draft.points.first?.mark, Set(draft.points.compactMap(\.style)).count > 1 else { return }
        let marks = draft.points.compactMap(\.mark).map(scanner.string).joined(separator: " ")
        let message = "The marks of this list are mixed: \(marks). Points are counted by position."
        findings.append(Diagnostic(.enumerationMixed, first, message, provision: parent))
    }
}
