import Foundation

/// How long `duizhao parse --format jsonl` takes for a folder, against copying what it writes. DUIZHAO_PROGRAM names the
/// program, DUIZHAO_LAWS the folder.
enum FolderBenchmark {
    static func run() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let program = environment["DUIZHAO_PROGRAM"], let laws = environment["DUIZHAO_LAWS"] else {
            return print("parsing of a folder is not measured: DUIZHAO_PROGRAM or DUIZHAO_LAWS is not set")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "duizhao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = folder.appending(path: "laws.jsonl").path
        let copy = folder.appending(path: "copy.jsonl").path
        var isWell = true
        // Texts with errors end the program with status 1.
        let parsing = Measure.seconds {
            isWell = isWell && Program.runs(program, ["parse", "--format", "jsonl", laws], output: result, most: 1)
        }
        let copying = Measure.seconds { isWell = isWell && Program.runs("/bin/cat", [result], output: copy) }
        guard isWell else { return print("parsing of a folder is not measured: \(program) or cat does not run") }
        print(
            "duizhao parse --format jsonl of DUIZHAO_LAWS \(Measure.milliseconds(parsing)), cat of the result "
                + "\(Measure.milliseconds(copying)): \(Measure.rounded(parsing / copying)) times; target 3")
    }
}
