import ComparisonMatrix
import RegulationModel

/// The table itself: 序号 | 事项 | one column for each text | 说明, with full-width rows for chapters and groups.
struct WordTable {
    private let matrix: Matrix
    private let marks: TextMarks
    private let remarks: WordRemarks
    /// The texts shown, by their column in the matrix.
    private let columns: [Int]
    private let layout: WordColumnWidths
    /// Of all columns, the fixed ones among them.
    private let widths: [Int]

    /// Columns of texts that fit side by side: five leave each 39 mm on A4. Word itself ends at 63 columns.
    static let textsPerTable = 5
    /// 序号, 事项 and 说明, in twentieths of a point.
    private static let fixedWidths = (number: 560, heading: 1_400, remarks: 1_900)
    /// A row of so few lines stays on one page; a longer one breaks where the page ends, or half a page would be left
    /// empty before it.
    private static let unbrokenLines = 10

    /// All texts, in several tables where one has no room for them; the base stands in each.
    static func tables(of matrix: Matrix, marks: TextMarks, remarks: WordRemarks) -> [XMLElement] {
        let groups = groups(of: matrix)
        return groups.enumerated().flatMap { index, columns -> [XMLElement] in
            let table = WordTable(matrix, marks, remarks, columns: columns).element
            guard groups.count > 1 else { return [table] }
            let label = BilingualText("表 \(index + 1)（共 \(groups.count)）", "Table \(index + 1) of \(groups.count)")
            return [WordText.paragraph(.groupHead, label), table]
        }
    }

    static func groups(of matrix: Matrix) -> [[Int]] {
        let base = matrix.columns.indices.contains(matrix.base ?? -1) ? matrix.base : nil
        let others = matrix.columns.indices.filter { $0 != base }
        guard matrix.columns.count > textsPerTable else { return [Array(matrix.columns.indices)] }
        // As many in each table, so that none is left that stands beside nothing.
        let room = textsPerTable - (base == nil ? 0 : 1)
        let tables = (others.count + room - 1) / room
        let step = (others.count + tables - 1) / tables
        return stride(from: 0, to: others.count, by: step).map { start in
            (base.map { [$0] } ?? []) + others[start..<min(start + step, others.count)]
        }
    }

    private init(_ matrix: Matrix, _ marks: TextMarks, _ remarks: WordRemarks, columns: [Int]) {
        self.matrix = matrix
        self.marks = marks
        self.remarks = remarks
        self.columns = columns
        let fixed = Self.fixedWidths
        layout = WordColumnWidths(
            matrix, columns: columns, total: WordMatrix.textWidth - fixed.number - fixed.heading - fixed.remarks)
        widths = [fixed.number, fixed.heading] + layout.widths + [fixed.remarks]
    }

    private var element: XMLElement {
        var rows = [headerRow]
        for (index, row) in matrix.rows.enumerated() {
            if let group = row.group { rows.append(groupRow(group)) }
            rows.append(self.row(row, index))
        }
        let grid = XMLElement("w:tblGrid", [:], widths.map { XMLElement("w:gridCol", ["w:w": String($0)]) })
        return XMLElement("w:tbl", [:], [Self.properties, grid] + rows)
    }

    // MARK: Rows

    private var headerRow: XMLElement {
        let first = [BilingualText("序号", "No."), matrix.rowKind.heading]
        let fixed = first.map { Self.stacked($0) }
        let texts = columns.map(columnHead)
        let cells = (fixed + texts + [Self.stacked(BilingualText("说明", "Remarks"))]).enumerated().map {
            cell($1, width: widths[$0], isShaded: true)
        }
        let properties = XMLElement("w:trPr", [:], [XMLElement("w:cantSplit"), XMLElement("w:tblHeader")])
        return XMLElement("w:tr", [:], inline: [properties] + cells)
    }

    /// Name, base, extent and language: what must be known wherever the page is opened.
    private func columnHead(_ column: Int) -> [XMLElement] {
        let witness = matrix.columns[column]
        let facts = WitnessFacts(witness: witness)
        var paragraphs = Self.stacked(witness.name)
        if column == matrix.base {
            paragraphs.append(WordText.paragraph(.columnFact, BilingualText("基准", "base")))
        }
        return paragraphs + [facts.extent, facts.language].map { WordText.paragraph(.columnFact, $0) }
    }

    private func groupRow(_ group: BilingualText) -> XMLElement {
        let merged = cell(
            [WordText.paragraph(.groupHead, group)], width: WordMatrix.textWidth, isShaded: true, span: widths.count)
        return XMLElement("w:tr", [:], inline: [XMLElement("w:trPr", [:], [XMLElement("w:cantSplit")]), merged])
    }

