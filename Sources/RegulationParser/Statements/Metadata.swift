import RegulationModel

/// Reads document number, dates and repeals out of the parts of a document.
struct MetadataReader {
    private let document: Document
    private let body: Body
    private let reader: Dates
    private let naming: LevelNaming

    init(document: Document, body: Body) {
        self.document = document
        self.body = body
        // An act of Taiwan that names the years of the Republic once means them wherever it leaves their name out.
        naming = LevelNaming(document: document, articles: body.articles)
        let scanner = document.scanner
        reader = Dates(
            scanner: scanner,
            countsFromRepublic: naming.isTraditional && scanner.contains(Dates.republic, in: scanner.span))
    }

    private var scanner: Scanner { document.scanner }
    private var forms: LineForms { document.forms }

    /// What the act calls its levels.
    func levelNames() -> LevelNames { naming.names() }

    // MARK: Document number

    /// The number of the notice that issues the act, or one in the note under its title: a document's, or that of the order
    /// which promulgates the act.
    func documentNumber() -> ByteSpan? {
        let numbers = DocumentNumbers(scanner: scanner)
        for part in body.parts {
            switch part.kind {
            case .documentNumber, .adoptionNote, .noticeTitle:
                if let number = numbers.first(in: part.span) { return number }
            default: continue
            }
        }
        return body.parts.lazy.filter { $0.kind == .adoptionNote }.compactMap { numbers.order(in: $0.span) }.first
    }

    // MARK: Dates

    /// Dates the text states, with what was noticed about them.
    func dates() -> (dates: RegulationDates, findings: [Diagnostic]) {
        var dates = RegulationDates()
        var findings: [Diagnostic] = []
        var signed: CalendarDate?
        for part in body.parts {
            switch part.kind {
            case .adoptionNote: readStatements(in: part.span, into: &dates, &findings)
            case .introduction: readIntroduction(part.span, into: &dates, &findings)
            case .signature:
                if isNotice, let date = reader.all(in: part.span).last { signed = signed ?? date.date }
            case .noticeText:
                if isNotice { readNotice(part.span, into: &dates) }
            default: continue
            }
        }
        // A notice is dated where it is signed.
        dates.issued = signed ?? dates.issued
        readClosing(into: &dates, &findings)
        return (dates, findings)
    }

    private var isNotice: Bool {
        body.parts.contains { $0.kind == .noticeTitle || $0.kind == .documentNumber }
    }

    /// Each date is what the words of its own sentence say; without any such word, a note under a title states adoption.
    private func readStatements(in span: ByteSpan, into dates: inout RegulationDates, _ findings: inout [Diagnostic]) {
        let found = reader.all(in: span)
        for broken in BrokenDates(scanner: scanner).all(in: span, beside: found) {
            findings.append(unreadable(broken, isEffective: false, of: nil))
        }
        for (index, date) in found.enumerated() {
            let before = index > 0 ? found[index - 1].span.end : span.start
            let after = index + 1 < found.count ? found[index + 1].span.start : span.end
            let around = words(of: date.span, from: before, to: after)
            let isEffective =
                forms.holds(Cues.effective, around)
                || (after == span.end && forms.holds(Cues.effective, ByteSpan(before, date.span.start)))
            if states(Cues.amended, in: around) {
                dates.addAmendment(date.date)
            } else if forms.holds(Cues.adopted, around) {
                dates.adopted = dates.adopted ?? date.date
            } else if forms.holds(Cues.approved, around) {
                dates.approved = dates.approved ?? date.date
            } else if isEffective {
                dates.effective = dates.effective ?? date.date
            } else if forms.holds(Cues.issued, around) {
                dates.issued = dates.issued ?? date.date
            } else if found.count == 1, forms.isDate(scanner.trimmed(span)) {
                dates.issued = dates.issued ?? date.date
            }
        }
    }

    /// The text of the notice that issues an act: …于2020年6月5日通过，现予公布，自2020年7月1日起施行. A date without such words is that of
    /// the notice.
    private func readNotice(_ span: ByteSpan, into dates: inout RegulationDates) {
        var stated = RegulationDates()
        var findings: [Diagnostic] = []
        readStatements(in: span, into: &stated, &findings)
        dates.adopted = dates.adopted ?? stated.adopted
        dates.approved = dates.approved ?? stated.approved
        dates.effective = dates.effective ?? stated.effective
        let told = [stated.adopted, stated.approved, stated.effective] + stated.amended.map(Optional.some)
        let own = stated.issued ?? reader.all(in: span).last { date in !told.contains { $0 == date.date } }?.date
        dates.issued = dates.issued ?? own
    }

    /// True where the words of a date state an amendment: 根据2018年1月1日…《…的决定》修正, amended on …. Words in a title are
    /// none.
    private func states(_ cues: WordSet, in around: ByteSpan) -> Bool {
        var from = around.start
        for title in QuotedTitles(scanner: scanner).all(in: around) {
            if forms.holds(cues, ByteSpan(from, title.start)) { return true }
            from = title.end
        }
        return forms.holds(cues, ByteSpan(from, max(from, around.end)))
    }

    /// The words that say what a date is: behind it in Chinese (1999年9月24日…通过) unless it has a label (公布日期：…), before
    /// it in English (Adopted on …) unless the date opens its note.
    private func words(of date: ByteSpan, from before: Int, to after: Int) -> ByteSpan {
        let lead = ByteSpan(before, date.start)
        let leads = document.language == .english ? forms.holds(Cues.dated, lead) : isLabelled(lead)
        return leads ? lead : ByteSpan(date.end, after)
    }

