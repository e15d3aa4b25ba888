import RegulationModel

/// A text that was copied or converted out of pages: what stands on every page, and the lines with the numbers of pages
/// (`— 3 —`, 第 3 页, `3 / 9`), go behind the text, so that no article holds them.
///
/// Pages are told by form feeds, as converters of PDF write them, or by the numbers themselves.
struct PagedText {
    let text: MovedText
    let outside: [DocumentPart]
    /// That pages are set in columns, where they are.
    let findings: [Diagnostic]

    /// In bytes. Pages and tables are looked for line by line, which a larger text, larger than any act, would take much memory
    /// for.
    static let largest = 2_097_152
    private static let fewestPages = 2
    /// Visible bytes of a line that names a page.
    private static let longestNumber = 30
    /// Fewest pages, and fewest lines of each, where numbers alone are the pages': a column of a table counts too.
    private static let fewestBare = 3
    private static let shortestPage = 12

    private struct Row {
        let range: Range<Int>
        let number: Number?
        let beginsPage: Bool
    }

    /// A line that may be the number of a page.
    private struct Number {
        let page: Int
        /// False for digits that stand alone.
        let isMarked: Bool
    }

    /// Nil where the lines of a file show no pages.
    init?(_ file: [UInt8]) {
        guard file.count <= Self.largest else { return nil }
        let rows = Self.rows(of: file)
        guard let numbers = Self.numbers(rows) else { return nil }
        let pages = Self.pages(of: rows, numbers)
        let lines = pages.map { $0.map { PDFLine(file[rows[$0].range]) } }
        let outside = Self.outside(rows, numbers, pages, lines)
        findings = PDFLayout.columns(on: lines).map { [$0] } ?? []
        guard !outside.isEmpty || !findings.isEmpty, outside.count < rows.count else { return nil }
        var text = MovedText(file)
        let kept = rows.indices.filter { !outside.contains($0) }
        for (place, index) in kept.enumerated() {
            let range = rows[index].range
            let next = place + 1 < kept.count ? kept[place + 1] : index + 1
            let goesOn = next > index + 1 && Self.breaksSentence(file[range], before: file[rows[next].range])
            text.copy(goesOn ? Self.withoutBreak(range, file) : range, line: index + 1, column: 1)
        }
        if text.bytes.last != 0x0A { text.add([0x0A]) }
        let start = text.bytes.count
        for (index, row) in rows.enumerated() where outside.contains(index) {
            text.copy(row.range, line: index + 1, column: 1)
        }
        text.finish()
        self.text = text
        self.outside =
            text.bytes.count > start ? [DocumentPart(.runningHead, ByteSpan(start, text.bytes.count))] : []
    }

    // MARK: Sentences over two pages

    /// Columns of a line of running text.
    private static let narrowestLine = 20

    /// True where the last line of a page breaks off in a sentence of ideographs, and the first of the next goes on with it.
    private static func breaksSentence(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
        let (last, first) = (PDFLine(line), PDFLine(next))
        guard last.width >= narrowestLine, !first.isBlank, !last.scanner.endsSentence(last.span),
            let end = last.scanner.scalar(before: last.span.end, from: 0), end.value.isHan || end.value == 0xFF0C
        else { return false }
        return ListMarks(scanner: first.scanner).mark(at: 0, first.text.count) == nil
            && ActMarks(scanner: first.scanner).kind(of: first.span) == ActMarks.Kind.none
    }

