import Yams

extension CorpusFile {
    /// Reads `corpus.yaml`, and names the fields it has that a corpus has not: a misspelt one would be left out silently. A
    /// file in which nothing is wrong is read field by field, in a third of the time that decoding takes; decoding says
    /// what is wrong with any other.
    static func read(_ bytes: [UInt8], path: String) throws -> (file: CorpusFile, problems: [CorpusProblem]) {
        guard let (file, unknown) = read(bytes) else {
            return (try YAMLFile.decode(CorpusFile.self, from: bytes, path: path), [])
        }
        return (file, unknown.map { $0.problem(in: path) })
    }

    private static func read(_ bytes: [UInt8]) -> (CorpusFile, [UnknownField])? {
        // Keys that merge mappings are left to decoding; to look for them costs a regular expression.
        let merge = UInt8(ascii: "<")
        guard !zip(bytes, bytes.dropFirst()).contains(where: { $0 == merge && $1 == merge }) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot() else { return nil }
        var fields = Fields(root)
        let file = CorpusFile(&fields)
        return fields.areSound ? (file, fields.unknown) : nil
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

extension TopicsFile {
    /// Reads a file of topics, and names the fields it has that a topic has not, ids that stand twice, and topics that have no
    /// words to be found by: all of them would change the matrix silently.
    static func read(_ bytes: [UInt8], path: String) throws -> (file: TopicsFile, problems: [CorpusProblem]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let root = try? Parser(yaml: text, resolver: .basic).singleRoot() else {
            return (try YAMLFile.decode(TopicsFile.self, from: bytes, path: path), [])
        }
        var fields = Fields(root)
        let file = TopicsFile(&fields)
        guard fields.areSound else { return (try YAMLFile.decode(TopicsFile.self, from: bytes, path: path), []) }
        let lines = fields.lines(ofListed: "topics")
        var seen: Set<String> = []
        var problems = fields.unknown.map { $0.problem(in: path) }
        for (entry, line) in zip(file.topics, lines) {
            func note(_ message: String) {
                problems.append(CorpusProblem(kind: .entry, file: path, line: line, message: message))
            }
            if !seen.insert(entry.id).inserted {
                note("topic “\(entry.id)” stands twice; its row shows the first only")
            }
            let terms = [entry.evidence.zh, entry.evidence.en].compactMap(\.self)
            if terms.allSatisfy({ ($0.strong ?? []).isEmpty && ($0.weak ?? []).isEmpty }) {
                note("topic “\(entry.id)” has no words to be found by, strong or weak; nothing can be told of it")
            }
        }
        return (file, problems.sorted { $0.line < $1.line })
    }

    fileprivate init(_ fields: inout Fields) {
        topics = fields.list("topics") { Entry(&$0) }
    }
}

extension TopicsFile.Entry {
    fileprivate init(_ fields: inout Fields) {
        id = fields.needed("id")
        zh = fields.needed("zh")
        en = fields.needed("en")
        definition = fields.needed("definition")
        evidence = fields.nested("evidence") { TopicsFile.Evidence(&$0) } ?? fields.missing(TopicsFile.Evidence())
    }
}

extension TopicsFile.Evidence {
    fileprivate init(_ fields: inout Fields) {
        zh = fields.nested("zh") { TopicsFile.Terms(&$0) }
        en = fields.nested("en") { TopicsFile.Terms(&$0) }
    }
}

extension TopicsFile.Terms {
    fileprivate init(_ fields: inout Fields) {
        strong = fields.texts("strong")
        weak = fields.texts("weak")
        against = fields.texts("against")
    }
}

/// A field that has no meaning where it stands.
private struct UnknownField {
    let name: String
    let line: Int
    /// The fields that have one there.
    let known: Set<String>

    func problem(in path: String) -> CorpusProblem {
        CorpusProblem(
            kind: .field, file: path, line: line,
            message: "“\(name)” is no field here and is not read; there are \(known.sorted().joined(separator: ", "))")
    }
}

/// The fields of a mapping, and whether all that was asked for was there in the form it was asked for.
private struct Fields {
    private(set) var areSound: Bool
    private let nodes: [(name: String, line: Int, node: Node)]
    private var asked: Set<String> = []
    private var unknownInside: [UnknownField] = []

    init(_ node: Node) {
        areSound = node.mapping != nil
        nodes =
            node.mapping?.compactMap { key, value in
                key.scalar.map { ($0.string, key.mark?.line ?? 1, value) }
            } ?? []
    }

    /// The fields that were not asked for, those of mappings inside too, in the order of their lines.
    var unknown: [UnknownField] {
        let own = nodes.filter { !asked.contains($0.name) }
        return (own.map { UnknownField(name: $0.name, line: $0.line, known: asked) } + unknownInside)
            .sorted { $0.line < $1.line }
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

    /// A list of texts; nil where there is none or a null.
    mutating func texts(_ name: String) -> [String]? {
        guard let node = node(name) else { return nil }
        guard let list = node.sequence else { return missing(nil) }
        let texts = list.compactMap { $0.scalar?.string }
        return texts.count == list.count ? texts : missing(nil)
    }

    /// The lines on which the entries of a list begin.
    func lines(ofListed name: String) -> [Int] {
        nodes.first { $0.name == name }?.node.sequence?.map { $0.mark?.line ?? 1 } ?? []
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
        unknownInside += fields.unknown
        return value
    }

    private mutating func node(_ name: String) -> Node? {
        asked.insert(name)
        guard let node = nodes.first(where: { $0.name == name })?.node, node.null == nil else { return nil }
        return node
    }
}
