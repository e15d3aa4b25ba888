/// Counts the paragraphs of automatic lists and gives their numbers as they are printed.
struct WordCounters {
    let numbering: WordNumbering
    /// Numbers reached, for each description of a list: lists that share one count on.
    private var reached: [String: [Int?]] = [:]
    private var started: Set<Start> = []

    private struct Start: Hashable {
        let list: String
        let level: Int
    }

    /// A number with what stands behind it.
    struct Label {
        let text: String
        let suffix: String
    }

    init(_ numbering: WordNumbering) { self.numbering = numbering }

    /// The number of the next paragraph of a list on a level (from 0); nil where it shows none.
    mutating func next(list: String, level: Int) -> Label? {
        guard (0..<WordNumbering.levelCount).contains(level), let instance = numbering.instances[list],
            let (id, description) = numbering.description(of: instance)
        else { return nil }
        func definition(_ index: Int) -> WordNumbering.Level? {
            instance.levels[index] ?? description.levels[index]
        }
        guard let own = definition(level) else { return nil }
        var counts = reached[id] ?? [Int?](repeating: nil, count: WordNumbering.levelCount)
        if let start = instance.starts[level], started.insert(Start(list: list, level: level)).inserted {
            counts[level] = start
        } else {
            counts[level] = counts[level].map { $0 &+ 1 } ?? instance.starts[level] ?? own.start
        }
        for wider in 0..<level where counts[wider] == nil {
            counts[wider] = instance.starts[wider] ?? definition(wider)?.start ?? 1
        }
        for deeper in (level + 1)..<max(level + 1, WordNumbering.levelCount) {
            if restarts(definition(deeper)?.restart, after: level) { counts[deeper] = nil }
        }
        reached[id] = counts
        let text = printed(own, counts) { definition($0)?.format ?? "decimal" }
        return text.isEmpty || own.isHidden ? nil : Label(text: text, suffix: Self.suffix(own.suffix))
    }

    private func restarts(_ restart: Int?, after level: Int) -> Bool {
        guard let restart else { return true }
        return restart > level
    }

    private func printed(_ own: WordNumbering.Level, _ counts: [Int?], _ format: (Int) -> String) -> String {
        if own.format == "bullet" { return WordSymbols.bullet(own.text) }
        if own.format == "none", !own.text.contains("%") { return own.text }
        var result = ""
        var isPlace = false
        for character in own.text {
            if isPlace, let place = character.wholeNumberValue, (1...WordNumbering.levelCount).contains(place) {
                let format = own.isLegal ? "decimal" : format(place - 1)
                result += WordNumberFormat.text(counts[place - 1] ?? 1, format)
                isPlace = false
            } else if isPlace {
                result += "%"
                isPlace = character == "%"
                if !isPlace { result.append(character) }
            } else if character == "%" {
                isPlace = true
            } else {
                result.append(character)
            }
        }
        return isPlace ? result + "%" : result
    }

    private static func suffix(_ name: String) -> String {
        switch name {
        case "nothing": ""
        case "space": " "
        default: "\t"
        }
    }
}

/// Characters that Word takes from fonts of symbols, as Unicode has them.
enum WordSymbols {
    /// Symbol fonts lie in the private use area from here on.
    private static let privateUse: ClosedRange<UInt32> = 0xF020...0xF0FF
    /// What the usual signs of Symbol and Wingdings look like: bullets, boxes, arrows, ticks.
    private static let known: [UInt32: String] = [
        0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF06C: "●", 0xF075: "◆", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑",
        0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0E0: "→", 0xF0B0: "°", 0xF0D7: "×", 0xF0B4: "×", 0xF0A3: "≤",
        0xF0B3: "≥", 0xF0B1: "±",
    ]
    /// Numbers in circles of Wingdings: ① to ⑩, then ❶ to ❿.
    private static let circles: [(codes: ClosedRange<UInt32>, first: UInt32)] = [
        (0xF081...0xF08A, 0x2460), (0xF08C...0xF095, 0x2776),
    ]

    /// The sign of a bulleted list.
    static func bullet(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { privateUse.contains($0.value) ? "•" : $0 }))
    }

    /// The character of `w:sym`, given in hexadecimal digits.
    static func character(_ code: String) -> String {
        guard let value = UInt32(code, radix: 16) else { return "\u{FFFD}" }
        if let known = known[value] { return known }
        if let circle = circles.first(where: { $0.codes.contains(value) }),
            let scalar = Unicode.Scalar(circle.first + value - circle.codes.lowerBound)
        {
            return String(scalar)
        }
        guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(scalar)
    }
}
