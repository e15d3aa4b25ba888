import RegulationParser

#if canImport(Glibc)
    import Glibc
#endif

/// Runs poppler's `pdftotext` over a PDF: no shell, no file that others see, bounded in time and output.
public enum PDFProgram {
    /// Longest time in seconds that the program may take. An act of 266 articles takes 0.1 s.
    public static let longestTime = 60
    private static let name = "pdftotext"

    /// The text of a PDF as it is laid out, in UTF-8, a form feed behind each page.
    @Sendable public static func text(of bytes: [UInt8], limits: ReadingLimits) -> Result<[UInt8], PDFFailure> {
        guard let input = TemporaryInput(bytes) else {
            return .failure(PDFFailure("The PDF cannot be handed to pdftotext: no temporary file can be written."))
        }
        guard let output = Pipe() else {
            return .failure(PDFFailure("The PDF cannot be handed to pdftotext: no pipe can be opened."))
        }
        guard let process = ChildProcess(name, ["-layout", "-enc", "UTF-8", "-q", "-", "-"], input, output) else {
            return .failure(
                PDFFailure(
                    "This is a PDF; it is read through pdftotext, which is not installed (Debian: apt install "
                        + "poppler-utils). Install it, or save the text as .txt or .docx."))
        }
        return text(process, output, limits, isEncrypted: isEncrypted(bytes))
    }

    private static func text(
        _ process: consuming ChildProcess, _ output: borrowing Pipe, _ limits: ReadingLimits, isEncrypted: Bool
    ) -> Result<[UInt8], PDFFailure> {
        let read = output.read(upTo: limits.largestText, seconds: longestTime)
        guard case .all(let text) = read else {
            process.kill()
            _ = process.wait()
            let what =
                read == .tooLong
                ? "Its text is longer than \(limits.largestText / 1_048_576) MB"
                : "Reading it takes longer than \(longestTime) seconds"
            return .failure(PDFFailure("The PDF was not read. \(what), the most that is allowed.", isRefusal: true))
        }
        guard process.wait() == 0 else {
            return .failure(
                PDFFailure(
                    isEncrypted
                        ? "The PDF has a password or forbids the reading of its text; save it without, and read it again."
                        : "The PDF is damaged: pdftotext cannot read it."))
        }
        return .success(text)
    }

    /// True where the trailer names an encryption; asked only about what could not be read.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let word = Array("/Encrypt".utf8)
        guard bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in
            bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
        }
    }
}

extension ReadingOptions {
    /// These options with the programs that only the edge may run.
    public var atTheEdge: ReadingOptions {
        var options = self
        if options.pdfText == nil { options.pdfText = PDFProgram.text }
        return options
    }
}

/// Bytes in a file that has no name, as the standard input of a program.
private struct TemporaryInput: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>

    init?(_ bytes: [UInt8]) {
        guard let file = tmpfile() else { return nil }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard written == bytes.count, fflush(file) == 0, lseek(fileno(file), 0, SEEK_SET) == 0 else {
            fclose(file)
            return nil
        }
        self.file = file
        _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    }

    deinit { fclose(file) }

    var descriptor: Int32 { fileno(file) }
}

/// What a program writes to its standard output.
private struct Pipe: ~Copyable {
    private let reading: Int32
    let writing: Int32

    /// How the reading ended.
    enum Ending: Equatable {
        case all([UInt8])
        case tooLong, tooLate
    }

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = ends[0]
        writing = ends[1]
    }

    deinit { close(reading) }

    /// Reads to the end, for so many seconds at most.
    func read(upTo most: Int, seconds: Int) -> Ending {
        // The program holds the only other end now: what is read ends with it.
        close(writing)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let deadline = Self.milliseconds() + seconds * 1000
        while true {
            let left = deadline - Self.milliseconds()
            guard left > 0 else { return .tooLate }
            var waited = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waited, 1, Int32(clamping: left))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return .tooLate }
            let count = Glibc.read(reading, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .all(bytes) }
            bytes += buffer[..<count]
            guard bytes.count <= most else { return .tooLong }
        }
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

/// A program that was started; it is waited for once.
private struct ChildProcess: ~Copyable {
    private let id: pid_t

    /// Starts a program found on the PATH with arguments as they are; nil where it cannot be started.
    init?(_ name: String, _ arguments: [String], _ input: borrowing TemporaryInput, _ output: borrowing Pipe) {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input.descriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A group of its own: an interruption at the terminal does not leave half of the text.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id = pid_t()
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=" + path), strdup("LC_ALL=C.UTF-8"), nil]
        defer { for word in environment { free(word) } }
        guard posix_spawnp(&id, name, &actions, &attributes, &words, &environment) == 0 else { return nil }
        self.id = id
    }

    func kill() { _ = Glibc.kill(id, SIGKILL) }

    /// The program's exit status; -1 where a signal ended it.
    consuming func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }
}
