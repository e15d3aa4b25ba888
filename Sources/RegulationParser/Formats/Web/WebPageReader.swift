import RegulationModel

/// Reads a web page: decoded, parsed by libxml2, the act found in it, everything else that can be seen kept outside.
struct WebPageReader {
    let file: SourceFile

    private var limits: ReadingLimits { file.options.limits }

    func read() -> ExtractedText {
        guard file.bytes.count <= limits.largestPage else {
            return .refused(.formatLimit, limits.tooLarge(file.bytes.count, limits.largestPage))
        }
        let decoded = TextDecoder(file: file).decode()
        guard decoded.bytes.count <= limits.largestText else {
            return .refused(.formatLimit, limits.tooLarge(decoded.bytes.count, limits.largestText))
        }
        let page = PageGuard.withoutMarkedSections(PageGuard.cleared(decoded.bytes))
        guard PageGuard.isBearable(page) else { return .refused(.formatLimit, Self.refusal(.tooDamaged)) }
        switch text(of: page, readsHidden: false) {
        case .failure(let refusal): return .refused(.formatLimit, Self.refusal(refusal.reason))
        case .success(let text):
            if hidesAct(text), case .success(let all) = self.text(of: page, readsHidden: true) {
                return composed(all, decoded, readsHidden: true)
            }
            return composed(text, decoded, readsHidden: false)
        }
    }

    private struct Refused: Error {
        let reason: PageParser.Refusal
    }

    private func text(of page: [UInt8], readsHidden: Bool) -> Result<PageText, Refused> {
        let builder = PageBuilder(page: page, deepest: limits.deepestNesting, readsHidden: readsHidden)
        guard let parser = PageParser(page: page, events: builder, mostElements: limits.mostElements) else {
            return .failure(Refused(reason: .unavailable))
        }
        if let refusal = parser.run() { return .failure(Refused(reason: refusal)) }
        return .success(builder.finish())
    }

    private static func refusal(_ reason: PageParser.Refusal) -> String {
        switch reason {
        case .unavailable: "The page cannot be parsed: there is not enough memory."
        case .tooManyElements(let most):
            "The page has more than \(most) elements, the most that are read; nothing of it was read."
        case .tooDamaged:
            "The markup of the page is damaged in so many places that reading it would take very long; nothing of it "
                + "was read."
        }
    }

    private func composed(_ text: PageText, _ decoded: DecodedFile, readsHidden: Bool) -> ExtractedText {
        let pageUnits = PageUnits(text: text)
        let units = pageUnits.units()
        let fates = ActFinder(text: text, units: units).fates()
        var composer = PageComposer(text: text, units: units, fates: fates)
        var result = composer.compose()
        let places = composer
        result.findings = EncodingFindings(decoded: decoded, text: result.bytes) { places.place(ofPage: $0) }.all()
        result.findings += PageFindings(text: text, composer: places, readsHidden: readsHidden, outside: result.outside)
            .all()
        if let versions = pageUnits.versions {
            let place = places.place(ofText: versions.offset)
            result.findings.append(versions.table.finding(at: ByteSpan(place, place)))
        }
        result.replacedOffsets = Set(decoded.replacements.listed.map { places.place(ofPage: $0.offset) })
        return result
    }

    // MARK: Hidden acts

    private static let fewestArticles = 3
    /// Sentences, and bytes of them, from which hidden text is what the page is about where it shows none.
    private static let fewestSentences = 3
    private static let leastText = 150

    /// True where a page hides an act, or a part of one: a page may hide all of it behind a dialog or until its script has
    /// run, or all chapters but the first.
    private func hidesAct(_ text: PageText) -> Bool {
        let hidden = text.hidden.filter { $0.reason == .unseen }.flatMap { $0.bytes.split(separator: 0x0A) }.map(
            Scanner.init(copying:))
        let hiddenNumbers = hidden.compactMap { ActMarks(scanner: $0).articleNumber(of: $0.span) }
        let scanner = Scanner(copying: text.bytes)
        let marks = ActMarks(scanner: scanner)
        let numbers = text.lines.compactMap { marks.articleNumber(of: $0.span) }
        if hiddenNumbers.count >= Self.fewestArticles {
            return numbers.count < Self.fewestArticles || Set(numbers).isDisjoint(with: hiddenNumbers)
        }
        let sentences = hidden.filter { $0.endsSentence($0.trimmed($0.span)) }
        return sentences.count >= Self.fewestSentences
            && sentences.reduce(0) { $0 + $1.bytes.count } >= Self.leastText
            && !text.lines.contains { scanner.endsSentence(scanner.trimmed($0.span)) }
    }
}

/// What is odd in a page's form.
struct PageFindings {
    let text: PageText
    let composer: PageComposer
    let readsHidden: Bool
    /// What lies outside the act, ascending.
    let outside: [DocumentPart]

    private static let longestShown = 24

    func all() -> [Diagnostic] {
        var findings = text.hidden.filter { $0.reason != .tool }.compactMap { hidden($0) }
        // A page that sets tools behind its articles sets them behind all.
        let tools = text.hidden.filter { $0.reason == .tool }
        if let first = tools.first { findings += [hidden(first, alike: tools.count - 1)].compactMap(\.self) }
        if readsHidden { findings.append(shown()) }
        if let numbers = numbers() { findings.append(numbers) }
        if let deep = text.tooDeep { findings.append(nesting(at: deep)) }
        return findings
    }

