import RegulationModel

/// Finds `Article 9`, `Article 30.`, `Chapter II`, `Part One`, `Section 3` and ordinal words that open a sentence
/// (`Twenty-first any of the following …`), at line starts, after sentences and after headings.
struct EnglishMarks {
    let scanner: Scanner
    let opening: OpeningLine

    private static let labels: [(word: [UInt8], level: Level)] = [
        (utf8("article"), .article), (utf8("art."), .article), (utf8("chapter"), .chapter),
        (utf8("section"), .section), (utf8("sec."), .section), (utf8("subpart"), .subpart), (utf8("part"), .part),
    ]
    /// What follows a reference, never a mark.
    private static let sureTails = utf8([
        "of ", "and ", "or ", "to ", "through ", "paragraph", "Paragraph ", "item", "above", "below", "thereof",
        "hereof",
    ])
    /// What follows a reference more often than a mark.
    private static let referenceTails = utf8(["shall ", "is ", "are ", "in the ", "under "])
    /// What follows an ordinal word that counts something else than an article.
    private static let ordinalTails = utf8(["of ", "is ", "and ", "or ", "party", "instance", "time "])

    /// Marks of one line, left to right.
    func marks(in line: Line, at index: Int) -> [Mark] {
        var found: [Mark] = []
        var position = line.content.start
        var isWordStart = true
        while position < line.content.end {
            let byte = UInt32(scanner.bytes[position])
            if isWordStart, byte.isLetter, let mark = mark(at: position, in: line, index, after: found.last) {
                found.append(mark)
                position = mark.span.end
                isWordStart = false
                continue
            }
            isWordStart = !byte.isLetter && byte != 0x27 && byte != 0x2D
            position += 1
        }
        return found
    }

    private func mark(at start: Int, in line: Line, _ index: Int, after previous: Mark?) -> Mark? {
        guard let place = place(of: start, in: line, after: previous) else {
            guard opening.hasTitle(before: start, in: line, at: index) else { return nil }
            let first = labelled(at: start, in: line, index, .afterHeading)
            return first.flatMap { $0.number.ordinal == 1 ? $0 : nil }
        }
        return labelled(at: start, in: line, index, place) ?? ordinal(at: start, in: line, index, place)
    }

    private func place(of start: Int, in line: Line, after previous: Mark?) -> MarkPlace? {
        if start == line.content.start { return .lineStart }
        let before = scanner.skipSpaceBack(start, line.content.start)
        guard before < start, let last = scanner.scalar(before: before, from: line.content.start) else { return nil }
        switch last.value {
        case 0x2E, 0x3B, 0x3A, 0x3F, 0x21, 0x22, 0x201D, 0x29, 0x3002, 0xFF1B, 0xFF1A: return .sentenceEnd
        default: break
        }
        if let previous, previous.level < .article, start - previous.span.end < 120 { return .afterHeading }
        return nil
    }

    // MARK: Article 12, Chapter II

    private func labelled(at start: Int, in line: Line, _ index: Int, _ place: MarkPlace) -> Mark? {
        let end = line.content.end
        guard let (level, afterLabel) = label(at: start, end) else { return nil }
        let numberStart = scanner.skipSpace(afterLabel, end)
        guard let numeral = labelNumeral(at: numberStart, end) else { return nil }
        var branches: [Int] = []
        var position = numeral.end
        while position + 1 < end, scanner.bytes[position] == 0x2D, let branch = scanner.digits(at: position + 1, end) {
            branches.append(branch.value)
            position = branch.end
        }
        guard branches.count <= ProvisionNumber.mostBranches,
            position >= end || !UInt32(scanner.bytes[position]).isLetter
        else { return nil }
        var isPunctuated = false
        if position < end, [0x2E, 0x3A].contains(scanner.bytes[position]) {
            let next = position + 1
            guard next >= end || scanner.scalar(at: next).value.digit == nil else { return nil }
            isPunctuated = true
            position = next
        }
        let strength = labelledStrength(level, place, after: position, end)
        guard strength > 0 else { return nil }
        return Mark(
            level: level, number: ProvisionNumber(numeral.value, branches: branches), span: ByteSpan(start, position),
            line: index, place: place, form: .labelled, strength: strength, isPunctuated: isPunctuated)
    }

    private func label(at start: Int, _ end: Int) -> (Level, Int)? {
        for (word, level) in Self.labels where matches(word, at: start, end) {
            let after = start + word.count
            guard after < end else { return nil }
            let isSpaced = Scanner.isSpace(scanner.scalar(at: after).value)
            if isSpaced || UInt32(scanner.bytes[after]).digit != nil { return (level, after) }
        }
        return nil
    }

    /// Case-blind, but the first letter must be a capital: `article 5` inside a sentence is a reference.
    private func matches(_ word: [UInt8], at start: Int, _ end: Int) -> Bool {
        guard start + word.count <= end, UInt32(scanner.bytes[start]).isCapital else { return false }
        for offset in 0..<word.count {
            let byte = scanner.bytes[start + offset]
            let folded = UInt32(byte).isCapital ? byte | 0x20 : byte
            if folded != word[offset] { return false }
        }
        return true
    }

    private func labelNumeral(at index: Int, _ end: Int) -> Numeral? {
        if let numeral = scanner.digits(at: index, end) { return numeral }
        if let numeral = scanner.roman(at: index, end),
            numeral.end >= end || !UInt32(scanner.bytes[numeral.end]).isLetter
        {
            return numeral
        }
        return scanner.numberWord(at: index, end, in: EnglishNumberWords.cardinals)
    }

    private func labelledStrength(_ level: Level, _ place: MarkPlace, after position: Int, _ end: Int) -> Double {
        let text = scanner.skipSpace(position, end)
        let isFree = text >= end
        if !isFree, scanner.first(of: Self.sureTails, at: text) != nil { return MarkStrength.reference }
        if !isFree, Citations.isReport(at: text, end, scanner) { return MarkStrength.reference }
        let isReference = !isFree && scanner.first(of: Self.referenceTails, at: text) != nil
        let next = isFree ? 0 : scanner.scalar(at: text).value
        let isCut = text == position && !isFree
        switch place {
        case .lineStart:
            if isCut, [0x2C, 0x29, 0x3B].contains(next) { return MarkStrength.reference }
            if isReference { return MarkStrength.doubtful }
            return MarkStrength.certain
        case .afterHeading, .sentenceEnd:
            if isReference || isCut || next == 0x28 { return MarkStrength.reference }
            return next.isCapital || isFree ? MarkStrength.inline : 0.3
        }
    }

    // MARK: Twenty-first …

    private func ordinal(at start: Int, in line: Line, _ index: Int, _ place: MarkPlace) -> Mark? {
        let end = line.content.end
        guard place != .afterHeading || line.content.start != start, UInt32(scanner.bytes[start]).isCapital,
            let numeral = scanner.numberWord(at: start, end, in: EnglishNumberWords.ordinals),
            numeral.end < end, scanner.bytes[numeral.end] == 0x20
        else { return nil }
        let text = scanner.skipSpace(numeral.end, end)
        guard text < end, UInt32(scanner.bytes[text]).isLetter,
            scanner.first(of: Self.ordinalTails, at: text) == nil
        else { return nil }
        let strength = place == .lineStart ? MarkStrength.ordinal : MarkStrength.inlineOrdinal
        return Mark(
            level: .article, number: ProvisionNumber(numeral.value), span: ByteSpan(start, numeral.end), line: index,
            place: place, form: .ordinalWord, strength: strength, isPunctuated: false)
    }
}
