import Foundation
import RegulationModel
import Testing

@testable import RegulationParser

/// Files made to exhaust a computer or to reach out of themselves.
@Suite("Safety of packages") struct PackageSafetyTests {
    private static let longest = Duration.seconds(5)

    private func parse(
        _ bytes: [UInt8], _ name: String = "bomb.docx", _ change: (inout ReadingLimits) -> Void = { _ in }
    ) -> Regulation {
        var options = ReadingOptions()
        change(&options.limits)
        let clock = ContinuousClock()
        var regulation: Regulation?
        let time = clock.measure {
            regulation = RegulationParser.parse(bytes, name: name, id: "bomb", options: options)
        }
        #expect(time < Self.longest)
        return regulation ?? RegulationParser.parse([], name: name, id: "bomb")
    }

    private func expectRefused(_ regulation: Regulation, _ id: DiagnosticID, _ word: String) {
        #expect(regulation.source.bytes.isEmpty)
        #expect(regulation.diagnostics.map(\.id) == [id])
        #expect(regulation.diagnostics.first?.message.contains(word) == true)
    }

    private func word(_ document: [UInt8]) -> [UInt8] {
        let rest = WordFile(body: "").entries.filter { $0.name != "word/document.xml" }
        return ZipFile.bytes(rest + [("word/document.xml", document)])
    }

    @Test func refusesAPartThatExpandsWithoutEnd() {
        let bomb = word([UInt8](repeating: 0x20, count: 40 * 1024 * 1024))
        #expect(bomb.count < 100_000)
        expectRefused(parse(bomb), .formatLimit, "200 times")
    }

    @Test func refusesPartsThatTogetherAreTooLarge() {
        let file = word(Array("<a>".utf8) + [UInt8](repeating: 0x20, count: 300_000))
        expectRefused(parse(file) { $0.largestPackage = 200_000 }, .formatLimit, "MB")
    }

    @Test func refusesTooManyEntries() {
        let entries = (0..<60).map { ("word/\($0).xml", [UInt8]()) }
        expectRefused(parse(ZipFile.bytes(entries)) { $0.mostEntries = 50 }, .formatLimit, "50 entries")
    }

    @Test func keepsWhatStandsAboveTooDeepNesting() {
        let body = "<w:p><w:r><w:t>第一条　路灯。</w:t></w:r></w:p>"
        let deep = String(repeating: "<w:sdt>", count: 10_000) + String(repeating: "</w:sdt>", count: 10_000)
        let regulation = parse(WordFile(body: body + deep).bytes)
        #expect(regulation.articles.count == 1)
        #expect(regulation.diagnostics.contains { $0.id == .formatCutOff && $0.message.contains("deeper") })
    }

    @Test func readsNoMoreElementsThanAllowed() {
        let body = "<w:p><w:r><w:t>第一条　路灯。</w:t></w:r></w:p>" + String(repeating: "<w:p/>", count: 1_000)
        let regulation = parse(WordFile(body: body).bytes) { $0.mostElements = 500 }
        #expect(regulation.articles.count == 1)
        #expect(regulation.diagnostics.contains { $0.id == .formatCutOff && $0.message.contains("more elements") })
    }

    @Test func refusesATagWithAttributesWithoutEnd() {
        let attributes = (0..<100_000).map { "a\($0) = '1'" }.joined(separator: " ")
        let akn = "<akomaNtoso \(attributes)><act/></akomaNtoso>"
        expectRefused(parse(Array(akn.utf8), "bomb.xml"), .formatLimit, "attributes")
    }

    @Test func cutsTextThatIsTooLong() {
        let body = String(repeating: "<w:p><w:r><w:t>路灯路灯路灯</w:t></w:r></w:p>", count: 1_000)
        let regulation = parse(WordFile(body: body).bytes) { $0.largestText = 1_000 }
        #expect(regulation.source.bytes.count <= 1_000)
        #expect(Soundness(regulation).faults == [])
        #expect(regulation.diagnostics.contains { $0.id == .formatLimit })
    }

    @Test func expandsNoEntityAndFetchesNothing() throws {
        let secret = FileManager.default.temporaryDirectory.appending(path: "duizhao-\(UUID().uuidString)")
        try Data("第一条　秘密。".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let lines = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }
        let types = [
            "[<!ENTITY l0 \"lol\">\(lines.joined())]", "[<!ENTITY l9 SYSTEM \"\(secret.absoluteString)\">]",
            "SYSTEM \"\(secret.absoluteString)\"", "[<!ENTITY % p SYSTEM \"\(secret.absoluteString)\"> %p;]",
        ]
        for type in types {
            let root = "<akomaNtoso a=\"&l9;\"><p>&l9;</p></akomaNtoso>"
            let akn = "<?xml version=\"1.0\"?><!DOCTYPE akomaNtoso \(type)>\(root)"
            expectRefused(parse(Array(akn.utf8), "bomb.xml"), .formatUnread, "document type")
            let other = "<?xml version=\"1.0\"?><!DOCTYPE lolz \(type)><lolz>&l9;</lolz>"
            expectRefused(parse(Array(other.utf8), "bomb.xml"), .formatUnread, "document type")
            let part = "<?xml version=\"1.0\"?><!DOCTYPE d \(type)><d>&l9;</d>"
            expectRefused(parse(word(Array(part.utf8))), .formatUnread, "document type")
        }
    }

