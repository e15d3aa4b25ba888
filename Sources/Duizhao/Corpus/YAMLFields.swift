import Yams

/// The fields of a mapping in a file that people write, read one after the other: what is not as it should be is noted with
/// its line, and so are fields that nobody asked for.
struct YAMLFields {
    /// What is wrong, in the order in which it was found.
    private(set) var faults: [YAMLFault] = []
    /// The lines on which the fields stand.
    let lines: FieldLines
    private let nodes: [(name: String, line: Int, node: Node)]
    private var asked: Set<String> = []
    private var unknownInside: [UnknownField] = []

    /// Reads a whole file as one mapping. Throws `SurroundingsError` with the line of the first thing that is wrong.
    static func read<Value>(
        _ bytes: [UInt8], path: String, _ read: (inout YAMLFields) -> Value
    ) throws -> (Value, YAMLFields) {
        guard let root = try YAMLFile.root(bytes, path: path) else {
            throw SurroundingsError("\(path):1: is empty")
        }
        var fields = YAMLFields(root)
        let value = read(&fields)
        fields.nameUnknownBesideLacking()
        if let fault = fields.faults.min(by: { $0.line < $1.line }) {
            throw SurroundingsError("\(path):\(fault.line): \(fault.message)")
        }
        return (value, fields)
    }

    private init(_ node: Node) {
        let line = node.mark?.line ?? 1
        let pairs = node.mapping.map(Self.merged)
        nodes =
            pairs?.compactMap { key, value in
                key.scalar.map { ($0.string, key.mark?.line ?? line, value) }
            } ?? []
        lines = FieldLines(start: line, fields: nodes.map { ($0.name, $0.line) })
        if pairs == nil { note(line, "fields are expected here, each “name: value”") }
    }

    /// The pairs of a mapping with those of the mappings it merges (`<<`, YAML 1.1), which give way to its own.
    private static func merged(_ mapping: Node.Mapping) -> [(Node, Node)] {
        var pairs = mapping.filter { $0.key.scalar?.string != "<<" }.map { ($0.key, $0.value) }
        for (key, value) in mapping where key.scalar?.string == "<<" {
            for source in value.sequence.map(Array.init) ?? [value] {
                for pair in source.mapping.map(merged) ?? []
                where !pairs.contains(where: { $0.0.scalar?.string == pair.0.scalar?.string }) {
                    pairs.append(pair)
                }
            }
        }
        return pairs
    }

    /// The fields that were not asked for, those of mappings inside too, in the order of their lines.
    var unknown: [UnknownField] { (ownUnknown + unknownInside).sorted { $0.line < $1.line } }

    private var ownUnknown: [UnknownField] {
        nodes.filter { !asked.contains($0.name) }.map {
            UnknownField(name: $0.name, line: $0.line, known: asked)
        }
    }

    /// Text; nil where there is none or a null.
    mutating func text(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        guard let scalar = node.scalar else { return wrong(name, "is no text", nil) }
        return scalar.string
    }

    /// Text that must be there.
    mutating func needed(_ name: String) -> String {
        guard node(name) != nil else { return lacking(name, "") }
        return text(name) ?? ""
    }

    /// A mapping; nil where there is none or a null.
    mutating func nested<Value>(_ name: String, _ read: (inout YAMLFields) -> Value) -> Value? {
        guard let node = node(name) else { return nil }
        guard node.mapping != nil else { return wrong(name, "has no fields of its own, each “name: value”", nil) }
        return value(node, read)
    }

    /// A list of mappings that must be there.
    mutating func list<Value>(_ name: String, _ read: (inout YAMLFields) -> Value) -> [Value] {
        guard let node = node(name) else { return lacking(name, []) }
        guard let list = node.sequence else { return wrong(name, "is no list, each entry behind “- ”", []) }
        return list.map { value($0, read) }
    }

