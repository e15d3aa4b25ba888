import RegulationModel

/// Makes the body of a regulation out of what markup states: levels, numbers and borders are the file's, not guessed.
struct StatedBody {
    let structure: StatedStructure
    let document: Document

    private var scanner: Scanner { document.scanner }

    /// Elements that are the basic unit of an act, the first that occurs: laws of most countries have articles, those of
    /// the common law sections.
    private static let basicUnits = ["article", "section", "rule", "clause", "paragraph", "level"]

    /// The body; nil where there is no basic unit.
    func body() -> Body? {
        let isExplainer = structure.facts.authority == .explainer
        let units = isExplainer ? ["section"] : Self.basicUnits
        let basic = units.first { name in structure.nodes.contains { $0.contains { $0.name == name } } }
        guard let basic else { return nil }
        var builder = StatedBodyBuilder(document: document, basic: basic, isExplainer: isExplainer)
        for node in structure.nodes { builder.add(node, parent: nil) }
        var body = builder.body
        body.title = structure.title
        body.marks.sort { $0.span < $1.span }
        let starts = structure.starts + builder.starts
        body.parts = PartTiling(lines: document.lines, length: document.source.bytes.count).parts(starts)
        return body
    }
}

/// Collects groupings and provisions in document order.
struct StatedBodyBuilder {
    let document: Document
    let basic: String
    let isExplainer: Bool
    var body = Body()
    var starts: [PartTiling.Start] = []
    private var addresses = AddressBook()
    private var counts: [String: Int] = [:]

    private var scanner: Scanner { document.scanner }

    init(document: Document, basic: String, isExplainer: Bool) {
        self.document = document
        self.basic = basic
        self.isExplainer = isExplainer
    }

    mutating func add(_ node: StatedNode, parent: Int?) {
        if node.name == basic { return addProvision(node) }
        let isHeaded = node.num != nil || node.heading != nil
        guard isHeaded, node.contains({ $0.name == basic }) else {
            if !node.contains({ $0.name == basic }) {
                starts.append(.init(offset: node.start, kind: isBeforeProvisions ? .preamble : .annex))
            }
            for child in node.children { add(child, parent: parent) }
            return
        }
        // The model knows no level between a section and an article: such a heading is kept as text between them.
        guard parent.map({ body.groupings[$0].level < .section }) ?? true else {
            starts.append(.init(offset: node.start, kind: .grouping))
            for child in node.children { add(child, parent: parent) }
            return
        }
        let index = addGrouping(node, parent: parent)
        for child in node.children { add(child, parent: index) }
        let grouping = body.groupings[index]
        body.groupings[index] = Grouping(
            level: grouping.level, eId: grouping.eId, number: grouping.number, mark: grouping.mark,
            heading: grouping.heading, span: grouping.span, parent: grouping.parent,
            articles: grouping.articles.lowerBound..<body.articles.count)
    }

    private var isBeforeProvisions: Bool { body.articles.isEmpty && body.sections.isEmpty }

    // MARK: Groupings

    private mutating func addGrouping(_ node: StatedNode, parent: Int?) -> Int {
        let level = level(of: node, below: parent.map { body.groupings[$0].level })
        let number = number(of: node, in: parent.map { "\($0)" } ?? "")
        let mark = node.num ?? ByteSpan(node.start, node.start)
        let heading = node.heading ?? ByteSpan(mark.end, mark.end)
        let stem = "\(level.eIdWord)_\(number.text)"
        let path = parent.map { body.groupings[$0].eId.text + "__" + stem } ?? stem
        addMark(node, level: level, number: number)
        starts.append(.init(offset: node.start, kind: .grouping))
        body.groupings.append(
            Grouping(
                level: level, eId: addresses.unique(EId(path)), number: number, mark: mark, heading: heading,
                span: ByteSpan(mark.start, max(mark.end, heading.end)), parent: parent,
                articles: body.articles.count..<body.articles.count))
        return body.groupings.count - 1
    }

