import Duizhao
import Foundation
import Testing

@Suite("Corpus")
struct CorpusTests {
    @Test func embeddedCorpusAgreesWithItsDescription() throws {
        let corpus = try Checkout.corpus.get()
        #expect(corpus.problems.map(\.text) == [])
        #expect(corpus.witnesses.map(\.id) == ["lianyungang", "jiangsu", "jilin", "shandong", "shanghai"])
        #expect(corpus.base == 0)
    }

    @Test(arguments: ["lianyungang.zh.txt", "jiangsu.en.txt", "jilin.en.txt", "shandong.en.txt", "shanghai.en.txt"])
    func changedByteOfASourceIsAnError(file: String) throws {
        try Checkout.withCopyOfCorpus { folder in
            let path = folder + "/Corpus/Texts/" + file
            var bytes = try TextFile.read(path)
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(filePath: path))
            let problems = try Corpus.load(folder + "/Corpus").problems
            #expect(problems.contains { $0.kind == .hash && $0.message.contains(file) && $0.severity == .error })
        }
    }

    @Test func wrongDescriptionIsNamedWithItsLine() throws {
        try Checkout.withCopyOfCorpus { folder in
            let path = folder + "/Corpus/corpus.yaml"
            let yaml = String(decoding: try TextFile.read(path), as: UTF8.self)
            let wrong = yaml.replacingOccurrences(of: "authority: excerpt", with: "authority: act")
            try TextFile.write(wrong, to: path)
            let problems = try Corpus.load(folder + "/Corpus").problems
            #expect(problems.count == 2)
            #expect(problems.allSatisfy { $0.kind == .mismatch && $0.line > 1 && $0.text.contains("corpus.yaml:") })
        }
    }

    @Test func unusableCorpusIsOneClearLine() throws {
        try Checkout.withCopyOfCorpus { folder in
            let path = folder + "/Corpus/corpus.yaml"
            let yaml = String(decoding: try TextFile.read(path), as: UTF8.self)
            for (found, wrong) in [
                ("rank: government-rule", "rank: edict"), ("id: jilin", "id: jiangsu"), ("documents:", "documents: {"),
                ("file: Texts/jilin.en.txt", "file: ../../secret.txt"), ("implements: jiangsu", "implements: nowhere"),
                ("implements: jiangsu", "implements: lianyungang"),
                ("sha256: 67ded", "sha: 67ded"),
            ] {
                try TextFile.write(yaml.replacingOccurrences(of: found, with: wrong), to: path)
                let error = #expect(throws: SurroundingsError.self) { try Corpus.load(folder + "/Corpus") }
                #expect(error.map { $0.description.contains("corpus.yaml") && !$0.description.contains("\n") } ?? false)
            }
        }
    }

    @Test func termTableIsSortedAndHoldsEachTermOnceWithSeveralRenderings() throws {
        let lines = try Checkout.text("Corpus/Terms/zh-en.tsv").split(separator: "\n").map(String.init)
        let terms = lines.dropFirst().map { String($0.split(separator: "\t")[0]) }
        #expect(lines.first == "zh\ten\tfield")
        #expect(terms.count >= 600)
        #expect(Set(terms).count == terms.count)
        #expect(zip(terms, terms.dropFirst()).allSatisfy { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        let several = lines.dropFirst().filter { $0.contains(" | ") }.count
        #expect(Double(several) >= 0.75 * Double(terms.count))
        #expect(try Checkout.corpus.get().terms.problems.isEmpty)
    }

    @Test func everyTopicHasEvidenceInBothLanguages() throws {
        let topics = try Checkout.corpus.get().topics.topics
        #expect(topics.count == 45)
        for topic in topics {
            for language in Language.allCases {
                #expect(topic.evidence[language]?.strong.isEmpty == false, "\(topic.id) \(language)")
            }
        }
    }
}