    private func row(_ row: Row, _ index: Int) -> XMLElement {
        var heading = [WordText.paragraph(.rowHeading, [WordText.run(row.heading.chinese, .chinese)])]
        if row.heading.english != row.heading.chinese {
            heading.append(WordText.paragraph(.remark, [WordText.run(row.heading.english, .english)]))
        }
        let number = WordText.paragraph(.rowNumber, [WordText.run(String(index + 1), .english)])
        let texts = columns.map { quotations(row, index, $0) }
        let remarks = remarks.paragraphs(row, columns: columns)
        let cells = ([[number], heading] + texts + [remarks]).enumerated().map { cell($1, width: widths[$0]) }
        let isShort = layout.lines(index) <= Self.unbrokenLines
        let properties = isShort ? [XMLElement("w:trPr", [:], [XMLElement("w:cantSplit")])] : []
        return XMLElement("w:tr", [:], inline: properties + cells)
    }

    // MARK: Cells

    private func quotations(_ row: Row, _ index: Int, _ column: Int) -> [XMLElement] {
        let cell = row.cells[column]
        let authority = matrix.columns[column].regulation.authority
        var paragraphs: [XMLElement] = []
        if cell.state != .present {
            paragraphs.append(WordText.paragraph(.state, WordMatrix.chip(cell.state.label(for: authority))))
        }
        for (position, quotation) in cell.quotations.enumerated() {
            paragraphs.append(citation(quotation))
            for (line, text) in quotation.lines.enumerated() {
                let place = TextMarks.Place(row: index, column: column, quotation: position, line: line)
                paragraphs.append(self.line(text, quotation.language, place))
            }
        }
        return paragraphs
    }

    private func citation(_ quotation: Quotation) -> XMLElement {
        var runs = WordText.runs(BilingualText(quotation.citation.chinese, quotation.citation.english))
        if quotation.isPart { runs += Self.marker(BilingualText("（部分）", "part")) }
        if let target = quotation.delegatedTo {
            runs.append(WordText.run(" → " + target, quotation.language, .marker))
        }
        return WordText.paragraph(.citation, runs)
    }

    private static func marker(_ label: BilingualText) -> [XMLElement] {
        [WordText.run(label.chinese, .chinese, .marker), WordText.run(label.english, .english, .marker)]
    }

    private func line(_ line: Quotation.Line, _ language: Language, _ place: TextMarks.Place) -> XMLElement {
        let style: WordStyle =
            switch line.level {
            case .point: .point
            case .subpoint: .subpoint
            case .part, .subpart, .chapter, .section, .article, .paragraph: .provision
            }
        let pieces = marks.pieces(of: line.text, at: place).map { text, kind in
            WordText.run(text, language, kind.map(Self.style))
        }
        return WordText.paragraph(style, (line.lead.isEmpty ? [] : [WordText.run(line.lead, language)]) + pieces)
    }

    private static func style(_ kind: TextMarks.Kind) -> WordStyle {
        switch kind {
        case .inserted: .inserted
        case .deleted: .deleted
        }
    }

    /// Both languages, one above the other, in a heading cell.
    private static func stacked(_ label: BilingualText) -> [XMLElement] {
        let chinese = WordText.paragraph(.columnHead, [WordText.run(label.chinese, .chinese)])
        guard label.english != label.chinese else { return [chinese] }
        return [chinese, WordText.paragraph(.columnHead, [WordText.run(label.english, .english)])]
    }

    /// A cell holds a paragraph at least (ISO/IEC 29500-1, §17.4.65).
    private func cell(_ paragraphs: [XMLElement], width: Int, isShaded: Bool = false, span: Int = 1) -> XMLElement {
        var properties = [XMLElement("w:tcW", ["w:w": String(width), "w:type": "dxa"])]
        if span > 1 { properties.append(XMLElement("w:gridSpan", ["w:val": String(span)])) }
        if isShaded {
            properties.append(XMLElement("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "EDEDED"]))
            properties.append(XMLElement("w:vAlign", ["w:val": "center"]))
        }
        let content = paragraphs.isEmpty ? [WordText.paragraph(.provision, [])] : paragraphs
        return XMLElement("w:tc", [:], inline: [XMLElement("w:tcPr", [:], properties)] + content)
    }

    private static var properties: XMLElement {
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            XMLElement(
                "w:" + $0, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "7F7F7F"])
        }
        let margins = ["left", "right"].map { XMLElement("w:" + $0, ["w:w": "70", "w:type": "dxa"]) }
        return XMLElement(
            "w:tblPr", [:],
            [
                XMLElement("w:tblW", ["w:w": String(WordMatrix.textWidth), "w:type": "dxa"]),
                XMLElement("w:tblBorders", [:], sides), XMLElement("w:tblLayout", ["w:type": "fixed"]),
                XMLElement("w:tblCellMar", [:], margins),
            ])
    }
}
