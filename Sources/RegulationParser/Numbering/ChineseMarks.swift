import RegulationModel

/// Finds 第…编/分编/章/节/条 with 之一 branches, at line starts and after sentences.
///
/// Authority: 立法法 (2023) art. 65; 《立法技术规范（试行）（一）》 on 编、章、节、条. Example: `第一百二十条之一　…`.
struct ChineseMarks {
    let scanner: Scanner
    let opening: OpeningLine

    private static let ordinalWord = utf8("第")
    private static let ordinalLength = 3
    private static let units: [(word: [UInt8], level: Level)] = [
        (utf8("分编"), .subpart), (utf8("分編"), .subpart), (utf8("编"), .part), (utf8("編"), .part),
        (utf8("章"), .chapter), (utf8("节"), .section), (utf8("節"), .section), (utf8("条"), .article),
        (utf8("條"), .article),
    ]
    private static let branchWord = utf8("之")
    private static let hyphen = UInt32(0x2D)
    /// What follows a reference to an article, not the mark of one.
    private static let referenceTails = utf8([
        "规定", "所", "的", "第", "、", "和", "与", "或", "至", "及", "中", "以", "等", "，", "；", "。", "）", ")",
        "》", "”", "者", "關", "規定",
    ])
    /// What makes it a reference beyond doubt: 第二条至第三条, 第二条第一款, 第五条规定的.
    private static let sureTails = utf8([
        "规定的", "規定的", "规定：", "规定:", "規定：", "的规定", "的規定", "所称", "所稱", "所列", "所规定", "之规定", "之規定",
    ])
    private static let joints = utf8(["至", "到", "、", "和", "与", "與", "或", "或者", "及", "以及", ""])

    /// Adds the marks of one line, left to right.
    ///
    /// - Parameter ordinals: where 第 stands on the line.
    func add(_ ordinals: ArraySlice<Int>, in line: Line, at index: Int, to marks: inout [Mark]) {
        let first = marks.count
        for position in ordinals where position >= line.content.start && position < line.content.end {
            let previous = marks.count > first ? marks[marks.count - 1] : nil
            if let previous, position < previous.span.end { continue }
            guard mayBegin(at: position, in: line, index, after: previous),
                let mark = mark(at: position, in: line, index, after: previous)
            else { continue }
            marks.append(mark)
        }
    }

    /// False where nothing before `start` lets a provision begin there: most 第 stand inside a sentence.
    private func mayBegin(at start: Int, in line: Line, _ index: Int, after previous: Mark?) -> Bool {
        if start == line.content.start || index == opening.index { return true }
        if let previous, previous.level < .article { return true }
        let before = scanner.skipSpaceBack(start, line.content.start)
        guard let last = scanner.scalar(before: before, from: line.content.start) else { return true }
        return Self.endsSentence(last.value) || decoration(of: start, in: line.content) != nil
    }

    private func mark(at start: Int, in line: Line, _ index: Int, after previous: Mark?) -> Mark? {
        let end = line.content.end
        let numberStart = scanner.skipSpace(start + Self.ordinalLength, end)
        guard let numeral = scanner.ordinalNumeral(at: numberStart, end) else { return nil }
        var branches: [Int] = []
        var position = numeral.end
        while position < end, UInt32(scanner.bytes[position]) == Self.hyphen,
            let branch = scanner.digits(at: position + 1, end)
        {
            branches.append(branch.value)
            position = branch.end
        }
        position = scanner.skipSpace(position, end)
        guard let unit = unit(at: position, end) else { return nil }
        position += unit.length
        while let branch = branch(at: position, end) ?? detachedBranch(at: position, end) {
            branches.append(branch.value)
            position = branch.end
        }
        guard branches.count <= ProvisionNumber.mostBranches else { return nil }
        var span = ByteSpan(start, position)
        var inside = place(of: start, in: line, level: unit.level, after: previous)
        if inside == nil, let decorated = decorated(span, in: line.content) {
            (span, inside) = (decorated, .lineStart)
            position = span.end
        }
        let isFirst = numeral.value == 1 && opening.hasTitle(before: start, in: line, at: index)
        guard let place = inside ?? (isFirst ? .afterHeading : nil) else { return nil }
        var strength = strength(unit.level, place, followedAt: position, end)
        // What stands in round brackets may be a reference.
        if span.start < start, scanner.bytes[span.end - 1] == 0x29 || scanner.has(Self.roundEnd, at: span.end - 3) {
            strength = min(strength, MarkStrength.doubtful)
        }
        guard strength > 0, !isSureReference(at: position, end) else { return nil }
        return Mark(
            level: unit.level,
            number: branches.isEmpty
                ? ProvisionNumber(numeral.value) : ProvisionNumber(numeral.value, branches: branches),
            span: span, line: index, place: place, form: .chinese, strength: strength,
            isPunctuated: false)
    }

    /// 条, which most marks have, or another unit.
    private func unit(at position: Int, _ end: Int) -> (level: Level, length: Int)? {
        guard position + Self.ordinalLength <= scanner.bytes.count else { return nil }
        if scanner.scalar(at: position).value == 0x6761 { return (.article, Self.ordinalLength) }
        for (word, level) in Self.units where scanner.has(word, at: position) { return (level, word.count) }
        return nil
    }

