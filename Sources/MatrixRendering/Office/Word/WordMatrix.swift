import ComparisonMatrix
import RegulationModel

/// A matrix as a Word document 条文对照表: title, key to the states, the table, notes and sources. Landscape A4.
struct WordMatrix {
    let matrix: Matrix
    let marks: TextMarks

    /// Twentieths of a point: A4 landscape with margins of 15 mm.
    private static let page = (width: 16_838, height: 11_906, margin: 850)
    static let textWidth = page.width - 2 * page.margin

    var bytes: [UInt8] {
        let space = "wordprocessingml."
        return OfficePackage(
            main: OfficePart(
                name: "word/document.xml", kind: space + "document.main", relation: "officeDocument", content: document),
            parts: [
                OfficePart(
                    name: "word/styles.xml", kind: space + "styles", relation: "styles", content: WordStyleSheet.styles),
                OfficePart(
                    name: "word/settings.xml", kind: space + "settings", relation: "settings",
                    content: WordStyleSheet.settings),
                OfficePart(
                    name: "word/fontTable.xml", kind: space + "fontTable", relation: "fontTable",
                    content: WordStyleSheet.fonts),
                OfficePart(name: "word/header1.xml", kind: space + "header", relation: "header", content: header),
                OfficePart(name: "word/footer1.xml", kind: space + "footer", relation: "footer", content: footer),
            ], title: matrix.title.chinese, language: "zh-CN"
        ).bytes
    }

    private var document: XMLElement {
        let remarks = WordRemarks(matrix: matrix)
        let tables = WordTable.tables(of: matrix, marks: marks, remarks: remarks)
        let body = head + tables + remarks.notes + WordClosing(matrix: matrix, hasMarks: !marks.isEmpty).paragraphs
        return XMLElement(
            "w:document", ["xmlns:w": WordStyleSheet.space, "xmlns:r": OfficePackage.relationSpace],
            [XMLElement("w:body", [:], body + [section])])
    }

    // MARK: Above the table

    private var head: [XMLElement] {
        let summary = MatrixSummary(matrix).sentence
        let title = [
            WordText.paragraph(.title, [WordText.run(matrix.title.chinese, .chinese)]),
            WordText.paragraph(.subtitle, [WordText.run(matrix.title.english, .english)]),
            WordText.paragraph(.normal, [WordText.run(summary.chinese, .chinese)]),
            WordText.paragraph(.normal, [WordText.run(summary.english, .english)]),
        ]
        let key = MatrixSummary(matrix).states.filter { $0.count > 0 }.map { state, count in
            WordText.paragraph(
                .note,
                WordText.runs(Self.chip(state.label)) + [WordText.run(" × \(count)　", .chinese)]
                    + WordText.runs(state.meaning))
        }
        let cut = [
            WordText.paragraph(
                .note,
                WordText.runs(
                    BilingualText(
                        "引文照录原文，全文不省略；译文注明译者性质，机器翻译不具效力。",
                        "Quotations are whole and printed as found; machine translations are marked and have no authority."
                    )))
        ]
        return title + [WordText.paragraph(.heading, BilingualText("图例", "Key"))] + key + cut
            + [WordText.paragraph(.heading, BilingualText("对照表", "Comparison"))]
    }

    /// A state in brackets: words, never colour alone.
    static func chip(_ label: BilingualText) -> BilingualText {
        BilingualText("〔\(label.chinese)〕", label.english)
    }

    // MARK: Around the pages

    private var header: XMLElement {
        XMLElement(
            "w:hdr", ["xmlns:w": WordStyleSheet.space],
            [WordText.paragraph(.header, [WordText.run(matrix.title.chinese, .chinese)])])
    }

    private var footer: XMLElement {
        XMLElement(
            "w:ftr", ["xmlns:w": WordStyleSheet.space],
            [
                WordText.paragraph(
                    .footer,
                    [
                        WordText.run("第 ", .chinese), WordText.field("PAGE"), WordText.run(" 页　共 ", .chinese),
                        WordText.field("NUMPAGES"), WordText.run(" 页", .chinese),
                    ])
            ])
    }

    /// The page; ids are those of the header and footer among the parts.
    private var section: XMLElement {
        let margin = String(Self.page.margin)
        return XMLElement(
            "w:sectPr", [:],
            [
                XMLElement("w:headerReference", ["w:type": "default", "r:id": "rId4"]),
                XMLElement("w:footerReference", ["w:type": "default", "r:id": "rId5"]),
                XMLElement(
                    "w:pgSz",
                    ["w:w": String(Self.page.width), "w:h": String(Self.page.height), "w:orient": "landscape"]),
                XMLElement(
                    "w:pgMar",
                    [
                        "w:top": margin, "w:right": margin, "w:bottom": margin, "w:left": margin, "w:header": "450",
                        "w:footer": "450", "w:gutter": "0",
                    ]),
            ])
    }
}
