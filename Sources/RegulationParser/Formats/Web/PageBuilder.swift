import RegulationModel

/// Makes the lines of a page out of its events, as a browser would set them: blocks on lines of their own, white space
/// folded outside of `pre`, full-width and no-break spaces kept.
final class PageBuilder: PageEvents {
    private(set) var text = PageText()
    private let page: [UInt8]
    private let deepest: Int
    /// True where hidden text is read like any other.
    private let readsHidden: Bool
    private var states = [ElementState()]
    private var line = OpenLine()
    private var cursor: PageCursor
    private var styles = StyleSheet()
    private var lists: [PageList] = []
    /// The number of the item that is open, until its text begins.
    private var label: String?
    /// The raised text or link that is open and may be the mark of a note.
    private var note: OpenNote?
    /// The style sheet that is open.
    private var sheet: [UInt8] = []

    /// Longest style sheet that is read; what goes beyond hides nothing.
    private static let longestSheet = 1024 * 1024

    private static let levelOfLargeFont: UInt8 = 2

    /// Hidden text that is kept for its message and for the question whether it holds an act.
    private static let mostHidden = 4 * 1024 * 1024
    private var hiddenBytes = 0

    init(page: [UInt8], deepest: Int, readsHidden: Bool) {
        self.page = page
        self.deepest = deepest
        self.readsHidden = readsHidden
        cursor = PageCursor(page: page)
    }

    private var state: ElementState { states[states.count - 1] }

