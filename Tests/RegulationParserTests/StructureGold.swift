import Foundation
import RegulationModel
import RegulationParser
import Testing

/// What a reader found in the five sources: `Corpus/Gold/structure.seeds.json`.
struct StructureGold: Decodable, Sendable {
    struct Dates: Decodable, Sendable {
        let adopted: String?
        let issued: String?
        let effective: String?
    }

    struct Chapter: Decodable, Sendable {
        let number: Int
        let title: String
        let line: Int
        let articles: [Int]
    }

    struct Article: Decodable, Sendable {
        let number: Int
        let marker: String
        let chapter: Int?
        let paragraphs: Int
        let items: Int
        let lines: [Int]
        let start_column: Int?
        let first20: String
    }

    struct Section: Decodable, Sendable {
        let number: Int
        let heading: String
        let number_line: Int
        let heading_line: Int
        let text_lines: [Int]
        let sub_points: Int
        let first20: String
    }

    struct Outside: Decodable, Sendable {
        let lines: [Int]
        let columns: String?
        let what: String
    }

    struct Artefact: Decodable, Sendable {
        let line: Int
        let text: String
        let type: String
        let note: String
    }

    let title: String
    let document_type: String
    let document_number: String?
    let dates: Dates
    let explainer_published: String?
    let repealed: [String]
    let chapters: [Chapter]
    let not_regulation_lines: [Outside]
    let regulation_lines: [Int]?
    let articles: [Article]
    let sections: [Section]?
    let artefacts: [Artefact]
    let file: String
    let lines_total: Int

    static func read() throws -> [String: StructureGold] {
        try JSONDecoder().decode([String: StructureGold].self, from: Data(contentsOf: Repository.structureGold))
    }
}

/// One of the five sources as parsed, beside what a reader found in it.
struct Source: Sendable, CustomTestStringConvertible {
    let id: String
    let gold: StructureGold
    let regulation: Regulation

    var testDescription: String { id }

    static let all: [Source] = {
        guard let gold = try? StructureGold.read() else { return [] }
        return gold.keys.sorted().compactMap { id in
            guard let source = gold[id],
                let bytes = try? Repository.bytes(Repository.texts.appending(path: source.file))
            else { return nil }
            return Source(
                id: id, gold: source, regulation: RegulationParser.parse(bytes, name: source.file, id: id))
        }
    }()

    /// Lines, from 1, that a span begins and ends on.
    func lines(_ span: ByteSpan) -> [Int] {
        [regulation.source.line(at: span.start), regulation.source.line(at: max(span.start, span.end - 1))]
    }

    /// True where a line holds a visible character.
    func isVisible(_ line: Int) -> Bool {
        let starts = regulation.source.lineStarts
        let end = line < starts.count ? starts[line] : regulation.source.bytes.count
        return !regulation.source.flowed([ByteSpan(starts[line - 1], end)]).isEmpty
    }

    /// The kinds of the parts that hold visible text of a line, in order.
    func kinds(ofLine line: Int) -> [PartKind] {
        let starts = regulation.source.lineStarts
        let end = line < starts.count ? starts[line] : regulation.source.bytes.count
        return regulation.parts.filter { part in
            let start = max(part.span.start, starts[line - 1])
            let stop = min(part.span.end, end)
            return start < stop && !regulation.source.flowed([ByteSpan(start, stop)]).isEmpty
        }.map(\.kind)
    }
}
