import CLibZip

#if canImport(Glibc)
    import Glibc
#endif

/// A zip archive on its way into memory: the same entries give the same bytes. Owns libzip's archive and the buffer it is
/// written to; no pointer leaves this file.
///
/// Entries are stored as they are, in their order, dated 1980-01-01, the first day a zip archive can name. They are not
/// deflated: what deflate makes of a text depends on the library and its version, and a committed file must be
/// reproduced to the byte on another machine.
struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    private let target: OpaquePointer

    /// 1980-01-01 as DOS writes it: years since 1980, month, day in bits 9, 5 and 0.
    private static let date: UInt16 = 1 << 5 | 1

    /// An archive without entries.
    init() {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { Self.fail() }
        // The archive takes one reference to its target when it is closed; the bytes are read through the other.
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nil) else { Self.fail() }
        self.archive = archive
        self.target = target
    }

    deinit {
        zip_discard(archive)
        zip_source_free(target)
    }

    /// Adds an entry; names are ours, ASCII and different.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        // libzip reads the content when the archive is closed and frees it then.
        guard let copy = malloc(max(bytes.count, 1)) else { Self.fail() }
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { memcpy(copy, start, source.count) }
        }
        guard let content = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else { Self.fail() }
        let index = zip_file_add(archive, name, content, ZIP_FL_ENC_UTF_8)
        guard index >= 0 else { Self.fail() }
        Self.check(zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0))
        Self.check(zip_file_set_dostime(archive, UInt64(index), 0, Self.date, 0))
        Self.check(zip_file_set_external_attributes(archive, UInt64(index), 0, UInt8(ZIP_OPSYS_DOS), 0))
    }

    /// Closes the archive and gives its bytes.
    consuming func finished() -> [UInt8] {
        let (archive, target) = (archive, target)
        discard self
        Self.check(zip_close(archive))
        defer { zip_source_free(target) }
        Self.check(zip_source_open(target))
        defer { zip_source_close(target) }
        var status = zip_stat_t()
        Self.check(zip_source_stat(target, &status))
        let size = Int(status.size)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = buffer.baseAddress.map { Int(zip_source_read(target, $0, UInt64(size))) } ?? 0
            precondition(count == size, "libzip gave fewer bytes than it wrote")
        }
    }

    private static func check(_ result: Int32) {
        if result < 0 { fail() }
    }

    /// The archive lies in memory and its entries are ours: it fails where memory ends, which cannot be mended.
    private static func fail() -> Never { preconditionFailure("libzip could not write") }
}
