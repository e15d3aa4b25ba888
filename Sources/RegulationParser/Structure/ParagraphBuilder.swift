import RegulationModel

/// Builds the paragraphs (款), points (项) and sub-points (目) of one article or section out of its segments.
///
/// A paragraph is a natural paragraph: a line of its own. A list and the paragraph that introduces it are one 款. Text
/// after a list is a new 款, unless the list goes on after it (then it belongs to the point before, or is a point whose
/// mark was lost where the numbers say so) or the last point ends without a full stop (then it closes the sentence:
/// `wrapUp`).
struct ParagraphBuilder {
    private let scanner: Scanner
    private var parent = EId("")
    /// All drafts of the provision; they name each other by their places here.
    private var drafts = DraftTree()
    /// The paragraphs, by their places.
    private var paragraphs: [Int] = []
    private var findings: [Diagnostic] = []
    private var solver = ListSolver()
    private var lastText: ByteSpan?
    /// The last list of the provision before, where points may be numbered through the whole act.
    private var before: ListReading?
    private var last: ListReading?

    /// One builder reads the provisions of a text one after the other and keeps its storage between them.
    init(scanner: Scanner) { self.scanner = scanner }

    /// The paragraphs of `segments`, with what was noticed about their lists.
    mutating func build(
        _ segments: [Segment], parent: EId
    ) -> (paragraphs: [Provision], findings: [Diagnostic]) {
        begin(parent)
        for index in segments.indices {
            if let mark = segments[index].mark {
                addPoint(segments[index], mark)
            } else {
                addText(segments[index], followedBy: segments[(index + 1)...])
            }
        }
        var built: [Provision] = []
        built.reserveCapacity(paragraphs.count)
        for draft in paragraphs {
            let number = ProvisionNumber(built.count + 1)
            built.append(provision(draft, .paragraph, parent.child(.paragraph, number), number))
        }
        for paragraph in paragraphs { noteMixedMarks(paragraph) }
        return (built, findings)
    }

    private mutating func begin(_ parent: EId) {
        self.parent = parent
        drafts.removeAll()
        paragraphs.removeAll(keepingCapacity: true)
        findings = []
        solver.reset()
        lastText = nil
        before = last ?? before
        last = nil
    }

    private mutating func addText(_ segment: Segment, followedBy rest: ArraySlice<Segment>) {
        let text = segment.text(scanner)
        defer { lastText = text }
        guard let paragraph = paragraphs.last else {
            paragraphs.append(drafts.add(mark: nil, text: text))
            return
        }
        if segment.continuesLine {
            attach(text, to: drafts.deepest(paragraph))
        } else if let next = goingOn(in: rest) {
            if next.missing > 0, next.texts < next.missing, scanner.endsSentence(text) {
                addUnmarkedPoint(text, depth: next.depth)
            } else {
                attach(text, to: drafts.deepest(paragraph))
            }
        } else if drafts[paragraph].hasPoints, isCutOff(paragraph) {
            attach(text, to: drafts.deepest(paragraph))
        } else if drafts[paragraph].hasPoints, drafts[paragraph].wrapUp == nil, let lastText,
            !scanner.endsWithFullStop(lastText),
            !scanner.endsSentence(lastText) || startsInside(text)
        {
            drafts[paragraph].wrapUp = text
            drafts[paragraph].end = text.end
            solver.reset()
        } else {
            paragraphs.append(drafts.add(mark: nil, text: text))
            solver.reset()
        }
    }

    private mutating func attach(_ text: ByteSpan, to draft: Int) {
        drafts[draft].append(text)
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
        let owner = drafts.owner(in: paragraph, depth: depth)
        drafts.append(drafts.add(mark: nil, text: text), to: owner)
        solver.placeUnmarked(depth: depth)
        extend(to: text.end)
        noteUnmarked(text, position: drafts[owner].pointCount)
    }

    /// The first points of a list lost their marks: paragraphs behind a colon, as many as the first mark leaves free.
    private mutating func reclaimUnmarkedPoints(before value: Int) {
        let missing = value - 1
        guard missing > 0, missing <= Self.mostReclaimed, paragraphs.count > missing else { return }
        let lost = paragraphs.suffix(missing)
        let owner = paragraphs[paragraphs.count - missing - 1]
        guard !drafts[owner].hasPoints, drafts[owner].lastText.map(scanner.endsWithColon) ?? false,
            lost.allSatisfy({ !drafts[$0].hasPoints && drafts[$0].lastText.map(scanner.endsSentence) ?? false })
        else { return }
        paragraphs.removeLast(missing)
        for draft in lost {
            drafts.append(draft, to: owner)
            if let text = drafts[draft].first { noteUnmarked(text, position: drafts[owner].pointCount) }
        }
        extend(to: lost.last.map { drafts[$0].end } ?? drafts[owner].end)
        solver.openUnmarked(count: missing)
    }

    /// Most points at the head of a list that are taken to have lost their marks.
    private static let mostReclaimed = 9

    /// True where the last text breaks off without any mark while the points before it end with one: the line was cut.
    private func isCutOff(_ paragraph: Int) -> Bool {
        guard let lastText, drafts[paragraph].pointCount > 1, scanner.endsWithWord(lastText) else { return false }
        return drafts.points(of: paragraph).dropLast().allSatisfy { point in
            drafts[drafts.deepest(point)].lastText.map { scanner.endsSentence($0) } ?? false
        }
    }

