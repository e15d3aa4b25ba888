import RegulationModel

// Where an act ends in a page.
extension ActFinder {
    /// The end of what goes on like the articles: lines in elements as the articles stand in, and points behind a colon,
    /// up to the first that the page has added. Behind an article on entry into force only what an act can have there
    /// goes on. Behind the heading of an annex everything belongs to the annex.
    func endOfTail(behind body: ClosedRange<Int>, in element: PageElement.Found, _ paths: Set<UInt64>) -> Int {
        let elements = PageElement(text: text, units: units)
        var isAnnex = false
        var isList = scanner.endsWithColon(scanner.trimmed(units[body.upperBound].span))
        var isClosed = isEntryIntoForce(body.upperBound)
        for index in (body.upperBound + 1)..<max(body.upperBound + 1, element.units.upperBound) {
            let content = scanner.trimmed(units[index].span)
            if opensAnnex(content) || leadsTable(index) { isAnnex = true }
            if isOfPage(index) { return index }
            isList = isList && marks[index] == .point || scanner.endsWithColon(content)
            let isKnown = isList || units[index].isRow || paths.contains(elements.path(of: index, below: element.node))
            if !isAnnex, !isKnown || (isClosed && !isList && !canFollow(index)) { return index }
            isClosed = isClosed || isEntryIntoForce(index)
        }
        return element.units.upperBound
    }

    /// The end of running text: lines of the page's own at the end are left out.
    func endOfText(behind last: Int, in range: Range<Int>) -> Int {
        var isAnnex = false
        for index in (last + 1)..<max(last + 1, range.upperBound) {
            if opensAnnex(scanner.trimmed(units[index].span)) { isAnnex = true }
            if isOfPage(index) || !(isAnnex || canFollow(index)) { return index }
        }
        return range.upperBound
    }

    /// 附件1：…, and 附：… alone.
    private func opensAnnex(_ content: ByteSpan) -> Bool {
        forms.isAnnexHeading(content) || Self.enclosures.contains { scanner.has($0, at: content.start) }
            || (content.length == 3 && scanner.has(Self.enclosure, at: content.start))
    }

    /// The heading of a table behind the act that is not called an annex: 收费标准表.
    private func leadsTable(_ index: Int) -> Bool {
        let next = index + 1
        return units.indices.contains(next) && units[next].isRow && !units[index].isRow
            && units[index].span.length <= Self.longestLabel * 4
    }

    private static let enclosure = utf8("附")
    private static let enclosures = utf8(["附：", "附:"])

    /// True for a line that ends an act: 本条例自2020年7月1日起施行。
    private func isEntryIntoForce(_ index: Int) -> Bool {
        let content = scanner.trimmed(units[index].span)
        return forms.holds(Cues.entryIntoForce, content)
    }

    /// True for a line that can stand behind the last article of an act: a sentence on what it repeals, a signature, a
    /// date, a row of a table.
    private func canFollow(_ index: Int) -> Bool {
        if units[index].isRow { return true }
        let content = scanner.trimmed(units[index].span)
        if scanner.endsSentence(content) { return forms.holds(Cues.afterEntryIntoForce, content) }
        func isSignature(_ index: Int) -> Bool {
            guard units.indices.contains(index) else { return false }
            let content = scanner.trimmed(units[index].span)
            return forms.isDate(content) || forms.isBody(content)
        }
        return isSignature(index) || forms.isAdoptionNote(content)
            || (content.length <= Self.longestName && isSignature(index + 1))
    }

    /// A line that names who signs, in bytes.
    private static let longestName = 60
}