    // MARK: Elements

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        var role = name.role
        if role == .inline, !attributes.style.isEmpty, attributes.isBlock { role = .block }
        var new = state
        new.role = role
        new.isSkipped = new.isSkipped || role == .skipped
        new.isStyle = name.isStyle && !attributes.isForOtherMedia
        new.isHidden = !readsHidden && (new.isHidden || attributes.isHidden || styles.hides(name, attributes))
        new.isAside = new.isAside || name.isStruck || name.isReading
        new.isLink = new.isLink || (role == .link && attributes.hasAddress)
        new.isFurniture = new.isFurniture || role == .furniture || attributes.isFurniture
        new.keepsBreaks = new.keepsBreaks || role == .preformatted || attributes.keepsLineBreaks
        if role.headingLevel > 0 { new.headingLevel = role.headingLevel }
        if name.isFont, attributes.isLarge, new.headingLevel == 0 { new.headingLevel = Self.levelOfLargeFont }
        new.breaksLines = breaksLines(role)
        if new.breaksLines { endLine() }
        enter(role, &new, rows: attributes.rows)
        let isUnit = new.breaksLines && role != .lineBreak
        if isUnit, !new.isSkipped {
            if states.count <= deepest {
                let step = name.isDivision ? attributes.classNumber : 0
                text.nodes.append(PageNode(parent: new.node, step: step &+ name.prefix &* 31 &+ UInt64(name.length)))
                new.node = Int32(clamping: text.nodes.count - 1)
            } else if text.tooDeep == nil {
                text.tooDeep = text.bytes.count
            }
        }
        if name.isOrderedList {
            lists.append(PageList(attributes))
            new.list = Int32(clamping: lists.count - 1)
        } else if name.isOtherList {
            new.list = -1
        }
        new.isItem = name.isItem
        if new.isItem { label = new.list >= 0 ? lists[Int(new.list)].label(attributes.value) : nil }
        if name.isRaised { new.isRaised = true }
        if role == .link { new.isInLink = true }
        if role == .link, attributes.leadsInside { new.leadsInside = true }
        if !state.mayBeNote, new.mayBeNote { note = OpenNote(text: text, line: line) }
        note?.add(new)
        states.append(new)
    }

    func end() {
        guard states.count > 1, let ended = states.popLast() else { return }
        if ended.mayBeNote, !state.mayBeNote { endNote() }
        if ended.isItem { label = nil }
        if ended.isStyle { endStyle() }
        if ended.breaksLines { endLine() }
    }

    /// Takes the mark of a note, or a tool of the page, out of its line.
    private func endNote() {
        defer { note = nil }
        guard let note, note.line.start == line.start, note.bytes > line.start, note.hidden == text.hidden.count else {
            return
        }
        let mark = Array(text.bytes[note.bytes...])
        let isNote = NoteMark.isOne(mark[...], isRaised: note.isRaised, leadsInside: note.leadsInside)
        guard isNote || (note.isLink && PageTools.isOne(mark[...], behind: text.bytes[line.start..<note.bytes])) else {
            return
        }
        text.bytes.removeSubrange(note.bytes...)
        text.runs.removeSubrange(note.runs...)
        line = note.line
        mark.withUnsafeBufferPointer { hide($0, isNote ? .noteMark : .tool) }
    }

    private func endStyle() {
        if !readsHidden { styles.add(sheet) }
        sheet = []
    }

    /// Buttons and options go on in their line; what frames a page stands on its own.
    private func breaksLines(_ role: ElementRole) -> Bool {
        switch role {
        case .inline, .link, .skipped: false
        case .block, .lineBreak, .preformatted, .table, .row, .cell, .furniture: true
        case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: true
        }
    }

    private func enter(_ role: ElementRole, _ new: inout ElementState, rows: Int) {
        switch role {
        case .table:
            if new.table >= 0 { text.tables[Int(new.table)].holdsTable = true }
            text.tables.append(PageTable())
            new.table = Int32(clamping: text.tables.count - 1)
        case .row:
            text.widthsOfRows.append(0)
            new.row = Int32(clamping: text.widthsOfRows.count - 1)
            if new.table >= 0 { text.tables[Int(new.table)].beginRow() }
        case .cell:
            let column = new.table >= 0 ? text.tables[Int(new.table)].beginCell(rows: rows) : 0
            text.columnsOfCells.append(Int32(clamping: column))
            new.cell = Int32(clamping: text.columnsOfCells.count - 1)
            if new.table >= 0 { text.widthsOfRows[Int(new.row)] = Int32(clamping: text.tables[Int(new.table)].width) }
        default: break
        }
    }

    // MARK: Text

    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let state = state
        if state.isStyle, sheet.count + bytes.count <= Self.longestSheet { sheet += bytes }
        guard !state.isSkipped else { return }
        guard !state.isHidden, !state.isAside else { return hide(bytes, state.isHidden ? .unseen : .aside) }
        let isLiteral = offset + bytes.count <= page.count && page[offset..<offset + bytes.count].elementsEqual(bytes)
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, !Self.isBlank(bytes[index]) { index += 1 }
            if index > start {
                append(
                    UnsafeBufferPointer(rebasing: bytes[start..<index]), at: isLiteral ? offset + start : offset, state)
            }
            guard index < bytes.count else { break }
            blank(bytes[index], at: isLiteral ? offset + index : offset, state)
            index += 1
        }
    }

    /// White space that HTML folds.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    private func blank(_ byte: UInt8, at offset: Int, _ state: ElementState) {
        guard state.keepsBreaks else {
            line.hasBlank = true
            return
        }
        if byte == 0x0A || byte == 0x0D || byte == 0x0C {
            endLine()
        } else {
            withUnsafeBytes(of: byte) { append($0.assumingMemoryBound(to: UInt8.self), at: offset, state) }
        }
    }

    private func append(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ state: ElementState) {
        let isFirst = text.bytes.count == line.start
        if isFirst { line.state = state }
        if let label {
            if isFirst { add(label, before: bytes, at: offset) }
            self.label = nil
        }
        if line.hasBlank, !isFirst {
            if offset > 0 { note(offset - 1) }
            text.bytes.append(0x20)
            if state.isLink { line.linkBytes += 1 }
        }
        line.hasBlank = false
        note(offset)
        text.bytes.append(contentsOf: bytes)
        if state.isLink { line.linkBytes += bytes.count }
        if state.isFurniture { line.furnitureBytes += bytes.count }
        if state.headingLevel > 0 { line.headingLevel = max(line.headingLevel, state.headingLevel) }
        if let last = text.hidden.indices.last { text.hidden[last].isClosed = true }
    }

    /// Writes out the number of an item whose text has none of its own.
    private func add(_ label: String, before bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let scanner = Scanner(copying: bytes.prefix(Self.longestMark))
        guard ActMarks(scanner: scanner).kind(of: scanner.span) == .none,
            scanner.digits(at: 0, scanner.bytes.count) == nil
        else { return }
        note(offset)
        text.labels.append((text.bytes.count, String(label.prefix { $0 != " " })))
        text.bytes.append(contentsOf: label.utf8)
    }

    /// What is looked at to see whether a text begins with a mark.
    private static let longestMark = 64

    /// Notes that the next byte of the text stands at `offset` of the page, unless it goes on there from the one before.
    private func note(_ offset: Int) {
        if let last = text.runs.last, text.bytes.count > line.start,
            offset - Int(last.source) == text.bytes.count - Int(last.offset), !cursor.endsLine(before: offset)
        {
            return
        }
        cursor.move(to: offset)
        text.runs.append(
            PageRun(
                offset: Int32(clamping: text.bytes.count), source: Int32(clamping: offset), line: cursor.line,
                column: cursor.column))
    }

    private func hide(_ bytes: UnsafeBufferPointer<UInt8>, _ reason: HiddenText.Reason) {
        guard hiddenBytes < Self.mostHidden, bytes.contains(where: { !Self.isBlank($0) }) else { return }
        hiddenBytes += bytes.count
        if let last = text.hidden.indices.last, !text.hidden[last].isClosed,
            text.hidden[last].offset == text.bytes.count, text.hidden[last].reason == reason
        {
            text.hidden[last].bytes.append(contentsOf: bytes)
        } else {
            text.hidden.append(HiddenText(offset: text.bytes.count, bytes: Array(bytes), reason: reason))
        }
    }

    // MARK: Lines

    private func endLine() {
        defer {
            line = OpenLine()
            line.start = text.bytes.count
        }
        if let last = text.hidden.indices.last, !text.hidden[last].isClosed { text.hidden[last].bytes.append(0x0A) }
        guard text.bytes.count > line.start else { return }
        text.lines.append(
            PageLine(
                span: ByteSpan(line.start, text.bytes.count), node: line.state.node,
                linkBytes: Int32(clamping: line.linkBytes), headingLevel: line.headingLevel,
                isFurniture: line.furnitureBytes * 2 > text.bytes.count - line.start, table: line.state.table,
                row: line.state.row, cell: line.state.cell))
    }

    /// Ends the last line of the page.
    func finish() -> PageText {
        endLine()
        return text
    }
}

