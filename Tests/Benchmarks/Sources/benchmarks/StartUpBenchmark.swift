import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// The time of `duizhao align` in all, from starting the process to its end. DUIZHAO_PROGRAM names the program.
enum StartUpBenchmark {
    static func run() {
        guard let program = ProcessInfo.processInfo.environment["DUIZHAO_PROGRAM"] else {
            return print("start-up is not measured: DUIZHAO_PROGRAM is not set")
        }
        guard let bare = time(program, ["--version"]),
            let align = time(program, ["align", "jilin", "lianyungang", "--format", "tsv"])
        else { return print("start-up is not measured: \(program) does not run") }
        print("duizhao align jilin lianyungang, with the corpus of five texts")
        print(
            "  \(Measure.milliseconds(align)), of which an empty process \(Measure.milliseconds(bare)); target 50 ms")
    }

    /// The shortest of ten runs; nil where the program fails. Foundation's `Process` looks for the end every 50 ms, and
    /// so the system is asked itself.
    private static func time(_ program: String, _ arguments: [String]) -> Double? {
        var isWell = true
        let shortest = Measure.seconds(runs: 10) { isWell = isWell && runs(program, arguments) }
        return isWell ? shortest : nil
    }

    /// Runs a program whose output nobody reads; true where it ends with status 0.
    private static func runs(_ program: String, _ arguments: [String]) -> Bool {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for descriptor: Int32 in 1...2 {
            posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&process, program, &files, nil, &words, environ) == 0 else { return false }
        return waitpid(process, &status, 0) == process && status == 0
    }
}
