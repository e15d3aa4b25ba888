import Duizhao
import Foundation
import Testing

/// Runs the program as its users do.
struct Run {
    let status: Int32
    let output: String
    let errors: String

    init(
        _ arguments: [String], input: String = "", output place: String? = nil, folder: String = Checkout.root,
        locale: String = "C.UTF-8"
    ) throws {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        // Labels follow the locale, whatever that of the tests is.
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": locale]) { _, own in own }
        process.currentDirectoryURL = URL(filePath: folder)
        let scratch = NSTemporaryDirectory() + "duizhao-run-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let names = ["in", "out", "err"].map { scratch + "/" + $0 }
        try Data(input.utf8).write(to: URL(filePath: names[0]))
        for name in names.dropFirst() { try Data().write(to: URL(filePath: name)) }
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: place ?? names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(filePath: names[1])), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(filePath: names[2])), as: UTF8.self)
    }

    /// The program is built beside the tests.
    static let program: URL = {
        let folder = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
            .deletingLastPathComponent()
        return (folder ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
            .appending(path: "duizhao")
    }()
}

@Suite("Command line")
struct CommandLineTests {
    @Test func parseReadsAnIdAFileAndStandardInputAlike() throws {
        let file = "Corpus/Texts/jilin.en.txt"
        let byFile = try Run(["parse", "--format", "text", file])
        let byInput = try Run(["parse", "--format", "text", "-"], input: try Checkout.text(file))
        let byId = try Run(["parse", "--format", "text", "jilin"])
        #expect(byFile.status == 0 && byInput.status == 0 && byId.status == 0)
        #expect(byFile.output == byInput.output && byFile.output == byId.output)
        #expect(byFile.output.contains("Article 13") || byFile.output.contains("Thirteenth"))
    }

