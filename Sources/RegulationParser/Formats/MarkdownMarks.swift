import RegulationModel

/// What stands for something else in one line.
struct MarkdownMarks {
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