    /// True where the text begins as the rest of a sentence: with a small letter or a comma.
    private func startsInside(_ text: ByteSpan) -> Bool {
        let first = scanner.scalar(at: text.start).value
        return first == 0xFF0C || first == 0x2C || (first.isLetter && !first.isCapital)
    }

    private mutating func addPoint(_ segment: Segment, _ mark: ListMark) {
        let text = segment.text(scanner)
        if paragraphs.isEmpty { paragraphs.append(drafts.add(mark: nil, text: nil)) }
        let afterColon = lastText.map { scanner.endsWithColon($0) } ?? false
        if solver.open.isEmpty, let first = mark.readings.first, !goesOn(first) {
            reclaimUnmarkedPoints(before: first.value)
        }
        if solver.open.isEmpty, let paragraph = paragraphs.last, drafts[paragraph].hasPoints {
            paragraphs.append(drafts.add(mark: nil, text: nil))
        }
        let placement = solver.place(mark, afterColon: afterColon)
        let draft = drafts.add(mark: mark.span, text: text)
        drafts[draft].style = placement.style
        guard let paragraph = paragraphs.last else { return }
        if drafts[paragraph].lastText == nil, !drafts[paragraph].hasPoints {
            drafts[paragraph].start = drafts[draft].start
        }
        if placement.depth == 1 { last = ListReading(style: placement.style, value: placement.value) }
        noteGap(placement, mark)
        drafts.append(draft, to: drafts.owner(in: paragraph, depth: placement.depth))
        extend(to: drafts[draft].end)
        lastText = text.isEmpty ? mark.span : text
    }

    private mutating func extend(to end: Int) {
        guard let paragraph = paragraphs.last else { return }
        drafts.extend(paragraph, to: end)
    }

    private func provision(_ place: Int, _ level: Level, _ eId: EId, _ number: ProvisionNumber) -> Provision {
        let draft = drafts[place]
        let below: Level = level == .paragraph ? .point : .subpoint
        var children: [Provision] = []
        if draft.hasPoints { children.reserveCapacity(draft.pointCount) }
        var point = draft.firstPoint
        while point >= 0 {
            let number = ProvisionNumber(children.count + 1)
            children.append(provision(point, below, eId.child(below, number), number))
            point = drafts[point].next
        }
        let span = ByteSpan(draft.start, draft.end)
        guard !draft.isWhole else {
            return Provision(
                level: level, eId: eId, number: number, mark: draft.mark, span: span, onlyText: draft.first,
                children: children, wrapUp: draft.wrapUp)
        }
        return Provision(
            level: level, eId: eId, number: number, mark: draft.mark, span: span, text: draft.text, children: children,
            wrapUp: draft.wrapUp)
    }

    // MARK: What is noticed about lists

    private mutating func noteGap(_ placement: ListSolver.Placement, _ mark: ListMark) {
        guard placement.value != placement.expected, !goesOn(placement) else { return }
        let printed = scanner.string(mark.span)
        let message =
            placement.value > placement.expected
            ? "List mark \(printed) where number \(placement.expected) was expected; points are counted by position."
            : "List mark \(printed) repeats or goes back (number \(placement.expected) was expected); "
                + "points are counted by position."
        findings.append(Diagnostic(.enumerationGap, mark.span, message, provision: parent))
    }

    /// True where a list goes on with the number behind the last one of the provision before.
    private func goesOn(_ placement: ListSolver.Placement) -> Bool {
        guard placement.opens, placement.depth == 1 else { return false }
        return goesOn(ListReading(style: placement.style, value: placement.value))
    }

    private func goesOn(_ reading: ListReading) -> Bool {
        guard let before else { return false }
        return before.style == reading.style && reading.value == before.value + 1
    }

    private mutating func noteUnmarked(_ text: ByteSpan, position: Int) {
        let message = "This line stands where point \(position) is expected; it is read as that point without its mark."
        findings.append(Diagnostic(.enumerationGap, text, message, provision: parent))
    }

    /// （—）, read as （一）.
    private mutating func noteDash(_ point: Int) {
        guard drafts[point].style == .bracketHan, let mark = drafts[point].mark, scanner.hasDash(in: mark) else {
            return
        }
        let message = "“\(scanner.string(mark))” has a dash where 一 belongs; it was read as the number of a point."
        findings.append(Diagnostic(.numberingDash, mark, message, provision: parent))
    }

    /// One note for each list whose marks are of several kinds: `(a)`, `(two)`, `(3)`; lists below come first.
    private mutating func noteMixedMarks(_ draft: Int) {
        guard drafts[draft].hasPoints else { return }
        var styles = ListStyles()
        var point = drafts[draft].firstPoint
        while point >= 0 {
            noteMixedMarks(point)
            if let style = drafts[point].style { styles.insert(style) }
            noteDash(point)
            point = drafts[point].next
        }
        guard styles.areMixed, let first = drafts[drafts[draft].firstPoint].mark else { return }
        let marks = drafts.points(of: draft).compactMap { drafts[$0].mark }.map(scanner.string).joined(separator: " ")
        let message = "The marks of this list are mixed: \(marks). Points are counted by position."
        findings.append(Diagnostic(.enumerationMixed, first, message, provision: parent))
    }
}
