import Foundation
import Testing

@testable import MatrixRendering

/// A Word document as a reader of its XML sees it.
struct WordDocument {
    let root: XMLTree

    init(_ bytes: [UInt8]) throws { root = try OfficeCheck.open(bytes).tree("word/document.xml") }

    /// Rows of all tables: their cells' paragraphs.
    var rows: [Row] { root.all("w:tr").map(Row.init) }

    /// Text of the paragraphs that stand in no table.
    var outside: [String] { root.at("w:body/w:p").map(Self.text) }

    struct Row {
        let element: XMLTree

        init(_ element: XMLTree) { self.element = element }

        var isHeading: Bool { !element.at("w:trPr/w:tblHeader").isEmpty }
        var isWhole: Bool { !element.at("w:trPr/w:cantSplit").isEmpty }
        var spans: Bool { !element.at("w:tc/w:tcPr/w:gridSpan").isEmpty }
        /// Paragraphs of each cell, with their styles.
        var cells: [[(style: String, text: String)]] {
            element.at("w:tc").map { cell in
                cell.at("w:p").map { ($0.at("w:pPr/w:pStyle").first?.attributes["w:val"] ?? "", WordDocument.text($0)) }
            }
        }
    }

    /// Text of runs, with line breaks and tabs.
    static func text(_ paragraph: XMLTree) -> String {
        paragraph.all("w:r").flatMap(\.children).map { child in
            switch child.name {
            case "w:t": child.text
            case "w:br": "\n"
            case "w:tab": "\t"
            default: ""
            }
        }.joined()
    }
}