    /// 之一, but not 之 before other words.
    private func branch(at position: Int, _ end: Int) -> Numeral? {
        guard position + Self.branchWord.count <= scanner.bytes.count, scanner.bytes[position] == Self.branchWord[0],
            scanner.has(Self.branchWord, at: position)
        else { return nil }
        return scanner.anyNumeral(at: position + Self.branchWord.count, end)
    }

    /// 之一 behind white space, as Taiwan collections print it (`第十一條 之一`): only where nothing else is said after it.
    private func detachedBranch(at position: Int, _ end: Int) -> Numeral? {
        let start = scanner.skipSpace(position, end)
        guard start > position, let branch = branch(at: start, end) else { return nil }
        let isFree = branch.end >= end || Scanner.isSpace(scanner.scalar(at: branch.end).value)
        return isFree ? branch : nil
    }

    private func place(of start: Int, in line: Line, level: Level, after previous: Mark?) -> MarkPlace? {
        if start == line.content.start { return .lineStart }
        let before = scanner.skipSpaceBack(start, line.content.start)
        if before == line.content.start { return .lineStart }
        if let previous, previous.level < .article, level >= .chapter, start - previous.span.end < 90,
            before < start
        {
            return .afterHeading
        }
        guard let last = scanner.scalar(before: before, from: line.content.start) else { return nil }
        return Self.endsSentence(last.value) ? .sentenceEnd : nil
    }

    private static let roundEnd = utf8("）")
    private static let brackets: [UInt32: UInt32] = [
        0x3010: 0x3011, 0x3014: 0x3015, 0x3016: 0x3017, 0x5B: 0x5D, 0xFF3B: 0xFF3D, 0xFF08: 0xFF09,
        0x28: 0x29,
    ]
    private static let signs: Set<UInt32> = [
        0xA7, 0xB7, 0x2022, 0x203B, 0x25A0, 0x25A1, 0x25AA, 0x25B2, 0x25B6, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF,
        0x2605,
        0x2606, 0x27A4,
    ]

    /// Signs and blanks, in bytes: an emoji may be put together out of several.
    private static let longestDecoration = 24

    /// True for a sign that only decorates: of the list, an arrow, a symbol, an emoji, or a private character, which is a
    /// bullet of a font that is not at hand.
    private static func isSign(_ value: UInt32) -> Bool {
        switch value {
        case 0x2190...0x21FF, 0x2600...0x27BF, 0x2B00...0x2BFF, 0xE000...0xF8FF, 0x1F300...0x1FAFF: true
        default: signs.contains(value)
        }
    }

    /// True for what changes the look of the emoji before it.
    private static func isVariation(_ value: UInt32) -> Bool { value == 0xFE0E || value == 0xFE0F }

    /// What stands between the start of a line and a mark, where it is nothing but an opening bracket or signs that decorate
    /// it: 【第一条】, ■ 第一条, 👉第一条.
    private func decoration(of start: Int, in content: ByteSpan) -> UInt32? {
        guard start - content.start <= Self.longestDecoration else { return nil }
        let (first, length) = scanner.scalar(at: content.start)
        let isBracket = Self.brackets[first] != nil
        guard isBracket || Self.isSign(first) else { return nil }
        var position = scanner.skipSpace(content.start + length, start)
        while position < start, !isBracket {
            let (value, length) = scanner.scalar(at: position)
            guard Self.isSign(value) || Self.isVariation(value) else { break }
            position = scanner.skipSpace(position + length, start)
        }
        return position == start ? first : nil
    }

    /// A decorated mark, with the sign before it or the brackets around it; nil where a bracket is not closed straight
    /// behind it.
    private func decorated(_ mark: ByteSpan, in content: ByteSpan) -> ByteSpan? {
        guard let value = decoration(of: mark.start, in: content) else { return nil }
        guard let closing = Self.brackets[value] else { return ByteSpan(content.start, mark.end) }
        let place = scanner.skipSpace(mark.end, content.end)
        guard place < content.end else { return nil }
        let (behind, length) = scanner.scalar(at: place)
        return behind == closing ? ByteSpan(content.start, place + length) : nil
    }

    @inline(__always)
    private static func endsSentence(_ value: UInt32) -> Bool {
        switch value {
        case 0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x3B, 0x3A, 0x3E: true
        default: false
        }
    }

    /// True where what follows shows a reference: 规定的 and the like, or 第 with a numeral, straight or behind 至, 、, 和.
    private func isSureReference(at position: Int, _ end: Int) -> Bool {
        // A blank follows most marks.
        if position < end, Scanner.isSpace(scanner.scalar(at: position).value) { return false }
        if scanner.first(of: Self.sureTails, at: position) != nil { return true }
        return Self.joints.contains { joint in
            let start = position + joint.count
            return scanner.has(joint, at: position) && scanner.has(Self.ordinalWord, at: start)
                && start + 3 < end && scanner.anyNumeral(at: start + 3, end) != nil
        }
    }

    private func strength(_ level: Level, _ place: MarkPlace, followedAt position: Int, _ end: Int) -> Double {
        let isFree = position >= end || Scanner.isSpace(scanner.scalar(at: position).value)
        let isReference = !isFree && scanner.first(of: Self.referenceTails, at: position) != nil
        switch place {
        case .lineStart:
            if isReference { return level == .article ? MarkStrength.doubtful : MarkStrength.reference }
            return isFree ? MarkStrength.certain : MarkStrength.likely
        case .afterHeading, .sentenceEnd:
            if isReference { return MarkStrength.reference }
            return isFree ? MarkStrength.inline : 0.3
        }
    }
}
