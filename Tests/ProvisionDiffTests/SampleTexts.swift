import Foundation
import RegulationModel
import RegulationParser
import Testing

/// Where texts for tests are found.
enum SampleTexts {
    static let root: String = {
        var url = URL(filePath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        let path = url.path(percentEncoded: false)
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }()

    static let environment = ProcessInfo.processInfo.environment
    /// Folder of unpacked laws, outside the repository.
    static let laws = environment["DUIZHAO_LAWS"]
    /// Statutes in two languages, outside the repository.
    static let parallel = environment["DUIZHAO_GOLD"].map { $0 + "/../data/parallel-tw.jsonl.xz" }
        .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

    static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: root + "/" + path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    static func parsed(_ path: String) throws -> Regulation {
        let bytes = try Data(contentsOf: URL(filePath: path))
        return RegulationParser.parse(Array(bytes), name: URL(filePath: path).lastPathComponent, id: "sample")
    }

    /// One article whose paragraphs are the lines of a text.
    static func article(_ text: String, _ language: Language) -> Regulation {
        let source = SourceText(name: "lines", bytes: Array(text.utf8))
        let eId = EId("art_1")
        var start = 0
        var paragraphs: [Provision] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let span = ByteSpan(start, start + line.utf8.count)
            let number = ProvisionNumber(place + 1)
            paragraphs.append(
                Provision(
                    level: .paragraph, eId: eId.child(.paragraph, number), number: number, mark: nil, span: span,
                    text: [span]))
            start = span.end + 1
        }
        let article = Provision(
            level: .article, eId: eId, number: ProvisionNumber(1), mark: nil, span: source.span, children: paragraphs)
        return Regulation(
            id: "lines", source: source, title: "", titleSpan: nil, language: language, authority: .act,
            completeness: Completeness(.part, proof: []), documentNumber: nil, dates: RegulationDates(), repeals: [],
            groupings: [], articles: [article], sections: [], parts: [], diagnostics: [])
    }

    /// English texts of articles by `pcode article`; the lines of the file that hold one of the keys.
    static func english(_ keys: Set<String>) throws -> [String: String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", try #require(parallel)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        struct Article: Decodable {
            let pcode: String
            let art: String
            let en: String
        }
        let codes = Set(keys.compactMap { $0.split(separator: " ").first.map { Array("\"\($0)\"".utf8) } })
        var result: [String: String] = [:]
        for line in bytes.split(separator: 0x0A) {
            // `{"pcode": "A0000001"` stands at the head of each line.
            let head = Array(line.dropFirst(10).prefix(10))
            guard codes.contains(head) else { continue }
            let article = try JSONDecoder().decode(Article.self, from: line)
            let key = "\(article.pcode) \(article.art)"
            if keys.contains(key) { result[key] = article.en }
        }
        return result
    }
}
