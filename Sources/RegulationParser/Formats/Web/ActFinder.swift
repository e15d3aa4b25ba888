import RegulationModel

/// What becomes of a unit of a page.
enum PageFate: Equatable {
    /// Text of the act, or of its front.
    case act
    /// A note on the act which the page sets apart from it.
    case note
    /// Stands in the act's stretch of the page and belongs to the page: `[edit]`, a share button between two articles.
    case insert(PartKind)
    /// Before or behind the act.
    case outside(PartKind)
}

/// Finds the act in a page: by the elements that hold most of the articles, or most of the running text where there are
/// no articles, and by what lines of an act look like. No name of a class or of a site is known to it.
struct ActFinder {
    let text: PageText
    let units: [PageUnit]
    let scanner: Scanner
    let forms: LineForms
    private let finder: ActMarks
    let marks: [ActMarks.Kind]
    /// Forms of lines that stand below most articles; see `repeated(_:_:_:)`.
    private let repeated: Set<[UInt8]>

    init(text: PageText, units: [PageUnit]) {
        self.text = text
        self.units = units
        scanner = Scanner(copying: text.bytes)
        forms = LineForms(
            scanner: scanner, language: LanguageDetector(scanner: scanner).language(of: scanner.span))
        let finder = ActMarks(scanner: scanner)
        self.finder = finder
        let kinds = units.map { $0.beside == nil ? finder.kind(of: $0.span) : .none }
        // A number alone above another one is an entry of a menu, and begins no article.
        marks = kinds.indices.map { index in
            guard kinds[index] == .article, finder.isMarkAlone(units[index].span), index + 1 < kinds.count,
                kinds[index + 1] == .grouping
                    || (kinds[index + 1] == .article && finder.isMarkAlone(units[index + 1].span))
                    || (index > 0 && kinds[index - 1] == .article && finder.isMarkAlone(units[index - 1].span))
            else { return kinds[index] }
            return .none
        }
        repeated = Self.repeated(units, marks, scanner)
    }

    /// Articles from which a page is taken to show an act, and not to quote one.
    private static let fewestArticles = 3
    /// Share of the articles, and of running text, which an element must hold for the others to be no part of the act.
    private static let articleShare = 0.8
    private static let textShare = 0.75

    /// The fate of each unit.
    func fates() -> [PageFate] {
        guard let stretch = stretch() else { return units.indices.map { outside($0, isBefore: true, title: nil) } }
        var fates = units.indices.map { index -> PageFate in
            if stretch.range.contains(index) { return inside(index, stretch) }
            let isBelowTitle = stretch.title.map { $0 < index } ?? false
            let isBefore = index < stretch.range.lowerBound
            if isBefore, isBelowTitle, !units[index].isFurniture { return .outside(.siteResidue) }
            return outside(index, isBefore: isBefore, title: stretch.title)
        }
        for case let index? in [stretch.titleStart, stretch.title] { fates[index] = .act }
        for index in stretch.notes { fates[index] = .note }
        dropSingleTeasers(&fates, from: stretch.range.upperBound)
        setBeside(&fates)
        return fates
    }

    /// What a table sets beside the act belongs to the table, wherever its rows stand.
    private func setBeside(_ fates: inout [PageFate]) {
        let first = fates.firstIndex(of: .act) ?? 0
        let last = fates.lastIndex(of: .act) ?? 0
        for (index, unit) in units.enumerated() {
            if let kind = unit.beside { fates[index] = index > first && index < last ? .insert(kind) : .outside(kind) }
        }
    }

    /// Teasers come in lists; a long link alone is one of the site's own.
    private func dropSingleTeasers(_ fates: inout [PageFate], from start: Int) {
        for index in start..<fates.count where fates[index] == .outside(.unrelated) {
            let isAfter = index > start && fates[index - 1] == .outside(.unrelated)
            let isBefore = index + 1 < fates.count && fates[index + 1] == .outside(.unrelated)
            if !isAfter, !isBefore { fates[index] = .outside(.siteResidue) }
        }
    }

