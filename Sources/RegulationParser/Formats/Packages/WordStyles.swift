/// What `styles.xml` says that bears on text: numbers of paragraphs, hidden text, centred lines.
struct WordStyles: Sendable {
    /// One style, without what it takes over from others.
    struct Style: Sendable {
        var kind = ""
        var basedOn: String?
        var list: String?
        var level: Int?
        var isHidden: Bool?
        var isCentred: Bool?
    }

    var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    var standard: String?

    /// Longest chain of styles based on each other that is followed; it also ends circles.
    private static let longestChain = 32

    /// A style and those it is based on, nearest first.
    func chain(_ id: String?) -> [(id: String, style: Style)] {
        var result: [(id: String, style: Style)] = []
        var next = id
        while let id = next, let style = styles[id], result.count < Self.longestChain {
            result.append((id, style))
            next = style.basedOn
        }
        return result
    }

    func isHidden(_ id: String?) -> Bool { chain(id).lazy.compactMap(\.style.isHidden).first ?? false }

    func isCentred(_ id: String?) -> Bool { chain(id).lazy.compactMap(\.style.isCentred).first ?? false }

    /// The list of a style's paragraphs and the level on which they are.
    func list(_ id: String?, _ numbering: WordNumbering) -> (list: String, level: Int)? {
        let chain = chain(id)
        guard let list = chain.lazy.compactMap(\.style.list).first else { return nil }
        let owned = chain.lazy.compactMap { numbering.level(ofStyle: $0.id, in: list) }.first
        return (list, owned ?? chain.lazy.compactMap(\.style.level).first ?? 0)
    }

    /// Lists meant by styles of numbering.
    var numberingStyles: [String: String] { styles.filter { $0.value.kind == "numbering" }.compactMapValues(\.list) }
}

/// Reads `styles.xml`.
final class WordStylesReader: XMLConsumer {
    private(set) var styles = WordStyles()
    private var id: String?
    private var style = WordStyles.Style()
    /// Depth inside of properties that hold only in places of a table, or once held.
    private var passedOver = 0
    var hasEnough: Bool { false }

    private static let elsewhere: Set<String> = ["tblStylePr", "pPrChange", "rPrChange"]

    func wantsAttributes(of name: XMLName) -> Bool { name.vocabulary == .word }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name.vocabulary == .word else { return }
        if Self.elsewhere.contains(name.local) { passedOver += 1 }
        guard passedOver == 0 else { return }
        let value = attributes["val"]
        switch name.local {
        case "style":
            id = attributes["styleId"]
            style = WordStyles.Style(kind: attributes["type"] ?? "")
            if style.kind == "paragraph", let isDefault = attributes["default"], WordSwitch.isOn(isDefault) {
                styles.standard = styles.standard ?? id
            }
        case "basedOn": style.basedOn = value
        case "numId": style.list = value
        case "ilvl": style.level = value.flatMap { Int($0) }
        case "vanish": style.isHidden = WordSwitch.isOn(value)
        case "jc": style.isCentred = value == "center"
        default: break
        }
    }

    func close(_ name: XMLName) {
        guard name.vocabulary == .word else { return }
        if Self.elsewhere.contains(name.local) { passedOver -= 1 }
        guard name.local == "style", let id else { return }
        styles.styles[id] = styles.styles[id] ?? style
        self.id = nil
    }

    func text(_ bytes: [UInt8]) {}
}