    private static let colons = utf8(["：", ":"])

    /// True for 公布日期： and 公布日期：民國, as collections of statutes label their dates.
    private func isLabelled(_ lead: ByteSpan) -> Bool {
        var label = scanner.trimmed(lead)
        for word in Dates.republic where word.count < label.length && scanner.has(word, at: label.end - word.count) {
            label = scanner.trimmed(ByteSpan(label.start, label.end - word.count))
        }
        return forms.ends(with: Self.colons, label) && forms.holds(Cues.dated, label)
    }

    /// An explainer's opening: its own date in the byline, the act's dates in its first sentences.
    private func readIntroduction(
        _ span: ByteSpan, into dates: inout RegulationDates, _ findings: inout [Diagnostic]
    ) {
        for line in document.lines where span.contains(line.span.start) && !line.isBlank {
            if forms.holds(Cues.byline, line.content), line.content.length < 300 {
                dates.published = dates.published ?? reader.all(in: line.content).last?.date
                continue
            }
            let found = reader.all(in: line.content)
            for date in found where forms.holds(Cues.adopted, line.content) {
                dates.adopted = dates.adopted ?? date.date
            }
            if dates.effective == nil,
                let effective = EffectiveDate(scanner: scanner).find(in: line.content, among: found)
            {
                dates.effective = effective.date
                if effective.isAssembled {
                    let message =
                        "The year of this date stands apart from its month and day; read as "
                        + "\(effective.date.text)."
                    findings.append(Diagnostic(.dateAssembled, effective.span, message))
                }
            }
        }
    }

    /// The closing article: a date of entry into force, or the day of issue.
    private func readClosing(into dates: inout RegulationDates, _ findings: inout [Diagnostic]) {
        guard let (closing, article) = closing() else { return }
        let found = reader.all(in: closing)
        var broken = BrokenDates(scanner: scanner).all(in: closing, beside: found)
        if let found = EffectiveDate(scanner: scanner).find(in: closing, among: found) {
            dates.effective = found.isAssembled ? dates.effective : found.date
        } else if forms.holds(Cues.effectiveOnIssue, closing), !forms.holds(Cues.effectiveAfterIssue, closing) {
            dates.effective = dates.effective ?? dates.issued
        } else if let debris = EffectiveDate(scanner: scanner).unreadable(in: closing) {
            broken.removeAll { $0.overlaps(debris.start, debris.end) }
            findings.append(unreadable(debris, isEffective: true, of: article))
        }
        findings += broken.map { span in
            unreadable(span, isEffective: EffectiveDate(scanner: scanner).isMeant(span, in: closing), of: article)
        }
    }

    /// What says when the act comes into force: one of the last articles, or a paragraph of an act without any.
    private func closing() -> (span: ByteSpan, article: Provision?)? {
        let article = body.articles.suffix(3).last { forms.holds(Cues.entryIntoForce, $0.span) }
        if let article { return (article.span, article) }
        guard body.articles.isEmpty, body.sections.isEmpty else { return nil }
        let part = body.parts.last { $0.kind == .preamble && forms.holds(Cues.entryIntoForce, $0.span) }
        return part.map { ($0.span, nil) }
    }

    private func unreadable(_ span: ByteSpan, isEffective: Bool, of article: Provision?) -> Diagnostic {
        let named = isEffective ? "The date of entry into force" : "This date"
        let message = "\(named) cannot be read: “\(scanner.string(span))”. It is left unknown."
        return Diagnostic(.dateUnreadable, span, message, provision: article?.eId)
    }

    // MARK: Repeals

    /// Acts that the closing articles repeal, as printed: 《…》 with the document number behind it, or a quoted title.
    func repeals() -> [Repeal] {
        var result: [Repeal] = []
        for article in body.articles.suffix(3) where forms.holds(Cues.repeal, article.span) {
            for paragraph in article.children {
                for span in paragraph.allText {
                    result += repeals(in: span, of: article.eId)
                }
            }
        }
        return result
    }

    private func repeals(in span: ByteSpan, of article: EId) -> [Repeal] {
        var result: [Repeal] = []
        for sentence in sentences(of: span) where forms.holds(Cues.repeal, sentence) {
            let verb = Cues.repeal.words.compactMap { scanner.findFolded($0, in: sentence) }.max() ?? sentence.start
            let reach = ByteSpan(sentence.start, verb)
            let titles = QuotedTitles(scanner: scanner).all(in: reach)
            result += titles.map { Repeal(text: $0, article: article) }
        }
        return result
    }

    private func sentences(of span: ByteSpan) -> [ByteSpan] {
        var result: [ByteSpan] = []
        var start = span.start
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            index += length
            let isStop = value == 0x3002 || (value == 0x2E && (index >= span.end || scanner.bytes[index] == 0x20))
            guard isStop else { continue }
            result.append(ByteSpan(start, index))
            start = index
        }
        if start < span.end { result.append(ByteSpan(start, span.end)) }
        return result
    }
}

extension RegulationDates {
    /// Adds a date of an amendment: they are ascending, each once.
    fileprivate mutating func addAmendment(_ date: CalendarDate) {
        let place = amended.firstIndex { $0 >= date } ?? amended.count
        guard place == amended.count || amended[place] != date else { return }
        amended.insert(date, at: place)
    }
}
