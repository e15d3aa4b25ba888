import RegulationModel

/// What an element does to the text in it.
enum ElementRole: UInt8 {
    /// Goes on in the line.
    case inline
    /// Stands on lines of its own.
    case block
    /// Ends a line.
    case lineBreak
    /// Keeps its line breaks.
    case preformatted
    case table, row, cell
    case link
    case heading1, heading2, heading3, heading4, heading5, heading6
    /// Surroundings of the text by its name: `nav`, `footer`, `aside`, buttons and menus.
    case furniture
    /// Never shown as text: scripts, styles, what stands in the head.
    case skipped

    /// 1–6 for a heading, else 0.
    var headingLevel: UInt8 {
        switch self {
        case .heading1: 1
        case .heading2: 2
        case .heading3: 3
        case .heading4: 4
        case .heading5: 5
        case .heading6: 6
        case .inline, .block, .lineBreak, .preformatted, .table, .row, .cell, .link, .furniture, .skipped: 0
        }
    }
}

/// The name of an element, packed: its first eight bytes and its length. No two elements of HTML share both.
struct ElementName: Hashable {
    let prefix: UInt64
    let length: Int

    init(_ bytes: some Sequence<UInt8>) {
        var prefix: UInt64 = 0
        var length = 0
        for byte in bytes {
            if length < 8 { prefix = prefix << 8 | UInt64(byte) }
            length += 1
        }
        self.prefix = prefix
        self.length = length
    }

    /// The element's role (HTML standard, §15.3, rendering).
    var role: ElementRole { Self.roles[self] ?? .inline }

    /// True for `font`.
    var isFont: Bool { self == Self.font }

    /// True for text that is struck out: what an edition leaves out.
    var isStruck: Bool { Self.struck.contains(self) }

    /// True for the reading beside ruby text.
    var isReading: Bool { Self.readings.contains(self) }

    private static let struck: Set<ElementName> = Set(["del", "s", "strike"].map { ElementName($0.utf8) })
    private static let readings: Set<ElementName> = Set(["rt", "rp"].map { ElementName($0.utf8) })

    /// True for `sup`.
    var isRaised: Bool { self == Self.raised }

    /// True for `ol`.
    var isOrderedList: Bool { self == Self.orderedList }

    /// True for lists that do not count.
    var isOtherList: Bool { Self.otherLists.contains(self) }

    /// True for `li`.
    var isItem: Bool { self == Self.item }

    private static let orderedList = ElementName("ol".utf8)
    private static let otherLists: Set<ElementName> = Set(["ul", "menu", "dir", "dl"].map { ElementName($0.utf8) })
    private static let item = ElementName("li".utf8)

    /// True for `style`.
    var isStyle: Bool { self == Self.style }

    private static let raised = ElementName("sup".utf8)
    private static let font = ElementName("font".utf8)
    private static let style = ElementName("style".utf8)

    /// True for elements that are told apart by their class too: they structure a page, others structure a text.
    var isDivision: Bool { Self.divisions.contains(self) }

    private static let divisions: Set<ElementName> = Set(
        ["div", "section", "article", "main", "ul", "ol", "dl", "form"].map { ElementName($0.utf8) })

    private static let roles: [ElementName: ElementRole] = {
        let names: [(ElementRole, [String])] = [
            (
                .block,
                [
                    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
                    "dl", "dt", "fieldset", "figcaption", "figure", "form", "header", "hgroup", "hr", "html", "legend",
                    "li", "main", "ol", "p", "search", "section", "summary", "ul", "colgroup", "col", "isindex",
                    "frameset", "noframes",
                ]
            ),
            (.lineBreak, ["br"]), (.preformatted, ["pre", "listing", "plaintext", "xmp"]),
            (.table, ["table"]), (.row, ["tr"]), (.cell, ["td", "th"]), (.link, ["a"]),
            (.heading1, ["h1"]), (.heading2, ["h2"]), (.heading3, ["h3"]), (.heading4, ["h4"]), (.heading5, ["h5"]),
            (.heading6, ["h6"]),
            (
                .furniture,
                ["nav", "footer", "aside", "menu", "dialog", "button", "select", "option", "optgroup", "textarea"]
            ),
            (
                .skipped,
                [
                    "script", "style", "head", "title", "template", "noscript", "iframe", "object", "applet", "svg",
                    "math", "canvas", "audio", "video", "datalist", "xml",
                ]
            ),
        ]
        return Dictionary(
            uniqueKeysWithValues: names.flatMap { role, names in names.map { (ElementName($0.utf8), role) } })
    }()
}

