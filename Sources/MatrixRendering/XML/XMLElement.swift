/// An element of an XML document to be written: name, attributes in their order, and either elements or inline content.
struct XMLElement: Sendable {
    /// What stands in an element.
    enum Content: Sendable {
        case element(XMLElement)
        case text(String)
    }

    let name: String
    let attributes: [(name: String, value: String)]
    let content: [Content]
    /// True where white space inside counts as text, so that none may be added.
    let isInline: Bool

    /// An element that holds elements, each written in a line of its own; attributes without a value are left out.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLElement] = []) {
        self.init(name, attributes, children.map(Content.element), isInline: false)
    }

    /// An element that holds text.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
        self.init(name, attributes, text.isEmpty ? [] : [.text(text)], isInline: true)
    }

    /// An element that holds inline elements, between which no white space is written.
    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], inline children: [XMLElement]) {
        self.init(name, attributes, children.map(Content.element), isInline: true)
    }

    private init(
        _ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: [Content], isInline: Bool
    ) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.content = content
        self.isInline = isInline
    }

    /// The document with this element as its root: XML 1.0, UTF-8, indented by two spaces, with a final line break.
    var document: String {
        let writer = XMLDocumentWriter()
        writer.write(self)
        return writer.finished()
    }
}
