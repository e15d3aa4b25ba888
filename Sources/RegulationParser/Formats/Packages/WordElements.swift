import RegulationModel

// What each element of WordprocessingML does to the text.
extension WordBody {
    private static let passedOver: Set<String> = [
        // How things were before a tracked change.
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblPrExChange",
        "tblGridChange", "numberingChange",
        // The reading aid above a word; names and settings of controls.
        "rt", "sdtPr", "sdtEndPr", "fldData",
    ]

    func wantsAttributes(of name: XMLName) -> Bool {
        if name.vocabulary == .compatibility { return name.local == "Choice" }
        guard name.vocabulary == .word else { return false }
        switch name.local {
        case "pStyle", "rStyle", "numId", "ilvl", "jc", "vanish", "fldChar", "sym", "br", "footnoteReference",
            "endnoteReference", "footnote", "endnote", "altChunk":
            return true
        default: return false
        }
    }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard state.passedOver == 0 else {
            state.passedOver += 1
            return
        }
        switch name.vocabulary {
        case .word: openWord(name.local, attributes)
        case .compatibility: openCompatibility(name.local, attributes)
        case .mathematics: if name.local == "t" { state.textDepth += 1 }
        default: break
        }
    }

    func close(_ name: XMLName) {
        guard state.passedOver == 0 else {
            state.passedOver -= 1
            return
        }
        switch name.vocabulary {
        case .word: closeWord(name.local)
        case .compatibility: if name.local == "AlternateContent" { _ = state.choices.popLast() }
        case .mathematics: if name.local == "t" { state.textDepth -= 1 }
        default: break
        }
    }

    /// The first choice is taken, and the fallback where there is none: both say the same. A sign of an extended font is
    /// text in the fallback only.
    private func openCompatibility(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "AlternateContent": state.choices.append(false)
        case "Choice" where attributes["Requires"] == "w16se": state.passedOver = 1
        case "Choice", "Fallback":
            if state.choices.last ?? false { state.passedOver = 1 }
            if !state.choices.isEmpty { state.choices[state.choices.count - 1] = true }
        default: break
        }
    }

    private func openWord(_ name: String, _ attributes: XMLAttributes) {
        guard !Self.passedOver.contains(name) else {
            state.passedOver = 1
            return
        }
        if let properties = properties(name) {
            state.properties.append(properties)
        } else if let inside = state.properties.last {
            readProperty(name, attributes, inside)
        } else if !openStructure(name, attributes) {
            readContent(name, attributes)
        }
    }

    private func properties(_ name: String) -> WordState.Properties? {
        switch name {
        case "pPr": .paragraph
        case "rPr":
            switch state.properties.last {
            case .paragraph: .paragraphEnd
            case nil: .run
            default: .other
            }
        case "trPr": .row
        case "tcPr": .cell
        case "tblPr", "sectPr", "tblPrEx", "tblGrid": .other
        default: nil
        }
    }

    private func closeWord(_ name: String) {
        if properties(name) != nil {
            _ = state.properties.popLast()
        } else if state.properties.isEmpty {
            closeStructure(name)
        }
    }

    // MARK: Properties

    private func readProperty(_ name: String, _ attributes: XMLAttributes, _ inside: WordState.Properties) {
        switch inside {
        case .paragraph: readParagraphProperty(name, attributes["val"])
        case .paragraphEnd:
            if name == "del" || name == "moveFrom", !state.paragraphs.isEmpty {
                state.paragraphs[state.paragraphs.count - 1].isEndDeleted = true
            }
        case .run:
            guard !state.runs.isEmpty else { return }
            let last = state.runs.count - 1
            if name == "vanish" { state.runs[last] = WordSwitch.isOn(attributes["val"]) }
            // The style stands first among the properties: what the run says itself comes later and wins.
            if name == "rStyle" { state.runs[last] = state.runs[last] || styles.isHidden(attributes["val"]) }
        case .row: if name == "del", !state.rows.isEmpty { state.rows[state.rows.count - 1].isDeleted = true }
        case .cell: if name == "cellDel", !state.sinks.isEmpty { state.sinks[state.sinks.count - 1].isDeleted = true }
        case .other: break
        }
    }

    private func readParagraphProperty(_ name: String, _ value: String?) {
        guard !state.paragraphs.isEmpty else { return }
        let last = state.paragraphs.count - 1
        switch name {
        case "pStyle": state.paragraphs[last].style = value
        case "numId": state.paragraphs[last].list = value
        case "ilvl": state.paragraphs[last].level = value.flatMap { Int($0) }
        case "jc": state.paragraphs[last].isCentred = value == "center"
        default: break
        }
    }

    // MARK: Structure

    /// Opens what holds other things; false for everything else.
    private func openStructure(_ name: String, _ attributes: XMLAttributes) -> Bool {
        switch name {
        case "p": state.paragraphs.append(WordParagraph())
        case "r": state.runs.append(styles.isHidden(state.paragraphs.last?.style ?? styles.standard))
        case "tbl":
            finishCarried()
            state.tables.append(WordTable())
        case "tr":
            finishCarried()
            state.rows.append(WordRow())
        case "tc", "txbxContent": state.sinks.append(WordSink())
        case "footnote", "endnote":
            // The lines that part notes from text have a type; notes have none or `normal`.
            guard attributes["type"] ?? "normal" == "normal" else {
                state.passedOver = 1
                return true
            }
            state.noteIds.append(attributes["id"] ?? "")
            state.sinks.append(WordSink())
        case "ins", "moveTo": state.insertions.append(state.paragraphs.last?.length ?? 0)
        case "del", "moveFrom": state.deletions += 1
        case "t", "delText": state.textDepth += 1
        default: return false
        }
        return true
    }

    private func closeStructure(_ name: String) {
        switch name {
        case "p": closeParagraph()
        case "r": _ = state.runs.popLast()
        case "tr": closeRow()
        case "tbl": closeTable()
        case "tc":
            let cell = closeSink()
            if state.rows.isEmpty {
                for line in cell.lines { emit(line) }
            } else {
                state.rows[state.rows.count - 1].cells.append(cell)
            }
        case "txbxContent": closeBox()
        case "footnote", "endnote": if let id = state.noteIds.popLast() { keepNote(id) }
        case "ins", "moveTo": closeInsertion(isMove: name == "moveTo")
        case "del", "moveFrom": closeDeletion(isMove: name == "moveFrom")
        case "t", "delText": state.textDepth -= 1
        default: break
        }
    }

    private func closeRow() {
        guard let row = state.rows.popLast() else { return }
        if !state.sinks.isEmpty { state.sinks[state.sinks.count - 1].holdsTable = true }
        guard !state.tables.isEmpty else { return emit(WordTable(rows: [row])) }
        state.tables[state.tables.count - 1].rows.append(row)
        state.bytesInTables += row.cells.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.bytes.count } }
    }

    private func closeTable() {
        guard let table = state.tables.popLast() else { return }
        if state.tables.isEmpty { state.bytesInTables = 0 }
        emit(table)
    }

    private func emit(_ table: WordTable) {
        for line in table.lines() {
            switch line {
            case .text(let text): emit(text)
            case .deletedRow:
                noteChange(from: nil, "A row of a table is deleted by a tracked change; it was left out.")
            }
        }
    }

    private func closeBox() {
        let lines = closeSink().lines
        guard !state.paragraphs.isEmpty else {
            for line in lines { emit(line) }
            return
        }
        if state.deletions == 0 { state.paragraphs[state.paragraphs.count - 1].boxes += lines }
    }

    private func closeInsertion(isMove: Bool) {
        guard let start = state.insertions.popLast(), let paragraph = state.paragraphs.last,
            paragraph.length > start
        else { return }
        let words = ExtractedText.excerpt(Array(paragraph.text.bytes[start...]))
        let what = isMove ? "moved here" : "inserted"
        noteChange(from: start, "“\(words)” is \(what) by a tracked change; it was read as text.")
    }

    private func closeDeletion(isMove: Bool) {
        state.deletions -= 1
        guard state.deletions == 0, !state.deleted.isEmpty else { return }
        let words = ExtractedText.excerpt(state.deleted)
        state.deleted = []
        let what = isMove ? "moved away" : "deleted"
        noteChange(from: nil, "“\(words)” is \(what) by a tracked change; it was left out.")
    }

    // MARK: Content

    private func readContent(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "tab", "ptab": write("\t")
        case "br", "cr": breakLine()
        case "noBreakHyphen": write("-")
        case "sym": write(WordSymbols.character(attributes["char"] ?? ""))
        case "fldChar": readField(attributes["fldCharType"])
        case "footnoteReference", "endnoteReference":
            if let id = attributes["id"] { refer(id, isEndnote: name == "endnoteReference") }
        case "altChunk":
            if let id = attributes[.documentRelationships, "id"], state.deletions == 0 { emit(chunk(id)) }
        default: break
        }
    }

    private func readField(_ kind: String?) {
        switch kind {
        case "begin": state.fields.append(false)
        case "separate": if !state.fields.isEmpty { state.fields[state.fields.count - 1] = true }
        case "end": _ = state.fields.popLast()
        default: break
        }
    }
}
