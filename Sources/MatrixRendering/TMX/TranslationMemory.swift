import ProvisionAlignment
import RegulationModel

/// The links of two texts as a translation memory, TMX 1.4b: a unit for each link, the base's text first.
///
/// Two texts in one language give a file as well, in which both variants of a unit have that language. The standard
/// allows it; refusing would make the format the only one that some pairs of texts cannot be written in; and a program
/// that takes the second variant for a translation learns another wording in the same language, never a wrong word of
/// another one. `x-witness` tells the sides apart where the language does not.
struct TranslationMemory {
    let alignment: Alignment
    let base: Regulation
    let other: Regulation

    /// The layout of units and properties described here; it changes when they do.
    private static let layoutVersion = "1"

    /// The file. It has no date: the same links give the same bytes.
    var text: String {
        let header = XMLElement(
            "header",
            [
                "creationtool": "duizhao", "creationtoolversion": Self.layoutVersion, "segtype": segmentType,
                "o-tmf": "duizhao", "adminlang": "en", "srclang": Self.language(base.language),
                "datatype": "plaintext",
            ])
        let body = XMLElement("body", [:], alignment.links.map(unit))
        return XMLElement("tmx", ["version": "1.4"], [header, body]).document
    }

    /// An article is a block of paragraphs; the standard's next smaller segment is the paragraph, which a point is too.
    private var segmentType: String { alignment.level <= .article ? "block" : "paragraph" }

    private func unit(_ link: Link) -> XMLElement {
        let notes = link.reasons.map { XMLElement("note", ["xml:lang": "en"], text: $0) }
        let properties = [
            ("x-link", link.strength.rawValue), ("x-relation", link.relation.rawValue),
            ("x-score", Figures.score(link.score)),
        ]
        return XMLElement(
            "tu", ["tuid": "\(link.base.text)--\(link.other.text)"],
            notes + properties.map(property)
                + [variant(link.base, of: base, side: "base"), variant(link.other, of: other, side: "other")])
    }

    private func variant(_ eId: EId, of regulation: Regulation, side: String) -> XMLElement {
        let properties = [("x-witness", side), ("x-text", regulation.id), ("x-eid", eId.text)]
        let segment = XMLElement("seg", text: regulation.provision(at: eId).map { printed($0, regulation) } ?? "")
        return XMLElement(
            "tuv", ["xml:lang": Self.language(regulation.language)], properties.map(property) + [segment])
    }

    private func property(_ type: String, _ value: String) -> XMLElement {
        XMLElement("prop", ["type": type], text: value)
    }

    /// The printed text, a paragraph or point in each line, with the marks of points below it. Its own mark is left out:
    /// 第十二条 against Article 30 is no translation.
    private func printed(_ provision: Provision, _ regulation: Regulation) -> String {
        let lines = regulation.lines(of: provision).enumerated().map { index, line in
            guard let mark = line.mark, index > 0 || provision.level < .point else { return line.text }
            let isWide = mark.unicodeScalars.last?.isWide ?? false
            return isWide ? mark + line.text : mark + " " + line.text
        }
        return lines.joined(separator: "\n")
    }

    /// As RFC 5646 has it; the acts of the mainland are written in simplified characters.
    private static func language(_ language: Language) -> String {
        switch language {
        case .chinese: "zh-CN"
        case .english: "en"
        }
    }
}
