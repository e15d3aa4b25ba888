import RegulationModel

/// What the numbering of articles, chapters and sections shows: gaps, repetitions, steps back, ordinal words, marks
/// inside lines, stray punctuation.
struct NumberingFindings {
    let document: Document
    let body: Body

    private var scanner: Scanner { document.scanner }

    func all() -> [Diagnostic] {
        var result = forms()
        result += sequence()
        result += chapters()
        result += lost()
        result += dashes()
        result += repeated()
        result += unreadable()
        result += withoutText()
        result += deleted()
        return result
    }

    /// Headings that stand without a number.
    private func lost() -> [Diagnostic] {
        body.marks.filter { $0.form == .numberLost }.map { mark in
            let message =
                "“\(scanner.string(mark.span))” stands alone on its line, without a number; it was read as the heading of "
                + "\(name(mark)), by its place."
            return Diagnostic(.numberingLost, mark.span, message)
        }
    }

    /// 第—条, read as 第一条.
    private func dashes() -> [Diagnostic] {
        body.marks.filter { scanner.hasDash(in: $0.span) }.map { mark in
            let message = "“\(scanner.string(mark.span))” has a dash where 一 belongs; it was read as \(name(mark))."
            return Diagnostic(.numberingDash, mark.span, message)
        }
    }

    private func repeated() -> [Diagnostic] {
        body.repeated.map { mark in
            let message = "\(capital(mark)) stands again inside its own text; it was read as text."
            return Diagnostic(.numberingDuplicate, mark.span, message)
        }
    }

    // MARK: Articles without a number or text

    /// Marks whose number is larger than any act has, 第九千九百九十九万条, or has more branches than a number can.
    private func unreadable() -> [Diagnostic] {
        var found: [Diagnostic] = []
        let marks = body.marks
        var next = 0
        for line in document.lines where !line.isBlank {
            let start = line.content.start
            // 第 or Article, which few lines begin with.
            guard [0xE7, 0x41].contains(scanner.bytes[start]) else { continue }
            while next < marks.count, marks[next].span.start < start { next += 1 }
            // A mark that was read has a number that can be.
            if next < marks.count, marks[next].span.start == start { continue }
            guard let span = overlargeMark(in: line.content) else { continue }
            let message = "“\(scanner.string(span))” has a number that no act has; it was not read as an article."
            found.append(Diagnostic(.numberingUnreadable, span, message))
        }
        return found
    }

    private static let articleWords = utf8(["第", "Article "])
    private static let articleUnit = utf8("条")

    private func overlargeMark(in content: ByteSpan) -> ByteSpan? {
        guard let word = scanner.first(of: Self.articleWords, at: content.start) else { return nil }
        let start = scanner.skipSpace(content.start + Self.articleWords[word].count, content.end)
        guard start < content.end else { return nil }
        if let numeral = scanner.anyNumeral(at: start, content.end) {
            return overbranched(from: content.start, numeral.end, content.end, needsUnit: word == 0)
        }
        var index = start
        while index < content.end {
            let (value, length) = scanner.scalar(at: index)
            let isNumeral = value.digit != nil || (value.isHan && Scanner.isHanNumeral(value))
            guard isNumeral else { break }
            index += length
        }
        guard index > start else { return nil }
        if word == 1 { return ByteSpan(content.start, index) }
        return scanner.has(Self.articleUnit, at: index) ? ByteSpan(content.start, index + 3) : nil
    }

    /// 第二条之一之二之三之四之五之六, Article 2-1-2-3-4-5-6: a whole mark with too many branches.
    private func overbranched(from start: Int, _ numeralEnd: Int, _ end: Int, needsUnit: Bool) -> ByteSpan? {
        var count = 0
        var index = numeralEnd
        func passBranches(_ joint: [UInt8]) {
            while scanner.has(joint, at: index), let branch = scanner.anyNumeral(at: index + joint.count, end) {
                count += 1
                index = branch.end
            }
        }
        passBranches(Self.hyphen)
        let unit = scanner.skipSpace(index, end)
        if let word = scanner.first(of: Self.articleUnits, at: unit) {
            index = unit + Self.articleUnits[word].count
            passBranches(Self.branchWord)
        } else if needsUnit {
            return nil
        }
        return count > ProvisionNumber.mostBranches ? ByteSpan(start, index) : nil
    }

