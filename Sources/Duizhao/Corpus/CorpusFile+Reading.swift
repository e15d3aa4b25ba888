import Yams

extension CorpusFile {
    /// Reads `corpus.yaml`. A file in which nothing is wrong is read field by field, in a third of the time that decoding
    /// takes; decoding says what is wrong with any other.
    init(reading bytes: [UInt8], path: String) throws {
        guard let file = Self.read(bytes) else {
            self = try YAMLFile.decode(CorpusFile.self, from: bytes, path: path)
            return
        }
        self = file
    }

    private static func read(_ bytes: [UInt8]) -> CorpusFile? {
        // Keys that merge mappings are left to decoding; to look for them costs a regular expression.
        let merge = UInt8(ascii: "<")
        guard !zip(bytes, bytes.dropFirst()).contains(where: { $0 == merge && $1 == merge }) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot() else { return nil }
        var fields = Fields(root)
        let file = CorpusFile(&fields)
        return fields.areSound ? file : nil
    }

    private init(_ fields: inout Fields) {
        title = fields.nested("title") { Names(&$0) } ?? fields.missing(Names())
        base = fields.text("base")
        topics = fields.text("topics")
        terms = fields.text("terms")
        documents = fields.list("documents") { Document(&$0) }
    }
}

extension CorpusFile.Names {
    fileprivate init(_ fields: inout Fields) {
        zh = fields.text("zh")
        en = fields.text("en")
    }
}

extension CorpusFile.Place {
    fileprivate init(_ fields: inout Fields) {
        zh = fields.needed("zh")
        en = fields.needed("en")
        code = fields.needed("code")
        level = fields.needed("level")
    }
}

extension CorpusFile.Dates {
    fileprivate init(_ fields: inout Fields) {
        adopted = fields.text("adopted")
        approved = fields.text("approved")
        issued = fields.text("issued")
        effective = fields.text("effective")
        published = fields.text("published")
    }
}

extension CorpusFile.Document {
    fileprivate init(_ fields: inout Fields) {
        id = fields.needed("id")
        file = fields.needed("file")
        sha256 = fields.needed("sha256")
        encoding = fields.text("encoding")
        source = fields.text("source")
        title = fields.nested("title") { CorpusFile.Names(&$0) }
        language = fields.needed("language")
        translation = fields.text("translation")
        jurisdiction = fields.nested("jurisdiction") { CorpusFile.Place(&$0) }
        rank = fields.text("rank")
        authority = fields.text("authority")
        completeness = fields.text("completeness")
        documentNumber = fields.text("documentNumber")
        dates = fields.nested("dates") { CorpusFile.Dates(&$0) }
        implements = fields.text("implements")
        explains = fields.text("explains")
    }
}

/// The fields of a mapping, and whether all that was asked for was there in the form it was asked for.
private struct Fields {
    private(set) var areSound: Bool
    private let nodes: [(name: String, node: Node)]

    init(_ node: Node) {
        areSound = node.mapping != nil
        nodes = node.mapping?.compactMap { key, value in key.scalar.map { ($0.string, value) } } ?? []
    }

    /// Text; nil where there is none or a null.
    mutating func text(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        return node.scalar?.string ?? missing(nil)
    }

    /// Text that must be there.
    mutating func needed(_ name: String) -> String { text(name) ?? missing("") }

    /// A mapping; nil where there is none or a null.
    mutating func nested<Value>(_ name: String, _ read: (inout Fields) -> Value) -> Value? {
        node(name).map { value($0, read) }
    }

    /// A list of mappings that must be there.
    mutating func list<Value>(_ name: String, _ read: (inout Fields) -> Value) -> [Value] {
        guard let list = node(name)?.sequence else { return missing([]) }
        return list.map { value($0, read) }
    }

    /// Notes that something is not as it should be.
    mutating func missing<Value>(_ value: Value) -> Value {
        areSound = false
        return value
    }

    private mutating func value<Value>(_ node: Node, _ read: (inout Fields) -> Value) -> Value {
        var fields = Fields(node)
        let value = read(&fields)
        areSound = areSound && fields.areSound
        return value
    }

    private func node(_ name: String) -> Node? {
        guard let node = nodes.first(where: { $0.name == name })?.node, node.null == nil else { return nil }
        return node
    }
}
