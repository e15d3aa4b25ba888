import RegulationModel

/// A line, or the piece of a line, that stands before the act.
struct HeadPiece {
    let span: ByteSpan
    let line: Int
}

/// Tells apart what stands in front of an act: navigation, page heading, commentary, labels, the notice that issues it.
struct HeadClassifier {
    let forms: LineForms
    let lines: [Line]
    /// Title of the act, for page headings that repeat it and for the place it rules.
    let title: ByteSpan?

    private var scanner: Scanner { forms.scanner }

    /// The kind of each piece, in order.
    func kinds(of pieces: [HeadPiece]) -> [PartKind] {
        let isNotice = isNotice(pieces)
        let place = title.map { Provinces.named(in: $0, of: scanner, forms.language) } ?? []
        var kinds: [PartKind] = []
        for (index, piece) in pieces.enumerated() {
            let before = kinds.last
            let following = index + 1 < pieces.count ? pieces[index + 1] : nil
            var kind = isNotice ? noticeKind(piece, before: before, following: following) : nil
            kind =
                kind ?? pageKind(piece, isFirst: !kinds.contains { $0 != .navigation && $0 != .layout }, place: place)
            kinds.append(kind ?? continued(piece, after: before, previous: index > 0 ? pieces[index - 1] : nil))
        }
        return kinds
    }

    private func isNotice(_ pieces: [HeadPiece]) -> Bool {
        pieces.contains { forms.isDocumentNumber($0.span) || isNoticeTitle($0.span) }
    }

    private func isNoticeTitle(_ span: ByteSpan) -> Bool {
        guard span.length < 240, !scanner.endsSentence(span) else { return false }
        if forms.language == .chinese { return forms.ends(with: Cues.noticeEnds, span) }
        return forms.begins(with: Cues.englishNoticeWords, span)
    }

    /// Parts of a notice: number, title over one or more lines, addressees, text, signature, note on publication.
    private func noticeKind(_ piece: HeadPiece, before: PartKind?, following: HeadPiece?) -> PartKind? {
        let span = piece.span
        if forms.isDocumentNumber(span) { return .documentNumber }
        if isNoticeTitle(span) { return .noticeTitle }
        if let following, isNoticeTitle(following.span), before != .noticeText, !scanner.endsSentence(span),
            !forms.isNavigation(span)
        {
            return .noticeTitle
        }
        if scanner.endsWithColon(span), span.length < 300, forms.holds(addressees, span) { return .addressees }
        if forms.isBracketed(span) { return .publicationNote }
        let opensSignature = following.map { forms.isDate($0.span) } ?? false
        if forms.isDate(span) || (forms.isBody(span) && (opensSignature || lines[piece.line].isIndented)) {
            return .signature
        }
        return before == .addressees || before == .noticeText || before == .noticeTitle ? .noticeText : nil
    }

    private var addressees: WordSet {
        forms.language == .chinese ? Cues.addressees : Cues.englishAddressees
    }

    /// Parts of a page that shows an act.
    private func pageKind(_ piece: HeadPiece, isFirst: Bool, place: [Int]) -> PartKind? {
        let span = piece.span
        if scanner.endsWithColon(span) || span.length < 400, forms.begins(with: Cues.quotationLabels, span) {
            return .quotationLabel
        }
        if isNavigationLine(span) { return .navigation }
        if forms.isTitle(span), isFirst || repeatsTitle(span) { return .pageHeading }
        if forms.isDocumentNumber(span) { return .documentNumber }
        let others = Provinces.named(in: span, of: scanner, forms.language)
        if !place.isEmpty, !others.isEmpty, Set(others).isDisjoint(with: place) { return .otherJurisdiction }
        if forms.holds(Cues.purpose, span) { return .unnumberedProvision }
        return nil
    }

    private func isNavigationLine(_ span: ByteSpan) -> Bool {
        if forms.isNavigation(span) { return true }
        return forms.scanner.string(span).split(separator: " - ").count >= 3 && !scanner.endsSentence(span)
    }

    private func repeatsTitle(_ span: ByteSpan) -> Bool {
        guard let title else { return false }
        return scanner.string(span) == scanner.string(title)
    }

