import RegulationModel

/// What copying and machine translation left in the text: masked words, digit debris, stray words, odd spacing,
/// unmatched quotation marks, replaced characters, passages in another language.
struct TextFindings {
    let document: Document
    /// Offsets at which decoding put a replacement mark and said so.
    let replacedOffsets: Set<Int>

    private var scanner: Scanner { document.scanner }

    func all() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for line in document.lines where !line.isBlank && !line.isComment {
            if !line.count.traits.isDisjoint(with: Self.traits) { result += findings(line) }
            if let finding = foreign(line) { result.append(finding) }
            if document.language == .english {
                result += strayWords(line.content)
                if let finding = spacing(line.content) { result.append(finding) }
                if let finding = inlineGap(line.content) { result.append(finding) }
            }
        }
        return result + Quotations(document: document).unmatched()
    }

    /// What a line must hold for any of `findings`.
    private static let traits: LineTraits = [.mask, .debris, .looseLetter, .ampersand, .replacement, .misread]

    private func findings(_ line: Line) -> [Diagnostic] {
        let traits = line.count.traits
        var result: [Diagnostic] = []
        if traits.contains(.mask) { result += masked(line.content) }
        if !traits.isDisjoint(with: [.debris, .looseLetter]) { result += debris(line.content) }
        if traits.contains(.replacement) { result += replaced(line.content) }
        if traits.contains(.misread) { result += misread(line.content) }
        if traits.contains(.ampersand) { result += entities(line.content) }
        return result
    }

    // MARK: Masked words

    /// `China * * * production party`, `中国×××`: a run of three or more asterisks, or two or more crosses, inside text. Crosses in
    /// a Chinese text are the blanks of a form: 〔××××〕×××号.
    private func masked(_ span: ByteSpan) -> [Diagnostic] {
        var result: [Diagnostic] = []
        var index = span.start
        while index < span.end {
            let byte = scanner.bytes[index]
            guard byte == 0x2A || (byte == 0xC3 && document.language == .english) else {
                index += 1
                continue
            }
            let run = run(at: index, span.end)
            if run.count >= (byte == 0x2A ? 3 : 2), index > span.start, run.end < span.end {
                let message = "Words are masked here by \(scanner.string(ByteSpan(index, run.end))); they are unknown."
                result.append(Diagnostic(.textMasked, ByteSpan(index, run.end), message))
            }
            index = max(run.end, index + 1)
        }
        return result
    }

    private static let asterisk = utf8("*")
    private static let cross = utf8("×")

    private func run(at start: Int, _ end: Int) -> (count: Int, end: Int) {
        let literal = scanner.bytes[start] == 0x2A ? Self.asterisk : Self.cross
        var count = 0
        var index = start
        var last = start
        while index < end, scanner.has(literal, at: index) {
            count += 1
            last = index + literal.count
            index = scanner.skipSpace(last, end)
        }
        return (count, last)
    }

    // MARK: Digit debris

    /// `/kloc-0`, `65438+1October1day`, `l000元`: what a page's script, a number table or a scan left in place of digits.
    private func debris(_ span: ByteSpan) -> [Diagnostic] {
        let debris = Debris(scanner: scanner)
        var result: [Diagnostic] = []
        var index = span.start
        while index < span.end {
            if let end = debris.scriptToken(at: index, span.end) ?? debris.sum(at: index, in: span) {
                let printed = scanner.string(ByteSpan(index, end))
                let message = "“\(printed)” stands for characters that were lost; they are not restored."
                result.append(Diagnostic(.textDigitDebris, ByteSpan(index, end), message))
                index = end
            } else if let end = debris.lettersForDigits(at: index, in: span) {
                let printed = scanner.string(ByteSpan(index, end))
                let message = "“\(printed)” has letters where digits should stand; the number is not read."
                result.append(Diagnostic(.textDigitDebris, ByteSpan(index, end), message))
                index = end
            } else {
                index += 1
            }
        }
        return result
    }

    private func replaced(_ span: ByteSpan) -> [Diagnostic] {
        var result: [Diagnostic] = []
        var from = span.start
        while let found = scanner.find([0xEF, 0xBF, 0xBD], in: ByteSpan(from, span.end)) {
            from = found + 3
            guard !replacedOffsets.contains(found) else { continue }
            let message = "A character was lost here (replacement mark U+FFFD)."
            result.append(Diagnostic(.textReplacement, ByteSpan(found, from), message))
        }
        return result
    }

    /// What replacement marks become where their UTF-8 is read as GBK.
    private static let misreadMarks = utf8(["锟斤拷", "锟斤", "烫烫烫"])

    private func misread(_ span: ByteSpan) -> [Diagnostic] {
        var result: [Diagnostic] = []
        var from = span.start
        while let found = Self.misreadMarks.compactMap({ scanner.find($0, in: ByteSpan(from, span.end)) }).min() {
            from = found
            while let mark = scanner.first(of: Self.misreadMarks, at: from) { from += Self.misreadMarks[mark].count }
            let message = "“\(scanner.string(ByteSpan(found, from)))” stands for characters lost by a wrong encoding."
            result.append(Diagnostic(.textReplacement, ByteSpan(found, from), message))
        }
        return result
    }

    /// `&nbsp;`, `&amp;`, `&#160;`: an ampersand, a short name or number, a semicolon. One note for a line.
    private func entities(_ span: ByteSpan) -> [Diagnostic] {
        var first: ByteSpan?
        var count = 0
        var index = span.start
        while let start = scanner.find([0x26], in: ByteSpan(index, span.end)) {
            index = start + 1
            if index < span.end, scanner.bytes[index] == 0x23 { index += 1 }
            let name = index
            while index < span.end, index - name < 8, isEntityByte(index) { index += 1 }
            guard index - name >= 2, index < span.end, scanner.bytes[index] == 0x3B else { continue }
            index += 1
            first = first ?? ByteSpan(start, index)
            count += 1
        }
        guard let first else { return [] }
        let times = count > 1 ? " (\(count) times on this line)" : ""
        let message = "“\(scanner.string(first))” is the code of a character, left from a web page\(times)."
        return [Diagnostic(.textMarkup, first, message)]
    }

    private func isEntityByte(_ index: Int) -> Bool {
        let value = UInt32(scanner.bytes[index])
        return value.isLetter || value.digit != nil
    }

    // MARK: Words that translation leaves

    /// Words that machine translation of Chinese puts in place of a punctuation mark, each standing as a sentence.
    private static let strayWords = utf8(["Essence"])

    private func strayWords(_ span: ByteSpan) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for word in Self.strayWords {
            var from = span.start
            while let found = scanner.find(word, in: ByteSpan(from, span.end)) {
                from = found + word.count
                guard standsAlone(ByteSpan(found, from), in: span) else { continue }
                let message =
                    "“\(scanner.string(ByteSpan(found, from)))” stands alone as a sentence: "
                    + "a trace of translation, not a word of the text."
                result.append(Diagnostic(.textStrayWord, ByteSpan(found, from), message))
            }
        }
        return result
    }

    /// After a full stop, and before the end of the line or a capital; or at the end of the line behind a word in small
    /// letters, where the full stop is what it stands for.
    private func standsAlone(_ word: ByteSpan, in span: ByteSpan) -> Bool {
        let before = scanner.skipSpaceBack(word.start, span.start)
        guard before < word.start, before > span.start else { return false }
        let after = scanner.skipSpace(word.end, span.end)
        let isLast = after >= span.end
        guard scanner.bytes[before - 1] == 0x2E else { return isLast && isSmallWord(endingAt: before, span.start) }
        return isLast || (after > word.end && UInt32(scanner.bytes[after]).isCapital)
    }

    private func isSmallWord(endingAt end: Int, _ start: Int) -> Bool {
        var index = end
        while index > start, UInt32(scanner.bytes[index - 1]).isLetter { index -= 1 }
        return index < end && !UInt32(scanner.bytes[index]).isCapital
    }

    // MARK: Spacing

    /// `non -people`, `Let ’s`: a space before a hyphen or apostrophe inside a word. One note for a line.
    private func spacing(_ span: ByteSpan) -> Diagnostic? {
        var first: ByteSpan?
        var count = 0
        var index = span.start + 1
        while index + 1 < span.end {
            defer { index += 1 }
            guard scanner.bytes[index] == 0x20, UInt32(scanner.bytes[index - 1]).isLetter else { continue }
            let (value, length) = scanner.scalar(at: index + 1)
            let after = index + 1 + length
            guard [0x2D, 0x27, 0x2019].contains(value), after < span.end, UInt32(scanner.bytes[after]).isLetter else {
                continue
            }
            first = first ?? ByteSpan(index, after)
            count += 1
        }
        guard let first else { return nil }
        let times = count > 1 ? " (\(count) times on this line)" : ""
        return Diagnostic(.layoutSpacing, first, "A space stands before a hyphen or apostrophe inside a word\(times).")
    }

    // MARK: Enumerations in prose

    private static let ordinals = utf8(["first ", "second ", "third ", "fourth ", "fifth ", "sixth ", "seventh "])
    private static let ordinalPhrases = ordinals.map { $0 + utf8("is ") }

    /// “the first is …; …; the third is …”: an enumeration in one sentence that leaves a number out.
    private func inlineGap(_ span: ByteSpan) -> Diagnostic? {
        var seen: [(number: Int, offset: Int)] = []
        for (number, phrase) in Self.ordinalPhrases.enumerated() {
            if let offset = scanner.findFolded(phrase, in: span) { seen.append((number + 1, offset)) }
        }
        guard seen.count > 1, seen.map(\.offset) == seen.map(\.offset).sorted() else { return nil }
        for (a, b) in zip(seen, seen.dropFirst()) where b.number > a.number + 1 {
            let start = b.offset
            let message =
                "The enumeration in this paragraph goes from \(a.number) to \(b.number); "
                + "the marks between were lost."
            return Diagnostic(
                .enumerationInlineGap, ByteSpan(start, start + Self.ordinals[b.number - 1].count), message)
        }
        return nil
    }

    // MARK: Other languages

    private static let foreignIdeographs = 8
    private static let foreignLetters = 60

    private func foreign(_ line: Line) -> Diagnostic? {
        let span = line.content
        guard span.length >= 24, line.language != document.language else { return nil }
        let isLong =
            document.language == .english
            ? line.count.ideographs >= Self.foreignIdeographs : line.count.letters >= Self.foreignLetters
        guard isLong else { return nil }
        let name = document.language == .english ? "Chinese" : "English"
        return Diagnostic(.textForeignPassage, span, "This passage is in \(name), unlike the text around it.")
    }
}
