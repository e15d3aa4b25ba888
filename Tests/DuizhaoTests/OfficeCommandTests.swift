import Duizhao
import Foundation
import Testing

/// A Python that has both peers that read office files; nil where none has.
enum OfficeReferee {
    static let python: [String]? = [["/usr/bin/env", "python3"], ["/usr/bin/python3"]].first { command in
        (try? status(command + ["-c", "import docx, openpyxl"])) == 0
    }

    static func status(_ command: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(filePath: Checkout.root)
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

@Suite("Word and Excel on the command line")
struct OfficeCommandTests {
    private func scratch<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-office-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    @Test(arguments: OfficeFormat.allCases)
    func aFileAndAPipeGetTheSameBytes(_ format: OfficeFormat) throws {
        try scratch { folder in
            let command = ["matrix", "shandong", "jilin", "--rows", "articles", "--format", format.rawValue]
            let named = try Run(command + ["-o", folder + "/named"])
            let piped = folder + "/piped"
            try Data().write(to: URL(filePath: piped))
            let run = try Run(command, output: piped)
            #expect(named.status == 0 && run.status == 0)
            let bytes = try TextFile.read(folder + "/named")
            #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
            #expect(try TextFile.read(piped) == bytes)
        }
    }

    /// `script` runs a command with a terminal as its standard output.
    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script (bsdutils)"),
        arguments: OfficeFormat.allCases)
    func aTerminalIsRefused(_ format: OfficeFormat) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/script")
        let program = Run.program.path(percentEncoded: false)
        let command = "'\(program)' matrix shandong jilin --format \(format.rawValue)"
        process.arguments = ["--quiet", "--return", "--command", command, "/dev/null"]
        process.currentDirectoryURL = URL(filePath: Checkout.root)
        let pipe = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        try process.run()
        let shown = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(shown.contains("--format \(format.rawValue) is no text for a terminal: name a file with -o FILE"))
        #expect(!shown.contains("PK\u{3}\u{4}"))
    }

    @Test func aFormatThatIsNoneIsNamedWithTheOthers() throws {
        let run = try Run(["matrix", "--format", "odt"])
        #expect(run.status == 2)
        #expect(run.errors.contains("docx") && run.errors.contains("markdown"))
    }

    @Test func theSitePublishesEachMatrixForWordAndExcel() throws {
        let pages = Site(try Checkout.corpus.get()).pages
        for name in ["matrix", "families", "articles-lianyungang", "articles-jiangsu"] {
            for format in OfficeFormat.allCases {
                let page = try #require(pages.first { $0.name == "\(name).\(format.fileExtension)" }, "\(name)")
                #expect(page.bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
            }
        }
        let index = try #require(pages.first { $0.name == "index.html" }).text
        #expect(index.contains("href=\"matrix.docx\"") && index.contains("href=\"families.xlsx\""))
    }

    @Test(.enabled(if: OfficeReferee.python != nil, "needs python-docx and openpyxl (make test installs them)"))
    func othersReadTheSameCells() throws {
        let python = try #require(OfficeReferee.python)
        let script =
            python + [Checkout.root + "/Tests/Referees/office", "--program", Run.program.path(percentEncoded: false)]
        #expect(try OfficeReferee.status(script + ["jilin", "lianyungang"]) == 0)
    }
}
