import RegulationModel

/// Reads a part with text of a Word document: the document itself, its notes, its headers and footers (ECMA-376 part 1,
/// §17). Elements that are not known are transparent: what stands in them is read.
final class WordBody: XMLConsumer {
    let styles: WordStyles
    let numbering: WordNumbering
    let limits: ReadingLimits
    /// Reads the foreign text that a document includes under an id.
    var chunk: (String) -> ExtractedText = { _ in ExtractedText() }

    /// The lines of the part.
    private(set) var text = ExtractedText()
    /// Lines of the notes that the part holds, by id.
    private(set) var notes: [String: [ExtractedText]] = [:]
    /// Notes that the text refers to, in order.
    private(set) var references: [Reference] = []
    /// Paragraphs that got a number from a list.
    private(set) var numbered = 0

    /// What is open around the place that is read.
    var state = WordState()
    private var counters: WordCounters

    /// A reference to a note.
    struct Reference {
        let isEndnote: Bool
        let id: String
    }

    init(styles: WordStyles, numbering: WordNumbering, limits: ReadingLimits) {
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        counters = WordCounters(numbering)
    }

    var hasEnough: Bool { text.bytes.count + state.bytesInTables > limits.largestText }

    // MARK: Lines

    /// Puts a line where lines go at this place.
    func emit(_ line: ExtractedText) {
        guard !state.sinks.isEmpty else {
            text.append(line)
            text.bytes.append(0x0A)
            // A line that lies outside takes its line break with it.
            guard let last = text.outside.popLast() else { return }
            guard last.span.end == text.bytes.count - 1 else { return text.outside.append(last) }
            text.outside.join(DocumentPart(last.kind, ByteSpan(last.span.start, text.bytes.count)))
            return
        }
        state.sinks[state.sinks.count - 1].lines.append(line)
    }

    private var carried: WordParagraph? {
        get { state.sinks.last.map(\.carried) ?? state.carried }
        set {
            if state.sinks.isEmpty {
                state.carried = newValue
            } else {
                state.sinks[state.sinks.count - 1].carried = newValue
            }
        }
    }

    /// A table ends the paragraph before it, also where a tracked change took its end away.
    func finishCarried() {
        guard let rest = carried else { return }
        carried = nil
        finish(rest)
    }

    func closeParagraph() {
        guard var paragraph = state.paragraphs.popLast() else { return }
        // A field whose code never ends would hide the rest of the document.
        state.fields.removeAll { !$0 }
        if let before = carried {
            paragraph.continues(before)
            carried = nil
        }
        if paragraph.isEndDeleted {
            carried = paragraph
            return
        }
        finish(paragraph)
    }

    private func finish(_ paragraph: WordParagraph) {
        let style = paragraph.style ?? styles.standard
        let label = label(of: paragraph, style: style)
        var line = paragraph.lines(label: label, isCentred: paragraph.isCentred ?? styles.isCentred(style))
        if let label {
            numbered += 1
            let span = ByteSpan(0, label.text.utf8.count)
            // How many there are is said at the end.
            if numbered == 1 { line.findings.append(Diagnostic(.numberingAutomatic, span, label.text)) }
        }
        emit(line)
        for box in paragraph.boxes { emit(box) }
    }

    /// A paragraph's own list goes before that of its style; list 0 takes the number away.
    private func label(of paragraph: WordParagraph, style: String?) -> WordCounters.Label? {
        let inherited = styles.list(style, numbering)
        guard let list = paragraph.list ?? inherited?.list, list != "0" else { return nil }
        let own = paragraph.list == nil || paragraph.list == inherited?.list ? inherited?.level : nil
        return counters.next(list: list, level: paragraph.level ?? own ?? 0)
    }

    /// Ends the innermost place for lines and gives what went there.
    func closeSink() -> WordSink {
        if let rest = carried {
            carried = nil
            finish(rest)
        }
        return state.sinks.popLast() ?? WordSink()
    }

