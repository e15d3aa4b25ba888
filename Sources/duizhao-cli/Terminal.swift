import Duizhao
import Synchronization

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
    static func error(_ line: String, endsLine: Bool = true) {
        // Where progress is shown, the line takes its place.
        let text = (Progress.isShown ? Progress.erased : "") + line + (endsLine ? "\n" : "")
        _ = write(Array(text.utf8), to: 2)
        Progress.isShown = false
    }

    /// True where standard error is a terminal that a person looks at.
    static var showsProgress: Bool { isatty(2) == 1 }

    /// True where standard output is a terminal.
    static var showsOutput: Bool { isatty(1) == 1 }

    /// True where the surroundings ask for no colour: NO_COLOR is set and not empty, or the terminal is a dumb one.
    static var refusesColour: Bool {
        let refusal = getenv("NO_COLOR").map { $0[0] != 0 } ?? false
        return refusal || getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    }

    /// True where the locale of messages is a Chinese one: the first of LC_ALL, LC_MESSAGES and LANG that is set
    /// (POSIX.1-2017, XBD 8.2).
    static var speaksChinese: Bool {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
        return locale.map { $0 == "zh" || $0.hasPrefix("zh_") } ?? false
    }

    /// Columns of the terminal that standard output is; nil where it does not say.
    static var columns: Int? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Shows how far long work has come; nothing in a pipe.
    static func progress(_ done: Int, of total: Int) { Progress(of: total).show(done) }

    /// Writes to standard error what is no line.
    fileprivate static func show(_ text: String) { _ = write(Array(text.utf8), to: 2) }

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

/// How far long work has come, on a terminal only: one line that is written over, and erased in the end.
struct Progress: Sendable {
    private let total: Int

    init(of total: Int) { self.total = total }

    private static let shown = Mutex(false)

    /// True while the last thing on standard error is a line of progress.
    fileprivate(set) static var isShown: Bool {
        get { shown.withLock { $0 } }
        set { shown.withLock { $0 = newValue } }
    }

    /// Returns to the line's start and erases it.
    fileprivate static let erased = "\r\u{1B}[K"
    /// Less work than this is done before anybody wonders.
    private static let leastShown = 50
    /// Numbers are shown in steps.
    private static let step = 25

    func show(_ done: Int) {
        guard total >= Self.leastShown, done >= total || done % Self.step == 0, Terminal.showsProgress else { return }
        guard done < total else {
            if Self.isShown { Terminal.show(Self.erased) }
            Self.isShown = false
            return
        }
        Terminal.show("\(Self.erased)\(done) of \(total)")
        Self.isShown = true
    }
}
