import RegulationModel

/// One sheet as XML: a heading row that stays in view and can be filtered, wrapped text, numbers as numbers.
struct SheetXML {
    let table: SheetTable
    let isFirst: Bool
    /// Of each column, in characters.
    let widths: [Int]

    init(table: SheetTable, isFirst: Bool) {
        self.table = table
        self.isFirst = isFirst
        widths = Self.widths(of: table)
    }

    private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// Widest sheet, in characters, that is printed on one page's width; a wider one goes on over several pages.
    private static let widestPage = 230

    private var fitsPage: Bool { widths.reduce(0, +) <= Self.widestPage }

    /// The width each column is given, or as much more as its longest text needs to be seen whole: a row can be only so
    /// high, and what goes beyond would be hidden. Each grows by itself, so that one long text widens no other column.
    private static func widths(of table: SheetTable) -> [Int] {
        table.columns.enumerated().map { index, column in
            column.width < widening.lowerBound ? column.width : width(of: index, in: table, from: column.width)
        }
    }

    private static func width(of index: Int, in table: SheetTable, from least: Int) -> Int {
        var width = least
        for row in table.rows where index < row.count {
            while width < widening.upperBound, TypeSetting.lines(of: row[index], in: width) > TypeSetting.mostLines {
                width += 4
            }
        }
        return width
    }

    /// Columns from this width on hold running text, and grow up to that one, which still fits a page.
    private static let widening = 40...120

    /// What each printed page repeats: the heading row, and the first columns where the sheet goes on to the right.
    func printTitles(_ name: String) -> String {
        let rows = "'\(name)'!$1:$1"
        guard !fitsPage, table.frozenColumns > 0 else { return rows }
        return "'\(name)'!$A:$\(Self.letters(table.frozenColumns - 1)),\(rows)"
    }

    /// `$A$1:$K$46`
    var absoluteRange: String {
        "$A$1:$\(Self.letters(max(table.columns.count, 1) - 1))$\(table.rows.count + 1)"
    }

    private var range: String { "A1:\(Self.letters(max(table.columns.count, 1) - 1))\(table.rows.count + 1)" }

    func element(_ strings: inout WorkbookFile.SharedStrings) -> XMLElement {
        var rows = [headingRow(&strings)]
        for (index, values) in table.rows.enumerated() { rows.append(row(values, index + 2, &strings)) }
        return XMLElement(
            "worksheet", ["xmlns": Self.space],
            [
                XMLElement("sheetPr", [:], [XMLElement("pageSetUpPr", ["fitToPage": fitsPage ? "1" : "0"])]),
                XMLElement("dimension", ["ref": range]), views,
                XMLElement("sheetFormatPr", ["defaultRowHeight": "15"]), columns,
                XMLElement("sheetData", [:], rows), XMLElement("autoFilter", ["ref": range]),
                XMLElement(
                    "pageMargins",
                    [
                        "left": "0.4", "right": "0.4", "top": "0.5", "bottom": "0.5", "header": "0.3", "footer": "0.3",
                    ]),
                XMLElement(
                    "pageSetup",
                    [
                        "paperSize": "9", "scale": fitsPage ? nil : "60", "fitToWidth": fitsPage ? "1" : nil,
                        "fitToHeight": fitsPage ? "0" : nil, "orientation": "landscape",
                    ]),
                XMLElement("headerFooter", [:], [XMLElement("oddFooter", text: "&C第 &P 页 共 &N 页")]),
            ])
    }

    private var views: XMLElement {
        let frozen = min(table.frozenColumns, max(table.columns.count - 1, 0))
        let corner = Self.letters(frozen) + "2"
        let pane = XMLElement(
            "pane",
            [
                "xSplit": frozen > 0 ? String(frozen) : nil, "ySplit": "1", "topLeftCell": corner,
                "activePane": frozen > 0 ? "bottomRight" : "bottomLeft", "state": "frozen",
            ])
        let view = XMLElement("sheetView", ["tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"], [pane])
        return XMLElement("sheetViews", [:], [view])
    }

    private var columns: XMLElement {
        XMLElement(
            "cols", [:],
            widths.enumerated().map { index, width in
                XMLElement(
                    "col",
                    [
                        "min": String(index + 1), "max": String(index + 1), "width": String(width),
                        "customWidth": "1",
                    ])
            })
    }

    // MARK: Rows

    private func headingRow(_ strings: inout WorkbookFile.SharedStrings) -> XMLElement {
        var cells: [XMLElement] = []
        for (index, column) in table.columns.enumerated() {
            let text = SheetLimits.fitting(Self.heading(column.heading)).text
            cells.append(Self.text(text, Self.letters(index) + "1", .heading, &strings))
        }
        return XMLElement(
            "row", ["r": "1", "ht": height(table.columns.map { .text(Self.heading($0.heading)) })], inline: cells)
    }

    /// Height of a row in points. Not every spreadsheet fits heights when it opens a file, so that wrapped text would be cut.
    private func height(_ values: [SheetTable.Value]) -> String {
        TypeSetting.height(ofLines: zip(widths, values).map { TypeSetting.lines(of: $1, in: $0) }.max() ?? 1)
    }

    /// Chinese above English, in one cell.
    static func heading(_ heading: BilingualText) -> String {
        heading.chinese == heading.english ? heading.chinese : heading.chinese + "\n" + heading.english
    }

    private func row(_ values: [SheetTable.Value], _ number: Int, _ strings: inout WorkbookFile.SharedStrings)
        -> XMLElement
    {
        var cells: [XMLElement] = []
        for (index, value) in values.enumerated() {
            let place = Self.letters(index) + String(number)
            switch value {
            case .text(let text):
                guard !text.isEmpty else {
                    cells.append(Self.empty(place))
                    continue
                }
                let style: WorkbookStyles.Cell = CSVText.defused(text) == text ? .text : .quoted
                cells.append(Self.text(SheetLimits.fitting(text).text, place, style, &strings))
            case .integer(let integer): cells.append(Self.number(String(integer), place, .integer))
            case .number(let number):
                cells.append(number.isFinite ? Self.number("\(number)", place, .number) : Self.empty(place))
            case .empty: cells.append(Self.empty(place))
            }
        }
        return XMLElement("row", ["r": String(number), "ht": height(values)], inline: cells)
    }

    private static func text(
        _ text: String, _ place: String, _ style: WorkbookStyles.Cell, _ strings: inout WorkbookFile.SharedStrings
    ) -> XMLElement {
        XMLElement(
            "c", ["r": place, "s": style.index, "t": "s"],
            inline: [XMLElement("v", text: String(strings.index(of: text)))])
    }

    /// A cell that holds nothing, so that the lines of the table go on.
    private static func empty(_ place: String) -> XMLElement {
        XMLElement("c", ["r": place, "s": WorkbookStyles.Cell.text.index])
    }

    private static func number(_ number: String, _ place: String, _ style: WorkbookStyles.Cell) -> XMLElement {
        XMLElement("c", ["r": place, "s": style.index], inline: [XMLElement("v", text: number)])
    }

    /// The letters of a column: 0 → A, 25 → Z, 26 → AA.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
