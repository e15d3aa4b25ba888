/// `styles.xml`, `fontTable.xml` and `settings.xml`: how the styles look.
enum WordStyleSheet {
    static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    /// Song for text and Hei for headings, as acts and their tables are printed.
    private static let songFont = "SimSun"
    private static let heiFont = "SimHei"
    private static let latinFont = "Times New Roman"

    static var styles: XMLElement {
        let run = XMLElement(
            "w:rPrDefault", [:],
            [
                XMLElement(
                    "w:rPr", [:],
                    [
                        XMLElement(
                            "w:rFonts",
                            [
                                "w:ascii": latinFont, "w:hAnsi": latinFont, "w:eastAsia": songFont, "w:cs": latinFont,
                            ]), XMLElement("w:sz", ["w:val": "18"]), XMLElement("w:szCs", ["w:val": "18"]),
                        XMLElement("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]),
                    ])
            ])
        let defaults = XMLElement("w:docDefaults", [:], [run, XMLElement("w:pPrDefault")])
        return XMLElement("w:styles", ["xmlns:w": space], [defaults] + WordStyle.allCases.map(style))
    }

    private static func style(_ style: WordStyle) -> XMLElement {
        let alias = style.alias.map { XMLElement("w:aliases", ["w:val": $0]) }
        let base = style == .normal || style.isCharacter ? nil : XMLElement("w:basedOn", ["w:val": "Normal"])
        let look = Look(style)
        let paragraph = style.isCharacter ? nil : XMLElement("w:pPr", [:], look.paragraph)
        let content =
            [XMLElement("w:name", ["w:val": style.name]), alias, base, XMLElement("w:qFormat"), paragraph]
            .compactMap(\.self)
        return XMLElement(
            "w:style",
            [
                "w:type": style.isCharacter ? "character" : "paragraph", "w:default": style == .normal ? "1" : nil,
                "w:customStyle": style.isBuiltIn ? nil : "1", "w:styleId": style.id,
            ], content + [XMLElement("w:rPr", [:], look.run)])
    }

    /// Where a font is missing the next one named is taken: Song is called 宋体 in Chinese systems and is absent from others.
    static var fonts: XMLElement {
        let fonts = [
            (songFont, "宋体, Noto Serif CJK SC, Source Han Serif SC, Songti SC", "86", "auto"),
            (heiFont, "黑体, Noto Sans CJK SC, Source Han Sans SC, Heiti SC", "86", "auto"),
            (latinFont, "Liberation Serif, Tinos", "00", "roman"),
        ]
        return XMLElement(
            "w:fonts", ["xmlns:w": space],
            fonts.map { name, others, charset, family in
                XMLElement(
                    "w:font", ["w:name": name],
                    [
                        XMLElement("w:altName", ["w:val": others]), XMLElement("w:charset", ["w:val": charset]),
                        XMLElement("w:family", ["w:val": family]), XMLElement("w:pitch", ["w:val": "variable"]),
                    ])
            })
    }

    static var settings: XMLElement {
        XMLElement(
            "w:settings", ["xmlns:w": space],
            [
                XMLElement("w:zoom", ["w:percent": "100"]), XMLElement("w:defaultTabStop", ["w:val": "420"]),
                XMLElement("w:characterSpacingControl", ["w:val": "compressPunctuation"]),
                XMLElement(
                    "w:compat", [:],
                    [
                        XMLElement(
                            "w:compatSetting",
                            [
                                "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                                "w:val": "15",
                            ])
                    ]), XMLElement("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]),
            ])
    }

    /// What a style does to paragraphs and runs. Lengths are twentieths of a point, sizes half points.
    private struct Look {
        var before = 0
        /// Height of a line, fixed where Chinese and English stand side by side: their fonts would part the lines unequally.
        var line: Int?
        var after = 0
        /// Left indent, and how far the first line hangs to the left of it.
        var indent = 0
        var hanging = 0
        var alignment: String?
        var keepsNext = false
        var outline: Int?
        var size: Int?
        var isBold = false
        var usesHei = false
        var color: String?
        var underline: String?
        var isStruck = false

        init(_ style: WordStyle) {
            switch style {
            case .normal: break
            case .title: (size, alignment, isBold, usesHei, after) = (36, "center", true, true, 40)
            case .subtitle: (size, alignment, after) = (24, "center", 120)
            case .heading: (size, isBold, usesHei, before, after) = (24, true, true, 240, 80)
            case .header: (size, alignment, color) = (16, "center", Self.grey)
            case .footer: (size, alignment) = (16, "center")
            case .note: (after, indent, hanging) = (40, 240, 240)
            case .columnHead: (alignment, isBold, usesHei) = ("center", true, true)
            case .columnFact: (alignment, size) = ("center", 15)
            case .groupHead: (size, alignment, isBold, usesHei, before, after) = (20, "center", true, true, 40, 40)
            case .rowNumber: (alignment, before) = ("center", 30)
            case .rowHeading: (usesHei, before, after) = (true, 30, 20)
            case .citation: (isBold, before, after) = (true, 30, 10)
            case .provision: after = 20
            case .point: (indent, hanging, after) = (200, 200, 10)
            case .subpoint: (indent, hanging, after) = (400, 200, 10)
            case .state: (color, before, after) = (Self.grey, 30, 20)
            case .remark: (size, before, after) = (16, 30, 10)
            case .english: size = 16
            case .marker: size = 16
            case .inserted: underline = "single"
            case .deleted: isStruck = true
            }
            if style == .heading { outline = 0 }
            switch style {
            case .provision, .point, .subpoint: line = 220
            case .remark: line = 200
            default: break
            }
            keepsNext = style == .heading || style == .groupHead || style == .citation
        }

        /// Dark enough to be read on white and on the grey of heading rows (contrast 7 : 1 and more).
        private static let grey = "404040"

        /// In the order of the schema (CT_PPr).
        var paragraph: [XMLElement] {
            let indents =
                indent == 0
                ? nil : XMLElement("w:ind", ["w:left": String(indent), "w:hanging": String(hanging)])
            return [
                keepsNext ? XMLElement("w:keepNext") : nil,
                XMLElement(
                    "w:spacing",
                    [
                        "w:before": String(before), "w:after": String(after), "w:line": line.map(String.init),
                        "w:lineRule": line == nil ? nil : "exact",
                    ]), indents,
                alignment.map { XMLElement("w:jc", ["w:val": $0]) },
                outline.map { XMLElement("w:outlineLvl", ["w:val": String($0)]) },
            ].compactMap(\.self)
        }

        /// In the order of the schema (CT_RPr).
        var run: [XMLElement] {
            let size = size.map(String.init)
            return [
                usesHei ? XMLElement("w:rFonts", ["w:eastAsia": heiFont]) : nil, isBold ? XMLElement("w:b") : nil,
                isStruck ? XMLElement("w:strike") : nil,
                color.map { XMLElement("w:color", ["w:val": $0]) }, size.map { XMLElement("w:sz", ["w:val": $0]) },
                size.map { XMLElement("w:szCs", ["w:val": $0]) },
                underline.map { XMLElement("w:u", ["w:val": $0]) },
            ].compactMap(\.self)
        }
    }
}

extension WordStyle {
    /// True for a style that every Word knows.
    fileprivate var isBuiltIn: Bool { self == .normal || alias != nil }
}