    /// The level by the element's name; below another grouping never the same or a wider one.
    private func level(of node: StatedNode, below parent: Level?) -> Level {
        let named: Level
        switch node.name {
        case "book", "tome", "part", "title": named = .part
        case "subpart", "subtitle": named = .subpart
        case "chapter": named = .chapter
        default: named = .section
        }
        guard let parent, named <= parent else { return named }
        return Level(rawValue: parent.rawValue + 1) ?? .section
    }

    // MARK: Provisions

    private mutating func addProvision(_ node: StatedNode) {
        let level: Level = isExplainer ? .section : .article
        let number = number(of: node, in: "")
        let eId = addresses.unique(EId("\(level.eIdWord)_\(number.text)"))
        addMark(node, level: level, number: number)
        starts.append(.init(offset: node.start, kind: isExplainer ? .section : .article))
        let provision = Provision(
            level: level, eId: eId, number: number, mark: node.num, heading: node.heading, span: node.span,
            children: StatedParagraphs(parent: eId).paragraphs(of: node))
        if isExplainer { body.sections.append(provision) } else { body.articles.append(provision) }
    }

    private mutating func addMark(_ node: StatedNode, level: Level, number: ProvisionNumber) {
        guard let num = node.num else { return }
        body.marks.append(
            Mark(
                level: level, number: number, span: num, line: document.source.line(at: num.start) - 1,
                place: .lineStart, form: form(of: num), strength: MarkStrength.certain, isPunctuated: false))
    }

    /// An ordinal word is letters and a hyphen, and longer than a Roman numeral or a letter.
    private func form(of num: ByteSpan) -> MarkForm {
        if scanner.has(utf8("第"), at: num.start) { return .chinese }
        let isWord = scanner.bytes[num.range].allSatisfy { UInt32($0).isLetter || $0 == UInt8(ascii: "-") }
        return isWord && num.length >= Self.shortestOrdinal ? .ordinalWord : .labelled
    }

    /// `First`
    private static let shortestOrdinal = 5

    /// The number that the address states (`art_16-1`), else the one that is printed, else the position.
    private mutating func number(of node: StatedNode, in place: String) -> ProvisionNumber {
        let key = place + node.name
        counts[key, default: 0] += 1
        return StatedNumber.ofAddress(node.id) ?? node.num.flatMap { StatedNumber.printed(scanner, $0) }
            ?? ProvisionNumber(counts[key] ?? 1)
    }
}

/// Paragraphs, points and sub-points below an article, levels by depth: names differ from country to country.
struct StatedParagraphs {
    let parent: EId

    private static let paragraphNames: Set<String> = ["paragraph", "subsection", "alinea", "subparagraph", "level"]

    /// A part of an article that is a paragraph: an element, or text without one and the points that follow it.
    private struct Draft {
        var mark: ByteSpan?
        var heading: ByteSpan?
        var start: Int
        var end: Int
        var text: [ByteSpan] = []
        var points: [StatedNode] = []
        var closing: [ByteSpan] = []
    }

    func paragraphs(of article: StatedNode) -> [Provision] {
        var drafts = article.text.map { Draft(start: $0.start, end: $0.end, text: [$0]) }
        for child in article.children {
            if Self.paragraphNames.contains(child.name) {
                drafts.append(
                    Draft(
                        mark: child.num, heading: child.heading, start: child.start, end: child.end, text: child.text,
                        points: child.children, closing: child.closing))
            } else if drafts.isEmpty {
                drafts.append(Draft(start: child.start, end: child.end, points: [child]))
            } else {
                drafts[drafts.count - 1].points.append(child)
                drafts[drafts.count - 1].end = child.end
            }
        }
        drafts += article.closing.map { Draft(start: $0.start, end: $0.end, text: [$0]) }
        return drafts.enumerated().map { index, draft in provision(draft, index) }
    }

    private func provision(_ draft: Draft, _ index: Int) -> Provision {
        let number = ProvisionNumber(index + 1)
        let eId = parent.child(.paragraph, number)
        return Provision(
            level: .paragraph, eId: eId, number: number, mark: draft.mark, heading: draft.heading,
            span: ByteSpan(draft.start, draft.end), text: draft.text, children: points(draft.points, .point, in: eId),
            wrapUp: joined(draft.closing))
    }

