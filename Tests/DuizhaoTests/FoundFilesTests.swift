import Duizhao
import Foundation
import Testing

/// Files of other programs on the command line.
@Suite("Files as they are found") struct FoundFilesTests {
    private func scratch<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-found-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    private static let hasPDFProgram = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// A page of lines of text, as small as a PDF can be.
    private static func pdf(_ lines: [String]) -> [UInt8] {
        let shown = lines.map { line in
            "(\(line.replacingOccurrences(of: "(", with: "\\(").replacingOccurrences(of: ")", with: "\\)"))) '"
        }
        let content = "BT /F 10 Tf 14 TL 50 780 Td \(shown.joined(separator: " ")) ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
        ]
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\(object)endobj\n"
        }
        let start = text.utf8.count
        let rows = offsets.map { String(repeating: "0", count: 10 - "\($0)".count) + "\($0) 00000 n \n" }
        text += "xref\n0 6\n0000000000 65535 f \n\(rows.joined())trailer<</Size 6/Root 1 0 R>>\n"
        text += "startxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    private static let act = [
        "Measures on Street Lamps", "Article 1 These Measures are made to regulate street lamps and to protect the",
        "safety of residents.", "Article 2 Lamps are lit:", "(a) at sunset;", "(b) in fog.",
        "Article 3 These Measures come into force on January 1, 2020.",
    ]

    @Test(.enabled(if: hasPDFProgram, "needs pdftotext (poppler-utils)")) func aPDFIsReadAsItsText() throws {
        try scratch { folder in
            try Data(Self.pdf(Self.act)).write(to: URL(filePath: folder + "/act.pdf"))
            let run = try Run(["parse", "--format", "text", folder + "/act.pdf"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("to protect the safety of residents."))
            #expect(run.output.contains("(b) in fog."))
        }
    }

    @Test(.enabled(if: hasPDFProgram, "needs pdftotext (poppler-utils)")) func aDamagedPDFIsNamed() {
        let result = PDFProgram.text(of: Array("%PDF-1.4 nothing".utf8), limits: ReadingLimits())
        #expect(throws: PDFFailure.self) { try result.get() }
    }

    @Test(.enabled(if: hasPDFProgram, "needs pdftotext (poppler-utils)")) func tooMuchTextOfAPDFIsRefused() {
        var limits = ReadingLimits()
        limits.largestText = 10
        guard case .failure(let failure) = PDFProgram.text(of: Self.pdf(Self.act), limits: limits) else {
            Issue.record("the text was read")
            return
        }
        #expect(failure.isRefusal)
    }

    @Test func withoutItsProgramAPDFSaysWhatToInstall() throws {
        try scratch { folder in
            try Data(Self.pdf(Self.act)).write(to: URL(filePath: folder + "/act.pdf"))
            let process = Process()
            process.executableURL = Run.program
            process.arguments = ["parse", folder + "/act.pdf"]
            process.environment = ["PATH": folder]
            process.currentDirectoryURL = URL(filePath: folder)
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 1)
            #expect(said.contains("poppler-utils"))
        }
    }

    @Test func oneBadFileOfAFolderDoesNotStopTheRest() throws {
        try scratch { folder in
            let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            try Data(old).write(to: URL(filePath: folder + "/a.doc"))
            try Data(old).write(to: URL(filePath: folder + "/b.wps"))
            try Data("第一条　路灯应当开启。\n".utf8).write(to: URL(filePath: folder + "/c.txt"))
            let run = try Run(["parse", "--format", "jsonl", folder])
            #expect(run.status == 1)
            #expect(run.output.split(separator: "\n").count == 3)
            #expect(run.output.contains("路灯应当开启"))
            #expect(run.errors.components(separatedBy: "[format.unread]").count == 3)
        }
    }

    @Test func itsOwnWordTableIsReadWithoutAFault() throws {
        try scratch { folder in
            let made = try Run([
                "matrix", "jiangsu", "lianyungang", "--rows", "articles", "--format", "docx", "-o",
                folder + "/table.docx",
            ])
            #expect(made.status == 0)
            let run = try Run(["parse", "--format", "text", folder + "/table.docx"])
            #expect(!run.errors.contains("[format."), "\(run.errors)")
            #expect(run.output.contains("连云港"))
        }
    }

    @Test(.enabled(if: OfficeReferee.python != nil, "needs python-docx")) func aWordFileOfAnotherProgramIsRead() throws
    {
        try scratch { folder in
            let script = """
                import docx
                d = docx.Document()
                d.add_heading("路灯管理办法", 0)
                for line in ["第一条　路灯应当在日落时开启。", "第二条　本办法自2020年1月1日起施行。"]:
                    d.add_paragraph(line)
                d.sections[0].header.paragraphs[0].text = "草案"
                d.save("\(folder)/made.docx")
                """
            #expect(try OfficeReferee.status((OfficeReferee.python ?? []) + ["-c", script]) == 0)
            let run = try Run(["parse", folder + "/made.docx"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("第二条"))
        }
    }
}