    @Test func aDocumentTypeInUTF16IsSeenToo() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE d [<!ENTITY a \"b\">]><d>&a;</d>"
        let bytes: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        expectRefused(parse(word(bytes)), .formatUnread, "document type")
    }

    @Test func namesInArchivesAreNoPaths() {
        let chunk =
            "<?xml version=\"1.0\"?><Relationships "
            + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"a\" Type=\"x/aFChunk\" Target=\"../../../../../etc/hostname\"/>"
            + "<Relationship Id=\"b\" Type=\"x/aFChunk\" Target=\"file:///etc/hostname\" TargetMode=\"External\"/>"
            + "</Relationships>"
        let body = "<w:altChunk r:id=\"a\"/><w:altChunk r:id=\"b\"/><w:p><w:r><w:t>第一条　路灯。</w:t></w:r></w:p>"
        let entries = WordFile(body: body).entries.filter { !$0.name.hasSuffix("document.xml.rels") }
        let regulation = parse(ZipFile.bytes(entries + [("word/_rels/document.xml.rels", Array(chunk.utf8))]))
        #expect(regulation.articles.count == 1)
        #expect(regulation.diagnostics.filter { $0.id == .formatPart }.count == 2)
    }

    @Test func documentsInDocumentsEnd() {
        var inner = WordFile(body: "<w:p><w:r><w:t>路灯</w:t></w:r></w:p>").bytes
        for _ in 0..<6 {
            let outer = WordFile("---- document.xml\n<w:altChunk r:id=\"chunk.docx\"/>\n---- chunk.docx")
            let entries = outer.entries.map { $0.name == "word/chunk.docx" ? ($0.name, inner) : ($0.name, $0.bytes) }
            inner = ZipFile.bytes(entries)
        }
        let regulation = parse(inner)
        #expect(regulation.diagnostics.contains { $0.id == .formatPart && $0.message.contains("too many documents") })
    }

    // MARK: Damage

    /// Damage to the XML inside of an archive reaches its reader; damage to the archive mostly ends at its sums.
    @Test func survivesDamageInsideOfTheArchive() {
        var random = SeededGenerator(seed: 20_210_901)
        let file = CaseFile.all.filter { $0.header.contains("package: word") }
        for one in file {
            for _ in 0..<15 {
                let entries = WordFile(one.inputBlock).entries.map { entry in
                    let variants = Variants(bytes: entry.bytes)
                    let isHit = Bool.random(using: &random)
                    return (entry.name, isHit ? variants.withFlippedBytes(using: &random) : entry.bytes)
                }
                let regulation = RegulationParser.parse(ZipFile.bytes(entries), name: "d.docx", id: "d")
                #expect(Soundness(regulation).faults == [], "\(one.testDescription)")
            }
        }
    }

    @Test func survivesElementsInWrongPlaces() {
        var random = SeededGenerator(seed: 7)
        for one in CaseFile.all where one.url.path.contains("/Packages/") && one.inputBlock.contains("akomaNtoso") {
            let tags = Self.tags(one.inputBlock)
            for _ in 0..<200 {
                let shuffled = tags.indices.map { index in
                    let isHit = Int.random(in: 0..<8, using: &random) == 0
                    return isHit ? tags[Int.random(in: tags.indices, using: &random)] : tags[index]
                }
                let regulation = RegulationParser.parse(Array(shuffled.joined().utf8), name: "d.xml", id: "d")
                #expect(Soundness(regulation).faults == [], "\(shuffled.joined())")
            }
        }
    }

    /// Elements given new names keep the document well-formed, so that all of it is read.
    @Test func survivesElementsOfOtherNames() {
        var random = SeededGenerator(seed: 11)
        let names = [
            "article", "section", "paragraph", "point", "list", "num", "heading", "p", "content", "wrapUp", "intro",
            "td",
            "tr", "quotedStructure", "preface", "docTitle", "ins", "del", "authorialNote", "attachments", "chapter",
            "br",
            "meta", "container", "hcontainer", "b",
        ]
        for one in CaseFile.all where one.url.path.contains("/Packages/akn") {
            let used = Set(Self.tags(one.inputBlock).compactMap(Self.name)).subtracting(["akomaNtoso"]).sorted()
            for _ in 0..<200 {
                var text = one.inputBlock
                for name in used where Int.random(in: 0..<4, using: &random) == 0 {
                    let other = names.randomElement(using: &random) ?? "p"
                    for (opening, closing) in [("<", " "), ("<", ">"), ("</", ">")] {
                        text = text.replacingOccurrences(of: opening + name + closing, with: opening + other + closing)
                    }
                }
                let regulation = RegulationParser.parse(Array(text.utf8), name: "d.xml", id: "d")
                #expect(Soundness(regulation).faults == [], "\(text)")
            }
        }
    }

    private static func name(_ tag: String) -> String? {
        guard tag.hasPrefix("<") else { return nil }
        let name = tag.dropFirst().prefix { $0.isLetter }
        return name.isEmpty ? nil : String(name)
    }

    /// A text cut before and behind each tag.
    private static func tags(_ text: String) -> [String] {
        var pieces: [String] = [""]
        for character in text {
            if character == "<" { pieces.append("") }
            pieces[pieces.count - 1].append(character)
            if character == ">" { pieces.append("") }
        }
        return pieces
    }
}