    /// What goes on from the piece before: the answer to a question about another place, a definition behind a purpose
    /// clause. Everything else is commentary.
    private func continued(_ piece: HeadPiece, after before: PartKind?, previous: HeadPiece?) -> PartKind {
        if before == .otherJurisdiction, let previous, forms.isQuestion(previous.span) { return .otherJurisdiction }
        if before == .unnumberedProvision, forms.holds(Cues.definition, piece.span) { return .unnumberedProvision }
        return .commentary
    }
}

/// Finds where an act or explainer ends and what the page or the issuing office adds begins.
struct TailFinder {
    let forms: LineForms
    let lines: [Line]
    /// What shows that a paragraph is no text of the act; nil in explainers.
    var passages: OutsidePassages?
    /// What tells lines behind an article on entry into force; nil where no article says that.
    var closing: ActClosing?

    private var scanner: Scanner { forms.scanner }

    /// Parts behind the body: kinds and the lines they begin on, ascending. Lines from `first` on are looked at; text
    /// that carries no sign of being outside stays with the body.
    func tail(from first: Int, isExplainer: Bool) -> [OutsideLine] {
        guard first < lines.count,
            let anchor = (first..<lines.count).first(where: { anchorKind($0, isExplainer: isExplainer) != nil })
        else { return [] }
        var start = anchor
        var index = anchor - 1
        let reachesBack = isExplainer || anchorKind(anchor, isExplainer: isExplainer) == .siteResidue
        while index >= first, reachesBack, !forms.isResidueLabel(lines[anchor].content) {
            let line = lines[index]
            if !line.isBlank {
                guard line.content.length < 120, !scanner.endsSentence(line.content), !isQuestion(index) else { break }
                start = index
            }
            index -= 1
        }
        return kinds(from: start, anchor: anchor, isExplainer: isExplainer)
    }

    private func isQuestion(_ index: Int) -> Bool { forms.isQuestion(lines[index].content) }

    private func kinds(from start: Int, anchor: Int, isExplainer: Bool) -> [OutsideLine] {
        var result: [OutsideLine] = []
        var hasEnded = false
        for index in start..<lines.count where !lines[index].isBlank {
            var kind = anchorKind(index, isExplainer: isExplainer)
            if index < anchor { kind = .signature }
            if let last = result.last?.kind, last == .annex, !endsAnnex(index) { kind = .annex }
            let isEndMark = isEndMark(lines[index].content)
            let fallback: PartKind = hasEnded ? .unrelated : (result.last?.kind ?? .siteResidue)
            if kind == nil || (hasEnded && kind == .signature) { kind = fallback }
            hasEnded = hasEnded || isEndMark
            if let kind, kind != result.last?.kind { result.append(OutsideLine(line: index, kind: kind)) }
        }
        return result
    }

    /// What a line begins, if it is surely no text of an act.
    private func anchorKind(_ index: Int, isExplainer: Bool) -> PartKind? {
        let content = lines[index].content
        guard !content.isEmpty else { return nil }
        if let kind = passages?.kind(of: content, isLast: true) { return kind }
        guard content.length < 400 else { return nil }
        if forms.isAnnexHeading(content) { return .annex }
        if isEndMark(content) { return .siteResidue }
        if forms.isResidueLabel(content) { return .siteResidue }
        let isShort = !scanner.endsWithFullStop(content) || content.length < 100
        if isShort ? forms.holds(Cues.residue, content) : forms.begins(with: Cues.residue, content) {
            return .siteResidue
        }
        let next = ((index + 1)..<lines.count).first { !lines[$0].isBlank && $0 < lines.count }
        if forms.isDate(content) { return .signature }
        if forms.isBody(content), let next, forms.isDate(lines[next].content) { return .signature }
        return closing?.kind(ofLine: index)
    }

    private static let mostLinesOfResidue = 8

    /// True for the first of the site's lines behind an annex: only a few short lines follow.
    private func endsAnnex(_ index: Int) -> Bool {
        guard forms.isResidueLabel(lines[index].content) else { return false }
        let rest = lines[index...].filter { !$0.isBlank }
        return rest.count <= Self.mostLinesOfResidue
            && rest.allSatisfy { $0.content.length <= LineForms.longestLabelled }
    }

    /// - END -, （完）
    private func isEndMark(_ content: ByteSpan) -> Bool {
        guard content.length <= 24 else { return false }
        let word = scanner.string(content).lowercased().filter { $0.isLetter }
        return ["end", "theend", "完", "全文完", "正文完"].contains(word)
    }
}