    /// The act's stretch of the page.
    private struct Stretch {
        let range: Range<Int>
        /// First and last unit that surely are text of the act.
        let body: ClosedRange<Int>
        let hasArticles: Bool
        /// The element that holds it, and the ways from there to the lines of the body.
        let element: Int
        let paths: Set<UInt64>
        /// Its title, which may stand before it.
        var title: Int?
        /// The line above it where it takes two lines of one heading.
        var titleStart: Int?
        /// Notes below such a title that the page sets apart from the act.
        var notes: [Int] = []
    }

    private func stretch() -> Stretch? {
        let articles = firstCopy(
            of: units.indices.filter { marks[$0] == .article && !units[$0].isLinks && !units[$0].isFurniture })
        let hasArticles = articles.count >= Self.fewestArticles
        let weights = hasArticles ? articleWeights(articles) : textWeights()
        guard weights.contains(where: { $0 > 0 }) else { return nil }
        let element = PageElement(text: text, units: units)
            .holding(weights, share: hasArticles ? Self.articleShare : Self.textShare) { found in
                !hasArticles || !isContinued(found.units, articles)
            }
        guard let first = element.units.first(where: { weights[$0] > 0 }),
            let last = element.units.last(where: { weights[$0] > 0 })
        else { return nil }
        let body = first...last
        let elements = PageElement(text: text, units: units)
        let paths = Set(body.map { elements.path(of: $0, below: element.node) })
        let end = hasArticles ? endOfTail(behind: body, in: element, paths) : endOfText(behind: last, in: element.units)
        var stretch = Stretch(
            range: element.units.lowerBound..<end, body: body, hasArticles: hasArticles, element: element.node,
            paths: paths)
        addFront(to: &stretch, first: first)
        return stretch
    }

    /// The line without its digits and blanks.
    private static func form(_ content: ByteSpan, _ scanner: Scanner) -> [UInt8] {
        scanner.bytes[content.range].filter { $0 > 0x20 && !(0x30...0x39).contains($0) }
    }

    /// Short lines that say nothing and stand below most articles, as the tools of a database do: 司法案例 1 法学期刊.
    private static func repeated(_ units: [PageUnit], _ marks: [ActMarks.Kind], _ scanner: Scanner) -> Set<[UInt8]> {
        var counts: [[UInt8]: Int] = [:]
        for index in units.indices where marks[index] == .none {
            let content = scanner.trimmed(units[index].span)
            guard content.length > 3, content.length <= longestInsert, !scanner.endsSentence(content),
                !scanner.contains(clauseMarks, in: content)
            else { continue }
            counts[form(content, scanner), default: 0] += 1
        }
        let articles = marks.count { $0 == .article }
        return Set(counts.filter { $0.value >= 4 && $0.value * 2 >= articles && articles > 0 }.keys)
    }

    private static let clauseMarks = utf8(["，", "。", "；", "：", "|"])

    /// The articles without those that stand in the page a second time, as in pages that hold a copy for small screens.
    private func firstCopy(of articles: [Int]) -> [Int] {
        var known: Set<[UInt8]> = []
        let first = articles.filter {
            known.insert(Array(scanner.bytes[scanner.trimmed(units[$0].span).range])).inserted
        }
        return withoutQuotations(articles.count - first.count >= Self.fewestArticles ? first : articles)
    }

    /// The articles without one or two behind the last that speak of an earlier one: readers' comments quote articles.
    private func withoutQuotations(_ articles: [Int]) -> [Int] {
        let numbers = articles.map { finder.articleNumber(of: units[$0].span) ?? 0 }
        guard let highest = numbers.max(), let last = numbers.lastIndex(of: highest),
            (1...2).contains(articles.count - 1 - last), last + 1 >= Self.fewestArticles,
            Set(numbers[...last]).isSuperset(of: numbers[(last + 1)...])
        else { return articles }
        return Array(articles[...last])
    }

    /// True where the articles within some units go on with the numbers of those before or behind them: the element that
    /// holds them holds a part of the act, as where a tag that is not closed lets each article stand in the one before.
    private func isContinued(_ range: Range<Int>, _ articles: [Int]) -> Bool {
        func number(_ index: Int?) -> Int? { index.flatMap { finder.articleNumber(of: units[$0].span) } }
        let before = number(articles.last { $0 < range.lowerBound })
        let first = number(articles.first { range.contains($0) })
        let last = number(articles.last { range.contains($0) })
        let behind = number(articles.first { $0 >= range.upperBound })
        func goesOn(_ one: Int?, _ next: Int?) -> Bool {
            if let one, let next { one + 1 == next } else { false }
        }
        return goesOn(before, first) || goesOn(last, behind)
    }

