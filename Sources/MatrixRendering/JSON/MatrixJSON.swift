import ComparisonMatrix
import RegulationModel

/// The JSON contract of a matrix. Field names are stable.
struct MatrixJSON: Encodable, Sendable {
    let id: String
    let title: JSONLabel
    let rowKind: String
    @OrNull var base: String?
    let columns: [Column]
    let rows: [Row]

    struct Column: Encodable, Sendable {
        let id: String
        let name: JSONLabel
        let title: String
        @OrNull var rank: String?
        let authority: String
        let completeness: String
        let language: String
        let translation: String
        @OrNull var documentNumber: String?
        let file: String
        let sha256: String
    }

    struct Row: Encodable, Sendable {
        let id: String
        let heading: JSONLabel
        @OrNull var note: String?
        @OrNull var group: JSONLabel?
        let cells: [Cell]
    }

    struct Cell: Encodable, Sendable {
        let column: String
        let state: String
        let reason: JSONLabel
        let quotations: [Quotation]
    }

    struct Quotation: Encodable, Sendable {
        let eId: String
        let citation: JSONLabel
        let language: String
        let text: String
        let lines: [Line]
        let sourceLines: JSONLines
        @OrNull var score: Double?
        let reasons: [String]
        let isPart: Bool
        @OrNull var delegatedTo: String?
        @OrNull var delegatedDocument: String?
        @OrNull var decision: JSONDecision?
    }

    struct Line: Encodable, Sendable {
        let level: String
        @OrNull var mark: String?
        let text: String
    }

    init(_ matrix: Matrix) {
        id = matrix.id
        title = JSONLabel(matrix.title)
        rowKind = matrix.rowKind.rawValue
        columns = matrix.columns.map(Column.init)
        var group: BilingualText?
        rows = matrix.rows.map { row in
            group = row.group ?? group
            return Row(row, group: group, columns: matrix.columns)
        }
        base = matrix.baseWitness?.id
    }
}

extension MatrixJSON.Column {
    init(_ witness: Witness) {
        let regulation = witness.regulation
        id = witness.id
        name = JSONLabel(witness.name)
        title = regulation.title
        authority = regulation.authority.rawValue
        completeness = regulation.completeness.status.rawValue
        language = regulation.language.rawValue
        translation = witness.translation.rawValue
        file = witness.file
        sha256 = witness.sha256
        rank = witness.rank?.rawValue
        documentNumber = regulation.documentNumber
    }
}

extension MatrixJSON.Row {
    /// `group` is the heading the row stands under, also where it opened with an earlier row.
    init(_ row: Row, group: BilingualText?, columns: [Witness]) {
        id = row.id
        heading = JSONLabel(row.heading.withOwnEnglish)
        cells = zip(columns, row.cells).map { MatrixJSON.Cell($1, column: $0.id) }
        note = row.note
        self.group = group.map { JSONLabel($0.withOwnEnglish) }
    }
}

extension MatrixJSON.Cell {
    init(_ cell: Cell, column: String) {
        self.column = column
        state = cell.state.rawValue
        reason = JSONLabel(cell.reason)
        quotations = cell.quotations.map(MatrixJSON.Quotation.init)
    }
}

extension MatrixJSON.Quotation {
    init(_ quotation: Quotation) {
        eId = quotation.eId.text
        citation = JSONLabel(quotation.citation)
        language = quotation.language.rawValue
        text = quotation.text
        lines = quotation.lines.map(MatrixJSON.Line.init)
        sourceLines = JSONLines(quotation.sourceLines)
        reasons = quotation.reasons
        isPart = quotation.isPart
        score = quotation.score.flatMap { $0.isFinite ? $0 : nil }
        delegatedTo = quotation.delegatedTo
        delegatedDocument = quotation.delegatedDocument
        decision = quotation.decision.map(JSONDecision.init)
    }
}

extension MatrixJSON.Line {
    init(_ line: Quotation.Line) {
        level = line.level.name
        text = line.text
        mark = line.mark
    }
}

extension Matrix {
    /// The base's text; nil where there is no base, or its index names no column.
    var baseWitness: Witness? {
        guard let base, columns.indices.contains(base) else { return nil }
        return columns[base]
    }
}
