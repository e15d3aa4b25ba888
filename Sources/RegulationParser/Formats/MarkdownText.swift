import RegulationModel

/// The text of a Markdown file as a reader sees it: escapes and entities are the characters they stand for, marks of
/// emphasis, links and code are gone, a list that leaves its counting to the renderer is counted (CommonMark 0.31, §2.4,
/// §2.5, §5.3, §6). Headings, tables and comments of their own lines stay, since the lines are read with them.
struct MarkdownText {
    private(set) var bytes: [UInt8] = []
    private(set) var anchors: [TextAnchor] = []
    /// Footnotes and addresses of links, which are no text of the act.
    private(set) var outside: [DocumentPart] = []
    /// Where stretches of the file went: ascending in both.
    private var moved: [(from: Int, to: Int)] = []
    private let file: [UInt8]
    private var isCode = false
    private var lists = CountedLists()

    /// True where a file has what must be resolved; most collections of laws have none of it, so that this is asked fast.
    static func isNeeded(_ file: [UInt8]) -> Bool {
        file.withUnsafeBytes { bytes in
            for (sign, isOne) in signs {
                var index = 0
                while let found = bytes.first(sign, from: index) {
                    let next = found + 1 < bytes.count ? bytes[found + 1] : 0
                    if isOne(found > 0 ? bytes[found - 1] : 0x0A, next) { return true }
                    index = found + 1
                }
            }
            return false
        } || repeatsNumbers(file)
    }

    /// Signs with what must stand before and behind them for them to mean something else.
    private static let signs: [(UInt8, @Sendable (UInt8, UInt8) -> Bool)] = [
        (0x5C, { _, _ in true }), (0x60, { _, _ in true }), (0x26, { UInt32($1).isLetter || $1 == 0x23 }),
        (0x2A, { $1 == 0x2A || ($0 != 0x0A && $0 != 0x20) }), (0x5D, { $1 == 0x28 || $1 == 0x5B || $1 == 0x3A }),
        (0x7E, { $1 == 0x7E }), (0x7B, { $1 == 0x23 }),
        (0x3C, { UInt32($1).isLetter || $1 == 0x2F || ($1 == 0x21 && $0 != 0x0A) }),
    ]

    private static func repeatsNumbers(_ file: [UInt8]) -> Bool {
        file.withUnsafeBytes { bytes in
            var lists = CountedLists()
            var start = 0
            while start < bytes.count {
                if (0x30...0x39).contains(bytes[start]),
                    lists.repeats(bytes[start..<min(bytes.count, start + CountedLists.longestMark)])
                {
                    return true
                }
                start = (bytes.first(0x0A, from: start) ?? bytes.count) + 1
            }
            return false
        }
    }

    init(_ file: [UInt8]) {
        self.file = file
        bytes.reserveCapacity(file.count)
        var start = 0
        var number: Int32 = 1
        while start < file.count {
            let end = file[start...].firstIndex(of: 0x0A) ?? file.count
            let next = min(file.count, end + 1)
            let text = end > start && file[end - 1] == 0x0D ? end - 1 : end
            line(ByteSpan(start, text), number: number)
            copy(from: text, to: next, number, column: 1)
            start = next
            number += 1
        }
    }

