/// What one part of a package refers to (ECMA-376 part 2, §9.3): the parts behind the ids that its XML uses.
struct PackageRelationships {
    /// One reference.
    struct Relationship {
        /// Last word of the type: `officeDocument`, `styles`, `aFChunk` …; transitional and strict types end alike.
        let kind: String
        /// Name of the part it leads to; nil where it leads out of the package.
        let part: String?
    }

    private(set) var byId: [String: Relationship] = [:]
    private var ids: [String] = []

    /// The first reference of a kind that leads to a part.
    func part(of kind: String) -> String? { parts(of: kind).first }

    /// All parts of a kind, in the order in which they are named.
    func parts(of kind: String) -> [String] {
        ids.compactMap { byId[$0] }.filter { $0.kind == kind }.compactMap(\.part)
    }

    mutating func add(id: String, _ relationship: Relationship) {
        guard byId[id] == nil else { return }
        byId[id] = relationship
        ids.append(id)
    }

    /// Name of the part in which the references of `part` stand: `word/document.xml` → `word/_rels/document.xml.rels`.
    static func name(for part: String) -> String {
        let path = part.split(separator: "/").map(String.init)
        return (path.dropLast() + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
    }

    /// The part a target names, seen from `part`; `..` leads no further than to the root of the package.
    static func resolve(_ target: String, from part: String) -> String {
        var path: [Substring] = target.hasPrefix("/") ? [] : part.split(separator: "/").dropLast()
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = path.popLast()
            default: path.append(step)
            }
        }
        return path.joined(separator: "/")
    }
}

/// Reads a part `.rels`.
final class RelationshipsReader: XMLConsumer {
    private let part: String
    private(set) var relationships = PackageRelationships()
    var hasEnough: Bool { false }

    /// Reads the references of `part`; the empty name stands for the package itself.
    init(of part: String) { self.part = part }

    func wantsAttributes(of name: XMLName) -> Bool { name.local == "Relationship" }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name.vocabulary == .packageRelationships, name.local == "Relationship", let id = attributes["Id"],
            let type = attributes["Type"], let target = attributes["Target"]
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        let isInside = attributes["TargetMode"] != "External"
        relationships.add(
            id: id, .init(kind: kind, part: isInside ? PackageRelationships.resolve(target, from: part) : nil))
    }

    func close(_ name: XMLName) {}
    func text(_ bytes: [UInt8]) {}
}

/// Reads `[Content_Types].xml`: the media type of each part, in lower case.
final class ContentTypesReader: XMLConsumer {
    private var byPart: [String: String] = [:]
    private var byEnding: [String: String] = [:]
    var hasEnough: Bool { false }

    func wantsAttributes(of name: XMLName) -> Bool { name.vocabulary == .contentTypes }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name.vocabulary == .contentTypes, let type = attributes["ContentType"]?.lowercased() else { return }
        if name.local == "Override", let part = attributes["PartName"] {
            byPart[PackageRelationships.resolve(part, from: "").lowercased()] = type
        } else if name.local == "Default", let ending = attributes["Extension"] {
            byEnding[ending.lowercased()] = type
        }
    }

    func close(_ name: XMLName) {}
    func text(_ bytes: [UInt8]) {}

    /// The media type of a part; empty where none is stated.
    func type(of part: String) -> String {
        let name = part.lowercased()
        if let type = byPart[name] { return type }
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        return byEnding[ending] ?? ""
    }

    /// The first part of a type, by name.
    func part(ofType isWanted: (String) -> Bool) -> String? {
        byPart.filter { isWanted($0.value) }.keys.min()
    }
}
