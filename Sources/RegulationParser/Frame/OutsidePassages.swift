import RegulationModel

/// Tells paragraphs behind an article that are no text of its act: they speak of another place, ask a question, carry a
/// quotation label, cite another act, or sum up.
///
/// Example: on a page that quotes articles of Hunan, “In contrast, Hubei Province stipulates a fee of 300 yuan.”
struct OutsidePassages {
    let forms: LineForms
    /// Places the act's title names, as indices into `Provinces.all`.
    let place: [Int]

    private var scanner: Scanner { forms.scanner }

    init(forms: LineForms, title: ByteSpan?) {
        self.forms = forms
        let named = title.map { Provinces.named(in: $0, of: forms.scanner, forms.language) } ?? []
        place = named.count == 1 && !Provinces.all[named[0]].isSpecialRegion ? named : []
    }

    /// The kind of a paragraph that is surely outside; nil where it may be text of the act. Behind the last article
    /// (`isLast`) it is enough that it names another place only; before an article it must also say what holds there.
    ///
    /// - Parameter mayName: false where the paragraph surely names no place.
    func kind(of content: ByteSpan, isLast: Bool, mayName: Bool = true) -> PartKind? {
        guard !content.isEmpty, let kind = sign(in: content, isLast: isLast, mayName: mayName) else { return nil }
        return ListMarks(scanner: scanner).mark(at: content.start, content.end) == nil ? kind : nil
    }

    /// What a paragraph shows that begins with no list mark.
    private func sign(in content: ByteSpan, isLast: Bool, mayName: Bool) -> PartKind? {
        if Citations(forms: forms).isLabel(content) { return .quotationLabel }
        let others = mayName || forms.language == .english ? otherPlaces(in: content) : []
        if !others.isEmpty, (isLast && !place.isEmpty) || rules(of: others, in: content) { return .otherJurisdiction }
        if forms.isQuestion(content) { return others.isEmpty ? .commentary : .otherJurisdiction }
        guard forms.begins(with: Cues.commentaryOpenings, content) || Citations(forms: forms).isReported(content) else {
            return nil
        }
        return others.isEmpty ? .commentary : .otherJurisdiction
    }

    /// Words by which an act speaks of its own place, or of working with another: 本市与江苏省共同推进….
    private static let ownWords = WordSet([
        "本市", "本省", "本自治区", "我省", "我市", "本条例", "本办法", "本规定", "会同", "协同", "共同", "协作", "与", "委托", "this province",
        "this city", "this municipality", "these regulations", "these measures", "these rules", "together with",
        "jointly", "cooperat",
    ])

    /// Places named in a paragraph that does not speak of the act's own. Hong Kong, Macao and Taiwan are named in acts of
    /// every place.
    private func otherPlaces(in content: ByteSpan) -> [Int] {
        let named = Provinces.named(in: content, of: scanner, forms.language)
        guard !named.isEmpty, Set(named).isDisjoint(with: place), !forms.holds(Self.ownWords, content) else {
            return []
        }
        return named.filter { !Provinces.all[$0].isSpecialRegion && isWhole($0, in: content) }
    }

    /// A Chinese name counts with what it is called behind it: 以上海洋捕捞 names no city.
    private func isWhole(_ index: Int, in content: ByteSpan) -> Bool {
        guard forms.language == .chinese else { return true }
        return ["省", "市", "自治区", "壮族", "回族", "维吾尔"].contains { kind in
            scanner.find(utf8(Provinces.all[index].chinese + kind), in: content) != nil
        }
    }

    private static let reporting = WordSet([
        "stipulate", "provide", "require", "prescribe", "specif", "set", "charge", "impose", "规定", "明确", "要求", "實行",
    ])
    private static let joints = WordSet([
        "province", "municipality", "city", "autonomous region", "省", "市", "自治区", "则", ",",
    ])

    /// True where one of the places is the subject of a verb of ruling: Guangdong Province stipulates …, 广东省则规定….
    private func rules(of others: [Int], in content: ByteSpan) -> Bool {
        others.contains { index in
            let name =
                forms.language == .chinese ? Provinces.all[index].chinese : Provinces.all[index].english.lowercased()
            guard let found = scanner.findFolded(utf8(name), in: content) else { return false }
            var position = scanner.skipSpace(found + name.utf8.count, content.end)
            while let joint = Self.joints.first(at: position, before: content.end, scanner) {
                position = scanner.skipSpace(position + Self.joints.words[joint].count, content.end)
            }
            return Self.reporting.first(at: position, before: content.end, scanner) != nil
        }
    }
}

/// Reads labels in front of quoted provisions and sentences that report what an article says.
struct Citations {
    let forms: LineForms

    private var scanner: Scanner { forms.scanner }
    private static let articleWords = utf8(["article ", "第"])
    private static let unit = utf8("条")
    private static let longestTitle = 200
    private static let longestArticle = 40

    /// `Legal basis: …`, `法律依据：…`, or `"Civil Code …" Article 1245 …`, `《民法典》第一千二百四十五条…` at the start.
    func isLabel(_ content: ByteSpan) -> Bool { afterLabel(content) != nil || opensWithCitation(content) }

