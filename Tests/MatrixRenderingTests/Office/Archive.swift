import Foundation
import Testing

@testable import MatrixRendering

/// A zip archive as a reader that is not libzip reads it: the directory at its end, then each entry (APPNOTE 4.3).
struct Archive {
    struct Entry {
        let name: String
        let bytes: [UInt8]
        /// DOS date and time.
        let date: Int
        let time: Int
    }

    let entries: [Entry]

    init(_ bytes: [UInt8]) throws {
        func number(_ offset: Int, _ count: Int) -> Int {
            bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let end = bytes.count - 22
        try #require(number(end, 4) == 0x0605_4B50, "no directory at the end")
        var place = number(end + 16, 4)
        var entries: [Entry] = []
        for _ in 0..<number(end + 10, 2) {
            try #require(number(place, 4) == 0x0201_4B50)
            try #require(number(place + 10, 2) == 0, "an entry is not stored")
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + number(place + 28, 2))], as: UTF8.self)
            let local = number(place + 42, 4)
            let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            let content = Array(bytes[start..<(start + number(place + 24, 4))])
            try #require(Self.checksum(content) == number(place + 16, 4), "\(name)")
            entries.append(
                Entry(name: name, bytes: content, date: number(place + 14, 2), time: number(place + 12, 2)))
            place += 46 + number(place + 28, 2) + number(place + 30, 2) + number(place + 32, 2)
        }
        self.entries = entries
    }

    func text(_ name: String) throws -> String {
        String(decoding: try #require(entries.first { $0.name == name }, "\(name)").bytes, as: UTF8.self)
    }

    func tree(_ name: String) throws -> XMLTree { try XMLTree.read(text(name)) }

    /// CRC-32, bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
        return Int(~rest)
    }
}

/// What every Office document must be, asked of both kinds.
enum OfficeCheck {
    /// Opens a document after checking all that holds for any: parts well-formed, types and relations complete.
    static func open(_ bytes: [UInt8]) throws -> Archive {
        let archive = try Archive(bytes)
        let names = archive.entries.map(\.name)
        #expect(names.first == "[Content_Types].xml")
        #expect(Set(names).count == names.count)
        #expect(archive.entries.allSatisfy { $0.date == 0x21 && $0.time == 0 }, "1980-01-01")
        for name in names { _ = try archive.tree(name) }
        try checkTypes(archive, names)
        for name in names where name.hasSuffix(".rels") { try checkRelations(archive, name, names) }
        let core = try archive.tree("docProps/core.xml")
        #expect(core.children.map(\.name) == ["dc:title", "dc:language"])
        return archive
    }

    private static func checkTypes(_ archive: Archive, _ names: [String]) throws {
        let types = try archive.tree("[Content_Types].xml")
        let overrides = types.at("Override").compactMap { $0.attributes["PartName"] }
        let parts = names.filter { !$0.hasSuffix(".rels") && $0 != "[Content_Types].xml" }
        #expect(Set(overrides) == Set(parts.map { "/" + $0 }))
        #expect(types.at("Default").compactMap { $0.attributes["Extension"] } == ["rels", "xml"])
    }

    /// Every relation leads to a part, and every `r:id` of the part to a relation.
    private static func checkRelations(_ archive: Archive, _ name: String, _ names: [String]) throws {
        let relations = try archive.tree(name).at("Relationship")
        let targets = relations.compactMap { $0.attributes["Target"] }
        #expect(targets.allSatisfy { names.contains($0.hasPrefix("/") ? String($0.dropFirst()) : $0) }, "\(name)")
        let ids = Set(relations.compactMap { $0.attributes["Id"] })
        #expect(ids.count == relations.count)
        guard name != "_rels/.rels" else { return }
        let main = name.replacing("_rels/", with: "").replacing(".rels", with: "")
        let used = try archive.tree(main).all.compactMap { $0.attributes["r:id"] }
        #expect(!used.isEmpty && Set(used).isSubset(of: ids))
    }
}
