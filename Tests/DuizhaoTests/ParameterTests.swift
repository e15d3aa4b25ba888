import Duizhao
import Foundation
import Testing

/// Parameters measured on what a reader noted of the five texts. How rows are matched: `Fixtures/Norms/README.md`.
@Suite("Parameters") struct ParameterTests {
    private static let table = Result {
        let corpus = try Checkout.corpus.get()
        return Comparison(corpus.witnesses, base: corpus.base ?? 0, corpus: corpus).parameters()
    }

    private struct Item: Hashable {
        let key: String
        let value: String

        func answers(_ gold: Item) -> Bool {
            guard gold.value.hasPrefix("~") else { return self == gold }
            return key == gold.key && value.contains(gold.value.dropFirst())
        }
    }

    private func found() throws -> [Item] {
        try Self.table.get().parameters.flatMap { parameter in
            parameter.values.map { value in
                let number = value.provision.article.text.split(separator: "_").last.map(String.init) ?? ""
                return Item(
                    key: "\(value.witness) \(number) \(parameter.attribute.rawValue)", value: value.normalised)
            }
        }
    }

    @Test func valuesAreThoseThatAReaderNoted() throws {
        let gold = Table(try Checkout.text("Tests/Fixtures/Norms/parameters.tsv")).rows.map { row in
            Item(
                key: "\(row["document"] ?? "") \(row["article"] ?? "") \(row["attribute"] ?? "")",
                value: row["value"] ?? "")
        }
        var left = try found()
        var missed: [Item] = []
        var taken: Set<Item> = []
        for item in gold {
            // The gold states twice what one sentence says of two groups.
            if taken.contains(item), !left.contains(where: { $0.answers(item) }) { continue }
            if let at = left.firstIndex(where: { $0.answers(item) }) {
                left.remove(at: at)
                taken.insert(item)
            } else {
                missed.append(item)
            }
        }
        // A value beside the gold is wrong where the gold has another one of the same kind at the same article, unless an
        // article may have several.
        let keys = Set(gold.map(\.key))
        let manifold = ["decider", "responsible", "control", "enumeration"]
        let wrong = left.filter { item in keys.contains(item.key) && !manifold.contains { item.key.hasSuffix($0) } }
        let right = Double(gold.count - missed.count)
        let precision = right / (right + Double(wrong.count))
        let recall = right / Double(gold.count)
        let score = 2 * precision * recall / (precision + recall)
        print(
            "parameters: precision \(precision) recall \(recall) F1 \(score); missed \(missed.map(\.key)); wrong \(wrong)"
        )
        print("parameters beside the gold: \(left.map { "\($0.key) = \($0.value)" })")
        #expect(precision >= 0.95)
        #expect(score >= 0.85)
    }

    @Test func everyValueQuotesItsBytes() throws {
        let table = try Self.table.get()
        for value in table.parameters.flatMap(\.values) where !value.written.contains(" – ") {
            let text = try #require(table.columns.first { $0.id == value.witness }).regulation
            #expect(text.source.flowed([value.span]) == value.written)
            #expect(text.provision(at: value.provision)?.span.contains(value.span) == true)
        }
    }

    @Test func sameAgesDoNotDifferAndOtherListsDo() throws {
        let parameters = try Self.table.get().parameters
        let ages = parameters.filter { $0.attribute == .minimumAge && $0.values.count > 1 }
        #expect(!ages.isEmpty && ages.allSatisfy { !$0.differs })
        let grounds = try #require(parameters.first { $0.values.contains { $0.provision.article.text == "art_21" } })
        #expect(grounds.differs)
        let education = try #require(parameters.first { $0.attribute == .education })
        #expect(education.differs)
    }

    @Test func valuesAreNumbersToReckonWith() throws {
        let table = Self.table(
            """
            第一条 应聘人员应当年满十八周岁。
            第二条 处一千元以上五千元以下罚款。
            第三条 机关应当在三十日内答复。
            第四条 本办法自2021年3月1日起施行。
            """)
        let values = table.parameters.flatMap(\.values)
        func magnitude(_ article: String) throws -> ParameterValue.Magnitude? {
            try #require(
                values.first { $0.provision.article.text == article && $0.magnitude != nil || article == "art_4" }
            )
            .magnitude
        }
        #expect(try magnitude("art_1") == .init(minimum: 18, maximum: nil, unit: "year"))
        #expect(try magnitude("art_2") == .init(minimum: 1000, maximum: 5000, unit: "CNY"))
        #expect(try magnitude("art_3") == .init(minimum: nil, maximum: 30, unit: "day"))
        #expect(values.contains { $0.provision.article.text == "art_4" && $0.normalised == "2021-03-01" })
        #expect(values.allSatisfy { $0.provision.article.text != "art_4" || $0.magnitude == nil })
        let rows = render(table, as: .csv).split(whereSeparator: \.isNewline)
        #expect(
            rows[0].contains(",normalised,minimum,maximum,unit,") && rows.contains { $0.contains(",1000,5000,CNY,") })
    }

    private static func table(_ text: String) -> ParameterTable {
        Comparison([StandaloneText.witness(Array(text.utf8), name: "a.txt")], base: 0, corpus: nil).parameters()
    }

    @Test(arguments: MatrixFormat.allCases) func everyFormatHoldsEveryValue(_ format: MatrixFormat) throws {
        let table = try Self.table.get()
        let text = render(table, as: format)
        for value in table.parameters.flatMap(\.values) where value.normalised.allSatisfy({ $0.isNumber }) {
            #expect(text.contains(value.normalised))
        }
        #expect(text == render(table, as: format))
    }

    @Test func hostileTextStaysText() throws {
        let text = StandaloneText.witness(
            Array("第一条 由<script>alert(1)</script>机关在=1+1三十日内答复|。\n第二条 处\"><img src=x>五元罚款。\n".utf8), name: "=x<y>.txt")
        let table = Comparison([text], base: 0, corpus: nil).parameters()
        #expect(!table.parameters.isEmpty)
        let page = render(table, as: .html)
        // The page has one script: its own.
        #expect(page.components(separatedBy: "<script").count == 2 && !page.contains("<img"))
        #expect(render(table, as: .markdown).contains("\\<script\\>"))
    }
}