    private func hidden(_ hidden: HiddenText, alike: Int = 0) -> Diagnostic? {
        let words = String(decoding: hidden.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard !words.isEmpty else { return nil }
        let isLong = words.count > Self.longestShown
        let shown = isLong ? "\(words.prefix(Self.longestShown)) …" : words
        let size = isLong ? " (\(words.unicodeScalars.count) characters)" : ""
        let lead =
            switch hidden.reason {
            case .unseen: "The page hides text here, which is left out"
            case .aside: "Text is struck out here, or is the reading of a character, and is left out"
            case .noteMark: "The mark of a note stands here, which is left out"
            case .tool: "A tool of the page stands here, which is left out"
            }
        let id = hidden.reason == .noteMark ? DiagnosticID.pageNoteMark : .pageHiddenText
        let more = alike > 0 ? ", and \(alike) more like it" : ""
        let isBehindText = hidden.reason == .noteMark || hidden.reason == .tool
        return at(isBehindText ? before(hidden.offset) : hidden.offset, id, "\(lead): “\(shown)”\(size)\(more).")
    }

    /// Says that lists of the act count by themselves.
    private func numbers() -> Diagnostic? {
        let own = text.labels.filter { !isOutside(composer.place(ofText: $0.offset)) }
        guard let first = own.first else { return nil }
        let more = own.count > 1 ? ", and so are \(own.count - 1) more" : ""
        return at(
            first.offset, .numberingAutomatic, "“\(first.text)” is the number of a list that counts by itself\(more).")
    }

    private func isOutside(_ offset: Int) -> Bool {
        let index = outside.firstIndex(endingBehind: offset)
        return index < outside.count && outside[index].span.contains(offset)
    }

    /// Where the character before a place stands: the one a note is on.
    private func before(_ offset: Int) -> Int {
        var place = max(0, offset - 1)
        while place > 0, text.bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    private func shown() -> Diagnostic {
        at(
            0, .pageHiddenText,
            "The page hides the act or a part of it, as pages do that were saved behind a dialog or before their script ran; "
                + "the hidden text was read.")
    }

    private func nesting(at offset: Int) -> Diagnostic {
        at(
            offset, .pageDeepNesting,
            "Elements are nested very deep from here on; their text is read, their nesting is not followed further.")
    }

    private func at(_ offset: Int, _ id: DiagnosticID, _ message: String) -> Diagnostic {
        let place = composer.place(ofText: offset)
        return Diagnostic(id, ByteSpan(place, place), message)
    }
}

/// What is looked at before a page is given to libxml2.
enum PageGuard {
    /// NUL ends a page for libxml2: a blank stands in its place.
    static func cleared(_ bytes: [UInt8]) -> [UInt8] {
        bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes
    }

    /// `<![if !supportLists]>` of Word is a comment for a browser (HTML standard, §13.2.5.42) and text for libxml2: it
    /// becomes a comment of the same length. So do the ends of `<![CDATA[ … ]]>`, whose text a page of XHTML shows.
    static func withoutMarkedSections(_ page: [UInt8]) -> [UInt8] {
        var page = page
        var index = 0
        var isData = false
        while index + 2 < page.count {
            if page[index] == 0x3C, page[index + 1] == 0x21, page[index + 2] == 0x5B {
                let isCharacterData = page[index...].starts(with: characterData)
                let end =
                    isCharacterData
                    ? index + characterData.count : page[index...].firstIndex(of: 0x3E).map { $0 + 1 } ?? page.count
                if end - index >= shortestComment { comment(&page, index..<end) }
                isData = isData || isCharacterData
                index = end
            } else if isData, page[index] == 0x5D, page[index + 1] == 0x5D, page[index + 2] == 0x3E {
                for place in index..<(index + 3) { page[place] = 0x20 }
                isData = false
                index += 3
            } else {
                index += 1
            }
        }
        return page
    }

    private static let characterData = utf8("<![CDATA[")
    /// `<!---->`
    private static let shortestComment = 7

    private static func comment(_ page: inout [UInt8], _ range: Range<Int>) {
        for place in range { page[place] = 0x20 }
        for (offset, byte) in utf8("<!--").enumerated() { page[range.lowerBound + offset] = byte }
        for (offset, byte) in utf8("-->").enumerated() { page[range.upperBound - 3 + offset] = byte }
    }

    /// Steps that libxml2 may spend comparing attributes of one tag, each with all before it. Pages have at most a few
    /// dozen attributes in a tag.
    private static let mostComparisons = 200_000_000

    /// False where tags have so many attributes that comparing them would take minutes.
    static func isBearable(_ page: [UInt8]) -> Bool {
        var comparisons = 0
        var attributes = 0
        var quote: UInt8 = 0
        var isInTag = false
        for (index, byte) in page.enumerated() {
            guard isInTag else {
                isInTag = byte == 0x3C && index + 1 < page.count && UInt32(page[index + 1]).isLetter
                attributes = 0
                continue
            }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27, page[index - 1] == 0x3D {
                quote = byte
            } else if byte == 0x3E {
                isInTag = false
            } else if byte <= 0x20 || byte == 0x2F, page[index - 1] > 0x20 {
                attributes += 1
                comparisons += attributes
                if comparisons > mostComparisons { return false }
            }
        }
        return true
    }
}
