import RegulationModel

/// Questions about the form of one line, asked when the parts of a document are told apart.
struct LineForms {
    let scanner: Scanner
    let language: Language

    /// Longest title in bytes.
    static let longestTitle = 260

    /// True where one of `cues` stands in the span, case-blind.
    func holds(_ cues: WordSet, _ span: ByteSpan) -> Bool { cues.isHeld(in: span, scanner) }

    /// True where the span begins with one of `cues`, case-blind.
    func begins(with cues: WordSet, _ span: ByteSpan) -> Bool {
        cues.first(at: span.start, before: span.end, scanner) != nil
    }

    /// True where the span ends with one of `cues`.
    func ends(with cues: [[UInt8]], _ span: ByteSpan) -> Bool {
        cues.contains { $0.count <= span.length && scanner.has($0, at: span.end - $0.count) }
    }

    /// True for a line that can be the title of an act.
    func isTitle(_ span: ByteSpan) -> Bool {
        guard !span.isEmpty, span.length <= Self.longestTitle, !scanner.endsSentence(span) else { return false }
        guard Citations(forms: self).afterLabel(span) == nil else { return false }
        let core = withoutTrailingBracket(span)
        if LanguageDetector(scanner: scanner).language(of: span) == .chinese {
            return (ends(with: Cues.chineseTitleEnds, core) || isReply(core)) && core.length >= Self.shortestTitle
                && !scanner.contains(Self.clauseMarks, in: core) && !isOpenQuotation(core)
        }
        guard UInt32(scanner.bytes[core.start]).isCapital else { return false }
        let words = scanner.string(core).lowercased().split { !$0.isLetter }.map(String.init)
        return words.count >= 2 && words.contains { Cues.englishTitleWords.contains($0) }
            && !isNavigation(span) && !holds(Cues.quotationLabels, span)
    }

    private static let replies = utf8(["安排", "批复", "批復", "答复"])

    /// 最高人民法院关于…的安排, 关于…的批复: titles only where they say what they are about.
    private func isReply(_ span: ByteSpan) -> Bool {
        ends(with: Self.replies, span)
            && scanner.find(Self.about, in: span).map { isBody(ByteSpan(span.start, $0)) } == true
    }

    private static let clauseMarks = utf8(["，", "。", "；"])

    /// The span without a label in front of a title: 法規名稱：停車管理條例.
    func withoutTitleLabel(_ span: ByteSpan) -> ByteSpan {
        guard let label = Cues.titleLabels.first(at: span.start, before: span.end, scanner) else { return span }
        let end = scanner.skipSpace(span.start + Cues.titleLabels.words[label].count, span.end)
        guard end < span.end, [0x3A, 0xFF1A].contains(scanner.scalar(at: end).value) else { return span }
        let rest = scanner.trimmed(ByteSpan(end + scanner.scalar(at: end).length, span.end))
        return rest.isEmpty ? span : rest
    }

    /// True for what a line below a title adds to it: （试行）.
    func isTitleSuffix(_ span: ByteSpan) -> Bool {
        guard isBracketed(span), span.length > 6 else { return false }
        let open = scanner.scalar(at: span.start).length
        let inner = scanner.trimmed(ByteSpan(span.start + open, span.end - open))
        return Cues.titleSuffixes.contains { $0.count == inner.length && scanner.has($0, at: inner.start) }
    }

    // MARK: What a page puts around a title

    private static let wholeText = utf8(["（全文）", "(全文)", "【全文】", "全文", "（最新版）"])
    private static let siteSigns = utf8(["-", "_", "|", "—", "－"])
    private static let siteEnds = utf8(["网", "网站", "官网", "門户網", "库", "庫", "平台"])
    private static let quotes = (open: utf8("《"), close: utf8("》"))

