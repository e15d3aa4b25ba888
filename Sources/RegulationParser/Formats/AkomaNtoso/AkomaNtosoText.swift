import RegulationModel

/// Makes lines and a tree of provisions out of an Akoma Ntoso document.
final class AkomaNtosoText: XMLConsumer {
    private let limits: ReadingLimits
    private var lines = AkomaNtosoLines()
    private var structure = StatedStructure()
    private var meta = AkomaNtosoMetaReader()
    private var findings: [Diagnostic] = []
    private var frames: [AkomaNtosoElement] = []
    private var open: [StatedNode] = []
    private var regions: [PartKind] = []
    /// Depths of the elements that opened nodes: those inside of quotations and annexes open none.
    private var nodeDepths: [Int] = []
    /// Where numbers and headings begin that are open.
    private var heads: [Int] = []
    /// Where insertions and titles begin that are open.
    private var places: [Int] = []
    /// Where the outermost block begins that is open, and its depth; blocks inside of it are lines of it. Text that
    /// stands in no block, where the schema wants one, is one without an element.
    private var block: (start: Int, depth: Int?)?
    private var quotations = 0
    private var closings = 0
    private var tables = 0
    /// Text that is not written where it stands, innermost last: notes and what was deleted.
    private var aside: [AkomaNtosoLines] = []
    private var notes: [ExtractedText] = []

    init(limits: ReadingLimits) { self.limits = limits }

    /// The first element, where it is not that of Akoma Ntoso.
    private(set) var foreignRoot: String?

    var hasEnough: Bool { foreignRoot != nil || lines.bytes.count > limits.largestText }

    /// What was read.
    func finished() -> ExtractedText {
        // A number or heading that was not closed is text: that of its block, where it stands in one, or its own, with
        // what stands in it.
        if block != nil { endBlock() } else if let start = heads.first { keep(ByteSpan(start, lines.bytes.count)) }
        heads = []
        lines.newLine()
        while let node = open.popLast() { close(node) }
        structure.facts = meta.facts
        var text = ExtractedText(bytes: lines.bytes, findings: findings)
        text.structure = structure
        text.append(notes, outside: .footnote)
        return text
    }

