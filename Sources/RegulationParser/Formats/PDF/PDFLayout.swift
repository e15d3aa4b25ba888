import RegulationModel

/// Lines of a PDF's pages made into paragraphs: what stands on every page goes outside, lines broken at a width are
/// joined again.
struct PDFLayout {
    private let pages: [[PDFLine]]

    /// `bytes` is UTF-8 with a form feed behind each page.
    init(_ bytes: [UInt8]) {
        pages = PDFSpacing.closed(
            bytes.split(separator: 0x0C, omittingEmptySubsequences: false).map { page in
                page.split(separator: 0x0A, omittingEmptySubsequences: false).map(PDFLine.init)
            })
    }

    /// The text; empty where no page has any.
    func text() -> ExtractedText {
        let heads = RunningHeads(pages: pages)
        var flow: [PDFLine] = []
        var outside: [ExtractedText] = []
        for page in pages {
            let lines = heads.split(page)
            outside += lines.heads.map { ExtractedText(bytes: $0.text) }
            flow += lines.body
        }
        var text = PDFParagraphs(lines: PDFTitle.joined(flow)).text()
        guard !text.bytes.isEmpty else { return ExtractedText() }
        if let parted = Self.columns(on: pages) { text.findings.append(parted) }
        text.append(outside, outside: .runningHead)
        return text
    }

    /// Parted lines from which on, and the share of a page's lines above which, it is set in columns or holds a table.
    private static let fewestParted = 5
    private static let partedShare = 0.3
    /// Pages that are named.
    private static let mostNamed = 8

    /// Says on which pages lines stand beside each other: they are read across, for where one column ends is not laid
    /// out surely.
    static func columns(on pages: [[PDFLine]]) -> Diagnostic? {
        let found = pages.indices.filter { index in
            let parted = pages[index].count(where: \.isParted)
            let visible = pages[index].count { !$0.isBlank }
            return parted >= Self.fewestParted && Double(parted) >= Self.partedShare * Double(visible)
        }
        guard !found.isEmpty else { return nil }
        let named = found.prefix(Self.mostNamed).map { String($0 + 1) }.joined(separator: ", ")
        let more = found.count > Self.mostNamed ? " and \(found.count - Self.mostNamed) more" : ""
        let message =
            "Lines stand beside each other, as in columns or tables, on page \(named)\(more). They were read across, so that "
            + "words may be out of order; take the text from a page or a Word file, if there is one."
        return Diagnostic(.formatColumns, ByteSpan(0, 0), message)
    }
}

/// The room between the lines of a text.
enum PDFSpacing {
    /// Share of the lines broken inside a sentence behind which a blank line stands, from which on lines are set apart so.
    private static let openShare = 0.6
    private static let fewestLines = 6
    /// Columns of a line of running text.
    private static let narrowest = 20

    /// Pages whose lines are set far apart, without the blank line behind each.
    static func closed(_ pages: [[PDFLine]]) -> [[PDFLine]] {
        var (lines, open) = (0, 0)
        for page in pages {
            for index in page.indices.dropLast() where isBroken(page[index]) {
                lines += 1
                if page[index + 1].isBlank { open += 1 }
            }
        }
        guard lines >= fewestLines, Double(open) >= openShare * Double(lines) else { return pages }
        return pages.map { page in
            page.indices.filter { index in
                !page[index].isBlank || index == 0 || page[index - 1].isBlank
            }.map { page[$0] }
        }
    }

    private static func isBroken(_ line: PDFLine) -> Bool {
        line.width >= narrowest && !line.scanner.endsSentence(line.span)
    }
}

/// The column in which the lines of a text stand.
struct PDFColumn {
    /// Columns before it.
    let margin: Int
    private let edge: Int
    private let width: Int
    /// True where the first line of a paragraph is set in.
    let hasIndents: Bool

    /// A line ends at the right edge where no more than this share of the width is left: half a word, two characters.
    private static let openShare = 0.15
    /// Narrowest column of text; lines of a narrower one are not joined.
    private static let narrowest = 20
    /// Columns by which the first line of a paragraph is set in: one to six characters of Chinese.
    static let indents = 2...12
    /// Columns of an indent of two characters, which a first line lacks.
    private static let usualIndent = 4
    /// Share of lines set in above which a text marks its paragraphs so.
    private static let indentedShare = 0.05

    init(_ lines: [PDFLine]) {
        edge = Self.ninth(lines.map(\.end))
        width = Self.ninth(lines.map(\.width))
        let (edge, width) = (edge, width)
        // The column begins where most lines begin that follow a full one.
        var counts: [Int: Int] = [:]
        for (line, next) in zip(lines, lines.dropFirst()) where Self.isFull(line, edge, width) {
            counts[next.indent, default: 0] += 1
        }
        let margin = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
        let indented = lines.filter { Self.indents.contains($0.indent - margin) }
        self.margin = margin
        hasIndents = Double(indented.count) >= Self.indentedShare * Double(lines.count)
    }

    /// Headlines and tables may reach further than the column of text: nine of ten lines do not.
    private static func ninth(_ values: [Int]) -> Int {
        values.isEmpty ? 0 : values.sorted()[min(values.count - 1, values.count * 9 / 10)]
    }

