import Foundation
import ProvisionAlignment
import RegulationModel
import RegulationParser
import Testing
import Yams

@testable import ComparisonMatrix

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

    /// The links of articles by hand, where there are some for the pair.
    static func articleLinks(_ base: String, _ other: String) throws -> [Link]? {
        let file = root.appending(path: "Gold/articles.\(base)-\(other).tsv")
        guard FileManager.default.fileExists(atPath: file.path()) else { return nil }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 2, Int(fields[0]) != nil, Int(fields[1]) != nil else { return nil }
            guard ["main", "part"].contains(fields[2]) else { return nil }
            return Link(
                base: EId("art_\(fields[0])"), other: EId("art_\(fields[1])"),
                strength: fields[2] == "main" ? .main : .part, relation: .changed, score: 1, reasons: [])
        }
    }

    /// The articles of Lianyungang that a reader found each section of the Shanghai explainer to deal with.
    static func sectionArticles() throws -> [(section: String, article: Int)] {
        let text = try String(contentsOf: root.appending(path: "Gold/shanghai.sections.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().flatMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            return fields[2...3].flatMap { $0.split(separator: ",") }.compactMap { article in
                Int(article).map { ("sec_\(fields[0])", $0) }
            }
        }
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

    /// The table without the terms of one text's language that no other labelled text of that language shows on a
    /// provision labelled with the topic: what could have been written without having read the text.
    private func table(without id: String, _ witnesses: [Witness]) throws -> TopicTable {
        let full = try Corpus.topics()
        let assignment = TopicScorer(full).assign(witnesses.map(\.regulation))
        let language = try #require(witnesses.first { $0.id == id }).regulation.language
        let labels = try Corpus.topicLabels()
        var seen: [String: Set<String>] = [:]
        for (index, witness) in witnesses.enumerated()
        where witness.id != id && witness.regulation.language == language {
            for unit in assignment.units[index] {
                let number = Int(unit.provision.article.text.split(separator: "_").last ?? "") ?? 0
                let own = labels.first { $0.text == witness.id && $0.article == number }?.topics ?? []
                for score in unit.topics where own.contains(score.topic) {
                    seen[score.topic, default: []].formUnion(score.evidence)
                }
            }
        }
        return TopicTable(
            topics: full.topics.map { topic in
                let known = seen[topic.id] ?? []
                let old = topic.evidence(in: language)
                var evidence = topic.evidence
                evidence[language] = TopicEvidence(
                    strong: old.strong.filter(known.contains), weak: old.weak.filter(known.contains),
                    against: old.against)
                return Topic(id: topic.id, name: topic.name, definition: topic.definition, evidence: evidence)
            })
    }

    /// What an act's topics are worth where neither its labels nor words that only they could suggest were at hand: words
    /// of the other acts, and the topics of the articles that the linking finds to answer.
    @Test func topicsHoldWhereTheLabelsOfTheTestedActAreLeftOut() throws {
        let witnesses = try Corpus.witnesses()
        let aligner = Aligner(witnesses: witnesses.map(\.regulation), terms: .empty)
        let pairs = witnesses.indices.flatMap { first in
            witnesses.indices.filter { $0 > first }.map { aligner.align(first, $0, level: .article) }
        }
        let full = TopicScorer(try Corpus.topics()).assign(witnesses.map(\.regulation))
        var right = 0
        var (hits, found, labelled, articles) = (0, 0, 0, 0)
        for id in ["jiangsu", "jilin", "lianyungang"] {
            let index = try #require(witnesses.firstIndex { $0.id == id })
            var units = full.units
            units[index] =
                TopicScorer(try table(without: id, witnesses)).assign(witnesses.map(\.regulation)).units[index]
            let assignment = FamilyTopics(
                assignment: TopicAssignment(units: units, offSubject: full.offSubject), witnesses: witnesses,
                links: LinkTable(pairs)
            ).settled()
            for label in try Corpus.topicLabels() where label.text == id {
                let topics = assignment.topics(ofArticle: EId("art_\(label.article)"), inTextAt: index)
                if topics.first == label.topics.first { right += 1 }
                articles += 1
                hits += Set(topics).intersection(label.topics).count
                found += topics.count
                labelled += label.topics.count
            }
        }
        let main = Double(right) / Double(articles)
        let score = Double(2 * hits) / Double(found + labelled)
        print("topics, labels of the tested act left out: main \(main), F1 \(score)")
        #expect(main >= 0.9)
        #expect(score >= 0.85)
    }

    /// Recorded figures: a section of the explainer and a topic belong together where the reader's list has the section
    /// with an article of Lianyungang on that topic. Found, right, all.
    @Test func theExplainerIsFoundToSpeakOfWhatItSpeaksOf() throws {
        let witnesses = try Corpus.witnesses()
        let assignment = TopicScorer(try Corpus.topics()).assign(witnesses.map(\.regulation))
        let index = try #require(witnesses.firstIndex { $0.id == "shanghai" })
        let found = Set(
            assignment.units[index].flatMap { unit in unit.topics.map { "\(unit.provision.article) \($0.topic)" } })
        let labels = try Corpus.topicLabels().filter { $0.text == "lianyungang" }
        let listed = Set(
            try Corpus.sectionArticles().flatMap { section, article in
                labels.filter { $0.article == article }.flatMap(\.topics).map { "\(section) \($0)" }
            })
        #expect(found.count == 23)
        #expect(found.intersection(listed).count == 20)
        #expect(listed.count == 33)
        #expect(assignment.offSubject.isEmpty)
    }

    private func alignments(_ witnesses: [Witness]) throws -> [Alignment] {
        try witnesses.flatMap { base in
            try witnesses.compactMap { other in
                try Corpus.articleLinks(base.id, other.id).map {
                    Alignment(base: base.id, other: other.id, level: .article, links: $0)
                }
            }
        }
    }

    private func matrices() throws -> [Matrix] {
        let witnesses = try Corpus.witnesses()
        let builder = MatrixBuilder(
            witnesses: witnesses, alignments: try alignments(witnesses), topics: try Corpus.topics())
        return [try #require(builder.topics()), try #require(builder.articles(base: "lianyungang"))]
    }

    @Test func nothingFromOutsideAnActReachesACell() throws {
        let least = 24
        for matrix in try matrices() {
            for (column, witness) in matrix.columns.enumerated() {
                let source = witness.regulation.source
                let outside = witness.regulation.parts.filter(\.kind.isOutside)
                    .map { source.flowed([$0.span]) }.filter { $0.count >= least }
                let quoted = matrix.rows.flatMap { $0.cells[column].quotations.flatMap(\.lines) }.map(\.text)
                for text in outside { #expect(!quoted.contains { $0.contains(text) || text.contains($0) }) }
                for word in ["kloc", "Tangshan", "Unlicensed"] { #expect(!quoted.contains { $0.contains(word) }) }
            }
        }
    }

    @Test func nothingIsCalledSilentOfATextThatIsNotHeldWhole() throws {
        for matrix in try matrices() {
            for coverage in matrix.coverage where !["jiangsu", "lianyungang"].contains(coverage.witness) {
                #expect(coverage.count(.silent) == 0)
            }
        }
    }

    /// Recorded figures: cells that are present, silent, not in the excerpt, explained, delegated.
    @Test func theTopicMatrixIsAsFullAsRecorded() throws {
        let matrix = try #require(try matrices().first)
        let counts = matrix.coverage.map { coverage in CellState.allCases.map(coverage.count) }
        #expect(
            Dictionary(uniqueKeysWithValues: zip(matrix.columns.map(\.id), counts)) == [
                "jiangsu": [44, 1, 0, 0, 0], "jilin": [15, 0, 30, 0, 0], "shanghai": [0, 0, 23, 22, 0],
                "shandong": [4, 0, 41, 0, 0], "lianyungang": [44, 1, 0, 0, 0],
            ])
    }

    @Test func aPenaltyReferredToTheProvinceIsDelegated() throws {
        let matrix = try #require(try matrices().last)
        let row = try #require(matrix.rows.first { $0.id == "art_48" })
        #expect(row.cells[0].state == .delegated)
        #expect(row.cells[0].quotations.map(\.delegatedTo) == ["《江苏省公安机关警务辅助人员管理条例》"])
        #expect(matrix.rows.filter { $0.cells[0].state == .delegated }.count == 1)
    }

    @Test func chaptersOfTheBaseAreNamedInBothLanguages() throws {
        let groups = try matrices().map { $0.rows.compactMap(\.group) }
        #expect(groups.map(\.count) == [8, 7])
        #expect(groups[1].first == BilingualText(chinese: "第一章 总则", english: "Chapter 1 General Provisions"))
        #expect(groups[0].last == BilingualText(chinese: "基准文本未见的事项", english: "Matters not found in the base text"))
    }
}
