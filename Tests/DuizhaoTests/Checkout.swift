import Duizhao
import Foundation

/// Where the checkout stands, found from this file.
enum Checkout {
    static let root: String = {
        var url = URL(filePath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path(percentEncoded: false).hasSuffix("/")
            ? String(url.path(percentEncoded: false).dropLast()) : url.path(percentEncoded: false)
    }()

    static var corpusFolder: String { root + "/Corpus" }

    /// The embedded corpus, loaded once.
    static let corpus = Result { try Corpus.load(corpusFolder) }

    static func text(_ path: String) throws -> String {
        String(decoding: try TextFile.read(root + "/" + path), as: UTF8.self)
    }

    /// A copy of the corpus in a folder of its own, given to `body` and removed afterwards.
    static func withCopyOfCorpus<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-tests-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: corpusFolder, toPath: folder + "/Corpus")
        return try body(folder)
    }
}

/// Rows of a tab-separated file as dictionaries by its header.
struct Table {
    let rows: [[String: String]]

    init(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let header = lines.first ?? []
        rows = lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
