import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// A matrix as a workbook: the matrix, every provision of its texts, their links, whatever tables are given besides, and
/// the codebook of all of it.
struct MatrixWorkbook {
    let matrix: Matrix
    let supplement: MatrixSupplement

    var bytes: [UInt8] { WorkbookFile(title: matrix.title.chinese, sheets: sheets).bytes }

    /// The sheets in their order; the codebook is the last.
    var sheets: [SheetTable] {
        let whole =
            [
                MatrixSheet(matrix: matrix).table, ProvisionsSheet(witnesses: matrix.columns).table,
                LinksSheet(alignments: supplement.alignments, witnesses: matrix.columns).table,
            ] + supplement.tables
        let tables = whole.flatMap { $0.parts() }
        return tables + [CodebookSheet(tables: tables, matrix: matrix).table]
    }
}
