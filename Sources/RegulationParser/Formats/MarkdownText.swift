import RegulationModel

/// The text of a Markdown file as a reader sees it: escapes and entities are the characters they stand for, marks of
/// emphasis, links and code are gone, a list that leaves its counting to the renderer is counted (CommonMark 0.31, §2.4,
/// §2.5, §5.3, §6). Headings, tables and comments of their own lines stay, since the lines are read with them; a table that
/// sets articles beside something is read by its columns (`ArticleTable`).
struct MarkdownText {
    private(set) var text: MovedText
    /// Footnotes and addresses of links, which are no text of the act.
    private(set) var outside: [DocumentPart] = []
    private(set) var findings: [Diagnostic] = []
    private let file: [UInt8]
    private var isCode = false
    /// Where the last table ends that was looked at.
    private var passedTable = 0
    private var lists = CountedLists()

    /// True where a text has what must be resolved. Only lines with a sign that may mean something, and those that begin
    /// with a digit, are looked at.
    static func isNeeded(_ document: Document) -> Bool {
        let bytes = document.scanner.bytes
        var lists = CountedLists()
        for line in document.lines where !line.isComment && !line.span.isEmpty {
            if line.count.traits.contains(.markup), hasMark(bytes, line.span) { return true }
            if bytes[line.span.start] == 0x7C, MarkdownTable.mayHoldArticle(document.scanner, line.span) { return true }
            guard (0x30...0x39).contains(bytes[line.span.start]) else { continue }
            let end = min(line.span.end, line.span.start + CountedLists.longestMark)
            if lists.repeats((line.span.start..<end).map { bytes[$0] }) { return true }
        }
        return false
    }

    private static func hasMark(_ bytes: TextBytes, _ span: ByteSpan) -> Bool {
        for index in span.range where isSign(bytes[index]) {
            let before = index > span.start ? bytes[index - 1] : 0x0A
            let next = index + 1 < span.end ? bytes[index + 1] : 0x0A
            if isMark(bytes[index], before: before, next: next) { return true }
        }
        return false
    }

    /// Bits for the signs that may mean something: & * <, then \\ ] ` { ~.
    private static let low: UInt64 = 1 << 0x26 | 1 << 0x2A | 1 << 0x3C
    private static let high: UInt64 = 1 << 0x1C | 1 << 0x1D | 1 << 0x20 | 1 << 0x3B | 1 << 0x3E

    /// True for a sign that Markdown may give a meaning.
    static func isSign(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 == 1
    }

    /// True where what stands around a sign lets it mean something else.
    private static func isMark(_ sign: UInt8, before: UInt8, next: UInt8) -> Bool {
        switch sign {
        case 0x5C, 0x60: return true
        case 0x26: return UInt32(next).isLetter || next == 0x23
        case 0x2A: return next == 0x2A || (before != 0x0A && before != 0x20)
        case 0x5D: return next == 0x28 || next == 0x5B || next == 0x3A
        case 0x7E: return next == 0x7E
        case 0x7B: return next == 0x23
        case 0x3C: return UInt32(next).isLetter || next == 0x2F || (next == 0x21 && before != 0x0A)
        default: return false
        }
    }

    init(_ file: [UInt8]) {
        self.file = file
        text = MovedText(file)
        var start = 0
        var number: Int32 = 1
        while start < file.count {
            if file[start] == 0x7C, let read = table(at: start, number) {
                start = read.end
                number += Int32(clamping: read.lineCount)
                continue
            }
            let end = file[start...].firstIndex(of: 0x0A) ?? file.count
            let next = min(file.count, end + 1)
            let text = end > start && file[end - 1] == 0x0D ? end - 1 : end
            line(ByteSpan(start, text), number: number)
            copy(from: text, to: next, number, column: 1)
            start = next
            number += 1
        }
    }

    // MARK: Tables

    /// Adds the lines of a table that sets articles beside something; nil, and nothing added, at other places.
    private mutating func table(at start: Int, _ number: Int32) -> MarkdownTable? {
        guard !isCode, start >= passedTable, let table = MarkdownTable(file, at: start) else { return nil }
        passedTable = table.end
        let cells = table.rows.map { row in
            row.map { ArticleTable.Cell(first: $0.first.map { Array(file[$0.span.range]) }) }
        }
        guard let content = ArticleTable(rows: cells) else { return nil }
        var isTold = !content.hasOtherVersion
        for (index, row) in table.rows.enumerated() {
            let number = number + Int32(clamping: table.lines[index])
            guard let fates = content.fates(ofRow: index) else {
                for piece in row.joined() { add(piece, number) }
                continue
            }
            let act = zip(row, fates).filter { $0.1 == .act || $0.1 == .mark }.flatMap(\.0)
            if !isTold, !act.isEmpty {
                findings.append(content.finding(at: ByteSpan(text.bytes.count, text.bytes.count)))
                isTold = true
            }
            for piece in act { add(piece, number) }
            for (cell, fate) in zip(row, fates) {
                guard case .beside(let kind) = fate else { continue }
                let start = text.bytes.count
                for piece in cell { add(piece, number) }
                if let kind, text.bytes.count > start {
                    outside.join(DocumentPart(kind, ByteSpan(start, text.bytes.count)))
                }
            }
        }
        return table
    }

