import Duizhao

#if canImport(Glibc)
    import Glibc
#endif

/// Standard output and standard error.
enum Terminal {
    /// Writes text to standard output as it is; throws where it cannot be written (a full disk, a closed stream).
    /// A reader that went away (a closed pipe) ends the program quietly.
    static func out(_ text: String) throws { try out(Array(text.utf8)) }

    /// Writes bytes to standard output.
    static func out(_ bytes: [UInt8]) throws {
        guard let reason = write(bytes, to: 1) else { return }
        if reason == EPIPE { exit(0) }
        throw SurroundingsError("standard output: \(String(cString: strerror(reason)))")
    }

    /// Writes a line to standard error; there is nobody to tell if that fails.
    static func error(_ line: String) { _ = write(Array((line + "\n").utf8), to: 2) }

    /// True where standard error is a terminal that a person looks at.
    static var showsProgress: Bool { isatty(2) == 1 }

    /// True where standard output is a terminal.
    static var showsOutput: Bool { isatty(1) == 1 }

    /// True where the surroundings ask for no colour: NO_COLOR is set and not empty, or the terminal is a dumb one.
    static var refusesColour: Bool {
        let refusal = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
        return refusal || getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    }

    /// Columns of the terminal that standard output is; nil where it does not say.
    static var columns: Int? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Shows how far long work has come; nothing in a pipe.
    static func progress(_ done: Int, of total: Int) {
        guard showsProgress, total >= 50, done % 25 == 0 || done == total else { return }
        _ = write(Array(("\r\(done) of \(total)" + (done == total ? "\n" : "")).utf8), to: 2)
    }

    /// Writes all bytes; the error number where that fails.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            start += count
        }
        return nil
    }
}