    private func points(_ nodes: [StatedNode], _ level: Level, in parent: EId) -> [Provision] {
        nodes.enumerated().map { index, node in
            let number = ProvisionNumber(index + 1)
            let eId = parent.child(level, number)
            return Provision(
                level: level, eId: eId, number: number, mark: node.num, heading: node.heading, span: node.span,
                text: node.text, children: points(node.children, .subpoint, in: eId), wrapUp: joined(node.closing))
        }
    }

    private func joined(_ spans: [ByteSpan]) -> ByteSpan? {
        guard let first = spans.first, let last = spans.last else { return nil }
        return ByteSpan(first.start, last.end)
    }
}

/// Numbers of provisions in markup.
enum StatedNumber {
    /// The number at the end of an address: `chp_2__sec_1` → 1, `art_16-1` → 16-1, `art_3-dup2` → 3.
    static func ofAddress(_ id: String) -> ProvisionNumber? {
        guard let last = id.split(separator: "_").last, id.contains("_") else { return nil }
        var pieces = last.split(separator: "-", omittingEmptySubsequences: false)
        if pieces.count > 1, let copy = pieces.last, copy.hasPrefix("dup"), Int(copy.dropFirst(3)) != nil {
            pieces.removeLast()
        }
        // 3A is 3 and A, as 1-bis is 1 and bis.
        if let first = pieces.first, let letter = first.firstIndex(where: \.isLetter), letter > first.startIndex {
            pieces[0] = first[..<letter]
            pieces.insert(first[letter...], at: 1)
        }
        let numbers = pieces.enumerated().compactMap { place, piece in
            (piece.allSatisfy(\.isASCII) ? Int(piece) : nil) ?? (place > 0 ? inserted(piece) : nil)
        }
        guard numbers.count == pieces.count, let ordinal = numbers.first, isHeld(numbers.count - 1),
            numbers.allSatisfy({ (0...largestProvisionNumber).contains($0) })
        else { return nil }
        return ProvisionNumber(ordinal, branches: Array(numbers.dropFirst()))
    }

    /// The first numeral that is printed, with its branches: 第十六条之一, `§ 12`, `Art. 3-1`.
    static func printed(_ scanner: Scanner, _ span: ByteSpan) -> ProvisionNumber? {
        var index = span.start
        while index < span.end {
            if let numeral = scanner.anyNumeral(at: index, span.end) {
                let branches = branches(scanner, numeral.end, span.end)
                return isHeld(branches.count) ? ProvisionNumber(numeral.value, branches: branches) : nil
            }
            index += scanner.scalar(at: index).length
        }
        return nil
    }

    /// True where a number can have so many branches.
    private static func isHeld(_ branches: Int) -> Bool { branches <= ProvisionNumber.mostBranches }

    /// The place of a provision that was inserted behind a number: A, B, …; bis, ter, ….
    private static func inserted(_ suffix: Substring) -> Int? {
        let word = suffix.lowercased()
        if let place = latin.firstIndex(of: word) { return place + 1 }
        guard word.count == 1, let letter = word.utf8.first, (0x61...0x7A).contains(letter) else { return nil }
        return Int(letter) - 0x60
    }

    private static let latin = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"]

    private static func branches(_ scanner: Scanner, _ start: Int, _ end: Int) -> [Int] {
        var result: [Int] = []
        var index = start
        let joint = start < end && scanner.bytes[start] == 0x2D ? start + 1 : start
        let word = scanner.string(ByteSpan(joint, max(joint, end))).prefix { $0.isASCII && $0.isLetter }
        if let place = inserted(word) {
            result.append(place)
            index = joint + word.utf8.count
        }
        while index < end {
            let (value, length) = scanner.scalar(at: index)
            let isJoint = value == 0x4E4B || value == 0x2D
            if isJoint, let numeral = scanner.anyNumeral(at: index + length, end) {
                result.append(numeral.value)
                index = numeral.end
            } else {
                index += length
            }
        }
        return result
    }
}
