import Duizhao

#if canImport(Glibc)
    import Glibc
#endif

/// Standard output and standard error.
enum Terminal {
    /// Writes text to standard output as it is.
    static func out(_ text: String) { write(text, to: 1) }

    /// Writes a line to standard error.
    static func error(_ line: String) { write(line + "\n", to: 2) }

    /// True where standard error is a terminal that a person looks at.
    static var showsProgress: Bool { isatty(2) == 1 }

    /// Shows how far long work has come; nothing in a pipe.
    static func progress(_ done: Int, of total: Int) {
        guard showsProgress, total >= 50, done % 25 == 0 || done == total else { return }
        write("\r\(done) of \(total)" + (done == total ? "\n" : ""), to: 2)
    }

    /// Writes all bytes; a reader that went away (a closed pipe) ends the writing quietly.
    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            start += count
        }
    }
}
