import CLibZip

#if canImport(Glibc)
    import Glibc
#endif

/// Why an archive, or a part of it, is not read.
enum PackageProblem: Error, Equatable {
    /// The archive's directory cannot be read.
    case damagedArchive
    case tooManyEntries(most: Int)
    case encrypted
    /// There is no part with this name.
    case missing(String)
    /// The part cannot be unpacked to its end.
    case damagedPart(String)
    /// It would become more than so many times its packed size.
    case expands(String, most: Int)
    /// The parts together would become larger than so many bytes.
    case tooLarge(most: Int)
    /// The XML of a part ends otherwise than well.
    case markup(String, XMLOutcome)
}

/// The zip archive in which the parts of an Office document lie, read in memory. Names of entries are names and never
/// become paths. Owns libzip's archive; no pointer leaves this file.
struct PackageArchive: ~Copyable {
    private let archive: OpaquePointer
    private let limits: ReadingLimits
    /// Entries by their names as a package compares them: without case, with `/` between folders.
    private let entries: [String: UInt64]
    /// Bytes that all parts together may still become.
    private var budget: Int

    /// An expansion is judged from this size on: a few lines of XML that repeat themselves shrink to almost nothing.
    private static let smallestJudged = 1024 * 1024
    private static let pieceSize = 65_536

    /// Opens the archive in `bytes`, of which libzip gets a copy of its own.
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(PackageProblem) {
        guard let copy = malloc(max(bytes.count, 1)) else { throw .damagedArchive }
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress { memcpy(copy, start, source.count) }
        }
        guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            free(copy)
            throw .damagedArchive
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .damagedArchive
        }
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.mostEntries else {
            zip_discard(archive)
            throw .tooManyEntries(most: limits.mostEntries)
        }
        self.archive = archive
        self.limits = limits
        budget = limits.largestPackage
        entries = Self.entries(of: archive, count)
    }

    deinit { zip_discard(archive) }

    private static func entries(of archive: OpaquePointer, _ count: Int) -> [String: UInt64] {
        var entries: [String: UInt64] = [:]
        for index in 0..<UInt64(max(count, 0)) {
            guard let name = zip_get_name(archive, index, 0) else { continue }
            let key = key(String(cString: name))
            // Of two entries with one name the first counts, as for whoever looks a name up.
            if entries[key] == nil { entries[key] = index }
        }
        return entries
    }

    private static func key(_ name: String) -> String {
        let parts = name.lowercased().split(whereSeparator: { $0 == "/" || $0 == "\\" })
        return parts.joined(separator: "/")
    }

    /// True where there is a part with this name.
    func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// Names of all parts as they are compared, sorted.
    var names: [String] { entries.keys.sorted() }

    /// The bytes of a part.
    mutating func bytes(of name: String) throws(PackageProblem) -> [UInt8] {
        var result: [UInt8] = []
        try unpack(name) { piece in
            result += piece
            return true
        }
        return result
    }

    /// Reads a part as XML without ever holding it whole.
    mutating func read(_ name: String, to consumer: any XMLConsumer) throws(PackageProblem) {
        var stream = XMLStream(consumer, limits: limits)
        var fault: PackageProblem?
        do throws(PackageProblem) {
            try unpack(name) { piece in
                stream.feed(piece)
                return stream.isOpen
            }
        } catch {
            fault = error
        }
        let outcome = stream.finish()
        if let fault { throw fault }
        guard outcome == .complete else { throw .markup(name, outcome) }
    }

    /// Unpacks a part piece by piece until `take` wants no more.
    private mutating func unpack(_ name: String, _ take: ([UInt8]) -> Bool) throws(PackageProblem) {
        guard let index = entries[Self.key(name)] else { throw .missing(name) }
        let status = try checked(index, name)
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damagedPart(name) }
        defer { zip_fclose(file) }
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        var size: UInt64 = 0
        while true {
            let count = Int(zip_fread(file, &piece, UInt64(piece.count)))
            guard count >= 0 else { throw .damagedPart(name) }
            guard count > 0 else { return }
            size += UInt64(count)
            budget -= count
            // An archive can lie about the size of an entry.
            guard size <= status.size else { throw .damagedPart(name) }
            guard budget >= 0 else { throw .tooLarge(most: limits.largestPackage) }
            guard take(count == piece.count ? piece : Array(piece[..<count])) else { return }
        }
    }

    /// What the directory says of an entry, where it may be unpacked.
    private func checked(_ index: UInt64, _ name: String) throws(PackageProblem) -> zip_stat_t {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damagedPart(name) }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted }
        guard status.size <= UInt64(max(budget, 0)) else { throw .tooLarge(most: limits.largestPackage) }
        let (most, overflow) = status.comp_size.multipliedReportingOverflow(by: UInt64(limits.largestExpansion))
        guard status.size <= UInt64(Self.smallestJudged) || overflow || status.size <= most else {
            throw .expands(name, most: limits.largestExpansion)
        }
        return status
    }
}
