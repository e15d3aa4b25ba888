/// The vocabularies that are read, told by their namespaces.
enum XMLVocabulary: Sendable {
    /// No namespace.
    case none
    /// WordprocessingML (ECMA-376, transitional and strict).
    case word
    /// Relationships as attributes of a document name them (transitional and strict).
    case documentRelationships
    /// The parts `.rels` of a package (ECMA-376 part 2).
    case packageRelationships
    /// `[Content_Types].xml` (ECMA-376 part 2).
    case contentTypes
    /// Alternate content (ECMA-376 part 3).
    case compatibility
    /// Formulas (transitional and strict).
    case mathematics
    /// Akoma Ntoso of any version.
    case akomaNtoso
    /// XML's own attributes.
    case xml
    /// Anything else.
    case other

    /// The vocabulary a namespace names.
    init(namespace: String) {
        switch namespace {
        case "": self = .none
        case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main":
            self = .word
        case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships":
            self = .documentRelationships
        case "http://schemas.openxmlformats.org/package/2006/relationships": self = .packageRelationships
        case "http://schemas.openxmlformats.org/package/2006/content-types": self = .contentTypes
        case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .compatibility
        case "http://schemas.openxmlformats.org/officeDocument/2006/math",
            "http://purl.oclc.org/ooxml/officeDocument/math":
            self = .mathematics
        case "http://www.w3.org/XML/1998/namespace": self = .xml
        default: self = Self.isAkomaNtoso(namespace) ? .akomaNtoso : .other
        }
    }

    /// The standard's namespace with its drafts, and those of the versions before it.
    private static func isAkomaNtoso(_ namespace: String) -> Bool {
        namespace.hasPrefix("http://docs.oasis-open.org/legaldocml/ns/akn/")
            || namespace.hasPrefix("http://www.akomantoso.org/")
    }
}

/// The name of an element or attribute.
struct XMLName: Hashable, Sendable {
    let vocabulary: XMLVocabulary
    let local: String

    init(_ vocabulary: XMLVocabulary, _ local: String) {
        self.vocabulary = vocabulary
        self.local = local
    }
}

/// The attributes of an element.
struct XMLAttributes: Sendable {
    private var values: [(name: XMLName, value: String)] = []

    /// The value of an attribute with this local name, whatever its namespace.
    subscript(_ local: String) -> String? { values.first { $0.name.local == local }?.value }

    /// The value of an attribute of a vocabulary.
    subscript(_ vocabulary: XMLVocabulary, _ local: String) -> String? {
        values.first { $0.name.local == local && $0.name.vocabulary == vocabulary }?.value
    }

    mutating func add(_ name: XMLName, _ value: String) { values.append((name, value)) }
}
