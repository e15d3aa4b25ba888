import Foundation
import RegulationModel
import RegulationParser
import Testing

/// A collection of real acts that is no part of the repository: the folder named by `DUIZHAO_DATA`, or `shared/data`
/// beside the checkout.
private enum Collection {
    static let archive: URL = {
        let named = ProcessInfo.processInfo.environment["DUIZHAO_DATA"].map { URL(filePath: $0) }
        return (named ?? Repository.root.deletingLastPathComponent().appending(path: "shared/data"))
            .appending(path: "laws.tar.xz")
    }()
    static let isThere = FileManager.default.fileExists(atPath: archive.path)

    /// Every how many acts one is read: all in an optimised build or with `DUIZHAO_ACTS=all`, else each tenth.
    static let step: Int = {
        if ProcessInfo.processInfo.environment["DUIZHAO_ACTS"] == "all" { return 1 }
        #if DEBUG
            return 10
        #else
            return 1
        #endif
    }()

    /// Unpacks the archive into `folder` and gives the acts, in the order of their paths.
    static func unpack(into folder: URL) throws -> [URL] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "-xJf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0, "tar could not unpack the collection")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let acts = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
        return acts.sorted { $0.path < $1.path }
    }
}

@Suite("Real acts") struct CollectionTests {
    @Test(
        .enabled(
            if: Collection.isThere,
            "no collection of acts here: set DUIZHAO_DATA to a folder with laws.tar.xz to run this"))
    func realActsAreReadAsCounted() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "duizhao-acts-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let acts = try Collection.unpack(into: folder)
        try #require(acts.count > 3_000, "the collection holds \(acts.count) acts")
        let explained = try explainedDifferences()
        var counted = 0
        var differing: [String] = []
        for (index, url) in acts.enumerated() where index % Collection.step == 0 {
            let bytes = try Repository.bytes(url)
            let regulation = RegulationParser.parse(bytes, name: url.lastPathComponent, id: "act")
            #expect(Soundness(regulation).faults == [], "\(url.lastPathComponent)")
            let expected = ArticleCount.numbers(in: String(decoding: bytes, as: UTF8.self))
            guard !expected.isEmpty else { continue }
            counted += 1
            if regulation.articles.map(\.number.text) != expected { differing.append(url.lastPathComponent) }
        }
        print("real acts: \(counted) with 第…条 counted, \(differing.count) read otherwise")
        #expect(differing.filter { explained[$0] == nil } == [])
        if Collection.step == 1 {
            #expect(Set(explained.keys) == Set(differing))
            #expect(Double(differing.count) <= 0.001 * Double(counted))
        }
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