    @Test(arguments: [
        ("biuld", "is build meant?"), ("Align", "is align meant?"), ("xyzzy", "the commands are build, new"),
    ])
    func namesTheCommandThatIsMeant(_ word: String, _ hint: String) throws {
        let run = try Run([word, "jilin"])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.errors.hasPrefix("duizhao: “\(word)” is no command; \(hint)"))
    }

    @Test func resultsAreNotWrittenAmongTheFilesOfTheCorpus() throws {
        try Checkout.withCopyOfCorpus { folder in
            for output in ["Corpus", "Corpus/", "Corpus/Texts", "Corpus/Overrides"] {
                let before = try FileManager.default.subpathsOfDirectory(atPath: folder)
                let run = try Run(["build", "-o", output], folder: folder)
                #expect(run.status == 2 && run.errors.contains("the corpus lies here"))
                #expect(try FileManager.default.subpathsOfDirectory(atPath: folder) == before)
            }
        }
    }

    @Test func diagnosticsGoToStandardErrorWithPositionAndId() throws {
        let run = try Run(["lint", "Corpus/Texts/shandong.en.txt"])
        #expect(run.status == 0)
        #expect(run.errors.contains("Corpus/Texts/shandong.en.txt:13:151: warning: "))
        #expect(run.errors.contains("[text.digit-debris]"))
        #expect(!run.output.contains("[text."))
        let json = try Run(["lint", "--diagnostics", "json", "Corpus/Texts/shandong.en.txt"])
        let parsed = try JSONSerialization.jsonObject(with: Data(json.errors.utf8))
        #expect((parsed as? [[String: Any]])?.contains { $0["id"] as? String == "text.digit-debris" } == true)
    }

    @Test func severalTextsInJSONAreOneArrayAndInJSONLOneLineEach() throws {
        let json = try Run(["parse", "--format", "json", "jilin", "shandong"])
        let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
        #expect(parsed?.compactMap { $0["id"] as? String } == ["jilin", "shandong"])
        let lines = try Run(["parse", "--format", "jsonl", "Corpus/Texts"]).output.split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }

    @Test func inputErrorsGiveOneAndWrongUseGivesTwo() throws {
        #expect(try Run(["parse", "-"], input: "").status == 1)
        #expect(try Run(["parse", "no-such-text"]).status == 2)
        #expect(try Run(["parse", "--format", "papyrus", "jilin"]).status == 2)
        #expect(try Run(["parse"]).status == 2)
        #expect(try Run(["nonsense"]).status == 2)
        #expect(try Run(["matrix", "jilin", "--base", "atlantis"]).status == 2)
        #expect(try Run(["build", "--corpus", "no-such-folder"]).status == 2)
        #expect(try Run(["parse", "-", "-"]).status == 2)
        #expect(try Run(["lint", "--corpus", "no-such-folder", "Corpus/Texts/jilin.en.txt"]).status == 2)
        for wrong in [
            ["parse", "no-such-text"], ["parse"], ["nonsense"], ["align", "jilin", "shandong", "--level", "x"],
        ] {
            let run = try Run(wrong)
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        }
    }

    @Test func unwritableOutputIsAnErrorNotSilence() throws {
        let full = try Run(["parse", "jilin"], output: "/dev/full")
        #expect(full.status == 2)
        #expect(full.errors.contains("standard output"))
        #expect(try Run(["parse", "jilin", "-o", "/dev/full"]).status == 2)
        #expect(try Run(["--help"], output: "/dev/full").status == 2)
    }

    @Test func controlCharactersOfFileNamesDoNotReachTheTerminal() throws {
        let folder = NSTemporaryDirectory() + "duizhao-names-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/red\u{1B}[31m.txt"
        try TextFile.write("no act here", to: path)
        let run = try Run(["lint", path])
        #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
        #expect(run.status == 1)
    }

    @Test func alignWritesTheTableOfTheContract() throws {
        let run = try Run(["align", "jilin", "lianyungang", "--format", "tsv"])
        let table = Table(run.output)
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("base\tother\tlink\trelation\tscore\treasons\n"))
        #expect(table.rows.contains { $0["base"] == "art_9" && $0["other"] == "art_13" && $0["link"] == "main" })
        for level in ["paragraph", "point"] {
            let finer = try Run(["align", "jiangsu", "lianyungang", "--level", level, "--format", "tsv"])
            #expect(finer.status == 0 && finer.output.contains("__para_"))
        }
        #expect(try Run(["align", "jilin", "lianyungang", "--level", "chapter"]).status == 2)
    }

    @Test func doubtfulPairsGoOutAndComeBackAsDecisions() throws {
        try Checkout.withCopyOfCorpus { folder in
            let pair = ["align", "jilin", "lianyungang"]
            #expect(try Run(pair + ["--review", "d.tsv"], folder: folder).status == 0)
            let again = try Run(pair + ["--review", "d.tsv"], folder: folder)
            #expect(again.status == 2 && again.errors.contains("is there already"))
            let table = String(decoding: try TextFile.read(folder + "/d.tsv"), as: UTF8.self)
            var lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            try #require(lines.count > 2)
            lines[1] = "unlink" + lines[1] + "not the same matter"
            try TextFile.write(lines.joined(separator: "\n"), to: folder + "/d.tsv")
            let signed = ["--author", "Wang Fang", "--date", "2026-03-01"]
            #expect(try Run(pair + ["--reviewed", "d.tsv"], folder: folder).status == 2)
            try FileManager.default.createDirectory(
                atPath: folder + "/Corpus/Overrides", withIntermediateDirectories: true)
            let back = try Run(
                pair + ["--reviewed", "d.tsv", "-o", "Corpus/Overrides/a.yaml"] + signed, folder: folder)
            #expect(back.status == 0)
            let shown = try Run(pair, folder: folder)
            #expect(shown.output.contains("decided by Wang Fang on 2026-03-01: not the same matter"))
            #expect(try Run(pair + ["--review", "e.tsv"], folder: folder).status == 0)
            let rest = String(decoding: try TextFile.read(folder + "/e.tsv"), as: UTF8.self)
            #expect(rest.split(separator: "\n").count == table.split(separator: "\n").count - 1)
            try TextFile.write("decisions: [{link: maybe}]", to: folder + "/wrong.yaml")
            let wrong = try Run(pair + ["--overrides", "wrong.yaml"], folder: folder)
            #expect(wrong.status == 2 && wrong.output.isEmpty && wrong.errors.contains("wrong.yaml:1:1: error:"))
        }
    }

    @Test func matrixWritesAFileOrStandardOutput() throws {
        let folder = NSTemporaryDirectory() + "duizhao-matrix-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let out = try Run(["matrix", "--rows", "articles", "--format", "markdown"])
        let file = try Run(["matrix", "--rows", "articles", "--format", "markdown", "-o", folder + "/m.md"])
        #expect(out.status == 0 && file.status == 0 && file.output.isEmpty)
        #expect(String(decoding: try TextFile.read(folder + "/m.md"), as: UTF8.self) == out.output)
        #expect(try Run(["matrix", "-o", folder + "/none/m.md"]).status == 2)
    }

    @Test func checkIsZeroOnFreshOutputAndOneAfterAnyByteOfASourceChanges() throws {
        try Checkout.withCopyOfCorpus { folder in
            #expect(try Run(["build"], folder: folder).status == 0)
            #expect(try Run(["build", "--check"], folder: folder).status == 0)
            let path = folder + "/Corpus/Texts/shanghai.en.txt"
            var bytes = try TextFile.read(path)
            bytes[100] = bytes[100] == 0x61 ? 0x62 : 0x61
            try Data(bytes).write(to: URL(filePath: path))
            let check = try Run(["build", "--check"], folder: folder)
            #expect(check.status == 1)
            #expect(check.errors.contains("[corpus.hash]"))
            #expect(try Run(["build"], folder: folder).status == 1)
        }
    }

    @Test(arguments: ["build", "parse", "align", "matrix", "lint"])
    func helpShowsAnExample(command: String) throws {
        let run = try Run([command, "--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("Example: duizhao \(command)"))
        #expect(run.errors.isEmpty)
    }
}
