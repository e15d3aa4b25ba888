import ComparisonMatrix
import Foundation
import RegulationModel
import RegulationParser
import Testing
import Yams

/// The corpus as the tests read it.
enum Corpus {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    static let files = [
        ("jiangsu", "jiangsu.en.txt"), ("jilin", "jilin.en.txt"), ("shanghai", "shanghai.en.txt"),
        ("shandong", "shandong.en.txt"), ("lianyungang", "lianyungang.zh.txt"),
    ]

    static func witnesses() throws -> [Witness] {
        try files.map { id, file in
            let bytes = try Data(contentsOf: root.appending(path: "Texts/\(file)"))
            let regulation = RegulationParser.parse(Array(bytes), name: file, id: id)
            return Witness(
                regulation: regulation, jurisdiction: nil, rank: nil,
                translation: regulation.language == .chinese ? .original : .machine, file: file, sha256: "",
                sourceNote: "", implements: nil)
        }
    }

    private struct TopicFile: Decodable {
        struct Entry: Decodable {
            struct Evidence: Decodable {
                let strong: [String]
                let weak: [String]
                let against: [String]
            }

            let id: String
            let zh: String
            let en: String
            let definition: String
            let evidence: [String: Evidence]
        }

        let topics: [Entry]
    }

    static func topics() throws -> TopicTable {
        let text = try String(contentsOf: root.appending(path: "Topics/police-auxiliary.yaml"), encoding: .utf8)
        let file = try YAMLDecoder().decode(TopicFile.self, from: text)
        return TopicTable(
            topics: file.topics.map { entry in
                Topic(
                    id: entry.id, name: BilingualText(chinese: entry.zh, english: entry.en),
                    definition: entry.definition,
                    evidence: Dictionary(
                        uniqueKeysWithValues: entry.evidence.compactMap { key, value in
                            Language(rawValue: key).map {
                                ($0, TopicEvidence(strong: value.strong, weak: value.weak, against: value.against))
                            }
                        }))
            })
    }

    /// The topics by hand: text, article, topics.
    static func topicLabels() throws -> [(text: String, article: Int, topics: [String])] {
        let text = try String(contentsOf: root.appending(path: "Gold/topic-labels.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count >= 3, let article = Int(fields[1]) else { return nil }
            return (fields[0], article, fields[2].split(separator: ",").map(String.init))
        }
    }
}

@Suite struct CorpusFigures {
    /// Recorded figures: a drop is a defect, a rise is recorded here.
    @Test(arguments: [("jiangsu", 52, 0.991), ("jilin", 12, 0.970), ("lianyungang", 52, 0.957)])
    func findsTheTopicsThatReadersFound(_ id: String, mainTopics: Int, f1: Double) throws {
        let witnesses = try Corpus.witnesses()
        let assignment = TopicScorer(try Corpus.topics()).assign(witnesses.map(\.regulation))
        let index = try #require(witnesses.firstIndex { $0.id == id })
        var right = 0
        var (hits, found, labelled) = (0, 0, 0)
        for label in try Corpus.topicLabels() where label.text == id {
            let topics = assignment.topics(ofArticle: EId("art_\(label.article)"), inTextAt: index)
            if topics.first == label.topics.first { right += 1 }
            hits += Set(topics).intersection(label.topics).count
            found += topics.count
            labelled += label.topics.count
        }
        #expect(right == mainTopics)
        let reached = Double(2 * hits) / Double(found + labelled)
        #expect((reached * 1_000).rounded() / 1_000 == f1)
    }
}
