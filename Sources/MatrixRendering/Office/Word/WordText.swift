import RegulationModel

/// Paragraphs and runs of WordprocessingML (ISO/IEC 29500-1, §17.3).
enum WordText {
    /// A paragraph in a style.
    static func paragraph(_ style: WordStyle, _ runs: [XMLElement]) -> XMLElement {
        let properties = XMLElement("w:pPr", [:], [XMLElement("w:pStyle", ["w:val": style.id])])
        return XMLElement("w:p", [:], inline: [properties] + runs)
    }

    /// A label in both languages, one after the other.
    static func paragraph(_ style: WordStyle, _ label: BilingualText) -> XMLElement {
        paragraph(style, runs(label))
    }

    /// Chinese, a space, English; a single form where they agree.
    static func runs(_ label: BilingualText, _ style: WordStyle? = nil) -> [XMLElement] {
        guard label.chinese != label.english else { return [run(label.chinese, .chinese, style)] }
        return [run(label.chinese + " ", .chinese, style), run(label.english, .english, style ?? .english)]
    }

    /// Text in a language. Line breaks and tabs are elements of their own, since Word takes those inside text for spaces.
    static func run(_ text: String, _ language: Language, _ style: WordStyle? = nil) -> XMLElement {
        XMLElement("w:r", [:], inline: [properties(language, style)] + content(text))
    }

    /// The number of the page, or of all pages: Word computes it.
    static func field(_ instruction: String) -> XMLElement {
        XMLElement("w:fldSimple", ["w:instr": instruction], inline: [run("1", .chinese)])
    }

    /// Language and, for Chinese, the wish that quotation marks and dashes are taken from the Chinese font.
    private static func properties(_ language: Language, _ style: WordStyle?) -> XMLElement {
        var properties: [XMLElement] = []
        if let style { properties.append(XMLElement("w:rStyle", ["w:val": style.id])) }
        switch language {
        case .chinese:
            properties.append(XMLElement("w:rFonts", ["w:hint": "eastAsia"]))
            properties.append(XMLElement("w:lang", ["w:val": "zh-CN", "w:eastAsia": "zh-CN"]))
        case .english: properties.append(XMLElement("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]))
        }
        return XMLElement("w:rPr", [:], properties)
    }

    private static func content(_ text: String) -> [XMLElement] {
        var content: [XMLElement] = []
        var piece = String.UnicodeScalarView()
        func flush() {
            guard !piece.isEmpty else { return }
            content.append(XMLElement("w:t", ["xml:space": "preserve"], text: String(piece)))
            piece = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t":
                flush()
                content.append(XMLElement(scalar == "\n" ? "w:br" : "w:tab"))
            case "\r": continue
            default: piece.append(scalar)
            }
        }
        flush()
        return content
    }
}
