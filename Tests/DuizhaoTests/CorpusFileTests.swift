import Foundation
import Testing

@testable import Duizhao

@Suite("Reading of corpus.yaml") struct CorpusFileTests {
    private func fields(_ text: String) throws -> String {
        String(describing: try CorpusFile.read(Array(text.utf8), path: "corpus.yaml").file)
    }

    /// A file in another encoding.
    private static func gb18030(at path: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", "GB18030", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0 && !bytes.isEmpty)
        return bytes
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

    @Test func readsAnchorsAndMergedFields() throws {
        let plain = try CorpusFile.read(Array(Self.small.utf8), path: "corpus.yaml").file
        #expect(plain.title.zh == "甲" && plain.title.en == nil && plain.base == nil)
        let document = try #require(plain.documents.first)
        #expect([document.id, document.file, document.sha256, document.language] == ["one", "one.txt", "00", "zh"])
        #expect(
            document.title == nil && document.jurisdiction?.code == "cn-1" && document.dates?.issued == "2021-12-31")
        #expect(document.lines.start == 3 && document.lines["language"] == 6 && document.lines["rank"] == 3)
        let merged = Self.small.replacing("title: null", with: "<<: {source: here, language: en}")
        let anchored = Self.small.replacing("language: zh", with: "language: &l zh\n    encoding: *l")
        let fromMerged = try CorpusFile.read(Array(merged.utf8), path: "corpus.yaml").file.documents[0]
        #expect(fromMerged.source == "here" && fromMerged.language == "zh")
        #expect(try CorpusFile.read(Array(anchored.utf8), path: "corpus.yaml").file.documents[0].encoding == "zh")
    }

    /// Each is wrong in its own way, and is told with its line.
    @Test(
        arguments: [
            ("title: {zh: 甲, en: ~}", "", ":2: “title” is missing"),
            ("    file: \"one.txt\"", "", ":3: “file” is missing"),
            ("file: \"one.txt\"", "flie: one.txt", ":3: “file” is missing; “flie”, which stands there, is no field"),
            ("documents:", "papers:", ":1: “documents” is missing; “papers”, which stands there, is no field"),
            ("{zh: 甲, en: A, code: cn-1, level: city}", "[a]", ":8: “jurisdiction” has no fields of its own"),
            ("level: city", "", ":8: “level” is missing"),
            ("language: zh", "language: {a: b}", ":6: “language” is no text"),
            (
                "  - id: one", "  - id: one\n    id: two",
                ":3:5: not readable as YAML: “id” stands twice in the fields that begin here"
            ),
            ("title: null", "title: [", ":9:5: not readable as YAML: "),
        ])
    func tellsWhatIsWrongAndWhere(_ part: String, _ instead: String, _ expected: String) {
        let text = Self.small.replacing(part, with: instead)
        #expect(text != Self.small)
        let told = #expect(throws: SurroundingsError.self) { try fields(text) }
        #expect(told?.description.hasPrefix("corpus.yaml" + expected) == true, "\(told?.description ?? "")")
    }

    @Test(arguments: ["code: null, ", "code: ~, ", ""]) func theCodeOfAPlaceMayBeUnknown(_ code: String) throws {
        let text = Self.small.replacing("code: cn-1, ", with: code)
        #expect(try CorpusFile.read(Array(text.utf8), path: "corpus.yaml").file.documents[0].jurisdiction?.code == "")
    }

    @Test(arguments: ["", "# only a comment\n", "~\n"]) func tellsThatAFileIsEmpty(_ text: String) {
        let told = #expect(throws: SurroundingsError.self) { try fields(text) }
        #expect(told?.description == "corpus.yaml:1: is empty")
    }

    /// As editors and spreadsheets save it: the same corpus, or an error with the line, never other letters.
    @Test func decodesWhatLiesBesideTheTexts() throws {
        try Checkout.withCopyOfCorpus { folder in
            let corpus = try Corpus.load(folder + "/Corpus")
            for name in ["corpus.yaml", "Topics/police-auxiliary.yaml", "Terms/zh-en.tsv"] {
                let path = folder + "/Corpus/" + name
                let bytes = try Data(TextFile.read(path))
                let text = String(decoding: bytes, as: UTF8.self)
                for variant in [
                    Data([0xEF, 0xBB, 0xBF]) + bytes, try #require(text.data(using: .utf16)),
                    try Self.gb18030(at: path),
                ] {
                    try variant.write(to: URL(filePath: path))
                    let other = try Corpus.load(folder + "/Corpus")
                    #expect(other.problems.isEmpty && other.title == corpus.title)
                    #expect(other.topics.topics.map(\.name) == corpus.topics.topics.map(\.name))
                    #expect(other.terms.entries == corpus.terms.entries)
                }
                let line = text.split(separator: "\n", omittingEmptySubsequences: false)[0].utf8.count + 1
                try (bytes.prefix(line) + Data([0x23, 0x20, 0xFF, 0xFF, 0x0A]) + bytes.dropFirst(line))
                    .write(to: URL(filePath: path))
                let told = #expect(throws: SurroundingsError.self) { try Corpus.load(folder + "/Corpus") }
                #expect(told?.description == "\(path):2: holds bytes that are no text; save the file as UTF-8")
                try bytes.write(to: URL(filePath: path))
            }
        }
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
        #expect(
            read.file.topics.count == 45 && read.file.topics.allSatisfy { $0.evidence.zh?.strong?.isEmpty == false })
    }
}