    /// 《甲市养犬管理条例》（全文）-甲市司法局 without what is no title.
    func undecorated(_ span: ByteSpan) -> ByteSpan {
        var title = span
        if let sign = lastSign(in: title) {
            let name = scanner.trimmed(ByteSpan(title.start, sign.start))
            let site = scanner.trimmed(ByteSpan(sign.end, title.end))
            if !site.isEmpty, isBody(site) || ends(with: Self.siteEnds, site), isTitle(name) { title = name }
        }
        let whole = Self.wholeText.first { $0.count < title.length && scanner.has($0, at: title.end - $0.count) }
        if let whole {
            let name = scanner.trimmed(ByteSpan(title.start, title.end - whole.count))
            if isTitle(name) || isQuoted(name) { title = name }
        }
        return isQuoted(title) ? ByteSpan(title.start + 3, title.end - 3) : title
    }

    /// True for 《甲市养犬管理条例》, a title between its quotation marks.
    private func isQuoted(_ span: ByteSpan) -> Bool {
        guard span.length > 6, scanner.has(Self.quotes.open, at: span.start),
            scanner.has(Self.quotes.close, at: span.end - 3)
        else { return false }
        let name = ByteSpan(span.start + 3, span.end - 3)
        return isTitle(name) && scanner.find(Self.quotes.open, in: name) == nil
    }

    private func lastSign(in span: ByteSpan) -> ByteSpan? {
        var found: ByteSpan?
        for sign in Self.siteSigns {
            var start = span.start
            while let place = scanner.find(sign, in: ByteSpan(start, span.end)) {
                if place > found?.start ?? -1 { found = ByteSpan(place, place + sign.count) }
                start = place + sign.count
            }
        }
        return found
    }

    // MARK: Titles on two lines

    private static let about = utf8("关于")
    private static let openEnds = utf8(["》", "的", "、", "和", "及"])
    private static let openStarts = utf8(["若干", "有关", "具体", "的", "问题"])
    private static let countries = utf8(["中华人民共和国", "中華民國", "最高人民法院", "最高人民检察院", "国务院"])
    /// Last characters of names of places.
    private static let places = Set("省市区區县縣州盟旗")
    /// Words that hold such a character and name none.
    private static let noPlaces = [
        "城市", "都市", "市场", "市容", "市政", "地区", "小区", "社区", "辖区", "区域", "园区", "库区", "灾区", "县域", "国旗",
    ]
    /// A place stands within so many ideographs: 新疆维吾尔自治区.
    private static let longestPlace = 9
    /// Last words of headings under which a site lists acts.
    private static let categories = utf8(["法规", "法規", "规章", "規章", "文件", "法律", "公报", "公報", "网", "庫", "库", "全文", "正文"])

    /// True where a title on the line `rest` begins on the line `head` above it: 中华人民共和国 above 海洋环境保护法, 最高人民法院关于适用《公司法》
    /// above 若干问题的规定, a body's name above 关于…的规定, a bracket that is open.
    func goesOn(_ head: ByteSpan, _ rest: ByteSpan) -> Bool {
        guard !head.isEmpty, head.length + rest.length <= Self.longestTitle, !scanner.endsSentence(head),
            !isTitle(head) || breaksWord(head, rest)
        else { return false }
        if scanner.has(Self.about, at: rest.start) { return isBody(head) }
        return isOpenQuotation(head) || goesOnAbout(head, rest)
            || (beginsWithPlace(head) && !beginsWithPlace(rest) && !isHeadOfItsOwn(head))
    }

    /// True where `head` says what a title is about, and breaks off: 最高人民法院关于适用《公司法》 above 若干问题的规定,
    /// 全国人民代表大会常务委员会关于在沿海 above 港口城市设立海事法院的决定.
    func goesOnAbout(_ head: ByteSpan, _ rest: ByteSpan) -> Bool {
        guard let about = scanner.find(Self.about, in: head), !isTitle(head) || breaksWord(head, rest) else {
            return false
        }
        return isBody(scanner.trimmed(ByteSpan(head.start, about))) || ends(with: Self.openEnds, head)
            || scanner.first(of: Self.openStarts, at: rest.start) != nil
    }

