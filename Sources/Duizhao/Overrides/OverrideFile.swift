import ProvisionAlignment
import RegulationModel
import Yams

/// A file of decisions as it is written: `decisions:` and a list of entries. Each field is checked; what is wrong is
/// named with its line, and the entry is not used.
struct OverrideFile {
    private(set) var overrides: [Override] = []
    private(set) var problems: [CorpusProblem] = []
    private let path: String

    /// The fields of an entry; all but `link`, `unlink`, `relation` and `note` must be there.
    private static let fields: Set<String> = [
        "link", "unlink", "relation", "base", "baseProvision", "other", "otherProvision", "note", "author", "date",
    ]
    /// What can be decided of two provisions that answer each other.
    private static let relations: [Relation] = [.same, .changed, .split, .merged, .moved]

    /// Reads a file; throws where it is no YAML.
    init(_ bytes: [UInt8], path: String) throws {
        self.path = path
        guard let root = try YAMLFile.root(bytes, path: path) else { return }
        guard let mapping = root.mapping, mapping.count == 1, let list = mapping["decisions"] else {
            report(root, "the file holds something else than one list “decisions”")
            return
        }
        guard let entries = list.sequence else {
            if list.null == nil { report(list, "“decisions” is no list") }
            return
        }
        for entry in entries { read(entry) }
    }

    private mutating func report(_ node: Node, _ message: String) {
        problems.append(
            CorpusProblem(kind: .overrideEntry, file: path, line: node.mark?.line ?? 1, message: message))
    }

    private mutating func read(_ entry: Node) {
        guard let mapping = entry.mapping else { return report(entry, "an entry is no list of fields") }
        let before = problems.count
        for (key, _) in mapping where !Self.fields.contains(key.string ?? "") {
            report(key, "“\(key.string ?? "")” is no field of a decision; there are \(Self.fields.sorted().list)")
        }
        let action = action(mapping, entry)
        let base = place("base", mapping, entry)
        let other = place("other", mapping, entry)
        let author = text("author", mapping, entry)
        let date = date(mapping, entry)
        let note = mapping["note"].map { $0.null == nil ? string($0, "note") ?? "" : "" } ?? ""
        if let base, let other, base.document == other.document {
            report(entry, "both provisions are of “\(base.document)”; a decision is about two documents")
        }
        guard problems.count == before, let action, let base, let other, let author, let date else { return }
        overrides.append(
            Override(
                action: action, base: base, other: other,
                decision: LinkOrigin.Decision(author: author, date: date, note: note), file: path,
                line: entry.mark?.line ?? 1))
    }

    // MARK: Fields

    /// Exactly one of `link`, `unlink: true` and `relation`; or `link` with `relation`.
    private mutating func action(_ mapping: Node.Mapping, _ entry: Node) -> Override.Action? {
        let relation = mapping["relation"].flatMap { choice($0, "relation", Self.relations) }
        let strength = mapping["link"].flatMap { choice($0, "link", LinkStrength.allCases) }
        switch (mapping["link"] != nil, mapping["unlink"], mapping["relation"] != nil) {
        case (true, nil, _): return strength.map { .link($0, relation) }
        case (false, nil, true): return relation.map { .relation($0) }
        case (false, let unlink?, false):
            guard unlink.bool == true else {
                report(unlink, "“unlink” has the value true or is left out")
                return nil
            }
            return .unlink
        default:
            report(entry, "an entry has “link”, “unlink” or “relation”; only “link” and “relation” can stand together")
            return nil
        }
    }

    private mutating func choice<Choice: RawRepresentable>(
        _ node: Node, _ field: String, _ choices: [Choice]
    ) -> Choice? where Choice.RawValue == String {
        if let word = node.string, let choice = choices.first(where: { $0.rawValue == word }) { return choice }
        report(node, "“\(field)” is none of \(choices.map(\.rawValue).list)")
        return nil
    }

    private mutating func place(_ side: String, _ mapping: Node.Mapping, _ entry: Node) -> Override.Place? {
        let document = text(side, mapping, entry)
        let provision = text(side + "Provision", mapping, entry)
        guard let document, let provision else { return nil }
        return Override.Place(document: document, provision: EId(provision))
    }

    private mutating func text(_ field: String, _ mapping: Node.Mapping, _ entry: Node) -> String? {
        guard let node = mapping[field], node.null == nil else {
            report(entry, "the entry lacks “\(field)”")
            return nil
        }
        guard let text = string(node, field) else { return nil }
        guard !text.isEmpty else {
            report(node, "“\(field)” is empty")
            return nil
        }
        return text
    }

    /// The text of a field in one line: it is shown in tables.
    private mutating func string(_ node: Node, _ field: String) -> String? {
        guard let scalar = node.scalar?.string else {
            report(node, "“\(field)” is no text")
            return nil
        }
        return scalar.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func date(_ mapping: Node.Mapping, _ entry: Node) -> CalendarDate? {
        guard let text = text("date", mapping, entry) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        report(mapping["date"] ?? entry, "“\(text)” is no date YYYY-MM-DD")
        return nil
    }
}

// MARK: - Writing

extension OverrideFile {
    /// Decisions as a file of their own; reading it gives them back.
    static func text(_ overrides: [Override]) -> String {
        guard !overrides.isEmpty else { return "decisions: []\n" }
        return "decisions:\n" + overrides.map(entry).joined()
    }

    private static func entry(_ override: Override) -> String {
        var fields: [(String, String)] = []
        switch override.action {
        case .link(let strength, let relation):
            fields.append(("link", strength.rawValue))
            if let relation { fields.append(("relation", relation.rawValue)) }
        case .unlink: fields.append(("unlink", "true"))
        case .relation(let relation): fields.append(("relation", relation.rawValue))
        }
        fields += [
            ("base", quoted(override.base.document)), ("baseProvision", override.base.provision.text),
            ("other", quoted(override.other.document)), ("otherProvision", override.other.provision.text),
        ]
        if !override.decision.note.isEmpty { fields.append(("note", quoted(override.decision.note))) }
        fields += [("author", quoted(override.decision.author)), ("date", quoted(override.decision.date.text))]
        let lines = fields.map { "\($0): \($1)\n" }
        return "  - " + lines.joined(separator: "    ")
    }

    /// A text in double quotes, signs that YAML does not print escaped.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFEFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension CalendarDate {
    /// A date written YYYY-MM-DD; nil for anything else.
    public init?(iso text: String) {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = fields.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        guard fields.map(\.count) == [4, 2, 2], isDigits else { return nil }
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}

extension [String] {
    /// `a, b, c`
    fileprivate var list: String { joined(separator: ", ") }
}
