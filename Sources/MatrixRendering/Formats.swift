import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

// The one registry: what can be written, and by whom.

/// Formats of a matrix.
public enum MatrixFormat: String, Sendable, CaseIterable {
    /// One self-contained page.
    case html
    /// GitHub-flavoured Markdown.
    case markdown
    /// RFC 4180, a record for each quotation.
    case csv
    /// The JSON contract.
    case json

    /// The ending of its files.
    public var fileExtension: String {
        switch self {
        case .html: "html"
        case .markdown: "md"
        case .csv: "csv"
        case .json: "json"
        }
    }
}

/// Formats of a matrix that office programs open: bytes, not text.
public enum OfficeFormat: String, Sendable, CaseIterable {
    /// Word: the comparison table with notes and sources, landscape A4.
    case docx
    /// Excel: the matrix, all provisions, links and the codebook, a sheet each.
    case xlsx

    /// The ending of its files.
    public var fileExtension: String { rawValue }
}

/// Formats of a parsed regulation.
public enum RegulationFormat: String, Sendable, CaseIterable {
    /// A compact tree for the terminal.
    case outline
    /// The JSON contract, indented.
    case json
    /// The same in one line.
    case jsonl
    /// Akoma Ntoso 3.0, one document.
    case akn
    /// The act's text, normalised.
    case text
}

/// Formats of an alignment.
public enum AlignmentFormat: String, Sendable, CaseIterable {
    /// For a terminal.
    case table
    /// Tab-separated, with the header of the contract.
    case tsv
    /// JSON.
    case json
    /// A translation memory, TMX 1.4b.
    case tmx
}

/// Formats of a study guide.
public enum GuideFormat: String, Sendable, CaseIterable {
    /// One self-contained page.
    case html
    /// GitHub-flavoured Markdown.
    case markdown
    /// The questions alone: RFC 4180, front and back in the first two columns.
    case csv
    /// The questions alone, with the lines by which Anki knows separator, columns and tags; no RFC 4180.
    case anki
}

/// Formats of a list of terms.
public enum TermFormat: String, Sendable, CaseIterable {
    /// Tab-separated, a record for each form in each text.
    case tsv
    /// One self-contained page.
    case html
    /// A translation memory of phrases, TMX 1.4b.
    case tmx
}

/// Formats of an evaluation.
public enum EvaluationFormat: String, Sendable, CaseIterable {
    /// For a terminal.
    case table
    /// JSON.
    case json
}

/// A matrix in a format. A page or table made this way stands alone: it links to no other page.
public func render(_ matrix: Matrix, as format: MatrixFormat) -> String {
    switch format {
    case .html: MatrixPage(matrix: matrix, links: .alone(matrix.columns)).text
    case .markdown: MatrixMarkdown(matrix: matrix, links: .none).text
    case .csv: MatrixCSV.text(matrix)
    case .json: JSONText.pretty(MatrixJSON(matrix))
    }
}

/// Upper acts beside the acts that implement them, in a format.
public func render(_ tables: [UpperActTable], as format: MatrixFormat) -> String {
    switch format {
    case .html: UpperActPage(tables: tables, links: .none).text
    case .markdown: UpperActTables(tables: tables).markdown
    case .csv: UpperActTables(tables: tables).csv
    case .json: JSONText.pretty(UpperActJSON(tables))
    }
}

/// What texts have in common, in a format.
public func render(_ commonality: Commonality, as format: MatrixFormat) -> String {
    switch format {
    case .html: CommonalityPage(commonality: commonality, links: .none, topicsPage: nil).text
    case .markdown: CommonalityTables(commonality: commonality).markdown
    case .csv: CommonalityTables(commonality: commonality).csv
    case .json: JSONText.pretty(CommonalityJSON(commonality))
    }
}

/// The articles whose topics a person should look at, as a tab-separated table with a header.
public func table(_ review: TopicReview) -> String { TopicReviewTable.text(review) }

/// Parameters in a format. A page made this way stands alone: it links to no other page.
public func render(_ table: ParameterTable, as format: MatrixFormat) -> String {
    switch format {
    case .html: ParameterPage(table: table, links: .alone(table.columns)).text
    case .markdown: ParameterTables(table: table).markdown
    case .csv: ParameterTables(table: table).csv
    case .json: JSONText.pretty(ParameterJSON(table))
    }
}

/// A study guide in a format. A page made this way stands alone: it links to no other page.
public func render(_ guide: StudyGuide, as format: GuideFormat) -> String {
    switch format {
    case .html: GuidePage(guide: guide, links: .alone(guide.columns)).text
    case .markdown: GuideMarkdown(guide: guide).text
    case .csv: CardsCSV.text(guide)
    case .anki: CardsCSV.anki(guide)
    }
}

/// Terms in a format. A page made this way stands alone.
public func render(_ list: TermList, as format: TermFormat) -> String {
    switch format {
    case .tsv: TermsTable(list: list).text
    case .html: TermsPage(list: list, links: .alone(list.columns)).text
    case .tmx: TermsMemory(list: list).text
    }
}

/// A matrix as a file for an office program; the same values give the same bytes.
public func render(
    _ matrix: Matrix, as format: OfficeFormat, with supplement: MatrixSupplement = .none
) -> [UInt8] {
    switch format {
    case .docx: WordMatrix(matrix: matrix, marks: supplement.marks).bytes
    case .xlsx: MatrixWorkbook(matrix: matrix, supplement: supplement).bytes
    }
}

/// A regulation in a format; what only a corpus knows is `null` or left out.
public func render(_ regulation: Regulation, as format: RegulationFormat) -> String {
    render(regulation, of: nil, as: format)
}

/// A regulation in a format, with what the corpus knows of it.
public func render(_ witness: Witness, as format: RegulationFormat) -> String {
    render(witness.regulation, of: witness, as: format)
}

/// The links of two texts in a format. `base` and `other` are the texts the alignment was made of.
public func render(
    _ alignment: Alignment, base: Regulation, other: Regulation, as format: AlignmentFormat
) -> String {
    let table = AlignmentTable(alignment: alignment, base: base, other: other)
    return switch format {
    case .table: table.table
    case .tsv: table.tsv
    case .json: table.json
    case .tmx: TranslationMemory(alignment: alignment, base: base, other: other).text
    }
}

/// The figures of an evaluation in a format.
public func render(_ report: EvaluationReport, as format: EvaluationFormat) -> String {
    switch format {
    case .table: EvaluationTable(report: report).text
    case .json: JSONText.pretty(EvaluationJSON(report))
    }
}

/// The UTF-8 of a regulation in a format, with what the corpus knows of it: what `render` gives, without a string in
/// between.
public func bytes(of witness: Witness, as format: RegulationFormat) -> [UInt8] {
    bytes(of: witness.regulation, witness, as: format)
}

private func render(_ regulation: Regulation, of witness: Witness?, as format: RegulationFormat) -> String {
    String(decoding: bytes(of: regulation, witness, as: format), as: UTF8.self)
}

private func bytes(of regulation: Regulation, _ witness: Witness?, as format: RegulationFormat) -> [UInt8] {
    let json = RegulationJSON(regulation, witness: witness)
    return switch format {
    case .outline: Array(RegulationOutline(regulation: regulation, witness: witness).text.utf8)
    case .json: json.bytes(isIndented: true)
    case .jsonl: json.bytes(isIndented: false)
    case .akn: Array(AkomaNtosoDocument(regulation: regulation, witness: witness).text.utf8)
    case .text: Array(RegulationText(regulation: regulation).text.utf8)
    }
}
