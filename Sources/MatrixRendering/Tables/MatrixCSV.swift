import ComparisonMatrix
import RegulationModel

/// A matrix as one CSV table: one record for each quotation, one for each cell without any.
enum MatrixCSV {
    static let header = [
        "row", "row_zh", "row_en", "group_zh", "group_en", "column", "column_zh", "column_en", "state", "reason_zh",
        "reason_en", "eId", "citation_zh", "citation_en", "link", "language", "text", "first_line", "last_line",
        "score", "link_reasons", "delegated_to", "delegated_document", "rank", "authority", "completeness",
        "translation",
        "document_number", "file", "sha256",
    ]

    static func text(_ matrix: Matrix) -> String {
        var records = [header]
        var group = BilingualText("", "")
        for row in matrix.rows {
            group = row.group?.withOwnEnglish ?? group
            let heading = row.heading.withOwnEnglish
            let rowFields = [row.id, heading.chinese, heading.english, group.chinese, group.english]
            for (witness, cell) in zip(matrix.columns, row.cells) {
                records += self.records(cell, of: witness).map { rowFields + $0 }
            }
        }
        return CSVText.text(records)
    }

    private static func records(_ cell: Cell, of witness: Witness) -> [[String]] {
        let cellFields = [
            witness.id, witness.name.chinese, witness.name.english, cell.state.rawValue, cell.reason.chinese,
            cell.reason.english,
        ]
        let none = [String](repeating: "", count: 12)
        let quotations = cell.quotations.isEmpty ? [none] : cell.quotations.map(quotationFields)
        return quotations.map { cellFields + $0 + witnessFields(witness) }
    }

    private static func quotationFields(_ quotation: Quotation) -> [String] {
        [
            quotation.eId.text, quotation.citation.chinese, quotation.citation.english,
            quotation.isPart ? "part" : "main", quotation.language.rawValue, quotation.text,
            String(quotation.sourceLines.lowerBound), String(quotation.sourceLines.upperBound),
            quotation.score.map(Figures.score) ?? "", quotation.reasons.joined(separator: "; "),
            quotation.delegatedTo ?? "", quotation.delegatedDocument ?? "",
        ]
    }

    private static func witnessFields(_ witness: Witness) -> [String] {
        [
            witness.rank?.rawValue ?? "", witness.regulation.authority.rawValue,
            witness.regulation.completeness.status.rawValue, witness.translation.rawValue,
            witness.regulation.documentNumber ?? "", witness.file, witness.sha256,
        ]
    }
}