/// Attributes that decide how an element's text is shown.
struct ElementAttributes {
    var style: [UInt8] = []
    var role: [UInt8] = []
    /// The size of a `font`.
    var size: [UInt8] = []
    var hasHidden = false
    var isAriaHidden = false
    var hasAddress = false
    /// True for a link to a place of the same page.
    var leadsInside = false
    /// How a list counts, from where on, and the number of an item that has its own.
    var type: [UInt8] = []
    var start: Int?
    var value: Int?
    /// How many rows a cell takes.
    var rows = 1
    /// A number for the value of `class`.
    var classNumber: UInt64 = 0
    /// The values of `class` and `id`, as they are written.
    var classes: [UInt8] = []
    var id: [UInt8] = []
    /// What `media` names, of a style sheet.
    var media: [UInt8] = []

    /// Sizes of `font` from which text stands out as a heading does; 3 is the usual one (HTML standard, §15.3.4).
    private static let largeSizes: Set<[UInt8]> = Set(["5", "6", "7", "+2", "+3", "+4"].map(utf8))

    /// True where a `font` is as large as a heading.
    var isLarge: Bool { !size.isEmpty && Self.largeSizes.contains(size) }

    /// Roles of surroundings (WAI-ARIA 1.2, landmarks and widgets).
    private static let furnitureRoles: Set<[UInt8]> = Set(
        [
            "navigation", "search", "contentinfo", "complementary", "toolbar", "menu", "menubar", "dialog",
            "alertdialog",
            "tablist", "button",
        ].map(utf8))

    var isFurniture: Bool { !role.isEmpty && Self.furnitureRoles.contains(role) }

    /// True for a style sheet that holds for other media than a screen.
    var isForOtherMedia: Bool {
        !media.isEmpty
            && !["all", "screen"].map(utf8).contains { Scanner(copying: media).contains([$0], in: span(media)) }
    }

    private func span(_ bytes: [UInt8]) -> ByteSpan { ByteSpan(0, bytes.count) }

    private static let hiding = ["display:none", "visibility:hidden", "visibility:collapse", "mso-hide:all"].map(utf8)
    private static let clipping = utf8("overflow:hidden")
    private static let sizes = ["font-size:0", "opacity:0"].map(utf8)
    private static let extents = ["width:0", "height:0"].map(utf8)

    /// True where the element's text cannot be seen.
    var isHidden: Bool {
        if hasHidden || isAriaHidden { return true }
        guard !style.isEmpty else { return false }
        let text = Scanner(copying: style)
        if text.contains(Self.hiding, in: text.span) { return true }
        if Self.sizes.contains(where: { isZero($0, text) }) { return true }
        return text.contains([Self.clipping], in: text.span) && Self.extents.contains { isZero($0, text) }
    }

    /// True where a property has the value nought, with or without a unit: `font-size:0px`, but not `opacity:0.5`.
    private func isZero(_ property: [UInt8], _ text: Scanner) -> Bool {
        guard let found = text.find(property, in: text.span) else { return false }
        if found > 0, text.bytes[found - 1] != 0x3B { return false }
        let next = found + property.count
        guard next < text.bytes.count else { return true }
        return text.bytes[next] != 0x2E && UInt32(text.bytes[next]).digit == nil
    }

    private static let blockStyles = ["display:block", "display:flex", "display:list-item", "display:table;"].map(utf8)
    private static let keepingStyles = ["white-space:pre"].map(utf8)

    var isBlock: Bool {
        let text = Scanner(copying: style)
        return text.contains(Self.blockStyles, in: text.span)
    }

    var keepsLineBreaks: Bool {
        let text = Scanner(copying: style)
        return text.contains(Self.keepingStyles, in: text.span)
    }
}