    /// Ends the part.
    func end() {
        while !state.paragraphs.isEmpty { closeParagraph() }
        // A document that breaks off inside a table: its rows, the cells of the open one, what the open cell holds.
        var open: [ExtractedText] = []
        while !state.sinks.isEmpty { open = closeSink().lines + open }
        for table in state.tables + state.rows.map({ WordTable(rows: [$0]) }) {
            for case .text(let line) in table.lines() { emit(line) }
        }
        for line in open { emit(line) }
        if let rest = carried {
            carried = nil
            finish(rest)
        }
        text.findings = text.findings.map(counted)
    }

    private func counted(_ finding: Diagnostic) -> Diagnostic {
        guard finding.id == .numberingAutomatic else { return finding }
        let message =
            numbered == 1
            ? "“\(finding.message)” is the number of a list that counts by itself."
            : "“\(finding.message)” is the number of a list that counts by itself, and so are \(numbered - 1) more."
        return Diagnostic(finding.id, finding.span, message)
    }

    func keepNote(_ id: String) { notes[id] = closeSink().lines }

    func refer(_ id: String, isEndnote: Bool) {
        guard state.isShown, state.deletions == 0 else { return }
        references.append(Reference(isEndnote: isEndnote, id: id))
    }

    // MARK: Text

    func text(_ bytes: [UInt8]) {
        guard state.passedOver == 0, state.textDepth > 0 else { return }
        write(bytes)
    }

    /// Adds text where it belongs: to the paragraph, to what was deleted, to what is hidden.
    func write(_ bytes: [UInt8]) {
        guard !state.fields.contains(false) else { return }
        if state.deletions > 0 {
            state.deleted += bytes
        } else if state.paragraphs.isEmpty {
            emit(ExtractedText(bytes: bytes))
        } else if state.isHidden {
            state.paragraphs[state.paragraphs.count - 1].hide(bytes)
        } else {
            state.paragraphs[state.paragraphs.count - 1].write(bytes)
        }
    }

    /// Adds a character that an element stands for.
    func write(_ character: String) {
        guard state.isShown, state.deletions == 0, !state.paragraphs.isEmpty else { return }
        state.paragraphs[state.paragraphs.count - 1].write(character)
    }

    func breakLine() {
        guard state.isShown, state.deletions == 0, !state.paragraphs.isEmpty else { return }
        state.paragraphs[state.paragraphs.count - 1].breakLine()
    }

    /// Names a tracked change where it stands.
    func noteChange(from start: Int?, _ message: String) {
        guard !state.paragraphs.isEmpty else { return text.note(.textTrackedChange, message) }
        let last = state.paragraphs.count - 1
        let start = min(start ?? state.paragraphs[last].length, state.paragraphs[last].length)
        state.paragraphs[last].note(.textTrackedChange, from: start, message)
    }
}

/// What is open around a place in a Word document.
struct WordState {
    var paragraphs: [WordParagraph] = []
    var sinks: [WordSink] = []
    var rows: [WordRow] = []
    var tables: [WordTable] = []
    /// Bytes of the rows that wait for the end of their table.
    var bytesInTables = 0
    var carried: WordParagraph?
    /// Runs around the place; true for one whose text is hidden.
    var runs: [Bool] = []
    /// Properties around the place.
    var properties: [Properties] = []
    /// Fields around the place; false while their code is read, true in their result.
    var fields: [Bool] = []
    /// Depth inside of an element that is passed over.
    var passedOver = 0
    /// Depth inside of elements that hold text.
    var textDepth = 0
    /// Depth inside of tracked deletions.
    var deletions = 0
    var deleted: [UInt8] = []
    /// Ids of the notes around the place.
    var noteIds: [String] = []
    /// Where tracked insertions begin.
    var insertions: [Int] = []
    /// Alternate content around the place; true where one of the choices has been taken.
    var choices: [Bool] = []

    enum Properties {
        case paragraph, paragraphEnd, run, row, cell, other
    }

    var isHidden: Bool { runs.last ?? false }
    var isShown: Bool { !isHidden && !fields.contains(false) }
}