    private static let hyphen = utf8("-")
    private static let branchWord = utf8("之")
    private static let articleUnits = utf8(["条", "條"])

    private func withoutText() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for index in body.articles.indices {
            // Nearly all begin with text; an article is copied only to look closer.
            let first = body.articles[index].children.first?.firstText
            if let first, !scanner.trimmed(first).isEmpty { continue }
            let article = body.articles[index]
            guard let mark = article.mark, !hasText(article) else { continue }
            let message = "Article \(article.number.text) has no text."
            found.append(Diagnostic(.structureEmptyArticle, mark, message, provision: article.eId))
        }
        return found
    }

    /// In bytes.
    private static let longestDeletion = 40

    /// Articles that say nothing but （刪除） or (Deleted): their numbers stay.
    private func deleted() -> [Diagnostic] {
        body.articles.indices.compactMap { index in
            guard body.articles[index].children.count == 1, let text = body.articles[index].children[0].firstText,
                text.length <= Self.longestDeletion, body.articles[index].children[0].children.isEmpty,
                document.forms.holds(Cues.deletion, text),
                DeletedText.isAll(of: Folding.scalars(of: document.source.flowedScalars([text])))
            else { return nil }
            let message = "Article \(body.articles[index].number.text) is deleted; its number is kept."
            return Diagnostic(.structureDeletedArticle, text, message, provision: body.articles[index].eId)
        }
    }

    private func hasText(_ provision: Provision) -> Bool {
        provision.text.contains { !scanner.trimmed($0).isEmpty } || provision.children.contains(where: hasText)
            || provision.wrapUp.map { !scanner.trimmed($0).isEmpty } ?? false
    }

    // MARK: The form of single marks

    private func forms() -> [Diagnostic] {
        var result: [Diagnostic] = []
        let usesPunctuation = usesPunctuation()
        for mark in body.marks where mark.form == .ordinalWord || mark.isPunctuated || mark.place != .lineStart {
            let printed = scanner.string(mark.span)
            if mark.form == .ordinalWord {
                let message = "“\(printed)” opens article \(mark.number.text): an ordinal word glued to its sentence."
                result.append(Diagnostic(.numberingOrdinalWord, mark.span, message))
            }
            if mark.isPunctuated, mark.level == .article, !usesPunctuation {
                let message = "“\(printed)” carries a full stop or colon that the other marks lack."
                result.append(Diagnostic(.numberingMarkPunctuation, mark.span, message))
            }
            if mark.place != .lineStart {
                let message = "“\(printed)” stands inside a line; \(name(mark)) was read as beginning there."
                result.append(Diagnostic(.layoutRunTogether, mark.span, message))
            }
        }
        return result
    }

    /// True where half of the labelled marks of articles or more carry a full stop or colon.
    private func usesPunctuation() -> Bool {
        var labelled = 0
        var punctuated = 0
        for mark in body.marks where mark.form == .labelled && mark.level == .article {
            labelled += 1
            if mark.isPunctuated { punctuated += 1 }
        }
        return punctuated * 2 >= labelled
    }

    private func name(_ mark: Mark) -> String { "\(mark.level.name) \(mark.number.text)" }

    // MARK: The sequence

    private func sequence() -> [Diagnostic] {
        guard let first = body.marks.first(where: { $0.level == .article }) else { return [] }
        var result: [Diagnostic] = []
        if first.number.ordinal > 1 {
            result.append(lateStart(first))
        }
        var present: Set<ProvisionNumber> = []
        var previous: Mark?
        for mark in body.marks where mark.level == .article {
            defer { previous = mark }
            guard let previous, !isSuccessor(mark.number, of: previous.number) else { continue }
            if present.isEmpty { present = Set(body.marks.lazy.filter { $0.level == .article }.map(\.number)) }
            if let finding = step(from: previous, to: mark, present) { result.append(finding) }
        }
        return result
    }

    /// An amendment may go on with the numbers of the ones before it, as those of constitutions do: then nothing is missing.
    private func lateStart(_ first: Mark) -> Diagnostic {
        guard let title = body.title, document.forms.isAmendment(title) else {
            let message = "Numbering starts at \(name(first)); what comes before it is not held."
            return Diagnostic(.numberingStart, first.span, message)
        }
        let message = "Numbering starts at \(name(first)): this amendment goes on with the numbers of earlier ones."
        return Diagnostic(.numberingContinued, first.span, message)
    }

    private func isSuccessor(_ number: ProvisionNumber, of previous: ProvisionNumber) -> Bool {
        !number.isBranch && number.ordinal == previous.ordinal + 1
    }

    /// What is odd about a step; `present` are the numbers that stand somewhere in the sequence: a number out of its
    /// place is not missing.
    private func step(from previous: Mark, to mark: Mark, _ present: Set<ProvisionNumber> = []) -> Diagnostic? {
        let a = previous.number
        let b = mark.number
        if a == b {
            return Diagnostic(.numberingDuplicate, mark.span, "\(capital(mark)) stands twice; both are kept.")
        }
        if b < a {
            let message = "\(capital(mark)) follows \(name(previous)); the text is kept in the order printed."
            return Diagnostic(.numberingOrder, mark.span, message)
        }
        let missing = missing(between: a, and: b).filter { !present.contains($0) }
        guard let first = missing.first, let last = missing.last else { return nil }
        let level = mark.level.name.capitalizedFirst
        let named = missing.count == 1 ? "\(level) \(first.text) is" : "\(level)s \(first.text) to \(last.text) are"
        return Diagnostic(
            .numberingGap, mark.span, "\(named) missing between \(name(previous)) and \(name(mark)).")
    }

    private static let mostNamed = 10_000

    /// Numbers left out: whole ones, or branches of one number (第二条之一 before 第二条之三).
    private func missing(between a: ProvisionNumber, and b: ProvisionNumber) -> [ProvisionNumber] {
        if b.ordinal > a.ordinal + 1 {
            return ((a.ordinal + 1)..<min(b.ordinal, a.ordinal + Self.mostNamed)).map { ProvisionNumber($0) }
        }
        guard b.ordinal == a.ordinal, b.branches.count == 1, let last = b.branches.last else { return [] }
        // A branch may be printed as 0: 第 6-0 條.
        let first = (a.branches.first ?? 0) + 1
        return first < last ? (first..<last).map { ProvisionNumber(b.ordinal, branches: [$0]) } : []
    }

    private func capital(_ mark: Mark) -> String { name(mark).capitalizedFirst }

    /// Chapters run through the act or restart in each part; sections restart in each chapter.
    private func chapters() -> [Diagnostic] {
        var result: [Diagnostic] = []
        let headings = body.marks.filter { $0.level <= .section }
        for level in [Level.part, .chapter, .section] {
            var previous: Mark?
            for mark in headings where mark.level <= level {
                if mark.level < level {
                    if level == .section { previous = nil }
                    continue
                }
                let restarts = mark.number.ordinal == 1
                if previous == nil, let finding = lateFirst(mark) { result.append(finding) }
                if let previous, !restarts, let finding = step(from: previous, to: mark) { result.append(finding) }
                previous = mark
            }
        }
        return result
    }

    /// A first chapter or part that is not number 1, in an act that begins with article 1.
    private func lateFirst(_ mark: Mark) -> Diagnostic? {
        guard mark.level < .section, mark.number.ordinal > 1,
            body.marks.first(where: { $0.level == .article })?.number.ordinal == 1
        else { return nil }
        let level = mark.level.name.capitalizedFirst
        let missing = mark.number.ordinal == 2 ? "\(level) 1 is" : "\(level)s 1 to \(mark.number.ordinal - 1) are"
        return Diagnostic(.numberingGap, mark.span, "\(missing) missing before \(name(mark)).")
    }
}

extension String {
    /// The string with its first letter in capital.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
