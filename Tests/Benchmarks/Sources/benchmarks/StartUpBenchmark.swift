import Foundation

#if canImport(Glibc)
    import Glibc
#endif

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

    /// The shortest of ten runs; nil where the program fails. Foundation's `Process` looks for the end every 50 ms, and
    /// so the system is asked itself.
    private static func time(_ program: String, _ arguments: [String], in folder: String = ".") -> Double? {
        var isWell = true
        let shortest = Measure.seconds(runs: 10) { isWell = isWell && runs(program, arguments, folder) }
        return isWell ? shortest : nil
    }

    /// Runs a program whose output nobody reads; true where it ends with status 0.
    private static func runs(_ program: String, _ arguments: [String], _ folder: String) -> Bool {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for descriptor: Int32 in 1...2 {
            posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
        }
        let here = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(folder) else { return false }
        defer { _ = FileManager.default.changeCurrentDirectoryPath(here) }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&process, program, &files, nil, &words, environ) == 0 else { return false }
        return waitpid(process, &status, 0) == process && status == 0
    }
}
