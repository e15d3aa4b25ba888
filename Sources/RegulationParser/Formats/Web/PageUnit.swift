import RegulationModel

/// What becomes one line of the text that is read: a line of the page, or a row of a table.
struct PageUnit {
    /// Its bytes in `PageText.bytes`.
    var span: ByteSpan
    var node: Int32
    var linkBytes: Int
    var headingLevel: UInt8
    var isFurniture: Bool
    /// True for a title behind a label that says so.
    var isLabelledTitle = false
    /// What it is beside an act, where it stands in another column of a table of articles than the one that is read.
    var beside: PartKind?
    /// Where cells and lines of cells begin behind the first, with what is put before them.
    var joints: [Joint] = []

    struct Joint {
        let offset: Int
        let separator: UInt8
    }

    /// True where most of it is links.
    var isLinks: Bool { linkBytes * 2 >= span.length }
    var isRow: Bool { !joints.isEmpty }
}

/// Makes units of lines. Lines without a visible character are left out. Joins the cells of a row where a table holds cells to be read side by side, and leaves tables that only arrange a page
/// as blocks.
struct PageUnits {
    let text: PageText
    private let articleTables: PageArticleTables

    init(text: PageText) {
        self.text = text
        articleTables = PageArticleTables(text: text)
    }

    /// The table that sets versions of an act side by side, and where what it is read from begins in `PageText.bytes`.
    var versions: (table: ArticleTable, offset: Int)? { articleTables.versions }

    /// Cells are told apart by a tab, lines of one cell by a space: white space only, so that no character is added.
    private static let cellSeparator: UInt8 = 0x09
    private static let lineSeparator: UInt8 = 0x20

    /// Largest cell of a table of figures, in bytes and lines; tables that arrange a page hold whole articles.
    private static let largestCell = 1_200
    private static let mostLines = 12
    private static let fewestRows = 2

    /// What the cells of a table are like.
    private struct Shape {
        var rows = 0
        var rowsOfSeveral = 0
        var cellsInRow = 0
        var row: Int32 = -1
        var cell: Int32 = -1
        var linesInCell = 0
        var bytesInCell = 0
        var isArranging = false
    }

    func units() -> [PageUnit] {
        let readsRows = tablesOfCells()
        var units: [PageUnit] = []
        units.reserveCapacity(text.lines.count)
        var open: (row: Int32, cell: Int32)?
        let scanner = Scanner(copying: text.bytes)
        for line in text.lines where !scanner.trimmed(line.span).isEmpty {
            let isInRow = line.table >= 0 && line.row > 0 && line.cell > 0 && readsRows[Int(line.table)]
            if isInRow, let row = open, row.row == line.row {
                let separator = row.cell == line.cell ? Self.lineSeparator : Self.cellSeparator
                join(line, behind: separator, to: &units[units.count - 1])
                open = (line.row, line.cell)
            } else {
                units.append(unit(line))
                if case .beside(let kind) = articleTables.fate(of: line) { units[units.count - 1].beside = kind }
                open = isInRow ? (line.row, line.cell) : nil
            }
        }
        return units.flatMap { labelled($0, scanner) }
    }

    // MARK: Titles behind a label

    /// 标题：甲市养犬管理条例, as a site lists what it knows of an act.
    private static let titleLabels = utf8([
        "标题", "標題", "名称", "名稱", "法规名称", "法規名稱", "法律名称", "法律名稱", "法规标题", "文件名称", "文件标题", "法令名称", "法令名稱", "Title",
        "Name of Law",
        "Law Name", "Name of Act", "Law", "Act",
    ])
    private static let longestLabel = 40

