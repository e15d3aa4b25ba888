import Foundation

/// The time of `duizhao align` in all, from starting the process to its end. DUIZHAO_PROGRAM names the program.
struct StartUpBenchmark {
    let acts: Acts

    func run() throws {
        guard let program = ProcessInfo.processInfo.environment["DUIZHAO_PROGRAM"] else {
            return print("start-up is not measured: DUIZHAO_PROGRAM is not set")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "duizhao-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try acts.many.prefix(2).enumerated().map { number, act in
            let file = folder.appending(path: "act\(number).txt")
            try Data(act.source.bytes).write(to: file)
            return file.path
        }
        guard let bare = Self.time(program, ["--version"]),
            let corpus = Self.time(program, ["align", "jiangsu", "lianyungang", "--format", "tsv"]),
            let beside = Self.time(program, ["align"] + files + ["--format", "tsv"]),
            let alone = Self.time(program, ["align"] + files + ["--format", "tsv"], in: folder.path)
        else { return print("start-up is not measured: \(program) does not run") }
        print("duizhao align, from start to end; target 50 ms")
        print("  an empty process \(Measure.milliseconds(bare))")
        print("  jiangsu lianyungang of the corpus of five texts \(Measure.milliseconds(corpus))")
        print("  two files beside the corpus \(Measure.milliseconds(beside))")
        print("  two files without a corpus \(Measure.milliseconds(alone))")
    }

    /// The shortest of ten runs; nil where the program fails.
    private static func time(_ program: String, _ arguments: [String], in folder: String = ".") -> Double? {
        var isWell = true
        let shortest = Measure.seconds(runs: 10) { isWell = isWell && Program.runs(program, arguments, in: folder) }
        return isWell ? shortest : nil
    }
}
