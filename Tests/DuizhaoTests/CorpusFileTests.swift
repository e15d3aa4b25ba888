import Foundation
import Testing

@testable import Duizhao

@Suite("Reading of corpus.yaml") struct CorpusFileTests {
    private func fields(_ text: String) throws -> String {
        String(describing: try CorpusFile.read(Array(text.utf8), path: "corpus.yaml").file)
    }

    private func decoded(_ text: String) throws -> String {
        String(describing: try YAMLFile.decode(CorpusFile.self, from: Array(text.utf8), path: "corpus.yaml"))
    }

    private static let small = """
        title: {zh: 甲, en: ~}
        documents:
          - id: one
            file: "one.txt"
            sha256: '00'
            language: zh
            title: null
            jurisdiction: {zh: 甲, en: A, code: cn-1, level: city}
            dates: {issued: 2021-12-31}
        """

    @Test func readsWhatDecodingReads() throws {
        let real = try String(contentsOfFile: Checkout.root + "/Corpus/corpus.yaml", encoding: .utf8)
        let merged = Self.small.replacing("title: null", with: "<<: {source: here}")
        let anchored = Self.small.replacing("language: zh", with: "language: &l zh\n    encoding: *l")
        for text in [real, Self.small, merged, anchored] { #expect(try fields(text) == decoded(text)) }
    }

    /// Each is wrong in its own way, and is told as decoding tells it.
    @Test(
        arguments: [
            ("title: {zh: 甲, en: ~}", ""), ("    file: \"one.txt\"", ""), ("documents:", "papers:"),
            ("{zh: 甲, en: A, code: cn-1, level: city}", "[a]"), ("language: zh", "language: {a: b}"),
            ("  - id: one", "  - id: one\n    id: two"), ("title: null", "title: ["),
        ])
    func tellsWhatIsWrong(_ part: String, _ instead: String) {
        let text = Self.small.replacing(part, with: instead)
        #expect(text != Self.small)
        let told = #expect(throws: SurroundingsError.self) { try fields(text) }
        let expected = #expect(throws: SurroundingsError.self) { try decoded(text) }
        #expect(told?.description == expected?.description)
    }

    @Test func namesFieldsThatHaveNoMeaning() throws {
        let misspelt = Self.small.replacing("language: zh", with: "langauge: en\n    language: zh")
            .replacing("issued:", with: "isued:").replacing("title: {zh: 甲, en: ~}", with: "title: {zh \"甲\": , en: A}")
        let problems = try CorpusFile.read(Array(misspelt.utf8), path: "corpus.yaml").problems
        #expect(problems.map(\.line) == [1, 6, 10])
        for (problem, name) in zip(problems, ["zh \"甲\"", "langauge", "isued"]) {
            #expect(problem.message.contains("“\(name)” is no field") && problem.severity == .warning)
        }
        #expect(try CorpusFile.read(Array(Self.small.utf8), path: "corpus.yaml").problems.isEmpty)
    }

    @Test func tellsWhereTheYAMLBreaks() {
        let told = #expect(throws: SurroundingsError.self) { try fields("title: {zh: 甲}\ndocuments: [}\n") }
        #expect(told?.description.hasPrefix("corpus.yaml:2:13: not readable as YAML: ") == true)
    }

    /// Each of them would change the matrix silently.
    @Test func namesWhatIsWrongWithTopics() throws {
        let text = """
            topics:
              - id: a
                zh: 登记
                en: Registration
                definition: d
                evidence:
                  zh:
                    stong: [登记]
              - {id: a, zh: 处罚, en: Fines, definition: d, evidence: {zh: {strong: [罚款]}}}
            """
        let problems = try TopicsFile.read(Array(text.utf8), path: "t.yaml").problems
        #expect(problems.map(\.line) == [2, 8, 9])
        for (problem, part) in zip(problems, ["no words to be found by", "“stong” is no field", "stands twice"]) {
            #expect(problem.message.contains(part) && problem.severity == .warning)
        }
        let real = try Array(Data(contentsOf: URL(filePath: Checkout.root + "/Corpus/Topics/police-auxiliary.yaml")))
        let read = try TopicsFile.read(real, path: "t.yaml")
        #expect(read.problems.isEmpty)
        let decoded = try YAMLFile.decode(TopicsFile.self, from: real, path: "t.yaml")
        #expect(String(describing: read.file) == String(describing: decoded))
    }
}
