#if canImport(Glibc)
    import Glibc
#endif

/// Writes results so that a reader sees the old file or the new one, never a part of one.
///
/// A regular file, or one that is not there yet, is written beside its place and renamed; its mode is kept. A symbolic
/// link is followed. Anything else (a device, a pipe) is written as it is: it has no old content to keep.
struct FileWriter {
    /// A file written beside its place, waiting to be renamed.
    struct Staged {
        let place: String
        let beside: String
    }

    /// Writes one file.
    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let staged = try stage(bytes, for: path) else { return }
        try commit([staged])
    }

    /// Writes the bytes beside their place; nil where they went to a device or pipe at once.
    static func stage(_ bytes: [UInt8], for path: String) throws -> Staged? {
        var status = stat()
        let isThere = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if isThere, kind == S_IFDIR { throw SurroundingsError("\(path): is a folder") }
        if isThere, kind != S_IFREG {
            try writeThrough(bytes, to: path)
            return nil
        }
        let place = isThere ? resolved(path) : path
        let beside = sibling(of: place)
        let mode: mode_t = isThere ? status.st_mode & 0o7777 : 0o666
        try writeNew(bytes, to: beside, shownAs: path, mode: mode, keepsMode: isThere)
        return Staged(place: place, beside: beside)
    }

    /// Renames staged files into their places; all were written before the first is renamed.
    static func commit(_ staged: [Staged]) throws {
        for file in staged where rename(file.beside, file.place) != 0 {
            let reason = lastError()
            discard(staged)
            throw SurroundingsError("\(file.place): \(reason)")
        }
    }

    /// Removes what was written beside.
    static func discard(_ staged: [Staged]) {
        for file in staged { unlink(file.beside) }
    }

    /// The file a path leads to through symbolic links.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// `.name.part` in the same folder.
    private static func sibling(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = parts.popLast() ?? path
        return (parts + [".\(name).part"]).joined(separator: "/")
    }

    private static func writeNew(
        _ bytes: [UInt8], to path: String, shownAs shown: String, mode: mode_t, keepsMode: Bool
    ) throws {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SurroundingsError("\(shown): \(lastError())") }
        if keepsMode { fchmod(descriptor, mode) }
        do {
            try writeAll(bytes, to: descriptor, shownAs: shown)
        } catch {
            unlink(path)
            throw error
        }
    }

    private static func writeThrough(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SurroundingsError("\(path): \(lastError())") }
        try writeAll(bytes, to: descriptor, shownAs: path)
    }

    /// Writes all bytes and closes; a full disk shows at the latest when closing.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, shownAs path: String) throws {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = lastError()
                close(descriptor)
                throw SurroundingsError("\(path): \(reason)")
            }
            start += count
        }
        guard close(descriptor) == 0 else { throw SurroundingsError("\(path): \(lastError())") }
    }

    private static func lastError() -> String { String(cString: strerror(errno)) }
}