    private static func withoutBreak(_ range: Range<Int>, _ file: [UInt8]) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, file[end - 1] <= 0x20 { end -= 1 }
        return range.lowerBound..<end
    }

    // MARK: Rows

    private static func rows(of file: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var start = 0
        file.withUnsafeBytes { bytes in
            while start < bytes.count {
                let end = bytes.first(0x0A, from: start).map { $0 + 1 } ?? bytes.count
                rows.append(
                    Row(range: start..<end, number: number(bytes[start..<end]), beginsPage: bytes[start] == 0x0C))
                start = end
            }
        }
        return rows
    }

    /// The number on a line that may name a page: with dashes around it, as 第 3 页, `3 / 9`, or alone.
    private static func number(_ line: Slice<UnsafeRawBufferPointer>) -> Number? {
        var visible = 0
        var hasDigit = false
        for byte in line where byte > 0x20 {
            visible += 1
            hasDigit = hasDigit || (0x30...0x39).contains(byte)
            if visible > longestNumber { return nil }
        }
        guard hasDigit else { return nil }
        let laidOut = PDFLine(Array(line.filter { $0 >= 0x20 })[...])
        guard RunningHeads.isPageNumber(laidOut) else { return nil }
        let text = String(decoding: laidOut.text, as: UTF8.self)
        guard let page = Int(text.drop { !$0.isNumber }.prefix { $0.isNumber }) else { return nil }
        return Number(page: page, isMarked: text.contains { !$0.isNumber && !$0.isWhitespace })
    }

    // MARK: Pages

    /// The rows whose numbers count pages; none where form feeds tell pages, nil where nothing does.
    private static func numbers(_ rows: [Row]) -> [Int]? {
        let marked = rows.indices.filter { rows[$0].number?.isMarked == true }
        if count(marked, rows), marked.count >= fewestPages { return marked }
        if rows.count(where: \.beginsPage) >= fewestPages - 1 { return [] }
        let bare = rows.indices.filter { rows[$0].number != nil }
        guard bare.count >= fewestBare, count(bare, rows) else { return nil }
        let isSpaced = zip(bare, bare.dropFirst()).allSatisfy { $1 - $0 >= shortestPage }
        return isSpaced ? bare : nil
    }

    /// True where nearly every number is one more than the one before.
    private static func count(_ found: [Int], _ rows: [Row]) -> Bool {
        let pages = found.compactMap { rows[$0].number?.page }
        let steps = zip(pages, pages.dropFirst()).count { $1 == $0 + 1 }
        return steps * 5 >= (pages.count - 1) * 4
    }

    /// The rows that are no text: numbers of pages, what stands at the edge of most pages, and blank rows beside them where
    /// a page breaks a sentence.
    private static func outside(_ rows: [Row], _ numbers: [Int], _ pages: [[Int]], _ lines: [[PDFLine]]) -> Set<Int> {
        let heads = RunningHeads(pages: lines)
        let isNumber = Set(numbers)
        var outside: Set<Int> = []
        for (place, page) in pages.enumerated() {
            // What heads the other pages may be the title on the first one.
            let found = Set(
                heads.places(on: lines[place]).filter { place > 0 || !isTitle(lines[0][$0]) }.map { page[$0] }
            ).union(page.filter(isNumber.contains))
            guard !found.isEmpty else { continue }
            outside.formUnion(found)
            let blank = zip(page, lines[place]).filter(\.1.isBlank).map(\.0)
            let visible = page.filter { !found.contains($0) && !blank.contains($0) }
            guard let first = visible.first, let last = visible.last else { continue }
            outside.formUnion(blank.filter { $0 > last || ($0 < first && place > 0) })
        }
        return outside
    }

    private static func isTitle(_ line: PDFLine) -> Bool {
        let language = LanguageDetector(scanner: line.scanner).language(of: line.span)
        return LineForms(scanner: line.scanner, language: language).isTitle(line.span)
    }

    /// Rows page by page: a form feed begins one, or the number of a page ends one.
    private static func pages(of rows: [Row], _ numbers: [Int]) -> [[Int]] {
        let hasFeeds = rows.count(where: \.beginsPage) >= fewestPages - 1
        let ends = Set(hasFeeds ? [] : numbers)
        var pages: [[Int]] = [[]]
        for index in rows.indices {
            if hasFeeds, rows[index].beginsPage, index > 0 { pages.append([]) }
            pages[pages.count - 1].append(index)
            if ends.contains(index) { pages.append([]) }
        }
        return pages
    }
}
