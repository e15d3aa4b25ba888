import ComparisonMatrix
import RegulationModel

/// What a matrix compares, in one sentence and in counts.
struct MatrixSummary {
    let matrix: Matrix

    init(_ matrix: Matrix) { self.matrix = matrix }

    /// `5 texts: 2 whole acts, 2 excerpts, 1 explainer · 45 topics · base: Lianyungang`.
    var sentence: BilingualText {
        let rows = matrix.rowKind.count(matrix.rows.count)
        let base = matrix.baseWitness?.name
        let chinese =
            ["\(matrix.columns.count) 部文本：" + kinds.map(\.chinese).joined(separator: "、"), rows.chinese]
            + (base.map { ["基准文本：\($0.chinese)"] } ?? [])
        let texts = english(matrix.columns.count, "text")
        let englishParts =
            ["\(texts): " + kinds.map(\.english).joined(separator: ", "), rows.english]
            + (base.map { ["base: \($0.english)"] } ?? [])
        return BilingualText(chinese.joined(separator: " · "), englishParts.joined(separator: " · "))
    }

    /// How many cells have each state, in the states' order.
    var states: [(state: CellState, count: Int)] {
        CellState.allCases.map { state in
            (state, matrix.rows.reduce(0) { $0 + $1.cells.count { $0.state == state } })
        }
    }

    private var kinds: [BilingualText] {
        Authority.allCases.compactMap { authority in
            let count = matrix.columns.count { $0.regulation.authority == authority }
            guard count > 0 else { return nil }
            return switch authority {
            case .act: BilingualText("\(count) 部全文", english(count, "whole act"))
            case .excerpt: BilingualText("\(count) 部节录", english(count, "excerpt"))
            case .explainer: BilingualText("\(count) 篇解读", english(count, "explainer"))
            }
        }
    }
}
