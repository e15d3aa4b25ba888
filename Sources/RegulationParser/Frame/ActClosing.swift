import RegulationModel

/// Tells what stands behind the article by which a Chinese act comes into force: only sentences, and lines that speak of what
/// the act repeals, how long it holds or how it is read, are still its text. Of 3,423 acts 16 have tables, lists of addressees
/// or a note there, and none has a line of its own text that this takes away.
///
/// Examples of other lines: 抄送：市委各部委。 市长　王大明; （此件公开发布）; 注：…; 往期推荐.
struct ActClosing {
    private let forms: LineForms
    private let lines: [Line]
    /// The line that says when the act comes into force.
    private let entry: Int

    private var scanner: Scanner { forms.scanner }

    /// Nil where the last article does not say when the act comes into force.
    init?(document: Document, lastArticle: Mark) {
        forms = document.forms
        lines = document.lines
        guard document.language == .chinese,
            let entry = lines[lastArticle.line...].indices.prefix(Self.longestArticle).first(where: { line in
                document.forms.holds(Cues.entryIntoForce, document.lines[line].content)
            })
        else { return nil }
        self.entry = entry
    }

    /// Lines of a last article among which the one on entry into force is looked for.
    private static let longestArticle = 12
    /// A line that names who signs, in bytes.
    private static let longestName = 60

    /// What a line is that no act has behind its entry into force; nil where it may be text of the act.
    func kind(ofLine index: Int) -> PartKind? {
        guard index > entry, let before = lines[..<index].last(where: { !$0.isBlank }),
            scanner.endsWithFullStop(before.content)
        else { return nil }
        let content = lines[index].content
        if isNote(content) { return .footnote }
        guard ListMarks(scanner: scanner).mark(at: content.start, content.end) == nil else { return nil }
        if forms.begins(with: Cues.imprintLabels, content) || forms.ends(with: Self.imprintEnds, content)
            || forms.isBracketed(content)
        {
            return .publicationNote
        }
        if isSignature(content, at: index) { return .signature }
        if isAnnex(content) { return .annex }
        guard !scanner.endsSentence(content), scanner.bytes[content.start] != UInt8(ascii: "|") else { return nil }
        return forms.holds(Cues.afterEntryIntoForce, content) ? nil : .siteResidue
    }

    // MARK: Forms of lines

    private static let imprintEnds = utf8(["印发", "印發", "校对", "校對"])
    private static let noteLabels = WordSet(["注：", "注:", "註：", "註:", "备注：", "备注:", "備註：", "備註:", "附注：", "附注:"])
    private static let noteBrackets = utf8(["[", "［", "〔"])
    private static let superscripts: Set<UInt32> = Set(
        [0xB9, 0xB2, 0xB3] + Array(0x2070...0x2079) + Array(0x2460...0x2473))

    /// 注：…, [1] …, ¹ …
    private func isNote(_ content: ByteSpan) -> Bool {
        if forms.begins(with: Self.noteLabels, content)
            || Self.superscripts.contains(scanner.scalar(at: content.start).value)
        {
            return true
        }
        guard let bracket = scanner.first(of: Self.noteBrackets, at: content.start) else { return false }
        return scanner.digits(at: content.start + Self.noteBrackets[bracket].count, content.end) != nil
    }

    private static let offices = WordSet([
        "省长", "市长", "州长", "县长", "区长", "主席", "委员长", "主任", "总理", "部长", "局长", "署长", "院长", "检察长", "省長", "市長",
        "縣長", "總統", "總督", "行政院院長", "行政长官", "行政長官", "立法会主席", "立法會主席", "命令公佈", "命令公布", "着颁行", "著頒行",
    ])
    private static let acts = utf8(["通过。", "通過。", "签署。", "簽署。", "公布。", "公佈。", "批准。"])

    /// 市长　王大明; 二零二一年五月十日簽署。 命令公佈。 A short line above a date.
    private func isSignature(_ content: ByteSpan, at index: Int) -> Bool {
        guard content.length <= Self.longestName else { return false }
        if forms.begins(with: Self.offices, content) { return true }
        if forms.ends(with: Self.acts, content), let date = Dates(scanner: scanner).all(in: content).first {
            return date.span.start == content.start
        }
        guard !scanner.endsSentence(content), let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else {
            return false
        }
        return forms.isDate(next.content)
    }

    private static let annexEnds = utf8(["表", "图", "圖", "目录", "目錄", "名单", "名單", "清单", "清單", "样式", "樣式", "式样", "格式"])
    private static let enclosures = utf8(["附：", "附:"])
    private static let enclosure = utf8("附")

    /// 附：…, 收费标准表: what belongs to the act and is called no 附件.
    private func isAnnex(_ content: ByteSpan) -> Bool {
        if scanner.first(of: Self.enclosures, at: content.start) != nil { return true }
        if content.length == Self.enclosure.count, scanner.has(Self.enclosure, at: content.start) { return true }
        return content.length <= Self.longestName * 2 && forms.ends(with: Self.annexEnds, content)
    }
}