    /// A list of texts; nil where there is none or a null.
    mutating func texts(_ name: String) -> [String]? {
        guard let node = node(name) else { return nil }
        let texts = node.sequence.map { $0.map(\.scalar?.string) }
        guard let texts, texts.allSatisfy({ $0 != nil }) else { return wrong(name, "is no list of words", nil) }
        return texts.compactMap(\.self)
    }

    /// The lines on which the entries of a list begin.
    func lines(ofListed name: String) -> [Int] {
        nodes.first { $0.name == name }?.node.sequence?.map { $0.mark?.line ?? 1 } ?? []
    }

    /// Notes that a field which must be there is not.
    mutating func lacking<Value>(_ name: String, _ value: Value) -> Value {
        faults.append(YAMLFault(line: lines.start, message: "“\(name)” is missing", isLacking: true))
        return value
    }

    private mutating func wrong<Value>(_ name: String, _ message: String, _ value: Value) -> Value {
        note(lines[name], "“\(name)” \(message)")
        return value
    }

    private mutating func note(_ line: Int, _ message: String) {
        faults.append(YAMLFault(line: line, message: message, isLacking: false))
    }

    private mutating func value<Value>(_ node: Node, _ read: (inout YAMLFields) -> Value) -> Value {
        var fields = YAMLFields(node)
        let value = read(&fields)
        fields.nameUnknownBesideLacking()
        faults += fields.faults
        unknownInside += fields.unknown
        return value
    }

    /// A field that is missing may be there under another name.
    private mutating func nameUnknownBesideLacking() {
        let names = ownUnknown.map { "“\($0.name)”" }
        guard !names.isEmpty else { return }
        for index in faults.indices where faults[index].isLacking && faults[index].line == lines.start {
            faults[index].message +=
                "; \(names.joined(separator: ", ")), which \(names.count == 1 ? "stands" : "stand") there, "
                + "\(names.count == 1 ? "is no field" : "are no fields")"
            faults[index].isLacking = false
        }
    }

    private mutating func node(_ name: String) -> Node? {
        asked.insert(name)
        guard let node = nodes.first(where: { $0.name == name })?.node, node.null == nil else { return nil }
        return node
    }
}

/// Something in a file that is not as it should be.
struct YAMLFault {
    /// Its line, from 1.
    let line: Int
    var message: String
    /// True where a field is missing, until the fields that stand there instead are named.
    fileprivate(set) var isLacking: Bool
}

/// The lines on which the fields of a mapping stand.
struct FieldLines {
    /// The line on which the mapping begins, from 1.
    let start: Int
    private let fields: [String: Int]

    init(start: Int, fields: [(String, Int)]) {
        self.start = start
        self.fields = Dictionary(fields) { first, _ in first }
    }

    /// The line of a field; that of the mapping where it has no such field.
    subscript(name: String) -> Int { fields[name] ?? start }
}

/// A field that has no meaning where it stands.
struct UnknownField {
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

/// Composes YAML; what is wrong becomes one line with its position.
enum YAMLFile {
    /// The value a file holds, nil where it holds none. Throws `SurroundingsError`.
    static func root(_ bytes: [UInt8], path: String) throws -> Node? {
        let text = String(decoding: try SideFile.text(bytes, path: path), as: UTF8.self)
        do {
            let root = try Parser(yaml: text, resolver: .basic).singleRoot()
            return root?.null == nil ? root : nil
        } catch let error as YamlError {
            throw SurroundingsError("\(path)\(position(error)): not readable as YAML: \(problem(error))")
        }
    }

    /// `:3:4`, where the parser tells a place.
    private static func position(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            ":\(mark.line):\(mark.column)"
        case .duplicatedKeysInMapping(_, let context): ":\(context.mark.line):\(context.mark.column)"
        default: ""
        }
    }

    private static func problem(_ error: YamlError) -> String {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            (context.map { "\($0.text), " } ?? "") + problem
        case .duplicatedKeysInMapping(let keys, _):
            "“\(keys.first ?? "")” stands twice in the fields that begin here"
        default: error.description.split(whereSeparator: \.isNewline).prefix(2).joined(separator: " ")
        }
    }
}
