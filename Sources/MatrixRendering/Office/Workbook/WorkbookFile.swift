import RegulationModel

/// Sheets as an Excel workbook (SpreadsheetML, ISO/IEC 29500-1, §18).
///
/// Texts are shared strings, each once, in the order they first stand in. No cell holds a formula: a text that begins like
/// one is text by its type, and by the style that spreadsheets give to text entered behind an apostrophe.
struct WorkbookFile {
    let title: String
    let sheets: [SheetTable]

    fileprivate static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    var bytes: [UInt8] {
        var strings = SharedStrings()
        let contents = sheets.enumerated().map { index, sheet in
            SheetXML(table: sheet, isFirst: index == 0).element(&strings)
        }
        let names = SheetLimits.names(sheets.map(\.name))
        let kind = "spreadsheetml."
        let pages = contents.enumerated().map { index, content in
            OfficePart(
                name: "xl/worksheets/sheet\(index + 1).xml", kind: kind + "worksheet", relation: "worksheet",
                content: content)
        }
        return OfficePackage(
            main: OfficePart(
                name: "xl/workbook.xml", kind: kind + "sheet.main", relation: "officeDocument", content: workbook(names)
            ),
            parts: pages + [
                OfficePart(
                    name: "xl/styles.xml", kind: kind + "styles", relation: "styles", content: WorkbookStyles.element),
                OfficePart(
                    name: "xl/sharedStrings.xml", kind: kind + "sharedStrings", relation: "sharedStrings",
                    content: strings.element),
            ], title: title, language: "zh-CN"
        ).bytes
    }

    /// Sheets have the ids of their parts, which come first.
    private func workbook(_ names: [String]) -> XMLElement {
        let tabs = names.enumerated().map { index, name in
            XMLElement("sheet", ["name": name, "sheetId": String(index + 1), "r:id": "rId\(index + 1)"])
        }
        let filters = sheets.enumerated().map { index, sheet in
            XMLElement(
                "definedName",
                ["name": "_xlnm._FilterDatabase", "localSheetId": String(index), "hidden": "1"],
                text: "'\(names[index])'!" + SheetXML(table: sheet, isFirst: false).absoluteRange)
        }
        let titles = zip(sheets, names).enumerated().map { index, sheet in
            XMLElement(
                "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": String(index)],
                text: SheetXML(table: sheet.0, isFirst: false).printTitles(sheet.1))
        }
        return XMLElement(
            "workbook", ["xmlns": Self.space, "xmlns:r": OfficePackage.relationSpace],
            [
                XMLElement("bookViews", [:], [XMLElement("workbookView", ["activeTab": "0"])]),
                XMLElement("sheets", [:], tabs), XMLElement("definedNames", [:], filters + titles),
            ])
    }

    /// The texts of all sheets, each once. `xml:space` keeps white space at both ends.
    struct SharedStrings {
        private var places: [String: Int] = [:]
        private var texts: [String] = []
        private var uses = 0

        /// The number of a text; new ones are added.
        mutating func index(of text: String) -> Int {
            uses += 1
            if let place = places[text] { return place }
            places[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }

        var element: XMLElement {
            XMLElement(
                "sst",
                ["xmlns": WorkbookFile.space, "count": String(uses), "uniqueCount": String(texts.count)],
                texts.map { text in
                    XMLElement(
                        "si", [:],
                        inline: [XMLElement("t", ["xml:space": "preserve"], text: WorkbookFile.escaped(text))])
                })
        }
    }

    /// `_x0041_` in a text is read as a character's code (ISO/IEC 29500-1, §22.9.2.19, ST_Xstring): its low line is
    /// itself written as a code. A carriage return is left out, since cells break lines with line feeds.
    static func escaped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() where scalar != "\r" {
            if scalar == "_", isCode(scalars[index...]) {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let code = scalars.prefix(7)
        guard code.count == 7, let start = code.indices.first, code[start + 1] == "x" || code[start + 1] == "X",
            code[start + 6] == "_"
        else { return false }
        return code[(start + 2)..<(start + 6)].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    }
}
