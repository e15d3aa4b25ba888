import ComparisonMatrix
import RegulationModel

/// How far each text carries on the topics: counts for each state, a bar, and a map of all cells.
struct CoverageView {
    let matrix: Matrix

    /// Units of the bar.
    private static let barWidth = 200

    var view: View {
        View([
            "title": matrix.title.view, "states": CellState.allCases.map { Self.stateView($0) },
            "texts": matrix.columns.indices.map(textView), "columns": matrix.columns.map { $0.name.view },
            "rows": matrix.rows.map(rowView),
        ])
    }

    private static func stateView(_ state: CellState) -> View {
        View(["state": state.rawValue, "label": state.label.view, "sign": sign(state)])
    }

    /// One character for a state in the map; the word is there for screen readers and in the legend.
    private static func sign(_ state: CellState) -> String {
        switch state {
        case .present: "●"
        case .silent: "○"
        case .notInExcerpt: "–"
        case .explained: "◐"
        case .delegated: "↗"
        }
    }

    private func count(_ state: CellState, in column: Int) -> Int {
        matrix.rows.count { $0.cells.indices.contains(column) && $0.cells[column].state == state }
    }

    private func textView(_ column: Int) -> View {
        let rows = max(1, matrix.rows.count)
        var offset = 0
        let counts = CellState.allCases.map { count($0, in: column) }
        let segments = zip(CellState.allCases, counts).map { state, count -> View in
            let end = (offset + count) * Self.barWidth / rows
            let start = offset * Self.barWidth / rows
            offset += count
            return View(["state": state.rawValue, "x": start, "width": end - start])
        }
        return View([
            "name": matrix.columns[column].name.view,
            "extent": WitnessFacts(witness: matrix.columns[column]).extent.view,
            "counts": counts.map { View(["count": $0, "isNone": $0 == 0]) }, "segments": segments,
        ])
    }

    private func rowView(_ row: Row) -> View {
        View([
            "heading": row.heading.view, "href": PageLinks.page(matrix) + "#" + FileName.anchor(row.id),
            "cells": row.cells.map { Self.stateView($0.state) },
        ])
    }
}