    // MARK: Weights

    private func articleWeights(_ articles: [Int]) -> [Int] {
        var weights = [Int](repeating: 0, count: units.count)
        for index in articles { weights[index] = 1 }
        return weights
    }

    /// Running text: sentences and marked lines that are no links.
    private func textWeights() -> [Int] {
        units.indices.map { index in
            let unit = units[index]
            guard !unit.isLinks, !unit.isFurniture, unit.beside == nil else { return 0 }
            return marks[index] != .none || scanner.endsSentence(unit.span) ? unit.span.length - unit.linkBytes : 0
        }
    }

    // MARK: Where the stretch begins

    private static let frontHeadings: Set<String> = [
        "目录", "目錄", "目次", "序言", "前言", "引言", "contents", "tableofcontents", "preamble",
    ]
    /// A line of running text, in bytes: a preamble's, whatever it ends with.
    private static let runningLine = 90

    /// True for a line above the first article that an act has there: title, notes, notice, contents, preamble.
    private func belongsToFront(_ index: Int) -> Bool {
        let unit = units[index]
        let content = scanner.trimmed(unit.span)
        if marks[index] != .none || unit.headingLevel > 0 || isTitle(index) || isNote(content) { return true }
        if scanner.endsSentence(content) || scanner.endsWithColon(content) || forms.isBracketed(content) { return true }
        if forms.isAdoptionNote(content) || forms.isBody(content) || forms.ends(with: Cues.noticeEnds, content) {
            return true
        }
        if content.length >= Self.runningLine, !unit.isLinks { return true }
        let word = scanner.string(content).lowercased().filter { !$0.isWhitespace }
        if content.length <= Self.longestLabel, Self.frontHeadings.contains(word) { return true }
        return [index - 1, index + 1].contains { units.indices.contains($0) && marks[$0] == .grouping }
    }

    /// A line that the page, not the act, has put there.
    func isOfPage(_ index: Int) -> Bool {
        let unit = units[index]
        if unit.isFurniture { return true }
        guard unit.isLinks else { return isToolbar(unit.span) || !hasWord(unit.span) }
        return marks[index] == .none && unit.headingLevel == 0
    }

    /// False for arrows, rules and bullets.
    private func hasWord(_ span: ByteSpan) -> Bool {
        var index = span.start
        while index < span.end {
            let (value, length) = scanner.scalar(at: index)
            if value.isLetter || value.digit != nil || value.isHan || (0xC0...0x2FF).contains(value) { return true }
            index += length
        }
        return false
    }

    /// A link of a table of contents that has no number, as 附则, stands beside links that have one.
    private func leadsContents(_ index: Int) -> Bool {
        guard units[index].isLinks, !units[index].isFurniture else { return false }
        return [index - 1, index + 1].contains {
            units.indices.contains($0) && marks[$0] == .grouping && units[$0].isLinks
        }
    }

    /// 字体：大 中 小, 来源：…, 【打印】: what a page says about the text and lets readers do with it.
    private func isToolbar(_ span: ByteSpan) -> Bool {
        let content = scanner.trimmed(span)
        guard content.length < Self.longestToolbar, !scanner.endsSentence(content) else { return false }
        return forms.holds(Cues.residue, content) || forms.holds(Cues.byline, content) || forms.isNavigation(content)
            || forms.isResidueLabel(content) || isTools(content)
    }

    /// True for a line of nothing but the names of tools: [打印] [收藏] [关闭], 复制 收藏.
    private func isTools(_ content: ByteSpan) -> Bool {
        guard content.length < Self.longestInsert else { return false }
        return PageTools.areAll(of: scanner.string(content))
    }

    private static let longestToolbar = 300