    func wantsAttributes(of name: XMLName) -> Bool { true }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        let element = AkomaNtosoElement(name.local, attributes)
        frames.append(element)
        if frames.count == 1, name.local != "akomaNtoso" { foreignRoot = ExtractedText.excerpt(Array(name.local.utf8)) }
        if meta.isOpen {
            if element.isNote { aside.append(AkomaNtosoLines()) }
            return meta.open(name.local, attributes)
        }
        if frames.count == 2 { meta.root(name.local, attributes) }
        switch element {
        case .meta: meta.begin()
        case .hierarchy: openNode(name.local, attributes)
        case .num, .heading: openHead(element)
        case .block: openBlock(attributes)
        case .row:
            tables += 1
            openBlock(attributes)
        case .cell: if frames.dropLast().last.map(Self.isCell) ?? false { lines.separate("\t") }
        case .region(let kind): regions.append(kind)
        case .quotation: quotations += 1
        case .closing: closings += 1
        case .note, .deletion: aside.append(AkomaNtosoLines())
        case .insertion, .docTitle: places.append(aside.isEmpty ? lines.place() : 0)
        case .lineBreak: write([0x20], breaksLine: true)
        case .transparent: break
        }
    }

    func close(_ name: XMLName) {
        guard let element = frames.popLast() else { return }
        if meta.isOpen, !element.isMeta {
            if element.isNote { closeNote() }
            return
        }
        switch element {
        case .meta: meta.end()
        case .hierarchy: closeNode()
        case .num, .heading: closeHead(element)
        case .block: closeBlock()
        case .row:
            tables -= 1
            closeBlock()
        case .cell: lines.separate("\t")
        case .region: _ = regions.popLast()
        case .quotation: quotations -= 1
        case .closing: closings -= 1
        case .note: closeNote()
        case .deletion: closeDeletion()
        case .insertion: closeInsertion()
        case .docTitle: closeTitle()
        case .lineBreak, .transparent: break
        }
    }

    private static func isCell(_ element: AkomaNtosoElement) -> Bool {
        if case .cell = element { true } else { false }
    }

    func text(_ bytes: [UInt8]) {
        guard !meta.isOpen || !aside.isEmpty else { return }
        write(bytes, breaksLine: false)
    }

    private func write(_ bytes: [UInt8], breaksLine: Bool) {
        guard aside.isEmpty else { return aside[aside.count - 1].write(bytes) }
        if breaksLine, tables == 0 { return lines.newLine() }
        let isVisible = bytes.contains { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if isVisible, block == nil, heads.isEmpty {
            if open.isEmpty { begin(at: lines.bytes.count) }
            block = (lines.place(), nil)
        }
        lines.write(bytes)
    }

    /// Ends a piece of text that stands in no block.
    private func endStray() {
        if let block, block.depth == nil { endBlock() }
    }

    // MARK: Provisions

    private var isFlat: Bool {
        quotations > 0 || regions.contains(.annex) || block != nil || !heads.isEmpty || !aside.isEmpty
    }

    private func openNode(_ name: String, _ attributes: XMLAttributes) {
        guard aside.isEmpty else { return }
        endStray()
        if tables == 0, heads.isEmpty { lines.newLine() }
        guard !isFlat else { return }
        if !open.isEmpty { open[open.count - 1].settleClosing() }
        let id = attributes["eId"] ?? attributes["id"] ?? ""
        open.append(StatedNode(name: name, id: id, start: lines.bytes.count, end: lines.bytes.count))
        nodeDepths.append(frames.count)
    }

    private func closeNode() {
        guard aside.isEmpty else { return }
        endStray()
        if tables == 0, heads.isEmpty { lines.newLine() }
        guard nodeDepths.last == frames.count + 1 else { return }
        nodeDepths.removeLast()
        if let node = open.popLast() { close(node) }
    }

    private func close(_ node: StatedNode) {
        var node = node
        node.end = max(node.start, lines.bytes.count - (lines.isAtLineStart ? 1 : 0))
        // An element without text is no provision.
        guard node.end > node.start else { return }
        if open.isEmpty {
            structure.nodes.append(node)
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    private func openHead(_ element: AkomaNtosoElement) {
        guard aside.isEmpty else { return }
        endStray()
        if element.isNum, tables == 0, heads.isEmpty { lines.newLine() }
        if open.isEmpty, block == nil, heads.isEmpty { begin(at: lines.bytes.count) }
        heads.append(lines.place())
    }

    /// A number opens its provision, a heading stands before its text; anywhere else they are text.
    private func closeHead(_ element: AkomaNtosoElement) {
        guard aside.isEmpty, let start = heads.popLast() else { return }
        let span = ByteSpan(start, lines.bytes.count)
        if heads.isEmpty, block == nil, let node = open.last, !span.isEmpty {
            let mayHead = quotations == 0 && node.heading == nil && node.text.isEmpty && node.children.isEmpty
            if mayHead, element.isNum, node.num == nil, span.start == node.start {
                open[open.count - 1].num = span
            } else if mayHead, !element.isNum {
                open[open.count - 1].heading = span
            } else {
                keep(span)
            }
        }
        if element.isNum { lines.separate(Self.separator(behind: Scanner(copying: lines.bytes[span.range]))) }
        if !element.isNum, tables == 0, heads.isEmpty { lines.newLine() }
    }

    /// What stands between a number and its text: nothing behind a bracket or a comma of full width, an ideographic
    /// blank behind an ideograph.
    private static func separator(behind num: Scanner) -> String {
        guard let last = num.scalar(before: num.bytes.count, from: 0) else { return "" }
        if last.value.isHan { return "\u{3000}" }
        return Unicode.Scalar(last.value)?.isWide ?? false ? "" : " "
    }

    // MARK: Text

    private func openBlock(_ attributes: XMLAttributes) {
        guard aside.isEmpty else { return aside[aside.count - 1].write([0x20]) }
        endStray()
        guard block == nil, heads.isEmpty else {
            if tables == 0, heads.isEmpty { lines.newLine() }
            return
        }
        let isBehindNumber = open.last.map { $0.num != nil && $0.text.isEmpty && $0.children.isEmpty } ?? false
        if !isBehindNumber { lines.newLine() }
        if open.isEmpty { begin(at: lines.bytes.count, kind: AkomaNtosoElement.kind(attributes["class"])) }
        block = (lines.place(), frames.count)
    }

    private func closeBlock() {
        guard aside.isEmpty, block != nil else { return }
        endStray()
        guard block?.depth == frames.count + 1 else {
            if tables == 0, heads.isEmpty { lines.newLine() }
            return
        }
        endBlock()
    }

    private func endBlock() {
        guard let start = block?.start else { return }
        block = nil
        keep(ByteSpan(start, lines.bytes.count - (lines.isAtLineStart && lines.bytes.count > start ? 1 : 0)))
        lines.newLine()
    }

    /// Gives a piece of text to the provision it stands in.
    private func keep(_ span: ByteSpan) {
        guard !span.isEmpty, !open.isEmpty else { return }
        let last = open.count - 1
        if closings > 0 || !open[last].children.isEmpty || !open[last].closing.isEmpty {
            open[last].closing.append(span)
        } else {
            open[last].text.append(span)
        }
    }

    /// A part begins that is no provision.
    private func begin(at offset: Int, kind: PartKind? = nil) {
        let fallback: PartKind = structure.nodes.isEmpty ? .preamble : .annex
        structure.starts.append(.init(offset: offset, kind: kind ?? regions.last ?? fallback))
    }

    private func closeTitle() {
        guard let start = places.popLast(), aside.isEmpty, open.isEmpty, structure.title == nil else { return }
        let title = ByteSpan(start, lines.bytes.count)
        guard !title.isEmpty, let last = structure.starts.popLast() else { return }
        structure.title = title
        structure.starts.append(.init(offset: last.offset, kind: .title))
    }

    // MARK: What stands aside

    private func closeNote() {
        guard let note = aside.popLast(), !note.bytes.isEmpty else { return }
        notes.append(ExtractedText(bytes: note.bytes))
    }

    private func closeDeletion() {
        guard let deleted = aside.popLast(), !deleted.bytes.isEmpty, aside.isEmpty else { return }
        let words = ExtractedText.excerpt(deleted.bytes)
        note(from: lines.bytes.count, "“\(words)” is deleted by an amendment; it was left out.")
    }

    private func closeInsertion() {
        guard let start = places.popLast(), aside.isEmpty, lines.bytes.count > start else { return }
        let words = ExtractedText.excerpt(Array(lines.bytes[start...]))
        note(from: start, "“\(words)” is inserted by an amendment; it was read as text.")
    }

    private func note(from start: Int, _ message: String) {
        findings.append(Diagnostic(.textTrackedChange, ByteSpan(start, lines.bytes.count), message))
    }
}

extension AkomaNtosoElement {
    var isNum: Bool { if case .num = self { true } else { false } }
    var isNote: Bool { if case .note = self { true } else { false } }
    var isMeta: Bool { if case .meta = self { true } else { false } }
}
