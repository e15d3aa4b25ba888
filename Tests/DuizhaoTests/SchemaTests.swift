import Duizhao
import Foundation
import Testing

@Suite("Published JSON schemas")
struct SchemaTests {
    private static let names = [
        "regulation", "alignment", "difference", "matrix", "evaluation", "parameters", "upper-act", "commonality",
        "search", "family",
    ]

    private func schema(_ name: String) throws -> JSONSchema {
        try JSONSchema(try Checkout.text("Sources/Duizhao/Duizhao.docc/Resources/\(name).schema.json"))
    }

    /// A small text that has nearly everything the contract speaks of.
    private static let sample = StandaloneText.witness(
        Array(
            """
            某市管理办法
            第一章 总则
            第一条 为了管理，制定本办法。
            第二条 下列工作：
            （一）甲；
            1. 子；
            2. 丑。
            （三）乙。
            第二条 又。
            第三条 本办法自2021年13月1日起施行。《某市试行办法》同时废止。
            """.utf8), name: "sample.txt")

    @Test func textsOfTheCorpusAreAsDescribed() throws {
        let schema = try schema("regulation")
        for witness in try Checkout.corpus.get().witnesses {
            #expect(schema.faults(of: try JSONValue(render(witness, as: .json))).prefix(3) == [], "\(witness.id)")
            let alone = try TextFile.read(Checkout.corpusFolder + "/" + witness.file)
            let value = try JSONValue(render(StandaloneText.witness(alone, name: witness.file), as: .jsonl))
            #expect(schema.faults(of: value).prefix(3) == [], "\(witness.id) outside of the corpus")
            let bare = try JSONValue(render(witness.regulation, as: .json))
            #expect(schema.faults(of: bare).prefix(3) == [], "\(witness.id) without a witness")
        }
    }

    /// The matrices of the base; those of the other texts are left to `Tests/Referees/json-schemas`.
    @Test(arguments: Matrix.RowKind.allCases)
    func matricesAreAsDescribed(_ kind: Matrix.RowKind) throws {
        let corpus = try Checkout.corpus.get()
        let comparison = Comparison(corpus.witnesses, base: corpus.base ?? 0, corpus: corpus)
        let matrix = try #require(comparison.matrix(kind))
        let value = try JSONValue(render(matrix, as: .json))
        #expect(try schema("matrix").faults(of: value).prefix(3) == [], "\(matrix.id)")
    }

    @Test func parametersAreAsDescribed() throws {
        let corpus = try Checkout.corpus.get()
        let table = Comparison(corpus.witnesses, base: corpus.base ?? 0, corpus: corpus).parameters()
        let value = try JSONValue(render(table, as: .json))
        let schema = try schema("parameters")
        #expect(schema.faults(of: value).prefix(3) == [])
        let codes = schema.objects["parameter"]?["properties"]?["attribute"]?["enum"]?.items ?? []
        #expect(codes.compactMap(\.text) == ParameterAttribute.allCases.map(\.rawValue))
    }