/// What holds inside an element.
private struct ElementState {
    var role = ElementRole.block
    var node: Int32 = 0
    var table: Int32 = -1
    var row: Int32 = 0
    var cell: Int32 = 0
    var headingLevel: UInt8 = 0
    var breaksLines = true
    var isSkipped = false
    var isStyle = false
    var isHidden = false
    var isAside = false
    var isLink = false
    var isFurniture = false
    var keepsBreaks = false
    var isRaised = false
    var leadsInside = false
    /// True inside of a link, also one that leads nowhere.
    var isInLink = false
    /// Index of the list that counts the items, or -1.
    var list: Int32 = -1
    var isItem = false

    /// True inside of what may be the mark of a note or a tool.
    var mayBeNote: Bool { isRaised || leadsInside || isInLink }
}

/// Where raised text, or a link to a place of the same page, began.
private struct OpenNote {
    let bytes: Int
    let runs: Int
    let hidden: Int
    let line: OpenLine
    var isRaised = false
    var leadsInside = false
    var isLink = false

    init(text: PageText, line: OpenLine) {
        bytes = text.bytes.count
        runs = text.runs.count
        hidden = text.hidden.count
        self.line = line
    }

    /// Takes an element in it into account.
    mutating func add(_ state: ElementState) {
        isRaised = isRaised || state.isRaised
        leadsInside = leadsInside || state.leadsInside
        isLink = isLink || state.isInLink
    }
}

/// The line that is being set.
private struct OpenLine {
    var start = 0
    var state = ElementState()
    var linkBytes = 0
    var furnitureBytes = 0
    var headingLevel: UInt8 = 0
    /// True where white space stands before what comes next.
    var hasBlank = false
}

/// Counts lines and columns of a page from its start on.
private struct PageCursor {
    let page: [UInt8]
    private var offset = 0
    private(set) var line: Int32 = 1
    private(set) var column: Int32 = 1

    init(page: [UInt8]) {
        self.page = page
        if page.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// Moves on; what lies behind stays where the cursor is.
    mutating func move(to target: Int) {
        let end = min(target, page.count)
        while offset < end {
            let byte = page[offset]
            if byte == 0x0A || (byte == 0x0D && !(offset + 1 < page.count && page[offset + 1] == 0x0A)) {
                line &+= 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 0x0D {
                column &+= 1
            }
            offset += 1
        }
    }

    func endsLine(before target: Int) -> Bool {
        target > 0 && target <= page.count && (page[target - 1] == 0x0A || page[target - 1] == 0x0D)
    }
}