    /// Adds a piece of a cell as a line.
    private mutating func add(_ piece: MarkdownTable.Piece, _ number: Int32) {
        inline(piece.span, number, column: Int32(clamping: piece.column))
        text.add([0x0A])
    }

    // MARK: Lines

    private mutating func line(_ span: ByteSpan, number: Int32) {
        let content = trimmed(span)
        let first = content.isEmpty ? 0 : file[content.start]
        if first == 0x60 || first == 0x7E, isFence(content) {
            isCode.toggle()
            return
        }
        if isCode || isRawLine(content) { return copy(from: span.start, to: span.end, number, column: 1) }
        if isRule(content) { return }
        if let kind = definition(content) {
            let start = text.bytes.count
            copy(from: span.start, to: span.end, number, column: 1)
            outside.append(DocumentPart(kind, ByteSpan(start, text.bytes.count)))
            return
        }
        var span = span
        if let counted = lists.next(file[content.range]) {
            text.add(Array("\(counted.number)".utf8))
            span = ByteSpan(content.start + counted.digits, span.end)
        }
        inline(span, number)
    }

    private func trimmed(_ span: ByteSpan) -> ByteSpan {
        var (start, end) = (span.start, span.end)
        while start < end, file[start] == 0x20 || file[start] == 0x09 { start += 1 }
        while end > start, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
        return ByteSpan(start, end)
    }

    private func isFence(_ content: ByteSpan) -> Bool {
        content.length >= 3 && file[content.range].prefix(3).allSatisfy { $0 == file[content.start] }
    }

    /// A comment that has its line, and a row of a table.
    private func isRawLine(_ content: ByteSpan) -> Bool {
        let line = file[content.range]
        return line.starts(with: utf8("<!--")) && line.suffix(3).elementsEqual(utf8("-->")) || line.first == 0x7C
    }

    /// `***`, `* * *`, `___`; rules of hyphens are read with the lines.
    private func isRule(_ content: ByteSpan) -> Bool {
        let signs = file[content.range].filter { $0 != 0x20 }
        return signs.count >= 3 && (signs.allSatisfy { $0 == 0x2A } || signs.allSatisfy { $0 == 0x5F })
    }

    /// `[^1]: a note`, `[label]: address`
    private func definition(_ content: ByteSpan) -> PartKind? {
        guard !content.isEmpty, file[content.start] == 0x5B,
            let close = file[content.range].firstIndex(of: 0x5D), close + 1 < content.end, file[close + 1] == 0x3A
        else { return nil }
        return file[content.start + 1] == 0x5E ? .footnote : .siteResidue
    }

    // MARK: Inside a line

    private mutating func inline(_ span: ByteSpan, _ number: Int32, column first: Int32 = 1) {
        let marks = MarkdownMarks(file: file, span: span)
        var index = span.start
        var column = first
        var kept = index
        func columns(_ range: Range<Int>) -> Int32 { Int32(clamping: file[range].count { $0 & 0xC0 != 0x80 }) }
        while index < span.end {
            guard let found = marks.replacement(at: index) else {
                index += 1
                continue
            }
            copy(from: kept, to: index, number, column: column)
            column += columns(kept..<found.end)
            text.add(found.text)
            kept = found.end
            index = found.end
        }
        copy(from: kept, to: span.end, number, column: column)
    }

    private mutating func copy(from start: Int, to end: Int, _ number: Int32, column: Int32) {
        text.copy(start..<end, line: Int(number), column: Int(column))
    }
}

/// Lists whose numbers a renderer counts: `1.` `1.` `1.` reads 1, 2, 3.
private struct CountedLists {
    private var last: (printed: Int, number: Int)?

    /// Digits, sign and blank.
    static let longestMark = 11

    /// The number of a line's mark, and the bytes of its digits: digits, a stop or a bracket, a blank.
    private static func mark(_ line: some Collection<UInt8>) -> (number: Int, digits: Int)? {
        let digits = line.prefix { (0x30...0x39).contains($0) }
        let rest = line.dropFirst(digits.count)
        guard let sign = rest.first, sign == 0x2E || sign == 0x29, rest.dropFirst().first == 0x20,
            (1...9).contains(digits.count)
        else { return nil }
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }

    /// True where a line repeats the number of the list item before it.
    mutating func repeats(_ line: some Collection<UInt8>) -> Bool {
        guard let mark = Self.mark(line) else { return false }
        defer { last = (mark.number, mark.number) }
        return last?.printed == mark.number
    }

    /// The number a line's mark counts; nil where it is the one printed.
    mutating func next(_ line: ArraySlice<UInt8>) -> (number: Int, digits: Int)? {
        guard let mark = Self.mark(line) else {
            // A paragraph ends a list; a blank line does not.
            if !line.isEmpty { last = nil }
            return nil
        }
        let number = last.map { $0.printed == mark.number ? $0.number + 1 : mark.number } ?? mark.number
        last = (mark.number, number)
        return number == mark.number ? nil : (number, mark.digits)
    }
}