    /// Where an offset in the file stands in the text.
    func place(of offset: Int) -> Int {
        var (low, high) = (0, moved.count)
        while low < high {
            let middle = (low + high) / 2
            if moved[middle].from <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let end = low < moved.count ? moved[low].to : bytes.count
        return min(end, moved[low - 1].to + offset - moved[low - 1].from)
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
            let start = bytes.count
            copy(from: span.start, to: span.end, number, column: 1)
            outside.append(DocumentPart(kind, ByteSpan(start, bytes.count)))
            return
        }
        var span = span
        if let counted = lists.next(file[content.range]) {
            bytes += Array("\(counted.number)".utf8)
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

    private mutating func inline(_ span: ByteSpan, _ number: Int32) {
        let marks = Marks(file: file, span: span)
        var index = span.start
        var column: Int32 = 1
        var kept = index
        func columns(_ range: Range<Int>) -> Int32 { Int32(clamping: file[range].count { $0 & 0xC0 != 0x80 }) }
        while index < span.end {
            guard let found = marks.replacement(at: index) else {
                index += 1
                continue
            }
            copy(from: kept, to: index, number, column: column)
            column += columns(kept..<found.end)
            bytes += found.text
            kept = found.end
            index = found.end
        }
        copy(from: kept, to: span.end, number, column: column)
    }

    private mutating func copy(from start: Int, to end: Int, _ number: Int32, column: Int32) {
        anchors.append(TextAnchor(offset: bytes.count, line: Int(number), column: Int(column)))
        moved.append((start, bytes.count))
        bytes += file[start..<end]
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
        guard (1...9).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        let rest = line.dropFirst(digits.count)
        guard let sign = rest.first, sign == 0x2E || sign == 0x29, rest.dropFirst().first == 0x20 else { return nil }
        return (number, digits.count)
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

/// What stands for something else in one line.
private struct Marks {
    let file: [UInt8]
    let span: ByteSpan
    /// Bytes that close or open emphasis, code, a link, or an address, by their offset: what they end with and stand for.
    private var replaced: [Int: (end: Int, text: [UInt8])] = [:]

    init(file: [UInt8], span: ByteSpan) {
        self.file = file
        self.span = span
        findSingle()
        findLinks()
        for sign in [UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "=")] { findEmphasis(sign) }
    }

    /// How far a tag, an address or a span of code may reach, so that signs that are never closed cost no more.
    private static let longest = 400

    private func reach(_ index: Int) -> Int { min(span.end, index + Self.longest) }

    func replacement(at index: Int) -> (end: Int, text: [UInt8])? { replaced[index] }

    // MARK: Escapes, entities, tags, code

    private mutating func findSingle() {
        var index = span.start
        while index < span.end {
            let end: Int
            switch file[index] {
            case 0x5C: end = escape(at: index)
            case 0x26: end = entity(at: index)
            case 0x3C: end = tag(at: index)
            case 0x60: end = code(at: index)
            case 0x7B: end = attributes(at: index)
            default: end = index + 1
            }
            index = max(index + 1, end)
        }
    }

    private mutating func escape(at index: Int) -> Int {
        guard index + 1 < span.end else {
            // A line break that a backslash makes.
            replaced[index] = (index + 1, [])
            return index + 1
        }
        let next = file[index + 1]
        let isPunctuation =
            (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next)
            || (0x7B...0x7E).contains(next)
        guard isPunctuation else { return index + 1 }
        replaced[index] = (index + 2, [next])
        return index + 2
    }

    private static let longestEntity = 10

    private mutating func entity(at index: Int) -> Int {
        let limit = min(span.end, index + Self.longestEntity)
        guard let end = file[index..<limit].firstIndex(of: 0x3B) else { return index + 1 }
        let name = String(decoding: file[(index + 1)..<end], as: UTF8.self)
        guard let text = Self.character(name) else { return index + 1 }
        replaced[index] = (end + 1, Array(text.utf8))
        return end + 1
    }

    private static func character(_ name: String) -> String? {
        if let known = entities[name] { return known }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return String(scalar)
    }

    private static let entities = [
        "nbsp": "\u{A0}", "emsp": "\u{2003}", "ensp": "\u{2002}", "thinsp": "\u{2009}", "amp": "&", "lt": "<",
        "gt": ">",
        "quot": "\"", "apos": "'", "copy": "©", "reg": "®", "trade": "™", "mdash": "—", "ndash": "–", "hellip": "…",
        "middot": "·",
        "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "times": "×", "sect": "§", "para": "¶", "bull": "•",
        "laquo": "«", "raquo": "»", "yen": "¥", "deg": "°", "plusmn": "±",
    ]

    private mutating func tag(at index: Int) -> Int {
        guard index + 1 < span.end else { return index + 1 }
        let next = file[index + 1]
        guard UInt32(next).isLetter || next == 0x2F || next == 0x21,
            let close = file[index..<reach(index)].firstIndex(of: 0x3E)
        else { return index + 1 }
        let name = String(decoding: file[(index + 1)..<close].prefix { $0 != 0x20 }, as: UTF8.self).lowercased()
        replaced[index] = (close + 1, name == "br" || name == "br/" ? [0x0A] : [])
        return close + 1
    }

    private mutating func code(at index: Int) -> Int {
        let run = file[index..<span.end].prefix { $0 == 0x60 }.count
        var place = index + run
        while place < reach(index) {
            guard file[place] == 0x60 else {
                place += 1
                continue
            }
            let closing = file[place..<span.end].prefix { $0 == 0x60 }.count
            if closing == run {
                replaced[index] = (index + run, [])
                replaced[place] = (place + run, [])
                return place + run
            }
            place += closing
        }
        return index + run
    }

    /// `{#name}` behind a heading.
    private mutating func attributes(at index: Int) -> Int {
        guard index + 1 < span.end, file[index + 1] == 0x23,
            let close = file[index..<reach(index)].firstIndex(of: 0x7D),
            file[(close + 1)..<span.end].allSatisfy({ $0 == 0x20 })
        else { return index + 1 }
        replaced[index] = (close + 1, [])
        return close + 1
    }

    // MARK: Links

    private mutating func findLinks() {
        var open: [Int] = []
        var index = span.start
        while index < span.end {
            if let known = replaced[index] {
                index = known.end
                continue
            }
            if file[index] == 0x5B { open.append(index) }
            if file[index] == 0x5D, let start = open.popLast() {
                if start + 1 < index, file[start + 1] == 0x5E {
                    replaced[start] = (index + 1, [])
                } else if let end = address(behind: index + 1) {
                    if start > span.start, file[start - 1] == 0x21 {
                        replaced[start - 1] = (end, [])
                    } else {
                        replaced[start] = (start + 1, [])
                        replaced[index] = (end, [])
                    }
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    /// The end of `(address "title")` or `[label]`.
    private func address(behind index: Int) -> Int? {
        guard index < span.end else { return nil }
        let close: UInt8
        switch file[index] {
        case 0x28: close = 0x29
        case 0x5B: close = 0x5D
        default: return nil
        }
        var depth = 0
        for place in index..<reach(index) {
            if file[place] == file[index] { depth += 1 }
            if file[place] == close {
                depth -= 1
                if depth == 0 { return place + 1 }
            }
        }
        return nil
    }

    // MARK: Emphasis

    /// Runs of a sign that stand around text: `**…**`, `~~…~~`. A single tilde or equals sign is text.
    private mutating func findEmphasis(_ sign: UInt8) {
        var open: (start: Int, length: Int)?
        var index = span.start
        while index < span.end {
            if let known = replaced[index] {
                index = known.end
                continue
            }
            guard file[index] == sign else {
                index += 1
                continue
            }
            let length = file[index..<span.end].prefix { $0 == sign }.count
            let end = index + length
            let isBlankBefore = index == span.start || file[index - 1] == 0x20
            let isBlankBehind = end >= span.end || file[end] == 0x20
            if let start = open, start.length == length, !isBlankBefore {
                replaced[start.start] = (start.start + length, [])
                replaced[index] = (end, [])
                open = nil
            } else if !isBlankBehind, sign == 0x2A ? length <= 3 : length == 2 {
                open = (index, length)
            }
            index = end
        }
    }
}