    /// Where the text behind a label and its colon begins.
    func afterLabel(_ content: ByteSpan) -> Int? {
        let labels = Cues.quotationLabels
        guard let cue = labels.first(at: content.start, before: content.end, scanner) else { return nil }
        let end = scanner.skipSpace(content.start + labels.words[cue].count, content.end)
        guard end < content.end else { return content.end }
        let (value, length) = scanner.scalar(at: end)
        return value == 0x3A || value == 0xFF1A ? end + length : nil
    }

    /// The span without a label and the quotation marks around what it cites: `Legal basis: "Measures …"`.
    func withoutLabel(_ span: ByteSpan) -> ByteSpan {
        guard let start = afterLabel(span) else { return span }
        let rest = scanner.trimmed(ByteSpan(start, span.end))
        guard let quoted = QuotedTitles(scanner: scanner).all(in: rest).first, quoted.start - rest.start <= 3 else {
            return rest
        }
        return scanner.has(utf8("《"), at: quoted.start) ? ByteSpan(quoted.start + 3, quoted.end - 3) : quoted
    }

    /// A title in quotation marks straight at the start, with an article and its text behind it; what goes on without a
    /// blank is a sentence of the act: 《消防法》第三十九条规定的单位，应当….
    private func opensWithCitation(_ content: ByteSpan) -> Bool {
        guard Self.opensQuotation(scanner.scalar(at: content.start).value),
            let title = QuotedTitles(scanner: scanner).all(in: content).first, title.start - content.start <= 3
        else { return false }
        let isTitle = scanner.has(utf8("《"), at: title.start) || forms.isTitle(title)
        guard isTitle, let end = articleEnd(at: behindTitle(title.end, content.end), content.end) else { return false }
        guard end < content.end else { return true }
        let (value, length) = scanner.scalar(at: end)
        if scanner.bytes[title.start] < 0x80 || value == 0x3A || value == 0xFF1A {
            let next = scanner.skipSpace(end + length, content.end)
            return next >= content.end || !(0x61...0x7A).contains(scanner.bytes[next])
        }
        return Scanner.isSpace(value)
    }

    @inline(__always)
    private static func opensQuotation(_ value: UInt32) -> Bool { value == 0x22 || value == 0x300A || value == 0x201C }

    private func behindTitle(_ index: Int, _ end: Int) -> Int {
        var position = index
        while position < end, [0x22, 0x201D, 0x2C].contains(scanner.scalar(at: position).value) {
            position += scanner.scalar(at: position).length
        }
        return scanner.skipSpace(position, end)
    }

    /// Where an article's number ends that stands at `index`.
    private func articleEnd(at index: Int, _ end: Int) -> Int? {
        guard index < end else { return nil }
        let limit = scanner.wholeScalars(ByteSpan(index, min(end, index + Self.longestArticle))).end
        guard let word = scanner.firstFolded(of: Self.articleWords, at: index, before: limit),
            let numeral = scanner.anyNumeral(at: index + Self.articleWords[word].count, limit)
        else { return nil }
        return numeral.end + (scanner.hasFolded(Self.unit, at: numeral.end, before: limit) ? Self.unit.count : 0)
    }

    /// The title a label cites: in quotation marks, or what stands before its article.
    func citedTitle(_ content: ByteSpan) -> ByteSpan? {
        let start = afterLabel(content) ?? content.start
        let rest = scanner.trimmed(ByteSpan(start, min(content.end, start + Self.longestTitle)))
        let whole = scanner.wholeScalars(rest)
        if let quoted = QuotedTitles(scanner: scanner).all(in: whole).first, quoted.start - whole.start <= 3 {
            return quoted
        }
        guard let end = Self.articleWords.compactMap({ scanner.findFolded($0, in: whole) }).min(), end > whole.start
        else { return nil }
        return scanner.trimmed(ByteSpan(whole.start, end))
    }

    private static let reportingVerbs = utf8([
        "stipulates", "provides", "states", "requires", "says", "prescribes", "specifies", "reads", "sets out",
    ])

    /// `Article 7 stipulates: "…"`: a sentence about an article.
    func isReported(_ content: ByteSpan) -> Bool {
        guard scanner.bytes[content.start] < 0x80, let index = articleEnd(at: content.start, content.end) else {
            return false
        }
        return Self.isReport(at: index, content.end, scanner)
    }

    /// True where a verb of reporting and a colon, a quotation mark or `that` stand at `index`.
    static func isReport(at index: Int, _ end: Int, _ scanner: Scanner) -> Bool {
        let start = scanner.skipSpace(index, end)
        guard let verb = scanner.first(of: reportingVerbs, at: start) else { return false }
        let next = scanner.skipSpace(start + reportingVerbs[verb].count, end)
        guard next < end else { return true }
        let value = scanner.scalar(at: next).value
        return [0x3A, 0xFF1A, 0x2C, 0x22, 0x201C].contains(value) || scanner.has(utf8("that "), at: next)
    }
}
