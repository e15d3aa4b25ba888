import ComparisonMatrix
import RegulationModel

/// The sheet `codebook`: every column of every sheet and every code explained, the texts with their sources, and what had
/// to be cut.
struct CodebookSheet {
    let tables: [SheetTable]
    let matrix: Matrix

    private static let name = "codebook"

    var table: SheetTable {
        SheetTable(
            name: Self.name, columns: columns, rows: general + own + tables.flatMap(rows) + sources, frozenColumns: 2)
    }

    private var columns: [SheetTable.Column] {
        [
            .init(BilingualText("工作表", "Sheet"), BilingualText("工作表的名称。", "Name of the sheet."), width: 13),
            .init(
                BilingualText("列", "Column"),
                BilingualText("列的字母；无列者为空。", "Letters of the column, if it is about one."),
                width: 8),
            .init(
                BilingualText("列名或代码", "Heading or code"),
                BilingualText("被说明的列名、代码或格。", "The heading, code or cell explained."), width: 26),
            .init(BilingualText("说明", "Meaning (zh)"), BilingualText("中文说明。", "Explanation in Chinese."), width: 60),
            .init(BilingualText("英文说明", "Meaning (en)"), BilingualText("英文说明。", "Explanation in English."), width: 60),
        ]
    }

    private var general: [[SheetTable.Value]] {
        let summary = MatrixSummary(matrix).sentence
        let length = SheetLimits.cellLength
        return [
            entry("", "", matrix.id, BilingualText(matrix.title.chinese, matrix.title.english)),
            entry("", "", "", summary),
            entry(
                "", "", "",
                BilingualText(
                    "一格至多 \(length) 字；更长的在格内注明“截断”，并列于本表。XML 不允许的字符写作 U+FFFD（\u{FFFD}）。",
                    "A cell holds \(length) characters at most; a longer text says that it is cut and is listed here. Characters "
                        + "that XML forbids are written as U+FFFD (\u{FFFD}).")),
        ]
    }

    private var own: [[SheetTable.Value]] {
        columns.enumerated().map { entry(Self.name, SheetXML.letters($0), heading($1), $1.meaning) }
    }

    private func rows(_ table: SheetTable) -> [[SheetTable.Value]] {
        let columns = table.columns.enumerated().flatMap { index, column in
            [entry(table.name, SheetXML.letters(index), heading(column), column.meaning)]
                + column.codes.map { entry(table.name, SheetXML.letters(index), $0.code, $0.meaning) }
        }
        return columns + cuts(table)
    }

    /// The cells that could not hold their text.
    private func cuts(_ table: SheetTable) -> [[SheetTable.Value]] {
        table.rows.enumerated().flatMap { row, values in
            values.enumerated().compactMap { column, value in
                guard case .text(let text) = value, SheetLimits.fitting(text).isCut else { return nil }
                let length = text.utf16.count
                return entry(
                    table.name, SheetXML.letters(column), "\(SheetXML.letters(column))\(row + 2)",
                    BilingualText("此格截断，全长 \(length) 字。", "This cell is cut; all of it has \(length) characters."))
            }
        }
    }

    private var sources: [[SheetTable.Value]] {
        matrix.columns.map { witness in
            let facts = WitnessFacts(witness: witness)
            let file = "\(witness.file), SHA-256 \(witness.sha256)"
            let dates = facts.dates.map { "\($0.label.english) \($0.date.text)" }.joined(separator: ", ")
            let standing = facts.standing ?? BilingualText("", "")
            let chinese = [
                witness.name.chinese, witness.regulation.title, standing.chinese, facts.extent.chinese,
                facts.language.chinese, witness.regulation.documentNumber ?? "", file,
            ]
            let english = [
                witness.name.english, standing.english, facts.extent.english, facts.language.english, dates, file,
            ]
            return entry(
                "", "", witness.id,
                BilingualText(
                    chinese.filter { !$0.isBlank }.joined(separator: "；"),
                    english.filter { !$0.isBlank }.joined(separator: "; ")))
        }
    }

    private func heading(_ column: SheetTable.Column) -> String { SheetXML.heading(column.heading) }

    private func entry(_ sheet: String, _ column: String, _ code: String, _ meaning: BilingualText)
        -> [SheetTable.Value]
    {
        [sheet, column, code, meaning.chinese, meaning.english].map(SheetTable.Value.text)
    }
}
