import RegulationModel

/// What the elements of Akoma Ntoso 3.0 (§5) are for a reader of text.
enum AkomaNtosoElement {
    /// A provision, or what groups provisions.
    case hierarchy
    /// A number or a heading of one.
    case num, heading
    /// A piece of text with a line of its own.
    case block
    /// A row of a table, and a cell of it.
    case row, cell
    /// The text that closes a list or a provision.
    case closing
    /// A stretch that is no provision.
    case region(PartKind)
    /// Text of another act that is quoted: its provisions are not this act's.
    case quotation
    /// A note to the text.
    case note
    /// Text that an amendment deletes, and text that it inserts.
    case deletion, insertion
    case lineBreak
    case meta
    case docTitle
    /// Everything else: what stands in it is read.
    case transparent

    init(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "hcontainer": self = Self.container(attributes["name"])
        case "container": self = Self.kind(attributes["name"]).map(Self.region) ?? .transparent
        case "num": self = .num
        case "heading": self = .heading
        case "wrapUp", "listWrapUp": self = .closing
        case "tr": self = .row
        case "td", "th": self = .cell
        case "quotedStructure", "embeddedStructure": self = .quotation
        case "authorialNote", "note": self = .note
        case "del": self = .deletion
        case "ins": self = .insertion
        case "br", "eol": self = .lineBreak
        case "meta": self = .meta
        case "docTitle": self = .docTitle
        default: self = Self.other(name)
        }
    }

    /// The part that a name or a class of this program's files tells.
    static func kind(_ name: String?) -> PartKind? {
        guard let kind = name.flatMap(PartKind.init) else { return nil }
        return [.adoptionNote, .tableOfContents, .preamble].contains(kind) ? kind : nil
    }

    /// A portion's body takes one element: what this program wraps around its articles is no provision.
    private static func container(_ name: String?) -> AkomaNtosoElement {
        switch name {
        case PartKind.annex.rawValue: .region(.annex)
        case "excerpt", "omissis": .transparent
        default: .hierarchy
        }
    }

    private static func other(_ name: String) -> AkomaNtosoElement {
        if let kind = regionNames[name] { return .region(kind) }
        if hierarchyNames.contains(name) { return .hierarchy }
        return blockNames.contains(name) ? .block : .transparent
    }

    private static let hierarchyNames: Set<String> = [
        "alinea", "article", "book", "chapter", "clause", "division", "indent", "item", "level", "paragraph", "part",
        "point", "proviso", "rule", "section", "subchapter", "subclause", "subdivision", "subparagraph", "subpart",
        "subrule", "subsection", "subtitle", "title", "tome", "transitional",
    ]

    private static let blockNames: Set<String> = [
        "p", "block", "crossHeading", "subheading", "li", "listIntroduction", "listConclusion", "longTitle", "tocItem",
        "caption", "signature", "recital", "citation",
    ]

    private static let regionNames: [String: PartKind] = [
        "coverPage": .pageHeading, "preface": .adoptionNote, "preamble": .preamble, "conclusions": .signature,
        "attachments": .annex, "components": .annex, "toc": .tableOfContents,
    ]
}

/// Puts text into lines: white space between elements and inside of text is layout of the XML.
struct AkomaNtosoLines {
    private(set) var bytes: [UInt8] = []
    private var hasSpace = false
    private var separator: [UInt8] = []

    /// Where the next text will stand, once a separator is written.
    mutating func place() -> Int {
        if !isAtLineStart {
            bytes += separator.isEmpty && hasSpace ? [0x20] : separator
        }
        separator = []
        hasSpace = false
        return bytes.count
    }

    var isAtLineStart: Bool { bytes.last.map { $0 == 0x0A } ?? true }

    mutating func newLine() {
        if !isAtLineStart { bytes.append(0x0A) }
        hasSpace = false
        separator = []
    }

    /// What stands before the next text on this line.
    mutating func separate(_ text: String) { separator = Array(text.utf8) }

    mutating func write(_ text: [UInt8]) {
        for byte in text {
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                hasSpace = !isAtLineStart
            } else {
                if !separator.isEmpty || hasSpace { _ = place() }
                bytes.append(byte)
            }
        }
    }
}
