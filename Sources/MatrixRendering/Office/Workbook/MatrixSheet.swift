import ComparisonMatrix
import RegulationModel

/// The sheet `matrix`: a row for each row, a column for each text, then what researchers filter by.
struct MatrixSheet {
    let matrix: Matrix

    var table: SheetTable {
        SheetTable(name: "matrix", columns: rowColumns + textColumns + closingColumns, rows: rows, frozenColumns: 3)
    }

    private var rowColumns: [SheetTable.Column] {
        let heading = matrix.rowKind.heading
        return [
            .init(
                BilingualText("序号", "No."), BilingualText("行的顺序，自 1 起。", "Place of the row, from 1."), width: 6),
            .init(
                BilingualText(heading.chinese, "\(heading.english) (zh)"),
                BilingualText("本行对照的事项或条文，中文。", "What the row is about, in Chinese."), width: 16),
            .init(
                BilingualText("\(heading.chinese)（英文）", "\(heading.english) (en)"),
                BilingualText(
                    "本行对照的事项或条文，英文；没有英文名的为空。", "What the row is about, in English; empty where it has no English name."),
                width: 20),
        ]
    }

    private var textColumns: [SheetTable.Column] {
        zip(matrix.columns.indices, matrix.columns).map { index, witness in
            let facts = WitnessFacts(witness: witness)
            let base = index == matrix.base ? BilingualText("（基准）", " (base)") : BilingualText("", "")
            return SheetTable.Column(
                BilingualText(witness.name.chinese + base.chinese, witness.name.english + base.english),
                BilingualText(
                    "\(witness.regulation.title)：\(facts.extent.chinese)，\(facts.language.chinese)。每条引文以引用开头，照录原文；"
                        + "除“有规定”外，格内先写状态及其理由。",
                    "\(facts.extent.english), \(facts.language.english). Each quotation begins with its citation and is whole; "
                        + "a state other than “rules on it” stands first, with its reason."),
                width: 56)
        }
    }

    private var closingColumns: [SheetTable.Column] {
        let group = [
            SheetTable.Column(
                BilingualText("章组", "Group (zh)"),
                BilingualText("本行所在的章或事项组，中文。", "Chapter or group of topics, in Chinese."), width: 18),
            SheetTable.Column(
                BilingualText("章组（英文）", "Group (en)"),
                BilingualText("本行所在的章或事项组，英文。", "Chapter or group of topics, in English."), width: 18),
            SheetTable.Column(
                BilingualText("备注", "Note"),
                BilingualText("事项的定义或对本行的说明。", "Definition of the topic, or a note on the row."), width: 30),
            SheetTable.Column(
                BilingualText("行标识", "Row id"),
                BilingualText("行的固定标识，与 JSON、CSV 一致。", "Stable id of the row, as in JSON and CSV."), width: 18),
        ]
        let states = matrix.columns.map { witness in
            SheetTable.Column(
                BilingualText("\(witness.name.chinese)：状态", "\(witness.name.english): state"),
                BilingualText("该文本对本行能说什么。", "What the text can say on the row."), width: 14,
                codes: CellState.allCases.map { SheetTable.Code($0.rawValue, $0.meaning) })
        }
        return group + states
    }

    private var rows: [[SheetTable.Value]] {
        var group = BilingualText("", "")
        return matrix.rows.enumerated().map { index, row in
            group = row.group?.withOwnEnglish ?? group
            let head: [SheetTable.Value] = [
                .integer(index + 1), .text(row.heading.chinese), .text(row.heading.withOwnEnglish.english),
            ]
            let texts = zip(matrix.columns, row.cells).map { SheetTable.Value.text(Self.text($1, of: $0)) }
            let closing = [group.chinese, group.english, row.note ?? "", row.id].map(SheetTable.Value.text)
            return head + texts + closing + row.cells.map { .text($0.state.rawValue) }
        }
    }

    /// State and reason where the act does not simply rule, then each quotation behind its citation.
    static func text(_ cell: Cell, of witness: Witness) -> String {
        var lines: [String] = []
        if cell.state != .present {
            let label = cell.state.label(for: witness.regulation.authority)
            lines.append("〔\(label.chinese)〕\(label.english)")
            lines += [cell.reason.chinese, cell.reason.english].filter { !$0.isBlank }
        }
        for quotation in cell.quotations { lines += [citation(quotation), quotation.text] }
        return lines.joined(separator: "\n")
    }

    private static func citation(_ quotation: Quotation) -> String {
        let part = quotation.isPart ? "（部分 part）" : ""
        let target = quotation.delegatedTo.map { " → " + $0 } ?? ""
        return "【\(quotation.citation.chinese) \(quotation.citation.english)】\(part)\(target)"
    }
}