    /// A title behind a label and the label by itself, and what stands behind the title in its cell (a link to the text in
    /// another language); other units as they are.
    private func labelled(_ unit: PageUnit, _ scanner: Scanner) -> [PageUnit] {
        guard unit.joints.count <= 1, unit.span.length <= LineForms.longestTitle + Self.longestLabel,
            let colon = colon(in: unit.span, scanner)
        else { return [unit] }
        let label = scanner.bytes[unit.span.start..<colon.start].filter { $0 > 0x20 }
        guard Self.titleLabels.contains(where: { label.elementsEqual($0) || label.elementsEqual(Self.spread($0)) })
        else {
            return [unit]
        }
        let rest = scanner.trimmed(ByteSpan(colon.end, unit.span.end))
        guard !rest.isEmpty, unit.joints.allSatisfy({ $0.offset <= rest.start }) else { return [unit] }
        let forms = LineForms(scanner: scanner, language: LanguageDetector(scanner: scanner).language(of: rest))
        let short = rest.range.last { scanner.bytes[$0] == 0x20 }.map { scanner.trimmed(ByteSpan(rest.start, $0)) }
        // EN and CH behind the title lead to the act in the other language.
        let hasLink =
            short.map { scanner.string(ByteSpan($0.end, rest.end)).filter { !$0.isWhitespace } }
            .map { $0.count <= 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } } ?? false
        guard
            let title = (hasLink ? [short, rest] : [rest, short]).compactMap(\.self).first(where: {
                !$0.isEmpty && forms.isTitle($0)
            })
        else {
            return [unit]
        }
        func piece(_ start: Int, _ end: Int) -> PageUnit {
            PageUnit(
                span: ByteSpan(start, end), node: unit.node, linkBytes: 0, headingLevel: unit.headingLevel,
                isFurniture: unit.isFurniture)
        }
        var named = piece(title.start, title.end)
        named.isLabelledTitle = true
        let pieces = [piece(unit.span.start, title.start), named]
        return title.end < rest.end ? pieces + [piece(title.end, unit.span.end)] : pieces
    }

    /// The first colon of a span, where it ends a label.
    private func colon(in span: ByteSpan, _ scanner: Scanner) -> ByteSpan? {
        var index = span.start
        while index < min(span.end, span.start + Self.longestLabel) {
            let (value, length) = scanner.scalar(at: index)
            if value == 0x3A || value == 0xFF1A { return ByteSpan(index, index + length) }
            index += length
        }
        return nil
    }

    /// 标　题: a label of two characters is often set wider.
    private static func spread(_ label: [UInt8]) -> [UInt8] {
        label.count == 6 ? label[..<3] + utf8("　") + label[3...] : label
    }

    private func unit(_ line: PageLine) -> PageUnit {
        PageUnit(
            span: line.span, node: line.node, linkBytes: Int(line.linkBytes), headingLevel: line.headingLevel,
            isFurniture: line.isFurniture)
    }

    private func join(_ line: PageLine, behind separator: UInt8, to unit: inout PageUnit) {
        unit.joints.append(PageUnit.Joint(offset: line.span.start, separator: separator))
        unit.span = ByteSpan(unit.span.start, line.span.end)
        unit.linkBytes += Int(line.linkBytes)
        unit.isFurniture = unit.isFurniture && line.isFurniture
    }

    // MARK: What a table is for

    private func tablesOfCells() -> [Bool] {
        guard !text.tables.isEmpty else { return [] }
        var shapes = text.tables.map { table in
            var shape = Shape()
            shape.isArranging = table.holdsTable
            return shape
        }
        let marks = ActMarks(scanner: Scanner(copying: text.bytes))
        for line in text.lines where line.table >= 0 && !marks.scanner.trimmed(line.span).isEmpty {
            add(line, marks, to: &shapes[Int(line.table)])
        }
        return shapes.map { shape in
            !shape.isArranging && shape.rowsOfSeveral >= Self.fewestRows && shape.rowsOfSeveral * 2 >= shape.rows
        }
    }

    private func add(_ line: PageLine, _ marks: ActMarks, to shape: inout Shape) {
        if line.row != shape.row {
            shape.row = line.row
            shape.rows += 1
            shape.cellsInRow = 0
            shape.cell = -1
        }
        if line.cell != shape.cell {
            shape.cell = line.cell
            shape.cellsInRow += 1
            if shape.cellsInRow == 2 { shape.rowsOfSeveral += 1 }
            shape.linesInCell = 0
            shape.bytesInCell = 0
        }
        shape.linesInCell += 1
        shape.bytesInCell += line.span.length
        // A number alone behind other cells is cited: 不登记 | 第八条 | 二百元.
        let isCitation = shape.cellsInRow > 1 && marks.isMarkAlone(line.span)
        if shape.linesInCell > Self.mostLines || shape.bytesInCell > Self.largestCell
            || (marks.kind(of: line.span) == .article && !isCitation)
        {
            shape.isArranging = true
        }
    }
}