    /// A line that is spread ends anywhere, so that its characters count too.
    private static func isFull(_ line: PDFLine, _ edge: Int, _ width: Int) -> Bool {
        let closed = line.width + min(line.indent, usualIndent)
        return Double(edge - line.end) <= openShare * Double(edge)
            || Double(width - closed) <= openShare * Double(width)
    }

    /// True where a line reaches to the right edge, or the first word of the next one had no place on it.
    func isFull(_ line: PDFLine, before next: PDFLine) -> Bool {
        guard width >= Self.narrowest else { return false }
        return Self.isFull(line, edge, width) || line.end + 1 + next.firstWord > edge
    }
}

/// Joins lines that were broken at a width.
struct PDFParagraphs {
    let lines: [PDFLine]
    private let column: PDFColumn

    init(lines: [PDFLine]) {
        self.lines = lines
        column = PDFColumn(lines.filter { !$0.isBlank })
    }

    func text() -> ExtractedText {
        var text = ExtractedText()
        var last: PDFLine?
        for line in lines {
            guard !line.isBlank else {
                if last != nil, !text.bytes.isEmpty { text.bytes += [0x0A, 0x0A] }
                last = nil
                continue
            }
            if let last {
                if continues(last, line) || isInBrackets(text.bytes) {
                    if needsSpace(text.bytes, line.text) { text.bytes.append(0x20) }
                } else {
                    text.bytes.append(0x0A)
                }
            }
            text.bytes += line.text
            last = line
        }
        text.endLine()
        return text
    }

    /// True where `line` goes on with what `before` broke off.
    private func continues(_ before: PDFLine, _ line: PDFLine) -> Bool {
        guard line.indent <= column.margin + 1, !isNote(line, below: before) else { return false }
        let isBroken = !before.scanner.endsSentence(before.span)
        if isBroken, line.beginsSmall, !beginsProvision(line) { return true }
        guard column.isFull(before, before: line) else { return false }
        if isBroken, goesOnInEnglish(before, line) { return true }
        if !isBroken, ActMarks(scanner: line.scanner).kind(of: line.span) == .grouping { return false }
        if column.hasIndents { return before.indent - column.margin <= PDFColumn.indents.upperBound }
        return isBroken ? !beginsProvision(line) : !beginsProvision(line) && isInside(line)
    }

    /// True for the note below a title, which begins with a bracket or a year.
    private func isNote(_ line: PDFLine, below title: PDFLine) -> Bool {
        guard let first = line.text.first,
            first == UInt8(ascii: "(") || UInt32(first).digit != nil
                || line.scanner.has(utf8("（"), at: 0)
        else { return false }
        let forms = LineForms(scanner: title.scanner, language: .chinese)
        return LanguageDetector(scanner: title.scanner).language(of: title.span) == .chinese
            && forms.isTitle(title.span)
            && ListMarks(scanner: line.scanner).mark(at: 0, line.text.count) == nil
    }

    /// True where a full English line breaks off after a word and the next one begins with what could be the mark of a
    /// provision: “in accordance with / Article 56 of the Act”, “no more than / 20% of the total”.
    private func goesOnInEnglish(_ before: PDFLine, _ line: PDFLine) -> Bool {
        guard let last = before.text.last, (0x61...0x7A).contains(last) || last == 0x2C else { return false }
        let words = line.scanner.string(line.span).split(separator: " ", maxSplits: 2)
        guard let first = words.first else { return false }
        if first.first?.isNumber == true { return first.last != "." && first.last != ")" }
        let isCited = ["Article", "Articles", "Section", "Chapter", "Part", "Paragraph"].contains(first)
        return isCited && words.count > 1 && words[1].first?.isNumber == true
    }

    /// Longest note in brackets that is followed over its lines.
    private static let longestNote = 2_000

    /// True where the paragraph that `text` ends with began with a bracket that is still open: the note under a title
    /// stands in a column of its own.
    private func isInBrackets(_ text: [UInt8]) -> Bool {
        let start = text.suffix(Self.longestNote).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard text.count - start < Self.longestNote else { return false }
        let scanner = Scanner(copying: Array(text[start...]))
        guard scanner.has(utf8("（"), at: 0) else { return false }
        var depth = 0
        var index = 0
        while index < scanner.bytes.count {
            let (value, length) = scanner.scalar(at: index)
            if value == 0xFF08 { depth += 1 }
            if value == 0xFF09 { depth -= 1 }
            index += length
        }
        return depth > 0
    }

    private func beginsProvision(_ line: PDFLine) -> Bool {
        ListMarks(scanner: line.scanner).mark(at: 0, line.text.count) != nil
            || WordLineBreak(scanner: line.scanner, isCentred: false).beginsLine(line.span)
    }

    /// True for a line that begins in the middle of a sentence: with a small letter or an ideograph.
    private func isInside(_ line: PDFLine) -> Bool {
        let value = line.scanner.scalar(at: 0).value
        return !value.isCapital && value.digit == nil
    }

    /// Words are parted; what touches an ideograph, and a word that was divided with a hyphen, are not.
    private func needsSpace(_ before: [UInt8], _ after: [UInt8]) -> Bool {
        let scanner = Scanner(copying: before)
        guard let last = scanner.scalar(before: before.count, from: 0).flatMap({ Unicode.Scalar($0.value) }),
            let first = Unicode.Scalar(Scanner(copying: after).scalar(at: 0).value)
        else { return false }
        if last == "-" { return false }
        return !last.isWide && !first.isWide
    }
}
