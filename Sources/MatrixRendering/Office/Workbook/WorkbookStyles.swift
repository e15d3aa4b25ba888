/// `styles.xml` of a workbook.
enum WorkbookStyles {
    /// How a cell looks, in the order of `cellXfs`.
    enum Cell: Int, CaseIterable {
        case plain, heading, text, quoted, integer, number

        /// The number of the style, as cells name it.
        var index: String { String(rawValue) }
    }

    private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    /// Built-in number formats (ISO/IEC 29500-1, §18.8.30): general, whole, two decimals, text.
    private static let formats = (general: "0", whole: "1", decimals: "2", text: "49")

    static var element: XMLElement {
        XMLElement(
            "styleSheet", ["xmlns": space],
            [
                counted("fonts", [font(isBold: false), font(isBold: true)]),
                counted("fills", [fill("none"), fill("gray125"), headingFill]),
                counted("borders", [XMLElement("border", [:], sides(nil)), XMLElement("border", [:], sides("thin"))]),
                counted(
                    "cellStyleXfs",
                    [XMLElement("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])]),
                counted("cellXfs", Cell.allCases.map(format)),
                counted(
                    "cellStyles", [XMLElement("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])]),
            ])
    }

    private static func counted(_ name: String, _ children: [XMLElement]) -> XMLElement {
        XMLElement(name, ["count": String(children.count)], children)
    }

    private static func font(isBold: Bool) -> XMLElement {
        let bold = isBold ? [XMLElement("b")] : []
        return XMLElement(
            "font", [:],
            bold + [
                XMLElement("sz", ["val": "10"]), XMLElement("name", ["val": "Arial"]),
                XMLElement("family", ["val": "2"]),
            ])
    }

    private static func fill(_ pattern: String) -> XMLElement {
        XMLElement("fill", [:], [XMLElement("patternFill", ["patternType": pattern])])
    }

    private static var headingFill: XMLElement {
        XMLElement(
            "fill", [:],
            [
                XMLElement(
                    "patternFill", ["patternType": "solid"],
                    [XMLElement("fgColor", ["rgb": "FFE7E6E6"]), XMLElement("bgColor", ["indexed": "64"])])
            ])
    }

    private static func sides(_ style: String?) -> [XMLElement] {
        ["left", "right", "top", "bottom", "diagonal"].map { side in
            guard let style, side != "diagonal" else { return XMLElement(side) }
            return XMLElement(side, ["style": style], [XMLElement("color", ["rgb": "FFA6A6A6"])])
        }
    }

    private static func format(_ cell: Cell) -> XMLElement {
        let (number, font, fill, border): (String, String, String, String) =
            switch cell {
            case .plain: (formats.general, "0", "0", "0")
            case .heading: (formats.text, "1", "2", "1")
            case .text, .quoted: (formats.text, "0", "0", "1")
            case .integer: (formats.whole, "0", "0", "1")
            case .number: (formats.decimals, "0", "0", "1")
            }
        let alignment = XMLElement(
            "alignment",
            [
                "horizontal": cell == .heading ? "center" : nil, "vertical": cell == .heading ? "center" : "top",
                "wrapText": "1",
            ])
        return XMLElement(
            "xf",
            [
                "numFmtId": number, "fontId": font, "fillId": fill, "borderId": border, "xfId": "0",
                "quotePrefix": cell == .quoted ? "1" : nil, "applyNumberFormat": "1", "applyFont": "1",
                "applyFill": "1", "applyBorder": "1", "applyAlignment": "1",
            ], [alignment])
    }
}