/// Tells lines that begin as provisions do.
struct ActMarks {
    let scanner: Scanner

    enum Kind { case article, grouping, point, none }

    private static let ordinal = utf8("第")
    private static let articleWords = utf8(["条", "條"])
    private static let groupingWords = utf8(["章", "节", "節", "编", "編", "篇"])
    /// What makes 第三条… a reference: 第三条规定的, 第三条至第五条.
    private static let referring = utf8([
        "规定", "規定", "的", "所", "至", "、", "和", "或", "及", "与", "與", "之规定", "第", "中",
    ])
    private static let englishArticles = utf8(["article ", "art. ", "section "])
    private static let englishGroupings = utf8(["chapter ", "part "])

    /// What the line begins as.
    func kind(of span: ByteSpan) -> Kind { read(span).kind }

    /// The number of the article that the line begins; nil where it begins none.
    func articleNumber(of span: ByteSpan) -> Int? {
        let (kind, number) = read(span)
        return kind == .article ? number : nil
    }

    /// True for a line that holds the number of an article and nothing else.
    func isMarkAlone(_ span: ByteSpan) -> Bool {
        let content = scanner.trimmed(span)
        return content.length <= Self.longestMark && !scanner.endsSentence(content) && kind(of: content) == .article
            && scanner.string(content).split(separator: " ").count <= 3
    }

    /// 第一百二十三条之一, in bytes.
    private static let longestMark = 33

    private func read(_ span: ByteSpan) -> (kind: Kind, number: Int?) {
        let start = scanner.skipSpace(span.start, span.end)
        guard start < span.end else { return (.none, nil) }
        if scanner.has(Self.ordinal, at: start) { return chinese(start + 3, span.end) }
        if UInt32(scanner.bytes[start]).isCapital { return english(start, span.end) }
        return (ListMarks(scanner: scanner).mark(at: start, span.end) == nil ? .none : .point, nil)
    }

    private func chinese(_ index: Int, _ end: Int) -> (Kind, Int?) {
        let index = scanner.skipSpace(index, end)
        guard let numeral = scanner.ordinalNumeral(at: index, end) else { return (.none, nil) }
        var position = scanner.skipSpace(numeral.end, end)
        // 第 6-1 條
        if position < end, scanner.bytes[position] == 0x2D, let branch = scanner.digits(at: position + 1, end) {
            position = scanner.skipSpace(branch.end, end)
        }
        if isOne(of: Self.groupingWords, at: position, end) { return (.grouping, nil) }
        guard isOne(of: Self.articleWords, at: position, end) else { return (.none, nil) }
        return isOne(of: Self.referring, at: position + 3, end) ? (.none, nil) : (.article, numeral.value)
    }

    /// Lines stand straight behind each other: what begins behind the end is another line's.
    private func isOne(of words: [[UInt8]], at position: Int, _ end: Int) -> Bool {
        words.contains { position + $0.count <= end && scanner.has($0, at: position) }
    }

    private func english(_ start: Int, _ end: Int) -> (Kind, Int?) {
        let head = scanner.lowercased(ByteSpan(start, min(end, start + 24)))
        if let word = head.first(of: Self.englishArticles, at: 0) {
            let number = head.digits(at: Self.englishArticles[word].count, head.bytes.count)?.value
            return (number == nil ? .none : .article, number)
        }
        guard let word = head.first(of: Self.englishGroupings, at: 0) else { return (.none, nil) }
        return (head.bytes.count > Self.englishGroupings[word].count ? .grouping : .none, nil)
    }
}
