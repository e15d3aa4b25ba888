import RegulationModel

/// Finds lines that stand on every page: headers, footers, page numbers.
struct RunningHeads {
    private let repeated: Set<[UInt8]>

    /// Visible lines at the top and at the bottom of a page among which its head and foot are looked for.
    private static let reach = 2
    /// Fewest pages on which a line is one of every page.
    private static let fewestPages = 3
    /// Share of the pages on which it stands: left and right pages may have heads of their own.
    private static let pageShare = 0.4

    init(pages: [[PDFLine]]) {
        var counts: [[UInt8]: Int] = [:]
        let visible = pages.filter { page in page.contains { !$0.isBlank } }
        for page in visible {
            let edges = Self.edges(page).map { Self.form(page[$0]) }
            for form in Set(edges) { counts[form, default: 0] += 1 }
        }
        let fewest = max(Self.fewestPages, Int((Double(visible.count) * Self.pageShare).rounded(.up)))
        var repeated = Set(counts.filter { $0.value >= fewest }.keys)
        // Of two pages only what is the first or the last line of both is surely a head.
        if visible.count == Self.fewestPages - 1 {
            for edge in [\ArraySlice<PDFLine>.first, \.last] {
                let lines = visible.compactMap { page in page.filter { !$0.isBlank }[...][keyPath: edge] }
                if Set(lines.map(\.text)).count == 1, let line = lines.first { repeated.insert(Self.form(line)) }
            }
        }
        self.repeated = repeated
    }

    /// The heads of a page and what is left of it, without blank lines at its top and bottom: a page may break a
    /// sentence.
    func split(_ page: [PDFLine]) -> (heads: [PDFLine], body: [PDFLine]) {
        let edges = places(on: page)
        let heads = page.indices.filter(edges.contains).map { page[$0] }
        let rest = page.indices.filter { !edges.contains($0) }.map { page[$0] }
        guard let first = rest.firstIndex(where: { !$0.isBlank }), let last = rest.lastIndex(where: { !$0.isBlank })
        else { return (heads, []) }
        return (heads, Array(rest[first...last]))
    }

    /// Where heads stand on a page. One that stands below the same words is none: the title of the act below the head that
    /// repeats it.
    func places(on page: [PDFLine]) -> Set<Int> {
        Set(
            Self.edges(page).filter { index in
                let above = page[..<index].last { !$0.isBlank }
                let repeats = above.map { Self.form($0) == Self.form(page[index]) } ?? false
                return isHead(page[index]) && (Self.isPageNumber(page[index]) || !repeats)
            })
    }

    private func isHead(_ line: PDFLine) -> Bool {
        Self.isPageNumber(line)
            || (repeated.contains(Self.form(line)) && !line.scanner.endsSentence(line.span) && !Self.isMark(line))
    }

    /// The number of a provision is no head, though one may stand at the edge of many pages: 第 13 條, Article 14.
    private static func isMark(_ line: PDFLine) -> Bool {
        let kind = ActMarks(scanner: line.scanner).kind(of: line.span)
        return kind == .article || kind == .grouping
    }

    private static func edges(_ page: [PDFLine]) -> [Int] {
        let visible = page.indices.filter { !page[$0].isBlank }
        return Array(Set(visible.prefix(reach) + visible.suffix(reach))).sorted()
    }

    /// The line without blanks, a sign for each number.
    private static func form(_ line: PDFLine) -> [UInt8] {
        var form: [UInt8] = []
        for byte in line.text where byte != 0x20 {
            let sign = (0x30...0x39).contains(byte) ? UInt8(ascii: "#") : byte
            if sign != UInt8(ascii: "#") || form.last != sign { form.append(sign) }
        }
        return form
    }

    private static let longestPageNumber = 24

    /// `3`, `－ 3 －`, `- 3 -`, 第 3 页, `Page 3 of 9`
    static func isPageNumber(_ line: PDFLine) -> Bool {
        guard line.text.count <= longestPageNumber else { return false }
        let scanner = line.scanner
        var hasDigit = false
        var index = 0
        while index < line.text.count {
            let (value, length) = scanner.scalar(at: index)
            index += length
            hasDigit = hasDigit || value.digit != nil
            let isPlain = value.digit != nil || value.isLetter || value.isHan || Scanner.isSpace(value)
            guard isPlain || pageSigns.contains(value) else { return false }
        }
        return hasDigit && !says(scanner)
    }

    /// Dashes, brackets, strokes and points around a page number; no bracket or stop that begins a point.
    private static let pageSigns: Set<UInt32> = [
        0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0xFF0D, 0x2212, 0x7E, 0x2F, 0x5B, 0x5D, 0x7C, 0xB7,
        0x2022,
        0x4E00,
    ]

    /// True where a line says something: it has a letter or an ideograph. 第 3 页 and `Page 3 of 9` say nothing.
    static func says(_ scanner: Scanner) -> Bool {
        var index = 0
        var words: [UInt32] = []
        while index < scanner.bytes.count {
            let (value, length) = scanner.scalar(at: index)
            index += length
            if value.isLetter || value.isHan { words.append(value.isLetter ? value | 0x20 : value) }
        }
        let text = String(String.UnicodeScalarView(words.compactMap(Unicode.Scalar.init)))
        return !text.isEmpty && !pageWords.contains(text)
    }

    private static let pageWords: Set<String> = ["page", "pageof", "p", "第页", "第页共页", "共页", "页", "頁", "第頁", "第頁共頁"]
}
