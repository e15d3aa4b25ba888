import Foundation
import Testing

@testable import MatrixRendering

/// A workbook as a reader of its XML sees it.
struct Workbook {
    let archive: Archive
    /// Sheets by name.
    let sheets: [String: Sheet]
    let names: [String]

    struct Cell: Equatable {
        /// Text, or a number as printed.
        let value: String
        let isText: Bool
        let style: Int
    }

    struct Sheet {
        let root: XMLTree
        /// Cells by place, `B2`.
        let cells: [String: Cell]

        func text(_ place: String) -> String { cells[place]?.value ?? "" }
    }

    init(_ bytes: [UInt8]) throws {
        archive = try OfficeCheck.open(bytes)
        let strings = try archive.tree("xl/sharedStrings.xml").at("si").map { Self.decoded($0.text) }
        let tabs = try archive.tree("xl/workbook.xml").at("sheets/sheet")
        names = tabs.compactMap { $0.attributes["name"] }
        var sheets: [String: Sheet] = [:]
        for (index, name) in names.enumerated() {
            let root = try archive.tree("xl/worksheets/sheet\(index + 1).xml")
            var cells: [String: Cell] = [:]
            for cell in root.at("sheetData/row/c") {
                let isText = cell.attributes["t"] == "s"
                guard let value = cell.at("v").first?.text else { continue }
                cells[try #require(cell.attributes["r"])] = Cell(
                    value: isText ? strings[try #require(Int(value))] : value, isText: isText,
                    style: try #require(cell.attributes["s"].flatMap { Int($0) }))
            }
            sheets[name] = Sheet(root: root, cells: cells)
        }
        self.sheets = sheets
    }

    func sheet(_ name: String) throws -> Sheet { try #require(sheets[name], "\(name)") }

    /// `_x005F_` and the like as a spreadsheet reads them.
    private static func decoded(_ text: String) -> String {
        text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }
}