    /// True where a title that is quoted is not closed.
    private func isOpenQuotation(_ span: ByteSpan) -> Bool {
        guard scanner.find(Self.quotes.open, in: span) != nil else { return false }
        let text = scanner.string(span)
        return text.count { $0 == "《" } > text.count { $0 == "》" }
    }

    private static let law = utf8("法")
    /// What makes a longer word of 法 at the end of a line.
    private static let behindLaw = utf8(["律", "规", "院", "人", "治", "制", "典", "定"])

    /// True where a line breaks within a word: 关于适用法 above 律若干问题的解释.
    private func breaksWord(_ head: ByteSpan, _ rest: ByteSpan) -> Bool {
        ends(with: [Self.law], head) && scanner.first(of: Self.behindLaw, at: rest.start) != nil
    }

    /// True for 法, 条例 alone, below a line that begins a title.
    func isEnd(of head: ByteSpan, _ rest: ByteSpan) -> Bool {
        language == .chinese && rest.length < Self.shortestTitle
            && Cues.chineseTitleEnds.contains {
                $0.count == rest.length && scanner.has($0, at: rest.start)
            } && head.length >= Self.shortestHead && goesOn(head, rest)
    }

    private static let shortestTitle = 9
    /// The beginning of a title that has a line of its own.
    private static let shortestHead = 30

    private func beginsWithPlace(_ span: ByteSpan) -> Bool {
        if Self.countries.contains(where: { $0.count <= span.length && scanner.has($0, at: span.start) }) {
            return true
        }
        var start = String(scanner.string(span).prefix(Self.longestPlace))
        for word in Self.noPlaces { start = start.replacing(word, with: "－") }
        // A place has a name before its kind.
        return start.dropFirst().contains { Self.places.contains($0) }
    }

    /// A line that can stand above a title and is no part of it.
    func isHeadOfItsOwn(_ span: ByteSpan) -> Bool {
        ends(with: Cues.bodies, span) || ends(with: Cues.noticeEnds, span) || ends(with: Self.categories, span)
            || isDocumentNumber(span) || isDate(span) || isBracketed(span) || isNavigation(span) || isResidueLabel(span)
            || holds(Cues.residue, span) || holds(Cues.byline, span)
            || scanner.string(span).unicodeScalars.contains { UInt32($0).digit != nil }
    }

    /// True for the title of an amendment: 宪法修正案（1999年）, Amendment to the Law on ….
    func isAmendment(_ title: ByteSpan) -> Bool {
        ends(with: Cues.chineseAmendments, withoutTrailingBracket(title)) || begins(with: Cues.englishAmendments, title)
    }

    /// The span without a bracket at its end: …办法（试行）, …法（2018年修正）.
    func withoutTrailingBracket(_ span: ByteSpan) -> ByteSpan {
        guard let last = scanner.scalar(before: span.end, from: span.start), [0x29, 0xFF09].contains(last.value) else {
            return span
        }
        var index = span.end
        while let (value, length) = scanner.scalar(before: index, from: span.start) {
            index -= length
            if value == 0x28 || value == 0xFF08 { return scanner.trimmed(ByteSpan(span.start, index)) }
        }
        return span
    }

    /// True for a line of site navigation.
    func isNavigation(_ span: ByteSpan) -> Bool {
        if holds(Cues.navigation, span) { return true }
        guard span.length < 300, !scanner.endsSentence(span), scanner.contains(Self.dividers, in: span) else {
            return false
        }
        let text = scanner.string(span)
        return [" > ", " >> ", " » ", " | "].contains { text.split(separator: $0).count >= 3 }
    }

    private static let dividers = utf8([" > ", " >> ", " » ", " | "])

