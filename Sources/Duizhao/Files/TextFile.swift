import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// What stopped the program for reasons that lie outside the texts: a file, an argument, a setting.
public struct SurroundingsError: Error, CustomStringConvertible {
    /// One line for a person.
    public let description: String

    /// Makes an error that says `description`.
    public init(_ description: String) { self.description = description }
}

/// Reading and writing of files, with limits.
public enum TextFile {
    /// Largest file that is read, in bytes. The 3,423 acts of the test collection have 0.7 MB at most.
    public static let largestSize = 64 * 1024 * 1024

    /// The bytes of a regular file; throws `SurroundingsError` where it cannot be read or is too large. Nothing but a
    /// regular file is waited for.
    public static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw SurroundingsError("\(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw SurroundingsError("\(path): not a regular file")
        }
        guard status.st_size <= largestSize else { throw tooLarge(path) }
        return try read(descriptor, name: path, expecting: Int(status.st_size)) { String(cString: strerror($0)) }
    }

    /// True where a regular file with these bytes stands at the path itself, not behind a link.
    static func holds(_ bytes: [UInt8], at path: String) throws -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return Int(status.st_size) == bytes.count ? try read(path) == bytes : false
    }

    /// The size of a file in bytes; 0 where it cannot be told.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// All bytes of standard input, up to `largestSize`.
    public static func readStandardInput() throws -> [UInt8] {
        try read(0, name: "standard input", expecting: 0) { String(cString: strerror($0)) }
    }

    private static func read(
        _ descriptor: Int32, name: String, expecting expected: Int, _ explain: (Int32) -> String
    ) throws -> [UInt8] {
        func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ filled: inout Int) throws {
            while filled < buffer.count, let start = buffer.baseAddress {
                let count = Glibc.read(descriptor, start + filled, buffer.count - filled)
                guard count >= 0 else { throw SurroundingsError("\(name): \(explain(errno))") }
                guard count > 0 else { return }
                filled += count
            }
        }
        // One byte more than expected tells the end of a file at once.
        var piece = expected > 0 ? expected + 1 : pieceSize
        var bytes: [UInt8] = []
        while true {
            let more = try [UInt8](unsafeUninitializedCapacity: piece) { try fill($0, &$1) }
            if bytes.isEmpty { bytes = more } else { bytes += more }
            guard bytes.count <= largestSize else { throw tooLarge(name) }
            guard more.count == piece else { return bytes }
            piece = pieceSize
        }
    }

    /// How much is read at once of what has no size.
    private static let pieceSize = 65_536

    private static func tooLarge(_ name: String) -> SurroundingsError {
        SurroundingsError("\(name): larger than \(largestSize / 1_048_576) MB, the largest text that is read")
    }

    /// Writes beside the target and renames, so that a reader sees the old file or the new one, never a part. A device or
    /// a pipe is written as it is; a symbolic link is refused.
    public static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes in the same way.
    public static func write(_ bytes: [UInt8], to path: String) throws { try FileWriter.write(bytes, to: path) }

    /// Makes a folder with its parents where it is missing.
    public static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw SurroundingsError("\(path): this folder cannot be made")
        }
    }

    /// True for a folder.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True for a folder, not for a link to one.
    static func isFolderItself(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// True where something stands at the path.
    public static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    /// What a path leads to, as device and inode: the same for all links to one folder.
    static func identity(_ path: String) -> String {
        var status = stat()
        return stat(path, &status) == 0 ? "\(status.st_dev):\(status.st_ino)" : path
    }

    /// Names of the entries of a folder, sorted by bytes; hidden ones left out.
    public static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw SurroundingsError("\(folder): this folder cannot be read")
        }
    }

    /// The same, and whether each is a folder; nil where the listing does not tell, as of a link.
    static func kinds(in folder: String) throws -> [(name: String, isFolder: Bool?)] {
        guard let stream = opendir(folder) else { throw SurroundingsError("\(folder): this folder cannot be read") }
        defer { closedir(stream) }
        var entries: [(name: String, isFolder: Bool?)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix(".") else { continue }
            switch Int(entry.pointee.d_type) {
            case Int(DT_DIR): entries.append((name, true))
            case Int(DT_REG): entries.append((name, false))
            default: entries.append((name, nil))
            }
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The last part of a path.
    public static func lastName(_ path: String) -> String {
        var name = path[...]
        while name.utf8.last == UInt8(ascii: "/") { name = name[..<name.utf8.index(before: name.endIndex)] }
        guard !name.isEmpty else { return path }
        guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(name) }
        return String(name[name.utf8.index(after: slash)...])
    }
}
