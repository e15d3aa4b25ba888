import Foundation
import RegulationModel
import RegulationParser
import Testing

/// A collection of real acts that is no part of the repository: the folder named by `DUIZHAO_LAWS`, or what
/// `laws.tar.xz` holds in the folder named by `DUIZHAO_DATA` or in `shared/data` beside the checkout.
private enum Collection {
    private static let environment = ProcessInfo.processInfo.environment
    private static let archive: URL = {
        let named = environment["DUIZHAO_DATA"].map { URL(filePath: $0) }
        return (named ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data"))
            .appending(path: "laws.tar.xz")
    }()
    static let isThere = environment["DUIZHAO_LAWS"] != nil || FileManager.default.fileExists(atPath: archive.path)

    /// Every how many acts one is read: all in an optimised build or with `DUIZHAO_ACTS=all`, else each tenth.
    static let step: Int = {
        if environment["DUIZHAO_ACTS"] == "all" { return 1 }
        #if DEBUG
            return 10
        #else
            return 1
        #endif
    }()

    /// Hands a folder of acts to `body`; one that had to be unpacked is removed behind it.
    static func read(_ body: (URL) throws -> Void) throws {
        if let folder = environment["DUIZHAO_LAWS"] { return try body(URL(filePath: folder)) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "duizhao-acts-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        _ = try output(["tar", "-xJf", archive.path, "-C", folder.path])
        try body(folder)
    }

    /// What a program prints.
    static func output(_ arguments: [String]) throws -> String {
        let program = Process()
        let pipe = Pipe()
        program.executableURL = URL(filePath: "/usr/bin/env")
        program.arguments = arguments
        program.standardOutput = pipe
        try program.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        program.waitUntilExit()
        try #require(program.terminationStatus == 0, "\(arguments[0]) failed")
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite(
    "Real acts",
    .enabled(
        if: Collection.isThere,
        "no collection of acts here: set DUIZHAO_LAWS to a folder of acts, or DUIZHAO_DATA to one with laws.tar.xz"))
struct CollectionTests {
    /// Articles as `Tests/Referees/article-count` counts them; parts tile each text, and its visible characters are
    /// those of its parts; what is named in all acts together is as the golden has it.
    @Test func realActsAreReadAsCountedAndNothingIsLost() throws {
        try Collection.read { folder in
            let referee = Repository.root.appending(path: "Tests/Referees/article-count").path
            let counts = try Collection.output(["python3", referee, folder.path]).split(separator: "\n")
            try #require(counts.count > 3_000, "the collection holds \(counts.count) acts")
            var reading = CollectionReading()
            for (index, line) in counts.enumerated() where index % Collection.step == 0 {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                let url = folder.appending(path: fields[0])
                reading.read(try Repository.bytes(url), name: url.lastPathComponent, counted: fields[1])
            }
            try judge(reading)
        }
    }

    private func judge(_ reading: CollectionReading) throws {
        let explained = try explainedDifferences()
        print("real acts: \(reading.counted) with 第…条 counted, \(reading.differing.count) read otherwise")
        #expect(reading.unsound == [])
        #expect(reading.losing == [], "visible characters that are in no part, or stand in another order")
        #expect(reading.differing.filter { explained[$0] == nil } == [])
        guard Collection.step == 1 else { return }
        #expect(Set(explained.keys) == Set(reading.differing))
        #expect(Double(reading.differing.count) <= 0.001 * Double(reading.counted))
        let named = reading.findings.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
        try Golden(name: "findings-of-acts.txt").expect(named.joined())
    }

    /// Acts in which the plain count is wrong, with the reason.
    private func explainedDifferences() throws -> [String: String] {
        let golden = try String(
            contentsOf: Repository.goldens.appending(path: "acts-counted-otherwise.txt"), encoding: .utf8)
        let entries = golden.split(separator: "\n").filter { !$0.hasPrefix("#") }
        return Dictionary(
            uniqueKeysWithValues: entries.map { entry in
                let parts = entry.components(separatedBy: " — ")
                return (parts[0], parts.count > 1 ? parts[1] : "")
            })
    }
}

/// What reading a collection shows.
private struct CollectionReading {
    private(set) var counted = 0
    private(set) var differing: [String] = []
    private(set) var unsound: [String] = []
    private(set) var losing: [String] = []
    private(set) var findings: [String: Int] = [:]

    mutating func read(_ bytes: [UInt8], name: String, counted numbers: String) {
        let regulation = RegulationParser.parse(bytes, name: name, id: "act")
        if let fault = Soundness(regulation).faults.first { unsound.append("\(name): \(fault)") }
        if VisibleText.ofParts(regulation) != VisibleText.ofMarkdown(bytes) { losing.append(name) }
        for diagnostic in regulation.diagnostics {
            findings["\(diagnostic.severity.rawValue) \(diagnostic.id.rawValue)", default: 0] += 1
        }
        guard !numbers.isEmpty else { return }
        counted += 1
        if regulation.articles.map(\.number.text).joined(separator: " ") != numbers { differing.append(name) }
    }
}