    /// The title and the notes below it, where they stand before the element that holds the act.
    private func addFront(to stretch: inout Stretch, first: Int) {
        if let own = (stretch.range.lowerBound..<first).first(where: isTitle) {
            stretch.title = own
            return
        }
        guard let title = titleBefore(stretch.range.lowerBound) else { return }
        stretch.title = title
        if title > 0, units[title - 1].node == units[title].node, !isTitle(title - 1),
            forms.goesOn(scanner.trimmed(units[title - 1].span), scanner.trimmed(units[title].span))
        {
            stretch.titleStart = title - 1
        }
        stretch.notes = ((title + 1)..<stretch.range.lowerBound).filter { !isOfPage($0) && isNote(units[$0].span) }
    }

    /// 1993年…通过 根据…修正: dates, and what was done on them.
    private func isNote(_ span: ByteSpan) -> Bool {
        let content = scanner.trimmed(span)
        return !forms.isDate(content) && !Dates(scanner: scanner).all(in: content).isEmpty
            && forms.holds(Cues.adopted + Cues.approved + Cues.issued + Cues.amended, content)
    }

    private func isTitle(_ index: Int) -> Bool {
        let unit = units[index]
        return !unit.isFurniture && unit.beside == nil && (!unit.isLinks || unit.headingLevel > 0)
            && marks[index] == .none && forms.isTitle(scanner.trimmed(unit.span))
    }

    private static let shortestHeading = 9

    /// Before the act: the nearest heading that reads like the title of an act, else the nearest line that does, else the
    /// nearest heading.
    private func titleBefore(_ start: Int) -> Int? {
        let candidates = (0..<start).reversed()
        if let title = candidates.first(where: { units[$0].isLabelledTitle }) { return title }
        if let title = candidates.first(where: { units[$0].headingLevel > 0 && isTitle($0) }) { return title }
        if let title = candidates.first(where: isTitle) { return title }
        return candidates.first { index in
            let content = scanner.trimmed(units[index].span)
            return (1...3).contains(units[index].headingLevel) && !isOfPage(index)
                && (Self.shortestHeading...LineForms.longestTitle).contains(content.length)
        }
    }

    // MARK: What stands around and between

    private func inside(_ index: Int, _ stretch: Stretch) -> PageFate {
        guard index < stretch.body.lowerBound else {
            return isInsert(index, in: stretch) ? .insert(.siteResidue) : .act
        }
        if isOfPage(index), !leadsContents(index) {
            return .outside(
                units[index].isLinks && stretch.title.map { index < $0 } ?? true ? .navigation : .siteResidue)
        }
        let path = PageElement(text: text, units: units).path(of: index, below: stretch.element)
        let belongs = !stretch.hasArticles || stretch.paths.contains(path) || belongsToFront(index)
        return belongs ? .act : .outside(.siteResidue)
    }

    /// True for a line of the page's own between two lines of the act.
    private func isInsert(_ index: Int, in stretch: Stretch) -> Bool {
        guard index > stretch.body.lowerBound, index < stretch.body.upperBound, marks[index] == .none else {
            return false
        }
        if units[index].isFurniture { return true }
        let content = scanner.trimmed(units[index].span)
        if isTools(content) || repeated.contains(Self.form(content, scanner)) { return true }
        return units[index].isLinks && !scanner.endsSentence(content) && content.length < Self.longestInsert
    }

    private static let longestInsert = 120

    static let longestLabel = 30

    private func outside(_ index: Int, isBefore: Bool, title: Int?) -> PageFate {
        let unit = units[index]
        let content = scanner.trimmed(unit.span)
        if unit.isFurniture { return .outside(isBefore ? .navigation : .siteResidue) }
        if unit.isLinks {
            if isBefore { return .outside(.navigation) }
            return .outside(content.length >= Self.longestLabel ? .unrelated : .siteResidue)
        }
        if isBefore, forms.isNavigation(content) { return .outside(.navigation) }
        if isToolbar(content) { return .outside(.siteResidue) }
        if isBefore, unit.headingLevel > 0 || repeats(title, content) { return .outside(.pageHeading) }
        if marks[index] == .article || (!isBefore && isTitle(index)) { return .outside(.unrelated) }
        let isSentence = scanner.endsSentence(content) && content.length >= 2 * Self.longestLabel
        return .outside(isSentence ? .commentary : .siteResidue)
    }

    private func repeats(_ title: Int?, _ content: ByteSpan) -> Bool {
        guard let title else { return false }
        return scanner.bytes[scanner.trimmed(units[title].span).range].elementsEqual(scanner.bytes[content.range])
    }
}