    @Test func upperActsAndCommonGroundAreAsDescribed() throws {
        let corpus = try Checkout.corpus.get()
        let comparison = Comparison(corpus.witnesses, base: corpus.base ?? 0, corpus: corpus)
        let tables = try JSONValue(render(comparison.upperActs(), as: .json))
        #expect(try schema("upper-act").faults(of: tables).prefix(3) == [])
        let kinds = try schema("upper-act").objects["finding"]?["properties"]?["kind"]?["enum"]?.items ?? []
        #expect(kinds.compactMap(\.text) == ImplementationKind.allCases.map(\.rawValue))
        let common = try JSONValue(render(try #require(comparison.commonality()), as: .json))
        #expect(try schema("commonality").faults(of: common).prefix(3) == [])
    }

    @Test(arguments: [Level.article, .paragraph, .point])
    func alignmentsAreAsDescribed(_ level: Level) throws {
        let corpus = try Checkout.corpus.get()
        let texts = try ["jilin", "lianyungang"].map { corpus.witnesses[try #require(corpus.index(of: $0))] }
        let found = Comparison(texts, base: 0, corpus: corpus).alignment(0, 1, level: level)
        let date = try #require(CalendarDate(iso: "2026-03-01"))
        let decision = LinkOrigin.Decision(author: "Wang Fang", date: date, note: "")
        let first = try #require(found.links.first)
        let decided = Link(
            base: first.base, other: first.other, strength: .main, relation: .same, score: 1, reasons: [decision.text],
            origin: .decided(decision))
        let alignment = Alignment(
            base: found.base, other: found.other, level: level, links: [decided] + found.links.dropFirst(),
            parted: [PartedPair(base: first.other, other: first.base, decision: decision)])
        let text = render(alignment, base: texts[0].regulation, other: texts[1].regulation, as: .json)
        #expect(try schema("alignment").faults(of: try JSONValue(text)).prefix(3) == [])
    }

    @Test(arguments: [["jilin", "jiangsu"], ["lianyungang", "jiangsu"], ["jilin", "shanghai"]])
    func differencesAreAsDescribed(_ ids: [String]) throws {
        let corpus = try Checkout.corpus.get()
        let texts = try ids.map { corpus.witnesses[try #require(corpus.index(of: $0))] }
        let differences = Comparison(texts, base: 0, corpus: corpus).differences(0, 1)
        #expect(!differences.groups.isEmpty)
        for layout in [DifferenceLayout(), DifferenceLayout(showsChangesOnly: true)] {
            let value = try JSONValue(render(differences, as: .json, layout: layout))
            #expect(try schema("difference").faults(of: value).prefix(3) == [])
        }
    }

    @Test(arguments: names)
    func objectsAreStrictAndEveryFieldIsWrittenAndExplained(_ name: String) throws {
        let objects = try schema(name).objects
        #expect(objects.count >= 5)
        for (object, schema) in objects {
            let properties = schema["properties"]?.fields ?? [:]
            #expect(schema["additionalProperties"] == .flag(false), "\(object)")
            #expect(Set((schema["required"]?.items ?? []).compactMap(\.text)) == Set(properties.keys), "\(object)")
            #expect(schema["description"]?.text?.isEmpty == false, "\(object)")
            for (property, rule) in properties {
                #expect(rule["description"]?.text?.isEmpty == false, "\(object).\(property)")
            }
        }
    }

    @Test func closedSetsAreThoseOfTheCode() throws {
        let objects = try schema("regulation").objects
        func values(_ object: String, _ property: String) -> [String] {
            (objects[object]?["properties"]?[property]?["enum"]?.items ?? []).compactMap(\.text)
        }
        #expect(values("part", "kind") == PartKind.allCases.map(\.rawValue))
        #expect(values("regulation", "rank") == Rank.allCases.map(\.rawValue))
        #expect(values("regulation", "authority") == Authority.allCases.map(\.rawValue))
        #expect(values("regulation", "translation") == Translation.allCases.map(\.rawValue))
        #expect(values("jurisdiction", "level") == Jurisdiction.Level.allCases.map(\.rawValue))
        #expect(values("diagnostic", "severity") == Severity.allCases.map(\.rawValue))
        let row = try schema("difference").objects["row"]?["properties"]?["state"]?["enum"]
        #expect((row?.items ?? []).compactMap(\.text) == ComparisonRow.State.allCases.map(\.rawValue))
        let segment = try schema("difference").objects["segment"]?["properties"]?["kind"]?["enum"]
        #expect((segment?.items ?? []).compactMap(\.text) == Segment.Kind.allCases.map(\.rawValue))
        let cell = try #require(try schema("matrix").objects["cell"]?["properties"]?["state"]?["enum"])
        #expect(Set(cell.items.compactMap(\.text)) == Set(CellState.allCases.map(\.rawValue)))
    }

    /// Neither the schema nor the validator lets anything pass: a field more, a field less, or another type is a fault
    /// in every object of a document.
    @Test func everyChangeOfShapeIsAFault() throws {
        let schema = try schema("regulation")
        let value = try JSONValue(render(Self.sample, as: .json))
        #expect(schema.faults(of: value) == [])
        #expect(value["repeals"]?.items.isEmpty == false && value["diagnostics"]?.items.isEmpty == false)
        let changed = Self.changes(of: value)
        #expect(changed.count > 500)
        for (place, change) in changed { #expect(!schema.faults(of: change).isEmpty, "\(place)") }
    }

    /// The value with one change each: a field added to, taken from, or turned into a flag or text in one object.
    private static func changes(of value: JSONValue) -> [(String, JSONValue)] {
        switch value {
        case .object(let fields):
            var changes = [("+ field", JSONValue.object(fields.merging(["surplus": .null]) { $1 }))]
            for (name, field) in fields {
                changes.append(("- \(name)", .object(fields.filter { $0.key != name })))
                let wrong: JSONValue = if case .flag = field { .text("") } else { .flag(true) }
                changes.append(("~ \(name)", .object(fields.merging([name: wrong]) { $1 })))
                changes += self.changes(of: field).map { place, change in
                    ("\(name).\(place)", .object(fields.merging([name: change]) { $1 }))
                }
            }
            return changes
        case .list(let items):
            return items.indices.flatMap { index in
                changes(of: items[index]).map { place, change in
                    var changed = items
                    changed[index] = change
                    return ("[\(index)].\(place)", .list(changed))
                }
            }
        case .null, .flag, .number, .text: return []
        }
    }
}
