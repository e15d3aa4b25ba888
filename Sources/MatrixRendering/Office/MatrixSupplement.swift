import ComparisonMatrix
import ProvisionAlignment

/// What a Word document or a workbook holds besides its matrix.
public struct MatrixSupplement: Sendable {
    /// Links of pairs of texts: the rows of the sheet `links`.
    public let alignments: [Alignment]
    /// Marks on quoted words, shown in the Word document by underline and strike.
    package let marks: TextMarks
    /// Further sheets, before the codebook, which explains them too.
    package let tables: [SheetTable]

    /// Nothing besides the matrix: the sheet `links` has its heading only.
    public static let none = MatrixSupplement(alignments: [])

    /// Links only.
    public init(alignments: [Alignment]) {
        self.init(alignments: alignments, marks: .none, tables: [])
    }

    /// Links, and a sheet of checkable parameters.
    public init(alignments: [Alignment], parameters: ParameterTable?) {
        self.init(
            alignments: alignments, marks: .none,
            tables: parameters.map { [ParametersSheet(parameters: $0).table] } ?? [])
    }

    /// The same for one matrix, its words marked against its base where `differences` compare them within one language.
    public func marking(_ matrix: Matrix, by differences: [ActDifferences]) -> MatrixSupplement {
        MatrixSupplement(
            alignments: alignments, marks: BaseMarks(matrix: matrix, differences: differences).marks, tables: tables)
    }

    package init(alignments: [Alignment], marks: TextMarks = .none, tables: [SheetTable] = []) {
        self.alignments = alignments
        self.marks = marks
        self.tables = tables
    }
}
