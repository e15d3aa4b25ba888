import ArgumentParser
import Duizhao

#if canImport(Glibc)
    import Glibc
#endif

/// The program: parses its arguments, runs a command, and turns what went wrong into an exit status.
@main
enum Main {
    /// Wrong use, or wrong surroundings.
    private static let usageStatus: Int32 = 2

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        PartFiles.removeWhenInterrupted()
        do {
            var command = try command(Array(CommandLine.arguments.dropFirst()))
            try command.run()
        } catch let error as SurroundingsError {
            Terminal.error("duizhao: \(error.description)")
            exit(usageStatus)
        } catch {
            finish(error)
        }
    }

    /// The command that arguments ask for. To read the options of all commands takes longer than to link two acts: a command
    /// that takes its arguments needs the others only to say what is wrong.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        let commands = DuizhaoCommand.configuration.subcommands
        if let named = commands.first(where: { $0.configuration.commandName == arguments.first }),
            let command = try? named.parse(Array(arguments.dropFirst()))
        {
            return command
        }
        return try DuizhaoCommand.parseAsRoot(arguments)
    }

    /// Help and version go to standard output with status 0; wrong arguments to standard error with status 2.
    private static func finish(_ error: any Error) -> Never {
        let status = DuizhaoCommand.exitCode(for: error)
        let message = DuizhaoCommand.fullMessage(for: error)
        if let code = error as? ExitCode { exit(code.rawValue) }
        guard status == .success else {
            let message = CommandNames.fault(CommandLine.arguments.dropFirst().first)
            Terminal.error("duizhao: \(message ?? DuizhaoCommand.message(for: error)) (see duizhao --help)")
            exit(usageStatus)
        }
        do {
            try Terminal.out(message.isEmpty ? "" : message + "\n")
            exit(0)
        } catch {
            Terminal.error("duizhao: \(error)")
            exit(usageStatus)
        }
    }
}
