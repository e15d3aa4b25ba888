import ComparisonMatrix
import ProvisionAlignment
import RegulationModel

/// 说明: why a state is claimed, which words answer in part only, what a person decided.
///
/// A reason that is given often stands once below the table and is referred to by its number.
struct WordRemarks {
    private let matrix: Matrix
    /// Numbers of the reasons that stand below the table, by column and reason.
    private let numbers: [Key: Int]
    private let shared: [Key]

    private struct Key: Hashable {
        let column: Int
        let reason: BilingualText
    }

    /// A reason given so often is read once.
    private static let often = 3

    init(matrix: Matrix) {
        self.matrix = matrix
        var counts: [Key: Int] = [:]
        var order: [Key] = []
        for column in matrix.columns.indices {
            for row in matrix.rows where row.cells[column].state != .present && !row.cells[column].reason.isBlank {
                let key = Key(column: column, reason: row.cells[column].reason)
                if counts[key] == nil { order.append(key) }
                counts[key, default: 0] += 1
            }
        }
        shared = order.filter { (counts[$0] ?? 0) >= Self.often }
        numbers = Dictionary(uniqueKeysWithValues: shared.enumerated().map { ($1, $0 + 1) })
    }

    /// The remarks of a row about some columns, a paragraph each.
    func paragraphs(_ row: Row, columns: [Int]) -> [XMLElement] {
        let note = row.note.flatMap { $0.isBlank ? nil : [WordText.run($0, Self.language(of: $0))] }
        let said = (note.map { [$0] } ?? []) + columns.flatMap { remarks(row.cells[$0], $0) }
        return said.map { WordText.paragraph(.remark, $0) }
    }

    private func remarks(_ cell: Cell, _ column: Int) -> [[XMLElement]] {
        let name = WordText.runs(matrix.columns[column].name) + [WordText.run("：", .chinese)]
        let reason = self.reason(cell, column).map { name + $0 }
        let decisions = cell.quotations.compactMap { quotation in
            quotation.decision.map { decision in
                let citation = BilingualText(quotation.citation.chinese, quotation.citation.english)
                return name + WordText.runs(citation) + [
                    WordText.run(" " + decision.text, Self.language(of: decision.note))
                ]
            }
        }
        return (reason.map { [$0] } ?? []) + decisions
    }

    private func reason(_ cell: Cell, _ column: Int) -> [XMLElement]? {
        guard cell.state != .present, !cell.reason.isBlank else { return nil }
        if let number = numbers[Key(column: column, reason: cell.reason)] {
            return WordText.runs(BilingualText("见注 \(number)", "(note \(number))"))
        }
        return WordText.runs(cell.reason)
    }

    /// The reasons given often, below the table.
    var notes: [XMLElement] {
        guard !shared.isEmpty else { return [] }
        let notes = shared.enumerated().map { index, key in
            let witness = matrix.columns[key.column]
            let lead = [WordText.run("\(index + 1). ", .english)] + WordText.runs(witness.name)
            return WordText.paragraph(.note, lead + [WordText.run("：", .chinese)] + WordText.runs(key.reason))
        }
        return [WordText.paragraph(.heading, BilingualText("注", "Notes"))] + notes
    }

    /// Notes of topics and decisions are written by people, in either language.
    private static func language(of text: String) -> Language {
        text.unicodeScalars.contains { $0.isHan } ? .chinese : .english
    }
}
