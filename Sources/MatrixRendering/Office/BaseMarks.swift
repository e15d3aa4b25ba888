import ComparisonMatrix
import ProvisionDiff
import RegulationModel

/// Marks the words of a matrix against its base: what a text has and the base has not, and in the base what no text
/// beside it in the same language took over. Across languages words are not compared, and nothing is marked.
struct BaseMarks {
    let matrix: Matrix
    let differences: [ActDifferences]

    /// A line of a quotation: its article and its words.
    private struct Line: Hashable {
        let article: EId
        let text: String
    }

    /// For each line that was compared, the bytes that differ.
    private typealias Differing = [Line: [Range<Int>]]

    var marks: TextMarks {
        guard let base = matrix.base else { return .none }
        var marks: [TextMarks.Place: [TextMarks.Mark]] = [:]
        var ofBase: [Differing] = []
        for column in matrix.columns.indices where column != base {
            guard let (own, others) = compared(base, column) else { continue }
            ofBase.append(own)
            place(others, column: column, as: .inserted, in: &marks)
        }
        if let first = ofBase.first {
            let notTaken = ofBase.dropFirst().reduce(first) { $0.merging($1, uniquingKeysWith: Self.common) }
            place(notTaken, column: base, as: .deleted, in: &marks)
        }
        return TextMarks(marks)
    }

    private func place(
        _ differing: Differing, column: Int, as kind: TextMarks.Kind,
        in marks: inout [TextMarks.Place: [TextMarks.Mark]]
    ) {
        for (row, content) in matrix.rows.enumerated() {
            for (position, quotation) in content.cells[column].quotations.enumerated() where !quotation.isPart {
                for (index, line) in quotation.lines.enumerated() {
                    let key = Line(article: quotation.eId.article, text: line.text)
                    guard let ranges = differing[key], !ranges.isEmpty else { continue }
                    let place = TextMarks.Place(row: row, column: column, quotation: position, line: index)
                    marks[place] = ranges.map { TextMarks.Mark(kind, $0) }
                }
            }
        }
    }

    /// What differs in the lines of two columns, the first's and the second's; nil where their words were not compared.
    private func compared(_ one: Int, _ two: Int) -> (Differing, Differing)? {
        let ids = [matrix.columns[one].id, matrix.columns[two].id]
        guard let pair = differences.first(where: { Set([$0.base.id, $0.other.id]) == Set(ids) }), pair.comparesWords
        else { return nil }
        var ofBase: Differing = [:]
        var ofOther: Differing = [:]
        for group in pair.groups where !group.isPart {
            // What stands in another place was taken over.
            for row in group.comparison.rows where row.elsewhere.isEmpty {
                let text = MarkedText(row, base: pair.base.regulation, other: pair.other.regulation)
                if let unit = row.base, let runs = text.inBase {
                    add(runs, of: unit, in: pair.base.regulation, to: &ofBase)
                }
                if let unit = row.other, let runs = text.inOther {
                    add(runs, of: unit, in: pair.other.regulation, to: &ofOther)
                }
            }
        }
        return pair.base.id == ids[0] ? (ofBase, ofOther) : (ofOther, ofBase)
    }

    private func add(_ runs: [MarkedRun], of unit: TextUnit, in regulation: Regulation, to differing: inout Differing) {
        var text = ""
        var ranges: [Range<Int>] = []
        for run in runs {
            text += run.gap
            let start = text.utf8.count
            text += run.text
            if run.kind != .equal { ranges.append(start..<text.utf8.count) }
        }
        guard !unit.merged.isEmpty else {
            differing[Line(article: unit.eId.article, text: text)] = ranges
            return
        }
        // The table prints the paragraphs apart.
        var start = 0
        for paragraph in unit.paragraphs.map(regulation.source.flowed) {
            let bytes = Array(paragraph.utf8)
            let all = Array(text.utf8)
            while start + bytes.count <= all.count, !all[start...].starts(with: bytes) { start += 1 }
            let own = ranges.map { $0.clamped(to: start..<(start + bytes.count)) }.filter { !$0.isEmpty }
            differing[Line(article: unit.eId.article, text: paragraph)] = own.map {
                ($0.lowerBound - start)..<($0.upperBound - start)
            }
            start += bytes.count
        }
    }

    /// The bytes that lie in ranges of both; both ascend.
    private static func common(_ one: [Range<Int>], _ two: [Range<Int>]) -> [Range<Int>] {
        one.flatMap { range in two.map { $0.clamped(to: range) }.filter { !$0.isEmpty } }
    }
}
