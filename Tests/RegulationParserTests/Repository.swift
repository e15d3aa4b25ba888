import Foundation

/// Where the tests find their data: relative to this file, whatever the working directory is.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let fixtures = root.appending(path: "Tests/Fixtures/Parser")
    static let webFixtures = root.appending(path: "Tests/Fixtures/Web")
    static let packageFixtures = root.appending(path: "Tests/Fixtures/Packages")
    static let goldens = root.appending(path: "Tests/Goldens/Parser")
    static let texts = root.appending(path: "Corpus/Texts")
    static let structureGold = root.appending(path: "Corpus/Gold/structure.seeds.json")

    /// True where goldens are to be written: `DUIZHAO_RECORD=1`. A recording test fails all the same.
    static let isRecording = ProcessInfo.processInfo.environment["DUIZHAO_RECORD"] == "1"

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// Files of a folder with an ending, in the order of their names.
    static func files(in folder: URL, withEnding ending: String) -> [URL] {
        let found = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return found.filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
