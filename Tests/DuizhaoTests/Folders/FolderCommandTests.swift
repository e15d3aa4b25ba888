import Duizhao
import Foundation
import Testing

@Suite("Folders of texts")
struct FolderCommandTests {
    /// Good and bad files of all kinds; the good ones are `a-1.txt` … in their order.
    private func withMixedFolder<Value>(good: Int, _ body: (String) throws -> Value) throws -> Value {
        try Scratch.with { folder in
            for number in 1...good {
                // Lengths differ, so that later texts are often ready first.
                let text = Scratch.act("某市第\(number)号条例") + String(repeating: "\n", count: number % 7 * 3000)
                try TextFile.write(text, to: folder + "/a-\(1000 + number).txt")
            }
            try TextFile.makeFolder(folder + "/b")
            mkfifo(folder + "/b/pipe.txt", 0o600)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/b/gone.txt", withDestinationPath: "nowhere.txt")
            try Data([0xFF, 0xFE, 0x00, 0x9C, 0xC3]).write(to: URL(filePath: folder + "/b/rubbish.txt"))
            let large = folder + "/b/large.txt"
            try Data().write(to: URL(filePath: large))
            #expect(truncate(large, off_t(TextFile.largestSize) + 1) == 0)
            return try body(folder)
        }
    }

    @Test func oneBadFileNeverStopsTheRestAndIsCounted() throws {
        try withMixedFolder(good: 60) { folder in
            let run = try Run(["parse", "--format", "jsonl", folder])
            #expect(run.status == 1)
            let ids = try run.output.split(separator: "\n").map { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return object?["id"] as? String ?? ""
            }
            #expect(ids.filter { $0.hasPrefix("a-") } == (1...60).map { "a-\(1000 + $0)" })
            let unread = run.errors.split(separator: "\n").filter { $0.hasSuffix("[file.unread]") }
            #expect(unread.count == 3, "\(run.errors)")
            #expect(run.errors.contains("3 files of 64 could not be read"))
            #expect(!run.errors.contains("\r"))
        }
    }

    @Test func resultsAndDiagnosticsComeInTheOrderOfTheInputs() throws {
        try withMixedFolder(good: 40) { folder in
            let run = try Run(["lint", folder])
            let named = run.output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
            #expect(named == named.sorted() && named.count == 41)
            let positions = run.errors.split(separator: "\n").filter { $0.hasPrefix(folder) }.map { line in
                line.dropFirst(folder.count).prefix { $0 != ":" }
            }
            #expect(positions == positions.sorted())
        }
    }

    @Test func diagnosticsInJSONAreOneArrayWithTheUnreadFiles() throws {
        try withMixedFolder(good: 3) { folder in
            let run = try Run(["lint", folder, "--diagnostics", "json"])
            let all = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [[String: Any]]
            #expect(all?.filter { $0["id"] as? String == "file.unread" }.count == 3)
            let clean = try Run(["lint", folder + "/a-1001.txt", "--diagnostics", "json"])
            #expect(try JSONSerialization.jsonObject(with: Data(clean.errors.utf8)) is [Any])
        }
    }

    @Test func aFileThatIsNamedItselfMustBeReadable() throws {
        try withMixedFolder(good: 1) { folder in
            let run = try Run(["parse", folder + "/a-1001.txt", folder + "/b/large.txt"])
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.split(separator: "\n").count == 1)
        }
    }

    @Test func manyTextsGoToAFileThatIsWholeOrNotThere() throws {
        try withMixedFolder(good: 30) { folder in
            let file = folder + "/out.json"
            #expect(try Run(["parse", "--format", "json", folder, "-o", file]).status == 1)
            let all = try JSONSerialization.jsonObject(with: Data(try TextFile.read(file))) as? [[String: Any]]
            #expect(all?.count == 31)
            let refused = try Run(["parse", "--format", "akn", folder, "-o", folder + "/none.xml"])
            #expect(refused.status == 2 && !TextFile.exists(folder + "/none.xml"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasSuffix(".part") })
        }
    }

    @Test func aReaderThatGoesAwayEndsItQuietly() throws {
        try withMixedFolder(good: 200) { folder in
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            let program = Run.program.path(percentEncoded: false)
            shell.arguments = [
                "-c", "\"$0\" parse --format jsonl \"$1\" 2> \"$2\" | head -c 100 > /dev/null", program, folder,
                folder + "/errors",
            ]
            try shell.run()
            shell.waitUntilExit()
            let errors = String(decoding: try TextFile.read(folder + "/errors"), as: UTF8.self)
            #expect(!errors.contains("Broken pipe") && !errors.contains("standard output"))
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptionLeavesNoPartOfAFile(_ signal: Int32) throws {
        try Scratch.with { folder in
            try TextFile.makeFolder(folder + "/texts")
            let text = (1...40).map { "第\($0)条 为了规范养犬行为，制定本条例，由公安机关负责实施。" }.joined(separator: "\n")
            for number in 0..<600 { try TextFile.write(text, to: folder + "/texts/\(number).txt") }
            let process = Process()
            process.executableURL = Run.program
            process.arguments = ["parse", "--format", "json", folder + "/texts", "-o", folder + "/out.json"]
            process.standardError = FileHandle.nullDevice
            try process.run()
            let part = folder + "/.out.json.duizhao.part"
            while process.isRunning, !TextFile.exists(part) { usleep(1000) }
            #expect(kill(process.processIdentifier, signal) == 0)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["texts"])
        }
    }
}