    /// True for a line that is nothing but a document number: 连政办发〔2021〕62号.
    func isDocumentNumber(_ span: ByteSpan) -> Bool {
        guard let number = DocumentNumbers(scanner: scanner).first(in: span) else { return false }
        return number == span || (span.length - number.length <= 6)
    }

    /// True for a line in brackets: （此件公开发布）.
    func isBracketed(_ span: ByteSpan) -> Bool {
        guard span.length > 2, let last = scanner.scalar(before: span.end, from: span.start) else { return false }
        let first = scanner.scalar(at: span.start).value
        return (first == 0x28 || first == 0xFF08) && (last.value == 0x29 || last.value == 0xFF09)
    }

    /// True for a line that is nothing but a date.
    func isDate(_ span: ByteSpan) -> Bool {
        guard span.length < 40, let date = Dates(scanner: scanner).all(in: span).first else { return false }
        return date.span == span
    }

    /// True for a short line that names a body: 连云港市人民政府办公室.
    func isBody(_ span: ByteSpan) -> Bool {
        span.length < 120 && !scanner.endsSentence(span) && ends(with: Cues.bodies, span)
    }

    /// True for a note on adoption under a title.
    func isAdoptionNote(_ span: ByteSpan) -> Bool {
        if isDocumentNumber(span) || isDate(span) { return true }
        let isBracketed = isBracketed(span)
        guard isBracketed || span.length < Self.longestNote || isLongNote(span) else { return false }
        let states = holds(Cues.dated, span)
        if isBracketed, states { return true }
        guard isBracketed || states else { return false }
        return !Dates(scanner: scanner).all(in: span).isEmpty || !BrokenDates(scanner: scanner).all(in: span).isEmpty
    }

    private static let longestNote = 600
    /// A note on an act that was amended many times.
    private static let longestHistory = 6_000

    /// True for a long line that begins with a date and is no sentence.
    private func isLongNote(_ span: ByteSpan) -> Bool {
        guard span.length < Self.longestHistory, scanner.scalar(at: span.start).value.digit != nil,
            !scanner.endsSentence(span)
        else { return false }
        return Dates(scanner: scanner).all(in: span).first?.span.start == span.start
    }

    /// True for the heading of an annex: 附件1：…, 附表, Annex I.
    func isAnnexHeading(_ span: ByteSpan) -> Bool {
        span.length < 150 && begins(with: Cues.annexes, span) && !scanner.endsWithFullStop(span)
    }

    /// Longest line behind a label of the site's, in bytes.
    static let longestLabelled = 200

    /// Brackets in front of a label.
    private static let labelBrackets = utf8(["（", "(", "【", "["])
    /// Signs between a label and what it says: : ： | ｜ 丨 / ／ ▏
    private static let labelSigns: Set<UInt32> = [0x3A, 0xFF1A, 0x7C, 0xFF5C, 0x4E28, 0x2F, 0xFF0F, 0x258F]

    /// True for what a site says of a text: `Editor: Li`, `来源：某报`, `编辑丨某人`, `（来源：某网）`.
    func isResidueLabel(_ content: ByteSpan) -> Bool {
        guard content.length <= Self.longestLabelled, !content.isEmpty else { return false }
        let bracket = scanner.first(of: Self.labelBrackets, at: content.start)
        let start = content.start + (bracket.map { Self.labelBrackets[$0].count } ?? 0)
        guard start < content.end, begins(with: Cues.residueLabels, ByteSpan(start, content.end)) else { return false }
        return Cues.residueLabels.words.contains { label in
            guard scanner.hasFolded(label, at: start, before: content.end) else { return false }
            let end = scanner.skipSpace(start + label.count, content.end)
            return end < content.end && Self.labelSigns.contains(scanner.scalar(at: end).value)
        }
    }

    /// True for a question.
    func isQuestion(_ span: ByteSpan) -> Bool {
        guard span.length < 240, let last = scanner.scalar(before: span.end, from: span.start) else { return false }
        return last.value == 0x3F || last.value == 0xFF1F
    }
}
