import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Runs other programs. Foundation's `Process` looks for the end every 50 ms, and so the system is asked itself.
enum Program {
    /// Runs a program whose output goes to a file and whose messages nobody reads; true where it ends with a status of
    /// `most` or less.
    static func runs(
        _ program: String, _ arguments: [String], in folder: String = ".", output: String = "/dev/null", most: Int32 = 0
    ) -> Bool {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        let here = FileManager.default.currentDirectoryPath
        guard FileManager.default.changeCurrentDirectoryPath(folder) else { return false }
        defer { _ = FileManager.default.changeCurrentDirectoryPath(here) }
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&process, program, &files, nil, &words, environ) == 0,
            waitpid(process, &status, 0) == process, status & 0x7F == 0
        else { return false }
        return status >> 8 & 0xFF <= most
    }
}
