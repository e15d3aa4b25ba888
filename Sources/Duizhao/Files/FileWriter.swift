#if canImport(Glibc)
    import Glibc
#endif

/// Writes results so that a reader sees the old file or the new one, never a part of one: beside its place, then renamed,
/// whatever ends the program in between. The mode of a file that is replaced is kept.
///
/// What may stand at the place: nothing, or a regular file. A symbolic link is refused, since what it leads to is not
/// what was named. A device or a pipe is written as it is where a person named it, and refused in a folder of pages.
struct FileWriter {
    /// Who chose the place.
    enum Place {
        /// A person, with `-o`.
        case named
        /// The program: a file of a folder that it writes.
        case ownFolder
    }

    /// A file written beside its place, waiting to be renamed.
    struct Staged {
        let place: String
        let beside: String
    }

    /// Ends the name of what is written beside; the name begins with a full stop.
    static let partEnding = ".duizhao.part"

    /// Writes one file.
    static func write(_ bytes: [UInt8], to path: String, _ kind: Place = .named) throws {
        var stream = try FileStream(to: path, kind)
        do {
            try stream.append(bytes)
            try stream.finish()
        } catch {
            stream.discard()
            throw error
        }
    }

    /// Writes the bytes beside their place in a folder of pages.
    static func stage(_ bytes: [UInt8], for path: String) throws -> Staged {
        var stream = try FileStream(to: path, .ownFolder)
        do {
            try stream.append(bytes)
            return try stream.stage()
        } catch {
            stream.discard()
            throw error
        }
    }

    /// Renames staged files into their places; all were written before the first is renamed.
    static func commit(_ staged: [Staged]) throws {
        for file in staged where rename(file.beside, file.place) != 0 {
            let reason = lastError()
            discard(staged)
            throw SurroundingsError("\(file.place): \(reason)")
        }
        PartFiles.forget(staged.map(\.beside))
    }

    /// Removes what was written beside.
    static func discard(_ staged: [Staged]) {
        for file in staged { unlink(file.beside) }
        PartFiles.forget(staged.map(\.beside))
    }

    /// Removes what an earlier run that was killed left beside its files.
    static func sweep(_ folder: String) {
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix("."), name.hasSuffix(partEnding) else { continue }
            // Folders are not removed by it, and a symbolic link is removed itself.
            unlink(folder + "/" + name)
        }
    }

    static func lastError() -> String { String(cString: strerror(errno)) }
}

/// A file that is being written piece by piece; end it with `finish`, `stage` or `discard`.
public struct FileStream: Sendable {
    private let place: String
    /// Where the bytes go until they are renamed; nil for a device or a pipe.
    private let beside: String?
    private var descriptor: Int32

    /// Opens a file that a person named; throws `SurroundingsError` where it cannot be written.
    public init(to path: String) throws { try self.init(to: path, .named) }

    init(to path: String, _ kind: FileWriter.Place) throws {
        place = path
        var status = stat()
        let isThere = lstat(path, &status) == 0
        switch isThere ? status.st_mode & S_IFMT : S_IFREG {
        case S_IFREG:
            let part = Self.sibling(of: path)
            beside = part
            descriptor = try Self.openBeside(part, shownAs: path, keeping: isThere ? status.st_mode & 0o7777 : nil)
        case S_IFDIR: throw SurroundingsError("\(path): is a folder")
        default:
            try Self.refuseUnlessStream(path, kind, isLink: status.st_mode & S_IFMT == S_IFLNK)
            beside = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else { throw SurroundingsError("\(path): \(FileWriter.lastError())") }
        }
    }

    /// Adds bytes.
    public func append(_ bytes: [UInt8]) throws {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SurroundingsError("\(place): \(FileWriter.lastError())") }
            start += count
        }
    }

    /// Ends the file and puts it into its place.
    public mutating func finish() throws {
        guard beside != nil else { return try close() }
        try FileWriter.commit([try stage()])
    }

    /// Ends the file and leaves it beside its place.
    mutating func stage() throws -> FileWriter.Staged {
        try close()
        return FileWriter.Staged(place: place, beside: beside ?? place)
    }

    /// Gives up; what was written beside is removed.
    public mutating func discard() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
        guard let beside else { return }
        unlink(beside)
        PartFiles.forget([beside])
    }

    /// A full disk shows at the latest when closing.
    private mutating func close() throws {
        let closed = Glibc.close(descriptor)
        descriptor = -1
        guard closed == 0 else { throw SurroundingsError("\(place): \(FileWriter.lastError())") }
    }

    /// `.name.duizhao.part` in the same folder.
    private static func sibling(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let name = parts.popLast() ?? path
        return (parts + ["." + name + FileWriter.partEnding]).joined(separator: "/")
    }

    private static func openBeside(_ part: String, shownAs path: String, keeping mode: mode_t?) throws -> Int32 {
        unlink(part)
        PartFiles.note(part)
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode ?? 0o666)
        guard descriptor >= 0 else {
            let reason = FileWriter.lastError()
            PartFiles.forget([part])
            throw SurroundingsError("\(path): \(reason)")
        }
        if let mode { fchmod(descriptor, mode) }
        return descriptor
    }

    /// Devices and pipes that a person named are written, also by way of the links that the system itself keeps for
    /// them (`/dev/stdout`, `/dev/fd/63`).
    private static func refuseUnlessStream(_ path: String, _ kind: FileWriter.Place, isLink: Bool) throws {
        if isLink, !(kind == .named && isSystemPath(path)) {
            throw SurroundingsError(
                "\(path): is a symbolic link, and links are not written through; name the file it leads to")
        }
        guard kind == .named else { throw SurroundingsError("\(path): is not a regular file, and is not replaced") }
    }

    private static func isSystemPath(_ path: String) -> Bool {
        ["/dev/", "/proc/self/fd/"].contains { path.hasPrefix($0) } && !path.contains("/../")
    }
}
